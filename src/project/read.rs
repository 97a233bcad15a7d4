//! Reads an integration: the manifest, then whatever the compilation asks for.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};

use camino::{Utf8Path, Utf8PathBuf};

use super::disk::describe;
use super::find::{Found, NotFound};
use crate::compile::Compilation;
use crate::diagnostics::codes::files::{FILE_TOO_LARGE, FILE_UNREADABLE, MANIFEST_MISSING};
use crate::diagnostics::{Diagnostic, Severity};
use crate::source::{Refusal, Sources, Span, leaves_folder};

/// The largest file that is read, in bytes. The largest `OpenAPI` documents in public
/// use are about half of it.
pub(super) const LIMIT: u64 = 64 << 20;

/// What is done with sources, given the manifest's path.
pub type Compile = fn(&Sources, &str) -> Compilation;

/// One integration, read and compiled.
#[derive(Debug)]
pub struct Project {
    /// As it was named on the command line.
    pub folder: Utf8PathBuf,
    /// The manifest's name in `folder`; empty where there is none.
    pub manifest: String,
    /// Paths are relative to `folder`.
    pub sources: Sources,
    pub compilation: Compilation,
}

impl Project {
    /// Reads and compiles, with [`compile`](crate::compile::compile) or
    /// [`check`](crate::compile::check). What cannot be read is a diagnostic of the
    /// compilation.
    pub fn load(found: &Found, compile: Compile) -> Self {
        let folder = &found.folder;
        load(found, compile, |path, sources| {
            // The user named the manifest himself, and the manifest the rest.
            let links = if path == found.manifest {
                Links::Followed
            } else {
                Links::Inside
            };
            read(folder, path, sources, links)
        })
    }

    /// A path that led to no integration, as a project with that one finding.
    pub fn missing(not_found: &NotFound) -> Self {
        let mut sources = Sources::new();
        let file = sources.add(not_found.path.as_str(), Vec::new());
        let finding = Diagnostic::new(
            &MANIFEST_MISSING,
            Span::new(file, 0, 0),
            not_found.why.clone(),
        )
        .help("name a manifest, or a folder that holds one");
        Self::unreadable(Utf8PathBuf::new(), sources, finding)
    }

    fn unreadable(folder: Utf8PathBuf, sources: Sources, finding: Diagnostic) -> Self {
        Self {
            folder,
            manifest: String::new(),
            sources,
            compilation: Compilation {
                diagnostics: vec![finding],
                ..Compilation::default()
            },
        }
    }

    /// Whether a finding forbids to build.
    pub fn has_errors(&self) -> bool {
        self.compilation
            .diagnostics
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }

    /// The sources under the paths that people see: below the folder as it was named.
    pub fn shown_sources(&self) -> Sources {
        let mut shown = Sources::new();
        for (_, file) in self.sources.iter() {
            shown.add(self.shown(file.path()).into_string(), file.bytes());
        }
        shown
    }

    /// `path` of this integration as people see it.
    pub fn shown(&self, path: impl AsRef<Utf8Path>) -> Utf8PathBuf {
        if self.folder == "." {
            path.as_ref().to_owned()
        } else {
            self.folder.join(path)
        }
    }
}

/// Reads the manifest and whatever its compilation asks for, by `read`, which adds a file
/// to the sources.
pub(super) fn load(
    found: &Found,
    compile: Compile,
    read: impl Fn(&str, &mut Sources) -> Result<(), Refusal>,
) -> Project {
    let mut sources = Sources::new();
    let (folder, manifest) = (found.folder.clone(), found.manifest.clone());
    if let Err(why) = read(&manifest, &mut sources) {
        let file = sources.add(&manifest, Vec::new());
        let finding = refused_manifest(&manifest, &why, Span::new(file, 0, 0));
        return Project {
            manifest,
            ..Project::unreadable(folder, sources, finding)
        };
    }
    let mut asked = BTreeSet::new();
    loop {
        let compilation = compile(&sources, &manifest);
        let new: Vec<String> = compilation
            .needs
            .iter()
            .filter(|path| asked.insert((*path).clone()))
            .cloned()
            .collect();
        if new.is_empty() {
            return Project {
                folder,
                manifest,
                sources,
                compilation,
            };
        }
        for path in new {
            if let Err(why) = read(&path, &mut sources) {
                sources.refuse(path, why);
            }
        }
    }
}

fn refused_manifest(manifest: &str, why: &Refusal, span: Span) -> Diagnostic {
    match why {
        Refusal::TooLarge { size, limit } => Diagnostic::new(
            &FILE_TOO_LARGE,
            span,
            format!(
                "`{manifest}` has {} MiB, more than the {} MiB that are read",
                size.div_ceil(1 << 20),
                limit >> 20
            ),
        )
        .help("split the integration into several"),
        Refusal::Missing => Diagnostic::new(
            &MANIFEST_MISSING,
            span,
            format!("there is no file `{manifest}`"),
        )
        .help("name a manifest, or a folder that holds one"),
        Refusal::Outside => Diagnostic::new(
            &FILE_UNREADABLE,
            span,
            format!("`{manifest}` lies outside its folder"),
        ),
        Refusal::Unreadable(why) => Diagnostic::new(
            &FILE_UNREADABLE,
            span,
            format!("`{manifest}` cannot be read: {why}"),
        )
        .help("name a regular file that you may read"),
    }
}

/// Whether a symbolic link may lead out of the folder.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Links {
    /// The user named the manifest himself.
    Followed,
    /// The manifest named the file.
    Inside,
}

/// Reads `path` below `folder` into `sources`.
fn read(folder: &Utf8Path, path: &str, sources: &mut Sources, links: Links) -> Result<(), Refusal> {
    if leaves_folder(path) {
        return Err(Refusal::Outside);
    }
    let full = folder.join(path);
    if links == Links::Inside {
        let real = full.canonicalize_utf8().map_err(refusal)?;
        let root = folder.canonicalize_utf8().map_err(refusal)?;
        if !real.starts_with(root) {
            return Err(Refusal::Outside);
        }
    }
    // Opening a pipe would wait for its writer, so the kind is asked first.
    let metadata = fs::metadata(&full).map_err(refusal)?;
    if metadata.is_dir() {
        return Err(Refusal::Unreadable("it is a folder".to_owned()));
    }
    if !metadata.is_file() {
        return Err(Refusal::Unreadable("it is not a regular file".to_owned()));
    }
    let too_large = |size| Refusal::TooLarge { size, limit: LIMIT };
    if metadata.len() > LIMIT {
        return Err(too_large(metadata.len()));
    }
    let mut bytes = Vec::new();
    File::open(&full)
        .and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes))
        .map_err(refusal)?;
    if bytes.len() as u64 > LIMIT {
        return Err(too_large(bytes.len() as u64));
    }
    sources.add(path, bytes);
    Ok(())
}

fn refusal(error: io::Error) -> Refusal {
    match error.kind() {
        // The latter is `samples/order.json/x`, where `order.json` is a file.
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Refusal::Missing,
        _ => Refusal::Unreadable(describe(&error)),
    }
}
