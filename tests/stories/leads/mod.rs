//! Exported files are taken in, taken in again, and taken back; what became of the leads is counted.

mod addresses;
mod amounts;
mod asking;
mod by_hand;
mod carrying;
mod choosing;
mod contradicting;
mod counting;
mod data_cleaning;
mod day_orders;
mod drafting;
mod hidden_rows;
mod identity;
mod left_out;
mod longer_costs;
mod next_export;
mod notations;
mod older_exports;
mod reading_ahead;
mod reading_back;
mod reverting;
mod reverting_any;
mod splitting;
mod states;
mod sums_in_costs;
mod taking_in;
mod ticking;
mod two_amounts;
mod two_exports;
mod wholes;
mod working;
mod year;

use std::path::PathBuf;

use lockstep_core::leads::importing::{
    DataFile, Doubt, ImportFiles, ImportReport, MappingEdit, Question, ReadBy,
};
use lockstep_tests::{
    processes::program,
    story::{Story, text},
};
use lockstep_workspace::Error;
use serde_json::{Value, json};

pub const LEADS: &str = "\
Lead ID,Name,Email,Company,Lead Source,Lead Owner,Created Date,Lead Status,Reason,Opportunity ID,Employees,VIP
1,Ada,ada@one.example,One,Web,Kim,2026-01-10,Converted,,O-1,250,yes
2,Ben,ben@two.example,Two,Web,Kim,2026-02-11,New,,,12,no
3,Cleo,cleo@three.example,Three,Trade Show,Lou,2026-05-12,Disqualified,Abandoned,,,no
4,Dan,dan@four.example,Four,,Lou,2026-05-13,Working,,,80,no
5,Eve,eve@five.example,Five,Trade Show,Lou,2026-06-14,Accepted,,,9000,yes
6,Finn,finn@six.example,Six,Trade Show,Lou,2026-06-15,Rejected,No Budget,,7,no
";
pub const DEALS: &str = "\
Opportunity ID,Deal Name,Amount,Stage,Created Date,Close Date,Contact Email
O-1,One big,\"1,200.50\",Closed Won,2026-01-20,2026-03-21,
O-2,Five first,300,Closed Lost,2026-06-20,2026-07-01,EVE@five.example
O-3,Nobody knows,50,Negotiation,2026-07-01,,
";
pub const COSTS: &str = "\
Lead Source,Month,Cost
Web,2026-01,100
Web,2026-01,20
Trade Show,2026-05,\"3,000\"
";

/// A file that is read without a child process: many small ones are read in no time.
fn own_file(story: &Story, name: &str, content: &str) -> DataFile {
    let path: PathBuf = story.folder().join(name);
    std::fs::write(&path, content).expect("a file");
    DataFile::new(&path, Default::default()).read_by(ReadBy::Ourselves)
}

fn file(story: &Story, name: &str, content: &str) -> DataFile {
    let path: PathBuf = story.folder().join(name);
    std::fs::write(&path, content).expect("a file");
    let reader = program("lockstep-cli").expect("the reader is built");
    DataFile::new(&path, Default::default()).read_by(ReadBy::Child(Some(reader)))
}

fn try_import(story: &mut Story, name: &str, content: &str) -> Result<ImportReport, Error> {
    let file = file(story, name, content);
    let surveyed = file.look(&mut |_, _| true)?;
    let proposed = story.workspace.propose_import(&surveyed, None)?;
    story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true)
}

#[track_caller]
pub fn import(story: &mut Story, name: &str, content: &str) -> ImportReport {
    try_import(story, name, content).unwrap_or_else(|error| panic!("{name} was refused: {error:?}"))
}

/// Takes a file in, with an answer where it asks; returns what it asked, and the report.
fn answered(
    story: &mut Story,
    content: &str,
    edit: Option<&MappingEdit>,
) -> (Vec<Question>, Result<ImportReport, Error>) {
    let file = own_file(story, "export.csv", content);
    let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
    let mut proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("it is recognised");
    let mut open = proposed.questions(&surveyed);
    open.retain(|question| question.waits && question.answered.is_none());
    if let Some(edit) = edit {
        proposed.apply(edit, &surveyed).expect("it is heard");
    }
    let report = story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true);
    (open, report)
}

/// What questions are about.
fn about(open: &[Question]) -> Vec<Doubt> {
    open.iter().map(|question| question.about).collect()
}

fn counts(report: &ImportReport) -> [i64; 4] {
    [report.added, report.updated, report.unchanged, report.rejected]
}

/// All rows of leads, opportunities and costs.
fn rows(story: &mut Story) -> String {
    let of_files = |line: &&str| {
        ["lead ", "opportunity ", "cost "]
            .iter()
            .any(|table| line.starts_with(table))
    };
    let state = story.state();
    state.lines().filter(of_files).collect::<Vec<_>>().join("\n")
}

#[track_caller]
pub fn clean(story: &Story) {
    let report = story.workspace.check().expect("it can be checked");
    assert!(report.ok, "{:?}", report.problems);
}

fn lead(story: &mut Story, name: &str) -> Value {
    let page = story.call("list_leads", json!({ "text": name }));
    assert_eq!(page["total"], 1, "{page}");
    let id = page["leads"][0]["id"].clone();
    story.call("open_lead", json!({ "id": id }))
}

fn edit(story: &mut Story, name: &str, change: Value) {
    let id = lead(story, name)["lead"]["id"].clone();
    story.call("edit_lead", json!({ "id": id, "change": change }));
}
