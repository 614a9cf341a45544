//! How amounts and days are written: scales in headers, years of two digits before the month, marks that mean something else in
//! another row, days that are not when the money was spent.

use lockstep_core::leads::importing::{Doubt, ImportFiles as _, MappingEdit};
use lockstep_intake::DayOrder;
use rust_xlsxwriter::{Format, Workbook};

use super::*;

fn all(story: &mut Story) -> Value {
    story.call("lead_funnel", json!({ "by": "source" }))["all"].clone()
}

#[test]
fn a_header_says_how_many_of_the_currency_one_is() {
    for (header, amount, expected) in [
        ("Cost (micros)", "100000000", 10_000),
        ("cost_micros", "335000", 34),
        ("Spend (in 1000s)", "10", 1_000_000),
        ("Spend (hundreds)", "10", 100_000),
        ("Spend (€000)", "10", 1_000_000),
    ] {
        let mut story = Story::new();
        let content = format!("Channel,Month,{header}\nWeb,2025-01,{amount}\n");
        let report = import(&mut story, "costs.csv", &content);
        assert_eq!(all(&mut story)["cost"], expected, "{header}: {report:?}");
        assert!(
            report.notes.iter().any(|note| note.contains("are read as")),
            "{header}: {:?}",
            report.notes
        );
    }
}

fn leads(days: &[&str]) -> String {
    let rows: Vec<String> = days
        .iter()
        .enumerate()
        .map(|(id, day)| format!("{id},Web,{day}\n"))
        .collect();
    format!("Lead ID,Lead Source,Created Date\n{}", rows.concat())
}

fn created(story: &mut Story) -> Vec<String> {
    let page = story.call("list_leads", json!({}));
    let leads = page["leads"].as_array().cloned().unwrap_or_default();
    let mut days: Vec<String> = leads.iter().map(|lead| text(&lead["created_on"])).collect();
    days.sort();
    days
}

#[test]
fn a_year_of_two_digits_may_stand_first() {
    for (days, expected) in [
        (
            ["25.01.03", "25.02.11", "25.03.19"],
            ["2025-01-03", "2025-02-11", "2025-03-19"],
        ),
        (
            ["25/01/03", "24/12/11", "25/03/25"],
            ["2024-12-11", "2025-01-03", "2025-03-25"],
        ),
        (
            ["25.01.13", "25.02.11", "25.03.31"],
            ["2025-01-13", "2025-02-11", "2025-03-31"],
        ),
    ] {
        let mut story = Story::new();
        let year_first = MappingEdit::Days {
            column: "Created Date".into(),
            order: DayOrder::Ymd,
        };
        let (asked, report) = answered(&mut story, &leads(&days), Some(&year_first));
        assert_eq!(about(&asked), [Doubt::Days], "{days:?}");
        report.expect("it is answered");
        assert_eq!(created(&mut story), expected);
    }
    // Days whose last number is one year are read as ever.
    for days in [
        ["03.01.25", "11.02.25", "19.03.25"],
        ["13.01.25", "14.01.25", "15.01.25"],
    ] {
        let (asked, report) = answered(&mut Story::new(), &leads(&days), None);
        assert_eq!((asked.len(), report.is_ok()), (0, true), "{days:?}");
    }
}

#[test]
fn days_with_another_mark_are_in_another_notation() {
    let days = [
        "13.01.2025",
        "14.01.2025",
        "25.02.2025",
        "03/04/2025",
        "05/06/2025",
    ];
    for (order, expected) in [(DayOrder::Mdy, "2025-03-04"), (DayOrder::Dmy, "2025-04-03")] {
        let mut story = Story::new();
        let word = MappingEdit::Days {
            column: "Created Date".into(),
            order,
        };
        let (asked, report) = answered(&mut story, &leads(&days), Some(&word));
        assert_eq!(about(&asked), [Doubt::Days]);
        assert_eq!(counts(&report.expect("it is answered")), [5, 0, 0, 0]);
        let created = created(&mut story);
        assert!(
            created.contains(&expected.to_owned()) && created.contains(&"2025-01-13".to_owned()),
            "{created:?}"
        );
    }
}

