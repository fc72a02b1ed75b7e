#!/usr/bin/env bash
# Draws every table of data/ in every format and theme, both ways and as lists, and has each file
# checked by others: xmllint (SVG), pngcheck (PNG), qpdf (PDF).
#
# Needs all three programs, for a check that is skipped shows nothing.
# Usage: tests/by_hand/gallery.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
for program in xmllint pngcheck qpdf; do
  command -v "$program" >/dev/null || { echo "there is no $program; install it" >&2; exit 2; }
done
cargo build --quiet --locked
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
count=0
faults=0

# Runs a check, which is silent of what is sound.
check() {
  count=$((count + 1))
  "$@" > "$work/words" 2>&1 && return
  faults=$((faults + 1))
  echo "$table $look: $*" >&2
  cat "$work/words" >&2
}

for table in data/*.csv data/gallery/*.csv; do
  for look in "--theme light" "--theme dark" "--theme print" "--theme auto --svg-text live" \
    "--background none --svg-text none" "--orientation vertical" "--style lists --shapes"; do
    status=0
    # shellcheck disable=SC2086
    target/debug/annals "$table" $look -o "$work/o.svg" -o "$work/o.png" -o "$work/o.pdf" 2>"$work/words" ||
      status=$?
    if [ "$status" -ne 0 ]; then
      echo "$table $look is not drawn: $(cat "$work/words")"
      # Options that exclude each other are the figure's own business.
      [ "$status" -eq 2 ] || faults=$((faults + 1))
      continue
    fi
    check xmllint --noout --nonet "$work/o.svg"
    check pngcheck -q "$work/o.png"
    check qpdf --check "$work/o.pdf"
    rm "$work"/o.*
  done
done
echo "$count checks, $faults faults"
[ "$faults" -eq 0 ]
