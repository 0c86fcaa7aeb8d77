"""English frames: where the content of a verb begins, and by which sign."""

from __future__ import annotations

from dataclasses import dataclass

from mawqif.extract.english.line import Line
from mawqif.extract.english.words import (
    BE,
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    MARKS,
    PREPOSITIONS,
    PRONOUNS,
    Verb,
)

_REACH = 16
_LEADS = frozenset("to of for against on about with".split())  # prepositions that may begin a content
_HEARERS = frozenset("reporters journalists parliament him her them us me lawmakers viewers diplomats".split())
_AUX = BE | frozenset(
    "has have had will would can could may might must should did does do won't can't cannot shall remains".split()
)
_ASKED = frozenset(("whether", "when", "where", "how", "why", "if", "what"))
_ABOUT = frozenset(("at", "about", "over", "under"))  # «at least 20», «over 20»
_WHOLE = 3  # words of a quotation that can be all that was said


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a content begins and, for a quotation, ends (code points); the index of its first word; its rule."""

    rule: str
    start: int
    end: int | None
    first: int
    direct: bool = False


def find(line: Line, i: int, verb: Verb) -> Frame | None:
    """The frame after the verb at i."""
    governs = verb.governs
    if "person" in governs and (found := _party(line, i, verb)):
        return found
    said = line.after_circumstances(i + 1)
    for j in range(i + 1, min(len(line.words), i + _REACH)):
        form = line.form(j)
        if form == ":":
            return _colon(line, j)
        if form == "«" and (("quote" in governs and j in (i + 1, said)) or line.form(j - 1) in (",", ":")):
            return _quote(line, j)
        if form in _ASKED and j == i + 1 and "that" in governs:
            return _from(line, "that", j)
        if form == "that" and ("that" in governs or "object" in governs):
            return that(line, j)
        if form in governs and form in _LEADS and j - i <= 3:
            return _preposition(line, i, j, verb)
        if form == "out" and "out" in governs and j == i + 1:
            return that(line, j + 1) if line.form(j + 1) == "that" else _from(line, "object", j + 1)
        if j == i + 1 and "object" in governs and _noun(line, j):
            return _from(line, "object", j)
        if j > i + 1 and line.role(j):
            break
        if form in (";", "»") or (form == "," and j >= said and line.form(j + 1) not in ("«", "that")):
            break
    return bare(line, i + 1) if "that" in governs and "person" not in governs else None


def that(line: Line, j: int) -> Frame:
    """«that» at j; a whole quotation after it is direct."""
    opened = j + 1
    if line.form(opened) == "«" and opened in line.close:
        closed = line.close[opened]
        if closed - opened > _WHOLE and _ends(line, closed + 1):
            return Frame("that-quote", line.words[opened + 1].start, line.words[closed - 1].end, opened + 1, True)
    return Frame("that", line.words[j].start, None, j)


def _ends(line: Line, i: int) -> bool:
    """Whether nothing of the reported words goes on at i."""
    return line.form(i) in ("", ",", ";", ":", "—") or line.form(i) in CONJUNCTIONS


def _from(line: Line, rule: str, j: int) -> Frame | None:
    return Frame(rule, line.words[j].start, None, j) if j < len(line.words) else None


def _colon(line: Line, j: int) -> Frame | None:
    if line.form(j + 1) == "«":
        return _quote(line, j + 1)
    return Frame("colon", line.words[j + 1].start, None, j + 1, True) if j + 1 < len(line.words) else None


def _quote(line: Line, j: int) -> Frame | None:
    """A quotation at j: direct where it is all that is said, else the beginning of a mixed content."""
    closed = line.close.get(j)
    if closed is None:
        return _from(line, "quote", j + 1)
    if _ends(line, closed + 1) and closed - j > 1:
        return Frame("quote", line.words[j + 1].start, line.words[closed - 1].end, j + 1, True)
    return Frame("that", line.words[j].start, None, j) if closed + 1 < len(line.words) else None


def _preposition(line: Line, i: int, j: int, verb: Verb) -> Frame | None:
    """«called for talks»; «called on the council to meet»: the party addressed is left out."""
    if line.form(j) == "on" and "for" in verb.governs:
        k = next((k for k in range(j + 2, min(len(line.words), j + _REACH)) if line.form(k) in ("to", "for")), None)
        return _from(line, "to", k) if k else None
    if line.form(j) == "to" and "for" in verb.governs:  # «appealed to both sides to stop»
        k = next((k for k in range(j + 2, min(len(line.words), j + 12)) if line.form(k) in ("to", "for")), None)
        return _from(line, "to", k or j)
    return _from(line, "to", j)


def _party(line: Line, i: int, verb: Verb) -> Frame | None:
    """«urged both sides to stop», «told reporters that», «accused the company of»."""
    if line.form(i + 1) in ("that", "«", ":", "to", "of", "against", "about"):
        return None
    for k in range(i + 2, min(len(line.words), i + _REACH)):
        form = line.form(k)
        if form == "that" and "that" in verb.governs:
            return that(line, k)
        if form == "«":
            return _quote(line, k) if "quote" in verb.governs else None
        if form == ":":
            return _colon(line, k)
        if form in verb.governs and form in _LEADS and form != "that":
            return _from(line, "to", k)
        if form == "not" and line.form(k + 1) == "to" and "to" in verb.governs:
            return _from(line, "to", k)
        if form in ("»", ";") or line.role(k):
            return None
    if "that" in verb.governs and (line.form(i + 1) in _HEARERS or line.capital(i + 1)):
        k = i + 2
        while line.capital(k) and line.form(k - 1) not in _HEARERS:
            k += 1
        return bare(line, k)
    return None


def _noun(line: Line, j: int) -> bool:
    """Whether a noun phrase or a gerund that is an object begins at j."""
    form = line.form(j)
    return form not in MARKS | PREPOSITIONS | CONJUNCTIONS | DAYS | {"that", "how", "why"} and not form.endswith("ly")


def bare(line: Line, i: int) -> Frame | None:
    """A clause without «that», behind circumstances of the saying: «said on Tuesday the dam would stay closed»."""
    k = line.after_circumstances(i)
    if line.form(k) == "that":
        return that(line, k)
    form = line.form(k)
    counted = form in _ABOUT and (line.form(k + 1) in ("least", "most") or line.form(k + 1).isdigit())
    if len(line.words) - k < 3 or (form in MARKS | PREPOSITIONS | CONJUNCTIONS and not counted):
        return None
    named = line.capital(k) or form in DETERMINERS or form in PRONOUNS or form in ("there", "it", "both", "all")
    plural = form.endswith("s") or line.form(k + 1).endswith("s")
    ahead = [line.form(j) for j in range(k + 1, min(len(line.words), k + 14))]
    finite = any(w in _AUX or w.endswith("ed") for w in ahead)
    return Frame("that", line.words[k].start, None, k) if (named or plural or counted) and finite else None
