# gusset.lock as JSON.
read_lock() {
  if [[ ! -f $lock_file ]]; then
    printf '{}\n'
    return
  fi
  jq -Rnc '
    reduce (inputs | rtrimstr("\r")) as $line ({at: [], lock: {}};
      if ($line | test("^ *(#.*)?$")) then .
      elif ($line | test("^\\[[a-z]+\\] *$")) then .at = [$line | ltrimstr("[") | sub("\\] *$"; "")]
      elif ($line | test("^(\"([^\"\\\\]|\\\\.)*\"|[A-Za-z0-9_-]+) *= *\"([^\"\\\\]|\\\\.)*\" *$")) then
        .at as $at
        | ($line | capture("^(?<key>\"([^\"\\\\]|\\\\.)*\"|[A-Za-z0-9_-]+) *= *(?<value>\"([^\"\\\\]|\\\\.)*\")")) as $entry
        | ($entry.key | if startswith("\"") then fromjson else . end) as $key
        | .lock |= setpath($at + [$key]; $entry.value | fromjson)
      else error("this line is not understood: " + $line) end)
    | .lock' <"$lock_file" || fail 'gusset.lock cannot be read'
}
