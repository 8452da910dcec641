"""English words and patterns that tell who speaks."""

from __future__ import annotations

from dossier.understanding.lazy import lazy_pattern
from dossier.understanding.lexicon import word_set, words
from dossier.understanding.people_named import CAPITAL, NAME_WORD

SAYING = (
    *("pointed out", "points out"),
    *words(
        "said says told tells added adds announced warned warns argued argues claimed claims "
        "stated states noted notes explained explains wrote writes tweeted insisted insists "
        "stressed acknowledged admitted replied answered asked declared confirmed denied "
        "predicted vowed reported reports remarked recalled continued concluded emphasized "
        "emphasised reiterated suggested complained quipped joked countered testified posted "
        "pledged observed affirmed maintained contended alleged lamented cautioned exclaimed "
        "shouted whispered mused recounted conceded revealed disclosed indicated contends "
        "maintains alleges insists asserts asserted writing write say report believe believes "
        "responded responds replies admits concedes recalls jokes stresses reveals confirms "
        "denies predicts vows asks wondered wonders complains remembered remembers repeated "
        "reflected commented protested pleaded cried laughed opined texted emailed estimated "
        "feared hopes hoped thinks interjected rejoined retorted pressed boasted bragged marveled "
        "marvelled sighed grumbled muttered objected reasoned theorized speculated clarified "
        "elaborated proclaimed pronounced scoffed advised informed blogged hollered yelled "
        "screamed teased chuckled surmised enthused fumed deadpanned instructed argue claim insist "
        "warn suggest deny predict complain contend acknowledge maintain allege concede"
    ),
)
NAMING = words(
    "called calls described describes condemned denounced praised hailed labeled labelled dubbed "
    "branded dismissed criticized criticised characterized urged accused blasted rejected spoke "
    "promised threatened demanded expressed portrayed portrays depicted likened"
)
WORDS = frozenset([*SAYING, *NAMING])
PARTICIPLES = words(
    "saying adding warning noting insisting claiming arguing stating stressing declaring believing"
)
CUES = frozenset(
    [
        *WORDS,
        *PARTICIPLES,
        "according",
        "According",
        "quoted",
        "cited",
        "quotes",
        "cites",
        "pointed",
        "points",
        "suggesting",
        "admitting",
        "heard",
    ]
)
# Where nothing is quoted the others tell nothing of what was said.
CUES_WITHOUT_MARKS = CUES - (frozenset(NAMING) - frozenset(SAYING))
LIST = "|".join(sorted(SAYING, key=len, reverse=True))
VERB = rf"(?P<verb>{LIST})\b"
ANY_VERB = rf"(?P<verb>{'|'.join(sorted(WORDS, key=len, reverse=True))})\b"

