# Finds the row with these values in `listed`; sets `row`, and `id` when it is there.
# usage: find_row ID_FIELD FIELD VALUE [FIELD VALUE]
find_row() {
  row=$(pick "$@" "$listed")
  [[ -z $row ]] || id=$(field "$1" "$row")
}
