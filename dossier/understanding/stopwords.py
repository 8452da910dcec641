"""Words that say nothing about a topic, German and English, folded (see `words.fold`)."""

from __future__ import annotations

_GERMAN = """
ab aber alle allein allem allen aller allerdings alles als also am an andere anderem anderen
anderer anderes anders auch auf aus außer ausserdem bald bei beide beiden beim bereits bis bisher
bislang bleiben bleibt da dabei dadurch dafür dagegen daher dahin damals damit danach dann daran
darauf daraus darf darin darüber darum darunter das dass davon davor dazu dein dem demnach den
denen denn dennoch der deren derzeit des deshalb dessen desto die dies diese dieselbe diesem
diesen dieser dieses doch dort drei du durch dürfen dürfte ebenfalls ebenso eher eigentlich ein
eine einem einen einer eines einfach einige einigen einmal er erst erste ersten erster erstmals es
etwa etwas euch eure fast findet fünf für ganz ganze ganzen gar geben gegen geht gehört gemeinsam
genau gerade gern gewesen gibt ging große großen gut habe haben halten hat hatte hatten hätte
hätten her heraus heute hier hierzu hin hingegen hinter ich ihm ihn ihnen ihr ihre ihrem ihren
ihrer ihres im immer in indem ins insgesamt inzwischen irgend ist ja jede jedem jeden jeder jedes
jedoch jene jetzt kam kann kaum kein keine keinem keinen keiner klar knapp komme kommen kommt
konnte konnten können könnte könnten kurz künftig lang lange lassen laut leicht letzte letzten
lässt machen macht man manche mehr mehrere mein meine meist mich millionen milliarden mir mit
mittlerweile möchte mögen möglich muss mussten musste müssen müsse müssten nach nachdem nächste
nächsten nämlich neben nein neue neuen neuer neues nicht nichts nie niemand noch nun nur ob oben
obwohl oder offenbar oft ohne prozent rund sagen sagt sagte sagten schließlich schon sehr sei
seien sein seine seinem seinen seiner seines seit seither selbst sich sie sieht sind so sogar
solche solchen soll solle sollen sollte sollten somit sondern sonst sowie sowohl spricht stand
statt steht stehen teil tun über überhaupt um und ungefähr uns unser unsere unter viel viele
vielen vielleicht vier voll vom von vor vorerst wann war waren warum was wegen weil weit weiter
weitere weiteren weiterhin weiß welche welchen welcher wenig wenige weniger wenn wer werde werden
wie wieder will wir wird wirklich wo wobei wohl wolle wollen wollte wollten worden wurde wurden
während würde würden zehn zu zudem zuerst zuletzt zum zumindest zunächst zur zurück zusammen zwar
zwei zwischen zwölf montag dienstag mittwoch donnerstag freitag samstag sonntag januar jänner
februar märz april mai juni juli august september oktober november dezember jahr jahre jahren
jahres tag tage tagen monat monate monaten woche wochen uhr heuer
"""
_ENGLISH = """
a about above after again against ago all almost along already also although always am among an
and another any are around as at away back be became because been before being below between both
but by came can cannot could day days did do does doing done down during each either else even
ever every few first five for four from further gave get give go goes going got had has have
having he her here hers herself him himself his how however i if in into is it its itself just
know last later least less let like made make makes many may me might million billion more most
much must my myself near never new next no nor not nothing now of off often on once one only or
other others our ours ourselves out over own part per percent perhaps put rather really said same
saw say says see seen several she should since so some something soon still such take than that
the their theirs them themselves then there these they thing things think this those though three
through time times to today together told too took toward two under until up upon us use used very
want was way we well went were what when where whether which while who whom whose why will with
within without would year years yes yesterday yet you your yours yourself monday tuesday wednesday
thursday friday saturday sunday january february march may june july october december month months
week weeks
"""
STOPWORDS = frozenset(f"{_GERMAN} {_ENGLISH}".replace("ß", "ss").split())
