"""What the code can write, connect to and start is what docs/threats.md says, module by module."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.threats.document import named, section, table

BOT = Path(__file__).parents[2] / "bot"
MODULES = {path.relative_to(BOT.parent).as_posix(): ast.parse(path.read_text("utf-8")) for path in BOT.rglob("*.py")}

WRITES = {
    *("write_text", "write_bytes", "touch", "mkdir", "makedirs", "unlink", "remove", "rmdir", "removedirs", "rename"),
    *("renames", "symlink_to", "hardlink_to", "symlink", "link", "chmod", "chown", "truncate", "mknod", "mkfifo"),
    *("rmtree", "copytree", "copyfile", "copy2", "move", "mkstemp", "mkdtemp", "TemporaryDirectory", "TemporaryFile"),
    *("NamedTemporaryFile", "SpooledTemporaryFile", "FileHandler", "RotatingFileHandler", "SharedMemory", "utime"),
}
"""Functions that make, change or delete files, in whatever they stand."""
CONNECTS = {
    *("ClientSession", "TCPConnector", "UnixConnector", "ws_connect", "urlopen", "urlretrieve", "create_connection"),
    *("open_connection", "open_unix_connection", "create_server", "start_server", "sendto", "HTTPConnection"),
    *("HTTPSConnection", "create_datagram_endpoint", "getaddrinfo", "SMTP", "FTP", "TCPSite", "UnixSite"),
}
STARTS = {
    *("Popen", "create_subprocess_exec", "create_subprocess_shell", "subprocess_exec", "subprocess_shell", "system"),
    *("execv", "execve", "execvp", "execl", "posix_spawn", "spawnv", "fork", "forkpty", "popen"),
    *("check_output", "check_call", "getoutput", "ProcessPoolExecutor", "Process", "Pool"),
}
ONLY_OF = {"remove": "os", "link": "os", "move": "shutil", "copy": "shutil", "truncate": "os", "system": "os"}
"""Names that lists and others have, too; they count where they are called of that module."""

LIBRARIES = {
    "connects": {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "xmlrpc", "requests", "httpx", "socketserver"},
    "starts": {"subprocess", "multiprocessing", "pty"},
    "writes": {"shutil", "dbm", "shelve", "mmap"},
}
"""What nobody imports who does not do that; a part of one that does nothing is named."""
HARMLESS = {"http.HTTPStatus", "urllib.parse.quote", "urllib.parse.urlsplit", "http", "urllib.parse"}

HOST = re.compile(
    r"\b(?:[a-z0-9-]+\.)+(?:com|net|org|gg|io|dev|int|app|example|invalid|ch|uk|kr|jp|cn|de|eu)\b", re.IGNORECASE
)


def what_it_does(tree: ast.Module) -> set[str]:
    """What a module does, of `writes`, `connects` and `starts`."""
    nodes = list(ast.walk(tree))
    found = {what for node in nodes if isinstance(node, ast.Call) for what in called(node)}
    bases = (ast.unparse(base) for node in nodes if isinstance(node, ast.ClassDef) for base in node.bases)
    found |= {"connects" for base in bases if base.rpartition(".")[2] in CONNECTS}
    return found | {what for name in imported(tree) for what in LIBRARIES if name.partition(".")[0] in LIBRARIES[what]}


def called(call: ast.Call) -> Iterator[str]:
    match call.func:
        case ast.Attribute(ast.Name(owner), name):
            pass
        case ast.Attribute(_, name) | ast.Name(name):
            owner = ""
        case _:
            return
    if ONLY_OF.get(name, owner) == owner and owner != "app_commands":
        yield from (
            what for what, names in (("writes", WRITES), ("connects", CONNECTS), ("starts", STARTS)) if name in names
        )
    if name == "connect" and ast.unparse(call.func).removesuffix(".connect").endswith(("connector", "sock", "socket")):
        yield "connects"
    if (name == "open" and opens_for_writing(call, owner)) or (name == "connect" and "sqlite" in owner):
        yield "writes"
    if name == "replace" and isinstance(call.func, ast.Attribute) and (owner == "os" or replaces_a_file(call)):
        yield "writes"


def opens_for_writing(call: ast.Call, owner: str) -> bool:
    """Whether a file is opened otherwise than to be read; a mode that is not written out counts as another."""
    if owner == "os":
        flags = ast.unparse(call.args[1])
        return (
            not flags.startswith("os.O_RDONLY") or re.search(r"O_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)", flags) is not None
        )
    given = [*call.args[0 if owner else 1 :][:1], *(key.value for key in call.keywords if key.arg == "mode")]
    return any(not isinstance(mode, ast.Constant) or set(str(mode.value)) & set("wax+") for mode in given)


def replaces_a_file(call: ast.Call) -> bool:
    """`Path.replace` takes one argument, those of texts take two, and those of values take names."""
    return len(call.args) == 1 and not call.keywords


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names):
                yield from (one.name for one in names if one.name not in HARMLESS)
            case ast.ImportFrom(str(module), names, 0):
                yield from (f"{module}.{one.name}" for one in names if f"{module}.{one.name}" not in HARMLESS)
            case _:
                pass


def hosts(tree: ast.Module) -> set[str]:
    """The names of hosts in a module's texts, but for what is said about it in comments and docstrings."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in said]
    return {host for text in texts if isinstance(text, str) for host in HOST.findall(text)}


