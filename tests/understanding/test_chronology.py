from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier import blocks, edtf
from dossier.found import DateMention
from dossier.model import Block
from dossier.understanding import chronology, events

DAY = "2023-09-13"  # a Wednesday


def _blocks(*texts: str) -> tuple[Block, ...]:
    return blocks.number(blocks.make("paragraph", text) for text in texts)


def _dates(text: str, lang: str, article_date: str) -> list[DateMention]:
    return list(chronology.find_dates(_blocks(text), lang, article_date))


def _brief(text: str, lang: str, article_date: str) -> str:
    """Return what was found as `text=edtf modifier`, several joined by `; `."""
    return "; ".join(
        f"{d.text}={d.edtf} {d.modifier}".strip() for d in _dates(text, lang, article_date)
    )


GERMAN = [
    ("Am 13. September 2023 trafen sich Kim und Putin.", "", "13. September 2023=2023-09-13"),
    ("Das Abkommen vom 13.09.2023 gilt.", "", "13.09.2023=2023-09-13"),
    ("Das Abkommen vom 1.9.98 gilt.", "", "1.9.98=1998-09-01"),
    ("Stand: 2023-09-13.", "", "2023-09-13=2023-09-13"),
    ("Er tagte vom 3. bis 5. Mai 2022 in Genf.", "", "3. bis 5. Mai 2022=2022-05-03/2022-05-05"),
    (
        "Vom 28. April bis 3. Mai 2022 war er dort.",
        "",
        "28. April bis 3. Mai 2022=2022-04-28/2022-05-03",
    ),
    (
        "Vom 30. Dezember 2021 bis 2. Januar 2022 ruhte alles.",
        "",
        "30. Dezember 2021 bis 2. Januar 2022=2021-12-30/2022-01-02",
    ),
    ("Nach einem Treffen mit Putin im April 2019 in Wladiwostok.", "", "April 2019=2019-04"),
    ("Ende August 2021 zogen die Truppen ab.", "", "Ende August 2021=2021-08 end"),
    ("Anfang 2022 begann der Krieg.", "", "Anfang 2022=2022 start"),
    ("Mitte 2020 kam die Wende.", "", "Mitte 2020=2020 mid"),
    ("Im Jahr 2006 testete das Land seine erste Bombe.", "", "2006=2006"),
    ("Der Vertrag aus dem Jahre 1953 gilt noch.", "", "1953=1953"),
    ("Seit 2014 ist die Krim besetzt.", "", "2014=2014"),
    ("2019 reiste Kim nach Wladiwostok.", "", "2019=2019"),
    ("Das Treffen (2018) scheiterte.", "", "2018=2018"),
    ("Zwischen 2014 und 2019 starben viele.", "", "2014 und 2019=2014/2019"),
    ("Von 2006 bis 2017 gab es sechs Tests.", "", "2006 bis 2017=2006/2017"),
    ("In den 1990er Jahren hungerten viele.", "", "1990er Jahren=199X"),
    ("In den 1990er-Jahren hungerten viele.", "", "1990er-Jahren=199X"),
    ("In den neunziger Jahren hungerten viele.", "", "neunziger Jahren=199X"),
    ("In den Achtzigerjahren hungerten viele.", "", "Achtzigerjahren=198X"),
    ("In den 70er Jahren hungerten viele.", "", "70er Jahren=197X"),
    ("Ende der 1990er tauchte er auf.", "", "Ende der 1990er=199X end"),
    ("In den späten 1920ern kam er nach Prag.", "", "1920ern=192X"),
    ("Es war eine Serie aus den 80ern.", "", "80ern=198X"),
    ("Bis Jahresende soll es so weit sein.", "2023-09", "Jahresende=2023 end"),
    ("Vorgesehen sind heuer vier Kurse.", "2023-09", "heuer=2023"),
    ("In diesem Jahrhundert war das anders.", "2023-09", "diesem Jahrhundert=20XX"),
    ("Die Texte des vorigen Jahrhunderts.", "2023-09", "vorigen Jahrhunderts=19XX"),
    (
        "Am 3. Mai 2022 kam er. Am nächsten Tag ging er.",
        "",
        "3. Mai 2022=2022-05-03; nächsten Tag=2022-05-04",
    ),
    (
        "Am 3. Mai 2022 kam er. Am selben Tag ging er.",
        "",
        "3. Mai 2022=2022-05-03; selben Tag=2022-05-03",
    ),
    ("Ende des Jahres tritt das Gesetz in Kraft.", "2023-09", "Ende des Jahres=2023 end"),
    ("Betriebsrat Karl Huber am Mittwoch: „Es zerfällt.“", "2020-07-24", "Mittwoch=2020-07-22"),
    ("Der 3. Senat hob heute den Haftbefehl gegen ihn auf.", "2007-10-24", "heute=2007-10-24"),
    ("Eigentlich sollte der Rat heute entscheiden.", "2020-07-24", "heute=2020-07-24"),
    (
        "Von August 2015 bis Juli 2020 floss Geld, auch Mai bis Juni 2019.",
        "2020-07-24",
        "August 2015 bis Juli 2020=2015-08/2020-07; Mai bis Juni 2019=2019-05/2019-06",
    ),
    ("Das Amt bereitet sich auf eine Welle im Herbst vor.", "2020-07-24", "Herbst=2020-23"),
    ("Gegen Ende des Monats wird berichtet.", "2020-07-24", "Ende des Monats=2020-07 end"),
    ("In der Silvesternacht brannte es.", "2026-01-06", "Silvesternacht=2025-12-31"),
    ("In der Vorwoche scheiterte sie.", "2026-01-06", "Vorwoche=2025-12-29/2026-01-04"),
    ("Er scheidet mit Jahresende aus.", "2026-01-06", "Jahresende=2026 end"),
    ("Bis Monatsende ist Zeit.", "2020-07-24", "Monatsende=2020-07 end"),
    ("Nach dem gestrigen Gespräch ging er.", "2020-07-24", "gestrigen=2020-07-23"),
    ("Er kam 2015. Im gleichen Jahr ging er.", "2020-07", "2015=2015; gleichen Jahr=2015"),
    ("Nach der Unterredung mit Huber Freitag Abend.", "2020-07-26", "Freitag Abend=2020-07-24"),
    (
        "Am Mittwoch kam er. Der Rat hatte gleichentags getagt.",
        "2020-07-24",
        "Mittwoch=2020-07-22; gleichentags=2020-07-22",
    ),
    (
        "2012 war sie pleite. Im Sommer desselben Jahres schloss sie.",
        "2023-09",
        "2012=2012; Sommer desselben Jahres=2012-22",
    ),
    ("Anfang der 1990er Jahre brach der Handel ein.", "", "Anfang der 1990er Jahre=199X start"),
    ("Im 19. Jahrhundert war das anders.", "", "19. Jahrhundert=18XX"),
    ("Im Sommer 2019 trafen sie sich.", "", "Sommer 2019=2019-22"),
    (
        "Nordkorea hatte zuletzt Ende August zwei Raketen abgeschossen.",
        "2023-09",
        "Ende August=2023-08 end",
    ),
    ("Im Dezember wird gewählt.", "2023-09", "Dezember=2023-12"),
    ("Im Dezember wurde gewählt.", "2023-09", "Dezember=2022-12"),
    ("Im vergangenen März starb er.", "2023-09", "vergangenen März=2023-03"),
    ("Im kommenden März wird gewählt.", "2023-09", "kommenden März=2024-03"),
    ("Im März dieses Jahres begann es.", "2023-09", "März dieses Jahres=2023-03"),
    ("Im Oktober vergangenen Jahres begann es.", "2023-09", "Oktober vergangenen Jahres=2022-10"),
    (
        "Am 5. März des vergangenen Jahres begann es.",
        "2023-09",
        "5. März des vergangenen Jahres=2022-03-05",
    ),
    ("Am 24. August hatte das Land eine Rakete gestartet.", "2023-09", "24. August=2023-08-24"),
    ("Am 9. September feierte das Land.", "2023-09", "9. September=2023-09-09"),
    ("Am 30. Dezember feierte das Land.", "2023-09-13", "30. Dezember=2022-12-30"),
    (
        "Die Spannungen haben sich seit vergangenem Jahr verschärft.",
        "2023-09",
        "vergangenem Jahr=2022",
    ),
    ("Im vergangenen Jahr feuerte das Land Raketen ab.", "2023-09", "vergangenen Jahr=2022"),
    ("Letztes Jahr feuerte das Land Raketen ab.", "2023", "Letztes Jahr=2022"),
    ("Im kommenden Jahr soll gewählt werden.", "2023-09", "kommenden Jahr=2024"),
    (
        "Ende vergangenen Jahres brach der Kontakt ab.",
        "2023-09",
        "Ende vergangenen Jahres=2022 end",
    ),
    ("Vor zwei Jahren brach der Kontakt ab.", "2023-09", "Vor zwei Jahren=2021"),
    ("Vor rund zwei Jahren brach der Kontakt ab.", "2023-09", "Vor rund zwei Jahren=2021~"),
    ("Vor drei Monaten brach der Kontakt ab.", "2023-02", "Vor drei Monaten=2022-11"),
    ("Vor drei Tagen brach der Kontakt ab.", DAY, "Vor drei Tagen=2023-09-10"),
    ("Vergangene Woche brach der Kontakt ab.", DAY, "Vergangene Woche=2023-09-04/2023-09-10"),
    ("Im vergangenen Monat brach der Kontakt ab.", "2023-01", "vergangenen Monat=2022-12"),
    ("Im Vorjahr brach der Kontakt ab.", "2023-09", "Vorjahr=2022"),
    ("Am Mittwoch trafen sich Kim und Putin.", DAY, "Mittwoch=2023-09-13"),
    ("Am Dienstagabend feuerte das Land eine Rakete ab.", DAY, "Dienstagabend=2023-09-12"),
    ("Am Donnerstag wird er abreisen.", DAY, "Donnerstag=2023-09-14"),
    ("Am kommenden Montag tagt der Rat.", DAY, "kommenden Montag=2023-09-18"),
    ("Am vergangenen Mittwoch tagte der Rat.", DAY, "vergangenen Mittwoch=2023-09-06"),
    ("Am Mittwoch, 13. September 2023, trafen sie sich.", "", "13. September 2023=2023-09-13"),
    ("Gestern wurde verhandelt.", DAY, "Gestern=2023-09-12"),
    ("Er kam gestern Abend an.", DAY, "gestern=2023-09-12"),
    ("Heute Morgen wurde verhandelt.", DAY, "Heute=2023-09-13"),
    ("Morgen früh reist er ab, übermorgen kommt er an.", DAY, "übermorgen=2023-09-15"),
    (
        "Vom 12. bis 14. September hat er das Land besucht.",
        DAY,
        "12. bis 14. September=2023-09-12/2023-09-14",
    ),
]
ENGLISH = [
    ("Tweeting this morning he said so.", "2020-07-26", "this morning=2020-07-26"),
    ("He repeated his warnings from yesterday.", "2020-07-26", "yesterday=2020-07-25"),
    ("It could damage him ahead of the November election.", "2020-07-26", "November=2020-11"),
    ("He told Radio 4's Today programme on 3 May 2020 so.", "2020-07-26", "3 May 2020=2020-05-03"),
    ("Donald Trump last Wednesday referred to it.", "2018-09-30", "last Wednesday=2018-09-26"),
    (
        "They could land a deal before the end of the year.",
        "2018-09-30",
        "the end of the year=2018 end",
    ),
    ("The summit was held on September 13, 2023.", "", "September 13, 2023=2023-09-13"),
    ("The summit was held on 13 September 2023.", "", "13 September 2023=2023-09-13"),
    ("It was signed on the 4th of July 1976 there.", "", "4th of July 1976=1976-07-04"),
    ("On Friday, April 8, 2022, the President signed it.", "", "April 8, 2022=2022-04-08"),
    ("They met May 3-5, 2022 in Geneva.", "", "May 3-5, 2022=2022-05-03/2022-05-05"),
    ("They met from April 28 to May 3, 2022.", "", "April 28 to May 3, 2022=2022-04-28/2022-05-03"),
    ("They met in April 2019 in Vladivostok.", "", "April 2019=2019-04"),
    ("In late August 2021 the troops left.", "", "late August 2021=2021-08 end"),
    ("The war began in early 2022.", "", "early 2022=2022 start"),
    ("In 2006 the country tested its first bomb.", "", "2006=2006"),
    ("The law (2018) was repealed.", "", "2018=2018"),
    ("Between 2014 and 2019 many died.", "", "2014 and 2019=2014/2019"),
    ("From 2006 to 2017 it held six tests.", "", "2006 to 2017=2006/2017"),
    ("Many starved in the 1990s.", "", "the 1990s=199X"),
    ("Many starved in the late 1990s.", "", "late 1990s=199X end"),
    ("Many starved in the nineties.", "", "nineties=199X"),
    ("It was built in the 19th century.", "", "the 19th century=18XX"),
    ("Updated 2023-09-13.", "", "2023-09-13=2023-09-13"),
    ("The deadline was 9/13/2023.", "", "9/13/2023=2023-09-13"),
    ("The deadline was 13/9/2023.", "", "13/9/2023=2023-09-13"),
    ("The launch on Sept. 9 failed.", "2023-09", "Sept. 9=2023-09-09"),
    ("The country fired a missile on Aug. 24.", "2023-09", "Aug. 24=2023-08-24"),
    ("The vote was held in December.", "2023-09", "December=2022-12"),
    ("The vote will be held in December.", "2023-09", "December=2023-12"),
    ("In late August it fired two missiles.", "2023-09", "late August=2023-08 end"),
    ("Last March he died.", "2023-09", "Last March=2023-03"),
    ("It began in March of last year.", "2023-09", "March of last year=2022-03"),
    ("It fired many missiles last year.", "2023-09", "last year=2022"),
    ("It fired many missiles last month.", "2023-01", "last month=2022-12"),
    ("Talks broke down two years ago.", "2023-09", "two years ago=2021"),
    ("Talks broke down a month ago.", "2023-09", "a month ago=2023-08"),
    ("Talks broke down about two years ago.", "2023-09", "about two years ago=2021~"),
    ("Talks broke down three days ago.", DAY, "three days ago=2023-09-10"),
    ("Talks broke down last week.", DAY, "last week=2023-09-04/2023-09-10"),
    ("Kim and Putin met on Wednesday.", DAY, "Wednesday=2023-09-13"),
    ("The ministry said Tuesday it was ready.", DAY, "Tuesday=2023-09-12"),
    ("The council will meet on Thursday.", DAY, "Thursday=2023-09-14"),
    ("The council met last Wednesday.", DAY, "last Wednesday=2023-09-06"),
    ("The council will meet next Monday.", DAY, "next Monday=2023-09-18"),
    ("Kim and Putin met yesterday.", DAY, "yesterday=2023-09-12"),
    ("The ministry announced today that it was ready.", DAY, "today=2023-09-13"),
    ("Kim will leave tomorrow.", DAY, "tomorrow=2023-09-14"),
    ("Relations have soured since 2022.", "", "2022=2022"),
]
NOTHING = [
    ("Bis heute ist das so.", "de", "2023-09-13"),
    ("Viele starben, davon 1700 im vergangenen Monat.", "de", ""),
    ("Am Mittwoch trafen sich Kim und Putin.", "de", "2023-09"),
    ("Am Mittwoch trafen sich Kim und Putin.", "de", ""),
    ("Gestern trafen sich Kim und Putin.", "de", "2023-09"),
    ("Ende August schoss das Land Raketen ab.", "de", ""),
    ("Ende August schoss das Land Raketen ab.", "de", "2023"),
    ("Vor zwei Jahren war es anders.", "de", ""),
    ("Der Zug fuhr drei Tage lang.", "de", DAY),
    ("Zuletzt trafen sie sich bald wieder.", "de", DAY),
    ("Er fiel im Ersten Weltkrieg.", "de", DAY),
    ("Der Regisseur Sonntag war da.", "de", DAY),
    ("Die Bild am Sonntag hatte berichtet.", "de", DAY),
    ("Die Raketen flogen etwa 650 Kilometer weit.", "de", DAY),
    ("In 1000 Fällen wurde geholfen.", "de", DAY),
    ("In 2000 Fällen wurde geholfen.", "de", DAY),
    ("Rund 2000 Menschen kamen.", "de", DAY),
    ("2000 Menschen kamen.", "de", DAY),
    ("Die Rakete kostet 1999 Euro.", "de", DAY),
    ("Die Agenda 2030 hilft.", "de", DAY),
    ("August Bebel war Politiker.", "de", DAY),
    ("Das Spiel endete 3:2 in der 90. Minute.", "de", DAY),
    ("Bis heute lebt er noch heute in Berlin.", "de", DAY),
    ("Der heute 70-Jährige lebt heute in Berlin.", "de", DAY),
    ("Die Version 3.11.2020 gibt es nicht; Telefon 030-2019-4.", "de", "2023"),
    ("Am 31. Februar 2020 war nichts.", "de", ""),
    ("Der 45.13.2020 ist kein Tag.", "de", ""),
    ("„Gestern war ein guter Tag“, sagte er.", "de", DAY),
    ("„Am Montag reisen wir ab“, hatte er gesagt.", "de", DAY),
    ("Jedes Jahr am 3. Oktober wird gefeiert.", "de", ""),
    ("Kim and Putin met on Wednesday.", "en", "2023-09"),
    ("Kim and Putin met yesterday.", "en", ""),
    ("They may march in protest.", "en", DAY),
    ("May God protect our troops.", "en", DAY),
    ("March Air Base was closed.", "en", DAY),
    ("Theresa May said no.", "en", DAY),
    ("Billy Sunday preached on Black Friday.", "en", DAY),
    ("In 2000 cases it helped.", "en", DAY),
    ("It flew 1990 km and cost $2019.", "en", DAY),
    ("The deadline was 9/10/2023.", "en", ""),
    ('"We met yesterday," he said.', "en", DAY),
    ("It lasted three days and will end soon.", "en", DAY),
    ("He lost World War I and recently resigned.", "en", DAY),
    ("Apple's iPhone 14 costs more than 2,019 dollars.", "en", DAY),
    ("Am 13. September 2023 war es.", "fr", DAY),
]


