//! A million leads take seconds to read. They are read some at a time, and whoever asks for something else meanwhile is
//! answered at once.

use super::*;

/// More than are read in two steps.
const MANY: usize = 5_000;

fn with_many_leads() -> Story {
    let mut story = Story::new();
    import(&mut story, "leads.csv", &lockstep_tests::leads::leads(1, MANY));
    import(
        &mut story,
        "deals.csv",
        &lockstep_tests::leads::opportunities(1, MANY),
    );
    story.reopened()
}

fn read_ahead(story: &Story) -> bool {
    story.workspace.prefetch().expect("leads that can be read")
}

/// Asks as the window does, which gets its answer as text.
fn ask_patiently(story: &mut Story, name: &str, input: Value) -> Option<String> {
    let reply = story.workspace.call_non_blocking(name, input);
    let reply = reply.expect("a question that may be asked")?;
    Some(reply.answer.get().to_string())
}

/// Everything that the columns say, as it is asked for.
fn all_that_is_said(story: &mut Story) -> Vec<Value> {
    vec![
        story.call("lead_funnel", json!({ "by": "source" })),
        story.call("lead_funnel", json!({ "by": "Industry" })),
        story.call("lost_or_ignored", json!({ "by": "owner" })),
        story.call("list_leads", json!({ "text": "person 4", "limit": 200 })),
        story.call("list_leads", json!({ "sort": "owner", "offset": MANY - 100 })),
        story.call("lead_choices", json!({})),
    ]
}

#[test]
fn a_question_about_leads_waits_for_them_and_other_questions_do_not() {
    let mut story = with_many_leads();
    let funnel = json!({ "by": "source" });
    assert_eq!(ask_patiently(&mut story, "lead_funnel", funnel.clone()), None);
    assert!(read_ahead(&story));
    assert_eq!(ask_patiently(&mut story, "lead_funnel", funnel.clone()), None);
    assert!(ask_patiently(&mut story, "list_plans", json!({})).is_some());
    while read_ahead(&story) {}
    let patient = ask_patiently(&mut story, "lead_funnel", funnel.clone());
    let mut impatient = story.reopened();
    let at_once = impatient.workspace.call_for_text("lead_funnel", funnel);
    assert_eq!(patient.as_deref(), Some(at_once.expect("the funnel").get()));
}

#[test]
fn whoever_does_not_want_to_wait_has_the_rest_read_at_once() {
    let mut story = with_many_leads();
    assert!(read_ahead(&story));
    let half_way = all_that_is_said(&mut story);
    assert!(!read_ahead(&story));
    assert_eq!(half_way, all_that_is_said(&mut story.reopened()));
}

#[test]
fn what_changes_while_leads_are_read_is_in_what_was_read() {
    let mut story = with_many_leads();
    let listed = story.call("list_leads", json!({ "limit": 1 }));
    let first = listed["leads"][0]["id"].clone();
    let last = story.call("list_leads", json!({ "limit": 1, "reverse": true }))["leads"][0]["id"].clone();
    let mut story = story.reopened();
    assert!(read_ahead(&story));
    for (id, owner) in [(&first, "Nora"), (&last, "Otto")] {
        story.call(
            "edit_lead",
            json!({ "id": id, "change": { "owner": owner, "stage": "rejected", "reason": "no_fit" } }),
        );
    }
    while read_ahead(&story) {}
    for owner in ["Nora", "Otto"] {
        let theirs = story.call("list_leads", json!({ "owner": owner, "stage": "rejected" }));
        assert_eq!(theirs["total"], 1, "{owner}");
    }
    let said = all_that_is_said(&mut story);
    assert_eq!(said, all_that_is_said(&mut story.reopened()));
}

#[test]
fn leads_that_come_or_go_while_others_are_read_are_counted_right() {
    let mut story = with_many_leads();
    assert!(read_ahead(&story));
    let more = import(
        &mut story,
        "more.csv",
        &lockstep_tests::leads::leads(MANY + 1, 300),
    );
    assert!(more.added > 0);
    while read_ahead(&story) {}
    let said = all_that_is_said(&mut story);
    let mut story = story.reopened();
    assert_eq!(said, all_that_is_said(&mut story));

    let mut story = story.reopened();
    assert!(read_ahead(&story));
    story.call("revert_import", json!({ "import": more.import }));
    let said = all_that_is_said(&mut story);
    assert_eq!(said[0]["all"]["leads"], json!(MANY));
    assert_eq!(said, all_that_is_said(&mut story.reopened()));
}

#[test]
fn an_action_is_carried_out_once_though_nothing_is_read() {
    let mut story = with_many_leads();
    let plan = ask_patiently(&mut story, "begin_plan", json!({ "year": 2027 }));
    assert!(plan.is_some());
    let plans = story.call("list_plans", json!({}));
    assert_eq!(plans.as_array().map(Vec::len), Some(1));
}

#[test]
fn after_an_import_leads_are_read_some_at_a_time_again() {
    let mut story = with_many_leads();
    let funnel = json!({ "by": "source" });
    while read_ahead(&story) {}
    assert!(ask_patiently(&mut story, "lead_funnel", funnel.clone()).is_some());
    import(&mut story, "more.csv", &lockstep_tests::leads::leads(MANY + 1, 3));
    assert_eq!(ask_patiently(&mut story, "lead_funnel", funnel.clone()), None);
    assert!(read_ahead(&story));
    assert_eq!(ask_patiently(&mut story, "lead_funnel", funnel.clone()), None);
    while read_ahead(&story) {}
    let patient = ask_patiently(&mut story, "lead_funnel", funnel.clone());
    let patient: Value = serde_json::from_str(&patient.expect("a funnel")).expect("JSON");
    assert_eq!(patient["all"]["leads"], MANY + 3);
}
