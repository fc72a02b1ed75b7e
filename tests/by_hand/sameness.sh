#!/usr/bin/env bash
# Draws every table of data/ by the debug and by the release build, in another zone, language and
# folder, and compares all three formats byte by byte. Usage: tests/by_hand/sameness.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo build --quiet --locked
cargo build --quiet --locked --release
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
count=0
for table in data/*.csv data/gallery/*.csv; do
  for format in svg png pdf; do
    target/debug/annals "$table" -f "$format" > "$work/debug" 2>/dev/null
    (cd "$work" && TZ=Asia/Karachi LC_ALL=ru_RU.UTF-8 \
      "$root/target/release/annals" "$root/$table" -f "$format" > release 2>/dev/null)
    cmp "$work/debug" "$work/release" || { echo "$table as $format differs" >&2; exit 1; }
    count=$((count + 1))
  done
done
echo "$count files are the same"
