//! The next export of a kind asks nothing, unless it says something else than the first: an answer is for files like the one it
//! was given for. Codes that look like nothing are codes, and sums that nobody can count are said.

use lockstep_core::leads::importing::{Doubt, ImportFiles, MappingEdit, Question};
use lockstep_intake::Reading;

use super::*;

/// Takes a file in, with an answer where it asks; returns what it asked.
fn imported(story: &mut Story, content: &str, edit: Option<&MappingEdit>) -> (Vec<Question>, ImportReport) {
    let (open, report) = answered(story, content, edit);
    (
        open,
        report.unwrap_or_else(|error| panic!("{error:?}: {content}")),
    )
}

fn value(story: &mut Story) -> Value {
    story.call("lead_funnel", json!({ "by": "source" }))["all"]["value"].clone()
}

fn deals(header: &str, amounts: &[&str]) -> String {
    let mut content = format!("Deal ID;Deal Name;{header};Stage\n");
    for (place, amount) in amounts.iter().enumerate() {
        content += &format!("D{place};Deal {place};{amount};Closed Won\n");
    }
    content
}

#[test]
fn an_answer_about_the_currency_is_for_files_in_that_currency() {
    let mut story = Story::new();
    let ours = MappingEdit::Currency { code: "EUR".into() };
    let first = deals("Amount (USD)", &["100", "250"]);
    assert_eq!(
        about(&imported(&mut story, &first, Some(&ours)).0),
        [Doubt::Currency]
    );
    assert_eq!(value(&mut story), 35_000);
    // The next one asks nothing.
    assert_eq!(
        about(&imported(&mut story, &deals("Amount (USD)", &["100", "300"]), None).0),
        []
    );
    assert_eq!(value(&mut story), 40_000);
    // Cells that carry another currency are read for what they say, and the answer holds for them no longer.
    let (open, report) = imported(&mut story, &deals("Amount (USD)", &["€100", "300"]), None);
    assert_eq!((about(&open), report.apart.len()), (vec![], 1));
    assert_eq!(value(&mut story), 10_000);
    let (open, _) = imported(
        &mut story,
        &deals("Amount (USD)", &["£100", "£300"]),
        Some(&MappingEdit::Currency { code: "GBP".into() }),
    );
    assert_eq!(about(&open), [Doubt::Currency]);
    assert_eq!(value(&mut story), Value::Null);
}

#[test]
fn an_answer_about_the_decimal_mark_is_for_files_that_leave_the_same_open() {
    let mut story = Story::new();
    let comma = MappingEdit::Decimal { mark: ',' };
    let first = deals("Amount", &["1.500", "12.000"]);
    assert_eq!(
        about(&imported(&mut story, &first, Some(&comma)).0),
        [Doubt::Decimal]
    );
    assert_eq!(value(&mut story), 1_350_000);
    assert_eq!(
        about(&imported(&mut story, &deals("Amount", &["2.500", "12.000"]), None).0),
        []
    );
    assert_eq!(value(&mut story), 1_450_000);
    // Nothing is open here; what was answered stays answered.
    assert_eq!(
        about(&imported(&mut story, &deals("Amount", &["15", "12"]), None).0),
        []
    );
    assert_eq!(about(&imported(&mut story, &first, None).0), []);
    // The marks are turned round: the answer would make 1.5 of 1500.
    let (open, _) = imported(
        &mut story,
        &deals("Amount", &["1,500", "12,000"]),
        Some(&MappingEdit::Decimal { mark: '.' }),
    );
    assert_eq!(about(&open), [Doubt::Decimal]);
    assert_eq!(value(&mut story), 1_350_000);
}

#[test]
fn an_answer_about_days_gives_way_to_days_that_speak_against_it() {
    let mut story = Story::new();
    let leads = |days: [&str; 4]| {
        let rows: Vec<String> = days
            .iter()
            .enumerate()
            .map(|(id, day)| format!("{id};Web;{day}\n"))
            .collect();
        format!("Lead ID;Lead Source;Created Date\n{}", rows.concat())
    };
    let day_first = MappingEdit::Days {
        column: "Created Date".into(),
        order: lockstep_intake::DayOrder::Dmy,
    };
    let open = leads(["01/02/2026", "03/04/2026", "05/06/2026", "07/08/2026"]);
    assert_eq!(
        about(&imported(&mut story, &open, Some(&day_first)).0),
        [Doubt::Days]
    );
    assert_eq!(about(&imported(&mut story, &open, None).0), []);
    let turned = leads(["01/02/2026", "01/13/2026", "02/25/2026", "14/08/2026"]);
    assert_eq!(
        about(&imported(&mut story, &turned, Some(&day_first)).0),
        [Doubt::Days]
    );
}

