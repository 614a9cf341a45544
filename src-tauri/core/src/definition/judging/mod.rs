//! Judging many leads at once: each criterion is asked of a whole column, and the verdicts follow from bits. What it says of
//! a lead is what [`super::rules::verdict`] says of it; a test holds both against each other.

use std::ops::Range;

use super::{
    Criterion, FieldName, Role, Test, Verdict,
    content::{DefinitionContent, is_ready},
    rules::facts::{Asked, Fact},
    view::JudgedCriterion,
};
use crate::leads::{
    columns::{Column, DayNumber, LeadColumns, UNKNOWN_DAY, Words as LeadWords, numbered_day},
    fields::LEAD_FIELDS,
    importing::choice::word,
};
use crate::words::Words;

/// The most criteria a definition has: as many as bits stand in a word. Far more than two leaders would agree on (P12).
pub const MOST_CRITERIA: usize = 64;

/// How many rows are judged in one go; their bits stay close at hand.
const BLOCK: usize = 1_024;

/// What the criteria said to one lead.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Bits {
    /// The criteria that it meets.
    pub met: u64,
    /// The criteria of which nothing is known.
    pub unknown: u64,
}

/// A definition, ready to judge many leads.
pub struct Judge<'c> {
    criteria: Vec<(&'c Criterion, Asked)>,
    required: u64,
    disqualifies: u64,
    points: Vec<(u64, i64)>,
    threshold: Option<i64>,
}

impl<'c> Judge<'c> {
    /// Makes a definition ready. Criteria that are not complete are passed over, as for one lead.
    pub fn of(content: &'c DefinitionContent) -> Self {
        let criteria: Vec<(&Criterion, Asked)> = content
            .criteria
            .iter()
            .filter(|criterion| is_ready(criterion))
            .take(MOST_CRITERIA)
            .map(|criterion| (criterion, Asked::of(criterion)))
            .collect();
        let with_role = |role| {
            criteria
                .iter()
                .enumerate()
                .filter(|(_, (criterion, _))| criterion.role == role)
                .fold(0, |bits, (place, _)| bits | bit(place))
        };
        Self {
            required: with_role(Role::Required),
            disqualifies: with_role(Role::Disqualifies),
            points: criteria
                .iter()
                .enumerate()
                .filter(|(_, (criterion, _))| criterion.role == Role::Points)
                .map(|(place, (criterion, _))| (bit(place), criterion.points.unwrap_or(0)))
                .collect(),
            threshold: content.points_needed(),
            criteria,
        }
    }

    /// Returns the criteria that are asked, in the order of their bits.
    pub fn criteria(&self) -> impl Iterator<Item = &'c Criterion> {
        self.criteria.iter().map(|(criterion, _)| *criterion)
    }

    /// Returns what each criterion said, in words.
    pub fn told(&self, bits: Bits, words: &Words) -> Vec<JudgedCriterion> {
        self.criteria()
            .enumerate()
            .map(|(place, criterion)| {
                let met = (bits.unknown & bit(place) == 0).then_some(bits.met & bit(place) != 0);
                JudgedCriterion::of(criterion, met, None, words)
            })
            .collect()
    }

    /// Returns the verdict on a lead. `without` names criteria that are left out, by their bits.
    pub fn verdict(&self, bits: Bits, without: u64) -> Verdict {
        let (required, disqualifies) = (self.required & !without, self.disqualifies & !without);
        let fails = required & !bits.met & !bits.unknown;
        let mut against = (disqualifies & bits.met) | fails != 0;
        let mut open = required & bits.unknown != 0;
        if let Some(threshold) = self.threshold {
            let (mut points, mut possible) = (0_i64, 0_i64);
            for (bit, worth) in &self.points {
                if bit & without != 0 {
                    continue;
                }
                if bits.met & bit != 0 {
                    points = points.saturating_add(*worth);
                    possible = possible.saturating_add(*worth);
                } else if bits.unknown & bit != 0 {
                    possible = possible.saturating_add((*worth).max(0));
                }
            }
            against |= possible < threshold;
            open |= points < threshold;
        }
        match (against, open) {
            (true, _) => Verdict::NotQualified,
            (false, true) => Verdict::NotYet,
            (false, false) => Verdict::Qualified,
        }
    }

    /// Returns it with the columns of the leads that it is to judge.
    pub fn on<'l>(&'l self, leads: &'l LeadColumns) -> Asking<'l> {
        let prepared = self
            .criteria
            .iter()
            .map(|(criterion, asked)| Prepared::of(asked, column(leads, &criterion.field)))
            .collect();
        Asking { leads, prepared }
    }
}

