# The id of the only row that has these values, and below it the row; nothing without one.
# usage: pick ID_FIELD FIELD VALUE [FIELD VALUE] ROWS
pick() {
  local found and_field='' and_value=''
  (($# == 4)) || and_field=$4 and_value=$5
  found=$(jq -r --arg id "$1" --arg field "$2" --arg value "$3" \
    --arg and_field "$and_field" --arg and_value "$and_value" '
      map(select(.[$field] == $value and ($and_field == "" or .[$and_field] == $and_value)))
      | unique_by(.[$id])
      | if length < 2 then .[] | .[$id], tojson else "several: " + (map(.[$id]) | join(", ")) end' \
    <<<"${!#}") || return
  [[ $found != several:* ]] || fail "$what: there are $found${advice:+; $advice}"
  printf '%s' "$found"
}
