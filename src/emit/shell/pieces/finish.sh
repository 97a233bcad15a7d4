# What the last words are, however it ends. A failed command, an interrupt or a hang-up ends
# it with 1.
finish() {
  local status=$?
  [[ -z $scratch ]] || rm -f -- "$scratch"
  case $status in
    0 | 4 | 64) ;;
    *)
      say "stopped at: $what; what is done stays, and it can be run again"
      exit 1
      ;;
  esac
}
