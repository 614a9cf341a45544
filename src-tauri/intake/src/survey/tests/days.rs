use super::*;

fn odd(column: &Column) -> Vec<(u64, &str)> {
    column
        .odd
        .iter()
        .map(|(row, text)| (*row, text.as_str()))
        .collect()
}

#[test]
fn days_in_any_notation_make_a_column_of_days() -> Result<(), Trouble> {
    use DayOrder::{Dmy, Mdy, Ymd};
    for (cells, kind) in [
        (
            &["2024-01-10T08:00:00.000Z", "2024-02-11T08:00:00.000Z"][..],
            ColumnKind::Day(Ymd),
        ),
        (
            &["2026-01-05 15:45:00.123456", "2026-01-05T15:45:00+0200"],
            ColumnKind::Day(Ymd),
        ),
        (&["20240117T080000Z"], ColumnKind::Day(Ymd)),
        (&["2024年1月17日", "2024年2月3日"], ColumnKind::Day(Ymd)),
        (&["٢٠٢٤/٠١/١٧", "٢٠٢٤/٠٢/٠٣"], ColumnKind::Day(Ymd)),
        (&["1 jan 2024", "3 mrt 2024", "3 okt 2024"], ColumnKind::Day(Dmy)),
        (&["Jan 5, 2026 at 3:45 PM"], ColumnKind::Day(Mdy)),
        (&["5. Januar 2026", "6 lutego 2026"], ColumnKind::Day(Dmy)),
        (&["05JAN2026", "17FEB2026"], ColumnKind::Day(Dmy)),
        (
            &["Mon Jan 05 2026 10:00:00 GMT+0100 (Central European Standard Time)"],
            ColumnKind::Day(Mdy),
        ),
        // Both name their month; nobody need be asked.
        (&["5 Jan 2021", "Jan 17, 2021"], ColumnKind::Day(Dmy)),
        (&["5 Jan 2021", "1/13/2021"], ColumnKind::DayUnclear),
        (&["20210105081500", "20210106081500"], ColumnKind::Day(Ymd)),
    ] {
        let column = column_of(cells)?;
        assert_eq!((column.kind, column.odd_count), (kind, 0), "{cells:?}");
    }
    Ok(())
}

#[test]
fn odd_cells_among_days_are_named_and_the_days_are_kept() -> Result<(), Trouble> {
    let column = column_of(&[
        "2024-01-05",
        "tbd",
        "2024-01-07",
        "2024-01-08",
        "tbd",
        "Q1",
        "2024-01-09",
        "n/a",
        "30.02.2024",
        "2024-01-10",
        "2024-01-11",
        "2024-01-12",
        "2024-01-13",
    ])?;
    assert_eq!(column.kind, ColumnKind::Day(DayOrder::Ymd));
    assert_eq!(column.odd_count, 4);
    assert_eq!(odd(&column), [(3, "tbd"), (7, "Q1"), (10, "30.02.2024")]);
    assert_eq!(
        kind_of(&["2024-01-05", "tbd", "2024-01-07", "later"])?,
        ColumnKind::Text
    );
    Ok(())
}

#[test]
fn days_in_the_other_order_are_odd() -> Result<(), Trouble> {
    let mut cells = vec!["25/1/2024"; 45];
    cells.push("1/26/2024");
    let column = column_of(&cells)?;
    assert_eq!(
        (column.kind, column.odd_count),
        (ColumnKind::Day(DayOrder::Dmy), 1)
    );
    assert_eq!(odd(&column), [(47, "1/26/2024")]);
    Ok(())
}

#[test]
fn odd_cells_are_the_first_in_long_columns_too() -> Result<(), Trouble> {
    let mut text = String::from("when,x\n");
    for row in 0..30_000 {
        match row {
            9_000 | 20_000 | 25_000 | 26_000 => text.push_str(&format!("odd {row},x\n")),
            _ => text.push_str(&format!(
                "2024-01-05 {:02}:{:02}:{:02},x\n",
                row / 3_600,
                row / 60 % 60,
                row % 60
            )),
        }
    }
    let survey = look(text)?;
    let column = survey.columns.first().ok_or_else(|| Trouble::new("no column"))?;
    assert_eq!(
        (column.kind, column.odd_count),
        (ColumnKind::Day(DayOrder::Ymd), 4)
    );
    assert_eq!(
        odd(column),
        [(9_002, "odd 9000"), (20_002, "odd 20000"), (25_002, "odd 25000")]
    );
    Ok(())
}

