"""One report compared with those that are like it: texts, statements, events.

What was read lately is remembered, up to a limit: a report and its likes mostly come within days of each other.
"""

from __future__ import annotations

import re
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from mawqif.arabic import fold, plain
from mawqif.lexicon import Lexicon
from mawqif.link import copies, sayings, stories
from mawqif.link.body import Body, body
from mawqif.model import Area, Carrier, Date, Heeded, Kin, Kinship, Quoted, Said
from mawqif.pipeline.links.found import Found
from mawqif.segment import passage

if TYPE_CHECKING:
    from mawqif.pipeline.links import Work

__all__ = ["Comparing", "Near"]

Near = Callable[[str, str], float]
T = TypeVar("T")

_WORD = re.compile(r"\w+")
_TEXTS, _SAID = 10_000, 60_000  # remembered: some days of a busy archive, about 16 and 3 kB each
_LIKES = 40  # reports, or statements, that one is compared with: those that share most
_AGAIN = 4  # times that a statement was said before or after, of which it is known: the nearest in time
_ASIDE = 40  # code points by which the same place of two copies may differ
# how much it speaks for one event that two reports of those days have a text or a saying in common
_COPIED, _SAME_FACTS, _SAME_SAYING = 1.0, 0.8, 0.5


@dataclass(frozen=True, slots=True)
class _Text:
    """A report as it is compared: its words, and where its statements begin in the plain text, by handle."""

    handle: int
    body: Body
    begins: Mapping[int, int]


@dataclass(slots=True)
class _Batch:
    """What is found of the likes of some reports, and what came of comparing them so far."""

    texts: Found
    sayings: Found
    events: Found
    numbers: Mapping[int, tuple[Sequence[int], Sequence[int]]]  # of texts and of events, by the report's handle
    theirs: Mapping[int, Sequence[int]]  # of events, of reports that were compared before
    said: Mapping[int, Sequence[int]]  # numbers by the statement's handle
    kin: list[tuple[int, int, Kin]] = field(default_factory=list)
    heeded: list[tuple[int, int, Heeded]] = field(default_factory=list)
    alike: list[tuple[int, int, float, str]] = field(default_factory=list)


