//! Flipped bits: whatever a bit turns over in a file, what is read is either what was written, or the damage is noticed.

use std::fs;

use lockstep_workspace::Workspace;
use rusqlite::Connection;

use crate::tools::{Chance, closed, open, signed_story};

/// What stands in a workspace, or nothing when it cannot be read to the end.
fn content(workspace: &Workspace) -> Option<String> {
    workspace.dump().ok()
}

/// Flips `count` bits one after the other, each in a fresh copy, and returns how many changed what is read without
/// being noticed by `notices`, and how many changed anything at all.
fn unnoticed(count: u64, notices: fn(&std::path::Path) -> bool) -> (usize, usize) {
    let (path, folder) = closed(signed_story());
    let whole = fs::read(&path).expect("its bytes");
    let expected = content(&open(&path).expect("it opens")).expect("its content");
    let flipped = folder.path().join("flipped.lockstep");
    let mut chance = Chance(3);
    // Most of a small file is empty space; only what is not empty is worth a flip.
    let worth: Vec<usize> = (0..whole.len()).filter(|at| whole[*at] != 0).collect();
    let (mut silent, mut changed) = (0, 0);
    for _ in 0..count {
        let at = worth[usize::try_from(chance.below(worth.len() as u64)).expect("a place")];
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << chance.below(8);
        fs::write(&flipped, &bytes).expect("a copy");
        let reads_the_same =
            open(&flipped).is_ok_and(|workspace| content(&workspace).as_deref() == Some(&expected));
        fs::write(&flipped, &bytes).expect("a copy");
        if !reads_the_same {
            changed += 1;
            silent += usize::from(!notices(&flipped));
        }
    }
    (silent, changed)
}

#[test]
fn no_flipped_bit_changes_what_is_read_without_being_noticed() {
    let (silent, changed) = unnoticed(400, |path| {
        open(path).is_err()
            || open(path).is_ok_and(|workspace| workspace.check().map_or(true, |report| !report.ok))
    });
    assert!(changed > 40, "hardly a flip changed anything: {changed}");
    assert_eq!(silent, 0, "of {changed}");
}

#[test]
fn control_the_integrity_check_of_sqlite_alone_misses_some() {
    let (silent, changed) = unnoticed(150, |path| {
        Connection::open(path)
            .and_then(|db| db.query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0)))
            .map_or(true, |answer| answer != "ok")
    });
    assert!(
        silent > 0,
        "of {changed}: the check of rows against the journal would be for nothing"
    );
}

#[test]
fn what_is_changed_behind_the_journals_back_is_named() {
    for (change, words) in [
        (
            "UPDATE risk SET name = 'The short winter'",
            "The risk “The short winter” is not what was written: “name” is “The short winter”, but it was “The long winter”.",
        ),
        ("DELETE FROM risk", "The risk “The long winter” is missing."),
        (
            "INSERT INTO risk SELECT 'new', plan, rank, kind, 'Smuggled in', response, owner FROM risk",
            "The risk “Smuggled in” is there, but the journal does not know it.",
        ),
        (
            "UPDATE journal_row SET after = replace(after, 'The long winter', 'Another')",
            "The risk “The long winter” is not what was written",
        ),
        (
            "UPDATE journal_row SET before = '{}' WHERE table_name = 'plan' AND before IS NOT NULL",
            "its history is broken",
        ),
        (
            "PRAGMA foreign_keys = OFF; UPDATE initiative SET owner = 'nobody' WHERE name = 'Road show'",
            "A row of “initiative” points to one of “person” that is not there.",
        ),
    ] {
        let (path, _folder) = closed(signed_story());
        Connection::open(&path)
            .expect("a database")
            .execute_batch(change)
            .expect(change);
        let report = open(&path).expect("it opens").check().expect("a check");
        assert!(!report.ok);
        assert!(
            report.problems.iter().any(|problem| problem.contains(words)),
            "{change}: {:#?}",
            report.problems
        );
    }
}

#[test]
fn an_agreed_text_that_does_not_match_its_digest_is_named_even_if_the_journal_agrees() {
    let (path, _folder) = closed(signed_story());
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
         UPDATE agreement SET text = replace(text, 'Road show', 'Rain show');
         UPDATE journal_row SET after = (SELECT json_object('id', id, 'subject_kind', subject_kind, 'subject', subject,
           'text', text, 'digest', digest, 'proposed_by', proposed_by, 'proposed_at', proposed_at,
           'withdrawn_by', withdrawn_by, 'withdrawn_at', withdrawn_at, 'version', version) FROM agreement WHERE id = row_id)
         WHERE table_name = 'agreement'; {guard}"
    ))
    .expect("a careful forgery");
    drop(db);
    let report = open(&path).expect("it opens").check().expect("a check");
    // The digests of the two tables do not agree either.
    assert_eq!(
        report.problems,
        [
            "At least one row of “agreement” is not what was written.",
            "At least one row of “journal row” is not what was written.",
            "The text proposed on 2026-11-22 does not match its digest: it is not what was signed."
        ]
    );
}

#[test]
fn a_check_of_a_hundred_thousand_rows_reads_each_table_once() {
    let (path, _folder) = closed(signed_story());
    let db = Connection::open(&path).expect("a database");
    db.execute_batch(
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 100000)
         INSERT INTO risk SELECT 'r' || n, (SELECT id FROM plan), 'a', 'risk', 'Risk ' || n, '', NULL FROM n;
         INSERT INTO journal_row SELECT (SELECT id FROM journal LIMIT 1), 'risk', id, NULL,
           json_object('id', id, 'plan', plan, 'rank', rank, 'kind', kind, 'name', name, 'response', response, 'owner', owner)
         FROM risk WHERE id LIKE 'r%'",
    )
    .expect("many rows");
    drop(db);
    let workspace = open(&path).expect("it opens");
    let report = workspace.check().expect("a check");
    // Nobody wrote them, as the digests say; each has an image in the journal all the same.
    assert_eq!(
        report.problems,
        [
            "Of “journal row”, 100000 rows are there that nobody wrote.",
            "Of “risk”, 100000 rows are there that nobody wrote."
        ]
    );
    assert!(report.rows > 100_000);
}
