//! What the fault tests share.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
};

use lockstep_core::collateral::files;
use lockstep_tests::story::Story;
use lockstep_workspace::{Error, SystemEnvironment, Workspace};
use serde_json::{Value, json};

/// A story whose plan 2027 is signed and has a few lines, closed, and where its file is.
pub fn signed_story() -> Story {
    let mut story = Story::new();
    story.begin_plan(2027);
    let plan = story.make_ready(2027);
    for name in ["Road show", "Customer day", "New web site"] {
        story.call(
            "add_initiative",
            json!({ "plan": plan, "values": { "name": name, "budget": 1_250_000 } }),
        );
    }
    story.call(
        "add_risk",
        json!({ "plan": plan, "values": { "name": "The long winter", "response": "We sell umbrellas" } }),
    );
    story.sign_plan(&plan);
    story.call(
        "edit_plan",
        json!({ "id": plan, "change": { "positioning": "0" } }),
    );
    story
}

/// Closes a story's workspace and keeps its file.
pub fn closed(story: Story) -> (PathBuf, tempfile::TempDir) {
    let (path, folder) = story.into_folder();
    (path, folder)
}

pub fn open(path: &Path) -> Result<Workspace, Error> {
    lockstep_core::open(path, Arc::new(SystemEnvironment))
}

/// Opens a workspace that must open.
#[track_caller]
pub fn opens(path: &Path) -> Workspace {
    open(path).unwrap_or_else(|error| panic!("{} does not open: {error:?}", path.display()))
}

/// Opens a file that must be refused, and checks that neither it nor its folder was touched.
#[track_caller]
pub fn refused(path: &Path) -> Error {
    let folder = path.parent().expect("a folder");
    let before = contents(folder);
    let error = open(path)
        .err()
        .unwrap_or_else(|| panic!("{} was opened", path.display()));
    assert!(
        contents(folder) == before,
        "what was refused was touched: {error:?}"
    );
    assert!(error.hint.is_some(), "nothing says what to do next: {error:?}");
    error
}

/// All bytes of all files of a folder.
pub fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    entries
        .map(|entry| entry.expect("an entry"))
        .filter(|entry| entry.file_type().expect("a kind").is_file())
        .map(|entry| {
            (
                entry.path(),
                std::fs::read(entry.path()).expect("a readable file"),
            )
        })
        .collect()
}

/// The positioning line of plan 2027, in which the stories and the writer count.
#[track_caller]
pub fn number(workspace: &mut Workspace) -> u64 {
    let page = workspace
        .call("open_plan", json!({ "year": 2027 }))
        .expect("the plan is there");
    page["plan"]["positioning"]
        .as_str()
        .and_then(|line| line.parse().ok())
        .expect("a number")
}

/// Writes a number into the positioning line of plan 2027.
pub fn set_number(workspace: &mut Workspace, number: u64) -> Result<Value, Error> {
    let plan = workspace.call("open_plan", json!({ "year": 2027 }))?["plan"]["id"].clone();
    workspace.call(
        "edit_plan",
        json!({ "id": plan, "change": { "positioning": number.to_string() } }),
    )
}

#[track_caller]
pub fn clean(workspace: &Workspace) {
    let report = workspace.check().expect("the check runs to its end");
    assert!(report.ok && report.problems.is_empty(), "{:#?}", report.problems);
    assert!(
        report.rows > 0 && report.agreements > 0,
        "the check looked at nothing: {report:?}"
    );
}

/// Holds the bytes of every version against its hash, and returns how many there are.
#[track_caller]
pub fn has_all_bytes(workspace: &Workspace) -> usize {
    let reader = workspace.reader().expect("it reads");
    let mut statement = reader
        .db()
        .prepare("SELECT DISTINCT hash FROM piece_version ORDER BY hash")
        .expect("the versions");
    let hashes: Vec<String> = statement
        .query_map([], |row| row.get(0))
        .and_then(Iterator::collect)
        .expect("hashes");
    for hash in &hashes {
        files::bytes_of(&reader, hash).expect("bytes that are what they were");
    }
    hashes.len()
}

/// How many pieces the library has.
pub fn pieces(workspace: &mut Workspace) -> u64 {
    workspace
        .call("list_pieces", json!({ "filter": { "states": [] } }))
        .expect("the library")["total"]
        .as_u64()
        .expect("a number")
}

/// The writer in another process.
pub struct Writer {
    pub child: Child,
    pub lines: std::io::Lines<BufReader<std::process::ChildStdout>>,
}

impl Writer {
    pub fn start(words: &[&str]) -> Self {
        Self::spawn(Command::new(env!("CARGO_BIN_EXE_writer")).args(words))
    }

    pub fn spawn(command: &mut Command) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the writer starts");
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        Self { child, lines }
    }

    /// Waits for its next line.
    pub fn hear(&mut self) -> Option<String> {
        self.lines.next().map(|line| line.expect("a line"))
    }

    /// Kills it (SIGKILL) and returns all it still said.
    pub fn kill(mut self) -> Vec<String> {
        self.child.kill().expect("it can be killed");
        let rest = self.lines.map_while(Result::ok).collect();
        self.child.wait().expect("it ends");
        rest
    }
}

/// Numbers that look like chance and are the same every time.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}
