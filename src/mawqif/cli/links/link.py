"""`mawqif link`: compare the reports of the record with each other."""

from __future__ import annotations

from pathlib import Path

from mawqif.cli import options
from mawqif.cli.base import new_command, option
from mawqif.cli.output import print_json
from mawqif.cli.screen import filled, say, screen
from mawqif.errors import UsageError
from mawqif.i18n import N_, _

HELP = N_(
    """Compare the reports of the record: who copied whom, what was said once, which tell of one event.

`mawqif add` and the commands that read links do this by themselves for what is new. Here it can be
done for all that an older program compared, or, with --rebuild, for everything. With --meaning a
small model of sentences finds paraphrases and translations that share few words; --rebuild alone
goes back to words. It is asked about candidates of one speaker and time only."""
)


@new_command(HELP, name="link")
@option("--rebuild", is_flag=True, help=N_("Forget all links and make them anew."))
@option("--meaning", is_flag=True, help=N_("Make them anew, from now on by the meaning of sentences too."))
@options.lexicon
@options.json_output
def command(rebuild: bool, meaning: bool, folders: tuple[Path, ...], as_json: bool) -> None:
    from mawqif.cli.links.gather import link
    from mawqif.pipeline.meaning import installed
    from mawqif.store import Record

    found = options.lexicon_folders(folders)
    with Record(options.record_path(), create=False) as record:
        if meaning and not installed():
            raise UsageError(N_("--meaning needs the extra: pip install 'mawqif[meaning]'"))
        if rebuild or meaning:
            record.links.reset(meaning=meaning)
        done = link(record, found, again=True)
        counts = record.links.counts()
    if as_json:
        print_json({"compared": done, **counts})
    elif not screen().quiet:
        line = _("Compared {compared}; pairs of copies {copies}, shared sayings {utterances}, stories {stories}.")
        say(filled(line, compared=done, **counts))
