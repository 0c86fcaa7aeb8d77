"""The answer to a quotation as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mawqif.cli import labels
from mawqif.cli.find.linked import Linked
from mawqif.cli.links.trace import counted
from mawqif.cli.screen import complain, filled, flat, isolated, quote, say, screen, strong, upright
from mawqif.cli.wordings import marked
from mawqif.i18n import N_, NP_, _, ngettext, pgettext
from mawqif.model import Report, Statement
from mawqif.model.finding import Answer, Finding, Hit, Likeness, Notice, Place, Said, Sign
from mawqif.model.wordings import Flag, Flagged

REPORTS_SHOWN = 5
NEAREST_SHOWN = 3
AROUND = 30  # words that are shown on each side of the words found, and of the sentences around
_DIM, _BOLD, _END = "\x1b[2m", "\x1b[1m", "\x1b[0m"

LIKENESSES = {
    Likeness.VERBATIM: NP_("likeness", "verbatim"),
    Likeness.ALTERED: NP_("likeness", "altered"),
    Likeness.OPPOSITE: NP_("likeness", "in the opposite sense"),
    Likeness.REWORDED: NP_("likeness", "in other words"),
    Likeness.SIMILAR: NP_("likeness", "similar"),
}
PLACES = {
    Place.NARRATOR: N_("nobody's words as far as the program sees: the report itself says it"),
    Place.HEADLINE: N_("the headline of a report"),
    Place.FURNITURE: N_("around a report, not in it"),
}
ANSWERS = {
    Said.YES: N_("{speaker} said it in these words."),
    Said.LIMITED: N_("{speaker} said it, with a condition or an exception that the quotation leaves out."),
    Said.ALTERED: N_("{speaker} said it in words that differ from the quotation."),
    Said.REWORDED: N_("{speaker} said it in other words."),
    Said.OPPOSITE: N_("{speaker} said it in the opposite sense."),
    Said.QUOTED: N_("{speaker} did not say it, but told what another said: {others}."),
    Said.OTHER: N_("Not {speaker} said it in this record, but {others}."),
    Said.NO: N_("Nothing in this record shows that {speaker} said it."),
}
NOTICES = {
    Sign.CONDITION: N_("The quotation leaves out a condition: {words}"),
    Sign.EXCEPTION: N_("The quotation leaves out an exception: {words}"),
    Sign.NEGATION: N_("A negation stands right before it: {words}"),
    Sign.DENIED: N_("The report tells it as what was denied or refused: {words}"),
    Sign.AFFIRMED: N_("The quotation tells it as denied or refused, the report does not: {words}"),
    Sign.SUPPOSED: N_("It is only supposed: {words}"),
    Sign.TURN: N_("It goes on: {words}"),
    Sign.CUT: N_("Words are left out without a mark."),
    Sign.LEAP: N_("What stands between its sentences is left out without a mark: {words}"),
    Sign.JOINED: N_("It is put together from words of several speakers; another one: {words}"),
    Sign.ORDER: N_("Its parts stand in another order in the report."),
    Sign.UNCHECKED: N_("It is in another language: read for yourself whether it says yes or no."),
    Sign.NESTED: N_("It is quoted within the words of another: {words}"),
}
FLAGS = {
    Flag.NEGATION_LOST: N_("The quotation has lost a negation: {report}"),
    Flag.NEGATION_ADDED: N_("The quotation has a negation that the report has not: {pasted}"),
    Flag.NUMBER_CHANGED: N_("A number differs: {report} in the report, {pasted} in the quotation"),
}
UNKNOWN_INDEPENDENCE = N_("how many of them heard it for themselves is not known; `mawqif trace {id}` tells it")


def print_answer(answer: Answer, links: Mapping[str, Linked], limit: int) -> None:
    """Whether it was said, then what each speaker said of it."""
    if not answer.whole:
        complain(_("The quotation is very long; its end was not looked for."))
    if answer.speaker and answer.said:
        _print_said(answer)
    elif not answer.findings:
        say(strong(_("Not in this record.")))
    if answer.common:
        say(_("Many speakers use these words; that somebody did says little."))
    for i, finding in enumerate(answer.findings[:limit]):
        if i or answer.said or answer.common:
            say()
        _print_finding(finding, links)
    if answer.nearest:
        say(_("Words in common, but not the same saying:"))
    for finding in answer.nearest[: min(limit, NEAREST_SHOWN)]:
        say()
        _print_finding(finding, links)
    if answer.more:
        say()
        more = ngettext(
            "At least {n} more report seems to have it", "At least {n} more reports seem to have it", answer.more
        )
        say(more.format(n=answer.more))
    if not answer.meaning and _in_other_words(answer):
        complain(_("Only words were compared, not the meaning of sentences."))


def _in_other_words(answer: Answer) -> bool:
    return all(f.likeness in (Likeness.REWORDED, Likeness.OPPOSITE) for f in answer.findings)


def _print_said(answer: Answer) -> None:
    """The answer to «did X say this?»."""
    if answer.claimed:
        say(filled(_("The quotation names a speaker: {speaker}"), speaker=answer.speaker))
    best = answer.likeness
    others = dict.fromkeys(
        labels.speaker_label(f.best.statement) for f in answer.findings if f.best.statement and f.likeness is best
    )
    assert answer.said is not None
    told = filled(_(ANSWERS[answer.said]), speaker=answer.speaker, others=", ".join(list(others)[:3]))
    say(strong(told))


def _print_finding(finding: Finding, links: Mapping[str, Linked]) -> None:
    """How it stands there, in whose words, what differs, and what stands around it."""
    best = finding.best
    say("  ".join((strong(pgettext("likeness", LIKENESSES[best.likeness])), _who(best), _counted(finding))))
    if best.words and not best.words.verbatim:
        quote("  " + marked(best.words.pieces))
    for line in (*_notices(best), *_flags(best)):
        say("  ! " + line)
    _print_around(best)
    for name, value in _facts(finding):
        say(f"  {name}{' ' * max(12 - len(name), 1)}{value}")
    _print_reports(finding)
    _print_links(finding, links)


def _who(hit: Hit) -> str:
    if hit.statement is None:
        return _(PLACES[hit.place])
    return strong(isolated(flat(labels.speaker_label(hit.statement))))


def _counted(finding: Finding) -> str:
    """In how many reports and outlets it stands."""
    n, outlets = len({h.report.id for h in finding.hits}), len(finding.outlets)
    reports = ngettext("{n} report", "{n} reports", n).format(n=n)
    told = ngettext("{n} outlet", "{n} outlets", outlets).format(n=outlets)
    return _("{reports}, {outlets}").format(reports=reports, outlets=told)


def _notices(hit: Hit) -> Iterator[str]:
    for notice in hit.notices:
        yield _notice(notice)


def _notice(notice: Notice) -> str:
    template = _(NOTICES[notice.sign])
    return filled(template, words=_first(notice.words.text)) if notice.words else template.partition(":")[0]


def _flags(hit: Hit) -> Iterator[str]:
    """What the comparison of the words shows that changes the sense."""
    for flagged in hit.words.flags if hit.words else ():
        if flagged.flag in FLAGS:
            yield _flag(flagged)


def _flag(flagged: Flagged) -> str:
    a, b = (flat(part.text) if part else "–" for part in (flagged.a, flagged.b))
    return filled(_(FLAGS[flagged.flag]), report=a, pasted=b)


def _print_around(hit: Hit) -> None:
    """The words in their sentence, between those before and behind it; of what is long, what stands nearest."""
    if hit.sentence is None:
        return
    start, end = hit.span.start - hit.sentence.start, hit.span.end - hit.sentence.start
    text = hit.sentence.text
    middle = f"{_last(text[:start])}{_within(flat(text[start:end]))}{_first(text[end:])}"
    parts = (
        _aside(_last(hit.before.text)) if hit.before else "",
        middle,
        _aside(_first(hit.after.text)) if hit.after else "",
    )
    quote("  " + " ".join(part for part in parts if part))


def _first(text: str) -> str:
    """The first words of a text, with the space before them."""
    words = text.split()
    told = " ".join(words[:AROUND]) + (" …" if len(words) > AROUND else "")
    return f" {told}" if text[:1].isspace() else told


def _last(text: str) -> str:
    """The last words of a text, with the space behind them."""
    words = text.split()
    told = ("… " if len(words) > AROUND else "") + " ".join(words[-AROUND:])
    return f"{told} " if text[-1:].isspace() else told


def _within(text: str) -> str:
    return f"{_BOLD}{text}{_END}" if screen().styled else f"[[{text}]]"


def _aside(text: str) -> str:
    return f"{_DIM}{text.strip()}{_END}" if screen().styled else f"({text.strip()})"


def _facts(finding: Finding) -> Iterator[tuple[str, str]]:
    """Who, when and on which occasion, and through whom."""
    own = finding.best.statement
    if own is None:
        return
    if own.speaker.office and own.speaker.office != labels.speaker_label(own):
        yield _("Office"), isolated(flat(own.speaker.office))
    yield _("Act"), f"{labels.act_label(own.act)}, {labels.mode_label(own.mode)}"
    if own.occasion:
        yield _("Occasion"), f"{isolated(flat(own.occasion.span.text))} ({labels.setting_label(own.occasion.kind)})"
    yield _("Chain"), _chain(finding.best, own)
    yield _("Statement"), own.id[:8]


def _chain(hit: Hit, own: Statement) -> str:
    """The speaker, those in whose words it is quoted, the relays, the outlet."""
    arrow = " ← " if screen().rtl else " → "
    outlet = hit.report.outlet.value if hit.report.outlet else _("unknown outlet")
    relays = [via.text for via in own.via] or [labels.speaker_label(s) for s in hit.within]
    return arrow.join(isolated(flat(part)) for part in (labels.speaker_label(own), *relays, outlet))


def _print_reports(finding: Finding) -> None:
    """The reports that have it, the first known one before the others."""
    first = finding.first.report
    say("  " + _("First known: {report}").format(report=_report(first)))
    others = dict.fromkeys(_report(h.report) for h in finding.hits if h.report.id != first.id)
    for line in list(others)[:REPORTS_SHOWN]:
        say("    " + line)


def _print_links(finding: Finding, links: Mapping[str, Linked]) -> None:
    """Who heard it, as far as the record is linked; and what has it in another language."""
    own = finding.best.statement
    known = links.get(own.id) if own else None
    if known is None:
        if own and len({h.report.id for h in finding.hits}) > 1:
            say("  " + _(UNKNOWN_INDEPENDENCE).format(id=own.id[:8]))
        return
    say("  " + counted(known.trace))
    for row in known.translations[:REPORTS_SHOWN]:
        say("  " + filled(_("In another language: {words}"), words=flat(row.statement.content.text)))


def _report(report: Report) -> str:
    title = isolated(flat(report.title.value)) if report.title else _("no headline")
    outlet = isolated(report.outlet.value) if report.outlet else _("unknown outlet")
    return "  ".join((report.id[:8], upright(report.day) if report.day else _("no date"), outlet, title))
