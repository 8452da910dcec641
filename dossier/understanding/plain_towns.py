"""Towns whose names look like German nouns and are none: Athen, Dresden, Tübingen.

Word lists hold them among the nouns, or they can be read as plurals and compounds (Dür-en).
"""

from __future__ import annotations

from dossier.understanding.lexicon import word_set

# Read out of all towns of the tables that pass for nouns; Essen, Halle, Hof, Waren stay nouns.
_TOWNS = word_set(
    "Shenzhen Tokio Bogota Xiamen Riad Berlin Queens Wien Kopenhagen Jodhpur Tiflis Tanger Köln "
    "Athen Athens Dresden Bremen Leeds Gaza Brünn Wuppertal Kurgan Bonn Graz Kiel Kassel Reims "
    "Saarbrücken Pilsen Ludwigshafen Leverkusen Angers Metz Göttingen Bern Ulm Reykjavik "
    "Bremerhaven Rouen Namur Caen Bozen Erlangen Trier Hagen Poole Athlone "
    "Schwerin Düren Tübingen Witten Ratingen Luzern Rheine Viersen Aalen Garbsen Sindelfingen "
    "Friedrichshafen Göppingen Hilden Ahlen Emden Lingen Peine Memmingen Suhl Bautzen Alsergrund "
    "Borken Kehl Chur Meppen Bühl Meissen Plettenberg Ehingen Hörde Wersten Leimen Niederrad "
    "Achern Bingen Obertshausen Wolfen Ditzingen Döbeln Büdingen Büren Seesen Karben Xanten "
    "Meiningen Holzminden Hemmingen Mölln Uerdingen Schlüchtern Zossen Nauen Sigmaringen Wadern "
    "Wurzen Niedernhausen Münsingen Döhren Usingen Ketsch Velen Plön Olfen Zeuthen Köngen Dissen "
    "Lienen Simmern Wattens Anderten Berchtesgaden Hallein Siebnen Böhlen Möckern Leun Artern "
    "Velden Triesen Interlaken Lyss Rheinau Neersen Triftern Könnern Waldsee Wegscheid "
    "Plänterwald Grunewald Bönen Küps Wohlen Dorfen Mering Sundern Leimen Lohne"
)
# Compounds that are towns of the tables and words as well.
_COMPOUNDS = word_set(
    "Apotheke Paradise Surprise Enterprise Billings Landstraße Gesundbrunnen Südstadt Nordstadt "
    "Weststadt Oststadt Altstadt Gartenstadt Margareten Weinberg Weingarten Paradies Tiergarten "
    "Kirchenviertel Kuchen Sternschanze Heerstraße Prinzenpark Schlitz Twist Rotkreuz Kirchdorf "
    "Bockhorn Mühlenberg Siegfriedviertel Windisch Schneeberg Schönheide Bilderstöckchen Hainholz"
)


def is_plain(town: str, *, is_compound: bool) -> bool:
    """Whether a town of the tables that passes for a noun is none.

    >>> is_plain("Athen", is_compound=False), is_plain("Essen", is_compound=False)
    (True, False)
    """
    return town not in _COMPOUNDS if is_compound else town in _TOWNS
