"""Which program read each report, and reading a report again."""
