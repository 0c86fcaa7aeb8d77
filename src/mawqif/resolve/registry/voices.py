"""For whom a person with a title speaks: the body of a minister, a spokesman, an ambassador, and its state."""

from __future__ import annotations

import functools

from mawqif.arabic import bare, fold
from mawqif.lexicon import Lexicon
from mawqif.lexicon.bodies import Seen, body_at, body_by_id
from mawqif.lexicon.offices import offices_of
from mawqif.lexicon.posts import Post, posts
from mawqif.lexicon.states import state_of, unjoined, words_of
from mawqif.resolve.registry.context import Context
from mawqif.resolve.registry.envoys import AMBASSADOR, envoy

_NAMELY = frozenset(fold(w) for w in "باسم بلسان".split())
_VOICES = frozenset(fold(w) for w in "ناطق ناطقة متحدث متحدثة".split())
_ENGLISH_VOICES = frozenset(("spokesman", "spokeswoman", "spokesperson", "spox"))
_SOMEWHERE = "?."  # before the kind of a body whose state the words do not say
# who stands beside an office, and does not speak for its body
_BESIDE = frozenset(
    fold(w)
    for w in "شقيق شقيقة نجل زوجة زوج ابن ابنة عم والد قرينة حرم خلف خليفة سلف منافس مرشح مستشار مستشارة".split()
)
_CHIEFS = frozenset(
    fold(w) for w in "رئيس رئيسة مدير مديرة أمين أمينة قائد محافظ وكيل وكيلة ناطق ناطقة متحدث متحدثة مفوض مفوضة".split()
)
_FURTHER = frozenset(fold(w) for w in "عام عامة رسمي رسمية تنفيذي تنفيذية أمني إعلامي إعلامية أعلى سامي".split())
_NEVER = frozenset(
    fold(w)
    for w in (
        "غداة عقب بعد قبل خلال إثر أثناء بحضور برفقة مع حيث عندما كما منذ وأخيه أخيه لأخيه أخيهما اتصالا هاتفيا أمس"
    ).split()
)
_FORMER = frozenset(fold(w) for w in "سابق سابقة أسبق سابقا".split()) | {"former"}


def spoken_for(title: str, context: Context) -> tuple[str, ...]:
    """The ids of the body and the state for which somebody with this title speaks, the nearest first."""
    return _placed(_titled(title, context.lexicon), context)


def spokesman_for(description: str, context: Context) -> tuple[str, ...]:
    """For whom a spokesman without a name speaks; a source within a body does not speak for it."""
    return _placed(_described(description, context.lexicon), context)


def _placed(voices: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The voices, where a kind of body stands without a state those of the one state that the report tells of."""
    if not voices or not voices[0].startswith(_SOMEWHERE):
        return voices
    kind = voices[0].removeprefix(_SOMEWHERE)
    state = context.state_of_kind(kind)
    return (f"{state}.{kind}", state) if state else ()


@functools.lru_cache(maxsize=1 << 13)
def _described(description: str, lexicon: Lexicon) -> tuple[str, ...]:
    return _spokesman(_last_part(words_of(description)), lexicon)


@functools.lru_cache(maxsize=1 << 13)
def _titled(title: str, lexicon: Lexicon) -> tuple[str, ...]:
    words = _last_part(words_of(title))
    if not words or any(bare(w).lower() in _FORMER for w in words):
        return ()
    if voice := _spokesman(words, lexicon):
        return voice
    named = posts(" ".join(words), lexicon)
    if (not named or named[0].attached) and (sent := envoy(words, lexicon)):
        return (f"{sent.sender}.embassy.{sent.host}", sent.sender) if sent.embassy and sent.host else (sent.sender,)
    first = next((p for p in named if not p.former), None)
    if first is None:
        return _chief(words, lexicon)
    return () if first.attached and _BESIDE & {*map(bare, words)} else represented(first, lexicon)


def _chief(words: list[str], lexicon: Lexicon) -> tuple[str, ...]:
    """«المدير العام لمنظمة الصحة العالمية»، «قائد القيادة المركزية الأميركية»: the body that a person heads."""
    i = next((i for i, w in enumerate(words) if bare(w) in _CHIEFS), None)
    if i is None or (i and bare(words[i - 1]) in _BESIDE):
        return ()
    end = i + 1
    while end < len(words) and bare(words[end]) in _FURTHER:
        end += 1
    for first in unjoined(words[end]) if end < len(words) else ():
        if at := body_at([first, *words[end + 1 :]], lexicon):
            return _body(at[0], lexicon)
    return ()


def _last_part(words: list[str]) -> list[str]:
    """A title from the last word on that no title holds: what stands before is of the sentence."""
    last = next((i for i in range(len(words) - 1, -1, -1) if words[i] in _NEVER), -1)
    return words[last + 1 :]


def represented(post: Post, lexicon: Lexicon) -> tuple[str, ...]:
    """The body of an office, and its state."""
    if post.state is None:
        return ()
    if post.kind.startswith(AMBASSADOR):
        return (f"{post.state}.embassy.{post.kind.removeprefix(AMBASSADOR)}", post.state)
    office = next((o for o in offices_of(post.state, lexicon) if o.kind == post.kind), None)
    kinds = [k for k in lexicon.office_kinds if k.kind == post.kind and k.state in (post.state, None)]
    kind = next((k for k in kinds if k.state == post.state), kinds[0] if kinds else None)
    body = kind.body if kind else office.body if office else None
    return (f"{post.state}.{body}", post.state) if body else (post.state,)


def _spokesman(words: list[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Whom a spokesman names as the one for whom he speaks."""
    for i, word in enumerate(words[:-1]):
        if word in _NAMELY or (word in ("for",) and words[i - 1].lower() in _ENGLISH_VOICES):
            return _whose(words[i + 1 :], lexicon)
        if word.startswith("لل") and i and bare(words[i - 1]) in _VOICES:
            return _whose(["ال" + word[2:], *words[i + 1 :]], lexicon)
    if words and words[-1].lower() in _ENGLISH_VOICES:
        return _whose(words[:-1], lexicon)
    return ()


def _whose(words: list[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The body or state that the words behind «باسم» mean, as far as they mean one."""
    words = [w for w in words if w.lower() != "the"]
    if at := body_at(words, lexicon):
        return _body(at[0], lexicon)
    for n in range(min(len(words), 6), 0, -1):
        if state := state_of(" ".join(words[:n]), lexicon):
            return (state.id,)
    first = next((p for p in posts(" ".join(words), lexicon)), None)
    return represented(first, lexicon) if first else ()


def _body(seen: Seen, lexicon: Lexicon) -> tuple[str, ...]:
    if seen.id is None:
        return (f"{_SOMEWHERE}{seen.kind}",)
    id, state = seen.id, seen.state
    body = body_by_id(id, lexicon)
    if body and body.part:
        return (id, body.part)
    return (id, state) if state and id.startswith(f"{state}.") else (id,)
