"""From a cue and its frame to a draft: which frames do not report, where the content ends, its mode."""

from __future__ import annotations

from mawqif.arabic import fold
from mawqif.extract import frames, mentions, nesting, relays
from mawqif.extract.acts import act_of
from mawqif.extract.frames import Frame
from mawqif.extract.view import View
from mawqif.extract.words import DAYS, FIGURES, IMPERSONAL, NARRATION, NEGATORS, RELATIVES, SAYINGS, TAILS, THAT, TURNS
from mawqif.lexicon import Cue, CueForm
from mawqif.model import Draft, Mode, Sentence, Span

_TRAIL = " \t\r\n،,؛;:.-–—ـ…\u200f\u200e\u00a0"
_GOVERNED = ("to", "by", "object")
_ADVERBIAL_REACH = 16
_NEAR = 4  # tokens within which a verb of several senses must show its frame


def sentence(v: View, n: int, s: Sentence) -> list[Draft]:
    """The drafts of one sentence; `host` indexes into this list."""
    out: list[Draft] = []
    i = s.first
    while i < s.last:
        found = None if i in v.quoted else v.cue(i)
        draft = _draft(v, n, s, i, *found, out) if found else None
        if draft:
            out.append(draft)
            i = max(i + 1, v.at(draft.content.start))
        else:
            i += 1
    return nesting.settle(v, out)


def _draft(v: View, n: int, s: Sentence, i: int, cue: Cue, form: CueForm, done: list[Draft]) -> Draft | None:
    if cue.sort == "adverbial":
        return _adverbial(v, n, s, i, cue, done)
    if v.forms[i] in IMPERSONAL and not form.plural and i - s.first < 2:
        return None
    frame = frames.find(v, i, cue, s)
    if frame is None or not _reports(v, s, i, cue, form, frame, done):
        return None
    content = _content(v, i, frame, s)
    if content is None:
        return None
    mention = mentions.find(v, i, frame, s, cue, bool(done))
    via: tuple[Span, ...] = ()
    if "relay" in cue.governs:
        mention, via = mentions.transmitted(v, i, frame)
        if mention is None:
            return None
    elif cue.sort == "verb":
        mention, via = mentions.quoting(v, i, frame, mention)
    elif cue.sort == "noun" and form.form != fold(cue.lemma):
        mention, via = mentions.relayed(v, i, s)
    via = via or relays.outlets(v, i, frame.subject_end, s)
    return Draft(
        cue=Span.of(v.text, v.tokens[i].start, v.tokens[i].end),
        content=content,
        mention=mention,
        mode=_mode(v, content, frame),
        act=act_of(cue, content.text, v.signs),
        sentence=n,
        sort=cue.sort,
        feminine=form.feminine,
        plural=form.plural,
        host=len(done) - 1 if cue.sort == "participle" and done else None,
        via=via,
        negated=i > s.first and v.forms[i - 1] in NEGATORS,
        rule=f"{cue.sort}:{frame.rule}",
    )


def _reports(v: View, s: Sentence, i: int, cue: Cue, form: CueForm, frame: Frame, done: list[Draft]) -> bool:
    """Whether a cue in this frame reports, or is a stance or an event told inside another content."""
    if frames.anonymous(v, i):
        return False
    if "relay" in cue.governs and any(v.forms[j] in SAYINGS for j in range(i + 1, frame.subject_end + 1)):
        return False  # «نقل عن فلان قوله إن»: the saying is the cue
    start, within = v.starts[i], bool(done) and v.starts[i] < done[-1].content.end
    distance = frame.subject_end - i
    if cue.sort == "noun":
        if within and start - done[-1].content.start <= 8:
            return False
        return frame.rule not in ("by", "object") and distance <= 8 and bool(cue.act or form.form != fold(cue.lemma))
    if cue.sort == "participle":
        if frame.rule == "colon" and not done and i - s.first <= 3:
            return False  # «فلان - متابعة:», a credit before the report
        if (cue.weak and distance > 2) or (done and distance > 6):
            return False
    elif within and start > done[-1].content.start and v.forms[i][0] in "يت" and frame.rule in _GOVERNED:
        return False
    return not (i > s.first and v.forms[i - 1] in RELATIVES and frame.rule in _GOVERNED)


