//# none: none 1
