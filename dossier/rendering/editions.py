"""A site in several languages: the same pages once for each, beside one another.

The first language has the site's root, each other one a folder: `/en/`. Articles and what an editor
wrote stay in their language; interface, topics, dates and numbers are the edition's.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from msgspec import Struct, field
from msgspec.structs import replace

from dossier import urls
from dossier.model import FreePage, NameKey, Topic
from dossier.rendering import named
from dossier.rendering.corpus import Corpus, Dossier
from dossier.rendering.namesaid import KnownNames, said
from dossier.rendering.pages import Desk, Neighbour
from dossier.rendering.pieces import Link, Tag
from dossier.rendering.searchdata import Names
from dossier.rendering.wording import Wording
from dossier.settings import text_in

_NOBODY = KnownNames()


class Edition(Struct, frozen=True, kw_only=True):
    """What another language has of its own. `method_lang` is "" where `method` is in it, too.

    `names` are those that differ in it, by the name in the first language.
    """

    wording: Wording
    title: str
    standfirst: str
    method: str
    method_lang: str = ""
    names: Mapping[NameKey, str] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        """The edition's language."""
        return self.wording.lang


def desks(
    corpus: Corpus,
    wording: Wording,
    others: Sequence[Edition],
    reserved: Container[str],
    known: KnownNames,
) -> tuple[Desk, ...]:
    """Lay out a desk for each edition, the main one first; what was found is shared by all.

    `reserved` are names that no free page may have, `known` are names of the last build.
    """
    if not others:
        return (desk(corpus, wording, known=known),)
    words = (wording, *(one.wording for one in others))
    languages = tuple(one.lang for one in words)
    neighbours = tuple(_neighbours(words))
    main = _in_language(corpus.dossier, corpus.dossier.lang, languages, reserved)
    corpora = [replace(corpus, dossier=main)]
    for one in others:
        own = _in_language(corpus.dossier, one.lang, languages, reserved)
        own = replace(
            own,
            title=one.title,
            standfirst=one.standfirst,
            method=one.method,
            method_lang=one.method_lang,
            lang=one.lang,
            register=named.register_in(own.register, one.names),
        )
        renamed = named.names_in(corpus.named, one.names)
        corpora.append(replace(corpus, dossier=own, named=renamed))
    return tuple(
        desk(made, one, place.prefix, neighbours, known)
        for made, one, place in zip(corpora, words, neighbours, strict=True)
    )


def _neighbours(words: Iterable[Wording]) -> Iterator[Neighbour]:
    for number, one in enumerate(words):
        yield Neighbour(
            wording=one,
            name=str(one.strings.get(f"language_{one.lang}", one.lang)),
            prefix=f"{one.lang}/" if number else "",
        )


def _in_language(
    dossier: Dossier, lang: str, languages: Sequence[str], reserved: Container[str]
) -> Dossier:
    """Choose what the editor wrote in a language; what there is not stays in the main one."""
    return replace(
        dossier,
        pages=tuple(_pages(dossier.pages, lang, languages, reserved)),
        introductions=_introductions(dossier.introductions, lang, languages),
    )


def _pages(
    pages: Iterable[FreePage], lang: str, languages: Sequence[str], reserved: Container[str]
) -> Iterator[FreePage]:
    """Yield each free page once: `about.en.md` stands for `about.md` in English."""
    held: dict[str, dict[str, FreePage]] = {}
    for page in pages:
        base, _, suffix = PurePosixPath(page.path).stem.rpartition(".")
        name = urls.slug(base, "page") if base else ""
        free = name and name not in reserved and name not in languages[1:]
        if suffix in languages and free:
            held.setdefault(name, {})[suffix] = page
        else:
            held.setdefault(page.name, {})[languages[0]] = page
    for name, versions in held.items():
        yield replace(_chosen(versions, lang, languages), name=name)


def _introductions(
    introductions: Mapping[str, FreePage], lang: str, languages: Sequence[str]
) -> dict[str, FreePage]:
    """Return the introduction of each topic; that of a language has the key `summit.en`."""
    held: dict[str, dict[str, FreePage]] = {}
    for key, page in introductions.items():
        topic, _, suffix = key.partition(".")
        held.setdefault(topic, {})[suffix or languages[0]] = page
    return {topic: _chosen(versions, lang, languages) for topic, versions in held.items()}


def _chosen(versions: Mapping[str, FreePage], lang: str, languages: Sequence[str]) -> FreePage:
    """Return the page in `lang`, else in the first language that has it; it says which it is."""
    found = next(one for one in (lang, *languages) if one in versions)
    return replace(versions[found], lang="" if found == lang else found)


def desk(
    corpus: Corpus,
    wording: Wording,
    prefix: str = "",
    editions: tuple[Neighbour, ...] = (),
    known: KnownNames = _NOBODY,
) -> Desk:
    """Lay out what the pages are made with; `known` are names of the last build."""
    tags = {topic.id: _tag(topic, wording.lang) for topic in corpus.dossier.topics}
    free = tuple(
        Link(text=page.title, href=f"{page.name}/", lang=page.lang)
        for page in corpus.dossier.pages
        if page.name != "method"
    )
    register, named = corpus.dossier.register, corpus.named
    held = corpus.index.names
    if prefix:  # some are called otherwise there
        held = {**held, **{one.key: one for some in named.values() for one in some}}
    names = Names.of(register, named, held, known.edition(prefix).places)
    return Desk(
        corpus=corpus,
        wording=wording,
        tags=tags,
        prefix=prefix,
        editions=editions,
        free_pages=free,
        names=names,
        said=said(corpus.index, names, known, prefix),
        _ui=wording.ui(),
    )


def _tag(topic: Topic, lang: str) -> Tag:
    return Tag(
        id=topic.id,
        title=text_in(topic.title, lang),
        href=urls.topic_href(topic.id),
        hue=f"hue-{topic.id}",
    )
