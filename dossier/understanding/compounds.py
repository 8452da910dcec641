"""Heads of German compounds without a dictionary: where a second noun may begin.

`words.match` asks whether a known term stands in a word. The search cannot ask: what readers will
type is not known when the index is made. So every place is taken where the letters before could
end a German word and those behind could begin one. A place too many costs a few bytes and finds
nothing that anybody types (`richtenagenturen`); a place too few loses an article.
"""

from __future__ import annotations

import re

from dossier.understanding.lazy import lazy_pattern
from dossier.understanding.lexicon import words
from dossier.understanding.words import COUNTRY, NO_FIRST, fold, pieces

_VOWELS = "aeiouyäöü"
_CONSONANTS = "bcdfghjklmnprstvwz"
# What a German syllable may begin with; longer ones first, as `sch` is one sound.
_CLUSTERS = words(
    "schl schm schn schr schw sch pfl pfr spl spr str chr bl br dr fl fr gl gn gr kl kn kr "
    "pf ph pl pr ps qu rh sk sp st sw sz th tr ts wr zw ch"
)
_ONSET = lazy_pattern(rf"(?:{'|'.join(_CLUSTERS)}|[{_CONSONANTS}])(?=[{_VOWELS}])")
# What it may end with: sounds fall, so that no l, r, m, n stands behind a harder consonant.
_CODA = lazy_pattern(
    r"[aeiouyäöü]h?(?:[lr]?[mn]?(?:[bcdfgkpqstvxzß]|ch|sch)+|[lr]?[lrmn]+|[lrmn]?ng?s?|h)$"
)
# Words that end with a vowel; of others only the first half of a root would (Reso|lution).
_ENDS_OPEN = lazy_pattern(
    r"(?:e|[aeä]u|ei|ie|ee|oo|ay|ey|party|handy|baby|hobby|city|story|jury|"
    r"(?:aut|audi|bi|bür|disk|eur|embarg|elektr|fot|ge|inf|kasin|kilogramm|kin|klimak|kont|log|makr|"
    r"metr|mikr|mon|nat|ök|pian|port|radi|risik|stereo|studi|temp|un|vide|vet|zer|zo)o|"
    r"(?:afrik|amerik|aren|asi|olympi|jur|chin|dat|dram|eurasi|europ|extr|firm|infr|kamer|klim|kore|meg|"
    r"lig|oper|pand|pizz|propagand|sof|them|ultr|ver|vill|vis)a|"
    r"(?:alib|ant|israel|khak|maf|min|mult|semi|sk|tax|zivil|sow|rall|gal)i|(?:men|tab|gen|na)u)$"
)
# Nouns and prefixes that begin with a vowel: without such a list each syllable would be one.
_OPEN_NOUNS = words(
    "abb abe abf abg abk abl abs abt abw abz achs adel affär agent akade akt alarm album allianz "
    "alter ameri amt anal anb anf ang ank anl anm anr ans ant anw anz apparat arbeit archi archiv "
    "arm art arz ärzt ämt äng äuße asyl atlan atom attent auf aug aus auto ebene eck effekt ehe "
    "ehr eid eigen ein eis elf elit empf end energ enkel eur engag engp enk entf entg enth entl "
    "ents entw erb erd ereig erf erg erh erk erl erm ern eröff ers ert erw erz esse etat etapp "
    "exper export idee import index indus infek inflat info inha[bl] init insass insel inst inte "
    "inves inv objekt ober ofen offen offiz öff öl oper opfer option oppos orches order ordn "
    "organ ort ost übe uhr umb umf umg ums umw unf ung[lu] unif union univ unruh unt unr urk url "
    "urs urt urw"
)
_OPEN = lazy_pattern("|".join(_OPEN_NOUNS))
# The first two letters of all that may stand second: half of all places are none of it.
_BEGINNINGS = frozenset(
    [consonant + vowel for consonant in _CONSONANTS for vowel in _VOWELS]
    + [start[:2] for start in (*_CLUSTERS, *_OPEN_NOUNS)]
)
# Nouns of three letters that often stand second; other ends as short are endings.
_SHORT = re.compile(
    r"(?:akt|amt|art|bad|bau|bus|eis|gas|hof|lob|mut|not|ort|rad|rat|see|tag|tat|tod|tor|typ|uhr|"
    r"weg|wut|zug|höf|züg|rät|ämt|bäd|räd|tön|ton)(?:e|en|er|ern|es|s)?|öls?"
)
_SUFFIX = lazy_pattern(
    r"(?:schaft|heit|keit|ismus|lich(?!t)|isch|tion|sion|ität)\w*|ung(?:en|s)?|"
    r"(?:[bdfgklmnprstwz]|sch|ch|st)+(?:ung(?:en|s)?|ig(?:e[mnrs]?|keit\w*)?|erinn?e?n?|eri?sch\w*|ern?s?|eln?s?|"
    r"en[dst]?\w?|ions?|ien|ie|iers?|iert\w*|ieren|isch\w*|ismus|ist(?:en)?|um[s]?|us|isten)"
)
# … and those that look like one but are nouns.
_NOUN = lazy_pattern(
    r"(?:bild|feld|geld|held|gipfel|hotel|kanzl|leb|wes|wag|läd|lad|bod|hand[ln]|mitt[el]|mutt|"
    r"vat|brud|schwest|führ|fahr|spiel|lehr|bau|kind|bürg|wähl|schül|les|hör|geb|nehm|hab|tät|räub|"
    r"meist|minist|sprech|trag|träg|test|trefen|treff|woch|monat|lag|kamm|wass|feu|mess|zimm|"
    r"kell|somm|wint|mau|meer|bock|knoch|kuch|gart|hafen|häf|haf|reg|brunn|stiefel|nagel|kabel|"
    r"tunnel|handel|wandel|mangel|wechsel|artikel|titel|sessel|formel|regel|tafel|"
    r"opf|kand|fehl|ritt|schiff|flieg|gegn|kost|schad|läuf|send|schreib|werf|red|steu|"
    r"bier|tier|stier|gier|kern|stern|tisch|fisch|frist|list|mist|zwist|spr[uü]ng|schw[uü]ng|spion|"
    r"knie|trend|rent|wend|spend|szen|"
    r"körp|fing|nam|glaub|ford|förd|leit|reit|arbeit|berg|burg|züg|les|ess|trink|leid)"
    r"(?:e|er|n|en|el)?(?:n|s|in|innen|ns|t|ts|te|ten|tes|ung|ungen)?"
)
_FOREIGN = re.compile(r"ch(?:ef|em|ina|ine|ip|ar|ron|or)")
_CLUSTER = re.compile(r"[pkbgf][rl]|kn")  # tr and dr also meet by chance: Welt|raum
_LONGEST_END = 12  # letters that a first noun is told by
_SHORTEST = 6  # of a compound: Ölpreis has seven letters, Atomtod too
_MOST = 6  # heads of one word: Bundes|verfassungs|gerichts|präsident has three


