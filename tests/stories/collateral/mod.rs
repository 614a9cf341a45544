//! The collateral library: files become pieces, are found by their words, approved by both sides and retired.

mod adding;
mod approving;
mod cleaning;
mod comparing;
mod finding;
mod in_use;
mod matrix;
mod promised;
mod proposing;
mod requests;
mod sending;
mod slips;

use std::{path::Path, sync::Arc};

use lockstep_tests::{
    library::{added, kept, piece, written},
    story::{Story, text},
};
use lockstep_workspace::{SystemEnvironment, Workspace};
use serde_json::{Value, json};

/// Opens a copy of a file that an earlier version wrote; the folder goes with the first value.
#[track_caller]
fn opened_from(fixture: &str) -> (tempfile::TempDir, Workspace) {
    let frozen = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(fixture);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.lockstep");
    std::fs::copy(frozen, &path).expect("copied");
    let workspace = lockstep_core::open(&path, Arc::new(SystemEnvironment)).expect("it opens");
    (folder, workspace)
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
