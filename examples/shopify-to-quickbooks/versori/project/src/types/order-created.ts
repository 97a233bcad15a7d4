// Made by gusset from integration.toml. Change that, then run `gusset build`.

import type { Decimal } from "../services/runtime/decimal.ts";
import {
  asArray,
  asBoolean,
  asDecimal,
  asInteger,
  asJson,
  asRecord,
  asString,
  field,
  nullable,
} from "../services/runtime/decode.ts";
import type { JsonValue } from "../services/runtime/values.ts";

/** `order_created` */
export interface OrderCreated {
  readonly id: number;
  readonly admin_graphql_api_id: string;
  readonly app_id: number;
  readonly browser_ip: string;
  readonly buyer_accepts_marketing: boolean;
  readonly cancel_reason: JsonValue;
  readonly cancelled_at: JsonValue;
  readonly cart_token: string;
  readonly checkout_id: number;
  readonly checkout_token: string;
  readonly client_details: OrderCreatedClientDetails;
  readonly closed_at: JsonValue;
  readonly confirmation_number: string;
  readonly confirmed: boolean;
  readonly contact_email: string;
  readonly created_at: string;
  readonly currency: string;
  readonly current_subtotal_price: string;
  readonly current_subtotal_price_set: OrderCreatedCurrentSubtotalPriceSet;
  readonly current_total_additional_fees_set: JsonValue;
  readonly current_total_discounts: string;
  readonly current_total_discounts_set: OrderCreatedCurrentTotalDiscountsSet;
  readonly current_total_duties_set: JsonValue;
  readonly current_total_price: string;
  readonly current_total_price_set: OrderCreatedCurrentTotalPriceSet;
  readonly current_total_tax: string;
  readonly current_total_tax_set: OrderCreatedCurrentTotalTaxSet;
  readonly customer_locale: string;
  readonly device_id: JsonValue;
  readonly discount_codes: readonly OrderCreatedDiscountCode[];
  readonly duties_included: boolean;
  readonly email: string;
  readonly estimated_taxes: boolean;
  readonly financial_status: string;
  readonly fulfillment_status: JsonValue;
  readonly landing_site: string;
  readonly landing_site_ref: JsonValue;
  readonly location_id: JsonValue;
  readonly merchant_of_record_app_id: JsonValue;
  readonly name: string;
  readonly note: string;
  readonly note_attributes: readonly OrderCreatedNoteAttribute[];
  readonly number: number;
  readonly order_number: number;
  readonly order_status_url: string;
  readonly original_total_additional_fees_set: JsonValue;
  readonly original_total_duties_set: JsonValue;
  readonly payment_gateway_names: readonly string[];
  readonly phone: JsonValue;
  readonly po_number: JsonValue;
  readonly presentment_currency: string;
  readonly processed_at: string;
  readonly reference: JsonValue;
  readonly referring_site: string;
  readonly source_identifier: JsonValue;
  readonly source_name: string;
  readonly source_url: JsonValue;
  readonly subtotal_price: string;
  readonly subtotal_price_set: OrderCreatedSubtotalPriceSet;
  readonly tags: string;
  readonly tax_exempt: boolean;
  readonly tax_lines: readonly OrderCreatedTaxLine[];
  readonly taxes_included: boolean;
  readonly test: boolean;
  readonly token: string;
  readonly total_cash_rounding_payment_adjustment_set:
    OrderCreatedTotalCashRoundingPaymentAdjustmentSet;
  readonly total_discounts: string;
  readonly total_discounts_set: OrderCreatedTotalDiscountsSet;
  readonly total_line_items_price: string;
  readonly total_line_items_price_set: OrderCreatedTotalLineItemsPriceSet;
  readonly total_outstanding: string;
  readonly total_price: string;
  readonly total_price_set: OrderCreatedTotalPriceSet;
  readonly total_shipping_price_set: OrderCreatedTotalShippingPriceSet;
  readonly total_tax: string;
  readonly total_tax_set: OrderCreatedTotalTaxSet;
  readonly total_tip_received: string;
  readonly total_weight: number;
  readonly updated_at: string;
  readonly user_id: JsonValue;
  readonly billing_address: OrderCreatedBillingAddress;
  readonly customer: OrderCreatedCustomer;
  readonly discount_applications: readonly OrderCreatedDiscountApplication[];
  readonly fulfillments: readonly JsonValue[];
  readonly line_items: readonly OrderCreatedLineItem[];
  readonly payment_terms: JsonValue;
  readonly refunds: readonly JsonValue[];
  readonly shipping_address: OrderCreatedShippingAddress;
  readonly shipping_lines: readonly OrderCreatedShippingLine[];
}

/** `order_created.client_details` */
export interface OrderCreatedClientDetails {
  readonly accept_language: string;
  readonly browser_height: JsonValue;
  readonly browser_ip: string;
  readonly browser_width: JsonValue;
  readonly session_hash: JsonValue;
  readonly user_agent: string;
}

/** `order_created.current_subtotal_price_set` */
export interface OrderCreatedCurrentSubtotalPriceSet {
  readonly shop_money: OrderCreatedCurrentSubtotalPriceSetShopMoney;
  readonly presentment_money:
    OrderCreatedCurrentSubtotalPriceSetPresentmentMoney;
}

/** `order_created.current_subtotal_price_set.shop_money` */
export interface OrderCreatedCurrentSubtotalPriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.current_subtotal_price_set.presentment_money` */
export interface OrderCreatedCurrentSubtotalPriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.current_total_discounts_set` */
export interface OrderCreatedCurrentTotalDiscountsSet {
  readonly shop_money: OrderCreatedCurrentTotalDiscountsSetShopMoney;
  readonly presentment_money:
    OrderCreatedCurrentTotalDiscountsSetPresentmentMoney;
}

/** `order_created.current_total_discounts_set.shop_money` */
export interface OrderCreatedCurrentTotalDiscountsSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.current_total_discounts_set.presentment_money` */
export interface OrderCreatedCurrentTotalDiscountsSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.current_total_price_set` */
export interface OrderCreatedCurrentTotalPriceSet {
  readonly shop_money: OrderCreatedCurrentTotalPriceSetShopMoney;
  readonly presentment_money: OrderCreatedCurrentTotalPriceSetPresentmentMoney;
}