def heads(word: str) -> tuple[str, ...]:
    """Return what may be a noun at the end of the compound `word`, longest first, in small letters.

    >>> heads("Waffengeschäfte")
    ('geschäfte', 'schäfte')
    >>> heads("Wirtschaft")
    ()
    """
    if "-" not in word:
        return _heads(fold(word)) if word[0].isupper() else ()
    found: dict[str, None] = {}
    for piece in pieces(word):
        if piece != word and len(piece) > 2:
            found[piece.casefold()] = None
        if "-" not in piece and (piece[0].isupper() or piece != word):
            found.update(dict.fromkeys(_heads(fold(piece))))
    return tuple(found)


def _heads(folded: str) -> tuple[str, ...]:
    if len(folded) < _SHORTEST or COUNTRY.fullmatch(folded):
        return ()
    places = range(2, len(folded) - 1)
    likely = [
        at for at in places if folded[at : at + 2] in _BEGINNINGS and _may_stand_second(folded[at:])
    ]
    return tuple([folded[at:] for at in likely if _may_split(folded, at)])[-_MOST:]


def _may_split(folded: str, at: int) -> bool:
    """Whether a first noun may end before what may stand second."""
    first, second = folded[:at], folded[at:]
    if not _may_stand_first(first):
        return False
    before, behind = first[-1], second[0]
    if before == behind and first[-2] in _VOWELS:
        return len(first) > 3 or bool(
            _SHORT.fullmatch(first)
        )  # Ziel|linie, Gas|streit, not Waf|fen
    if len(second) < 5 and _CLUSTER.match(before + behind) and _CODA.search(first[:-1]):
        return first.endswith("ng")  # Ölp|reis, but Lang|lauf
    if _FOREIGN.match(second):
        return before != "c"  # Staats|chef
    return not (before + second[:2]).startswith(("ch", "ck", "sch", "ph", "qu"))


def _may_stand_second(second: str) -> bool:
    if len(second) < 4:
        return bool(_SHORT.fullmatch(second))
    if not _begins(second):  # first what is tried in the quickest way
        return bool(_NOUN.fullmatch(second) and _SUFFIX.fullmatch(second))
    return not _SUFFIX.fullmatch(second) or bool(_NOUN.fullmatch(second))


def _begins(second: str) -> bool:
    """Whether a noun may begin so, whatever it ends in."""
    if second[0] in _VOWELS:
        return bool(_OPEN.match(second))
    onset = _ONSET.match(second)  # a vowel follows
    # Par|tei|chef, but not Kommo|de
    return onset is not None and len(second) - onset.end() - 1 > (onset.end() < 2)


def _may_stand_first(first: str) -> bool:
    if (
        first in NO_FIRST
        or _NO_WORD.fullmatch(first)
        or (len(first) < 3 and first not in _TWO_LETTERS)
    ):
        return False
    ends = _ENDS_OPEN if first[-1] in _VOWELS else _CODA
    return ends.search(first, max(0, len(first) - _LONGEST_END)) is not None


_TWO_LETTERS = frozenset(("öl", "eu", "un", "us", "tv", "ei"))
# Beginnings that are prefixes of verbs and their nouns: Be|schluss, Ge|spräch.
_NO_WORD = re.compile(
    r"ent|emp|ver|zer|miss|pro|kon|kom|dis|res|wid|(?:ge|be)(?:[bdfghkprtvwz]|sp?|sch|st|pf)"
)
