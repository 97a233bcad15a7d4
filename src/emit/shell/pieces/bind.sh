# Binds a name to an id, and writes the lock at once.
# usage: bind project ID | bind systems NAME ID [FORMER_NAME]
bind() {
  local bound
  if (($# == 2)); then
    bound=$(jq -c --arg id "$2" '.project = $id' <<<"$lock")
  else
    bound=$(jq -c --arg name "$2" --arg id "$3" --arg former "${4-}" '
      .systems[$name] = $id | if $former == "" then . else del(.systems[$former]) end' <<<"$lock")
  fi
  [[ $bound != "$lock" ]] || return 0
  lock=$bound
  jq -r '
    def key: if test("^[A-Za-z0-9_-]+$") then . else tojson end;
    "# Binds the names of integration.toml to ids of the platform. Written by set-up; commit it.",
    "organisation = \(.organisation | tojson)",
    "project = \(.project | tojson)",
    "",
    "[systems]",
    (.systems // {} | to_entries | sort_by(.key)[] | "\(.key | key) = \(.value | tojson)")' \
    <<<"$lock" >"$lock_file.new"
  mv -f -- "$lock_file.new" "$lock_file"
}
