// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { ship_to } from "../custom/address.ts";
import type { ErpOrder } from "../types/erp-order.ts";
import type { Shipment } from "../types/shipment.ts";
import { toShipmentLine } from "./to-shipment-line.ts";

/** Maps `erp_order`, `boolean` to `shipment`. */
export function toShipment(
  inputs: { readonly order: ErpOrder; readonly express: boolean },
): Shipment {
  return {
    reference: `ERP-${inputs.order.number}`,
    express: inputs.express,
    address: ship_to(inputs.order.delivery_address),
    lines: inputs.order.lines
      .filter((line) => line.quantity > 0)
      .map((item) => toShipmentLine(item)),
  };
}
