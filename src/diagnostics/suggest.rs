//! "Did you mean": the closest of the names that would have been right.

/// The candidate within a small edit distance of `word`, if one is close enough to
/// be worth saying. Ties go to the candidate that comes first.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = match word.chars().count() {
        0 => return None,
        1..=3 => 1,
        4..=5 => 2,
        length => length / 3 + 1,
    };
    let folded = word.to_lowercase();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let distance = strsim::damerau_levenshtein(&folded, &candidate.to_lowercase());
        // Two letters of which one differs share too little to be called close.
        let shares = distance < candidate.chars().count();
        if distance <= limit && shares && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