@pytest.mark.parametrize(("text", "article_date", "expected"), GERMAN)
def test_german_dates(text: str, article_date: str, expected: str) -> None:
    assert _brief(text, "de", article_date) == expected


@pytest.mark.parametrize(("text", "article_date", "expected"), ENGLISH)
def test_english_dates(text: str, article_date: str, expected: str) -> None:
    assert _brief(text, "en", article_date) == expected


@pytest.mark.parametrize(("text", "lang", "article_date"), NOTHING)
def test_what_is_no_definite_date_gives_nothing(text: str, lang: str, article_date: str) -> None:
    assert _brief(text, lang, article_date) == ""


def test_absolute_dates_within_a_quotation_count() -> None:
    text = "„Am 3. Mai 2022 haben wir das beschlossen“, sagte er."
    assert _brief(text, "de", DAY) == "3. Mai 2022=2022-05-03"


def test_a_month_in_a_story_of_another_year_is_left_out() -> None:
    text = "2017 testete das Land eine Bombe. Im September flog eine Rakete über Japan."
    assert _brief(text, "de", "2023-09") == "2017=2017"


def test_crossheads_and_captions_have_no_dates() -> None:
    found = chronology.find_dates((blocks.make("caption", "Kim im Mai 2019"),), "de", "2023-09")
    assert found == ()