fn deals(amounts: &[&str]) -> String {
    let rows: Vec<String> = amounts
        .iter()
        .enumerate()
        .map(|(id, amount)| format!("{id};Deal {id};Closed Won;{amount};2025-01-05;Web\n"))
        .collect();
    format!(
        "Deal ID;Deal Name;Stage;Amount;Close Date;Source\n{}",
        rows.concat()
    )
}

#[test]
fn three_decimals_are_no_cents() {
    let amounts = ["12.5", "1.234", "2.500"];
    for (mark, expected) in [(',', 374_650), ('.', 1_623)] {
        let mut story = Story::new();
        let (asked, report) = answered(&mut story, &deals(&amounts), Some(&MappingEdit::Decimal { mark }));
        assert_eq!(about(&asked), [Doubt::Decimal]);
        report.expect("it is answered");
        assert_eq!(all(&mut story)["value"], expected);
    }
    // The next file writes otherwise than the first of its shape.
    let mut story = Story::new();
    assert_eq!(
        about(&answered(&mut story, &deals(&["1.234,50", "2.000,00"]), None).0),
        []
    );
    assert_eq!(
        about(&answered(&mut story, &deals(&["1.234", "12.5"]), None).0),
        [Doubt::Decimal]
    );
    // Where thousandths are written for certain, they are what is meant.
    assert_eq!(
        about(&answered(&mut story, &deals(&["0.335", "1.234", "12.5"]), None).0),
        []
    );
}

#[test]
fn a_deal_without_a_readable_value_is_won_all_the_same() {
    let mut story = Story::new();
    let report = import(&mut story, "deals.csv", &deals(&["1000", "TBD", "2500"]));
    assert_eq!(counts(&report), [3, 0, 0, 0], "{report:?}");
    assert!(
        report.notes.iter().any(|note| note.contains("“TBD” in “Amount”")),
        "{:?}",
        report.notes
    );
    let all = all(&mut story);
    assert_eq!(
        (&all["won"], &all["won_value"], &all["without_value"]),
        (&json!(3), &json!(350_000), &json!(1)),
        "{all}"
    );
    // A cost is nothing without its amount.
    let costs = "Channel,Month,Spend\nWeb,2025-01,100\nWeb,2025-02,TBD\nWeb,2025-03,7\n";
    let report = import(&mut Story::new(), "costs.csv", costs);
    assert_eq!(counts(&report), [2, 0, 0, 1]);
}

#[test]
fn deals_are_closed_when_they_are_won_and_when_they_are_lost() {
    let mut story = Story::new();
    let report = import(
        &mut story,
        "deals.csv",
        "Deal - ID,Deal - Title,Deal - Status,Deal - Value,Deal - Deal created,Deal - Won time,Deal - Lost time\n\
         1,Acme,Won,100,2025-01-01 10:00:00,2025-02-01 10:00:00,\n2,Beta,Lost,200,2025-01-02 10:00:00,,2025-05-02 10:00:00\n\
         3,Coda,Open,400,2025-01-03 10:00:00,,\n",
    );
    assert!(
        report
            .notes
            .iter()
            .any(|note| note.contains("says when deals were lost")),
        "{report:?}"
    );
    let funnel = story.call(
        "lead_funnel",
        json!({ "by": "closing_quarter", "from": "2025-04-01", "to": "2025-06-30" }),
    );
    assert_eq!(funnel["all"]["lost"], 1, "{funnel}");
}

#[test]
fn the_lines_of_a_deal_are_asked_about() {
    let lines = "Opportunity ID,Opportunity Name,Account Name,Stage,Close Date,Product Name,Quantity,Total Price,Lead Source\n\
        006A1,Acme deal,Acme,Closed Won,2025-02-01,Prod A,1,300,Web\n006A1,Acme deal,Acme,Closed Won,2025-02-01,Prod B,2,200,Web\n\
        006A2,Beta deal,Beta,Closed Won,2025-02-03,Prod A,1,700,Web\n";
    let (asked, report) = answered(&mut Story::new(), lines, None);
    assert!(
        about(&asked).contains(&Doubt::Column) && report.is_err(),
        "{asked:?}"
    );
}

