//! A full or failing disk, at every single point: all or nothing, said plainly, and the same action works afterwards.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use lockstep_tests::{
    library::{added, bulky, written},
    story::Story,
};
use lockstep_workspace::{BackupKind, Error, ErrorCode, SystemEnvironment, Workspace};
use rusqlite::Connection;

use crate::{
    failing_calls::{Call, EIO, ENOSPC, Fault, with_fault},
    tools::{clean, closed, contents, has_all_bytes, number, open, opens, set_number, signed_story},
};

/// More points than this are not tried each time.
const MANY: usize = 60;

/// A workspace with a backup at number 1, standing at number 2 and closed; each try works on a copy of its own.
struct Ground {
    from: PathBuf,
    _folder: tempfile::TempDir,
    /// How many points are tried at most.
    points: usize,
}

impl Ground {
    fn new() -> Self {
        Self::of(signed_story(), MANY)
    }

    /// The same with a library, whose backups are lean. There is more to do in each try, so fewer points are tried each time.
    fn with_library() -> Self {
        let mut story = signed_story();
        for name in ["Brochure", "Price list"] {
            let path = written(&story, &format!("{name}.html"), &bulky(name, 20_000));
            added(&mut story, &[path]);
        }
        Self::of(story, MANY / 3)
    }

    fn of(mut story: Story, points: usize) -> Self {
        set_number(&mut story.workspace, 1).expect("saved");
        story.workspace.back_up(BackupKind::Routine).expect("a backup");
        set_number(&mut story.workspace, 2).expect("saved");
        let (from, _folder) = closed(story);
        Self {
            from,
            _folder,
            points,
        }
    }

    fn copy(&self) -> (PathBuf, tempfile::TempDir) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("story.lockstep");
        fs::copy(&self.from, &path).expect("copied");
        let backups = folder.path().join("story.backups");
        fs::create_dir(&backups).expect("a folder");
        let from = self.from.with_extension("backups");
        copy_all(&from, &backups);
        if from.join("files").exists() {
            fs::create_dir(backups.join("files")).expect("a folder");
            copy_all(&from.join("files"), &backups.join("files"));
        }
        (path, folder)
    }
}

fn copy_all(from: &Path, to: &Path) {
    for (path, bytes) in contents(from) {
        fs::write(to.join(path.file_name().expect("a name")), bytes).expect("copied");
    }
}

/// Tries every point of `act` × {full, error} × {once, for good}. `before` makes what `act` acts on, `act` runs while the
/// disk fails, and `judge` sees what became of it.
fn at_every_point<T>(
    before: impl Fn(&Path) -> T,
    act: impl Fn(&Path, &mut T) -> Result<(), Error>,
    judge: impl Fn(&Path, T, Result<(), Error>, Fault),
) {
    at_every_point_of(&Ground::new(), before, act, judge);
}

fn at_every_point_of<T>(
    ground: &Ground,
    before: impl Fn(&Path) -> T,
    act: impl Fn(&Path, &mut T) -> Result<(), Error>,
    judge: impl Fn(&Path, T, Result<(), Error>, Fault),
) {
    let (path, _folder) = ground.copy();
    let mut subject = before(&path);
    let (done, calls) = with_fault(None, || act(&path, &mut subject));
    done.expect("it works while the disk works");
    drop(subject);
    let mut failed = 0;
    for at in points(&calls, ground.points) {
        for errno in [ENOSPC, EIO] {
            for for_good in [false, true] {
                if errno == ENOSPC && calls.get(at - 1) == Some(&Call::Read) {
                    continue;
                }
                let fault = Fault { at, errno, for_good };
                let (path, _folder) = ground.copy();
                let mut subject = before(&path);
                let (outcome, _) = with_fault(Some(fault), || act(&path, &mut subject));
                if let Err(error) = &outcome {
                    failed += 1;
                    said_plainly(error, fault);
                }
                judge(&path, subject, outcome, fault);
                let left: Vec<_> = contents(path.parent().expect("a folder"))
                    .into_keys()
                    .chain(contents(&path.with_extension("backups")).into_keys())
                    .filter(|path| !path.to_string_lossy().ends_with(".lockstep"))
                    .collect();
                assert_eq!(left, Vec::<PathBuf>::new(), "{fault:?} left files behind");
            }
        }
    }
    assert!(failed > 0, "no fault was ever noticed");
}

