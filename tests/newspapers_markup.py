"""How outlets build their pages: one `Skin` each, filled with a report by `newspapers`."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Skin:
    """An outlet's markup. `page` holds `{body}` and what is stated; `after` what follows a
    paragraph by its number; `unwanted` how pieces begin that are not the article's."""

    name: str
    host: str
    page: str
    lang: str = "de"
    title: str = "{headline}"
    p: str = "<p>{text}</p>"
    h: str = "<h2>{text}</h2>"
    q: str = "<blockquote><p>{text}</p></blockquote>"
    ask: str = "<p><strong>{text}</strong></p>"
    pic: str = "<figure><img src=b.jpg><figcaption>{text} <span>Foto: {credit}</span></figcaption></figure>"
    list: str = "<ul>{items}</ul>"
    names_authors: bool = True
    between_authors: str = " und "
    no_author: str = "Redaktion"
    after: dict[int, str] = field(default_factory=dict)
    unwanted: tuple[str, ...] = ()


_TEASERS = """
<div class="teaser-list"><h3>Meistgelesen</h3><article class="teaser"><a href="/a1"><h4>Warum der
Bahnhof noch immer gesperrt ist</h4><p>Seit drei Wochen fahren keine Züge. Eine Rekonstruktion des
Stillstands von unserem Reporter vor Ort.</p></a></article><article class="teaser"><a href="/a2">
<h4>Stadtrat streitet über Freibad</h4><p>Die Sanierung kostet doppelt so viel wie geplant, nun soll
ein Bürgerentscheid her.</p></a></article></div>"""
_FOOTER = """<footer><ul><li><a href="/impressum">Impressum</a></li><li><a href="/ds">Datenschutz</a>
</li><li><a href="/agb">Nutzungsbedingungen</a></li></ul><p>© 2023 Alle Rechte vorbehalten. Die Inhalte
dürfen nicht ohne Zustimmung des Verlags vervielfältigt werden.</p></footer>"""
_CONSENT = """<div id="cmp" class="consent-layer"><h2>Ihre Privatsphäre ist uns wichtig</h2><p>Wir und
unsere Partner verwenden Cookies, um Inhalte zu personalisieren. Mit Klick auf „Akzeptieren“ stimmen Sie
zu. Sie können Ihre Einwilligung jederzeit widerrufen.</p><button>Akzeptieren</button></div>"""

_MAGAZIN = Skin(
    name="magazin",  # a weekly: kicker and headline in one h2, text cut into several boxes
    host="magazin.example",
    title="{kicker}: {headline}",
    p='<div class="RichText RichText--sans leading-loose lg:mt-20 print:p-0"><p>{text}</p></div>',
    h='<div class="RichText RichText--sans word-wrap"><h3>{text}</h3></div>',
    ask='<div class="RichText RichText--sans word-wrap"><p><b class="frage">{text}</b></p></div>',
    pic='<figure class="clear-both"><picture><img alt=""></picture><figcaption class="font-sansUI">'
    '<p>{text}</p><span class="font-sansUI text-shade-dark">Foto: <!-- -->{credit}</span>'
    "</figcaption></figure>",
    q='<section data-area="quote" class="pullquote"><blockquote><p>{text}</p></blockquote></section>',
    between_authors=", ",
    after={
        1: '<section class="newsletter-box" data-area="newsletter"><h3>Die Lage am Abend</h3><p>Die '
        "wichtigsten Nachrichten des Tages, das Beste aus unserem Angebot, jeden Werktag um 18 Uhr."
        "</p></section>",
        2: '<div class="RichText"><p><b>Lesen Sie hier mehr über die Hintergründe:</b> <a href="/x">'
        "Warum der Streit so lange dauert und wer von ihm am Ende etwas hat</a></p></div>",
        3: '<section data-component="Affiliatebox"><h3>Anzeige</h3><p>Das Buch zum Thema jetzt bei '
        "unserem Partner bestellen, portofrei und in zwei Tagen bei Ihnen.</p></section>",
    },
    unwanted=(
        "Die wichtigsten Nachrichten des Tages",
        "Warum der Streit so lange dauert",
        "Das Buch zum Thema",
        "Mehr lesen über",
        "Sie haben bereits ein",
        "Seit drei Wochen fahren",
        "Feedback",
    ),
    page="""<!doctype html><html lang="de"><head><title>{kicker}: {headline} - DAS MAGAZIN</title>
<meta charset="utf-8"><meta property="og:title" content="{kicker}: {headline}">
<meta property="og:site_name" content="DAS MAGAZIN"><meta name="author" content="{authors}, DAS MAGAZIN">
<meta property="og:description" content="{standfirst}"><meta name="date" content="2023-09-12T08:04:17+02:00">
<meta name="last-modified" content="2023-09-13T21:30:00+02:00"><link rel="canonical" href="{url}">
<script type="application/ld+json">[{"@context":"https://schema.org","@type":"NewsArticle","url":"{url}",
"headline":{headline_json},"datePublished":"2023-09-12T08:04:17+02:00","dateModified":"2023-09-13T21:30:00+02:00",
"author":{authors_json},"publisher":{"@type":"NewsMediaOrganization","name":"DAS MAGAZIN"}},
{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Ausland"}]}]</script>
</head><body><div class="TopNav"><nav><ul><li><a href="/">Schlagzeilen</a></li><li><a href="/p">Plus</a></li>
</ul></nav></div><main><article><header><h2><span class="text-primary-base">{kicker}</span><span
class="hidden">: </span><span class="align-middle leading-tight">{headline}</span></h2>
<div class="leading-loose lg:text-xl">{standfirst}</div><div class="font-sansUI">Von <a href="/i">{authors}</a>
</div><time datetime="2023-09-12 08:04:17">12.09.2023, 08.04 Uhr</time></header><section data-area="body">
{body}</section><section data-area="article-topics"><span>Mehr lesen über</span><a>Politik</a><a>Wirtschaft</a>
</section><section data-area="paywall"><p>Sie haben bereits ein Digital-Abo? Hier anmelden und weiterlesen.</p>
</section></article></main><section data-area="recommendations">"""
    + _TEASERS
    + "</section>"
    + _FOOTER
    + "</body></html>",
)

