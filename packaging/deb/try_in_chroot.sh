#!/usr/bin/env bash
# Installs, tries and removes the package in a new Debian 12 that has nothing else: try_in_chroot.sh PACKAGE.deb [FOLDER]
# As root. FOLDER (default: a temporary one) gets the Debian; a picture of the window is left beside the package.
set -euo pipefail
package=$(realpath "$1")
root=${2:-$(mktemp -d)}
in_it() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

[ -e "$root/etc/debian_version" ] || debootstrap --variant=minbase bookworm "$root" >/dev/null
trap 'umount "$root/proc" 2>/dev/null || true' EXIT
mount -t proc proc "$root/proc"
cp /etc/resolv.conf "$root/etc/resolv.conf"
# The sources, certificates and settings by which this machine reaches its Debian archive.
cp -a /etc/apt/. "$root/etc/apt/"
cp "$package" "$root/root/cramplog.deb"
in_it apt-get update -qq 2>/dev/null
in_it apt-get install -y -qq --no-install-recommends /root/cramplog.deb >/dev/null 2>&1
echo "installed: $(in_it dpkg-query -W -f '${Version}, ${Installed-Size} KB' cramplog)"

in_it cramplog --selftest
in_it cramplog log --muscle calf --side left --duration 4m --pain 7 >/dev/null
in_it cramplog check

in_it apt-get install -y -qq --no-install-recommends xvfb xauth xwd netpbm >/dev/null 2>&1 ||
  in_it apt-get install -y -qq --no-install-recommends xvfb xauth x11-apps netpbm >/dev/null 2>&1
in_it bash -c '
  Xvfb :77 -screen 0 1280x860x24 >/dev/null 2>&1 & server=$!
  sleep 2
  DISPLAY=:77 cramplog demo & window=$!
  sleep 15
  kill -0 $window || { echo "the window has gone"; exit 1; }
  DISPLAY=:77 xwd -root -silent | xwdtopnm 2>/dev/null | pnmtopng 2>/dev/null >/root/window.png
  kill -TERM $window; wait $window || true
  kill $server
'
cp "$root/root/window.png" "$(dirname "$package")/window-in-chroot.png"
echo "window: shown; picture beside the package"

in_it apt-get remove -y -qq cramplog >/dev/null 2>&1
left=$(in_it find / -xdev -iname '*cramplog*' -not -path '/root/*' -not -path '/var/*' -print -quit)
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
echo "removed: nothing of the program is left; the diary is still there: $(in_it ls /root/.local/share/cramplog/diary.db)"
