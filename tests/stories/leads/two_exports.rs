//! Two exports of the same people that tell different things of them: with and without e-mail, with the ids of two systems, with
//! days in another order.

use super::*;

const WITHOUT_EMAIL: &str = "\
Name,Company,Lead Source,Created Date,Status
Ann Ames,Acme,Web,2025-01-03,New
Bob Bell,Beta GmbH,Web,2025-01-04,New
";
const WITH_EMAIL: &str = "\
Name,Company,Email,Lead Source,Created Date,Status
Ann Ames,Acme,a@x.example,Web,2025-01-03,Converted
Bob Bell,Beta,b@x.example,Web,2025-01-04,New
";

fn said(report: &ImportReport, words: &str) -> bool {
    report.notes.iter().any(|note| note.contains(words))
}

fn leads(story: &mut Story) -> Value {
    story.call("list_leads", json!({}))["total"].clone()
}

#[test]
fn leads_are_known_by_name_and_company_where_an_export_has_no_e_mail() {
    for files in [[WITHOUT_EMAIL, WITH_EMAIL], [WITH_EMAIL, WITHOUT_EMAIL]] {
        let mut story = Story::new();
        import(&mut story, "leads.csv", files[0]);
        let report = import(&mut story, "leads.csv", files[1]);
        assert_eq!(leads(&mut story), 2);
        assert!(
            said(&report, "2 leads are known by name and company"),
            "{:?}",
            report.notes
        );
        assert_eq!(lead(&mut story, "Ann Ames")["lead"]["email"], "a@x.example");
        // The next export of either kind finds them again.
        for file in files {
            let report = import(&mut story, "leads.csv", file);
            assert_eq!(report.added, 0);
        }
        clean(&story);
    }
}

#[test]
fn a_lead_without_an_e_mail_that_may_be_another_is_named() {
    for other in [
        // Came in on another day.
        "Name,Company,Email,Lead Source,Created Date\nAnn Ames,Acme,a@x.example,Web,2025-07-03\n",
        // Nobody says where she works.
        "Name,Email,Lead Source,Created Date\nAnn Ames,a@x.example,Web,2025-01-03\n",
    ] {
        let mut story = Story::new();
        import(&mut story, "leads.csv", WITHOUT_EMAIL);
        let report = import(&mut story, "leads.csv", other);
        assert_eq!(leads(&mut story), 3);
        assert!(
            said(&report, "One lead has the name of another"),
            "{:?}",
            report.notes
        );
    }
    // Another company, another lead.
    let mut story = Story::new();
    import(&mut story, "leads.csv", WITHOUT_EMAIL);
    let other = "Name,Company,Email,Lead Source,Created Date\nAnn Ames,Zed,a@x.example,Web,2025-01-03\n";
    let report = import(&mut story, "leads.csv", other);
    assert_eq!(
        (leads(&mut story), report.notes.len()),
        (json!(3), 0),
        "{:?}",
        report.notes
    );
}

#[test]
fn a_person_with_the_ids_of_two_systems_is_named() {
    let one = "Record ID,Email,First Name,Last Name,Lead Source,Create Date,Lead Status\n\
               101,a@x.example,Ann,Ames,Web,2025-01-03,Connected\n102,b@x.example,Bob,Bell,Web,2025-01-04,Connected\n";
    let other = "Lead ID,Email,First Name,Last Name,Lead Source,Created Date,Lead Status\n\
                 00Q1a000001AbCdEAK,A@x.example,Ann,Ames,Web,2025-01-05,Converted\n\
                 00Q1a000001AbCeEAK,c@x.example,Cid,Cole,Web,2025-01-06,New\n";
    let mut story = Story::new();
    import(&mut story, "one.csv", one);
    let report = import(&mut story, "other.csv", other);
    assert_eq!(leads(&mut story), 4);
    assert!(
        said(
            &report,
            "One person is known by the ids of two systems, with the same e-mail and name (Ann Ames)"
        ),
        "{:?}",
        report.notes
    );
    // Two inquiries in one system are none of this.
    let again = "Record ID,Email,First Name,Last Name,Lead Source,Create Date,Lead Status\n\
                 103,b@x.example,Bob,Bell,Web,2025-02-04,New\n";
    let mut story = Story::new();
    import(&mut story, "one.csv", one);
    let report = import(&mut story, "one.csv", again);
    assert!(!said(&report, "two systems"), "{:?}", report.notes);
}