def _events(text: str, lang: str, article_date: str) -> list[str]:
    passages = _blocks(text)
    found = chronology.find_dates(passages, lang, article_date)
    return [f"{e.date} {e.text}" for e in events.find_events(passages, found, lang)]


def test_an_event_is_the_sentence_with_the_date() -> None:
    text = "Das war neu. Im April 2019 trafen sie sich. Dann war Ruhe."
    assert _events(text, "de", "") == ["2019-04 Im April 2019 trafen sie sich."]


def test_two_dates_of_a_sentence_make_two_events_and_one_date_one() -> None:
    text = "Sie trafen sich im April 2019 und im Mai 2020, also im April 2019."
    assert [event[:7] for event in _events(text, "de", "")] == ["2019-04", "2020-05"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Die Spannungen haben sich seit vergangenem Jahr verschärft.", "de"),
        ("Seit 2014 ist die Krim besetzt.", "de"),
        ("Bis 2030 soll das Ziel erreicht sein.", "de"),
        ("Relations have soured since 2022.", "en"),
        ("Sanctions stay in place until May 2024.", "en"),
    ],
)
def test_since_and_until_make_no_event(text: str, lang: str) -> None:
    assert chronology.find_dates(_blocks(text), lang, "2023-09")
    assert _events(text, lang, "2023-09") == []


