"""What a desk needs to know of the publication that it is rendered for."""

from dataclasses import dataclass

from hoadam.interfaces.web.places import Place

POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; "
    "connect-src 'self'; form-action 'self' file:; base-uri 'none'"
)  # `file:` is what a browser without a server calls the page's own folder; frames are the host's to refuse
EXPORTS = ("csv", "jsonl")


@dataclass(frozen=True, slots=True)
class Publication:
    """A static copy of the desk, in `languages`, the first of them at its top.

    `url` is where it will stand, if that is known; `texts` says that articles come with their whole text; `process`
    is the one negotiation that it is about; `as_of` the day as of which it is made.
    """

    languages: tuple[str, ...]
    url: str | None = None
    texts: bool = False
    process: str | None = None
    as_of: str | None = None

    policy = POLICY
    exports = EXPORTS

    def folder(self, lang: str) -> str:
        """The folder of a language within the publication, empty or ending in a stroke."""
        return "" if lang == self.languages[0] else f"{lang}/"

    def file(self, place: Place, lang: str) -> str:
        """The file of a place within the publication."""
        return ("" if place.shared else self.folder(lang)) + place.file

    def address(self, file: str) -> str | None:
        """The address of a file once it is published."""
        return f"{self.url.rstrip('/')}/{file}" if self.url else None
