use proptest::prelude::*;

use super::*;

mod days;
use crate::records::{Reading, Records};

fn look(text: impl Into<Vec<u8>>) -> Result<Survey, Trouble> {
    let mut records = Records::of_bytes(text.into(), &Reading::default())?;
    survey(&mut records, &mut |_, _| true)
}

/// A column of these cells beside another.
fn column_of(cells: &[&str]) -> Result<Column, Trouble> {
    let rows: String = cells.iter().map(|cell| format!("x;\"{cell}\"\n")).collect();
    let survey = look(format!("a;b\n{rows}"))?;
    survey
        .columns
        .into_iter()
        .nth(1)
        .ok_or_else(|| Trouble::new("no second column"))
}

fn kind_of(cells: &[&str]) -> Result<ColumnKind, Trouble> {
    Ok(column_of(cells)?.kind)
}

#[test]
fn the_order_of_days_is_told_from_the_whole_column() -> Result<(), Trouble> {
    use DayOrder::{Dmy, Mdy, Ymd};
    for (cells, kind) in [
        (&["1/11/2021", "1/18/2021 0:00"][..], ColumnKind::Day(Mdy)),
        (&["1/11/2021", "18/1/2021"], ColumnKind::Day(Dmy)),
        (&["1/11/2021", "2/3/2021"], ColumnKind::DayUnclear),
        (&["13/1/2021", "1/13/2021"], ColumnKind::DayUnclear),
        (&["20210105", "20211231"], ColumnKind::Day(Ymd)),
        (&["2021-01-05", "2021-01-05T08:00:00Z"], ColumnKind::Day(Ymd)),
        (&["2018-02-26 19:58:54"], ColumnKind::Day(Ymd)),
        (&["20210105", "1/18/2021"], ColumnKind::Day(Mdy)),
        (&["05.01.2021", "06.02.2021"], ColumnKind::Day(Dmy)),
        (&["5 Jan 2021", "17 Feb 2021"], ColumnKind::Day(Dmy)),
        (&["Jan 5, 2021"], ColumnKind::Day(Mdy)),
        (&["30.02.2021", "31.04.2021"], ColumnKind::Text),
    ] {
        assert_eq!(kind_of(cells)?, kind, "{cells:?}");
    }
    Ok(())
}

#[test]
fn numbers_money_and_percent_are_told_apart() -> Result<(), Trouble> {
    for (cells, kind, decimal) in [
        (&["1", "250", "0"][..], ColumnKind::WholeNumber, '.'),
        (&["1", "0", "1"], ColumnKind::WholeNumber, '.'),
        (&["3558.5", "4077.81"], ColumnKind::Number, '.'),
        (&["3558,5", "1.234"], ColumnKind::Number, ','),
        (&["1.234.567,5", "12,25"], ColumnKind::Number, ','),
        (&["$200,000 ", "$800,000 "], ColumnKind::Money, '.'),
        (&["1.200,50 €", "7 €"], ColumnKind::Money, ','),
        (&["12 %", "7.5%"], ColumnKind::Percent, '.'),
        (&["12.5K", "3M"], ColumnKind::Number, '.'),
        (&["-0", "1,234.5"], ColumnKind::Number, '.'),
        (&["(1,200)", "5"], ColumnKind::WholeNumber, '.'),
    ] {
        let column = column_of(cells)?;
        assert_eq!((column.kind, column.decimal), (kind, decimal), "{cells:?}");
    }
    Ok(())
}

#[test]
fn ids_and_telephone_numbers_are_text() -> Result<(), Trouble> {
    for cells in [
        &["007", "008"][..],
        &["1234567890123456", "2"],
        &["+1 555 123 4567", "+49 221 9876543"],
        &["+15551234567", "+4922112345"],
        &["416-810-9897x752", "(376)694-9481x10051"],
        &["0221 123456", "0151 23456789"],
        &["2754733370", "8876541205"],
        &["1e400", "NaN"],
        &["99999999", "12345678", "0970F99ED4a2CE4"],
    ] {
        assert_eq!(kind_of(cells)?, ColumnKind::Text, "{cells:?}");
    }
    Ok(())
}

