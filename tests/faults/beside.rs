//! What takes long is done beside the people who work: a preview in a copy, a backup of the file as it stood.

use std::process::{Command, Stdio};

use lockstep_core::leads::importing::{DataFile, ImportFiles, PreviewImport, Proposed, ReadBy, Surveyed};
use lockstep_tests::{leads, story::Story};
use lockstep_workspace::BackupKind;
use serde_json::json;

use crate::tools::{clean, number, open, opens, set_number, signed_story};

/// More than are read in two turns of the progress.
const MANY: usize = 3_000;

fn surveyed(story: &Story, content: &str) -> (DataFile, Surveyed, Proposed) {
    let path = story.folder().join("leads.csv");
    std::fs::write(&path, content).expect("a file");
    let file = DataFile::new(&path, Default::default()).read_by(ReadBy::Ourselves);
    let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
    let proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("recognised");
    (file, surveyed, proposed)
}

#[test]
fn people_work_on_while_an_import_is_previewed() {
    let mut story = signed_story();
    let (file, surveyed, proposed) = surveyed(&story, &leads::leads(1, MANY));
    let expected = story
        .workspace
        .preview_import(&file, &surveyed, &proposed, &mut |_, _| true)
        .expect("a preview");
    let snapshot = story
        .workspace
        .snapshot()
        .expect("a snapshot")
        .expect("the first");
    let mut rehearsal = snapshot.rehearsal().expect("a copy");
    let mut turns = 0;
    let report = rehearsal
        .preview_import(&file, &surveyed, &proposed, &mut |_, _| {
            turns += 1;
            set_number(&mut story.workspace, turns).expect("somebody else is not kept waiting");
            true
        })
        .expect("a preview");
    assert!(turns > 2, "{turns}");
    assert_eq!(report, expected);
    assert_eq!(number(&mut story.workspace), turns);
    assert_eq!(story.call("list_leads", json!({}))["total"], 0);
    clean(&story.workspace);
}

#[test]
fn questions_are_answered_from_before_while_an_import_is_written() {
    let mut story = signed_story();
    let (file, surveyed, proposed) = surveyed(&story, &leads::leads(1, MANY));
    let snapshot = story
        .workspace
        .snapshot()
        .expect("a snapshot")
        .expect("the first");
    let total = |name| {
        let answer = snapshot.reply(name, json!({})).expect("an answer").answer;
        let answer: serde_json::Value = serde_json::from_str(answer.get()).expect("JSON");
        answer["total"].as_i64()
    };
    let mut turns = 0;
    story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| {
            turns += 1;
            assert_eq!(total("list_leads"), Some(0));
            true
        })
        .expect("taken in");
    assert!(turns > 2, "{turns}");
    assert_eq!(total("list_leads"), Some(0), "as it was, until it is let go");
    assert!(
        snapshot.reply("add_person", json!({})).is_err(),
        "it only answers"
    );
    drop(snapshot);
    assert_eq!(story.call("list_leads", json!({}))["total"], MANY);
    clean(&story.workspace);
}

#[test]
fn a_copy_is_saved_of_what_stood_in_the_file_while_people_work_on() {
    let mut story = signed_story();
    set_number(&mut story.workspace, 1).expect("a change");
    let snapshot = story
        .workspace
        .snapshot()
        .expect("a snapshot")
        .expect("the first");
    set_number(&mut story.workspace, 2).expect("people work on");
    let copy = story.path().with_file_name("copy.lockstep");
    snapshot.save_copy(&copy).expect("saved");
    assert_eq!(number(&mut opens(&copy)), 1);
    let (_, folder) = story.into_folder();
    let late = folder.path().join("late.lockstep");
    let refused = snapshot.save_copy(&late).expect_err("it was closed meanwhile");
    assert!(refused.message.contains("closed meanwhile"), "{refused}");
    assert!(!late.exists());
}

