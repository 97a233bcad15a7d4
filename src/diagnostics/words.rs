//! Lists of words in messages.

/// Words with commas and a last "or", at most six of them.
pub fn list(words: impl Iterator<Item = String>) -> String {
    let mut words: Vec<String> = words.collect();
    let more = words.len().saturating_sub(6);
    words.truncate(6);
    if more > 0 {
        return format!("{} or {more} more", words.join(", "));
    }
    match words.pop() {
        None => String::new(),
        Some(last) if words.is_empty() => last,
        Some(last) => format!("{} or {last}", words.join(", ")),
    }
}
