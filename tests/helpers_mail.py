"""Mails as programs write them."""

from __future__ import annotations

from email.message import EmailMessage

LEAD = (
    "Der Machthaber ist am Dienstag in Russland angekommen, wie die Präsidialverwaltung "
    "mitteilte. Die Reise war seit Wochen erwartet worden."
)
SECOND = (
    "Beide Seiten sprachen über die Lieferung von Munition. Ein Sprecher sagte, Einzelheiten "
    "werde man nicht nennen, das Treffen dauere bis zum Abend."
)


def make_mail(
    text: str = "",
    html: str = "",
    *,
    subject: str = "Kim trifft Putin in Wladiwostok",
    headers: dict[str, str] | None = None,
    attached: dict[str, bytes] | None = None,
) -> bytes:
    """Return a mail of the sender's 13 September, late in the evening."""
    message = EmailMessage()
    message["From"] = "Süd-Kurier Morgenlage <lage@sued-kurier.example>"
    message["To"] = "desk@example.org"
    message["Subject"] = subject
    message["Date"] = "Wed, 13 Sep 2023 23:30:00 -0500"
    message["Message-ID"] = "<1@sued-kurier.example>"
    for name, value in (headers or {}).items():
        message[name] = value
    if text or not html:
        message.set_content(text)
    if html and text:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    for name, data in (attached or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()
