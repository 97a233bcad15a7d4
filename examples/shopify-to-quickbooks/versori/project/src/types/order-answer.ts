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

/** `order_answer` */
export interface OrderAnswer {
  readonly order: OrderAnswerOrder;
}

/** `order_answer.order` */
export interface OrderAnswerOrder {
  readonly id: number;
  readonly admin_graphql_api_id: string;
  readonly app_id: number;
  readonly browser_ip: string | null;
  readonly buyer_accepts_marketing: boolean;
  readonly cancel_reason: string | null;
  readonly cancelled_at: string | null;
  readonly cart_token: string | null;
  readonly checkout_id: number | null;
  readonly checkout_token: string | null;
  readonly client_details: OrderAnswerOrderClientDetails | null;
  readonly closed_at: string | null;
  readonly confirmation_number: string;
  readonly confirmed: boolean;
  readonly contact_email: string | null;
  readonly created_at: string;
  readonly currency: string;
  readonly current_subtotal_price: string;
  readonly current_subtotal_price_set: OrderAnswerOrderCurrentSubtotalPriceSet;
  readonly current_total_additional_fees_set: JsonValue;
  readonly current_total_discounts: string;
  readonly current_total_discounts_set:
    OrderAnswerOrderCurrentTotalDiscountsSet;
  readonly current_total_duties_set: JsonValue;
  readonly current_total_price: string;
  readonly current_total_price_set: OrderAnswerOrderCurrentTotalPriceSet;
  readonly current_total_tax: string;
  readonly current_total_tax_set: OrderAnswerOrderCurrentTotalTaxSet;
  readonly customer_locale: string | null;
  readonly device_id: number | null;
  readonly discount_codes: readonly OrderAnswerOrderDiscountCode[];
  readonly duties_included: boolean;
  readonly email: string;
  readonly estimated_taxes: boolean;
  readonly financial_status: string;
  readonly fulfillment_status: JsonValue;
  readonly landing_site: string | null;
  readonly landing_site_ref: JsonValue;
  readonly location_id: number | null;
  readonly merchant_of_record_app_id: JsonValue;
  readonly name: string;
  readonly note: string | null;
  readonly note_attributes: readonly OrderAnswerOrderNoteAttribute[];
  readonly number: number;
  readonly order_number: number;
  readonly order_status_url: string;
  readonly original_total_additional_fees_set: JsonValue;
  readonly original_total_duties_set: JsonValue;
  readonly payment_gateway_names: readonly string[];
  readonly phone: string | null;
  readonly po_number: string | null;
  readonly presentment_currency: string;
  readonly processed_at: string;
  readonly reference: string | null;
  readonly referring_site: string | null;
  readonly source_identifier: string | null;
  readonly source_name: string;
  readonly source_url: JsonValue;
  readonly subtotal_price: string;
  readonly subtotal_price_set: OrderAnswerOrderSubtotalPriceSet;
  readonly tags: string;
  readonly tax_exempt: boolean;
  readonly tax_lines: readonly OrderAnswerOrderTaxLine[];
  readonly taxes_included: boolean;
  readonly test: boolean;
  readonly token: string;
  readonly total_cash_rounding_payment_adjustment_set:
    OrderAnswerOrderTotalCashRoundingPaymentAdjustmentSet;
  readonly total_discounts: string;
  readonly total_discounts_set: OrderAnswerOrderTotalDiscountsSet;
  readonly total_line_items_price: string;
  readonly total_line_items_price_set: OrderAnswerOrderTotalLineItemsPriceSet;
  readonly total_outstanding: string;
  readonly total_price: string;
  readonly total_price_set: OrderAnswerOrderTotalPriceSet;
  readonly total_shipping_price_set: OrderAnswerOrderTotalShippingPriceSet;
  readonly total_tax: string;
  readonly total_tax_set: OrderAnswerOrderTotalTaxSet;
  readonly total_tip_received: string;
  readonly total_weight: number;
  readonly updated_at: string;
  readonly user_id: number | null;
  readonly billing_address: OrderAnswerOrderBillingAddress | null;
  readonly customer: OrderAnswerOrderCustomer | null;
  readonly discount_applications:
    readonly OrderAnswerOrderDiscountApplication[];
  readonly fulfillments: readonly JsonValue[];
  readonly line_items: readonly OrderAnswerOrderLineItem[];
  readonly payment_terms: JsonValue;
  readonly refunds: readonly JsonValue[];
  readonly shipping_address: OrderAnswerOrderShippingAddress | null;
  readonly shipping_lines: readonly OrderAnswerOrderShippingLine[];
}

/** `order_answer.order.client_details` */
export interface OrderAnswerOrderClientDetails {
  readonly accept_language: string;
  readonly browser_height: JsonValue;
  readonly browser_ip: string;
  readonly browser_width: JsonValue;
  readonly session_hash: JsonValue;
  readonly user_agent: string;
}

