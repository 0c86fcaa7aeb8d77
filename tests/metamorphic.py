"""Other ways of writing the same text: pure functions from a text and a source of chance to the text rewritten.

None of them changes a word, so none may change a statement. Each result knows for every character which stretch of
the original it stands for, so that what is found in it can be compared with what is found in the original, to the
character. `same` does that: statements as values, their spans led back, their strings folded.
"""

from __future__ import annotations

import dataclasses
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from mawqif.arabic import fold
from mawqif.model import Span, Statement


@dataclass(frozen=True)
class Rewritten:
    """A text rewritten; character i stands for the code points `first[i]` to `last[i]` of the original."""

    text: str
    first: tuple[int, ...]
    last: tuple[int, ...]

    def original(self, span: Span) -> tuple[int, int]:
        """The code points of the original that a span stands for."""
        return self.first[span.start], self.last[span.end - 1]


Rewrite = Callable[[str, random.Random], Rewritten]
Piece = tuple[str, int, int]  # what is written for the code points from the first to the second number


def built(pieces: Iterable[Piece]) -> Rewritten:
    text: list[str] = []
    first: list[int] = []
    last: list[int] = []
    for new, a, b in pieces:
        text.append(new)
        first += [a] * len(new)
        last += [b] * len(new)
    return Rewritten("".join(text), tuple(first), tuple(last))


def as_it_is(text: str) -> Rewritten:
    return built((c, i, i + 1) for i, c in enumerate(text))


def by_character(text: str, change: Callable[[int, str], str]) -> Rewritten:
    return built((change(i, c), i, i + 1) for i, c in enumerate(text))


LETTER = re.compile("[ء-ي]")
VOWELS, TANWIN, SHADDA = "َُِْ", "ًٌٍ", "ّ"
JOINING = frozenset("بتثجحخسشصضطظعغفقكلمنهيئ")  # letters that join the one after them


def tashkeel(text: str, chance: random.Random) -> Rewritten:
    """Short vowels, shadda and tanwin on letters, in no grammatical order."""

    def marked(i: int, c: str) -> str:
        if not LETTER.match(c) or c == "ـ" or chance.random() < 0.4:
            return c
        ends = not LETTER.match(text[i + 1 : i + 2] or " ")
        shadda = SHADDA if chance.random() < 0.15 else ""
        return c + shadda + chance.choice(TANWIN if ends and chance.random() < 0.5 else VOWELS)

    return by_character(text, marked)


def tatweel(text: str, chance: random.Random) -> Rewritten:
    """Letters drawn out where they join."""

    def drawn_out(i: int, c: str) -> str:
        joins = c in JOINING and LETTER.match(text[i + 1 : i + 2] or " ")
        return c + "ـ" * chance.randint(1, 4) if joins and chance.random() < 0.3 else c

    return by_character(text, drawn_out)


OPENERS, CLOSERS = "«“„‹❝", "»”›❞"


def directions(text: str) -> dict[int, bool]:
    """Of each quotation mark whether it opens: by its shape, a straight one by its turn in the paragraph."""
    opens: dict[int, bool] = {}
    opened = False
    for i, c in enumerate(text):
        if c == "\n":
            opened = False
        elif c in OPENERS or c in CLOSERS:
            opened = opens[i] = c in OPENERS and not (c == "“" and opened)
        elif c == '"':
            opened = opens[i] = not opened
    return opens


def marks(opening: str, closing: str) -> Rewrite:
    def rewrite(text: str, chance: random.Random) -> Rewritten:
        opens = directions(text)
        return by_character(text, lambda i, c: (opening if opens[i] else closing) if i in opens else c)

    rewrite.__doc__ = f"Quotations in {opening} {closing}, whatever marks they had."
    return rewrite


def america(text: str, chance: random.Random) -> Rewritten:
    """أمريكا, أمريكي, … in the other spelling, each of them."""
    moved = {m.start(): "يرك" if m[1] == "ريك" else "ريك" for m in re.finditer("(?<=[أا]م)(ريك|يرك)", text)}
    at = {i + k: letter for i, letters in moved.items() for k, letter in enumerate(letters)}
    return by_character(text, lambda i, c: at.get(i, c))


def line_ends(end: str) -> Rewrite:
    def rewrite(text: str, chance: random.Random) -> Rewritten:
        return by_character(text, lambda i, c: end if c == "\n" else c)

    rewrite.__doc__ = f"Lines that end in {end!r}."
    return rewrite


def spaces(others: str) -> Rewrite:
    def rewrite(text: str, chance: random.Random) -> Rewritten:
        return by_character(text, lambda i, c: chance.choice(others) if c == " " else c)

    rewrite.__doc__ = f"Words apart by {', '.join(unicodedata.name(c) for c in others)}."
    return rewrite


def double_spaces(text: str, chance: random.Random) -> Rewritten:
    """Two or three spaces between words here and there."""
    return by_character(text, lambda i, c: " " * chance.randint(1, 3) if c == " " else c)


