"""Cut a report into words, sentences and quotations.

A sentence never crosses a paragraph unless a quotation that opened in it does; furniture is no
part of any sentence. One stray quotation mark costs at most its own paragraph's quotation.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Callable

from mawqif.arabic import fold, plain
from mawqif.model import Passage, Quotation, Report, Sentence, Token

# one class first, so that the search runs through letters at full speed; single marks stand at the edge of a word
_MARKS = re.compile("[«»“”„\"‟‹›❝❞〝〞＂\n'‘’](?:(?<!['‘’])|(?<=')'|(?<!\\w['‘])(?<=['‘])(?=\\w)|(?<=\\w['’])(?!\\w))")
# letters by their names, «بي.إس.إي», and what stands in short brackets: dots that end nothing
_BRACKETS = re.compile(r"\([^()\n]{2,20}\)")
_INITIALS = re.compile(rf"(?<![ء-ي.])[ء-ي]{{1,4}}(?:\.[ء-ي]{{1,4}}){{2,6}}(?![ء-ي])|{_BRACKETS.pattern}")
_INITIAL = re.compile(r"\.[ء-ي]{1,4}\.")  # what all initials have, and few texts
_SPOKEN = re.compile(r":[ \t]*[\n\r]\s*[«“\"]")  # a quotation on the line below its cue
_WORD = re.compile(r"([^\W_]\w*+)")  # of plain text, in which no marks and controls stand within words
_END = re.compile(
    r"[.!؟?…\n\r•●▪](?:(?<=[\n\r])[\n\r]*+|(?<=[•●▪])"
    r"|(?<![.!؟?…][.!؟?…])(?<=[.!؟?…])[.!؟?…]*+(?=[\s»”\"]|$)|(?:(?<=[^\W\d]{3}\.)|(?<=\s\.))(?=[ء-ي]{2}))"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s«“\"(])(?:[ء-ي]\.)*[ء-ي]$"
    r"|(?:^|[\s«(])(?:[إآأ]?[ء-ي]{1,3}\.[إآأ]?[ء-ي]{1,3}|[كج]يه)$"  # «إي.إل. حلزوف», «كيه. حلزوف»
    r"|(?:^|[\s«(])(?:(?:[A-Za-z]\.)*[A-Z]|Mrs?|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Amb|Hon|Rev|Sr|Jr|St|No|vs)$"
)
_JOINED = re.compile(r"[A-Za-z]-[A-Za-z]")  # the hyphen of a name, not that of a dateline
_OPENERS = frozenset("«“„‹❝〝‘")
_CLOSERS = frozenset("»”›❞〞’")
_PARTNERS = {"«": "»", "“": "”", "„": "“", "‹": "›", "❝": "❞", "〝": "〞", "‘": "’", "'": "'", "''": "''"}
_PUNCTUATION = frozenset(".،,؛;:!؟?)")  # before these a mark closes
# a sentence in which the narrator hands over to the next quotation
_RESUMED = re.compile(
    r"[.؟!]\s{1,4}و?(?:قال|يقول|أضاف|يضيف|تابع|أكد|أوضح|ذكر|صرح|كرر|شدد|أشار|كتب|أردف|زاد|علق|أعلن|اعتبر)ت?\s[^.؟!\n]*+$"
)
_RESUMED_WITHIN = 160  # code points from its full stop to the mark
_LONGEST, _MOST_MARKS = 4000, 80  # code points of a quotation, and marks and line ends within it
_LONGEST_SENTENCE = 250  # words; a longer stretch has lost its full stops, and its contents would have no end
# «الواحة، 5 مارس 2031 (وكالة) - », «الواحة – وكالات: »: place, day and credit before the first sentence
_PLACE = r"[^\s.:؟!«“\"()–—ـ-]{1,30}+(?:[ ،/][^\s.:؟!«“\"()–—ـ-]{1,30}+){0,4}+\s{0,2}"
_DATELINE = re.compile(
    r"\s*+(?!و?(?:قال|يقول|أكد|أعلن|كشف|صرح|أوضح|أفاد|ذكر|دعا|طالب|حذر|رفض|نفى|شدد|اعتبر|أضاف|أشار|نقل|وصف|بدأ|قتل)ت?\s)"
    r"(?:[^\n.:؟!«“\"()]{2,60}\([^()\n]{2,40}\)\s{0,2}[-–—]{1,4}+\s"
    r"|[^\n.:؟!«]{6,50} الموافق [^\n.:؟!«]{8,40}\n"  # «الواحة 5 صفر 1452هـ الموافق 7 يونيو 2030م وكالة»
    rf"|{_PLACE}[-–—ـ]{{1,4}}+\s{{0,2}}{_PLACE}(?:[-–—ـ]{{1,4}}+|:|\n)\s*+)"
)
_TOKEN: Callable[[tuple[int, int, str]], Token] = functools.partial(tuple.__new__, Token)  # at the speed of a tuple
_DATELINE_WITHIN = 3  # paragraphs from the top


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a mark stands where an opening one would: space or nothing before it, a word after it."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    ended = after in _PUNCTUATION and text[end : end + 2] != ".."
    return (before.isspace() or before in "([:،,ـ-/") and not after.isspace() and not ended


def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quoted stretches of a text, whatever marks they use, in order.

    Marks that do not match each other still pair; an opening one that meets no closing one in its
    paragraph pairs over paragraphs only where the next mark of its kind is a closing one.
    """
    out: list[Quotation] = []
    marks = list(_MARKS.finditer(text))
    i = 0
    while i < len(marks):
        if marks[i].group() == "\n":
            i += 1
            continue
        j = _close(text, marks, i)
        if j is None:
            i += 1
            continue
        a, b = marks[i], marks[j]
        if text[a.end() : b.start()].strip():
            out.append(Quotation(a.start(), b.end(), a.end(), b.start()))
        i = j + 1
    return tuple(out)


