//! Where the text goes: column, indentation, and looking ahead at one line.

use unicode_width::UnicodeWidthStr;

use super::WIDTH;

const INDENT: usize = 2;

/// What surrounds a construct.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// The columns that follow it on its last line.
    pub tail: usize,
    pub before: Before,
    /// Whether operands that go on are indented even where the first one starts a line.
    pub hanging: bool,
}

/// Where dprint could break this line before the construct. It prefers the outermost
/// place, and among equals the last one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Nowhere.
    Nothing,
    /// In what the construct itself belongs to, as after `=`.
    Beside,
    /// Further out: a break inside the construct that depends on width alone would not
    /// stay.
    Around,
}

impl Place {
    /// At the start of a line, with `tail` columns behind it.
    pub const fn line(tail: usize) -> Self {
        Self {
            tail,
            before: Before::Nothing,
            hanging: false,
        }
    }

    /// After `=`.
    pub const fn assigned(tail: usize) -> Self {
        Self {
            tail,
            before: Before::Beside,
            hanging: false,
        }
    }

    /// An element of an argument list, on a line of its own.
    pub const fn argument(tail: usize) -> Self {
        Self {
            tail,
            before: Before::Nothing,
            hanging: true,
        }
    }

    /// In the middle of something that has places to break of its own.
    pub const fn inner(tail: usize) -> Self {
        Self {
            tail,
            before: Before::Around,
            hanging: false,
        }
    }

    pub const fn tail(self, tail: usize) -> Self {
        Self { tail, ..self }
    }

    /// A part that dprint keeps together as long as it can break around it.
    pub const fn grouped(self) -> Self {
        let before = match self.before {
            Before::Nothing => Before::Nothing,
            Before::Beside | Before::Around => Before::Around,
        };
        Self {
            before,
            hanging: false,
            ..self
        }
    }

    pub const fn hard(self) -> Self {
        Self {
            before: Before::Around,
            ..self
        }
    }

    /// Whether breaks that depend on width alone stay.
    pub fn is_soft(self) -> bool {
        self.before != Before::Around
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Probe {
    Off,
    /// Looking at the first line.
    Running,
    /// The first line ended.
    Ended,
    /// The first line is too long.
    TooWide,
}

pub(super) struct Writer {
    out: String,
    column: usize,
    /// In levels.
    indent: usize,
    /// The indentation of this line, in columns.
    line_start: usize,
    probe: Probe,
}

impl Writer {
    pub fn new() -> Self {
        Self {
            out: String::new(),
            column: 0,
            indent: 0,
            line_start: 0,
            probe: Probe::Off,
        }
    }

    pub fn finish(self) -> String {
        self.out
    }

    /// Text without line breaks.
    pub fn text(&mut self, text: &str) {
        if self.stopped() {
            return;
        }
        self.out.push_str(text);
        self.column += width(text);
        if self.probe == Probe::Running && self.column > WIDTH {
            self.probe = Probe::TooWide;
        }
    }

    pub fn newline(&mut self) {
        match self.probe {
            Probe::Off => {
                self.out.push('\n');
                self.line_start = self.indent * INDENT;
                self.column = self.line_start;
                for _ in 0..self.line_start {
                    self.out.push(' ');
                }
            }
            Probe::Running => self.probe = Probe::Ended,
            Probe::Ended | Probe::TooWide => {}
        }
    }

    /// Ends the line and leaves the next one empty; a line break must follow.
    pub fn blank(&mut self) {
        if self.probe == Probe::Off {
            self.out.push('\n');
        } else {
            self.newline();
        }
    }

    /// Runs `body` one level further in.
    pub fn indented(&mut self, body: impl FnOnce(&mut Self)) {
        self.indented_by(1, body);
    }

    /// Runs `body` some levels further in.
    pub fn indented_by(&mut self, levels: usize, body: impl FnOnce(&mut Self)) {
        self.indent += levels;
        body(self);
        self.indent -= levels;
    }

    /// Whether the rest of what is printed does not matter any more.
    pub const fn stopped(&self) -> bool {
        matches!(self.probe, Probe::Ended | Probe::TooWide)
    }

    /// Runs `body` one level further in where this line began so.
    pub fn indented_like_line(&mut self, body: impl FnOnce(&mut Self)) {
        let levels = usize::from(self.line_start > self.indent * INDENT);
        self.indented_by(levels, body);
    }

    /// The columns left on this line when `tail` columns follow.
    pub const fn room(&self, tail: usize) -> usize {
        WIDTH.saturating_sub(self.column + tail)
    }

    /// The columns that a line one level further in would have.
    pub const fn room_below(&self, tail: usize) -> usize {
        WIDTH.saturating_sub((self.indent + 1) * INDENT + tail)
    }

    /// The columns left of a line here that begins with `taken` columns.
    pub const fn room_at(&self, taken: usize) -> usize {
        WIDTH.saturating_sub(self.indent * INDENT + taken)
    }

    /// The columns of a comment line here.
    pub const fn comment_room(&self) -> usize {
        self.room_at(3)
    }

    /// Says, while looking ahead, that the line is too long.
    pub fn overflow(&mut self) {
        if self.probe == Probe::Running {
            self.probe = Probe::TooWide;
        }
    }

    pub const fn starts_line(&self) -> bool {
        self.column == self.line_start
    }

    /// Whether dprint would consider breaking here: not within the first columns.
    pub const fn is_past_indent(&self) -> bool {
        self.column > self.line_start + INDENT
    }

    /// Whether the first line of what `body` prints here stays within the width.
    pub fn first_line_fits(&self, tail: usize, body: impl FnOnce(&mut Self)) -> bool {
        let mut ahead = Self {
            out: String::new(),
            probe: Probe::Running,
            ..*self
        };
        body(&mut ahead);
        match ahead.probe {
            Probe::TooWide => false,
            Probe::Ended => true,
            Probe::Off | Probe::Running => ahead.column + tail <= WIDTH,
        }
    }
}

/// Columns as dprint counts them.
pub(super) fn width(text: &str) -> usize {
    text.width()
}
