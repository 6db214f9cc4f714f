"""Tells what a Python process opens for writing, connects to and starts. Copied to where every process loads it first.

It knows nothing of the project, and nothing of it may be imported here: it runs before anything else. The text LOG
below is replaced by the path of a file that all processes add to, one JSON line an event.
"""

import json
import os
import sys

_LOG = os.open("LOG", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FILES = {
    "os.rename": 2,
    "os.link": 2,
    "os.symlink": 2,
    "os.mkdir": 1,
    "os.remove": 1,
    "os.rmdir": 1,
    "os.truncate": 1,
    "os.chmod": 1,
    "os.utime": 1,
    "sqlite3.connect": 1,
}
"""Events that change something, and how many paths each has."""
_CHILDREN = {"subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.fork", "os.forkpty"}
_NETWORK = {"socket.connect", "socket.sendto", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname"}


def _tell(kind: str, *what: object) -> None:
    line = json.dumps([kind, *what], default=repr)
    os.write(_LOG, f"{line}\n".encode())


def _where(given: tuple[object, ...]) -> str:
    """The folder that a path of an event is of: the present one, or that of an open descriptor."""
    folder = given[-1] if given else None
    if isinstance(folder, int) and folder > 0:
        try:
            return os.readlink(f"/proc/self/fd/{folder}")  # noqa: PTH115 # pathlib would be loaded before all else
        except OSError:
            pass
    return os.getcwd()  # noqa: PTH109 # the same


def _path(value: object) -> str | None:
    if isinstance(value, str | bytes):
        return os.fsdecode(value)
    return str(value) if hasattr(value, "__fspath__") else None


def _hear(event: str, given: tuple[object, ...]) -> None:
    if event == "open":
        path, _, flags = given
        if isinstance(flags, int) and flags & _WRITING and _path(path) is not None:
            _tell("write", event, _path(path), _where(()))
    elif event in _FILES:
        if event == "os.mkdir":
            _tell("folder", given[0], given[1])
        for path in given[: _FILES[event]]:
            if (found := _path(path)) is not None:
                _tell("write", event, found, _where(given))
    elif event in _NETWORK:
        address = given[:2] if event in {"socket.getaddrinfo", "socket.gethostbyname"} else given[-1]
        _tell("network", event, address)
    elif event in _CHILDREN:
        _tell("child", event, given)


_tell("process", sys.orig_argv, sorted(os.environ))
sys.addaudithook(_hear)
