"""Who has the floor: the turns of a report so far, and whose a cue without a subject is.

A turn that is embedded in another's words («أن المجلس يرى …») leaves the floor with the one whose words they are.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from mawqif.arabic import bare, fold
from mawqif.model import Draft, Kind, Passage
from mawqif.names import Named
from mawqif.resolve.cast import Cast, Source

_THAT = frozenset(p + w for p in ("", "ب", "ف", "و") for w in ("ان", "انه", "انها", "انهم"))
_RELATIVE = frozenset(fold(w) for w in "الذي التي الذين اللذين اللتين ما مما والتي والذي لما بما".split())
_BODIES = (Kind.ORGANIZATION,)
_ISSUED = frozenset(fold(w) for w in "بيان مذكرة بلاغ تعميم تقرير رسالة".split())
_BY = frozenset(("عن", "من", "ل"))
_COMMON = ("ختامي", "مشترك")
_PAPERS = 4  # places of «بيان» back at which its issuer is looked for
_BEHIND = 60  # code points behind «بيان» in which its issuer is named
_PEOPLE = frozenset(
    fold(w)
    for w in (
        "خبراء علماء شهود سكان نشطاء أطباء وزراء نواب جنود ضباط رجال أهالي أهل قادة زعماء رؤساء مسؤولو "
        "محللو ناشطو أعضاء شباب تجار حلفاء عناصر ممثلو مواطنو وسطاء نساء أفراد أصدقاء أقارب جيران كثيرون "
        "آخرون حكماء فقهاء دعاة عمال طلاب طلبة تلاميذ مرضى ضحايا جرحى قتلى أسرى سجناء ركاب زوار حجاج سياح "
        "لاعبو مدربو مشايخ شيوخ أعيان وجهاء كوادر مديرو موظفو أصحاب ملاك أولياء رواد أبناء آباء أمهات بنات "
        "قضاة محامو دبلوماسيو مستشارو سفراء أمراء كتاب نقاد فنانو صحفيو صحافيو إعلاميو أساتذة معلمو مدرسو "
        "عشرات مئات آلاف عدد عديد باحثو مزارعو صيادو مشاركو منظمو معتقلو مقاتلو مسلحو ناخبو بعض معظم"
    ).split()
)
# whose words are quoted within those of others, and who takes no floor
_SCRIPTURE = frozenset(fold(w) for w in "الله تعالى سبحانه وتعالى المولى الرسول النبي".split())
_OVER = tuple(fold(w) for w in "جانب جهت بدور المقابل ناحيت السياق متصل آخر أخرى".split())
_NEAR = 6  # turns back to which the floor may go
_LOOK = 24  # code points before a mention in which the word before it stands


@dataclass(frozen=True, slots=True)
class Turn:
    """One statement and its source; `embedded`: it is told within another's words or of somebody else.

    `outer`: whose words those are, where they hold no more than this statement.
    """

    draft: Draft
    source: Source | None
    embedded: bool
    outer: Source | None = None


class Floor:
    """The turns of a report in the order of the text."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.firsts = [s.first for s in passage.sentences]
        self.turns: list[Turn] = []

    def take(self, draft: Draft, source: Source | None, outer: Source | None) -> None:
        """A statement, whose it is, and in whose words it is told."""
        self.turns.append(Turn(draft, source, outer is not None or self._embedded(draft), outer))

    def cue_before(self, at: int) -> str:
        """The folded word before a code point: the cue of a mention that stands there."""
        return self._word_before(at)

    def _word_before(self, at: int) -> str:
        words = self.passage.text[max(0, at - _LOOK) : at].split()
        return fold(words[-1].strip('،,"«»“”')) if words else ""

    def _embedded(self, draft: Draft) -> bool:
        if draft.cue is None or draft.sort == "post":
            return draft.sort == "post"
        if draft.mention and not _SCRIPTURE.isdisjoint(fold(draft.mention.text).split()[:2]):
            return True
        at = draft.cue.start
        if draft.mention and draft.mention.end <= at and draft.sort == "verb":
            at = draft.mention.start
            if self._word_before(at) in _THAT:
                return True
        elif self._word_before(at) in _RELATIVE:
            return True
        last = self.turns[-1].draft if self.turns else None
        return last is not None and last.content.start < draft.cue.start < last.content.end and draft.sort == "verb"

    def host(self, draft: Draft) -> Source | None:
        """Whose a participle is: its grammatical host's, or the main speaker's of the sentence, by gender."""
        if draft.host is None:
            return None
        host = self.turns[draft.host]
        if not host.embedded and agrees(draft, host.source):
            return host.source
        if host.source and host.source.named.kind is Kind.PERSON and agrees(draft, host.source):
            return host.source
        if agrees(draft, host.outer) and not _outlet(host):
            return host.outer
        for turn in reversed(self.turns[: draft.host]):
            if turn.draft.sentence != draft.sentence:
                break
            if not turn.embedded and turn.source and agrees(draft, turn.source):
                return turn.source
        return host.source

    def last(self, draft: Draft) -> Source | None:
        """Who spoke last in a turn of their own and agrees; nobody where the last named speaker is not known."""
        near = self.turns[-_NEAR:]
        for turn in reversed(near):
            if turn.source is None and turn.draft.mention is not None and not turn.embedded:
                return None
            fits = agrees(draft, turn.source) or _goes_on(draft, turn)
            if turn.source and fits and not (turn.embedded or _aside(turn)):
                return turn.source
            if turn.outer and turn.draft.sentence == draft.sentence and agrees(draft, turn.source) and _acts(draft):
                return turn.source  # «قال فلان إن المجلس رحب بالوفد، وطلب …»
            if agrees(draft, turn.outer) and not (_outlet(turn) and agrees(draft, turn.source)):
                return turn.outer
        said = next((x.source for x in reversed(near) if x.source and agrees(draft, x.source)), None)
        return said or (self._unlike(draft) if draft.sort == "participle" else None)

    def _unlike(self, draft: Draft) -> Source | None:
        """«قالت المصادر … . متوقعا أن»: who spoke in the sentence before a participle, whatever the writer's gender."""
        last = self.turns[-1] if self.turns else None
        near = last is not None and not last.embedded and draft.sentence - last.draft.sentence <= 1
        return last.source if last and near else None

    def told_in(self) -> int:
        """The sentence of the last statement so far; -1 if there is none."""
        return self.turns[-1].draft.sentence if self.turns else -1

    def last_main(self) -> Source | None:
        """Who or what spoke last in a turn of its own."""
        return next((x.source for x in reversed(self.turns) if x.source and not x.embedded), None)

    def last_of(self, *kinds: Kind) -> Source | None:
        """The last main speaker of these kinds."""
        embedded = None
        for turn in reversed(self.turns):
            if turn.source and turn.source.named.kind in kinds:
                if not turn.embedded:
                    return turn.source
                embedded = embedded or turn.source
        return embedded

    def last_several(self, words: frozenset[str]) -> Source | None:
        """The last source of several people that one of these words describes."""
        said = (x.source for x in reversed(self.turns) if x.source and x.source.named.kind is Kind.UNNAMED)
        return next((s for s in said if bare(fold(s.named.name.split()[0])) in words), None)

    def last_of_several(self) -> Source | None:
        """The last source of several people without a name."""
        return next((x.source for x in reversed(self.turns) if x.source and several(x.source.named)), None)

    def only(self, source: Source, feminine: bool | None) -> bool:
        """Whether a person alone has spoken in turns of their own, at least two, by cues of that gender."""
        own = [x for x in self.turns if not x.embedded]
        told = {x.draft.feminine for x in own} - {None}
        return len(own) > 1 and all(x.source is source for x in own) and (feminine is None or told <= {feminine})

    def hands_over(self, draft: Draft) -> bool:
        """«من جانبه قال …»: whether what leads the cue gives the floor to another one."""
        if draft.cue is None:
            return False
        lead = fold(self.passage.text[self.passage.sentences[draft.sentence].start : draft.cue.start])
        return any(w in lead for w in _OVER)

    def described(self, head: str) -> Source | None:
        """The last source without a name that is described by that word: whom «المسؤول» means."""
        said = (x.source for x in reversed(self.turns) if x.source and x.source.named.kind is Kind.UNNAMED)
        return next((s for s in said if bare(fold(s.named.name.split()[0])) == head), None)

    def once(self, source: Source) -> bool:
        """Whether a source spoke in one sentence only, and in the last turn of somebody's own."""
        said = {x.draft.sentence for x in self.turns if x.source is source}
        return len(said) == 1 and self.last_main() is source

    def spoke(self, source: Source) -> bool:
        """Whether a source has said anything so far."""
        return any(x.source is source for x in self.turns)

    def issuer(self, head: str, cast: Cast, at: int) -> Source | None:
        """Who issued «البيان»: the body that spoke last in a sentence with that word, else one met in such a one."""
        if head not in _ISSUED:
            return None
        tokens = self.passage.tokens
        papers = [i for i in cast.places.get(head, ()) if tokens[i].start < at]
        if any(i + 1 < len(tokens) and bare(tokens[i + 1].form) in _COMMON for i in papers):
            return None  # «البيان الختامي», which no single body issues
        told = {self._sentence(i) for i in papers[-_PAPERS:]}
        for turn in reversed(self.turns):
            if not told or turn.draft.sentence < min(told):
                break
            if turn.source and turn.draft.sentence in told and _issues(turn.source.named):
                return turn.source
        return next((x for i in reversed(papers[-_PAPERS:]) if (x := self._behind(i, cast))), None)

    def _sentence(self, i: int) -> int:
        """The index of the sentence in which token i stands, or of the one before it."""
        return max(0, bisect.bisect_right(self.firsts, i) - 1)

    def _behind(self, i: int, cast: Cast) -> Source | None:
        """«بيان صادر عن الهيئة»: the body met soon after the word at token i, behind a preposition of issuing."""
        if not self.passage.sentences:
            return None
        end = self.passage.tokens[i].end
        last = min(self.passage.sentences[self._sentence(i)].end, end + _BEHIND)
        met = next(cast.met_between(end, last), None)
        between = self.passage.text[end : met[0]].split() if met else []
        return met[1] if met and met[1].named.kind in _BODIES and any(fold(w) in _BY for w in between) else None


