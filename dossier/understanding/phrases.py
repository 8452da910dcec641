"""From a noun phrase to the speaker's name as a reader would write it in a list."""

from __future__ import annotations

import re

from msgspec.structs import replace

from dossier.understanding import roles
from dossier.understanding.attribution import Phrase
from dossier.understanding.lexicon import word_set, words
from dossier.understanding.openings import OPENINGS
from dossier.understanding.personal_names import may_be_surname
from dossier.understanding.speakers import Roster

_MARKS = re.compile('["„“”«»‚‘]')
_AT = re.compile(r" ?\bbei(?:m| den| der)\b.*")  # where somebody was heard is no part of a name
_TWO_HEADS = re.compile(r"(?<=[a-z]) and [a-z]+$")
_PRONOUNS = word_set("er sie he she they it i we man")
_OF = ("der ", "des ", "vom ", "von ")
_LEADER = re.compile(
    r"(?:[Cc]hef|[Vv]orsitzende|[Pp]räsident|[Ll]eiter|[Dd]irektor|[Vv]orstand|[Gg]ründer"
    r"|[Gg]eschäftsführer|[Ii]nhaber|[Mm]inister|[Tt]rainer)(?:in)?$"
)
_DEFINITE = word_set("der die das the dem des")
_NEUTER = re.compile(
    r".*(?:ium|amt|haus|büro|werk|institut|unternehmen|militär|gericht|parlament|komitee)e?s?"
)
_NATIONAL = re.compile(r"(?!Europä|Bayer|Katholi|Evangeli|Akademi)\w+ische")
_LONGEST_ADDITION = 7  # blanks: "of the Office for the Coordination of Humanitarian Affairs"
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}$")  # the stop of "U.S." is part of it
_BERICHTE = re.compile(r"(?<=[Bb]ericht)en$|(?<=angabe)n$")


def is_pronoun(phrase: Phrase) -> bool:
    """Whether only the context tells who is meant."""
    return not phrase.nouns and phrase.determiner in _PRONOUNS


