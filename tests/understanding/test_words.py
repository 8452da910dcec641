from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.understanding.words import WORD, How, fold, lexicon, match, pattern, pieces, stem


def how(term: str, word: str, lang: str = "de") -> How | None:
    return match(pattern(term, lang), word)


@pytest.mark.parametrize(
    ("term", "word"),
    [
        ("Rakete", "Kurzstreckenraketen"),
        ("Geschäft", "Waffengeschäfte"),
        ("Test", "Raketentests"),
        ("Test", "Atomtest"),
        ("Drohung", "Sanktionsdrohungen"),
        ("Wahl", "Bundestagswahl"),
        ("Krieg", "Angriffskriegs"),
        ("Schule", "Hochschulen"),
        ("Bank", "Zentralbank"),
        ("Brand", "Großbrand"),
        ("Brand", "Waldbrände"),
        ("Haus", "Krankenhäusern"),
        ("Vertrag", "Handelsverträgen"),
        ("Land", "Bundesländer"),
        ("Markt", "Finanzmärkten"),
        ("Zoll", "Strafzölle"),
        ("Zinsen", "Leitzins"),
        ("Arzt", "Hausärzte"),
        ("Preis", "Strompreise"),
    ],
)
def test_the_last_noun_of_a_compound_is_its_head(term: str, word: str) -> None:
    assert how(term, word) == "head"


@pytest.mark.parametrize(
    ("term", "word"),
    [
        ("Rakete", "Raketentests"),
        ("Waffe", "Waffengeschäfte"),
        ("Sanktion", "Sanktionsdrohungen"),
        ("Wahl", "Wahlkampf"),
        ("Wahl", "Wahltag"),
        ("Partei", "Parteitag"),
        ("Bundestag", "Bundestagswahl"),
        ("Hochwasser", "Hochwasserschutz"),
        ("Krieg", "Kriegsende"),
        ("Brand", "Brandstiftung"),
        ("Kind", "Kindergarten"),
    ],
)
def test_the_first_noun_of_a_compound_is_a_part(term: str, word: str) -> None:
    assert how(term, word) == "part"


@pytest.mark.parametrize(
    ("term", "word"),
    [
        ("Haus", "Häuser"),
        ("Vertrag", "Verträge"),
        ("Land", "Länder"),
        ("Rat", "Räte"),
        ("Arzt", "Ärzte"),
        ("Amt", "Ämter"),
        ("Unfall", "Unfälle"),
        ("Krankenhaus", "Krankenhäuser"),
        ("Sanktion", "Sanktionen"),
        ("Virus", "Viren"),
        ("Zentrum", "Zentren"),
        ("Minister", "Ministerin"),
        ("ballistisch", "ballistischer"),
        ("warnen", "warnten"),
        ("warnen", "gewarnt"),
        ("warnen", "warnenden"),
        ("melden", "meldete"),
        ("verhängen", "verhängt"),
        ("abfeuern", "abgefeuert"),
        ("ändern", "geändert"),
        ("wählen", "Gewählt"),
    ],
)
def test_inflected_forms_are_the_word(term: str, word: str) -> None:
    assert how(term, word) == "stem"


@pytest.mark.parametrize(
    ("term", "word"),
    [
        ("Brand", "Brandenburg"),
        ("Liga", "Ligatur"),
        ("Krieg", "kriegen"),
        ("Film", "filmen"),
        ("Test", "Protest"),
        ("Test", "Attest"),
        ("Land", "Russland"),
        ("Land", "Deutschlands"),
        ("Land", "Niederländern"),
        ("Rat", "Heirat"),
        ("Bank", "Bankett"),
        ("Bau", "Bauer"),
        ("Bau", "Bauern"),
        ("Wahl", "Auswahl"),
        ("Wahl", "Walfang"),
        ("Spiel", "Beispiel"),
        ("Haft", "Botschaft"),
        ("Schule", "Schulden"),
        ("Mann", "Mannschaft"),
        ("Regen", "Regent"),
        ("Gericht", "Nachricht"),
        ("Sonne", "Sonntag"),
        ("Miete", "Vermieter"),
        ("fordern", "fördern"),
        ("fördern", "forderte"),
        ("Dürre", "dürre"),
        ("Steuer", "steuern"),
        ("Präsident", "Präsidentschaft"),
        ("Ton", "Tonne"),
        ("Star", "Start"),
    ],
)
def test_false_friends_stay_strangers(term: str, word: str) -> None:
    assert how(term, word) is None


