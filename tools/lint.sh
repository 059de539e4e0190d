#!/usr/bin/env bash
# Formatting (clang-format-16) and lint (clang-tidy-16) of every source. `tools/lint.sh --fix` formats in place;
# `--deep` adds clang's static analyser, which takes four times as long (tools/test_long.sh runs it).
set -euo pipefail
cd "$(dirname "$0")/.."
tools/setup.sh lint
mapfile -t sources < <(git ls-files 'src/*.cpp' 'src/*.h' 'tools/*.cpp' 'tools/*.h' 'tests/*.cpp' 'tests/*.h')
if [ "${1:-}" = --fix ]; then
  clang-format-16 -i "${sources[@]}"
  exit
fi
clang-format-16 --dry-run --Werror "${sources[@]}"
echo "format: ${#sources[@]} files clean"

mkdir -p build/release
[ -f build/release/compile_commands.json ] ||
  cmake -S . -B build/release -G Ninja -DCMAKE_BUILD_TYPE=Release >build/release/configure.log
cmake --build build/release --target annalen_proto >/dev/null  # the generated headers
mapfile -t tidied < <(git ls-files 'src/*.cpp' 'tools/*.cpp')
checks=()
[ "${1:-}" = --deep ] && checks=(--checks=clang-analyzer-*)
printf '%s\n' "${tidied[@]}" | xargs -P "$(nproc)" -n 4 clang-tidy-16 -p build/release --quiet \
  --extra-arg=-Wno-unknown-warning-option "${checks[@]}" 2>/dev/null
echo "tidy: ${#tidied[@]} files clean"
