//! Killing the program at any instant loses nothing that was answered and leaves nothing half done.

use std::{path::Path, time::Duration};

use chrono::TimeDelta;
use lockstep_tests::story::beginning;

use crate::tools::{Chance, Writer, clean, closed, contents, number, opens, set_number, signed_story};

/// Lets the writer work and kills it after a moment, `times` times; returns what was answered and is missing.
fn missing_after_kills(how: &str, times: u64) -> Vec<String> {
    let (path, _folder) = closed(signed_story());
    let mut chance = Chance(7);
    let mut missing = Vec::new();
    let mut before = 0;
    for _ in 0..times {
        let answered = work_and_kill(how, &path, chance.below(120));
        let mut workspace = opens(&path);
        clean(&workspace);
        let found = number(&mut workspace);
        let last = answered
            .last()
            .map_or(before, |line| line.parse().expect("a number"));
        // The one it was about to answer may be there or not; nothing else.
        if found < last || found > last + 1 {
            missing.push(format!("answered {last}, found {found}"));
        }
        before = found;
    }
    missing
}

fn work_and_kill(how: &str, path: &Path, millis: u64) -> Vec<String> {
    let mut writer = Writer::start(&[how, path.to_str().expect("a plain path")]);
    let first = writer.hear().expect("it answers once");
    // Not waiting for a condition but choosing the instant of the kill.
    std::thread::sleep(Duration::from_millis(millis));
    let mut answered = vec![first];
    answered.extend(writer.kill());
    // The kill may have cut a line short.
    answered.retain(|line| line.parse::<u64>().is_ok());
    answered
}

#[test]
fn killed_a_hundred_times_nothing_that_was_answered_is_missing() {
    assert_eq!(missing_after_kills("write", 100), Vec::<String>::new());
}

#[test]
fn control_a_program_that_answers_before_it_saves_is_caught() {
    assert!(!missing_after_kills("promise", 20).is_empty());
}

#[test]
fn killed_while_founding_a_workspace_is_whole_or_not_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut chance = Chance(11);
    for round in 0..20 {
        let inner = folder.path().join(round.to_string());
        std::fs::create_dir(&inner).expect("a folder");
        let mut writer = Writer::start(&["found", inner.to_str().expect("a plain path")]);
        let mut answered = vec![writer.hear().expect("it answers once")];
        std::thread::sleep(Duration::from_millis(chance.below(100)));
        answered.extend(writer.kill());
        let count = answered.iter().filter(|line| line.parse::<u64>().is_ok()).count();
        let mut found = 0;
        for entry in std::fs::read_dir(&inner).expect("a folder") {
            let name = entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a plain name");
            if name.ends_with(".lockstep") && !name.starts_with('.') {
                assert!(opens(&inner.join(&name)).check().expect("a check").ok);
                found += 1;
            }
        }
        assert!(
            found == count || found == count + 1,
            "answered {count}, found {found}"
        );
        // What a killed founding left is out of the way of the next.
        let next = inner.join(format!("{found}.lockstep"));
        let founding = serde_json::json!({ "company": "Next", "fiscal_start": 1, "currency": "EUR", "language": "en-GB",
            "one_person_does_both": false, "people": [] });
        let founding = serde_json::from_value(founding).expect("a founding");
        let environment = std::sync::Arc::new(lockstep_workspace::SystemEnvironment);
        lockstep_core::create(&next, founding, environment)
            .expect("a workspace")
            .close()
            .expect("it closes");
        let left: Vec<_> = contents(&inner)
            .into_keys()
            .filter(|path| !path.to_string_lossy().ends_with(".lockstep"))
            .collect();
        assert_eq!(left, Vec::<std::path::PathBuf>::new());
    }
}

#[test]
fn killed_while_going_back_a_workspace_is_wholly_one_state_or_the_other() {
    let mut story = signed_story();
    for state in [1, 2] {
        story
            .clock
            .set(beginning() + TimeDelta::hours(i64::try_from(state).expect("a small number")));
        set_number(&mut story.workspace, state).expect("saved");
        story
            .workspace
            .back_up(lockstep_workspace::BackupKind::Routine)
            .expect("a backup");
    }
    let (path, _folder) = closed(story);
    let mut chance = Chance(13);
    let mut seen = [0, 0, 0];
    // On a slow machine it takes more rounds until both states were met.
    for round in 0..100 {
        if round >= 25 && seen[1] > 0 && seen[2] > 0 {
            break;
        }
        let mut writer = Writer::start(&["go-back-and-forth", path.to_str().expect("a plain path")]);
        writer.hear().expect("it answers once");
        std::thread::sleep(Duration::from_millis(chance.below(150)));
        writer.kill();
        let mut workspace = opens(&path);
        clean(&workspace);
        seen[usize::try_from(number(&mut workspace)).expect("a small number")] += 1;
        // Each listed backup is whole, whatever was being written when it was killed.
        let backups = workspace.backups().expect("a list");
        assert!(backups.len() >= 2);
        drop(workspace);
    }
    assert!(seen[0] == 0 && seen[1] > 0 && seen[2] > 0, "{seen:?}");
    let mut workspace = opens(&path);
    for backup in workspace.backups().expect("a list").into_iter().take(15) {
        workspace
            .restore_backup(&backup.name)
            .expect("every backup that is listed restores");
    }
}
