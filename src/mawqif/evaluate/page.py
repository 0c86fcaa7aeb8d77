"""One page for a browser: the figures, then every article with both sides beside each other.

The page needs nothing but itself and loads nothing. It runs from right to left, its labels are
Arabic first and English after, whatever the language of the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib import resources
from typing import TYPE_CHECKING

from mawqif.evaluate.faults import CLASSES, Breakdown, how_label
from mawqif.evaluate.figures import LABELS_OF, MODES, Figures, flat
from mawqif.evaluate.texts import EventMark, columns, status_of
from mawqif.i18n import N_, catalogue, speaking

if TYPE_CHECKING:
    from mawqif.evaluate import Evaluation, Group
    from mawqif.evaluate.bootstrap import Interval
    from mawqif.evaluate.faults import Event
    from mawqif.evaluate.matching import Matched
    from mawqif.evaluate.reliability import Reliability

COLUMNS = ("statements.f1", "tight.f1", "end_to_end.f1", "speaker.p", "speaker.r", "on_matched.act")
COMMON = 8


def page(found: Evaluation) -> str:
    """The whole page."""
    title = N_("Evaluation against annotated articles")
    parts = [
        _head(title),
        f"<h1>{both(title)}</h1>",
        f'<p class="about">{both(N_("Left: what the program found. Right: what people annotated."))}</p>',
        *_tables(found),
        _legend(),
        _navigation(found),
        "<main>",
        *(_article(n, m, e) for n, (m, e) in enumerate(zip(found.matched, found.events, strict=True), 1)),
        "</main>",
        f"<script>{_file('page.js')}</script>",
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


def both(message: str, context: str | None = None) -> str:
    """A label in Arabic, then in English."""
    arabic = catalogue("ar")
    spoken = arabic.pgettext(context, message) if context else arabic.gettext(message)
    return f'{escape(spoken)} <span class="en" lang="en" dir="ltr">{escape(message)}</span>'


def _file(name: str) -> str:
    return (resources.files("mawqif.evaluate") / name).read_text(encoding="utf-8")


def _head(title: str) -> str:
    policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
    return (
        '<!DOCTYPE html>\n<html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(catalogue('ar').gettext(title))}</title><style>\n{_file('page.css')}</style></head><body>"
    )


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of cells that are HTML already; it scrolls by itself where it is wider than the window."""
    heads = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<div class="scroll"><table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>'


def _folded(title: str, inner: str, *, shown: bool = False) -> str:
    return f"<details{' open' if shown else ''}><summary>{both(title)}</summary>{inner}</details>"


def _tables(found: Evaluation) -> Iterator[str]:
    yield _folded(N_("Figures"), _overall(found.overall), shown=True)
    titles = {"outlet": N_("By outlet"), "mode": N_("By mode")}
    for by, groups in found.groups.items():
        yield _folded(titles[by], _groups(groups))
    yield _folded(N_("Errors by class"), _errors(found.errors))
    if found.reliability.count:
        yield _folded(N_("What the scores are worth"), _reliability(found.reliability))


def _number(value: object, interval: Interval | None = None) -> str:
    shown = f"{value:.3f}" if isinstance(value, float) else str(value)
    around = f' <span class="interval">{interval[0]:.3f}–{interval[1]:.3f}</span>' if interval else ""
    return f'<span class="num" dir="ltr">{shown}{around}</span>'


def _overall(group: Group) -> str:
    head = ["", both(N_("precision")), both(N_("recall")), "F1", both(N_("annotated"))]
    note = both(N_("Beside each share its 95% interval: articles drawn again and again."))
    return _table(head, _figure_rows(group.figures, group)) + f'<p class="about">{note}</p>'


def _figure_rows(found: Figures, group: Group) -> Iterator[list[str]]:
    for name, value in found.items():
        if isinstance(value, dict) and "n" in value:
            shares = [_number(value[part], group.intervals.get(f"{name}.{part}")) for part in ("p", "r", "f1")]
            yield [both(LABELS_OF[name], "figure"), *shares, _number(value["n"])]
    for name, value in found.items():
        if isinstance(value, dict) and "n" not in value:
            for part, share in value.items():
                key = f"{name}.{part}"
                yield [both(LABELS_OF[key], "figure"), "", "", _number(share, group.intervals.get(key)), ""]
        elif not isinstance(value, dict):
            yield [both(LABELS_OF[name], "figure"), "", "", _number(value, group.intervals.get(name)), ""]


def _groups(groups: Sequence[Group]) -> str:
    def head(key: str) -> str:
        name, _, part = key.partition(".")
        measure = {"p": both(N_("precision")), "r": both(N_("recall")), "f1": "F1"}.get(part)
        return both(LABELS_OF[name], "figure") + f" {measure}" if measure else both(LABELS_OF[key], "figure")

    rows = []
    for g in groups:
        shown = flat(g.figures)
        name = both(MODES[g.name], "mode") if g.name in MODES else escape(g.name)
        cells = (_number(shown.get(key, 0.0), g.intervals.get(key)) for key in COLUMNS)
        rows.append([name, _number(g.articles), *cells])
    return _table(["", both(N_("articles")), *map(head, COLUMNS)], rows)


