# Settles the context, so that no other one is used by what follows, and refuses one of
# another organisation than the lock's.
check_context() {
  local shown organisation bound
  say 'context'
  what='context'
  shown=$(versori context show --output=json)
  context=$(field name "$shown")
  organisation=$(field organisationId "$shown")
  [[ -n $context && -n $organisation ]] || fail 'versori says no context: run versori context select'
  bound=$(locked organisation)
  [[ -z $bound || $bound == "$organisation" ]] ||
    fail "gusset.lock is of the organisation $bound, and the context $context of $organisation"
  lock=$(jq -c --arg organisation "$organisation" '.organisation = $organisation' <<<"$lock")
}
