"""`python -m mawqif` is the command `mawqif`."""

from mawqif.cli import main

if __name__ == "__main__":
    main()