#[test]
fn the_day_of_a_row_is_when_its_money_was_spent() {
    let linkedin = "Start Date (in UTC),Account Name,Currency,Campaign Name,Campaign Start Date,Campaign End Date,Total Budget,Spend\n\
        2025-01-01,Acme,EUR,ABM,2024-12-01,2025-03-31,5000,120.50\n2025-01-02,Acme,EUR,ABM,2024-12-01,2025-03-31,5000,99.50\n\
        2025-01-13,Acme,EUR,Brand,2024-12-01,2025-03-31,2000,30\n";
    let meta = "Campaign name,Reporting starts,Reporting ends,Day,Amount spent (EUR)\nBrand,2025-01-01,2025-01-31,2025-01-05,10\n\
        Brand,2025-01-01,2025-01-31,2025-01-06,20\nBrand,2025-02-01,2025-02-28,2025-02-06,40\n";
    let ends = "Campaign name,Day,Amount spent (EUR),Ends\nBrand,2025-01-05,10,2025-03-31\nBrand,2025-01-06,20,2025-03-31\n";
    for (content, january, rest) in [
        (linkedin, json!(25_000), Value::Null),
        (meta, json!(3_000), json!(4_000)),
        (ends, json!(3_000), Value::Null),
    ] {
        let mut story = Story::new();
        let report = import(&mut story, "costs.csv", content);
        let mut of = |from: &str, to: &str| {
            story.call("lead_funnel", json!({ "by": "campaign", "from": from, "to": to }))["all"]["cost"]
                .clone()
        };
        assert_eq!(
            (of("2025-01-01", "2025-01-31"), of("2025-02-01", "2025-12-31")),
            (january, rest),
            "{content} {report:?}"
        );
    }
}

/// A workbook of two deals: the first amount is a number in this format, the second a text where there is one.
fn workbook(story: &Story, format: &str, second: &str) -> DataFile {
    let path = story.folder().join("deals.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [
        ["Deal ID", "Deal Name", "Stage", "Close Date", "Source", "Amount"],
        ["1", "A", "Closed Won", "2025-01-05", "Web", ""],
        ["2", "B", "Closed Won", "2025-01-06", "Web", second],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row, column, cell).expect("a cell");
        }
    }
    let format = Format::new().set_num_format(format);
    sheet
        .write_number_with_format(1, 5, 12.5, &format)
        .expect("an amount");
    book.save(&path).expect("a workbook");
    DataFile::new(&path, Default::default()).read_by(ReadBy::Ourselves)
}

#[test]
fn a_spreadsheet_says_currency_and_scale_in_its_formats_and_nothing_of_texts_in_its_numbers() {
    for (format, second, asked, value) in [
        ("[$USD]\\ #,##0.00", "", vec![Doubt::Currency], None),
        ("#,##0\\ \"zł\"", "", vec![Doubt::Currency], None),
        ("#,##0.0\"k €\"", "", vec![], Some(1_250_000)),
        ("#,##0.0,\"k €\"", "", vec![], Some(1_250)),
        ("0.00", "1.200", vec![Doubt::Decimal], None),
        ("0.00", "100", vec![], Some(11_250)),
    ] {
        let mut story = Story::new();
        let file = workbook(&story, format, second);
        let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
        let proposed = story
            .workspace
            .propose_import(&surveyed, None)
            .expect("it is recognised");
        let mut open = proposed.questions(&surveyed);
        open.retain(|question| question.waits && question.answered.is_none());
        assert_eq!(about(&open), asked, "{format} {second}");
        let report = story
            .workspace
            .import(&file, &surveyed, &proposed, &mut |_, _| true);
        assert_eq!(report.is_ok(), value.is_some(), "{format} {second}: {report:?}");
        if let (Some(value), Ok(report)) = (value, report) {
            assert_eq!(all(&mut story)["value"], value, "{format} {second}: {report:?}");
            let is_named = report
                .notes
                .iter()
                .any(|note| note.contains("as the spreadsheet shows them"));
            assert_eq!(is_named, value == 1_250_000, "{:?}", report.notes);
        }
    }
}
