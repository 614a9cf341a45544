//! Sorting the facts of a field into values, and counting how often each had which outcome.

use std::{borrow::Cow, collections::HashMap};

use super::decided::Facts;
use crate::{
    definition::{evaluation::fact, rules::facts::Fact},
    leads::columns::{Column, Words},
};

/// How many values of a field are looked at one by one; the rest counts as one.
const VALUES: usize = 20;
/// How many parts numbers are cut into.
const PARTS: usize = 5;

/// How the facts of a field are sorted into values.
pub(super) enum Sorting {
    /// The most frequent words, then all others.
    Words(Vec<String>),
    /// The upper ends of the parts of numbers.
    Numbers(Vec<f64>),
}

/// How often the outcome was the better one, and how often the worse.
pub(super) type Outcomes = (i64, i64);

fn count(outcomes: &mut Outcomes, is_better: bool) {
    let (yes, no) = outcomes;
    *(if is_better { yes } else { no }) += 1;
}

/// How the facts of a field are sorted, and how often each value had which outcome.
pub(super) type Sorted = (Sorting, Vec<Outcomes>);

/// Sorts the facts of the leads that are looked at, by their places among those that have an outcome; nothing when nearly
/// each has its own.
pub(super) fn sort(
    column: Column,
    facts: &Facts,
    leads: &[(u32, bool)],
    known: &[(u32, bool)],
) -> Option<Sorted> {
    match (column, facts) {
        (Column::Words(words), Facts::Words(codes)) => sort_texts(words, codes, known),
        (_, Facts::Numbers(numbers)) => {
            let known = known.iter().filter_map(|(place, is_better)| {
                let number = *numbers.get(*place as usize)?;
                (!number.is_nan()).then_some((number, *is_better))
            });
            sort_numbers(known.collect())
        }
        (_, Facts::YesNo(said)) => {
            let (mut of_yes, mut of_no) = (Outcomes::default(), Outcomes::default());
            for (place, is_better) in known {
                if let Some(yes) = said.get(*place as usize).copied().flatten() {
                    count(if yes { &mut of_yes } else { &mut of_no }, *is_better);
                }
            }
            sort_words([("yes".into(), of_yes), ("no".into(), of_no)].into_iter(), 0)
        }
        // A day tells when, and that is over.
        (Column::Days(_), _) => None,
        (column, _) => {
            let rows = known.iter().filter_map(|(place, _)| leads.get(*place as usize));
            sort_mixed(&column, rows.map(|(row, is_better)| (*row as usize, *is_better)))
        }
    }
}

fn sort_texts(words: &Words, codes: &[u32], known: &[(u32, bool)]) -> Option<Sorted> {
    let code = |place: u32| {
        codes
            .get(place as usize)
            .and_then(|code| usize::try_from(*code).ok())
    };
    let texts = words.list().len();
    // Names and addresses tell one lead from another, not good ones from bad ones. Looking which there are is quicker than
    // counting them.
    if texts > known.len() {
        let mut is_there = vec![false; texts + 1];
        let (mut different, mut filled) = (0, 0);
        for code in known
            .iter()
            .filter_map(|(place, _)| code(*place))
            .filter(|code| *code != 0)
        {
            if let Some(is_there) = is_there.get_mut(code) {
                filled += 1;
                different += usize::from(!std::mem::replace(is_there, true));
            }
            if different * 2 > known.len() {
                return None;
            }
        }
        if !is_shared(different, filled) {
            return None;
        }
    }
    let mut by_code = vec![Outcomes::default(); texts + 1];
    for (place, is_better) in known {
        if let Some(outcomes) = code(*place).and_then(|code| by_code.get_mut(code)) {
            count(outcomes, *is_better);
        }
    }
    let words = words.list().iter().zip(by_code.into_iter().skip(1));
    sort_words(words.map(|(word, outcomes)| (word.into(), outcomes)), 0)
}

fn sort_mixed(column: &Column, known: impl Iterator<Item = (usize, bool)>) -> Option<Sorted> {
    let mut numbers: Vec<(f64, bool)> = Vec::new();
    let mut words: HashMap<Cow<str>, Outcomes> = HashMap::new();
    for (row, is_better) in known {
        let word = match fact(column, row) {
            Fact::Unknown | Fact::Day(_) => continue,
            Fact::Number(number) => {
                numbers.push((number, is_better));
                continue;
            }
            Fact::Text(text) => Cow::Borrowed(text),
            Fact::YesNo(yes) => Cow::Borrowed(if yes { "yes" } else { "no" }),
        };
        count(words.entry(word).or_default(), is_better);
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

/// Returns whether so many leads share so many texts.
fn is_shared(different: usize, filled: usize) -> bool {
    different >= 2 && different * 2 <= filled
}

fn sort_words<'w>(words: impl Iterator<Item = (Cow<'w, str>, Outcomes)>, others: usize) -> Option<Sorted> {
    let size = |(yes, no): Outcomes| usize::try_from(yes + no).unwrap_or(usize::MAX);
    let mut frequent: Vec<(Cow<str>, Outcomes)> = words.filter(|(_, outcomes)| size(*outcomes) > 0).collect();
    let filled = others
        + frequent
            .iter()
            .map(|(_, outcomes)| size(*outcomes))
            .sum::<usize>();
    if !is_shared(frequent.len(), filled) {
        return None;
    }
    let by_size = |a: &(Cow<str>, Outcomes), b: &(Cow<str>, Outcomes)| {
        size(b.1).cmp(&size(a.1)).then_with(|| a.0.cmp(&b.0))
    };
    if frequent.len() > VALUES {
        frequent.select_nth_unstable_by(VALUES, by_size);
    }
    let rest = frequent.split_off(frequent.len().min(VALUES));
    frequent.sort_unstable_by(by_size);
    let of_rest = rest.iter().fold(Outcomes::default(), |sum, (_, outcomes)| {
        (sum.0 + outcomes.0, sum.1 + outcomes.1)
    });
    let table = frequent.iter().map(|(_, outcomes)| *outcomes).chain([of_rest]);
    let table = table.collect();
    let words = frequent.into_iter().map(|(word, _)| word.into_owned());
    Some((Sorting::Words(words.collect()), table))
}

fn sort_numbers(mut numbers: Vec<(f64, bool)>) -> Option<Sorted> {
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
    /// Returns what the value at a place of the table is called.
    pub fn name(&self, place: usize) -> Option<String> {
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
