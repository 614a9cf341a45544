use super::*;
use crate::Trouble;
use crate::records::{Reading, Records};
use crate::survey::survey;

/// Looks through a file, and weighs what it says of marks before decimals.
fn look(text: &str) -> Result<(Survey, Vec<DecimalEvidence>), Trouble> {
    let mut records = Records::of_bytes(text.as_bytes().to_vec(), &Reading::default())?;
    let survey = survey(&mut records, &mut |_, _| true)?;
    let evidence = survey.decimal_evidence(records.how());
    Ok((survey, evidence))
}

/// The second column of a file whose cells are these.
fn column_of(cells: &[&str]) -> Result<Column, Trouble> {
    let rows: String = cells.iter().map(|cell| format!("x\t{cell}\n")).collect();
    let (survey, _) = look(&format!("a\tb\n{rows}"))?;
    let column = survey.columns.into_iter().nth(1);
    column.ok_or_else(|| Trouble::new("no second column"))
}

#[test]
fn a_column_says_how_certain_its_mark_is() -> Result<(), Trouble> {
    use DecimalMark::{Certain, Conflicting, NotNeeded, Open};
    for (cells, mark, needs) in [
        (&["1.500", "12.000"][..], Open, true),
        (&["1,500", "12,000 "], Open, true),
        (&["1.500", "1,500"], Open, true),
        (&["12.500 €", "8.250 €", "7 €"], Open, true),
        (&["KWD 1.234", "KWD 12.345"], Open, true),
        (&["1.500", "12,50"], Certain(','), false),
        (&["1.500", "12.50"], Certain('.'), false),
        (&["1.500", "1.000.000"], Certain(','), false),
        (&["12.345", "1250.755"], Certain('.'), false),
        (&["1,50,000.00", "75,000.00"], Certain('.'), false),
        (&["JPY 1,234", "JPY 5,000"], Certain('.'), false),
        (&["1.500", "12,50", "12.50"], Conflicting, true),
        (&["12,50", "12.50"], Conflicting, false),
        (&["1500", "12000"], NotNeeded, false),
        (&["1 500", "12'000"], NotNeeded, false),
        // Amounts may stand among "TBD"; whether any number is read from the column, its reader knows.
        (&["Web", "Fair", "1.500"], Open, true),
    ] {
        let column = column_of(cells)?;
        assert_eq!(
            (column.decimal_mark, column.needs_decimal_mark()),
            (mark, needs),
            "{cells:?}"
        );
    }
    Ok(())
}

#[test]
fn thousands_are_certain_where_another_column_writes_cents() -> Result<(), Trouble> {
    let (survey, evidence) = look("Deal;Betrag;Gebühr\nD1;1.500;12,50\nD2;12.000;99,90\n")?;
    let [one] = evidence.as_slice() else {
        return Err(Trouble::new("one column is open"));
    };
    assert_eq!((one.column, one.mark, one.is_certain), (1, ',', true));
    let example = Some("12,50".to_string());
    assert_eq!(
        one.reasons.first(),
        Some(&DecimalReason::OtherColumn { column: 2, example })
    );
    let amount = survey.columns.get(1);
    assert_eq!(amount.map(|column| column.decimal), Some(','));
    assert_eq!(amount.map(|column| column.decimal_mark), Some(DecimalMark::Open));
    Ok(())
}

#[test]
fn all_else_is_a_guess_and_says_why() -> Result<(), Trouble> {
    use DecimalReason::{Currency, Days, HeaderLanguage, Semicolons, ThreeDigits};
    for (text, mark, reasons) in [
        (
            "Deal;Betrag;Am\nD1;1.500;15.03.2024\nD2;12.000;20.04.2024\n",
            ',',
            vec![
                Semicolons,
                ThreeDigits,
                Days { column: 2 },
                HeaderLanguage { column: 1 },
            ],
        ),
        ("Deal\tAmount\nO1\t1,500\n", '.', vec![ThreeDigits]),
        (
            "Deal\tAmount\nO1\tKWD 1.234\n",
            '.',
            vec![Currency { name: "KWD".into() }],
        ),
    ] {
        let (_, evidence) = look(text)?;
        let found = evidence
            .first()
            .map(|one| (one.mark, one.is_certain, one.reasons.clone()));
        assert_eq!(found, Some((mark, false, reasons)), "{text}");
    }
    Ok(())
}

