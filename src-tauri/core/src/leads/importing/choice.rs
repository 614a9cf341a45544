//! What becomes of each column and each value of a file: proposed, remembered from the last file of its shape, changed by
//! whoever takes it in.

use lockstep_intake::{Column, ColumnKind, DayOrder, Survey};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{column_hints::rivals_of, day_orders, settled::Settled};
use crate::leads::{
    fields::{Field, identities},
    proposals::proposals_of,
    recognition::{ColumnSeen, Recognition, Use, recognise, recognise_as},
    terms::{RecordKind, Term, TermList},
};
use lockstep_workspace::error::{Error, Result};

/// How a file is taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "ImportChoice")]
pub struct Choice {
    /// What its rows are.
    pub kind: RecordKind,
    /// What becomes of each column, in their order.
    pub columns: Vec<ColumnChoice>,
    /// The mark before decimals, `.` or `,`, where a person had to say it.
    #[serde(default)]
    pub decimal: Option<char>,
    /// The ISO 4217 code of the currency that the amounts are in, where a person had to say it; it stands above what the file
    /// says.
    #[serde(default)]
    pub currency: Option<String>,
    /// What files left open that these answers were given for.
    #[serde(default)]
    #[ts(skip)]
    pub settled: Settled,
    /// The row in which the names of the columns stand, where a person had to say it.
    #[serde(default)]
    #[ts(skip)]
    pub(super) header_row: Option<u64>,
    /// Whether the file may hold leads with their deals as well as deals with their leads, so that somebody has to say.
    #[serde(skip)]
    #[ts(skip)]
    pub(super) kind_in_doubt: bool,
    /// Whether somebody said so.
    #[serde(skip)]
    #[ts(skip)]
    pub(super) kind_is_said: bool,
    /// Whether the likeliest answers are taken without asking. The report names them; no later file is read by them.
    #[serde(skip)]
    #[ts(skip)]
    pub accepts_guesses: bool,
}

/// What becomes of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ColumnChoice {
    /// Its name.
    pub column: String,
    /// What it becomes.
    pub becomes: Use,
    /// A second field that is read from it.
    pub also: Option<Field>,
    /// Whether a person said what it becomes.
    #[serde(default)]
    #[ts(skip)]
    pub(super) is_said: bool,
    /// Whether what it becomes is little more than a guess.
    #[serde(skip)]
    #[ts(skip)]
    pub(super) is_doubtful: bool,
    /// The columns that could be the same field as well, whichever of them it is.
    #[serde(skip)]
    #[ts(skip)]
    pub(super) rivals: Vec<String>,
    /// In which order its days are written; nothing where it has none, or where somebody has to say.
    #[ts(type = "\"ymd\" | \"dmy\" | \"mdy\" | null")]
    pub order: Option<DayOrder>,
    /// Whether that order was said for an earlier file, and not for this one.
    #[serde(skip)]
    #[ts(skip)]
    pub(super) order_is_recalled: bool,
    /// Whether that order was said for this file.
    #[serde(skip)]
    #[ts(skip)]
    pub(super) order_is_said: bool,
    /// Whether its dates are to be swapped back, where a spreadsheet seems to have swapped day and month.
    #[serde(default)]
    pub swapped: Option<bool>,
    /// What its values mean, where the field has terms.
    pub meanings: Vec<Meaning>,
    /// Values that say that there is none, beside the usual ones.
    pub nothing: Vec<String>,
}

/// What a value means in our terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Meaning {
    /// The value, as it stands in the file.
    pub value: String,
    /// The term.
    pub term: Term,
    /// Whether a person said so. Only that is remembered for the next file; the rest is proposed again.
    #[serde(default)]
    pub confirmed: bool,
}

