"""What may be written with a token: corrections, judgements and articles."""

from enum import StrEnum
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, ConfigDict, Field, create_model
from starlette.exceptions import HTTPException

from hoadam.interfaces.tokens import Tokens
from hoadam.interfaces.web.api.asked import Id
from hoadam.interfaces.web.api.asking import record_of
from hoadam.interfaces.web.api.problems import problems
from hoadam.interfaces.web.api.rows import model_of
from hoadam.kinds import KINDS
from hoadam.store import Act
from hoadam.views import decide
from hoadam.views.told import json_value

router = APIRouter(tags=["writing"], responses=problems(400, 401, 404, 409, 422, 503))

bearer = HTTPBearer(auto_error=False, description="A token made by `hoadam token new NAME`.")
SLOTS = sorted({*decide.COMMON, *(slot for kind in KINDS.values() for slot in kind.empty())})
Slot = StrEnum("Slot", {slot: slot for slot in SLOTS})  # type: ignore[misc]
Whole = Annotated[str, Field(pattern="^m?[0-9a-f]{20}$")]
Words = Annotated[str, Field(max_length=2000)]


def author(request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]) -> str:
    """Whose token a request brings; 401 where it brings none that is known."""
    tokens: Tokens = request.app.state.tokens
    owner = tokens.owner(given.credentials) if given else None
    if owner is None:
        raise HTTPException(401, "send a token: Authorization: Bearer …", {"www-authenticate": "Bearer"})
    return owner


Author = Annotated[str, Depends(author)]


class Because(BaseModel):
    """Why somebody decides."""

    model_config = ConfigDict(extra="forbid")

    reason: Words = Field("", description="Why; it stays with the decision.")


class Correction(Because):
    """A slot of a fact and what it should hold."""

    slot: Slot = Field(description="A slot of the fact's kind, as in the contract for facts.")
    value: Words = Field(description="As typed: parts of a list separated by semicolons; empty for nothing.")


class Pair(Because):
    """Two facts or observations that are one, or two."""

    relation: Literal["same", "apart"]
    ids: tuple[Whole, Whole] = Field(description="The two of them.")


Decided = create_model("Decided", __base__=model_of(Act), id=(str, Field(description="What undoing it names.")))


KEPT: dict[int | str, dict[str, Any]] = {201: {"model": Decided, "description": "Kept"}}


def kept(act: Act) -> Response:
    """The decision, with the id by which it can be undone."""
    return JSONResponse({"id": act.id, **json_value(act)}, 201)


@router.post("/facts/{id}/corrections", status_code=201, responses=KEPT, operation_id="correct")
def correct(request: Request, id: Id, what: Correction, who: Author) -> Response:
    """Correct a slot of a fact (of all its reports) or of one observation."""
    change = f"{what.slot}={what.value}"
    return kept(decide.correct(record_of(request).store, id, change, who, what.reason))


@router.post("/facts/{id}/rejections", status_code=201, responses=KEPT, operation_id="reject")
def reject(request: Request, id: Id, why: Because, who: Author) -> Response:
    """Withdraw a fact or one observation."""
    return kept(decide.reject(record_of(request).store, id, who, why.reason))


@router.post("/judgements", status_code=201, responses=KEPT, operation_id="judge")
def judge(request: Request, pair: Pair, who: Author) -> Response:
    """Hold two facts or observations to be one, or to be two."""
    held = decide.same if pair.relation == "same" else decide.apart
    return kept(held(record_of(request).store, pair.ids, who, pair.reason))


@router.post("/acts/{id}/undoings", status_code=201, responses=KEPT, operation_id="undo")
def undo(request: Request, id: str, why: Because, who: Author) -> Response:
    """Take a decision back; both stay in the history."""
    return kept(decide.undo(record_of(request).store, id, who, why.reason))
