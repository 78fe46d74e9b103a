//! Running git within limits.

use std::{
    env,
    ffi::{OsStr, OsString},
    fmt, fs,
    io::{self, Read},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc::{self, RecvError, RecvTimeoutError, Sender},
    thread,
    time::Duration,
};

use super::GitError;

/// How often it is asked whether to go on.
const TICK: Duration = Duration::from_millis(20);
/// After so many ticks it is looked what lies on the disk.
const LOOKED: u32 = 10;

/// What git is not to inherit: it would be led to another repository, or trace secrets.
const NOT_INHERITED: [&str; 28] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_CONFIG",
    "GIT_CURL_VERBOSE",
    "GIT_DIR",
    "GIT_EXTERNAL_DIFF",
    "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_LITERAL_PATHSPECS",
    "GIT_NAMESPACE",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_PROTOCOL_FROM_USER",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_TRACE",
    "GIT_TRACE2",
    "GIT_TRACE2_EVENT",
    "GIT_TRACE2_PERF",
    "GIT_TRACE_CURL",
    "GIT_TRACE_PACKET",
    "GIT_TRACE_PACK_ACCESS",
    "GIT_TRACE_PERFORMANCE",
    "GIT_TRACE_REDACT",
    "GIT_TRACE_SETUP",
    "GIT_WORK_TREE",
];

/// Settings that hold for every call, whatever the student's or a repository's own say.
const SETTINGS: [&str; 16] = [
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.symlinks=false",
    "core.autocrlf=false",
    "core.quotePath=false",
    "core.pager=cat",
    "color.ui=false",
    "submodule.recurse=false",
    "fetch.recurseSubmodules=false",
    "push.recurseSubmodules=no",
    "commit.gpgSign=false",
    "push.gpgSign=false",
    "tag.gpgSign=false",
    "gc.autoDetach=false",
    "maintenance.autoDetach=false",
    "protocol.version=2",
];

/// git, as this machine has it.
#[derive(Clone, Debug)]
pub struct Git {
    program: PathBuf,
    /// How ssh is called so that it never asks; `None` where the student's own way is not ssh as we know it.
    ssh: Option<OsString>,
}

/// How long, how much, and whether still.
#[derive(Clone, Copy)]
pub struct Limits<'a> {
    /// How long git may take.
    pub time: Duration,
    /// How many bytes it may say.
    pub output: usize,
    /// The folder that git writes into, and how many bytes may come to lie there.
    pub disk: Option<(&'a Path, u64)>,
    /// Whether to give up.
    pub cancelled: &'a dyn Fn() -> bool,
}

impl Limits<'static> {
    /// For what happens on this machine alone.
    pub const LOCAL: Self =
        Self { time: Duration::from_secs(60), output: 16 << 20, disk: None, cancelled: &|| false };
    /// For what goes over the network.
    pub const REMOTE: Self = Self { time: Duration::from_secs(300), ..Self::LOCAL };
}

impl fmt::Debug for Limits<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Limits")
            .field("time", &self.time)
            .field("output", &self.output)
            .field("disk", &self.disk)
            .finish_non_exhaustive()
    }
}

/// What git said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Output {
    /// On standard output.
    pub bytes: Vec<u8>,
}

impl Output {
    /// As text; what is no UTF-8 stands as U+FFFD.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The first line, trimmed.
    #[must_use]
    pub fn line(&self) -> String {
        self.text().lines().next().unwrap_or_default().trim().to_owned()
    }
}

impl Git {
    /// Looks for git where programs are.
    ///
    /// # Errors
    /// [`GitError::Missing`].
    pub fn find() -> Result<Self, GitError> {
        Self::at(Path::new("git"))
    }

    /// git at this path.
    ///
    /// # Errors
    /// [`GitError::Missing`] when no git answers there.
    pub fn at(program: &Path) -> Result<Self, GitError> {
        let mut git = Self { program: program.to_owned(), ssh: None };
        git.run(Path::new("."), ["--version"], &Limits::LOCAL).map_err(|_| GitError::Missing)?;
        git.ssh = git.quiet_ssh();
        Ok(git)
    }

