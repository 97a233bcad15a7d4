conclude() {
  if ((changes == 0)); then
    say "$1: everything was there already; nothing was made or changed"
  else
    say "$1: done; changes: $changes"
  fi
  ((manual_steps == 0)) || {
    say "$1: waiting for steps by hand: $manual_steps; run this again when they are done"
    exit 4
  }
}
