"""The statements of an English sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from mawqif.extract.english import frames
from mawqif.extract.english.acts import act_of
from mawqif.extract.english.frames import Frame
from mawqif.extract.english.line import Line, Subject
from mawqif.extract.english.words import CONJUNCTIONS, Verb, verbs
from mawqif.lexicon import Lexicon
from mawqif.model import Act, Draft, Mode, Span

_LATIN, _OTHER = re.compile(r"[A-Za-z]"), re.compile(r"[ء-ي]")
_TRAIL = " \t\r\n,;:.—–-«"
_OTHERS = frozenset(("according", "quoted"))
_NESTED = 9  # words of a content within which another source's saying takes it over


def is_english(text: str, start: int, end: int) -> bool:
    """Whether a sentence is mainly in Latin letters."""
    if not _LATIN.search(text, start, end):
        return False
    stretch = text[start:end]
    return len(_LATIN.findall(stretch)) > len(_OTHER.findall(stretch))


def sentence(text: str, n: int, start: int, end: int, lexicon: Lexicon, last: Draft | None) -> list[Draft]:
    """The drafts of an English sentence; `host` indexes into this list, -1 is the last draft before it."""
    line = Line(text, start, end, verbs(lexicon))
    found: list[Draft] = []
    if last and last.mode is Mode.DIRECT and last.sentence == n - 1 and last.cue and (alone := _alone(line)):
        act = act_of(alone.text, lexicon)
        return [replace(last, cue=None, content=alone, mention=None, act=act, sentence=n, host=-1, sort="quotation")]
    i = 0
    while i < len(line.words):
        form = line.words[i].form
        draft = _at(line, n, i, found, lexicon) if form in line.verbs or form in _OTHERS else None
        if draft:
            found.append(draft)
            while i + 1 < len(line.words) and line.words[i + 1].start < draft.content.start:
                i += 1
        i += 1
    return _settled(line, [*found, *_continued(line, n, found, lexicon)])


def _alone(line: Line) -> Span | None:
    """The words of a sentence that is one quotation and no more."""
    closed = line.close.get(0)
    if closed is None or closed != len(line.words) - 1 or closed < 3:
        return None
    return line.span(1, closed - 1)


def _at(line: Line, n: int, i: int, found: list[Draft], lexicon: Lexicon) -> Draft | None:
    if line.form(i) == "according" and line.form(i + 1) == "to" and not line.quoted(i):
        return _according(line, n, i, found)
    if line.form(i) == "quoted" and not line.quoted(i):
        return _relayed(line, n, i, lexicon)
    role = line.role(i)
    if role is None:
        return None
    verb = line.verbs[line.form(i)]
    if role == "participle":
        frame = frames.find(line, i, verb) if found else None
        return _draft(line, n, i, verb, frame, Subject(None, i, shared=True), found, lexicon) if frame else None
    subject = line.before(i)
    if subject and subject.shared and not found:
        subject = _earlier(line, i)
    if behind := _behind_quote(line, n, i, verb, subject, found, lexicon):
        return behind
    if subject is None:
        return None
    frame = frames.find(line, i, verb)
    if frame is None:
        return _fronted(line, n, i, verb, subject, found, lexicon)
    return _draft(line, n, i, verb, frame, subject, found, lexicon)


def _earlier(line: Line, i: int) -> Subject | None:
    """The subject of the verb before, which reported nothing itself: «called the plan a lie and said …»."""
    for k in range(i - 1, 0, -1):
        if line.role(k) == "verb" and (subject := line.before(k)) and not subject.shared:
            return subject
    return None


def _outlet(line: Line, i: int, lexicon: Lexicon) -> tuple[Span, ...]:
    """«told Reuters», «told the Horizon newspaper»: the outlet to which it was said is a relay."""
    heard = line.behind(i) if line.form(i) in ("told", "tells", "telling") else None
    span = heard[0].mention if heard else None
    media = frozenset(lexicon.list("english.media"))
    return (span,) if span and not media.isdisjoint(w.lower() for w in span.text.split()) else ()


def _draft(
    line: Line, n: int, i: int, verb: Verb, frame: Frame, subject: Subject, found: list[Draft], lexicon: Lexicon
) -> Draft | None:
    """The draft of a verb in its frame; a verb that shares the subject of the one before has that as its host."""
    if subject.shared and not found:
        return None
    end = frame.end if frame.end is not None else _end(line, frame)
    while end > frame.start and line.text[end - 1] in _TRAIL:
        end -= 1
    if end <= frame.start:
        return None
    content = Span.of(line.text, frame.start, end)
    sort = "participle" if verb.form == "ing" and subject.shared else "verb"
    return Draft(
        cue=line.span(i, i),
        content=content,
        mention=subject.mention,
        mode=_mode(line, content, frame.direct),
        act=verb.act or act_of(content.text, lexicon),
        sentence=n,
        sort=sort,
        feminine=subject.feminine,
        plural=None,
        host=len(found) - 1 if subject.shared else None,
        via=_outlet(line, i, lexicon),
        negated=line.negated(i),
        rule=f"{sort}:{frame.rule}",
    )


def _mode(line: Line, content: Span, direct: bool) -> Mode:
    if direct:
        return Mode.DIRECT
    held = (o for o, c in line.close.items() if content.start <= line.words[o].start < content.end and c - o > 2)
    return Mode.MIXED if any(True for _ in held) else Mode.INDIRECT


def _end(line: Line, frame: Frame) -> int:
    """Where a content without marks ends: before the next saying of the same or another source."""
    for j in range(frame.first + 1, len(line.words)):
        if j in line.inside:
            continue
        if line.form(j) == "according" and line.form(j + 1) == "to":
            return line.words[j].start
        role = line.role(j)
        if role and (end := _next(line, frame, j, role)):
            return end
    return line.words[-1].end


def _next(line: Line, frame: Frame, j: int, role: str) -> int | None:
    """Where the content ends if the verb at j says something of its own."""
    verb = line.verbs[line.form(j)]
    before = line.form(j - 1)
    if role == "participle":
        return line.words[j - 1].start if frames.find(line, j, verb) else None
    subject = line.before(j)
    if subject is None or subject.first <= frame.first:
        return None
    if subject.shared:
        comma = line.form(j - 2) == ","
        own = comma or verb.act is None or frame.rule != "that"
        return line.words[j - 1].start if own and before in CONJUNCTIONS and frames.find(line, j, verb) else None
    lead = subject.first - 1
    if line.form(lead) in CONJUNCTIONS and line.form(lead - 1) in (",", ";"):
        return line.words[lead - 1].start if frames.find(line, j, verb) else None
    return line.words[lead].start if line.form(lead) in (",", ";") and frames.find(line, j, verb) else None


def _behind_quote(
    line: Line, n: int, i: int, verb: Verb, subject: Subject | None, found: list[Draft], lexicon: Lexicon
) -> Draft | None:
    """«…,» said the minister; «…,» the minister said."""
    if "quote" not in verb.governs:
        return None
    edge = subject.first if subject else i
    while line.form(edge - 1) in (",", "—"):
        edge -= 1
    closed = edge - 1
    opened = next((o for o, c in line.close.items() if c == closed), None)
    if opened is None or closed - opened < 2 or any(d.content.start >= line.words[opened].start for d in found):
        return None
    if subject is None:
        behind = line.behind(i)
        if behind is None:
            return None
        subject = behind[0]
    frame = Frame("quote", line.words[opened + 1].start, line.words[closed - 1].end, opened + 1, True)
    return _draft(line, n, i, verb, frame, subject, found, lexicon)


def _fronted(
    line: Line, n: int, i: int, verb: Verb, subject: Subject, found: list[Draft], lexicon: Lexicon
) -> Draft | None:
    """«The dam will stay closed, the minister said on Tuesday.»"""
    comma = subject.first - 1
    if "that" not in verb.governs or found or line.form(comma) != "," or comma < 3:
        return None
    rest = line.after_circumstances(i + 1)
    if "person" in verb.governs:
        rest = line.after_circumstances(min(rest + 1, len(line.words)))
    if rest < len(line.words) and line.form(rest) != ",":
        return None
    frame = Frame("that", line.words[0].start, line.words[comma - 1].end, 0)
    return _draft(line, n, i, verb, frame, subject, found, lexicon)


def _according(line: Line, n: int, i: int, found: list[Draft]) -> Draft | None:
    """«According to the ministry, …», «…, according to the ministry»."""
    last = i + 2
    while last + 1 < len(line.words) and line.form(last + 1) not in (",", ";", ":", "«", "who", "which", "that"):
        last += 1
    if last >= len(line.words):
        return None
    if i <= 1:
        first = last + 2
        if first >= len(line.words):
            return None
        a, b = line.words[first].start, line.words[-1].end
    elif found:
        return None
    else:
        a, b = line.words[0].start, line.words[i - 1].end
    while b > a and line.text[b - 1] in _TRAIL:
        b -= 1
    content = Span.of(line.text, a, b)
    cue, mention = line.span(i, i + 1), line.span(i + 2, last)
    mode = _mode(line, content, False)
    return Draft(
        cue, content, mention, mode, Act.STATE, n, "adverbial", None, None, None, (), False, "adverbial:clause"
    )


def _relayed(line: Line, n: int, i: int, lexicon: Lexicon) -> Draft | None:
    """«The agency quoted the minister as saying that …», «the minister was quoted as saying …»."""
    k = next((k for k in range(i + 1, min(len(line.words), i + 16)) if line.form(k) == "saying"), None)
    if k is None or line.form(k - 1) != "as":
        return None
    saying = line.verbs.get("saying")
    frame = frames.find(line, k, saying) if saying else None
    before = line.before(i) if line.form(i - 1) not in ("was", "were") else line.before(i - 1)
    if frame is None or before is None:
        return None
    via: tuple[Span, ...] = ()
    subject = before
    if line.form(i - 1) in ("was", "were"):
        if line.form(i + 1) == "by" and k - 2 >= i + 2:
            via = (line.span(i + 2, k - 2),)
    elif k - 2 > i:
        subject, via = Subject(line.span(i + 1, k - 2), i + 1), (before.mention,) if before.mention else ()
    draft = _draft(line, n, i, Verb(None, frozenset(("that", "quote")), "past"), frame, subject, [], lexicon)
    return replace(draft, via=via) if draft else None


def _continued(line: Line, n: int, found: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """«…,» said the minister. «…»: a quotation that goes on behind its saying, which has no cue of its own."""
    if not found or found[0].mode is not Mode.DIRECT or found[0].rule != "verb:quote":
        return []
    out = []
    for opened, closed in line.close.items():
        a, b = line.words[opened].start, line.words[closed].start
        held = any(d.content.end > a and d.content.start < b for d in found)
        if closed - opened < 4 or a < found[0].content.end or held:
            continue
        if found[0].cue and found[0].cue.start < a and found[0].content.start < found[0].cue.start:
            content = line.span(opened + 1, closed - 1)
            act = act_of(content.text, lexicon)
            out.append(replace(found[0], cue=None, content=content, mention=None, act=act, host=0, sort="quotation"))
    return out


def _settled(line: Line, found: list[Draft]) -> list[Draft]:
    """Attribution inside attribution: the inner statement with the outer source as its relay, or the outer alone."""
    out: list[Draft] = []
    moved: dict[int, int] = {}
    for k, draft in enumerate(found):
        host = moved.get(draft.host) if draft.host is not None else None
        draft = draft if draft.host == host else replace(draft, host=host)
        outer = out[-1] if out else None
        if outer and draft.cue and outer.content.start <= draft.cue.start < outer.content.end:
            apart = sum(outer.content.start <= w.start < draft.cue.start for w in line.words)
            over = outer.rule.endswith(":that") and draft.mention is not None and apart <= _NESTED
            if over and draft.mention and draft.mention.start >= outer.content.start:
                via = (outer.mention, *outer.via) if outer.mention else outer.via
                out[-1] = replace(draft, via=via, host=None)
            moved[k] = len(out) - 1
            continue
        moved[k] = len(out)
        out.append(draft)
    return out
