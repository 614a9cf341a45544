//! How the cells of each column are read, and what becomes of them: settled once, before the first row.

use std::collections::HashMap;

use lockstep_intake::{Column, ColumnKind, DayOrder, DecimalMark};

use super::{
    Surveyed,
    by_group::{self, ByGroup},
    cell_notes::CellNotes,
    cells::{Days, Nothing},
    choice::{Choice, ColumnChoice},
    money::Amounts,
    questions::{Unticked, holds_money},
};
use crate::leads::{
    fields::{Field, Fits},
    proposals::{SURE, is_beyond_a_lifecycle, is_lifecycle, propose},
    recognition::Use,
    terms::{Term, TermList},
};
use lockstep_workspace::{company::Company, zone::Zone};

/// How the cells of one column are read.
pub(super) struct Cell {
    pub place: usize,
    pub name: String,
    pub days: Days,
    pub decimal: char,
    pub nothing: Nothing,
    /// Whether "NA" is one of the codes of its column, and not the absence of one.
    pub has_na: bool,
    /// What stood there last, where it is filled only in the first row of each group, and how many rows were read so.
    pub by_group: Option<ByGroup>,
    pub into: Into,
}

/// What a cell becomes.
pub(super) enum Into {
    Field(Field, Fits),
    Money(Field, Amounts),
    Term(Field, TermList, Heard),
    /// A day that says that something was won.
    WonOn,
    Attribute(ColumnKind),
}

/// What each value met means; a value that is met first in the row is proposed for.
#[derive(Default)]
pub(super) struct Heard {
    pub terms: HashMap<String, Option<(Term, String)>>,
    pub untranslated: HashMap<String, u64>,
    /// Whether a guess is good enough.
    accepts_guesses: bool,
    /// Whether its words are lifecycle stages.
    is_lifecycle: bool,
}

impl Heard {
    /// Returns the term that a value stands for, with its word.
    pub fn term(&mut self, list: TermList, value: &str) -> Option<(Term, String)> {
        if let Some(known) = self.terms.get(value) {
            if known.is_none() {
                *self.untranslated.entry(value.into()).or_default() += 1;
            }
            return known.clone();
        }
        let meant = propose(list, value)
            .filter(|(_, sure)| *sure >= SURE || self.accepts_guesses)
            .map(|(term, _)| (term, term.word()));
        if let Some((term, _)) = &meant
            && self.is_lifecycle
            && is_beyond_a_lifecycle(list, *term)
        {
            // Understood, and it says nothing: nobody has to translate it.
            return None;
        }
        if meant.is_none() {
            *self.untranslated.entry(value.into()).or_default() += 1;
        }
        self.terms.insert(value.into(), meant.clone());
        meant
    }
}

impl Cell {
    /// Returns how the cells of a file are read for a company.
    pub fn all(
        choice: &Choice,
        surveyed: &Surveyed,
        company: &Company,
        zone: Zone,
        cell_notes: &mut CellNotes,
    ) -> Vec<Self> {
        let currency = company.currency.as_str();
        let mut cells = Vec::new();
        let evidence = surveyed.survey.decimal_evidence(&surveyed.how);
        for (place, (column, seen)) in choice.columns.iter().zip(&surveyed.survey.columns).enumerate() {
            let unticked = Unticked::of(choice, column, seen);
            if unticked == Unticked::ByDay {
                cell_notes.unticked_by_day = Some(column.column.clone());
            }
            let likely = evidence.iter().find(|known| known.column == place);
            let is_money = holds_money(choice, column);
            let is_in_doubt = is_money && seen.has_thousandths_in_doubt();
            let decimal = match (seen.decimal_mark, likely) {
                (DecimalMark::Certain(mark), _) => choice.decimal.filter(|_| is_in_doubt).unwrap_or(mark),
                (_, Some(known)) if known.is_certain => known.mark,
                (_, known) => choice
                    .decimal
                    .or(known.map(|known| known.mark))
                    .unwrap_or(seen.decimal),
            };
            let has_na = seen.not_available_as_code > 0 && !column.nothing.iter().any(|word| word == "NA");
            let cell = |into| Cell {
                place,
                name: column.column.clone(),
                days: Days {
                    order: column.order.unwrap_or(DayOrder::Ymd),
                    swap: column.swapped == Some(true),
                    by_itself: seen.has_two_notations,
                    short_year: seen.year_may_stand_first,
                    plain_midnight: seen.kinds.instant > 0
                        && seen.kinds.instant == seen.kinds.instant_midnight,
                    zone,
                    calendar_year: company.fiscal_start == 1,
                },
                decimal,
                nothing: Nothing::or(column.nothing.iter().cloned().chain(unticked.open())),
                has_na: has_na && keeps_words(&into),
                by_group: (seen.is_filled_by_group
                    && by_group::holds_for_its_group(choice.kind, field_of(&into)))
                .then(ByGroup::default),
                into,
            };
            if column.becomes == Use::Attribute {
                let kind = match (seen.kind, column.order) {
                    (ColumnKind::DayUnclear, Some(order)) => ColumnKind::Day(order),
                    (kind, _) => kind,
                };
                cells.push(cell(Into::Attribute(kind)));
            }
            for field in column.fields() {
                let is_money = field
                    .entry(choice.kind)
                    .is_some_and(|entry| entry.fits == Fits::Money);
                if is_money {
                    let amounts = Amounts::of(choice, &surveyed.survey, place, currency);
                    cells.push(cell(Into::Money(field, amounts)));
                } else if let Some(into) = into_field(choice, field, column, seen) {
                    cells.push(cell(into));
                }
            }
        }
        cells
    }
}

fn field_of(into: &Into) -> Option<Field> {
    match into {
        Into::Field(field, _) => Some(*field),
        _ => None,
    }
}

/// Returns whether the words of a column are kept as they stand, so that a code among them is one.
fn keeps_words(into: &Into) -> bool {
    matches!(
        into,
        Into::Attribute(ColumnKind::Text) | Into::Field(_, Fits::Text | Fits::Choice)
    )
}

fn into_field(choice: &Choice, field: Field, column: &ColumnChoice, seen: &Column) -> Option<Into> {
    let (kind, accepts_guesses) = (choice.kind, choice.accepts_guesses);
    let entry = field.entry(kind)?;
    let Some(list) = field.terms(kind) else {
        return Some(Into::Field(field, entry.fits));
    };
    if matches!(seen.kind, ColumnKind::Day(_) | ColumnKind::DayUnclear) {
        return (list == TermList::Outcome).then_some(Into::WonOn);
    }
    // A guess that nobody confirmed is looked at again when it is met, as any other value.
    let terms = column
        .meanings
        .iter()
        .filter(|meaning| meaning.term.list() == list && meaning.confirmed)
        .map(|meaning| (meaning.value.clone(), Some((meaning.term, meaning.term.word()))))
        .collect();
    let heard = Heard {
        terms,
        untranslated: HashMap::new(),
        accepts_guesses,
        is_lifecycle: is_lifecycle(&seen.name, &seen.values),
    };
    Some(Into::Term(field, list, heard))
}
