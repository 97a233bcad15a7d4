# Lists give their first page only: what is absent from a full one may exist.
refuse_full_page() {
  local length=0
  [[ $listed == '(no items)' ]] || length=$(jq '.items | length' <<<"$listed")
  case $length in
    20 | 25 | 50 | 100 | 200 | 250 | 500 | 1000)
      fail "$what: the list is cut off, so it cannot be told whether it exists. To go on, $advice."
      ;;
  esac
}
