# The schema that the platform has, with the variables of variables.json; nothing when
# that is what it has already. Variables that only the platform knows stay.
merged_schema() {
  jq --slurpfile want variables.json '
    . as $have | $want[0] as $want
    | ($have // {}) + {
        type: "object",
        properties: (($have.properties // {}) + $want.properties),
        required: (($have.required // []) - ($want.properties | keys) + $want.required | unique)
      }
    | if $have != null and . == ($have | .required |= (. // [] | unique)) then empty else . end' <<<"$1"
}
