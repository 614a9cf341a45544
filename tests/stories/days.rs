//! One day for an instant: today, the days of agreements, of documents and of imported times are the days of the company's time
//! zone, wherever a computer stands.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use lockstep_core::leads::importing::{DataFile, ImportFiles, ImportReport, ReadBy};
use lockstep_export::options::Options;
use lockstep_tests::story::Story;
use lockstep_workspace::FixedEnvironment;
use serde_json::json;

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

/// A story in a company whose days are those of a time zone.
fn in_zone(zone: &str) -> Story {
    let mut story = Story::new();
    story.call("edit_company", json!({ "change": { "time_zone": zone } }));
    story
}

#[test]
fn a_workspace_begins_with_the_time_zone_of_the_computer() {
    let folder = tempfile::tempdir().expect("a folder");
    let founding = serde_json::from_value(json!({
        "company": "Kiwi Medical", "fiscal_start": 1, "currency": "NZD", "language": "en-GB",
        "one_person_does_both": false, "people": []
    }));
    let environment = FixedEnvironment::in_zone("Pacific/Auckland", instant("2026-12-31T12:00:00Z"));
    let path = folder.path().join("kiwi.lockstep");
    let mut workspace = lockstep_core::create(&path, founding.expect("a founding"), Arc::new(environment))
        .expect("a workspace");
    let company = workspace.call("show_company", json!({})).expect("the settings");
    assert_eq!(company["company"]["time_zone"], "Pacific/Auckland");
    // It is the new year there already.
    assert_eq!(company["this_year"], 2027);
    drop(workspace);
    // Whoever opens it elsewhere sees the company's days.
    let elsewhere = FixedEnvironment::in_zone("America/New_York", instant("2026-12-31T12:00:00Z"));
    let mut workspace = lockstep_core::open(&path, Arc::new(elsewhere)).expect("it opens");
    let company = workspace.call("show_company", json!({})).expect("the settings");
    assert_eq!(company["this_year"], 2027);
}

#[test]
fn only_a_zone_that_there_is_can_be_chosen() {
    let mut story = Story::new();
    let refused = story.refused(
        "edit_company",
        json!({ "change": { "time_zone": "Mars/Olympus" } }),
    );
    assert_eq!(refused.field.as_deref(), Some("time_zone"));
    assert!(refused.hint.is_some());
    let offered = story.call("show_company", json!({}))["time_zones"].clone();
    assert!(
        offered
            .as_array()
            .is_some_and(|zones| zones.contains(&json!("Europe/Berlin")))
    );
}

#[test]
fn today_is_the_company_s_day() {
    for (zone, done_on) in [("UTC", "2027-03-01"), ("Asia/Tokyo", "2027-03-02")] {
        let mut story = in_zone(zone);
        let plan = story.begin_plan(2027);
        story.clock.set(instant("2027-03-01T20:00:00Z"));
        let added = story.call(
            "add_decision",
            json!({ "plan": plan, "values": { "name": "One list" } }),
        );
        assert_eq!(added["decided_on"], done_on, "{zone}");
    }
}

#[test]
fn a_document_prints_the_days_and_the_clock_of_the_company_also_of_a_version_signed_before() {
    let mut story = Story::new();
    story.begin_plan(2027);
    let plan = story.make_ready(2027);
    story.clock.set(instant("2026-12-01T20:30:00Z"));
    story.sign_plan(&plan);
    for (zone, day, moment) in [
        ("UTC", "1 Dec 2026", "1 Dec 2026, 20:30 UTC"),
        ("Asia/Tokyo", "2 Dec 2026", "2 Dec 2026, 05:30 JST"),
    ] {
        story.call("edit_company", json!({ "change": { "time_zone": zone } }));
        let document = lockstep_core::plan::queries::PlanDocument {
            year: 2027,
            version: Some(1),
        };
        let view = story.workspace.ask(document).expect("the version");
        let words = lockstep_workspace::words::Words::new(&view.company);
        let version = view.agreement.in_force.as_ref().expect("signed");
        assert_eq!(words.day_of(version.proposed_at), day);
        assert_eq!(words.moment(version.proposed_at), moment);
        let today = view.company.zone().day_of(instant("2026-12-05T20:00:00Z"));
        let pdf = lockstep_export::plan::pdf(&view, &Options::on(today)).expect("a document");
        assert!(!pdf.bytes.is_empty());
    }
}

fn import(story: &mut Story, content: &str) -> ImportReport {
    let path = story.folder().join("leads.csv");
    std::fs::write(&path, content).expect("a file");
    let file = DataFile::new(&path, Default::default()).read_by(ReadBy::Ourselves);
    let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
    let proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("recognised");
    story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true)
        .expect("taken in")
}

fn came_in(story: &mut Story) -> Vec<String> {
    let leads = story.call("list_leads", json!({ "sort": "name" }));
    let leads = leads["leads"].as_array().expect("leads");
    let mut days: Vec<String> = leads
        .iter()
        .map(|lead| {
            format!(
                "{} {}",
                lead["name"].as_str().unwrap_or("–"),
                lead["created_on"].as_str().unwrap_or("–")
            )
        })
        .collect();
    days.sort();
    days
}

#[test]
fn a_time_of_an_export_is_read_as_the_company_s_day_and_the_report_says_so() {
    const TIMES: &str = "\
Lead ID,Name,Email,Created Date
1,Ada,ada@one.example,2026-03-28T23:30:00Z
2,Ben,ben@two.example,2026-03-29T22:30:00Z
3,Cleo,cleo@three.example,2026-06-01T00:15:00+02:00
";
    for (zone, days) in [
        ("UTC", ["Ada 2026-03-28", "Ben 2026-03-29", "Cleo 2026-05-31"]),
        // Summer time begins on the 29th.
        (
            "Europe/Berlin",
            ["Ada 2026-03-29", "Ben 2026-03-30", "Cleo 2026-06-01"],
        ),
        (
            "America/New_York",
            ["Ada 2026-03-28", "Ben 2026-03-29", "Cleo 2026-05-31"],
        ),
    ] {
        let mut story = in_zone(zone);
        let report = import(&mut story, TIMES);
        assert_eq!(came_in(&mut story), days, "{zone}");
        let note = format!("each is read as its date in {zone}, the company’s time zone.");
        assert!(
            report.notes.iter().any(|said| said.contains(&note)),
            "{:?}",
            report.notes
        );
    }
}

#[test]
fn days_that_a_program_wrote_as_midnight_and_times_without_a_zone_stay_where_they_are() {
    const PLAIN: &str = "\
Lead ID,Name,Email,Created Date
1,Ada,ada@one.example,2026-03-28T00:00:00Z
2,Ben,ben@two.example,2026-03-29T00:00:00Z
";
    for content in [PLAIN.to_string(), PLAIN.replace("00:00:00Z", "23:50:00")] {
        let mut story = in_zone("America/Los_Angeles");
        let report = import(&mut story, &content);
        assert_eq!(came_in(&mut story), ["Ada 2026-03-28", "Ben 2026-03-29"]);
        assert!(
            report.notes.iter().all(|note| !note.contains("time zone")),
            "{:?}",
            report.notes
        );
    }
}