def _shapes() -> dict[str, dict[str, str]]:
    """Letter or ligature -> its place in a word (isolated, initial, medial, final) -> the presentation form."""
    out: dict[str, dict[str, str]] = {}
    for code in range(0xFE80, 0xFEFD):
        place, *letters = unicodedata.decomposition(chr(code)).split()
        out.setdefault("".join(chr(int(x, 16)) for x in letters), {})[place.strip("<>")] = chr(code)
    return out


SHAPES = _shapes()


def presentation(text: str, chance: random.Random) -> Rewritten:
    """Letters as they were stored before Unicode: by their shape in the word, lam and alef in one."""

    def pieces() -> Iterator[Piece]:
        i = 0
        while i < len(text):
            n = len(text[i : i + 2]) if text[i : i + 2] in SHAPES else 1
            shapes = SHAPES.get(text[i : i + n], {})
            joined = i > 0 and text[i - 1] in JOINING
            joins = n == 1 and text[i] in JOINING and (text[i + 1 : i + 2] or " ") in SHAPES
            place = ("medial" if joins else "final") if joined else ("initial" if joins else "isolated")
            yield shapes.get(place) or shapes.get("isolated") or text[i], i, i + n if shapes else i + 1
            i += n if shapes else 1

    return built(pieces())


def decomposed(text: str, chance: random.Random) -> Rewritten:
    """Hamza and madda as marks of their own, as some systems write them."""
    return by_character(text, lambda i, c: unicodedata.normalize("NFD", c) if c in "أإآؤئ" else c)


CONTROLS = "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u200b\u2060\ufeff"


def controls(text: str, chance: random.Random) -> Rewritten:
    """Directional marks, embeddings, isolates and byte order marks at both ends of words, beside what stands there."""

    def beside(i: int, c: str) -> str:
        if chance.random() > 0.2:
            return c
        before, after = text[i - 1 : i], text[i + 1 : i + 2]
        if c.isalnum() == after.isalnum() and c.isalnum() == before.isalnum() and after and before:
            return c
        added = "".join(chance.choices(CONTROLS, k=chance.randint(1, 2)))
        return added + c if chance.random() < 0.5 else c + added

    return by_character(text, beside)


def joiners(text: str, chance: random.Random) -> Rewritten:
    """Zero-width joiners and non-joiners and soft hyphens within words."""
    return by_character(text, lambda i, c: c + chance.choice("\u200c\u200d\u00ad") if chance.random() < 0.1 else c)


def everything(text: str, chance: random.Random) -> Rewritten:
    """Several of them one over the other."""
    out = as_it_is(text)
    for rewrite in (america, marks("“", "”"), tatweel, tashkeel, spaces(" \u00a0\u202f"), controls, line_ends("\r\n")):
        after = rewrite(out.text, chance)
        first = tuple(out.first[a] for a in after.first)
        out = Rewritten(after.text, first, tuple(out.last[b - 1] for b in after.last))
    return out


REWRITES: dict[str, Rewrite] = {
    "tashkeel": tashkeel,
    "tatweel": tatweel,
    "marks « »": marks("«", "»"),
    "marks “ ”": marks("“", "”"),
    "marks „ “": marks("„", "“"),
    "marks ” “": marks("”", "“"),
    "marks ‹ ›": marks("‹", "›"),
    'marks " "': marks('"', '"'),
    "marks '' ''": marks("''", "''"),
    "أمريكا أميركا": america,
    "CRLF": line_ends("\r\n"),
    "CR": line_ends("\r"),
    "line separators": line_ends("\u2028"),
    "no-break spaces": spaces("\u00a0"),
    "narrow spaces": spaces("\u202f\u2009\u2007"),
    "double spaces": double_spaces,
    "presentation forms": presentation,
    "decomposed hamza": decomposed,
    "controls": controls,
    "joiners": joiners,
    "several at once": everything,
}


Values = Counter[Any]


def values(statements: Iterable[Statement], rewritten: Rewritten) -> Values:
    """Statements as values that two ways of writing share; the id, which hangs on the text, is left out."""
    return Counter(_value(dataclasses.replace(s, id=""), rewritten) for s in statements)


def _value(value: object, rewritten: Rewritten) -> Any:
    if isinstance(value, Span):
        return rewritten.original(value)
    if isinstance(value, tuple):
        return tuple(_value(v, rewritten) for v in value)
    if isinstance(value, str):
        return fold(value)
    if dataclasses.is_dataclass(value):
        return tuple((f.name, _value(getattr(value, f.name), rewritten)) for f in dataclasses.fields(value))
    return value


def shared(before: Values, after: Values) -> tuple[int, int]:
    """How many statements are the same, and how many there are in either."""
    return (before & after).total(), (before | after).total()


def shown(value: Any, text: str) -> str:
    """A statement's value for a reader: what the original has at its spans."""
    fields = dict(value)

    def words(span: tuple[int, int] | None) -> str:
        return text[slice(*span)] if span else "-"

    speaker = dict(fields["speaker"])
    about = " ".join(f"{k}={v}" for k, v in fields.items() if k not in ("id", "content", "cue", "speaker", "score"))
    spoken = f"{words(speaker['mention'])} = {speaker['name']} ({speaker['kind']}, {speaker['rule']})"
    return f"[{words(fields['cue'])}] {words(fields['content'])!r} {fields['content']} <{spoken}> {about}"
