# The names of the environments that the project has, each ended by a NUL.
environment_names() {
  jq -j '.environments[] | .name + "\u0000"' <<<"$details" || fail 'the project cannot be read'
}
