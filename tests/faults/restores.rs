//! Backups that restore, restores that can be undone, and states that never mix.

use std::{fs, path::Path, sync::Arc};

use chrono::TimeDelta;
use lockstep_tests::story::{Story, beginning};
use lockstep_workspace::{BackupKind, ErrorCode, Founding, SystemEnvironment};
use serde_json::json;

use crate::tools::{Writer, clean, closed, contents, number, open, opens, set_number, signed_story};

/// A story with a backup of number 1 that now stands at number 2.
fn two_states() -> (Story, String) {
    let mut story = signed_story();
    set_number(&mut story.workspace, 1).expect("saved");
    let backup = story.workspace.back_up(BackupKind::Routine).expect("a backup");
    story.clock.set(beginning() + TimeDelta::minutes(5));
    set_number(&mut story.workspace, 2).expect("saved");
    (story, backup.name)
}

#[test]
fn going_back_gives_exactly_what_was_there_and_can_itself_be_undone() {
    let (mut story, name) = two_states();
    let before = story.state();
    story.workspace.restore_backup(&name).expect("restored");
    assert_eq!(number(&mut story.workspace), 1);
    clean(&story.workspace);
    let listed = story.call("list_backups", json!({}));
    assert_eq!(listed[0]["kind"], "before_restore");
    assert_eq!(listed[0]["why"], "Before going back to a backup");
    let way_back = listed[0]["name"].as_str().expect("a name").to_string();
    // One can work on, and undo works in what was restored.
    set_number(&mut story.workspace, 7).expect("saved");
    story.call("undo", json!({}));
    assert_eq!(number(&mut story.workspace), 1);
    story.workspace.restore_backup(&way_back).expect("restored again");
    assert_eq!(story.state(), before);
    let story = story.reopened();
    clean(&story.workspace);
}

/// Kills a program that writes, while its log holds something. Every seventh number it writes the log back; on a busy machine it
/// is ahead of what was heard, and may just be there.
fn kill_with_a_log(path: &Path, wal: &Path) {
    for _ in 0..50 {
        let mut writer = Writer::start(&["write", path.to_str().expect("a plain path")]);
        let mut said = || {
            writer
                .hear()
                .expect("an answer")
                .parse::<u64>()
                .expect("a number")
        };
        while said() % 7 != 5 {}
        writer.kill();
        if fs::metadata(wal).is_ok_and(|wal| wal.len() > 0) {
            return;
        }
    }
    panic!("the log was never left behind");
}

#[test]
fn a_backup_put_beside_a_stale_log_restores_clean() {
    let (story, name) = two_states();
    let (path, folder) = closed(story);
    let backup = folder.path().join("story.backups").join(&name);
    let backup_bytes = fs::read(&backup).expect("its bytes");
    let wal = folder.path().join("story.lockstep-wal");
    let mut mixed = 0;
    for round in 0..10 {
        // A killed program leaves its log; the file itself is then lost or damaged.
        kill_with_a_log(&path, &wal);

        // The control: the backup merely copied into place meets the stale log, and is not what was backed up.
        let control = tempfile::tempdir().expect("a folder");
        fs::copy(&wal, control.path().join("story.lockstep-wal")).expect("copied");
        fs::write(control.path().join("story.lockstep"), &backup_bytes).expect("copied");
        let is_as_backed_up = open(&control.path().join("story.lockstep")).is_ok_and(|mut workspace| {
            workspace.check().is_ok_and(|report| report.ok) && number(&mut workspace) == 1
        });
        mixed += usize::from(!is_as_backed_up);

        if round % 2 == 0 {
            let mut bytes = fs::read(&path).expect("its bytes");
            bytes.truncate(150);
            fs::write(&path, bytes).expect("damaged");
        }
        let kept = lockstep_core::restore(&backup, &path, Arc::new(SystemEnvironment)).expect("restored");
        assert!(kept.is_some_and(|kept| kept.exists()));
        assert!(!wal.exists());
        let mut workspace = opens(&path);
        clean(&workspace);
        assert_eq!(number(&mut workspace), 1);
    }
    assert_eq!(mixed, 10, "the control did not fail: the log was not stale");
}

#[test]
fn a_workspace_too_damaged_to_open_is_set_aside_as_it_is() {
    let (story, name) = two_states();
    let (path, folder) = closed(story);
    let backup = folder.path().join("story.backups").join(&name);
    let mut bytes = fs::read(&path).expect("its bytes");
    bytes[4_096..12_288].fill(0xaa);
    fs::write(&path, &bytes).expect("damaged");
    let error = open(&path).err().expect("refused");
    assert_eq!(error.code, ErrorCode::Damaged);
    assert!(error.hint.is_some_and(|hint| hint.contains("story.backups")));
    let kept = lockstep_core::restore(&backup, &path, Arc::new(SystemEnvironment))
        .expect("restored")
        .expect("set aside");
    assert!(fs::read(kept).expect("what was set aside") == bytes);
    assert_eq!(number(&mut opens(&path)), 1);
}