_WOCHE = Skin(
    name="woche",  # a weekly with comments below and a gate
    host="woche.example",
    title="{kicker}: {headline}",
    p='<p class="paragraph article__item">{text}</p>',
    h='<h2 class="article__subheading article__item">{text}</h2>',
    pic='<figure class="article__media article__item"><div class="article__media-container"></div>'
    '<figcaption class="figure__caption"><span class="figure__text">{text}</span> <span '
    'class="figure__copyright">© {credit}</span></figcaption></figure>',
    q='<blockquote class="quote"><div class="quote__text">{text}</div></blockquote>',
    after={
        1: '<aside class="topicbox article__item"><div class="topicbox__label">Mehr zum Thema</div>'
        '<article><a href="/t"><h3><span>Gemeinden</span>Wer bleibt, wenn alle gehen</h3></a></article>'
        "</aside>",
        2: '<div class="article__item newsletter-signup"><h3>Newsletter</h3><p>Was jetzt? – Der '
        "tägliche Morgenüberblick, kostenlos in Ihrem Postfach.</p><p>Mit Ihrer Registrierung nehmen "
        "Sie die Datenschutzerklärung zur Kenntnis.</p></div>",
        3: '<aside class="article__item story-element-ad"><p>Anzeige</p></aside>',
    },
    unwanted=(
        "Wer bleibt, wenn alle",
        "Was jetzt? – Der",
        "Mit Ihrer Registrierung",
        "Da kann man nur",
        "Endlich sagt es",
        "Seit drei Wochen fahren",
        "Jetzt mit Digitalabo",
    ),
    page="""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{kicker}: {headline} | DIE
WOCHE</title><meta property="og:title" content="{kicker}: {headline}"><meta property="og:site_name"
content="DIE WOCHE"><meta name="description" content="{standfirst}"><meta property="article:published_time"
content="2023-09-12T05:58:44+02:00"><script type="application/ld+json">{"@context":"http://schema.org",
"@graph":[{"@type":"WebSite","@id":"https://www.woche.example/#website","name":"DIE WOCHE"},{"@type":"WebPage",
"@id":"{url}","breadcrumb":{"@type":"BreadcrumbList"}},{"@type":"Article","mainEntityOfPage":{"@type":"WebPage",
"@id":"{url}"},"headline":{title_json},"description":{description_json},"datePublished":
"2023-09-12T05:58:44+02:00","dateModified":"2023-09-12T07:01:02+02:00","publisher":{"@id":"#publisher"},
"author":{authors_json}},{"@type":"Organization","@id":"#publisher","name":"DIE WOCHE"}]}</script></head>
<body><nav class="nav" role="navigation"><a>Politik</a><a>Gesellschaft</a></nav><main><article class="article">
<header class="article-header"><div class="article-header__heading"><h1 class="article-heading"><span
class="article-heading__kicker">{kicker}</span><span class="visually-hidden">: </span><span
class="article-heading__title">{headline}</span></h1></div><div class="summary">{standfirst}</div><div
class="byline">Von <a href="/autoren">{authors}</a></div><div class="metadata"><time
datetime="2023-09-12T05:58:44+02:00" class="metadata__date">12. September 2023, 5:58 Uhr</time><a
class="metadata__commentcount" href="#comments">83 Kommentare</a></div></header><div class="article-body">
<div class="article-page">{body}</div></div><aside class="gate"><p>Jetzt mit Digitalabo weiterlesen</p></aside>
<footer class="article-footer"><nav class="article-tags"><span>Schlagworte</span><a>Reise</a></nav></footer>
</article><section class="comment-section" id="comments"><h2>83 Kommentare</h2><article class="comment"><div>
<p>Da kann man nur staunen, wie wenig sich in all den Jahren verändert hat. Mein Vater hat das schon 1980
gesagt.</p></div></article><article class="comment"><p>Endlich sagt es mal jemand. Danke für diesen Text, ich
habe ihn gleich weitergeschickt.</p></article></section></main>"""
    + _TEASERS
    + _FOOTER
    + _CONSENT
    + "</body></html>",
)

_RUNDFUNK = Skin(
    name="rundfunk",  # a public broadcaster: the standfirst in bold, teasers within the text
    host="rundfunk.example",
    p='<p class="m-ten m-offset-one l-eight l-offset-two textabsatz columns twelve">{text}</p>',
    h='<h2 class="meldung__subhead columns twelve m-ten m-offset-one l-eight l-offset-two">{text}</h2>',
    ask='<p class="textabsatz columns twelve"><strong>Rundfunk: {text}</strong></p>',
    pic='<div class="absatzbild absatzbild--klein"><div class="ts-picture__wrapper"><img title="x"></div>'
    '<div class="absatzbild__info"><p class="absatzbild__info__text">{text} | {credit}</p></div></div>',
    q='<div class="copytext-zitat"><blockquote class="zitat"><p class="zitat__text">{text}</p></blockquote>'
    "</div>",
    names_authors=False,
    after={
        1: '<div class="copytext__video"><div class="ts-mediaplayer" data-v="{}"></div><div class="media'
        '-info"><h3>Video</h3><p>Ein Rückblick unseres Korrespondenten im Video, aufgenommen am Vortag.'
        "</p></div></div>",
        2: '<div class="teaser-absatz teaser-absatz--rechts"><a class="teaser-absatz__link" href="/t">'
        '<div class="teaser-absatz__teaserinfo"><span class="teaser-absatz__date">11.09.2023</span><span '
        'class="teaser-absatz__topline">Analyse</span><span class="teaser-absatz__headline">Was der Streit '
        'kostet</span></div><p class="teaser-absatz__shorttext">Seit Monaten wird verhandelt, nun liegen '
        'Zahlen vor. <span class="teaser-absatz__more">mehr</span></p></a></div>',
    },
    unwanted=(
        "Ein Rückblick unseres",
        "Was der Streit",
        "Seit Monaten wird verhandelt",
        "Dieses Thema im Programm",
        "Stand:",
        "Von Erika",
        "Seit drei Wochen",
    ),
    page="""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{headline} | rundfunk.example
</title><meta property="og:title" content="{headline}"><meta property="og:site_name" content="rundfunk.example">
<meta property="og:description" content="{standfirst} Von E. Muster."><meta name="date"
content="2023-09-12T10:23:11"><script type="application/ld+json">{"@context":"https://schema.org","@type":
"NewsArticle","mainEntityOfPage":{"@type":"WebPage","@id":"{url}"},"headline":{headline_json},
"datePublished":"2023-09-12T10:23:11.482+02:00","dateModified":"2023-09-12T10:23:11.482+02:00","author":
{"@type":"Organization","name":"rundfunk.example"},"publisher":{"@type":"Organization","name":
"rundfunk.example"},"description":{description_json}}</script></head><body><header class="header"><a
href="/">rundfunk</a></header><article class="container content-wrapper__group"><div class="seitenkopf"><h1
class="seitenkopf__headline"><span class="seitenkopf__topline">{kicker}</span> <span
class="seitenkopf__headline--text">{headline}</span></h1><div class="metatextline">Stand: 12.09.2023 10:23 Uhr
</div></div><p class="m-ten m-offset-one textabsatz columns twelve"><strong>{standfirst}</strong></p><div
class="authorline authorline--withoutMargin"><div class="authorline__author"><em>Von Erika Muster, ARD-Studio
Tokio</em></div></div>{body}<div class="meldungsfooter"><p class="copytext">Dieses Thema im Programm: Über dieses
Thema berichtete das Inforadio am 12. September 2023 um 9:00 Uhr in der Sendung „Aktuell“.</p><ul
class="taglist"><li><a>Politik</a></li></ul></div></article><div class="sharebar"><a>teilen</a></div>"""
    + _TEASERS
    + _FOOTER
    + "</body></html>",
)

