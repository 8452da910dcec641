"""Made-up agency reports, what outlets make of them, and follow-ups that are other reports.

Each edition names its report (`None`: it is nobody's copy), so that grouping can be measured.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier import blocks
from dossier.model import Article, Source, packed


@dataclass(frozen=True)
class Edition:
    """An article with the report that it prints."""

    article: Article
    report: str | None


HARBOUR = (
    (
        "Kiel (dpa) - Nach einem Brand auf der Fähre »Holtenau« haben Einsatzkräfte am Dienstag "
        "alle 214 Menschen an Bord in Sicherheit gebracht. Verletzt wurde nach Angaben der "
        "Wasserschutzpolizei niemand, zwei Besatzungsmitglieder kamen zur Beobachtung in ein "
        "Krankenhaus."
    ),
    (
        "Das Feuer war am frühen Morgen im Maschinenraum ausgebrochen, rund vier Seemeilen vor dem "
        "Leuchtturm. Der Kapitän ließ das Schiff stoppen und setzte einen Notruf ab. Ein Schlepper "
        "brachte die Fähre gegen Mittag in den Hafen zurück."
    ),
    (
        "»Die Besatzung hat ruhig und richtig gehandelt«, sagte Einsatzleiterin Maren Petersen. "
        "Die automatische Löschanlage habe das Feuer erstickt, bevor es auf das Fahrzeugdeck "
        "übergreifen konnte. Die Feuerwehr kontrollierte das Schiff anschließend mit "
        "Wärmebildkameras."
    ),
    (
        "Die Ursache ist noch unklar. Die Bundesstelle für Seeunfalluntersuchung nahm Ermittlungen "
        "auf, ein Gutachter soll den Maschinenraum am Mittwoch untersuchen. Die Reederei schätzt "
        "den Schaden auf einen siebenstelligen Betrag."
    ),
    (
        "Die »Holtenau« verkehrt seit 2011 zwischen Kiel und Göteborg und bietet Platz für 1300 "
        "Passagiere. Bereits vor drei Jahren hatte es an Bord einen Schwelbrand in der Wäscherei "
        "gegeben, damals mussten vier Menschen wegen Rauchvergiftungen behandelt werden."
    ),
    (
        "Die Verbindung fällt bis auf Weiteres aus. Reisende können ihre Fahrkarten kostenlos "
        "umbuchen oder sich den Preis erstatten lassen, wie das Unternehmen mitteilte. An den "
        "Wochenenden soll ein Ersatzschiff aus Rostock fahren."
    ),
)
VOTE = (
    (
        "Brüssel (AFP) - Die Mitgliedstaaten haben sich nach einer Nachtsitzung auf strengere "
        "Regeln für Verpackungen geeinigt. Von 2029 an müssen Händler demnach Pfand auf "
        "Plastikflaschen und Dosen erheben, Einwegbesteck in Gaststätten wird weitgehend verboten."
    ),
    (
        "Umweltkommissarin Elisa Brandt sprach von einem Durchbruch. »Wir beenden die Zeit, in der "
        "jeder Apfel sein eigenes Plastikbett hatte«, sagte sie nach der vierzehnstündigen "
        "Verhandlung. Das Parlament muss dem Ergebnis noch zustimmen."
    ),
    (
        "Widerstand hatte es vor allem aus Italien und Finnland gegeben, wo die Papierindustrie um "
        "Aufträge fürchtet. Beide Länder setzten Ausnahmen für beschichtete Kartons durch, die "
        "erst nach einer Überprüfung im Jahr 2032 auslaufen sollen."
    ),
    (
        "Verbraucherverbände begrüßten die Einigung grundsätzlich, kritisierten jedoch die langen "
        "Übergangsfristen. Der Handelsverband warnte dagegen vor Kosten in Milliardenhöhe, die am "
        "Ende auf die Kunden umgelegt würden."
    ),
    (
        "Im Durchschnitt fallen in der Europäischen Union je Einwohner und Jahr fast 190 Kilogramm "
        "Verpackungsmüll an, ein Fünftel mehr als vor zehn Jahren. Ohne Gegenmaßnahmen würde die "
        "Menge nach Berechnungen der Kommission bis 2030 um weitere 19 Prozent steigen."
    ),
    (
        "Mehrere Staaten haben bereits eigene Pfandsysteme, darunter Deutschland, Litauen und die "
        "skandinavischen Länder. Dort liegt die Rücklaufquote nach Angaben der Betreiber bei mehr "
        "als 90 Prozent der verkauften Flaschen."
    ),
)
STRIKE = (
    (
        "LISBON (Reuters) - Dock workers in three Portuguese ports walked off the job on Thursday, "
        "halting container traffic and leaving at least eleven ships waiting offshore in a dispute "
        "over night shifts and pensions."
    ),
    (
        'The union said more than nine in ten members had joined the strike. "We will not go back '
        'until there is a written offer," its leader Tomas Queiroz told reporters outside the '
        "gates of the Alcantara terminal shortly after dawn."
    ),
    (
        "Port operators called the action disproportionate and said perishable goods worth some 40 "
        "million euros were stuck in refrigerated containers. They asked a labour court to order a "
        "minimum service for food and medicines."
    ),
    (
        "The economy ministry urged both sides to return to the table and offered to mediate. A "
        "spokeswoman said the government would not rule out requiring essential services if the "
        "stoppage lasted beyond the weekend."
    ),
    (
        "Portugal's ports handle about four fifths of the country's foreign trade by volume. A "
        "similar strike two years ago lasted nineteen days and cost exporters an estimated 120 "
        "million euros, according to the national business confederation."
    ),
    (
        "Shipping lines have begun to divert vessels to Vigo and Algeciras in neighbouring Spain. "
        "Car makers near Setubal said they had parts for three or four days before assembly lines "
        "would have to be stopped."
    ),
)
REPORTS = {"harbour": HARBOUR, "vote": VOTE, "strike": STRIKE}
DATES = {"harbour": "2024-03-12", "vote": "2024-03-15", "strike": "2024-03-14"}

INTROS = {
    "harbour": "Schreck auf der Ostsee: Mitten in der Nacht heulten auf einem Schiff die Sirenen, "
    "die Reisenden wurden in Rettungswesten an Deck gerufen.",
    "vote": "Lange wurde gestritten, nun steht fest: Auch Dosen und Flaschen aus Kunststoff "
    "bekommen überall in Europa einen Pfandpreis.",
    "strike": "Cranes stood still and lorries queued for miles as a row about working hours "
    "brought the nation's busiest quays to a standstill.",
}
LOCAL = {
    "harbour": "Auch aus unserer Region waren Fahrgäste betroffen. Eine Schulklasse aus Eutin "
    "wartete am Nachmittag noch auf ihren Bus, wie die Lehrerin unserer Zeitung sagte.",
    "vote": "Die Brauerei am Ort sieht die Sache gelassen: Man fülle seit jeher in Glas ab, sagte "
    "die Geschäftsführerin auf Anfrage, und habe erst im Herbst neue Kästen bestellt.",
    "strike": "Our correspondent in Porto saw long lines at fuel stations on Thursday evening, "
    "although officials insisted that there was no shortage of petrol anywhere.",
}
# One word for another, as a desk's editors do it; applied to every paragraph.
REWORDED = {
    "nach Angaben der": "wie es bei der",
    "sagte": "erklärte",
    "mitteilte": "bekannt gab",
    "jedoch": "aber",
    "Bereits": "Schon",
    "noch unklar": "bislang offen",
    "more than": "over",
    "some 40": "about 40",
    "told reporters": "said",
    "similar": "comparable",
    "Dienstag": "Dienstagmorgen",
    "Mehrere": "Etliche",
}

# The next day: what is new in one's own words, and a paragraph or two of yesterday's background.
FOLLOW_UPS = {
    "harbour": (
        (
            "Die Ermittler haben im Maschinenraum der ausgebrannten Fähre eine geborstene "
            "Kraftstoffleitung gefunden. Das Bauteil werde nun im Labor untersucht, teilte ein "
            "Sprecher der Behörde mit; ein Ergebnis erwarte man frühestens in zwei Wochen."
        ),
        (
            "Die Gewerkschaft verlangte unterdessen häufigere Kontrollen. Wartungsabstände seien "
            "in den vergangenen Jahren immer weiter gestreckt worden, klagte ihr Vorsitzender, und "
            "die Mannschaften habe man gleichzeitig verkleinert."
        ),
        (
            "Im Landtag beantragte die Opposition eine Sondersitzung des Verkehrsausschusses. Der "
            "Minister sagte zu, dort am Montag einen ersten Bericht vorzulegen."
        ),
    ),
    "vote": (
        (
            "Im Parlament formiert sich Widerstand gegen das neue Verpackungsrecht. Abgeordnete "
            "zweier Fraktionen kündigten Änderungsanträge an, mit denen sie kleine Betriebe von "
            "der Pflicht ausnehmen wollen."
        ),
        (
            "Die Berichterstatterin zeigte sich dennoch zuversichtlich. Es gebe eine stabile "
            "Mehrheit, betonte sie vor Journalisten in Straßburg, und niemand wolle die Uhr "
            "zurückdrehen."
        ),
        (
            "Die Abstimmung ist für Ende April vorgesehen. Danach hätten die Hauptstädte achtzehn "
            "Monate Zeit, ihre nationalen Gesetze anzupassen."
        ),
    ),
    "strike": (
        (
            "A labour court in Lisbon on Friday ordered striking dockers to unload medicines and "
            "baby food, but rejected the operators' demand for a wider minimum service."
        ),
        (
            "Judges found that the companies had not shown why fresh fruit should count as "
            "essential. The union hailed the ruling as a vindication and said volunteers would "
            "begin at noon."
        ),
        (
            "Talks brokered by the ministry are due to open on Sunday. Both camps sounded "
            "cautious, with one negotiator describing positions as miles apart."
        ),
    ),
}
# An outlet's own report of the same news, with one paragraph of the agency's background.
OWN = {
    "harbour": (
        (
            "Es riecht noch nach verbranntem Gummi am Ostuferkai, als die ersten Urlauber ihre "
            "Koffer über die Rampe ziehen. Jana Behrens, die mit zwei Kindern unterwegs war, hat "
            "seit drei Uhr nicht geschlafen. Sie erzählt von Durchsagen, Kerzenlicht und heißem "
            "Tee."
        ),
        (
            "Wie kann ein modernes Schiff in Flammen aufgehen? Wir haben mit einem pensionierten "
            "Ingenieur gesprochen, der jahrzehntelang solche Anlagen gewartet hat. Er tippt auf "
            "ein undichtes Ventil, warnt aber vor schnellen Urteilen."
        ),
    ),
    "vote": (
        (
            "Wer in Verona einen Espresso bestellt, bekommt dazu gern ein Glas Wasser und ein "
            "eingeschweißtes Plätzchen. Das Plätzchen wird es künftig lose geben, und Barista "
            "Lucio Ferri findet das nicht weiter schlimm. Ein Besuch bei denen, die es betrifft."
        ),
        (
            "Anders sieht es bei den Kartonherstellern im Norden des Landes aus. Dort rechnet man "
            "mit Kurzarbeit, sobald die neuen Vorschriften greifen; ein Werksleiter führt durch "
            "Hallen, in denen schon jetzt Maschinen stillstehen."
        ),
    ),
    "strike": (
        (
            "On the quayside the only sound is a radio playing fado. Miguel, who has driven the "
            "big gantry since he was twenty, warms his hands over a barrel and says his knees will "
            "not take another winter of nights."
        ),
        (
            "His story is a common one here. We spoke to nine families whose savings are tied to a "
            "fund that has not published its accounts since the merger, and to the accountant who "
            "noticed it first."
        ),
    ),
}
COMMENT = (
    (
        "Wer je nachts auf einer Fähre gestanden hat, kennt das Brummen, an das man sich gewöhnt "
        "und das doch nie ganz verschwindet. Verstummt es, wird jeder wach. So muss es den "
        "Menschen gegangen sein, die am Dienstag vor Kiel in ihre Westen stiegen."
    ),
    (
        "Dass alles gut ging, ist kein Zufall, sondern Ergebnis langweiliger Übungen, über die man "
        "an Bord gern Witze macht. Es lohnt sich, den Satz der Einsatzleiterin zweimal zu lesen: "
        "ruhig und richtig. Mehr kann man von Menschen kaum verlangen."
    ),
)
FOOTER = (
    "Lesen Sie die wichtigsten Nachrichten des Tages jeden Morgen ab sechs Uhr in unserem "
    "kostenlosen Newsletter, hören Sie unseren Podcast und folgen Sie uns in den sozialen "
    "Netzwerken. Hinweise und Fragen an die Redaktion nehmen wir gern unter der bekannten Adresse "
    "entgegen. Dieser Text erschien zuerst in der gedruckten Ausgabe, Abonnenten lesen ihn bereits "
    "am Vorabend digital."
)


def make(name: str, source: str, date: str, *texts: str, title: str = "") -> Article:
    """Make an article of an outlet."""
    made = (blocks.make("paragraph", text) for text in texts)
    return Article(
        id=name,
        title=title or f"Titel {name}",
        date=date,
        body=packed(blocks.number(made)),
        source=Source(name=source),
    )


def reworded(text: str) -> str:
    """Return a paragraph as another desk's editors leave it."""
    for old, new in REWORDED.items():
        text = text.replace(old, new)
    return text


