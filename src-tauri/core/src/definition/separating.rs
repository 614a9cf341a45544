//! Which fields tell apart what became of leads: a help in finding criteria, and a warning where a field tells too much
//! because it is only known afterwards.

use std::{borrow::Cow, collections::HashMap, sync::Arc};

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde::Serialize;
use ts_rs::TS;

use super::{
    FieldName,
    judging::{day_of, fact},
    rules::{
        facts::Fact,
        measuring::{Measured, going_together},
    },
};
use crate::leads::{
    columns::{Column, LeadColumns},
    fields::LEAD_FIELDS,
    importing::choice::word,
    period::Period,
    rules::SMALL,
    terms::{Acceptance, Outcome},
};

/// From here on a field tells so much that it is likely to be known only afterwards.
const TOO_GOOD: f64 = 0.8;
/// How many values of a field are looked at one by one; the rest counts as one.
const VALUES: usize = 20;
/// How many parts numbers are cut into.
const PARTS: usize = 5;

/// One value of a field, and what became of its leads.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SeparatingValue {
    /// The value, or the range of numbers.
    pub value: String,
    /// How often the outcome was the better one.
    pub rate: Measured,
}

/// A field, and how well it tells apart what became of leads.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SeparatingField {
    /// The field.
    pub field: FieldName,
    /// What it is called.
    pub label: String,
    /// From 0 (it tells nothing) to 1 (it tells all): Cramér's V, corrected for few records.
    pub strength: f64,
    /// On how many leads this rests.
    pub n: i64,
    /// The value with which leads did best, of those with enough leads.
    pub best: Option<SeparatingValue>,
    /// The value with which they did worst.
    pub worst: Option<SeparatingValue>,
    /// Why it should not be trusted; nothing when it may.
    pub warning: Option<String>,
}

/// The outcome of a lead that is told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Won,
    Accepted,
}

impl Told {
    /// Returns the outcome of a lead: the better one, the worse one, or neither.
    fn of(self, leads: &LeadColumns, row: usize) -> Option<bool> {
        let standing = leads.standing.get(row)?;
        match self {
            Self::Accepted => match standing.decision() {
                Acceptance::Accepted => Some(true),
                Acceptance::Rejected => Some(false),
                Acceptance::Undecided => None,
            },
            Self::Won if standing.is_won() => Some(true),
            Self::Won => leads
                .deals_of(row)
                .iter()
                .any(|deal| {
                    usize::try_from(*deal)
                        .ok()
                        .and_then(|deal| leads.deals.outcome.get(deal).copied().flatten())
                        == Some(Outcome::Lost)
                })
                .then_some(false),
        }
    }

    fn in_words(self) -> &'static str {
        match self {
            Self::Won => "won from lost",
            Self::Accepted => "accepted from rejected",
        }
    }
}

/// Which fields tell apart what became of leads.
#[derive(Debug, Clone, Default)]
pub(super) struct Separating {
    /// What outcome they were held against: won and lost where enough leads came so far, else accepted and rejected; nothing
    /// where neither did.
    pub what: Option<String>,
    /// The fields, the strongest first.
    pub fields: Vec<SeparatingField>,
}

/// Returns which fields tell apart what became of the leads of a period. No definition has a part in it, so it is worked out
/// once for as long as no lead changes.
pub(super) fn fields(leads: &LeadColumns, period: Period) -> Arc<Separating> {
    leads
        .remembered
        .answer(period, |period| separating(leads, *period))
}

fn separating(leads: &LeadColumns, period: Period) -> Separating {
    let rows: Vec<usize> = (0..leads.rows())
        .filter(|row| period.holds(day_of(leads, *row)))
        .collect();
    let outcomes = [Told::Won, Told::Accepted].into_iter().find_map(|told| {
        let known: Vec<(usize, bool)> = rows
            .iter()
            .filter_map(|row| Some((*row, told.of(leads, *row)?)))
            .collect();
        let yes = known.iter().filter(|(_, yes)| *yes).count();
        (enough(yes) && enough(known.len() - yes)).then_some((told, known))
    });
    let Some((told, known)) = outcomes else {
        return Separating::default();
    };
    let (converted, others): (Vec<usize>, Vec<usize>) = rows.into_iter().partition(|row| {
        let standing = leads.standing.get(*row);
        standing.is_some_and(|standing| standing.is_converted())
    });
    let mut fields: Vec<SeparatingField> = every_field(leads)
        .into_par_iter()
        .filter_map(|(field, column)| separate(field, column, &known, [&converted, &others]))
        .collect();
    fields.sort_by(|a, b| b.strength.total_cmp(&a.strength));
    Separating {
        what: Some(told.in_words().into()),
        fields,
    }
}

