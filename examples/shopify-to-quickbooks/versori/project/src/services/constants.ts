// Made by gusset from integration.toml. Change that, then run `gusset build`.

/** The constants of the integration. */
export const constants: {
  readonly tax_codes: {
    readonly taxable: "NON" | "TAX";
    readonly exempt: "NON" | "TAX";
  };
} = {
  tax_codes: { taxable: "TAX", exempt: "NON" },
};
