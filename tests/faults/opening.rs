//! What is opened, and what is refused with its own clear words and stays as it was, byte for byte.

use std::{fs, path::Path, process::Command};

use lockstep_workspace::ErrorCode;
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::tools::{Writer, clean, closed, contents, number, open, opens, refused, set_number, signed_story};

fn file_with(bytes: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("Plans.lockstep");
    fs::write(&path, bytes).expect("a file");
    (folder, path)
}

fn workspace_bytes() -> Vec<u8> {
    let (path, _folder) = closed(signed_story());
    fs::read(path).expect("its bytes")
}

#[test]
fn what_is_no_workspace_is_refused_in_its_own_words() {
    let whole = workspace_bytes();
    let newer = {
        let mut bytes = whole.clone();
        bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
        bytes
    };
    let never_finished = {
        let mut bytes = whole.clone();
        bytes[60..64].copy_from_slice(&0_u32.to_be_bytes());
        bytes
    };
    let bad_page = {
        let mut bytes = whole.clone();
        bytes[16..18].copy_from_slice(&[3, 7]);
        bytes
    };
    for (bytes, code, words) in [
        (b"".to_vec(), ErrorCode::Damaged, "“Plans.lockstep” is empty."),
        (
            b"Dear diary, today we planned the year.".repeat(20),
            ErrorCode::File,
            "“Plans.lockstep” is not a Lockstep workspace.",
        ),
        (
            b"short".to_vec(),
            ErrorCode::File,
            "“Plans.lockstep” is not a Lockstep workspace.",
        ),
        (
            whole[..40].to_vec(),
            ErrorCode::Damaged,
            "“Plans.lockstep” is cut short.",
        ),
        (
            whole[..whole.len() / 2].to_vec(),
            ErrorCode::Damaged,
            "“Plans.lockstep” is cut short: a part at its end is missing.",
        ),
        (
            newer,
            ErrorCode::File,
            "“Plans.lockstep” was made by a newer version of Lockstep.",
        ),
        (
            never_finished,
            ErrorCode::Damaged,
            "“Plans.lockstep” was never finished.",
        ),
        (
            bad_page,
            ErrorCode::Damaged,
            "“Plans.lockstep” is damaged at its beginning.",
        ),
    ] {
        let (_folder, path) = file_with(&bytes);
        let error = refused(&path);
        assert_eq!((error.code, error.message.as_str()), (code, words));
    }
    // The control: the same bytes, whole, do open.
    let (_folder, path) = file_with(&whole);
    clean(&opens(&path));
}

#[test]
fn another_programs_database_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mail.lockstep");
    let db = Connection::open(&path).expect("a database");
    db.execute_batch("CREATE TABLE mail (text); INSERT INTO mail VALUES ('hello');")
        .expect("a table");
    drop(db);
    assert!(refused(&path).message.contains("belongs to another program"));
}

#[test]
fn folders_pipes_devices_and_links_that_lead_nowhere_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = |name: &str| folder.path().join(name);
    fs::create_dir(place("folder.lockstep")).expect("a folder");
    let made = Command::new("mkfifo")
        .arg(place("pipe.lockstep"))
        .status()
        .expect("mkfifo runs");
    assert!(made.success());
    std::os::unix::fs::symlink(place("round.lockstep"), place("loop.lockstep")).expect("a link");
    std::os::unix::fs::symlink(place("loop.lockstep"), place("round.lockstep")).expect("a link");
    for (path, words) in [
        (place("folder.lockstep"), "is a folder, not a workspace"),
        (place("pipe.lockstep"), "is a device or a pipe"),
        ("/dev/zero".into(), "is a device or a pipe"),
        (place("loop.lockstep"), "is a link that leads back to itself"),
        (place("gone.lockstep"), "is not there any more"),
    ] {
        let error = open(&path).err().expect("refused");
        assert_eq!(error.code, ErrorCode::File);
        assert!(error.message.contains(words), "{}", error.message);
    }
}

