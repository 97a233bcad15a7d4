//! The functions that scripts share. A script holds only those that it uses.

/// Names with texts, each before those that use it; the last ones are first to be wanted.
const PIECES: &[(&str, &str)] = &[
    ("say", include_str!("pieces/say.sh")),
    ("fail", include_str!("pieces/fail.sh")),
    ("finish", include_str!("pieces/finish.sh")),
    ("versori", include_str!("pieces/versori.sh")),
    (
        "environment_names",
        include_str!("pieces/environment_names.sh"),
    ),
    ("field", include_str!("pieces/field.sh")),
    ("is_id", include_str!("pieces/is_id.sh")),
    ("holds", include_str!("pieces/holds.sh")),
    ("has_variable", include_str!("pieces/has_variable.sh")),
    ("has_scheme", include_str!("pieces/has_scheme.sh")),
    ("uses_scheme", include_str!("pieces/uses_scheme.sh")),
    ("agrees", include_str!("pieces/agrees.sh")),
    ("merged_schema", include_str!("pieces/merged_schema.sh")),
    ("said", include_str!("pieces/said.sh")),
    ("same_files", include_str!("pieces/same_files.sh")),
    ("manual", include_str!("pieces/manual.sh")),
    ("begin", include_str!("pieces/begin.sh")),
    ("pick", include_str!("pieces/pick.sh")),
    ("find_row", include_str!("pieces/find_row.sh")),
    (
        "refuse_full_page",
        include_str!("pieces/refuse_full_page.sh"),
    ),
    ("settle", include_str!("pieces/settle.sh")),
    ("read_lock", include_str!("pieces/read_lock.sh")),
    ("locked", include_str!("pieces/locked.sh")),
    ("bind", include_str!("pieces/bind.sh")),
    ("check_context", include_str!("pieces/check_context.sh")),
    ("conclude", include_str!("pieces/conclude.sh")),
];

/// The functions that a script's body calls, directly or not, in a fixed order.
pub(super) fn used_by(body: &str) -> String {
    let mut wanted = vec![false; PIECES.len()];
    let mut texts = vec![body];
    while let Some(text) = texts.pop() {
        for ((name, piece), is_wanted) in PIECES.iter().zip(&mut wanted) {
            if !*is_wanted && calls(text, name) {
                *is_wanted = true;
                texts.push(piece);
            }
        }
    }
    let used: Vec<&str> = PIECES
        .iter()
        .zip(&wanted)
        .filter(|(_, is_wanted)| **is_wanted)
        .map(|((_, piece), _)| piece.trim_end())
        .collect();
    used.join("\n\n")
}

/// What may stand before the name of a command, at the end of the text before it.
const BEFORE_COMMAND: &[&str] = &[
    "\n", "$(", "|", "&&", "if", "!", "until", "while", ";", "{", "do", "then", "else", "trap",
];

/// Whether a text calls the function of this name.
fn calls(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + name.len()..).unwrap_or_default();
        let before = before.trim_end_matches(' ');
        let is_command =
            before.is_empty() || BEFORE_COMMAND.iter().any(|word| before.ends_with(word));
        is_command
            && after
                .chars()
                .next()
                .is_none_or(|next| " \n);".contains(next))
    })
}
