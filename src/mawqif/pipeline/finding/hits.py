"""From a report that may have the words of a paste to where and how it has them."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mawqif.arabic import Plain, fold, plain, stem
from mawqif.lexicon import Lexicon
from mawqif.link.differences import differences
from mawqif.link.finding import places, senses
from mawqif.link.finding.candidates import key
from mawqif.link.finding.paste import Pasted
from mawqif.link.finding.places import Held, Layout
from mawqif.link.finding.senses import NO, OFF, ON, YES, Sides, negated
from mawqif.link.finding.stretches import Aligned, align, enough, near, needed
from mawqif.link.sayings.weighing import weighing
from mawqif.link.words import Word, base, words
from mawqif.model import Act, Passage, Report, Span, Statement
from mawqif.model.finding import Hit, Likeness, Notice, Sign
from mawqif.model.wordings import Change, Comparison, Piece, Wording
from mawqif.pipeline import in_plain, led_back
from mawqif.positions.stances.predicates import Does, predicates
from mawqif.segment import passage

_DENSITY = 0.45  # of the words between the first and the last that must be of the paste
_LEAST_WORDS = 2
_BODY = 0.9  # of what the page has that the sentences must have to be where it stands
_SIDES = {Does.SUPPORT: YES, Does.WANT: YES, Does.OPPOSE: NO, Does.KEEP: ON, Does.STOP: OFF}


@dataclass(frozen=True)
class Sought:
    """A paste with what each of its words tells and which of them no report has; `denies`: it says so of somebody."""

    pasted: Pasted
    weights: tuple[float, ...]
    unknown: frozenset[int]
    denies: bool = False

    @functools.cached_property
    def keys(self) -> tuple[str, ...]:
        """What the words are compared by before a report is read."""
        return tuple(key(w.form) for w in self.pasted.words)

    def near(self, body: str) -> float | None:
        """The best share of a part's weight that a report's stems have close together; None for too little of it."""
        shares = near(self.keys, self.pasted.parts, self.weights, [base(word) for word in body.split()])
        return max(shares) if enough(shares, self.pasted.parts, self.weights) else None

    def among(self, printed: Sequence[Word]) -> Aligned | None:
        """Where the words stand among those of a report; None where too few of them do."""
        found = align(self.pasted, self.weights, self.unknown, printed)
        if found is None or found.density < _DENSITY or len(found.pairs) < _LEAST_WORDS:
            return None
        return found if enough(found.shares, self.pasted.parts, self.weights) else None


@functools.lru_cache(maxsize=8)
def denying(lexicon: Lexicon) -> frozenset[str]:
    """The folded forms of cues that say no to what follows them."""
    return frozenset(f.form for c in lexicon.cues if c.act in (Act.DENY, Act.REJECT) for f in c.forms)


@functools.lru_cache(maxsize=8)
def sides_of(lexicon: Lexicon) -> Sides:
    """The sides of opposites that a folded word names: of the word lists, and yes or no to what it governs."""
    known, weigh = predicates(lexicon), weighing(lexicon)
    lists = ((YES, "stances.en_for"), (NO, "stances.en_against"))
    english = {fold(w): n for n, name in lists for w in lexicon.list(name)}

    @functools.lru_cache(maxsize=1 << 14)
    def sides(form: str) -> frozenset[int]:
        does = {_SIDES.get(r.predicate.does, 0) for r in known.read(form)}
        stance = does.pop() if len(does) == 1 else english.get(form, 0)
        return frozenset((*weigh.word(form).poles, *((stance,) if stance else ())))

    return sides


def hit(sought: Sought, report: Report, statements: Sequence[Statement], lexicon: Lexicon) -> Hit | None:
    """Where a report has the words of a paste, in its sentences rather than in its headline."""
    given = plain(report.text)
    printed, page = words(given.text), _layout(report, given)
    found = sought.among(printed)
    if found is None:
        return None
    body = [w for w in printed if not _covered(w, page)]
    within = sought.among(body) if len(body) < len(printed) else None
    if within and within.share >= _BODY * found.share:
        printed, found = body, within
    cut = passage(report)
    mine = [in_plain(s, given) for s in statements]
    return _led_back(_hit(sought, report, found, printed, page, mine, cut, lexicon), statements, mine, given)


def _layout(report: Report, given: Plain) -> Layout:
    title = given.plain(report.title.span.start, report.title.span.end) if report.title and report.title.span else None
    return Layout(title, tuple(given.plain(f.span.start, f.span.end) for f in report.furniture))


def _covered(word: Word, page: Layout) -> bool:
    spans = (*page.furniture, *((page.title,) if page.title else ()))
    return any(a <= word.start < b for a, b in spans)


def _hit(
    sought: Sought,
    report: Report,
    found: Aligned,
    printed: Sequence[Word],
    page: Layout,
    statements: Sequence[Statement],
    cut: Passage,
    lexicon: Lexicon,
) -> Hit:
    held = places.held(found, printed, page, statements)
    found = _without_narrator(found, printed, statements)
    compared = _compared(sought, found, printed, held, cut, lexicon)
    notices = tuple(_notices(sought, found, printed, held, cut, lexicon))
    likeness = Likeness.SIMILAR
    if found.share >= needed(len(sought.pasted.words)) or any(found.whole(sought.pasted.parts)) or found.but_one:
        likeness = _likeness(found, compared, notices, sides_of(lexicon))
    before, sentence, after = around(cut, printed[found.first].start, printed[found.last].end)
    return Hit(
        report=report,
        span=_stretch(cut, printed, found.first, found.last),
        likeness=likeness,
        share=round(found.share, 3),
        place=held.place,
        rule="find.aligned",
        words=compared,
        statement=held.statement,
        within=held.within,
        notices=notices,
        before=before,
        sentence=sentence,
        after=after,
    )


def _without_narrator(found: Aligned, printed: Sequence[Word], statements: Sequence[Statement]) -> Aligned:
    """What was found, without the words that stand in nobody's content between those of contents («وأضاف»)."""
    spans = [(s.content.start, s.content.end) for s in statements]
    if not any(a <= printed[j].start < b for _i, j in found.pairs[:1] for a, b in spans):
        return found
    kept = tuple(j for j in found.cut if any(a <= printed[j].start < b for a, b in spans))
    return replace(found, cut=kept, omitted=tuple(j for j in found.omitted if j in kept))


