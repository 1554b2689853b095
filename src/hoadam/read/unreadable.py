"""The signal inside the room that something cannot be read; it leaves the room as a Refusal only."""

from hoadam.model.refusal import Refusal


class Unreadable(Exception):
    """What was found, what should stand there, and what to do; `below` counts lines from where the reading began."""

    def __init__(self, problem: str, expected: str, advice: str, below: int = 0) -> None:
        self.problem, self.expected, self.advice, self.below = problem, expected, advice, below
        super().__init__(problem)

    def at(self, file: str, line: int) -> Refusal:
        """The row that reports this, for a reading that began at `line`."""
        return Refusal(file, line + self.below, self.problem, self.expected, self.advice)