def _errors(errors: Iterable[Breakdown]) -> str:
    head = [both(N_("class")), both(N_("count")), both(N_("how")), both(N_("cue")), both(N_("rule"))]
    head.append(both(N_("rule of the speaker")))
    rows = []
    for e in errors:
        common = (
            "".join(
                f'<div class="cause">{_cause(e.sort, key, name)} {_number(n)}</div>'
                for name, n in counter.most_common(COMMON)
            )
            for key, counter in e.by.items()
        )
        rows.append([both(CLASSES[e.sort], "fault"), _number(e.count), *common])
    return _table(head, rows)


def _cause(sort: str, key: str, name: str) -> str:
    return _how(sort, name) if key == "how" else f"<bdi>{escape(name)}</bdi>"


def _how(sort: str, how: str) -> str:
    """In which way it is wrong, in Arabic, with the English under the pointer."""
    with speaking("ar"):
        shown = how_label(sort, how)
    return f'<bdi title="{escape(how)}">{escape(shown)}</bdi>'


def _reliability(found: Reliability) -> str:
    names = (N_("score"), N_("statements"), N_("predicted"), N_("observed"), N_("from here on"), N_("right of them"))
    head = [both(name) for name in names]
    rows = [
        [_number(v) for v in (round(b.low, 1), b.count, b.predicted, b.observed, b.kept, b.right_kept)]
        for b in found.bins
    ]
    sums = f"ECE {_number(found.ece)}, Brier {_number(found.brier)} ({_number(found.base)})"
    return _table(head, rows) + f'<p class="about">{sums}</p>'


def _legend() -> str:
    """What the marks in the texts mean; the filters have the colours of errors."""
    marks = {
        "m c right": N_("right"),
        "m cue": N_("cue"),
        "m who": N_("speaker"),
        "m furniture": N_("furniture"),
    }
    shown = (f'<span><span class="{classes}">{both(name)}</span></span>' for classes, name in marks.items())
    note = both(N_("A number leads to the same statement on the other side."))
    return f'<p class="about legend">{"".join(shown)}<span>{note}</span></p>'


def _navigation(found: Evaluation) -> str:
    """The filters, which are the legend as well."""
    everything = [e for of_article in found.events for e in of_article]
    wrong = sum(bool(e.faults) for e in everything)
    buttons = [
        _button("all", both(N_("all")), len(everything), pressed=True),
        _button("errors", both(N_("with errors")), wrong),
        *(_button(e.sort, both(CLASSES[e.sort], "fault"), e.count) for e in found.errors),
    ]
    shown = f'<span class="about"><span id="shown">{len(found.matched)}</span> {both(N_("articles"))}</span>'
    return "<nav>" + "".join(buttons) + shown + "</nav>"


def _button(name: str, label: str, count: int, *, pressed: bool = False) -> str:
    state = "true" if pressed else "false"
    return (
        f'<button type="button" class="{name}" data-filter="{name}" aria-pressed="{state}">'
        f"{label} {_number(count)}</button>"
    )


def _article(n: int, matched: Matched, events: Sequence[Event]) -> str:
    document = matched.article.document
    sorts = dict.fromkeys(f.sort for e in events for f in e.faults)
    known = (document.outlet, document.date, document.id)
    about = " · ".join(f"<bdi>{escape(value)}</bdi>" for value in known if value)
    gold, predicted = columns(n, matched, events)
    marks = [EventMark(n, i, e) for i, e in enumerate(events, 1)]
    title = f"<bdi>{escape(document.title or document.id)}</bdi>"
    return (
        f'<article id="a{n}" data-f="{" ".join(sorts)}"><h2>{n}. {title}</h2>'
        f'<p class="about">{about}</p><div class="sides">'
        f"<section><h3>{both(N_('annotated'))}</h3><p class='text'>{gold}</p></section>"
        f"<section><h3>{both(N_('found'))}</h3><p class='text'>{predicted}</p></section></div>"
        f"{_events(marks)}</article>"
    )


def _events(marks: Sequence[EventMark]) -> str:
    """The statements of an article, one a line."""
    head = ["", both(N_("cue")), both(N_("speaker")), both(N_("mode")), both(N_("act")), both(N_("kind"))]
    head += [both(N_("what is wrong")), both(N_("rule")), both(N_("score"))]
    heads = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    rows = "".join(_event(mark) for mark in marks)
    table = f'<div class="scroll"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    return f"<details><summary>{both(N_('Statements'))} {_number(len(marks))}</summary>{table}</details>"


def _event(mark: EventMark) -> str:
    e = mark.event
    told = [s for s in (e.gold, e.predicted) if s]
    values = [_either([s.name or "-" for s in told])]
    values += [_either([str(getattr(s, label) or "-") for s in told]) for label in ("mode", "act", "kind")]
    wrong = "<br>".join(f"{both(CLASSES[f.sort], 'fault')}: {_how(f.sort, f.how)}" for f in e.faults)
    rule = (
        f"<code dir='ltr'>{escape(e.predicted.rule)}<br>{escape(e.predicted.speaker_rule)}</code>"
        if e.predicted
        else ""
    )
    score = _number(e.predicted.score) if e.predicted and e.predicted.score is not None else ""
    number = f'<a class="no {status_of(e)}" href="#{mark.anchor("g" if e.gold else "p")}">{mark.number}</a>'
    cells = [number, f"<bdi>{escape(e.cue)}</bdi>", *values, wrong, rule, score]
    return f"<tr {mark.attributes}>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _either(values: Sequence[str]) -> str:
    """What both sides say, or what each says."""
    different = dict.fromkeys(values)
    return " ← ".join(f"<bdi>{escape(value)}</bdi>" for value in different)
