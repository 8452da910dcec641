from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier import blocks, config
from dossier.found import TopicMatch
from dossier.model import Article, Topic
from dossier.understanding import words
from dossier.understanding.topics import find_topics, term_index
from dossier.writing import articlefile

ROOT = Path(__file__).parents[2]
SEED = ROOT / "content" / "articles" / "2023-09-kim-putin.md"


def topic(name: str, *terms: str, exclude: tuple[str, ...] = (), title: str = "") -> Topic:
    return Topic(
        id=name,
        title={"": title},
        description={},
        terms={"": terms},
        exclude={"": exclude} if exclude else {},
    )


def find(text: str, *topics: Topic, lang: str = "de") -> tuple[TopicMatch, ...]:
    passage = blocks.make("paragraph", text)
    return find_topics([passage], term_index(topics, lang), [one.id for one in topics])


def names(text: str, *topics: Topic, lang: str = "de") -> list[str]:
    return [match.topic for match in find(text, *topics, lang=lang)]


MISSILES = topic("missiles", "Rakete", "ballistisch", "Raketentest")
SUMMIT = topic("summit", "Gipfel", "Treffen", "Gespräche führen")


# --- the sample dossier ---------------------------------------------------------------------


def seed() -> tuple[Article, tuple[Topic, ...]]:
    article, findings = articlefile.parse(SEED.read_text("utf-8"), path=SEED.name)
    assert not findings
    return article, config.parse((ROOT / "dossier.toml").read_text("utf-8")).topic_values()


def test_the_seed_is_sorted_as_a_careful_editor_would() -> None:
    article, topics = seed()
    index = term_index(topics, "de")
    matches = find_topics(article.passages, index, [one.id for one in topics])
    numbers = {block.id: number for number, block in enumerate(article.passages, start=1)}
    found = [(numbers[match.passage], match.topic) for match in matches]
    assert found == [
        (1, "summit"),
        (2, "summit"),
        (3, "summit"),
        (4, "sanctions-threats"),
        (5, "summit"),
        (6, "missile-tests"),
        (7, "missile-tests"),
    ]


def test_every_reason_stands_in_its_passage_of_the_seed() -> None:
    article, topics = seed()
    texts = {block.id: block.text for block in article.passages}
    matches = find_topics(article.passages, term_index(topics, "de"), ())
    assert all(match.why for match in matches)
    assert all(word in texts[match.passage] for match in matches for word in match.why)


# --- evidence and scores --------------------------------------------------------------------


def test_scores_lie_between_zero_and_one_even_for_very_much_evidence() -> None:
    (match,) = find("Rakete Raketen ballistische Raketentests Kurzstreckenrakete " * 40, MISSILES)
    assert 0.9 < match.score <= 1


def test_how_a_word_matches_decides_its_weight() -> None:
    texts = ("Die Rakete flog.", "Die Raketen flogen.", "Die Kurzstreckenrakete flog.")
    scores = [find(text, MISSILES)[0].score for text in (*texts, "Das Raketengelände war leer.")]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 4


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(["Rakete", "Raketen", "ballistische", "Raketentests", "Haus"])))
def test_more_evidence_never_lowers_a_score(found: list[str]) -> None:
    def score(text: str) -> float:
        return sum(match.score for match in find(text, MISSILES))

    scores = [score(" ".join(found[:length])) for length in range(len(found) + 1)]
    assert scores == sorted(scores)


def test_a_word_counts_once_though_several_terms_fit_it() -> None:
    one, two = topic("one", "Raketentest"), topic("two", "Raketentest", "Rakete", "Test")
    text = "Nach den Raketentests blieb es still."
    assert find(text, one)[0].score == find(text, two)[0].score


def test_the_same_word_again_adds_less_and_less() -> None:
    scores = [find("Rakete " * times, MISSILES)[0].score for times in (1, 2, 3, 4, 5, 9)]
    assert scores[:4] == sorted(set(scores[:4]))
    assert scores[3] == scores[4] == scores[5]


def test_a_passage_may_have_no_topic() -> None:
    assert find("Das Wetter blieb freundlich.", MISSILES, SUMMIT) == ()
    assert find("", MISSILES) == ()


def test_a_passage_may_have_several_topics_the_strongest_first() -> None:
    text = "Beim Gipfel ging es um Raketentests, ballistische Raketen und ein Treffen im Herbst."
    found = find(text, SUMMIT, MISSILES)
    assert [match.topic for match in found] == ["missiles", "summit"]
    assert found[0].score > found[1].score


