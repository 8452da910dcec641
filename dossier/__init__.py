"""Turn news articles into a dossier: Markdown pages by topic, and a searchable static site."""

from __future__ import annotations

from importlib.metadata import version

__version__ = version("news-dossier")
