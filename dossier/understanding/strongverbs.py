"""German verbs that change their vowel: `getroffen` and `traf` are forms of `treffen`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dossier.understanding.words import fold

# Infinitive, past, participle and, where it differs, present of the third person and the nouns
# that are made from the same root. The verbs of news; the list of a school grammar, cut.
_VERBS = """
befehlen befahl befohlen befiehlt befehl|beginnen begann begonnen - beginn|beißen biss gebissen
bergen barg geborgen birgt|betrügen betrog betrogen - betrug|biegen bog gebogen
bieten bot geboten|binden band gebunden|bitten bat gebeten|blasen blies geblasen bläst
bleiben blieb geblieben|braten briet gebraten brät|brechen brach gebrochen bricht bruch
brennen brannte gebrannt|bringen brachte gebracht|denken dachte gedacht|dringen drang gedrungen
essen aß gegessen isst|fahren fuhr gefahren fährt fahrt
fallen fiel gefallen fällt|fangen fing gefangen fängt|fechten focht gefochten ficht
finden fand gefunden - fund|fliegen flog geflogen - flug|fliehen floh geflohen - flucht
fließen floss geflossen - fluss|fressen fraß gefressen frisst|frieren fror gefroren
geben gab gegeben gibt|gehen ging gegangen|gelingen gelang gelungen
gelten galt gegolten gilt|genießen genoss genossen|geraten geriet geraten gerät
geschehen geschah geschehen geschieht|gewinnen gewann gewonnen - gewinn|gießen goss gegossen
gleichen glich geglichen|graben grub gegraben gräbt|greifen griff gegriffen - griff
halten hielt gehalten hält|hängen hing gehangen|hauen hieb gehauen|heben hob gehoben
helfen half geholfen hilft hilfe|kennen kannte gekannt
klingen klang geklungen - klang|kneifen kniff gekniffen|kommen kam gekommen
kriechen kroch gekrochen|laden lud geladen lädt
lassen ließ gelassen lässt|laufen lief gelaufen läuft|leiden litt gelitten
leihen lieh geliehen|lesen las gelesen liest|liegen lag gelegen|lügen log gelogen
meiden mied gemieden|messen maß gemessen misst
nehmen nahm genommen nimmt|nennen nannte genannt
pfeifen pfiff gepfiffen - pfiff|preisen pries gepriesen|raten riet geraten rät
reiben rieb gerieben|reißen riss gerissen - riss|reiten ritt geritten - ritt|rennen rannte gerannt
riechen roch gerochen|ringen rang gerungen|rufen rief gerufen - ruf|saufen soff gesoffen
schaffen schuf geschaffen|scheiden schied geschieden|scheinen schien geschienen
schelten schalt gescholten schilt|schieben schob geschoben - schub
schießen schoss geschossen - schuss|schlafen schlief geschlafen schläft
schlagen schlug geschlagen schlägt schlag|schleichen schlich geschlichen
schließen schloss geschlossen - schluss|schmeißen schmiss geschmissen
schmelzen schmolz geschmolzen schmilzt|schneiden schnitt geschnitten - schnitt
schreiben schrieb geschrieben - schrift|schreien schrie geschrien - schrei
schreiten schritt geschritten - schritt|schweigen schwieg geschwiegen
schwimmen schwamm geschwommen|schwinden schwand geschwunden - schwund
schwingen schwang geschwungen|schwören schwor geschworen - schwur|sehen sah gesehen sieht
senden sandte gesandt|singen sang gesungen|sinken sank gesunken|sitzen saß gesessen
sprechen sprach gesprochen spricht sprache|springen sprang gesprungen - sprung
stechen stach gestochen sticht|stehen stand gestanden|stehlen stahl gestohlen stiehlt
steigen stieg gestiegen - stieg|sterben starb gestorben stirbt|stoßen stieß gestoßen stößt
streichen strich gestrichen|streiten stritt gestritten - streit|tragen trug getragen trägt
treffen traf getroffen trifft|treiben trieb getrieben|treten trat getreten tritt
trinken trank getrunken|verderben verdarb verdorben verdirbt
vergessen vergaß vergessen vergisst|verlieren verlor verloren - verlust
verschwinden verschwand verschwunden|verzeihen verzieh verziehen|wachsen wuchs gewachsen wächst
waschen wusch gewaschen wäscht|weichen wich gewichen|weisen wies gewiesen
wenden wandte gewandt|werben warb geworben wirbt|werfen warf geworfen wirft wurf
werden wurde geworden wird
wiegen wog gewogen|wissen wusste gewusst weiß|ziehen zog gezogen|zwingen zwang gezwungen - zwang
"""
_SEPARABLE = (
    "ab|an|auf|aus|bei|dar|ein|entgegen|fest|fort|frei|her|heran|heraus|hervor|hin|hinaus|"
    "hinzu|los|mit|nach|nieder|statt|teil|vor|voran|voraus|vorbei|weg|weiter|"
    "zu|zurück|zusammen"
)
_BOUND = "be|emp|ent|er|ge|hinter|miss|über|um|unter|ver|wider|zer|durch|wieder"
_PARTICIPLE = 2  # its place among the forms
_EITHER = ("über", "um", "unter", "durch", "wieder")
_PREFIXES = (
    re.compile(rf"({_SEPARABLE})(?:zu(?=\w+e[rl]?n$))?()(?=\w{{3}})"),
    re.compile(rf"()({_BOUND})(?=\w{{3}})"),
    re.compile(rf"({_SEPARABLE})(?:zu)?({_BOUND})(?=\w{{3}})"),
)
_ENDINGS = ("", "e", "en", "er", "es", "em", "st", "t", "n", "s", "et", "est")


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    """Map each inflected form, folded, to its verb: infinitive, past, participle, others.

    Participles stand there without *ge-* too, as they follow a bound prefix: `-troffen`.
    """
    table: dict[str, tuple[str, ...]] = {}
    verbs = [
        tuple(fold(form) for form in line.split() if form != "-")
        for line in _VERBS.strip().replace("\n", "|").split("|")
    ]
    for ending in _ENDINGS:  # the bare forms first
        for verb in verbs:
            for form in verb:
                table.setdefault(form + ending, verb)
            table.setdefault(f"-{verb[2].removeprefix('ge')}{ending}", verb)
    return table


def forms(folded: str) -> tuple[str, ...]:
    """Return the other principal forms of the strong verb that a word is a form of, or ().

    >>> forms("treffen")
    ('traf', 'getroffen', 'trifft')
    >>> forms("abgeschossen")
    ('abschiessen', 'abschoss', 'abschuss')
    """
    table = _table()
    if folded in table:
        return tuple(form for form in table[folded] if form != folded)
    for prefix in _PREFIXES:
        found = prefix.match(folded)
        if not found:
            continue
        inner = folded[found.end() :]
        verb = table.get(inner) or (table.get(f"-{inner}") if found[2] else None)
        if verb:
            return tuple(form for form in _prefixed(verb, found[1], found[2]) if form != folded)
    return ()


def _prefixed(verb: tuple[str, ...], separable: str, bound: str) -> Iterator[str]:
    start = separable + bound
    for number, form in enumerate(verb):
        if bound and number == _PARTICIPLE:
            yield start + form.removeprefix("ge")
            if bound in _EITHER:
                yield start + form  # untergegangen beside unterschrieben
        else:
            yield start + form
