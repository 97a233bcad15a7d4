//! Runs the platform's command line: without a terminal, so that no prompt is reached, and
//! not for ever.

use std::fs::File;
use std::io;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
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
            let line = self.redactor.clean(&line);
            anstream::eprint!("{}", super::super::terminal::visible(&line));
        }
        let mut answer = self.run(words).unwrap_or_else(|error| Answer {
            end: End::NotStarted(describe(&self.program, &error)),
            stdout: String::new(),
            stderr: String::new(),
        });
        answer.stderr = self.redactor.clean(beginning(&answer.stderr));
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
            .collect::<io::Result<_>>()
            .map_err(|error| format!("the guard cannot be shared: {error}"))?;
        Ok(())
    }

    #[cfg(unix)]
    fn share(&self, command: &mut Command) -> io::Result<()> {
        use command_fds::{CommandFdExt, FdMapping};
        let mut mappings = Vec::with_capacity(self.held.len());
        for (file, child_fd) in self.held.iter().zip(FIRST..) {
            let parent_fd = file.try_clone()?.into();
            mappings.push(FdMapping {
                parent_fd,
                child_fd,
            });
        }
        command.fd_mappings(mappings).map_err(io::Error::other)?;
        Ok(())
    }

    #[cfg(not(unix))]
    fn share(&self, _: &mut Command) -> io::Result<()> {
        Ok(())
    }

    fn run(&self, words: &[String]) -> io::Result<Answer> {
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
        let (send, told) = mpsc::channel();
        let stdout = reader(child.stdout().take(), send.clone());
        let stderr = reader(child.stderr().take(), send);
        let (status, ending) = wait(&mut *child, &told, self.timeout)?;
        if ending != Ending::Whole {
            // It may have ended in this moment; what it left running ends with it.
            let _ = child.start_kill();
            if status.is_none() {
                let _ = child.wait();
            }
        }
        let end = match status {
            _ if ending == Ending::TooMuch => End::TooMuch,
            Some(status) if status.success() => End::Succeeded,
            Some(_) => End::Failed,
            None => End::TimedOut,
        };
        Ok(Answer {
            end,
            stdout: taken(&stdout),
            stderr: taken(&stderr),
        })
    }
}

#[cfg(unix)]
fn in_own_session(command: Command) -> io::Result<Box<dyn ChildWrapper>> {
    CommandWrap::from(command)
        .wrap(process_wrap::std::ProcessSession)
        .spawn()
}

#[cfg(not(unix))]
fn in_own_session(command: Command) -> io::Result<Box<dyn ChildWrapper>> {
    CommandWrap::from(command).spawn()
}

/// The most that is read of one stream, in bytes: far more than any answer.
const MOST: usize = 128 << 20;

/// How long a stream that something else holds open is read after the program's end.
const GRACE: Duration = Duration::from_secs(1);

/// How often it is looked whether a program that says nothing has ended.
const PAUSE: Duration = Duration::from_millis(50);

/// What a stream has said so far. Its reader is never waited for: a program of another
/// session may hold the stream open for ever.
type Said = Arc<Mutex<Vec<u8>>>;

/// That a stream has come to its end, or beyond what is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Read {
    All,
    TooMuch,
}

/// How waiting for a program came to its end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// It has ended, and so have its streams.
    Whole,
    /// Something is left running.
    Cut,
    TooMuch,
}

/// Reads a stream to its end, and says so.
fn reader(stream: Option<impl io::Read + Send + 'static>, told: mpsc::Sender<Read>) -> Said {
    let said = Said::default();
    let ours = Arc::clone(&said);
    std::thread::spawn(move || {
        let end = stream.map_or(Read::All, |stream| read(stream, &ours));
        // Nobody may be waiting any more.
        let _ = told.send(end);
    });
    said
}

fn read(mut stream: impl io::Read, said: &Said) -> Read {
    let mut buffer = vec![0; 64 << 10];
    loop {
        let part = match stream.read(&mut buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            // What was read until an error is what it said.
            Ok(0) | Err(_) => return Read::All,
            Ok(count) => buffer.get(..count).unwrap_or_default(),
        };
        let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
        if said.len() + part.len() > MOST {
            return Read::TooMuch;
        }
        said.extend_from_slice(part);
    }
}

/// As much of an error as can matter, by whole lines, so that no secret is cut in two.
fn beginning(text: &str) -> &str {
    const LONGEST: usize = 64 << 10;
    if text.len() <= LONGEST {
        return text;
    }
    let ends = text.match_indices('\n').map(|(at, _)| at);
    let end = ends.take_while(|at| *at <= LONGEST).last();
    text.get(..end.unwrap_or_default()).unwrap_or_default()
}

/// Waits until a program and its streams have ended, or may go on no longer.
fn wait(
    child: &mut dyn ChildWrapper,
    told: &mpsc::Receiver<Read>,
    timeout: Duration,
) -> io::Result<(Option<ExitStatus>, Ending)> {
    let mut until = Instant::now() + timeout;
    let mut streams = 2;
    let mut status = None;
    let mut pause = Duration::from_micros(200);
    loop {
        let left = until.saturating_duration_since(Instant::now());
        if streams > 0 {
            match told.recv_timeout(left.min(PAUSE)) {
                Ok(Read::TooMuch) => return Ok((status, Ending::TooMuch)),
                Ok(Read::All) => {
                    streams -= 1;
                    continue;
                }
                Err(mpsc::RecvTimeoutError::Timeout) => {}
                Err(mpsc::RecvTimeoutError::Disconnected) => streams = 0,
            }
        }
        if status.is_none() {
            status = child.try_wait()?;
            if status.is_some() && streams > 0 {
                until = until.min(Instant::now() + GRACE);
            }
        }
        if streams == 0 && status.is_some() {
            return Ok((status, Ending::Whole));
        }
        if left.is_zero() {
            return Ok((status, Ending::Cut));
        }
        if streams == 0 {
            std::thread::sleep(pause.min(left));
            pause = (pause * 2).min(PAUSE);
        }
    }
}

/// What a stream has said, as text.
fn taken(said: &Said) -> String {
    let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
    String::from_utf8(std::mem::take(&mut *said))
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn describe(program: &Utf8Path, error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::NotFound {
        return format!(
            "`{program}` is not there: install the Versori command line, or name it by --versori PATH"
        );
    }
    format!("`{program}` does not run: {error}")
}