impl ColumnChoice {
    /// Returns the fields that are read from the column.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        let first = match self.becomes {
            Use::Field(field) => Some(field),
            Use::Attribute | Use::LeftOut => None,
        };
        first.into_iter().chain(self.also)
    }

    /// Looks again for what its values mean. What was said of a value stays.
    pub(super) fn propose_meanings(&mut self, kind: RecordKind, seen: &Column) {
        let lists: Vec<TermList> = self.fields().filter_map(|field| field.terms(kind)).collect();
        self.meanings
            .retain(|meaning| lists.contains(&meaning.term.list()));
        if matches!(seen.kind, ColumnKind::Day(_) | ColumnKind::DayUnclear) {
            return;
        }
        for list in lists {
            for proposal in proposals_of(&seen.name, list, &seen.values) {
                let said = self
                    .meanings
                    .iter()
                    .any(|meaning| meaning.value == proposal.value && meaning.term.list() == list);
                if let (Some(term), false) = (proposal.term, said) {
                    self.meanings.push(Meaning {
                        value: proposal.value,
                        term,
                        confirmed: false,
                    });
                }
            }
        }
    }
}

impl Choice {
    /// Returns what is proposed for a file, with what was recognised of it; `kind` is what somebody says that it holds.
    ///
    /// # Errors
    /// `Invalid` when it holds none of our records and nobody said otherwise.
    pub fn proposed(survey: &Survey, kind: Option<RecordKind>) -> Result<(Recognition, Self)> {
        let seen = ColumnSeen::all(survey);
        let found = kind.map_or_else(|| recognise(&seen), |kind| recognise_as(kind, &seen));
        let Some(kind) = found.kind else {
            return Err(Error::invalid("kind", found.why)
                .hint("If it does hold leads, opportunities or costs, say which."));
        };
        let kind_in_doubt = found.kind_in_doubt;
        let columns = found
            .guesses
            .iter()
            .zip(&survey.columns)
            .map(|(guess, seen)| {
                let mut choice = ColumnChoice {
                    column: guess.column.clone(),
                    becomes: guess.becomes,
                    also: guess.also,
                    is_said: false,
                    is_doubtful: guess.is_doubtful(),
                    rivals: rivals_of(kind, &guess.column, &found.guesses),
                    order_is_recalled: false,
                    order_is_said: false,
                    order: match seen.kind {
                        ColumnKind::Day(order) => Some(order),
                        _ => None,
                    },
                    swapped: None,
                    meanings: Vec::new(),
                    nothing: Vec::new(),
                };
                choice.propose_meanings(kind, seen);
                choice
            })
            .collect();
        Ok((
            found,
            Self {
                kind,
                columns,
                decimal: None,
                currency: None,
                settled: Settled::default(),
                header_row: None,
                kind_in_doubt,
                kind_is_said: false,
                accepts_guesses: false,
            },
        ))
    }

    /// Takes over what was chosen for an earlier file of the same shape. A column that was empty then is looked at afresh.
    pub fn recall(&mut self, remembered: &Self, survey: &Survey) {
        let kind = self.kind;
        self.decimal = remembered.decimal;
        self.currency.clone_from(&remembered.currency);
        self.settled.clone_from(&remembered.settled);
        self.header_row = remembered.header_row;
        let mut given: Vec<Field> = Vec::new();
        for (place, (choice, seen)) in self.columns.iter_mut().zip(&survey.columns).enumerate() {
            let same = |other: &&ColumnChoice| alike(&other.column, &choice.column);
            if let Some(before) = remembered.columns.iter().find(same) {
                choice.becomes = before.becomes;
                choice.also = before.also;
                choice.is_said = before.is_said;
                // Days of which more can only be read the other way are asked about again, and so are those beside which
                // another column is written otherwise than when somebody answered.
                let speaks_against = |order: &DayOrder| {
                    seen.likely_order().is_some_and(|likely| likely != *order)
                        || day_orders::is_contradicted(survey, place, *order)
                            && !remembered.settled.has_day_order(&before.column, *order)
                };
                choice.order = choice
                    .order
                    .or(before.order.filter(|order| !speaks_against(order)));
                choice.order_is_recalled = seen.kind == ColumnKind::DayUnclear && choice.order.is_some();
                choice.meanings = before
                    .meanings
                    .iter()
                    .filter(|meaning| meaning.confirmed)
                    .cloned()
                    .collect();
                choice.nothing.clone_from(&before.nothing);
                choice.propose_meanings(kind, seen);
                given.extend(choice.fields());
            }
        }
        // What is new gets no field that was given to another column the last time.
        for choice in &mut self.columns {
            let is_new = !remembered
                .columns
                .iter()
                .any(|other| alike(&other.column, &choice.column));
            if is_new && choice.fields().any(|field| given.contains(&field)) {
                choice.becomes = Use::Attribute;
                choice.also = None;
                choice.meanings.clear();
            }
        }
    }