def test_equals_come_in_the_editors_order() -> None:
    first, second = topic("b", "Gipfel"), topic("a", "Rakete")
    assert names("Gipfel und Rakete", first, second) == ["b", "a"]
    assert names("Gipfel und Rakete", second, first) == ["a", "b"]


def test_a_mention_beside_a_much_stronger_topic_is_dropped() -> None:
    text = "Vor dem Treffen: Rakete, Raketentests, ballistische Geschosse, Kurzstreckenraketen."
    assert names(text, SUMMIT, MISSILES) == ["missiles"]
    assert names("Vor dem Treffen war alles ruhig.", SUMMIT, MISSILES) == ["summit"]


def test_an_excluded_term_bars_its_topic_and_no_other() -> None:
    barred = topic("bank", "Bank", exclude=("Parkbank", "Bank im Park"))
    money = topic("money", "Geld")
    assert names("Die Bank verleiht Geld.", barred, money) == ["bank", "money"]
    assert names("Auf der Parkbank lag Geld, nicht in der Bank.", barred, money) == ["money"]
    assert names("Die Bank im Park", barred) == []


def test_the_title_is_a_term() -> None:
    assert names("Ein Gipfeltreffen ist geplant.", topic("x", title="Gipfeltreffen")) == ["x"]
    assert names("Ein Gipfeltreffen ist geplant.", topic("x", title="")) == []


# --- phrases --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Sie wollen Gespräche führen.", ("Gespräche führen",)),
        ("Sie haben ein Gespräch, führen es aber nicht.", ()),
        ("Ein Gespräch. Führen will es keiner.", ()),
        ("Gespräche, die sie führen", ()),
    ],
)
def test_a_phrase_wants_its_words_side_by_side(text: str, why: tuple[str, ...]) -> None:
    found = find(text, topic("x", "Gespräche führen"))
    assert tuple(word for match in found for word in match.why) == why


def test_a_phrase_does_not_run_from_one_item_of_a_list_into_the_next() -> None:
    listed = blocks.make("list", "ein Gespräch\nführen")
    index = term_index([topic("x", "Gespräch führen")], "de")
    assert find_topics([listed], index, ()) == ()


def test_a_phrase_counts_more_than_a_word() -> None:
    phrase = find("Gespräche führen", topic("x", "Gespräche führen"))[0].score
    assert phrase > find("Gespräche", topic("x", "Gespräche"))[0].score


def test_terms_with_digits_are_those_and_no_others() -> None:
    seven = topic("g7", "G7", "Agenda 2030")
    assert names("Der G7-Gipfel tagte.", seven) == ["g7"]
    assert names("Der G20-Gipfel tagte.", seven) == []
    assert names("Die Agenda 2030 gilt.", seven) == ["g7"]
    assert names("Die Agenda 2010 galt.", seven) == []


def test_english_phrases_are_found_inflected() -> None:
    sanctions = topic("sanctions", "arms transfer", "punitive measure")
    text = "Washington announced punitive measures against arms transfers."
    (match,) = find(text, sanctions, lang="en")
    assert set(match.why) == {"punitive measures", "arms transfers"}


# --- languages ------------------------------------------------------------------------------


def test_terms_follow_the_language_of_the_text() -> None:
    both = Topic(
        id="x",
        title={"de": "Gipfel", "en": "Summit"},
        description={},
        terms={"de": ("Rat",), "en": ("council",)},
        exclude={},
    )
    assert names("The council met.", both, lang="en") == ["x"]
    assert names("A rat ran by.", both, lang="en") == []
    assert names("The summit began.", both, lang="en") == ["x"]
    assert names("Der Rat tagt.", both) == ["x"]


def test_terms_of_another_language_are_better_than_none() -> None:
    german = Topic(id="x", title={}, description={}, terms={"de": ("Embargo",)}, exclude={})
    assert names("An embargo followed.", german, lang="en") == ["x"]


# --- independence ---------------------------------------------------------------------------

_TEXTS = st.lists(
    st.lists(
        st.sampled_from(
            ("Rakete", "Raketentests", "Treffen", "Gipfel", "führen", "Gespräche", "Haus")
        ),
        max_size=8,
    ).map(" ".join),
    max_size=6,
)


