//! Which files an upload takes: all that the folder's own `.gitignore` does not name.

use std::fs;
use std::path::Path;

/// A pattern of a `.gitignore`.
struct Pattern {
    negated: bool,
    folders_only: bool,
    anchored: bool,
    segments: Vec<String>,
}

/// Paths with `/`, in the order of an upload, and their contents.
pub fn collect(folder: &Path) -> Vec<(String, String)> {
    let ignore = fs::read_to_string(folder.join(".gitignore")).unwrap_or_default();
    let patterns: Vec<Pattern> = ignore.lines().filter_map(pattern).collect();
    let mut found = Vec::new();
    walk(folder, "", &patterns, &mut found);
    found
}

fn walk(folder: &Path, prefix: &str, patterns: &[Pattern], found: &mut Vec<(String, String)>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        let is_folder = entry.path().is_dir();
        if (is_folder && name == ".git") || is_ignored(&path, is_folder, patterns) {
            continue;
        }
        if is_folder {
            walk(&entry.path(), &format!("{path}/"), patterns, found);
        } else {
            let bytes = fs::read(entry.path()).unwrap_or_default();
            found.push((path, String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
}

fn pattern(line: &str) -> Option<Pattern> {
    let line = line.trim_end();
    if line.is_empty() || line.starts_with('#') {
        return None;
    }
    let (negated, line) = match line.strip_prefix('!') {
        Some(rest) => (true, rest),
        None => (false, line),
    };
    let line = line.strip_prefix('\\').unwrap_or(line);
    let (folders_only, line) = match line.strip_suffix('/') {
        Some(rest) => (true, rest),
        None => (false, line),
    };
    let anchored = line.contains('/');
    let segments = line
        .trim_start_matches('/')
        .split('/')
        .map(str::to_owned)
        .collect();
    Some(Pattern {
        negated,
        folders_only,
        anchored,
        segments,
    })
}

fn is_ignored(path: &str, is_folder: bool, patterns: &[Pattern]) -> bool {
    let segments: Vec<&str> = path.split('/').collect();
    let mut ignored = false;
    for pattern in patterns {
        if pattern.folders_only && !is_folder {
            continue;
        }
        let wanted: Vec<&str> = pattern.segments.iter().map(String::as_str).collect();
        let hit = if pattern.anchored {
            matches(&wanted, &segments)
        } else {
            segments
                .last()
                .is_some_and(|name| wanted.first().is_some_and(|glob| fits(glob, name)))
        };
        if hit {
            ignored = !pattern.negated;
        }
    }
    ignored
}

fn matches(wanted: &[&str], have: &[&str]) -> bool {
    match (wanted.split_first(), have.split_first()) {
        (None, None) => true,
        (Some((&"**", rest)), _) => {
            matches(rest, have) || have.split_first().is_some_and(|(_, t)| matches(wanted, t))
        }
        (Some((glob, rest)), Some((name, tail))) => fits(glob, name) && matches(rest, tail),
        _ => false,
    }
}

fn fits(glob: &str, name: &str) -> bool {
    let mut glob_chars = glob.chars();
    match glob_chars.next() {
        None => name.is_empty(),
        Some('*') => {
            let rest = glob_chars.as_str();
            name.char_indices()
                .map(|(at, _)| at)
                .chain([name.len()])
                .any(|at| fits(rest, &name[at..]))
        }
        Some(letter) => {
            let mut name_chars = name.chars();
            name_chars
                .next()
                .is_some_and(|have| letter == '?' || letter == have)
                && fits(glob_chars.as_str(), name_chars.as_str())
        }
    }
}