/// Returns whether so many leads say something.
fn enough(leads: usize) -> bool {
    i64::try_from(leads).unwrap_or(i64::MAX) >= SMALL
}

/// Returns every field that is known beforehand and may tell something, with its column.
pub(super) fn every_field(leads: &LeadColumns) -> Vec<(FieldName, Column<'_>)> {
    let ours = LEAD_FIELDS
        .iter()
        .filter(|entry| !entry.afterwards)
        .filter_map(|entry| {
            let column = leads.field(entry.field)?;
            Some((FieldName(word(entry.field)), column))
        });
    let own = leads
        .attributes
        .iter()
        .map(|(name, column)| (FieldName::attribute(name), column));
    ours.chain(own)
        .filter(|(_, column)| column.filled() > 0)
        .collect()
}

/// How the facts of a field are sorted into values.
enum Sorting {
    /// The most frequent words, then all others.
    Words(Vec<String>),
    /// The upper ends of the parts of numbers.
    Numbers(Vec<f64>),
}

/// How often the outcome was the better one, and how often the worse.
type Outcomes = (i64, i64);

fn count(outcomes: &mut Outcomes, is_better: bool) {
    let (yes, no) = outcomes;
    *(if is_better { yes } else { no }) += 1;
}

/// Sorts the facts of the leads with an outcome, and returns how they are sorted and how often each value had which outcome;
/// nothing when nearly each has its own.
fn sort(column: Column, known: &[(usize, bool)]) -> Option<(Sorting, Vec<Outcomes>)> {
    match column {
        Column::Words(words) => {
            let mut by_code = vec![Outcomes::default(); words.list().len() + 1];
            for (row, is_better) in known {
                let code = words
                    .codes()
                    .get(*row)
                    .and_then(|code| usize::try_from(*code).ok());
                if let Some(outcomes) = code.and_then(|code| by_code.get_mut(code)) {
                    count(outcomes, *is_better);
                }
            }
            let words = words.list().iter().zip(by_code.into_iter().skip(1));
            sort_words(words.map(|(word, outcomes)| (Cow::Borrowed(word), outcomes)), 0)
        }
        Column::Numbers(numbers) => {
            let known = known.iter().filter_map(|(row, is_better)| {
                let number = *numbers.get(*row)?;
                (!number.is_nan()).then_some((number, *is_better))
            });
            sort_numbers(known.collect())
        }
        // A day tells when, and that is over.
        Column::Days(_) => None,
        Column::YesNo(_) | Column::Mixed(_) => {
            let mut numbers: Vec<(f64, bool)> = Vec::new();
            let mut words: HashMap<Cow<str>, Outcomes> = HashMap::new();
            for (row, is_better) in known {
                let word = match fact(&column, *row) {
                    Fact::Unknown | Fact::Day(_) => continue,
                    Fact::Number(number) => {
                        numbers.push((number, *is_better));
                        continue;
                    }
                    Fact::Text(text) => Cow::Borrowed(text),
                    Fact::YesNo(yes) => Cow::Borrowed(if yes { "yes" } else { "no" }),
                };
                count(words.entry(word).or_default(), *is_better);
            }
            if words.is_empty() {
                return sort_numbers(numbers);
            }
            // Among words, a number is one of the others.
            let others = numbers.len();
            let (sorting, mut table) = sort_words(words.into_iter(), others)?;
            if let Some(last) = table.last_mut() {
                numbers.iter().for_each(|(_, is_better)| count(last, *is_better));
            }
            Some((sorting, table))
        }
    }
}

fn sort_words<'w>(
    words: impl Iterator<Item = (Cow<'w, str>, Outcomes)>,
    others: usize,
) -> Option<(Sorting, Vec<Outcomes>)> {
    let size = |(yes, no): Outcomes| usize::try_from(yes + no).unwrap_or(usize::MAX);
    let mut frequent: Vec<(Cow<str>, Outcomes)> = words.filter(|(_, outcomes)| size(*outcomes) > 0).collect();
    let filled = others
        + frequent
            .iter()
            .map(|(_, outcomes)| size(*outcomes))
            .sum::<usize>();
    // Names and addresses tell one lead from another, not good ones from bad ones.
    if frequent.len() < 2 || frequent.len() * 2 > filled {
        return None;
    }
    frequent.sort_unstable_by(|a, b| size(b.1).cmp(&size(a.1)).then_with(|| a.0.cmp(&b.0)));
    let rest = frequent.split_off(frequent.len().min(VALUES));
    let of_rest = rest.iter().fold(Outcomes::default(), |sum, (_, outcomes)| {
        (sum.0 + outcomes.0, sum.1 + outcomes.1)
    });
    let table = frequent.iter().map(|(_, outcomes)| *outcomes).chain([of_rest]);
    let table = table.collect();
    let words = frequent.into_iter().map(|(word, _)| word.into_owned());
    Some((Sorting::Words(words.collect()), table))
}