@settings(max_examples=30, deadline=None)
@given(_TEXTS)
def test_a_passage_is_judged_by_itself(texts: list[str]) -> None:
    passages = blocks.number(blocks.make("paragraph", text) for text in texts)
    together = find_topics(passages, term_index([MISSILES, SUMMIT], "de"), ())
    alone = [
        match
        for passage in passages
        for match in find_topics([passage], term_index([MISSILES, SUMMIT], "de"), ())
    ]
    assert list(together) == alone
    for match in together:
        text = next(block.text for block in passages if block.id == match.passage)
        assert all(word in text for word in match.why)
        assert 0 < match.score <= 1


def test_very_many_repetitions_take_no_longer_than_their_number() -> None:
    counted = Counter[str]()
    passage = blocks.make("paragraph", "Rakete " * 40_000)
    for match in find_topics([passage], term_index([MISSILES], "de"), ()):
        counted[match.topic] += 1
    assert counted == {"missiles": 1}


def test_each_word_is_compared_once() -> None:
    index = term_index([MISSILES, SUMMIT], "de")
    find_topics([blocks.make("paragraph", "Rakete und Gipfel und Haus")], index, ())
    assert index.lexicon.found["Haus"] is index.lexicon.found["Haus"]
    assert words.WORD.findall("9/11, G7-Gipfel; Atom-U-Boot") == [
        "9", "11", "G7-Gipfel", "Atom-U-Boot",
    ]  # fmt: skip


# --- a gold set of our own -------------------------------------------------------------------

TERMS = {
    "floods": {
        "de": (
            "Hochwasser",
            "Überschwemmung",
            "Deich",
            "Pegel",
            "Starkregen",
            "Flut",
            "evakuieren",
        ),
        "en": ("flood", "flooding", "levee", "river level", "heavy rain", "evacuate", "dam"),
    },
    "elections": {
        "de": ("Wahl", "Wahlkampf", "Stimmzettel", "Kandidat", "Wahllokal", "Stichwahl", "wählen"),
        "en": ("election", "ballot", "candidate", "polling station", "runoff", "vote", "voter"),
    },
    "strikes": {
        "de": ("Streik", "Gewerkschaft", "Tarifverhandlung", "Arbeitskampf", "Lohn", "streiken"),
        "en": ("strike", "walkout", "union", "picket line", "pay deal", "wage talks"),
    },
    "interest-rates": {
        "de": ("Leitzins", "Zinsen", "Notenbank", "Zentralbank", "Inflation", "Teuerung", "EZB"),
        "en": ("interest rate", "central bank", "inflation", "rate cut", "rate hike", "Fed"),
    },
    "hospitals": {
        "de": ("Krankenhaus", "Klinik", "Pflegekraft", "Notaufnahme", "Arzt", "Patient"),
        "en": ("hospital", "clinic", "nurse", "emergency room", "doctor", "patient"),
    },
    "trade": {
        "de": ("Zoll", "Zölle", "Handelsstreit", "Ausfuhr", "Handelsabkommen", "Export", "Import"),
        "en": ("tariff", "trade deal", "trade war", "export", "import", "customs duty"),
    },
    "wildfires": {
        "de": ("Waldbrand", "Feuer", "Löschflugzeug", "Feuerwehr", "Brandstiftung", "löschen"),
        "en": ("wildfire", "forest fire", "blaze", "firefighter", "arson", "flames"),
    },
}

