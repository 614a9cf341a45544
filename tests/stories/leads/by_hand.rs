//! What somebody says of one lead by hand tells nothing of the others.

use lockstep_tests::story::Story;
use serde_json::{Value, json};

use super::import;

/// Contacts as a marketing program exports them: who became a customer is told, and not who was contacted or turned down.
const CONTACTS: &str = "\
Record ID,Email,First Name,Last Name,Lifecycle Stage,Original Source,Create Date
1,a@x.example,Ann,Ames,Customer,Web,2026-03-02
2,b@x.example,Bob,Bell,Lead,Web,2026-03-03
3,c@x.example,Cat,Cole,Lead,Web,2026-04-03
4,d@x.example,Dan,Dale,Opportunity,Event,2026-04-04
";

fn all(story: &mut Story) -> Value {
    story.call("lead_funnel", json!({ "by": "source" }))["all"].clone()
}

fn open_questions(row: &Value) -> [Value; 4] {
    [
        row["rejected"].clone(),
        row["acceptance"]["basis_points"].clone(),
        row["untouched_overdue"].clone(),
        row["lost_or_ignored"]["basis_points"].clone(),
    ]
}

#[test]
fn one_rejection_by_hand_does_not_make_known_what_no_file_says() {
    let mut story = Story::new();
    import(&mut story, "contacts.csv", CONTACTS);
    let nothing = [Value::Null, Value::Null, Value::Null, Value::Null];
    assert_eq!(open_questions(&all(&mut story)), nothing);
    let undecided = story.call("list_leads", json!({ "text": "bob" }))["leads"][0]["id"].clone();
    let other = story.call("list_leads", json!({ "text": "cat" }))["leads"][0]["id"].clone();

    story.call("reject_lead", json!({ "id": undecided, "reason": "no_fit" }));
    assert_eq!(open_questions(&all(&mut story)), nothing);
    story.call(
        "recycle_lead",
        json!({ "id": other, "reason": "bad_timing", "wake_up_on": "2027-03-01" }),
    );
    assert_eq!(open_questions(&all(&mut story)), nothing);
    // The same after the leads are read afresh.
    let mut story = story.reopened();
    assert_eq!(open_questions(&all(&mut story)), nothing);
    let rejected = story.call("list_leads", json!({ "state": "rejected" }));
    assert_eq!(rejected["total"], 1, "it stands where it was said");

    // Control: a file that says it makes it known.
    let told = "Record ID,Email,Lead Status\n9,z@x.example,Rejected\n10,y@x.example,New\n";
    import(&mut story, "told.csv", told);
    let row = all(&mut story);
    assert_eq!(row["rejected"], 2, "{row}");
    assert!(row["lost_or_ignored"]["basis_points"].is_number(), "{row}");
}

#[test]
fn where_only_people_here_decide_what_they_say_counts() {
    let mut story = Story::new();
    import(
        &mut story,
        "leads.csv",
        "Lead ID,Name,Lead Source\n1,Ada,Web\n2,Ben,Web\n3,Cleo,Web\n",
    );
    let leads = story.call("list_leads", json!({}))["leads"].clone();
    story.call("accept_lead", json!({ "id": leads[0]["id"] }));
    story.call("reject_lead", json!({ "id": leads[1]["id"], "reason": "no_fit" }));
    let row = all(&mut story);
    assert_eq!(
        (
            &row["accepted"],
            &row["rejected"],
            &row["acceptance"]["part"],
            &row["acceptance"]["n"]
        ),
        (&json!(1), &json!(1), &json!(1), &json!(2))
    );
}

#[test]
fn of_a_source_of_whose_leads_nothing_is_known_nothing_is_said() {
    let mut story = Story::new();
    import(
        &mut story,
        "leads.csv",
        "Lead ID,Name,Lead Source,Lead Status,Created Date\n1,Ada,Web,New,2026-03-02\n2,Ben,Web,Working,2026-03-02\n",
    );
    import(
        &mut story,
        "others.csv",
        "Lead ID,Name,Lead Source,Created Date\n11,Cleo,Event,2026-03-02\n12,Dan,Event,2026-03-02\n",
    );
    let funnel = story.call("lead_funnel", json!({ "by": "source" }));
    let row = |name: &str| {
        let rows = funnel["rows"].as_array().expect("rows");
        rows.iter()
            .find(|row| row["name"] == name)
            .expect("the source")
            .clone()
    };
    assert_eq!(row("Event")["lost_or_ignored"]["basis_points"], Value::Null);
    assert_eq!(row("Event")["untouched"], Value::Null);
    assert_eq!(row("Web")["untouched_overdue"], 1);
}
