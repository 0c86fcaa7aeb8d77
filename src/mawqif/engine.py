"""The pipeline over many pages: in this process, or in several.

Results come in the order of the pages. At most a few chunks are under way at a time, so memory
does not grow with the input, and a page that fails, or takes its process down, costs only itself.
What a source could not read comes as an error in its place, and is passed on in that place.
"""

from __future__ import annotations

import functools
import gc
import itertools
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from mawqif import errors
from mawqif.errors import InputError, MawqifError
from mawqif.i18n import N_
from mawqif.lexicon import Lexicon, load
from mawqif.model import Issue, Page, Reading
from mawqif.pipeline import read

Item: TypeAlias = Page | MawqifError
Result: TypeAlias = Reading | MawqifError
Pair: TypeAlias = tuple[Page | None, Result]
Chunk: TypeAlias = tuple[Item, ...]
Issues: TypeAlias = tuple[Issue, ...]

CHUNK_ITEMS = 16
CHUNK_CHARACTERS = 400_000
CHUNKS_PER_WORKER = 3
_COLLECTIONS = (20_000, 20, 20)  # objects made before young ones are looked through, and how often older ones are
SMALL = 4  # chunks that are read sooner than processes start

FAILED = N_("{location}: reading it failed ({reason}); this report is left out")
CRASHED = N_("{location}: reading it ended a process; this report is left out")


@dataclass(frozen=True, slots=True)
class _Failure:
    """An exception in a form that every process can send (see `_sealed`)."""

    name: str
    message: str
    fields: dict[str, str]


def cores() -> int:
    """How many processes may work at a time on this machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def run(
    items: Iterable[Item], lexicon_folders: Sequence[Path], workers: int, issues: Sequence[Issue] = ()
) -> Generator[Pair, None, None]:
    """Read every page, in order: each with its reading, or with the error that it cost.

    Positions are looked for where there are `issues`.

    An error among the items comes out as (None, error). LexiconError is raised at once. With one
    worker, or few pages, no process is started.
    """
    folders, asked = tuple(lexicon_folders), tuple(issues)
    lexicon = lasting(folders)
    if workers == 1:
        return (_alone(item, lexicon, asked) for item in items)
    chunks = _chunks(iter(items))
    first = tuple(itertools.islice(chunks, SMALL))
    if len(first) == SMALL:
        return _parallel(itertools.chain(first, chunks), _Pool(folders, workers, asked))
    return (_alone(item, lexicon, asked) for item in itertools.chain.from_iterable(first))


@functools.lru_cache(maxsize=8)
def lasting(folders: tuple[Path, ...]) -> Lexicon:
    """The lexicon, left alone by the garbage collector from now on, as all that is in memory already.

    Its hundred thousand objects live as long as the process; looking through them again and again costs a tenth
    of the time of reading. What reading makes goes as soon as nothing refers to it, so that cycles are looked for
    seldom.
    """
    lexicon = load(folders)
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECTIONS)
    return lexicon


def _alone(item: Item, lexicon: Lexicon, issues: Issues) -> Pair:
    return (None, item) if isinstance(item, MawqifError) else (item, _safely(item, lexicon, issues))


def _chunks(items: Iterator[Item]) -> Iterator[Chunk]:
    chunk: list[Item] = []
    size = 0
    for item in items:
        chunk.append(item)
        size += len(item.text) if isinstance(item, Page) else 0
        if len(chunk) >= CHUNK_ITEMS or size >= CHUNK_CHARACTERS:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)


def _safely(page: Page, lexicon: Lexicon, issues: Issues) -> Result:
    try:
        return read(page, lexicon, issues)
    except MawqifError as e:
        return e
    except Exception as e:
        if os.environ.get("MAWQIF_DEBUG"):
            raise
        return InputError(FAILED, location=page.location, reason=f"{type(e).__name__}: {e}")


def _sealed(result: Result) -> Reading | _Failure:
    """Exceptions with fields do not survive pickling, and a field may be anything: send words instead."""
    if isinstance(result, MawqifError):
        return _Failure(type(result).__name__, result.message, {k: str(v) for k, v in result.fields.items()})
    return result


def _opened(result: Reading | _Failure) -> Result:
    if isinstance(result, _Failure):
        kind = getattr(errors, result.name, InputError)
        error: MawqifError = kind(result.message, **result.fields)
        return error
    return result


def _start_worker() -> None:
    """The interrupt is the parent's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(pages: tuple[Page, ...], folders: tuple[Path, ...], issues: Issues) -> list[Reading | _Failure]:
    lexicon = lasting(folders)
    return [_sealed(_safely(page, lexicon, issues)) for page in pages]


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """A process that starts in here never sees an interrupt, which it could only answer with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Pool:
    """Processes that read chunks; after a crash, new ones."""

    def __init__(self, folders: tuple[Path, ...], workers: int, issues: Issues) -> None:
        self.folders = folders
        self.workers = workers
        self.issues = issues
        self._executor: ProcessPoolExecutor | None = None

    def submit(self, chunk: Chunk) -> Future[list[Reading | _Failure]]:
        if self._executor is None:
            # spawn: the parent may have threads (a progress bar), and forking those can deadlock
            context = multiprocessing.get_context("spawn")
            self._executor = ProcessPoolExecutor(self.workers, context, _start_worker)
        bare = tuple(replace(item, raw=None) for item in chunk if isinstance(item, Page))
        try:
            with _interrupts_held():
                return self._executor.submit(_work, bare, self.folders, self.issues)
        except BrokenProcessPool as e:
            failed: Future[list[Reading | _Failure]] = Future()
            failed.set_exception(e)
            return failed

    def close(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None


def _parallel(chunks: Iterable[Chunk], pool: _Pool) -> Generator[Pair, None, None]:
    under_way: deque[tuple[Chunk, Future[list[Reading | _Failure]]]] = deque()
    try:
        for chunk in chunks:
            under_way.append((chunk, pool.submit(chunk)))
            if len(under_way) >= pool.workers * CHUNKS_PER_WORKER:
                yield from _finish(pool, *under_way.popleft())
        while under_way:
            yield from _finish(pool, *under_way.popleft())
    finally:
        pool.close()


def _finish(pool: _Pool, chunk: Chunk, future: Future[list[Reading | _Failure]]) -> Iterator[Pair]:
    try:
        results = iter([_opened(r) for r in future.result()])
    except BrokenProcessPool:
        # Some page of some chunk took its process down. New chunks get new processes; the pages
        # of this one are read one at a time, so that only the guilty page is lost.
        pool.close()
        results = iter(_one_by_one(chunk, _Pool(pool.folders, 1, pool.issues)))
    for item in chunk:
        yield (None, item) if isinstance(item, MawqifError) else (item, next(results))


def _one_by_one(chunk: Chunk, solo: _Pool) -> list[Result]:
    results: list[Result] = []
    try:
        for page in chunk:
            if isinstance(page, MawqifError):
                continue
            try:
                results.extend(_opened(r) for r in solo.submit((page,)).result())
            except BrokenProcessPool:
                solo.close()
                results.append(InputError(CRASHED, location=page.location))
    finally:
        solo.close()
    return results