# Each entry: language, topics that a careful editor would give (`-` for none), then the text.
PASSAGES = """
de floods
Nach tagelangem Regen ist das Hochwasser an der Elbe weiter gestiegen. Am Mittag erreichte der
Pegel in Dresden 7,20 Meter.

de floods
Helfer schichteten in der Nacht Sandsäcke auf, weil der Deich an zwei Stellen durchweicht war.
Rund 400 Anwohner wurden vorsorglich evakuiert.

de floods
Die Überschwemmungen haben Straßen und Keller unter Wasser gesetzt; der Starkregen hielt an.

de floods
Der Landkreis will die Hochwasserschutzmauern bis 2027 erhöhen. Die Kosten trägt das Land.

de floods
An der Küste rechnen die Behörden mit einer Sturmflut. Deichläufer sind unterwegs.

de elections
Bei der Landtagswahl zeichnet sich ein knappes Ergebnis ab. Viele Wahllokale meldeten lange
Schlangen.

de elections
Der Wahlkampf geht in die letzte Woche. Beide Kandidaten traten am Abend noch einmal auf.

de elections
Weil niemand die absolute Mehrheit errang, kommt es in zwei Wochen zur Stichwahl.

de elections
Bundestagswahlen finden in der Regel alle vier Jahre statt; die Stimmzettel werden vorher
verschickt.

de elections
Gewählt wird am Sonntag zwischen 8 und 18 Uhr.

de strikes
Die Gewerkschaft hat für Donnerstag zu Warnstreiks aufgerufen. Sie fordert sieben Prozent mehr
Lohn.

de strikes
In den Tarifverhandlungen haben sich beide Seiten angenähert. Ein Arbeitskampf ist vorerst
abgewendet.

de strikes
Seit Montag streiken die Beschäftigten der Müllabfuhr. Die Tonnen bleiben stehen.

de strikes
Die Lokführergewerkschaft lehnt das Angebot ab. Die Löhne stiegen damit zu langsam, hieß es.

de strikes hospitals
An der Uniklinik legten die Pflegekräfte die Arbeit nieder. Die Gewerkschaft spricht vom größten
Streik seit Jahren, Patienten mussten verlegt werden.

de interest-rates
Die EZB hat den Leitzins um einen Viertelpunkt gesenkt. Die Inflation liegt nahe am Ziel.

de interest-rates
Steigende Leitzinsen verteuern Kredite. Die Notenbanker wollen die Teuerung bremsen.

de interest-rates
Die türkische Zentralbank überraschte die Anleger: Sie ließ die Zinsen unverändert.

de interest-rates
Im Juli ging die Inflationsrate auf 2,1 Prozent zurück, teilte das Statistikamt mit.

de hospitals
Viele Krankenhäuser auf dem Land schreiben Verluste. Drei Kliniken droht die Schließung.

de hospitals
In der Notaufnahme warteten Patienten bis zu zehn Stunden, berichtete eine Ärztin.

de hospitals
Es fehlen Ärzte und Pflegekräfte; der Verband rechnet mit weiteren Kündigungen.

de hospitals
Die Krankenhausreform sieht vor, dass nicht mehr jede Klinik alles anbietet.

de hospitals floods
Das Kreiskrankenhaus musste wegen der Überschwemmung geräumt werden. 120 Patienten wurden vor der
Flut in Sicherheit gebracht.

de trade
Washington droht mit Strafzöllen auf Autos. Brüssel will im Handelsstreit nicht nachgeben.

de trade
Die Ausfuhren nach China sanken im März um vier Prozent. Auch die Importe gingen zurück.

de trade
Das Handelsabkommen mit den Mercosur-Staaten soll die meisten Zölle abschaffen.

de trade interest-rates
Höhere Zölle treiben die Inflation, warnt die Notenbank: Einfuhrzölle verteuerten Waren, die
Zinsen könnten steigen.

de wildfires
Der Waldbrand im Harz breitet sich aus. Zwei Löschflugzeuge sind im Einsatz.

de wildfires
Waldbrände haben in Griechenland Tausende Hektar zerstört. Die Feuerwehr vermutet Brandstiftung.

de wildfires
Das Feuer war am Abend noch nicht gelöscht; der Wind fachte die Flammen an.

de wildfires
Feuerwehrleute aus drei Ländern halfen. Die Waldbrandgefahr bleibt hoch.

de -
In Brandenburg beginnt das Schuljahr am Montag. Rund 25.000 Kinder werden eingeschult.

de -
Der Trainer lobte die Mannschaft nach dem Sieg. Zur Auswahl stand ein großer Kader.

de -
Das Museum zeigt Werke aus vier Jahrhunderten. Der Eintritt ist frei.

de -
Die Fähre legt künftig stündlich ab. Walfang war hier einst der wichtigste Erwerb.

de -
Eine Messe für Musikinstrumente öffnet am Freitag ihre Tore.

en floods
Flooding closed roads across the valley on Tuesday after heavy rain. Several families were
evacuated by boat.

en floods
Engineers worked overnight to reinforce the levee. The river level is expected to peak on Friday.

en floods
The floods destroyed two bridges, and the dam upstream is nearly full.

en floods
Insurers put the cost of the flood damage at 300 million dollars.

en elections
Voters go to the polls on Sunday in an election seen as a test for the government.

en elections
Three candidates were disqualified, and the ballots had to be reprinted.

en elections
Polling stations closed at eight. Officials began counting votes at once.

en elections
A runoff will be held in May because no candidate won a majority.

en strikes
Railway workers began a two-day strike after wage talks collapsed.

en strikes
The union said the walkout would go on until a pay deal was reached.

en strikes
Teachers stood on the picket line for a third week; both unions rejected the offer.

en strikes hospitals
Nurses at the city hospital voted by a wide margin for a strike. The union says patients are at
risk.

en interest-rates
The central bank raised its interest rate by half a point, citing stubborn inflation.

en interest-rates
Investors expect a rate cut in June. Fed officials remain cautious on inflation.

en interest-rates
Higher interest rates have cooled the housing market.

en hospitals
Doctors warned that the clinic may close. Patients would have to travel 60 miles.

en hospitals
Waiting times in the emergency room rose to nine hours, and nurses are exhausted.

en hospitals
Two hospitals in the county stopped admitting patients on Monday.

en trade
The tariffs hit steel and aluminium. Exports to Asia fell sharply.

en trade
Negotiators hailed the trade deal, which scraps most customs duties on farm goods.

en trade
A trade war would hurt importers most, economists say. Imports fell in April.

en trade interest-rates
New tariffs could push up inflation, the central bank said, and export demand is weak. A rate
hike is possible.

en wildfires
Firefighters battled a wildfire that jumped the highway. Flames reached the first houses.

en wildfires
Police suspect arson in last week's forest fire. The blaze burned for six days.

en wildfires floods
After the wildfires came the rain: heavy rain on burned slopes brought flash flooding to the
canyon, and firefighters turned to filling sandbags.

en -
The museum reopened on Saturday with a show of early photographs.

en -
The striker scored twice before half time, and the coach praised the back four.

en -
A new ferry will link the two islands from spring.

de -
Eine Flut von Anträgen hat das Bauamt erreicht; die Bearbeitung dauert Monate.

de -
Feuer und Flamme war das Publikum für die junge Geigerin.

de elections
Die Opposition hofft auf einen Machtwechsel, wenn im Herbst das Parlament neu bestimmt wird.

de floods
Das Wasser stand in manchen Häusern bis zur Decke. Boote brachten die Bewohner in Sicherheit.

en -
She was awarded the title of doctor by the university for a study of medieval trade routes.

en trade
Washington slapped a 25 percent levy on foreign cars, and Brussels promised to answer in kind.

en -
Scientists described a fossil of a small bird found in the cliffs.
"""

