"""Actors in the record: derived from its statements and its judgements, and redone when one of them changes."""
