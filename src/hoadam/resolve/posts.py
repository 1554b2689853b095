"""Who holds which office by an article's own words, told apart where several bear one title: two ministers."""

from collections.abc import Iterable

from hoadam.model.item import Actor


class Posts:
    """The offices that an article tells, in text order."""

    def __init__(self) -> None:
        self.told: dict[tuple[str, str | None], list[tuple[str, str]]] = {}
        self.by_person: dict[str, set[str]] = {}

    def note(self, person: str, actor: Actor) -> None:
        """Notes that the person holds the office that the actor tells."""
        post = _post(actor)
        self.by_person.setdefault(person, set()).add(actor.title or "")
        for of in (actor.of, None):
            self.told.setdefault((actor.title or "", of), []).append((post, person))

    def holder(self, actor: Actor, of: str | None) -> str | None:
        """The first who is told in the actor's office, of the same branch before one of any."""
        told, post = self.told.get((actor.title or "", of), ()), _post(actor)
        same = (person for branch, person in told if branch == post)
        return next(same, None) or next((person for branch, person in told if _agree(branch, post)), None)

    def others(self, people: Iterable[str], actor: Actor, of: str) -> list[str]:
        """Those of the people whom the article tells neither in another branch than the actor's nor by other titles."""
        post = _post(actor)
        branches: dict[str, list[str]] = {}
        for branch, person in self.told.get((actor.title or "", of), ()):
            branches.setdefault(person, []).append(branch)
        untold = [one for one in people if one not in branches and not (post and self.titles(one))]
        return [one for one in people if one in untold or any(_agree(b, post) for b in branches.get(one, ()))]

    def last(self, actor: Actor, before: Iterable[Actor]) -> str | None:
        """Whoever bears a title told alone, the nearest before it; else the first of the article."""
        people = (person for other in before for person in other.people)
        return next((one for one in people if actor.called in self.titles(one)), None) or self.holder(actor, None)

    def titles(self, person: str) -> set[str]:
        """Every title that the article gives the person."""
        return self.by_person.get(person, set())


def _post(actor: Actor) -> str:
    """The branch that the office is of: the institution where there is one, else the words."""
    office = actor.office or (actor.master.office if actor.master else None)
    return office or actor.branch or ""


def _agree(one: str, other: str) -> bool:
    """Can both be one branch: the same, one a part of the other, or one not told?"""
    return one.startswith(other) or other.startswith(one)
