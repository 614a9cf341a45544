//! PDF, XLSX, CSV and JSON of a plan say the same numbers: each is read back by a program that shares no code with what wrote
//! it.

use std::io::Cursor;

use calamine::{Data, DataType, Reader, Xlsx};
use chrono::{Days, NaiveDate};
use lockstep_core::plan::view::PlanView;
use lockstep_export::plan::{csv, json, pdf, xlsx};
use lockstep_workspace::{units::Unit, words::Words};
use proptest::prelude::*;

use crate::{
    generated::{plan_of, shapes},
    sample_plan,
};

/// A goal's numbers in the smallest steps of its unit: baseline, target, stretch and the months.
type Numbers = Vec<Option<i64>>;

fn wanted(view: &PlanView) -> Vec<Numbers> {
    view.goals
        .iter()
        .map(|line| {
            let goal = &line.goal;
            [goal.baseline, goal.target, goal.stretch]
                .into_iter()
                .chain((0..12).map(|month| line.months.get(month).copied()))
                .collect()
        })
        .collect()
}

/// Returns by how much whole units are multiplied to become steps.
fn steps(view: &PlanView, unit: Unit) -> f64 {
    10_f64.powi(match unit {
        Unit::Count | Unit::Days => 0,
        Unit::Percent | Unit::Number => 2,
        Unit::Money => view.currency_digits as i32,
    })
}

fn in_csv(view: &PlanView) -> Vec<Numbers> {
    let bytes = csv(view, &sample_plan::options()).unwrap();
    let mut table = ::csv::Reader::from_reader(bytes.as_slice());
    table
        .records()
        .zip(&view.goals)
        .map(|(record, line)| {
            let steps = steps(view, line.goal.unit);
            let record = record.unwrap();
            let number = |text: &str| {
                (!text.is_empty()).then(|| (text.parse::<f64>().unwrap() * steps).round() as i64)
            };
            record.iter().skip(4).map(number).collect()
        })
        .collect()
}

fn in_workbook(view: &PlanView) -> Vec<Numbers> {
    let mut book = Xlsx::new(Cursor::new(xlsx(view, &sample_plan::options()).unwrap())).unwrap();
    let sheet = book.worksheet_range("Goals by month").unwrap();
    (1..=view.goals.len() as u32)
        .zip(&view.goals)
        .map(|(row, line)| {
            // A rate is kept as a part of one.
            let rate = if line.goal.unit == Unit::Percent {
                100.0
            } else {
                1.0
            };
            let steps = steps(view, line.goal.unit) * rate;
            let number = |column| match sheet.get_value((row, column)) {
                None | Some(Data::Empty) => None,
                Some(cell) => Some((cell.get_float().unwrap() * steps).round() as i64),
            };
            (4..19).map(number).collect()
        })
        .collect()
}

fn in_json(view: &PlanView) -> Vec<Numbers> {
    wanted(&serde_json::from_slice(&json(view, &sample_plan::options()).unwrap()).unwrap())
}

/// Returns the text of a document without what only parts its lines and words.
fn letters(view: &PlanView) -> String {
    let bytes = pdf(view, &sample_plan::options()).unwrap().bytes;
    let text = lockstep_tests::pdf::text(&bytes).unwrap();
    text.chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '\u{200b}')
        .collect()
}

/// Returns the day that a cell holds as a date; a number or a text that looks like one is none.
fn day(cell: &Data) -> Option<NaiveDate> {
    match cell {
        Data::DateTime(date) if date.is_datetime() => {
            NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(date.as_f64() as u64))
        }
        _ => None,
    }
}

#[test]
fn months_are_dates_in_every_sheet() {
    let mut view = sample_plan::in_force();
    view.company.language = "de-DE".into();
    let mut book = Xlsx::new(Cursor::new(xlsx(&view, &sample_plan::options()).unwrap())).unwrap();
    let goals = book.worksheet_range("Goals by month").unwrap();
    assert_eq!(
        goals.get_value((0, 7)).and_then(day),
        Some(view.months[0]),
        "the first month of the goals"
    );
    let funnel = book.worksheet_range("Funnel maths").unwrap();
    let months: Vec<_> = funnel
        .rows()
        .skip_while(|row| row[0] != Data::String("Month".into()))
        .skip(1)
        .map(|row| day(&row[0]).expect("a month is a date"))
        .collect();
    let wanted: Vec<_> = view.funnel.months.iter().map(|month| month.first_day).collect();
    assert_eq!(months, wanted);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, max_shrink_iters: 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_form_of_a_plan_says_the_same_numbers(shape in shapes()) {
        let view = plan_of(&shape);
        let wanted = wanted(&view);
        prop_assert_eq!(&in_json(&view), &wanted);
        prop_assert_eq!(&in_csv(&view), &wanted);
        prop_assert_eq!(&in_workbook(&view), &wanted);
        let letters = letters(&view);
        let words = Words::new(&view.company);
        for (line, numbers) in view.goals.iter().zip(&wanted) {
            for number in numbers[..3].iter().copied().flatten().chain(line.periods.iter().map(|part| part.target)) {
                let written: String = words
                    .value(line.goal.unit, number)
                    .chars()
                    .filter(|letter| !letter.is_whitespace())
                    .collect();
                prop_assert!(letters.contains(&written), "{written} is not in the document");
            }
        }
    }
}
