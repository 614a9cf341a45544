//! What somebody says of a file that is to be imported, beside what was proposed: which column is which field, what a value
//! means, how days, decimals and amounts are written.

use lockstep_intake::{ColumnKind, DayOrder, Survey, number};

use super::choice::{Choice, ColumnChoice, Meaning, word};
use crate::leads::{
    fields::{Field, fields},
    recognition::Use,
    terms::{RecordKind, Term},
};
use lockstep_workspace::error::{Error, Result};

impl Choice {
    /// Says that a field is read from a column. Another column that had it is kept under its own name.
    ///
    /// # Errors
    /// `Invalid` when there is no such column, or the kind of record has no such field.
    pub fn give(&mut self, field: Field, column: &str, survey: &Survey) -> Result<()> {
        let kind = self.kind;
        if field.entry(kind).is_none() {
            let names: Vec<String> = fields(kind).iter().map(|entry| word(entry.field)).collect();
            return Err(
                Error::invalid("map", format!("{} have no field “{}”.", kind.name(), word(field)))
                    .hint(format!("Their fields are {}.", names.join(", "))),
            );
        }
        let place = self.place_of(column)?;
        for (at, choice) in self.columns.iter_mut().enumerate() {
            if choice.also == Some(field) {
                choice.also = None;
            }
            if choice.becomes == Use::Field(field) && at != place {
                choice.becomes = choice.also.take().map_or(Use::Attribute, Use::Field);
            }
        }
        let has_outcome = self.has(Field::Outcome);
        self.set(place, Use::Field(field), survey);
        // The stage of a deal says what became of it, where nothing else does.
        if (kind, field, has_outcome) == (RecordKind::Opportunities, Field::Stage, false)
            && let (Some(choice), Some(seen)) = (self.columns.get_mut(place), survey.columns.get(place))
        {
            choice.also = Some(Field::Outcome);
            choice.propose_meanings(kind, seen);
        }
        Ok(())
    }

    /// Says that a column is kept under its own name, or left out.
    ///
    /// # Errors
    /// `Invalid` when there is no such column.
    pub fn take_from(&mut self, column: &str, becomes: Use, survey: &Survey) -> Result<()> {
        let place = self.place_of(column)?;
        self.set(place, becomes, survey);
        Ok(())
    }

    /// Says what a value of a field means; `None` says that it means nothing.
    ///
    /// # Errors
    /// `Invalid` when no column holds the field, or the term is none of the field's.
    pub fn mean(&mut self, field: Field, value: &str, term: Option<&str>) -> Result<()> {
        let kind = self.kind;
        let choice = self.column_of(field)?;
        let Some(wanted) = term else {
            if !choice.nothing.iter().any(|word| word == value) {
                choice.nothing.push(value.into());
            }
            return Ok(());
        };
        let list = field.terms(kind);
        let term = list.and_then(|list| list.term(wanted)).ok_or_else(|| {
            let error = Error::invalid("value", format!("“{wanted}” is no term of “{}”.", word(field)));
            match list {
                None => error.hint("Its values stay as they are."),
                Some(list) => {
                    let words: Vec<String> = list.terms().into_iter().map(Term::word).collect();
                    error.hint(format!("Its terms are {}.", words.join(", ")))
                }
            }
        })?;
        let list = term.list();
        choice
            .meanings
            .retain(|meaning| meaning.value != value || meaning.term.list() != list);
        choice.nothing.retain(|word| word != value);
        choice.meanings.push(Meaning {
            value: value.into(),
            term,
            confirmed: true,
        });
        Ok(())
    }

    /// Says that the values of a column mean what is proposed for them, guesses included.
    ///
    /// # Errors
    /// `Invalid` when there is no such column.
    pub fn confirm_meanings(&mut self, column: &str) -> Result<()> {
        let place = self.place_of(column)?;
        if let Some(choice) = self.columns.get_mut(place) {
            choice
                .meanings
                .iter_mut()
                .for_each(|meaning| meaning.confirmed = true);
        }
        Ok(())
    }

