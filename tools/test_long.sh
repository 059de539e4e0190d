#!/usr/bin/env bash
# The long runs, whose figures are quoted with seed and commit: fuzzing of every reader of foreign bytes, and kill -9
# against a list of what was acknowledged; tagging of hostile input; clang's static analyser.
# Usage: tools/test_long.sh [seconds per fuzz target, default 300] [kills, default 500] [seed, default 1]
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-300} kills=${2:-500} seed=${3:-1}
tools/setup.sh lint
echo "commit $(git rev-parse --short HEAD), seed $seed"

mkdir -p build/fuzz
cmake -S . -B build/fuzz -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_COMPILER=clang++-16 \
  -DCMAKE_C_COMPILER=clang-16 -DANNALEN_SANITIZE=ON -DANNALEN_FUZZ=ON >build/fuzz/configure.log
targets=()
for source in tests/fuzz/*_fuzz.cpp; do targets+=("$(basename "$source" .cpp)"); done
cmake --build build/fuzz --target "${targets[@]}"
status=0
for target in "${targets[@]}"; do
  corpus=build/fuzz/corpus/$target
  mkdir -p "$corpus"
  log=build/fuzz/$target.log
  if build/fuzz/"$target" -seed="$seed" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=4096 \
    -artifact_prefix=build/fuzz/ "$corpus" >"$log" 2>&1; then outcome=clean; else outcome=FAILED; fi
  # One target holds a fault on purpose: a run that does not find it proves nothing.
  if [ "$target" = canary_fuzz ]; then
    [ "$outcome" = FAILED ] && outcome="fault found, as it must be" || outcome="FAILED: the fault was not found"
  fi
  case $outcome in FAILED*) status=1 ;; esac
  echo "fuzz $target: $outcome, $(grep -oE '^#[0-9]+' "$log" | tail -1 | tr -d '#') runs in $seconds s"
done

cmake -S . -B build/release -G Ninja -DCMAKE_BUILD_TYPE=Release >build/release/configure.log
cmake --build build/release --target test_store annalen bench_hostile
echo "kill -9: $kills times"
ANNALEN_KILLS=$kills ANNALEN_SEED=$seed build/release/test_store --test-case='*kill*' || status=1
echo "hostile input"
build/release/bench_hostile || status=1
tools/lint.sh --deep || status=1
exit $status