#[test]
fn a_link_to_a_workspace_opens_the_workspace() {
    let (path, folder) = closed(signed_story());
    let link = folder.path().join("link.lockstep");
    std::os::unix::fs::symlink(&path, &link).expect("a link");
    assert_eq!(opens(&link).path(), path.canonicalize().expect("its path"));
}

#[test]
fn tables_views_and_triggers_that_are_not_ours_are_refused() {
    for hostile in [
        "CREATE TRIGGER t AFTER UPDATE ON plan BEGIN DELETE FROM risk; END",
        "CREATE VIEW v AS SELECT * FROM goal",
        "DROP TRIGGER signature_is_frozen",
        "DROP TABLE risk; CREATE VIEW risk AS SELECT * FROM goal",
        "CREATE TABLE extra (id)",
    ] {
        let (path, _folder) = closed(signed_story());
        Connection::open(&path)
            .expect("a database")
            .execute_batch(hostile)
            .expect("the change");
        let error = refused(&path);
        assert_eq!(error.code, ErrorCode::Damaged, "{hostile}");
        assert!(error.message.contains("did not make"), "{}", error.message);
    }
}

#[test]
fn a_second_program_is_told_that_it_is_open_elsewhere_from_the_first_moment() {
    let (path, _folder) = closed(signed_story());
    let mut writer = Writer::start(&["hold", path.to_str().expect("a plain path")]);
    assert_eq!(writer.hear().as_deref(), Some("open"));
    // The other one has only opened it and written nothing.
    let error = open(&path).err().expect("refused");
    assert_eq!(error.message, "This workspace is open elsewhere.");
    let (other, _other_folder) = closed(signed_story());
    let copy = opens(&other);
    let error = copy.save_copy(&path).expect_err("an open file is not replaced");
    assert_eq!(error.message, "This workspace is open elsewhere.");
    let error = lockstep_core::restore(
        copy.path(),
        &path,
        std::sync::Arc::new(lockstep_workspace::SystemEnvironment),
    );
    assert_eq!(
        error.expect_err("nor restored over").message,
        "This workspace is open elsewhere."
    );
    writer.kill();
    clean(&opens(&path));
}

#[test]
fn the_same_program_opens_a_file_once_and_trying_does_not_unlock_it() {
    let (path, _folder) = closed(signed_story());
    let held = opens(&path);
    let error = open(&path).err().expect("refused");
    assert_eq!(error.message, "“story.lockstep” is open already.");
    // A plain read of the file would have dropped the lock; another program must still be kept away.
    let mut writer = Writer::start(&["look", path.to_str().expect("a plain path")]);
    let answer = writer.hear().expect("an answer");
    assert!(answer.contains("This workspace is open elsewhere."), "{answer}");
    drop(held);
    let mut writer = Writer::start(&["look", path.to_str().expect("a plain path")]);
    assert!(writer.hear().expect("an answer").contains("Northwind Medical"));
}

#[test]
fn a_file_that_is_moved_while_open_is_not_written_into_the_void() {
    let (path, folder) = closed(signed_story());
    let mut workspace = opens(&path);
    let moved = folder.path().join("moved.lockstep");
    fs::rename(&path, &moved).expect("moved");
    let error = set_number(&mut workspace, 5).expect_err("refused");
    assert!(
        error.not_saved && error.message.starts_with("Not saved: “story.lockstep” was moved"),
        "{}",
        error.message
    );
    let copy = folder.path().join("copy.lockstep");
    workspace.save_copy(&copy).expect("a copy can be saved");
    fs::rename(&moved, &path).expect("moved back");
    set_number(&mut workspace, 6).expect("saved");
    drop(workspace);
    assert_eq!((number(&mut opens(&path)), number(&mut opens(&copy))), (6, 0));
}