#[test]
fn days_that_are_not_known_do_not_spoil_a_column() -> Result<(), Trouble> {
    for (cells, order, placeholders) in [
        (
            &["2024-03-01", "0000-00-00", "2024-03-03", "0000-00-00 00:00:00"][..],
            DayOrder::Ymd,
            2,
        ),
        (
            &["25.01.2024", "01.01.1753", "30.12.1899", "01.01.1970"],
            DayOrder::Dmy,
            3,
        ),
        (&["1/25/2024", "1/0/1900", "1/26/2024"], DayOrder::Mdy, 1),
        (&["9999-12-31", "9999-12-31"], DayOrder::Ymd, 2),
    ] {
        let column = column_of(cells)?;
        assert_eq!(column.kind, ColumnKind::Day(order), "{cells:?}");
        assert_eq!(
            (column.placeholder_days, column.odd_count),
            (placeholders, 0),
            "{cells:?}"
        );
    }
    Ok(())
}

#[test]
fn numbers_among_days_are_days_and_alone_are_numbers_that_could_be() -> Result<(), Trouble> {
    let column = column_of(&["2024-04-01", "45384", "2024-04-03", "2024-04-04"])?;
    assert_eq!(
        (column.kind, column.day_numbers, column.odd_count),
        (ColumnKind::Day(DayOrder::Ymd), 1, 0)
    );
    for (cells, kind, could_be) in [
        (
            &["45384", "45385"][..],
            ColumnKind::WholeNumber,
            Some(DayNumber::ExcelSerial),
        ),
        (
            &["45384.25", "45385"],
            ColumnKind::Number,
            Some(DayNumber::ExcelSerial),
        ),
        (
            &["1767571200", "1767571201"],
            ColumnKind::Text,
            Some(DayNumber::Seconds),
        ),
        (
            &["1767571200000", "1767571200500"],
            ColumnKind::Text,
            Some(DayNumber::Milliseconds),
        ),
        (&["45384", "12"], ColumnKind::WholeNumber, None),
        (&["45384", "1767571200"], ColumnKind::WholeNumber, None),
        (&["12", "2024-01-05", "45384"], ColumnKind::Text, None),
        (
            &["2024-01-05", "2024-01-06"],
            ColumnKind::Day(DayOrder::Ymd),
            None,
        ),
    ] {
        let column = column_of(cells)?;
        assert_eq!((column.kind, column.could_be_days), (kind, could_be), "{cells:?}");
    }
    Ok(())
}

#[test]
fn instants_are_counted_and_those_at_midnight_too() -> Result<(), Trouble> {
    let column = column_of(&[
        "2024-01-05T00:00:00Z",
        "2024-01-06T08:00:00+01:00",
        "2024-01-06 08:00",
    ])?;
    assert_eq!((column.kinds.instant, column.kinds.instant_midnight), (2, 1));
    Ok(())
}

#[test]
fn swapped_days_are_suspected() -> Result<(), Trouble> {
    for (cells, suspected) in [
        (
            &["2024-04-03", "25/03/2024", "2024-05-03", "14/03/2024"][..],
            true,
        ),
        (&["2024-04-03", "3/25/2024", "2024-05-03 00:00:00"], true),
        (&["2024-04-03", "25/03/2024", "2024-05-13"], false),
        (&["2024-04-03", "25/03/2024", "2024-05-03", "05/03/2024"], false),
        (&["2024-04-03", "2024-05-03"], false),
        (&["25/03/2024", "26/03/2024"], false),
    ] {
        let column = column_of(cells)?;
        assert_eq!(column.suspect_swapped, suspected, "{cells:?}");
        assert!(matches!(column.kind, ColumnKind::Day(_)), "{cells:?}");
    }
    Ok(())
}

#[test]
fn eight_digits_that_are_no_days_stay_numbers() -> Result<(), Trouble> {
    assert_eq!(
        kind_of(&["20240105", "20240106", "20249999"])?,
        ColumnKind::WholeNumber
    );
    assert_eq!(
        kind_of(&["20240105", "2024-01-06", "2024-01-07"])?,
        ColumnKind::Day(DayOrder::Ymd)
    );
    Ok(())
}