class _Lately(Generic[T]):
    """What was read lately, by handle; the longest unused goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: OrderedDict[int, T] = OrderedDict()

    def get(self, handle: int) -> T | None:
        """What is remembered of one; None where nothing is."""
        found = self._known.get(handle)
        if found is not None:
            self._known.move_to_end(handle)
        return found

    def put(self, handle: int, value: T) -> None:
        """Remember it."""
        self._known[handle] = value
        if len(self._known) > self._most:
            self._known.popitem(last=False)


@dataclass(frozen=True, slots=True)
class _Words:
    """A statement as it is compared, and the handle of its report."""

    carrier: int
    said: Said


class Comparing:
    """Compares reports of one record; `near` tells how near two contents are in meaning, where there is a model."""

    def __init__(self, lexicon: Lexicon, near: Near | None = None) -> None:
        self._lexicon = lexicon
        self._near = near
        self._telling = stories.telling(lexicon)
        self._texts: _Lately[_Text] = _Lately(_TEXTS)
        self._words: _Lately[_Words] = _Lately(_SAID)

    def take(self, work: Work, handles: Sequence[int], stamp: str) -> None:
        """Compare these reports with all that were compared before, and with each other."""
        texts = [self._read(carrier) for carrier in work.read(handles)]
        batch = self._batch(work, texts)
        for text in texts:
            kin = self._copies(work, text, batch)
            fellows = self._sayings(work, text, kin, batch)
            self._stories(work, text, kin, fellows, batch)
        for found in (batch.texts, batch.sayings, batch.events):
            found.keep()
        work.put_kin(batch.kin)
        work.put_heeded(batch.heeded)
        work.put_alike(batch.alike)
        work.compared([(text.handle, _credit(text.body)) for text in texts], stamp)

    def _batch(self, work: Work, texts: Sequence[_Text]) -> _Batch:
        numbers = {t.handle: (copies.keys(t.body), stories.keys(t.body, self._telling)) for t in texts}
        words = self._said(work, [handle for t in texts for handle in t.begins])
        said = {handle: sayings.keys(w.said) for handle, w in words.items()}
        of_texts = [(t.handle, t.body.day, numbers[t.handle][0]) for t in texts]
        of_events = [(t.handle, t.body.day, numbers[t.handle][1]) for t in texts if t.body.day]
        events = Found(work, Area.STORIES, of_events, stories.MOST, stories.WITHIN)
        likes = {item for _handle, day, keys in of_events for item in events.often(day, keys)}
        of_sayings = [(handle, w.said.last, said[handle]) for handle, w in words.items()]
        return _Batch(
            Found(work, Area.COPIES, of_texts, copies.MOST),
            Found(work, Area.SAYINGS, of_sayings, sayings.MOST),
            events,
            numbers,
            work.keys_of(Area.STORIES, sorted(likes)),
            said,
        )

    def said(self, work: Work, handles: Sequence[int]) -> dict[int, Said]:
        """Statements as they are compared, by handle; those that people rejected are not there."""
        return {handle: words.said for handle, words in self._said(work, handles).items()}

    # --- reading

    def _read(self, carrier: Carrier) -> _Text:
        report = carrier.report
        given = plain(report.text)
        title = _WORD.findall(fold(report.title.value)) if report.title else ()
        outlet = report.outlet.value if report.outlet else None
        made = body(passage(report), report.id, title, outlet, report.day, self._lexicon)
        begins = {q.handle: given.at(q.statement.content.start) for q in carrier.quoted}
        text = _Text(carrier.handle, made, begins)
        for quoted in carrier.quoted:
            self._keep(quoted)
        self._texts.put(carrier.handle, text)
        return text

    def _read_all(self, work: Work, handles: Sequence[int]) -> list[_Text]:
        known = {h: found for h in handles if (found := self._texts.get(h)) is not None}
        missing = [h for h in handles if h not in known]
        for carrier in work.read(missing) if missing else ():
            known[carrier.handle] = self._read(carrier)
        return [known[h] for h in handles if h in known]

    def _said(self, work: Work, handles: Sequence[int]) -> dict[int, _Words]:
        known = {h: found for h in handles if (found := self._words.get(h)) is not None}
        missing = [h for h in handles if h not in known]
        for quoted in work.quoted(missing) if missing else ():
            known[quoted.handle] = self._keep(quoted)
        return known

    def _keep(self, q: Quoted) -> _Words:
        made = _Words(q.carrier, sayings.said(q.statement, q.report, q.outlet, q.day, q.actor))
        self._words.put(q.handle, made)
        return made

    # --- comparing

    def _copies(self, work: Work, text: _Text, batch: _Batch) -> dict[int, Kin]:
        """The reports whose texts have to do with a report's, by handle."""
        numbers = batch.numbers[text.handle][0]
        likes = _likeliest(batch.texts.under(text.body.day, numbers), text.handle)
        found = {o.handle: kin for o in self._read_all(work, likes) if (kin := _kin(text.body, o.body))}
        batch.kin += ((*_in_order(text.handle, h, kin.a == text.body.report), kin) for h, kin in found.items())
        batch.texts.add(text.handle, text.body.day, numbers)
        return found

    def _sayings(self, work: Work, text: _Text, kin: Mapping[int, Kin], batch: _Batch) -> dict[int, Date | None]:
        """Compare the statements of a report; gives the reports that carry one of its sayings, with its day there."""
        copied = self._counterparts(work, text, kin)
        fellows: dict[int, Date | None] = {}
        for handle, mine in self._said(work, list(text.begins)).items():
            likes = _likeliest(batch.sayings.under(mine.said.last, batch.said[handle]), handle)
            same_place = copied.get(handle, set())
            again = []
            for other, theirs in self._said(work, list(dict.fromkeys([*same_place, *likes]))).items():
                pair = sayings.compare(mine.said, theirs.said, other in same_place, self._near)
                if pair is None:
                    continue
                row = (*_in_order(handle, other, pair.a == mine.said.statement), pair)
                if pair.again:
                    again.append((_apart(mine.said, theirs.said), row))
                else:
                    batch.heeded.append(row)
                    fellows[theirs.carrier] = theirs.said.last
            batch.heeded += (row for _days, row in sorted(again, key=lambda a: a[0])[:_AGAIN])
            batch.sayings.add(handle, mine.said.last, batch.said[handle])
        return fellows

    def _counterparts(self, work: Work, text: _Text, kin: Mapping[int, Kin]) -> dict[int, set[int]]:
        """By handle, the statements that begin at the same place of a passage that was copied."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        copied = {h: k for h, k in kin.items() if k.kinship.copied}
        for other in self._read_all(work, list(copied)):
            for shared in copied[other.handle].shared:
                here, there = shared.a, shared.b
                if copied[other.handle].a != text.body.report:
                    here, there = there, here
                theirs = [(h, at - there.start) for h, at in other.begins.items() if there.start <= at < there.end]
                for handle, at in text.begins.items():
                    if here.start <= at < here.end:
                        offset = at - here.start
                        found[handle].update(h for h, o in theirs if abs(o - offset) <= _ASIDE)
        return found

    def _stories(
        self, work: Work, text: _Text, kin: Mapping[int, Kin], fellows: Mapping[int, Date | None], batch: _Batch
    ) -> None:
        """Compare the events that a report tells of; undated reports tell of none that could be known again."""
        day = text.body.day
        if day is None:
            return
        numbers = batch.numbers[text.handle][1]

        def others(handles: Sequence[int]) -> Mapping[int, Sequence[int]]:
            return {h: batch.numbers[h][1] if h in batch.numbers else batch.theirs[h] for h in handles}

        under = batch.events.under(day, numbers)
        found = {h: (weight, "names-beside") for h, weight in stories.alike(numbers, under, others).items()}
        found |= {h: (_SAME_SAYING, "same-saying") for h, said in fellows.items() if stories.near(day, said)}
        for other in self._read_all(work, list(kin)):
            if stories.near(day, other.body.day):
                found[other.handle] = _event(kin[other.handle])  # also where it says that the event is another one
        batch.alike += ((text.handle, h, *told) for h, told in found.items() if told[0] and h != text.handle)
        batch.events.add(text.handle, day, numbers)


def _credit(body: Body) -> str | None:
    """Whom a report names as its source: an agency, else its own outlet where the words were told to it."""
    return body.credit or (body.house if body.house in body.named else None)


def _kin(a: Body, b: Body) -> Kin | None:
    """What two reports are to each other, and which came first."""
    kin = copies.compare(a, b)
    first = copies.first(kin, a, b) if kin else None
    return replace(kin, first=first[0], first_rule=first[1]) if kin and first else kin


def _event(kin: Kin) -> tuple[float, str]:
    """How much it speaks for one event that the texts of two reports have to do with each other."""
    if kin.kinship is Kinship.TEMPLATE:
        return 0.0, "template"
    return (_COPIED, "copied") if kin.kinship.copied else (_SAME_FACTS, "same-facts")


def _apart(a: Said, b: Said) -> int:
    """Days between two statements; undated ones are far from all."""
    return abs((a.last - b.last).days) if a.last and b.last else 1 << 20


def _in_order(mine: int, other: int, first: bool) -> tuple[int, int]:
    return (mine, other) if first else (other, mine)


def _likeliest(under: Iterable[tuple[int, int]], but: int) -> list[int]:
    """The items that share most numbers, at most `_LIKES`; of equals the earlier."""
    shared = Counter(item for _number, item in under if item != but)
    return sorted(shared, key=lambda item: (-shared[item], item))[:_LIKES]