# Measured: 0.956; what fails are figures of speech (*Flut von Anträgen*) and passages without any
# of the terms. Whoever changes words or weights may not fall below.
FLOOR = 0.95


def gold() -> list[tuple[str, set[str], str]]:
    entries = []
    for entry in PASSAGES.strip().split("\n\n"):
        head, _, text = entry.partition("\n")
        lang, *wanted = head.split()
        entries.append((lang, set(wanted) - {"-"}, text.replace("\n", " ")))
    return entries


def judged() -> list[tuple[str, set[str], set[str]]]:
    topics = [
        Topic(id=name, title={}, description={}, terms=terms, exclude={})
        for name, terms in TERMS.items()
    ]
    indexes = {lang: term_index(topics, lang) for lang in ("de", "en")}
    results = []
    for lang, wanted, text in gold():
        passage = blocks.make("paragraph", text)
        found = find_topics([passage], indexes[lang], list(TERMS))
        results.append((text, wanted, {match.topic for match in found}))
    return results


def test_the_gold_set_is_large_and_even() -> None:
    entries = gold()
    assert len(entries) >= 60
    for lang in ("de", "en"):
        counted = Counter(
            name for language, names, _ in entries if language == lang for name in names
        )
        assert set(counted) == set(TERMS)
        assert min(counted.values()) >= 3


def test_macro_f1_on_the_gold_set_does_not_fall() -> None:
    results, scores = judged(), []
    for name in TERMS:
        right = sum(name in wanted and name in found for _, wanted, found in results)
        claimed = sum(name in found for *_, found in results)
        due = sum(name in wanted for _, wanted, _ in results)
        scores.append(2 * right / (claimed + due))
    wrong = [(text, wanted, found) for text, wanted, found in results if wanted != found]
    assert sum(scores) / len(scores) >= FLOOR, wrong


def test_without_figures_of_speech_nothing_is_claimed_that_is_not_so() -> None:
    stray = [text for text, wanted, found in judged() if found - wanted]
    assert len(stray) <= 3, stray
