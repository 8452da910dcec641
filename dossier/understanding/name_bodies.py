"""Names of organisations that are phrases: "Deutsche Bank", "FC Nürnberg", "Bank of America"."""

from __future__ import annotations

from dossier.understanding import name_words as w
from dossier.understanding import organisations
from dossier.understanding.lexicon import word_set
from dossier.understanding.name_candidates import Candidate, is_proper, organisation
from dossier.understanding.name_tokens import Tokens

FORMS = word_set("AG GmbH KG SE Inc Inc. Corp Corp. Ltd Ltd. LLC Plc plc SA SpA Group Holding")
OPENERS = word_set("United National State Supreme Foreign White North South New")
_CONNECTING = word_set("of for and")
_QUOTES = frozenset('"„“»‚')
_LONGEST = 7  # words


def body_at(tokens: Tokens, place: int) -> Candidate | None:
    """Return the organisation that a phrase beginning at `place` names."""
    word, flags = tokens.words[place], tokens.flags[place]
    found = None
    if tokens.lang != "de" or word in organisations.ENGLISH:
        found = english_body(tokens, place)
    if found or tokens.lang != "de":
        return found
    if flags & w.LISTED and word[0].isdigit():  # "1. FC Nürnberg"
        following = tokens.after(place)
        return _club(tokens, place, place + 1) if organisations.is_club(following) else None
    if flags & w.ACRONYM and tokens.joined(place) and tokens.flags[place + 1] & w.PLACE:
        return organisation(place, place + 2)  # "MSV Duisburg"
    if flags & w.ACRONYM and tokens.joined(place) and organisations.is_club(word):
        return _club(tokens, place, place)  # "FC Carl Zeiss Jena"
    if flags & w.BODY:
        found = _german_body(tokens, place, word)
    if not found and flags & (w.MODIFIER | w.DEMONYM | w.PLACE):
        found = _modified_head(tokens, place)
    return found or _company(tokens, place)


def _german_body(tokens: Tokens, place: int, word: str) -> Candidate | None:
    before, joined = tokens.before(place), tokens.joined(place)
    if word == "Union":
        return organisation(place, place + 1) if before in ("die", "der", "Die", "Der") else None
    if joined and _says_who(tokens, place, word):
        return None
    found = None
    if joined and organisations.is_club(word):
        found = _club(tokens, place, place)
    elif joined and organisations.is_local(word) and is_proper(tokens, place + 1):
        return organisation(place, _run(tokens, place + 1))
    elif organisations.takes_purpose(word):
        found = _purpose(tokens, place, place) or _of_members(tokens, place)
    if not found and organisations.is_body(word, before):
        return organisation(place, place + 1)
    return found


def _says_who(tokens: Tokens, place: int, word: str) -> bool:
    """Whether the name behind a word is meant: "Landrat Seiffert", "Nachrichtenagentur AFP"."""
    if word.endswith("rat"):
        return is_proper(tokens, place + 1)
    return word.endswith("agentur") and bool(tokens.flags[place + 1] & w.ACRONYM)


def _of_members(tokens: Tokens, place: int) -> Candidate | None:
    """Read "Bundesverband deutscher Banken"."""
    after = tokens.after(place)
    if after.endswith("scher") and after.islower() and tokens.joined(place + 1):
        return organisation(place, place + 3) if tokens.is_capital(place + 2) else None
    return None


def _club(tokens: Tokens, place: int, head: int) -> Candidate | None:
    if not is_proper(tokens, head + 1) or not tokens.joined(head):
        return None
    end = _run(tokens, head + 1)
    if tokens.after(end - 1).isdigit():
        end += 1
    return organisation(place, end)


def _run(tokens: Tokens, place: int) -> int:
    """Return the end of the proper words, three at most, that begin at `place`."""
    end = place + 1
    while end < place + 3 and tokens.joined(end - 1) and is_proper(tokens, end):
        end += 1
    return end


def _purpose(tokens: Tokens, place: int, head: int) -> Candidate | None:
    """Read "für …" with its nouns, joined by "und"."""
    if tokens.after(head) not in ("für", "zur"):
        return None
    end = head + 2
    if not tokens.is_capital(end):
        return None
    while tokens.is_capital(end):
        end += 1
        if tokens.after(end - 1) == "und" and tokens.is_capital(end + 1):
            end += 1
        elif not tokens.joined(end - 1):
            break
    return organisation(place, end)


def _modified_head(tokens: Tokens, place: int) -> Candidate | None:
    """Read "Deutsche Bank", "Berliner Zeitung", "Bayerisches Staatsministerium für …"."""
    if not tokens.joined(place) or not tokens.is_capital(place + 1):
        return None
    word, head = tokens.words[place], tokens.words[place + 1]
    if not organisations.is_proper_head(head) or not _is_modifier(tokens, place, word):
        return None
    if organisations.takes_purpose(head) and tokens.after(place + 1) == "für":
        return _purpose(tokens, place, place + 1)
    return organisation(place, place + 2)


def _is_modifier(tokens: Tokens, place: int, word: str) -> bool:
    """Whether `word` is an adjective that belongs to a name, not to the sentence."""
    flags = tokens.flags[place]
    if word[-1] not in "ernsmh" or not (flags & w.SMALL or word.endswith("er")):
        return False
    if flags & w.PLACE and w.without_genitive(word) != word:
        return False  # "Deutschlands Presse"
    opens = tokens.opens(place) and tokens.precedes(place) not in _QUOTES
    doubtful = flags & (w.OFFICE | w.OTHER | w.KIND) or (opens and flags & w.SMALL)
    return not doubtful or bool(flags & w.DEMONYM)


def _company(tokens: Tokens, place: int) -> Candidate | None:
    """Read "Bilfinger Berger AG", "Müller & Söhne"."""
    if tokens.flags[place] & (w.OTHER | w.OFFICE | w.DULL):
        return None
    end = place + 1
    while end < place + 5 and tokens.joined(end - 1):
        if tokens.words[end] in FORMS:
            return organisation(place, end + 1)
        if not is_proper(tokens, end):
            break
        end += 1
    stop = tokens.ends[end - 1]
    if tokens.text.startswith(" & ", stop) and tokens.is_capital(end):
        return organisation(place, end + 1)
    return None


def english_body(tokens: Tokens, place: int) -> Candidate | None:
    """Read a run of capitals that holds a head: "Department of Commerce", "Delta Airlines"."""
    end, stop = place, 0
    while tokens.is_capital(end) and end < place + _LONGEST:
        flags = tokens.flags[end]
        if flags & (w.OFFICE | w.OTHER) and tokens.words[end] not in OPENERS:
            break
        end += 1
        if flags & w.HEAD:
            stop = end
        if not tokens.joined(end - 1):
            break
        if stop == end and tokens.words[end] in _CONNECTING:
            following = end + 1 + (tokens.after(end) == "the")
            if tokens.is_capital(following) and not tokens.flags[following] & w.OTHER:
                end = stop = following + 1
                if not tokens.joined(end - 1):
                    break
    return organisation(place, stop) if stop - place > 1 else None
