fail() {
  say "error: $*"
  exit 1
}
