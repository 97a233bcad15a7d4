# The id of the only row that has these values, and below it the row; nothing without one.
# LIST is what a list command has said. KIND is the type that it must have, or the field,
# with a dot before it, that holds the rows of an object: on a wrong command, the command
# line prints help and ends with 0.
# usage: pick LIST KIND ID_FIELD FIELD VALUE [FIELD VALUE]
pick() {
  local found
  [[ -n $1 && $1 != '(no items)' ]] || return 0
  found=$(jq -nr --arg kind "$2" --arg id "$3" --arg field "$4" --arg value "$5" \
    --arg and_field "${6-}" --arg and_value "${7-}" '
      def rows:
        (if $kind | startswith(".") then .[$kind[1:]] elif .type == $kind then .items else null end)
        | if type == "array" then .[] else error("this is no list of " + $kind) end;
      [inputs | rows
        | select(.[$field] == $value and ($and_field == "" or .[$and_field] == $and_value))]
      | unique_by(.[$id])
      | if length < 2 then .[] | .[$id], tojson else "several: " + (map(.[$id]) | join(", ")) end' \
    <<<"$1") || fail "$what: the answer is not understood: ${1:0:200}"
  [[ $found != several:* ]] || fail "$what: there are $found${advice:+; $advice}"
  printf '%s' "$found"
}