#[test]
fn amounts_of_cents_with_three_digits_are_thousands_where_all_speaks_for_it() -> Result<(), Trouble> {
    let certain = |text: &str| look(text).map(|(_, all)| all.first().map(|one| (one.mark, one.is_certain)));
    let euro = "Deal,Amount,Closed\nO1,12.500 €,15.03.2024\nO2,8.250 €,20.04.2024\n";
    assert_eq!(certain(euro)?, Some((',', true)));
    // Dinars have three decimals, and semicolons speak against dollars that are written with a comma.
    assert_eq!(
        certain("Deal;Amount\nO1;KWD 1.234\n")?.map(|one| one.1),
        Some(false)
    );
    assert_eq!(certain("Deal;Amount\nO1;$1,234\n")?.map(|one| one.1), Some(false));
    Ok(())
}

#[test]
fn decimals_of_programs_beside_open_amounts_are_not_certain() -> Result<(), Trouble> {
    // A score of 0.87 says little about amounts that somebody typed; amounts with thousands say it all.
    let certain = |text: &str| look(text).map(|(_, all)| all.first().map(|one| (one.mark, one.is_certain)));
    assert_eq!(certain("Amount\tScore\n1.500\t0.87\n")?, Some(('.', false)));
    assert_eq!(certain("Amount\tScore\n1,500\t0.87\n")?, Some(('.', true)));
    assert_eq!(certain("Amount\tFee\n1.500\t1,234.50\n")?, Some(('.', true)));
    assert_eq!(
        certain("Amount\tFee\tTax\n1.500\t12.50\t12,50\n")?,
        Some((',', false))
    );
    assert_eq!(
        certain("Amount\tFee\n1.500\t12.50\nx\t12,50\n1.500\t1,5\n")?.map(|one| one.1),
        Some(false)
    );
    Ok(())
}

#[test]
fn currencies_are_counted_and_odd_cells_named() -> Result<(), Trouble> {
    let column = column_of(&[
        "USD 100.00",
        "5 kr",
        "tbd",
        "7",
        "USD 3.00",
        "open",
        "tbd",
        "8 kr",
        "£5",
        "on hold?",
    ])?;
    let counted = [("USD", 2), ("kr", 2), ("£", 1)].map(|(name, times)| (name.to_string(), times));
    assert_eq!(column.currencies, counted);
    let odd = [(4, "tbd"), (7, "open"), (11, "on hold?")].map(|(row, text)| (row, text.to_string()));
    assert_eq!((column.odd, column.odd_count), (odd.to_vec(), 4));
    let column = column_of(&["Web", "5", "Fair"])?;
    assert_eq!((column.odd, column.odd_count), (Vec::new(), 0));
    Ok(())
}

#[test]
fn odd_cells_of_a_long_column_are_named_by_their_rows() -> Result<(), Trouble> {
    let cells: Vec<String> = (0..12_000)
        .map(|n| match n {
            11_000 | 50 => format!("about {n}"),
            n => format!("{n}.5"),
        })
        .collect();
    let borrowed: Vec<&str> = cells.iter().map(String::as_str).collect();
    let column = column_of(&borrowed)?;
    assert_eq!(
        column.odd,
        [(52, "about 50".into()), (11_002, "about 11000".into())]
    );
    assert_eq!((column.odd_count, column.kind), (2, ColumnKind::Number));
    Ok(())
}

#[test]
fn a_survey_of_before_can_still_be_read() -> Result<(), Trouble> {
    let (survey, _) = look("Amount\tFee\n1.500\t12,50\n")?;
    let text = serde_json::to_string(&survey).map_err(|error| Trouble::new(error.to_string()))?;
    let again: Survey = serde_json::from_str(&text).map_err(|error| Trouble::new(error.to_string()))?;
    assert_eq!(again, survey);
    Ok(())
}

proptest::proptest! {
    #[test]
    fn a_column_of_nothing_but_ambiguous_cells_is_open(
        cells in proptest::collection::vec("-?[1-9][0-9]{0,2}\\.[0-9]{3}( €| kr|)", 1..30),
        is_comma in proptest::bool::ANY,
    ) {
        let cells: Vec<String> = cells
            .into_iter()
            .map(|cell| if is_comma { cell.replace('.', ",") } else { cell })
            .collect();
        let borrowed: Vec<&str> = cells.iter().map(String::as_str).collect();
        let column = column_of(&borrowed).map_err(|trouble| proptest::test_runner::TestCaseError::fail(trouble.message))?;
        proptest::prop_assert_eq!(column.decimal_mark, DecimalMark::Open);
        proptest::prop_assert!(column.needs_decimal_mark());
    }
}
