//! Runs the program and compares what it writes, to the letter.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use tempfile::TempDir;

/// Where the small dataset of the tests stands; `small` is its folder there.
pub const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data");

/// A run of the program that is being prepared, in an empty environment and a folder of its own.
#[must_use = "nothing runs before `run`"]
pub struct Test {
    args: Vec<String>,
    stdin: Vec<u8>,
    env: Vec<(String, String)>,
    folder: TempDir,
    elsewhere: Option<PathBuf>,
    stdout: String,
    stderr: String,
    status: i32,
}

/// What a run left behind.
pub struct Run {
    pub stdout: String,
    pub stderr: String,
    pub status: i32,
    folder: TempDir,
}

impl Test {
    /// The program with these arguments, on the dataset inside it.
    pub fn new<'a>(args: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            args: args.into_iter().map(str::to_owned).collect(),
            stdin: Vec::new(),
            env: Vec::new(),
            folder: TempDir::new().unwrap(),
            elsewhere: None,
            stdout: String::new(),
            stderr: String::new(),
            status: 0,
        }
    }

    /// The program with the arguments of this line, on the dataset inside it.
    pub fn line(line: &str) -> Self {
        Self::new(words(line).iter().map(String::as_str))
    }

    /// The program with the arguments of this line, on the small dataset of the tests.
    pub fn small(args: &str) -> Self {
        Self::line(args).env("CND_DATA", &format!("{DATA}/small"))
    }

    /// With one more argument.
    pub fn arg(mut self, arg: &str) -> Self {
        self.args.push(arg.to_owned());
        self
    }

    /// With an environment variable.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With a file in its folder.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// In this folder rather than in one of its own.
    pub fn in_folder(mut self, folder: impl AsRef<Path>) -> Self {
        self.elsewhere = Some(folder.as_ref().to_owned());
        self
    }

    /// With this on standard input.
    pub fn stdin(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.stdin = bytes.as_ref().to_owned();
        self
    }

    /// Expects this on standard output.
    pub fn stdout(mut self, text: &str) -> Self {
        self.stdout = text.to_owned();
        self
    }

    /// Expects this on standard error.
    pub fn stderr(mut self, text: &str) -> Self {
        self.stderr = text.to_owned();
        self
    }

    /// Expects this exit status.
    pub fn status(mut self, status: i32) -> Self {
        self.status = status;
        self
    }

    /// The command that runs it.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cnd"));
        command
            .args(&self.args)
            .env_clear()
            .envs(self.env.iter().map(|(name, value)| (name, value)))
            .current_dir(self.elsewhere.as_deref().unwrap_or(self.folder.path()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs it and compares everything that it wrote, and its exit status, with what is expected.
    #[track_caller]
    pub fn run(self) -> Run {
        let expected = (self.stdout.clone(), self.stderr.clone(), self.status);
        let args = self.args.clone();
        let run = self.output();
        let heard = if run.stderr == expected.1 { run.stderr.clone() } else { run.complaints() };
        let actual = (run.stdout.clone(), heard, run.status);
        assert!(
            actual == expected,
            "cnd {args:?}\n--- expected, status {}\n{}--- stderr\n{}--- actual, status {}\n{}--- stderr\n{}",
            expected.2,
            expected.0,
            expected.1,
            actual.2,
            actual.0,
            actual.1,
        );
        run
    }

    /// Runs it, and compares what it wrote with a refusal and this message.
    #[track_caller]
    pub fn refused(self, message: &str) -> Run {
        self.stderr(&format!("error: {message}\n")).status(2).run()
    }

    /// Runs it and gives what it wrote, whatever that is.
    pub fn output(self) -> Run {
        let mut child = self.command().spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let bytes = self.stdin;
        let writer = thread::spawn(move || {
            // A program that does not read its input may close it.
            let _ = stdin.write_all(&bytes);
        });
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        Run {
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
            status: output.status.code().unwrap(),
            folder: self.folder,
        }
    }
}

impl Run {
    /// A file that the program has left in its folder.
    pub fn file(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap()
    }

    /// The path of something in its folder.
    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// The names of all files in its folder, sorted.
    pub fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// What the program wrote, where it succeeded without a word.
    #[track_caller]
    pub fn quiet(&self) -> &str {
        assert_eq!((self.complaints().as_str(), self.status), ("", 0));
        &self.stdout
    }

    /// What it said on standard error, but for the lines that count the rows of a listing, say what these counts rest
    /// on, or name the file that was written; the transcripts hold those.
    pub fn complaints(&self) -> String {
        complaints(&self.stderr)
    }
}

/// See [`Run::complaints`].
pub fn complaints(stderr: &str) -> String {
    let counts = |line: &str| {
        let mut words = line.split(' ');
        let is_number = |word: Option<&str>| {
            word.is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit() || b == b','))
        };
        line.starts_with("wrote ")
            || [
                " assigned to their pillar",
                " counted under ",
                " counts under ",
                " known only from other documents",
                " open questions: ",
            ]
            .iter()
            .any(|words| line.contains(words))
            || [
                "gaps in ",
                "reported: ",
                "not-reported: ",
                "known only ",
                "joint: ",
                "a later document reports on ",
                "left out, as a later document ",
                "joint_work ",
                "not every activity of ",
                "current names are used",
            ]
            .iter()
            .any(|words| line.starts_with(words))
            || line.contains(" of ") && line.contains(" count under ")
            || is_number(words.next()) && (words.clone().count() == 1 || line.contains("joint"))
    };
    stderr.split_inclusive('\n').filter(|line| !counts(line.trim_end())).collect()
}

