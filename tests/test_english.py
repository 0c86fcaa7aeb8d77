"""English reported speech inside Arabic pages: invented sentences, one pattern of the language each."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from mawqif import lexicon
from mawqif.model import Page, Statement
from mawqif.pipeline import read

ARABIC = "عقد مجلس المياه جلسته في الواحة."
SAMER = "Samer Al-Nouri"
CLOSED = "the dam would stay closed"
# sentence, then for each statement: cue, content, speaker's name
CASES: list[tuple[str, list[tuple[str | None, str, str]]]] = [
    # indirect, subject before
    (f"Water Minister {SAMER} said that {CLOSED}.", [("said", f"that {CLOSED}", SAMER)]),
    (f"Water Minister {SAMER} said {CLOSED}.", [("said", CLOSED, SAMER)]),
    (f"On Tuesday, {SAMER} said that {CLOSED}.", [("said", f"that {CLOSED}", SAMER)]),
    (f"{SAMER} said on Tuesday in a statement that {CLOSED}.", [("said", f"that {CLOSED}", SAMER)]),
    (f"{SAMER} said on Tuesday {CLOSED}.", [("said", CLOSED, SAMER)]),
    (f"{SAMER}, the water minister, said that {CLOSED}.", [("said", f"that {CLOSED}", SAMER)]),
    (f"{SAMER}, who visited the valley on Monday, said that {CLOSED}.", [("said", f"that {CLOSED}", SAMER)]),
    (f"The water minister, {SAMER}, has announced that {CLOSED}.", [("announced", f"that {CLOSED}", SAMER)]),
    (f"{SAMER} also told reporters in Wahat that {CLOSED}.", [("told", f"that {CLOSED}", SAMER)]),
    (f"{SAMER} told parliament {CLOSED}.", [("told", CLOSED, SAMER)]),
    (f"{SAMER} told the River Council that {CLOSED}.", [("told", f"that {CLOSED}", SAMER)]),
    ("The Water Ministry says the valley has enough rain.", [("says", "the valley has enough rain", "Water Ministry")]),
    ("Officials say the valley has enough rain.", [("say", "the valley has enough rain", "Officials")]),
    ("The minister pointed out that the valley has rain.", [("pointed", "that the valley has rain", "minister")]),
    # behind the clause, and by an adverbial
    (f"The dam will stay closed, {SAMER} said on Tuesday.", [("said", "The dam will stay closed", SAMER)]),
    (f"The dam will stay closed, the minister {SAMER} told reporters.", [("told", "The dam will stay closed", SAMER)]),
    ("The dam will stay closed, according to the Water Ministry.",
     [("according to", "The dam will stay closed", "Water Ministry")]),
    ("According to the Water Ministry, the dam will stay closed.",
     [("According to", "the dam will stay closed", "Water Ministry")]),
    # direct
    (f'"We will open the dam," {SAMER} said.', [("said", "We will open the dam", SAMER)]),
    (f"“We will open the dam,” said {SAMER}.", [("said", "We will open the dam", SAMER)]),
    (f'"We will open the dam," said Water Minister {SAMER} on Monday.', [("said", "We will open the dam", SAMER)]),
    (f'"We will open the dam," {SAMER} told the council.', [("told", "We will open the dam", SAMER)]),
    (f'{SAMER} said: "We will open the dam."', [("said", "We will open the dam", SAMER)]),
    (f'{SAMER} added, "We will open the dam".', [("added", "We will open the dam", SAMER)]),
    (f'{SAMER} said that "the dam will open before spring".', [("said", "the dam will open before spring", SAMER)]),
    (f"{SAMER} wrote: We will open the dam.", [("wrote", "We will open the dam", SAMER)]),
    # deeds
    (f"{SAMER} called for talks between the two cities.", [("called", "for talks between the two cities", SAMER)]),
    (f"{SAMER} called on both cities to resume talks.", [("called", "to resume talks", SAMER)]),
    (f"{SAMER} urged the company to repair the dam.", [("urged", "to repair the dam", SAMER)]),
    (f"{SAMER} strongly condemned the closure of the crossing.",
     [("condemned", "the closure of the crossing", SAMER)]),
    (f"{SAMER} denied that the dam was empty.", [("denied", "that the dam was empty", SAMER)]),
    (f"{SAMER} denied the report.", [("denied", "the report", SAMER)]),
    (f"{SAMER} rejected the offer of the company.", [("rejected", "the offer of the company", SAMER)]),
    (f"{SAMER} ruled out a new tax.", [("ruled", "a new tax", SAMER)]),
    (f"{SAMER} welcomed the agreement on the river.", [("welcomed", "the agreement on the river", SAMER)]),
    (f"{SAMER} warned that the valley would run dry.", [("warned", "that the valley would run dry", SAMER)]),
    (f"{SAMER} warned the company against delays.", [("warned", "against delays", SAMER)]),
    (f"{SAMER} warned of a dry summer.", [("warned", "of a dry summer", SAMER)]),
    (f"{SAMER} accused the company of hiding the damage.", [("accused", "of hiding the damage", SAMER)]),
    (f"{SAMER} pledged to open the dam by spring.", [("pledged", "to open the dam by spring", SAMER)]),
    (f"{SAMER} thanked the farmers for their patience.", [("thanked", "for their patience", SAMER)]),
    (f"{SAMER} declined to comment on the talks.", [("declined", "to comment on the talks", SAMER)]),
    (f"{SAMER} expressed concern over the low water.", [("expressed", "concern over the low water", SAMER)]),
    ("The River Council is calling for an inquiry.", [("calling", "for an inquiry", "River Council")]),
    # one sentence, several sayings
    (f"{SAMER} said that {CLOSED}, adding that repairs had begun.",
     [("said", f"that {CLOSED}", SAMER), ("adding", "that repairs had begun", SAMER)]),
    (f"{SAMER} condemned the closure and called for talks.",
     [("condemned", "the closure", SAMER), ("called", "for talks", SAMER)]),
    (f"{SAMER} said {CLOSED}, while the River Council warned of a dry summer.",
     [("said", CLOSED, SAMER), ("warned", "of a dry summer", "River Council")]),
    (f'"The dam is safe," said {SAMER}, noting that repairs had begun.',
     [("said", "The dam is safe", SAMER), ("noting", "that repairs had begun", SAMER)]),
    (f"{SAMER} said in a statement posted on Monday that {CLOSED}.", [("said", f"that {CLOSED}", SAMER)]),
    (f"{SAMER} said at least 20 farms had no water.", [("said", "at least 20 farms had no water", SAMER)]),
    (f'{SAMER} said he was "deeply worried" by the report.',
     [("said", 'he was "deeply worried" by the report', SAMER)]),
    (f"{SAMER} did not say when the dam would open.", [("say", "when the dam would open", SAMER)]),
    (f'{SAMER} called the plan a "big lie" and said {CLOSED}.', [("said", CLOSED, SAMER)]),
    # relays
    (f"The Horizon newspaper quoted {SAMER} as saying that {CLOSED}.", [("quoted", f"that {CLOSED}", SAMER)]),
    (f"{SAMER} was quoted as saying that {CLOSED}.", [("quoted", f"that {CLOSED}", SAMER)]),
    ("Hala Marad said that the River Council called for an inquiry.",
     [("called", "for an inquiry", "River Council")]),
    # no sayings
    ("The report was published on Monday.", []),
    ("The dam, built in 1990, is the said company's property.", []),
    (f"{SAMER} went to the valley to say goodbye.", []),
    ("The claims of the company are old.", []),
]  # fmt: skip


def statements(text: str) -> tuple[Statement, ...]:
    return read(Page(text=text, location="test", date=dt.date(2031, 5, 7)), lexicon.load()).statements


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:60] for c in CASES])
def test_cue_content_and_speaker_of_english_speech(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    found = statements(f"{ARABIC}\n{text}")
    assert [(s.cue.text if s.cue else None, s.content.text, s.speaker.name) for s in found] == expected


MORE = [
    # pronouns and surnames go back to who was named
    (f"{SAMER} said that {CLOSED}. He added that repairs had begun. Al-Nouri called for talks.", [SAMER] * 3),
    (f"{SAMER} visited the valley. Al-Nouri said {CLOSED}.", [SAMER]),
    # abbreviations end no sentence
    (f"Dr. {SAMER} told the U.S. council that {CLOSED}.", [SAMER]),
    (f"Mr. Al-Nouri said that {CLOSED}. Minister {SAMER} left for the valley.", [SAMER]),
    # an office without a name is its last holder in the text
    (f"Water Minister {SAMER} said that {CLOSED}. The minister said repairs had begun.", [SAMER] * 2),
    (f"A senior official said {CLOSED}.", ["senior official"]),
    ("The White House said the valley was safe.", ["White House"]),
    # a quotation that goes on behind its saying
    (f'"The dam is safe," said {SAMER}. He added: "It will open."', [SAMER] * 2),
    (f'"The dam is safe," said {SAMER}. "It will stay so for years."', [SAMER] * 2),
    (f'"The dam is safe," said {SAMER}, "and it will stay so for years".', [SAMER] * 2),
]


@pytest.mark.parametrize(("text", "names"), MORE, ids=[c[0][:60] for c in MORE])
def test_speakers_of_english_speech(text: str, names: list[str]) -> None:
    assert [s.speaker.name for s in statements(f"{ARABIC}\n{text}")] == names


def test_an_english_speaker_is_the_arabic_one_of_the_same_name() -> None:
    found = statements(f"قال وزير المياه سامر النوري إن السد مغلق.\nMinister {SAMER} said that {CLOSED}.")
    assert [s.speaker.name for s in found] == ["سامر النوري"] * 2


KINDS = [
    ("The Water Ministry said the dam was safe.", "organization"),
    ("The government said the dam was safe.", "state"),
    ("Officials said the dam was safe.", "unnamed"),
    ("The Horizon newspaper said the dam was safe.", "media"),
    ("The report said the dam was safe.", "document"),
    ("Water Ministry spokeswoman Hala Marad said the dam was safe.", "person"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_kind_of_an_english_speaker(text: str, kind: str) -> None:
    assert [s.speaker.kind.value for s in statements(f"{ARABIC}\n{text}")] == [kind]


ACTS = [
    (f"{SAMER} said his country will not accept the offer.", "reject"),
    (f"{SAMER} said both cities must return to talks.", "demand"),
    (f'"We will repair the dam," said {SAMER}.', "commit"),
    (f"{SAMER} stressed the need for talks.", "demand"),
    (f"{SAMER} said the report was not true.", "deny"),
    (f"{SAMER} said the closure was a crime.", "condemn"),
    (f"{SAMER} said the dam was built in 1990.", "state"),
    (f"{SAMER} urged the company to repair the dam.", "demand"),
    (f"{SAMER} vowed to repair the dam.", "commit"),
    (f"{SAMER} opposed the sale of the dam.", "reject"),
    (f"{SAMER} hailed the sale of the dam.", "support"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_the_act_of_english_speech(text: str, act: str) -> None:
    assert [s.act.value for s in statements(f"{ARABIC}\n{text}")] == [act]


def test_mode_negation_and_day_of_english_speech() -> None:
    text = f'{SAMER} did not confirm on Monday, May 5, that "the old dam" was closed.'
    (found,) = statements(f"{ARABIC}\n{text}")
    assert (found.mode.value, found.negated, str(found.date)) == ("mixed", True, "2031-05-05")


def test_an_arabic_post_has_the_act_of_its_words() -> None:
    text = "لن نسمح بإغلاق المعبر\n— سامر النوري (@SNouri) May 4, 2031"
    assert [s.act.value for s in statements(text)] == ["reject"]


def test_the_outlet_to_which_it_was_told_is_a_relay() -> None:
    (found,) = statements(f'{ARABIC}\n"The dam is safe," {SAMER} told the Horizon newspaper on Monday.')
    assert [v.text for v in found.via] == ["the Horizon newspaper"]


def test_shuffled_english_never_stops_a_reading_and_its_spans_hold() -> None:
    words = [*" ".join(c[0] for c in CASES).split(), '"', "said", "told", "that", ",", "—", "(", ")"]
    order = random.Random(7)
    for _ in range(60):
        text = " ".join(order.choices(words, k=order.randint(1, 120)))
        for s in statements(text):
            spans = [x for x in (s.content, s.cue, s.speaker.mention, s.said_on, *s.via) if x]
            assert all(text[x.start : x.end] == x.text for x in spans)
