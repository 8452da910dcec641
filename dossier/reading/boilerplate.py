"""What stands in an article's text on a page without belonging to it."""

from __future__ import annotations

import re
from functools import lru_cache

# Words in `class` and `id` that name such parts. Matched at the start of a word of the name, so
# that *share* finds `c-share-bar` and `shareButtons` but not `timeshare`.
_PARTS = (
    r"share(?!d)|sharing|social|teilen|newsletter|related|recommend|outbrain|taboola|plista|teaser"
    r"|promo|paywall|piano|subscri|abo(?:box|banner|hinweis|nnement|nnieren)?(?![a-zäöü])|comment"
    r"|kommentar|disqus|cookie|consent|banner|breadcrumb|advert|anzeige|ad(?:s|vertisement)?(?![a-z])"
    r"|werbung|sponsor|sidebar|navi(?:gation)?(?![a-z])|nav(?![a-z])|menu|pagination|paginat|toolbar"
    r"|tags?(?![a-z])|tag-?list|keywords|themen(?:liste|links)?(?![a-z])|more-?(?:on|links|articles"
    r"|stories|from)|read-?more|weiterlesen|mehr-?zum|see-?also|linklist|link-?box|author-?(?:box|bio"
    r"|info|card|profile|details)|autor(?:en)?-?(?:box|info)|about-?author|bio(?![a-z])|byline|copyright"
    r"|disclaimer|footer|feedback|rating|voting|poll|quiz|survey|widget|embed|twitter|facebook|instagram"
    r"|tiktok|youtube|podcast|player|video|audio|gallery|slider|carousel|slideshow|bildergalerie"
    r"|fotostrecke|info-?box|info-?kasten|fact-?box|fakten-?box|box-?info|opt-?in|affiliate|recommendation|reco(?![a-z])|print|druck|login|regist|modal|popup|overlay"
    r"|tooltip|dialog|toc(?![a-z0-9])|table-of-contents|inhaltsverzeichnis|skip|sr-only|visually-?hidden"
    r"|screen-?reader|correction|korrektur|meta(?:data|-info)?(?![a-z])|dateline|timestamp|push"
    r"|notification|app-?(?:banner|promo|download)|signup|donat|spende|support-?us|topbar|ticker"
    r"|most-?(?:read|popular)|meist-?gelesen|trending|popular|next-?article|prev(?:ious)?-?article"
    r"|reading-?time|lesezeit|jp-relatedposts|sharedaddy|wpcnt|noprint|navbox|mw-editsection"
    r"|catlinks|printfooter|toctitle|hatnote|metadata|opta|liveticker-?teaser|upscore|zergnet"
)
SUSPECT = re.compile(rf"(?:^|[\s_-])(?:{_PARTS})", re.IGNORECASE)
# "print:hidden", "hover:underline": how a class counts in a state, not what it is for.
_VARIANT = re.compile(r"\S+:\S+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

# How such a paragraph or heading begins. German and English; anchored, so that a sentence which
# mentions a newsletter stays.
_SURE = (
    r"(?:lesen|hören|sehen)\s+sie\s+(?:auch|hier|dazu|mehr|jetzt|außerdem)\b"
    r"|lies(?:t)?\s+(?:auch|hier|mehr)\b|mehr\s+(?:zum\s+thema|lesen|zu\s+diesem\s+thema)\b"
    r"|auch\s+(?:interessant|spannend|lesenswert)\s*[:!?]?|das\s+könnte\s+(?:sie|dich|euch)\s+auch"
    r"|empfohlener?\s+(?:redaktioneller|externer)|externer\s+inhalt|an\s+dieser\s+stelle\s+"
    r"(?:finden|befindet|steht|wird|würde)|dieses\s+element\s+enthält|mit\s+(?:dem\s+laden|der"
    r"\s+aktivierung)\s+de|dieses\s+thema\s+im\s+programm|abonnieren\s+sie\b"
    r"|sie\s+haben\s+(?:noch\s+kein|bereits\s+ein|schon\s+ein)\w*\s+(?:[\w+]+-)?(?:abo|konto|benutzerkonto|zugang)"
    r"|melden\s+sie\s+sich\s+(?:an|hier|jetzt)|weiterlesen\s+mit|folge(?:n\s+sie)?\s+uns\b"
    r"|(?:bitte\s+)?aktivieren\s+sie\s+javascript|wir\s+(?:verwenden|nutzen)\s+cookies"
    r"|wir\s+benötigen\s+ihre\s+zustimmung|(?:haben\s+sie\s+)?(?:einen\s+)?fehler\s+(?:entdeckt"
    r"|gefunden|melden)|sie\s+haben\s+einen\s+fehler|copyright\s|©|\(c\)\s*\d{4}|zur\s+startseite"
    r"|read\s+(?:more|also|next)\b|related:|sign\s+up\s+(?:for|to|here|now)|subscribe\s+(?:to|now)"
    r"|you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested)|we\s+use\s+cookies|click\s+here"
    r"|this\s+(?:article|story|post)\s+(?:is\s+for\s+subscribers|was\s+(?:originally|first)"
    r"\s+published|originally\s+appeared)|follow\s+(?:us|the\s+\w+)\s+on\b|all\s+rights\s+reserved"
    r"|(?:please\s+)?(?:enable|turn\s+on)\s+javascript|leave\s+a\s+(?:reply|comment)"
    r"|dieser\s+(?:artikel|beitrag|text)\s+(?:ist\s+|wurde\s+)?(?:erschien\s+)?(?:erstmals|zuerst"
    r"|ursprünglich)\b|mit\s+ihrer\s+(?:zustimmung|einwilligung|registrierung|anmeldung)\b|um\s+(?:dieses\s+video|diesen\s+inhalt|inhalte\s+von)\b"
    r"|(?:à\s+)?lire\s+aussi|lee\s+también|leggi\s+anche|lees\s+ook|leia\s+(?:também|mais)"
    r"|download\s+(?:the|our)\s+app|story\s+continues\s+below|alle\s+rechte\s+vorbehalten"
)
# Beginnings of sentences too: these count only with a link behind them, or without a full stop.
_UNSURE = (
    r"mehr\s+(?:dazu|infos|über|news|von|aus|zu)\b|passend\s+(?:dazu|zum)|weitere\s+(?:artikel"
    r"|informationen|infos|nachrichten|news|meldungen|themen|beiträge)|weiterführende"
    r"|zum\s+(?:artikel|thema|weiterlesen|video|podcast)|das\s+könnte\s+(?:sie|dich|euch)"
    r"|(?:dieser|der|das|dieses)\s+(?:artikel|beitrag|text|thema|video)\s+(?:ist|erschien|stammt"
    r"|wurde)|jetzt\s+(?:weiterlesen|abonnieren|testen|kostenlos|anmelden|lesen|registrieren"
    r"|bestellen|herunterladen)|alle\s+(?:artikel|entwicklungen|infos)|hier\s+(?:klicken|anmelden"
    r"|abonnieren|geht|finden\s+sie|lesen\s+sie|können\s+sie)|(?:lesen|hören|sehen)\s+sie\b"
    r"|newsletter\b|anzeige\s*$|werbung\s*$|teilen\s*$|teilen\s+(?:auf|per)|drucken\s*$"
    r"|kommentare?(?:\s+\(?\d+\)?|\s+(?:lesen|schreiben|anzeigen))?\s*$|zurück\s+zur|quelle:\s"
    r"|themen:\s|schlagw(?:o|ö)rt(?:e|er):?\s|tags?:\s|(?:see|watch|listen)\s+(?:also|more|now|to\b)"
    r"|related\b|recommended\b|more\s+(?:on|from|stories|news|about)\b|share\s+(?:this|on|via)\b"
    r"|advertisement\s*$|sponsored\b|comments?\s*(?:\(\d+\))?\s*$|continue\s+reading|get\s+our"
    r"|have\s+(?:a\s+(?:news\s+)?tip|you\s+been\s+affected)|topics?:|siehe\s+auch|auch\s+lesen"
)
_SURE_NOTICE = re.compile(rf"^[\W_]*(?:{_SURE})", re.IGNORECASE)
_UNSURE_NOTICE = re.compile(rf"^[\W_]*(?:{_UNSURE})", re.IGNORECASE)
_LONGEST_NOTICE = 320  # characters; longer is an article's paragraph that begins like a notice
_CONSENT = re.compile(
    r"datenschutzerklärung|externe[rn]?\s+inhalt|personenbezogene\s+daten\s+an\s+(?:dritt|plattform)"
    r"|cookie-einstellungen|jederzeit\s+(?:wieder\s+)?(?:widerrufen|kündbar)|\bim\s+abo\b"
    r"|privacy\s+(?:policy|settings)|your\s+consent",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\b(?:jetzt|hier|kostenlos|gratis|direkt|einfach|now|here|free)\b[^.!?]{0,40}?\b(?:abonnieren"
    r"|anmelden|bestellen|testen|herunterladen|registrieren|weiterlesen|sichern|subscribe|sign\s+up"
    r"|download|register)\b|\b(?:abonnieren|folgen)\s+sie\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"'“”»«’)\]]*$")
# Headings after which a page goes on to other things: nothing below them is the article.
_END = re.compile(
    r"^[\W_]*(?:mehr\s+zum\s+thema|mehr\s+(?:aus|von|zu)\b|weitere\s+(?:artikel|themen|meldungen"
    r"|nachrichten|beiträge|informationen)|das\s+könnte\s+(?:sie|dich)|auch\s+interessant"
    r"|ähnliche\s+(?:artikel|beiträge)|verwandte\s+|empfehlungen|meistgelesen|kommentare?\b"
    r"|\d+\s+(?:comments?|kommentare?|responses?|reaktionen|antworten)\b|comments?$|schreiben?\s+sie?\s+einen\s+kommentar"
    r"|schreibe?\s+(?:einen|uns)|leave\s+a\s+(?:reply|comment)|antwort(?:en)?\s+(?:abbrechen|schreiben)"
    r"|related|recommended|more\s+(?:on|from|stories|like)|you\s+(?:may|might)|most\s+(?:read|popular)"
    r"|newsletter$|über\s+den\s+autor|über\s+die\s+autorin|about\s+the\s+author|zur\s+person$"
    r"|(?:teilen|share|anzeige)$"
    r"|themen$|schlagwörter|tags$|topics$|top\s+stories$|latest\s+news|partner\s+news|neueste\s+\w+$)",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"^[\W_]*(?:(?:\d+\s+)?(?:comments?|kommentare?)(?:\s*\(?\d*\)?)?|leave\s+a\s+(?:reply|comment)"
    r"|schreiben?\s+sie\s+einen\s+kommentar|diskutieren\s+sie\b.{0,20}|antwort\s+schreiben)$",
    re.IGNORECASE,
)
# A line of where and when above the text, or of who below it.
_LINE = re.compile(
    r"^[\W_]*(?:(?i:von|by|text)[:\s]+[A-ZÄÖÜ]\S*(?:\s+\S+){0,5}|(?i:stand:.{0,40}"
    r"|(?:aktualisiert|updated|veröffentlicht|published|erstellt|geändert)\b.{0,60}"
    r"|\d{1,2}\.\s?(?:\d{1,2}\.|\w+)\s?\d{2,4}.{0,30}|\d+\s*(?:min(?:uten?)?\b\.?|minutes?)"
    r"(?:\s+(?:lesezeit|lesedauer|read))?|lesezeit.{0,30}|(?:merken|drucken|teilen|speichern"
    r"|vorlesen|anhören|listen|share|save|print|kommentieren)(?:\s+(?:merken|drucken|teilen"
    r"|speichern|artikel))*|\(?(?:symbolbild|archivbild|symbolfoto)\)?"
    r"|(?:rubriklisten|titel|symbol|archiv|listen)?(?:bild|foto)s?\s*:\s*\S.{0,60}))$"
)
_ABBREVIATED = re.compile(r"\b(?:Min|Uhr|Std)\.$")
_LONGEST_LINE = 90


@lru_cache(maxsize=8192)
def is_suspect(names: str) -> bool:
    """Whether an element's `class` and `id` say that it is no part of the text."""
    names = _VARIANT.sub("", names)
    if not names or names.isspace():
        return False
    return bool(SUSPECT.search(names) or SUSPECT.search(_CAMEL.sub("-", names)))


def is_call(text: str, *, linked: float) -> bool:
    """Whether a paragraph asks, with a link, to subscribe to or to buy something."""
    return linked > 0 and len(text) <= _LONGEST_NOTICE and _CALL.search(text) is not None


def is_notice(text: str, *, linked: float = 0.0) -> bool:
    """Whether a paragraph is a pointer to something else, a notice or an advertisement.

    `linked` is the share of it that is a link.
    """
    if len(text) > _LONGEST_NOTICE:
        return False
    if _SURE_NOTICE.match(text):
        return True
    if not linked and _SENTENCE_END.search(text):
        return False
    return bool(_UNSURE_NOTICE.match(text) or (linked and _CONSENT.search(text)))


def is_end(heading: str) -> bool:
    """Whether a heading begins what follows an article on its page."""
    return len(heading) <= _LONGEST_LINE and _END.match(heading) is not None


def is_comments(heading: str) -> bool:
    """Whether a heading begins what readers wrote."""
    return len(heading) <= _LONGEST_LINE and _COMMENTS.match(heading) is not None


def is_line(text: str) -> bool:
    """Whether a short block is a byline, a date, a reading time or a button."""
    if len(text) > _LONGEST_LINE or _LINE.match(text) is None:
        return False
    return not _SENTENCE_END.search(text) or bool(_ABBREVIATED.search(text)) or text[0] == "("
