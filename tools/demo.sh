#!/usr/bin/env bash
# Sets up, builds, ingests fixtures/, shows a timeline and answers two queries. From a fresh Debian 12 to a result.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/setup.sh build
mkdir -p build
cmake -S . -B build/release -G Ninja -DCMAKE_BUILD_TYPE=Release >build/release-configure.log 2>&1 ||
  { cat build/release-configure.log >&2; exit 3; }
cmake --build build/release --target annalen

store=build/demo-store
annalen=build/release/annalen
run() { # shows the command, then runs it
  printf '\n$ annalen %s\n' "$*"
  "$annalen" "$@" --store "$store"
}
run ingest fixtures/articles --collection fixtures
run timeline --from 2025-01 --to 2025-03 --finer-than month --limit 12
run query --actor Russland --limit 5
run query --from 2025-02-06 --to 2025-02-06 --limit 5
echo
echo "The store is in $store. Try: build/release/annalen --help"
