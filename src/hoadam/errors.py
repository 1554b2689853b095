"""What can go wrong, as one tree.

HoadamError                 exit 1   http 500
├── UsageFault              exit 2   http 400   an option or a filter that makes no sense
├── InputFault              exit 3   http 422   an article, a line or a file that cannot be read; names file and line
├── RuleFault               exit 4   http 500   language data or knowledge that does not compile; names file and row
├── StoreFault              exit 5   http 503   the record cannot be opened, written or trusted
└── NotFound                exit 6   http 404   no such article or fact
"""


class HoadamError(Exception):
    """Something that the user should read as a message, never as a traceback."""

    exit_code = 1
    http_status = 500


class UsageFault(HoadamError):
    """An option or a filter that makes no sense."""

    exit_code = 2
    http_status = 400


class InputFault(HoadamError):
    """An article, a line or a file that cannot be read.

    `file` and `line` say where (line counts from 1, 0 where there is no line), `problem` what was found, `expected`
    what should stand there, and `advice` what the reader of the message can do.
    """

    exit_code = 3
    http_status = 422

    def __init__(self, file: str, line: int, problem: str, expected: str, advice: str) -> None:
        self.file, self.line, self.problem, self.expected, self.advice = file, line, problem, expected, advice
        super().__init__(f"{file}:{line}: {problem}; expected {expected}; {advice}")


class RuleFault(HoadamError):
    """Language data or knowledge that does not compile. All faults of a folder are reported at once."""

    exit_code = 4


class StoreFault(HoadamError):
    """The record cannot be opened, written or trusted."""

    exit_code = 5
    http_status = 503


class NotFound(HoadamError):
    """No such article or fact."""

    exit_code = 6
    http_status = 404
