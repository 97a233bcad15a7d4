# Whether a person has said that something is done, by a variable.
said() {
  local line
  [[ ${!1-} != "$2" ]] || return 0
  while IFS= read -r line || [[ -n $line ]]; do
    [[ ${line%$'\r'} != "$1=$2" ]] || return 0
  done <"$env_file"
  return 1
}