_WELLE = Skin(
    name="welle",  # an international broadcaster: names of classes made by a machine
    host="welle.example",
    p="<p>{text}</p>",
    pic='<figure class="placeholder-image master_landscape big"><div class="render-container"></div>'
    '<figcaption class="img-caption">{text}<small class="copyright">Bild: {credit}</small></figcaption>'
    "</figure>",
    after={
        2: '<div class="embed vjs-wrapper"><div class="video-info"><p>Um dieses Video anzusehen, '
        "aktivieren Sie bitte JavaScript und verwenden Sie einen Browser mit HTML5-Video.</p></div></div>",
        3: '<p><strong>Mehr dazu: </strong><a href="/y">Eine Chronologie der Verhandlungen</a></p>',
    },
    unwanted=("Um dieses Video", "Eine Chronologie", "Seit drei Wochen", "Item 1 von"),
    page="""<!doctype html><html lang="de"><head><meta charset="utf-8"><title data-react-helmet="true">
{headline} – WELLE – 12.09.2023</title><meta property="og:title" content="{headline} – WELLE – 12.09.2023">
<meta property="og:site_name" content="welle.example"><meta property="og:description" content="{standfirst}">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":
{headline_json},"datePublished":"2023-09-12T17:52:00.000Z","author":{authors_json},"publisher":{"@type":
"Organization","name":"Welle (www.welle.example)"}}</script></head><body><div id="root"><header><nav
aria-label="Hauptmenü"><a>Themen</a></nav></header><main class="c9v6rj4 shk98ba"><article class="sm5n8t0"><header
class="hv8o2vb"><span class="kicker w1a2c">{kicker}</span><h1 class="hvk3ej0">{headline}</h1><section
class="article-published-info s1f8"><div class="author-names"><a>{authors}</a></div><time aria-hidden="true">
12. September 2023</time></section><p class="teaser-text s1wq9w0q">{standfirst}</p><div class="s1kkro71">
<button>Teilen</button></div></header><div class="cc0m0op r1ebneao s198y7xq rich-text li5mn0y r1r94ulj">{body}
</div><div class="tags-list"><a>Asien</a></div></article><section class="next-article"><h2>Die Redaktion empfiehlt
</h2>"""
    + _TEASERS
    + "</section></main></div>"
    + _FOOTER
    + "</body></html>",
)

_SUEDEN = Skin(
    name="sueden",  # a daily: styled by a script, data attributes, a dpa number at the end
    host="sueden.example",
    p='<p data-manual="paragraph" class="css-13wylk3">{text}</p>',
    h='<h3 data-manual="subheadline" class="css-1nh8vjx">{text}</h3>',
    q='<div class="css-1xk" data-manual="quote"><blockquote>{text}</blockquote></div>',
    pic='<figure class="css-x" data-manual="image"><img><figcaption class="css-y"><span '
    'data-manual="caption">{text}</span><span data-manual="copyright">(Foto: {credit})</span></figcaption>'
    "</figure>",
    after={
        1: '<div class="css-teaser" data-manual="recommendation"><a href="/z"><span>Bahnverkehr</span> <span>'
        "Zehn Minuten bis zur Stadtmitte</span></a></div>",
        2: '<article class="css-1a" aria-label="Newsletter"><h3>Newsletter abonnieren</h3><p>Prantls Blick '
        "und mehr: Jetzt kostenlos anmelden und am Sonntag im Postfach lesen.</p></article>",
    },
    unwanted=(
        "Zehn Minuten bis",
        "Prantls Blick",
        "© dpa-infocom",
        "Zur SZ-Startseite",
        "Seit drei Wochen",
    ),
    page="""<!DOCTYPE html><html lang="de"><head><meta charSet="utf-8"/><title>{headline} - Politik -
sueden.example</title><meta property="og:title" content="{headline}"/><meta property="og:site_name"
content="Süden.example"/><meta name="description" content="{standfirst}"/><script
type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","@id":"{url}#article",
"headline":{headline_json},"description":{description_json},"datePublished":"2023-09-12T08:12:31Z",
"dateModified":"2023-09-12T10:00:00Z","author":[{"@id":"#a0"},{"@id":"#a1"}],"isAccessibleForFree":true},
{"@type":"Person","@id":"#a0","name":"Agentur Süden"}]}</script></head><body><div id="__next"><header
class="css-nav"><a>Politik</a><a>Kultur</a></header><main><article><div class="css-hd"><header><h2
class="css-t"><span data-manual="overline">{kicker}:</span> <span data-manual="title">{headline}</span></h2>
</header><time datetime="2023-09-12 10:12:31" data-manual="date">12. September 2023, 10:12 Uhr</time><span
class="css-rt">Lesezeit: 3 min</span><p class="css-korpch" data-manual="teaserText">{standfirst}</p><p
data-manual="byline">Von {authors}</p></div><div itemprop="articleBody">{body}<p data-manual="paragraph"
class="css-13wylk3">© dpa-infocom, dpa:230912-99-158021/3</p></div><a href="/">Zur SZ-Startseite</a></article>
<section>"""
    + _TEASERS
    + "</section></main></div>"
    + _FOOTER
    + "</body></html>",
    names_authors=False,
)

