"""Words that sentences begin with, days and months: written large and never part of a name."""

from __future__ import annotations

from dossier.understanding.lexicon import word_set

NEVER = word_set(
    "Der Die Das Den Dem Des Ein Eine Im In Am An Auf Aus Bei Beim Bis Auch Aber Als Da Dabei "
    "Damit Danach Dann Dazu Denn Doch Dort Durch Er Es Sie Für Gegen Gestern Heute Hier Ich Ihr "
    "Ihre Ja Jedoch Jetzt Laut Man Mit Nach Nachdem Nicht Noch Nun Nur Ob Obwohl Oder Ohne Schon "
    "Seit Seine Sein So Später Trotz Um Und Unter Vom Von Vor Wann Warum Was Weil Wenn Wer Wie Wir "
    "Wo Während Zu Zudem Zuletzt Zum Zur Zuvor Zwar Dagegen Dafür Daraufhin Anders Außerdem "
    "The A An And As At But By For From He Her His How If It Its Last Later May My No Not Now Of "
    "On One Only Or Our She So That Their Then There These They This Those To Under We What When "
    "Where While Who Why With Yes You Your Earlier Meanwhile Also After Before Since Although "
    "Both Like According However Even Yet Still While Former Speaking Asked Thank Today "
    "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Januar Februar März April Mai "
    "Juni Juli August September Oktober November Dezember Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday January February March June July October December North South East West New "
    "United White National State Supreme Foreign Vereinte Vereinten Weiße Weißen Weißes "
    "Photo Foto Bild Aufgrund Angesichts Wegen Infolge Anlässlich Neben Statt Dank Zwischen "
    "Innerhalb Außerhalb Hinsichtlich Inzwischen Mittlerweile Unterdessen Derweil "
    "Zunächst Zugleich Dennoch Vielmehr Insgesamt Further Instead Here"
)
# Those that look like a name only to whoever asks for speakers.
OPENINGS = NEVER | word_set(
    "Jeder Jede Jedes Jeden Alle Allen Mehrere Mehreren Viele Vielen Manche Einige Einigen Diese "
    "Dieser Dieses Diesen Diesem Jene Derselbe Dieselbe Welche Welcher Welches Solche Unser "
    "Unsere Mein Meine Kein Keine Keinen Beide Beiden Andere Anderen Sowohl Weder Entweder Gleich "
    "Erneut Erst Seither Seitdem Immerhin Allein Sogar Selbst Weiterhin Ebenfalls Ebenso Derzeit "
    "Zeitweise Ursprünglich Künftig Schließlich Anschließend Offenbar Vermutlich Besonders Gerade "
    "Eigentlich Natürlich Umgekehrt Ganz Sehr Rund Etwa Knapp Fast Mindestens Hinzu Darüber "
    "Darunter Daran Davor Dahinter Dadurch Hierzu Ferner Nochmals Abermals Wiederum Wiederholt "
    "Ausdrücklich Eindringlich Scharf Deutlich Immer Nie Niemals Manchmal Oft Häufig Meist "
    "Meistens Insbesondere Speziell Letztlich Schlussendlich Endlich Plötzlich Kürzlich Neulich "
    "Jüngst Bereits Vorab"
)
