"""Every exception that Mawqif raises on purpose.

MawqifError                  base: one clear sentence for the user, `exit_code` for the shell
├── UsageError        (2)    the command or its options cannot be meant
├── InputError        (1)    one input cannot be read; the others go on
│   ├── FetchError           an address gave no page
│   └── ReportTooLarge       longer than --max-report
├── NotifyError       (1)    a message was not taken, or nothing can send it
├── LexiconError      (2)    a data file is wrong: names the file and the place
└── RecordError       (3)    the record cannot be opened, read or written
    ├── NotARecord           the file is something else
    ├── RecordTooNew         made by a newer version of Mawqif
    ├── RecordReadOnly       cannot be written
    └── NotInRecord          no report or statement of that id
"""

from __future__ import annotations


class MawqifError(Exception):
    """Base of all errors that are meant for the user.

    `message` is an English gettext msgid with named fields (`{path}`); `fields` fill it. The
    command line translates the msgid first and fills it afterwards; `str()` gives English.
    """

    exit_code = 1

    def __init__(self, message: str, **fields: object) -> None:
        super().__init__(message, fields)
        self.message = message
        self.fields = fields

    def __str__(self) -> str:
        return self.message.format(**self.fields)


class UsageError(MawqifError):
    exit_code = 2


class InputError(MawqifError):
    exit_code = 1


class FetchError(InputError):
    pass


class ReportTooLarge(InputError):
    pass


class NotifyError(MawqifError):
    pass


class LexiconError(MawqifError):
    exit_code = 2


class RecordError(MawqifError):
    exit_code = 3


class NotARecord(RecordError):
    pass


class RecordTooNew(RecordError):
    pass


class RecordReadOnly(RecordError):
    pass


class NotInRecord(RecordError):
    exit_code = 1
