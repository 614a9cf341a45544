//! The teller: writes a plan's values, people and moments in the company's way.

use chrono::NaiveDate;
use lockstep_core::{
    ids::{ListItemId, PersonId},
    plan::view::{Figure, PlanView},
};
use lockstep_workspace::{
    people::Person,
    units::Unit,
    words::{Words, for_programs},
};
use serde::Serialize;

/// Knows the plan and the words in which to tell it.
pub struct Teller<'a> {
    pub(in crate::plan) view: &'a PlanView,
    words: Words,
}

/// A person as a document names them.
#[derive(Serialize)]
pub struct Named {
    pub name: String,
    pub role: String,
    /// `sales`, `marketing`, `leadership`: the hue.
    pub side: &'static str,
}

/// A number with fractions, rounded up for whoever plans and exact beside it.
#[derive(Serialize)]
pub struct Counted {
    /// "5,083".
    pub rounded: String,
    /// "5,082.8", where that is not the same.
    pub exact: Option<String>,
    /// Why there is no number.
    pub because: Option<String>,
}

impl Counted {
    /// Says whether there is a number.
    pub fn is_known(&self) -> bool {
        self.because.is_none()
    }

    /// Returns both numbers with what they count: "5,083 deals (5,082.8)".
    pub fn of(&self, things: &str) -> String {
        let exact = self
            .exact
            .as_ref()
            .map(|exact| format!(" ({exact})"))
            .unwrap_or_default();
        format!("{} {things}{exact}", self.rounded)
    }
}

impl<'a> Teller<'a> {
    /// Returns the teller of a plan.
    pub fn new(view: &'a PlanView) -> Self {
        Self {
            view,
            words: Words::new(&view.company),
        }
    }

    /// Returns the words for numbers, money and days.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Returns a day, or nothing.
    pub fn maybe_day(&self, day: Option<NaiveDate>) -> Option<String> {
        day.map(|day| self.words.day(day))
    }

    /// Returns a value with its unit, or nothing.
    pub fn maybe(&self, unit: Unit, value: Option<i64>) -> Option<String> {
        value.map(|value| self.words.value(unit, value))
    }

    /// Returns a difference with its sign. The difference of two rates is in percentage points, not in percent.
    pub fn difference(&self, unit: Unit, value: i64) -> String {
        let written = match unit {
            Unit::Percent => format!("{}\u{a0}points", self.words.hundredths(value)),
            unit => self.words.value(unit, value),
        };
        if value > 0 { format!("+{written}") } else { written }
    }

    /// Returns a figure in its unit's smallest step, rounded for reading.
    pub fn figure(&self, unit: Unit, figure: &Figure) -> Option<String> {
        let value = figure.value.filter(|value| value.is_finite())?;
        Some(match unit {
            Unit::Count | Unit::Days if value.fract().abs() > 0.05 => self.words.decimal(value, 1),
            unit => self.words.value(unit, nearest(value)),
        })
    }

    /// Returns a figure of whole things: rounded up, because nobody wins four fifths of a deal, and exact beside it.
    pub fn counted(&self, figure: &Figure) -> Counted {
        let Some(value) = figure.value.filter(|value| value.is_finite()) else {
            return Counted {
                rounded: "–".into(),
                exact: None,
                because: Some(
                    figure
                        .because
                        .clone()
                        .unwrap_or_else(|| "cannot be computed".into()),
                ),
            };
        };
        let exact = self.words.decimal(value, 1);
        let rounded = self.words.count(whole_up(value));
        let same = self.words.decimal(whole_up(value) as f64, 1) == exact;
        Counted {
            rounded,
            exact: (!same).then_some(exact),
            because: None,
        }
    }

    /// Returns a person of the plan.
    pub fn person(&self, id: Option<&PersonId>) -> Option<Named> {
        self.find(id).map(|person| Named {
            name: person.name.clone(),
            role: person.role.clone(),
            side: person.side.key(),
        })
    }

    /// Returns a person's name, or an empty text.
    pub fn name_of(&self, id: Option<&PersonId>) -> String {
        self.find(id)
            .map(|person| person.name.clone())
            .unwrap_or_default()
    }

    fn find(&self, id: Option<&PersonId>) -> Option<&'a Person> {
        self.view.people.iter().find(|person| Some(&person.id) == id)
    }

    /// Returns the name of a goal of the plan.
    pub fn goal_name(&self, id: Option<&ListItemId>) -> Option<String> {
        self.view
            .goals
            .iter()
            .find(|view| Some(&view.goal.id) == id)
            .map(|view| view.goal.name.clone())
    }

    /// Returns what a unit is called in a table.
    pub fn unit(&self, unit: Unit) -> String {
        match unit {
            Unit::Count | Unit::Number => "number".into(),
            Unit::Money => self.words.currency().into(),
            Unit::Percent => "%".into(),
            Unit::Days => "days".into(),
        }
    }

    /// Returns a value in whole units: 6315 basis points are 63.15, 250 cents are 2.5.
    pub fn whole_units(&self, unit: Unit, value: i64) -> f64 {
        value as f64 / 10_f64.powi(i32::try_from(self.places(unit)).unwrap_or(2))
    }

    /// Returns a value in whole units as programs read it, to the last digit.
    pub fn for_programs(&self, unit: Unit, value: i64) -> String {
        for_programs(value, self.places(unit))
    }

    /// Returns how many decimals a unit's smallest step has.
    fn places(&self, unit: Unit) -> u32 {
        match unit {
            Unit::Count | Unit::Days => 0,
            Unit::Percent | Unit::Number => 2,
            Unit::Money => self.view.currency_digits,
        }
    }
}

/// Returns the nearest whole number.
#[allow(clippy::cast_possible_truncation)] // A figure of a plan is far inside an i64; beyond it, the cast stays at its end.
fn nearest(value: f64) -> i64 {
    value.round() as i64
}

/// Returns the next whole number up, not minding the last bits of a division: 400.000000001 is 400.
#[allow(clippy::cast_possible_truncation)] // As above.
fn whole_up(value: f64) -> i64 {
    let near = value.round();
    if (value - near).abs() < 1e-6 {
        near as i64
    } else {
        value.ceil() as i64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_things_are_rounded_up_but_not_over_a_last_bit() {
        assert_eq!(whole_up(5082.83), 5083);
        assert_eq!(whole_up(1.2e6 / 3.0), 400_000);
        assert_eq!(whole_up(400.000_000_000_1), 400);
        assert_eq!(whole_up(0.1), 1);
    }
}