#[test]
fn days_that_are_known_speak_against_a_remembered_order() {
    let first = "Lead ID,Email,Lead Source,Created Date,Status\n\
                 1,a@x.example,Web,13/01/2025,New\n2,b@x.example,Web,04/02/2025,New\n";
    let next = "Lead ID,Email,Lead Source,Created Date,Status\n\
                2,b@x.example,Web,02/04/2025,Converted\n3,c@x.example,Web,03/05/2025,New\n";
    let plain = "Lead ID,Email,Lead Source,Created Date,Status\n9,z@x.example,Web,03/05/2025,New\n";
    let mut story = Story::new();
    let mut take = |content: &str, order: Option<lockstep_intake::DayOrder>, accepts_guesses: bool| {
        let file = own_file(&story, "leads.csv", content);
        let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
        let mut proposed = story
            .workspace
            .propose_import(&surveyed, None)
            .expect("it is recognised");
        if let Some(order) = order {
            proposed.choice.read_days(order, &surveyed.survey);
        }
        proposed.choice.accepts_guesses = accepts_guesses;
        story
            .workspace
            .import(&file, &surveyed, &proposed, &mut |_, _| true)
    };
    take(first, None, false).expect("its days tell");
    // Somebody says it once, and it is remembered.
    take(plain, Some(lockstep_intake::DayOrder::Dmy), false).expect("answered");
    let error = take(next, None, false).expect_err("a known day says otherwise");
    assert_eq!(error.field.as_deref(), Some("dates"));
    assert!(
        error.message.contains("“02/04/2025” is 2025-02-04 there"),
        "{error:?}"
    );
    // Said for this file, it holds, and the report says what speaks against it.
    let report = take(next, Some(lockstep_intake::DayOrder::Dmy), false).expect("said");
    assert!(
        said(&report, "It is read otherwise, as somebody said."),
        "{:?}",
        report.notes
    );
}

#[test]
fn whoever_accepts_guesses_has_days_read_as_known_ones_say() {
    let first = "Lead ID,Email,Lead Source,Created Date,Status\n\
                 1,a@x.example,Web,2025-01-13,New\n2,b@x.example,Web,2025-02-04,New\n";
    let next = "Lead ID,Email,Lead Source,Created Date,Status\n\
                2,b@x.example,Web,02/04/2025,Converted\n3,c@x.example,Web,03/05/2025,New\n";
    let mut story = Story::new();
    import(&mut story, "leads.csv", first);
    let file = own_file(&story, "leads.csv", next);
    let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
    let mut guessing = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("it is recognised");
    guessing.choice.accepts_guesses = true;
    let report = story
        .workspace
        .import(&file, &surveyed, &guessing, &mut |_, _| true)
        .expect("guessed");
    assert!(
        report
            .guesses
            .iter()
            .any(|guess| guess.contains("month first for one known record")),
        "{:?}",
        report.guesses
    );
    assert_eq!(lead(&mut story, "c@x")["lead"]["created_on"], "2025-03-05");
}

#[test]
fn the_primary_contact_of_an_opportunity_gets_it() {
    let leads = "Lead ID,Email,Lead Source,Created Date,Status\n\
                 1,ann@acme.example,Web,2025-01-03,Converted\n2,bob@acme.example,Fair,2025-01-04,Converted\n";
    let header = "Opportunity ID,Opportunity Name,Stage,Amount,Close Date,Contact: Email,Role,Primary\n";
    let ann = "O1,Acme deal,Closed Won,1000,2025-03-01,ann@acme.example,Influencer,FALSE\n";
    let bob = "O1,Acme deal,Closed Won,1000,2025-03-01,bob@acme.example,Decision Maker,TRUE\n";
    for rows in [[ann, bob], [bob, ann]] {
        let mut story = Story::new();
        import(&mut story, "leads.csv", leads);
        let report = import(
            &mut story,
            "deals.csv",
            &format!("{header}{}{}", rows[0], rows[1]),
        );
        assert!(
            report.rejected_rows[0]
                .reason
                .contains("tells of the primary contact"),
            "{:?}",
            report.rejected_rows
        );
        let funnel = story.call("lead_funnel", json!({ "by": "source" }));
        let fair = funnel["rows"]
            .as_array()
            .expect("rows")
            .iter()
            .find(|row| row["name"] == "Fair");
        assert_eq!(fair.expect("a row")["won"], 1);
        clean(&story);
    }
}
