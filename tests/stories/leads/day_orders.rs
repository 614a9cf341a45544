//! Whether the day or the month stands first: the column's own days say so, then its neighbours, then what was remembered;
//! what contradicts is asked. And times that name their zone in letters.

use lockstep_core::leads::importing::{Doubt, Question};

use super::*;

const HEADER: &str = "Lead ID,Last Name,Lead Source,Created Date,First Contact Date\n";

fn about_days(story: &Story, content: &str) -> Vec<Question> {
    let file = own_file(story, "leads.csv", content);
    let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
    let proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("recognised");
    let mut all = proposed.questions(&surveyed);
    all.retain(|question| question.about == Doubt::Days);
    all
}

/// Imports a file; where it asks for the order, the answer at a place is given.
#[track_caller]
fn answer(story: &mut Story, content: &str, place: usize) -> ImportReport {
    let file = own_file(story, "leads.csv", content);
    let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
    let mut proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("recognised");
    for question in proposed.questions(&surveyed) {
        proposed
            .apply(&question.answers[place].edit, &surveyed)
            .expect("it is heard");
    }
    story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true)
        .expect("it is imported")
}

#[test]
fn a_neighbour_says_which_order_is_likely() {
    let story = Story::new();
    let open = format!("{HEADER}1,A,Web,03/02/2026,25/02/2026\n2,B,Web,04/03/2026,26/03/2026\n");
    let questions = about_days(&story, &open);
    assert_eq!(
        (questions.len(), questions[0].column.as_str()),
        (1, "Created Date")
    );
    let likely: Vec<Option<&str>> = questions[0]
        .answers
        .iter()
        .map(|answer| answer.likely.as_deref())
        .collect();
    assert_eq!(
        likely,
        [Some("Likely: “First Contact Date” has “25/02/2026”."), None]
    );
    // Neighbours that contradict each other say nothing.
    let header = HEADER.replace('\n', ",Handed over on\n");
    let torn = format!(
        "{header}1,A,Web,03/02/2026,25/02/2026,02/27/2026\n2,B,Web,04/03/2026,26/03/2026,03/28/2026\n"
    );
    let questions = about_days(&story, &torn);
    assert!(
        questions[0].answers.iter().all(|answer| answer.likely.is_none()),
        "{questions:?}"
    );
}

#[test]
fn what_was_remembered_gives_way_to_a_neighbour_that_contradicts_it() {
    let mut story = Story::new();
    let open = format!("{HEADER}1,A,Web,03/02/2026,05/02/2026\n");
    answer(&mut story, &open, 0);
    assert_eq!(lead(&mut story, "A")["lead"]["created_on"], "2026-02-03");
    // The same order beside it, or none: nobody is asked again.
    import(
        &mut story,
        "leads.csv",
        &format!("{HEADER}2,B,Web,03/02/2026,25/02/2026\n"),
    );
    assert_eq!(lead(&mut story, "B")["lead"]["created_on"], "2026-02-03");
    let american = format!("{HEADER}3,C,Web,02/03/2026,02/25/2026\n");
    let refused = try_import(&mut story, "leads.csv", &american).expect_err("it is asked");
    assert_eq!(refused.field.as_deref(), Some("dates"));
    answer(&mut story, &american, 1);
    assert_eq!(lead(&mut story, "C")["lead"]["created_on"], "2026-02-03");
}

#[test]
fn an_answer_against_a_neighbour_is_remembered_as_long_as_that_stays() {
    let mut story = Story::new();
    let torn = format!("{HEADER}1,A,Web,02/03/2026,25/02/2026\n");
    answer(&mut story, &torn, 1);
    assert_eq!(lead(&mut story, "A")["lead"]["created_on"], "2026-02-03");
    import(
        &mut story,
        "leads.csv",
        &format!("{HEADER}2,B,Web,02/04/2026,26/02/2026\n"),
    );
    assert_eq!(lead(&mut story, "B")["lead"]["created_on"], "2026-02-04");
}

#[test]
fn two_orders_in_one_file_are_read_as_each_column_says_and_named() {
    let mut story = Story::new();
    let report = import(
        &mut story,
        "leads.csv",
        &format!("{HEADER}1,A,Web,01/25/2026,26/01/2026\n"),
    );
    let read = lead(&mut story, "A")["lead"].clone();
    assert_eq!(
        (&read["created_on"], &read["first_touch_on"]),
        (&json!("2026-01-25"), &json!("2026-01-26"))
    );
    let said = "the day stands first in “First Contact Date”, the month in “Created Date”";
    assert!(
        report.notes.iter().any(|note| note.contains(said)),
        "{:?}",
        report.notes
    );
}

#[test]
fn a_time_that_names_its_zone_in_letters_keeps_its_day_and_says_so() {
    let mut story = Story::new();
    story.call("edit_company", json!({ "change": { "time_zone": "Asia/Tokyo" } }));
    let report = import(
        &mut story,
        "leads.csv",
        "Lead ID,Last Name,Lead Source,Created Date\n1,A,Web,2026-01-10 23:30 EST\n2,B,Web,2026-01-11 23:30 CET\n\
         3,C,Web,2026-01-12 23:30 PST\n",
    );
    for (name, day) in [("A", "2026-01-10"), ("B", "2026-01-11"), ("C", "2026-01-12")] {
        assert_eq!(lead(&mut story, name)["lead"]["created_on"], day);
    }
    let said = "3 times in “Created Date” name their time zone in letters";
    assert!(
        report.notes.iter().any(|note| note.starts_with(said)),
        "{:?}",
        report.notes
    );
}
