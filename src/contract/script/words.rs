//! Bash into simple commands and their words: as much of its grammar as decides where
//! a command begins, where a word ends, and what in it is literal.

use std::iter::Peekable;
use std::str::Chars;

/// Stands in [`Word::text`] for what bash puts there at run time.
pub(super) const DYNAMIC: char = '\u{0}';

/// One word of a command, without its quotes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    /// From 1.
    pub(super) line: usize,
    /// Whether it may become no word or several: an expansion outside quotes, or `$@`.
    splits: bool,
    quoted: bool,
}

impl Word {
    pub(super) fn is(&self, text: &str) -> bool {
        self.text == text
    }

    /// The text when it is known and no flag.
    pub(super) fn plain(&self) -> Option<&str> {
        let is_name = !self.is_dynamic() && !self.text.starts_with('-');
        is_name.then_some(&self.text)
    }

    /// The text when it is a flag, with its value if that is in the same word.
    pub(super) fn flag(&self) -> Option<&str> {
        let is_flag = self.text.starts_with('-') && self.text.len() > 1;
        is_flag.then_some(&self.text)
    }

    pub(super) fn is_dynamic(&self) -> bool {
        self.text.contains(DYNAMIC)
    }

    /// Whether it may stand for any number of arguments.
    pub(super) fn is_open(&self) -> bool {
        self.splits && self.text.starts_with(DYNAMIC)
    }

    /// `NAME=value` before a command.
    pub(super) fn is_assignment(&self) -> bool {
        self.text.split_once('=').is_some_and(|(name, _)| {
            !name.is_empty()
                && !name.starts_with(|c: char| c.is_ascii_digit())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        })
    }

    fn is_keyword(&self) -> bool {
        const KEYWORDS: [&str; 12] = [
            "if", "then", "elif", "else", "while", "until", "do", "!", "{", "}", "time", "fi",
        ];
        !self.quoted && KEYWORDS.contains(&self.text.as_str())
    }
}

