//! A library of collateral among the faults: backups that share its bytes, damage in them, and programs that end while files
//! are added or a restore joins them again.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use chrono::TimeDelta;
use lockstep_core::collateral::{files, remove_unused_files};
use lockstep_tests::{
    library::{added, bulky, written},
    story::{Story, beginning},
};
use lockstep_workspace::{BackupKind, Environment, ErrorCode, SystemEnvironment};
use rusqlite::Connection;
use serde_json::json;

use crate::tools::{
    Chance, Writer, clean, closed, contents, has_all_bytes, number, open, opens, pieces, set_number,
    signed_story,
};

/// How large each file of these stories is, at least.
const BULK: usize = 200_000;

/// How many pieces a large library has.
const LARGE: usize = 24;

/// A signed story with these files in its library.
fn library_of(names: &[&str]) -> Story {
    let mut story = signed_story();
    add(&mut story, names);
    story
}

fn add(story: &mut Story, names: &[&str]) {
    let paths: Vec<PathBuf> = names
        .iter()
        .map(|name| written(story, &format!("{name}.html"), &bulky(name, BULK)))
        .collect();
    added(story, &paths);
    paths
        .iter()
        .for_each(|path| fs::remove_file(path).expect("it is in the library"));
}

/// Makes a backup an hour after the last.
#[track_caller]
fn backed_up(story: &mut Story) -> PathBuf {
    story.clock.set(story.clock.now() + TimeDelta::hours(1));
    let made = story.workspace.back_up(BackupKind::Routine).expect("a backup");
    backups(&story.path()).join(made.name)
}

fn backups(path: &Path) -> PathBuf {
    path.with_extension("backups")
}

/// The bytes that the backups of a workspace share, by their names.
fn shared(path: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    contents(&backups(path).join("files")).into_iter().collect()
}

/// Flips a bit in the middle of the bytes that a file on the disk holds.
fn flip(path: &Path, needle: &[u8]) {
    let mut bytes = fs::read(path).expect("its bytes");
    let at = bytes
        .windows(needle.len())
        .position(|part| part == needle)
        .expect("it stands there");
    bytes[at + needle.len() / 2] ^= 1;
    fs::write(path, bytes).expect("damaged");
}

#[test]
fn backups_do_not_weigh_a_library_each() {
    let mut story = library_of(&["Brochure", "Price list", "Case study"]);
    let sizes: Vec<u64> = (0..8)
        .map(|_| fs::metadata(backed_up(&mut story)).expect("there").len())
        .collect();
    let path = story.path();
    let library: usize = shared(&path).iter().map(|(_, bytes)| bytes.len()).sum();
    assert_eq!(shared(&path).len(), 3);
    assert!(library >= 3 * BULK);
    // The control: a copy that somebody takes along has all of it.
    let copy = story.folder().join("copy.lockstep");
    story.workspace.save_copy(&copy).expect("a copy");
    let whole = fs::metadata(&copy).expect("there").len();
    for size in &sizes {
        let lean = whole - size;
        assert!(lean >= 3 * BULK as u64, "{size} of {whole} bytes");
    }
    let space = story.call("space_of_backups", json!({}));
    assert_eq!(
        (&space["backups"], &space["shared_files"]),
        (&json!(sizes.iter().sum::<u64>()), &json!(library))
    );
    let elsewhere = tempfile::tempdir().expect("a folder");
    let there = elsewhere.path().join("taken along.lockstep");
    fs::rename(&copy, &there).expect("taken along");
    let copy = opens(&there);
    assert_eq!(has_all_bytes(&copy), 3);
    clean(&copy);
}

#[test]
fn going_back_joins_the_bytes_again_and_can_itself_be_undone() {
    let mut story = library_of(&["Brochure", "Price list"]);
    let then = story.state();
    let backup = backed_up(&mut story);
    add(&mut story, &["Case study"]);
    set_number(&mut story.workspace, 5).expect("saved");
    let now = story.state();
    let name = backup.file_name().expect("a name").to_string_lossy().into_owned();
    story.workspace.restore_backup(&name).expect("restored");
    assert!(story.state() == then);
    assert_eq!(has_all_bytes(&story.workspace), 2);
    clean(&story.workspace);
    let way_back = story.workspace.backups().expect("a list");
    let way_back = way_back
        .iter()
        .find(|backup| backup.kind == BackupKind::BeforeRestore);
    let way_back = way_back.expect("the way back").name.clone();
    story.workspace.restore_backup(&way_back).expect("and back again");
    assert!(story.state() == now);
    let story = story.reopened();
    assert_eq!(has_all_bytes(&story.workspace), 3);
    clean(&story.workspace);
}

