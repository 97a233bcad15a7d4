# Whether connections of a template use this auth scheme: it is the first.
uses_scheme() {
  jq -e --arg id "$2" '
    (.authSchemeConfigs // [])[0] // {} | [.[] | objects | .id] | .[0] == $id' <<<"$1" >/dev/null
}