_TECHNIK = Skin(
    name="technik",  # a magazine on technology: abbreviated names at the end of the text
    host="technik.example",
    h='<h3 class="subheading" id="nav_zwischentitel_0">{text}</h3>',
    pic='<figure class="a-inline-image a-u-inline"><div><img></div><figcaption class="a-caption ">{text} <p '
    'class="a-caption__source">(Bild:&nbsp;{credit})</p></figcaption></figure>',
    ask='<p class="frage rte__abs--frage"><strong>{text}</strong></p>',
    list='<ul class="rte__list rte__list--unordered">{items}</ul>',
    after={
        1: '<div class="ad-label"><span>Anzeige</span></div>',
        2: '<div class="a-box a-box--full a-article-teaser"><header><strong>Lesen Sie auch</strong></header>'
        '<article data-component="TeaserContainer"><a href="/q"><h3>Fünf Werkzeuge im Vergleich</h3><p>Wir '
        "haben getestet, welche Programme halten, was sie versprechen.</p></a></article></div>",
        3: '<div class="opt-in"><h4>Empfohlener redaktioneller Inhalt</h4><p>Mit Ihrer Zustimmung wird hier '
        "ein externes YouTube-Video (Google Ireland Limited) geladen.</p><button>Video jetzt laden</button>"
        "</div>",
    },
    unwanted=(
        "Fünf Werkzeuge",
        "Wir haben getestet",
        "Mit Ihrer Zustimmung",
        "(tmb)",
        "Tipp: Wir sind",
        "Forum",
    ),
    page="""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{headline} | technik online</title>
<meta name="title" content="{headline}"><meta name="author" content="{authors}"><meta name="description"
content="{standfirst}"><meta property="og:site_name" content="technik online"><meta property="og:title"
content="{headline}"><meta name="date" content="2023-09-12T12:21:00"><script type="application/ld+json">
[{"@type":"NewsArticle","headline":{headline_json},"datePublished":"2023-09-12T12:21:00+02:00","author":
{authors_json},"publisher":{"@type":"Organization","name":"technik online"},"description":{description_json},}]
</script></head><body class="layout"><nav class="topnavigation"><ol><li>Newsticker</li></ol></nav><main><article
id="meldung" class="a-article"><header class="a-article-header"><h1 class="a-article-header__title">{headline}
</h1><p class="a-article-header__lead">{standfirst}</p><a-share-bar class="share">In Pocket speichern vorlesen
Druckansicht 112 Kommentare lesen</a-share-bar></header><div class="a-publish-info"><time
datetime="2023-09-12T12:21:00+02:00">12.09.2023, 12:21 Uhr</time><p class="a-publish-info__text">Lesezeit: 3
Min.</p><div class="creator">Von <ul><li>{authors}</li></ul></div></div><div class="article-content"
data-content>{body}<p>(<a href="mailto:tmb@technik.example" class="redakteurskuerzel__link">tmb</a>)</p><p>Tipp:
Wir sind bei WhatsApp! <a href="https://wa.example">Jetzt abonnieren</a></p></div></article><footer><a
href="/forum">Forum bei technik online: Politik</a></footer></main>"""
    + _TEASERS
    + _FOOTER
    + "</body></html>",
)

_GENOSSEN = Skin(
    name="genossen",  # a cooperative's daily: asks for money in the text, h6 as crosshead
    host="genossen.example",
    p='<p class="article odd Initial" xmlns="">{text}</p>',
    h="<h6>{text}</h6>",
    ask='<p class="article question">{text}</p>',
    pic='<div class="secthead pictured"><img alt=""><p class="caption">{text}</p> <span class="credit">'
    "Foto: {credit}</span></div>",
    after={
        2: '<div class="sect sect_profile rack webelement_ad"><p>Gemeinsam für freie Presse. Als Genossenschaft '
        "gehören wir unseren Leser:innen. Unser Journalismus ist nicht nur 100 % konzernfrei, sondern auch "
        "kostenfrei zugänglich.</p><a>Jetzt unterstützen</a></div>"
    },
    unwanted=(
        "Gemeinsam für freie Presse",
        "Jetzt unterstützen",
        "Hat mir gefallen",
        "Das Argument überzeugt",
        "Seit drei Wochen",
    ),
    page="""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{headline} | genossen.example</title>
<meta property="og:title" content="{kicker}: {headline}"><meta name="genossen:title" content="{headline}">
<meta name="author" content="{authors}"><meta property="article:published_time"
content="2023-09-12T18:41:00+02:00"><meta name="description" content="{standfirst}"></head><body><div id="pages">
<ul class="navbar"><li><a>Öko</a></li></ul><div class="sect sect_article"><article class="sectbody"
itemprop="articleBody"><h1 itemprop="headline"><span class="kicker">{kicker}</span><span class="hide">:</span>
<span>{headline}</span></h1><p itemprop="description" class="intro ">{standfirst}</p>{body}<ul class="contentad"></ul></article><div class="sect_meta"><ul><li class="date"
content="2023-09-12T18:41:00+02:00">12. 9. 2023, 18:41 Uhr</li><li class="author">Von {authors}</li></ul></div>
<div class="sect sect_commentlinks"><h4>13 Kommentare</h4><ul class="comments"><li><p>Hat mir gefallen, auch wenn
ich die Zahlen woanders schon gelesen hatte.</p></li><li><p>Das Argument überzeugt nicht: In Schweden war es
anders, wie man weiß.</p></li></ul></div></div></div>"""
    + _TEASERS
    + _FOOTER
    + "</body></html>",
    title="{kicker}: {headline}",
)

