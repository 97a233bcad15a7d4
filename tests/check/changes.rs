//! Texts that differ from another in one character.

/// What is inserted at each place, and what each character is replaced by.
const ALPHABET: &str = "\"'[]{}=.,# \n\r\\a0-_é\u{7}";

/// One character deleted, inserted or replaced at a place.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    pub at: usize,
    pub remove: usize,
    pub insert: Option<char>,
}

impl Change {
    pub fn apply(self, text: &str) -> String {
        let (before, after) = (&text[..self.at], &text[self.at + self.remove..]);
        let insert = self.insert.map_or(String::new(), String::from);
        [before, insert.as_str(), after].concat()
    }
}

/// Every change of one character, in order.
pub fn changes(text: &str) -> impl Iterator<Item = Change> {
    let change = |at, remove, insert| Change { at, remove, insert };
    text.char_indices().flat_map(move |(at, old)| {
        let length = old.len_utf8();
        let inserted = ALPHABET.chars().map(move |new| change(at, 0, Some(new)));
        let replaced = ALPHABET
            .chars()
            .filter(move |new| *new != old)
            .map(move |new| change(at, length, Some(new)));
        std::iter::once(change(at, length, None))
            .chain(inserted)
            .chain(replaced)
    })
}

/// Of the changes, each of how many is tried: `usual`, or what `GUSSET_MUTATIONS` says.
pub fn step(usual: usize) -> usize {
    match std::env::var("GUSSET_MUTATIONS").as_deref() {
        Ok("all") => 1,
        Ok(step) => step.parse().expect("GUSSET_MUTATIONS is `all` or a number"),
        Err(_) => usual,
    }
}