/** `order_created.current_total_price_set.shop_money` */
export interface OrderCreatedCurrentTotalPriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.current_total_price_set.presentment_money` */
export interface OrderCreatedCurrentTotalPriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.current_total_tax_set` */
export interface OrderCreatedCurrentTotalTaxSet {
  readonly shop_money: OrderCreatedCurrentTotalTaxSetShopMoney;
  readonly presentment_money: OrderCreatedCurrentTotalTaxSetPresentmentMoney;
}

/** `order_created.current_total_tax_set.shop_money` */
export interface OrderCreatedCurrentTotalTaxSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.current_total_tax_set.presentment_money` */
export interface OrderCreatedCurrentTotalTaxSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.discount_codes[]` */
export interface OrderCreatedDiscountCode {
  readonly code: string;
  readonly amount: string;
  readonly type: string;
}

/** `order_created.note_attributes[]` */
export interface OrderCreatedNoteAttribute {
  readonly name: string;
  readonly value: string;
}

/** `order_created.subtotal_price_set` */
export interface OrderCreatedSubtotalPriceSet {
  readonly shop_money: OrderCreatedSubtotalPriceSetShopMoney;
  readonly presentment_money: OrderCreatedSubtotalPriceSetPresentmentMoney;
}

/** `order_created.subtotal_price_set.shop_money` */
export interface OrderCreatedSubtotalPriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.subtotal_price_set.presentment_money` */
export interface OrderCreatedSubtotalPriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.tax_lines[]` */
export interface OrderCreatedTaxLine {
  readonly title: string;
  readonly price: string;
  readonly rate: Decimal;
  readonly channel_liable: boolean;
  readonly price_set: OrderCreatedTaxLinePriceSet;
}

/** `order_created.tax_lines[].price_set` */
export interface OrderCreatedTaxLinePriceSet {
  readonly shop_money: OrderCreatedTaxLinePriceSetShopMoney;
  readonly presentment_money: OrderCreatedTaxLinePriceSetPresentmentMoney;
}

/** `order_created.tax_lines[].price_set.shop_money` */
export interface OrderCreatedTaxLinePriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.tax_lines[].price_set.presentment_money` */
export interface OrderCreatedTaxLinePriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.total_cash_rounding_payment_adjustment_set` */
export interface OrderCreatedTotalCashRoundingPaymentAdjustmentSet {
  readonly shop_money:
    OrderCreatedTotalCashRoundingPaymentAdjustmentSetShopMoney;
  readonly presentment_money:
    OrderCreatedTotalCashRoundingPaymentAdjustmentSetPresentmentMoney;
}

/** `order_created.total_cash_rounding_payment_adjustment_set.shop_money` */
export interface OrderCreatedTotalCashRoundingPaymentAdjustmentSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/**
 * `order_created.total_cash_rounding_payment_adjustment_set.presentment_money`
 */