#[test]
fn a_backup_is_looked_at_where_it_lies_and_a_copy_of_it_is_whole() {
    let mut story = library_of(&["Brochure"]);
    set_number(&mut story.workspace, 4).expect("saved");
    let backup = backed_up(&mut story);
    let (_, folder) = closed(story);
    let before = (
        fs::read(&backup).expect("its bytes"),
        shared(&folder.path().join("story.lockstep")),
    );
    let mut workspace = opens(&backup);
    assert_eq!(workspace.read_only(), Some("it is a backup."));
    assert_eq!(number(&mut workspace), 4);
    assert_eq!(has_all_bytes(&workspace), 1);
    clean(&workspace);
    assert_eq!(
        set_number(&mut workspace, 5).expect_err("it is a backup").code,
        ErrorCode::Refused
    );
    let copy = folder.path().join("copy.lockstep");
    workspace.save_copy(&copy).expect("a copy");
    drop(workspace);
    let mut copy = opens(&copy);
    assert_eq!(has_all_bytes(&copy), 1);
    clean(&copy);
    set_number(&mut copy, 5).expect("it is a workspace like any other");
    let after = (
        fs::read(&backup).expect("its bytes"),
        shared(&folder.path().join("story.lockstep")),
    );
    assert!(before == after);
}

#[test]
fn a_backup_without_its_bytes_says_what_to_do_and_changes_nothing() {
    let mut story = library_of(&["Brochure", "Price list"]);
    let backup = backed_up(&mut story);
    set_number(&mut story.workspace, 3).expect("saved");
    let (path, folder) = closed(story);
    let elsewhere = tempfile::tempdir().expect("a folder");
    let taken = elsewhere.path().join("taken.lockstep");
    fs::copy(&backup, &taken).expect("copied");
    let before = fs::read(&path).expect("its bytes");
    for error in [
        open(&taken).err().expect("refused"),
        lockstep_core::restore(&taken, &path, Arc::new(SystemEnvironment)).expect_err("refused"),
        lockstep_core::restore(
            &taken,
            &folder.path().join("new.lockstep"),
            Arc::new(SystemEnvironment),
        )
        .expect_err("refused"),
    ] {
        assert_eq!(error.code, ErrorCode::File);
        assert!(error.message.contains("2 of them are not there"), "{error:?}");
        let hint = error.hint.expect("what to do");
        assert!(
            hint.contains("copy the folder “files” from there beside it"),
            "{hint}"
        );
    }
    assert!(fs::read(&path).expect("its bytes") == before);
    assert!(!folder.path().join("new.lockstep").exists());
    assert_eq!(contents(elsewhere.path()).len(), 1, "a part was left");
    // Done as the hint says, it restores.
    fs::create_dir(elsewhere.path().join("files")).expect("a folder");
    for (from, bytes) in shared(&path) {
        let name = from.file_name().expect("a name");
        fs::write(elsewhere.path().join("files").join(name), bytes).expect("copied");
    }
    assert_eq!(opens(&taken).read_only(), Some("it is a backup."));
    lockstep_core::restore(&taken, &path, Arc::new(SystemEnvironment)).expect("restored");
    let mut workspace = opens(&path);
    assert_eq!((number(&mut workspace), has_all_bytes(&workspace)), (0, 2));
    clean(&workspace);
}

#[test]
fn a_flipped_bit_in_a_file_is_found_never_backed_up_and_mended_by_a_backup_that_has_it() {
    let mut story = library_of(&["Brochure", "Price list"]);
    let backup = backed_up(&mut story);
    let (path, _folder) = closed(story);
    let kept = shared(&path);
    let needle = &bulky("Price list", BULK)[BULK / 2..BULK / 2 + 64];
    flip(&path, needle);
    let mut workspace = opens(&path);
    let report = workspace.check().expect("a check");
    assert!(
        report.problems.iter().any(|problem| problem.contains("“blob”")),
        "{:?}",
        report.problems
    );
    let refused = workspace.back_up(BackupKind::Routine).expect_err("refused");
    assert_eq!(refused.code, ErrorCode::Damaged);
    assert!(shared(&path) == kept, "damage took the place of good bytes");
    let name = backup.file_name().expect("a name").to_string_lossy().into_owned();
    workspace.restore_backup(&name).expect("restored");
    assert_eq!(has_all_bytes(&workspace), 2);
    clean(&workspace);
}