_ZUERI = Skin(
    name="zueri",  # a Swiss daily
    host="zueri.example",
    p='<p class="articlecomponent text" pagebreak="false">{text}</p>',
    h='<h2 class="articlecomponent subtitle" id="subtitle-1">{text}</h2>',
    pic='<figure class="articlecomponent image"><img><figcaption class="image-description"><h2 '
    'class="image-description__caption">{text}</h2> <span class="image-description__author-info">{credit}'
    "</span></figcaption></figure>",
    q='<div class="articlecomponent quote"><blockquote class="quote__text">{text}</blockquote></div>',
    after={
        1: '<div class="articlecomponent infobox"><h2>Zur Sache</h2><p>Hier stehen Zahlen, die eine Redaktorin '
        "für das Archiv zusammengestellt hat.</p></div>",
        2: '<div class="bi-teaser"><a href="/m"><h2>Wer die Rechnung bezahlt</h2><p>Kommentar einer Redaktorin '
        "zur Lage der Gemeinden.</p></a></div>",
    },
    unwanted=(
        "Hier stehen Zahlen",
        "Wer die Rechnung",
        "Kommentar einer Redaktorin",
        "Drucken",
        "Seit drei Wochen",
    ),
    page="""<!doctype html><html lang="de-CH"><head><meta charset="utf-8"><title>{headline}</title><meta
property="og:title" content="{headline} | ZÜRI"><meta property="og:site_name" content="Zürcher Beispielzeitung">
<meta name="description" content="{standfirst}"><meta name="date" content="2023-09-12T03:30:00.000Z"><script
type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":{headline_json},
"datePublished":"2023-09-12T03:30:00.000Z","dateModified":"2023-09-12T03:30:00.000Z","author":{authors_json},
"publisher":{"@type":"Organization","name":"Zürcher Beispielzeitung"},"articleBody":{body_json},
"isAccessibleForFree":"False"}</script></head><body><div class="layout"><nav class="nav"><a>International</a></nav>
<main><section class="article"><header class="headline"><h1 class="headline__title">{headline}</h1><p
class="headline__lead">{standfirst}</p></header><div class="metainfo"><span class="metainfo__item--author">
{authors}</span><time class="metainfo__item metainfo__item--date" datetime="2023-09-12T03:30:00.000Z">12.09.2023,
05.30 Uhr</time><span>3 min</span></div><div class="sharebuttons"><button>Drucken</button></div><section
class="container container--article">{body}</section></section></main>"""
    + _TEASERS
    + _FOOTER
    + "</div></body></html>",
)

_STANDFEST = Skin(
    name="standfest",  # an Austrian daily: signed in brackets, postings below
    host="standfest.example",
    h="<h3>{text}</h3>",
    pic='<figure data-type="image" data-section-type="image"><picture><img></picture><div class="image-legend">'
    "<figcaption>{text}</figcaption><footer>{credit}</footer></div></figure>",
    after={
        2: '<ad-container class="ad"></ad-container><div class="newsletter-promo"><p>Der tägliche Überblick '
        "vom Chefredakteur: Hier geht es zur Anmeldung.</p></div>"
    },
    unwanted=("Der tägliche Überblick", "117 Postings", "Ich war dort", "Seit drei Wochen"),
    page="""<!doctype html><html lang="de-AT"><head><meta charset="utf-8"><title>{headline} - Wirtschaft -
standfest.example › Wirtschaft</title><meta property="og:title" content="{headline}"><meta
property="og:site_name" content="STANDFEST"><meta property="og:description" content="{standfirst}"><script
type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":{headline_json},
"datePublished":"2023-09-12T06:00:00+0200","author":{authors_json},"publisher":{"@type":"NewsMediaOrganization",
"name":"STANDFEST","logo":{"@type":"ImageObject","url":"x"}}}</script></head><body><div class="site-header"><a
href="/">Startseite</a></div><main><article class="story-article"><div class="article-bar">Teilen Merken</div>
<header class="article-header"><p class="article-kicker">{kicker}</p><h1 class="article-title">{headline}</h1><p
class="article-subtitle">{standfirst}</p><div class="article-byline"><div class="article-origins">{authors}</div>
<p class="article-meta"><time class="article-pubdate" datetime="2023-09-12T06:00">12. September 2023, 06:00</time>
<a class="article-postingcount">117 Postings</a></p></div></header><div class="article-body">{body}</div><section
id="story-community"><h2>Forum: 117 Postings</h2><p>Ihre Meinung zählt. Die Kommentare im Forum geben nicht
notwendigerweise die Meinung der Redaktion wieder.</p><dst-posting><p>Ich war dort und kann das alles
bestätigen, es war genau so wie beschrieben.</p></dst-posting></section></article></main>"""
    + _TEASERS
    + _FOOTER
    + "</body></html>",
)

_ALLGEMEINE = Skin(
    name="allgemeine",  # a daily whose text is cut by advertisements and teasers of its own
    host="allgemeine.example",
    p='<p class="body-elements__paragraph mb-4">{text}</p>',
    h='<h3 class="body-elements__headline">{text}</h3>',
    pic='<div class="body-elements__media"><figure class="media"><img><figcaption class="media-caption">{text}'
    '<span class="media-copyright">{credit}</span></figcaption></figure></div>',
    q='<div class="body-elements__quote"><blockquote>{text}</blockquote></div>',
    after={
        1: '<div class="body-elements__ad" id="iqd-1"><span>Anzeige</span></div>',
        2: '<div class="body-elements__teaser teaser-object"><a href="/n"><div class="teaser-object__title">Der '
        "Preis des Wartens</div></a></div>",
        3: '<div class="iframe-consent"><p>Externer Inhalt: Um Inhalte von Datawrapper anzuzeigen, wird Ihre '
        "Zustimmung benötigt.</p></div>",
    },
    unwanted=(
        "Der Preis des Wartens",
        "Um Inhalte von",
        "Seit drei Wochen",
        "Schlagworte",
        "Quelle: A.Z.",
    ),
    page="""<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{kicker}: {headline} | A.Z.</title>
<meta property="og:title" content="{headline}"><meta property="og:site_name" content="ALLGEMEINE.NET"><meta
property="og:description" content="{standfirst}"><script type="application/ld+json">{"@context":
"https://schema.org","@type":"NewsArticle","headline":{title_json},"alternativeHeadline":"","datePublished":
"2023-09-12T19:05:58+0200","author":{authors_json},"publisher":{"@type":"Organization","name":
"Allgemeine Zeitung"},"articleBody":{body_json}}</script></head><body><div id="app"><header class="header">
<span>Abo</span></header><main class="article"><div class="header-elements"><div class="header-kicker">{kicker} <span
class="colon">:</span></div><h1 class="header-title">{headline}</h1><div class="author-meta">Von <a>{authors}</a></div>
<time datetime="2023-09-12T19:05:58+0200">12.09.2023, 19:05</time><span>Lesezeit: 4 Min.</span><div
class="header-teaser">{standfirst}</div></div><div class="article-body body-elements">{body}</div><div
class="article-source">Quelle: A.Z.</div><div class="tags"> Schlagworte: <a>Handel</a></div></main>"""
    + _TEASERS
    + _FOOTER
    + "</div></body></html>",
)

