# The id that the lock binds to a name. usage: locked project | locked systems NAME
locked() {
  jq -r --arg part "$1" --arg name "${2-}" '
    .[$part] | if $name == "" then . else .[$name]? end // ""' <<<"$lock"
}
