"""Room 7, the questions: a store and filters in, plain rows out."""

from hoadam.views.agreements import Agreement, agreements
from hoadam.views.appointments import Appointment, appointments
from hoadam.views.claims import Claim, claims
from hoadam.views.deadlines import Deadline, deadlines
from hoadam.views.delegations import Delegation, Member, delegations
from hoadam.views.drafts import Draft, drafts
from hoadam.views.filters import Filters
from hoadam.views.meetings import Meeting, meetings
from hoadam.views.people import Met, Person, people
from hoadam.views.positions import Position, positions
from hoadam.views.search import Found, search
from hoadam.views.show import ShownArticle, ShownFact, show
from hoadam.views.statements import Statement, statements
from hoadam.views.timeline import Event, timeline
from hoadam.views.told import Told

__all__ = [
    "Agreement", "Appointment", "Claim", "Deadline", "Delegation", "Draft", "Event", "Filters", "Found", "Meeting",
    "Member", "Met", "Person", "Position", "ShownArticle", "ShownFact", "Statement", "Told", "agreements",
    "appointments", "claims", "deadlines", "delegations", "drafts", "meetings", "people", "positions", "search",
    "show", "statements", "timeline",
]  # fmt: skip
