//! The same integration gives the same bytes wherever it is built, and a second build
//! leaves every file alone.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::support::folder::{Folder, repository};
use crate::support::program::{Outcome, command, gusset, outcome};

const EXAMPLES: [&str; 3] = [
    "resend-order",
    "shopify-to-quickbooks",
    "stripe-balance-to-slack",
];

/// What an integration is built from, without what was built.
fn source_of(example: &str, place: &str) -> Folder {
    let original = Folder::copy_of(&format!("examples/{example}"));
    let folder = Folder::empty();
    for (path, bytes) in original.files() {
        if !path.starts_with("versori/") {
            folder.write(&format!("{place}/{path}"), bytes);
        }
    }
    folder
}

fn built(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let copy = Folder::copy_of(folder.to_str().unwrap());
    copy.files()
}

/// Builds at one place of a new folder, `ROOT`, from a working folder in it, by a spelling
/// of the path.
fn build(example: &str, place: &str, from: &str, path: &str, set: impl Fn(&mut Command)) -> Built {
    let folder = source_of(example, place);
    std::fs::create_dir_all(folder.path().join(from)).unwrap();
    let path = path.replace("ROOT", folder.path().to_str().unwrap());
    let mut command = command(&folder.path().join(from), &["build", &path]);
    set(&mut command);
    let outcome = outcome(&mut command).ends_with(0);
    assert!(outcome.stdout.contains("created"), "{}", outcome.stdout);
    Built {
        files: built(&folder.path().join(place).join("versori")),
        outcome,
    }
}

struct Built {
    files: BTreeMap<String, Vec<u8>>,
    outcome: Outcome,
}

#[track_caller]
fn assert_same(example: &str, files: &BTreeMap<String, Vec<u8>>, other: &Built) {
    let differ: Vec<_> = files
        .keys()
        .chain(other.files.keys())
        .filter(|path| files.get(*path) != other.files.get(*path))
        .collect();
    let said = &other.outcome.stdout;
    assert!(differ.is_empty(), "{example}: {differ:?} differ\n{said}");
}

#[test]
fn the_bytes_are_the_same_everywhere() {
    for example in EXAMPLES {
        let committed = built(&repository().join("examples").join(example).join("versori"));
        assert!(committed.len() > 20, "{example}: {}", committed.len());
        let same = |built: Built| assert_same(example, &committed, &built);
        same(build(example, "x", "x", ".", |_| {}));
        // A folder and a working folder with other names, and paths in other spellings.
        same(build(
            example,
            "deep/er/é ü",
            "deep",
            "./er/../er//é ü/integration.toml",
            |_| {},
        ));
        same(build(example, "a b", "elsewhere", "../a b/", |_| {}));
        same(build(example, "x", "elsewhere", "ROOT/x", |_| {}));
        // Another person, language and part of the world.
        same(build(example, "x", "x", ".", |command| {
            command
                .env("LC_ALL", "tr_TR.UTF-8")
                .env("LANG", "ja_JP.SJIS")
                .env("LANGUAGE", "ar")
                .env("TZ", "Pacific/Kiritimati")
                .env("HOME", "/nowhere/at all")
                .env("USER", "somebody")
                .env("HOSTNAME", "elsewhere")
                .env("SOURCE_DATE_EPOCH", "0")
                .env("TMPDIR", "/tmp")
                .env("COLUMNS", "31")
                .env("CLICOLOR_FORCE", "1");
        }));
        same(build(example, "x", "x", ".", |command| {
            command.env_clear();
        }));
        same(build(example, "x", "x", ".", |command| {
            command
                .env("TZ", "America/St_Johns")
                .env("LC_ALL", "C")
                .env_remove("HOME");
        }));
    }
}

/// Everything that a write would change of a file or a folder.
#[cfg(unix)]
fn stamps(folder: &Path) -> BTreeMap<String, [i64; 7]> {
    use std::os::unix::fs::MetadataExt;

    let mut stamps = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        let found = std::fs::symlink_metadata(&path).unwrap();
        if found.is_dir() {
            let entries = std::fs::read_dir(&path).unwrap();
            open.extend(entries.map(|entry| entry.unwrap().path()));
        }
        let stamp = [
            i64::try_from(found.ino()).unwrap(),
            i64::try_from(found.len()).unwrap(),
            i64::from(found.mode()),
            found.mtime(),
            found.mtime_nsec(),
            found.ctime(),
            found.ctime_nsec(),
        ];
        stamps.insert(path.to_str().unwrap().to_owned(), stamp);
    }
    stamps
}

#[cfg(unix)]
#[test]
fn a_second_build_writes_nothing_and_says_so() {
    for example in EXAMPLES {
        let folder = source_of(example, "x");
        let first = gusset(folder.path(), &["build", "x"]).ends_with(0);
        let before = stamps(folder.path());
        let files = before
            .keys()
            .filter(|path| path.contains("/versori/"))
            .count();
        assert!(files > 20, "{}", first.stdout);
        let written = built(&folder.path().join("x/versori")).len() - 1;
        // Also not from another place, by another spelling of the path.
        for (from, path) in [("", "x"), ("x", "."), ("x", "../x/integration.toml")] {
            let mut command = command(&folder.path().join(from), &["build", path]);
            let again = outcome(command.env("TZ", "Asia/Tokyo")).ends_with(0);
            let said = format!("unchanged: {written} files\n");
            assert!(again.stdout.ends_with(&said), "{said}{}", again.stdout);
            assert_eq!(again.stdout.lines().count(), 1, "{}", again.stdout);
            assert_eq!(
                stamps(folder.path()),
                before,
                "{example} from {from:?} by {path:?}"
            );
        }
    }
}
