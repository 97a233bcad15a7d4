# Tells what a person has to do. The run goes on with what does not depend on it, and
# ends with 4.
# usage: manual TITLE LINE...
manual() {
  manual_steps=$((manual_steps + 1))
  say
  say "TO DO BY HAND: $1"
  shift
  while (($#)); do
    say "  $1"
    shift
  done
  say
}
