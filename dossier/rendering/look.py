"""What an editor may choose of the theme's look without touching a file of it."""

from __future__ import annotations

from msgspec import Struct

from dossier.rendering import colours
from dossier.rendering.fileviews import Variable

# The default theme's own values, as in assets/site.css.
_LIGHT = {"paper": "#fbfaf6", "ink": "#1c1b19", "accent": "#8c1d18"}
_DARK = {"paper": "#14161a", "ink": "#ece9e2", "accent": "#f0a79f"}


class Look(Struct, frozen=True, kw_only=True):
    """`[theme]` of dossier.toml; "" is the theme's own. Colours are `#rrggbb`, of the light scheme.

    `logo` is a file below `assets/`.
    """

    accent_colour: str = ""
    paper_colour: str = ""
    text_font: str = ""
    interface_font: str = ""
    logo: str = ""

    @property
    def accent(self) -> str:
        """The accent as it can be read on the light paper."""
        return colours.readable(
            self.accent_colour or _LIGHT["accent"], self.paper, towards="#000000"
        )

    @property
    def paper(self) -> str:
        """The light scheme's ground."""
        return self.paper_colour or _LIGHT["paper"]

    @property
    def logo_href(self) -> str:
        """Where the logo lies in the site, "" for none."""
        return f"assets/{self.logo}" if self.logo else ""


def variables(look: Look) -> tuple[Variable, ...]:
    """Return the CSS variables that differ from the theme's own, for both schemes.

    The dark scheme keeps its paper; an accent is made lighter until it can be read on it.
    """
    made = []
    if look.paper_colour:
        made.append(Variable(name="paper", light=look.paper, dark=_DARK["paper"]))
        ink = colours.readable(_LIGHT["ink"], look.paper, towards="#000000")
        made.append(Variable(name="ink", light=ink, dark=_DARK["ink"]))
    if look.accent_colour:
        lighter = colours.mix(look.accent_colour, "#ffffff", 0.3)
        dark = colours.readable(lighter, colours.DARK_GROUND, towards="#ffffff")
        made.append(Variable(name="accent", light=look.accent, dark=dark))
    fonts = (("serif", look.text_font), ("sans", look.interface_font))
    made += [Variable(name=name, light=font, dark="") for name, font in fonts if font]
    return tuple(made)