# What stands for somebody named just before: "der Norweger", "die SPD-Politikerin", "der
# 51-Jährige". Not "der Sprecher": he has no name, or one of his own.
_PERSONAL = re.compile(
    r"\d+-[Jj]ährige[rn]?|\w*-?(?:[Pp]olitiker|[Mm]inister|[Kk]anzler|[Pp]räsident|[Cc]hef"
    r"|[Kk]apitän|[Tt]rainer|[Cc]oach|[Ss]türmer|[Tt]orwart|[Kk]eeper|[Tt]orhüter|[Pp]remier"
    r"|[Rr]epublikaner|[Dd]emokrat|[Ss]ozialdemokrat|[Mm]illiardär|[Kk]reml-?[Cc]hef|[Pp]apst"
    r"|[Bb]ürgermeister|[Ss]enator|[Vv]orsitzende|[Gg]eneralsekretär|[Mm]achthaber|[Ss]änger"
    r"|[Ss]chauspieler|[Rr]egisseur|[Aa]utor|[Uu]nternehmer|[Ff]orscher|[Vv]irologe|[Öö]konom"
    r"|[Hh]istoriker|[Dd]iplomat|[Gg]eneral|[Ww]eltmeister|[Oo]lympiasieger|[Ss]chriftsteller"
    r"|[Ll]andwirt|[Hh]andwerker|[Gg]astwirt|[Ww]inzer|[Ii]ngenieur|[Pp]hysiker|[Cc]hemiker|[Mm]aler"
    r"|[Kk]ünstler|[Mm]usiker|[Dd]irigent|[Pp]ianist|[Rr]apper|[Kk]omiker|[Kk]abarettist|[Pp]ublizist"
    r"|[Pp]hilosoph|[Ss]pieler|[Pp]rofi|[Aa]ngreifer|[Kk]omponist|[Ff]ilmemacher|[Ff]otograf|[Dd]ichter"
    r"|[Ss]chweißer|[Bb]äcker|[Ff]ischer|[Ff]örster|[Gg]ärtner|[Aa]rchitekt"
    r"|(?:[Ii]nnen|[Aa]ußen|[Ll]inks|[Rr]echts)verteidiger|[Ss]chlussmann|[Tt]orschütze|[Gg]oalie"
    r"|[Ll]äufer|[Ss]pringer|[Ss]printer|[Ss]chwimmer|[Bb]oxer|[Aa]thlet|[Bb]iathlet|[Rr]ennfahrer"
    r"|[Gg]ewerkschafter|[Ss]portler|[Dd]irektor|[Rr]entner|[Pp]ensionist|[Aa]bfahrer|[Ff]unktionär"
    r"|[Ii]ntendant|[Rr]ektor|[Kk]ardinal|[Bb]ischof|[Kk]urator|[Bb]anker|[Ii]nvestor|[Gg]ründer"
    r"|[Oo]bmann|[Ll]andeshauptmann|[Ll]andrat|[Ss]taatssekretär|[Kk]andidat|[Ss]ieger|[Mm]eister"
    r"|[Bb]auer|[Ll]ehrer|[Bb]logger|[Aa]ktivist|[Mm]athematiker|[Aa]stronom|[Jj]ournalist"
    r"|[Aa]nführer|[Oo]ppositionsführer|[Mm]anager|[Gg]ouverneur|[Mm]inisterpräsident)(?:in)?"
    r"|[A-ZÄÖÜ]\w*(?:loge|login|[Mm]ediziner|[Jj]urist|[Kk]auffrau|länder"
    r"|ländler|aner|ener|eger|izer|eizer|reicher|ritaner|ier|iner|esser"
    r"|berger|burger|Münchner|ösischer)(?:in)?|Pole|Polin|Franzose|Französin|Däne|Dänin|Schwede"
    r"|Schwedin|Finne|Finnin|Russe|Russin|Türke|Türkin|Brite|Britin|Ire|Irin|Chinese|Chinesin"
    r"|Grieche|Griechin|Portugiese|Ungar|Tscheche|Slowene|Slowake|Kroate|Serbe|Bulgare|Rumäne"
    r"|Schotte|Waliser|Baske|Katalane|Belgier|Ukrainer|Bayer|Franke|Schwabe|Sachse|Hesse|Norweger"
)
# Said of anybody who leads, knows or does something: no office that would have to fit.
_ANY_OFFICE = tuple(
    words("chef vorsitzende politiker experte forscher wissenschaftler autor künstler manager")
)
_PERSONAL_EN = word_set(
    "governor senator congressman congresswoman mayor coach manager striker midfielder defender "
    "goalkeeper winger captain singer actor actress author billionaire president premier "
    "chancellor minister lawmaker Republican Democrat Conservative king queen pope professor "
    "economist chairman chairwoman ceo CEO director filmmaker novelist playwright comedian rapper "
    "footballer sprinter swimmer cyclist golfer composer painter photographer architect chef"
)
# "said the Jamaican"
_FROM_EN = word_set(
    "American Canadian Mexican Brazilian Argentinian Argentine Chilean Colombian Jamaican Cuban "
    "Briton Englishman Scot Scotsman Welshman Irishman Frenchman Frenchwoman German Dutchman Dutch "
    "Belgian Swiss Austrian Italian Spaniard Portuguese Dane Swede Norwegian Finn Icelander Pole "
    "Czech Slovak Hungarian Romanian Bulgarian Serb Serbian Croat Croatian Slovenian Greek Turk "
    "Russian Ukrainian Belarusian Georgian Armenian Israeli Palestinian Egyptian Algerian Tunisian "
    "Moroccan Nigerian Ghanaian Senegalese Cameroonian Ethiopian Kenyan Ugandan Ivorian Australian "
    "Iranian Iraqi Syrian Lebanese Indian Pakistani Japanese Korean Chinese Thai Filipino Kiwi "
    "Californian Texan Londoner Yorkshireman Mancunian"
)
_LEADERS_EN = word_set("chief leader boss")
_BODIES_EN = word_set(
    "agency newspaper broadcaster magazine official speaker representative journalist reporter "
    "correspondent editor general head spokesman spokeswoman spokesperson analyst expert"
)
_FIRMS = re.compile(
    r".*(?:[Bb]etreiber|[Hh]ersteller|[Aa]nbieter|[Vv]ersicherer|bauer|[Ss]ender|[Vv]eranstalter"
    r"|[Pp]apier|[Rr]evier|[Aa]telier|[Qq]uartier|[Tt]urnier|[Cc]ontainer)"
)


def gender_of(phrase: Phrase) -> str:
    """Return `m` or `f` of a pronoun for one person, "?" of any other."""
    return {"er": "m", "he": "m", "sie": "f", "she": "f"}.get(phrase.determiner, "?")


def is_epithet(phrase: Phrase, lang: str) -> bool:
    """Whether it is one definite person without a name: "der Norweger", "the governor"."""
    if phrase.apposition or not phrase.nouns or not _may_be_added(phrase, lang):
        return False
    last = phrase.nouns.split()[-1]
    if lang != "de":
        known = roles.is_office(last, lang) or _stands_alone(last)
        return phrase.determiner == "the" and known and last not in _BODIES_EN
    if phrase.determiner not in ("der", "die") or " " in phrase.nouns:
        return False
    personal = _PERSONAL.fullmatch(last) is not None or roles.is_office(last, lang)
    return personal and not _FIRMS.fullmatch(last) and epithet_gender(phrase, lang) != "?"


