"""`python -m mawqif`: the command line, where the script `mawqif` is not on the path."""

from __future__ import annotations

from mawqif.cli import main

if __name__ == "__main__":
    main()
