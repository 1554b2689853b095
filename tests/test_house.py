"""The habits of the house, measured: who imports whom, how long things are, and where words may stand."""

import ast
import gzip
import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from hoadam.kinds import KINDS

TOP = Path(__file__).parents[1]
SOURCE = TOP / "src" / "hoadam"
FILES = sorted(SOURCE.rglob("*.py"))
TREES = {file: ast.parse(file.read_text(encoding="utf8")) for file in FILES}
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf8"))["project"]
WORDS_MAY_STAND_IN = ("lang", "knowledge")
LANGUAGES = sorted(folder.parent.name for folder in (SOURCE / "lang").glob("*/words"))
MESSAGES = SOURCE / "interfaces" / "messages.py"
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def where(file: Path, node: ast.AST) -> str:
    return f"{file.relative_to(TOP)}:{getattr(node, 'lineno', 0)}"


def nodes(*types: type[ast.AST], under: Path = SOURCE) -> Iterator[tuple[Path, ast.AST]]:
    """Every node of these types in the sources, with its file."""
    for file, tree in TREES.items():
        if file.is_relative_to(under):
            yield from ((file, node) for node in ast.walk(tree) if isinstance(node, types))


def functions() -> Iterator[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for file, node in nodes(ast.FunctionDef, ast.AsyncFunctionDef):
        assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        yield file, node


def test_imports_go_one_way() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    found = subprocess.run([command, "--no-cache"], cwd=TOP, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def test_imports_hide_in_functions_only_for_a_quick_start() -> None:
    hidden = [
        where(file, inner)
        for file, function in functions()
        if not file.is_relative_to(SOURCE / "interfaces") and file not in {SOURCE / "__init__.py", SOURCE / "flow.py"}
        for inner in ast.walk(function)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert hidden == []


def test_sources_import_what_is_declared() -> None:
    extras = [name for extra in ("desk", "peer") for name in PROJECT["optional-dependencies"][extra]]
    declared = {re.split(r"[^\w.-]", name)[0].lower().replace("_", "-") for name in [*PROJECT["dependencies"], *extras]}
    given = importlib.metadata.packages_distributions()
    strange = []
    for file, node in nodes(ast.Import, ast.ImportFrom):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [getattr(node, "module", "")]
        for name in {str(name).split(".")[0] for name in names} - {"hoadam"} - sys.stdlib_module_names:
            packages = {package.lower().replace("_", "-") for package in given.get(name, [name])}
            if not packages & declared:
                strange.append(f"{where(file, node)} {name}")
    assert strange == []


def test_functions_are_short() -> None:
    lengths = [((node.end_lineno or 0) - node.lineno + 1, where(file, node)) for file, node in functions()]
    assert [row for row in lengths if row[0] > 60] == []


def test_functions_take_few_parameters() -> None:
    long = []
    for file, node in functions():
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        if len([a for a in arguments if a.arg not in ("self", "cls")]) > 5:
            long.append(f"{where(file, node)} {node.name}")
    assert long == []


def test_files_are_short() -> None:
    lengths = {file.relative_to(TOP): len(file.read_text(encoding="utf8").splitlines()) for file in FILES}
    assert {file: length for file, length in lengths.items() if length >= 400} == {}


def test_what_is_public_says_what_it_is() -> None:
    silent = [str(file.relative_to(TOP)) for file, tree in TREES.items() if not ast.get_docstring(tree)]
    for file, tree in TREES.items():
        silent += [f"{where(file, node)} {node.name}" for node in public(tree) if not ast.get_docstring(node)]
    assert silent == []


def public(tree: ast.Module | ast.ClassDef) -> Iterator[Definition]:
    """The public functions and classes of a module, and the public methods of those classes."""
    for node in tree.body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


def test_nobody_prints_or_exits_below_the_interfaces() -> None:
    loud = []
    for file, node in nodes(ast.Call, ast.Raise):
        target = node.func if isinstance(node, ast.Call) else getattr(node, "exc", None)
        said = ast.unparse(target) if target else ""
        ends = said in ("print", "exit", "quit", "sys.exit", "os._exit", "os.abort") or said.startswith("SystemExit")
        if ends and not file.is_relative_to(SOURCE / "interfaces"):
            loud.append(f"{where(file, node)} {said}")
    assert loud == []


MARKED = "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹàáãèéìíòóõùúĩũý"
WORD = re.compile(r"[^\W\d_]+")


def is_word(run: str) -> bool:
    """A Vietnamese syllable: it has a marked letter and a vowel, and no syllable is longer than seven letters."""
    plain = run.lower()
    return (
        1 < len(plain) <= 7 and bool(set(plain) & set(MARKED)) and bool(set(plain) & (set(MARKED + "aeiouy") - {"đ"}))
    )


def test_words_of_a_language_stand_in_its_folder() -> None:
    allowed = [SOURCE / room for room in WORDS_MAY_STAND_IN]
    found = []
    for file, tree in TREES.items():
        if file == MESSAGES or any(file.is_relative_to(room) for room in allowed):
            continue
        explaining = docstrings(tree)
        for node in ast.walk(tree):
            text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
            outside_classes = re.sub(r"\[[^\]]*\]", " ", text)
            if id(node) not in explaining and any(map(is_word, WORD.findall(outside_classes))):
                found.append(f"{where(file, node)} {text[:60]!r}")
    assert found == []


def docstrings(tree: ast.AST) -> set[int]:
    """The identities of the nodes that are docstrings."""
    owners = [n for n in ast.walk(tree) if isinstance(n, Definition | ast.Module) and ast.get_docstring(n)]
    return {id(owner.body[0].value) for owner in owners if isinstance(owner.body[0], ast.Expr)}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_language_has_rules_and_a_corpus_for_each_kind(code: str, kind: str) -> None:
    folder = SOURCE / "lang" / code
    assert (folder / "rules" / f"{kind}.toml").is_file() and (folder / "corpus" / f"{kind}.jsonl").is_file()


def grams(text: str) -> Iterator[tuple[str, ...]]:
    """All runs of nine words."""
    words = re.findall(r"\w+", text.lower())
    return zip(*(words[n:] for n in range(9)), strict=False)


def ours() -> list[Path]:
    """The files that are kept in the repository."""
    if shutil.which("git") is None or not (TOP / ".git").exists():
        pytest.skip("not a clone")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, capture_output=True, text=True, check=True).stdout
    return [TOP / name for name in listed.split("\0") if name and (TOP / name).is_file()]


def names() -> set[tuple[str, ...]]:
    """Runs of nine words inside one quoted form of the knowledge or a word list: a long name is a name for everyone."""
    files = [*(SOURCE / "knowledge").rglob("*.toml"), *(SOURCE / "lang").glob("*/words/*.toml")]
    lines = [line for file in files for line in file.read_text("utf8").splitlines()]
    forms = [form for line in lines for form in line.split('"')[1::2]]
    return {gram for form in forms for gram in grams(form)}


def test_no_sentence_is_anybody_elses(shared: Path) -> None:
    mine = {gram: file for file in ours() for gram in grams(file.read_text(encoding="utf8", errors="ignore"))}
    for name in names():
        mine.pop(name, None)
    theirs = [file.read_text(encoding="utf8") for file in (shared / "data" / "seeds").glob("*.txt")]
    with gzip.open(shared / "data" / "news-2025-11_12.jsonl.gz", "rt", encoding="utf8") as lines:
        theirs += [json.loads(line)["text"] for line in lines]
    copied = {
        str(mine[gram].relative_to(TOP)): " ".join(gram) for text in theirs for gram in grams(text) if gram in mine
    }
    assert not copied, "\n".join(f"{file}: {words}" for file, words in copied.items())
