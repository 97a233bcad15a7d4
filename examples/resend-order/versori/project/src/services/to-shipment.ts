// Made by gusset from integration.toml. Change that, then run `gusset build`.

import { ship_to } from "../custom/address.ts";
import type { ErpOrder } from "../types/erp-order.ts";
import type { Shipment } from "../types/shipment.ts";
import { constants } from "./constants.ts";
import { sum } from "./runtime/decimal.ts";
import { toShipmentLine } from "./to-shipment-line.ts";

/** Maps `erp_order`, `boolean` to `shipment`. */
export function toShipment(
  inputs: { readonly order: ErpOrder; readonly express: boolean },
): Shipment {
  const delivery = inputs.order.delivery;
  return {
    reference: `ERP-${inputs.order.number}`,
    express: inputs.express ||
      (delivery.type === "parcel" && delivery.service === "overnight"),
    service: delivery.type === "parcel"
      ? constants.services[delivery.service]
      : delivery.type === "freight"
      ? "FREIGHT"
      : "COUNTER",
    weight: delivery.type === "parcel"
      ? delivery.weight
      : delivery.type === "freight"
      ? sum(delivery.pallets.map((pallet) => pallet.weight))
      : undefined,
    pallets: delivery.type === "freight" ? delivery.pallets.length : undefined,
    note: inputs.order.notes?.at(0)?.slice(0, 200).toWellFormed(),
    address: ship_to(
      delivery.type === "pickup" ? delivery.shop.address : delivery.address,
    ),
    lines: inputs.order.lines
      .filter((line) => line.quantity > 0)
      .map((item) => toShipmentLine(item)),
  };
}
