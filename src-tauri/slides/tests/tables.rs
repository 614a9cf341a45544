//! Tables go on and lose no row.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod common;

use common::{Outcome, Parts, deck, letters, slide, table};
use lockstep_slides::{Body, Cell, SlidesError, Table};

#[test]
fn a_long_table_goes_on_and_loses_no_row() -> Outcome {
    let rows = (1..=95).map(|number| {
        vec![
            Cell::from(format!("Row {number}")),
            Cell::right(number.to_string()),
        ]
    });
    let parts = Parts::of_deck(&deck(vec![slide("All rows", Body::Table(table(rows.collect())))]))?;
    let count = parts.slides();
    assert!(count > 5);
    let mut found = Vec::new();
    for number in 1..=count {
        let one = parts.slide(number)?;
        assert_eq!(one.values("a:tblPr", "firstRow"), ["1"]);
        let texts = one.texts("a:t");
        assert_eq!(texts[0], format!("All rows ({number} of {count})"));
        assert_eq!(texts[1..3], ["Name", "Number"]);
        found.extend(texts.into_iter().filter(|text| text.starts_with("Row ")));
    }
    assert_eq!(
        found,
        (1..=95).map(|number| format!("Row {number}")).collect::<Vec<_>>()
    );
    Ok(())
}

#[test]
fn a_cell_of_ten_thousand_letters_goes_on_and_loses_none() -> Outcome {
    let long = (0..2_000)
        .map(|number| format!("{number:04} "))
        .collect::<String>();
    let rows = vec![
        vec!["before".into()],
        vec![long.as_str().into(), Cell::right("7")],
        vec!["after".into()],
    ];
    let parts = Parts::of_deck(&deck(vec![slide("T", Body::Table(table(rows)))]))?;
    let mut found = String::new();
    for number in 1..=parts.slides() {
        let one = parts.slide(number)?;
        let cells = one
            .0
            .iter()
            .filter(|element| element.name == "a:t" && element.path.contains(&"a:tc".to_owned()));
        found += &cells
            .map(|cell| cell.text.as_str())
            .collect::<String>()
            .replace("NameNumber", "");
    }
    // The short cell stands beside the beginning of the long one.
    let found = letters(&found).replacen('7', "", usize::from(!long.contains('7')));
    assert_eq!(found.len(), letters(&long).len() + "beforeafter7".len());
    assert!(found.starts_with("before0000") && found.ends_with("1999after"));
    Ok(())
}

#[test]
fn a_table_that_nobody_could_read_is_refused() {
    let wide = Table {
        head: vec![Cell::default(); 17],
        ..Table::default()
    };
    let result = deck(vec![slide("T", Body::Table(wide))]).to_pptx();
    assert!(matches!(result, Err(SlidesError::TooManyColumns(17))));
}

#[test]
fn numbers_are_not_divided_where_a_smaller_size_keeps_them_whole() -> Outcome {
    let row = |first: &str| {
        std::iter::once(Cell::from(first))
            .chain((0..11).map(|_| Cell::right("1234567")))
            .collect()
    };
    let wide = Table {
        head: vec![],
        rows: vec![row("Region north"), row("South")],
        weights: vec![],
    };
    let parts = Parts::of_deck(&deck(vec![slide("T", Body::Table(wide))]))?;
    let one = parts.slide(1)?;
    // A line of 14 points and what stays free around it.
    let heights: Vec<u32> = one
        .values("a:tr", "h")
        .iter()
        .map(|height| height.parse().unwrap())
        .collect();
    assert_eq!(heights, [2 * 14 * 15_240 + 127_000, 14 * 15_240 + 127_000]);
    assert!(
        one.values("a:gridCol", "w")
            .iter()
            .map(|width| width.parse::<u32>().unwrap())
            .sum::<u32>()
            <= 852 * 12_700
    );
    Ok(())
}
