"""What somebody pastes, made ready: the words to look for, without links, handles and the line that names a writer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mawqif.arabic import plain
from mawqif.link.words import Word, words

MOST_WORDS = 1500  # of a paste; what comes behind is not looked for
_MOST_LETTERS = 40_000  # code points that are looked at for them
_LINK = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S++", re.I)
_BREAK = re.compile(r"\.{2,}+|…|[.!?؟](?=[\s»])|\n")  # an ellipsis, or the end of a sentence
_ELLIPSIS = ("..", "…")
_SIGNED = re.compile(r"(?<=[\n.!?؟»])\s{0,4}[—–-]\s?([^\n—–«»:]{3,100})\Z")  # «… — Secretary N. N. (@nn) May 5, 2031»
_POSTED = re.compile(r"(?<=\s)[—–-]\s?([^\n—–«»:()]{3,60}\(@[^\n()]{2,40}\)[^\n—–«»:]{0,40})\Z")
_SIGNER = re.compile(r"[^(@،,|\d]+")
_HEADED = re.compile(r"\s{0,4}([^:\n«»?؟!.،]{2,70}):(?=\s?\S)")  # «N.: …»
_HEAD_WORDS = 7
_SHORTEST = 3  # words of a part
_LEAST_BEHIND = 3  # words behind a name and a colon
_TAIL = ("@", "#")
_SHARING = frozenset(("via", "rt", "عبر", "المصدر", "source", "|", "-", "—", "–"))


@dataclass(frozen=True, slots=True)
class Pasted:
    """The words to look for, in `text`.

    `parts` are half-open ranges of words, cut where an ellipsis stands and between sentences; the words before which
    there is an ellipsis are in `marked`. `whole`: nothing was left out for its length.
    """

    text: str
    words: tuple[Word, ...]
    parts: tuple[tuple[int, int], ...]
    marked: frozenset[int] = frozenset()
    whole: bool = True


def cleaned(text: str) -> tuple[str, str | None, bool]:
    """A paste in plain writing without what was shared along with it, who is named in its signature, and whether
    all of it was kept."""
    whole = len(text) <= _MOST_LETTERS
    kept = _LINK.sub(" … ", plain(text[:_MOST_LETTERS]).text).strip()
    signed = _SIGNED.search(kept) or _POSTED.search(kept)
    who = _SIGNER.match(signed[1]) if signed else None
    if signed and who and words(kept[: signed.start()]):
        return _bare(kept[: signed.start()]), who[0].strip(), whole
    return _bare(kept), None, whole


def _bare(text: str) -> str:
    """The text without handles, tags and words of sharing at its ends."""
    parts = text.split(" ")
    while parts and _shared(parts[-1]):
        parts.pop()
    while parts and _shared(parts[0]):
        parts.pop(0)
    return " ".join(parts)


def _shared(word: str) -> bool:
    return not word.strip() or word.startswith(_TAIL) or word.strip(":").lower() in _SHARING


def headed(text: str) -> tuple[str, str] | None:
    """Who is named before a colon at the beginning, and what comes behind it."""
    found = _HEADED.match(text)
    if found is None or len(found[1].split()) > _HEAD_WORDS:
        return None
    rest = text[found.end() :]
    return (found[1].strip(), rest) if len(words(rest)) >= _LEAST_BEHIND else None


def pasted(text: str, whole: bool = True) -> Pasted:
    """The words of a cleaned text; of parts of a word or two each goes with the one before it."""
    found = words(text)
    whole = whole and len(found) <= MOST_WORDS
    found = found[:MOST_WORDS]
    starts, marked, at = [0], set[int](), 0
    for mark in _BREAK.finditer(text):
        while at < len(found) and found[at].start < mark.start():
            at += 1
        if mark[0].startswith(_ELLIPSIS):
            marked.add(at)
        if at - starts[-1] >= _SHORTEST and len(found) - at >= _SHORTEST:
            starts.append(at)
    parts = tuple(zip(starts, [*starts[1:], len(found)], strict=True)) if found else ()
    return Pasted(text, tuple(found), parts, frozenset(marked), whole)
