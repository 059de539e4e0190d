#!/usr/bin/env bash
# Installs the Debian 12 packages that a purpose needs; those already there are left alone, so a second call is quick.
# Usage: tools/setup.sh build|lint     (demo.sh, test.sh and lint.sh call it)
set -euo pipefail

build=(g++ cmake ninja-build pkg-config ccache tzdata
  wngerman iso-codes libgeonames-common php-faker
  librocksdb-dev libicu-dev libhowardhinnant-date-dev capnproto libcapnp-dev
  doctest-dev libcli11-dev libfmt-dev libsimdjson-dev nlohmann-json3-dev libssl-dev libstemmer-dev)
lint=(clang-16 clang-tidy-16 clang-format-16 libclang-rt-16-dev)

case "${1:-}" in
  build) wanted=("${build[@]}") ;;
  lint) wanted=("${build[@]}" "${lint[@]}") ;;
  *) echo "usage: tools/setup.sh build|lint" >&2; exit 2 ;;
esac

missing=()
for package in "${wanted[@]}"; do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "setup: run as root or install sudo; missing: ${missing[*]}" >&2; exit 3; }
  as_root=(sudo)
fi
echo "setup: installing ${missing[*]}" >&2
"${as_root[@]}" apt-get update -q >&2
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
