# Whether the row, if it could be read, has this text; a slash at the end does not count.
agrees() {
  local have
  [[ -n $row ]] || return 0
  have=$(field "$1" "$row")
  [[ ${have%/} == "${2%/}" ]]
}