def _close(text: str, marks: list[re.Match[str]], i: int) -> int | None:
    """The index of the mark that closes the one at `i`, or None for a stray one."""
    opener = marks[i]
    placed = _opens(text, opener.start(), opener.end()) or _turned(text, opener)
    if not placed and (opener.group() not in _OPENERS or text[opener.end() : opener.end() + 1] in _PUNCTUATION):
        return None
    single = opener.group() in ("'", "‘", "''")
    depth, crossed, resumed = 1, False, False
    for j in range(i + 1, min(len(marks), i + _MOST_MARKS)):
        mark = marks[j].group()
        if marks[j].start() - opener.start() > _LONGEST:
            return None
        if mark == "\n":
            crossed = True
            if single:
                return None
            continue
        if single != (mark in ("'", "‘", "’", "''")):
            if single:
                return None
            continue
        if mark in _CLOSERS and text[max(0, marks[j].start() - 2) : marks[j].start()].rstrip(" ").endswith(":"):
            return None  # «… عنه:» نبني …», which opens the next one
        opening = _opens(text, marks[j].start(), marks[j].end()) and mark not in _CLOSERS
        if opening and _RESUMED.search(text, max(opener.end(), marks[j].start() - _RESUMED_WITHIN), marks[j].start()):
            if mark not in _OPENERS:
                return None
            resumed = True
        if opening and mark in _OPENERS:
            if crossed:
                return None
            depth += 1
            continue
        if crossed and mark != _PARTNERS.get(opener.group()):
            return None
        depth -= 1
        if depth and resumed:
            return None  # «… . وقال النوري: «…»», the first never closes
        if depth == 0 or (mark == _PARTNERS.get(opener.group()) and not _closes_again(text, marks, j)):
            return j
    return None


def _turned(text: str, mark: re.Match[str]) -> bool:
    """Whether a closing mark stands as an opening one: after a space, or right before a word («أن»هنا …»)."""
    if mark.group() not in "»”":
        return False
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < len(text) else " "
    return before.isspace() or before in ":ـ" or after.isalpha()


def _closes_again(text: str, marks: list[re.Match[str]], j: int) -> bool:
    """Whether the next mark after the closing one at `j` closes too, in the same paragraph: then `j` was nested."""
    if j + 1 >= len(marks) or marks[j + 1].group() in ("\n", "''", "'", "‘", "’"):
        return False
    following = marks[j + 1]
    return following.group() in _CLOSERS and not _opens(text, following.start(), following.end())


