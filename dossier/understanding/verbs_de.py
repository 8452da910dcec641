"""German verbs of saying, with the forms that news writes: `sagt sagte sagten sagen gesagt`."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.understanding.lexicon import word_set, words

# Stems of regular verbs that take a clause or a quotation.
_SAYING_STEMS = words(
    "sag erklär beton warn mein bericht behaupt versicher ergänz bestätig verkünd bekräftig "
    "erläuter äußer beklag bemerk prophezei urteil resümier konstatier entgegn beteuer kritisier "
    "monier droh mahn forder argumentier bilanzier witzel kommentier begründ schilder scherz "
    "vermeld meld präzisier appellier spekulier erwider antwort frag twitter post unk "
    "prognostizier erinner erzähl bekund beschwer schätz unterstell signalisier "
    "garantier dementier relativier plädier insistier diagnostizier referier zitier "
    "telegrafier notier formulier beantwort bejah vernein rechtfertig berichtig beruhig "
    "beschwör protestier jubel schwärm schimpf ätz spott murmel flüster "
    "brüll seufz staun lach raun stammel frotzel läster zürn moser grummel höhn tob feix wetter "
    "bemängel rüg klag mutmaß empör ereifer jammer bekenn "
    "vermut befürcht polter konter folger räsonier "
    "schlussfolger sinnier philosophier informier "
    "argwöhn ermahn beschwichtig orakel frohlock lamentier triumphier"
)
_SAYING_STRONG = words(
    "schrieb schrieben schreibt schreiben unterstrich unterstrichen unterstreicht rief riefen ruft "
    "verriet verrieten verrät gestand gestanden gesteht versprach versprachen verspricht "
    "widersprach widersprachen widerspricht empfahl empfahlen empfiehlt riet rät beschwor "
    "schwor bat baten befand befanden befindet bedauerte bedauerten bedauert betonen "
    "beschied beschieden bescheidet "
    "schrie schreit bestritt bestritten bestreitet"
)
# What somebody feels is reported only where the clause says that it is: "…, dass er fehle".
FEELING = word_set(
    "wunderte wunderten wundert ärgerte ärgerten ärgert freute freuten freut sorgte sorgten sorgt"
)
# Said with a quotation or after a statement; before a clause they tell what somebody thinks.
THINKING = word_set(
    "wusste weiß wissen denkt denken dachte hofft hoffte hofften hoffen glaubt glaubte glauben "
    "findet fand finden erkannte fürchtet fürchtete"
)
# Verbs that carry a fragment in quotation marks, but no clause of their own.
_NAMING_STEMS = words(
    "bezeichn lob verurteil wert würdig rechtfertig verteidig verlang beschimpf titulier bewert "
    "feier geißel brandmark charakterisier kritisier begrüß verspott diffamier verunglimpf "
    "preis beschuldig attackier rüg tadel bemängel"
)
_NAMING_STRONG = words(
    "nannte nannten nennt nennen sprach sprachen spricht sprechen beschwor beschworen beschrieb "
    "beschrieben beschreibt beschreiben pries priesen wirft warf warfen werfen sieht sah sahen "
    "fühlte fühlt fühlen fühlten "
    "sehen tat hält hielt hielten empfindet empfand"
)
PARTICLES = {
    "teilte": "mit", "teilten": "mit", "teilt": "mit", "teilen": "mit",
    "gab": "bekannt|an|zu Protokoll|zu bedenken|zu|zu verstehen",
    "gaben": "bekannt|an|zu Protokoll|zu bedenken|zu",
    "gibt": "bekannt|an|zu Protokoll|zu bedenken|zu", "geben": "bekannt|an|zu",
    "kündigte": "an", "kündigten": "an", "kündigt": "an", "kündigen": "an",
    "räumte": "ein", "räumten": "ein", "räumt": "ein", "wandte": "ein", "wendet": "ein",
    "fügte": "hinzu|an", "fügten": "hinzu", "fügt": "hinzu|an",
    "stellte": "klar|fest|in Aussicht", "stellten": "klar|fest|in Aussicht",
    "stellt": "klar|fest|in Aussicht", "hob": "hervor", "hebt": "hervor", "hoben": "hervor",
    "strich": "hervor|heraus", "streicht": "hervor|heraus", "strichen": "hervor|heraus",
    "führte": "aus|an", "führt": "aus|an", "merkte": "an", "merkt": "an", "deutete": "an",
    "deutet": "an", "fuhr": "fort", "fährt": "fort", "machte": "deutlich|klar",
    "machten": "deutlich|klar", "macht": "deutlich|klar",
    "wies": "hin|zurück|darauf|daraufhin", "weist": "hin|zurück|darauf|daraufhin",
    "wiesen": "hin|zurück|darauf|daraufhin",
    "warf": "vor|ein", "wirft": "vor|ein", "warfen": "vor", "werfen": "vor", "legte": "nach|dar",
    "legt": "nach|dar|nahe",
    "gestand": "ein", "stimmte": "zu", "stimmt": "zu", "pflichtete": "bei", "rief": "auf|zu|aus",
    "rechnete": "vor", "rechnet": "vor", "lehnte": "ab", "lehnt": "ab", "schlug": "vor",
    "schlägt": "vor", "lässt": "wissen|mitteilen|ausrichten|verlauten",
    "ließ": "wissen|mitteilen|ausrichten|verlauten|verbreiten|erklären",
    "kommt": "zu dem Schluss|zum Schluss|zu dem Ergebnis|zum Ergebnis",
    "kam": "zu dem Schluss|zum Schluss|zu dem Ergebnis|zum Ergebnis",
    "vertritt": "die Ansicht|die Meinung|die Auffassung|den Standpunkt",
    "vertrat": "die Ansicht|die Meinung|die Auffassung|den Standpunkt",
    "ließen": "wissen|mitteilen|verlauten",
    "zeigte": "überzeugt|besorgt|zuversichtlich|enttäuscht|optimistisch|erfreut|erleichtert",
    "zeigt": "überzeugt|besorgt|zuversichtlich|enttäuscht|optimistisch|erfreut|erleichtert",
    "zeigten": "überzeugt|besorgt|zuversichtlich|enttäuscht|optimistisch|erfreut|erleichtert",
    "verweist": "darauf", "verwies": "darauf", "verwiesen": "darauf", "verweisen": "darauf",
    "schickte": "vorweg|voraus", "hält": "fest", "hielt": "fest", "halten": "fest",
    "nimmt": "an", "nahm": "an", "zog": "Bilanz",
    "tat": "ab", "tut": "ab", "schloss": "aus", "schließt": "aus",
}  # fmt: skip
# These say something even without their particle.
_ALONE = word_set("rief gestand gesteht")
PARTICIPLES = words(
    "gesagt erklärt betont gewarnt bezeichnet genannt geschrieben mitgeteilt angekündigt "
    "behauptet bestätigt verkündet bekräftigt gesprochen kritisiert beschrieben verurteilt gemeint "
    "berichtet eingeräumt versichert gefordert versprochen hingewiesen beklagt vorgeworfen "
    "bekanntgegeben zugesagt angedeutet erzählt geäußert gemahnt beteuert prophezeit gewürdigt "
    "gelobt abgetan gewertet klargestellt zurückgewiesen abgelehnt beschimpft begründet begrüßt "
    "angeprangert gerügt gegeißelt zugegeben versprochen bedauert bestritten dementiert gewertet "
    "eingestanden unterstrichen hervorgehoben verteidigt"
)
# Verbs whose object is nearly always what was said, so that it needs no subjunctive.
PLAIN = word_set("sagte sagten sagt sagen erklärte erklärten erklärt meinte meint betonte betont")
AUXILIARIES = words("hat hatte haben hatten")


def forms(stem: str) -> Iterator[str]:
    """Yield the forms of a regular verb that news writes: present and past, both numbers.

    >>> list(forms("sag"))
    ['sagt', 'sagte', 'sagten', 'sagen']
    """
    link = "e" if stem.endswith(("t", "d", "gn", "chn", "ckn")) else ""
    yield stem + link + "t"
    yield stem + link + "te"
    yield stem + link + "ten"
    yield stem + ("n" if stem.endswith(("el", "er")) else "en")


# What follows them is to be done, not so: "Er rät, die Schilddrüse zu überwachen."
ASKING = word_set(
    "riet rieten rät raten empfahl empfahlen empfiehlt empfehlen bat baten bittet bitten mahnte "
    "mahnten mahnt mahnen forderte forderten fordert fordern appellierte appellierten appelliert "
    "warnte warnten warnt warnen "
    "beschwor beschworen hofft hoffte hofften hoffen rief riefen ruft rufen plädierte plädiert "
    "schlug schlägt schlugen lehnte lehnten lehnt half begann gab gaben gibt scheute"
)
SAYING = frozenset(
    [
        *(form for stem in _SAYING_STEMS for form in forms(stem)),
        *_SAYING_STRONG,
        *THINKING,
        *FEELING,
    ]
)
NAMING = frozenset([*(form for stem in _NAMING_STEMS for form in forms(stem)), *_NAMING_STRONG])
NEEDS_PARTICLE = frozenset(PARTICLES) - _ALONE
# At the end of a clause the particle is one word with its verb: "wie die Polizei mitteilte".
JOINED = frozenset(
    particle + verb
    for verb, particles in PARTICLES.items()
    for particle in particles.split("|")
    if " " not in particle
)
FINITE = SAYING | NAMING | frozenset(PARTICLES)
WORDS = FINITE | frozenset(PARTICIPLES) | word_set("so hieß heißt hiess heisst")
_FRAGMENTS_ONLY = NAMING - SAYING - JOINED - frozenset([*PARTICLES, *PARTICIPLES])
CUES = WORDS | JOINED | word_set(
    "laut Laut zufolge Angaben Worten Wie wie Aussage Ansicht Einschätzung Schätzung Schätzungen "
    "Meinung Überzeugung Auskunft Darstellung So weiter demnach Polizeiangaben Behördenangaben "
    "Medienangaben Unternehmensangaben Regierungsangaben Krankenhausangaben Firmenangaben "
    "Medienberichten Medienbericht Presseberichten Mitteilung Bekunden Zählung Auffassung überzeugt"
)  # fmt: skip
# Where nothing is quoted the others tell nothing of what was said.
CUES_WITHOUT_MARKS = CUES - _FRAGMENTS_ONLY
