"""How links are told: kinds and reasons in words, reports in a line, two wordings as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mawqif.cli.screen import flat, isolated, strong
from mawqif.i18n import NP_, _, pgettext
from mawqif.model import Echo, Hearing, Kin, Kinship, Span, span_json
from mawqif.model.wordings import Comparison, Flag

if TYPE_CHECKING:
    from mawqif.store.links.rows import KinRow, ReportFacts

KINSHIPS = {
    Kinship.IDENTICAL: NP_("kinship", "identical"),
    Kinship.SYNDICATED: NP_("kinship", "the same text, cut or edited"),
    Kinship.PART_COPIED: NP_("kinship", "copied in part"),
    Kinship.INDEPENDENT: NP_("kinship", "own words"),
    Kinship.TEMPLATE: NP_("kinship", "the same formula, another event"),
}
ECHOES = {
    Echo.ALONE: NP_("echo", "first known"),
    Echo.SAME: NP_("echo", "the same words"),
    Echo.OVERLAP: NP_("echo", "another excerpt"),
    Echo.COPIED: NP_("echo", "at the same place of a copy"),
    Echo.PARAPHRASE: NP_("echo", "in other words"),
    Echo.TRANSLATION: NP_("echo", "translation"),
}
HEARINGS = {
    Hearing.HEARD: NP_("hearing", "heard it itself"),
    Hearing.RELAYED: NP_("hearing", "has it from others"),
    Hearing.COPIED: NP_("hearing", "copy"),
    Hearing.UNKNOWN: NP_("hearing", "from whom is unknown"),
}
RULES = {
    "names-relay": NP_("rule", "names whom it has it from"),
    "credits-source": NP_("rule", "credits its source"),
    "told-to-the-outlet": NP_("rule", "told to the outlet itself"),
    "names-itself": NP_("rule", "names itself as the source, no copy"),
    "nothing-shows-it": NP_("rule", "nothing shows it"),
    "names-beside": NP_("rule", "the same names and words beside each other"),
    "copied": NP_("rule", "the same text"),
    "same-facts": NP_("rule", "the same facts"),
    "same-saying": NP_("rule", "the same saying"),
}
FLAGS = {
    Flag.NEGATION_LOST: NP_("flag", "a negation is lost"),
    Flag.NEGATION_ADDED: NP_("flag", "a negation is added"),
    Flag.CONDITION_DROPPED: NP_("flag", "a condition is dropped"),
    Flag.CONDITION_ADDED: NP_("flag", "a condition is added"),
    Flag.EXCEPTION_DROPPED: NP_("flag", "an exception is dropped"),
    Flag.EXCEPTION_ADDED: NP_("flag", "an exception is added"),
    Flag.NUMBER_CHANGED: NP_("flag", "a number is another one"),
    Flag.SPEAKER: NP_("flag", "another speaker"),
    Flag.LOADED: NP_("flag", "the cue judges what is said"),
    Flag.NEUTRALISED: NP_("flag", "the cue no longer judges what is said"),
    Flag.SHARPENED: NP_("flag", "a stronger cue"),
    Flag.SOFTENED: NP_("flag", "a weaker cue"),
    Flag.UNQUOTED: NP_("flag", "direct words became indirect"),
    Flag.QUOTED: NP_("flag", "indirect words became direct"),
}


def rule(name: str) -> str:
    """A rule in words; one that has none of its own is named."""
    if name in RULES:
        return pgettext("rule", RULES[name])
    head, _dash, tail = name.rpartition("-")
    if tail == "later" and head in set(Kinship):
        return _("{kinship}, of a later day").format(kinship=pgettext("kinship", KINSHIPS[Kinship(head)]))
    if tail == "credits" and head in set(Kinship):
        return _("{kinship}, credits that outlet").format(kinship=pgettext("kinship", KINSHIPS[Kinship(head)]))
    head = name.removesuffix("-order-unknown")
    if head != name and head in set(Kinship):
        return _("{kinship}; which was first is unknown").format(kinship=pgettext("kinship", KINSHIPS[Kinship(head)]))
    return name


def report_line(facts: ReportFacts) -> str:
    """A report's id, day, outlet and headline."""
    title = strong(isolated(flat(facts.title or facts.given_id or _("no headline"))))
    return "  ".join(
        (facts.id[:8], str(facts.date or _("no date")), isolated(facts.outlet or _("unknown outlet")), title)
    )


def facts_value(facts: ReportFacts) -> dict[str, object]:
    """What is known of a report as plain values."""
    return {
        "report": facts.id,
        "given_id": facts.given_id,
        "date": facts.date.isoformat() if facts.date else None,
        "outlet": facts.outlet,
        "title": facts.title,
        "url": facts.url,
        "credit": facts.credit,
    }


def kin_value(row: KinRow) -> dict[str, object]:
    """A pair of reports as plain values: kind, rule, shares, and the passages in both."""
    kin: Kin = row.kin
    return {
        "a": facts_value(row.a),
        "b": facts_value(row.b),
        "class": kin.kinship.value,
        "rule": kin.rule,
        "share_a": round(kin.share_a, 3),
        "share_b": round(kin.share_b, 3),
        "credit": kin.credit,
        "first": kin.first,
        "first_rule": kin.first_rule,
        "shared": [{"a": _span(s.a), "b": _span(s.b), "words": s.words} for s in kin.shared],
    }


def _span(span: Span) -> dict[str, object] | None:
    return span_json(span)


def comparison_value(found: Comparison) -> dict[str, object]:
    """Two wordings side by side as plain values."""
    return {
        "kept": round(found.kept, 3),
        "taken": round(found.taken, 3),
        "flags": [
            {"flag": f.flag.value, "a": _span(f.a) if f.a else None, "b": _span(f.b) if f.b else None}
            for f in found.flags
        ],
        "pieces": [
            {
                "change": p.change.value,
                "a": _span(p.a) if p.a else None,
                "b": _span(p.b) if p.b else None,
                "clitic": p.clitic,
            }
            for p in found.pieces
        ],
    }
