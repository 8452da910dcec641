"""What a paragraph has told so far: who spoke last, and the voices found in it."""

from __future__ import annotations

from msgspec import Struct, field

from dossier.found import Voice, VoiceKind


class Heard(Struct):
    """What a paragraph has told so far.

    `speaker` spoke last, and in the sentence before if `kind` is set; `earlier` is who spoke at the
    end of the passage before. `claims` is who is said to have spoken there: "So sagt es Güvercin".
    """

    earlier: str = ""
    claims: str = ""
    speaker: str = ""
    kind: VoiceKind | None = None
    institution: str = ""
    found: list[Voice] = field(default_factory=list)
    left: list[Voice] = field(default_factory=list)  # fragments that the next sentence may claim

    def add(self, voice: Voice) -> None:
        """Add a voice unless it overlaps the last one."""
        if self.found and voice.start < self.found[-1].end:
            return
        self.found.append(voice)
        self.kind = voice.kind
        self.speaker = voice.speaker