def _likeness(found: Aligned, compared: Comparison, notices: Sequence[Notice], sides: Sides) -> Likeness:
    signs = {n.sign for n in notices}
    turned = (
        (not signs.isdisjoint((Sign.DENIED, Sign.AFFIRMED)))
        + (Sign.NEGATION in signs)
        + senses.opposed(compared, sides)
    )
    if turned % 2:
        return Likeness.OPPOSITE
    return Likeness.ALTERED if found.added or found.cut or found.clitics or not found.ordered else Likeness.VERBATIM


def _notices(
    sought: Sought, found: Aligned, printed: Sequence[Word], held: Held, cut: Passage, lexicon: Lexicon
) -> Iterator[Notice]:
    own = held.statement
    yield from senses.before(found, printed, cut)
    denied = own is not None and senses.denies(own, denying(lexicon), cut.text) != sought.denies
    if own and denied and _cue_outside(own, found, printed) and senses.reaches(own, printed[found.first].start, cut):
        yield Notice(Sign.AFFIRMED if sought.denies else Sign.DENIED, own.cue)
    yield from list(senses.limits(found, printed, held, cut)) or senses.unread(found, printed, cut)
    yield from senses.behind(found, printed, cut)
    if any(not negated(printed[j]) for j in found.omitted):
        yield Notice(Sign.CUT)
    if found.leaps:
        yield Notice(Sign.LEAP, _stretch(cut, printed, found.leaps[0], found.leaps[-1]))
    for other in held.beside:
        if own and other.speaker.name != own.speaker.name:
            yield Notice(Sign.JOINED, other.speaker.mention or other.content)
    if not found.ordered:
        yield Notice(Sign.ORDER)
    if own and (outer := _quoting(own, held, lexicon)):
        yield Notice(Sign.NESTED, outer)


