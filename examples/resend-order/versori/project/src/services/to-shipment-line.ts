// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { Line } from "../types/erp-order.ts";
import type { ShipmentLine } from "../types/shipment.ts";

/** Maps `erp_order.lines[]` to `shipment.lines[]`. */
export function toShipmentLine(source: Line): ShipmentLine {
  return { sku: source.sku.trim().toUpperCase(), quantity: source.quantity };
}