def editions() -> Iterator[Edition]:
    """Yield all articles: copies, follow-ups, own reports, a round-up, a comment, a footer."""
    for name, texts in REPORTS.items():
        date = DATES[name]
        bare = (texts[0].partition(") - ")[2], *texts[1:])
        copies = {
            "Agentur": texts,
            "Morgenpost": bare,
            "Kurier": bare[:4],  # cut from the end, as reports are written to be
            "Abendblatt": (INTROS[name], *bare[1:]),
            "Rundschau": (INTROS[name], *map(reworded, bare[1:5]), LOCAL[name]),
            "Anzeiger": tuple(map(reworded, (bare[0], bare[2], bare[1], bare[5]))),
            "Bote": (*bare[:3], LOCAL[name], bare[4]),
            "Kompakt": (bare[0], bare[3]),  # a brief
            # An own article with about half of the report in it: an editor may see it either way.
            "Wochenblatt": (INTROS[name], LOCAL[name], bare[1], *map(reworded, bare[3:5])),
        }
        for outlet, paragraphs in copies.items():
            article = make(f"{name}-{outlet}".lower(), outlet, date, *paragraphs)
            yield Edition(article, name)
        later = f"{date[:-2]}{int(date[-2:]) + 1:02}"
        new = FOLLOW_UPS[name]
        yield Edition(make(f"{name}-folge-a", "Post", later, *new, texts[4]), f"{name}-2")
        yield Edition(make(f"{name}-folge-b", "Echo", later, *new[:2], texts[4]), f"{name}-2")
        yield Edition(make(f"{name}-eigen", "Tribüne", date, *OWN[name], texts[4]), None)
    digest = tuple(text for texts in REPORTS.values() for text in texts[:2])
    yield Edition(make("ticker", "Liveblog", "2024-03-15", *digest), None)
    yield Edition(make("kommentar", "Echo", "2024-03-13", *COMMENT, HARBOUR[2]), None)
    for number, outlet in enumerate(("Nordblatt", "Nordblatt", "Nordblatt", "Südblatt")):
        own = FOLLOW_UPS["vote" if number % 2 else "harbour"][number // 2]
        yield Edition(make(f"fuss-{number}", outlet, "2024-03-16", own, FOOTER), None)