#[test]
fn eight_digits_are_days_only_in_years_that_somebody_plans_with() -> Result<(), Trouble> {
    assert_eq!(
        kind_of(&["19991231", "20210105"])?,
        ColumnKind::Day(DayOrder::Ymd)
    );
    assert_eq!(kind_of(&["99991231", "10000101"])?, ColumnKind::WholeNumber);
    assert_eq!(kind_of(&["20211301", "20210105"])?, ColumnKind::WholeNumber);
    Ok(())
}

#[test]
fn yes_and_no_addresses_and_words() -> Result<(), Trouble> {
    for (cells, kind) in [
        (&["TRUE", "FALSE"][..], ColumnKind::YesNo),
        (&["ja", "", "nein"], ColumnKind::YesNo),
        (&["x", "", ""], ColumnKind::YesNo),
        (&["1", "yes"], ColumnKind::YesNo),
        (&["ann@example.com", "bob.b@sub.example.org"], ColumnKind::Email),
        (&["a@b", "c @d.e"], ColumnKind::Text),
        (
            &["https://flowers.net", "www.example.org/a?b"],
            ColumnKind::Address,
        ),
        (&["Web", "Trade Show"], ColumnKind::Text),
        (&["n/a", "-", "Select", ""], ColumnKind::Empty),
        (&["unknown"], ColumnKind::Text),
    ] {
        assert_eq!(kind_of(cells)?, kind, "{cells:?}");
    }
    Ok(())
}

#[test]
fn one_odd_cell_in_twenty_does_not_change_what_a_column_is() -> Result<(), Trouble> {
    let mut cells = vec!["12.5"; 19];
    cells.push("tbd");
    assert_eq!(kind_of(&cells)?, ColumnKind::Number);
    cells.push("tbd");
    assert_eq!(kind_of(&cells)?, ColumnKind::Text);
    Ok(())
}

#[test]
fn values_are_listed_most_frequent_first_and_nothing_is_no_value() -> Result<(), Trouble> {
    let column = column_of(&["Web", "Fair", "Web", "n/a", "", "Call", "Web", "Fair"])?;
    assert_eq!(column.filled, 6);
    assert_eq!(column.samples, ["Web", "Fair", "Call"]);
    let expected = [("Web", 3), ("Fair", 2), ("Call", 1)].map(|(value, times)| (value.to_string(), times));
    assert_eq!(column.values, expected);
    assert_eq!((column.distinct, column.more_distinct), (3, false));
    Ok(())
}

#[test]
fn beyond_ten_thousand_different_values_there_are_more() -> Result<(), Trouble> {
    let mut text = String::from("id,source\n");
    for id in 0..10_500 {
        text.push_str(&format!("{id}.5,Web\n"));
    }
    text.push_str("n/a,\n");
    let survey = look(text)?;
    let first = survey.columns.first();
    assert_eq!(
        first.map(|column| (column.distinct, column.more_distinct)),
        Some((10_000, true))
    );
    assert_eq!(
        first.map(|column| (column.filled, column.kinds.number, column.kind)),
        Some((10_500, 10_500, ColumnKind::Number))
    );
    // Each stands there once; nobody asks which is the most frequent.
    assert_eq!(first.map(|column| column.values.len()), Some(0));
    assert_eq!(
        survey.columns.get(1).map(|column| column.values.clone()),
        Some(vec![("Web".to_string(), 10_500)])
    );
    Ok(())
}

#[test]
fn rows_with_trouble_are_counted_and_left_out() -> Result<(), Trouble> {
    let mut text = String::from("A,B\n1,2\n");
    for _ in 0..1_500 {
        text.push_str("1,2,3\n");
    }
    let survey = look(text)?;
    assert_eq!(
        (survey.rows, survey.troubles_count, survey.troubles.len()),
        (1_501, 1_500, 1_000)
    );
    assert_eq!(survey.columns.first().map(|column| column.filled), Some(1));
    Ok(())
}