def test_a_german_noun_wants_a_capital_and_a_verb_does_not() -> None:
    assert how("Treffen", "treffen") is None
    assert how("Treffen", "Treffen") == "word"
    assert how("drohen", "Drohen") == "word"
    assert how("drohen", "droht") == "stem"
    assert how("Warnung", "Frühwarnung") == "head"


def test_parts_of_a_hyphenated_word_count_as_words() -> None:
    assert pieces("Atom-U-Boote") == ("Atom-U-Boote", "U-Boote", "Atom", "Boote")
    assert pieces("Gipfel") == ("Gipfel",)
    assert how("Atom", "Atom-U-Boote") == "word"
    assert how("U-Boot", "Atom-U-Boote") == "stem"
    assert how("Boot", "Atom-U-Boote") == "stem"
    assert how("Sicherheitsrat", "UN-Sicherheitsrats") == "stem"
    assert how("Test", "Raketentests-Programm") == "head"


@pytest.mark.parametrize(
    ("term", "word", "expected"),
    [
        ("sanction", "sanctions", "stem"),
        ("sanction", "sanctioned", "stem"),
        ("policy", "policies", "stem"),
        ("threaten", "threatening", "stem"),
        ("missile", "missile", "word"),
        ("missile", "Missile", "word"),
        ("test", "test-fired", "word"),
        ("test", "protest", None),
        ("bank", "bankrupt", None),
        ("general", "generate", None),
        ("rat", "rate", None),
        ("Kim", "Kim’s", "stem"),
    ],
)
def test_english_words_are_compared_by_stem(term: str, word: str, expected: How | None) -> None:
    assert how(term, word, "en") == expected


def test_folding_makes_spellings_equal() -> None:
    assert fold("Straße") == fold("STRASSE") == "strasse"
    assert fold("Kim’s") == "kim's"
    assert how("Strasse", "Straße") == "word"
    assert stem("raketen", "de") == stem("rakete", "de")


def test_words_are_cut_out_of_a_text() -> None:
    text = "„Atom-U-Boote“, sagte Kim’s Sprecher 2023: G7; über_morgen."
    found = ["Atom-U-Boote", "sagte", "Kim’s", "Sprecher", "2023", "G7", "über", "morgen"]
    assert WORD.findall(text) == found


TERMS = (  # noqa: SIM905 - words in a row are easier to read
    "Rakete Test Geschäft warnen abfeuern Land Haus Vertrag Virus Wahl Bau Atom-U-Boot Arzt G7 "
    "ballistisch Bank Zinsen"
).split()
WORDS = (  # noqa: SIM905 - words in a row are easier to read
    "Raketentests Atomtest Protest Waffengeschäfte warnte gewarnt abgefeuert Bundesländer Russland "
    "Krankenhäuser Handelsverträge Viren Wahltag Bauer Neubau Atom-U-Boote Ärzte Aerzte G7-Gipfel "
    "ballistischen Zentralbank Leitzins zu U 7 Ä ß Test-Test"
).split()


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_lexicon_answers_as_each_pattern_alone(lang: str) -> None:
    patterns = [pattern(term, lang) for term in (*TERMS, *TERMS[:2])]
    whole = lexicon(patterns)
    assert whole.patterns == tuple(patterns[: len(TERMS)])
    for word in (*TERMS, *WORDS):
        alone = [(number, match(one, word)) for number, one in enumerate(whole.patterns)]
        assert whole.found[word] == tuple(pair for pair in alone if pair[1])


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=30), st.sampled_from(TERMS))
def test_no_text_breaks_the_comparison(text: str, term: str) -> None:
    for lang in ("de", "en"):
        one = pattern(term, lang)
        known = lexicon([one])
        for word in WORD.findall(text):
            expected = match(one, word)
            assert known.found[word] == (((0, expected),) if expected else ())


def test_the_same_terms_are_prepared_once() -> None:
    patterns = [pattern("Rakete", "de"), pattern("Gipfel", "de")]
    assert lexicon(patterns) is lexicon([*patterns, patterns[0]])
    assert lexicon(patterns) is not lexicon(patterns[:1])
