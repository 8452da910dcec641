"""Reading: the bytes of an original in, a draft of an article out. Pure: no disk, no clock."""

from __future__ import annotations
