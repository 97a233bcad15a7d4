//! `gusset.lock` on disk.

use std::fs;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};

use super::atomic::replace;
use super::disk::{DiskError, Tried};
use crate::execute::Lock;

/// The lock of an integration, and where it lies.
#[derive(Clone, Debug)]
pub struct Bindings {
    folder: Utf8PathBuf,
    pub lock: Lock,
    /// Its bytes as they are; empty where there is none.
    pub text: String,
}

/// Its name, beside the manifest.
const NAME: &str = "gusset.lock";

impl Bindings {
    /// Reads it; one that is not there binds nothing.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn read(folder: &Utf8Path) -> Result<Self, String> {
        let path = folder.join(NAME);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => {
                let action = "read";
                let failed = DiskError {
                    action,
                    path,
                    error,
                };
                return Err(failed.to_string());
            }
        };
        let lock = Lock::read(&text).map_err(|error| error.to_string())?;
        Ok(Self {
            folder: folder.to_owned(),
            lock,
            text,
        })
    }

    /// Writes it, when it would be another.
    ///
    /// # Errors
    /// When it cannot be written; the old one is still there then.
    pub fn write(&mut self, lock: Lock) -> Result<(), DiskError> {
        let text = lock.to_text();
        if text != self.text {
            replace(&self.folder, NAME, text.as_bytes(), false)?;
            self.text = text;
        }
        self.lock = lock;
        Ok(())
    }

    /// Whether it could be written: tried before the platform is changed.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub fn try_folder(&self) -> Result<(), DiskError> {
        let probe = self.folder.join(".gusset-lock-probe");
        fs::write(&probe, self.text.as_bytes()).tried("write", &self.folder.join(NAME))?;
        fs::remove_file(&probe).tried("remove", &probe)
    }
}