def _may_be_added(phrase: Phrase, lang: str) -> bool:
    """Whether what stands behind a noun still lets it be an epithet.

    "der CDU-Chef in Berlin", "die Präsidentin des Verbands": who leads something is named before.
    """
    leads = phrase.addition.startswith(_OF) and _LEADER.search(phrase.nouns) is not None
    said_in = phrase.addition.startswith("in ") or leads
    return not phrase.addition or (lang == "de" and said_in)


def epithet_gender(phrase: Phrase, lang: str) -> str:
    """Return the gender that an epithet tells: `m`, `f`, "" if none, "?" if it is a plural."""
    noun = phrase.nouns
    if lang != "de":
        return ""
    if phrase.determiner == "der":
        return "m" if not noun.endswith("in") else "?"
    return "f" if noun.endswith(("in", "ährige", "sitzende", "frau", "eordnete")) else "?"


def stands_for_a_name(phrase: Phrase, lang: str) -> bool:
    """Whether an epithet means whoever was named last; "der Sprecher" may have no name at all."""
    last = phrase.nouns.split()[-1]
    if lang != "de":
        return _stands_alone(last) or _leads_something(phrase)
    return _PERSONAL.fullmatch(last) is not None


def _stands_alone(word: str) -> bool:
    return word in _PERSONAL_EN or word.endswith("-year-old") or word in _FROM_EN


def _leads_something(phrase: Phrase) -> bool:
    """Whether it is "the U.N. human rights chief": the words before tell that it is one person."""
    *before, last = phrase.nouns.split()
    return last in _LEADERS_EN and bool(before or phrase.adjectives)


def office_of(phrase: Phrase, lang: str) -> str:
    """Return the key of the office that a phrase names, "" if it names none."""
    last = phrase.nouns.split()[-1]
    if lang != "de" and last in _LEADERS_EN:
        return ""
    if last.lower().removesuffix("in").endswith(_ANY_OFFICE):
        return ""
    return roles.office_key(last, lang) if roles.is_office(last, lang) else ""


def speaker_of(phrase: Phrase, roster: Roster, lang: str) -> str:
    """Return the speaker that `phrase` names, "" for a pronoun or nobody.

    People come in the fullest form that the article has; what has no name of its own (an
    office, an institution) comes as it stands, in the nominative and without article.
    """
    nouns = _MARKS.sub("", phrase.nouns).strip()
    if not nouns or (lang == "en" and nouns.endswith(("'s", "’s"))):
        return ""
    if lang == "de" and " und " in nouns:
        return _several(nouns, phrase, roster)
    if lang == "en":
        nouns = _TWO_HEADS.sub("", nouns)  # "campaign leader and resident" is one person
        person = nouns.partition(" of ")[0]  # "Pål Henriksen of the Centre Party"
        nouns = person if roster.is_person(person) else nouns
    words = nouns.split()
    while lang == "de" and not phrase.determiner and len(words) > 1 and words[0] in OPENINGS:
        words = words[1:]
    if phrase.apposition and words[-1][0].islower():  # "Epstein's neighbor, Donald Trump"
        return roster.full_name(phrase.apposition)
    return _with_office(words, phrase, roster, lang)


def _with_office(words: list[str], phrase: Phrase, roster: Roster, lang: str) -> str:
    """Return the speaker named by words that may begin with an office."""
    cut = roles.name_after_office(words, lang)
    name = words[cut:]
    if name and name[0].startswith("("):
        name = []
    if name and cut and phrase.determiner and name[0][0].islower():  # "der Chef von Kandahar"
        phrase = replace(phrase, nouns=" ".join(words[:cut]), addition=" ".join(name))
        words, name = words[:cut], []
    if name and (cut or not phrase.determiner):
        return _named(words, name, phrase, roster, lang)
    if phrase.apposition:
        return roster.full_name(phrase.apposition)
    if not name:
        return _office(words, phrase, roster, lang) or _as_it_stands(words, phrase, lang)
    full = roster.full_name(" ".join(words)) if len(words) > 2 else ""
    if lang == "de" and len(words) > 1 and not roster.is_person(full):
        full = roster.full_name(words[-1])  # "die Olympiazweite Pudenz"
    return full if roster.is_person(full) else _as_it_stands(words, phrase, lang)


