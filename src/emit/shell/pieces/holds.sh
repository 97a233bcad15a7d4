# Whether there is a row that holds a piece of JSON. Objects may hold more.
holds() {
  [[ -n $1 ]] && jq -e --argjson want "$2" '
    def holds($want):
      if ($want | type) == "object" then
        . as $have | all($want | keys[]; . as $key | $have | (try .[$key] catch null) | holds($want[$key]))
      else . == $want end;
    holds($want)' <<<"$1" >/dev/null
}
