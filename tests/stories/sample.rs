//! The sample: it can be told on any day, and is the same every time.

use std::sync::Arc;

use chrono::NaiveDate;
use lockstep_core::rooms;
use lockstep_workspace::{FixedEnvironment, Founding};

#[test]
fn the_sample_is_the_same_every_time_and_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let now = today.and_hms_opt(9, 0, 0).expect("a time").and_utc();
    let [first, second] = ["a.lockstep", "b.lockstep"].map(|name| {
        let path = folder.path().join(name);
        lockstep_sample::build(&path, today, rooms()).expect("built");
        let workspace = lockstep_core::open(&path, Arc::new(FixedEnvironment::at(now))).expect("opened");
        workspace.dump().expect("read")
    });
    assert!(first.contains("Tidewell Medical"));
    assert_eq!(first, second);
}

#[test]
fn the_sample_can_be_written_on_any_day_and_for_any_fiscal_year() {
    let folder = tempfile::tempdir().expect("a folder");
    for (month, day, fiscal_start) in [(1, 1, 1), (2, 28, 5), (6, 30, 9), (12, 31, 1)] {
        let today = NaiveDate::from_ymd_opt(2028, month, day).expect("a day");
        let founding = Founding {
            company: "Tidewell Medical".into(),
            fiscal_start,
            currency: "EUR".into(),
            language: "en-GB".into(),
            one_person_does_both: false,
            people: Vec::new(),
        };
        let path = folder.path().join(format!("{month}.lockstep"));
        lockstep_sample::build_as(&path, today, founding, rooms()).expect("built");
    }
}
