"""Mawqif (موقف): the record of who said what in Arabic news, with the characters that prove it."""

__version__ = "0.1.0"
