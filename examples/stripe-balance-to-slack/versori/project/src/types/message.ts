// Made by gusset from integration.toml. Change that, then run `gusset build`.

/** `message` */
export interface Message {
  readonly channel: string;
  readonly text: string;
  readonly unfurl_links?: boolean;
}