/// The points worth a fault: every call, but of many of one kind in a row the first, the last and some between, and of
/// very many points an even choice. With `LOCKSTEP_EVERY_POINT` set it is every call indeed.
fn points(calls: &[Call], most: usize) -> Vec<usize> {
    let mut points = Vec::new();
    let mut from = 0;
    for run in calls.chunk_by(|one, next| one == next) {
        let worth = |place: &usize| *place < 3 || *place + 3 >= run.len() || place.is_multiple_of(16);
        points.extend((0..run.len()).filter(worth).map(|place| from + place + 1));
        from += run.len();
    }
    assert!(points.len() > 1, "the disk is hardly used: {calls:?}");
    if std::env::var_os("LOCKSTEP_EVERY_POINT").is_some() {
        points = (1..=calls.len()).collect();
    } else if points.len() > most {
        // Not a whole step, so that a pattern of calls that repeats is not met at the same place each time.
        points = (0..most)
            .map(|number| points[number * points.len() / most])
            .collect();
    }
    println!("{} of {} points", points.len(), calls.len());
    points
}

#[track_caller]
fn said_plainly(error: &Error, fault: Fault) {
    // A part of the file that the disk cannot read is to SQLite the same as a broken one.
    let may_be_damage = fault.errno == EIO && error.message.contains("or the disk cannot read it");
    assert!(
        error.code == ErrorCode::File || may_be_damage,
        "{fault:?}: {error:?}"
    );
    let all = format!("{} {}", error.message, error.hint.as_deref().unwrap_or_default());
    assert!(all.contains("disk"), "{fault:?}: {error:?}");
    assert!(
        !all.contains("SQL") && !all.contains("mistake"),
        "{fault:?}: {error:?}"
    );
}

/// After the disk works again, the first word may be that what failed was saved after all; then everything goes on.
fn goes_on(mut workspace: Workspace, fault: Fault) -> u64 {
    let found = match workspace.call("what_can_be_undone", serde_json::json!({})) {
        Ok(_) => number(&mut workspace),
        Err(error) => {
            assert!(
                error
                    .hint
                    .is_some_and(|hint| hint.contains("what you did last is in it")),
                "{fault:?}"
            );
            number(&mut workspace)
        }
    };
    set_number(&mut workspace, 50)
        .unwrap_or_else(|error| panic!("{fault:?}: the action still fails: {error:?}"));
    let path = workspace.path().to_owned();
    workspace.close().expect("it closes");
    let mut workspace = opens(&path);
    clean(&workspace);
    assert_eq!(number(&mut workspace), 50, "{fault:?}");
    found
}

#[test]
fn an_action_is_saved_whole_or_not_at_all_and_works_when_done_again() {
    at_every_point(
        opens,
        |_, workspace| set_number(workspace, 3).map(drop),
        |_, workspace, outcome, fault| {
            let said = outcome.as_ref().err().map(|error| error.message.clone());
            let found = goes_on(workspace, fault);
            match said.as_deref() {
                None => assert_eq!(found, 3, "{fault:?}: answered and missing"),
                Some("The disk reported an error while this was saved.") => assert_eq!(found, 3, "{fault:?}"),
                // For good, nobody can know until the disk works again; then it is said.
                Some(_) if fault.for_good => assert!(found == 2 || found == 3, "{fault:?}: {found}"),
                Some(_) => assert_eq!(found, 2, "{fault:?}: said not to be saved, and is"),
            }
        },
    );
}

#[test]
fn what_was_saved_stays_saved_when_the_disk_fails_while_nobody_waits_or_in_closing() {
    at_every_point(
        |path| {
            let mut workspace = opens(path);
            set_number(&mut workspace, 3).expect("saved");
            Some(workspace)
        },
        |_, workspace| {
            let mut workspace = workspace.take().expect("a workspace");
            let idle = workspace.idle();
            idle.and(workspace.close())
        },
        |path, _, _, fault| assert_eq!(goes_on(opens(path), fault), 3, "{fault:?}"),
    );
}

#[test]
fn a_backup_is_whole_or_not_listed() {
    backs_up(&Ground::new());
}

#[test]
fn a_lean_backup_is_whole_or_not_listed() {
    backs_up(&Ground::with_library());
}