#[test]
fn bytes_that_were_damaged_beside_the_backups_restore_nothing_and_are_mended_by_the_next() {
    let mut story = library_of(&["Brochure"]);
    let backup = backed_up(&mut story);
    set_number(&mut story.workspace, 2).expect("saved");
    let before = story.state();
    let name = backup.file_name().expect("a name").to_string_lossy().into_owned();
    let (beside, bytes) = shared(&story.path()).remove(0);
    flip(&beside, &bytes[BULK / 2..BULK / 2 + 64]);
    let refused = story.workspace.restore_backup(&name).expect_err("refused");
    assert!(refused.message.contains("damaged"), "{refused:?}");
    assert!(story.state() == before);
    clean(&story.workspace);
    fs::remove_file(&beside).expect("lost");
    let refused = story.workspace.restore_backup(&name).expect_err("refused");
    assert!(
        refused.message.contains("one of them is not there"),
        "{refused:?}"
    );
    assert!(story.state() == before);
    // What the workspace still has comes back with the next backup, and every earlier one restores again.
    for lost in [true, false] {
        if !lost {
            flip(&beside, &bytes[BULK / 2..BULK / 2 + 64]);
        }
        backed_up(&mut story);
        assert!(fs::read(&beside).expect("it is there again") == bytes);
    }
    story.workspace.restore_backup(&name).expect("restored");
    assert_eq!(
        (number(&mut story.workspace), has_all_bytes(&story.workspace)),
        (0, 1)
    );
    clean(&story.workspace);
}

#[test]
fn a_flipped_bit_in_a_lean_backup_is_noticed_before_it_is_restored() {
    let mut story = library_of(&["Brochure"]);
    let backup = backed_up(&mut story);
    set_number(&mut story.workspace, 2).expect("saved");
    flip(&backup, b"We sell umbrellas");
    let name = backup.file_name().expect("a name").to_string_lossy().into_owned();
    let refused = story.workspace.restore_backup(&name).expect_err("refused");
    assert_eq!(refused.code, ErrorCode::Damaged);
    assert_eq!(number(&mut story.workspace), 2);
    assert!(!opens(&backup).check().expect("it is looked at").ok);
}

#[test]
fn whole_backups_of_earlier_programs_restore_beside_lean_ones() {
    let mut story = library_of(&["Brochure"]);
    set_number(&mut story.workspace, 1).expect("saved");
    let lean = backed_up(&mut story);
    // An earlier program made whole copies under the same kind of name.
    let name = lean.file_name().expect("a name").to_string_lossy().into_owned();
    let earlier = name.replace("20261122", "20261121");
    story
        .workspace
        .save_copy(&lean.with_file_name(&earlier))
        .expect("a whole copy");
    set_number(&mut story.workspace, 2).expect("saved");
    let listed: Vec<String> = story
        .workspace
        .backups()
        .expect("a list")
        .into_iter()
        .map(|backup| backup.name)
        .collect();
    assert_eq!(listed, [name.clone(), earlier.clone()]);
    for name in [earlier, name] {
        set_number(&mut story.workspace, 2).expect("saved");
        story.workspace.restore_backup(&name).expect("restored");
        assert_eq!(
            (number(&mut story.workspace), has_all_bytes(&story.workspace)),
            (1, 1)
        );
        clean(&story.workspace);
    }
}

#[test]
fn people_work_on_while_a_large_library_is_backed_up() {
    // So many that a busy machine, too, makes the backup for longer than a few answers take.
    let names: Vec<String> = (1..=LARGE).map(|number| format!("Piece {number}")).collect();
    let mut story = library_of(&names.iter().map(String::as_str).collect::<Vec<_>>());
    story.clock.set(beginning() + TimeDelta::hours(2));
    let snapshot = story
        .workspace
        .begin_backup_if_due()
        .expect("a snapshot")
        .expect("it is time for one");
    let mut said = 0;
    let making = std::thread::spawn(move || {
        let made = snapshot.back_up(BackupKind::Routine).expect("a backup");
        (made.expect("of a file that stood still"), snapshot)
    });
    // Each is answered while the backup is made: nobody holds anything that an answer needs.
    while !making.is_finished() {
        said += 1;
        set_number(&mut story.workspace, said).expect("saved");
    }
    let (made, snapshot) = making.join().expect("it ends");
    assert!(said > 3, "{said}");
    story.workspace.end_backup(&snapshot, &made);
    drop(snapshot);
    assert_eq!(number(&mut story.workspace), said);
    let mut backup = opens(&backups(&story.path()).join(made.name));
    assert_eq!((number(&mut backup), has_all_bytes(&backup)), (0, LARGE));
    clean(&backup);
}