#[test]
fn damage_is_never_backed_up_over_and_does_not_stop_going_back() {
    let (story, name) = two_states();
    let (path, folder) = closed(story);
    let mut bytes = fs::read(&path).expect("its bytes");
    let at = place_of(&bytes, b"We sell umbrellas");
    bytes[at] ^= 1;
    fs::write(&path, &bytes).expect("damaged");
    let mut workspace = opens(&path);
    assert!(!workspace.check().expect("a check").ok);
    let before = contents(&folder.path().join("story.backups"));
    assert_eq!(
        workspace.back_up(BackupKind::Routine).expect_err("refused").code,
        ErrorCode::Damaged
    );
    assert_eq!(
        workspace
            .save_copy(&folder.path().join("copy.lockstep"))
            .expect_err("refused")
            .code,
        ErrorCode::Damaged
    );
    assert!(contents(&folder.path().join("story.backups")) == before);
    assert_eq!(contents(folder.path()).len(), 2, "a part of a copy was left");
    workspace.restore_backup(&name).expect("restored all the same");
    clean(&workspace);
    assert_eq!(number(&mut workspace), 1);
}

/// Where in a file a text stands in a table, and not only in the journal: its first place. (A name would not do: the words
/// of the history hold it, too.)
fn place_of(bytes: &[u8], text: &[u8]) -> usize {
    bytes
        .windows(text.len())
        .position(|part| part == text)
        .expect("it stands there")
}

#[test]
fn a_damaged_backup_is_refused_and_changes_nothing() {
    let (mut story, name) = two_states();
    let backup = story.folder().join("story.backups").join(&name);
    let mut bytes = fs::read(&backup).expect("its bytes");
    let at = place_of(&bytes, b"We sell umbrellas");
    bytes[at] ^= 1;
    fs::write(&backup, bytes).expect("damaged");
    let before = contents(&story.folder().join("story.backups"));
    let error = story.workspace.restore_backup(&name).expect_err("refused");
    assert_eq!(error.code, ErrorCode::Damaged);
    assert!(contents(&story.folder().join("story.backups")) == before);
    assert_eq!(number(&mut story.workspace), 2);
    assert_eq!(
        story
            .workspace
            .restore_backup("../story.lockstep")
            .expect_err("refused")
            .code,
        ErrorCode::NotFound
    );
}

#[test]
fn a_backup_is_due_when_something_changed_and_the_last_is_an_hour_old() {
    let mut story = signed_story();
    assert!(story.workspace.backup_due());
    story
        .workspace
        .back_up_if_due()
        .expect("no error")
        .expect("a backup");
    set_number(&mut story.workspace, 3).expect("saved");
    assert!(!story.workspace.backup_due());
    story.clock.set(beginning() + TimeDelta::minutes(61));
    assert!(story.workspace.backup_due());
    let mut story = story.reopened();
    assert!(
        !story.workspace.backup_due(),
        "nothing changed since by the clock of the journal"
    );
    set_number(&mut story.workspace, 4).expect("saved");
    assert!(story.workspace.backup_due());
    story
        .workspace
        .back_up_if_due()
        .expect("no error")
        .expect("a backup");
    assert!(!story.workspace.backup_due());
    story.clock.set(beginning() + TimeDelta::hours(5));
    assert!(!story.workspace.backup_due(), "nothing changed");
    assert_eq!(story.workspace.backups().expect("a list").len(), 2);
}

#[test]
fn a_copy_never_takes_the_place_of_what_is_open_or_of_another_program() {
    let mut story = signed_story();
    let folder = story.folder().to_owned();
    let open_file = story.path();
    assert!(
        story
            .workspace
            .save_copy(&open_file)
            .expect_err("refused")
            .message
            .contains("is open already")
    );
    let link = folder.join("link.lockstep");
    std::os::unix::fs::symlink(&open_file, &link).expect("a link");
    assert!(
        story
            .workspace
            .save_copy(&link)
            .expect_err("refused")
            .message
            .contains("is open already")
    );
    let text = folder.join("notes.txt");
    fs::write(&text, "Dear diary").expect("a file");
    story.workspace.save_copy(&text).expect_err("refused");
    assert_eq!(fs::read_to_string(&text).expect("there"), "Dear diary");
    // Nor of another workspace, which nobody asked to lose.
    let other = folder.join("other.lockstep");
    let founding = Founding {
        company: "Another".into(),
        fiscal_start: 1,
        currency: "EUR".into(),
        language: "en-GB".into(),
        one_person_does_both: false,
        people: Vec::new(),
    };
    drop(lockstep_core::create(&other, founding, Arc::new(SystemEnvironment)).expect("a workspace"));
    let before = fs::read(&other).expect("its bytes");
    let refused = story.workspace.save_copy(&other).expect_err("refused");
    assert!(
        refused.message.contains("Another workspace has this name"),
        "{refused:?}"
    );
    assert_eq!(fs::read(&other).expect("its bytes"), before);
    let copy = folder.join("copy.lockstep");
    story.workspace.save_copy(&copy).expect("a copy");
    set_number(&mut story.workspace, 9).expect("saved");
    story.workspace.save_copy(&copy).expect("the copy is replaced");
    assert_eq!(number(&mut opens(&copy)), 9);
    set_number(&mut story.workspace, 10).expect("the open file is still locked and ours");
    let names: Vec<_> = contents(&folder).into_keys().collect();
    assert!(
        names
            .iter()
            .all(|name| !name.to_string_lossy().ends_with(".part")),
        "{names:?}"
    );
}

#[test]
fn a_workspace_is_restored_where_none_is() {
    let (story, name) = two_states();
    let (path, folder) = closed(story);
    let there = folder.path().join("elsewhere.lockstep");
    fs::write(folder.path().join("elsewhere.lockstep-wal"), b"left over").expect("a file");
    let backup = path.with_extension("backups").join(name);
    assert_eq!(
        lockstep_core::restore(&backup, &there, Arc::new(SystemEnvironment)).expect("restored"),
        None
    );
    assert_eq!(number(&mut opens(&there)), 1);
}
