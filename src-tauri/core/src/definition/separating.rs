//! Which fields tell apart what became of leads: a help in finding criteria, and a warning where a field tells too much
//! because it is only known afterwards.

use std::{borrow::Cow, collections::HashMap, sync::Arc};

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use serde::Serialize;
use ts_rs::TS;

use super::{
    FieldName,
    batches::{self, AT_ONCE, rows_with, size},
    judging::{fact, known_of_batch},
    rules::{
        facts::Fact,
        measuring::{Measured, going_together},
    },
};
use crate::leads::{
    columns::{Column, LeadColumns, Words},
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
    let looked = Looked {
        leads,
        within: batches::within(leads, period),
        converted: batches::converted(leads),
    };
    let Some((told, decided, known)) = looked.won_or_lost().or_else(|| looked.accepted_or_rejected()) else {
        return Separating::default();
    };
    let sizes = looked.sizes();
    let fields = every_field(leads).into_par_iter().zip(&decided.facts);
    let mut fields: Vec<SeparatingField> = fields
        .filter_map(|((field, column), facts)| {
            let sorted = sort(column, facts, &decided.leads, &known)?;
            separate(field, sorted, || looked.converted_alone_know(&column, sizes))
        })
        .collect();
    fields.sort_by(|a, b| b.strength.total_cmp(&a.strength));
    Separating {
        what: Some(told.in_words().into()),
        fields,
    }
}

/// Leads with an outcome, and what they say of each field: close together, they are gone through quicker than they are
/// looked up among all leads.
struct Decided {
    /// Their rows, and whether the outcome was the better one.
    leads: Vec<(u32, bool)>,
    /// What they say, field by field as [`every_field`] lists them.
    facts: Vec<Facts>,
}

/// What leads say of a field, in their order.
enum Facts {
    /// The numbers of their texts.
    Words(Vec<u32>),
    Numbers(Vec<f64>),
    YesNo(Vec<Option<bool>>),
    /// Looked up among all leads.
    Mixed,
}

impl Decided {
    fn of(leads: &LeadColumns, decided: Vec<(u32, bool)>) -> Self {
        let rows = || decided.iter().map(|(row, _)| *row as usize);
        let facts = every_field(leads)
            .into_par_iter()
            .map(|(_, column)| match column {
                Column::Words(words) => {
                    let codes = words.codes();
                    Facts::Words(rows().map(|row| codes.get(row).copied().unwrap_or(0)).collect())
                }
                Column::Numbers(numbers) => Facts::Numbers(
                    rows()
                        .map(|row| numbers.get(row).copied().unwrap_or(f64::NAN))
                        .collect(),
                ),
                Column::YesNo(said) => {
                    Facts::YesNo(rows().map(|row| said.get(row).copied().flatten()).collect())
                }
                Column::Days(_) | Column::Mixed(_) => Facts::Mixed,
            });
        Self {
            facts: facts.collect(),
            leads: decided,
        }
    }

    /// Returns the places of those whose rows are wanted, each with its outcome; nothing where too few had one outcome or
    /// the other.
    fn places(&self, is_wanted: impl Fn(u32) -> bool) -> Option<Vec<(u32, bool)>> {
        let places = (0_u32..).zip(&self.leads);
        let known: Vec<(u32, bool)> = places
            .filter(|(_, (row, _))| is_wanted(*row))
            .map(|(place, (_, yes))| (place, *yes))
            .collect();
        let yes = known.iter().filter(|(_, yes)| *yes).count();
        (enough(yes) && enough(known.len() - yes)).then_some(known)
    }
}

/// An outcome, the leads with one, and the places of those among them that are looked at.
type WithOutcome = (Told, Arc<Decided>, Vec<(u32, bool)>);

/// The leads that are looked at: those of a period.
struct Looked<'l> {
    leads: &'l LeadColumns,
    within: Arc<Vec<u64>>,
    /// Those that have an opportunity, among all leads.
    converted: Arc<Vec<u64>>,
}

