"""Adverbial attributions: «بحسب فلان», «نقلا عن مصدر», «كما قال فلان», «على حد تعبيره».

They attribute a clause that stands beside them: the one before, or the one after where they lead the sentence. A
sentence that a verb of saying attributes already needs none. A measure («وفق القانون») attributes nothing.
"""

from __future__ import annotations

from mawqif.arabic import bare
from mawqif.extract import ends, frames, modes
from mawqif.extract.acts import act_of
from mawqif.extract.speech import Frame
from mawqif.extract.view import View
from mawqif.extract.words import AS_TOLD, DAYS, DERIVED, FIGURES, MEASURES, RELATIVES, THAT, is_in
from mawqif.lexicon import Cue
from mawqif.model import Draft, Sentence, Span

_REACH = 16  # tokens that an adverbial and its source have at most
_RESUMES = ("فان", "فقد", "فانه", "فانها")
_LINKS = frozenset(("ل", "لما", "ما", "الي", "عن"))
_TOLD = AS_TOLD | {"ما", "لما"}
_AS_WHAT = frozenset((("على", "ما"), ("علي", "ما")))  # «…، على ما أفاد فلان»
_CLOSING = '»”"'
_THESE = frozenset(("هذا", "هذه", "ذلك", "تلك"))
_VERBLESS = frozenset(("هناك", "ثمه", "لا", "لم", "لن", "ليس", "ليست", "كان", "كانت", "قد", "سوف"))
_BY_IT = frozenset(("به", "اليه", "عنه", "في", "نصا", "ايضا", "اول", "من", "له"))
_LONG = 4  # tokens of a clause that may be attributed


def find(v: View, n: int, s: Sentence, i: int, done: list[Draft]) -> Draft | None:
    """The draft of the adverbial that begins at token i, if one does and attributes a clause."""
    word, known = v.forms[i], v.index.adverbials
    if word not in known and word[1:] not in known and word not in AS_TOLD:
        return None
    if tuple(v.forms[i : i + 2]) in _AS_WHAT:
        return _as_told(v, n, s, i, done)
    cue, width = _phrase(v, i, s)
    if cue is None:
        return _as_told(v, n, s, i, done)
    first, end = i + width, _source_end(v, i + width, s)
    if end == min(s.last, i + width + _REACH):
        end = _before_verb(v, first, end)
    while first < end and (v.forms[first] in _LINKS or v.forms[first] in FIGURES):
        first += 1
    told = first < end and v.forms[first - 1] in _TOLD and (_verb(v, first) is not None or _told_it(v, first))
    if told:  # «بحسب ما أفاد فلان»
        first += 1
        while first < end and (v.forms[first] in _BY_IT or v.forms[first] in DAYS):
            first += 1
        first = _past_addressed(v, first, end)
    kind = first + (v.forms[first : first + 1] != [] and v.forms[first] in _THESE and first + 1 < end)
    if first >= end or (not told and is_in(v.forms[kind], MEASURES)) or v.forms[first][0].isdigit():
        return None
    mention = None if _own(v, first) else v.span(first, _mention_end(v, first, end))
    return _draft(v, n, s, i, cue, mention, end, done)


def _phrase(v: View, i: int, s: Sentence) -> tuple[Cue | None, int]:
    """The adverbial at token i and how many tokens it has."""
    alone = v.forms[i] == "فحسب" or v.forms[i][0] not in "وف"
    for form in (v.forms[i], "" if alone else v.forms[i][1:]):
        for words, cue in v.index.adverbials.get(form, ()):
            if i + len(words) < s.last and tuple(v.forms[i + 1 : i + len(words)]) == words[1:]:
                return cue, len(words)
    return None, 0


def _as_told(v: View, n: int, s: Sentence, i: int, done: list[Draft]) -> Draft | None:
    """«…، كما قال فلان.»: a verb of saying that governs nothing, after the clause that it attributes."""
    at = i + 2 if tuple(v.forms[i : i + 2]) in _AS_WHAT else i + 1
    if i - s.first < _LONG or at >= s.last or (at == i + 1 and v.forms[i] not in AS_TOLD):
        return None
    told = _verb(v, at)
    if not told or (at == i + 1 and frames.find(v, at, told, s)):
        return None
    first, end = at + 1, _source_end(v, at + 1, s)
    while first < end and (v.forms[first] in _BY_IT or v.forms[first] in DAYS):
        first += 1
    first = _past_addressed(v, first, end)
    return _draft(v, n, s, at, told, v.span(first, _mention_end(v, first, end)), end, done, i)


def _past_addressed(v: View, first: int, end: int) -> int:
    """«كما قال لوكالة الأفق المتحدث باسم المجلس»: the source behind the outlet to which it was said."""
    form = v.forms[first] if first < end else ""
    if form[:1] != "ل" or not (bare(form) in v.index.media or form[1:] in v.index.media | v.index.outlets):
        return first
    return next((j for j in range(first + 1, end) if is_in(v.forms[j], v.index.roles | v.index.unnamed)), first)


