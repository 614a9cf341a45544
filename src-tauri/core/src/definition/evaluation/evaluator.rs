//! Asking the criteria of whole columns: where a column is a list of texts, every text is asked once, and numbers and days
//! are compared without a decision in between.

use std::{ops::Range, sync::Arc};

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

use super::Answers;
use crate::{
    definition::{
        FieldName, Test,
        batches::{self, AT_ONCE, PIECE, packed, rows_of},
        rules::facts::{Asked, Fact, stands_as_words},
    },
    leads::columns::{Column, DayNumber, LeadColumns, UNKNOWN_DAY, Words, numbered_day},
};

/// What the criteria of a definition say to all leads.
pub struct Answered(Vec<Arc<Vec<Answers>>>);

/// Of so many criteria it is remembered what they said to all leads: two bits a lead for each. Whoever changes one criterion
/// of a definition waits for this one only.
const REMEMBERED: usize = 40;

impl Answered {
    /// Asks criteria, each with its field, of all leads; what was asked before and holds still is not asked again.
    pub(super) fn of<'a>(
        leads: &LeadColumns,
        criteria: impl Iterator<Item = (&'a Asked, &'a FieldName)>,
    ) -> Self {
        let of_criterion = |(asked, field): (&Asked, &FieldName)| {
            leads
                .answer_cache
                .one_of(REMEMBERED, (field.clone(), asked.clone()), |(field, asked)| {
                    let prepared = Prepared::of(asked, column(leads, field));
                    let batches = (0..batches::count(leads.rows())).into_par_iter();
                    batches
                        .with_min_len(PIECE)
                        .map(|number| prepared.ask(leads, rows_of(number, leads.rows())))
                        .collect::<Vec<Answers>>()
                })
        };
        Self(criteria.map(of_criterion).collect())
    }

    /// Says in `said` what each criterion answers to a batch.
    pub(in crate::definition) fn to(&self, batch: usize, said: &mut Vec<Answers>) {
        let Self(criteria) = self;
        let of_batch = |answers: &Arc<Vec<Answers>>| answers.get(batch).copied().unwrap_or_default();
        said.clear();
        said.extend(criteria.iter().map(of_batch));
    }
}

/// A definition before leads of which only some are asked.
pub struct Evaluator<'l> {
    leads: &'l LeadColumns,
    prepared: Vec<Prepared<'l>>,
}

impl<'l> Evaluator<'l> {
    pub(super) fn of<'a: 'l>(
        leads: &'l LeadColumns,
        criteria: impl Iterator<Item = (&'a Asked, &'a FieldName)>,
    ) -> Self {
        Self {
            leads,
            prepared: criteria
                .map(|(asked, field)| Prepared::of(asked, column(leads, field)))
                .collect(),
        }
    }

    /// Says in `said` what each criterion answers to a batch.
    pub(in crate::definition) fn to(&self, batch: usize, said: &mut Vec<Answers>) {
        let rows = rows_of(batch, self.leads.rows());
        said.clear();
        said.extend(
            self.prepared
                .iter()
                .map(|prepared| prepared.ask(self.leads, rows.clone())),
        );
    }
}

/// Fields of leads of which it is asked whether all are known.
pub struct KnownFields<'l>(Vec<Option<Column<'l>>>);

impl<'l> KnownFields<'l> {
    /// Returns these fields of leads.
    pub fn of<'f>(leads: &'l LeadColumns, fields: impl IntoIterator<Item = &'f FieldName>) -> Self {
        Self(fields.into_iter().map(|field| column(leads, field)).collect())
    }

    /// Returns of which leads of a batch all fields are known.
    pub(in crate::definition) fn of_batch(&self, leads: &LeadColumns, batch: usize) -> u64 {
        let Self(columns) = self;
        let known =
            |column: &Option<Column>| column.map_or(0, |column| known_of_batch(&column, leads, batch));
        columns.iter().map(known).fold(u64::MAX, |all, known| all & known)
    }
}

/// Returns the column that a field is; nothing where no lead has it.
pub fn column<'l>(leads: &'l LeadColumns, field: &FieldName) -> Option<Column<'l>> {
    match field.as_attribute() {
        Some(own) => leads.attributes.get(own),
        None => leads.field(field.entry()?.field),
    }
}

/// Returns the day from which days are counted for a lead: the hand-over, else the day it came in; [`UNKNOWN_DAY`] where
/// neither is known.
#[inline]
pub fn day_of(leads: &LeadColumns, row: usize) -> DayNumber {
    let at = |days: &[DayNumber]| days.get(row).copied().unwrap_or(UNKNOWN_DAY);
    match at(&leads.handed_over_on) {
        UNKNOWN_DAY => at(&leads.created_on),
        day => day,
    }
}

/// What a criterion says to one value; [`UNKNOWN`] is the bit beside that of [`YES`].
const NO: u8 = 0;
const YES: u8 = 1;
const UNKNOWN: u8 = 2;

