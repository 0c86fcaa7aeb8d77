"""The command line: parse, call, print; nothing else.

Importing this package imports click alone. What a command needs beyond that is imported when it
runs, so that `--help` and shell completion stay quick.
"""

from mawqif.cli.app import app, main

__all__ = ["app", "main"]
