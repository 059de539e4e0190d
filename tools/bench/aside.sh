#!/usr/bin/env bash
# Copies the gold documents whose errors were not read one by one while the rules were written, to be scored alone:
# those whose file name has an odd MD5 and, of the Dolomiten documents, not also a SHA-1 that 3 divides. One of these was
# read since: an events calendar that holds nearly all clock times of its paper.
# Usage: tools/bench/aside.sh GOLD_FOLDER NAME_PREFIX NEW_FOLDER
set -euo pipefail
gold=$1 prefix=$2 out=$3
mkdir -p "$out"
for path in "$gold/$prefix"*; do
  name=$(basename "$path")
  md5=$(printf %s "$name" | md5sum | cut -c32)
  [[ $md5 == [13579bdf] && $name != dolo42-754623.tml ]] || continue
  if [[ $name == dolo42-* ]]; then
    sum=0  # 16 leaves 1 when divided by 3, so the digits' sum tells
    for digit in $(printf %s "$name" | sha1sum | cut -c1-40 | fold -w1); do sum=$((sum + 16#$digit)); done
    ((sum % 3)) || continue
  fi
  cp "$path" "$out"
done