/// A criterion with its column; where a column is a list of texts, every text was asked once.
enum Prepared<'l> {
    Nothing,
    ByCode { codes: &'l [u32], answers: Vec<u8> },
    InRange { numbers: &'l [f64], low: f64, high: f64 },
    WithinDays { days: &'l [DayNumber], most: i64 },
    Known(Column<'l>),
    YesNo { said: &'l [Option<bool>], wanted: bool },
    ByRow { asked: &'l Asked, column: Column<'l> },
}

impl<'l> Prepared<'l> {
    fn of(asked: &'l Asked, column: Option<Column<'l>>) -> Self {
        match column {
            None => Self::Nothing,
            Some(column) if asked.test() == Test::Known => Self::Known(column),
            Some(Column::YesNo(said)) if matches!(asked.test(), Test::Yes | Test::No) => Self::YesNo {
                said,
                wanted: asked.test() == Test::Yes,
            },
            Some(Column::Words(words)) if !asked.looks_at_the_day() => Self::ByCode {
                codes: words.codes(),
                answers: std::iter::once(UNKNOWN)
                    .chain(answers(asked, words).into_iter().map(|answer| match answer {
                        Some(true) => YES,
                        Some(false) => NO,
                        None => UNKNOWN,
                    }))
                    .collect(),
            },
            Some(column) => match (column, asked.range(), asked.days()) {
                (Column::Numbers(numbers), Some((low, high)), _) => Self::InRange { numbers, low, high },
                (Column::Days(days), _, Some(most)) => Self::WithinDays {
                    days,
                    most: i64::try_from(most).unwrap_or(i64::MAX),
                },
                _ => Self::ByRow { asked, column },
            },
        }
    }

    fn ask(&self, leads: &LeadColumns, rows: Range<usize>) -> Answers {
        match self {
            Self::Nothing => each(&[(); AT_ONCE], |()| UNKNOWN),
            Self::ByCode { codes, answers } => each(codes.get(rows).unwrap_or_default(), |code| {
                let answer = usize::try_from(*code).ok().and_then(|code| answers.get(code));
                answer.copied().unwrap_or(UNKNOWN)
            }),
            Self::Known(column) => known(column, rows),
            Self::YesNo { said, wanted } => each(said.get(rows).unwrap_or_default(), |said| {
                said.map_or(UNKNOWN, |yes| u8::from(yes == *wanted))
            }),
            Self::InRange { numbers, low, high } => each(numbers.get(rows).unwrap_or_default(), |number| {
                let is_within = u8::from((*low <= *number) & (*number <= *high));
                is_within | (u8::from(!number.is_finite()) << 1)
            }),
            Self::WithinDays { days, most } => each_row(rows, |row| {
                let (day, from) = (days.get(row).copied().unwrap_or(UNKNOWN_DAY), day_of(leads, row));
                let is_unknown = u8::from((day == UNKNOWN_DAY) | (from == UNKNOWN_DAY));
                let is_within = (0..=*most).contains(&(i64::from(day) - i64::from(from)));
                u8::from(is_within) | (is_unknown << 1)
            }),
            Self::ByRow { asked, column } => each_row(rows, |row| {
                let day = if asked.looks_at_the_day() {
                    numbered_day(day_of(leads, row))
                } else {
                    None
                };
                asked.answer(fact(column, row), day).map_or(UNKNOWN, u8::from)
            }),
        }
    }
}

/// Returns in which leads of a batch something is known.
pub(in crate::definition) fn known_of_batch(column: &Column, leads: &LeadColumns, batch: usize) -> u64 {
    known(column, rows_of(batch, leads.rows())).met
}

/// Returns in which of these rows something is known.
fn known(column: &Column, rows: Range<usize>) -> Answers {
    match column {
        Column::Words(words) => each(words.codes().get(rows).unwrap_or_default(), |code| {
            YES << u8::from(*code == 0)
        }),
        Column::Numbers(numbers) => each(numbers.get(rows).unwrap_or_default(), |number| {
            YES << u8::from(number.is_nan())
        }),
        column => each_row(rows, |row| YES << u8::from(!column.knows(row))),
    }
}

/// Returns what is answered to each of up to 64 values.
fn each<V>(values: &[V], answer: impl Fn(&V) -> u8) -> Answers {
    let mut answers = [UNKNOWN; AT_ONCE];
    for (slot, value) in answers.iter_mut().zip(values) {
        *slot = answer(value);
    }
    as_bits(&answers)
}

fn each_row(rows: Range<usize>, answer: impl Fn(usize) -> u8) -> Answers {
    let mut answers = [UNKNOWN; AT_ONCE];
    for (slot, row) in answers.iter_mut().zip(rows) {
        *slot = answer(row);
    }
    as_bits(&answers)
}

/// Returns 64 answers as words of bits. What is not known is not met, whatever the first bit says.
fn as_bits(answers: &[u8; AT_ONCE]) -> Answers {
    let unknown = packed(&answers.map(|answer| answer >> 1));
    Answers {
        met: packed(answers) & !unknown,
        unknown,
    }
}

/// Returns what each text of a column says. Where words are compared, the texts as they sound are at hand already.
fn answers(asked: &Asked, words: &Words) -> Vec<Option<bool>> {
    let is_one = |is_wanted: bool| {
        let texts = words.plain().iter().zip(words.list().iter());
        texts
            .map(|(plain, text)| Some(asked.is_one_of(plain.trim(), text) == is_wanted))
            .collect()
    };
    match asked.test() {
        Test::AnyOf => is_one(true),
        Test::NoneOf => is_one(false),
        test @ (Test::Contains | Test::ContainsPart) => {
            let mut hits = vec![Some(false); words.list().len()];
            for word in asked.words() {
                let texts = words.plain().iter().zip(words.plain().containing(word));
                for (hit, (text, contains)) in hits.iter_mut().zip(texts) {
                    let is_met = contains && (test == Test::ContainsPart || stands_as_words(text, word));
                    *hit = Some(*hit == Some(true) || is_met);
                }
            }
            hits
        }
        _ => words
            .list()
            .iter()
            .map(|text| asked.answer(Fact::Text(text), None))
            .collect(),
    }
}

/// Returns what a column says of a row.
pub fn fact<'l>(column: &Column<'l>, row: usize) -> Fact<'l> {
    match column {
        Column::Words(words) => words.of(row).map_or(Fact::Unknown, Fact::Text),
        Column::Numbers(numbers) => numbers
            .get(row)
            .filter(|number| !number.is_nan())
            .map_or(Fact::Unknown, |number| Fact::Number(*number)),
        Column::Days(days) => days
            .get(row)
            .filter(|day| **day != UNKNOWN_DAY)
            .and_then(|day| numbered_day(*day))
            .map_or(Fact::Unknown, Fact::Day),
        Column::YesNo(said) => said
            .get(row)
            .copied()
            .flatten()
            .map_or(Fact::Unknown, Fact::YesNo),
        Column::Mixed(mixed) => [
            fact(&Column::Words(&mixed.words), row),
            fact(&Column::Numbers(&mixed.numbers), row),
            fact(&Column::YesNo(&mixed.yes_no), row),
        ]
        .into_iter()
        .find(|fact| *fact != Fact::Unknown)
        .unwrap_or(Fact::Unknown),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        definition::{Criterion, Role},
        ids::{DefinitionId, ListItemId},
    };

    const TESTS: [Test; 11] = [
        Test::Known,
        Test::AnyOf,
        Test::NoneOf,
        Test::Contains,
        Test::ContainsPart,
        Test::AtLeast,
        Test::AtMost,
        Test::Between,
        Test::WithinDays,
        Test::Yes,
        Test::No,
    ];

    fn asked(test: Test, words: &[&str], days: i64) -> Asked {
        Asked::of(&Criterion {
            id: ListItemId("criterion".into()),
            definition: DefinitionId::only(),
            rank: String::new(),
            question: None,
            role: Role::Required,
            field: FieldName("field".into()),
            test,
            words: words.iter().map(|word| (*word).into()).collect(),
            low: Some(5.0),
            high: Some(50.0),
            days: Some(days),
            points: None,
            reason: None,
            why: String::new(),
        })
    }

    proptest! {
        /// Whole columns are asked in quicker ways than row by row, and say the same.
        #[test]
        fn a_column_says_what_its_rows_say(
            test in prop::sample::select(TESTS.to_vec()),
            texts in prop::collection::vec(
                prop::option::of(prop::sample::select(vec!["Web", "wéb ", "7", "1,200", "yes", "fair web", ""])), 1..30),
            numbers in prop::collection::vec(
                prop::sample::select(vec![f64::NAN, f64::INFINITY, 0.0, 5.0, 7.0, 50.0, 51.0]), 30),
            days in prop::collection::vec(prop::sample::select(vec![UNKNOWN_DAY, 739_900, 739_930, 740_000]), 30),
            from in prop::collection::vec(prop::sample::select(vec![UNKNOWN_DAY, 739_900, 739_931]), 30),
        ) {
            let asked = asked(test, &["WEB", "7", "fair"], 31);
            let words = Words::of_texts(texts.iter().copied());
            let rows = texts.len();
            let mut leads = LeadColumns::default();
            leads.created_on = from;
            for column in [Column::Words(&words), Column::Numbers(&numbers), Column::Days(&days)] {
                let said = Prepared::of(&asked, Some(column)).ask(&leads, 0..rows);
                for row in 0..rows {
                    let has = |bits: u64| (bits >> row) & 1 == 1;
                    let said = (!has(said.unknown)).then_some(has(said.met));
                    let day = numbered_day(day_of(&leads, row));
                    prop_assert_eq!(said, asked.answer(fact(&column, row), day), "{:?} of row {}", column, row);
                }
            }
        }
    }
}