    /// Carries out one command of git in the folder `dir`, which is the working copy (or any folder for `clone`).
    ///
    /// # Errors
    /// Any [`GitError`]; after [`GitError::Slow`], [`GitError::Large`], [`GitError::Heavy`] and [`GitError::Cancelled`] git and what it has
    /// started are gone.
    pub fn run<I>(&self, dir: &Path, args: I, limits: &Limits) -> Result<Output, GitError>
    where
        I: IntoIterator,
        I::Item: AsRef<OsStr>,
    {
        let args: Vec<OsString> = args.into_iter().map(|arg| arg.as_ref().to_owned()).collect();
        let settings = args.chunks(2).take_while(|pair| pair[0] == "-c").count();
        let name = args.get(2 * settings).map(|arg| arg.to_string_lossy().into_owned()).unwrap_or_default();
        let mut command = self.command(dir);
        command.args(&args);
        let failed = |error: &io::Error| match error.kind() {
            io::ErrorKind::NotFound if dir.is_dir() => GitError::Missing,
            _ => GitError::Failed { command: name.clone(), detail: error.to_string() },
        };
        let mut child = Running(command.spawn().map_err(|error| failed(&error))?);
        let said = listen(&mut child.0, limits)?;
        let status = child.0.wait().map_err(|error| failed(&error))?;
        if status.success() {
            Ok(Output { bytes: said.out })
        } else {
            Err(GitError::of(&name, &String::from_utf8_lossy(&said.err)))
        }
    }

    fn command(&self, dir: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command.current_dir(dir).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        for name in NOT_INHERITED {
            command.env_remove(name);
        }
        for (name, value) in [
            ("LC_ALL", "C"),
            ("GIT_TERMINAL_PROMPT", "0"),
            ("GIT_ASKPASS", ""),
            ("SSH_ASKPASS", ""),
            ("SSH_ASKPASS_REQUIRE", "never"),
            ("GCM_INTERACTIVE", "never"),
            ("GIT_ALLOW_PROTOCOL", "file:https:ssh"),
            ("GIT_EDITOR", ":"),
            ("GIT_SEQUENCE_EDITOR", ":"),
            ("GIT_PAGER", "cat"),
            ("GIT_LFS_SKIP_SMUDGE", "1"),
            ("GIT_TEMPLATE_DIR", ""),
            ("GIT_OPTIONAL_LOCKS", "0"),
        ] {
            command.env(name, value);
        }
        // No repository around this folder is meant.
        if let Some(above) = std::path::absolute(dir).ok().as_deref().and_then(Path::parent) {
            command.env("GIT_CEILING_DIRECTORIES", above);
        }
        if let Some(ssh) = &self.ssh {
            command.env("GIT_SSH_COMMAND", ssh);
        }
        for setting in SETTINGS {
            command.args(["-c", setting]);
        }
        // A group of its own: what it starts (ssh, a helper) can be ended with it.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command
    }

    /// The student's own way to call ssh, with the word that forbids questions.
    fn quiet_ssh(&self) -> Option<OsString> {
        let configured = || {
            let asked = self.run(Path::new("."), ["config", "--get", "core.sshCommand"], &Limits::LOCAL);
            asked.ok().map(|output| output.line()).filter(|line| !line.is_empty())
        };
        let own = env::var("GIT_SSH_COMMAND").ok().filter(|own| !own.is_empty()).or_else(configured);
        match own {
            Some(own) => is_openssh(&own).then(|| format!("{own} -o BatchMode=yes").into()),
            None if env::var_os("GIT_SSH").is_some() => None,
            None => Some("ssh -o BatchMode=yes".into()),
        }
    }
}