#[test]
fn a_workspace_that_is_closed_while_its_library_is_backed_up_leaves_no_half_backup() {
    let mut story = library_of(&["Brochure"]);
    let snapshot = story
        .workspace
        .snapshot()
        .expect("a snapshot")
        .expect("the first");
    let (path, _folder) = closed(story);
    assert_eq!(snapshot.back_up(BackupKind::Routine).expect("no trouble"), None);
    assert!(contents(&backups(&path)).is_empty());
    assert!(shared(&path).is_empty(), "it ends before the next file");
    assert_eq!(has_all_bytes(&opens(&path)), 1);
}

#[test]
fn a_workspace_of_an_earlier_version_is_backed_up_lean_and_restores() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("story.lockstep");
    let frozen = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/version-7.lockstep");
    fs::copy(frozen, &path).expect("copied");
    let mut workspace = opens(&path);
    let had = has_all_bytes(&workspace);
    assert!(had > 0, "the frozen file has a library");
    let [backup] = workspace
        .backups()
        .expect("a list")
        .try_into()
        .expect("one backup");
    assert_eq!(backup.kind, BackupKind::BeforeUpdate);
    assert_eq!(shared(&path).len(), had);
    let refused = open(&backups(&path).join(&backup.name)).err().expect("refused");
    assert!(
        refused
            .hint
            .is_some_and(|hint| hint.contains("go back to this backup there"))
    );
    workspace.restore_backup(&backup.name).expect("restored");
    assert_eq!(has_all_bytes(&workspace), had);
    assert!(workspace.check().expect("a check").ok);
}

#[test]
fn killed_while_going_back_a_library_is_wholly_one_state_or_the_other() {
    let mut story = library_of(&["Brochure"]);
    for state in [1, 2] {
        if state == 2 {
            add(&mut story, &["Price list", "Case study"]);
        }
        set_number(&mut story.workspace, state).expect("saved");
        backed_up(&mut story);
    }
    let (path, _folder) = closed(story);
    let mut chance = Chance(17);
    let mut seen = [0, 0, 0];
    for round in 0..80 {
        if round >= 15 && seen[1] > 0 && seen[2] > 0 {
            break;
        }
        let mut writer = Writer::start(&["go-back-and-forth", path.to_str().expect("a plain path")]);
        writer.hear().expect("it answers once");
        std::thread::sleep(Duration::from_millis(chance.below(300)));
        writer.kill();
        let mut workspace = opens(&path);
        clean(&workspace);
        let state = usize::try_from(number(&mut workspace)).expect("a small number");
        assert_eq!(has_all_bytes(&workspace), if state == 1 { 1 } else { 3 });
        seen[state] += 1;
    }
    assert!(seen[0] == 0 && seen[1] > 0 && seen[2] > 0, "{seen:?}");
    let mut workspace = opens(&path);
    for backup in workspace.backups().expect("a list").into_iter().take(8) {
        workspace
            .restore_backup(&backup.name)
            .expect("every backup that is listed restores");
        clean(&workspace);
    }
}

