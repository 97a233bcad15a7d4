//! What the texts of samples are, where that can be told with some certainty: a decoder
//! refuses what does not fit, so a guess must not be bold.

use super::shape::TextShape;
use super::{DecimalWire, Kind, number, time};

/// How many texts must have been seen before they count as all that there are.
const ENUM_SEEN: usize = 50;

/// How many different ones there may be.
const ENUM_VALUES: usize = 8;

/// How often each must have been seen.
const ENUM_EACH: usize = 5;

/// Words in the names of properties whose numbers are sent as text.
const AMOUNTS: &[&str] = &[
    "amount",
    "balance",
    "charge",
    "charges",
    "cost",
    "costs",
    "credit",
    "debit",
    "discount",
    "discounts",
    "duties",
    "due",
    "fee",
    "fees",
    "gross",
    "net",
    "paid",
    "payment",
    "payments",
    "price",
    "prices",
    "quantity",
    "qty",
    "rate",
    "refund",
    "refunded",
    "revenue",
    "salary",
    "shipping",
    "subtotal",
    "tax",
    "taxes",
    "tip",
    "tips",
    "total",
    "totals",
    "value",
    "vat",
    "weight",
];

/// The kind of texts that were seen under a name.
///
/// Dates and date-times are recognised by their form alone, when every text has it.
/// Decimals must have a point in every text, two places or more, and a name that speaks
/// of amounts. Texts are an enumeration when 50 or more were seen, of which at most 8 are
/// different, each five times or more.
pub(super) fn kind(texts: &TextShape, name: &str) -> Kind {
    let all = |test: &dyn Fn(&str) -> bool| texts.values().all(test);
    if all(&time::is_date) {
        return Kind::DATE;
    }
    if all(&time::is_instant) {
        return Kind::DATE_TIME;
    }
    if is_amount(name) && all(&is_decimal) {
        return Kind::Decimal {
            places: None,
            wire: DecimalWire::String,
        };
    }
    let seen: usize = texts.counts.values().sum();
    let often = texts.counts.values().all(|count| *count >= ENUM_EACH);
    if seen >= ENUM_SEEN && texts.counts.len() <= ENUM_VALUES && often && all(&is_word) {
        return Kind::one_of(texts.values().map(str::to_owned));
    }
    Kind::STRING
}

/// `12.50`, `-0.00`: digits without leading zeros, a point, and two digits or more.
fn is_decimal(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let Some((whole, fraction)) = unsigned.split_once('.') else {
        return false;
    };
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    !leading_zero && fraction.len() >= 2 && number::decimal_of_text(text).is_ok()
}

/// What people take for a name of a state or a kind.
fn is_word(text: &str) -> bool {
    let letters = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | '/');
    (1..=40).contains(&text.len())
        && text.chars().all(letters)
        && text.chars().any(char::is_alphabetic)
}

fn is_amount(name: &str) -> bool {
    let mut words: Vec<String> = vec![String::new()];
    let mut previous = ' ';
    for letter in name.chars() {
        let starts = letter.is_uppercase() && previous.is_lowercase();
        if !letter.is_alphanumeric() || starts {
            words.push(String::new());
        }
        if let (true, Some(word)) = (letter.is_alphanumeric(), words.last_mut()) {
            word.extend(letter.to_lowercase());
        }
        previous = letter;
    }
    words.iter().any(|word| AMOUNTS.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_recognised_by_name_and_form() {
        for name in ["price", "total_tax", "unitPrice", "Amount", "net-total"] {
            assert!(is_amount(name), "{name}");
        }
        for name in ["version", "name", "pricelist", "", "amounts_text2x"] {
            assert!(!is_amount(name), "{name}");
        }
        for text in ["12.50", "-0.00", "1000.125"] {
            assert!(is_decimal(text), "{text}");
        }
        for text in [
            "12.5", "12", "01.50", "1.2.3", "", ".50", "1,000.00", "12.50 ",
        ] {
            assert!(!is_decimal(text), "{text}");
        }
    }
}