#[test]
fn the_shape_of_a_file_is_the_names_of_its_columns() -> Result<(), Trouble> {
    let shape = |text: &str| look(text).map(|survey| survey.shape);
    assert_eq!(shape("Lead Source,Email\n")?, shape("email,lead_source\nx,y\n")?);
    assert_ne!(shape("Lead Source,Email\n")?, shape("Lead Source,E-Mail 2\n")?);
    assert_eq!(shape("Name\n")?, "82a3537ff0dbce7eec35d69edc3a189e");
    Ok(())
}

#[test]
fn a_survey_can_be_stopped() -> Result<(), Trouble> {
    let mut records = Records::of_bytes(b"A\n1\n2\n".to_vec(), &Reading::default())?;
    let stopped = survey(&mut records, &mut |_, _| false).err();
    assert!(stopped.is_some_and(|trouble| trouble.cancelled));
    Ok(())
}

#[test]
fn letters_that_look_alike_stay_different_values() -> Result<(), Trouble> {
    let column = column_of(&["Café", "Cafe\u{301}", "café", "Ca\u{200b}fé", "👩‍🚀"])?;
    assert_eq!(column.distinct, 5);
    Ok(())
}

#[test]
fn what_columns_keep_together_has_a_limit() {
    let mut budget = 2_000;
    let (mut one, mut other) = (Tally::default(), Tally::default());
    for value in 0..100 {
        one.add(value, &format!("{value}"), &mut budget);
        other.add(value, &format!("{value} {}", "x".repeat(300)), &mut budget);
    }
    assert!(budget < 100);
    let (one, other) = (one.total(), other.total());
    assert!(one.more && other.more && one.distinct + other.distinct < 40);
    assert_eq!(one.counts.number, 100);
}

#[test]
fn values_that_stand_there_often_are_counted_to_the_end() -> Result<(), Trouble> {
    let mut text = String::from("city,x\n");
    for row in 0..60_000 {
        text.push_str(&format!(
            "{},x\n",
            if row % 3 == 0 {
                format!("town {row}")
            } else {
                "Rome".into()
            }
        ));
    }
    let survey = look(text)?;
    let city = survey.columns.first();
    assert_eq!(
        city.map(|column| (column.distinct, column.more_distinct, column.filled)),
        Some((10_000, true, 60_000))
    );
    assert_eq!(
        city.and_then(|column| column.values.first()),
        Some(&("Rome".to_string(), 40_000))
    );
    Ok(())
}

proptest! {
    #[test]
    fn what_is_quickly_told_to_be_a_number_is_one(text in "[1-9][0-9]{0,5}[.][0-9]{1,6}") {
        prop_assert!(crate::classify::classify(&text).is_number());
        prop_assert!(crate::number::read(&text, '.').is_some());
    }

    #[test]
    fn no_cell_makes_it_fall_over(cell in "\\PC{0,60}") {
        let kinds = crate::classify::classify(&cell);
        let mut counts = Counts::default();
        counts.add(&kinds, 3);
        prop_assert!(counts.day_either <= counts.day_dmy && counts.day_either <= counts.day_mdy);
    }

    #[test]
    fn the_order_of_rows_does_not_change_what_a_column_is(
        mut cells in prop::collection::vec("[0-9]{1,2}[/.-][0-9]{1,2}[/.-]20[0-9]{2}|[0-9]{1,3}[.,][0-9]{1,3}", 1..40)
    ) {
        let borrowed: Vec<&str> = cells.iter().map(String::as_str).collect();
        let one = column_of(&borrowed).map_err(|trouble| TestCaseError::fail(trouble.message))?;
        cells.reverse();
        let borrowed: Vec<&str> = cells.iter().map(String::as_str).collect();
        let other = column_of(&borrowed).map_err(|trouble| TestCaseError::fail(trouble.message))?;
        prop_assert_eq!((one.kind, one.decimal, one.kinds), (other.kind, other.decimal, other.kinds));
    }
}
