//! What a file cannot tell is asked, what somebody says of it is remembered, and what cannot be read is listed.

use lockstep_core::leads::importing::ImportFiles;
use lockstep_core::leads::{Field, recognition::Use};

use super::*;

#[test]
fn days_that_can_be_read_both_ways_are_asked_for() {
    let mut story = Story::new();
    let content = "Lead ID,Lead Source,Created Date\n1,Web,01/02/2026\n2,Web,03/04/2026\n";
    let refused = try_import(&mut story, "leads.csv", content).expect_err("it asks");
    assert_eq!(refused.field.as_deref(), Some("dates"));
    assert!(refused.message.contains("“Created Date”"), "{refused:?}");
    assert!(
        refused
            .hint
            .is_some_and(|hint| hint.contains("dmy") && hint.contains("mdy"))
    );

    let file = file(&story, "leads.csv", content);
    let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
    let mut proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("it is recognised");
    proposed
        .choice
        .read_days(lockstep_intake::DayOrder::Dmy, &surveyed.survey);
    story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true)
        .expect("it is answered");
    let latest = story.call("list_leads", json!({ "limit": 1 }));
    assert_eq!(latest["leads"][0]["created_on"], "2026-04-03");
    // The answer is remembered with the file's shape.
    let next = import(
        &mut story,
        "next.csv",
        "Lead ID,Lead Source,Created Date\n3,Web,05/06/2026\n",
    );
    assert!(next.remembered);
    let latest = story.call("list_leads", json!({ "limit": 1 }));
    assert_eq!(latest["leads"][0]["created_on"], "2026-06-05");
}

#[test]
fn a_file_whose_rows_nothing_tells_apart_is_refused_with_what_would() {
    let mut story = Story::new();
    let refused = try_import(
        &mut story,
        "leads.csv",
        "Lead Source,Created Date,Lead Status\nWeb,2026-01-01,New\nWeb,2026-01-02,New\n",
    )
    .expect_err("nothing tells them apart");
    assert!(
        refused.message.contains("Nothing tells one row from another"),
        "{refused:?}"
    );
    assert!(refused.hint.is_some_and(|hint| hint.contains("Lead id; E-mail")));
    assert_eq!(rows(&mut story), "");
}

#[test]
fn a_column_and_a_value_can_mean_what_somebody_says() {
    let mut story = Story::new();
    let content = "Lead ID,Lead Source,Where from,Created Date,Lead Status\n\
                   1,x,Web,2026-01-01,Zzz\n2,y,Fair,2026-01-02,New\n3,y,unknown,2026-01-03,New\n";
    let file = file(&story, "leads.csv", content);
    let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
    let mut proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("it is recognised");
    let (choice, survey) = (&mut proposed.choice, &surveyed.survey);
    let source = Field::Source;
    choice
        .give(source, "Where from", survey)
        .expect("there is such a column");
    choice
        .take_from("lead source", Use::LeftOut, survey)
        .expect("and such");
    choice
        .mean(Field::Stage, "Zzz", Some("recycled"))
        .expect("a term");
    choice.mean(source, "unknown", None).expect("it means nothing");
    let wrong = choice
        .mean(Field::Stage, "Zzz", Some("asleep"))
        .expect_err("no term");
    assert!(wrong.hint.is_some_and(|hint| hint.contains("recycled")));
    let wrong = choice.give(source, "Nowhere", survey).expect_err("no column");
    assert!(wrong.hint.is_some_and(|hint| hint.contains("Where from")));
    let report = story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true)
        .expect("it is taken in");
    assert_eq!(
        (counts(&report), report.source_missing, report.untranslated),
        ([3, 0, 0, 0], 1, vec![])
    );
    // The next export of the same shape is read the same way without a word.
    let next = import(&mut story, "next.csv", &content.replace("1,x,Web", "9,x,Mail"));
    assert_eq!((counts(&next), next.remembered), ([1, 0, 2, 0], true));
    let page = story.call("list_leads", json!({ "source": "Mail" }));
    assert_eq!(page["leads"][0]["stage"], "recycled");
}

#[test]
fn rows_that_cannot_be_read_are_listed_and_the_others_go_in() {
    let mut story = Story::new();
    let mut content = String::from("Lead ID,Lead Source,Created Date\n");
    for id in 1..=60 {
        content += &format!("{id},Web,2026-01-10\n");
    }
    content += "61,Web,soon\n5,Web,2026-01-11\n,Web,2026-01-12\n62,Web,2026-01-13,too,much\n";
    let report = import(&mut story, "leads.csv", &content);
    assert_eq!(counts(&report), [60, 0, 0, 4]);
    let said: Vec<_> = report
        .rejected_rows
        .iter()
        .map(|row| {
            (
                row.row,
                row.column.as_deref(),
                row.value.as_str(),
                row.reason.as_str(),
            )
        })
        .collect();
    assert_eq!(said[0], (62, Some("Created Date"), "soon", "This is not a date."));
    assert_eq!(said[1].0, 63);
    assert!(said[1].3.contains("stands in row 6 already"), "{said:?}");
    assert!(
        said[2].3.contains("Nothing tells this row from others"),
        "{said:?}"
    );
    assert!(said[3].3.contains("more cells than the 3 columns"), "{said:?}");
}

#[test]
fn what_is_no_list_of_leads_is_refused_with_what_it_looks_like() {
    let mut story = Story::new();
    let refused = try_import(
        &mut story,
        "products.csv",
        "Product Code,Product,List Price,Category\nA-1,Gear,12.00,Parts\nA-2,Bolt,0.50,Parts\n",
    )
    .expect_err("no leads");
    assert_eq!(refused.field.as_deref(), Some("kind"));
    assert!(refused.message.contains("products and prices"), "{refused:?}");
}

#[test]
fn deals_with_german_names_are_deals() {
    let mut story = Story::new();
    let report = import(
        &mut story,
        "deals.csv",
        "Deal-Nr;E-Mail;Deal;Betrag EUR;Stufe;Angelegt;Geschlossen;Vertriebler\n\
         D-1;a@x.example;Alpha;1.500,00;Gewonnen;05.01.2026;13.03.2026;Nina\n\
         D-2;b@x.example;Beta;12.000,50;Verloren;06.01.2026;20.04.2026;Nina\n",
    );
    assert_eq!(
        report.kind,
        lockstep_core::leads::RecordKind::Opportunities,
        "{report:?}"
    );
    let all = story.call("lead_funnel", json!({ "by": "owner" }))["all"].clone();
    assert_eq!(
        (&all["won"], &all["lost"], &all["won_value"]),
        (&json!(1), &json!(1), &json!(150_000))
    );
    let year = story.call("lead_year", json!({ "year": 2026 }));
    assert_eq!((&year["won"], &year["lost"]), (&json!(1), &json!(1)));
}
