"""What is new goes out to those who watch an issue: after an `add`, and never at its cost."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mawqif.cli.app import told
from mawqif.cli.output import writing
from mawqif.cli.positions import gather, pages
from mawqif.cli.positions.entries import Entry, entry
from mawqif.cli.screen import complain, filled, screen
from mawqif.errors import MawqifError
from mawqif.i18n import _, ngettext
from mawqif.model import Issue, News, Saying

if TYPE_CHECKING:
    from mawqif.lexicon import Lexicon
    from mawqif.notify import Item
    from mawqif.store import Record

IN_A_MESSAGE = 20
IN_A_FEED = 100


def deliver(record: Record, lexicon: Lexicon) -> None:
    """Send what each watch has not had yet. What cannot be sent is said, and tried again after the next `add`.

    A watch moves on after its message was taken: an end in between sends it again, and none is lost.
    """
    for watch in record.positions.watches():
        issue = record.positions.issue(watch.issue)
        found = gather.sayings(record, watch.issue)
        latest = record.positions.latest()
        try:
            if watch.atom:
                _write(watch.atom, issue, _news(found, lexicon, 0))
            if watch.url:
                _message(watch.url, issue, _news(found, lexicon, watch.upto))
        except (MawqifError, OSError) as e:
            why = told(e) if isinstance(e, MawqifError) else str(e.strerror or e)
            text = _("watch {id}: {why}; it is tried again after the next add")
            complain("mawqif: " + filled(text, id=watch.id, why=why))
        else:
            record.positions.sent(watch.id, latest)


def _news(found: list[Saying], lexicon: Lexicon, upto: int) -> tuple[News, ...]:
    from mawqif.pipeline.positions import Asked, history, news

    return news(history(found, Asked(), lexicon), lambda saying: (saying.noticed or 0) > upto)


def _message(url: str, issue: Issue, new: tuple[News, ...]) -> None:
    from mawqif import notify

    if not new:
        return
    label = issue.title(screen().lang)
    many = ngettext("{n} piece of news", "{n} pieces of news", len(new)).format(n=len(new))
    blocks = ["\n".join(pages.entry_lines(entry(item), label)) for item in new[:IN_A_MESSAGE]]
    if len(new) > IN_A_MESSAGE:
        blocks.append(f"+{len(new) - IN_A_MESSAGE}")
    notify.send(url, f"{label}: {many}", "\n\n".join(blocks))


def _write(path: str, issue: Issue, known: tuple[News, ...]) -> None:
    """The feed of the last news, the newest first; a file that would say the same is left alone."""
    from mawqif import notify

    lang = screen().lang
    newest = sorted(known, key=lambda item: -(item.saying.noticed or 0))[:IN_A_FEED]
    title = issue.title(lang)
    made = notify.feed(f"issue:{issue.id}", title, lang, [_item(item, title) for item in newest])
    there = Path(path)
    if not there.is_file() or there.read_bytes() != made:
        with writing(os.fspath(there)) as out:
            out.write(made)


def _item(item: News, label: str) -> Item:
    from mawqif import notify

    e: Entry = entry(item)
    saying = item.saying
    assert saying.at is not None
    return notify.Item(
        id=e.key,
        title=f"{e.holder}: {e.head}",
        updated=saying.at,
        content=pages.entry_html(e, label),
        author=e.chain[0],
        published=saying.day,
        url=e.url,
    )