    /// Takes back what was said of a value of a field.
    ///
    /// # Errors
    /// `Invalid` when no column holds the field.
    pub fn leave_as_proposed(&mut self, field: Field, value: &str) -> Result<()> {
        let list = field.terms(self.kind);
        let choice = self.column_of(field)?;
        choice.nothing.retain(|word| word != value);
        choice
            .meanings
            .retain(|meaning| meaning.value != value || Some(meaning.term.list()) != list);
        Ok(())
    }

    fn column_of(&mut self, field: Field) -> Result<&mut ColumnChoice> {
        self.columns
            .iter_mut()
            .find(|choice| choice.fields().any(|has| has == field))
            .ok_or_else(|| {
                Error::invalid("value", format!("No column is read as “{}”.", word(field)))
                    .hint("Say first which column it is.")
            })
    }

    /// Says in which order the days are written where the file could be read both ways.
    pub fn read_days(&mut self, order: DayOrder, survey: &Survey) {
        for (choice, seen) in self.columns.iter_mut().zip(&survey.columns) {
            if seen.kind == ColumnKind::DayUnclear {
                choice.order = Some(order);
                choice.order_is_recalled = false;
                choice.order_is_said = true;
            }
        }
    }

    /// Says in which order the days of one column are written.
    ///
    /// # Errors
    /// `Invalid` when there is no such column.
    pub fn read_days_of(&mut self, column: &str, order: DayOrder) -> Result<()> {
        let place = self.place_of(column)?;
        if let Some(choice) = self.columns.get_mut(place) {
            choice.order = Some(order);
            choice.order_is_recalled = false;
            choice.order_is_said = true;
        }
        Ok(())
    }

    /// Says whether dates that a spreadsheet seems to have swapped are to be swapped back.
    pub fn swap_days(&mut self, swap: bool, survey: &Survey) {
        for (choice, seen) in self.columns.iter_mut().zip(&survey.columns) {
            if seen.suspect_swapped {
                choice.swapped = Some(swap);
            }
        }
    }

    /// Says so of one column.
    ///
    /// # Errors
    /// `Invalid` when there is no such column.
    pub fn swap_days_of(&mut self, column: &str, swap: bool) -> Result<()> {
        let place = self.place_of(column)?;
        if let Some(choice) = self.columns.get_mut(place) {
            choice.swapped = Some(swap);
        }
        Ok(())
    }

    /// Says which mark, `.` or `,`, stands before decimals where the file could be read both ways.
    ///
    /// # Errors
    /// `Invalid` when it is another mark.
    pub fn read_decimals(&mut self, mark: char) -> Result<()> {
        if !matches!(mark, '.' | ',') {
            return Err(
                Error::invalid("decimal", format!("“{mark}” is not a decimal mark."))
                    .hint("Say a point or a comma."),
            );
        }
        self.decimal = Some(mark);
        self.unsettle_decimals();
        Ok(())
    }

    /// Says in which currency the amounts of the file are, whatever the file says.
    ///
    /// # Errors
    /// `Invalid` when there is no such currency.
    pub fn count_in(&mut self, currency: &str) -> Result<()> {
        let known = number::Money::named(currency).ok_or_else(|| {
            Error::invalid("currency", format!("“{currency}” is not a currency."))
                .hint("Say its code, such as EUR or USD.")
        })?;
        self.currency = Some(known.name().to_owned());
        self.unsettle_currencies();
        Ok(())
    }

    fn set(&mut self, place: usize, becomes: Use, survey: &Survey) {
        let kind = self.kind;
        if let (Some(choice), Some(seen)) = (self.columns.get_mut(place), survey.columns.get(place)) {
            if choice.becomes != becomes {
                choice.also = None;
            }
            choice.becomes = becomes;
            choice.is_said = true;
            choice.propose_meanings(kind, seen);
        }
    }
}