/** `order_answer.order.current_subtotal_price_set` */
export interface OrderAnswerOrderCurrentSubtotalPriceSet {
  readonly shop_money: OrderAnswerOrderCurrentSubtotalPriceSetShopMoney;
  readonly presentment_money:
    OrderAnswerOrderCurrentSubtotalPriceSetPresentmentMoney;
}

/** `order_answer.order.current_subtotal_price_set.shop_money` */
export interface OrderAnswerOrderCurrentSubtotalPriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.current_subtotal_price_set.presentment_money` */
export interface OrderAnswerOrderCurrentSubtotalPriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.current_total_discounts_set` */
export interface OrderAnswerOrderCurrentTotalDiscountsSet {
  readonly shop_money: OrderAnswerOrderCurrentTotalDiscountsSetShopMoney;
  readonly presentment_money:
    OrderAnswerOrderCurrentTotalDiscountsSetPresentmentMoney;
}

/** `order_answer.order.current_total_discounts_set.shop_money` */
export interface OrderAnswerOrderCurrentTotalDiscountsSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.current_total_discounts_set.presentment_money` */
export interface OrderAnswerOrderCurrentTotalDiscountsSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.current_total_price_set` */
export interface OrderAnswerOrderCurrentTotalPriceSet {
  readonly shop_money: OrderAnswerOrderCurrentTotalPriceSetShopMoney;
  readonly presentment_money:
    OrderAnswerOrderCurrentTotalPriceSetPresentmentMoney;
}

/** `order_answer.order.current_total_price_set.shop_money` */
export interface OrderAnswerOrderCurrentTotalPriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.current_total_price_set.presentment_money` */
export interface OrderAnswerOrderCurrentTotalPriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.current_total_tax_set` */
export interface OrderAnswerOrderCurrentTotalTaxSet {
  readonly shop_money: OrderAnswerOrderCurrentTotalTaxSetShopMoney;
  readonly presentment_money:
    OrderAnswerOrderCurrentTotalTaxSetPresentmentMoney;
}

/** `order_answer.order.current_total_tax_set.shop_money` */
export interface OrderAnswerOrderCurrentTotalTaxSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.current_total_tax_set.presentment_money` */
export interface OrderAnswerOrderCurrentTotalTaxSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.discount_codes[]` */
export interface OrderAnswerOrderDiscountCode {
  readonly code: string;
  readonly amount: string;
  readonly type: string;
}

/** `order_answer.order.note_attributes[]` */
export interface OrderAnswerOrderNoteAttribute {
  readonly name: string;
  readonly value: string;
}

/** `order_answer.order.subtotal_price_set` */
export interface OrderAnswerOrderSubtotalPriceSet {
  readonly shop_money: OrderAnswerOrderSubtotalPriceSetShopMoney;
  readonly presentment_money: OrderAnswerOrderSubtotalPriceSetPresentmentMoney;
}

/** `order_answer.order.subtotal_price_set.shop_money` */
export interface OrderAnswerOrderSubtotalPriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.subtotal_price_set.presentment_money` */
export interface OrderAnswerOrderSubtotalPriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.tax_lines[]` */
export interface OrderAnswerOrderTaxLine {
  readonly title: string;
  readonly price: string;
  readonly rate: Decimal;
  readonly channel_liable: boolean;
  readonly price_set: OrderAnswerOrderTaxLinePriceSet;
}

/** `order_answer.order.tax_lines[].price_set` */
export interface OrderAnswerOrderTaxLinePriceSet {
  readonly shop_money: OrderAnswerOrderTaxLinePriceSetShopMoney;
  readonly presentment_money: OrderAnswerOrderTaxLinePriceSetPresentmentMoney;
}

/** `order_answer.order.tax_lines[].price_set.shop_money` */
export interface OrderAnswerOrderTaxLinePriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.tax_lines[].price_set.presentment_money` */
export interface OrderAnswerOrderTaxLinePriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.total_cash_rounding_payment_adjustment_set` */
export interface OrderAnswerOrderTotalCashRoundingPaymentAdjustmentSet {
  readonly shop_money:
    OrderAnswerOrderTotalCashRoundingPaymentAdjustmentSetShopMoney;
  readonly presentment_money:
    OrderAnswerOrderTotalCashRoundingPaymentAdjustmentSetPresentmentMoney;
}

/**
 * `order_answer.order.total_cash_rounding_payment_adjustment_set.shop_money`
 */
export interface OrderAnswerOrderTotalCashRoundingPaymentAdjustmentSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/**
 * `order_answer.order.total_cash_rounding_payment_adjustment_set.presentment_money`
 */