fn backs_up(ground: &Ground) {
    at_every_point_of(
        ground,
        opens,
        |_, workspace| workspace.back_up(BackupKind::Routine).map(drop),
        |path, mut workspace, outcome, fault| {
            let listed = workspace.backups().expect("a list");
            // The first may have made way for one of the same hour, but there is always one.
            assert!(
                !listed.is_empty()
                    && (outcome.is_err()
                        || listed.iter().any(|backup| backup.made_at != listed[0].made_at)
                        || listed.len() == 1)
            );
            for backup in &listed {
                let backup = opens(&path.with_extension("backups").join(&backup.name));
                has_all_bytes(&backup);
                clean(&backup);
            }
            workspace
                .back_up(BackupKind::Routine)
                .unwrap_or_else(|error| panic!("{fault:?}: {error:?}"));
            goes_on(workspace, fault);
        },
    );
}

#[test]
fn going_back_is_done_or_not_and_works_when_done_again() {
    goes_back(&Ground::new());
}

#[test]
fn going_back_to_a_lean_backup_is_done_or_not_and_works_when_done_again() {
    goes_back(&Ground::with_library());
}

fn goes_back(ground: &Ground) {
    let oldest = |workspace: &Workspace| workspace.backups().expect("a list").pop().expect("a backup").name;
    at_every_point_of(
        ground,
        |path| {
            let workspace = opens(path);
            let name = oldest(&workspace);
            (workspace, name)
        },
        |_, (workspace, name)| workspace.restore_backup(name),
        |_, (mut workspace, name), outcome, fault| {
            workspace
                .call("what_can_be_undone", serde_json::json!({}))
                .unwrap_or_else(|error| panic!("{fault:?}: {error:?}"));
            let found = number(&mut workspace);
            if outcome.is_ok() {
                assert_eq!(found, 1, "{fault:?}");
            }
            assert!(found == 1 || found == 2, "{fault:?}");
            has_all_bytes(&workspace);
            clean(&workspace);
            workspace
                .restore_backup(&name)
                .unwrap_or_else(|error| panic!("{fault:?}: {error:?}"));
            assert_eq!(goes_on(workspace, fault), 1);
        },
    );
}

#[test]
fn opening_on_a_failing_disk_is_no_damage_and_works_later() {
    at_every_point(
        |_| (),
        |path, ()| open(path).map(drop),
        |path, (), _, fault| assert_eq!(goes_on(opens(path), fault), 2, "{fault:?}"),
    );
}

#[test]
fn founding_on_a_failing_disk_leaves_a_whole_workspace_or_none() {
    let found = |path: &Path| {
        let founding = serde_json::json!({ "company": "Next", "fiscal_start": 1, "currency": "EUR", "language": "en-GB",
            "one_person_does_both": false, "people": [] });
        let founding = serde_json::from_value(founding).expect("a founding");
        lockstep_core::create(
            &path.with_file_name("next.lockstep"),
            founding,
            Arc::new(SystemEnvironment),
        )
    };
    at_every_point(
        |_| (),
        |path, ()| found(path).map(drop),
        |path, (), outcome, fault| {
            let next = path.with_file_name("next.lockstep");
            if outcome.is_err() && !next.exists() {
                found(path).unwrap_or_else(|error| panic!("{fault:?}: {error:?}"));
            }
            assert!(opens(&next).check().expect("a check").ok, "{fault:?}");
        },
    );
}

#[test]
fn control_a_careless_writer_is_caught_half_way() {
    let ground = Ground::new();
    let careless = |path: &Path, fault| {
        let db = Connection::open(path).expect("a database");
        with_fault(fault, || {
            // Two statements, each on its own: the row and what the journal says of it.
            let _ = db.execute("UPDATE plan SET positioning = '3'", []);
            let _ = db.execute(
                "UPDATE journal_row SET after = json_set(after, '$.positioning', '3') WHERE rowid =
                   (SELECT max(rowid) FROM journal_row WHERE table_name = 'plan')",
                [],
            );
        })
        .1
    };
    // That nobody may write so at all, the digests say in any case; here it counts whether row and journal agree.
    let disagree = |path: &Path| {
        let report = opens(path).check();
        report.is_ok_and(|report| {
            report
                .problems
                .iter()
                .any(|problem| problem.contains("“positioning” is"))
        })
    };
    let (path, _folder) = ground.copy();
    let points = careless(&path, None).len();
    assert!(!disagree(&path));
    let half_done = (1..=points).filter(|at| {
        let (path, _folder) = ground.copy();
        careless(
            &path,
            Some(Fault {
                at: *at,
                errno: EIO,
                for_good: true,
            }),
        );
        disagree(&path)
    });
    assert!(
        half_done.count() > 0,
        "the harness does not see what is half done"
    );
}
