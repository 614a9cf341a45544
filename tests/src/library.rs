//! Pieces of collateral for stories: files that are read as the programs read them, in a child process.

use std::path::{Path, PathBuf};

use lockstep_core::collateral::{AddedFile, FileFacts, add_files, keep_file, prepare_file};
use lockstep_documents::Reader;
use lockstep_workspace::Error;
use serde_json::json;

use crate::{processes::program, story::Story};

/// Reads a file and keeps its bytes.
///
/// # Errors
/// As for [`prepare_file`] and [`keep_file`].
pub fn kept(story: &mut Story, path: &Path) -> Result<FileFacts, Error> {
    let reader = Reader::new(Some(program("lockstep-cli").expect("the reader is built")));
    let file = prepare_file(path, &reader, &mut || true)?;
    keep_file(&mut story.workspace, &file)
}

/// Writes a file into the story's folder and returns where it is.
pub fn written(story: &Story, name: &str, content: &[u8]) -> PathBuf {
    let path = story.folder().join(name);
    std::fs::write(&path, content).expect("a file");
    path
}

/// Adds files in one step.
#[track_caller]
pub fn added(story: &mut Story, paths: &[PathBuf]) -> Vec<AddedFile> {
    let facts = paths
        .iter()
        .map(|path| kept(story, path).expect("it is kept"))
        .collect();
    add_files(&mut story.workspace, facts).expect("they are added")
}

/// Adds a text as a piece, and returns the piece's id.
#[track_caller]
pub fn piece(story: &mut Story, name: &str, content: &str) -> String {
    let path = written(story, name, content.as_bytes());
    let became = added(story, &[path]);
    let one = became.first().and_then(|one| one.piece.clone());
    one.expect("a piece").0
}

/// Walks through a step of the sale with a piece, and leaves something to be mended. Returns the walk-through's id.
#[track_caller]
pub fn walked(story: &mut Story, piece: &str) -> String {
    let walk = story.call(
        "begin_walk_through",
        json!({ "start": "empty", "title": "The first meeting" }),
    );
    let walk = crate::story::text(&walk["id"]);
    let values = json!({ "name": "Presentation", "said": "What it does for a clinic", "piece": piece });
    let step = story.call("add_walk_step", json!({ "walk_through": walk, "values": values }));
    let values = json!({ "name": "A slide for clinics", "step": step["id"], "piece": piece });
    story.call("add_fix", json!({ "walk_through": walk, "values": values }));
    walk
}

/// Returns a web page that says little and weighs much: bytes that stand in no text of the workspace, other ones for each name.
pub fn bulky(name: &str, bytes: usize) -> Vec<u8> {
    let mut page = format!("<html><body><p>{name}</p></body></html><!--").into_bytes();
    let mut state = u64::from(crc32fast::hash(name.as_bytes()));
    while page.len() < bytes {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        page.extend(format!("{:016x}", state ^ (state >> 29)).bytes());
    }
    page.extend(b"-->");
    page
}

/// Writes a row into every table that tells how collateral fares.
#[track_caller]
pub fn in_use(story: &mut Story, piece: &str, persona: &str, phase: &str) {
    story.call(
        "record_use",
        json!({ "piece": piece, "deal": "The clinic next door", "manner": "sent", "persona": persona, "phase": phase }),
    );
    story.call("count_taken", json!({ "pieces": [piece], "how": "opened" }));
    story.call(
        "ask_for_piece",
        json!({ "kind": "generic", "piece": piece, "wanted": "Say what it does for a clinic." }),
    );
    story.call(
        "mark_matrix",
        json!({ "persona": persona, "phase": phase, "is_required": false, "because": "They ask us on the phone." }),
    );
    story.call(
        "edit_collateral_settings",
        json!({ "id": "collateral", "change": { "moved_within_days": 45 } }),
    );
    let twin = self::piece(story, "Twin.txt", "What it is, once more.");
    story.call("merge_pieces", json!({ "into": piece, "from": twin }));
    let workspace = story
        .workspace
        .reader()
        .and_then(|reader| reader.workspace_id())
        .expect("an id");
    // The sum of a note that asks for something, as the page of a field kit writes it.
    let note = [
        "Kim",
        "6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b",
        "need",
        "",
        "2026-11-20",
    ]
    .join("\u{1f}");
    let check = crc32fast::hash(format!("{note}{}A film", "\u{1f}".repeat(10)).as_bytes());
    let slip = json!({
        "lockstep": "return slip", "version": 1, "workspace": workspace, "by": "Kim",
        "notes": [{
            "id": "6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b", "kind": "need", "piece": null, "on": "2026-11-20", "deal": "",
            "persona": null, "phase": null, "manner": null, "easy_to_find": null, "fitted": null, "ready": null,
            "moved": null, "request": null, "text": "A film", "check": format!("{check:08x}")
        }]
    });
    story.call(
        "import_slips",
        json!({ "slips": [{ "file_name": "kim.json", "content": slip.to_string() }] }),
    );
}
