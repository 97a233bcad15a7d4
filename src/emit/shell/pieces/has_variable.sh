# Whether an activation has exactly this value of a variable.
# usage: has_variable ROW NAME JSON
has_variable() {
  jq -e --arg name "$2" --argjson want "$3" '
    .dynamicVariables // {} | has($name) and .[$name] == $want' <<<"$1" >/dev/null
}
