//! Whatever is added, removed, taken back, backed up and gone back to, in whatever order: cleaning never removes bytes that the
//! library, the undo history or a backup refers to, and leaves none that nothing refers to.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use lockstep_core::collateral::{
    PreparedFile, add_files, add_version, files, keep_file, prepare_file, remove_unused_files,
};
use lockstep_documents::Reader;
use lockstep_tests::processes::program;
use lockstep_workspace::{BackupKind, Environment, SystemEnvironment, Workspace};
use proptest::prelude::*;

use super::*;

/// What people and the program do.
#[derive(Debug, Clone)]
enum Step {
    Add(usize),
    AddVersion(usize, usize),
    KeepAndCancel(usize),
    Remove(usize),
    Undo,
    Redo,
    Clean,
    BackUp { minutes: i64 },
    GoBack(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let file = 0..5_usize;
    let step = prop_oneof![
        3 => file.clone().prop_map(Step::Add),
        2 => (0..4_usize, file.clone()).prop_map(|(piece, file)| Step::AddVersion(piece, file)),
        1 => file.prop_map(Step::KeepAndCancel),
        2 => (0..4_usize).prop_map(Step::Remove),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        3 => Just(Step::Clean),
        3 => (1..90_i64).prop_map(|minutes| Step::BackUp { minutes }),
        1 => (0..4_usize).prop_map(Step::GoBack),
    ];
    prop::collection::vec(step, 8..24)
}

/// Does a step; what cannot be done is not done.
fn take(story: &mut Story, prepared: &[PreparedFile], step: &Step) {
    let pieces = story.call("list_pieces", json!({ "filter": { "states": [] } }))["pieces"].clone();
    let piece = |number: usize| pieces[number]["piece"]["id"].clone();
    match *step {
        Step::Add(file) => {
            let facts = keep_file(&mut story.workspace, &prepared[file]).expect("kept");
            add_files(&mut story.workspace, vec![facts]).expect("added");
        }
        Step::AddVersion(number, file) => {
            if let Ok(piece) = serde_json::from_value(piece(number)) {
                let facts = keep_file(&mut story.workspace, &prepared[file]).expect("kept");
                // A file that is a piece already is no version of another.
                let _ = add_version(&mut story.workspace, piece, facts);
            }
        }
        Step::KeepAndCancel(file) => {
            keep_file(&mut story.workspace, &prepared[file]).expect("kept");
        }
        Step::Remove(number) => {
            if piece(number).is_string() {
                story.call("remove_piece", json!({ "id": piece(number) }));
            }
        }
        Step::Undo | Step::Redo => {
            let name = if matches!(step, Step::Undo) {
                "undo"
            } else {
                "redo"
            };
            let _ = story.workspace.call(name, json!({}));
        }
        Step::Clean => {
            remove_unused_files(&mut story.workspace).expect("cleaned");
        }
        Step::BackUp { minutes } => {
            story.clock.set(story.clock.now() + TimeDelta::minutes(minutes));
            story.workspace.back_up(BackupKind::Routine).expect("a backup");
        }
        Step::GoBack(number) => {
            let listed = story.workspace.backups().expect("a list");
            if let Some(backup) = listed.get(number) {
                story.workspace.restore_backup(&backup.name).expect("restored");
            }
        }
    }
}

/// Holds the bytes of every version against its hash.
fn has_what_it_refers_to(workspace: &Workspace) -> BTreeSet<String> {
    let reader = workspace.reader().expect("it reads");
    let hashes: BTreeSet<String> = reader
        .db()
        .prepare("SELECT hash FROM piece_version")
        .and_then(|mut versions| versions.query_map([], |row| row.get(0))?.collect())
        .expect("hashes");
    for hash in &hashes {
        files::bytes_of(&reader, hash).expect("bytes that are what they were");
    }
    hashes
}

/// The bytes that stand in a file.
fn kept_in(workspace: &Workspace) -> BTreeSet<String> {
    let reader = workspace.reader().expect("it reads");
    reader
        .db()
        .prepare("SELECT hash FROM blob")
        .and_then(|mut blobs| blobs.query_map([], |row| row.get(0))?.collect())
        .expect("hashes")
}

/// Opens every backup, holds its bytes against their names, and returns what all of them have.
fn backups_have_what_they_refer_to(story: &Story) -> BTreeSet<String> {
    let folder = story.path().with_extension("backups");
    let mut all = BTreeSet::new();
    for backup in story.workspace.backups().expect("a list") {
        let opened = lockstep_core::open(&folder.join(backup.name), std::sync::Arc::new(SystemEnvironment))
            .expect("every backup that is listed opens");
        has_what_it_refers_to(&opened);
        all.extend(kept_in(&opened));
    }
    all
}

fn prepared() -> Vec<PreparedFile> {
    let folder = tempfile::tempdir().expect("a folder");
    let reader = Reader::new(Some(program("lockstep-cli").expect("the reader is built")));
    (0..5)
        .map(|number| {
            let path = folder.path().join(format!("{number}.txt"));
            std::fs::write(&path, format!("Words of number {number}.")).expect("a file");
            prepare_file(&path, &reader, &mut || true).expect("it is read")
        })
        .collect()
}

#[test]
fn cleaning_never_removes_what_anything_refers_to() {
    let prepared = prepared();
    let runs = ProptestConfig {
        cases: 16,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(runs, |(steps in steps())| {
        let mut story = Story::new();
        story.sits("Mika");
        for step in &steps {
            take(&mut story, &prepared, step);
            has_what_it_refers_to(&story.workspace);
        }
        // All that was done is taken back and done again, cleaned at every turn: the history has its bytes, too.
        for name in ["undo", "redo"] {
            while story.workspace.call(name, json!({})).is_ok() {
                remove_unused_files(&mut story.workspace).expect("cleaned");
                has_what_it_refers_to(&story.workspace);
            }
        }
        prop_assert!(story.workspace.check().expect("a check").ok);
        take(&mut story, &prepared, &Step::BackUp { minutes: 61 });
        let needed = backups_have_what_they_refer_to(&story);
        let beside = story.path().with_extension("backups").join("files");
        let beside: BTreeSet<String> = std::fs::read_dir(beside)
            .into_iter()
            .flatten()
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("a hash"))
            .collect();
        prop_assert_eq!(beside, needed);
    });
}
