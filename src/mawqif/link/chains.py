"""From the reports that carry an utterance to its chain: who heard it, who has it from whom, whose text is a copy.

Independence is claimed only where something shows it: the words were told to the outlet itself, or it names itself as
the source of a text that is nobody else's. Reports in words of their own may still all have heard one agency: without
evidence their way to the words is unknown.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence

from mawqif.arabic import fold
from mawqif.lexicon import Lexicon
from mawqif.link.heads import head
from mawqif.model import Carry, Hearing, Hop, Kin, Kinship, Span, Trace

__all__ = ["trace"]

_NAMING = ("credited-outlet", "named-outlet")  # rules by which the text itself says whose it is
_SURER = (Kinship.IDENTICAL, Kinship.SYNDICATED, Kinship.PART_COPIED)


def trace(carries: Iterable[Carry], kin: Iterable[Kin], lexicon: Lexicon) -> Trace:
    """The chain of an utterance; one statement of each report is enough, and the order does not matter."""
    of = {c.report: c for c in sorted(carries, key=_order, reverse=True)}  # of several statements the first
    names = _names(lexicon)
    sources = _folded(of, kin)
    hops = []
    for carry in sorted(of.values(), key=_order):
        if carry.report in sources:
            source, rule = sources[carry.report]
            hops.append(Hop(carry, Hearing.COPIED, rule, source))
        else:
            hops.append(_hop(carry, names))
    heard = {h.carry.outlet for h in hops if h.hearing is Hearing.HEARD and h.carry.outlet}
    return Trace(tuple(hops), tuple(sorted(heard)), _circles(hops, names))


def _order(c: Carry) -> tuple[bool, str, str, int]:
    return c.day is None, c.day.isoformat() if c.day else "", c.report, c.statement.content.start


# --- copies


def _folded(of: Mapping[str, Carry], kin: Iterable[Kin]) -> dict[str, tuple[str, str]]:
    """By the id of a copy, the report under which it is folded and the rule: the first of its family by day.

    Where two are of one day nobody knows which was first: one of them stands for the text, and the rule says so.
    """
    pairs = sorted(
        (k for k in kin if k.kinship.copied and k.a in of and k.b in of and _carries(k, of)),
        key=lambda k: (_SURER.index(k.kinship), -max(k.share_a, k.share_b), k.a, k.b),
    )
    root = {id: id for id in of}

    why: dict[str, Kin] = {}
    for k in pairs:
        x, y = sorted((head(root, k.a), head(root, k.b)), key=lambda id: _order(of[id]))
        if k.first_rule in _NAMING and head(root, k.first or x) == y:
            x, y = y, x  # it names the other's outlet, whatever the dates of the pages say
        if x != y:
            root[y] = x
        for id in (k.a, k.b):
            why.setdefault(id, k)
    heads = {id: head(root, id) for id in of}
    return {id: (h, _rule(why[id], of[id], of[h])) for id, h in heads.items() if h != id}


def _carries(kin: Kin, of: Mapping[str, Carry]) -> bool:
    """Whether the words that both carry stand in what they share, and not in what is each one's own."""
    sides = (
        (of[kin.a].statement.content, [s.a for s in kin.shared]),
        (of[kin.b].statement.content, [s.b for s in kin.shared]),
    )
    return kin.kinship is Kinship.IDENTICAL or all(_covered(content, spans) for content, spans in sides)


def _covered(content: Span, spans: Sequence[Span]) -> bool:
    shared = sum(max(0, min(content.end, s.end) - max(content.start, s.start)) for s in spans)
    return 2 * shared >= content.end - content.start


def _rule(kin: Kin, copy: Carry, source: Carry) -> str:
    if kin.first == source.report and kin.first_rule in _NAMING:
        return f"{kin.kinship}-credits"
    known = copy.day is not None and source.day is not None and copy.day > source.day
    return f"{kin.kinship}-{'later' if known else 'order-unknown'}"


# --- the others


def _hop(carry: Carry, names: _Names) -> Hop:
    """How a report whose text is its own, or the first of its kind, came to the words."""
    mine = carry.outlet
    others = [span for span in carry.statement.via if not names.same(span.text, mine)]
    own = [span for span in carry.statement.via if names.same(span.text, mine)]
    if others:
        return Hop(carry, Hearing.RELAYED, "names-relay", None, tuple(s.text for s in others), others[0])
    if own:
        return Hop(carry, Hearing.HEARD, "told-to-the-outlet", None, (), own[0])
    if carry.credit and not names.same(carry.credit, mine):
        return Hop(carry, Hearing.RELAYED, "credits-source", None, (carry.credit,))
    if carry.credit:
        return Hop(carry, Hearing.HEARD, "names-itself")
    return Hop(carry, Hearing.UNKNOWN, "nothing-shows-it")


class _Names:
    """What tells an outlet from others, whatever form its name has: with its kind or without, an alias, an article."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds = frozenset(map(fold, lexicon.list("titles.media")))
        named = [(name, o.name) for o in lexicon.outlets for name in (o.name, *o.aliases)]
        self._of = {self._bare(name): self._bare(outlet) for name, outlet in named}
        self._whole = {" ".join(_words(n)): outlet for n, outlet in named if not self._kinds.isdisjoint(_words(n))}

    def same(self, name: str, outlet: str | None) -> bool:
        """Whether a name is that of an outlet; a paper and a channel of one name are two where both kinds are told."""
        if outlet is None:
            return False
        one, two = (self._whole.get(" ".join(_words(n))) for n in (name, outlet))
        return one == two if one and two else self.outlet(name) == self.outlet(outlet)

    def outlet(self, name: str) -> str:
        """The same for all names of one outlet, told without its kind."""
        key = self._bare(name)
        return self._of.get(key, key)

    def _bare(self, name: str) -> str:
        words = _words(name)
        telling = [w for w in words if w not in self._kinds] or words
        return " ".join(w.removeprefix("ال") for w in telling)


@functools.lru_cache(maxsize=8)
def _names(lexicon: Lexicon) -> _Names:
    return _Names(lexicon)


def _words(name: str) -> list[str]:
    return fold(name).translate(_MARKS).split()


_MARKS = str.maketrans(dict.fromkeys("«»\"'“”().،", " "))


def _circles(hops: Sequence[Hop], names: _Names) -> tuple[tuple[str, ...], ...]:
    """Outlets that name each other as their source, in a ring."""
    outlets = {names.outlet(h.carry.outlet): h.carry.outlet for h in hops if h.carry.outlet}
    to: dict[str, set[str]] = {key: set() for key in outlets}
    for hop in hops:
        if hop.carry.outlet:
            to[names.outlet(hop.carry.outlet)].update(k for n in hop.named if (k := names.outlet(n)) in outlets)
    found: set[tuple[str, ...]] = set()
    for start in sorted(to):
        _walk((start,), to, found)
    return tuple(tuple(outlets[key] or key for key in ring) for ring in sorted(found))


def _walk(path: tuple[str, ...], to: Mapping[str, set[str]], found: set[tuple[str, ...]]) -> None:
    """Rings that begin with the first of a path; each is met once, from its least name."""
    for key in sorted(to[path[-1]]):
        if key == path[0]:
            found.add(path)
        elif key > path[0] and key not in path and len(path) < _LONGEST:
            _walk((*path, key), to, found)


_LONGEST = 5  # outlets of a ring
