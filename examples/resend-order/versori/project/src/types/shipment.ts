// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { Decimal } from "../services/runtime/decimal.ts";

/** `shipment` */
export interface Shipment {
  readonly reference: string;
  readonly express: boolean;
  readonly service: "GROUND" | "EXPRESS" | "FREIGHT" | "COUNTER";
  /** Kilograms. */
  readonly weight?: Decimal;
  readonly pallets?: number;
  readonly note?: string;
  readonly address: ShipmentAddress;
  readonly lines: readonly ShipmentLine[];
}

/** `shipment.address` */
export interface ShipmentAddress {
  readonly street: string;
  readonly city: string;
  readonly country: string;
}

/** `shipment.lines[]` */
export interface ShipmentLine {
  readonly sku: string;
  readonly quantity: number;
}

export function encodeShipment(value: Shipment): unknown {
  return {
    reference: value.reference,
    express: value.express,
    service: value.service,
    weight: value.weight?.toNumber(),
    pallets: value.pallets,
    note: value.note,
    address: value.address,
    lines: value.lines,
  };
}
