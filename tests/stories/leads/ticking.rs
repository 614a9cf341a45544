//! Boxes to tick: one that is not ticked says that nothing is decided, or that sales said no.

use lockstep_core::leads::{
    Acceptance, Field, Term,
    importing::{Doubt, MappingEdit},
};

use super::*;

const BOXES: &str = "Lead ID,Last Name,Lead Source,Created Date,Accepted\n1,A,Web,2026-01-10,TRUE\n2,B,Web,2026-01-11,FALSE\n\
                     3,C,Web,2026-01-12,FALSE\n4,D,Web,2026-01-13,TRUE\n";

fn all(story: &mut Story) -> Value {
    story.call("lead_funnel", json!({ "by": "source" }))["all"].clone()
}

#[test]
fn a_box_that_is_not_ticked_is_asked_about_once() {
    let mut story = Story::new();
    let refused = try_import(&mut story, "leads.csv", BOXES).expect_err("it is asked");
    assert_eq!(refused.field.as_deref(), Some("value"));
    assert!(refused.message.contains("“FALSE” in “Accepted”"), "{refused:?}");

    for (answer, rejected) in [(0, Value::Null), (1, json!(2))] {
        let mut story = Story::new();
        let file = file(&story, "leads.csv", BOXES);
        let surveyed = file.look(&mut |_, _| true).expect("it is surveyed through");
        let mut proposed = story
            .workspace
            .propose_import(&surveyed, None)
            .expect("recognised");
        let questions = proposed.questions(&surveyed);
        assert_eq!((questions.len(), questions[0].about), (1, Doubt::Values));
        let edit = questions[0].answers[answer].edit.clone();
        proposed.apply(&edit, &surveyed).expect("it is heard");
        assert_eq!(proposed.questions(&surveyed)[0].answered, Some(answer));
        story
            .workspace
            .import(&file, &surveyed, &proposed, &mut |_, _| true)
            .expect("it is imported");
        assert_eq!(all(&mut story)["rejected"], rejected);
        // The next export asks nothing, and is read alike.
        import(
            &mut story,
            "next.csv",
            &BOXES.replace("4,D,Web,2026-01-13,TRUE", "5,E,Web,2026-01-14,TRUE"),
        );
        assert_eq!(all(&mut story)["rejected"], rejected);
        assert_eq!(all(&mut story)["leads"], 5);
    }
}

#[test]
fn what_is_typed_for_a_value_answers_it_too() {
    let mut story = Story::new();
    let file = file(&story, "leads.csv", BOXES);
    let surveyed = file.look(&mut |_, _| true).expect("it is surveyed through");
    let mut proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("recognised");
    let edit = MappingEdit::Value {
        field: Field::Accepted,
        value: "FALSE".into(),
        term: Some(Term::Acceptance(Acceptance::Undecided)),
        says_nothing: false,
    };
    proposed.apply(&edit, &surveyed).expect("it is heard");
    proposed.must_be_answered(&surveyed).expect("nothing is left");

    // Whoever accepts guesses is told what was taken as likely.
    let mut proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("recognised");
    proposed.choice.accepts_guesses = true;
    let report = story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true)
        .expect("it is imported");
    assert!(
        report.guesses[0].contains("nothing is decided yet"),
        "{:?}",
        report.guesses
    );
    assert_eq!(all(&mut story)["rejected"], Value::Null);
}

#[test]
fn a_no_beside_the_day_of_a_decision_is_one_and_without_the_day_it_is_none() {
    let mut story = Story::new();
    let report = import(
        &mut story,
        "leads.csv",
        "Lead ID,Last Name,Lead Source,Created Date,Accepted,Decision Date\n1,A,Web,2026-01-10,Yes,2026-01-12\n\
         2,B,Web,2026-01-11,No,2026-01-13\n3,C,Web,2026-01-12,No,\n4,D,Web,2026-01-13,No,\n",
    );
    let all = all(&mut story);
    assert_eq!((&all["accepted"], &all["rejected"]), (&json!(1), &json!(1)));
    let said = "2 rows say no in “Accepted” and have no date of a decision";
    assert!(
        report.notes.iter().any(|note| note.starts_with(said)),
        "{:?}",
        report.notes
    );
}

#[test]
fn a_no_beside_empty_cells_is_an_answer_of_its_own() {
    let mut story = Story::new();
    import(
        &mut story,
        "leads.csv",
        "Lead ID,Last Name,Lead Source,Created Date,Accepted\n1,A,Web,2026-01-10,Yes\n2,B,Web,2026-01-11,No\n\
         3,C,Web,2026-01-12,\n4,D,Web,2026-01-13,\n",
    );
    let all = all(&mut story);
    assert_eq!((&all["accepted"], &all["rejected"]), (&json!(1), &json!(1)));
}

/// “Won: no” is lost or open, “Converted: no” is no stage, “Closed” says neither won nor lost.
#[test]
fn other_boxes_are_no_decisions_either() {
    let mut story = Story::new();
    let refused = try_import(
        &mut story,
        "deals.csv",
        "Deal ID,Deal Name,Amount,Close Date,Won\nD1,A,100,2026-03-01,true\nD2,B,100,2026-03-01,false\n",
    )
    .expect_err("it is asked");
    assert!(refused.message.contains("“false” in “Won”"), "{refused:?}");
    let mut story = Story::new();
    import(
        &mut story,
        "leads.csv",
        "Lead ID,Last Name,Lead Source,Created Date,Lead Status,Converted,Closed\n1,A,Web,2026-01-10,Working,false,true\n\
         2,B,Web,2026-01-11,Converted,true,false\n3,C,Web,2026-01-12,New,false,false\n",
    );
    let all = all(&mut story);
    let read = ["won", "lost", "rejected"].map(|name| all[name].clone());
    assert_eq!(read, [Value::Null, Value::Null, Value::Null], "{all}");
    assert_eq!(all["converted"]["part"], 1);
}
