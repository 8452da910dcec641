"""The gold standard of voices and dates: articles with what a reader found in them.

`tests/gold/README.md` tells how the files are written. Nothing of the samples is stored here:
their labels name a passage and the words with which a piece begins and ends.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from dossier import blocks
from dossier.intake import Original, read_all
from dossier.model import Block

GOLD = Path(__file__).resolve().parent.parent / "gold"
SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
_OWN = {
    "news_de_blind": "blind news",
    "news_de_heldout": "own news",
    "news_en_heldout": "own news",
}
_VOICES = (
    "read",
    "unread",
    "fresh",
)  # `tests/gold/voices_<lang>_<name>.txt`, labelled for voices only
KINDS = {"d": "direct", "p": "partial", "r": "reported"}
_TOKEN = re.compile(r"\{(?P<kind>[dpr])(?P<who>[^|{}]*)\||(?P<close>\})|\[(?P<date>[^\[\]=]+)=")


@dataclass(frozen=True, slots=True)
class GoldVoice:
    """A piece of speech; `speakers` are the names that are right, "" says unknown."""

    passage: str
    start: int
    end: int
    kind: str
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A date with its value."""

    passage: str
    start: int
    end: int
    edtf: str


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article and all that is in it. `voices` or `dates` None: not labelled."""

    name: str
    group: str
    lang: str
    date: str
    blocks: tuple[Block, ...]
    voices: tuple[GoldVoice, ...] | None = None
    dates: tuple[GoldDate, ...] | None = None


def speakers_of(text: str) -> tuple[str, ...]:
    """Read `Ralf Demming/Einsatzleiter < dpa`: names that are right, second hand left out."""
    return tuple(name.strip() for name in text.partition("<")[0].split("/"))


def marked(path: Path, group: str) -> Iterator[GoldArticle]:
    """Read articles whose voices and dates are marked in the text itself."""
    for part in re.split(r"^== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head, _, body = part.partition("\n")
        date, title = (piece.strip() for piece in head.split("|"))
        pieces = [_unmark(line) for line in body.strip().splitlines() if line.strip()]
        passages = blocks.number(blocks.make("paragraph", text) for text, _, _ in pieces)
        voices = [
            GoldVoice(block.id, *span)
            for block, (_, found, _) in zip(passages, pieces, strict=True)
            for span in found
        ]
        dates = [
            GoldDate(block.id, *span)
            for block, (_, _, found) in zip(passages, pieces, strict=True)
            for span in found
        ]
        lang = path.name.split("_")[1]
        yield GoldArticle(title, group, lang, date, passages, tuple(voices), tuple(dates))


_Voices = list[tuple[int, int, str, tuple[str, ...]]]
_Dates = list[tuple[int, int, str]]


def _unmark(line: str) -> tuple[str, _Voices, _Dates]:
    text, place = "", 0
    voices: _Voices = []
    dates: _Dates = []
    opened: list[tuple[int, str, tuple[str, ...]]] = []
    while match := _TOKEN.search(line, place):
        text += line[place : match.start()]
        place = match.end()
        if match["kind"]:
            opened.append((len(text), KINDS[match["kind"]], speakers_of(match["who"])))
        elif match["close"]:
            start, kind, who = opened.pop()
            voices.append((start, len(text), kind, who))
        else:
            end = line.index("]", place)
            dates.append((len(text), len(text) + len(match["date"]), line[place:end]))
            text, place = text + match["date"], end + 1
    return text + line[place:], voices, dates


def sentences(samples: Path) -> Iterator[GoldArticle]:
    """Read the labels of single sentences of newspapers (`samples/ner_de`)."""
    source = samples / "ner_de" / "germeval14-dev.jsonl"
    if not source.is_file():
        return
    rows = {}
    for line in source.read_text("utf-8").splitlines():
        row = json.loads(line)
        rows[row["id"].removeprefix("dev-")] = (row["date"], detokenized(row["tokens"]))
    for name in ("dates", "voices"):
        for line in (GOLD / f"{name}_ner_de.txt").read_text("utf-8").splitlines():
            number, _, labels = line.partition(":")
            if not number.isdigit():
                continue
            date, text = rows[number]
            passages = blocks.number([blocks.make("paragraph", text)])
            text, passage = passages[0].text, passages[0].id
            half = "newspaper sentences"
            if name == "dates":
                found = tuple(_date_labels(labels, text, passage))
                yield GoldArticle(number, half, "de", date, passages, dates=found)
            else:
                said = tuple(_voice_labels(labels, text, passage))
                yield GoldArticle(number, half, "de", date, passages, voices=said)


def detokenized(tokens: list[str]) -> str:
    """Join the words of a sentence as a newspaper would print them."""
    text, opened, glued = "", False, True
    for piece in tokens:
        if piece == '"':
            opened = not opened
            text += ("" if glued or not opened else " ") + piece
            glued = opened
            continue
        close = re.fullmatch(r"[.,;:!?)\]…%]+", piece) is not None
        text += ("" if glued or close else " ") + piece
        glued = piece in "([„»‚"
    return text


def _date_labels(labels: str, text: str, passage: str) -> Iterator[GoldDate]:
    place = 0
    for label in filter(None, (part.strip() for part in labels.split(";"))):
        words, _, value = label.partition("=")
        start = text.index(words, place)
        place = start + len(words)
        yield GoldDate(passage, start, place, value or words)


def _voice_labels(labels: str, text: str, passage: str) -> Iterator[GoldVoice]:
    place = 0
    for label in filter(None, (part.strip() for part in labels.split(";"))):
        who, _, words = label[1:].partition("|")
        start, place = located(words, text, place)
        yield GoldVoice(passage, start, place, KINDS[label[0]], speakers_of(who))


def located(words: str, text: str, place: int) -> tuple[int, int]:
    """Find `Jede Lieferung … verletzt` in a text: begin and end of the piece."""
    first, _, last = (part.strip() for part in words.partition(" … "))
    start = text.find(first, place)
    end = text.find(last, start + len(first)) + len(last) if last else start + len(first)
    if start < 0 or end < start + len(first):
        raise ValueError(f"no `{words}` in: {text}")
    return start, end


@dataclass(slots=True)
class _Labels:
    voices: list[GoldVoice] = field(default_factory=list)
    dates: list[GoldDate] = field(default_factory=list)
    places: dict[tuple[str, str], int] = field(default_factory=dict)


def samples_labelled(samples: Path) -> Iterator[GoldArticle]:
    """Read the labelled articles among the samples; those that are not there are left out."""
    text = (GOLD / "samples.txt").read_text("utf-8")
    for part in re.split(r"^== ", text, flags=re.MULTILINE)[1:]:
        head, *lines = part.strip().splitlines()
        name, _, only = (piece.strip() for piece in head.partition("|"))
        path = samples / name
        if not path.is_file():
            continue
        (_, draft), *_ = read_all([Original(path.name, path.read_bytes(), "")])[0].drafts
        texts = {block.id: block.text for block in draft.blocks}
        labels = _Labels()
        for line in filter(None, lines):
            if line.partition(" ")[0] in texts:  # else the page is read otherwise than it was
                _add_label(line, texts, labels)
        yield GoldArticle(
            name, "samples", draft.lang or "en", draft.date, draft.blocks,
            tuple(labels.voices), None if only == "voices" else tuple(labels.dates),
        )  # fmt: skip


def _add_label(line: str, texts: dict[str, str], labels: _Labels) -> None:
    passage, kind, value, words = (piece.strip() for piece in line.split(" | "))
    key = (passage, "date" if kind == "date" else "voice")
    start, end = located(words, texts[passage], labels.places.get(key, 0))
    labels.places[key] = end
    if kind == "date":
        labels.dates.append(GoldDate(passage, start, end, value))
    else:
        labels.voices.append(GoldVoice(passage, start, end, kind, speakers_of(value)))


def articles(samples: Path = SAMPLES) -> list[GoldArticle]:
    """Return all that is labelled."""
    own = [
        article for name, group in _OWN.items() for article in marked(GOLD / f"{name}.txt", group)
    ]
    voices = [
        replace(article, dates=None)
        for name in _VOICES
        for lang in ("de", "en")
        for article in marked(GOLD / f"voices_{lang}_{name}.txt", f"{name} news")
    ]
    return [*own, *voices, *sentences(samples), *samples_labelled(samples)]
