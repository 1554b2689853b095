"""What the addresses of the API ask for, as OpenAPI describes it."""

from enum import StrEnum
from typing import Annotated, Literal

from fastapi import Path, Query
from pydantic import BaseModel, ConfigDict, Field

from hoadam.interfaces.web.asked import LONGEST, MOST, PAGE
from hoadam.model.vocabulary import ISSUES
from hoadam.views import Filters

MONTHS = r"(0[13578]|1[02])(-(0[1-9]|[12]\d|3[01]))?|(0[469]|11)(-(0[1-9]|[12]\d|30))?|02(-(0[1-9]|1\d|2\d))?"
DATE = rf"[12]\d{{3}}(-({MONTHS}))?"
CLOCK = r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-](0\d|1[0-4]):[0-5]\d)"
TIME = rf"[12]\d{{3}}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T{CLOCK}"

Name = Annotated[str, Field(min_length=1, max_length=LONGEST, pattern=r"^[^\x00-\x1f]*\S[^\x00-\x1f]*$")]
Day = Annotated[str, Field(pattern=f"^({DATE})$")]
Time = Annotated[str, Field(pattern=f"^({DATE}|{TIME})$")]
Id = Annotated[str, Path(pattern="^m?[0-9a-f]{20}$", description="The whole id of a fact or an observation.")]
Issue = StrEnum("Issue", {one: one for one in ISSUES})  # type: ignore[misc]
Form = Literal["json", "csv"]


class Answered(BaseModel):
    """How an answer is wanted."""

    model_config = ConfigDict(extra="forbid")

    format: Form = Field("json", description="JSON, or CSV with formulas defused (RFC 4180).")


class Paged(Answered):
    """Which page of the rows."""

    limit: int = Field(PAGE, ge=1, le=MOST, description="At most so many rows.")
    offset: int = Field(0, ge=0, le=10**9, description="Pass over so many rows first, the latest or the foremost.")


class Conditions(Paged):
    """Which rows; all conditions hold together."""

    since: Day | None = Field(None, description="Not before this day, month or year: 2025-12-01, 2025-12, 2025.")
    until: Day | None = Field(None, description="Not after this day, month or year.")
    party: Name | None = Field(None, description="A country or body: code, English or Vietnamese name.")
    person: Name | None = Field(None, description="A person, by any known form of the name.")
    issue: Issue | None = Field(None, description="An issue, such as territory or ceasefire.")
    outlet: Name | None = Field(None, description="An outlet.")
    named: bool = Field(False, description="Leave out what rests on unnamed sources.")
    process: Name | None = Field(None, description="Only what is filed under this negotiation.")
    as_of: Day | None = Field(None, description="As published by the end of this day, month or year.")
    known_at: Time | None = Field(None, description="As this record knew it: a day, or a time as RFC 3339.")

    def filters(self, more: int = 0) -> Filters:
        """The same as Filters; `more` rows than the page has tell whether there are any after it."""
        held = self.model_dump(include=set(Conditions.model_fields) - {"format"})
        return Filters(**{**held, "issue": self.issue and str(self.issue), "limit": self.limit + more})


class Meeting(Conditions):
    """Whom somebody met."""

    name: Name = Field(description="The person whose encounters are asked for.")


class Since(Conditions):
    """What changed since when."""

    changed_since: Time = Field(description="A day, or a time as RFC 3339, of this record.")


class Words(Paged):
    """Articles by their words."""

    q: Name = Field(description="Words, with or without diacritics; in quotation marks they must stand together.")


OnlyForm = Annotated[Answered, Query()]
OfRows = Annotated[Conditions, Query()]
OfMeeting = Annotated[Meeting, Query()]
OfSince = Annotated[Since, Query()]
OfWords = Annotated[Words, Query()]
