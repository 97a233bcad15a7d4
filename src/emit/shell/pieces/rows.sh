# The rows of a list as a JSON array, from standard input. Without rows the command line
# says `(no items)`; on a wrong command it prints help, and both end with 0.
rows() {
  local answer
  IFS= read -r -d '' answer || :
  if [[ $answer == '(no items)'* ]]; then
    printf '[]\n'
  else
    jq -ce --arg type "$1" 'select(.type == $type) | .items | arrays' <<<"$answer" ||
      fail "the answer is no list of $1"
  fi
}
