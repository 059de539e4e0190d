#!/usr/bin/env bash
# Data flows down: a room includes only the rooms that DESIGN gives it. Prints each include that reaches around.
set -euo pipefail
cd "${1:-.}"
declare -A may=(
  [base]="" [text]="base" [time]="base" [article]="text time base" [clause]="text base"
  [timex]="clause text time base" [actor]="clause text base"
  [event]="actor timex clause article time text base proto" [store]="base time proto"
  [query]="store time text base" [render]="query store time base" [serve]="render query store time base")
status=0
for room in "${!may[@]}"; do
  [ -d "src/$room" ] || continue
  while IFS=: read -r file line include; do
    used=${include#*\"}; used=${used%%/*}
    [[ " $room ${may[$room]} " == *" $used "* ]] && continue
    echo "$file:$line: room $room may not include $used"
    status=1
  done < <(grep -rnoE --include='*.h' --include='*.cpp' '^#include "[a-z_0-9]+/' "src/$room" || true)
done
# Heavy libraries stay in their room and out of headers.
check() { # pattern, room that may use it in .cpp files
  if grep -rnE "^#include <($1)" src --include='*.h' | grep -v "^src/store/rocks/"; then
    echo "headers above include <$1>"; status=1
  fi
  if grep -rlE "^#include <($1)" src --include='*.cpp' | grep -vE "^src/($2)/"; then
    echo "files above may not include <$1>"; status=1
  fi
}
check 'unicode/' 'text|actor'
check 'rocksdb/' 'store/rocks'
check 'capnp/|kj/' 'store|event'
check 'date/' 'time'
exit $status
