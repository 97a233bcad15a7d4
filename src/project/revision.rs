//! An integration as it was in another revision.

use std::collections::BTreeMap;

use camino::{Utf8Component, Utf8Path, Utf8PathBuf};

use super::find::Found;
use super::git::{Entry, Repository};
use super::read::{Compile, LIMIT, Project, load};
use crate::source::{Refusal, leaves_folder};

pub use super::git::RevisionError;

/// How many folders are looked through for an integration that has moved.
const CANDIDATES: usize = 64;

/// What a revision has of an integration.
#[derive(Debug)]
pub struct Revision {
    /// The commit, in hexadecimal.
    pub commit: String,
    /// None where there was none yet.
    pub project: Option<Project>,
    /// Where it lay, from the top of the repository, if that was another folder.
    pub moved_from: Option<Utf8PathBuf>,
}

impl Revision {
    /// Reads the integration as it was, with its files, and compiles it. If the folder
    /// had none, the one of the same name is taken whose folder is not there any more.
    ///
    /// # Errors
    /// There is no repository, no such revision, or git fails.
    pub fn load(
        found: &Found,
        name: &str,
        revision: &str,
        compile: Compile,
    ) -> Result<Self, RevisionError> {
        let repository = Repository::of(&found.folder)?;
        let commit = repository.commit(revision)?;
        let tree = Tree {
            files: repository.files(&commit)?,
            repository,
        };
        let here = tree.repository.prefix.clone();
        let mut moved_from = None;
        let mut project = None;
        if tree
            .files
            .contains_key(&format!("{here}{}", found.manifest))
        {
            project = Some(tree.project(found, &here, compile));
        } else if let Some((folder, moved)) = tree.moved(found, name, compile) {
            project = Some(moved);
            moved_from = Some(folder);
        }
        Ok(Self {
            commit,
            project,
            moved_from,
        })
    }
}

/// All files of a revision.
struct Tree {
    repository: Repository,
    files: BTreeMap<String, Entry>,
}

impl Tree {
    /// The integration below `prefix`, shown as if it lay where it lies now.
    fn project(&self, found: &Found, prefix: &str, compile: Compile) -> Project {
        load(found, compile, |path, sources| {
            let bytes = self.read(prefix, path)?;
            sources.add(path, bytes);
            Ok(())
        })
    }

    /// The one integration of this name whose manifest is not in the present tree; with
    /// its folder.
    fn moved(&self, found: &Found, name: &str, compile: Compile) -> Option<(Utf8PathBuf, Project)> {
        let top = self.repository.top();
        let is_gone = |path: &&String| !top.join(path.as_str()).exists();
        let is_manifest =
            |path: &&String| Utf8Path::new(path).file_name() == Some(found.manifest.as_str());
        let gone = self.files.keys().filter(is_manifest).filter(is_gone);
        let mut of_the_name = gone.take(CANDIDATES).filter_map(|path| {
            let prefix = path.strip_suffix(&found.manifest)?;
            let project = self.project(found, prefix, compile);
            let phases = project.compilation.phases.as_ref()?;
            (phases.model.name == name).then(|| (Utf8PathBuf::from(prefix), project))
        });
        let only = of_the_name.next();
        if of_the_name.next().is_some() {
            return None;
        }
        only
    }

    fn read(&self, prefix: &str, path: &str) -> Result<Vec<u8>, Refusal> {
        if leaves_folder(path) {
            return Err(Refusal::Outside);
        }
        let names = Utf8Path::new(path).components();
        let names: Vec<&str> = names
            .filter_map(|part| match part {
                Utf8Component::Normal(name) => Some(name),
                _ => None,
            })
            .collect();
        let full = format!("{prefix}{}", names.join("/"));
        let Some(entry) = self.files.get(&full) else {
            let below = format!("{full}/");
            let mut next = self.files.range(below.clone()..);
            let is_folder = next
                .next()
                .is_some_and(|(path, _)| path.starts_with(&below));
            return Err(if is_folder {
                Refusal::Unreadable("it is a folder".to_owned())
            } else if self.is_behind_link(&full) {
                Refusal::Unreadable(LINK.to_owned())
            } else {
                Refusal::Missing
            });
        };
        if entry.mode == "120000" {
            return Err(Refusal::Unreadable(LINK.to_owned()));
        }
        let Some(size) = entry.size else {
            return Err(Refusal::Unreadable("it is a submodule".to_owned()));
        };
        let too_large = |size| Refusal::TooLarge { size, limit: LIMIT };
        if size > LIMIT {
            return Err(too_large(size));
        }
        let bytes = self
            .repository
            .contents(&full, entry)
            .map_err(|why| Refusal::Unreadable(why.to_string()))?;
        if bytes.len() as u64 > LIMIT {
            return Err(too_large(bytes.len() as u64));
        }
        Ok(bytes)
    }

    /// Whether a folder on the way is a link.
    fn is_behind_link(&self, path: &str) -> bool {
        let mut folders = Utf8Path::new(path).ancestors().skip(1);
        folders.any(|folder| {
            let entry = self.files.get(folder.as_str());
            entry.is_some_and(|entry| entry.mode == "120000")
        })
    }
}

/// Where a link led to in another revision, nobody knows.
const LINK: &str = "it is a symbolic link, and those of another revision are not followed";
