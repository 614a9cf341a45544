//! The collateral library: files become pieces, are found by their words, approved by both sides and retired.

mod adding;
mod approving;
mod finding;

use std::path::{Path, PathBuf};

use lockstep_core::collateral::{AddedFile, FileFacts, add_files, keep_file, prepare_file};
use lockstep_documents::Reader;
use lockstep_tests::{
    processes::program,
    story::{Story, text},
};
use lockstep_workspace::Error;
use serde_json::{Value, json};

/// Returns the reader that the programs have: a child process.
fn reader() -> Reader {
    Reader::new(Some(program("lockstep-cli").expect("the reader is built")))
}

/// Reads a file and keeps its bytes.
fn kept(story: &mut Story, path: &Path) -> Result<FileFacts, Error> {
    let file = prepare_file(path, &reader(), &mut || true)?;
    keep_file(&mut story.workspace, &file)
}

/// Writes a file and returns where it is.
fn written(story: &Story, name: &str, content: &[u8]) -> PathBuf {
    let path = story.folder().join(name);
    std::fs::write(&path, content).expect("a file");
    path
}

/// Adds files in one step.
#[track_caller]
fn added(story: &mut Story, paths: &[PathBuf]) -> Vec<AddedFile> {
    let facts = paths
        .iter()
        .map(|path| kept(story, path).expect("it is kept"))
        .collect();
    add_files(&mut story.workspace, facts).expect("they are added")
}

/// Adds a text as a piece, and returns the piece's id.
#[track_caller]
fn piece(story: &mut Story, name: &str, content: &str) -> String {
    let path = written(story, name, content.as_bytes());
    let [one] = &added(story, &[path])[..] else {
        panic!("one file")
    };
    one.piece.clone().expect("a piece").0
}

/// Lets one of each side approve a piece.
#[track_caller]
fn approved(story: &mut Story, piece: &str) {
    for name in ["Sasha", "Mika"] {
        story.sits(name);
        story.call("approve_piece", json!({ "id": piece }));
    }
}

fn opened(story: &mut Story, piece: &str) -> Value {
    story.call("open_piece", json!({ "id": piece }))
}

/// The titles that are found, the best first.
fn titles(story: &mut Story, input: Value) -> Vec<String> {
    let found = story.call("list_pieces", input);
    found["pieces"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| text(&one["piece"]["title"]))
        .collect()
}