fn sort_numbers(mut numbers: Vec<(f64, bool)>) -> Option<(Sorting, Vec<Outcomes>)> {
    let mut ends: Vec<f64> = Vec::new();
    for (number, _) in &numbers {
        if !ends.contains(number) {
            ends.push(*number);
        }
        if ends.len() > PARTS {
            break;
        }
    }
    if ends.is_empty() {
        return None;
    }
    if ends.len() > PARTS {
        let length = numbers.len();
        ends = (1..=PARTS)
            .filter_map(|part| {
                let place = (length * part / PARTS).checked_sub(1)?;
                let (_, (end, _), _) = numbers.select_nth_unstable_by(place, |a, b| a.0.total_cmp(&b.0));
                Some(*end)
            })
            .collect();
        ends.dedup();
    } else {
        ends.sort_unstable_by(f64::total_cmp);
    }
    let mut table = vec![Outcomes::default(); ends.len()];
    for (number, is_better) in &numbers {
        let place = ends.iter().position(|end| number <= end);
        if let Some(outcomes) = place.and_then(|place| table.get_mut(place)) {
            count(outcomes, *is_better);
        }
    }
    Some((Sorting::Numbers(ends), table))
}

impl Sorting {
    fn name(&self, place: usize) -> Option<String> {
        match self {
            Self::Words(words) => words.get(place).cloned(),
            Self::Numbers(ends) => {
                let end = ends.get(place)?;
                let before = place.checked_sub(1).and_then(|before| ends.get(before));
                Some(match before {
                    None => format!("up to {end}"),
                    Some(before) => format!("above {before} up to {end}"),
                })
            }
        }
    }
}

fn separate(
    field: FieldName,
    column: Column,
    known: &[(usize, bool)],
    converted_and_others: [&[usize]; 2],
) -> Option<SeparatingField> {
    let (sorting, table) = sort(column, known)?;
    let strength = going_together(&table)?;
    let n = table.iter().map(|(yes, no)| yes + no).sum();
    let mut values: Vec<SeparatingValue> = table
        .iter()
        .enumerate()
        .filter(|(_, (yes, no))| yes + no >= SMALL)
        .filter_map(|(place, (yes, no))| {
            Some(SeparatingValue {
                value: sorting.name(place)?,
                rate: Measured::part(*yes, yes + no),
            })
        })
        .collect();
    values.sort_by(|a, b| {
        let points = |value: &SeparatingValue| value.rate.rate.basis_points.unwrap_or(0.0);
        points(b).total_cmp(&points(a))
    });
    let (best, worst) = if values.len() > 1 {
        (values.first().cloned(), values.last().cloned())
    } else {
        (None, None)
    };
    Some(SeparatingField {
        label: field.label(),
        warning: warning(&column, strength, converted_and_others),
        field,
        strength,
        n,
        best,
        worst,
    })
}

/// Says why a field should not be trusted: it tells the outcome almost alone, or it is filled in almost only once a lead has
/// become an opportunity.
fn warning(column: &Column, strength: f64, [converted, others]: [&[usize]; 2]) -> Option<String> {
    if strength >= TOO_GOOD {
        return Some(
            "It tells the outcome almost alone. Make sure that it is known when a lead is handed over, and not only \
             afterwards."
                .into(),
        );
    }
    // Most fields are known of many others, and a look at the first of these tells it.
    let known = |rows: &[usize], most: usize| {
        let known = rows.iter().filter(|row| column.knows(**row));
        known.take(most.saturating_add(1)).count()
    };
    let mostly = enough(converted.len()) && known(converted, usize::MAX) * 10 >= converted.len() * 8;
    let few = others.len() / 10;
    let hardly = enough(others.len()) && known(others, few) <= few;
    (mostly && hardly).then(|| {
        "It is filled in almost only for leads that became an opportunity, so it is probably known only afterwards.".into()
    })
}
