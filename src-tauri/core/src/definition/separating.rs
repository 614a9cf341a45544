//! Which fields tell apart what became of leads: a help in finding criteria, and a warning where a field tells too much
//! because it is only known afterwards.

use serde::Serialize;
use ts_rs::TS;

use super::{
    FieldName,
    judging::fact,
    rules::{
        facts::Fact,
        measuring::{Measured, going_together},
    },
};
use crate::leads::{
    columns::{Column, LeadColumns},
    fields::LEAD_FIELDS,
    importing::choice::word,
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

/// Returns which fields tell apart what became of leads, the strongest first, and which outcome they were held against: won
/// and lost where enough leads came so far, else accepted and rejected; nothing where neither did.
pub(super) fn fields(
    leads: &LeadColumns,
    holds: &dyn Fn(usize) -> bool,
) -> (Option<String>, Vec<SeparatingField>) {
    let rows: Vec<usize> = (0..leads.rows()).filter(|row| holds(*row)).collect();
    let outcomes = [Told::Won, Told::Accepted].into_iter().find_map(|told| {
        let known: Vec<(usize, bool)> = rows
            .iter()
            .filter_map(|row| Some((*row, told.of(leads, *row)?)))
            .collect();
        let yes = known.iter().filter(|(_, yes)| *yes).count();
        let enough = |count: usize| i64::try_from(count).unwrap_or(i64::MAX) >= SMALL;
        (enough(yes) && enough(known.len() - yes)).then_some((told, known))
    });
    let Some((told, known)) = outcomes else {
        return (None, Vec::new());
    };
    let mut found: Vec<SeparatingField> = every_field(leads)
        .into_iter()
        .filter_map(|(field, column)| separate(field, &column, leads, &rows, &known))
        .collect();
    found.sort_by(|a, b| b.strength.total_cmp(&a.strength));
    (Some(told.in_words().into()), found)
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

/// How a fact is sorted into values.
enum Sorting {
    /// The most frequent words, then all others.
    Words(Vec<String>),
    /// The upper ends of the parts of numbers.
    Numbers(Vec<f64>),
}

impl Sorting {
    /// Looks at the leads with an outcome and returns how their facts are sorted; nothing when nearly each has its own.
    fn of(column: &Column, known: &[(usize, bool)]) -> Option<Self> {
        let mut numbers: Vec<f64> = Vec::new();
        let mut words: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
        for (row, _) in known {
            match fact(column, *row) {
                Fact::Unknown | Fact::Day(_) => {}
                Fact::Number(number) => numbers.push(number),
                other => *words.entry(other.word()?).or_default() += 1,
            }
        }
        let filled = numbers.len() + words.values().sum::<usize>();
        numbers.sort_unstable_by(f64::total_cmp);
        let mut distinct = numbers.clone();
        distinct.dedup();
        if !distinct.is_empty() && words.is_empty() {
            if distinct.len() <= PARTS {
                return Some(Self::Numbers(distinct));
            }
            let mut ends: Vec<f64> = (1..=PARTS)
                .filter_map(|part| {
                    numbers
                        .get((numbers.len() * part / PARTS).checked_sub(1)?)
                        .copied()
                })
                .collect();
            ends.dedup();
            return Some(Self::Numbers(ends));
        }
        // Names and addresses tell one lead from another, not good ones from bad ones.
        if words.len() < 2 || words.len() * 2 > filled {
            return None;
        }
        let mut frequent: Vec<(String, usize)> = words.into_iter().collect();
        frequent.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Some(Self::Words(
            frequent.into_iter().take(VALUES).map(|(word, _)| word).collect(),
        ))
    }

    fn place(&self, fact: Fact) -> Option<usize> {
        match self {
            Self::Numbers(ends) => {
                let number = fact.number()?;
                ends.iter().position(|end| number <= *end)
            }
            Self::Words(words) => {
                let word = fact.word()?;
                Some(
                    words
                        .iter()
                        .position(|known| *known == word)
                        .unwrap_or(words.len()),
                )
            }
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Numbers(ends) => ends.len(),
            Self::Words(words) => words.len() + 1,
        }
    }

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
    column: &Column,
    leads: &LeadColumns,
    rows: &[usize],
    known: &[(usize, bool)],
) -> Option<SeparatingField> {
    let sorting = Sorting::of(column, known)?;
    let mut table = vec![(0_i64, 0_i64); sorting.len()];
    for (row, is_better) in known {
        let place = sorting.place(fact(column, *row));
        if let Some((yes, no)) = place.and_then(|place| table.get_mut(place)) {
            if *is_better { *yes += 1 } else { *no += 1 }
        }
    }
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
        warning: warning(column, strength, leads, rows),
        field,
        strength,
        n,
        best,
        worst,
    })
}

/// Says why a field should not be trusted: it tells the outcome almost alone, or it is filled in almost only once a lead has
/// become an opportunity.
fn warning(column: &Column, strength: f64, leads: &LeadColumns, rows: &[usize]) -> Option<String> {
    if strength >= TOO_GOOD {
        return Some(
            "It tells the outcome almost alone. Make sure that it is known when a lead is handed over, and not only \
             afterwards."
                .into(),
        );
    }
    let (mut of_converted, mut converted, mut of_others, mut others) = (0_i64, 0_i64, 0_i64, 0_i64);
    for row in rows {
        let is_known = i64::from(fact(column, *row) != Fact::Unknown);
        if leads
            .standing
            .get(*row)
            .is_some_and(|standing| standing.is_converted())
        {
            (of_converted, converted) = (of_converted + is_known, converted + 1);
        } else {
            (of_others, others) = (of_others + is_known, others + 1);
        }
    }
    let mostly = converted >= SMALL && of_converted * 10 >= converted * 8;
    let hardly = others >= SMALL && of_others * 10 <= others;
    (mostly && hardly).then(|| {
        "It is filled in almost only for leads that became an opportunity, so it is probably known only afterwards.".into()
    })
}
