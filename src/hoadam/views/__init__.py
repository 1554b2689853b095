"""Room 7, the questions: a store and filters in, plain rows out."""

from hoadam.views.agreements import Agreement, agreements
from hoadam.views.appointments import Appointment, appointments
from hoadam.views.brief import Brief, brief
from hoadam.views.changes import Change, changes
from hoadam.views.chart import Drawn, chart
from hoadam.views.claims import Claim, claims
from hoadam.views.coming import Coming, coming
from hoadam.views.deadlines import Deadline, deadlines
from hoadam.views.delegations import Delegation, Member, delegations
from hoadam.views.drafts import Draft, drafts
from hoadam.views.filters import Filters
from hoadam.views.history import Happening, history
from hoadam.views.meetings import Meeting, Seat, Stage, meetings
from hoadam.views.network import Encounter, Pair, met, pairs
from hoadam.views.people import Met, Person, people
from hoadam.views.positions import Cell, Position, matrix, positions
from hoadam.views.search import Found, search
from hoadam.views.show import ShownArticle, ShownFact, show
from hoadam.views.statements import Statement, statements
from hoadam.views.timeline import Event, timeline
from hoadam.views.told import Told

__all__ = [
    "Agreement", "Appointment", "Brief", "Cell", "Change", "Claim", "Coming", "Deadline", "Delegation", "Draft",
    "Drawn", "Encounter", "Event", "Filters", "Found", "Happening", "Meeting", "Member", "Met", "Pair", "Person",
    "Position", "Seat", "ShownArticle", "ShownFact", "Stage", "Statement", "Told", "agreements", "appointments",
    "brief", "changes", "chart", "claims", "coming", "deadlines", "delegations", "drafts", "history", "matrix",
    "meetings", "met", "pairs", "people", "positions", "search", "show", "statements", "timeline",
]  # fmt: skip
