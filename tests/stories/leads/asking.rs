//! What a file does not say for certain, although a number depends on it, is asked before anything is imported; what was
//! answered once is not asked again.

use lockstep_core::leads::{
    Field, Outcome, Term,
    importing::{Doubt, ImportFiles, MappingEdit, Proposed, Question, Surveyed},
};

use super::*;

const GERMAN: &str = "\
Deal ID;Deal Name;Account;Betrag;Stage;Abschlussdatum
D1;Alpha;Nord;1.500;Gewonnen;15.03.2024
D2;Beta;Süd;12.000;Gewonnen;20.04.2024
";

struct Asked {
    file: DataFile,
    surveyed: Surveyed,
    proposed: Proposed,
}

/// Looks through a file and says how it would be imported.
fn asked(story: &Story, name: &str, content: &str) -> Asked {
    let file = file(story, name, content);
    let surveyed = file.look(&mut |_, _| true).expect("it is surveyed through");
    let proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("it is recognised");
    Asked {
        file,
        surveyed,
        proposed,
    }
}

impl Asked {
    /// The questions that are open.
    fn questions(&self) -> Vec<Question> {
        let mut all = self.proposed.questions(&self.surveyed);
        all.retain(|question| question.waits && question.answered.is_none());
        all
    }

    #[track_caller]
    fn about(&self, about: Doubt) -> Question {
        let questions = self.questions();
        let found = questions.iter().find(|question| question.about == about);
        found
            .unwrap_or_else(|| panic!("nothing is asked about {about:?}: {questions:?}"))
            .clone()
    }

    #[track_caller]
    fn say(&mut self, edit: &MappingEdit) {
        self.proposed.apply(edit, &self.surveyed).expect("it is heard");
    }

    #[track_caller]
    fn import(&self, story: &mut Story) -> ImportReport {
        story
            .workspace
            .import(&self.file, &self.surveyed, &self.proposed, &mut |_, _| true)
            .expect("it is imported")
    }
}

fn all(story: &mut Story) -> Value {
    story.call("lead_funnel", json!({ "by": "source" }))["all"].clone()
}

#[test]
fn amounts_that_can_be_read_in_two_ways_are_asked_about_once() {
    let mut story = Story::new();
    let refused = try_import(&mut story, "deals.csv", GERMAN).expect_err("it is asked");
    assert_eq!(refused.field.as_deref(), Some("decimal"));
    assert!(refused.message.contains("“1.500”"), "{refused:?}");
    assert_eq!(all(&mut story)["opportunities"], 0, "nothing was imported");

    let mut deals = asked(&story, "deals.csv", GERMAN);
    let question = deals.about(Doubt::Decimal);
    let labels: Vec<&str> = question
        .answers
        .iter()
        .map(|answer| answer.label.as_str())
        .collect();
    assert_eq!(labels, ["A comma: “1.500” is 1500", "A point: “1.500” is 1.5"]);
    assert!(question.answers[0].likely.is_some() && question.answers[1].likely.is_none());
    deals.say(&question.answers[0].edit);
    assert_eq!(deals.questions(), []);
    deals.import(&mut story);
    assert_eq!(all(&mut story)["won_value"], 1_350_000);

    // The next export of the kind asks nothing.
    import(
        &mut story,
        "next.csv",
        &GERMAN.replace("D2;Beta;Süd;12.000", "D3;Gamma;West;2.000"),
    );
    assert_eq!(all(&mut story)["won_value"], 1_550_000);
}

#[test]
fn where_the_language_of_the_workspace_writes_thousands_so_nobody_is_asked() {
    let mut story = Story::founded(|founding| founding.language = "de-DE".into());
    import(&mut story, "deals.csv", GERMAN);
    assert_eq!(all(&mut story)["won_value"], 1_350_000);
}

