#!/usr/bin/env bash
# Runs one case folder and compares with what is expected: run-case.sh SIMRULES CASE_FOLDER
# `cmd` holds command lines; they run in a copy of `input/`. `expected/` holds stdout, stderr, exit and the files
# written (`out/`). UPDATE_EXPECTED=1 writes `expected/` instead of comparing.
set -u
tool=$(realpath "$1") case=$(realpath "$2")
work=$(mktemp -d) actual=$(mktemp -d)
trap 'rm -rf "$work" "$actual"' EXIT
[ -d "$case/input" ] && cp -R "$case/input/." "$work"
mkdir -p "$work/policies"
PATH=$(dirname "$tool"):$PATH
export PATH LC_ALL=C TZ=UTC NO_COLOR=1
# Later than anything that a case says was read.
export SOURCE_DATE_EPOCH=1798761600 # 2027-01-01
unset GITHUB_ACTIONS CLICOLOR_FORCE
(cd "$work" && bash -c "$(cat "$case/cmd")") >"$actual/stdout" 2>"$actual/stderr" </dev/null
echo $? >"$actual/exit"
[ -d "$work/out" ] && cp -R "$work/out" "$actual/out"
# What grows with every field of the schema says nothing about the case.
find "$actual" -type f -exec sed -i -E 's/[0-9]+ checks against [0-9]+ schema fields/all checks against all schema fields/
  s/"checks": [1-9][0-9]*/"checks": "all"/' {} +
# Nor does a digest; but two that should be one, or one that should be two, are seen.
perl -i -pe 's/ +[0-9]+ bytes$/ N bytes/; s/\b[0-9a-f]{64}\b/$numbers{$&} ||= "SHA-256-" . ++$count/ge' "$actual/stdout" "$actual/stderr"
if [ "${UPDATE_EXPECTED:-}" = 1 ]; then
  rm -rf "$case/expected" && cp -R "$actual" "$case/expected"
  exit 0
fi
[ -d "$case/expected" ] || { echo "no expected/ in $case; UPDATE_EXPECTED=1 writes it"; exit 1; }
diff -ru "$case/expected" "$actual"
