"""Makes `subjunctive_de.txt.gz`: German verbs as reported speech has them, "er reihe sich ein".

Usage: pip install simplemma --target FOLDER; PYTHONPATH=FOLDER python .ci/verb_table.py

The form is that of "ich" too, which the rules rule out. Left out is what is an adjective as well
("reiche", "stille") or the past of another verb ("buchte").
"""

from __future__ import annotations

import gzip
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

TABLE = Path(__file__).parent.parent / "dossier/understanding/tables/subjunctive_de.txt.gz"
PAST = ("fluchte", "buchte", "ausbuchte", "einbuchte", "raste", "ausraste", "spurte", "äste")


def is_form(word: str, lemma: str) -> bool:
    """Whether a small word in -e belongs to an infinitive: reihe, reihen; ändere, ändern."""
    return word.islower() and word.endswith("e") and lemma in (f"{word}n", f"{word[:-1]}n")


def main() -> None:
    """Write the table."""
    known = DefaultDictionaryFactory().get_dictionary("de")
    lemmas = {_text(word): _text(lemma) for word, lemma in known.items()}

    def is_adjective(stem: str) -> bool:
        return lemmas.get(stem) == stem and any(
            lemmas.get(stem + end) == stem for end in ("es", "em")
        )

    forms = sorted(
        word
        for word, lemma in lemmas.items()
        if is_form(word, lemma) and not is_adjective(word[:-1]) and word not in PAST
    )
    TABLE.write_bytes(gzip.compress("\n".join(forms).encode(), 9, mtime=0))


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value


if __name__ == "__main__":
    main()
