// Made by gusset from integration.toml. Change that, then run `gusset build`.

/** `line` */
export interface Line {
  readonly text: string;
}