/// Runs the writer's `look` as somebody who is neither the owner nor almighty; when this test is not almighty, as
/// ourselves.
fn look_without_rights(path: &Path) -> Value {
    let folder = tempfile::tempdir().expect("a folder that everybody can enter");
    let mut program = std::path::PathBuf::from(env!("CARGO_BIN_EXE_writer"));
    if rustix::process::geteuid().is_root() {
        set_mode(folder.path(), 0o755);
        program = folder.path().join("writer");
        fs::copy(env!("CARGO_BIN_EXE_writer"), &program).expect("a copy of the writer");
    }
    let mut command = Command::new(program);
    command
        .args(["look", path.to_str().expect("a plain path")])
        .current_dir("/");
    if rustix::process::geteuid().is_root() {
        std::os::unix::process::CommandExt::uid(&mut command, 65_534);
    }
    let mut writer = Writer::spawn(&mut command);
    let line = writer.hear().expect("an answer");
    writer.child.wait().expect("it ends");
    serde_json::from_str(&line).expect("JSON")
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode)).expect("rights");
}

#[test]
fn where_nothing_can_be_written_a_workspace_opens_to_be_read_and_says_why() {
    let (path, folder) = closed(signed_story());
    set_mode(&path, 0o444);
    set_mode(folder.path(), 0o555);
    let before = contents(folder.path());
    let seen = look_without_rights(&path);
    assert_eq!(seen["company"], "Northwind Medical");
    assert_eq!(seen["read_only"], "you may read the file but not change it.");
    assert_eq!(seen["refused"]["code"], "refused");
    assert_eq!(seen["copied"], true);
    set_mode(&path, 0o666);
    let seen = look_without_rights(&path);
    assert_eq!(seen["read_only"], "you may not write in the folder it lies in.");
    set_mode(&path, 0o000);
    let seen = look_without_rights(&path);
    assert_eq!(seen["message"], "“story.lockstep” may not be read or written.");
    set_mode(&path, 0o600);
    set_mode(folder.path(), 0o755);
    assert!(contents(folder.path()) == before);
}

#[test]
fn a_workspace_left_open_by_a_killed_program_is_not_read_without_its_latest_changes() {
    let (path, folder) = closed(signed_story());
    let mut writer = Writer::start(&["write", path.to_str().expect("a plain path")]);
    let answered = writer.hear().expect("an answer");
    writer.kill();
    assert!(fs::metadata(folder.path().join("story.lockstep-wal")).is_ok_and(|wal| wal.len() > 0));
    // As it would lie among backups, where nothing is written.
    let backups = folder.path().join("story.backups");
    fs::create_dir(&backups).expect("a folder");
    let there = backups.join("20261122T090000Z-routine-000000000001.lockstep");
    fs::copy(&path, &there).expect("copied");
    fs::copy(
        folder.path().join("story.lockstep-wal"),
        backups.join("20261122T090000Z-routine-000000000001.lockstep-wal"),
    )
    .expect("copied");
    assert!(refused(&there).message.contains("was not closed properly"));
    assert!(number(&mut opens(&path)) >= answered.parse().expect("a number"));
}

#[test]
fn a_backup_is_looked_at_and_never_worked_in() {
    let mut story = signed_story();
    let backup = story
        .workspace
        .back_up(lockstep_workspace::BackupKind::Routine)
        .expect("a backup");
    let path = story.folder().join("story.backups").join(backup.name);
    let before = fs::read(&path).expect("its bytes");
    let mut looked_at = opens(&path);
    assert_eq!(looked_at.read_only(), Some("it is a backup."));
    assert_eq!(
        looked_at
            .call("begin_plan", json!({ "year": 2030 }))
            .expect_err("refused")
            .code,
        ErrorCode::Refused
    );
    clean(&looked_at);
    drop(looked_at);
    assert!(fs::read(&path).expect("its bytes") == before);
}

#[test]
fn a_folder_that_syncs_is_worth_a_word_and_no_refusal() {
    let (path, folder) = closed(signed_story());
    assert_eq!(opens(&path).note(), None);
    let inner = folder.path().join("Dropbox");
    fs::create_dir(&inner).expect("a folder");
    let there = inner.join("story.lockstep");
    fs::rename(&path, &there).expect("moved");
    assert!(opens(&there).note().is_some_and(|note| note.contains("Dropbox")));
}