def _verb(v: View, i: int) -> Cue | None:
    """The verb of saying at token i that tells something and performs no act of its own."""
    found = v.cue(i)
    if not found or found[0].sort != "verb" or found[0].act or "relay" in found[0].governs:
        return None
    return found[0] if found[0].governs & {"that", "document"} else None


def _told_it(v: View, i: int) -> bool:
    """Whether token i is a verb of saying with what it says as its pronoun: «حسب ما أوردته الصحيفة»."""
    stem = v.forms[i].removesuffix("ه")
    found = v.index.cues.get(stem) if stem != v.forms[i] else None
    return found is not None and found[0].sort == "verb" and not found[0].act


def _own(v: View, first: int) -> bool:
    """Whether the source is a pronoun: «بحسب قوله», «على حد تعبيرها»."""
    return v.text.endswith(("ه", "ها", "هم"), v.starts[first], v.tokens[first].end) and is_in(
        v.forms[first].removesuffix("ها").removesuffix("هم").removesuffix("ه"), FIGURES
    )


def _source_end(v: View, first: int, s: Sentence) -> int:
    end = first
    while end < min(s.last, first + _REACH) and not (end > first and any(c in "،,؛:-–" for c in v.gap(end))):
        if (
            v.forms[end].startswith(_RESUMES)
            or (end > first and v.forms[end] in _VERBLESS)
            or (end > first + 1 and _named(v, end))
        ):
            break
        end += 1
    return end


def _before_verb(v: View, first: int, end: int) -> int:
    """Where a source that no mark closes ends: before what looks like a verb after a definite noun or a name."""
    for j in range(first + 1, end):
        form, before = v.forms[j], v.forms[j - 1]
        future = form[:2] in ("سي", "ست") and v.index.titles.words[form[1:]] in ("verbs", "small")
        present = future or (form[0] in "يت" and len(form) > 3 and not DERIVED.match(form))
        past = form.endswith("ت") and len(form) > 3 and not form.endswith("ات")
        if before in RELATIVES:
            continue
        closed = before.startswith(("ال", "لل")) or bare(before) in v.index.states or before in v.index.given
        if (present or past) and closed and not is_in(form, v.index.heads) and not form.startswith("ال"):
            return j
    return end


def _named(v: View, j: int) -> bool:
    """Whether a name in marks ends before token j: «بحسب وكالة "الأفق" وصلت …»."""
    if v.forms[j].startswith("ال") and v.forms[j].endswith(("ي", "يه")):
        return False  # «صحيفة "الأفق" المحلية»
    return any(c in _CLOSING for c in v.gap(j)) and not any(c in "،,؛:-–" for c in v.gap(j))


def _mention_end(v: View, first: int, end: int) -> int:
    """Before the first word of time or circumstance after an adverbial's source."""
    return next((j for j in range(first + 1, end) if v.forms[j] in DAYS), end)


def _draft(
    v: View, n: int, s: Sentence, i: int, cue: Cue, mention: Span | None, end: int, done: list[Draft], start: int = -1
) -> Draft | None:
    start = i if start < 0 else start
    leads = start - s.first <= 1 or _resumed(v, s, start, end)
    if leads and (end >= min(s.last, start + _REACH) or mention is None):
        return None
    if not leads and (done or start - s.first < _LONG - (end >= s.last)):
        return None
    a = v.starts[end] if leads else v.starts[s.first]
    inserted = end < s.last and "-" in v.gap(start) and "-" in v.gap(end) and start < i
    over = not leads and end < s.last and not v.gap(end).strip()  # «السد، بحسب الوزارة لم يفتح»
    until = s.end if over else None if leads or inserted else v.tokens[start - 1].end
    frame = Frame("clause", a, until, end)
    content = ends.content(v, frame, s)
    if content is None or (leads and v.forms[v.at(a)] in THAT and v.length(content.start, content.end) < _LONG):
        return None
    cue_span = Span.of(v.text, v.tokens[i].start, v.tokens[i].end)
    act = act_of(cue, content.text, v.signs, False, mention.text if mention else "")
    mode = modes.mode(v, content, frame)
    return Draft(cue_span, content, mention, mode, act, n, "adverbial", None, None, None, (), False, "adverbial:clause")


def _resumed(v: View, s: Sentence, start: int, end: int) -> bool:
    """Whether an adverbial within the sentence leads what follows: «…، وبحسب فلان، فإن …», «…، فبحسب فلان …»."""
    if not v.gap(start).strip():
        return False
    return v.forms[start][0] == "ف" or (v.forms[start][0] == "و" and end < s.last and v.forms[end].startswith("فان"))
