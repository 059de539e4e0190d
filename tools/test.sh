#!/usr/bin/env bash
# Sets up, builds and runs every test: once plain, once with the address and undefined-behaviour sanitizers.
set -euo pipefail
cd "$(dirname "$0")/.."
tools/setup.sh build
jobs=$(nproc)

build_and_test() { # folder, further cmake arguments
  local folder=$1; shift
  mkdir -p "$folder"
  cmake -S . -B "$folder" -G Ninja "$@" >"$folder/configure.log" 2>&1 || { cat "$folder/configure.log" >&2; exit 3; }
  cmake --build "$folder"
  ctest --test-dir "$folder" --output-on-failure --parallel "$jobs"
}

echo "== plain"
build_and_test build/release -DCMAKE_BUILD_TYPE=Release
echo "== EDTF, read by another reader"
tools/edtf_check/run.sh build/release/annalen
echo "== address and undefined-behaviour sanitizers"
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 UBSAN_OPTIONS=print_stacktrace=1
build_and_test build/sanitize -DCMAKE_BUILD_TYPE=Sanitize -DANNALEN_SANITIZE=ON
