"""What each command does, in a few words: the help of the program lists them without loading any command."""

from __future__ import annotations

from mawqif.i18n import N_

SHORT = {
    "add": N_("Add pages to the record"),
    "extract": N_("Print the statements of reports as JSON Lines"),
    "statements": N_("List statements of the record"),
    "show": N_("Show a statement or a report with its evidence"),
    "find": N_("Look for a quotation: was it ever said, by whom, in these words?"),
    "reports": N_("List the reports of the record"),
    "instruments": N_("List what statements refer to: resolutions, agreements, laws, declarations, plans, procedures"),
    "commitments": N_("List what was undertaken, by its deadline"),
    "occasions": N_("List the occasions on which statements were made, each once however many reports tell of it"),
    "utterances": N_("List utterances: what was said once, with the reports that carry it"),
    "trace": N_("Trace a saying through all reports that carry it: speaker, relays, outlets"),
    "copies": N_("List texts that stand in several reports, or, with REPORT, what other reports have of its text"),
    "stories": N_("List stories: reports on the same event within days, each story once"),
    "actors": N_("List who spoke, across all reports: persons, bodies, states, outlets"),
    "actor": N_("Show, merge, split and rename actors"),
    "judge": N_("Accept, reject, correct or annotate a statement"),
    "judgements": N_("List the judgements of the record, in the order in which they were given"),
    "undo": N_("Take back a judgement"),
    "issue": N_("Keep issues in the record, so that positions on them are found in every report"),
    "positions": N_("Tell the positions on an issue in the course of time"),
    "link": N_("Compare the reports of the record: who copied whom, what was said once, which tell of one event"),
    "reextract": N_("Read the reports of the record again with this program"),
    "changes": N_("Tell what is new of the positions in the record"),
    "matrix": N_("Show actors by issues with the latest stance of each and its age"),
    "brief": N_("Write a brief: new positions, changes, what was said about having said it, commitments due"),
    "watch": N_("Be told of what is new on an issue after each `mawqif add`"),
    "demo": N_("Add the demonstration to the record and show what was found"),
    "evaluate": N_("Compare statements with those that people annotated"),
    "doctor": N_("Check the installation and the record"),
}
