//! Rows of leads that carry their deals: each lead and each deal counts once, however the rows repeat them.

use lockstep_core::leads::{
    RecordKind,
    importing::{Doubt, ImportFiles, MappingEdit},
};

use super::*;

const ONE_DEAL_OF_TWO_LEADS: &str = "\
Lead ID,Email,Last Name,Lead Source,Created Date,Opportunity ID,Opportunity Amount,Opportunity Stage,Opportunity Close Date
1,a@x.example,A,Organic,2024-01-10,9001,5000,Closed Won,2024-03-01
2,b@x.example,B,Paid,2024-01-11,9001,5000,Closed Won,2024-03-01
3,c@x.example,C,Paid,2024-01-12,,,,
";
const CONVERTED_LEADS: &str = "\
First Name,Last Name,Company,Lead Source,Created Date,Converted,Converted Date,Opportunity Name,Opportunity: Amount,Opportunity: Stage
Ada,Ace,Uno,Web,2024-01-10,1,2024-02-01,Uno - Licence,5000,Closed Won
Bob,Bee,Uno,Fair,2024-01-12,1,2024-02-03,Uno - Licence,5000,Closed Won
Cid,Cee,Due,Web,2024-01-13,0,,,,
Dee,Dye,Tre,Web,2024-01-14,1,2024-02-20,Tre - Pilot,700,Negotiation
";
const SEVERAL_DEALS_OF_ONE_LEAD: &str = "\
Lead ID,Last Name,Lead Source,Created Date,Opportunity ID,Opportunity Name,Opportunity Amount,Opportunity Stage,Opportunity Close Date
1,A,Web,2024-01-10,O1,First,100,Closed Won,2024-03-01
1,A,Web,2024-01-10,O2,Second,900,Closed Won,2024-05-01
2,B,Fair,2024-01-11,O3,Third,400,Closed Lost,2024-05-01
3,C,Fair,2024-01-11,,,,,
";

fn all(story: &mut Story) -> Value {
    story.call("lead_funnel", json!({ "by": "source" }))["all"].clone()
}

#[track_caller]
fn expect_all(story: &mut Story, expected: Value) {
    let all = all(story);
    for (name, value) in expected.as_object().expect("numbers by name") {
        assert_eq!(&all[name], value, "{name} of {all}");
    }
}

#[test]
fn a_deal_that_two_leads_name_counts_once() {
    let mut story = Story::new();
    let report = import(&mut story, "leads.csv", ONE_DEAL_OF_TWO_LEADS);
    assert_eq!((report.kind, counts(&report)), (RecordKind::Leads, [3, 0, 0, 0]));
    assert!(
        report
            .notes
            .iter()
            .any(|note| note.starts_with("One lead shares its opportunity with an earlier row")),
        "{:?}",
        report.notes
    );
    expect_all(
        &mut story,
        json!({ "leads": 3, "opportunities": 1, "won": 1, "won_value": 500_000, "accepted": 2 }),
    );
    let again = import(&mut story, "leads.csv", ONE_DEAL_OF_TWO_LEADS);
    assert_eq!(counts(&again), [0, 0, 3, 0]);
    expect_all(&mut story, json!({ "opportunities": 1, "won_value": 500_000 }));
    clean(&story);
}

#[test]
fn leads_with_the_name_of_their_deal_are_leads_and_one_without_is_one() {
    let mut story = Story::new();
    let report = import(&mut story, "converted.csv", CONVERTED_LEADS);
    assert_eq!((report.kind, counts(&report)), (RecordKind::Leads, [4, 0, 0, 0]));
    expect_all(
        &mut story,
        json!({ "leads": 4, "opportunities": 2, "won": 1, "won_value": 500_000, "accepted": 3 }),
    );
    assert_eq!(
        counts(&import(&mut story, "converted.csv", CONVERTED_LEADS)),
        [0, 0, 4, 0]
    );
}

#[test]
fn a_lead_in_several_rows_is_one_with_several_deals() {
    let mut story = Story::new();
    let report = import(&mut story, "leads.csv", SEVERAL_DEALS_OF_ONE_LEAD);
    assert_eq!((report.kind, counts(&report)), (RecordKind::Leads, [3, 1, 0, 0]));
    expect_all(
        &mut story,
        json!({ "leads": 3, "opportunities": 3, "won": 2, "lost": 1, "won_value": 100_000 }),
    );
    assert_eq!(
        counts(&import(&mut story, "leads.csv", SEVERAL_DEALS_OF_ONE_LEAD)),
        [0, 0, 4, 0]
    );
    clean(&story);

    // Without ids, the names of the deals tell them apart.
    let mut story = Story::new();
    let mut unnumbered = SEVERAL_DEALS_OF_ONE_LEAD.replace("Opportunity ID", "Region");
    for id in ["O1", "O2", "O3"] {
        unnumbered = unnumbered.replace(id, "EU");
    }
    import(&mut story, "leads.csv", &unnumbered);
    expect_all(
        &mut story,
        json!({ "leads": 3, "opportunities": 3, "won_value": 100_000 }),
    );
}