_NACHRICHTEN = Skin(
    name="nachrichten",  # a news channel: the standfirst is the first paragraph in bold
    host="nachrichten.example",
    pic='<div class="article__media"><picture></picture><div class="article__mediaDetails"><p '
    'class="article__mediaCaption">{text}</p><p class="article__mediaCredit">(Foto: {credit})</p></div></div>',
    after={
        1: '<div class="article__aside teaser--inline"><div class="teaser__content"><a href="/w"><span '
        'class="teaser__kicker">Politik</span><span class="teaser__headline">Drei Szenarien für den Herbst</span>'
        "</a></div></div>",
        2: '<div class="article__ad"><div>Anzeige</div></div>',
    },
    unwanted=("Drei Szenarien", "Quelle: nachrichten", "THEMEN", "Seit drei Wochen"),
    names_authors=False,
    page="""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{headline} - nachrichten.example
</title><meta property="og:title" content="{headline}"><meta property="og:site_name" content="nachrichten.example">
<meta name="author" content="nachrichten NACHRICHTEN"><meta name="date" content="2023-09-12T21:45:08+00:00"><meta
name="last-modified" content="2023-09-13T04:10:00+00:00"><meta property="og:description" content="{standfirst}">
</head><body><header class="header"><nav class="nav"><ul><li>Börse</li></ul></nav></header><main><article
class="article"><header class="article__header"><span class="article__kicker">{kicker}</span> <h1><span
class="article__headline">{headline}</span></h1><span class="article__date">12.09.2023, 23:45 Uhr</span></header>
<div class="article__text"><p><strong>{standfirst}</strong></p>{body}<p class="article__source">Quelle:
nachrichten.example, mau/dpa</p></div><div class="article__tags"><span>THEMEN</span><ul><li>Züge</li></ul></div>
</article></main>"""
    + _TEASERS
    + _FOOTER
    + "</body></html>",
)

_REGION = Skin(
    name="region",  # a regional network: crossheads of junk among those of the text
    host="region.example",
    p='<p class="font-sans expressive-copy-lg-body">{text}</p>',
    h='<h3 class="expressive-heading-xl">{text}</h3>',
    pic='<figure><picture><img></picture><figcaption class="text-xs"><span>{text}</span> <span>© {credit}</span>'
    "</figcaption></figure>",
    after={
        1: '<div class="my-4"><h3>Auch interessant</h3><ul><li><a href="/1">Sturm: Baum fällt auf Imbiss</a></li>'
        '<li><a href="/2">Warum die Post später kommt</a></li></ul></div>',
        2: '<h3>Mehr zum Thema</h3><p><a href="/e">So viel verdient ein Lokführer in Deutschland</a></p>',
        3: '<p><em class="print">Lesen Sie auch: <a href="/f">Das sagen die Anwohner zur Sperrung</a></em></p>',
    },
    unwanted=(
        "Sturm: Baum",
        "Warum die Post",
        "So viel verdient",
        "Das sagen die Anwohner",
        "Täglich wissen",
    ),
    page="""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{headline} - region.example</title>
<meta property="og:title" content="{headline}"><meta property="og:site_name" content="Regionalzeitung"><meta
name="description" content="{standfirst}"><script type="application/ld+json">{"@context":"https://schema.org","@type":
["NewsArticle"],"headline":{headline_json},"datePublished":"2023-09-12T16:03:00+02:00","author":{authors_json},
"publisher":{"@type":"Organization","name":"Regionalzeitung"}}</script></head><body><header><a>E-Paper</a></header>
<main><article><header><span class="kicker">{kicker}</span><h1><span>{headline}</span></h1><p class="text-xs">12.09.2023,
16:03 Uhr</p><div class="author"><a rel="author">{authors}</a></div></header><div class="article-body"><p class="font-sans
font-bold expressive-copy-lg">{standfirst}</p>{body}</div></article><div class="newsletter-box"><h2>Täglich wissen, was
passiert</h2><p>Unser Newsletter am Morgen.</p></div></main>"""
    + _TEASERS
    + _FOOTER
    + "</body></html>",
)

_MERKER = Skin(
    name="merker",  # a network of local portals: clusters of copies, agency in brackets
    host="merker.example",
    p='<p class="id-StoryElement-paragraph">{text}</p>',
    h='<h2 class="id-StoryElement-crosshead">{text}</h2>',
    pic='<figure class="id-StoryElement-image"><img><figcaption class="id-StoryElement-image-figcaption">{text} '
    '<small class="id-StoryElement-image-copyright">© {credit}</small></figcaption></figure>',
    q='<blockquote class="id-StoryElement-citation"><p>{text}</p></blockquote>',
    list='<ul class="id-StoryElement-list">{items}</ul>',
    after={
        1: '<div class="id-StoryElement-inArticleReco"><h2>Auch interessant</h2><a href="/g">Sensation im Moor: '
        "Forscher finden Boot</a></div>",
        2: '<div class="id-StoryElement-factBox"><h3>Zur Transparenz</h3><p>Dieser Text entstand mit Material einer '
        "Agentur und wurde von der Redaktion geprüft.</p></div>",
        3: '<p class="id-StoryElement-paragraph"><a href="/nl">Mein Morgen-Newsletter informiert Sie über alles, '
        "was wichtig ist. Hier kostenlos anmelden.</a></p>",
    },
    unwanted=(
        "Sensation im Moor",
        "Mein Morgen-Newsletter",
        "Rubriklistenbild",
        "Seit drei Wochen",
    ),
    page="""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{headline} | Merker</title><meta
property="og:title" content="{headline}"><meta property="og:site_name" content="merker.example"><meta
property="og:description" content="{standfirst}"><meta property="article:published_time"
content="2023-09-12T14:29:00.000+02:00"><script type="application/ld+json">{"@context":"http://schema.org","@type":
"NewsArticle","headline":{headline_json},"datePublished":"2023-09-12T14:29:00.000+02:00","author":{authors_json},
"publisher":{"@type":"Organization","name":"merker.example"}}</script></head><body><ol class="id-Breadcrumb"><li>
Startseite</li><li>Welt</li></ol><main><article class="id-Story"><h1 class="id-Story-headline">{headline}</h1><div
class="id-Story-metaData"><span class="id-Story-timestamp">Stand: 12.09.2023, 14:29 Uhr</span><p
class="id-Story-authors">Von: <span class="id-Story-authors-name">{authors}</span></p><a>Kommentare</a><a>Drucken</a>
<a>Teilen</a></div><p class="id-StoryElement-leadText">{standfirst}</p>{body}<p class="id-StoryElement-paragraph">
<em>Rubriklistenbild: © Archiv/dpa</em></p></article></main>"""
    + _TEASERS
    + _FOOTER
    + "</body></html>",
)

