# Settles the id of what was just made: that of the row, else, beyond the first page, that
# of the command's answer.
# usage: settle ID_FIELD ANSWER
settle() {
  [[ -n $id ]] || id=$(jq -r --arg field "$1" '.[$field] // empty' <<<"$2" 2>/dev/null) ||
    id=${2##*[[:space:]]}
  is_id "$id" || fail "$what: it is not there after it was made"
  changes=$((changes + 1))
}