def _bounds(text: str, quotes: tuple[Quotation, ...], holes: list[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Sentences as (start, end, paragraph) in code points; the final mark is left out."""
    starts = [q.start for q in quotes]
    out: list[tuple[int, int, int]] = []
    cursor = paragraph = 0
    initials = _INITIALS if _INITIAL.search(text) else _BRACKETS
    joined = sorted(m.span() for pattern in (initials, _SPOKEN) for m in pattern.finditer(text))
    ends = (m for m in _END.finditer(text) if not _covered(m.start(), joined))
    cuts = [(m.start(), m.end(), "\n" in m.group() or "\r" in m.group()) for m in ends]
    cuts += [(a, b, True) for a, b in holes]
    cuts.sort()
    apart = set(holes)
    for a, b, breaks in [*cuts, (len(text), len(text), True)]:
        if a < cursor:
            cursor = max(cursor, b) if (a, b) in apart else cursor
            continue
        k = bisect.bisect_right(starts, a) - 1
        inside = k >= 0 and quotes[k].start < a < quotes[k].end - 1 and (a, b) not in apart and a < len(text)
        if inside or (not breaks and _ABBREVIATION.search(text, max(0, a - 9), a)):
            continue
        if text[cursor:a].strip():
            out.append((cursor, a, paragraph))
        cursor = b
        paragraph += breaks
    return out


def _covered(at: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a code point lies inside one of the sorted spans."""
    k = bisect.bisect_right(spans, at, key=lambda span: span[0]) - 1
    return k >= 0 and spans[k][0] <= at < spans[k][1]


def _datelines(text: str, holes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The datelines of the first paragraphs that are not furniture."""
    out: list[tuple[int, int]] = []
    paragraphs = [m for m in re.finditer(r"[^\n]+", text[:2000]) if m.group().strip()]
    shown = [m for m in paragraphs if not any(a <= m.start() < b for a, b in holes)]
    for paragraph in shown[:_DATELINE_WITHIN]:
        found = _DATELINE.match(text, paragraph.start())
        if found and not _JOINED.search(found.group()):
            out.append(found.span())
    return out


def _cut(text: str, tokens: tuple[Token, ...], first: int) -> int:
    """Where a stretch too long for a sentence is cut: after its last comma within the limit, else at the limit."""
    limit = first + _LONGEST_SENTENCE
    commas = (i for i in range(limit, first + 1, -1) if "،" in text[tokens[i - 1].end : tokens[i].start])
    return next(commas, limit)


def _tokens(text: str) -> tuple[tuple[Token, ...], tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
    """The words of a text, what stands before each, the folded form of each and where it begins."""
    parts = _WORD.split(text)  # by turns what is no word and a word
    ends = list(itertools.accumulate(map(len, parts)))
    gaps, starts, ends, forms = parts[:-1:2], ends[:-1:2], ends[1::2], list(map(fold, parts[1::2]))
    if "" in forms:  # a lone tatweel folds to nothing
        kept = [i for i, form in enumerate(forms) if form]
        starts, ends, forms = [starts[i] for i in kept], [ends[i] for i in kept], [forms[i] for i in kept]
        gaps = [text[a:b] for a, b in zip([0, *ends], starts, strict=False)]
    return tuple(map(_TOKEN, zip(starts, ends, forms, strict=True))), tuple(gaps), tuple(forms), tuple(starts)


def passage(report: Report) -> Passage:
    """The report's words, sentences and quotations in its plain text; what is furniture is passed over."""
    read = plain(report.text)
    text = read.text
    tokens, gaps, forms, begins = _tokens(text)
    quotes = quotations(text)
    holes = sorted((read.at(f.span.start), read.at(f.span.end)) for f in report.furniture)
    if report.title and report.title.span:  # a headline says nothing that the report does not
        holes.append((read.at(report.title.span.start), read.at(report.title.span.end)))
    holes = sorted(holes + _datelines(text, holes))
    sentences = []
    for a, b, paragraph in _bounds(text, quotes, holes):
        first, last = bisect.bisect_left(begins, a), bisect.bisect_left(begins, b)
        while last - first > _LONGEST_SENTENCE:
            cut = _cut(text, tokens, first)
            sentences.append(Sentence(a, tokens[cut].start, first, cut, paragraph))
            a, first = tokens[cut].start, cut
        if last > first:
            sentences.append(Sentence(a, b, first, last, paragraph))
    return Passage(text, tokens, tuple(sentences), quotes, gaps, forms, begins)