export interface OrderCreatedTotalCashRoundingPaymentAdjustmentSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.total_discounts_set` */
export interface OrderCreatedTotalDiscountsSet {
  readonly shop_money: OrderCreatedTotalDiscountsSetShopMoney;
  readonly presentment_money: OrderCreatedTotalDiscountsSetPresentmentMoney;
}

/** `order_created.total_discounts_set.shop_money` */
export interface OrderCreatedTotalDiscountsSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.total_discounts_set.presentment_money` */
export interface OrderCreatedTotalDiscountsSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.total_line_items_price_set` */
export interface OrderCreatedTotalLineItemsPriceSet {
  readonly shop_money: OrderCreatedTotalLineItemsPriceSetShopMoney;
  readonly presentment_money:
    OrderCreatedTotalLineItemsPriceSetPresentmentMoney;
}

/** `order_created.total_line_items_price_set.shop_money` */
export interface OrderCreatedTotalLineItemsPriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.total_line_items_price_set.presentment_money` */
export interface OrderCreatedTotalLineItemsPriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.total_price_set` */
export interface OrderCreatedTotalPriceSet {
  readonly shop_money: OrderCreatedTotalPriceSetShopMoney;
  readonly presentment_money: OrderCreatedTotalPriceSetPresentmentMoney;
}

/** `order_created.total_price_set.shop_money` */
export interface OrderCreatedTotalPriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.total_price_set.presentment_money` */
export interface OrderCreatedTotalPriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.total_shipping_price_set` */
export interface OrderCreatedTotalShippingPriceSet {
  readonly shop_money: OrderCreatedTotalShippingPriceSetShopMoney;
  readonly presentment_money: OrderCreatedTotalShippingPriceSetPresentmentMoney;
}

/** `order_created.total_shipping_price_set.shop_money` */
export interface OrderCreatedTotalShippingPriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.total_shipping_price_set.presentment_money` */
export interface OrderCreatedTotalShippingPriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.total_tax_set` */
export interface OrderCreatedTotalTaxSet {
  readonly shop_money: OrderCreatedTotalTaxSetShopMoney;
  readonly presentment_money: OrderCreatedTotalTaxSetPresentmentMoney;
}

/** `order_created.total_tax_set.shop_money` */
export interface OrderCreatedTotalTaxSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.total_tax_set.presentment_money` */
export interface OrderCreatedTotalTaxSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.billing_address` */
export interface OrderCreatedBillingAddress {
  readonly first_name: string;
  readonly address1: string;
  readonly phone: string;
  readonly city: string;
  readonly zip: string;
  readonly province: string;
  readonly country: string;
  readonly last_name: string;
  readonly address2: string;
  readonly company: JsonValue;
  readonly latitude: Decimal;
  readonly longitude: Decimal;
  readonly name: string;
  readonly country_code: string;
  readonly province_code: string;
}

/** `order_created.customer` */
export interface OrderCreatedCustomer {
  readonly id: number;
  readonly email: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly state: string;
  readonly note: JsonValue;
  readonly verified_email: boolean;
  readonly multipass_identifier: JsonValue;
  readonly tax_exempt: boolean;
  readonly phone: JsonValue;
  readonly currency: string;
  readonly tags: string;
  readonly admin_graphql_api_id: string;
}

/** `order_created.discount_applications[]` */
export interface OrderCreatedDiscountApplication {
  readonly target_type: string;
  readonly type: string;
  readonly value: string;
  readonly value_type: string;
  readonly allocation_method: string;
  readonly target_selection: string;
  readonly code: string;
}

/** `order_created.line_items[]` */
export interface OrderCreatedLineItem {
  readonly id: number;
  readonly admin_graphql_api_id: string;
  readonly current_quantity: number;
  readonly fulfillable_quantity: number;
  readonly fulfillment_service: string;
  readonly fulfillment_status: JsonValue;
  readonly gift_card: boolean;
  readonly grams: number;
  readonly name: string;
  readonly price: string;
  readonly price_set: OrderCreatedLineItemPriceSet;
  readonly product_exists: boolean;
  readonly product_id: number;
  readonly properties: readonly JsonValue[];
  readonly quantity: number;
  readonly requires_shipping: boolean;
  readonly sku: string | null;
  readonly taxable: boolean;
  readonly title: string;
  readonly total_discount: string;
  readonly total_discount_set: OrderCreatedLineItemTotalDiscountSet;
  readonly variant_id: number | null;
  readonly variant_inventory_management: string;
  readonly variant_title: string | null;
  readonly vendor: string;
  readonly tax_lines: readonly OrderCreatedLineItemTaxLine[];
  readonly duties: readonly JsonValue[];
  readonly discount_allocations:
    readonly OrderCreatedLineItemDiscountAllocation[];
}

/** `order_created.line_items[].price_set` */
export interface OrderCreatedLineItemPriceSet {
  readonly shop_money: OrderCreatedLineItemPriceSetShopMoney;
  readonly presentment_money: OrderCreatedLineItemPriceSetPresentmentMoney;
}

/** `order_created.line_items[].price_set.shop_money` */
export interface OrderCreatedLineItemPriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.line_items[].price_set.presentment_money` */
export interface OrderCreatedLineItemPriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.line_items[].total_discount_set` */
export interface OrderCreatedLineItemTotalDiscountSet {
  readonly shop_money: OrderCreatedLineItemTotalDiscountSetShopMoney;
  readonly presentment_money:
    OrderCreatedLineItemTotalDiscountSetPresentmentMoney;
}

/** `order_created.line_items[].total_discount_set.shop_money` */
export interface OrderCreatedLineItemTotalDiscountSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.line_items[].total_discount_set.presentment_money` */
export interface OrderCreatedLineItemTotalDiscountSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.line_items[].tax_lines[]` */
export interface OrderCreatedLineItemTaxLine {
  readonly title: string;
  readonly price: string;
  readonly rate: Decimal;
  readonly channel_liable: boolean;
  readonly price_set: OrderCreatedLineItemTaxLinePriceSet;
}

/** `order_created.line_items[].tax_lines[].price_set` */
export interface OrderCreatedLineItemTaxLinePriceSet {
  readonly shop_money: OrderCreatedLineItemTaxLinePriceSetShopMoney;
  readonly presentment_money:
    OrderCreatedLineItemTaxLinePriceSetPresentmentMoney;
}

/** `order_created.line_items[].tax_lines[].price_set.shop_money` */
export interface OrderCreatedLineItemTaxLinePriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.line_items[].tax_lines[].price_set.presentment_money` */
export interface OrderCreatedLineItemTaxLinePriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.line_items[].discount_allocations[]` */
export interface OrderCreatedLineItemDiscountAllocation {
  readonly amount: string;
  readonly amount_set: OrderCreatedLineItemDiscountAllocationAmountSet;
  readonly discount_application_index: number;
}

/** `order_created.line_items[].discount_allocations[].amount_set` */
export interface OrderCreatedLineItemDiscountAllocationAmountSet {
  readonly shop_money: OrderCreatedLineItemDiscountAllocationAmountSetShopMoney;
  readonly presentment_money:
    OrderCreatedLineItemDiscountAllocationAmountSetPresentmentMoney;
}

/** `order_created.line_items[].discount_allocations[].amount_set.shop_money` */
export interface OrderCreatedLineItemDiscountAllocationAmountSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/**
 * `order_created.line_items[].discount_allocations[].amount_set.presentment_money`
 */
export interface OrderCreatedLineItemDiscountAllocationAmountSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.shipping_address` */
export interface OrderCreatedShippingAddress {
  readonly first_name: string;
  readonly address1: string;
  readonly phone: string;
  readonly city: string;
  readonly zip: string;
  readonly province: string;
  readonly country: string;
  readonly last_name: string;
  readonly address2: string;
  readonly company: JsonValue;
  readonly latitude: Decimal;
  readonly longitude: Decimal;
  readonly name: string;
  readonly country_code: string;
  readonly province_code: string;
}

/** `order_created.shipping_lines[]` */
export interface OrderCreatedShippingLine {
  readonly id: number;
  readonly carrier_identifier: JsonValue;
  readonly code: string;
  readonly discounted_price: string;
  readonly discounted_price_set: OrderCreatedShippingLineDiscountedPriceSet;
  readonly is_removed: boolean;
  readonly phone: JsonValue;
  readonly price: string;
  readonly price_set: OrderCreatedShippingLinePriceSet;
  readonly requested_fulfillment_service_id: JsonValue;
  readonly source: string;
  readonly title: string;
  readonly tax_lines: readonly JsonValue[];
  readonly discount_allocations: readonly JsonValue[];
}

/** `order_created.shipping_lines[].discounted_price_set` */
export interface OrderCreatedShippingLineDiscountedPriceSet {
  readonly shop_money: OrderCreatedShippingLineDiscountedPriceSetShopMoney;
  readonly presentment_money:
    OrderCreatedShippingLineDiscountedPriceSetPresentmentMoney;
}