def test_every_module_that_writes_connects_or_starts_something_is_named_with_what_it_does() -> None:
    told = {row["module"].strip("`"): set(row["does"].split(", ")) for row in table("Where that stands in the code")}
    assert {name: done for name, tree in MODULES.items() if (done := what_it_does(tree))} == told


def test_every_host_in_the_code_is_named_and_those_that_are_reached_stand_in_one_module() -> None:
    reached = {
        address.removeprefix("*.") for row in table("What leaves the machine") for address in named(row["address"])
    }
    in_code = {host for tree in MODULES.values() for host in hosts(tree)}
    text = section("What leaves the machine")
    only_named = {name for name in named(text[text.rindex("|") :]) if HOST.fullmatch(name)}
    reached = {name for name in reached if HOST.fullmatch(name)} - {"gateway.discord.gg"}  # made of the one beside it
    assert hosts(MODULES["bot/chat/connection/reach.py"]) == reached
    assert in_code == reached | only_named


@pytest.mark.parametrize(
    ("code", "does"),
    [
        ("open(name, 'w')", {"writes"}),
        ("path.open('x')", {"writes"}),
        ("path.open(mode)", {"writes"}),
        ("os.open(path, flags)", {"writes"}),
        ("Path(name).write_text(text)", {"writes"}),
        ("draft.replace(file)", {"writes"}),
        ("os.replace(draft, file)", {"writes"}),
        ("sqlite3.connect(name)", {"writes"}),
        ("aiosqlite.connect(name)", {"writes"}),
        ("import socket", {"connects"}),
        ("from urllib.request import urlopen", {"connects"}),
        ("session = aiohttp.ClientSession()", {"connects"}),
        ("class Connector(aiohttp.TCPConnector): pass", {"connects"}),
        ("await self.connector.connect(request)", {"connects"}),
        ("subprocess.Popen(['ls'])", {"starts"}),
        ("os.system('ls')", {"starts"}),
        ("from multiprocessing import Process", {"starts"}),
        ("open(name)", set[str]()),
        ("path.open('rb')", set[str]()),
        ("text.replace('a', 'b')", set[str]()),
        ("replace(card, title='b')", set[str]()),
        ("names.remove(name)", set[str]()),
        ("from http import HTTPStatus", set[str]()),
    ],
)
def test_what_code_does_is_read_from_it(code: str, does: set[str]) -> None:
    assert what_it_does(ast.parse(code)) == does