_TITLE = r"(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Col|Sgt|Lt|Capt|Maj|Prof|Rev|Adm|Det|Insp|Supt|St)\.(?= )"
CAP = (
    rf"[“\"]?(?:{_TITLE}|(?!{_TITLE})(?!(?:The|One|Though|Although|While|Because|Since|It|That|This|There|These|Those|What|Which|Who|But|And|If|When|As|I|We|He|She"
    rf"|They|You|Q|A|So|No|Yes|Not"
    r"|[A-Z][a-z]+ing (?:the|an?|to|at|on|in|his|her|their|from|by|with|about|for)"
    r"|(?:Asked|Pressed|Pushed|Questioned|Quizzed|Challenged)"
    r" (?:again|about|on|by|if|why|whether))\b)"
    rf"(?:[{CAPITAL}]\.(?:[{CAPITAL}]\.)*|[{CAPITAL}][\w&’'-]*))[”\"]?"
)
LOWER_HEAD = (
    "(?:officials?|police|authorities|analysts?|experts?|sources?|witnesses|researchers?"
    "|scientists?|rebels?|aides?|insiders?|country|nation|city|world|club|school|hospital|airline"
    "|carrier|retailer|giant|watchdog|regulator|charity"
    r"|spokes(?:man|woman|person|people)|lawmakers?|diplomats?|prosecutors|investigators|residents"
    r"|ministry|government|statement|report|reports|military|army|agency|company|commission|court"
    r"|president|minister|secretary|leader|governor|mayor|senator|chancellor|ambassador|adviser"
    r"|advisor|group|union|council|committee|network|newspaper|department|office|embassy|party"
    r"|bank|institute|university|organization|organisation|study|activists|critics|supporters"
    r"|executive|director|chief|chairman|professor|lawyer|judge|king|pope|people|firm|team|media"
    "|protest[eo]rs?|demonstrators?|residents?|neighbou?rs?|workers?|students?|teachers?|parents?"
    "|doctors?|nurses?|farmers?|voters?|users?|victims?|relatives?|passengers?|drivers?|survivors?"
    "|campaigners?|activist|critic|supporter|expert|analyst|source|witness|lawmaker|veterans?"
    "|[a-z][a-z-]{2,}(?:ers|ors|ists|ants|(?<!m)(?<!v)ents|ials|ians|ies|ees|ives)|[a-z]{3,}(?:ist|ician)"
    "|(?:wo)?m[ae]n|mother|father|son|daughter|wife|husband|brother|sister|friends?|colleagues?"
    "|officers?|spokespeople|letters?|documents?|filings?|data|figures|polls?|surveys?|statistics"
    "|census|projections|records|posts?|transcripts?|lawsuits?|complaints?|indictment|memo|email"
    r"|\d+-year-old"
    "|employee|ex-[a-z]+|partner|associate|staffer|insider|worker|customer|developer|organi[sz]er"
    "|attorney|counsel|barrister|solicitor|columnist|commander|soldier|fighter|refugee|migrant"
    "|merchant|waiter|waitress|chef|baker|fisherman|hunter|poet|novelist|photographer|composer"
    "|tourist|visitor|commuter|shopper|trader|broker|banker|builder|producer|publisher|lecturer"
    r"|(?<=\b[Aa] )(?!(?:former|senior|major|minor|further|super|number|matter|letter|border|factor"
    r"|sister|power|corner|center|dinner|offer|paper|order|poster|winter|summer|water)\b)"
    r"[a-z]{3,}(?:er|or|ist)|owners?|managers?|members?|coach|player|captain|councill?ors?|charit(?:y|ies)"
    "|[a-z-]*maker|operator|supplier|lender|insurer|manufacturer|provider|startup"
    "|reporter|correspondent|journalist|editor|presenter|host|anchor"
    "|secretaries|manifesto|website|assistant|aide|clerk|engineer|pilot|singer|nurse"
    "|(?<=[Tt]he )(?!(?:world|time|times|year|years|idea|fact|point|truth|question|answer|problem"
    r"|reason|need|ability|people who)\b)[a-z]{4,})"
)
ADDITION = (
    r"(?: (?:of|for|at|in|from|with|to|by|(?:receiv|obtain|publish|compil|releas|cit)ed by)"
    r" [^,.;:\x02]{2,60}?)"
)
PHRASE = (
    r"(?:(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|[Ii]t|I|[Ww]e)|"
    "(?:(?P<determiner>[Tt]he|[Tt]h(?:is|ese)|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Ss]everal|[Ss]ome"
    "|[Tt]wo|[Oo]ne"
    r"|[Mm]any|[Ss]enior|[Bb]oth|[Aa]nother|[Tt]hree|[Ff]our|[Ff]ive|\d[\d,]*"
    "|(?:[Hh]undreds|[Dd]ozens|[Tt]housands|[Ss]cores) of) )?"
    "(?P<adjectives>(?:(?!(?:and|but|as|that|when|who|which|because|if|is|was|were|are"
    r"|has|had|have|to|of|for|with|from|by|than|our|your|my|so|not)\b)"
    rf"[a-z][a-z-]+ ){{0,3}}?)"
    f"(?P<nouns>(?:{CAP}(?: (?:of |for |the |and )?(?:the )?{CAP}){{0,6}}(?: "
    r"(?!(?:is|was|were|are|has|had|have|been|as|that|who|which|when|and|but|to|from|by|the|an?"
    r"|[a-z]+ed)\b)"
    f"[a-z-]+){{0,3}}? {LOWER_HEAD}(?: {CAP}){{0,4}}"
    f"|{CAP}(?: (?:(?:of|for|al|bin|de|van|von|del|and) (?:the )?)?{CAP}){{0,6}}"
    f"(?:[’']s (?:[a-z-]+ ){{0,3}}{LOWER_HEAD}(?: {CAP}){{0,4}})?"
    rf"|{LOWER_HEAD}(?:(?:[’']s|(?<=s)[’'])(?: [a-z-]+){{0,3}}?(?: {LOWER_HEAD}|(?= [A-Z])))?"
    rf"(?: and {LOWER_HEAD})?(?: {CAP}){{0,4}}))"
    rf"(?P<addition>{ADDITION}{{0,2}}?)(?: \([^()]{{1,20}}\))?)"
)
# "Mr Smith, the mayor, said" and, carelessly, "Mr Smith, MP for York said".
INSERTION = (
    r"(?P<insertion>, (?:\d\d|[^\x02:;]{3,110}?),"
    r"|,(?: \d\d,?| (?:the |an? )?[\w-]+(?: [\w-]+){0,3})"
    r"(?: (?:for|of|from|at|in) [^,\x02:;]{2,50}?)(?= ))?"
)
LEAD = (
    r"(?:(?:But|And|Still|However|Meanwhile|Also|So|Yet),? )?"
    r"(?:(?:On|In|At|Earlier|Later|Speaking|During|After|Last|Asked|When|Before|For|By|As|While"
    r"|Yesterday|Today|Under|Despite|With|Since|This|From|Near|Across|Outside|Inside|Within|Among"
    r"|Amid|Through|Throughout|Until|Once|Though|Although|Unlike|Instead|Indeed|Nevertheless"
    r"|Of|Separately|Additionally|Finally|Then|Now|Again|However|Over|About|If|Nearby|Initially"
    r"|Late|Early|Shortly"
    r"|Pressed|Pushed|Questioned|Quizzed|Challenged|Recently|Back|Due|Because|Thanks|Owing|Last|Next|Also|Nonetheless|[A-Z][a-z]+ing)\b"
    r"[^\x02:;]{0,220}?, )?"
)
SUBJECT = lazy_pattern(
    LEAD + r"(?:(?:Though|Although|While|Because|Since|As|When) )?" + PHRASE + INSERTION
    + r"(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+ing)?"
    + r"| (?:earlier|later|last|this) (?:(?:this|last|that) )?(?:week|month|year|day))?"
    + r"(?: (?:[a-z]{3,}ly|also|later|then|has|had|have|further|once|long|since|still)){0,2}"
    + r"(?: (?:went|goes) on to)? "
)  # fmt: skip
BEFORE_VERB = lazy_pattern(PHRASE + INSERTION + r"(?: (?:also|later|then|has|had|[a-z]{3,}ly))? ")
PHRASE_END = lazy_pattern(
    PHRASE
    + r"(?=[.,;:]|$| (?:on|in|at|during|after|before|last|late|early|this|yesterday|today|when"
    "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|via|of|as|while|to|with"
    r"|from|about|who|whose)\b)"
)
# "KCNA quoted Kim as saying that …", "Kim was quoted as saying by KCNA".
QUOTED_AS = lazy_pattern(r" (?:quoted|cited|quotes|cites) ")
AS_SAYING = lazy_pattern(r" as (?:saying|telling \w+),? (?:that )?")
AS_SAYING_END = lazy_pattern(r" as saying\b")
WAS_QUOTED = lazy_pattern(
    r" (?:was|were|is) (?:quoted|cited)(?: by (?P<via>[^,.\x02]{2,50}?))? as saying,? (?:that )?"
)
APPOSITION = lazy_pattern(
    rf", (?P<name>{NAME_WORD}(?: (?:al |bin |de |van |von )?{NAME_WORD}){{1,3}})(?=,|\.$|\.? ?$)"
)
# "… by councillor Winston Vaughan, who said: “…”": the name before is who speaks.
# "As Churchill put it, …", "…, as Mr Smith noted, …"
AS_PUT = lazy_pattern(
    rf"(?:^As|, as) {PHRASE} (?P<cue>put|puts|said|says|noted|notes|wrote|explained|explains)"
    r"(?: it)?(?=[,:;.]|$)"
)
WHO = lazy_pattern(
    rf"(?P<nouns>{NAME_WORD}(?: (?:al |bin |de |van |von )?{NAME_WORD}){{0,3}}"
    rf"|(?:[a-z-]+-[a-z]+ )?{LOWER_HEAD})"
    r"(?:, [^,\x02:;]{3,60})?,? who "
    r"(?:on \w+day )?(?:has |had |have )?(?:also |later |then |so far |repeatedly |recently )?"
    + VERB
)
# "Trump left it, calling the law “unfair”": the subject of the sentence says that too.
PARTICIPLE = lazy_pattern(
    r", (?P<verb>saying|believing|calling|describing|adding|warning|noting|insisting|claiming"
    r"|arguing|dubbing|labell?ing|branding|condemning|denouncing|promising|stating|declaring"
    r"|telling|vowing|pledging|accusing|blaming|likening|denying|praising|hailing|criticizing|criticising"
    r"|dismissing|suggesting|urging) "
)
# "Calling Trump “unstable”, she cited …"
CALLING = lazy_pattern(
    r"(?P<verb>Calling(?! on| for)|Describing|Labell?ing|Branding|Dubbing|Denouncing|Condemning"
    r"|Dismissing|Hailing|Praising|Accusing|Blaming) "
    rf"[^\x02]{{0,120}}\x02[^\x03]*\x03,? {PHRASE}(?= )"
)
# "…, with rebels suggesting they expect the bill to pass"
WITH = lazy_pattern(
    rf", with {PHRASE} (?P<verb>saying|adding|warning|noting|insisting|claiming|arguing|stating"
    r"|telling|admitting|suggesting|calling|describing)(?= )"
)
# "The jury was told that …", "Cambridge Crown Court heard how …": nobody is named.
HEARD = lazy_pattern(
    r"\b(?:[Cc]ourt|[Jj]ury|[Jj]urors|[Ii]nquest|[Tt]ribunal|[Hh]earing|[Ii]nquiry)\b"
    r" (?:has |had )?(?:(?:was |were |been )?(?P<cue>told|heard)) (?:that|how) "
)
# "… as protesters said: “…”": the clause before the colon has a subject of its own.
CLAUSE_START = lazy_pattern(
    r"(?:, (?:and|but|as|while|when) |\b(?:in|at|during|after) which "
    r"|: (?=(?:he|she|they|it|the|his|her)\b|[A-Z])"
    r"|\b(?:and|but) (?=(?:the|its|his|her|he|she|they|it)\b|[A-Z])"
    r"|\b(?:as|while|when|before|after) )(?!(?:which|who|that)\b)"
)
LATER_CLAUSE = lazy_pattern(
    r"\b(?:and|but|while|as|when|although|though|because|(?:was|is) that) (?!(?:which|who|that)\b)"
)
QUOTED_AFTER = lazy_pattern(
    r"\x03 (?=[^\x02\x03:;]{3,80} (?:quoted|cited) [^\x02\x03:;]{3,80} as saying\b)"
)
VERB_AT = lazy_pattern(VERB)
NAMING_AT = lazy_pattern(rf"(?P<verb>{'|'.join(sorted(NAMING, key=len, reverse=True))})\b")
EACH_VERB = lazy_pattern(rf"(?<= ){ANY_VERB}(?=[ ,.:]|$)")
AFTER_QUOTE = lazy_pattern(r"\x03,? (?:[–—-] )?")
AFTER_COMMA = lazy_pattern(r", ")
ACCORDING = lazy_pattern(
    rf"\b(?P<cue>[Aa]ccording to) {PHRASE}(?=[,.;]|$"
    r"| (?:[a-z]+ed|on|in|at|by|from|for|to|of|late|early|last|earlier|this|that|which|who)\b)"
)
PHRASE_ALONE = lazy_pattern(PHRASE)
COLON_ONLY = lazy_pattern(r"[:;]\s(?=\x02)")
COLON = lazy_pattern(r"[:,]\s(?=\x02)")
WHEN = (
    r"(?:,? (?:(?:on|in|at|during|after|late|early|earlier|last|this|next) [^,;:\x02]{2,60}?"
    r"|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+ing)?|yesterday|today))"
)
_TO_WHOM = (
    r"(?: (?:reporters|journalists|lawmakers|Congress|parliament|CNN|Reuters|AFP|AP|(?:the )?"
    r"[A-Z][\w ]{2,30}))"
)
THAT = lazy_pattern(rf"{_TO_WHOM}?{WHEN}{{0,2}},? that ")
THAT_VERBS = (frozenset(SAYING)) - word_set(
    "asked continued posted replied asks wondered wonders texted cried laughed commented pleaded"
)
LONGEST_TAIL = 110
SHORT_TAIL = 40
TO_WHOM_AT_END = lazy_pattern(r" (?:(?:the|an?|his|her|their) )?[\w’' .-]{2,40}?(?:[.,;]|$)")
AFTER_VERB = lazy_pattern(
    r"[.,;]|$| (?:on|in|at|during|after|before|when|late|early|last|this|yesterday|today|reporters|"
    r"journalists|lawmakers|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)
