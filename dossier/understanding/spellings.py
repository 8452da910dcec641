"""Names that are written in several ways: Pjöngjang and Pyongyang, Wladiwostok and Vladivostok.

Countries and cities come from CLDR in German and English; a small table holds what it lacks; the
rest follows from the rules by which the two languages write Russian and Ukrainian names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from babel import Locale

# Each line is one name in its spellings, or an abbreviation with its long forms.
_TABLE = """
Abu Bakr|Abu Bekr; Assad|Asad; Belarus|Weißrussland|Belorussia; Birma|Burma|Myanmar
Bombay|Mumbai; Charkiw|Charkow|Kharkiv|Kharkov; Chamenei|Khamenei; China|Volksrepublik China|PRC
Chruschtschow|Khrushchev; Cherson|Kherson; Dnipro|Dnjepr|Dnieper; Donezk|Donetsk
EU|Europäische Union|European Union; Gaddafi|Qaddafi|Gadhafi|Kadhafi; Gorbatschow|Gorbachev
Hisbollah|Hizbollah|Hezbollah; Huthi|Huthis|Houthi|Houthis; IAEA|IAEO|Atomenergiebehörde
Jelzin|Yeltsin; Kiew|Kyjiw|Kyiv|Kiev; Krim|Crimea; Kreml|Kremlin; Luhansk|Lugansk
Lwiw|Lemberg|Lviv|Lwow; Mariupol|Mariupil; Nato|NATO|Nordatlantikpakt|North Atlantic Treaty
Nawalny|Nawalnyj|Navalny; Odessa|Odesa; Peking|Beijing|Peijing
Pjöngjang|Pyongyang|Phyongyang
Saporischschja|Saporoschje|Zaporizhzhia|Zaporizhia; Schoigu|Shoigu|Schojgu
Selenskyj|Selenski|Selenskij|Zelensky|Zelenskyy|Zelenskiy|Zelenskij; Taliban|Talibans
Tschernobyl|Tschornobyl|Chernobyl|Chornobyl; Tschetschenien|Chechnya
Antwerpen|Antwerp; Braunschweig|Brunswick; Breslau|Wrocław|Wroclaw; Danzig|Gdańsk|Gdansk
Florenz|Florence; Genf|Geneva; Genua|Genoa; Den Haag|The Hague; Hannover|Hanover; Köln|Cologne
Krakau|Kraków|Krakow|Cracow; Mailand|Milan; München|Munich; Neapel|Naples; Nürnberg|Nuremberg
Straßburg|Strasbourg; Türkei|Turkey|Türkiye; Venedig|Venice; Wien|Vienna; Zürich|Zurich
UN|UNO|Vereinte Nationen|United Nations
USA|US|Vereinigte Staaten|United States|Amerika|America; Nordkorea|North Korea|DVRK|DPRK|KDVR
Südkorea|South Korea|ROK; Großbritannien|Vereinigtes Königreich|United Kingdom|UK|Britain
Weißes Haus|White House; Jong Un|Jong-un|Jong-Un|Jongun; Jong Il|Jong-il|Jong-Il
"""
# What marks a name as written after the Russian or Ukrainian, in German and in English.
_SLAVIC_DE = re.compile(
    r"(?!deutsch|rutsch|putsch|peitsch|klatsch|quatsch|kitsch)"
    r"(?:wla|wolo|wjat|wost|tsch|schtsch|juri|jew|jel|jek|sergej|alexej|andrej|dmitrij|nikolaj)\w+|"
    r"\w+(?:ow|(?<!i)(?<!th)(?<!dr)ew|[oe]wa|skij?|skyj?|[iy]j|enko|tschuk|witsch|tschn[yi]|stok|owsk|wsk|tschik|schin)"
)
_SLAVIC_EN = re.compile(
    r"(?:vla|volo|vyach|vost|khr|khod|zhuk|zhel|yuri|yel|yev|sergey|alexey|andrey|shoig)\w+|"
    r"\w+(?:[oe]v|[oe]va|skiy?|skyy?|[iy]y|enko|chuk|vich|chn[yi]|stok|ovsk|shch\w+|zhsk|shin)"
)
_TO_EN = (
    ("schtsch", "shch"), ("tsch", "ch"), ("dsch", "j"), ("sch", "sh"), ("ch(?=[aeoru])", "kh"),
    ("w", "v"), ("j", "y"), ("ziy$", "tsiy"),
)  # fmt: skip
_TO_DE = (
    ("shch", "schtsch"), ("zh", "sch"), ("sh", "sch"), ("(?<![stkc])ch", "tsch"), ("kh", "ch"),
    ("v", "w"), ("yy$|iy$", "ij"), ("y(?=[aeou])|(?<=[aeo])y", "j"),
)  # fmt: skip


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, ...]]:
    """Map each name of the table and of CLDR, in small letters, to all its spellings."""
    groups = [line.split("|") for line in re.split(r"[;\n]\s*", _TABLE.strip())]
    names: dict[str, tuple[str, ...]] = {}
    for group in (*groups, *_from_cldr()):
        spellings = tuple(dict.fromkeys(group))
        for name in spellings:
            names.setdefault(_key(name), spellings)
    return names


def _key(name: str) -> str:
    """Fold a name, but not an abbreviation: UN is not the Un of Kim Jong Un."""
    return name if name.isupper() and len(name) < 5 else name.casefold()


def _from_cldr() -> Iterable[tuple[str, ...]]:
    """Yield countries and the cities that time zones are named after, where spellings differ."""
    german, english = Locale("de"), Locale("en")
    for code, name in german.territories.items():
        other = english.territories.get(code, name)
        if len(code) == 2 and name != other and "(" not in name + other:
            yield name, other
    for zone in german.time_zones:
        name = german.time_zones[zone].get("city")
        try:
            other = english.time_zones[zone]["city"]
        except KeyError:  # CLDR leaves out what the zone's own name says
            other = str(zone).rpartition("/")[2].replace("_", " ")
        if name and name != other and "(" not in name:
            yield name, other


@lru_cache(maxsize=50_000)
def spellings(name: str) -> tuple[str, ...]:
    """Return other spellings of a name, of one word or several; () for what is none.

    >>> spellings("Pjöngjang")
    ('Pyongyang', 'Phyongyang')
    >>> spellings("Wostotschny")
    ('Vostochny',)
    """
    known = _names()
    for form in (_key(name), _key(name).removesuffix("s")):
        if form in known:
            return tuple(one for one in known[form] if _key(one) != form)
    return _transliterated(name) if name[:1].isupper() and " " not in name else ()


@lru_cache(maxsize=1)
def long_names() -> dict[str, tuple[str, ...]]:
    """Map the first word of each known name of several words to those names, as written."""
    found: dict[str, list[str]] = {}
    for group in _names().values():
        for name in group:
            first, _, rest = name.partition(" ")
            if rest and name not in found.setdefault(first, []):
                found[first].append(name)
    return {first: tuple(names) for first, names in found.items()}


def _transliterated(name: str) -> tuple[str, ...]:
    folded = name.lower().removesuffix("s") if len(name) > 6 else name.lower()
    if len(folded) < 5:
        return ()
    for marks, rules in ((_SLAVIC_DE, _TO_EN), (_SLAVIC_EN, _TO_DE)):
        if marks.fullmatch(folded):
            other = folded
            for pattern, spelling in rules:
                other = re.sub(pattern, spelling, other)
            return (other.capitalize(),) if other != folded else ()
    return ()
