"""One row on something that was not read, or was read only after a repair."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was found at `line` of `file` (from 1; 0 where the file or folder itself is meant), and what to do.

    `refused` is False for a notice: the input was read, after the repair that `problem` names.
    """

    file: str
    line: int
    problem: str
    expected: str
    advice: str
    refused: bool = True
