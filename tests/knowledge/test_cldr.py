import importlib.util
from pathlib import Path

from babel import Locale

ROOT = Path(__file__).resolve().parents[2]


def test_cldr_toml_is_what_the_tool_writes() -> None:
    spec = importlib.util.spec_from_file_location("cldr", ROOT / "tools" / "cldr.py")
    assert spec and spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.TARGET.read_text(encoding="utf-8") == tool.render()
    assert Locale("vi").territories["VN"] in tool.render()