_LANDFUNK = Skin(
    name="landfunk",  # a regional broadcaster: a box for each paragraph, "Dieses Thema im Programm"
    host="landfunk.example",
    p='<div class="paragraph"><p class="text">{text}</p></div>',
    h='<div class="paragraph"><h3 class="subtitle">{text}</h3></div>',
    ask='<div class="paragraph"><p class="text"><strong>{text}</strong></p></div>',
    pic='<div class="section sectionImage"><div class="media mediaA"><img></div><div class="imgTextRight"><p><span '
    'class="imageText">{text}</span> <span class="rights">Bildrechte: {credit}</span></p></div></div>',
    list='<div class="paragraph"><ul>{items}</ul></div>',
    after={
        2: '<div class="section sectionDetailArticle"><div class="box"><h3>Mehr zum Thema</h3><ul><li><a href="/h">'
        "Streit um die Bahnhöfe im Land</a></li></ul></div></div>",
    },
    unwanted=(
        "Streit um die",
        "Dieses Thema im Programm",
        "LANDFUNK (",
        "Bildrechte",
        "Seit drei Wochen",
    ),
    between_authors=" und ",
    page="""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{headline} | LANDFUNK.EXAMPLE</title><meta
property="og:title" content="{headline} | LANDFUNK.EXAMPLE"><meta name="description" content="{standfirst}"><meta
name="author" content="landfunk.example"><script type="application/ld+json">{"@context":"http://schema.org","@type":
"NewsArticle","headline":{headline_json},"datePublished":"2023-09-12T11:34+02:00","author":{authors_json},"publisher":{
"@type":"Organization","name":"LANDFUNK"}}</script></head><body><div class="content"><div class="articleTop"><h1><span
class="dachzeile">{kicker}</span><span class="headline">{headline}</span></h1></div><div class="articleMeta"><p
class="author">von {authors}, LANDFUNK</p><p class="webtime"><span>Stand: </span>12. September 2023, 11:34 Uhr</p></div>
<p class="einleitung">{standfirst}</p>{body}<div class="paragraph"><p class="text"><em>LANDFUNK (kb), dpa</em></p></div>
<div class="section"><p class="programm">Dieses Thema im Programm: LANDFUNK aktuell | Radio | 12. September 2023 | 09:00
Uhr</p></div></div>"""
    + _TEASERS
    + _FOOTER
    + "</body></html>",
)

_ALTBAU = Skin(
    name="altbau",  # a small outlet's page from long ago: tables, breaks, no metadata
    host="altbau.example",
    p="{text}<br><br>",
    h="<b>{text}</b><br>",
    q="<i>{text}</i><br><br>",
    ask="<b>{text}</b><br>",
    pic='<table class="bild" align="right"><tr><td><img src=b.jpg></td></tr><tr><td class="bildunterschrift">{text} '
    "(Foto: {credit})</td></tr></table>",
    list="<ul>{items}</ul>",
    unwanted=("Impressum", "Zurück zur Übersicht"),
    page="""<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"><title>Altbau-Bote: {headline}
</title></head><body bgcolor=white><table width=900><tr><td valign=top><a href=1>Start</a><br><a href=2>Archiv</a><br>
<a href=3>Leserbriefe</a></td><td><font size=5><h1>{headline}</h1></font><div class="datum">Dienstag, 12. September 2023
</div><p><b>{standfirst}</b></p><div class="text">{body}</div><a href="/">Zurück zur Übersicht</a></td></tr></table>
<hr><a href=4>Impressum</a></body></html>""",
    names_authors=False,
)

_BAUKASTEN = Skin(
    name="baukasten",  # WordPress with the usual plugins
    host="baukasten.example",
    h='<h2 class="wp-block-heading">{text}</h2>',
    q='<blockquote class="wp-block-quote is-layout-flow"><p>{text}</p></blockquote>',
    pic='<figure class="wp-block-image size-large"><img class="wp-image-1"><figcaption class="wp-element-caption">{text} '
    "(Foto: {credit})</figcaption></figure>",
    list='<ul class="wp-block-list">{items}</ul>',
    after={
        2: '<figure class="wp-block-embed is-type-wp-embed"><div class="wp-block-embed__wrapper"><blockquote '
        'class="wp-embedded-content"><a href="/v">Ältere Meldung zum Streit</a></blockquote></div></figure>'
    },
    unwanted=(
        "Ältere Meldung",
        "Gefällt mir",
        "Deine E-Mail-Adresse",
        "Ähnliche Beiträge",
        "Guter Text",
    ),
    page="""<!DOCTYPE html><html lang="de-DE"><head><meta charset="UTF-8"><title>{headline} – Baukasten-Blog</title><meta
property="og:type" content="article"><meta property="og:title" content="{headline}"><meta property="og:site_name"
content="Baukasten-Blog"><meta property="article:published_time" content="2023-09-12T09:15:00+00:00"><script
type="application/ld+json" class="yoast-schema-graph">{"@context":"https://schema.org","@graph":[{"@type":"Article",
"@id":"{url}#article","isPartOf":{"@id":"{url}"},"author":{"name":"Redaktion","@id":"#person"},"headline":{headline_json},
"datePublished":"2023-09-12T09:15:00+00:00","wordCount":300},{"@type":"WebPage","@id":"{url}","name":
"Titel für Suchmaschinen - Baukasten-Blog","datePublished":"2023-09-12T09:15:00+00:00"},{"@type":"WebSite","name":
"Baukasten-Blog"},{"@type":"Person","@id":"#person","name":"Ida Beispielhaft"}]}</script></head><body class="post-template
single single-post has-sidebar"><header id="masthead"><p class="site-title"><a>Baukasten-Blog</a></p></header><main
id="main"><article class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">{headline}</h1><div
class="entry-meta">Veröffentlicht am <time class="entry-date published" datetime="2023-09-12T09:15:00+00:00">12. September
2023</time> von <span class="author vcard"><a>Ida Beispielhaft</a></span></div></header><div class="entry-content">
<p><em>{standfirst}</em></p>{body}<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Teilen mit:</h3></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Ähnliche Beiträge</h3></div></div><footer class="entry-footer"><span
class="cat-links">Kategorien: Politik</span></footer></article><div id="comments" class="comments-area"><h2>Ein Kommentar
zu „{headline}“</h2><ol class="comment-list"><li class="comment"><p>Guter Text, aber die Zahl im dritten Absatz stimmt
nicht ganz.</p></li></ol><div id="respond"><h3>Schreibe einen Kommentar</h3><p>Deine E-Mail-Adresse wird nicht
veröffentlicht. Erforderliche Felder sind mit * markiert.</p></div></div></main><aside id="secondary"
class="widget-area"><h2>Neueste Beiträge</h2></aside></body></html>""",
    names_authors=False,
)