/** `order_created.shipping_lines[].discounted_price_set.shop_money` */
export interface OrderCreatedShippingLineDiscountedPriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.shipping_lines[].discounted_price_set.presentment_money` */
export interface OrderCreatedShippingLineDiscountedPriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.shipping_lines[].price_set` */
export interface OrderCreatedShippingLinePriceSet {
  readonly shop_money: OrderCreatedShippingLinePriceSetShopMoney;
  readonly presentment_money: OrderCreatedShippingLinePriceSetPresentmentMoney;
}

/** `order_created.shipping_lines[].price_set.shop_money` */
export interface OrderCreatedShippingLinePriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_created.shipping_lines[].price_set.presentment_money` */
export interface OrderCreatedShippingLinePriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

export function decodeOrderCreated(value: unknown): OrderCreated {
  const object = asRecord(value);
  return {
    id: field(object, "id", asInteger),
    admin_graphql_api_id: field(object, "admin_graphql_api_id", asString),
    app_id: field(object, "app_id", asInteger),
    browser_ip: field(object, "browser_ip", asString),
    buyer_accepts_marketing: field(
      object,
      "buyer_accepts_marketing",
      asBoolean,
    ),
    cancel_reason: field(object, "cancel_reason", asJson),
    cancelled_at: field(object, "cancelled_at", asJson),
    cart_token: field(object, "cart_token", asString),
    checkout_id: field(object, "checkout_id", asInteger),
    checkout_token: field(object, "checkout_token", asString),
    client_details: field(
      object,
      "client_details",
      decodeOrderCreatedClientDetails,
    ),
    closed_at: field(object, "closed_at", asJson),
    confirmation_number: field(object, "confirmation_number", asString),
    confirmed: field(object, "confirmed", asBoolean),
    contact_email: field(object, "contact_email", asString),
    created_at: field(object, "created_at", asString),
    currency: field(object, "currency", asString),
    current_subtotal_price: field(object, "current_subtotal_price", asString),
    current_subtotal_price_set: field(
      object,
      "current_subtotal_price_set",
      decodeOrderCreatedCurrentSubtotalPriceSet,
    ),
    current_total_additional_fees_set: field(
      object,
      "current_total_additional_fees_set",
      asJson,
    ),
    current_total_discounts: field(object, "current_total_discounts", asString),
    current_total_discounts_set: field(
      object,
      "current_total_discounts_set",
      decodeOrderCreatedCurrentTotalDiscountsSet,
    ),
    current_total_duties_set: field(object, "current_total_duties_set", asJson),
    current_total_price: field(object, "current_total_price", asString),
    current_total_price_set: field(
      object,
      "current_total_price_set",
      decodeOrderCreatedCurrentTotalPriceSet,
    ),
    current_total_tax: field(object, "current_total_tax", asString),
    current_total_tax_set: field(
      object,
      "current_total_tax_set",
      decodeOrderCreatedCurrentTotalTaxSet,
    ),
    customer_locale: field(object, "customer_locale", asString),
    device_id: field(object, "device_id", asJson),
    discount_codes: field(
      object,
      "discount_codes",
      asArray(decodeOrderCreatedDiscountCode),
    ),
    duties_included: field(object, "duties_included", asBoolean),
    email: field(object, "email", asString),
    estimated_taxes: field(object, "estimated_taxes", asBoolean),
    financial_status: field(object, "financial_status", asString),
    fulfillment_status: field(object, "fulfillment_status", asJson),
    landing_site: field(object, "landing_site", asString),
    landing_site_ref: field(object, "landing_site_ref", asJson),
    location_id: field(object, "location_id", asJson),
    merchant_of_record_app_id: field(
      object,
      "merchant_of_record_app_id",
      asJson,
    ),
    name: field(object, "name", asString),
    note: field(object, "note", asString),
    note_attributes: field(
      object,
      "note_attributes",
      asArray(decodeOrderCreatedNoteAttribute),
    ),
    number: field(object, "number", asInteger),
    order_number: field(object, "order_number", asInteger),
    order_status_url: field(object, "order_status_url", asString),
    original_total_additional_fees_set: field(
      object,
      "original_total_additional_fees_set",
      asJson,
    ),
    original_total_duties_set: field(
      object,
      "original_total_duties_set",
      asJson,
    ),
    payment_gateway_names: field(
      object,
      "payment_gateway_names",
      asArray(asString),
    ),
    phone: field(object, "phone", asJson),
    po_number: field(object, "po_number", asJson),
    presentment_currency: field(object, "presentment_currency", asString),
    processed_at: field(object, "processed_at", asString),
    reference: field(object, "reference", asJson),
    referring_site: field(object, "referring_site", asString),
    source_identifier: field(object, "source_identifier", asJson),
    source_name: field(object, "source_name", asString),
    source_url: field(object, "source_url", asJson),
    subtotal_price: field(object, "subtotal_price", asString),
    subtotal_price_set: field(
      object,
      "subtotal_price_set",
      decodeOrderCreatedSubtotalPriceSet,
    ),
    tags: field(object, "tags", asString),
    tax_exempt: field(object, "tax_exempt", asBoolean),
    tax_lines: field(object, "tax_lines", asArray(decodeOrderCreatedTaxLine)),
    taxes_included: field(object, "taxes_included", asBoolean),
    test: field(object, "test", asBoolean),
    token: field(object, "token", asString),
    total_cash_rounding_payment_adjustment_set: field(
      object,
      "total_cash_rounding_payment_adjustment_set",
      decodeOrderCreatedTotalCashRoundingPaymentAdjustmentSet,
    ),
    total_discounts: field(object, "total_discounts", asString),
    total_discounts_set: field(
      object,
      "total_discounts_set",
      decodeOrderCreatedTotalDiscountsSet,
    ),
    total_line_items_price: field(object, "total_line_items_price", asString),
    total_line_items_price_set: field(
      object,
      "total_line_items_price_set",
      decodeOrderCreatedTotalLineItemsPriceSet,
    ),
    total_outstanding: field(object, "total_outstanding", asString),
    total_price: field(object, "total_price", asString),
    total_price_set: field(
      object,
      "total_price_set",
      decodeOrderCreatedTotalPriceSet,
    ),
    total_shipping_price_set: field(
      object,
      "total_shipping_price_set",
      decodeOrderCreatedTotalShippingPriceSet,
    ),
    total_tax: field(object, "total_tax", asString),
    total_tax_set: field(
      object,
      "total_tax_set",
      decodeOrderCreatedTotalTaxSet,
    ),
    total_tip_received: field(object, "total_tip_received", asString),
    total_weight: field(object, "total_weight", asInteger),
    updated_at: field(object, "updated_at", asString),
    user_id: field(object, "user_id", asJson),
    billing_address: field(
      object,
      "billing_address",
      decodeOrderCreatedBillingAddress,
    ),
    customer: field(object, "customer", decodeOrderCreatedCustomer),
    discount_applications: field(
      object,
      "discount_applications",
      asArray(decodeOrderCreatedDiscountApplication),
    ),
    fulfillments: field(object, "fulfillments", asArray(asJson)),
    line_items: field(
      object,
      "line_items",
      asArray(decodeOrderCreatedLineItem),
    ),
    payment_terms: field(object, "payment_terms", asJson),
    refunds: field(object, "refunds", asArray(asJson)),
    shipping_address: field(
      object,
      "shipping_address",
      decodeOrderCreatedShippingAddress,
    ),
    shipping_lines: field(
      object,
      "shipping_lines",
      asArray(decodeOrderCreatedShippingLine),
    ),
  };
}

export function decodeOrderCreatedClientDetails(
  value: unknown,
): OrderCreatedClientDetails {
  const object = asRecord(value);
  return {
    accept_language: field(object, "accept_language", asString),
    browser_height: field(object, "browser_height", asJson),
    browser_ip: field(object, "browser_ip", asString),
    browser_width: field(object, "browser_width", asJson),
    session_hash: field(object, "session_hash", asJson),
    user_agent: field(object, "user_agent", asString),
  };
}

export function decodeOrderCreatedCurrentSubtotalPriceSet(
  value: unknown,
): OrderCreatedCurrentSubtotalPriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedCurrentSubtotalPriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedCurrentSubtotalPriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedCurrentSubtotalPriceSetShopMoney(
  value: unknown,
): OrderCreatedCurrentSubtotalPriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedCurrentSubtotalPriceSetPresentmentMoney(
  value: unknown,
): OrderCreatedCurrentSubtotalPriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedCurrentTotalDiscountsSet(
  value: unknown,
): OrderCreatedCurrentTotalDiscountsSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedCurrentTotalDiscountsSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedCurrentTotalDiscountsSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedCurrentTotalDiscountsSetShopMoney(
  value: unknown,
): OrderCreatedCurrentTotalDiscountsSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedCurrentTotalDiscountsSetPresentmentMoney(
  value: unknown,
): OrderCreatedCurrentTotalDiscountsSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedCurrentTotalPriceSet(
  value: unknown,
): OrderCreatedCurrentTotalPriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedCurrentTotalPriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedCurrentTotalPriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedCurrentTotalPriceSetShopMoney(
  value: unknown,
): OrderCreatedCurrentTotalPriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedCurrentTotalPriceSetPresentmentMoney(
  value: unknown,
): OrderCreatedCurrentTotalPriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedCurrentTotalTaxSet(
  value: unknown,
): OrderCreatedCurrentTotalTaxSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedCurrentTotalTaxSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedCurrentTotalTaxSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedCurrentTotalTaxSetShopMoney(
  value: unknown,
): OrderCreatedCurrentTotalTaxSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedCurrentTotalTaxSetPresentmentMoney(
  value: unknown,
): OrderCreatedCurrentTotalTaxSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedDiscountCode(
  value: unknown,
): OrderCreatedDiscountCode {
  const object = asRecord(value);
  return {
    code: field(object, "code", asString),
    amount: field(object, "amount", asString),
    type: field(object, "type", asString),
  };
}

export function decodeOrderCreatedNoteAttribute(
  value: unknown,
): OrderCreatedNoteAttribute {
  const object = asRecord(value);
  return {
    name: field(object, "name", asString),
    value: field(object, "value", asString),
  };
}

export function decodeOrderCreatedSubtotalPriceSet(
  value: unknown,
): OrderCreatedSubtotalPriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedSubtotalPriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedSubtotalPriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedSubtotalPriceSetShopMoney(
  value: unknown,
): OrderCreatedSubtotalPriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedSubtotalPriceSetPresentmentMoney(
  value: unknown,
): OrderCreatedSubtotalPriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedTaxLine(value: unknown): OrderCreatedTaxLine {
  const object = asRecord(value);
  return {
    title: field(object, "title", asString),
    price: field(object, "price", asString),
    rate: field(object, "rate", asDecimal),
    channel_liable: field(object, "channel_liable", asBoolean),
    price_set: field(object, "price_set", decodeOrderCreatedTaxLinePriceSet),
  };
}

export function decodeOrderCreatedTaxLinePriceSet(
  value: unknown,
): OrderCreatedTaxLinePriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedTaxLinePriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedTaxLinePriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedTaxLinePriceSetShopMoney(
  value: unknown,
): OrderCreatedTaxLinePriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedTaxLinePriceSetPresentmentMoney(
  value: unknown,
): OrderCreatedTaxLinePriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedTotalCashRoundingPaymentAdjustmentSet(
  value: unknown,
): OrderCreatedTotalCashRoundingPaymentAdjustmentSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedTotalCashRoundingPaymentAdjustmentSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedTotalCashRoundingPaymentAdjustmentSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedTotalCashRoundingPaymentAdjustmentSetShopMoney(
  value: unknown,
): OrderCreatedTotalCashRoundingPaymentAdjustmentSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedTotalCashRoundingPaymentAdjustmentSetPresentmentMoney(
  value: unknown,
): OrderCreatedTotalCashRoundingPaymentAdjustmentSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedTotalDiscountsSet(
  value: unknown,
): OrderCreatedTotalDiscountsSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedTotalDiscountsSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedTotalDiscountsSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedTotalDiscountsSetShopMoney(
  value: unknown,
): OrderCreatedTotalDiscountsSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedTotalDiscountsSetPresentmentMoney(
  value: unknown,
): OrderCreatedTotalDiscountsSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedTotalLineItemsPriceSet(
  value: unknown,
): OrderCreatedTotalLineItemsPriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedTotalLineItemsPriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedTotalLineItemsPriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedTotalLineItemsPriceSetShopMoney(
  value: unknown,
): OrderCreatedTotalLineItemsPriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedTotalLineItemsPriceSetPresentmentMoney(
  value: unknown,
): OrderCreatedTotalLineItemsPriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedTotalPriceSet(
  value: unknown,
): OrderCreatedTotalPriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedTotalPriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedTotalPriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedTotalPriceSetShopMoney(
  value: unknown,
): OrderCreatedTotalPriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedTotalPriceSetPresentmentMoney(
  value: unknown,
): OrderCreatedTotalPriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedTotalShippingPriceSet(
  value: unknown,
): OrderCreatedTotalShippingPriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedTotalShippingPriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedTotalShippingPriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedTotalShippingPriceSetShopMoney(
  value: unknown,
): OrderCreatedTotalShippingPriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedTotalShippingPriceSetPresentmentMoney(
  value: unknown,
): OrderCreatedTotalShippingPriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedTotalTaxSet(
  value: unknown,
): OrderCreatedTotalTaxSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedTotalTaxSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedTotalTaxSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedTotalTaxSetShopMoney(
  value: unknown,
): OrderCreatedTotalTaxSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedTotalTaxSetPresentmentMoney(
  value: unknown,
): OrderCreatedTotalTaxSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedBillingAddress(
  value: unknown,
): OrderCreatedBillingAddress {
  const object = asRecord(value);
  return {
    first_name: field(object, "first_name", asString),
    address1: field(object, "address1", asString),
    phone: field(object, "phone", asString),
    city: field(object, "city", asString),
    zip: field(object, "zip", asString),
    province: field(object, "province", asString),
    country: field(object, "country", asString),
    last_name: field(object, "last_name", asString),
    address2: field(object, "address2", asString),
    company: field(object, "company", asJson),
    latitude: field(object, "latitude", asDecimal),
    longitude: field(object, "longitude", asDecimal),
    name: field(object, "name", asString),
    country_code: field(object, "country_code", asString),
    province_code: field(object, "province_code", asString),
  };
}

export function decodeOrderCreatedCustomer(
  value: unknown,
): OrderCreatedCustomer {
  const object = asRecord(value);
  return {
    id: field(object, "id", asInteger),
    email: field(object, "email", asString),
    created_at: field(object, "created_at", asString),
    updated_at: field(object, "updated_at", asString),
    first_name: field(object, "first_name", asString),
    last_name: field(object, "last_name", asString),
    state: field(object, "state", asString),
    note: field(object, "note", asJson),
    verified_email: field(object, "verified_email", asBoolean),
    multipass_identifier: field(object, "multipass_identifier", asJson),
    tax_exempt: field(object, "tax_exempt", asBoolean),
    phone: field(object, "phone", asJson),
    currency: field(object, "currency", asString),
    tags: field(object, "tags", asString),
    admin_graphql_api_id: field(object, "admin_graphql_api_id", asString),
  };
}

export function decodeOrderCreatedDiscountApplication(
  value: unknown,
): OrderCreatedDiscountApplication {
  const object = asRecord(value);
  return {
    target_type: field(object, "target_type", asString),
    type: field(object, "type", asString),
    value: field(object, "value", asString),
    value_type: field(object, "value_type", asString),
    allocation_method: field(object, "allocation_method", asString),
    target_selection: field(object, "target_selection", asString),
    code: field(object, "code", asString),
  };
}

export function decodeOrderCreatedLineItem(
  value: unknown,
): OrderCreatedLineItem {
  const object = asRecord(value);
  return {
    id: field(object, "id", asInteger),
    admin_graphql_api_id: field(object, "admin_graphql_api_id", asString),
    current_quantity: field(object, "current_quantity", asInteger),
    fulfillable_quantity: field(object, "fulfillable_quantity", asInteger),
    fulfillment_service: field(object, "fulfillment_service", asString),
    fulfillment_status: field(object, "fulfillment_status", asJson),
    gift_card: field(object, "gift_card", asBoolean),
    grams: field(object, "grams", asInteger),
    name: field(object, "name", asString),
    price: field(object, "price", asString),
    price_set: field(object, "price_set", decodeOrderCreatedLineItemPriceSet),
    product_exists: field(object, "product_exists", asBoolean),
    product_id: field(object, "product_id", asInteger),
    properties: field(object, "properties", asArray(asJson)),
    quantity: field(object, "quantity", asInteger),
    requires_shipping: field(object, "requires_shipping", asBoolean),
    sku: field(object, "sku", nullable(asString)),
    taxable: field(object, "taxable", asBoolean),
    title: field(object, "title", asString),
    total_discount: field(object, "total_discount", asString),
    total_discount_set: field(
      object,
      "total_discount_set",
      decodeOrderCreatedLineItemTotalDiscountSet,
    ),
    variant_id: field(object, "variant_id", nullable(asInteger)),
    variant_inventory_management: field(
      object,
      "variant_inventory_management",
      asString,
    ),
    variant_title: field(object, "variant_title", nullable(asString)),
    vendor: field(object, "vendor", asString),
    tax_lines: field(
      object,
      "tax_lines",
      asArray(decodeOrderCreatedLineItemTaxLine),
    ),
    duties: field(object, "duties", asArray(asJson)),
    discount_allocations: field(
      object,
      "discount_allocations",
      asArray(decodeOrderCreatedLineItemDiscountAllocation),
    ),
  };
}

export function decodeOrderCreatedLineItemPriceSet(
  value: unknown,
): OrderCreatedLineItemPriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedLineItemPriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedLineItemPriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedLineItemPriceSetShopMoney(
  value: unknown,
): OrderCreatedLineItemPriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedLineItemPriceSetPresentmentMoney(
  value: unknown,
): OrderCreatedLineItemPriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedLineItemTotalDiscountSet(
  value: unknown,
): OrderCreatedLineItemTotalDiscountSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedLineItemTotalDiscountSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedLineItemTotalDiscountSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedLineItemTotalDiscountSetShopMoney(
  value: unknown,
): OrderCreatedLineItemTotalDiscountSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedLineItemTotalDiscountSetPresentmentMoney(
  value: unknown,
): OrderCreatedLineItemTotalDiscountSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedLineItemTaxLine(
  value: unknown,
): OrderCreatedLineItemTaxLine {
  const object = asRecord(value);
  return {
    title: field(object, "title", asString),
    price: field(object, "price", asString),
    rate: field(object, "rate", asDecimal),
    channel_liable: field(object, "channel_liable", asBoolean),
    price_set: field(
      object,
      "price_set",
      decodeOrderCreatedLineItemTaxLinePriceSet,
    ),
  };
}

export function decodeOrderCreatedLineItemTaxLinePriceSet(
  value: unknown,
): OrderCreatedLineItemTaxLinePriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedLineItemTaxLinePriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedLineItemTaxLinePriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedLineItemTaxLinePriceSetShopMoney(
  value: unknown,
): OrderCreatedLineItemTaxLinePriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedLineItemTaxLinePriceSetPresentmentMoney(
  value: unknown,
): OrderCreatedLineItemTaxLinePriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedLineItemDiscountAllocation(
  value: unknown,
): OrderCreatedLineItemDiscountAllocation {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    amount_set: field(
      object,
      "amount_set",
      decodeOrderCreatedLineItemDiscountAllocationAmountSet,
    ),
    discount_application_index: field(
      object,
      "discount_application_index",
      asInteger,
    ),
  };
}

export function decodeOrderCreatedLineItemDiscountAllocationAmountSet(
  value: unknown,
): OrderCreatedLineItemDiscountAllocationAmountSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedLineItemDiscountAllocationAmountSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedLineItemDiscountAllocationAmountSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedLineItemDiscountAllocationAmountSetShopMoney(
  value: unknown,
): OrderCreatedLineItemDiscountAllocationAmountSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedLineItemDiscountAllocationAmountSetPresentmentMoney(
  value: unknown,
): OrderCreatedLineItemDiscountAllocationAmountSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedShippingAddress(
  value: unknown,
): OrderCreatedShippingAddress {
  const object = asRecord(value);
  return {
    first_name: field(object, "first_name", asString),
    address1: field(object, "address1", asString),
    phone: field(object, "phone", asString),
    city: field(object, "city", asString),
    zip: field(object, "zip", asString),
    province: field(object, "province", asString),
    country: field(object, "country", asString),
    last_name: field(object, "last_name", asString),
    address2: field(object, "address2", asString),
    company: field(object, "company", asJson),
    latitude: field(object, "latitude", asDecimal),
    longitude: field(object, "longitude", asDecimal),
    name: field(object, "name", asString),
    country_code: field(object, "country_code", asString),
    province_code: field(object, "province_code", asString),
  };
}

export function decodeOrderCreatedShippingLine(
  value: unknown,
): OrderCreatedShippingLine {
  const object = asRecord(value);
  return {
    id: field(object, "id", asInteger),
    carrier_identifier: field(object, "carrier_identifier", asJson),
    code: field(object, "code", asString),
    discounted_price: field(object, "discounted_price", asString),
    discounted_price_set: field(
      object,
      "discounted_price_set",
      decodeOrderCreatedShippingLineDiscountedPriceSet,
    ),
    is_removed: field(object, "is_removed", asBoolean),
    phone: field(object, "phone", asJson),
    price: field(object, "price", asString),
    price_set: field(
      object,
      "price_set",
      decodeOrderCreatedShippingLinePriceSet,
    ),
    requested_fulfillment_service_id: field(
      object,
      "requested_fulfillment_service_id",
      asJson,
    ),
    source: field(object, "source", asString),
    title: field(object, "title", asString),
    tax_lines: field(object, "tax_lines", asArray(asJson)),
    discount_allocations: field(
      object,
      "discount_allocations",
      asArray(asJson),
    ),
  };
}

export function decodeOrderCreatedShippingLineDiscountedPriceSet(
  value: unknown,
): OrderCreatedShippingLineDiscountedPriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedShippingLineDiscountedPriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedShippingLineDiscountedPriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedShippingLineDiscountedPriceSetShopMoney(
  value: unknown,
): OrderCreatedShippingLineDiscountedPriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedShippingLineDiscountedPriceSetPresentmentMoney(
  value: unknown,
): OrderCreatedShippingLineDiscountedPriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedShippingLinePriceSet(
  value: unknown,
): OrderCreatedShippingLinePriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderCreatedShippingLinePriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderCreatedShippingLinePriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderCreatedShippingLinePriceSetShopMoney(
  value: unknown,
): OrderCreatedShippingLinePriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderCreatedShippingLinePriceSetPresentmentMoney(
  value: unknown,
): OrderCreatedShippingLinePriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function encodeOrderCreated(value: OrderCreated): unknown {
  return {
    id: value.id,
    admin_graphql_api_id: value.admin_graphql_api_id,
    app_id: value.app_id,
    browser_ip: value.browser_ip,
    buyer_accepts_marketing: value.buyer_accepts_marketing,
    cancel_reason: value.cancel_reason,
    cancelled_at: value.cancelled_at,
    cart_token: value.cart_token,
    checkout_id: value.checkout_id,
    checkout_token: value.checkout_token,
    client_details: value.client_details,
    closed_at: value.closed_at,
    confirmation_number: value.confirmation_number,
    confirmed: value.confirmed,
    contact_email: value.contact_email,
    created_at: value.created_at,
    currency: value.currency,
    current_subtotal_price: value.current_subtotal_price,
    current_subtotal_price_set: value.current_subtotal_price_set,
    current_total_additional_fees_set: value.current_total_additional_fees_set,
    current_total_discounts: value.current_total_discounts,
    current_total_discounts_set: value.current_total_discounts_set,
    current_total_duties_set: value.current_total_duties_set,
    current_total_price: value.current_total_price,
    current_total_price_set: value.current_total_price_set,
    current_total_tax: value.current_total_tax,
    current_total_tax_set: value.current_total_tax_set,
    customer_locale: value.customer_locale,
    device_id: value.device_id,
    discount_codes: value.discount_codes,
    duties_included: value.duties_included,
    email: value.email,
    estimated_taxes: value.estimated_taxes,
    financial_status: value.financial_status,
    fulfillment_status: value.fulfillment_status,
    landing_site: value.landing_site,
    landing_site_ref: value.landing_site_ref,
    location_id: value.location_id,
    merchant_of_record_app_id: value.merchant_of_record_app_id,
    name: value.name,
    note: value.note,
    note_attributes: value.note_attributes,
    number: value.number,
    order_number: value.order_number,
    order_status_url: value.order_status_url,
    original_total_additional_fees_set:
      value.original_total_additional_fees_set,
    original_total_duties_set: value.original_total_duties_set,
    payment_gateway_names: value.payment_gateway_names,
    phone: value.phone,
    po_number: value.po_number,
    presentment_currency: value.presentment_currency,
    processed_at: value.processed_at,
    reference: value.reference,
    referring_site: value.referring_site,
    source_identifier: value.source_identifier,
    source_name: value.source_name,
    source_url: value.source_url,
    subtotal_price: value.subtotal_price,
    subtotal_price_set: value.subtotal_price_set,
    tags: value.tags,
    tax_exempt: value.tax_exempt,
    tax_lines: value.tax_lines.map(encodeOrderCreatedTaxLine),
    taxes_included: value.taxes_included,
    test: value.test,
    token: value.token,
    total_cash_rounding_payment_adjustment_set:
      value.total_cash_rounding_payment_adjustment_set,
    total_discounts: value.total_discounts,
    total_discounts_set: value.total_discounts_set,
    total_line_items_price: value.total_line_items_price,
    total_line_items_price_set: value.total_line_items_price_set,
    total_outstanding: value.total_outstanding,
    total_price: value.total_price,
    total_price_set: value.total_price_set,
    total_shipping_price_set: value.total_shipping_price_set,
    total_tax: value.total_tax,
    total_tax_set: value.total_tax_set,
    total_tip_received: value.total_tip_received,
    total_weight: value.total_weight,
    updated_at: value.updated_at,
    user_id: value.user_id,
    billing_address: encodeOrderCreatedBillingAddress(value.billing_address),
    customer: value.customer,
    discount_applications: value.discount_applications,
    fulfillments: value.fulfillments,
    line_items: value.line_items.map(encodeOrderCreatedLineItem),
    payment_terms: value.payment_terms,
    refunds: value.refunds,
    shipping_address: encodeOrderCreatedShippingAddress(value.shipping_address),
    shipping_lines: value.shipping_lines,
  };
}

export function encodeOrderCreatedTaxLine(value: OrderCreatedTaxLine): unknown {
  return {
    title: value.title,
    price: value.price,
    rate: value.rate.toNumber(),
    channel_liable: value.channel_liable,
    price_set: value.price_set,
  };
}

export function encodeOrderCreatedBillingAddress(
  value: OrderCreatedBillingAddress,
): unknown {
  return {
    first_name: value.first_name,
    address1: value.address1,
    phone: value.phone,
    city: value.city,
    zip: value.zip,
    province: value.province,
    country: value.country,
    last_name: value.last_name,
    address2: value.address2,
    company: value.company,
    latitude: value.latitude.toNumber(),
    longitude: value.longitude.toNumber(),
    name: value.name,
    country_code: value.country_code,
    province_code: value.province_code,
  };
}

export function encodeOrderCreatedLineItem(
  value: OrderCreatedLineItem,
): unknown {
  return {
    id: value.id,
    admin_graphql_api_id: value.admin_graphql_api_id,
    current_quantity: value.current_quantity,
    fulfillable_quantity: value.fulfillable_quantity,
    fulfillment_service: value.fulfillment_service,
    fulfillment_status: value.fulfillment_status,
    gift_card: value.gift_card,
    grams: value.grams,
    name: value.name,
    price: value.price,
    price_set: value.price_set,
    product_exists: value.product_exists,
    product_id: value.product_id,
    properties: value.properties,
    quantity: value.quantity,
    requires_shipping: value.requires_shipping,
    sku: value.sku,
    taxable: value.taxable,
    title: value.title,
    total_discount: value.total_discount,
    total_discount_set: value.total_discount_set,
    variant_id: value.variant_id,
    variant_inventory_management: value.variant_inventory_management,
    variant_title: value.variant_title,
    vendor: value.vendor,
    tax_lines: value.tax_lines.map(encodeOrderCreatedLineItemTaxLine),
    duties: value.duties,
    discount_allocations: value.discount_allocations,
  };
}

export function encodeOrderCreatedLineItemTaxLine(
  value: OrderCreatedLineItemTaxLine,
): unknown {
  return {
    title: value.title,
    price: value.price,
    rate: value.rate.toNumber(),
    channel_liable: value.channel_liable,
    price_set: value.price_set,
  };
}

export function encodeOrderCreatedShippingAddress(
  value: OrderCreatedShippingAddress,
): unknown {
  return {
    first_name: value.first_name,
    address1: value.address1,
    phone: value.phone,
    city: value.city,
    zip: value.zip,
    province: value.province,
    country: value.country,
    last_name: value.last_name,
    address2: value.address2,
    company: value.company,
    latitude: value.latitude.toNumber(),
    longitude: value.longitude.toNumber(),
    name: value.name,
    country_code: value.country_code,
    province_code: value.province_code,
  };
}
