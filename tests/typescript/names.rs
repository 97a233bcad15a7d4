//! Identifiers from any text.

use gusset::emit::typescript::quote::{
    camel_case, constant_case, is_identifier, is_reserved, pascal_case, property_name,
};
use proptest::prelude::*;

#[test]
fn names_follow_the_words() {
    for (text, camel, pascal, constant) in [
        ("order", "order", "Order", "ORDER"),
        ("order-lines", "orderLines", "OrderLines", "ORDER_LINES"),
        (
            "to_sales_receipt",
            "toSalesReceipt",
            "ToSalesReceipt",
            "TO_SALES_RECEIPT",
        ),
        ("Order lines", "orderLines", "OrderLines", "ORDER_LINES"),
        ("OrderLines", "orderLines", "OrderLines", "ORDER_LINES"),
        (
            "XMLHttp request",
            "xmlhttpRequest",
            "XMLHttpRequest",
            "XMLHTTP_REQUEST",
        ),
        ("2fa", "_2fa", "_2fa", "_2FA"),
        ("a1-b2", "a1B2", "A1B2", "A1_B2"),
        ("class", "class_", "Class", "CLASS"),
        ("string", "string_", "String_", "STRING"),
        ("", "value", "Value", "VALUE"),
        ("日本", "value", "Value", "VALUE"),
        ("a.b[0]", "aB0", "AB0", "A_B_0"),
    ] {
        assert_eq!(camel_case(text), camel, "{text:?}");
        assert_eq!(pascal_case(text), pascal, "{text:?}");
        assert_eq!(constant_case(text), constant, "{text:?}");
    }
}

#[test]
fn keys_are_bare_where_they_can_be() {
    for (text, key) in [
        ("Line", "Line"),
        ("$ref", "$ref"),
        ("class", "class"),
        ("X-Id", "\"X-Id\""),
        ("1", "\"1\""),
        ("", "\"\""),
        ("é", "\"é\""),
        ("a\"b", "'a\"b'"),
    ] {
        assert_eq!(property_name(text), key);
    }
}

proptest! {
    #[test]
    fn every_text_gives_an_identifier(text in any::<String>()) {
        for name in [camel_case(&text), pascal_case(&text), constant_case(&text)] {
            prop_assert!(is_identifier(&name), "{name:?}");
            prop_assert!(!is_reserved(&name), "{name:?}");
        }
    }
}
