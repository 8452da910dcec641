"""The values that travel through the program. See `docs/design.md` for the words.

Everything here is frozen; what lies in the cache in great numbers is packed without the names of
its fields. Text is `str` in NFC as it stands in the source; offsets count characters of a block's
`text`.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct, field

from dossier.found import MentionKind, Named

BlockType = Literal["paragraph", "crosshead", "caption", "list", "quote"]
PASSAGE_TYPES: frozenset[BlockType] = frozenset({"paragraph", "list", "quote"})
Rights = Literal["full", "excerpt", "link", "private"]
Provenance = Literal["source", "text", "file", "machine", "editor", ""]
PassageState = Literal["assigned", "edited", "editor", "orphan"]


class Block(Struct, frozen=True, kw_only=True, array_like=True):
    """One block of an article.

    `text` is what a reader reads (no markup); `marked` the same as written in the article's file,
    "" where it is written so. `id` follows from the text: `p-…` for passages, `h-…` crossheads,
    `c-…` captions. `credit` is the photographer or agency of a caption.
    """

    id: str
    type: BlockType
    text: str
    marked: str = ""
    credit: str = ""
    level: int = 2

    @property
    def markdown(self) -> str:
        """The block as written in the article's file."""
        return self.marked or self.text

    @property
    def is_passage(self) -> bool:
        """Whether topics, voices and events may refer to this block."""
        return self.type in PASSAGE_TYPES


class Source(Struct, frozen=True, kw_only=True, array_like=True):
    """The outlet that published an article; agencies behind it are named apart."""

    name: str = ""
    url: str = ""
    accessed: str = ""
    archive_url: str = ""
    agency: tuple[str, ...] = ()


AmendmentKind = Literal["voices", "events", "dates", "mentions"]


class Amendment(Struct, frozen=True, kw_only=True, array_like=True):
    """What an editor says of one finding: an item of `voices:`, `events:`, … in front matter.

    `text` are words of the passage, "" for whatever was found in it; `values` the keys that are
    set (`speaker`, `date`, …) and `drop` that the finding is none. `line` is that of its list.
    """

    kind: AmendmentKind
    passage: str
    text: str = ""
    drop: bool = False
    values: tuple[tuple[str, str], ...] = ()
    line: int = 1


class Version(Struct, frozen=True, kw_only=True, array_like=True):
    """A former version of an article: its original, and what the next version changed.

    `title` is its title where the next one has another. `added` and `reworded` are ids of blocks
    of the next version, `removed` beginnings of blocks that it lacks.
    """

    original: str
    original_sha256: str = ""
    accessed: str = ""
    title: str = ""
    added: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class Correction(Struct, frozen=True, kw_only=True, array_like=True):
    """What an editor corrected, in words for readers. `date` is EDTF.

    `what` is the passage that it is about, by id, or "" for the article as a whole.
    """

    date: str
    text: str
    what: str = ""


class Metadata(Struct, frozen=True, kw_only=True, array_like=True):
    """What is known of a text besides its words. `date` is EDTF or empty.

    `modified` is the last change that its publisher states: EDTF, with the time where it is
    known. `licence` is an address or a name, as stated.
    """

    title_by: Provenance = ""
    date: str = ""
    date_by: Provenance = ""
    modified: str = ""
    lang: str = ""
    description: str = ""
    authors: tuple[str, ...] = ()
    source: Source = Source()
    licence: str = ""
    rights: Rights | None = None
    topics: tuple[str, ...] = ()


_CHECK = 4  # bytes of a checksum before what is packed
_BLOCKS = msgspec.msgpack.Decoder(tuple[Block, ...])


def packed(blocks: Iterable[Block]) -> bytes:
    """Pack blocks as an article's body."""
    data = msgspec.msgpack.encode(tuple(blocks))
    return zlib.crc32(data).to_bytes(_CHECK, "big") + data


