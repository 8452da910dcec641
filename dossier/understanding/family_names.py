"""Which word of a person's name is the family name, and when two spellings are one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dossier.understanding.lexicon import word_set

# Family names that stand first. Ambiguous with a given name (Kim, Lee) only in the pattern below.
_KOREAN = word_set(
    "Kim Lee Yi Park Pak Choe Choi Jong Jung Jeong Chung Kang Cho Yoon Yun Jang Chang Lim Im Han "
    "Shin Sin Suh Seo Kwon Hwang Ahn An Song Ryu Yoo Yu Hong Moon Mun Ri Rhee Ban Bae Baek Paek "
    "Hyon No Roh Noh O Oh Pyon Kwak Nam Chon Jo Won Ko Koh Ma So Sohn Son Tae Thae Ha Hur Heo Chun"
)
_CHINESE = word_set(
    "Xi Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng "
    "Liang Xie Tang Deng Mao Jiang Wen Bo Ai Zeng Peng Lu Han Cao Qin Qian Tsai Chiang Yao Jin"
)
_SYLLABLE = re.compile(r"[A-Z]?[a-z]{1,4}")
_KOREAN_GIVEN = re.compile(r"[A-Z][a-z]{1,5}-?[A-Z]?[a-z]{1,6}|[A-Z][a-z]{1,4}")
_PINYIN_PART = r"(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?(?:[aeiouü]{1,3})(?:ng|n|r)?"
_PINYIN = re.compile(rf"{_PINYIN_PART}(?:-?{_PINYIN_PART})?", re.IGNORECASE)
_PARTICLE = word_set("von van de del di da du der den la le bin ibn al el ten ter zu zum")
_SUFFIX = word_set("Jr Jr. Sr Sr. II III IV")
_MIDDLE = re.compile(r"[A-Z]\.?")
# English short forms of given names; one person bears both.
_SHORT = {
    short: full
    for full, shorts in (
        ("Alexander", "Alex"), ("Andrew", "Andy"), ("Antony", "Tony Anthony"),
        ("Benjamin", "Ben"), ("Charles", "Chuck Charlie"), ("Christopher", "Chris"),
        ("Daniel", "Dan Danny"), ("David", "Dave"), ("Donald", "Don"), ("Edward", "Ed Eddie"),
        ("Elizabeth", "Liz Beth"), ("Gregory", "Greg"), ("James", "Jim Jimmy"),
        ("Jeffrey", "Jeff"), ("Joseph", "Joe"), ("Kenneth", "Ken"), ("Lawrence", "Larry"),
        ("Matthew", "Matt"), ("Michael", "Mike"), ("Nicholas", "Nick"), ("Peter", "Pete"),
        ("Richard", "Rick Dick"), ("Robert", "Bob Rob Bobby"), ("Ronald", "Ron"),
        ("Samuel", "Sam"), ("Stephen", "Steve Steven"), ("Thomas", "Tom"), ("Timothy", "Tim"),
        ("William", "Bill Will Willie"),
    )
    for short in shorts.split()
}  # fmt: skip
_TRANSCRIPTION = (
    ("tsch", "ch"), ("sch", "sh"), ("dsch", "j"), ("zh", "sh"), ("kh", "ch"), ("ts", "s"),
    ("tz", "s"), ("z", "s"), ("w", "v"), ("j", "y"), ("ph", "f"), ("ck", "k"), ("x", "ks"),
    ("ss", "s"),
)  # fmt: skip
_PLAIN = str.maketrans({"’": "'", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LAST_VOWEL, _DOUBLE = re.compile(r"[yi]+(?= |$)"), re.compile(r"(\w)\1")
# More names than the largest dossier has: looked through from end to end, a smaller cache would
# not have a single one of them when it is asked again.
_MANY = 1 << 18


@lru_cache(maxsize=_MANY)
def family(name: str) -> str:
    """Return the family name within `name`, "" for a single word.

    >>> [family(name) for name in ("Kim Jong Un", "Wladimir Putin", "Ursula von der Leyen")]
    ['Kim', 'Putin', 'von der Leyen']
    """
    words = name.split()
    if len(words) < 2:
        return ""
    if stands_first(words):
        return words[0]
    for place in range(1, len(words)):
        if words[place].lower() in _PARTICLE:
            return " ".join(words[place:])
    return words[-1] if words[-1].rstrip(".") not in ("Jr", "Sr", "II", "III") else words[-2]


def stands_first(words: list[str]) -> bool:
    """Whether the family name is the first of `words`: Korean and Chinese order."""
    first, given = words[0], words[1:]
    if first in _KOREAN:
        if len(given) == 2 and all(_SYLLABLE.fullmatch(word) for word in given):
            return True
        if len(given) == 1 and "-" in given[0]:
            return _KOREAN_GIVEN.fullmatch(given[0]) is not None
    if first in _CHINESE and len(given) == 1:
        return _PINYIN.fullmatch(given[0]) is not None
    return False


@lru_cache(maxsize=_MANY)
def key(name: str) -> str:
    """Return the same for spellings of one name: accents, hyphens, transcriptions.

    >>> key("Wladimir Putin") == key("Vladimir Putin"), key("Kim Jong-un") == key("Kim Jong Un")
    (True, True)
    """
    plain = name.lower().replace("-", " ")
    if not plain.isascii():
        plain = _without_accents(plain.translate(_PLAIN))
    for written, same in _TRANSCRIPTION:
        plain = plain.replace(written, same)
    return _DOUBLE.sub(r"\1", _LAST_VOWEL.sub("y", plain))


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(one for one in decomposed if not unicodedata.combining(one))


def middle(name: str) -> str:
    """Return the one initial between a given and a family name, "" without one.

    >>> middle("Joseph R. Biden Jr."), middle("J. F. Kennedy"), middle("George H. W. Bush")
    ('R', '', '')
    """
    words = [word for word in name.split() if word not in _SUFFIX]
    if len(words) == 3 and _MIDDLE.fullmatch(words[1]) and not _MIDDLE.fullmatch(words[0]):
        return words[1][0]
    return ""


def plain(name: str) -> str:
    """Return a person's name without initial in the middle and suffix, its given name in full.

    >>> plain("Joseph R. Biden Jr."), plain("Joe Biden"), plain("Joe")
    ('Joseph Biden', 'Joseph Biden', 'Joe')
    """
    words = [word for word in name.split() if word not in _SUFFIX]
    if len(words) < 2:
        return name
    kept = [words[0], words[2]] if middle(name) else words
    return " ".join((_SHORT.get(kept[0], kept[0]), *kept[1:]))