_BROADCASTER = Skin(
    name="broadcaster",  # a British broadcaster
    host="broadcaster.example",
    lang="en",
    p='<div data-component="text-block" class="ssrcss-uf6wea"><div class="ssrcss-7uxr49"><p class="ssrcss-1q0x1qg">'
    "{text}</p></div></div>",
    h='<div data-component="subheadline-block"><h2 class="ssrcss-y2fd7s">{text}</h2></div>',
    pic='<div data-component="image-block"><figure><div><img></div><div class="ssrcss-caption"><span class="visually-hidden">'
    'Image source, </span><span role="text">{credit}</span></div><figcaption><span class="visually-hidden">Image caption, '
    "</span>{text}</figcaption></figure></div>",
    after={
        2: '<div data-component="links-block"><p>More on this story</p><ul><li><a href="/q">Why the border matters</a></li>'
        "</ul></div>"
    },
    unwanted=("Why the border", "Sign up for our", "Related Topics", "Around the"),
    page="""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{headline} - Broadcaster News</title><meta
property="og:title" content="{headline}"><meta property="og:site_name" content="Broadcaster News"><meta name="description"
content="{standfirst}"><script type="application/ld+json">{"@context":"http://schema.org","@type":"ReportageNewsArticle",
"url":"{url}","publisher":{"@type":"NewsMediaOrganization","name":"Broadcaster News"},"datePublished":
"2023-09-12T05:11:42.000Z","headline":{headline_json},"author":{authors_json}}</script></head><body><div id="root"><header
role="banner"><nav><a>Home</a></nav></header><main id="main-content"><article><header><h1 id="main-heading">{headline}</h1>
<div data-component="byline-block"><time datetime="2023-09-12T05:11:42.000Z">12 September 2023</time><span>By {authors}
</span><div>Senior international correspondents</div></div></header><div data-component="text-block"><p><b
class="ssrcss-hmf8ql">{standfirst}</b></p></div>{body}<div data-component="topic-list"><h2>Related Topics</h2><ul><li>
<a>Asia</a></li></ul></div></article><section data-component="newsletter"><p>Sign up for our morning newsletter and get the
news delivered to your inbox.</p></section><section><h2>Around the world</h2></section></main></div></body></html>""",
)

_CUSTODIAN = Skin(
    name="custodian",  # a British daily
    host="custodian.example",
    lang="en",
    p='<p class="dcr-iy9ec7">{text}</p>',
    h='<h2 id="h" class="dcr-1gyh8t5"><strong>{text}</strong></h2>',
    pic='<figure id="f" data-spacefinder-role="inline"><div><picture></picture></div><figcaption class="dcr-1i5"><span><svg>'
    '</svg></span><span class="dcr-1qvd3m6">{text}</span> Photograph: {credit}</figcaption></figure>',
    after={
        1: '<figure class="element element-rich-link"><gu-island><aside><h3>Related: How the railway shaped a dynasty</h3>'
        "</aside></gu-island></figure>",
        2: '<aside data-gu-name="newsletter"><p>Free daily newsletter: our morning email breaks down the key stories.</p>'
        "</aside>",
    },
    unwanted=("How the railway", "our morning email", "Explore more", "This article was amended"),
    page="""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{headline} | Asia | The Custodian</title><meta
property="og:title" content="{headline}"><meta property="og:site_name" content="the Custodian"><meta
property="article:published_time" content="2023-09-12T06:40:07.000Z"><meta property="article:author"
content="https://www.custodian.example/profile/x"><meta name="author" content="Jane Sample,Oliver Placeholder"><meta
property="og:description" content="{standfirst}"><script type="application/ld+json">[{"@type":"NewsArticle","headline":
{headline_json},"datePublished":"2023-09-12T06:40:07.000Z","author":{authors_json},"publisher":{"@type":"Organization",
"name":"The Custodian"}},{"@type":"WebPage","@id":"{url}"}]</script></head><body><header><nav>News</nav></header><main><article>
<div data-gu-name="headline"><h1 class="dcr-u0h1qy">{headline}</h1></div><div data-gu-name="standfirst"><div><p>{standfirst}
</p></div></div><aside data-gu-name="meta"><address aria-label="Contributor info"><a rel="author">Jane Sample</a> and <a
rel="author">Oliver Placeholder</a></address><details><summary>Tue 12 Sep 2023 07.40 BST</summary></details></aside><div
data-gu-name="body"><div id="maincontent" class="article-body-commercial-selector">{body}</div></div><div
data-gu-name="submeta"><span>Explore more on these topics</span><ul><li><a>Asia</a></li></ul></div></article></main>"""
    + _FOOTER
    + "</body></html>",
)

SKINS = (
    _MAGAZIN,
    _WOCHE,
    _RUNDFUNK,
    _WELLE,
    _SUEDEN,
    _TECHNIK,
    _GENOSSEN,
    _ZUERI,
    _STANDFEST,
    _ALLGEMEINE,
    _NACHRICHTEN,
    _REGION,
    _MERKER,
    _LANDFUNK,
    _ALTBAU,
    _BAUKASTEN,
    _BROADCASTER,
    _CUSTODIAN,
)
