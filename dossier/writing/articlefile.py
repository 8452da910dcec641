"""An article's file: `content/articles/<id>.md`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, get_args

from dossier import blocks, edtf, frontmatter, urls
from dossier.config import nearest
from dossier.errors import Finding, PageFileError
from dossier.model import (
    Article,
    Block,
    Correction,
    Draft,
    Provenance,
    Rights,
    Source,
    Version,
    packed,
)
from dossier.writing import amendments as amending
from dossier.writing import corrections

_RIGHTS = get_args(Rights)

_KEY_OF_OURS = re.compile(r"(?:id|title|title_by|date|lang|original|rights): ")


def compose(
    draft: Draft, *, article: str, original: str, sha256: str, versions: Sequence[Version] = ()
) -> str:
    """Write the file of an article; `original` is its path in `content/`."""
    values: dict[str, Any] = {
        "id": article,
        "title": draft.title,
        "title_by": draft.title_by,
        "date": draft.date,
        "date_by": draft.date_by,
        "modified": draft.modified,
        "lang": draft.lang,
        "description": draft.description,
        "authors": list(draft.authors),
        "source": _source_values(draft.source),
        "licence": draft.licence,
        "rights": draft.rights,
        "topics": list(draft.topics),
        "original": original,
        "original_sha256": sha256,
        "versions": [_version_values(version) for version in versions],
    }
    always = {"title", "date", "lang", "authors"}
    kept = {key: value for key, value in values.items() if value or key in always}
    return f"{frontmatter.dump(kept)}\n{blocks.render(draft.blocks)}"


def _source_values(source: Source) -> dict[str, Any]:
    values = {
        "name": source.name,
        "url": source.url,
        "accessed": source.accessed,
        "archive_url": source.archive_url,
        "agency": list(source.agency),
    }
    return {key: value for key, value in values.items() if value}


def _version_values(version: Version) -> dict[str, Any]:
    values = {
        "original": version.original,
        "original_sha256": version.original_sha256,
        "accessed": version.accessed,
        "title": version.title,
        "added": list(version.added),
        "reworded": list(version.reworded),
        "removed": list(version.removed),
    }
    return {key: value for key, value in values.items() if value}


def parse(text: str, *, path: str) -> tuple[Article, tuple[Finding, ...]]:
    """Read an article's file, whoever wrote it; `path` is relative to the project.

    What is doubtful becomes a finding and the article stays in. Raises `PageFileError` where
    going on would show something wrong: front matter that does not parse, unknown rights, no
    text at all.
    """
    _refuse_unopened(text, path)
    values, body, _ = frontmatter.parse(text, path)
    found: list[Finding] = []
    name = path.rpartition("/")[2].removesuffix(".md")
    parsed = _blocks(body, path)
    title, title_by = _title(values, name, path, found)
    date = _date(values, path, text, found)
    article = Article(
        id=_id(values, name, path, text),
        title=title,
        title_by=title_by,
        date=date,
        date_by=_provenance(values.get("date_by")) or ("editor" if date else ""),
        modified=_modified(values, path, text, found),
        lang=_text(values.get("lang")).lower().partition("-")[0],
        description=_text(values.get("description")),
        authors=_texts(values.get("authors", values.get("author"))),
        source=_source(values.get("source")),
        licence=_text(values.get("licence", values.get("license"))),
        rights=_rights(values, path, text),
        topics=_texts(values.get("topics")),
        original=_text(values.get("original")),
        original_sha256=_text(values.get("original_sha256")),
        body=packed(parsed),
        path=path,
        copy_of=_text(values.get("copy_of")),
        versions=_versions(values.get("versions")),
        corrections=_corrections(values, parsed, f"{path}:{line_of(text, 'corrections')}", found),
        amendments=amending.parse(values, parsed, path, partial(line_of, text), found),
    )
    return article, tuple(found)


def _refuse_unopened(text: str, path: str) -> None:
    """Raise `PageFileError` for front matter whose first line was lost: all of it would be text."""
    lines = text.lstrip("\ufeff").splitlines()
    if lines and _KEY_OF_OURS.match(lines[0]) and "---" in map(str.rstrip, lines):
        raise PageFileError(
            "the front matter has no beginning",
            where=f"{path}:1",
            hint="put a line that holds only --- before it",
        )


def _blocks(body: str, path: str) -> tuple[Block, ...]:
    parsed = blocks.parse(body)
    if not any(block.is_passage for block in parsed):
        raise PageFileError(
            "the article has no text", where=path, hint="write paragraphs below the front matter"
        )
    return parsed


def line_of(text: str, key: str) -> int:
    """Return the line on which `key` stands in the front matter of `text`, 1 if nowhere."""
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(rf"[\"']?{re.escape(key)}[\"']?\s*[:=]", line):
            return number
    return 1


def _id(values: dict[str, Any], name: str, path: str, text: str) -> str:
    given = _text(values.get("id")) or name
    if urls.is_article_id(given):
        return given
    wanted = urls.article_id("", given, ())
    if given == name:
        return wanted
    raise PageFileError(
        f"`{given}` cannot be an article's id",
        where=f"{path}:{line_of(text, 'id')}",
        hint=f"take `{wanted}`: small letters, digits and hyphens, not a mere year",
    )


def _title(
    values: dict[str, Any], name: str, path: str, found: list[Finding]
) -> tuple[str, Provenance]:
    title = blocks.normal(_text(values.get("title")))
    if title:
        return title, _provenance(values.get("title_by")) or "editor"
    hint = "write `title: …` in the front matter"
    found.append(Finding(where=path, message="the article has no title", hint=hint))
    return name.replace("-", " "), "file"


def _date(values: dict[str, Any], path: str, text: str, found: list[Finding]) -> str:
    date = _text(values.get("date"))
    if not date or edtf.is_valid(date):
        return date
    day = re.match(r"(\d{4}-\d{2}-\d{2})[T ]", date)
    if day and edtf.is_valid(day[1]):
        return day[1]
    found.append(
        Finding(
            where=f"{path}:{line_of(text, 'date')}",
            message=f"`{date}` is no date; the article counts as undated",
            hint="write it as 2023, 2023-09 or 2023-09-13",
        )
    )
    return ""


def _modified(values: dict[str, Any], path: str, text: str, found: list[Finding]) -> str:
    key = "modified" if "modified" in values else "lastmod"
    moment = _text(values.get(key)).replace(" ", "T", 1)
    if not moment or edtf.is_valid(moment) or edtf.is_moment(moment):
        return moment
    found.append(
        Finding(
            where=f"{path}:{line_of(text, key)}",
            message=f"`{moment}` is no date; the article counts as unchanged",
            hint="write it as 2023-09-13 or 2023-09-13T21:30:00+02:00",
        )
    )
    return ""


def _corrections(
    values: dict[str, Any], parsed: Iterable[Block], where: str, found: list[Finding]
) -> tuple[Correction, ...]:
    passages = frozenset(block.id for block in parsed if block.is_passage)
    return corrections.parse(values.get("corrections"), passages=passages, where=where, found=found)


def _rights(values: dict[str, Any], path: str, text: str) -> Rights | None:
    given = _text(values.get("rights"))
    for right in get_args(Rights):
        if given == right:
            chosen: Rights = right
            return chosen
    if not given:
        return None
    raise PageFileError(
        f"`{given}` is no kind of rights; the article is left out, so that nothing is shown "
        "that may not be",
        where=f"{path}:{line_of(text, 'rights')}",
        hint=nearest(given, _RIGHTS),
    )


def _source(value: object) -> Source:
    if not isinstance(value, dict):
        return Source(name=_text(value))
    return Source(
        name=_text(value.get("name")),
        url=urls.web_url(_text(value.get("url"))),
        accessed=_text(value.get("accessed")),
        archive_url=urls.web_url(_text(value.get("archive_url"))),
        agency=_texts(value.get("agency")),
    )


def _versions(value: object) -> tuple[Version, ...]:
    """Read the former versions; an editor may name one by its original alone."""
    items = value if isinstance(value, list) else [value]
    stated = [item if isinstance(item, dict) else {"original": item} for item in items]
    return tuple(
        Version(
            original=original,
            original_sha256=_text(item.get("original_sha256")),
            accessed=_text(item.get("accessed")),
            title=_text(item.get("title")),
            added=_texts(item.get("added")),
            reworded=_texts(item.get("reworded")),
            removed=_texts(item.get("removed")),
        )
        for item in stated
        if (original := _text(item.get("original")))
    )


def _provenance(value: object) -> Provenance:
    text = _text(value)
    for known in get_args(Provenance):
        if text == known:
            chosen: Provenance = known
            return chosen
    return ""


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, (dict, list)) else str(value).strip()


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(text for text in map(_text, value) if text)
    text = _text(value)
    return (text,) if text else ()


def introduction(title: str) -> str:
    """Write a topic's `index.md`: a place for the editor's own words."""
    return f"{frontmatter.dump({'title': title})}\n"