#[test]
fn unlike_currencies_are_never_added_up() {
    let mut story = Story::new();
    let report = import(
        &mut story,
        "deals.csv",
        "Deal ID,Deal Name,Amount,Stage\nD1,A,USD 100.00,Closed Won\nD2,B,EUR 100.00,Closed Won\nD3,C,£50.00,Closed Won\n",
    );
    let apart: Vec<(Option<&str>, i64, Option<i64>)> = report
        .apart
        .iter()
        .map(|apart| (apart.currency.as_deref(), apart.rows, apart.hundredths))
        .collect();
    assert_eq!(
        apart,
        [(Some("USD"), 1, Some(10_000)), (Some("£"), 1, Some(5_000))]
    );
    let all = all(&mut story);
    assert_eq!((&all["won"], &all["won_value"]), (&json!(3), &json!(10_000)));
    assert!(
        rows(&mut story).contains("USD 100.00"),
        "the amount stands with its record"
    );
}

#[test]
fn amounts_that_are_all_in_another_currency_are_asked_about() {
    let mut story = Story::new();
    let text = "Deal ID,Deal Name,Amount (USD),Stage\nD1,A,100,Closed Won\nD2,B,250,Closed Won\n";
    let mut deals = asked(&story, "deals.csv", text);
    let question = deals.about(Doubt::Currency);
    assert_eq!(question.column, "Amount (USD)");
    deals.say(&question.answers[0].edit);
    let report = deals.import(&mut story);
    assert_eq!((report.apart.len(), report.apart[0].rows), (1, 2));
    let of_all = all(&mut story);
    assert_eq!(
        (&of_all["won"], &of_all["won_value"], &of_all["won_without_value"]),
        (&json!(2), &Value::Null, &json!(2)),
        "what was won is known, what it is worth in euros is not"
    );

    let mut story = Story::new();
    let mut deals = asked(&story, "deals.csv", text);
    deals.say(&MappingEdit::Currency { code: "EUR".into() });
    assert_eq!(deals.import(&mut story).apart, []);
    assert_eq!(all(&mut story)["won_value"], 35_000);
}

#[test]
fn a_word_that_may_mean_several_things_is_asked_about_and_only_an_answer_is_remembered() {
    let text = "Deal ID,Deal Name,Amount,Stage\nD1,A,100,Closed Won\nD2,B,250,Contract to be signed\n";
    let mut story = Story::new();
    let mut deals = asked(&story, "deals.csv", text);
    assert_eq!(deals.about(Doubt::Values).examples, ["Contract to be signed"]);
    deals.say(&MappingEdit::Value {
        field: Field::Outcome,
        value: "Contract to be signed".into(),
        term: Some(Term::Outcome(Outcome::Open)),
        says_nothing: false,
    });
    assert_eq!(deals.questions(), []);
    deals.import(&mut story);
    let counted = all(&mut story);
    assert_eq!((&counted["won"], &counted["open"]), (&json!(1), &json!(1)));
    assert_eq!(asked(&story, "next.csv", text).questions(), []);

    // Whoever does not want to be asked is told what was done, and the next file asks.
    let mut story = Story::new();
    let mut deals = asked(&story, "deals.csv", text);
    deals.proposed.choice.accepts_guesses = true;
    let report = deals.import(&mut story);
    assert!(report.guesses[0].contains("“Stage”"), "{:?}", report.guesses);
    assert_eq!(asked(&story, "next.csv", text).questions().len(), 1);
}

#[test]
fn totals_and_what_stands_below_them_are_no_records() {
    let mut story = Story::new();
    let report = import(
        &mut story,
        "costs.csv",
        "Lead Source,Month,Cost\nWeb,2026-01,100\nFair,2026-01,50\nTotal,,150\nGenerated by Pat\n",
    );
    assert_eq!(report.rejected, 2);
    assert!(
        report.rejected_rows[0].reason.contains("total"),
        "{:?}",
        report.rejected_rows
    );
    assert_eq!(all(&mut story)["cost"], 15_000);
}

