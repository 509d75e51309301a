"""Builds the Debian package from the one-folder program: `python packaging/deb/build.py FOLDER [--quick]`.

Needs what packaging/README.md names. FOLDER gets `cramplog_VERSION_ARCHITECTURE.deb`. `--quick` packs less
tightly, for trying things out.
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"
SPEC = ROOT / "packaging" / "pyinstaller" / "cramplog.spec"
sys.path[:0] = [str(LINUX), str(ROOT / "packaging")]

import draw_icon  # noqa: E402
from manpage import manual  # noqa: E402
from metainfo import ID, metainfo  # noqa: E402

from cramplog import __version__  # noqa: E402

ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
# What PyInstaller never takes along: the C library, the graphics driver's, and the configuration of fonts.
DEPENDS = ("libc6 (>= 2.36)", "libgl1", "libegl1", "fontconfig-config")
CONTROL = """Package: cramplog
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Section: misc
Priority: optional
Description: diary for muscle cramps
 Log muscle cramps, see how often and when they come, and take one page to
 the doctor. The diary stays on this computer: no account, no network.
"""


def main() -> None:
    """Build the program, lay it out as Debian expects, pack it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--program", type=Path, help="a one-folder program built before")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    os.umask(0o022)
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name) / "tree"
        tree.mkdir(mode=0o755)
        program = asked.program or build_program(Path(name))
        shutil.copytree(program, tree / "opt" / "cramplog", symlinks=True)
        lay_out(tree)
        sys.stdout.write(f"{pack(tree, asked.folder, quick=asked.quick)}\n")


def build_program(work: Path) -> Path:
    """The one-folder program, made by PyInstaller."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(work / "dist"), "--workpath", str(work / "build")]
    subprocess.run([*command, *places, str(SPEC)], check=True)
    return work / "dist" / "cramplog"


def lay_out(tree: Path) -> None:
    """Everything around the program: launcher, icons, manual page, what a software centre reads."""
    share = tree / "usr" / "share"
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / "cramplog").symlink_to("/opt/cramplog/cramplog")
    place(share / "applications" / "cramplog.desktop", (LINUX / "cramplog.desktop").read_bytes())
    place(share / "mime" / "packages" / "cramplog.xml", (LINUX / "cramplog-mime.xml").read_bytes())
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    place(share / "metainfo" / f"{ID}.metainfo.xml", metainfo(changelog).encode())
    place(share / "man" / "man1" / "cramplog.1.gz", gzip.compress(manual().encode(), mtime=0))
    documents = share / "doc" / "cramplog"
    place(documents / "changelog.gz", gzip.compress(changelog.encode(), mtime=0))
    licence = (ROOT / "LICENSE").read_bytes() + b"\n" + (ROOT / "resources" / "LICENSES.md").read_bytes()
    place(documents / "copyright", licence)
    for picture in sorted((ROOT / "docs" / "pictures").glob("*.webp")):
        place(documents / "pictures" / picture.name, picture.read_bytes())
    icons = share / "icons" / "hicolor"
    place(icons / "scalable" / "apps" / "cramplog.svg", draw_icon.DRAWING.read_bytes())
    for size in ICON_SIZES:
        place(icons / f"{size}x{size}" / "apps" / "cramplog.png", draw_icon.png(size))


def place(path: Path, content: bytes) -> None:
    """Write one file where the package will put it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def pack(tree: Path, folder: Path, *, quick: bool) -> Path:
    """The finished package."""
    architecture = said("dpkg", "--print-architecture")
    size = sum(file.lstat().st_size for file in tree.rglob("*") if not file.is_dir()) // 1024
    control = CONTROL.format(
        version=__version__,
        architecture=architecture,
        maintainer="CrampLog <cramplog@localhost>",
        size=size,
        depends=", ".join(DEPENDS),
    )
    place(tree / "DEBIAN" / "control", control.encode())
    made = folder / f"cramplog_{__version__}_{architecture}.deb"
    packing = ["-Zzstd", "-z1"] if quick else ["-Zxz"]
    subprocess.run(
        ["dpkg-deb", *packing, "--root-owner-group", "--build", str(tree), str(made)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return made


def said(*command: str) -> str:
    """What a command prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    main()