#[test]
fn killed_while_files_are_added_all_of_a_step_are_there_or_none_and_what_is_left_over_is_cleaned_away() {
    let (path, _folder) = closed(signed_story());
    let mut chance = Chance(19);
    let (mut before, mut left_over) = (0, 0);
    for _ in 0..20 {
        let mut writer = Writer::start(&["add", path.to_str().expect("a plain path")]);
        let first = writer.hear().expect("it answers once");
        std::thread::sleep(Duration::from_millis(chance.below(400)));
        let mut said = vec![first];
        said.extend(writer.kill());
        let said = said
            .iter()
            .filter_map(|line| line.parse::<u64>().ok())
            .next_back();
        let mut workspace = opens(&path);
        clean(&workspace);
        let found = pieces(&mut workspace);
        let said = said.unwrap_or(before);
        // The step it was about to answer may be there or not, with all of its files.
        assert!(found == said || found == said + 3, "said {said}, found {found}");
        has_all_bytes(&workspace);
        left_over += usize::from(remove_unused_files(&mut workspace).expect("it is cleaned") > 0);
        assert_eq!(has_all_bytes(&workspace) as u64, found);
        clean(&workspace);
        for backup in workspace.backups().expect("a list").into_iter().take(2) {
            clean(&opens(&backups(&path).join(backup.name)));
        }
        before = found;
    }
    assert!(before > 0);
    assert!(left_over > 0, "it was never killed between keeping and adding");
}

/// Whether the file's own table of bytes has a hash.
fn stands_in(path: &Path, hash: &str) -> bool {
    let db = Connection::open(path).expect("a database");
    let sql = "SELECT EXISTS (SELECT 1 FROM blob WHERE hash = ?1)";
    db.query_row(sql, [hash], |row| row.get(0)).expect("an answer")
}

#[test]
fn bytes_beside_the_backups_go_with_the_last_backup_that_has_them() {
    let mut story = library_of(&["Brochure"]);
    // Bytes that were kept and never became a piece are in one backup, and then nobody's.
    let path = written(&story, "cancelled.html", &bulky("cancelled", BULK));
    lockstep_tests::library::kept(&mut story, &path).expect("kept");
    let hash = files::hash_of(&bulky("cancelled", BULK));
    let with = story.workspace.back_up(BackupKind::Routine).expect("a backup");
    let with = backups(&story.path()).join(with.name);
    assert!(stands_in(&with, &hash));
    assert!(remove_unused_files(&mut story.workspace).expect("cleaned") > 0);
    // Later in the same hour: the first still is the last of no span, and goes.
    story.clock.set(story.clock.now() + TimeDelta::minutes(10));
    let beside = backups(&story.path()).join("files").join(&hash);
    assert!(beside.exists());
    // The control: while another program's backup refers to them they stay.
    let other = with.with_file_name("kept by hand.lockstep");
    fs::copy(&with, &other).expect("a copy");
    story.workspace.back_up(BackupKind::Routine).expect("a backup");
    assert!(!with.exists(), "the earlier one of the same hour goes");
    assert!(beside.exists());
    // So they do where somebody sorted it into a folder.
    let sorted = other.with_file_name("of 2026");
    fs::create_dir(&sorted).expect("a folder");
    let sorted = sorted.join("kept by hand.lockstep");
    fs::rename(&other, &sorted).expect("sorted");
    backed_up(&mut story);
    assert!(beside.exists());
    fs::remove_file(&sorted).expect("no longer wanted");
    backed_up(&mut story);
    assert!(!beside.exists());
    assert_eq!(shared(&story.path()).len(), 1);
}

/// Breaks the first page of a table or an index, so that its structure is none any more.
fn break_structure(path: &Path, name: &str) {
    let db = Connection::open(path).expect("a database");
    let (page, size): (i64, i64) = db
        .query_row(
            "SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_schema WHERE name = ?1",
            [name],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .expect("its page");
    drop(db);
    let mut bytes = fs::read(path).expect("its bytes");
    let at = usize::try_from((page - 1) * size).expect("a place");
    bytes[at] = 0xff;
    fs::write(path, bytes).expect("broken");
}

#[test]
fn a_broken_structure_beside_the_library_is_noticed_at_opening_and_one_of_its_texts_by_the_check_and_before_a_backup()
 {
    for name in ["piece", "journal_row_by_row", "goal"] {
        let (path, _folder) = closed(library_of(&["Brochure"]));
        break_structure(&path, name);
        let refused = open(&path)
            .err()
            .unwrap_or_else(|| panic!("{name} was not noticed"));
        assert_eq!(refused.code, ErrorCode::Damaged, "{name}: {refused:?}");
    }
    let (path, _folder) = closed(library_of(&["Brochure"]));
    break_structure(&path, "page");
    let mut workspace = opens(&path);
    assert!(!workspace.check().expect("a check").ok);
    let refused = workspace.back_up(BackupKind::Routine).expect_err("refused");
    assert_eq!(refused.code, ErrorCode::Damaged, "{refused:?}");
}
