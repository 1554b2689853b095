"""Bytes in, text out, or where and why they are no UTF-8."""

from hoadam.read.unreadable import Unreadable


def decoded(data: bytes) -> str:
    """The text of UTF-8 bytes."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        problem = f"byte 0x{data[error.start]:02x} where the text is no longer UTF-8"
        advice = "convert it; if it is Windows-1258: iconv -f WINDOWS-1258 -t UTF-8 OLD > NEW"
        raise Unreadable(problem, "UTF-8", advice, below=data.count(b"\n", 0, error.start)) from error
