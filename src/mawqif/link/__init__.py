"""What stands in several reports and is one: pure functions over plain values, each merge with a named reason."""