#[test]
fn other_languages_name_the_deal_at_the_end() {
    let mut story = Story::new();
    let report = import(
        &mut story,
        "leads.csv",
        "Lead ID;Nachname;Leadquelle;Erstellt am;Wert der Verkaufschance;Phase der Verkaufschance\n\
         1;A;Web;2024-01-10;500;Gewonnen\n2;B;Messe;2024-01-11;;\n",
    );
    assert_eq!((report.kind, counts(&report)), (RecordKind::Leads, [2, 0, 0, 0]));
    expect_all(&mut story, json!({ "leads": 2, "won_value": 50_000 }));
}

#[test]
fn rows_that_may_be_either_are_asked_about() {
    const EITHER: &str = "\
First Name,Last Name,Lead Source,Created Date,Opportunity Name,Opportunity Amount,Stage,Company
Ada,Ace,Web,2024-01-10,Uno - Licence,5000,Closed Won,Uno
Bob,Bee,Fair,2024-01-12,Uno - Licence,5000,Closed Won,Uno
";
    let mut story = Story::new();
    let refused = try_import(&mut story, "either.csv", EITHER).expect_err("it is asked");
    assert_eq!(refused.field.as_deref(), Some("kind"), "{refused:?}");
    assert!(
        refused
            .hint
            .as_deref()
            .is_some_and(|hint| hint.contains("--kind leads"))
    );

    let file = file(&story, "either.csv", EITHER);
    let surveyed = file.look(&mut |_, _| true).expect("it is surveyed through");
    let mut proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("recognised");
    let kind = RecordKind::Leads;
    proposed
        .apply(&MappingEdit::Kind { kind }, &surveyed)
        .expect("it is heard");
    let questions = proposed.questions(&surveyed);
    let about = questions.iter().find(|question| question.about == Doubt::Kind);
    assert_eq!(about.and_then(|question| question.answered), Some(0));
    story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true)
        .expect("it is imported");
    expect_all(&mut story, json!({ "leads": 2, "won_value": 500_000 }));
    // The next export of the shape asks nothing.
    let next = import(&mut story, "next.csv", &EITHER.replace("Bob,Bee", "Bea,Bee"));
    assert_eq!(next.kind, RecordKind::Leads);
}

#[test]
fn deals_that_name_their_contact_stay_deals() {
    let mut story = Story::new();
    let report = import(
        &mut story,
        "deals.csv",
        "Deal ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Original Source,Associated Contact\n\
         1,Alpha,Closed Won,500,2024-03-01,2024-01-01,Web,Ada Ace\n",
    );
    assert_eq!(report.kind, RecordKind::Opportunities);
}

#[test]
fn a_stage_of_an_open_deal_and_nothing_else_is_named_and_kept_with_the_lead() {
    let mut story = Story::new();
    let report = import(
        &mut story,
        "leads.csv",
        "Lead ID,Name,Lead Source,Created,Amount,Deal Stage,Close Date\n\
         1,Ada,Web,2026-01-10,200,Closed Won,2026-03-01\n\
         2,Ben,Web,2026-01-11,,Negotiation,\n\
         3,Cleo,Web,2026-01-12,300,Negotiation,\n",
    );
    let named = report
        .notes
        .iter()
        .filter(|note| note.contains("stage of an open opportunity"));
    assert_eq!(named.count(), 1, "{:?}", report.notes);
    assert!(
        report.notes.iter().any(|note| note.starts_with("One row")),
        "{:?}",
        report.notes
    );
    assert_eq!(
        story.call("lead_funnel", json!({ "by": "source" }))["all"]["opportunities"],
        2
    );
    let ben = story.call("list_leads", json!({ "text": "ben" }))["leads"][0]["id"].clone();
    let lead = story.call("open_lead", json!({ "id": ben }))["lead"].clone();
    assert_eq!(lead["attributes"]["Deal Stage"], "Negotiation", "{lead}");
}
