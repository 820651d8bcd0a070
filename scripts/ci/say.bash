# What the scripts of this folder say. Sourced, not run.
# A log is read by machines too: the runner of GitHub takes `::word` at the start of a line, after blanks, and `##[word]`
# anywhere in it as commands. So text of others is only ever printed through `shown`, and no line starts with it.

# shown TEXT: the text in quotes, with every byte that is not plain ASCII escaped, cut at 200 bytes
shown() {
  local LC_ALL=C text=$1 out='' char code at
  local -r most=200
  for ((at = 0; at < ${#text} && at < most; at++)); do
    char=${text:at:1}
    case $char in
      $'\n') out+='\n' ;;
      $'\t') out+='\t' ;;
      '`') out+='\x60' ;;
      [[:graph:]] | ' ') out+=$char ;;
      *) printf -v code '%d' "'$char"; printf -v code '\\x%02X' "$((code & 255))"; out+=$code ;;
    esac
  done
  out=${out//'##['/'#\x23['}
  if ((${#text} > most)); then out+="…(+$((${#text} - most)) bytes)"; fi
  printf '\x60%s\x60' "$out"
}

# data TEXT: as the data of a workflow command
data() {
  local text=${1//'%'/%25}
  text=${text//$'\r'/%0D}
  printf '%s' "${text//$'\n'/%0A}"
}

# complain ID MESSAGE HELP: one finding, as an annotation where the runner of GitHub reads along; kept in `complaints`.
# Only the first are said at once, for the runner shows no more; whoever has complaints says how many there are.
complaints=()
most_complaints=10
complain() {
  complaints+=("$2: $3")
  [ "${#complaints[@]}" -le "$most_complaints" ] || return 0
  if [ "${GITHUB_ACTIONS:-}" = true ]; then
    printf '::error title=%s::%s\n' "$1" "$(data "$2"$'\n'"help: $3")"
  else
    printf 'error: %s [%s]\nhelp: %s\n' "$2" "$1" "$3"
  fi
}

# today: the day where it begins first, so that nobody is judged by yesterday; SOURCE_DATE_EPOCH stands for the clock
today() { TZ=UTC-14 date ${SOURCE_DATE_EPOCH:+--date "@$SOURCE_DATE_EPOCH"} +%F; }

# stop MESSAGE HELP: ends with 2, which means that nothing was decided
stop() {
  printf '%s: error: %s\nhelp: %s\n' "$(basename "$0")" "$1" "$2" >&2
  exit 2
}