    /// Returns what is worth remembering: empty columns say nothing about what they are.
    pub fn to_remember(&self, survey: &Survey) -> Self {
        let columns = self
            .columns
            .iter()
            .zip(&survey.columns)
            .filter(|(_, seen)| seen.kind != ColumnKind::Empty);
        Self {
            kind: self.kind,
            columns: columns.map(|(choice, _)| choice.clone()).collect(),
            decimal: self.decimal,
            currency: self.currency.clone(),
            settled: self.settled.clone(),
            header_row: self.header_row,
            kind_in_doubt: false,
            kind_is_said: false,
            accepts_guesses: false,
        }
    }

    /// Returns whether a column is read as the field.
    pub fn has(&self, field: Field) -> bool {
        self.columns
            .iter()
            .any(|choice| choice.fields().any(|has| has == field))
    }

    /// Checks that the file can be imported with this choice: that rows are told apart, and that costs have an amount. What
    /// else the file leaves open, `questions` asks.
    ///
    /// # Errors
    /// `Invalid` with what is missing.
    pub fn must_be_complete(&self, survey: &Survey) -> Result<()> {
        if self.columns.len() != survey.columns.len() {
            return Err(Error::invalid(
                "columns",
                "This choice was made for another file.",
            ));
        }
        let is_told_apart = identities(self.kind)
            .iter()
            .any(|group| group.iter().all(|field| self.has(*field)));
        if !is_told_apart {
            let ways: Vec<String> = identities(self.kind)
                .iter()
                .map(|group| {
                    let names: Vec<&str> = group
                        .iter()
                        .filter_map(|field| Some(field.entry(self.kind)?.name))
                        .collect();
                    names.join(" with ")
                })
                .collect();
            return Err(Error::invalid(
                "columns",
                "Nothing tells one row from another, so the next export would add everything a second time.",
            )
            .hint(format!("Say which column is one of these: {}.", ways.join("; "))));
        }
        if self.kind == RecordKind::Costs && !self.has(Field::Spend) {
            return Err(Error::invalid("columns", "No column holds what was spent.")
                .hint("Say which column is the cost."));
        }
        Ok(())
    }

    pub(super) fn place_of(&self, column: &str) -> Result<usize> {
        let places = || self.columns.iter().enumerate();
        places()
            .find(|(_, choice)| choice.column == column)
            .or_else(|| places().find(|(_, choice)| alike(&choice.column, column)))
            .map(|(place, _)| place)
            .ok_or_else(|| {
                let names: Vec<&str> = self.columns.iter().map(|choice| choice.column.as_str()).collect();
                Error::invalid("map", format!("The file has no column “{column}”."))
                    .hint(format!("Its columns are {}.", names.join(", ")))
            })
    }
}

/// Returns a field's name on the wire.
pub fn word(field: Field) -> String {
    match serde_json::to_value(field) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// Returns the field that is called so on the wire.
pub fn field_called(word: &str) -> Option<Field> {
    serde_json::from_value(serde_json::Value::String(word.into())).ok()
}

fn alike(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    one == other || (letters(one) == letters(other) && !letters(one).is_empty())
}
