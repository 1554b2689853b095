"""Tokens for writing: shown once when made, kept as hashes in a file beside the record."""

import hashlib
import json
import os
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from hoadam.errors import NotFound, StoreFault, UsageFault

PREFIX = "hoadam_"  # so that a token that leaks is known for what it is
BYTES = 32  # of chance: a plain hash is enough for a secret that nobody can guess


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is kept: whose it is, the SHA-256 of it, and when it was made (RFC 3339, UTC)."""

    name: str
    sha256: str
    made: str


class NoSuchToken(NotFound):
    """There is no token of the name `asked`."""

    def __init__(self, asked: str) -> None:
        self.asked = asked
        super().__init__(f"no token of the name {asked!r}")


class NameTaken(UsageFault):
    """There is a token of the name `asked` already."""

    def __init__(self, asked: str) -> None:
        self.asked = asked
        super().__init__(f"there is a token of the name {asked!r} already; revoke it first")


class Tokens:
    """The tokens of the record at `place`."""

    def __init__(self, place: Path) -> None:
        self.file = place.with_name(f"{place.name}.tokens")

    def all(self) -> list[Token]:
        """All tokens, in the order in which they were made; StoreFault where their file cannot be read."""
        try:
            rows = json.loads(self.file.read_text(encoding="utf-8"))
            return [Token(**row) for row in rows]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, TypeError) as fault:
            raise StoreFault(f"{self.file}: {fault}") from fault

    def new(self, name: str) -> str:
        """A new token of this name, to be shown now and never again."""
        held = self.all()
        if any(one.name == name for one in held):
            raise NameTaken(name)
        token = PREFIX + secrets.token_urlsafe(BYTES)
        self._keep([*held, Token(name, digest(token), datetime.now(UTC).isoformat(timespec="seconds"))])
        return token

    def revoke(self, name: str) -> None:
        """Let nobody write by the token of this name any more."""
        held = self.all()
        left = [one for one in held if one.name != name]
        if len(left) == len(held):
            raise NoSuchToken(name)
        self._keep(left)

    def owner(self, token: str) -> str | None:
        """Whose token this is; None where it is nobody's. Takes the same time for any wrong one."""
        asked, found = digest(token), None
        for one in self.all():
            if secrets.compare_digest(one.sha256, asked):
                found = one.name
        return found

    def _keep(self, tokens: Iterable[Token]) -> None:
        part = self.file.with_name(f"{self.file.name}.part")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with open(part, "w", encoding="utf-8", opener=_private) as file:
                json.dump([asdict(one) for one in tokens], file)
                file.flush()
                os.fsync(file.fileno())
            os.replace(part, self.file)
        except OSError as fault:
            raise StoreFault(f"{self.file}: {fault.strerror}") from fault


def _private(path: str, flags: int) -> int:
    made = os.open(path, flags, 0o600)
    os.chmod(path, 0o600)  # one that was left over may be open to others
    return made


def digest(token: str) -> str:
    """The SHA-256 of a token, in hexadecimal."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