def _content(v: View, i: int, frame: Frame, s: Sentence) -> Span | None:
    end = frame.end if frame.end is not None else _end(v, frame, s)
    while end > frame.start and v.text[end - 1] in _TRAIL:
        end -= 1
    return Span.of(v.text, frame.start, end) if end > frame.start else None


def _end(v: View, frame: Frame, s: Sentence) -> int:
    """Where an indirect content stops: before the next saying or a narrator's tail, else with the sentence."""
    begin = v.at(frame.start)
    deed = frame.rule in _GOVERNED and THAT.isdisjoint(v.forms[begin : begin + 2])
    for j in range(begin + 1, s.last):
        if j in v.quoted:
            continue
        if j + 1 < s.last and (v.word(j), v.forms[j + 1]) in TAILS:
            return v.starts[j]
        if deed and v.forms[j] in NARRATION and "،" in v.gap(j):
            return v.starts[j]
        found = v.cue(j)
        if found and _ends(v, begin, j, found[0], s):
            return v.starts[j - 1] if v.forms[j - 1] in TURNS else v.starts[j]
    return s.end


def _ends(v: View, begin: int, j: int, cue: Cue, s: Sentence) -> bool:
    """Whether the cue at token j reports in a frame of its own, so that the content before it is over."""
    if cue.weak and cue.sort == "verb" and v.forms[j].startswith("و") and "،" in v.gap(j):
        near = frames.find(v, j, cue, s)
        return near is not None and near.subject_end - j <= _NEAR
    return _stops(v, begin, j, cue) and (cue.sort == "adverbial" or frames.find(v, j, cue, s) is not None)


def _stops(v: View, begin: int, j: int, cue: Cue) -> bool:
    """Whether the cue at token j may begin a statement of its own after the content that begins at token begin."""
    comma = any(c in "،," for c in v.gap(j))
    if cue.sort == "participle":
        return comma or v.forms[j].startswith("و")
    if cue.sort == "adverbial":
        return comma
    if cue.sort != "verb" or cue.weak or j <= begin + 1:
        return False
    joined = v.forms[j].startswith("و") and v.forms[j] not in v.index.cues
    return joined or "،" in v.gap(j) or v.forms[j - 1] in TURNS


def _mode(v: View, content: Span, frame: Frame) -> Mode:
    """Direct where the frame or one quotation holds the whole content, mixed where one holds a part of it."""
    if frame.direct:
        return Mode.DIRECT
    mixed = False
    for q in v.quotations:
        words = v.length(q.inner_start, q.inner_end)
        whole = content.start <= q.start <= content.start + 8 and content.end - q.end <= 2
        if frame.rule == "that" and whole and words >= 5:
            return Mode.DIRECT
        mixed = mixed or (words >= 2 and content.start - 2 <= q.start and q.end <= content.end + 2)
    return Mode.MIXED if mixed else Mode.INDIRECT


def _mention_end(v: View, first: int, end: int) -> int:
    """Before the first word of time or circumstance after an adverbial's source."""
    return next((j for j in range(first + 1, end) if v.forms[j] in DAYS), end)


def _adverbial(v: View, n: int, s: Sentence, i: int, cue: Cue, done: list[Draft]) -> Draft | None:
    """«بحسب فلان»: the clause before it, or after it where it leads the sentence."""
    end = i + 1
    while end < min(s.last, i + _ADVERBIAL_REACH) and not any(c in "،,؛:" for c in v.gap(end)):
        if v.forms[end].startswith(("فان", "فقد")):
            break
        end += 1
    first = i + 1
    while first < end and (v.forms[first] in ("ل", "لما", "ما", "الي", "عن") or v.forms[first] in FIGURES):
        first += 1
    told = v.cue(first) if first < end and v.forms[first - 1] in ("ما", "لما") else None
    if told and told[0].sort == "verb":  # «بحسب ما أفاد فلان»
        first += 1
    mention = v.span(first, _mention_end(v, first, end))
    leads = i - s.first <= 1
    if mention is None or (leads and end >= s.last) or (not leads and done):
        return None
    a, b = (v.starts[end], s.end) if leads else (v.starts[s.first], v.tokens[i - 1].end)
    content = Span.of(v.text, a, b)
    cue_span = Span.of(v.text, v.tokens[i].start, v.tokens[i].end)
    mode = _mode(v, content, Frame("adverbial", a, b, end))
    act = act_of(cue, content.text, v.signs)
    return Draft(cue_span, content, mention, mode, act, n, "adverbial", None, None, None, (), False, "adverbial:clause")
