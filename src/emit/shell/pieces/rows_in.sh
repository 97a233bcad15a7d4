# The rows in one field of an object, from standard input.
rows_in() {
  jq -ce --arg field "$1" '.[$field] | arrays' || fail "the answer has no $1"
}
