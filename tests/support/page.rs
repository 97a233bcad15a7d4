//! The examples of a Markdown page.

/// The blocks of one part, below a heading such as `## Wrong`.
#[derive(Debug, Default)]
pub struct Example {
    /// The one ```` ```toml ```` block.
    pub manifest: Option<String>,
    /// Blocks such as ```` ```json samples/order.json ````: path and text.
    pub files: Vec<(String, String)>,
    /// The ```` ```console ```` blocks: commands with what they print.
    pub commands: Vec<String>,
}

impl Example {
    pub fn read(page: &str, part: &str) -> Result<Self, String> {
        let mut example = Self::default();
        let heading = format!("## {part}");
        let mut lines = page.lines().skip_while(|line| *line != heading).skip(1);
        while let Some(line) = lines.next() {
            if line.starts_with("## ") {
                break;
            }
            let Some(info) = line.strip_prefix("```") else {
                continue;
            };
            let mut text = String::new();
            loop {
                match lines.next() {
                    Some("```") => break,
                    Some(line) => text.extend([line, "\n"]),
                    None => return Err("a block without an end".to_owned()),
                }
            }
            match info.split_once(' ') {
                Some((_, path)) => example.files.push((path.trim().to_owned(), text)),
                None if info == "toml" && example.manifest.is_some() => {
                    return Err("more than one ```toml block".to_owned());
                }
                None if info == "toml" => example.manifest = Some(text),
                None if info == "console" => example.commands.push(text),
                None => {}
            }
        }
        Ok(example)
    }
}
