"""A brief in the formats in which it is written. Nothing here looks at the terminal."""

from __future__ import annotations

import html as markup
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mawqif.cli.positions.entries import Entry
from mawqif.cli.screen import screen
from mawqif.i18n import _


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a brief: entries, each with the label of its issue, and lines."""

    title: str
    entries: tuple[tuple[str, Entry], ...]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A title and its sections; without sections nothing is new."""

    title: str
    sections: tuple[Section, ...]


def _limits(e: Entry) -> list[tuple[str, str]]:
    """Conditions and exceptions, each with what it is."""
    named = [(_("condition: {words}"), c) for c in e.conditions] + [(_("exception: {words}"), x) for x in e.exceptions]
    return [(template.format(words="").strip(), words) for template, words in named]


def chain(e: Entry, each: Callable[[str], str] = str) -> str:
    """Speaker, relays and outlet with arrows between them."""
    return (" ← " if screen().rtl else " → ").join(map(each, e.chain))


def text(brief: Brief) -> str:
    """Plain text."""
    return "\n".join(_text(brief)) + "\n"


def _text(brief: Brief) -> Iterator[str]:
    yield brief.title
    if not brief.sections:
        yield from ("", _("Nothing is new."))
    for section in brief.sections:
        yield from ("", section.title, "")
        for label, e in section.entries:
            yield from (f"  {line}" for line in entry_lines(e, label))
            yield ""
        yield from (f"  {line}" for line in section.lines)


def entry_lines(e: Entry, label: str) -> Iterator[str]:
    """An entry as lines of plain text."""
    yield f"{e.day}  {e.holder}: {e.head} ({label})"
    yield f"  «{e.quotation}»"
    yield from (f"  {what} «{words}»" for what, words in _limits(e))
    yield f"  {chain(e)}  [{e.ref[:8]}]"
    yield from (f"  {line}" for line in (e.carried, e.url) if line)


def markdown(brief: Brief) -> str:
    """Markdown: the quotation as a quotation, the report as a link."""
    return "\n".join(_markdown(brief)) + "\n"


def _markdown(brief: Brief) -> Iterator[str]:
    yield f"# {_plain(brief.title)}"
    if not brief.sections:
        yield from ("", _("Nothing is new."))
    for section in brief.sections:
        yield from ("", f"## {_plain(section.title)}")
        for label, e in section.entries:
            yield from ("", f"### {_plain(e.holder)}: {_plain(e.head)}", "", f"{e.day} · {_plain(label)}", "")
            yield f"> {_plain(e.quotation)}"
            yield from (f">\n> {_plain(what)} {_plain(words)}" for what, words in _limits(e))
            link = f" ([{_plain(e.title or e.url)}](<{e.url.replace('>', '%3E')}>))" if e.url else ""
            yield from ("", f"{chain(e, _plain)}{link} `{e.ref[:8]}`")
            yield from ("", _plain(e.carried)) if e.carried else ()
        yield from (f"- {_plain(line)}" for line in section.lines)


def _plain(words: str) -> str:
    """Words of a report mean nothing in Markdown."""
    return "".join("\\" + c if c in "\\`*_[]<>#|" else c for c in words)


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_STYLE = """
body{font:1.05rem/1.7 "Noto Naskh Arabic","Noto Sans Arabic",Tahoma,sans-serif;max-width:46rem;margin:2rem auto;
padding:0 1rem;color:#1b1b1b;background:#fff}h1{font-size:1.5rem}h2{font-size:1.2rem;border-block-end:1px solid #bbb;
margin-block-start:2rem}article{margin-block:1.5rem}h3{font-size:1rem;margin:0}blockquote{margin:.4rem 0;
padding-inline-start:1rem;border-inline-start:3px solid #0b6e4f}p{margin:.2rem 0}.at,.from{color:#555;font-size:.9rem}
@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}.at,.from{color:#aaa}a{color:#8ecbb5}}
"""


def html(brief: Brief) -> str:
    """A page of its own, with nothing to be fetched; Arabic from right to left whatever the language of the labels."""
    at = screen()
    body = "\n".join(_html(brief))
    return (
        f'<!doctype html>\n<html lang="{at.lang}" dir="{"rtl" if at.rtl else "ltr"}">\n<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{_safe(brief.title)}</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _html(brief: Brief) -> Iterator[str]:
    days = _DAY.sub(r'<bdi dir="ltr">\g<0></bdi>', _safe(brief.title))  # else Arabic turns a date round
    yield f"<h1>{days}</h1>"
    if not brief.sections:
        yield f"<p>{_safe(_('Nothing is new.'))}</p>"
    for section in brief.sections:
        yield f"<h2>{_safe(section.title)}</h2>"
        yield from (entry_html(e, label) for label, e in section.entries)
        if section.lines:
            yield "<ul>" + "".join(f"<li>{_bdi(line)}</li>" for line in section.lines) + "</ul>"


def entry_html(e: Entry, label: str) -> str:
    """An entry as an article; its words isolated, so that no direction mixes with another."""
    limits = "".join(f"<p>{_safe(what)} <q dir='auto'>{_safe(words)}</q></p>" for what, words in _limits(e))
    report = _bdi(e.title or e.ref[:8])
    if e.url and e.url.startswith(("http://", "https://")):
        report = f'<a href="{markup.escape(e.url, quote=True)}">{report}</a>'
    carried = f'<p class="from">{_bdi(e.carried)}</p>' if e.carried else ""
    return (
        f'<article id="{_safe(e.key)}"><h3>{_bdi(e.holder)}: {_bdi(e.head)}</h3>'
        f'<p class="at">{_bdi(e.day)} · {_bdi(label)}</p>'
        f'<blockquote dir="auto">{_safe(e.quotation)}</blockquote>{limits}'
        f'<p class="from">{chain(e, _bdi)} · {report} · <code>{_safe(e.ref[:8])}</code></p>{carried}</article>'
    )


def _bdi(words: str) -> str:
    return f"<bdi>{_safe(words)}</bdi>"


def _safe(words: str) -> str:
    return markup.escape(words, quote=True)
