// Made by gusset from integration.toml. Change that, then run `gusset build`.

/** The constants of the integration. */
export const constants: {
  readonly tax_codes: {
    readonly taxable: "NON" | "TAX";
    readonly exempt: "NON" | "TAX";
  };
  readonly payment_methods: {
    readonly shopify_payments: "1" | "3" | "5";
    readonly paypal: "1" | "3" | "5";
    readonly manual: "1" | "3" | "5";
  };
} = {
  tax_codes: { taxable: "TAX", exempt: "NON" },
  payment_methods: { shopify_payments: "3", paypal: "5", manual: "1" },
};
