//! Text inside comments: it cannot end the comment, each line stays one line, and it
//! cannot direct a tool.

use unicode_width::UnicodeWidthStr;

use super::string::is_invisible;

/// What tools obey inside comments, and what is written instead.
const DIRECTIVES: &[(&str, &str)] = &[
    ("*/", "* /"),
    ("deno-fmt-", "deno fmt "),
    ("deno-lint-", "deno lint "),
    ("deno-coverage-", "deno coverage "),
    ("@ts-", "@ ts-"),
    ("@deno-", "@ deno-"),
];

/// The lines of a comment, each at most `width` columns where words allow. Line breaks
/// in the text stay; of several empty lines one does.
pub fn comment_lines(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}']) {
        let mut visible: String = paragraph
            .chars()
            .map(|character| {
                if is_invisible(character) {
                    ' '
                } else {
                    character
                }
            })
            .collect();
        for (directive, harmless) in DIRECTIVES {
            visible = visible.replace(directive, harmless);
        }
        wrap(&visible, width, &mut lines);
    }
    lines.dedup_by(|next, line| next.is_empty() && line.is_empty());
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    let leading = lines.iter().take_while(|line| line.is_empty()).count();
    lines.drain(..leading);
    lines
}

fn wrap(text: &str, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut columns = 0;
    for word in text.split_whitespace() {
        let word_columns = word.width();
        if columns > 0 && columns + 1 + word_columns > width {
            lines.push(std::mem::take(&mut line));
            columns = 0;
        }
        if columns > 0 {
            line.push(' ');
            columns += 1;
        }
        line.push_str(word);
        columns += word_columns;
    }
    lines.push(line);
}
