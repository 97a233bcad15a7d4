# Refuses when the upload would not be exactly what was generated.
# usage: same_files LISTING
same_files() {
  local entry sum difference
  [[ $1 == 'Files that would be uploaded:'* ]] || fail "$what: no list of files to upload"
  difference=$(printf '%s\n' "${files[@]}" | jq -Rnr --arg listing "$1" '
    [inputs | sub("^[0-9a-f]* "; "")] as $want
    | [$listing | split("\n") | .[1:] | .[] | select(. != "") | ltrimstr("  ")] as $have
    | ($have - $want | map("  not generated: " + .)) + ($want - $have | map("  missing: " + .))
    | .[]')
  [[ -z $difference ]] || fail "the upload would not be what was generated:
$difference
Build again, and remove or ignore what does not belong there."
  type -P sha256sum >/dev/null || return 0
  for entry in "${files[@]}"; do
    sum=$(sha256sum <"project/${entry#* }")
    [[ ${sum%% *} == "${entry%% *}" ]] || fail "project/${entry#* } was changed after it was generated: build again"
  done
}