#[test]
fn a_column_of_currencies_counts_however_it_names_them() {
    for currencies in [
        ["USD", "EUR"],
        ["usd", "eur"],
        ["US Dollar", "Euro"],
        ["$", "€"],
        ["Moon money", "EUR"],
        ["USD", "N/A"],
    ] {
        let mut story = Story::new();
        let [one, other] = currencies;
        let content = format!(
            "Deal ID,Deal Name,Amount,Currency,Stage\n1,A,100,{one},Won\n2,B,40,{other},Won\n3,C,1,EUR,Won\n"
        );
        let (_, report) = imported(&mut story, &content, None);
        let counted = if other == "N/A" { 100 } else { 4_100 };
        assert_eq!(value(&mut story), counted, "{currencies:?} {:?}", report.apart);
    }
    // A sign that several share is what the column beside it says; where both speak against each other, the row is named.
    let mut story = Story::founded(|founding| founding.currency = "USD".into());
    let (_, report) = imported(
        &mut story,
        "Deal ID,Deal Name,Amount,Currency,Stage\n1,A,$100,CAD,Won\n2,B,$40,USD,Won\n3,C,€7,USD,Won\n",
        None,
    );
    assert_eq!((value(&mut story), report.rejected), (json!(4_000), 1));
    assert_eq!(report.apart[0].currency.as_deref(), Some("CAD"));
}

#[test]
fn a_shared_sign_beside_the_code_of_ours_is_another_currency() {
    let mut story = Story::founded(|founding| founding.currency = "SEK".into());
    let (_, report) = imported(&mut story, &deals("Amount", &["1 200 kr", "500 SEK"]), None);
    assert_eq!((value(&mut story), report.apart[0].rows), (json!(50_000), 1));
}

#[test]
fn a_k_that_may_be_the_currency_is_no_thousand() {
    let mut story = Story::founded(|founding| founding.currency = "ZMW".into());
    let (_, report) = imported(&mut story, &deals("Amount", &["12,50 K", "500,00"]), None);
    assert_eq!((value(&mut story), report.rejected), (json!(50_000), 1));
    let (_, report) = imported(&mut Story::new(), &deals("Amount", &["12,50 K", "500,00"]), None);
    assert_eq!(report.rejected, 0);
}

#[test]
fn headers_name_their_currency_in_small_letters_and_in_words() {
    for header in ["amount_usd", "amountUsd", "Amount$", "Amount in US dollars"] {
        let story = Story::new();
        let file = own_file(&story, "export.csv", &deals(header, &["100"]));
        let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
        let kind = Some(lockstep_core::leads::RecordKind::Opportunities);
        let mut proposed = story
            .workspace
            .propose_import_afresh(&surveyed, kind)
            .expect("it is recognised");
        proposed
            .apply(&is_the_value(header), &surveyed)
            .expect("it is heard");
        assert_eq!(
            about(&proposed.questions(&surveyed)),
            [Doubt::Currency],
            "{header}"
        );
    }
}

fn is_the_value(column: &str) -> MappingEdit {
    MappingEdit::Column {
        column: column.into(),
        becomes: lockstep_core::leads::recognition::Use::Field(lockstep_core::leads::Field::Value),
    }
}

#[test]
fn few_amounts_among_words_are_asked_about_like_many() {
    let mut story = Story::new();
    let content = deals("Amount", &["1.500", "12.000"]);
    let mixed = content.replace("12.000", "TBD") + "D7;Seven;TBD;Closed Won\nD8;Eight;TBD;Closed Won\n";
    imported(&mut story, &content, Some(&MappingEdit::Decimal { mark: ',' }));
    let mut story = Story::new();
    let file = own_file(&story, "few.csv", &mixed);
    let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
    let mut proposed = story
        .workspace
        .propose_import_afresh(&surveyed, None)
        .expect("it is recognised");
    proposed
        .apply(&is_the_value("Amount"), &surveyed)
        .expect("it is heard");
    let refused = story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true)
        .expect_err("it asks");
    assert_eq!(refused.field.as_deref(), Some("decimal"));
}

#[test]
fn na_is_a_code_among_codes_and_nothing_among_words() {
    let mut story = Story::new();
    let leads = |column: &str, cells: [&str; 4]| {
        let rows: Vec<String> = cells
            .iter()
            .enumerate()
            .map(|(id, cell)| format!("{id};Lead {id};Web;{cell}\n"))
            .collect();
        format!("Lead ID;Name;Lead Source;{column}\n{}", rows.concat())
    };
    let attribute =
        |story: &mut Story, column: &str| lead(story, "Lead 1")["lead"]["attributes"][column].clone();
    for (column, cells) in [
        ("Country", ["DE", "NA", "ZA", "-"]),
        ("Region", ["EMEA", "NA", "APAC", "N/A"]),
    ] {
        let (_, report) = imported(&mut story, &leads(column, cells), None);
        assert_eq!(attribute(&mut story, column), "NA", "{column}");
        assert!(
            report.notes.iter().any(|note| note.contains("“NA”")),
            "{:?}",
            report.notes
        );
        let last = lead(&mut story, "Lead 3")["lead"]["attributes"][column].clone();
        assert_eq!(last, Value::Null, "{column}");
    }
    let (_, report) = imported(
        &mut story,
        &leads("Industry", ["Clinic", "NA", "Hospital", "DE"]),
        None,
    );
    assert_eq!(
        (attribute(&mut story, "Industry"), report.notes.len()),
        (Value::Null, 0)
    );
}