def _several(nouns: str, phrase: Phrase, roster: Roster) -> str:
    """Return the German names of several speakers."""
    parts = re.split(r" und (?:die |der |das )?", nouns)
    if phrase.apposition:
        return roster.full_name(phrase.apposition)
    last = parts[-1].split()
    named = roster.is_person(
        roster.full_name(" ".join(last[roles.name_after_office(last, "de") :]))
    )
    if " " not in parts[0] and (
        (roles.is_office(parts[0], "de") and phrase.determiner)
        or (named and len(last) > 1 and not may_be_surname(parts[0], "de"))
    ):
        parts = parts[-1:]  # "die Juristin und Autorin Juli Zeh" is one person
    return " und ".join(
        speaker_of(Phrase(nouns=part, determiner=phrase.determiner if i == 0 else ""), roster, "de")
        for i, part in enumerate(parts)
    )


def _named(words: list[str], name: list[str], phrase: Phrase, roster: Roster, lang: str) -> str:
    joined = " ".join(name)
    if len(words) == len(name) and _is_genitive_of_institution(name, roster):
        return _as_it_stands(words, phrase, lang)
    if phrase.adjectives and len(words) == len(name) and not roster.is_person(joined):
        return _as_it_stands(words, phrase, lang)
    if lang == "de" and len(words) > 1 and _NATIONAL.fullmatch(words[0]):
        return " ".join([words[0].lower(), *words[1:]])  # large only at the sentence's start
    return _BERICHTE.sub(lambda match: match[0][:-1], roster.full_name(joined))


def _is_genitive_of_institution(name: list[str], roster: Roster) -> bool:
    """Whether it is "Südkoreas Militär", not a first and a last name."""
    joined = " ".join(name)
    return len(name) > 1 and name[0].endswith(("s", "’", "'s")) and not roster.is_person(joined)


def _office(words: list[str], phrase: Phrase, roster: Roster, lang: str) -> str:
    """Return who holds the office, if the article knows exactly one such person."""
    if phrase.determiner and phrase.determiner not in _DEFINITE:
        return ""
    country = roles.country_key(phrase.adjectives.split()[-1]) if phrase.adjectives else ""
    if lang == "en" and len(words) > 1:
        country = roles.country_key(" ".join(words[:-1]))
    elif lang == "de" and len(words) > 1:
        country = roles.country_key(words[0])
    elif lang == "de" and words[-1].lower().startswith("us-"):
        country = "us"
    if phrase.addition and not country:
        place = phrase.addition.split()
        if place[0] not in ("des", "der", "of", "von"):
            return ""
        country = roles.country_key(place[-1])
    if not phrase.determiner and not country:
        return ""
    return roster.by_office(roles.office_key(words[-1], lang), country)


def _as_it_stands(words: list[str], phrase: Phrase, lang: str) -> str:
    addition = _AT.sub("", phrase.addition)
    if addition.count(" ") > _LONGEST_ADDITION:
        addition = ""
    adjectives = phrase.adjectives.split()
    if lang != "de":
        whole = " ".join([*adjectives, *words, *addition.split()]).rstrip(",")
        return whole if _INITIALS.search(whole) else whole.rstrip(",.")
    determiner = phrase.determiner
    words = list(words)
    if determiner and len(words) > 1 and words[0].endswith(("e", "en")):
        adjectives, words = [*adjectives, words[0]], words[1:]
    head = words[-1]
    adjectives = [_strong(word, determiner, head) for word in adjectives]
    if not determiner or determiner in ("dem", "des", "vom"):
        words[-1] = _nominative(head, determiner)
    return " ".join([*adjectives, *words, *addition.split()])


def _strong(adjective: str, determiner: str, head: str) -> str:
    """Give an adjective the ending that it has without an article: der russische → russischer."""
    stem = re.sub(r"(?:e|en|em|er|es)$", "", adjective)
    if stem == adjective:
        return adjective
    if determiner == "das" or (
        determiner in ("dem", "des", "vom") and _NEUTER.fullmatch(head.lower())
    ):
        return stem + "es"
    if determiner in ("dem", "des", "vom") or (determiner == "der" and adjective.endswith("e")):
        return stem + "er"
    if determiner in ("ein", "eine", "sein", "ihr"):
        return adjective
    return stem + "e"


def _nominative(noun: str, determiner: str) -> str:
    if determiner == "des":
        return re.sub(r"(?<=[^s])(?:s|es)$", "", noun) if not noun.endswith("us") else noun
    if determiner:
        return noun
    if noun.endswith(("ern", "eln")) and len(noun) > 6:  # not "Bern", "Eltern"
        return noun[:-1]
    return _BERICHTE.sub(lambda match: match[0][:-1], noun)