/// The simple commands of a script, those in substitutions too, as lists of words.
pub(super) fn commands(text: &str) -> Vec<Vec<Word>> {
    let mut reader = Reader {
        rest: text.chars().peekable(),
        line: 1,
        found: Vec::new(),
        documents: Vec::new(),
        depth: 0,
    };
    while reader.rest.peek().is_some() {
        // A closing bracket that opens nothing ends the pattern of a `case`.
        reader.list();
    }
    reader.found
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
    line: usize,
    found: Vec<Vec<Word>>,
    /// Ends of here-documents that begin on the next line.
    documents: Vec<String>,
    depth: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let next = self.rest.next();
        self.line += usize::from(next == Some('\n'));
        next
    }

    fn take(&mut self, wanted: char) -> bool {
        let is_next = self.rest.peek() == Some(&wanted);
        if is_next {
            self.next();
        }
        is_next
    }

    /// Commands up to the closing bracket, which is taken, or the end.
    fn list(&mut self) {
        let mut words = Vec::new();
        while let Some(&next) = self.rest.peek() {
            match next {
                ' ' | '\t' | '\r' => {
                    self.next();
                }
                '\n' => {
                    self.next();
                    self.end(&mut words);
                    self.skip_documents();
                }
                ';' | '|' | '&' => {
                    self.next();
                    self.end(&mut words);
                }
                '#' => self.skip_while(|c| c != '\n'),
                '(' => {
                    self.next();
                    if self.take('(') {
                        self.skip_arithmetic();
                    } else if self.take(')') {
                        // `name()`: a definition, no call.
                        words.clear();
                    } else {
                        self.end(&mut words);
                        self.nested();
                    }
                }
                ')' => {
                    self.next();
                    break;
                }
                '<' | '>' => self.redirection(),
                _ => {
                    let word = self.word();
                    let is_nothing = word.text.is_empty() && !word.quoted;
                    if !(is_nothing || words.is_empty() && word.is_keyword()) {
                        words.push(word);
                    }
                }
            }
        }
        self.end(&mut words);
    }

    /// Commands in brackets. Nobody nests deeply; a text that does is no script.
    fn nested(&mut self) {
        if self.depth < 50 {
            self.depth += 1;
            self.list();
            self.depth -= 1;
        }
    }

    fn end(&mut self, words: &mut Vec<Word>) {
        if !words.is_empty() {
            self.found.push(std::mem::take(words));
        }
    }

    /// `> file`, `2>&1`, `<<< word`, `<<END`: the operator, and its word if that is
    /// no command.
    fn redirection(&mut self) {
        let mut operator = String::new();
        while let Some(&next @ ('<' | '>' | '&' | '-')) = self.rest.peek() {
            operator.push(next);
            self.next();
        }
        if self.rest.peek() == Some(&'(') {
            // `<(command)`: the list is read as one in brackets.
            return;
        }
        self.skip_while(|c| matches!(c, ' ' | '\t'));
        let word = self.word();
        if operator.starts_with("<<") && !operator.starts_with("<<<") {
            self.documents.push(word.text);
        }
    }

    fn skip_documents(&mut self) {
        for end in std::mem::take(&mut self.documents) {
            loop {
                let mut line = String::new();
                while let Some(next) = self.next().filter(|next| *next != '\n') {
                    line.push(next);
                }
                if line.trim_start_matches('\t') == end || self.rest.peek().is_none() {
                    break;
                }
            }
        }
    }

    fn word(&mut self) -> Word {
        let mut word = Word {
            line: self.line,
            ..Word::default()
        };
        while let Some(&next) = self.rest.peek() {
            match next {
                ' ' | '\t' | '\r' | '\n' | ';' | '|' | '&' | '(' | ')' | '<' | '>' => break,
                '\'' => {
                    self.next();
                    word.quoted = true;
                    while let Some(next) = self.next().filter(|next| *next != '\'') {
                        word.text.push(next);
                    }
                }
                '"' => {
                    self.next();
                    word.quoted = true;
                    self.double_quoted(&mut word);
                }
                '\\' => {
                    self.next();
                    match self.next() {
                        Some('\n') if word.text.is_empty() && !word.quoted => {
                            // Between two words; the next begins after the blanks.
                            self.skip_while(|c| matches!(c, ' ' | '\t'));
                            word.line = self.line;
                        }
                        Some('\n') | None => {}
                        Some(next) => word.text.push(next),
                    }
                }
                '$' | '`' => self.expansion(&mut word, false),
                _ => {
                    self.next();
                    word.text.push(next);
                }
            }
        }
        word
    }

    fn double_quoted(&mut self, word: &mut Word) {
        while let Some(&next) = self.rest.peek() {
            match next {
                '"' => {
                    self.next();
                    return;
                }
                '\\' => {
                    self.next();
                    match self.next() {
                        Some('\n') | None => {}
                        Some(next @ ('$' | '`' | '"' | '\\')) => word.text.push(next),
                        Some(next) => word.text.extend(['\\', next]),
                    }
                }
                '$' | '`' => self.expansion(word, true),
                _ => {
                    self.next();
                    word.text.push(next);
                }
            }
        }
    }

    /// What begins with `$` or a backquote.
    fn expansion(&mut self, word: &mut Word, in_quotes: bool) {
        let is_backquote = self.next() == Some('`');
        if is_backquote {
            self.skip_while(|c| c != '`');
            self.next();
        } else {
            match self.rest.peek() {
                Some('(') => {
                    self.next();
                    if self.take('(') {
                        self.skip_arithmetic();
                    } else {
                        self.nested();
                    }
                }
                Some('{') => {
                    self.next();
                    word.splits |= self.skip_braces().contains('@');
                }
                Some('\'') if !in_quotes => {
                    self.next();
                    word.quoted = true;
                    self.ansi_quoted(word);
                    return;
                }
                Some(&next) if next.is_ascii_alphabetic() || next == '_' => {
                    self.skip_while(|c| c.is_ascii_alphanumeric() || c == '_');
                }
                Some(&next) if next.is_ascii_digit() || "@*#?$!-".contains(next) => {
                    self.next();
                    word.splits |= next == '@';
                }
                _ => {
                    word.text.push('$');
                    return;
                }
            }
        }
        word.text.push(DYNAMIC);
        word.splits |= !in_quotes;
    }

    /// `$'…'`: what matters here is where it ends.
    fn ansi_quoted(&mut self, word: &mut Word) {
        while let Some(next) = self.next().filter(|next| *next != '\'') {
            word.text.push(next);
            if next == '\\' {
                word.text.extend(self.next());
            }
        }
    }

    /// The rest of `${…}`, which is taken; calls in it are not looked for.
    fn skip_braces(&mut self) -> String {
        let mut skipped = String::new();
        let mut depth = 1_usize;
        while let Some(next) = self.next() {
            match next {
                '{' => depth += 1,
                '}' => depth -= 1,
                '\\' => {
                    self.next();
                }
                '\'' => {
                    self.skip_while(|c| c != '\'');
                    self.next();
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
            skipped.push(next);
        }
        skipped
    }

    /// The rest of `((…))`.
    fn skip_arithmetic(&mut self) {
        let mut depth = 2_usize;
        while let Some(next) = self.next() {
            match next {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn skip_while(&mut self, mut skips: impl FnMut(char) -> bool) {
        while self.rest.peek().is_some_and(|next| skips(*next)) {
            self.next();
        }
    }
}