#[test]
fn a_journal_that_another_program_left_is_not_replayed() {
    let (path, _folder) = closed(signed_story());
    fs::write(path.with_extension("lockstep-journal"), b"something").expect("a file");
    assert!(refused(&path).message.contains("which is not from Lockstep"));
}

#[test]
fn the_file_is_for_its_owner_only_and_leaves_nothing_beside_it_when_closed() {
    use std::os::unix::fs::PermissionsExt;
    let (path, folder) = closed(signed_story());
    assert_eq!(
        fs::metadata(&path).expect("there").permissions().mode() & 0o777,
        0o600
    );
    assert_eq!(contents(folder.path()).into_keys().collect::<Vec<_>>(), [path]);
}

fn fixtures() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

/// Run once for each version, when it ships: `cargo test --test faults freeze -- --ignored`. A file that is there is
/// never written again.
#[test]
#[ignore = "writes the frozen file of today's version"]
fn freeze_todays_version() {
    let (path, _folder) = closed(signed_story());
    let frozen = fixtures().join(format!(
        "version-{}.lockstep",
        lockstep_core::rooms().schema().version
    ));
    assert!(!frozen.exists(), "{} was frozen already", frozen.display());
    opens(&path).save_copy(&frozen).expect("frozen");
}

/// The version in the name of a frozen file: "version-10.lockstep".
fn version_of(file: &Path) -> u32 {
    let name = file
        .file_stem()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let number = name.trim_start_matches("version-").parse();
    number.unwrap_or_else(|_| panic!("{name} says no version"))
}

#[test]
fn every_version_ever_shipped_opens() {
    let mut opened = 0;
    for entry in fs::read_dir(fixtures()).expect("the frozen files") {
        let from = entry.expect("an entry").path();
        if !from.to_string_lossy().ends_with(".lockstep") {
            continue;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("old.lockstep");
        fs::copy(&from, &path).expect("copied");
        let mut workspace = opens(&path);
        clean(&workspace);
        let report = workspace.check().expect("a check");
        // From the fourth version on a file has digests from its beginning.
        let is_older = version_of(&from) < 4;
        assert_eq!(
            (
                report.digests_since.is_some(),
                report.later_digested_rows > 0,
                report.not_compared
            ),
            (is_older, is_older, 0),
            "{}",
            from.display()
        );
        let page = workspace
            .call("open_plan", json!({ "year": 2027 }))
            .expect("its plan");
        assert_eq!(
            page["initiatives"]["lines"].as_array().map(Vec::len),
            Some(3),
            "{}",
            from.display()
        );
        set_number(&mut workspace, 1).expect("it can be worked in");
        workspace.call("undo", json!({})).expect("and undone");
        clean(&workspace);
        opened += 1;
    }
    assert!(opened >= 1, "no frozen file was found");
}

#[test]
fn a_damaged_file_of_an_earlier_version_is_refused_and_stays_of_that_version() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("old.lockstep");
    fs::copy(fixtures().join("version-4.lockstep"), &path).expect("copied");
    let db = Connection::open(&path).expect("a database");
    let guard: String = db
        .query_row(
            "SELECT sql FROM sqlite_schema WHERE name = 'agreement_text_is_frozen'",
            [],
            |row| row.get(0),
        )
        .expect("the guard");
    db.execute_batch(&format!(
        "DROP TRIGGER agreement_text_is_frozen;
         UPDATE agreement SET proposed_at = '2026-01-02T03:04:05Z'; {guard}"
    ))
    .expect("a forgery");
    drop(db);
    let error = open(&path).err().expect("it is refused");
    assert!(error.message.contains("is not what was written"), "{error:?}");
    let db = Connection::open(&path).expect("a database");
    let version: i32 = db
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .expect("its version");
    assert_eq!(version, 4);
}
