#!/usr/bin/env bash
# Reads the EDTF of fixtures/ as annalen writes it, and the specification's examples, with an independent reader: the
# npm package edtf, pinned by package-lock.json. Without Node.js, npm or a registry it says "skipped: why" and succeeds;
# it waits at most a minute and a half. Usage: tools/edtf_check/run.sh [ANNALEN]
set -euo pipefail
cd "$(dirname "$0")/../.."
annalen=${1:-build/release/annalen}
here=tools/edtf_check
work=build/edtf_check
skip() { echo "edtf: skipped: $*"; exit 0; }

command -v node >/dev/null || skip "node is not installed"
command -v npm >/dev/null || skip "npm is not installed"
mkdir -p "$work"
if ! cmp -s "$here/package-lock.json" "$work/installed.json"; then
  rm -f "$work/installed.json"
  cp "$here/package.json" "$here/package-lock.json" "$work/"
  if ! (cd "$work" && timeout -k 5 60 npm ci --omit=optional --ignore-scripts --no-audit --no-fund \
      --fetch-retries=1 --fetch-timeout=20000 >npm.log 2>&1 </dev/null); then
    # A package that is not the one pinned is no reason to skip.
    if grep -q EINTEGRITY "$work/npm.log"; then cat "$work/npm.log" >&2; exit 1; fi
    skip "npm ci gave no package ($(grep -m 1 -i 'error' "$work/npm.log" || echo 'no answer in 60 s'))"
  fi
  cp "$here/package-lock.json" "$work/installed.json"
fi
cp "$here/check.mjs" "$work/"

rm -rf "$work/store"
"$annalen" ingest fixtures/articles --collection fixtures --store "$work/store" >"$work/ingest.log" 2>&1 ||
  { cat "$work/ingest.log" >&2; exit 1; }
"$annalen" query --format jsonl --limit 0 --store "$work/store" >"$work/events.jsonl"
"$annalen" tag --format jsonl fixtures/articles >>"$work/events.jsonl"
TZ=UTC timeout -k 5 30 node "$work/check.mjs" tests/time/edtf_specification.txt "$work/events.jsonl"
