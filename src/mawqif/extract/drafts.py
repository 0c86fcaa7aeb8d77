"""From a cue and its frame to a draft, and which frames do not report."""

from __future__ import annotations

from mawqif.arabic import fold
from mawqif.extract import ends, frames, mentions, modes, nesting, relays
from mawqif.extract.acts import act_of
from mawqif.extract.frames import GOVERNED, Frame
from mawqif.extract.view import View
from mawqif.extract.words import DAYS, FIGURES, IMPERSONAL, NEGATORS, RELATIVES, SAYINGS
from mawqif.lexicon import Cue, CueForm
from mawqif.model import Draft, Sentence, Span

_ADVERBIAL_REACH = 16


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
    content = ends.content(v, frame, s)
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
        mode=modes.mode(v, content, frame),
        act=act_of(cue, content.text, v.signs, frame.rule in GOVERNED, mention.text if mention else ""),
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
    elif within and start > done[-1].content.start and v.forms[i][0] in "يت" and frame.rule in GOVERNED:
        return False
    return not (i > s.first and v.forms[i - 1] in RELATIVES and frame.rule in GOVERNED)


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
    mode = modes.mode(v, content, Frame("adverbial", a, b, end))
    act = act_of(cue, content.text, v.signs, False, mention.text)
    return Draft(cue_span, content, mention, mode, act, n, "adverbial", None, None, None, (), False, "adverbial:clause")
