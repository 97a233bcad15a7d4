# Finds the row with these values in `listed`; sets `id` and `row`, empty without one.
# usage: find_row KIND ID_FIELD FIELD VALUE [FIELD VALUE]
find_row() {
  row=$(pick "$listed" "$@")
  id=${row%%$'\n'*}
  row=${row#*$'\n'}
}
