# The names of the environments that the project has, each ended by a NUL.
environment_names() { jq -j '.[] | .name + "\u0000"' <<<"$environments"; }