/// A definition before the leads that it judges. Parts of the leads may be asked side by side.
pub struct Asking<'l> {
    leads: &'l LeadColumns,
    prepared: Vec<Prepared<'l>>,
}

impl Asking<'_> {
    /// Asks every criterion of these rows, and hands them and what was said of them to `hear`, block by block.
    pub fn ask(&self, rows: Range<usize>, mut hear: impl FnMut(Range<usize>, &[Bits])) {
        let mut bits = vec![Bits::default(); BLOCK.min(rows.len())];
        let end = rows.end.min(self.leads.rows());
        let mut start = rows.start;
        while start < end {
            let rows = start..end.min(start + BLOCK);
            let Some(block) = bits.get_mut(..rows.len()) else {
                return;
            };
            block.fill(Bits::default());
            for (place, prepared) in self.prepared.iter().enumerate() {
                prepared.ask(self.leads, rows.clone(), bit(place), block);
            }
            hear(rows.clone(), block);
            start = rows.end;
        }
    }
}

/// Returns the bit of a criterion.
pub fn bit(place: usize) -> u64 {
    1_u64
        .checked_shl(u32::try_from(place).unwrap_or(u32::MAX))
        .unwrap_or(0)
}

/// Returns the column that a field is; nothing where no lead has it.
pub fn column<'l>(leads: &'l LeadColumns, field: &FieldName) -> Option<Column<'l>> {
    match field.as_attribute() {
        Some(own) => leads.attributes.get(own),
        None => {
            let entry = LEAD_FIELDS.iter().find(|entry| word(entry.field) == field.0)?;
            leads.field(entry.field)
        }
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

/// What a criterion says to one text of a list.
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

    fn ask(&self, leads: &LeadColumns, rows: Range<usize>, bit: u64, block: &mut [Bits]) {
        // By the numbers above; what is not known is not met, whatever the first bit says. Masks are quicker than deciding, a
        // million times, and the processor takes several leads at once.
        let say = |said: &mut Bits, answer: u8| {
            let (is_met, is_unknown) = (answer & 1, answer >> 1);
            said.met |= bit & u64::from(is_met & !is_unknown).wrapping_neg();
            said.unknown |= bit & u64::from(is_unknown).wrapping_neg();
        };
        match self {
            Self::Nothing => block.iter_mut().for_each(|said| say(said, UNKNOWN)),
            Self::ByCode { codes, answers } => {
                for (said, code) in block.iter_mut().zip(codes.get(rows).unwrap_or_default()) {
                    let answer = usize::try_from(*code).ok().and_then(|code| answers.get(code));
                    say(said, answer.copied().unwrap_or(UNKNOWN));
                }
            }
            Self::Known(Column::Words(words)) => {
                for (said, code) in block.iter_mut().zip(words.codes().get(rows).unwrap_or_default()) {
                    say(said, if *code == 0 { UNKNOWN } else { YES });
                }
            }
            Self::Known(Column::Numbers(numbers)) => {
                for (said, number) in block.iter_mut().zip(numbers.get(rows).unwrap_or_default()) {
                    say(said, 1 << u8::from(number.is_nan()));
                }
            }
            Self::Known(column) => {
                for (said, row) in block.iter_mut().zip(rows) {
                    say(said, if column.knows(row) { YES } else { UNKNOWN });
                }
            }
            Self::YesNo { said: all, wanted } => {
                for (said, yes) in block.iter_mut().zip(all.get(rows).unwrap_or_default()) {
                    say(said, yes.map_or(UNKNOWN, |yes| u8::from(yes == *wanted)));
                }
            }
            Self::InRange { numbers, low, high } => {
                for (said, number) in block.iter_mut().zip(numbers.get(rows).unwrap_or_default()) {
                    let is_within = u8::from((*low <= *number) & (*number <= *high));
                    let is_unknown = u8::from(!number.is_finite());
                    say(said, is_within | (is_unknown << 1));
                }
            }
            Self::WithinDays { days, most } => {
                let days = days.get(rows.clone()).unwrap_or_default();
                for ((said, day), row) in block.iter_mut().zip(days).zip(rows) {
                    let from = day_of(leads, row);
                    let is_unknown = u8::from((*day == UNKNOWN_DAY) | (from == UNKNOWN_DAY));
                    let is_within = (0..=*most).contains(&(i64::from(*day) - i64::from(from)));
                    say(said, u8::from(is_within) | (is_unknown << 1));
                }
            }
            Self::ByRow { asked, column } => {
                for (said, row) in block.iter_mut().zip(rows) {
                    let day = if asked.looks_at_the_day() {
                        numbered_day(day_of(leads, row))
                    } else {
                        None
                    };
                    let answer = asked.answer(fact(column, row), day);
                    say(said, answer.map_or(UNKNOWN, u8::from));
                }
            }
        }
    }
}

