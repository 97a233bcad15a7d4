# The only row that has these values, or nothing.
# usage: pick ID_FIELD FIELD VALUE [FIELD VALUE] ROWS
pick() {
  local found and_field='' and_value=''
  (($# == 4)) || and_field=$4 and_value=$5
  found=$(jq -c --arg id "$1" --arg field "$2" --arg value "$3" \
    --arg and_field "$and_field" --arg and_value "$and_value" '
      map(select(.[$field] == $value and ($and_field == "" or .[$and_field] == $and_value)))
      | unique_by(.[$id])' <<<"${!#}") || return
  case $(jq length <<<"$found") in
    0) ;;
    1) jq -c '.[0]' <<<"$found" ;;
    *) fail "$what: there are several, with the ids $(jq -r --arg id "$1" 'map(.[$id]) | join(", ")' <<<"$found")${advice:+: $advice}" ;;
  esac
}
