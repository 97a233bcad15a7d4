//! Integers and dates: what TOML allows beyond what its grammar says.

/// What an integer's digits — without underscores and prefix, sign first — are worth.
pub(super) fn integer(digits: &str, radix: u32) -> Option<i64> {
    i64::from_str_radix(digits, radix).ok()
}

/// Why `text` is no date, time or date-time of TOML 1.1, as "what should be there".
pub(super) fn datetime(text: &str) -> Result<(), &'static str> {
    let mut cursor = Cursor { rest: text };
    let dated = text.get(..3).is_none_or(|start| !start.contains(':'));
    if dated {
        cursor.date()?;
        if cursor.rest.is_empty() {
            return Ok(());
        }
        if !cursor.take(|char| matches!(char, 'T' | 't' | ' ')) {
            return Err("a `T` between date and time");
        }
    }
    cursor.time()?;
    if dated {
        cursor.offset()?;
    }
    if cursor.rest.is_empty() {
        Ok(())
    } else if dated {
        Err("nothing or an offset such as `Z` or `+02:00` after the time")
    } else {
        Err("nothing after a time without a date")
    }
}

struct Cursor<'a> {
    rest: &'a str,
}

impl Cursor<'_> {
    fn take(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        match self.rest.strip_prefix(wanted) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// A number of exactly that many digits.
    fn number(&mut self, digits: usize, expected: &'static str) -> Result<u32, &'static str> {
        let end = self
            .rest
            .find(|char: char| !char.is_ascii_digit())
            .unwrap_or(self.rest.len());
        let (number, rest) = self.rest.split_at_checked(end).ok_or(expected)?;
        if number.len() != digits {
            return Err(expected);
        }
        self.rest = rest;
        number.parse().map_err(|_| expected)
    }

    fn date(&mut self) -> Result<(), &'static str> {
        let year = self.number(4, "a year of four digits")?;
        let dash = |char| char == '-';
        if !self.take(dash) {
            return Err("a `-` after the year");
        }
        let month = self.number(2, "a month of two digits")?;
        if !self.take(dash) {
            return Err("a `-` after the month");
        }
        let day = self.number(2, "a day of two digits")?;
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return Err("a month from 01 to 12"),
        };
        if day == 0 || day > days {
            return Err("a day that the month has");
        }
        Ok(())
    }

    fn time(&mut self) -> Result<(), &'static str> {
        let hour = self.number(2, "an hour of two digits")?;
        if !self.take(|char| char == ':') {
            return Err("a `:` after the hour");
        }
        let minute = self.number(2, "minutes of two digits")?;
        let mut second = 0;
        if self.take(|char| char == ':') {
            second = self.number(2, "seconds of two digits")?;
            if self.take(|char| char == '.') {
                let digits = self
                    .rest
                    .trim_start_matches(|char: char| char.is_ascii_digit());
                if digits.len() == self.rest.len() {
                    return Err("digits after the `.`");
                }
                self.rest = digits;
            }
        }
        if hour > 23 {
            return Err("an hour from 00 to 23");
        }
        if minute > 59 {
            return Err("minutes from 00 to 59");
        }
        // 60 is a leap second.
        if second > 60 {
            return Err("seconds from 00 to 59");
        }
        Ok(())
    }

    fn offset(&mut self) -> Result<(), &'static str> {
        if self.take(|char| matches!(char, 'Z' | 'z'))
            || !self.take(|char| matches!(char, '+' | '-'))
        {
            return Ok(());
        }
        let hour = self.number(2, "an offset such as `+02:00`")?;
        if !self.take(|char| char == ':') {
            return Err("an offset such as `+02:00`");
        }
        let minute = self.number(2, "an offset such as `+02:00`")?;
        if hour > 23 || minute > 59 {
            return Err("an offset from `-23:59` to `+23:59`");
        }
        Ok(())
    }
}
