"""The commands of positions: issues, positions in time, changes, matrix, brief, watches."""
