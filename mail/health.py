"""What `golive doctor` says of a workspace's mail; looks at settings and files only, asks no server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit

from generator.doctor.finding import Finding, doubtful, well, wrong
from generator.session import Session
from generator.workspace import MailOptions

_EXAMPLES = (".example", "example.com", "example.org", "example.net")


def mail_findings(session: Session) -> Iterator[Finding]:
    """Look at the mail settings, the credentials they need, and what waits."""
    options = session.workspace.options.mail
    if options is None:
        yield well("mail", "not set up; buyers answer through whoever sent them the link")
        return
    yield from _sender(options)
    yield from _transport(options.transport, session.environ)
    yield from _trust(options)
    yield from _waiting(session.workspace.state)


def _sender(options: MailOptions) -> Iterator[Finding]:
    address = parseaddr(options.from_)[1]
    if "@" not in address:
        yield wrong(
            "mail from", f"{options.from_!r} holds no address", "from: Your company plan <plan@your-domain>"
        )
    elif address.endswith(_EXAMPLES) and options.transport != "outbox":
        yield wrong(
            "mail from", f"{address} is an example, and no server takes it", "write an address of your own"
        )
    else:
        yield well("mail from", f"mails come from {address}")
    if "." not in options.reply_domain.strip(".") or options.reply_domain != options.reply_domain.strip(".-"):
        said = f"{options.reply_domain!r} is no domain that mail can be sent to"
        yield wrong("mail reply_domain", said, "reply_domain: reply.your-domain")
    elif address.partition("@")[2].lower() == options.reply_domain:
        yield doubtful(
            "mail reply_domain",
            f"{options.reply_domain} is the sender's own domain, where other mail arrives too",
            "give replies a domain of their own, such as reply." + options.reply_domain,
        )
    else:
        yield well("mail reply_domain", f"answers go to {options.reply_domain}")


def _transport(transport: str, environ: Mapping[str, str]) -> Iterator[Finding]:
    from mail.transports.sendgrid import KEY
    from mail.transports.smtp import PASSWORD, USER

    check = "mail transport"
    if transport == "outbox":
        yield doubtful(
            check,
            "mails are written to .golive/outbox, and nobody gets them",
            "transport: smtp://host:587, or sendgrid",
        )
    elif transport == "sendgrid" and not environ.get(KEY):
        yield wrong(check, f"{KEY} is not in the environment", f"set {KEY} where golive runs")
    elif transport != "sendgrid" and not urlsplit(transport).hostname:
        yield wrong(check, f"{transport} names no server", "transport: smtp://mail.your-domain:587")
    elif bool(environ.get(USER)) != bool(environ.get(PASSWORD)) and transport != "sendgrid":
        yield wrong(check, f"only one of {USER} and {PASSWORD} is set", "set both, or neither")
    elif transport != "sendgrid" and not environ.get(USER):
        yield doubtful(
            check, f"{transport} is used without a login", f"set {USER} and {PASSWORD} if it wants one"
        )
    else:
        yield well(check, f"{transport.partition('://')[0]}, and its credentials are set")


def _trust(options: MailOptions) -> Iterator[Finding]:
    if options.trust == "address":
        yield doubtful(
            "mail trust",
            "a reply's address and sender suffice; whoever forwards a mail passes on that right",
            "trust: dkim, once replies reach you with their signatures",
        )
    else:
        yield well("mail trust", "a reply must be signed by its sender's domain")


def _waiting(state: Path) -> Iterator[Finding]:
    poison = len(list((state / "spool" / "poison").glob("*.eml")))
    if poison:
        yield wrong(
            "mail spool",
            f"{poison} mails are set aside, since golive failed on them",
            "see .golive/spool/poison for why; after an update: golive mail receive FILE",
        )