#[test]
fn thousands_of_a_header_are_scaled_before_they_are_rounded_and_said() {
    let mut story = Story::new();
    let report = import(
        &mut story,
        "deals.csv",
        "Deal ID,Deal Name,Amount (k€),Stage\nD1,A,0.1234,Closed Won\nD2,B,15.5,Closed Won\n",
    );
    assert_eq!(all(&mut story)["won_value"], 1_562_340);
    assert!(
        report.notes.iter().any(|note| note.contains("thousands")),
        "{:?}",
        report.notes
    );
}

#[test]
fn every_guess_is_named_where_nobody_wants_to_be_asked() {
    let text =
        "Deal ID,Deal Name,Amount,Stage\nD1,A,100,Closed Won\nD2,B,250,Verbally won deal\nD3,C,50,Sector 7\n";
    let mut story = Story::new();
    let mut deals = asked(&story, "deals.csv", text);
    deals.proposed.choice.accepts_guesses = true;
    let report = deals.import(&mut story);
    let said = report.guesses.join(" ");
    assert!(
        said.contains("“Verbally won deal” as Won") && said.contains("count as open (1)"),
        "{said}"
    );
}

#[test]
fn a_column_that_could_be_the_field_as_well_is_asked_about() {
    let history = "Lead ID,Email,Old Value,New Value,Edit Date,Lead Source,Created Date\n\
                   1,a@x.example,New,Working,2025-01-05,Web,2025-01-03\n\
                   1,a@x.example,Working,Converted,2025-01-09,Web,2025-01-03\n\
                   2,b@x.example,New,Disqualified,2025-01-07,Web,2025-01-04\n";
    let deals = "Deal ID,Deal Name,Stage,ACV,TCV,MRR,Close Date,Source\n\
                 1,A,Closed Won,1200,3600,100,2025-01-05,Web\n2,B,Closed Won,2400,2400,200,2025-01-06,Web\n";
    for (content, field, other) in [(history, Field::Stage, "New Value"), (deals, Field::Value, "ACV")] {
        let mut story = Story::new();
        let mut asked = asked(&story, "export.csv", content);
        let question = asked.about(Doubt::Column);
        assert!(question.question.contains(other), "{question:?}");
        let refused = try_import(&mut story, "export.csv", content).expect_err("it waits");
        assert_eq!(refused.field.as_deref(), Some("map"));
        asked.say(&MappingEdit::Column {
            column: other.into(),
            becomes: lockstep_core::leads::recognition::Use::Field(field),
        });
        assert_eq!(asked.questions(), []);
        story
            .workspace
            .import(&asked.file, &asked.surveyed, &asked.proposed, &mut |_, _| true)
            .expect("answered");
        // Whoever accepts guesses is told.
        let mut story = Story::new();
        let mut guessing = super::asking::asked(&story, "export.csv", content);
        guessing.proposed.choice.accepts_guesses = true;
        let report = story
            .workspace
            .import(
                &guessing.file,
                &guessing.surveyed,
                &guessing.proposed,
                &mut |_, _| true,
            )
            .expect("guessed");
        assert!(!report.guesses.is_empty(), "{report:?}");
    }
}

#[test]
fn a_column_that_is_little_more_than_guessed_is_asked_about() {
    let content = "Lead ID,Email,Created,Situation\n\
                   1,a@x.example,2025-01-03,New\n2,b@x.example,2025-01-04,Working\n3,c@x.example,2025-01-05,Converted\n\
                   4,d@x.example,2025-01-06,Rejected\n";
    let mut story = Story::new();
    let refused = try_import(&mut story, "export.csv", content).expect_err("it waits");
    assert_eq!(refused.field.as_deref(), Some("map"));
    assert!(
        refused.message.contains("“Situation” may be something else"),
        "{refused:?}"
    );
    let mut asked = asked(&story, "export.csv", content);
    asked.say(&MappingEdit::Column {
        column: "Situation".into(),
        becomes: lockstep_core::leads::recognition::Use::Field(Field::Stage),
    });
    assert_eq!(asked.questions(), []);
    asked.import(&mut story);
    assert_eq!(all(&mut story)["rejected"], 1);
    // The next export of its kind asks nothing.
    import(&mut story, "export.csv", &content.replace("Working", "Converted"));
}