#[test]
fn a_backup_holds_what_stood_in_the_file_when_it_was_begun() {
    let mut story = signed_story();
    set_number(&mut story.workspace, 1).expect("a change");
    let snapshot = story
        .workspace
        .begin_backup_if_due()
        .expect("a snapshot")
        .expect("it is time for one");
    set_number(&mut story.workspace, 2).expect("people work on");
    assert!(
        story.workspace.snapshot().expect("no trouble").is_none(),
        "one is read at a time"
    );
    story.workspace.idle().expect("nothing is written back meanwhile");
    set_number(&mut story.workspace, 3).expect("people work on");
    let made = snapshot
        .back_up(BackupKind::Routine)
        .expect("a backup")
        .expect("of a file that stood still");
    story.workspace.end_backup(&snapshot, &made);
    drop(snapshot);
    assert_eq!(number(&mut story.workspace), 3);
    assert!(!story.workspace.backup_due(), "it is not an hour old");
    story.workspace.idle().expect("now it is written back");
    let path = story.path();
    let mut backup = open(&path.with_extension("backups").join(&made.name)).expect("it opens");
    assert_eq!(number(&mut backup), 1);
    drop(backup);
    clean(&story.workspace);
    let mut story = story.reopened();
    assert_eq!(number(&mut story.workspace), 3);
    assert_eq!(story.workspace.backups().expect("a list"), [made]);
}

#[test]
fn a_workspace_that_is_closed_while_it_is_copied_leaves_no_half_backup() {
    for undisturbed in [true, false] {
        let mut story = signed_story();
        let snapshot = story
            .workspace
            .snapshot()
            .expect("a snapshot")
            .expect("the first");
        set_number(&mut story.workspace, 7).expect("people work on");
        let (path, folder) = if undisturbed {
            let made = snapshot.back_up(BackupKind::Routine).expect("a backup");
            assert!(made.is_some(), "the control");
            drop(snapshot);
            story.into_folder()
        } else {
            let kept = story.into_folder();
            let made = snapshot.back_up(BackupKind::Routine).expect("no trouble");
            assert_eq!(made, None);
            kept
        };
        let backups = folder.path().join("story.backups");
        let found = std::fs::read_dir(&backups).map_or(0, Iterator::count);
        assert_eq!(found, usize::from(undisturbed));
        let mut workspace = opens(&path);
        assert_eq!(number(&mut workspace), 7);
        clean(&workspace);
    }
}

#[test]
fn a_file_that_was_read_beside_stays_ours_alone() {
    let mut story = signed_story();
    let path = story.path();
    let is_refused = || {
        let other = Command::new(lockstep_tests::processes::program("lockstep-cli").expect("it is built"))
            .args(["check".as_ref(), path.as_os_str()])
            .stdout(Stdio::null())
            .output()
            .expect("another process");
        String::from_utf8_lossy(&other.stderr).contains("open elsewhere")
    };
    assert!(is_refused());
    let snapshot = story
        .workspace
        .snapshot()
        .expect("a snapshot")
        .expect("the first");
    assert!(is_refused());
    drop(snapshot.rehearsal().expect("a copy"));
    assert!(is_refused(), "reading beside gave the lock away");
    set_number(&mut story.workspace, 1).expect("and it can be worked in");
    let (_, _folder) = story.into_folder();
    assert!(!is_refused(), "the control");
}

#[test]
fn a_step_over_more_rows_than_are_read_at_once_is_taken_back_whole() {
    let mut story = signed_story();
    let (file, surveyed, proposed) = surveyed(&story, &leads::leads(1, MANY));
    story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true)
        .expect("taken in");
    let before = story.state();
    let done = story.call("set_source", json!({ "leads": {}, "source": "One for all" }));
    assert_eq!(done["leads"], MANY);
    let after = story.state();
    story.call("undo", json!({}));
    assert!(story.state() == before);
    story.call("redo", json!({}));
    assert!(story.state() == after);
    clean(&story.workspace);
}
