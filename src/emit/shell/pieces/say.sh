say() { printf '%s\n' "$*" >&2; }
