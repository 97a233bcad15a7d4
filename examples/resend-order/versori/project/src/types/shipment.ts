// Made by gusset from integration.toml. Change that, then run `gusset build`.

/** `shipment` */
export interface Shipment {
  readonly reference: string;
  readonly express: boolean;
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
