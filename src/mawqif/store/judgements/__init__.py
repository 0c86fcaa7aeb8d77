"""Judgements in the record: kept for ever as they were given, and attached to what the program finds now."""