def _quoting(own: Statement, held: Held, lexicon: Lexicon) -> Span | None:
    """Who quotes the speaker in words of his own; media only pass on what they were told."""
    if held.within:
        return held.within[0].speaker.mention
    media = _media(lexicon)
    return next((v for v in own.via if media.isdisjoint(stem(w.form) for w in words(v.text))), None)


@functools.lru_cache(maxsize=8)
def _media(lexicon: Lexicon) -> frozenset[str]:
    """The stems of words for media, and of their names."""
    names = [name for outlet in lexicon.outlets for name in (outlet.name, *outlet.aliases)]
    return frozenset(
        stem(w.form) for name in (*lexicon.list("titles.media"), *names) for w in words(name) if len(w.form) > 2
    )


def _cue_outside(statement: Statement, found: Aligned, printed: Sequence[Word]) -> bool:
    """Whether the cue of a statement is none of the words that were found."""
    cue = statement.cue
    return cue is not None and not any(cue.start <= printed[j].start < cue.end for _i, j in found.pairs)


def _compared(
    sought: Sought, found: Aligned, printed: Sequence[Word], held: Held, cut: Passage, lexicon: Lexicon
) -> Comparison:
    """The report's words beside those of the paste, part by part."""
    done = []
    pairs = dict(found.pairs)
    for first, last in sought.pasted.parts:
        at = [pairs[i] for i in range(first, last) if i in pairs]
        theirs = sought.pasted.words
        own = Span.of(sought.pasted.text, theirs[first].start, theirs[last - 1].end)
        if at:
            done.append(differences(Wording(_stretch(cut, printed, at[0], at[-1])), Wording(own), lexicon))
        else:
            done.append(Comparison((Piece(Change.ADDED, None, own),), (), 0.0, 0.0))
    pieces = tuple(p for part in done for p in part.pieces)
    return Comparison(pieces, tuple(f for part in done for f in part.flags), found.density, found.share)


def _stretch(cut: Passage, printed: Sequence[Word], first: int, last: int) -> Span:
    return Span.of(cut.text, printed[first].start, printed[last].end)


def around(cut: Passage, start: int, end: int) -> tuple[Span | None, Span | None, Span | None]:
    """The sentence before a stretch, those that hold it, and the one behind it."""
    inside = [k for k, s in enumerate(cut.sentences) if s.start < end and start < s.end]
    if not inside:
        return None, None, None
    first, last = inside[0], inside[-1]
    return (
        _sentence(cut, first - 1, first - 1),
        _sentence(cut, first, last),
        _sentence(cut, last + 1, last + 1),
    )


def _sentence(cut: Passage, first: int, last: int) -> Span | None:
    if first < 0 or last >= len(cut.sentences):
        return None
    text = cut.text[cut.sentences[first].start : cut.sentences[last].end]
    start = cut.sentences[first].start + len(text) - len(text.lstrip())
    return Span.of(cut.text, start, start + len(text.strip())) if text.strip() else None


def _led_back(hit: Hit, given_statements: Sequence[Statement], mine: Sequence[Statement], given: Plain) -> Hit:
    """A hit of the plain text in the text as given, with the statements as they are kept."""
    kept = {id(m): s for m, s in zip(mine, given_statements, strict=True)}

    def back(span: Span | None) -> Span | None:
        return led_back(span, given) if span else None

    pieces = tuple(replace(p, a=back(p.a)) for p in hit.words.pieces) if hit.words else ()
    flags = tuple(replace(f, a=back(f.a)) for f in hit.words.flags) if hit.words else ()
    return replace(
        hit,
        span=led_back(hit.span, given),
        words=replace(hit.words, pieces=pieces, flags=flags) if hit.words else None,
        statement=kept[id(hit.statement)] if hit.statement else None,
        within=tuple(kept[id(s)] for s in hit.within),
        notices=tuple(replace(n, words=back(n.words)) for n in hit.notices),
        before=back(hit.before),
        sentence=back(hit.sentence),
        after=back(hit.after),
    )