/// Whether a command line calls OpenSSH.
fn is_openssh(line: &str) -> bool {
    let words = shlex::split(line).unwrap_or_default();
    let program =
        words.first().map(|word| word.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase());
    matches!(program.as_deref(), Some("ssh" | "ssh.exe"))
}

/// A process that does not outlive this value.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        if matches!(self.0.try_wait(), Ok(Some(_))) {
            return;
        }
        #[cfg(unix)]
        if let Some(group) = i32::try_from(self.0.id()).ok().and_then(rustix::process::Pid::from_raw) {
            let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[derive(Default)]
struct Said {
    out: Vec<u8>,
    err: Vec<u8>,
}

enum Heard {
    Out(Vec<u8>),
    Err(Vec<u8>),
    End,
    /// Another [`TICK`] has passed.
    Tick,
}

/// Reads both streams until both end.
fn listen(child: &mut Child, limits: &Limits) -> Result<Said, GitError> {
    let (say, heard) = mpsc::channel();
    if let Some(out) = child.stdout.take() {
        read(out, say.clone(), Heard::Out);
    }
    if let Some(err) = child.stderr.take() {
        read(err, say.clone(), Heard::Err);
    }
    let _ticking = tick(say);
    let mut said = Said::default();
    let (mut open, mut ticks) = (2, 0_u32);
    while open > 0 {
        if (limits.cancelled)() {
            return Err(GitError::Cancelled);
        }
        match heard.recv() {
            Ok(Heard::Out(bytes)) => said.out.extend(bytes),
            Ok(Heard::Err(bytes)) => said.err.extend(bytes),
            Ok(Heard::End) => open -= 1,
            Ok(Heard::Tick) => {
                ticks += 1;
                if ticks.is_multiple_of(LOOKED) {
                    check_disk(limits)?;
                }
            }
            Err(RecvError) => break,
        }
        if said.out.len() + said.err.len() > limits.output {
            return Err(GitError::Large { bytes: limits.output });
        }
        if TICK * ticks > limits.time {
            return Err(GitError::Slow { seconds: limits.time.as_secs() });
        }
    }
    check_disk(limits)?;
    Ok(said)
}

/// Says that a tick has passed, whatever else is said, until the answer is dropped. No clock is read for that.
fn tick(to: Sender<Heard>) -> Sender<()> {
    let (stop, stopped) = mpsc::channel();
    thread::spawn(move || {
        while stopped.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) && to.send(Heard::Tick).is_ok() {}
    });
    stop
}

/// A repository may be larger than it seems: nobody is to find the disk full.
fn check_disk(limits: &Limits) -> Result<(), GitError> {
    match limits.disk {
        Some((folder, most)) if lies_in(folder) > most => Err(GitError::Heavy { bytes: most }),
        _ => Ok(()),
    }
}

/// How many bytes lie in a folder. What vanishes while one looks counts nothing.
fn lies_in(folder: &Path) -> u64 {
    let (mut bytes, mut open) = (0, vec![folder.to_owned()]);
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.metadata() {
                Ok(metadata) if metadata.is_dir() => open.push(entry.path()),
                Ok(metadata) => bytes += metadata.len(),
                Err(_) => {}
            }
        }
    }
    bytes
}

fn read(mut from: impl Read + Send + 'static, to: Sender<Heard>, as_: fn(Vec<u8>) -> Heard) {
    thread::spawn(move || {
        let mut buffer = [0; 8192];
        loop {
            match from.read(&mut buffer) {
                Ok(0) => break,
                Ok(n) => {
                    if to.send(as_(buffer[..n].to_vec())).is_err() {
                        return;
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => break,
            }
        }
        let _ = to.send(Heard::End);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_openssh_is_told_not_to_ask() {
        assert!(is_openssh("ssh -i key"));
        assert!(is_openssh("/usr/bin/ssh"));
        assert!(is_openssh("'C:/Program Files/OpenSSH/ssh.exe' -v"));
        assert!(!is_openssh("plink -batch"));
        assert!(!is_openssh(""));
    }
}
