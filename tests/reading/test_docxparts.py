from __future__ import annotations

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from dossier.reading.docxparts import Part, parts_of


def document_of(xml: str) -> Document:
    document = docx.Document()
    body = document.element.body
    for child in parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"):
        body.insert(len(body) - 1, child)
    return document


def paragraph(inner: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_tracked_changes_links_and_breaks() -> None:
    xml = paragraph(
        run("Kim ")
        + f"<w:ins>{run('reist ')}</w:ins>"
        + "<w:del><w:r><w:delText>bleibt </w:delText></w:r></w:del>"
        + f"<w:moveFrom>{run('weg ')}</w:moveFrom>"
        + f"<w:hyperlink>{run('nach')}</w:hyperlink>"
        + "<w:r><w:br/><w:t>Osten</w:t><w:noBreakHyphen/><w:t>Russland</w:t></w:r>"
    )
    assert [part.text for part in parts_of(document_of(xml))] == ["Kim reist nach\nOsten-Russland"]


def test_content_controls_and_empty_lines_within() -> None:
    inner = paragraph("<w:r><w:t>Eins</w:t><w:br/><w:br/><w:t>Zwei</w:t></w:r>")
    xml = f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>" + paragraph(run("* * *"))
    assert [part.text for part in parts_of(document_of(xml))] == ["Eins", "Zwei"]


def test_numbers_make_items_but_not_of_headings() -> None:
    number = '<w:pPr>{}<w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'
    heading = '<w:pStyle w:val="Heading1"/>'
    xml = "".join(
        f"<w:p>{number.format(style, count)}{run('Text')}</w:p>"
        for style, count in (("", 1), ("", 0), (heading, 1))
    )
    assert [part.kind for part in parts_of(document_of(xml))] == ["item", "paragraph", "heading"]


def test_bold_throughout() -> None:
    bold = "<w:b/>"
    xml = (
        paragraph(run("Die", bold) + run(" ") + run("Ankunft", bold))
        + paragraph(run("Die ", bold) + run("Ankunft"))
        + paragraph(run("Die Ankunft", '<w:b w:val="0"/>'))
    )
    assert [part.is_bold for part in parts_of(document_of(xml))] == [True, False, False]


def test_tables_are_items_and_boxes_are_paragraphs() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Tote", "3", "Verletzte", ""), strict=True):  # noqa: SLF001
        cell.text = text
    document.add_table(rows=1, cols=1).cell(0, 0).text = "Kasten"
    assert parts_of(document) == [
        Part(kind="item", text="Tote – 3"),
        Part(kind="item", text="Verletzte"),
        Part(kind="paragraph", text="Kasten"),
    ]


def test_a_ring_of_styles_ends() -> None:
    document = docx.Document()
    one = document.styles.add_style("Eins", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    two = document.styles.add_style("Zwei", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    one.base_style, two.base_style = two, one
    document.add_paragraph("Text", "Eins")
    assert parts_of(document) == [Part(kind="paragraph", text="Text")]


def test_a_style_of_its_own_counts_by_what_it_is_based_on() -> None:
    document = docx.Document()
    own = document.styles.add_style("Kurier Zwischen", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Heading 2"]
    document.add_paragraph("Ankunft", "Kurier Zwischen")
    assert [part.kind for part in parts_of(document)] == ["heading"]