def _aside(turn: Turn) -> bool:
    """«بحسب وسائل إعلام»: whether an outlet is only named for what another one says."""
    return turn.draft.sort == "adverbial" and turn.source is not None and turn.source.named.kind is Kind.MEDIA


def _goes_on(draft: Draft, turn: Turn) -> bool:
    """«وتابع البيان … وأضاف أن», the ministry's: whether a verb goes on in the gender of the subject before it."""
    told = turn.draft
    if turn.source is None or turn.source.named.kind is Kind.PERSON or several(turn.source.named):
        return False
    said = "verb" == draft.sort == told.sort and told.mention is not None and draft.mention is None
    return said and not (draft.plural or told.plural) and draft.feminine is not None and draft.feminine is told.feminine


def _acts(draft: Draft) -> bool:
    """Whether a verb performs what it says with what it governs, and tells nothing: «وطلب وقف البيع»."""
    return draft.sort == "verb" and draft.mention is None and draft.rule.partition(":")[2] in ("to", "by", "object")


def _outlet(turn: Turn) -> bool:
    """Whether an outlet tells what another one says: then it goes on only where its gender shows it."""
    return turn.outer is not None and turn.outer.named.kind is Kind.MEDIA


def _issues(n: Named) -> bool:
    """Whether a statement is of this source where it spoke in one: a body, several people, a person."""
    return n.kind in (*_BODIES, Kind.PERSON) or several(n)


def agrees(draft: Draft, source: Source | None) -> bool:
    """Whether a source can be the subject of a cue by gender; several people take no singular."""
    if source is None:
        return False
    if draft.plural:
        return not source.named.words and source.named.kind is not Kind.STATE
    told = draft.feminine is not None and draft.sort in ("verb", "participle")
    if told and several(source.named):
        return False
    return draft.feminine is None or source.named.feminine in (None, draft.feminine)


def several(n: Named) -> bool:
    """Whether an unnamed source is several people, which a pronoun in the singular does not mean."""
    form = fold(n.name.split()[0])
    return n.kind is Kind.UNNAMED and (bare(form) in _PEOPLE or (len(form) > 5 and form.endswith(("ون", "ين"))))
