"""The patterns of dates in English text, the more exact before the vaguer."""

from __future__ import annotations

from dossier.understanding import dates, dates_en
from dossier.understanding.date_words_en import (
    COUNTED,
    DECADES,
    FEASTS,
    FULL_MONTH,
    MONTH,
    MONTHS,
    NO_NUMBER,
    NUMBERS,
    ORDINAL,
    PART,
    SEASONS,
    WEEKDAYS,
)
from dossier.understanding.dates import BARE_YEAR, YEAR, Rule

_MONTH_WORDS = " ".join(MONTHS)
_NOT_A_YEAR = r"(?! ?(?:%|percent|million|billion|people|cases|km|miles|feet|tons)\b|/\d|s\b|,\d)"
_SEASON = rf"(?P<season>{'|'.join([*SEASONS, *(s.capitalize() for s in SEASONS)])})"
_SHIFT = r"(?P<shift>[Ll]ast|[Nn]ext|[Tt]his|[Tt]he past|[Cc]oming)"
_FEAST = rf"(?P<feast>{'|'.join(sorted(FEASTS, key=len, reverse=True))})"
_OF = r"(?: of)? (?P<of>last|this|next) year"
_COUNT = "|".join([*NUMBERS, *(n.capitalize() for n in NUMBERS)])
_TO = r"(?:-|–| to | and | through | - )"
RULES: tuple[Rule, ...] = (
    dates.rule(
        "#iso",
        rf"{NO_NUMBER}(?P<date>(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d))(?![\d-])",
        dates.numbers,
    ),
    dates.rule(
        "#slashed",
        rf"{NO_NUMBER}(?P<date>(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>\d{{4}}))(?![\d/])",
        dates_en.slashed,
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"\b(?P<date>{MONTH} (?P<first>\d\d?){ORDINAL}{_TO}(?:"
        rf"(?P<other>{'|'.join(MONTHS)})\b\.? )?"
        rf"(?P<day>\d\d?){ORDINAL}(?:,? (?P<year>{YEAR}))?)(?!\d|:\d|[.,]\d|,? \d{{3}})",
        dates_en.day_range,
        "#number",
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"{NO_NUMBER}(?P<date>(?P<first>\d\d?){ORDINAL}{_TO}(?P<day>\d\d?){ORDINAL} "
        f"(?:of )?{MONTH}(?:,? (?P<year>{YEAR}))?)",
        dates_en.day_range,
        "#number",
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"\b(?P<date>{MONTH} (?:the )?(?P<day>\d\d?){ORDINAL}(?:,? (?P<year>{YEAR}))?)"
        rf"(?!\d|:\d|[.,]\d|,? \d{{3}})(?! (?:people|percent|million|[ap]\.?m))",
        dates_en.day,
        "#number",
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"{NO_NUMBER}(?P<date>(?P<day>\d\d?){ORDINAL} (?:of )?{MONTH}(?:,? "
        rf"(?P<year>{YEAR}))?)(?!\d)",
        dates_en.day,
        "#number",
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"(?<![\w-])(?P<date>{PART}?{MONTH},? (?:of )?(?P<year>{YEAR}))(?!/\d)",
        dates_en.month,
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"(?<![\w-])(?P<date>{PART}?{FULL_MONTH} (?:of )?(?P<of>last|this|next) year)\b",
        dates_en.month,
        holds=" year",
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"(?<![\w-])(?P<date>(?:(?P<shift>[Ll]ast|[Nn]ext|[Tt]his) |{PART}|(?<=[Ii]n )|"
        "(?<=[Ss]ince )|(?<=[Uu]ntil )|(?<=[Bb]y )|(?<=[Dd]uring ))"
        rf"{FULL_MONTH})(?!,? \d| [A-Z][a-z]|-|[’'])",
        dates_en.month,
    ),
    dates.rule(
        _MONTH_WORDS,
        rf"(?<=[Tt]he )(?P<date>{FULL_MONTH})(?= (?:(?:general|presidential|midterm) )?"
        r"(?:elections?|vote|ballot|polls?|referendum|summit|meeting|attacks?|shooting|deadline)\b)",
        dates_en.month,
    ),
    dates.rule(
        " ".join([*SEASONS, *(s.capitalize() for s in SEASONS)]),
        rf"\b(?P<date>(?:the )?{_SEASON}(?:(?: of)? (?P<year>{YEAR})|{_OF}))\b",
        dates_en.season,
    ),
    dates.rule(
        " ".join(SEASONS),
        rf"\b(?P<date>(?:{_SHIFT} |(?<=[Ii]n )the |(?<=[Ss]ince )the |(?<=[Dd]uring )the )"
        rf"{_SEASON})\b(?! of|-)",
        dates_en.season,
    ),
    dates.rule(
        "quarter half",
        r"\b(?P<date>(?:the )?(?P<ordinal>first|second|third|fourth) (?P<unit>quarter|half)"
        rf"(?: of (?:the year )?(?P<year>{YEAR})|(?= of (?:the|this) year)|(?=[.,])))",
        dates_en.part_of_year,
    ),
    dates.rule(
        "weekend",
        rf"\b(?P<date>(?:{_SHIFT}|(?<=[Oo]ver )the|(?<=[Aa]t )the|(?<=[Dd]uring )the) weekend)\b",
        dates_en.weekend,
    ),
    dates.rule(
        " ".join(word for name in FEASTS for word in name.split()),
        rf"\b(?P<date>(?:(?<=[Oo]n )|(?<=[Aa]t )|(?<=[Bb]efore )|(?<=[Ss]ince )|(?<=[Bb]y )"
        rf"|(?<=[Aa]fter )){_FEAST}(?: Day)?(?: (?P<year>{YEAR}))?)\b(?![’'-])",
        dates_en.feast,
    ),
    dates.rule(
        "#year",
        rf"\b(?:[Ff]rom |[Bb]etween )?(?P<date>(?P<first>{BARE_YEAR})(?:[–-]| to |"
        rf"(?<=[Bb]etween \d\d\d\d) and )(?P<year>{YEAR}))(?!/\d)",
        dates.years,
        "#years",
    ),
    dates.rule(
        "#year",
        r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter"
        "|of|year|(?:[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|[Ss]pring)(?: of)?) "
        rf"(?P<date>(?P<year>{YEAR})){_NOT_A_YEAR}(?!(?<=00) [a-z]+s\b)(?! [A-Z][a-z]+ "
        r"(?:Conference|Summit|Act)\b)",
        dates_en.year,
    ),
    dates.rule(
        "#year",
        r"(?<![\w-])(?P<date>(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he )?"
        r"(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)(?= of\b))(?: in| of(?: the year)?)?[ "
        f"-])(?P<year>{YEAR})){_NOT_A_YEAR}",
        dates_en.year,
        "Early early Mid mid Late late Beginning beginning Start start Middle middle End end",
    ),
    dates.rule(
        "#year",
        r"(?=[12])(?<![\w.,/:§$€£-])(?<!about )(?<!around )(?<!nearly )(?<!almost )(?<!over )"
        r"(?<!than )"
        r"(?<!least )(?<!some )(?<!roughly )(?<!to )(?<!No\. )(?<!at )(?<!Windows )(?<!Office )"
        r"(?<!version )(?<!all )(?<!these )(?<!another )(?<!only )(?<!up )(?<!page )(?<!Section )"
        r"(?<!U\.S\.C\. )(?<!C\.F\.R\. )(?<!Stat\. )(?<!U\.S\.C )(?<!USC )"
        rf"(?P<date>(?P<year>{YEAR})){_NOT_A_YEAR}(?!s\b|-|[’']s|/\d|(?<=00) [a-z]+s\b"
        rf"| (?:\w+ )?(?:{COUNTED})\b)",
        dates_en.year,
    ),
    dates.rule(
        "#decade",
        rf"(?<![\w$€£.,])(?P<date>{PART}?(?:the )?[’'‘]?(?P<digits>\d{{4}}|"
        r"(?<=[’'‘])\d\d)[’']?s)\b",
        dates_en.decade,
    ),
    dates.rule(
        " ".join(DECADES),
        rf"\b(?P<date>{PART}?(?<=the )(?P<word>{'|'.join(DECADES)}))\b",
        dates_en.decade,
    ),
    dates.rule(
        "century",
        rf"{NO_NUMBER}(?P<date>{PART}?(?:the )?(?P<number>\d\d)(?:st|nd|rd|th)[ -]century)\b",
        dates_en.century,
    ),
    dates.rule(
        " ".join(WEEKDAYS),
        r"(?<![A-Z][a-z][a-z] )(?<!every )(?<!Every )(?<!each )(?<!Black )(?<!Super )(?<!Good )"
        r"(?<![“”\"])\b(?P<date>(?:(?P<shift>[Ll]ast|[Nn]ext|[Tt]his) )?"
        rf"(?P<weekday>{'|'.join(WEEKDAYS)}))\b(?!-|,? (?:the )?"
        rf"(?:{'|'.join(MONTHS)})\b|,? \d| (?:Night )?[A-Z][a-z]+(?: (?:Football|Live))|[“”\"])",
        dates_en.weekday,
    ),
    dates.rule(
        "yesterday Yesterday today Today tomorrow Tomorrow tonight Tonight morning afternoon "
        "evening",
        r"(?<!until )(?<!of )(?<!till )(?<!from (?=[Tt]))(?<!in )(?<!to )(?<!than )\b(?P<date>"
        r"(?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight"
        r"|[Tt]his (?:morning|afternoon|evening)))\b"
        r"(?!-| and| or| programme| [Ss]how\b)",
        dates_en.named_day,
    ),
    dates.rule(
        "ago",
        r"(?<!than )(?<!over )\b(?P<date>(?:(?P<vague>about|around|nearly|almost|roughly"
        r"|some) )?(?P<number>\d{1,3}|"
        + "|".join(NUMBERS)
        + r"|A|An|One|Two|Three) (?P<unit>day|week|month|year)s? ago)\b",
        dates_en.ago,
    ),
    dates.rule(
        "week month year",
        rf"(?<![\w-])(?P<date>{PART}?(?P<shift>[Ll]ast|[Tt]his|[Nn]ext) (?P<unit>week"
        r"|month|year))\b(?!-)",
        dates_en.period,
        "last Last this This next Next",
    ),
    dates.rule(
        "year month",
        r"\b(?P<date>(?:the )?(?P<part>[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd) of the "
        rf"(?P<unit>year|month))\b(?!,? {YEAR})",
        dates_en.part_of_this,
    ),
    dates.rule(
        "later earlier",
        rf"\b(?P<date>(?P<number>\d{{1,3}}|{_COUNT}) (?P<unit>day|week|month|year)s? "
        r"(?P<way>later|earlier))\b",
        dates_en.later,
    ),
    dates.rule(
        "decade decades",
        r"\b(?P<date>(?P<number>[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) decades? ago)\b",
        dates_en.decade_ago,
    ),
)
