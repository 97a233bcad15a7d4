//! Text as JavaScript has it: UTF-16, in which half of a character may stand alone.

use std::fmt;
use std::rc::Rc;

/// UTF-16 units. Length, positions and order are those of JavaScript's strings; half of
/// a surrogate pair may stand alone, as after `slice`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Rc<[u16]>);

impl Text {
    pub fn units(&self) -> &[u16] {
        &self.0
    }

    /// The number of UTF-16 units.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text, unless half of a surrogate pair stands alone in it.
    pub fn to_utf8(&self) -> Option<String> {
        String::from_utf16(&self.0).ok()
    }

    /// Whether it is this text.
    pub fn is(&self, text: &str) -> bool {
        text.encode_utf16().eq(self.0.iter().copied())
    }

    /// Without blanks at its start and end.
    #[must_use]
    pub fn trim(&self) -> Self {
        self.trim_start().trim_end()
    }

    /// Without blanks at its start.
    #[must_use]
    pub fn trim_start(&self) -> Self {
        let start = self.0.iter().position(|unit| !is_blank(*unit));
        Self::from(self.0.get(start.unwrap_or(self.len())..).unwrap_or(&[]))
    }

    /// Without blanks at its end.
    #[must_use]
    pub fn trim_end(&self) -> Self {
        let end = self.0.iter().rposition(|unit| !is_blank(*unit));
        Self::from(self.0.get(..end.map_or(0, |last| last + 1)).unwrap_or(&[]))
    }

    /// With U+FFFD in place of each half of a surrogate pair that stands alone.
    #[must_use]
    pub fn well_formed(&self) -> Self {
        match self.to_utf8() {
            Some(_) => self.clone(),
            None => Self::from(String::from_utf16_lossy(&self.0).as_str()),
        }
    }

    /// In capitals, by Unicode's full mapping, whatever the locale.
    #[must_use]
    pub fn to_upper_case(&self) -> Self {
        self.converted(str::to_uppercase)
    }

    /// In small letters, by Unicode's full mapping, whatever the locale.
    #[must_use]
    pub fn to_lower_case(&self) -> Self {
        self.converted(str::to_lowercase)
    }

    /// Converts the characters between halves of pairs, which have no case and end words.
    fn converted(&self, convert: fn(&str) -> String) -> Self {
        let mut units = Vec::with_capacity(self.len());
        let mut run = String::new();
        for character in char::decode_utf16(self.0.iter().copied()) {
            match character {
                Ok(character) => run.push(character),
                Err(half) => {
                    units.extend(convert(&std::mem::take(&mut run)).encode_utf16());
                    units.push(half.unpaired_surrogate());
                }
            }
        }
        units.extend(convert(&run).encode_utf16());
        Self::from(units)
    }
}

/// ECMAScript's white space and line ends.
const fn is_blank(unit: u16) -> bool {
    matches!(
        unit,
        0x09..=0x0d
            | 0x20
            | 0xa0
            | 0x1680
            | 0x2000..=0x200a
            | 0x2028
            | 0x2029
            | 0x202f
            | 0x205f
            | 0x3000
            | 0xfeff
    )
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.encode_utf16().collect::<Vec<_>>().into()
    }
}

impl From<Vec<u16>> for Text {
    fn from(units: Vec<u16>) -> Self {
        Self(units.into())
    }
}

impl From<&[u16]> for Text {
    fn from(units: &[u16]) -> Self {
        Self(units.into())
    }
}

/// Lone halves are shown as U+FFFD.
impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from_utf16_lossy(&self.0))
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&String::from_utf16_lossy(&self.0), f)
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn blanks_are_those_of_ecmascript() {
        let blanks = "\u{feff}\t\n\u{b}\u{c}\r \u{a0}\u{1680}\u{2000}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}";
        assert!(Text::from(blanks).trim().is_empty());
        assert!(
            Text::from(format!("{blanks}a b{blanks}").as_str())
                .trim()
                .is("a b")
        );
        // Blank to Rust, or to some readers, and not to JavaScript.
        for kept in ["\u{85}", "\u{180e}", "\u{200b}", "\u{2060}"] {
            assert!(Text::from(kept).trim().is(kept), "{kept:?}");
        }
    }

    #[test]
    fn case_is_that_of_unicode() {
        let upper = |text: &str| Text::from(text).to_upper_case().to_utf8().unwrap();
        let lower = |text: &str| Text::from(text).to_lower_case().to_utf8().unwrap();
        assert_eq!(upper("straße ŉ ﬁ i"), "STRASSE ʼN FI I");
        assert_eq!(lower("ΟΔΟΣ ΣΑΣ İ"), "οδος σας i\u{307}");
        let half = Text::from(vec![0x41, 0xd83d, 0x3a3]);
        assert_eq!(half.to_lower_case().units(), [0x61, 0xd83d, 0x3c3]);
    }
}