/// The words of a command line, parted by spaces; single quotes keep words together.
pub fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (i, part) in line.split('\'').enumerate() {
        if i % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// Whether there is time.
pub fn is_long() -> bool {
    std::env::var_os("CI").is_some()
}

/// Compares the text of a file with what it should be now. `BLESS=1` writes that into the file instead: read the
/// difference.
#[track_caller]
pub fn still_says(path: &Path, text: &str, now: &str) {
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, now).unwrap();
    } else {
        assert_eq!(text, now, "{}: BLESS=1 writes this into the file", path.display());
    }
}

/// Runs every command of `tests/cli/transcripts/NAME.txt` on the small dataset, and compares what it writes and
/// how it ends with what stands there. `BLESS=1` writes what it does into the file instead: read the difference.
///
/// A command is a line `$ cnd …`; its output follows, each line of standard error with `! ` in front, then
/// `= STATUS` where it is not 0. What stands before the first command is a title.
pub fn transcript(name: &str) {
    let path = format!("{}/tests/cli/transcripts/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let expected = fs::read_to_string(&path).unwrap();
    let (title, commands) = expected.split_once("$ cnd").unwrap();
    let mut blessed = title.to_owned();
    for block in commands.split("\n$ cnd") {
        let (line, _) = block.split_once('\n').unwrap_or((block, ""));
        let actual = format!("$ cnd{line}\n{}", ran(line));
        if std::env::var_os("BLESS").is_none() {
            let block = format!("$ cnd{block}");
            assert!(
                actual.trim_end_matches('\n') == block.trim_end_matches('\n'),
                "{path}\n--- expected\n{block}\n--- actual\n{actual}\nBLESS=1 takes this over"
            );
        }
        blessed.push_str(actual.trim_end_matches('\n'));
        blessed.push_str("\n\n");
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, format!("{}\n", blessed.trim_end_matches('\n'))).unwrap();
    }
}

fn ran(line: &str) -> String {
    let run = Test::line(line).env("CND_DATA", "small").in_folder(DATA).output();
    let mut text = run.stdout;
    for line in run.stderr.lines() {
        text.push_str(format!("! {line}").trim_end());
        text.push('\n');
    }
    if run.status != 0 {
        text.push_str(&format!("= {}\n", run.status));
    }
    text
}
