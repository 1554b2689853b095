"""A picture by itself, to be saved: as SVG, and as PNG at twice its size."""

from collections.abc import Callable

from fastapi import APIRouter
from fastapi.responses import Response
from resvg_py import svg_to_bytes
from starlette.exceptions import HTTPException

from hoadam.interfaces.web.desk import AtDesk, Desk
from hoadam.interfaces.web.drawing import DRAWN
from hoadam.interfaces.web.pictures.picture import nowhere

router = APIRouter()

ZOOM = 2
FONT = "DejaVu Sans"  # where none of the style's fonts is there


def png(svg: str) -> bytes:
    """A picture in points, with the fonts of this machine."""
    return svg_to_bytes(svg_string=svg, zoom=ZOOM, font_family=FONT, sans_serif_family=FONT)


FORMS: dict[str, tuple[str, Callable[[str], str | bytes]]] = {"svg": ("image/svg+xml", str), "png": ("image/png", png)}


@router.get("/picture/{name}.{form}")
def picture(desk: AtDesk, name: str, form: str) -> Response:
    """A picture of what the filters leave, in the language of the reader, in light colours."""
    if name not in DRAWN or form not in FORMS:
        raise HTTPException(404, f"{name}.{form}")
    kind, made = FORMS[form]
    drawn = DRAWN[name](desk.record, desk.filters, nowhere).file()
    return Response(made(drawn), media_type=kind, headers=named(desk, f"{name}.{form}"))


def named(desk: Desk, file: str) -> dict[str, str]:
    """The name that a saved picture gets, with its process where it has one."""
    process = desk.filters.process
    ours = process if process and process.isascii() and process.replace("-", "").isalnum() else ""
    return {
        "content-disposition": f'inline; filename="{"-".join(filter(None, (ours, file)))}"',
        "vary": "Cookie, Accept-Language",
    }
