"""The area of positions: issues, what is found on them, and who was told of it up to where.

`tables`, `writing`, `reading`, `following` are functions inside a caller's transaction; `group` is `record.positions`.
"""