export interface OrderAnswerOrderTotalCashRoundingPaymentAdjustmentSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.total_discounts_set` */
export interface OrderAnswerOrderTotalDiscountsSet {
  readonly shop_money: OrderAnswerOrderTotalDiscountsSetShopMoney;
  readonly presentment_money: OrderAnswerOrderTotalDiscountsSetPresentmentMoney;
}

/** `order_answer.order.total_discounts_set.shop_money` */
export interface OrderAnswerOrderTotalDiscountsSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.total_discounts_set.presentment_money` */
export interface OrderAnswerOrderTotalDiscountsSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.total_line_items_price_set` */
export interface OrderAnswerOrderTotalLineItemsPriceSet {
  readonly shop_money: OrderAnswerOrderTotalLineItemsPriceSetShopMoney;
  readonly presentment_money:
    OrderAnswerOrderTotalLineItemsPriceSetPresentmentMoney;
}

/** `order_answer.order.total_line_items_price_set.shop_money` */
export interface OrderAnswerOrderTotalLineItemsPriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.total_line_items_price_set.presentment_money` */
export interface OrderAnswerOrderTotalLineItemsPriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.total_price_set` */
export interface OrderAnswerOrderTotalPriceSet {
  readonly shop_money: OrderAnswerOrderTotalPriceSetShopMoney;
  readonly presentment_money: OrderAnswerOrderTotalPriceSetPresentmentMoney;
}

/** `order_answer.order.total_price_set.shop_money` */
export interface OrderAnswerOrderTotalPriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.total_price_set.presentment_money` */
export interface OrderAnswerOrderTotalPriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.total_shipping_price_set` */
export interface OrderAnswerOrderTotalShippingPriceSet {
  readonly shop_money: OrderAnswerOrderTotalShippingPriceSetShopMoney;
  readonly presentment_money:
    OrderAnswerOrderTotalShippingPriceSetPresentmentMoney;
}

/** `order_answer.order.total_shipping_price_set.shop_money` */
export interface OrderAnswerOrderTotalShippingPriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.total_shipping_price_set.presentment_money` */
export interface OrderAnswerOrderTotalShippingPriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.total_tax_set` */
export interface OrderAnswerOrderTotalTaxSet {
  readonly shop_money: OrderAnswerOrderTotalTaxSetShopMoney;
  readonly presentment_money: OrderAnswerOrderTotalTaxSetPresentmentMoney;
}

/** `order_answer.order.total_tax_set.shop_money` */
export interface OrderAnswerOrderTotalTaxSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.total_tax_set.presentment_money` */
export interface OrderAnswerOrderTotalTaxSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.billing_address` */
export interface OrderAnswerOrderBillingAddress {
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

/** `order_answer.order.customer` */
export interface OrderAnswerOrderCustomer {
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

/** `order_answer.order.discount_applications[]` */
export interface OrderAnswerOrderDiscountApplication {
  readonly target_type: string;
  readonly type: string;
  readonly value: string;
  readonly value_type: string;
  readonly allocation_method: string;
  readonly target_selection: string;
  readonly code: string;
}

/** `order_answer.order.line_items[]` */
export interface OrderAnswerOrderLineItem {
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
  readonly price_set: OrderAnswerOrderLineItemPriceSet;
  readonly product_exists: boolean;
  readonly product_id: number;
  readonly properties: readonly JsonValue[];
  readonly quantity: number;
  readonly requires_shipping: boolean;
  readonly sku: string | null;
  readonly taxable: boolean;
  readonly title: string;
  readonly total_discount: string;
  readonly total_discount_set: OrderAnswerOrderLineItemTotalDiscountSet;
  readonly variant_id: number | null;
  readonly variant_inventory_management: string;
  readonly variant_title: string | null;
  readonly vendor: string;
  readonly tax_lines: readonly OrderAnswerOrderLineItemTaxLine[];
  readonly duties: readonly JsonValue[];
  readonly discount_allocations:
    readonly OrderAnswerOrderLineItemDiscountAllocation[];
}

/** `order_answer.order.line_items[].price_set` */
export interface OrderAnswerOrderLineItemPriceSet {
  readonly shop_money: OrderAnswerOrderLineItemPriceSetShopMoney;
  readonly presentment_money: OrderAnswerOrderLineItemPriceSetPresentmentMoney;
}

/** `order_answer.order.line_items[].price_set.shop_money` */
export interface OrderAnswerOrderLineItemPriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.line_items[].price_set.presentment_money` */
export interface OrderAnswerOrderLineItemPriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.line_items[].total_discount_set` */
export interface OrderAnswerOrderLineItemTotalDiscountSet {
  readonly shop_money: OrderAnswerOrderLineItemTotalDiscountSetShopMoney;
  readonly presentment_money:
    OrderAnswerOrderLineItemTotalDiscountSetPresentmentMoney;
}

/** `order_answer.order.line_items[].total_discount_set.shop_money` */
export interface OrderAnswerOrderLineItemTotalDiscountSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.line_items[].total_discount_set.presentment_money` */
export interface OrderAnswerOrderLineItemTotalDiscountSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.line_items[].tax_lines[]` */
export interface OrderAnswerOrderLineItemTaxLine {
  readonly title: string;
  readonly price: string;
  readonly rate: Decimal;
  readonly channel_liable: boolean;
  readonly price_set: OrderAnswerOrderLineItemTaxLinePriceSet;
}

/** `order_answer.order.line_items[].tax_lines[].price_set` */
export interface OrderAnswerOrderLineItemTaxLinePriceSet {
  readonly shop_money: OrderAnswerOrderLineItemTaxLinePriceSetShopMoney;
  readonly presentment_money:
    OrderAnswerOrderLineItemTaxLinePriceSetPresentmentMoney;
}

/** `order_answer.order.line_items[].tax_lines[].price_set.shop_money` */
export interface OrderAnswerOrderLineItemTaxLinePriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.line_items[].tax_lines[].price_set.presentment_money` */
export interface OrderAnswerOrderLineItemTaxLinePriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.line_items[].discount_allocations[]` */
export interface OrderAnswerOrderLineItemDiscountAllocation {
  readonly amount: string;
  readonly amount_set: OrderAnswerOrderLineItemDiscountAllocationAmountSet;
  readonly discount_application_index: number;
}

/** `order_answer.order.line_items[].discount_allocations[].amount_set` */
export interface OrderAnswerOrderLineItemDiscountAllocationAmountSet {
  readonly shop_money:
    OrderAnswerOrderLineItemDiscountAllocationAmountSetShopMoney;
  readonly presentment_money:
    OrderAnswerOrderLineItemDiscountAllocationAmountSetPresentmentMoney;
}

/**
 * `order_answer.order.line_items[].discount_allocations[].amount_set.shop_money`
 */
export interface OrderAnswerOrderLineItemDiscountAllocationAmountSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/**
 * `order_answer.order.line_items[].discount_allocations[].amount_set.presentment_money`
 */
export interface OrderAnswerOrderLineItemDiscountAllocationAmountSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.shipping_address` */
export interface OrderAnswerOrderShippingAddress {
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

/** `order_answer.order.shipping_lines[]` */
export interface OrderAnswerOrderShippingLine {
  readonly id: number;
  readonly carrier_identifier: JsonValue;
  readonly code: string;
  readonly discounted_price: string;
  readonly discounted_price_set: OrderAnswerOrderShippingLineDiscountedPriceSet;
  readonly is_removed: boolean;
  readonly phone: JsonValue;
  readonly price: string;
  readonly price_set: OrderAnswerOrderShippingLinePriceSet;
  readonly requested_fulfillment_service_id: JsonValue;
  readonly source: string;
  readonly title: string;
  readonly tax_lines: readonly JsonValue[];
  readonly discount_allocations: readonly JsonValue[];
}

/** `order_answer.order.shipping_lines[].discounted_price_set` */
export interface OrderAnswerOrderShippingLineDiscountedPriceSet {
  readonly shop_money: OrderAnswerOrderShippingLineDiscountedPriceSetShopMoney;
  readonly presentment_money:
    OrderAnswerOrderShippingLineDiscountedPriceSetPresentmentMoney;
}

/** `order_answer.order.shipping_lines[].discounted_price_set.shop_money` */
export interface OrderAnswerOrderShippingLineDiscountedPriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/**
 * `order_answer.order.shipping_lines[].discounted_price_set.presentment_money`
 */
export interface OrderAnswerOrderShippingLineDiscountedPriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.shipping_lines[].price_set` */
export interface OrderAnswerOrderShippingLinePriceSet {
  readonly shop_money: OrderAnswerOrderShippingLinePriceSetShopMoney;
  readonly presentment_money:
    OrderAnswerOrderShippingLinePriceSetPresentmentMoney;
}

/** `order_answer.order.shipping_lines[].price_set.shop_money` */
export interface OrderAnswerOrderShippingLinePriceSetShopMoney {
  readonly amount: string;
  readonly currency_code: string;
}

/** `order_answer.order.shipping_lines[].price_set.presentment_money` */
export interface OrderAnswerOrderShippingLinePriceSetPresentmentMoney {
  readonly amount: string;
  readonly currency_code: string;
}

export function decodeOrderAnswer(value: unknown): OrderAnswer {
  const object = asRecord(value);
  return {
    order: field(object, "order", decodeOrderAnswerOrder),
  };
}

export function decodeOrderAnswerOrder(value: unknown): OrderAnswerOrder {
  const object = asRecord(value);
  return {
    id: field(object, "id", asInteger),
    admin_graphql_api_id: field(object, "admin_graphql_api_id", asString),
    app_id: field(object, "app_id", asInteger),
    browser_ip: field(object, "browser_ip", nullable(asString)),
    buyer_accepts_marketing: field(
      object,
      "buyer_accepts_marketing",
      asBoolean,
    ),
    cancel_reason: field(object, "cancel_reason", nullable(asString)),
    cancelled_at: field(object, "cancelled_at", nullable(asString)),
    cart_token: field(object, "cart_token", nullable(asString)),
    checkout_id: field(object, "checkout_id", nullable(asInteger)),
    checkout_token: field(object, "checkout_token", nullable(asString)),
    client_details: field(
      object,
      "client_details",
      nullable(decodeOrderAnswerOrderClientDetails),
    ),
    closed_at: field(object, "closed_at", nullable(asString)),
    confirmation_number: field(object, "confirmation_number", asString),
    confirmed: field(object, "confirmed", asBoolean),
    contact_email: field(object, "contact_email", nullable(asString)),
    created_at: field(object, "created_at", asString),
    currency: field(object, "currency", asString),
    current_subtotal_price: field(object, "current_subtotal_price", asString),
    current_subtotal_price_set: field(
      object,
      "current_subtotal_price_set",
      decodeOrderAnswerOrderCurrentSubtotalPriceSet,
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
      decodeOrderAnswerOrderCurrentTotalDiscountsSet,
    ),
    current_total_duties_set: field(object, "current_total_duties_set", asJson),
    current_total_price: field(object, "current_total_price", asString),
    current_total_price_set: field(
      object,
      "current_total_price_set",
      decodeOrderAnswerOrderCurrentTotalPriceSet,
    ),
    current_total_tax: field(object, "current_total_tax", asString),
    current_total_tax_set: field(
      object,
      "current_total_tax_set",
      decodeOrderAnswerOrderCurrentTotalTaxSet,
    ),
    customer_locale: field(object, "customer_locale", nullable(asString)),
    device_id: field(object, "device_id", nullable(asInteger)),
    discount_codes: field(
      object,
      "discount_codes",
      asArray(decodeOrderAnswerOrderDiscountCode),
    ),
    duties_included: field(object, "duties_included", asBoolean),
    email: field(object, "email", asString),
    estimated_taxes: field(object, "estimated_taxes", asBoolean),
    financial_status: field(object, "financial_status", asString),
    fulfillment_status: field(object, "fulfillment_status", asJson),
    landing_site: field(object, "landing_site", nullable(asString)),
    landing_site_ref: field(object, "landing_site_ref", asJson),
    location_id: field(object, "location_id", nullable(asInteger)),
    merchant_of_record_app_id: field(
      object,
      "merchant_of_record_app_id",
      asJson,
    ),
    name: field(object, "name", asString),
    note: field(object, "note", nullable(asString)),
    note_attributes: field(
      object,
      "note_attributes",
      asArray(decodeOrderAnswerOrderNoteAttribute),
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
    phone: field(object, "phone", nullable(asString)),
    po_number: field(object, "po_number", nullable(asString)),
    presentment_currency: field(object, "presentment_currency", asString),
    processed_at: field(object, "processed_at", asString),
    reference: field(object, "reference", nullable(asString)),
    referring_site: field(object, "referring_site", nullable(asString)),
    source_identifier: field(object, "source_identifier", nullable(asString)),
    source_name: field(object, "source_name", asString),
    source_url: field(object, "source_url", asJson),
    subtotal_price: field(object, "subtotal_price", asString),
    subtotal_price_set: field(
      object,
      "subtotal_price_set",
      decodeOrderAnswerOrderSubtotalPriceSet,
    ),
    tags: field(object, "tags", asString),
    tax_exempt: field(object, "tax_exempt", asBoolean),
    tax_lines: field(
      object,
      "tax_lines",
      asArray(decodeOrderAnswerOrderTaxLine),
    ),
    taxes_included: field(object, "taxes_included", asBoolean),
    test: field(object, "test", asBoolean),
    token: field(object, "token", asString),
    total_cash_rounding_payment_adjustment_set: field(
      object,
      "total_cash_rounding_payment_adjustment_set",
      decodeOrderAnswerOrderTotalCashRoundingPaymentAdjustmentSet,
    ),
    total_discounts: field(object, "total_discounts", asString),
    total_discounts_set: field(
      object,
      "total_discounts_set",
      decodeOrderAnswerOrderTotalDiscountsSet,
    ),
    total_line_items_price: field(object, "total_line_items_price", asString),
    total_line_items_price_set: field(
      object,
      "total_line_items_price_set",
      decodeOrderAnswerOrderTotalLineItemsPriceSet,
    ),
    total_outstanding: field(object, "total_outstanding", asString),
    total_price: field(object, "total_price", asString),
    total_price_set: field(
      object,
      "total_price_set",
      decodeOrderAnswerOrderTotalPriceSet,
    ),
    total_shipping_price_set: field(
      object,
      "total_shipping_price_set",
      decodeOrderAnswerOrderTotalShippingPriceSet,
    ),
    total_tax: field(object, "total_tax", asString),
    total_tax_set: field(
      object,
      "total_tax_set",
      decodeOrderAnswerOrderTotalTaxSet,
    ),
    total_tip_received: field(object, "total_tip_received", asString),
    total_weight: field(object, "total_weight", asInteger),
    updated_at: field(object, "updated_at", asString),
    user_id: field(object, "user_id", nullable(asInteger)),
    billing_address: field(
      object,
      "billing_address",
      nullable(decodeOrderAnswerOrderBillingAddress),
    ),
    customer: field(
      object,
      "customer",
      nullable(decodeOrderAnswerOrderCustomer),
    ),
    discount_applications: field(
      object,
      "discount_applications",
      asArray(decodeOrderAnswerOrderDiscountApplication),
    ),
    fulfillments: field(object, "fulfillments", asArray(asJson)),
    line_items: field(
      object,
      "line_items",
      asArray(decodeOrderAnswerOrderLineItem),
    ),
    payment_terms: field(object, "payment_terms", asJson),
    refunds: field(object, "refunds", asArray(asJson)),
    shipping_address: field(
      object,
      "shipping_address",
      nullable(decodeOrderAnswerOrderShippingAddress),
    ),
    shipping_lines: field(
      object,
      "shipping_lines",
      asArray(decodeOrderAnswerOrderShippingLine),
    ),
  };
}

export function decodeOrderAnswerOrderClientDetails(
  value: unknown,
): OrderAnswerOrderClientDetails {
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

export function decodeOrderAnswerOrderCurrentSubtotalPriceSet(
  value: unknown,
): OrderAnswerOrderCurrentSubtotalPriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderCurrentSubtotalPriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderCurrentSubtotalPriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderCurrentSubtotalPriceSetShopMoney(
  value: unknown,
): OrderAnswerOrderCurrentSubtotalPriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderCurrentSubtotalPriceSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderCurrentSubtotalPriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderCurrentTotalDiscountsSet(
  value: unknown,
): OrderAnswerOrderCurrentTotalDiscountsSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderCurrentTotalDiscountsSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderCurrentTotalDiscountsSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderCurrentTotalDiscountsSetShopMoney(
  value: unknown,
): OrderAnswerOrderCurrentTotalDiscountsSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderCurrentTotalDiscountsSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderCurrentTotalDiscountsSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderCurrentTotalPriceSet(
  value: unknown,
): OrderAnswerOrderCurrentTotalPriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderCurrentTotalPriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderCurrentTotalPriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderCurrentTotalPriceSetShopMoney(
  value: unknown,
): OrderAnswerOrderCurrentTotalPriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderCurrentTotalPriceSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderCurrentTotalPriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderCurrentTotalTaxSet(
  value: unknown,
): OrderAnswerOrderCurrentTotalTaxSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderCurrentTotalTaxSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderCurrentTotalTaxSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderCurrentTotalTaxSetShopMoney(
  value: unknown,
): OrderAnswerOrderCurrentTotalTaxSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderCurrentTotalTaxSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderCurrentTotalTaxSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderDiscountCode(
  value: unknown,
): OrderAnswerOrderDiscountCode {
  const object = asRecord(value);
  return {
    code: field(object, "code", asString),
    amount: field(object, "amount", asString),
    type: field(object, "type", asString),
  };
}

export function decodeOrderAnswerOrderNoteAttribute(
  value: unknown,
): OrderAnswerOrderNoteAttribute {
  const object = asRecord(value);
  return {
    name: field(object, "name", asString),
    value: field(object, "value", asString),
  };
}

export function decodeOrderAnswerOrderSubtotalPriceSet(
  value: unknown,
): OrderAnswerOrderSubtotalPriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderSubtotalPriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderSubtotalPriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderSubtotalPriceSetShopMoney(
  value: unknown,
): OrderAnswerOrderSubtotalPriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderSubtotalPriceSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderSubtotalPriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderTaxLine(
  value: unknown,
): OrderAnswerOrderTaxLine {
  const object = asRecord(value);
  return {
    title: field(object, "title", asString),
    price: field(object, "price", asString),
    rate: field(object, "rate", asDecimal),
    channel_liable: field(object, "channel_liable", asBoolean),
    price_set: field(
      object,
      "price_set",
      decodeOrderAnswerOrderTaxLinePriceSet,
    ),
  };
}

export function decodeOrderAnswerOrderTaxLinePriceSet(
  value: unknown,
): OrderAnswerOrderTaxLinePriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderTaxLinePriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderTaxLinePriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderTaxLinePriceSetShopMoney(
  value: unknown,
): OrderAnswerOrderTaxLinePriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderTaxLinePriceSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderTaxLinePriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderTotalCashRoundingPaymentAdjustmentSet(
  value: unknown,
): OrderAnswerOrderTotalCashRoundingPaymentAdjustmentSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderTotalCashRoundingPaymentAdjustmentSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderTotalCashRoundingPaymentAdjustmentSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderTotalCashRoundingPaymentAdjustmentSetShopMoney(
  value: unknown,
): OrderAnswerOrderTotalCashRoundingPaymentAdjustmentSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderTotalCashRoundingPaymentAdjustmentSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderTotalCashRoundingPaymentAdjustmentSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderTotalDiscountsSet(
  value: unknown,
): OrderAnswerOrderTotalDiscountsSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderTotalDiscountsSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderTotalDiscountsSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderTotalDiscountsSetShopMoney(
  value: unknown,
): OrderAnswerOrderTotalDiscountsSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderTotalDiscountsSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderTotalDiscountsSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderTotalLineItemsPriceSet(
  value: unknown,
): OrderAnswerOrderTotalLineItemsPriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderTotalLineItemsPriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderTotalLineItemsPriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderTotalLineItemsPriceSetShopMoney(
  value: unknown,
): OrderAnswerOrderTotalLineItemsPriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderTotalLineItemsPriceSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderTotalLineItemsPriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderTotalPriceSet(
  value: unknown,
): OrderAnswerOrderTotalPriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderTotalPriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderTotalPriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderTotalPriceSetShopMoney(
  value: unknown,
): OrderAnswerOrderTotalPriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderTotalPriceSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderTotalPriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderTotalShippingPriceSet(
  value: unknown,
): OrderAnswerOrderTotalShippingPriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderTotalShippingPriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderTotalShippingPriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderTotalShippingPriceSetShopMoney(
  value: unknown,
): OrderAnswerOrderTotalShippingPriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderTotalShippingPriceSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderTotalShippingPriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderTotalTaxSet(
  value: unknown,
): OrderAnswerOrderTotalTaxSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderTotalTaxSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderTotalTaxSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderTotalTaxSetShopMoney(
  value: unknown,
): OrderAnswerOrderTotalTaxSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderTotalTaxSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderTotalTaxSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderBillingAddress(
  value: unknown,
): OrderAnswerOrderBillingAddress {
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

export function decodeOrderAnswerOrderCustomer(
  value: unknown,
): OrderAnswerOrderCustomer {
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

export function decodeOrderAnswerOrderDiscountApplication(
  value: unknown,
): OrderAnswerOrderDiscountApplication {
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

export function decodeOrderAnswerOrderLineItem(
  value: unknown,
): OrderAnswerOrderLineItem {
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
    price_set: field(
      object,
      "price_set",
      decodeOrderAnswerOrderLineItemPriceSet,
    ),
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
      decodeOrderAnswerOrderLineItemTotalDiscountSet,
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
      asArray(decodeOrderAnswerOrderLineItemTaxLine),
    ),
    duties: field(object, "duties", asArray(asJson)),
    discount_allocations: field(
      object,
      "discount_allocations",
      asArray(decodeOrderAnswerOrderLineItemDiscountAllocation),
    ),
  };
}

export function decodeOrderAnswerOrderLineItemPriceSet(
  value: unknown,
): OrderAnswerOrderLineItemPriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderLineItemPriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderLineItemPriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderLineItemPriceSetShopMoney(
  value: unknown,
): OrderAnswerOrderLineItemPriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderLineItemPriceSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderLineItemPriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderLineItemTotalDiscountSet(
  value: unknown,
): OrderAnswerOrderLineItemTotalDiscountSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderLineItemTotalDiscountSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderLineItemTotalDiscountSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderLineItemTotalDiscountSetShopMoney(
  value: unknown,
): OrderAnswerOrderLineItemTotalDiscountSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderLineItemTotalDiscountSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderLineItemTotalDiscountSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderLineItemTaxLine(
  value: unknown,
): OrderAnswerOrderLineItemTaxLine {
  const object = asRecord(value);
  return {
    title: field(object, "title", asString),
    price: field(object, "price", asString),
    rate: field(object, "rate", asDecimal),
    channel_liable: field(object, "channel_liable", asBoolean),
    price_set: field(
      object,
      "price_set",
      decodeOrderAnswerOrderLineItemTaxLinePriceSet,
    ),
  };
}

export function decodeOrderAnswerOrderLineItemTaxLinePriceSet(
  value: unknown,
): OrderAnswerOrderLineItemTaxLinePriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderLineItemTaxLinePriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderLineItemTaxLinePriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderLineItemTaxLinePriceSetShopMoney(
  value: unknown,
): OrderAnswerOrderLineItemTaxLinePriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderLineItemTaxLinePriceSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderLineItemTaxLinePriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderLineItemDiscountAllocation(
  value: unknown,
): OrderAnswerOrderLineItemDiscountAllocation {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    amount_set: field(
      object,
      "amount_set",
      decodeOrderAnswerOrderLineItemDiscountAllocationAmountSet,
    ),
    discount_application_index: field(
      object,
      "discount_application_index",
      asInteger,
    ),
  };
}

export function decodeOrderAnswerOrderLineItemDiscountAllocationAmountSet(
  value: unknown,
): OrderAnswerOrderLineItemDiscountAllocationAmountSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderLineItemDiscountAllocationAmountSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderLineItemDiscountAllocationAmountSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderLineItemDiscountAllocationAmountSetShopMoney(
  value: unknown,
): OrderAnswerOrderLineItemDiscountAllocationAmountSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderLineItemDiscountAllocationAmountSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderLineItemDiscountAllocationAmountSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderShippingAddress(
  value: unknown,
): OrderAnswerOrderShippingAddress {
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

export function decodeOrderAnswerOrderShippingLine(
  value: unknown,
): OrderAnswerOrderShippingLine {
  const object = asRecord(value);
  return {
    id: field(object, "id", asInteger),
    carrier_identifier: field(object, "carrier_identifier", asJson),
    code: field(object, "code", asString),
    discounted_price: field(object, "discounted_price", asString),
    discounted_price_set: field(
      object,
      "discounted_price_set",
      decodeOrderAnswerOrderShippingLineDiscountedPriceSet,
    ),
    is_removed: field(object, "is_removed", asBoolean),
    phone: field(object, "phone", asJson),
    price: field(object, "price", asString),
    price_set: field(
      object,
      "price_set",
      decodeOrderAnswerOrderShippingLinePriceSet,
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

export function decodeOrderAnswerOrderShippingLineDiscountedPriceSet(
  value: unknown,
): OrderAnswerOrderShippingLineDiscountedPriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderShippingLineDiscountedPriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderShippingLineDiscountedPriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderShippingLineDiscountedPriceSetShopMoney(
  value: unknown,
): OrderAnswerOrderShippingLineDiscountedPriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderShippingLineDiscountedPriceSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderShippingLineDiscountedPriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderShippingLinePriceSet(
  value: unknown,
): OrderAnswerOrderShippingLinePriceSet {
  const object = asRecord(value);
  return {
    shop_money: field(
      object,
      "shop_money",
      decodeOrderAnswerOrderShippingLinePriceSetShopMoney,
    ),
    presentment_money: field(
      object,
      "presentment_money",
      decodeOrderAnswerOrderShippingLinePriceSetPresentmentMoney,
    ),
  };
}

export function decodeOrderAnswerOrderShippingLinePriceSetShopMoney(
  value: unknown,
): OrderAnswerOrderShippingLinePriceSetShopMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function decodeOrderAnswerOrderShippingLinePriceSetPresentmentMoney(
  value: unknown,
): OrderAnswerOrderShippingLinePriceSetPresentmentMoney {
  const object = asRecord(value);
  return {
    amount: field(object, "amount", asString),
    currency_code: field(object, "currency_code", asString),
  };
}

export function encodeOrderAnswer(value: OrderAnswer): unknown {
  return {
    order: encodeOrderAnswerOrder(value.order),
  };
}

export function encodeOrderAnswerOrder(value: OrderAnswerOrder): unknown {
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
    tax_lines: value.tax_lines.map(encodeOrderAnswerOrderTaxLine),
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
    billing_address: value.billing_address == null
      ? value.billing_address
      : encodeOrderAnswerOrderBillingAddress(value.billing_address),
    customer: value.customer,
    discount_applications: value.discount_applications,
    fulfillments: value.fulfillments,
    line_items: value.line_items.map(encodeOrderAnswerOrderLineItem),
    payment_terms: value.payment_terms,
    refunds: value.refunds,
    shipping_address: value.shipping_address == null
      ? value.shipping_address
      : encodeOrderAnswerOrderShippingAddress(value.shipping_address),
    shipping_lines: value.shipping_lines,
  };
}

export function encodeOrderAnswerOrderTaxLine(
  value: OrderAnswerOrderTaxLine,
): unknown {
  return {
    title: value.title,
    price: value.price,
    rate: value.rate.toNumber(),
    channel_liable: value.channel_liable,
    price_set: value.price_set,
  };
}

export function encodeOrderAnswerOrderBillingAddress(
  value: OrderAnswerOrderBillingAddress,
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

export function encodeOrderAnswerOrderLineItem(
  value: OrderAnswerOrderLineItem,
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
    tax_lines: value.tax_lines.map(encodeOrderAnswerOrderLineItemTaxLine),
    duties: value.duties,
    discount_allocations: value.discount_allocations,
  };
}

export function encodeOrderAnswerOrderLineItemTaxLine(
  value: OrderAnswerOrderLineItemTaxLine,
): unknown {
  return {
    title: value.title,
    price: value.price,
    rate: value.rate.toNumber(),
    channel_liable: value.channel_liable,
    price_set: value.price_set,
  };
}

export function encodeOrderAnswerOrderShippingAddress(
  value: OrderAnswerOrderShippingAddress,
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
