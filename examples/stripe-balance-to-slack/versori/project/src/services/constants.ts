// Made by gusset from integration.toml. Change that, then run `gusset build`.

/** The constants of the integration. */
export const constants: {
  readonly flags: {
    readonly usd: ":flag-eu:" | ":flag-gb:" | ":flag-us:";
    readonly eur: ":flag-eu:" | ":flag-gb:" | ":flag-us:";
    readonly gbp: ":flag-eu:" | ":flag-gb:" | ":flag-us:";
  };
} = {
  flags: { usd: ":flag-us:", eur: ":flag-eu:", gbp: ":flag-gb:" },
};