def test_events_keep_the_part_of_the_period() -> None:
    passages = _blocks("Nordkorea hatte zuletzt Ende August zwei Raketen abgeschossen.")
    found = chronology.find_dates(passages, "de", "2023-09")
    (event,) = events.find_events(passages, found, "de")
    assert (event.date, event.modifier) == ("2023-08", "end")


PIECES = st.sampled_from(
    [
        *re.split(r"\s+", " ".join(text for text, _, _ in [*GERMAN, *ENGLISH])),
        "31.", "99.99.9999", "2022–2019", "0000-00-00", "„", "“", '"', "\n", "  ",
    ]
)  # fmt: skip


@given(
    st.one_of(st.text(), st.lists(PIECES, max_size=40).map(" ".join)),
    st.sampled_from(["de", "en"]),
    st.sampled_from(["", "2023", "2023-09", DAY, "2023-09~", "9999-12-31", "0001", "202X", "x"]),
)
def test_any_text_gives_valid_dates_within_it(text: str, lang: str, article_date: str) -> None:
    block = Block(id="p-1", type="paragraph", text=text)
    found = chronology.find_dates((block,), lang, article_date)
    for mention in found:
        assert text[mention.start : mention.end] == mention.text != ""
        assert edtf.is_valid(mention.edtf)
    for event in events.find_events((block,), found, lang):
        assert text[event.start : event.end] == event.text != ""


