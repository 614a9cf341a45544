//! What stands in a file and is no record, or none any more: it is left out, and the report names it.

use super::*;

fn all(story: &mut Story) -> Value {
    story.call("lead_funnel", json!({ "by": "source" }))["all"].clone()
}

const DELETED_DEALS: &str = "\
Id,IsDeleted,Name,Amount,StageName,CloseDate,IsWon,IsClosed
006A,false,Alpha,1000,Closed Won,2024-03-01,true,true
006B,true,Beta,2000,Closed Won,2024-03-05,true,true
006C,false,Gamma,400,Closed Lost,2024-03-05,false,true
";

#[test]
fn deleted_records_do_not_count() {
    let mut story = Story::new();
    let report = import(&mut story, "deals.csv", DELETED_DEALS);
    assert_eq!(counts(&report), [2, 0, 0, 1]);
    assert!(
        report.rejected_rows[0].reason.contains("“IsDeleted”"),
        "{report:?}"
    );
    assert!(
        report
            .notes
            .iter()
            .any(|note| note.starts_with("One row is left out, because “IsDeleted” says")),
        "{:?}",
        report.notes
    );
    let all = all(&mut story);
    assert_eq!((&all["won"], &all["won_value"]), (&json!(1), &json!(100_000)));

    // What is deleted later is named: it still counts.
    let later = DELETED_DEALS.replace("006A,false", "006A,true");
    let report = import(&mut story, "deals.csv", &later);
    assert!(
        report.notes.iter().any(|note| note
            .starts_with("One of the deleted records is known from an earlier file, and still counts")),
        "{:?}",
        report.notes
    );
}

#[test]
fn deleted_leads_are_named_in_other_languages_too() {
    for (header, yes, no) in [
        ("IsDeleted", "true", "false"),
        ("Is Deleted?", "Yes", "No"),
        ("Gelöscht", "ja", "nein"),
        ("Supprimé", "oui", "non"),
        ("Deleted On", "2024-02-01", ""),
        ("Merged", "1", "0"),
    ] {
        let mut story = Story::new();
        let leads = format!(
            "Lead ID,{header},Last Name,Company,Lead Source,Created Date\n1,{no},A,Uno,Web,2024-01-10\n\
             2,{yes},A,Uno,Web,2024-01-11\n3,{no},B,Due,Fair,2024-01-12\n4,{yes},C,Tre,Fair,2024-01-12\n"
        );
        let report = import(&mut story, "leads.csv", &leads);
        assert_eq!(counts(&report), [2, 0, 0, 2], "{header}: {report:?}");
    }
}

#[test]
fn what_is_archived_counts_and_is_named() {
    let mut story = Story::new();
    let archived = DELETED_DEALS.replace("IsDeleted", "Archived");
    let report = import(&mut story, "deals.csv", &archived);
    assert_eq!(counts(&report), [3, 0, 0, 0]);
    assert!(
        report
            .notes
            .iter()
            .any(|note| note.starts_with("One row is archived, as “Archived” says: it counts")),
        "{:?}",
        report.notes
    );
}

#[test]
fn what_a_report_says_of_its_amounts_below_the_table_is_no_deal() {
    for footer in ["All amounts in EUR", "Alle Beträge in TEUR", "Montants en euros"] {
        let mut story = Story::new();
        let report = import(
            &mut story,
            "deals.csv",
            &format!(
                "Deal ID,Deal Name,Amount,Stage,Close Date\n1,A,1500,Closed Won,2024-04-25\n\
                 2,B,2000,Closed Won,2024-04-25\n{footer}\n"
            ),
        );
        assert_eq!(counts(&report), [2, 0, 0, 1], "{footer}");
        assert_eq!(report.rejected_rows[0].value, footer);
        assert_eq!(all(&mut story)["opportunities"], 2, "{footer}");
    }
}

const CUT: &str = "\
Lead ID,Last Name,Company,Notes,Lead Source,Created Date
1,A,Uno,called
twice,Web,2024-01-10
2,B,Due,\"multi
line, note\",Web,2024-01-11
3,C,Tre,ok,Fair,2024-01-12
";

