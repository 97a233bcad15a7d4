# The schema that the platform has, with the variables of variables.json and without the
# removed ones; nothing when that is what it has already. Other variables that only the
# platform knows stay.
# usage: merged_schema SCHEMA [REMOVED]
merged_schema() {
  jq --slurpfile want variables.json --argjson removed "${2:-[]}" '
    . as $have | $want[0] as $want
    | ($have // {}) + {
        type: "object",
        properties: (($have.properties // {} | delpaths([$removed[] | [.]])) + $want.properties),
        required: (($have.required // []) - ($want.properties | keys) - $removed + $want.required | unique)
      }
    | if $have != null and . == ($have | .required |= (. // [] | unique))
        or $have == null and $want.properties == {} then empty else . end' <<<"$1"
}