@pytest.mark.parametrize(("text", "date"), [("morgen", "9999-12-31"), ("gestern", "0001-01-01")])
def test_the_calendar_has_an_end(text: str, date: str) -> None:
    assert _dates(f"Das geschieht {text}.", "de", date) == []


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Am 3. Mai 2020 kam er. Zwei Tage später ging er.", "de", "2020-05-03 2020-05-05"),
        ("Am 3. Mai 2020 kam er. Am Vortag war er krank.", "de", "2020-05-03 2020-05-02"),
        ("Am Vortag war er krank gewesen.", "de", "2023-09-12"),
        ("Am 3. Mai 2020 kam er. Tags darauf war er krank.", "de", "2020-05-03 2020-05-04"),
        ("Am 3. Mai 2020 kam er. Er war tags zuvor krank.", "de", "2020-05-03 2020-05-02"),
        ("Er war am gestrigen Dienstag da.", "de", "2023-09-12"),
        ("Er war am gestrigen Montag da.", "de", ""),
        ("Am heutigen Tag wurde gefeiert.", "de", "2023-09-13"),
        ("Hans Freitag kam.", "de", ""),
        ("Von Montag bis Mittwoch wird gestreikt.", "de", "2023-09-18/2023-09-20"),
        ("In der Nacht auf Dienstag brannte es.", "de", "2023-09-12"),
        ("Er kommt jeden Freitag.", "de", ""),
        ("2019 brannte es dort schon einmal.", "de", "2019"),
        ("Es kamen rund 2000 Menschen.", "de", ""),
        ("Die Preise stiegen im August gegenüber dem Vorjahresmonat.", "de", "2023-08 2022-08"),
        ("They met in May 2020. Two weeks later they left.", "en", "2020-05"),
        ("They met on May 3, 2020. Two weeks later they left.", "en", "2020-05-03 2020-05-17"),
        ("It was founded two decades ago.", "en", "2003"),
        ("Today’s announcement ended the year’s wait.", "en", "2023-09-13"),
        ("The world today needs peace.", "en", ""),
    ],
)
def test_dates_that_hang_on_others(text: str, lang: str, expected: str) -> None:
    found = chronology.find_dates(_blocks(text), lang, "2023-09-13")
    assert " ".join(mention.edtf for mention in found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Wir spielen morgen“, sagte er am Montag.", "2023-09-12 2023-09-11"),
        ("Am Samstag kam er. „Heute haben wir gewonnen“, rief er.", "2023-09-09 2023-09-09"),
        ("„Wir spielen morgen“, sagte er.", ""),
        ("„Im vergangenen Jahr war es besser“, sagte er.", "2022"),
        ("„Wir spielen morgen“, sagte er vor dem Turnier am 2. Oktober.", "2023-10-02"),
    ],
)
def test_what_is_said_is_dated_by_the_day_on_which_it_was_said(text: str, expected: str) -> None:
    found = chronology.find_dates(_blocks(text), "de", "2023-09-13")
    assert " ".join(mention.edtf for mention in found) == expected
