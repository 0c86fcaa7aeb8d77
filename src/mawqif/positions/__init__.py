"""What statements come to: conditions and exceptions, commitments, stances on issues, and their changes in time.

Pure functions over `model.Passage`, `model.Statement`s and what a user asks for; every span lies in the plain text of
its report. What drives them over a record is in `pipeline`.
"""
