//! Runs the platform's command line: without a terminal, so that no prompt is reached, and
//! not for ever.

use std::fs::File;
use std::io::Read;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};
use process_wrap::std::{ChildWrapper, CommandWrap};

use super::redact::Redactor;
use crate::execute::{Answer, CommandLine, End};
use crate::project::Guard;

/// The `versori` of this run.
#[derive(Debug)]
pub(in crate::cli) struct Versori {
    pub(in crate::cli) program: Utf8PathBuf,
    /// Where it runs: a folder without a `.versori`, which would name another project.
    pub(in crate::cli) folder: Utf8PathBuf,
    /// How long one call may take.
    pub(in crate::cli) timeout: Duration,
    /// What must not be shown of its errors.
    pub(in crate::cli) redactor: Redactor,
    /// Whether each call is told on standard error.
    pub(in crate::cli) trace: bool,
    /// Files that every call holds open, and locked, for as long as it runs.
    pub(in crate::cli) held: Vec<File>,
}

impl CommandLine for Versori {
    fn call(&self, words: &[String]) -> Answer {
        if self.trace {
            let line = format!("versori {}\n", words.join(" "));
            anstream::eprint!("{}", super::super::terminal::visible(&line));
        }
        let mut answer = self.run(words).unwrap_or_else(|error| Answer {
            end: End::NotStarted(describe(&self.program, &error)),
            stdout: String::new(),
            stderr: String::new(),
        });
        answer.stderr = self.redactor.clean(&answer.stderr);
        answer
    }
}

/// The first number of a file that a call holds; those below are its streams.
#[cfg(unix)]
const FIRST: i32 = 3;

impl Versori {
    /// Has every call hold a guard.
    ///
    /// # Errors
    /// When the system has no more handles.
    pub(super) fn hold(&mut self, guard: &Guard) -> Result<(), String> {
        let handles = guard.handles().into_iter().map(File::try_clone);
        self.held = handles
            .collect::<std::io::Result<_>>()
            .map_err(|error| format!("the guard cannot be shared: {error}"))?;
        Ok(())
    }

    #[cfg(unix)]
    fn share(&self, command: &mut Command) -> std::io::Result<()> {
        use command_fds::{CommandFdExt, FdMapping};
        let mut mappings = Vec::with_capacity(self.held.len());
        for (file, child_fd) in self.held.iter().zip(FIRST..) {
            let parent_fd = file.try_clone()?.into();
            mappings.push(FdMapping {
                parent_fd,
                child_fd,
            });
        }
        command
            .fd_mappings(mappings)
            .map_err(std::io::Error::other)?;
        Ok(())
    }

    #[cfg(not(unix))]
    fn share(&self, _: &mut Command) -> std::io::Result<()> {
        Ok(())
    }

    fn run(&self, words: &[String]) -> std::io::Result<Answer> {
        let mut command = Command::new(&self.program);
        command
            .args(words)
            .current_dir(&self.folder)
            // In a dumb terminal its forms take the end of input for an answer, and its
            // dump of requests holds the token.
            .env_remove("TERM")
            .env_remove("HTTP_DEBUG")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        self.share(&mut command)?;
        let mut child = in_own_session(command)?;
        let (send, ended) = mpsc::channel();
        let stdout = reader(child.stdout().take(), send.clone());
        let stderr = reader(child.stderr().take(), send);
        let deadline = Instant::now() + self.timeout;
        // Both streams end with the program; whatever it left running is ended with it.
        let both = (0..2).all(|_| {
            let left = deadline.saturating_duration_since(Instant::now());
            ended.recv_timeout(left).is_ok()
        });
        let status = if both {
            wait(&mut *child, deadline)?
        } else {
            None
        };
        let end = match status {
            Some(status) if status.success() => End::Succeeded,
            Some(_) => End::Failed,
            None => {
                // It may have ended in this moment.
                let _ = child.kill();
                End::TimedOut
            }
        };
        Ok(Answer {
            end,
            stdout: stdout.join().unwrap_or_default(),
            stderr: stderr.join().unwrap_or_default(),
        })
    }
}

#[cfg(unix)]
fn in_own_session(command: Command) -> std::io::Result<Box<dyn ChildWrapper>> {
    CommandWrap::from(command)
        .wrap(process_wrap::std::ProcessSession)
        .spawn()
}

#[cfg(not(unix))]
fn in_own_session(command: Command) -> std::io::Result<Box<dyn ChildWrapper>> {
    CommandWrap::from(command).spawn()
}

/// Reads a stream to its end, and says so.
fn reader(
    stream: Option<impl Read + Send + 'static>,
    ended: mpsc::Sender<()>,
) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            // What was read until an error is what it said.
            let _ = stream.read_to_end(&mut bytes);
        }
        // Nobody may be waiting any more.
        let _ = ended.send(());
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// Waits for the end of a program that has closed its streams.
fn wait(
    child: &mut dyn ChildWrapper,
    deadline: Instant,
) -> std::io::Result<Option<std::process::ExitStatus>> {
    let mut pause = Duration::from_micros(200);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if Instant::now() >= deadline {
            return Ok(None);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(50));
    }
}

fn describe(program: &Utf8Path, error: &std::io::Error) -> String {
    if error.kind() == std::io::ErrorKind::NotFound {
        return format!(
            "`{program}` is not there: install the Versori command line, or name it by --versori PATH"
        );
    }
    format!("`{program}` does not run: {error}")
}