/// Returns what each text of a column says. Where words are compared, the texts as they sound are at hand already.
fn answers(asked: &Asked, words: &LeadWords) -> Vec<Option<bool>> {
    let is_one = |is_wanted: bool| {
        let texts = words.plain().iter().zip(words.list().iter());
        texts
            .map(|(plain, text)| Some(asked.is_one_of(plain.trim(), text) == is_wanted))
            .collect()
    };
    match asked.test() {
        Test::AnyOf => is_one(true),
        Test::NoneOf => is_one(false),
        Test::Contains => {
            let mut hits = vec![Some(false); words.list().len()];
            for word in asked.words() {
                for (hit, contains) in hits.iter_mut().zip(words.plain().containing(word)) {
                    *hit = Some(*hit == Some(true) || contains);
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
        definition::rules::verdict::{Said, verdict},
        ids::{DefinitionId, LineId},
    };

    const TESTS: [Test; 10] = [
        Test::Known,
        Test::AnyOf,
        Test::NoneOf,
        Test::Contains,
        Test::AtLeast,
        Test::AtMost,
        Test::Between,
        Test::WithinDays,
        Test::Yes,
        Test::No,
    ];

    fn asked(test: Test, words: &[&str], days: i64) -> Asked {
        Asked::of(&Criterion {
            id: LineId("criterion".into()),
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
            let words = LeadWords::of_texts(texts.iter().copied());
            let rows = texts.len();
            let mut leads = LeadColumns::default();
            leads.created_on = from;
            for column in [Column::Words(&words), Column::Numbers(&numbers), Column::Days(&days)] {
                let mut block = vec![Bits::default(); rows];
                Prepared::of(&asked, Some(column)).ask(&leads, 0..rows, 1, &mut block);
                for (row, said) in block.iter().enumerate() {
                    let said = (said.unknown == 0).then_some(said.met == 1);
                    let day = numbered_day(day_of(&leads, row));
                    prop_assert_eq!(said, asked.answer(fact(&column, row), day), "{:?} of row {}", column, row);
                }
            }
        }

        /// The bits are only a faster way to say what the rule says.
        #[test]
        fn many_leads_are_judged_as_one_is(
            said in prop::collection::vec(
                (prop::sample::select(vec![Role::Required, Role::Points, Role::Disqualifies]), 0_i64..20,
                 prop::option::of(any::<bool>())), 0..12),
            threshold in prop::option::of(1_i64..60),
        ) {
            let has_points = said.iter().any(|(role, ..)| *role == Role::Points);
            let threshold = threshold.filter(|_| has_points);
            let place = |wanted: Role| said.iter().enumerate().filter(move |(_, (role, ..))| *role == wanted);
            let judge = Judge {
                criteria: Vec::new(),
                required: place(Role::Required).fold(0, |bits, (place, _)| bits | bit(place)),
                disqualifies: place(Role::Disqualifies).fold(0, |bits, (place, _)| bits | bit(place)),
                points: place(Role::Points).map(|(place, (_, points, _))| (bit(place), *points)).collect(),
                threshold,
            };
            let mut bits = Bits::default();
            for (place, (.., met)) in said.iter().enumerate() {
                match met {
                    Some(true) => bits.met |= bit(place),
                    Some(false) => {}
                    None => bits.unknown |= bit(place),
                }
            }
            let one_by_one = said.iter().map(|(role, points, met)| Said { role: *role, points: *points, met: *met });
            prop_assert_eq!(judge.verdict(bits, 0), verdict(one_by_one, threshold));
        }
    }
}
