"""Cuts the power after every system call of a real run: replays its strace log into model disks.

A disk keeps what was written in memory until it is told to sync. After each call the power is cut: nothing of
what is pending is on the disk, or all of it, or a random part of it with torn sectors of 512 bytes.

"ordered" is a file system like ext4: names change in the order in which they were changed, and any sync of a
file takes them all along. "strict" is what POSIX promises: a name is safe once its folder was synced, and a
sync of a file takes its content along and nothing else.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
CALLS = (
    "openat,close,write,pwrite64,lseek,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,"
    "link,linkat,mkdir,sendfile,copy_file_range,dup,fcntl"
)
_LINE = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass
class Inode:
    """What a file holds on the disk, and the writes that are not there yet: (offset, bytes) or a new size."""

    durable: bytes = b""
    pending: list[tuple[int, bytes] | int] = field(default_factory=list)

    def now(self) -> bytes:
        """What the running program sees."""
        content = bytearray(self.durable)
        for write in self.pending:
            _apply(content, write)
        return bytes(content)


@dataclass(frozen=True)
class Renaming:
    """A change of names: `name` becomes this file, or nothing; with `gone`, another name vanishes with it."""

    name: str
    inode: Inode | None
    gone: str | None = None


@dataclass
class Disk:
    """The model: names on the disk, names as the program sees them, and the changes between."""

    ordered: bool
    durable: dict[str, Inode] = field(default_factory=dict)
    names: dict[str, Inode] = field(default_factory=dict)
    pending: list[Renaming] = field(default_factory=list)

    def rename(self, change: Renaming) -> None:
        """Change names, in memory at first."""
        self.pending.append(change)
        _follow(self.names, change)

    def sync(self, inode: Inode) -> None:
        """fsync of a file."""
        inode.durable = inode.now()
        inode.pending.clear()
        if self.ordered:
            self.sync_names("")

    def sync_names(self, folder: str) -> None:
        """fsync of a folder; in the ordered model, of all that happened to names before."""
        kept = []
        for change in self.pending:
            if self.ordered or change.name.rpartition("/")[0] == folder:
                _follow(self.durable, change)
            else:
                kept.append(change)
        self.pending = kept

    def after_power_cut(self, chance: random.Random, kind: str) -> dict[str, bytes]:
        """What is found: with "none" or "all" of what was pending, or with "some" of it."""
        names = dict(self.durable)
        for change in self._surviving(chance, kind):
            if change.inode is None or change.gone is None or change.gone in names:
                _follow(names, change)
        return {name: _content(inode, chance, kind) for name, inode in names.items()}

    def _surviving(self, chance: random.Random, kind: str) -> list[Renaming]:
        if kind == "none":
            return []
        if kind == "all":
            return self.pending
        if self.ordered:
            return self.pending[: chance.randint(0, len(self.pending))]
        return [change for change in self.pending if chance.random() < 0.5]


def _follow(names: dict[str, Inode], change: Renaming) -> None:
    if change.gone is not None:
        names.pop(change.gone, None)
    if change.inode is None:
        names.pop(change.name, None)
    else:
        names[change.name] = change.inode


def _content(inode: Inode, chance: random.Random, kind: str) -> bytes:
    content = bytearray(inode.durable)
    for write in inode.pending:
        if kind == "none":
            break
        if kind == "all" or isinstance(write, int):
            if kind == "all" or chance.random() < 0.5:
                _apply(content, write)
            continue
        offset, data = write
        for start in range(0, len(data), SECTOR):
            if chance.random() < 0.5:
                _apply(content, (offset + start, data[start : start + SECTOR]))
    return bytes(content)


def _apply(content: bytearray, write: tuple[int, bytes] | int) -> None:
    if isinstance(write, int):
        del content[write:]
        content.extend(bytes(write - len(content)))
        return
    offset, data = write
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(data)] = data


@dataclass
class _Open:
    inode: Inode | None
    folder: str | None
    offset: int = 0


class Replay:
    """Follows a run call by call on one model disk; `acknowledged` counts the lines it said `saved` in."""

    def __init__(
        self, log: Path, home: Path, *, ordered: bool, before: dict[str, bytes] | None = None
    ) -> None:
        files = {name: Inode(content) for name, content in (before or {}).items()}
        self.disk = Disk(ordered, durable=files, names=dict(files))
        self.acknowledged = 0
        self._log = log
        self._home = str(home)
        self._open: dict[int, _Open] = {}

    def __iter__(self) -> Iterator[int]:
        """Yields after each call that changed the disk or acknowledged something."""
        with self._log.open(encoding="ascii") as lines:
            for line in lines:
                found = _LINE.match(line)
                if found and int(found[3]) >= 0 and self._take(found[1], found[2], int(found[3])):
                    yield self.acknowledged

    def _take(self, call: str, text: str, result: int) -> bool:
        paths = [bytes.fromhex(it.replace("\\x", "")) for it in _TEXT.findall(text)]
        first = int(found[0]) if (found := re.match(r"-?\d+", text)) else -1
        return bool(getattr(self, f"_{call}", self._ignore)(text, paths, first, result))

    def _ignore(self, *_given: object) -> bool:
        return False

    def _openat(self, text: str, paths: list[bytes], _fd: int, result: int) -> bool:
        name = paths[0].decode()
        self._open.pop(result, None)
        if not name.startswith(self._home):
            return False
        if "O_DIRECTORY" in text or Path(name) == Path(self._home):
            self._open[result] = _Open(None, name)
            return False
        inode = self.disk.names.get(name)
        made = inode is None
        if inode is None:
            if "O_CREAT" not in text:
                return False
            inode = Inode()
            self.disk.rename(Renaming(name, inode))
        self._open[result] = _Open(inode, None)
        if "O_TRUNC" in text and inode.now():
            inode.pending.append(0)
            return True
        return made

    def _close(self, _text: str, _paths: list[bytes], fd: int, _result: int) -> bool:
        self._open.pop(fd, None)
        return False

    def _dup(self, _text: str, _paths: list[bytes], fd: int, result: int) -> bool:
        if fd in self._open:
            self._open[result] = self._open[fd]
        return False

    def _fcntl(self, text: str, paths: list[bytes], fd: int, result: int) -> bool:
        return self._dup(text, paths, fd, result) if "F_DUPFD" in text else False

    def _write(self, _text: str, paths: list[bytes], fd: int, result: int) -> bool:
        if fd == 1 and paths and paths[0].startswith(b"saved"):
            self.acknowledged += paths[0].count(b"saved")
            return True
        return self._put(fd, paths[0][:result] if paths else b"")

    def _put(self, fd: int, data: bytes) -> bool:
        opened = self._open.get(fd)
        if opened is None or opened.inode is None or not data:
            return False
        opened.inode.pending.append((opened.offset, data))
        opened.offset += len(data)
        return True

    def _pwrite64(self, text: str, paths: list[bytes], fd: int, result: int) -> bool:
        opened = self._open.get(fd)
        if opened is None or opened.inode is None:
            return False
        opened.inode.pending.append((int(text.rpartition(",")[2]), paths[0][:result]))
        return True

    def _lseek(self, _text: str, _paths: list[bytes], fd: int, result: int) -> bool:
        if fd in self._open:
            self._open[fd].offset = result
        return False

    def _sendfile(self, text: str, _paths: list[bytes], fd: int, result: int) -> bool:
        _out, source, *_rest = (part.strip() for part in text.split(","))
        opened = self._open.get(int(source))
        if opened is None or opened.inode is None:
            return False
        offset = int(found[1]) if (found := re.search(r"\[(\d+)", text)) else opened.offset
        if found is None:
            opened.offset += result
        return self._put(fd, opened.inode.now()[offset : offset + result])

    def _ftruncate(self, text: str, _paths: list[bytes], fd: int, _result: int) -> bool:
        opened = self._open.get(fd)
        if opened is None or opened.inode is None:
            return False
        opened.inode.pending.append(int(text.rpartition(",")[2]))
        return True

    def _fsync(self, _text: str, _paths: list[bytes], fd: int, _result: int) -> bool:
        opened = self._open.get(fd)
        if opened is None:
            return False
        if opened.inode is None:
            self.disk.sync_names(opened.folder or "")
        else:
            self.disk.sync(opened.inode)
        return True

    _fdatasync = _fsync

    def _unlink(self, _text: str, paths: list[bytes], _fd: int, _result: int) -> bool:
        name = paths[0].decode()
        if name not in self.disk.names:
            return False
        self.disk.rename(Renaming(name, None))
        return True

    _unlinkat = _unlink

    def _rename(self, _text: str, paths: list[bytes], _fd: int, _result: int) -> bool:
        old, new = (path.decode() for path in paths)
        if old not in self.disk.names:
            return False
        self.disk.rename(Renaming(new, self.disk.names[old], gone=old))
        return True

    _renameat = _renameat2 = _rename

    def _link(self, _text: str, paths: list[bytes], _fd: int, _result: int) -> bool:
        old, new = (path.decode() for path in paths)
        if old not in self.disk.names:
            return False
        self.disk.rename(Renaming(new, self.disk.names[old]))
        return True

    _linkat = _link


def record(story: Path, home: Path, log: Path, *arguments: str) -> None:
    """Run `story` on the folder `home` under strace. It writes `saved` after each thing that is saved."""
    command = [
        "strace",
        "-xx",
        "-s",
        "100000000",
        "-e",
        f"trace={CALLS}",
        "-e",
        "signal=none",
        "-o",
        str(log),
    ]
    subprocess.run(
        [*command, sys.executable, str(story), str(home), *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        timeout=300,
    )
