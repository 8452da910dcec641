"""Turn news articles into a dossier: Markdown pages by topic, and a searchable static site."""

from __future__ import annotations

__version__ = "0.1.0"
