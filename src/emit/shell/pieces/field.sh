# A text of a row.
field() { jq -r --arg field "$1" '.[$field] // ""' <<<"$2"; }