#[test]
fn sums_that_nobody_can_count_are_said_and_never_cut() {
    let mut story = Story::new();
    let most = "90000000000000.00";
    let content = format!("Lead Source,Month,Cost\nWeb,2026-01,{most}\nWeb,2026-01,{most}\n");
    let refused = try_import(&mut story, "costs.csv", &content).expect_err("too much");
    assert!(
        refused
            .message
            .contains("The costs of “Web, 2026-01-01” are more together"),
        "{refused:?}"
    );

    let rows = |currency: &str| -> String {
        let row = |id: u32| format!("D{id},Deal {id},{currency}{most},Closed Won,2026-02-01\n");
        (0..3).map(row).collect()
    };
    let header = "Deal ID,Deal Name,Amount,Stage,Close Date\n";
    let content = format!("{header}{}D9,Nine,EUR 1,Closed Won,2026-02-01\n", rows("USD "));
    let (_, report) = imported(&mut story, &content, None);
    assert_eq!((report.apart[0].rows, report.apart[0].hundredths), (3, None));

    let mut story = Story::new();
    imported(&mut story, &format!("{header}{}", rows("")), None);
    let year = story.call("lead_year", json!({ "year": 2026 }));
    assert_eq!((&year["won"], &year["revenue"]), (&json!(3), &Value::Null));
    assert!(text(&year["because"]["revenue"]).contains("more together than Lockstep can count"));
    let refused = story.refused("lead_funnel", json!({ "by": "source" }));
    assert!(refused.message.contains("more together"), "{refused:?}");
}

/// A file whose columns have other names above those of the CRM; the person who takes in the first says in which row they stand.
fn with_names_in_row_2(person: &str) -> String {
    format!(
        "f1,f2,f3,f4\nLead ID,Full Name,Lead Source,Created Date\n{person}-1,{person},Web,2026-01-10\n{person}-2,Ben,Fair,2026-02-11\n"
    )
}

/// Reads a file as it was said of earlier ones, and takes it in.
fn read_as_before(story: &mut Story, file: DataFile) -> Result<ImportReport, Error> {
    let surveyed = file.look(&mut |_, _| true)?;
    let rows = story.workspace.header_rows()?;
    let (file, surveyed) = rows.apply(file, surveyed, &mut |_, _| true)?;
    let proposed = story.workspace.propose_import(&surveyed, None)?;
    story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true)
}

#[test]
fn the_row_of_the_column_names_is_said_once() {
    let mut story = Story::new();
    let of_first = own_file(&story, "january.csv", &with_names_in_row_2("Ada"));
    assert!(
        read_as_before(&mut story, of_first).is_err(),
        "nobody said it yet"
    );

    let path = story.folder().join("january.csv");
    let reading = Reading {
        header_row: Some(2),
        ..Reading::default()
    };
    let said = DataFile::new(&path, reading).read_by(ReadBy::Ourselves);
    let report = read_as_before(&mut story, said).expect("it is imported");
    assert_eq!(report.added, 2);

    let next = own_file(&story, "february.csv", &with_names_in_row_2("Eve"));
    let report = read_as_before(&mut story, next).expect("it is imported as the first");
    assert_eq!((report.added, report.remembered), (2, true));
    assert!(
        report.notes.iter().any(|note| note.contains("row 2")),
        "{:?}",
        report.notes
    );
    // And so it stays, although nobody said it of the second.
    let third = own_file(&story, "march.csv", &with_names_in_row_2("Joe"));
    assert_eq!(
        read_as_before(&mut story, third).map(|report| report.added),
        Ok(2)
    );

    // What has other columns there, or its names where they always are, is read as it is.
    let other = "Lead ID,Full Name\nLead,Name\nX-1,Zoe\n";
    let other = own_file(&story, "other.csv", other);
    assert_eq!(read_as_before(&mut story, other).map(|report| report.rows), Ok(2));
}

#[test]
fn an_amount_that_replaces_another_is_named() {
    let mut story = Story::new();
    let costs = |spend: [u32; 2]| {
        format!(
            "Channel,Month,Spend\nWeb,2026-01,{}\nFair,2026-01,{}\n",
            spend[0], spend[1]
        )
    };
    let (_, first) = imported(&mut story, &costs([100, 50]), None);
    assert_eq!(first.notes, [""; 0]);
    let (_, same) = imported(&mut story, &costs([100, 50]), None);
    assert_eq!(same.notes, [""; 0]);
    let (_, other) = imported(&mut story, &costs([30, 50]), None);
    assert!(
        matches!(&other.notes[..], [note] if note.starts_with("One amount of this file replaces")),
        "{:?}",
        other.notes
    );
    let all = story.call("lead_funnel", json!({ "by": "source" }))["all"]["cost"].clone();
    assert_eq!(all, 8_000);
}