impl Looked<'_> {
    /// The batches, each with which of its leads have an opportunity and which have none.
    fn batches(&self) -> impl Iterator<Item = (usize, [u64; 2])> {
        let words = self.within.iter().zip(self.converted.iter());
        let batches = words.map(|(within, converted)| [within & converted, within & !converted]);
        batches.enumerate()
    }

    /// Returns how many leads have an opportunity, and how many have none.
    fn sizes(&self) -> [i64; 2] {
        self.batches().fold([0, 0], |[converted, others], (_, bits)| {
            let [of_converted, of_others] = bits.map(size);
            [converted + of_converted, others + of_others]
        })
    }

    /// Returns the leads that were won or lost; those of all periods are found once for as long as no lead changes. Only
    /// where there is an opportunity can one be.
    fn won_or_lost(&self) -> Option<WithOutcome> {
        #[derive(PartialEq)]
        struct Which;
        let decided = self.leads.remembered.answer(Which, |_| {
            Decided::of(self.leads, self.told(Told::Won, &self.converted))
        });
        let known = decided.places(|row| {
            let (batch, place) = (row as usize / AT_ONCE, row as usize % AT_ONCE);
            self.within
                .get(batch)
                .is_some_and(|bits| (bits >> place) & 1 == 1)
        })?;
        Some((Told::Won, decided, known))
    }

    /// Returns the leads that sales accepted or rejected.
    fn accepted_or_rejected(&self) -> Option<WithOutcome> {
        let decided = Decided::of(self.leads, self.told(Told::Accepted, &self.within));
        let known = decided.places(|_| true)?;
        Some((Told::Accepted, Arc::new(decided), known))
    }

    fn told(&self, told: Told, batches: &[u64]) -> Vec<(u32, bool)> {
        let rows = batches
            .iter()
            .enumerate()
            .flat_map(|(batch, bits)| rows_with(batch, *bits));
        rows.filter_map(|row| Some((u32::try_from(row).ok()?, told.of(self.leads, row)?)))
            .collect()
    }

    /// Returns whether a field is known of nearly all leads that have an opportunity, and of hardly any other. Of most
    /// fields it is soon seen that it is not so.
    fn converted_alone_know(&self, column: &Column, [converted, others]: [i64; 2]) -> bool {
        let (most_missing, most_known) = (converted / 5, others / 10);
        let (mut missing, mut known_of_others) = (0, 0);
        converted >= SMALL
            && others >= SMALL
            && self.batches().all(|(batch, [converted, others])| {
                let known = known_of_batch(column, self.leads, batch);
                missing += size(converted & !known);
                known_of_others += size(others & known);
                missing <= most_missing && known_of_others <= most_known
            })
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
    ours.chain(own).filter(|(_, column)| !column.is_empty()).collect()
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

/// How the facts of a field are sorted, and how often each value had which outcome.
type Sorted = (Sorting, Vec<Outcomes>);

/// Sorts the facts of the leads that are looked at, by their places among those that have an outcome; nothing when nearly
/// each has its own.
fn sort(column: Column, facts: &Facts, leads: &[(u32, bool)], known: &[(u32, bool)]) -> Option<Sorted> {
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
    (sorting, table): Sorted,
    alone_know: impl FnOnce() -> bool,
) -> Option<SeparatingField> {
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
        warning: warning(strength, alone_know),
        field,
        strength,
        n,
        best,
        worst,
    })
}

/// Says why a field should not be trusted: it tells the outcome almost alone, or it is filled in almost only once a lead has
/// become an opportunity.
fn warning(strength: f64, alone_know: impl FnOnce() -> bool) -> Option<String> {
    if strength >= TOO_GOOD {
        return Some(
            "It tells the outcome almost alone. Make sure that it is known when a lead is handed over, and not only \
             afterwards."
                .into(),
        );
    }
    alone_know().then(|| {
        "It is filled in almost only for leads that became an opportunity, so it is probably known only afterwards.".into()
    })
}
