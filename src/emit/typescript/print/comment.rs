//! Comments.

use super::super::quote;
use super::writer::Writer;

impl Writer {
    /// JSDoc, ending its line.
    pub fn doc_comment(&mut self, text: &str) {
        let room = self.comment_room();
        let lines = quote::comment_lines(text, room);
        match lines.as_slice() {
            [] => return,
            // `/** ` and ` */` instead of ` * `
            [line] if super::writer::width(line) + 4 <= room => {
                self.text("/** ");
                self.text(line);
                self.text(" */");
            }
            lines => {
                self.text("/**");
                for line in lines {
                    self.newline();
                    self.text(if line.is_empty() { " *" } else { " * " });
                    self.text(line);
                }
                self.newline();
                self.text(" */");
            }
        }
        self.newline();
    }

    /// `//` lines; the last one does not end its line.
    pub fn line_comment(&mut self, text: &str) {
        let lines = quote::comment_lines(text, self.comment_room());
        for (position, line) in lines.iter().enumerate() {
            if position > 0 {
                self.newline();
            }
            self.text(if line.is_empty() { "//" } else { "// " });
            self.text(line);
        }
    }
}
