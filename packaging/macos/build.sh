#!/usr/bin/env bash
# A disk image with CrampLog.app. Not yet built: it was written on Linux. macOS 14 or newer, on a Mac:
#   packaging/macos/build.sh
# Without a developer's certificate the first start needs a right click and Open.
set -euo pipefail
cd "$(dirname "$0")/../.."
python -m PyInstaller --noconfirm packaging/pyinstaller/cramplog.spec
version=$(python -c 'import cramplog; print(cramplog.__version__)')
dist/CrampLog.app/Contents/MacOS/cramplog --selftest
hdiutil create -volname CrampLog -srcfolder dist/CrampLog.app -ov -format UDZO "dist/cramplog-$version.dmg"
