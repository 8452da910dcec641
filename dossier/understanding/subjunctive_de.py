"""German verbs in the subjunctive of indirect speech: "er sei", "man brauche", "sie hätten"."""

from __future__ import annotations

import re

from dossier.understanding.lexicon import word_set, words

_WORD = re.compile(r"[^\W\d_]+")
# Verbs whose present subjunctive is no other word: stem and "e" is no noun, adjective or plural.
_STEMS = words(
    "zeichn ordn leugn begegn "
    "agier akzeptier arbeit beabsichtig beanspruch beantrag bedauer bedeut bedroh befind befürcht "
    "befürwort begeh beginn begreif begrüß behinder beinhalt bekomm benötig beobacht bereit beruh "
    "berücksichtig beschränk beschäftig besitz besteh bestimm beteilig betracht betrag betreff "
    "betreib bewahr beweis bewirk bezahl bezweifel biet bilanzier bleib blockier brauch bring "
    "dauer denk dien droh dräng drück einricht entscheid entsprech entsteh entwickel erfahr "
    "erfüll ergeb erhöh erkenn erlaub erleb ermöglich erreich erschein erschwer ertrag erwarb "
    "erwart erwerb existier fahr fall fass fehl find flieg folg forder freu funktionier fühl führ "
    "fürcht garantier geb gefall gefährd geh gehör gelt genieß genüg gescheh geschäh gesteh "
    "gewinn gewähr glaub greif halt handel hass helf herrsch hinterlass hoff häng ignorier "
    "interessier investier irr kenn komm kontrollier kost kritisier kämpf kümmer lass lauf leb "
    "leg lehn leid leist lenk lern lieb liefer lieg lös lüg mach mangel mein merk missacht "
    "missbrauch müh nehm nenn nutz nütz orientier pass passier plan profitier prüf raub reagier "
    "rechn red reich reiß richt riskier ruf sag sammel schad schaff schein scheiter schick schlag "
    "schließ schreib schweig schäm schütz seh setz sicher sieg sink sitz sorg spalt sprech spür "
    "stamm steh steig stell sterb stimm streb streit stärk stör such tauch tausch teil trag trau "
    "treff treib trenn trink träum tu täusch umfass unterbreit unterlieg unterscheid unterstütz "
    "untersuch unterwerf verbesser verbiet verbind verbleib verbreit verdeutlich verdien verdräng "
    "verein vereinfach verfolg verfüg vergess verhalt verhandel verhinder verkauf verkenn verlang "
    "verlass verlauf verletz verlier vermeid vermiss vermittel vermut verschlechter verschwind "
    "verschärf versteh verstoß verstärk versuch verteidig verteil vertrau vertret verunsicher "
    "verursach verweiger verwend verzicht veränder vollzieh vorbereit vorlieg wachs wart wechsel "
    "wehr weiger weis wend werb widersprech wiederhol wieg wirk wiss wohn wunder wünsch zahl zeig "
    "zerbrech zerfall zerstör zieh zweifel zwing zähl zögel zöger äußer öffn üb übernehm "
    "überrasch überzeug"
)
_IRREGULAR = word_set(
    "sei seien habe werde könne müsse solle wolle dürfe möge erhalte ende reise sprächen hätten "
    "würden demnach fremdele handle stünden gäben kämen lägen fänden nähmen sähen brächten wüssten "
    "bräuchten gälten müssten"
)
# Plural nouns, adverbs and adjectives that look the same.
_NO_VERBS = word_set("bereite sichere lieb reiche weise ziele teile reise wende plane")
# Forms that in unquoted news prose are indirect speech; not "wäre", "könnte": those are comment.
CARRIED = (frozenset(f"{stem}e" for stem in _STEMS) | _IRREGULAR) - _NO_VERBS
SUBJUNCTIVE = CARRIED | word_set(
    "würde könnten müssten sollten wollten wären wäre hätte könnte müsste dürfte brauchten gingen "
    "kämen gäbe stünden seiest dürften"
)
# Unmistakable even where nothing before it was reported.
SURE = word_set(
    "sei seien habe werde könne müsse solle wolle dürfe gebe gehe brauche komme lasse stehe "
    "bleibe liege wisse mache erlebe halte sehe nehme bringe finde gelte handele"
)
# "er schäme sich", "damit erreiche man": with these subjects a verb in -e is subjunctive.
_WITH_PRONOUN = re.compile(
    r"\b(?:[Ee]r|[Mm]an|[Ee]s) (?P<verb>[a-zäöüß]{3,}(?<!t)e)\b"
    r"|\b(?P<inverted>[a-zäöüß]{3,}(?<!t)e) (?:er|man|es)\b"
)
_NOT_WITH_PRONOUN = word_set(
    "wurde würde käme gäbe wäre stünde ließe bliebe ginge läge nähme sähe täte fände hielte bräche "
    "alle eine keine seine ihre meine deine unsere diese jene ohne gerne heute viele "
    "beide erste ganze lange nahe fremde neue gute solche welche manche einige andere hohe große "
    "ehe beinahe gerade vorige sowie wie die sie je wenige weitere letzte nächste"
)
_NOT_CARRIED = re.compile(
    r"\b(?:[Ii]ch|[Ww]ir|[Ff]alls|als ob|ihr (?:habt|seid))\b|\?$|^(?:Laut|Wie|Wenn) "
    r"|\b(?:[Ee]s|wie dem auch) sei denn\b|Gott sei Dank|\bwie dem auch sei\b"
    r"|\b[Ss]ei es (?:aus|durch|als|wegen|in|bei|im|nun|mit|von|auf)\b"
)
# Before the verb of the main clause: no comma, or one that closes what is put in.
_MAIN_VERB = re.compile(
    rf"^[^,:;]*\b(?:{'|'.join(sorted(SURE))})\b|, (?:{'|'.join(sorted(SURE))})\b"
)
_OPENS_SUBORDINATE = re.compile(
    r"(?:Dass|Ob|Wer|Was|Wie|Wo|Warum|Weil|Wenn|Als|Obwohl|Damit|Bis|Bevor|Nachdem|Wann|Welche\w?)\b"
)


def is_subjunctive(text: str) -> bool:
    """Whether a piece of text has a verb in the subjunctive."""
    return not SUBJUNCTIVE.isdisjoint(_WORD.findall(text)) or _has_pronoun_form(text)


def carries_on(sentence: str) -> bool:
    """Whether a sentence after reported speech goes on with it: subjunctive, nobody new speaks.

    >>> carries_on("Er schäme sich zutiefst dafür.")
    True
    """
    told = not CARRIED.isdisjoint(_WORD.findall(sentence)) or _has_pronoun_form(sentence)
    return told and _NOT_CARRIED.search(sentence) is None


def is_reported(sentence: str) -> bool:
    """Whether a sentence is indirect speech by itself: its own verb is in the subjunctive.

    >>> is_reported("Der Zoll erlebe einen enormen Zuwachs.")
    True
    >>> is_reported("Offen ist, ob er bereit sei.")
    False
    """
    if SURE.isdisjoint(_WORD.findall(sentence)):  # most sentences
        return False
    if _OPENS_SUBORDINATE.match(sentence) or _NOT_CARRIED.search(sentence):
        return False
    return _MAIN_VERB.search(sentence) is not None


def _has_pronoun_form(text: str) -> bool:
    for match in _WITH_PRONOUN.finditer(text):
        if (match["verb"] or match["inverted"]) not in _NOT_WITH_PRONOUN:
            return True
    return False
