"""Invented readings that the tests of the record share, with every field filled somewhere."""

from __future__ import annotations

import datetime as dt

from mawqif.model import (
    Act,
    Date,
    Fact,
    Furniture,
    Instrument,
    Kind,
    Mode,
    Page,
    Provenance,
    Reading,
    Report,
    Span,
    Speaker,
    Statement,
    report_id,
    statement_id,
)


def within(text: str, part: str | None) -> Span | None:
    """The first place of `part` in `text`."""
    if part is None:
        return None
    at = text.index(part)
    return Span.of(text, at, at + len(part))


def needed(text: str, part: str) -> Span:
    at = text.index(part)
    return Span.of(text, at, at + len(part))


def said(
    text: str,
    content: str,
    *,
    cue: str | None = "قال",
    mention: str | None = None,
    name: str | None = None,
    office: str | None = None,
    act: Act = Act.STATE,
    via: tuple[str, ...] = (),
    said_on: str | None = None,
    date: Date | None = None,
    instruments: tuple[tuple[str, str], ...] = (),
    score: float = 0.7,
) -> Statement:
    """A statement in `text`; its id is filled by `reading`."""
    return Statement(
        id="",
        content=needed(text, content),
        cue=within(text, cue),
        speaker=Speaker(within(text, mention), name, Kind.PERSON if name else Kind.UNNAMED, office, "test"),
        mode=Mode.INDIRECT,
        act=act,
        via=tuple(needed(text, v) for v in via),
        negated=act is Act.DENY,
        said_on=within(text, said_on),
        date=date,
        instruments=tuple(Instrument(needed(text, words), id) for words, id in instruments),
        score=score,
        rule="test",
    )


def reading(
    text: str,
    *statements: Statement,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    date: str | None = None,
    given_id: str | None = None,
    furniture: tuple[str, ...] = (),
) -> tuple[Page, Reading]:
    """A page and what was read in it."""

    def fact(value: str | None) -> Fact | None:
        if value is None:
            return None
        at = within(text, value) if value in text else None
        return Fact(value, Provenance.TEXT if at else Provenance.GIVEN, at)

    key = report_id(text, outlet, url)
    report = Report(
        id=key,
        text=text,
        given_id=given_id,
        title=fact(title),
        outlet=fact(outlet),
        url=url,
        date=fact(date),
        furniture=tuple(Furniture(needed(text, f), "label") for f in furniture),
        extractor="test 1",
    )
    page = Page(
        text=text,
        location=f"reports/{key}.txt",
        url=url,
        raw=text.encode("utf-16"),
        encoding="utf-16",
        retrieved=dt.datetime(2031, 3, 6, 7, 8, 9, tzinfo=dt.UTC),
    )
    named = tuple(_with_id(s, key) for s in statements)
    return page, Reading(report, named)


def _with_id(s: Statement, report: str) -> Statement:
    fields = {f: getattr(s, f) for f in s.__dataclass_fields__}
    return Statement(**{**fields, "id": statement_id(report, s.cue, s.content)})


CROSSING = (
    "عاجل\nمعبر الوادي يُغلق\n"
    "الساحل – نقلا عن وكالة سيلاق قال وزيرُ الميـاه الأوّل إحسان النوري يوم أمس إن السدّ رقم ٢٢٥٤ سيبقى مغلقًا 🌊 "
    "حتى إشعار آخر. ودعا مسؤول إلى الحوار بين الطرفين."
)
BRIDGES = "قالت المتحدثة هالة مراد: «لن نوقّع على اتفاق الجسرين قبل الربيع». ونفت الأنباء عن الحوار."
EARLIER = "أكد السفير داود البستاوي أن بلاده تؤيّد مبادرة الجسرين."
BARE = "صفحة بلا تصريح عن مياه السدود."


def crossing(**facts: str) -> tuple[Page, Reading]:
    """A dated report with furniture, a relay, a date of its own and an unnamed source."""
    minister = said(
        CROSSING,
        "إن السدّ رقم ٢٢٥٤ سيبقى مغلقًا 🌊",
        mention="وزيرُ الميـاه الأوّل إحسان النوري",
        name="إحسان النوري",
        office="وزير المياه",
        via=("وكالة سيلاق", "الساحل"),
        said_on="أمس",
        date=dt.date(2031, 3, 4),
        score=0.9,
    )
    official = said(CROSSING, "إلى الحوار بين الطرفين", cue="دعا", mention="مسؤول", act=Act.DEMAND, score=0.3)
    given = {"title": "معبر الوادي يُغلق", "outlet": "صحيفة الأُفق", "date": "2031-03-05", **facts}
    return reading(CROSSING, minister, official, furniture=("عاجل",), **given)  # type: ignore[arg-type]


def bridges() -> tuple[Page, Reading]:
    """An undated report with an address."""
    first = said(
        BRIDGES,
        "لن نوقّع على اتفاق الجسرين قبل الربيع",
        cue="قالت",
        mention="المتحدثة هالة مراد",
        name="هالة مراد",
        instruments=(("اتفاق الجسرين", "two-bridges"),),
    )
    second = said(BRIDGES, "الأنباء عن الحوار", cue="نفت", name="هالة مراد", act=Act.DENY)
    return reading(BRIDGES, first, second, url="https://example.org/١?a=b", outlet="يوميات الساحل", given_id="doc-7")


def earlier() -> tuple[Page, Reading]:
    """A dated report whose statement has no date of its own."""
    only = said(
        EARLIER,
        "بلاده تؤيّد مبادرة الجسرين",
        cue="أكد",
        mention="السفير داود البستاوي",
        name="داود البستاوي",
        act=Act.SUPPORT,
        instruments=(("مبادرة الجسرين", "bridges-initiative"), ("الجسرين", "two-bridges")),
    )
    return reading(EARLIER, only, date="2030-12-31", outlet="الأفق الجديد")


def bare() -> tuple[Page, Reading]:
    """A report without statements, outlet or date."""
    return reading(BARE)


def numbered(i: int) -> tuple[Page, Reading]:
    """One of any number of small reports."""
    text = f"قال الوزير إحسان النوري إن الدفعة {i} وصلت إلى المعبر."
    return reading(text, said(text, f"إن الدفعة {i} وصلت", mention="الوزير إحسان النوري", name="إحسان النوري"))


def everything() -> list[tuple[Page, Reading]]:
    return [crossing(), bridges(), earlier(), bare()]
