# Whether a row has an auth scheme with these facts. It may have more of them: a person
# may have entered a client id. Scopes have no order.
has_scheme() {
  jq -e --argjson want "$2" '
    def holds($want):
      if ($want | type) == "object" then
        . as $have | all($want | keys[]; . as $key | $have | (try .[$key] catch null) | holds($want[$key]))
      elif ($want | type) == "array" then
        (. // []) as $have | ($have | length) == ($want | length)
        and all(range($want | length); . as $at | $have[$at] | holds($want[$at]))
      else . == $want end;
    def sorted:
      if .oauth2 then
        .oauth2.scopes |= (. // [] | sort_by(.name)) | .oauth2.defaultScopes |= (. // [] | sort)
      else . end;
    any(.authSchemeConfigs // [] | .[]; sorted | holds($want))' <<<"$1" >/dev/null
}
