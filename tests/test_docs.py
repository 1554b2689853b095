"""The documents cannot lag: every command, option, public name, exit code and make target stands there and is real."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import hoadam
from hoadam import errors
from hoadam.interfaces import messages
from tests.reference import PAGE, commands, help_of, page

TOP = Path(__file__).parents[1]
README = (TOP / "README.md").read_text(encoding="utf8")
DOCUMENTS = sorted([TOP / "README.md", *(TOP / "docs").glob("*.md")])
COMMANDS = commands()


def test_the_reference_is_as_the_program_says() -> None:
    assert PAGE.read_text(encoding="utf8") == page(), "docs/commands.md is stale: make docs"


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_commands_and_options_have_help(name: str, language: str) -> None:
    options = [param for param in COMMANDS[name].params if isinstance(param, click.Option)]
    things: list[click.Command | click.Option] = [COMMANDS[name], *options]
    assert [thing.name for thing in things if not help_of(thing, language)] == []


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "hoadam"])
def test_readme_or_docs_show_each_command(name: str) -> None:
    assert any(f"{name} " in text or f"{name}`" in text for text in prose())


def prose() -> list[str]:
    """The documents that people wrote."""
    return [file.read_text(encoding="utf8") for file in DOCUMENTS if file != PAGE]


def typed() -> Iterator[tuple[str, list[str]]]:
    """The commands in the code blocks of the documents, with the document's name, as words."""
    for file in DOCUMENTS:
        for block in re.findall(r"^```(?:sh|console)\n(.*?)^```", file.read_text(encoding="utf8"), re.S | re.M):
            for line in block.replace("\\\n", " ").splitlines():
                if line.removeprefix("$ ").startswith(("hoadam ", "make ")):
                    yield file.name, shlex.split(line.removeprefix("$ "), comments=True)


TYPED = list(typed())


@pytest.mark.parametrize(("file", "words"), TYPED, ids=[" ".join(words) for _, words in TYPED])
def test_what_the_documents_type_exists(file: str, words: list[str]) -> None:
    for call in split_pipes(words):
        if call[0] == "make":
            targets = [word for word in call[1:] if "=" not in word]
            assert all(re.search(rf"^{target}:", (TOP / "Makefile").read_text(), re.M) for target in targets)
        elif call[0] == "hoadam":
            known = set(spellings(call))
            given = {word.partition("=")[0] for word in call if word.startswith("-") and word != "-"}
            assert given <= known | {"--help"}, f"{file}: {call}"


def split_pipes(words: list[str]) -> Iterator[list[str]]:
    """The calls of a pipeline."""
    text = "\0".join(words)
    yield from (part.strip("\0").split("\0") for part in re.split(r"\0[|>]\0|\0&&\0", text))


def spellings(call: list[str]) -> Iterator[str]:
    """The options that a call may use: those of the group and of its command, which must exist."""
    word = next((word for word in call[1:] if not word.startswith("-")), None)
    chosen = [COMMANDS["hoadam"], *([COMMANDS[f"hoadam {word}"]] if word else [])]
    for command in chosen:
        for param in command.params:
            yield from (*param.opts, *param.secondary_opts)


def test_the_two_commands_of_the_readme() -> None:
    assert [words for file, words in TYPED if file == "README.md"][:2] == [["make", "demo"], ["make", "test"]]


@pytest.mark.parametrize("name", [name for name in getattr(hoadam, "__all__", ()) if not name.startswith("__")])
def test_public_names_are_described(name: str) -> None:
    assert any(f"hoadam.{name}" in text for text in prose())


def programs() -> list[str]:
    """The Python code of the documents, on the samples of this tree."""
    text = "\n".join(prose())
    samples = repr(str(TOP / "samples"))
    return [code.replace('"samples"', samples) for code in re.findall(r"^```python\n(.*?)^```", text, re.S | re.M)]


@pytest.mark.parametrize("code", programs())
def test_python_in_the_documents_runs(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "documents", "exec"), {})


def faults(tree: type[errors.HoadamError] = errors.HoadamError) -> Iterator[type[errors.HoadamError]]:
    yield tree
    for below in tree.__subclasses__():
        yield from faults(below)


@pytest.mark.parametrize("fault", {f.exit_code: f for f in faults()}.values(), ids=lambda fault: fault.__name__)
def test_exit_codes_are_described(fault: type[errors.HoadamError]) -> None:
    assert re.search(rf"^\| {fault.exit_code} \|", "\n".join(prose()), re.M)


def test_the_changelog_knows_this_version() -> None:
    version = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf8"))["project"]["version"]
    assert f"## {version}" in (TOP / "CHANGELOG.md").read_text(encoding="utf8")


def test_links_lead_somewhere() -> None:
    broken = [
        f"{file.name}: {target}"
        for file in DOCUMENTS
        for target in re.findall(r"\]\(([^)#:]+)\)", file.read_text(encoding="utf8"))
        if not (file.parent / target).exists()
    ]
    assert broken == []