class Article(Metadata, frozen=True, kw_only=True, array_like=True, dict=True):
    """One normalised article. `path` is relative to the project.

    `body` are its blocks, packed: of most articles nobody asks for them. `copy_of` is the editor's
    word: the article that this is a copy of, or `none`. `versions` are its former versions, oldest
    first.
    """

    id: str
    title: str
    body: bytes
    original: str = ""
    original_sha256: str = ""
    path: str = ""
    copy_of: str = ""
    versions: tuple[Version, ...] = ()
    corrections: tuple[Correction, ...] = ()
    amendments: tuple[Amendment, ...] = ()

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Its blocks, in order."""
        return _BLOCKS.decode(memoryview(self.body)[_CHECK:])

    def is_whole(self) -> bool:
        """Whether its body is as it was packed: it may have lain in a file."""
        check, data = self.body[:_CHECK], memoryview(self.body)[_CHECK:]
        return bool(data) and zlib.crc32(data) == int.from_bytes(check, "big")

    @property
    def passages(self) -> tuple[Block, ...]:
        """The blocks that can carry evidence, in order."""
        return tuple([block for block in self.blocks if block.type in PASSAGE_TYPES])


class Draft(Metadata, frozen=True, kw_only=True, array_like=True):
    """What reading made of an original: an article that has no id and no place yet."""

    blocks: tuple[Block, ...]
    title: str = ""
    id: str = ""


class CopyGroup(Struct, frozen=True, kw_only=True, array_like=True):
    """One report in several articles: `lead` stands for it, `copies` tell the same.

    `agencies` are those named in any of them, the most often named first.
    """

    lead: str
    copies: tuple[str, ...]
    agencies: tuple[str, ...] = ()
    kind: Literal["wire"] = "wire"

    @property
    def members(self) -> tuple[str, ...]:
        """All its articles, the lead first."""
        return (self.lead, *self.copies)


NameKey: TypeAlias = tuple[MentionKind, str]


class Register(Struct, frozen=True, kw_only=True):
    """All names of a dossier. `of` maps the names that articles give to those of the dossier."""

    names: Mapping[NameKey, Named] = field(default_factory=dict)
    of: Mapping[NameKey, NameKey] = field(default_factory=dict)

    def named(self, written: NameKey) -> Named:
        """Return who or what is meant by a name, as an article gives it."""
        key = self.of.get(written, written)
        return self.names.get(key) or Named(kind=key[0], name=key[1])

    def place(self, name: str) -> str:
        """Return what the dossier calls a place that an article or an editor names."""
        key: NameKey = self.of.get(("place", name), ("place", name))
        return self.names[key].name if key in self.names else key[1]

    def person(self, name: str) -> str:
        """Return what the dossier calls a person whom an article names, perhaps in capitals."""
        for tried in (name, name.title()) if name.isupper() else (name,):
            key: NameKey = self.of.get(("person", tried), ("person", tried))
            if key in self.names:
                return self.names[key].name
        return name


PassageKey: TypeAlias = tuple[str, str]  # an article's id and a passage's


class Copies(Struct, frozen=True, kw_only=True):
    """All groups of copies.

    `twins` maps the passages that tell the same in several articles of a group to the first of
    them, itself included.
    """

    groups: tuple[CopyGroup, ...] = ()
    twins: Mapping[PassageKey, PassageKey] = field(default_factory=dict)


class Topic(Struct, frozen=True, kw_only=True):
    """An editor-defined theme. Titles, descriptions and terms by language code."""

    id: str
    title: dict[str, str]
    description: dict[str, str]
    terms: dict[str, tuple[str, ...]]
    exclude: dict[str, tuple[str, ...]]
    colour: str = ""


class PageItem(Struct, frozen=True, kw_only=True, array_like=True):
    """A piece of a topic's year page, in the editor's order.

    `heading` opens the passages of `article`; `passage` is evidence from `article`#`passage`
    (the id as the page has it) with the text that stands there; `prose` is the editor's own.
    `markdown` is verbatim, without the heading's hashes and the passage's comment.
    """

    kind: Literal["heading", "passage", "prose"]
    markdown: str
    article: str = ""
    passage: str = ""
    score: float = 0.0
    why: tuple[str, ...] = ()


class TopicPage(Struct, frozen=True, kw_only=True, array_like=True):
    """One year of a topic as it stands in `content/topics/<topic>/<year>.md`.

    `offered` maps an article's id to the passages that were proposed for this topic once.
    """

    topic: str
    year: str
    path: str
    items: tuple[PageItem, ...] = ()
    offered: dict[str, tuple[str, ...]]


class FreePage(Struct, frozen=True, kw_only=True):
    """A page that the editor wrote: `content/pages/<name>.md`, or a topic's introduction.

    `lang` is "" unless its language differs from that of the pages around it.
    """

    name: str
    title: str
    markdown: str
    path: str
    lang: str = ""
