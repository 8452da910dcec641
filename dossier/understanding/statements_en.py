"""Where a statement begins that English reports without quotation marks or "that"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.understanding.lexicon import word_set, words
from dossier.understanding.people_named import CAPITAL
from dossier.understanding.speech_en import PARTICIPLES, SHORT_TAIL, THAT, THAT_VERBS, WHEN

_AUXILIARY = (
    r"(?:is|are|was|were|has|had|have|will|would|could|can|cannot|did|does|do|may|might|should"
    r"|must|wo|ca|\w+n[’']t)\b"
)
_PRONOUN = r"(?:he|she|it|they|we|there|this|these|those|I|you)\b"
# A noun phrase and an auxiliary; "the plan that was …", "plans to …" are objects.
_NOUNS = (
    r"(?:(?!(?:that|which|who|whose|whom|to|and|or|but|as|if|because|when|while|where|whereby|than)\b)"
    rf"[\w$£€%’'.-]+ ){{1,12}}?{_AUXILIARY}"
)
_CLAUSE = rf"(?:{_PRONOUN}|{_NOUNS})"
# The past of strong verbs that news has often.
_PAST = (
    r"(?:went|came|fell|rose|took|felt|left|kept|made|gave|knew|held|lost|won|led|became|began|grew"
    r"|stood|broke|ran|saw|got|met|paid|sent|sold|spent|brought|thought|fought|chose|drove|spoke|found|hurt"
    r"|wanted|cost)\b"
)
# After these a clause needs no "that".
_PLAIN = re.compile(rf"{WHEN}? (?={_CLAUSE})")
_SAID = re.compile(
    rf"{WHEN}? (?=(?!(?:so|no|yes|goodbye|hello|sorry|thank\w*|nothing|little|much|more(?! than)"
    r"|it all|that|what|why|how|in|on|at|to|of|with|by|from|about|during|after|before|while|when|as"
    rf"|for|and|but|through|via)\b)(?:{_CLAUSE}|(?:the|an?|its|his|her|their|our|no|all|some|most|many|more|at"
    rf" least|[{CAPITAL}]|(?:[a-z-]{{3,}} )?[a-z]{{3,}}s\b)[^\x02;:]*? (?:{_AUXILIARY}"
    rf"|[a-z]{{3,}}(?:ed|es|ew)\b|{_PAST})))"
)
_TOLD = re.compile(
    r" (?:(?:the|an?|his|her|their|its) )?[\w’'.&-]+(?: [\w’'.&-]+){0,7}?"
    rf"{WHEN}? (?=(?:he|she|it|they|we|there)\b)"
    r"|(?: (?:reporters|journalists|lawmakers|Congress|parliament|MPs|senators|supporters|investors"
    r"|viewers|colleagues|diplomats|officials|[A-Z]{2,5}|[A-Z]\w+(?: [A-Z]\w+){1,3}|them|him|her"
    r"|the (?:[A-Z]\w+|court|jury|committee|council|meeting|inquiry|hearing|judge))"
    rf"{WHEN}? (?={_CLAUSE}))"
)
_TOLD_THAT = re.compile(
    rf" (?:(?:the|an?|his|her|their|its) )?[\w’'.&-]+(?: [\w’'.&-]+){{0,5}}?{WHEN}?,? that "
)
_POSTED = re.compile(r" (?:on|to) (?:[A-Z]\w*|social media)[\w ]{0,40}? that ")
_SAYING = word_set("said says say saying added adds")
_BARE = _SAYING | word_set(
    "argued argues argue admitted admits claimed claims claim insisted "
    "insists insist suggested suggests denied denies noted notes warned warns warn pledged "
    "predicted predicts announced confirmed acknowledged stated states alleged alleges estimated "
    "estimates revealed vowed maintained maintains contended contends explained added adds "
    "conceded stressed promised promises reported adding "
    "warning noting insisting claiming arguing stating stressing believing explaining "
    "admitting suggesting"
)
_AGAIN = words(
    "said says added adds insisted insists claimed claims argued argues warned warns denied "
    "denies admitted stressed noted acknowledged suggested believes promised testified predicted"
)
FURTHER = re.compile(
    rf"(?:, (?P<participle>{'|'.join(PARTICIPLES)})"
    r"|(?<! by)(?<! of)(?<! is)(?<! in)(?<!was)(?<!are)(?<!eep)(?<!kept) (?P<saying>saying)"
    r"|(?:,? after|,? before|,? by|,? while) (?P<claiming>insisting|claiming|warning|arguing"
    r"|stating|suggesting|admitting|saying)"
    rf"|,? (?:and|but) (?:(?:he|she|they|also|later|then|has|have) ){{0,2}}"
    rf"(?P<verb>{'|'.join(_AGAIN)}))(?= )"
)

# "He warned that the plan fails and urged the council …": that he urged is not what he said.
ALSO_DOES = re.compile(
    r",? and (?:also |has |have )?(?:urged|criticized|criticised|praised|accused|blamed|blasted"
    r"|condemned|denounced|demanded|rejected|hailed|apologized|apologised|thanked) "
)
# After "…, Smith said," the narrator goes on, or Smith says something besides.
_NARRATES = re.compile(
    r", (?:\w+ing|and|but|who|whose|which|while|as|after|when|where|though|although|according|a|an"
    r"|the \w+(?:est)?|his|her|its|their|in|on|at|with|by|for|from|[A-Z]\w+ \w+) "
)


def statement_after(sentence: str, cue: str, end: int) -> int | None:
    """Return where the clause begins that the verb `cue`, which ends at `end`, introduces.

    >>> sentence = "Police said links between the fires were under investigation."
    >>> sentence[statement_after(sentence, "said", 11):]
    'links between the fires were under investigation.'
    """
    that = THAT.match(sentence, end) if cue in THAT_VERBS or cue.endswith("ing") else None
    if that is None and cue in _SAYING:
        that = _SAID.match(sentence, end)
    elif that is None and cue == "posted":
        that = _POSTED.match(sentence, end)
    elif that is None and cue == "told":
        that = _TOLD_THAT.match(sentence, end) or _TOLD.match(sentence, end)
    elif that is None and cue in _BARE:
        that = _PLAIN.match(sentence, end)
    return that.end() if that else None


def further(sentence: str) -> Iterator[tuple[str, int, int]]:
    """Yield what the subject says besides: cue, where it stands, where the statement begins.

    "He denies the charge and says it was …", "…, saying they needed someone".
    """
    for match in FURTHER.finditer(sentence):
        cue = next(filter(None, match.group("participle", "saying", "claiming", "verb")))
        begin = statement_after(sentence, cue, match.end())
        if begin is not None:
            yield cue, match.start(), begin


Told = tuple[tuple[tuple[int, int], ...], bool]


def with_further(sentence: str, told: Told) -> Told:
    """Add what is said besides: "called them “heroes” and said they saved lives".

    `told` are spans, and whether they are a statement even without quotation marks.
    """
    spans, reported = told
    last = sentence.rfind("\x03")
    more = next((one for one in further(sentence) if one[1] > last), None) if last >= 0 else None
    if more is None or reported:
        return told
    *first, (start, _) = spans
    return (*first, (start, more[1]), (more[2], len(sentence))), True


def goes_on(sentence: str, begin: int, end: int) -> bool:
    """Whether a statement goes on behind who says it: "The plan, Smith said, would cost …".

    Only the first words stand before it: "The plan failed, said Smith, mayor of …" is no such case.
    """
    return (
        begin <= SHORT_TAIL < len(sentence)
        and len(sentence) - end > begin
        and sentence.startswith(", ", end)
        and _NARRATES.match(sentence, end) is None
    )