#[test]
fn the_pieces_of_a_row_that_a_line_break_cut_are_no_leads() {
    for (case, content, left_out) in [
        ("once", CUT.to_string(), 2),
        ("twice", CUT.replace("twice,", "and\n\ncalled\ntwice,"), 4),
        (
            "behind many rows",
            {
                let whole: String = (10..60)
                    .map(|id| format!("{id},X,Quattro,,Web,2024-01-12\n"))
                    .collect();
                CUT.replacen("1,A", &format!("{whole}1,A"), 1)
            },
            2,
        ),
    ] {
        let mut story = Story::new();
        let report = import(&mut story, "leads.csv", &content);
        assert_eq!(report.rejected, left_out, "{case}: {report:?}");
        assert_eq!(report.added, report.rows - left_out, "{case}");
        assert!(
            report.rejected_rows[0].reason.contains("line break"),
            "{report:?}"
        );
        assert_eq!(all(&mut story)["leads"], report.added, "{case}");
    }
    // Behind the break stands nothing but the rest of the last cell.
    let at_the_end = "Lead ID,Last Name,Lead Source,Created Date,Notes\n1,A,Web,2024-01-10,called\ntwice\n3,C,Web,2024-01-10,x\n";
    let report = import(&mut Story::new(), "leads.csv", at_the_end);
    assert_eq!(counts(&report), [2, 0, 0, 1], "{report:?}");
    // Some programs leave out the empty cells at the end of a row.
    let short =
        "Lead ID,Last Name,Lead Source,Created Date,Reason\n1,A,Web,2024-01-10\n2,B\n3,C,Web,2024-01-10,x\n";
    let report = import(&mut Story::new(), "leads.csv", short);
    assert_eq!(counts(&report), [3, 0, 0, 0], "{report:?}");
}

#[test]
fn a_second_table_below_is_named_and_left_out() {
    let leads = "Lead ID,Last Name,Lead Source,Created Date\n1,A,Web,2024-01-10\n2,B,Web,2024-01-10\n";
    for (case, below) in [
        (
            "wide",
            "\nDeal ID,Deal Name,Amount,Stage\n9,Alpha,100,Closed Won\n",
        ),
        (
            "with a title",
            "\nDeals,,,\n\nDeal ID,Deal Name,Amount,Stage\n9,Alpha,100,Closed Won\n",
        ),
        ("narrow", "\n\nQuelle,Kosten\nWeb,100\n"),
    ] {
        let mut story = Story::new();
        let report = import(&mut story, "leads.csv", &format!("{leads}{below}"));
        assert_eq!(report.added, 2, "{case}: {report:?}");
        let named = report.rejected_rows.iter();
        assert_eq!(
            named.filter(|row| row.reason.contains("Another table")).count(),
            2,
            "{case}: {report:?}"
        );
        assert_eq!(all(&mut story)["leads"], 2, "{case}");
        let quarters = story.call("lead_funnel", json!({ "by": "quarter" }));
        assert_eq!(
            quarters["rows"].as_array().map_or(0, Vec::len),
            1,
            "{case}: {quarters}"
        );
    }
    // Two exports of the same columns, one behind the other, are one table.
    let twice = format!("{leads}\nLead ID,Last Name,Lead Source,Created Date\n3,C,Fair,2024-01-11\n");
    let report = import(&mut Story::new(), "leads.csv", &twice);
    assert_eq!(counts(&report), [3, 0, 0, 1], "{report:?}");
}

#[test]
fn rows_below_the_names_of_the_columns_in_another_order_are_named_and_left_out() {
    let deals = "Deal ID,Deal Name,Stage,Amount,Created Date,Close Date,Source\n\
                 1,Acme,Closed Won,100,2025-01-03,2025-02-03,Web\n";
    let turned = "Deal ID,Deal Name,Stage,Amount,Close Date,Created Date,Source\n\
                  3,Coda,Closed Won,300,2025-03-09,2025-02-03,Web\n";
    let again = "Deal ID,Deal Name,Stage,Amount,Created Date,Close Date,Source\n\
                 4,Dora,Closed Won,400,2025-02-04,2025-03-12,Web\n";
    let mut story = Story::new();
    let report = import(&mut story, "deals.csv", &format!("{deals}{turned}{again}"));
    assert_eq!(counts(&report), [2, 0, 0, 3], "{report:?}");
    let turned = report
        .rejected_rows
        .iter()
        .filter(|row| row.reason.contains("in another order"));
    assert_eq!(turned.count(), 2, "{report:?}");
    assert_eq!(all(&mut story)["won_value"], 50_000);
}
