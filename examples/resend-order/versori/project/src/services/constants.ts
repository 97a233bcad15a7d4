// Made by gusset from integration.toml. Change that, then run `gusset build`.

/** The constants of the integration. */
export const constants: {
  readonly services: {
    readonly ground: "EXPRESS" | "GROUND";
    readonly express: "EXPRESS" | "GROUND";
    readonly overnight: "EXPRESS" | "GROUND";
  };
} = {
  services: { ground: "GROUND", express: "EXPRESS", overnight: "EXPRESS" },
};
