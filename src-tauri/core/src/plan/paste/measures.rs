//! A pasted table of what a side was measured on: name, target, actual.

use lockstep_intake::number::{self, Written};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{PastedRow, PastedTable, PastedValue, marks::Marks, read_table};
use crate::{
    ids::PlanId,
    plan::{
        Measure,
        actions::{must_be_editable, summary},
        look_back::{Taken, one_of_two_sides},
    },
    scorecard::{Direction, is_named_rate},
};
use lockstep_workspace::{
    bounds::{self, Floor},
    context::{Action, Query, ReadContext, Transaction},
    error::Result,
    list_items,
    people::Side,
    units::Unit,
};

/// Reads a pasted table of what a side was measured on and says what would go in, without taking it in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TryMeasures {
    /// The rows, with tabs between the cells.
    pub text: String,
}

impl Query for TryMeasures {
    type Answer = PastedTable;

    fn answer(self, reader: &ReadContext) -> Result<PastedTable> {
        read_measures(reader, &self.text)
    }
}

/// Takes in a pasted table of what a side was measured on: name, target, actual.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PasteMeasures {
    /// The plan.
    pub plan: PlanId,
    /// The side that was measured.
    pub side: Side,
    /// The rows, with tabs between the cells.
    pub text: String,
}

impl Action for PasteMeasures {
    type Outcome = Taken;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        summary(
            reader,
            &self.plan,
            &format!("Paste what {} was measured on", self.side.name()),
        )
    }

    fn apply(self, change: &mut Transaction) -> Result<Taken> {
        must_be_editable(change, &self.plan)?;
        one_of_two_sides(self.side)?;
        let table = read_measures(change, &self.text)?;
        let mut count = 0;
        for row in &table.rows {
            let Some(first) = row.values.first() else {
                continue;
            };
            let of = |field: &str| {
                let value = row.values.iter().find(|value| value.into == field);
                value.map(|value| value.value)
            };
            let direction = if first.unit == Unit::Days {
                Direction::Less
            } else {
                Direction::More
            };
            let patch = serde_json::json!({
                "side": self.side, "name": row.name, "unit": first.unit, "direction": direction,
                "target": of("target"), "actual": of("actual"),
            });
            list_items::add::<Measure>(change, self.plan.clone(), serde_json::from_value(patch)?, None)?;
            count += 1;
        }
        table.taken(
            count,
            "Each row holds a name, a target and an actual, as copied from a spreadsheet.",
        )
    }
}

fn read_measures(reader: &ReadContext, text: &str) -> Result<PastedTable> {
    let table = read_table(text)?;
    let marks = Marks::of(&table, &reader.company()?);
    let mut rows = Vec::new();
    for (place, cells) in table.iter().enumerate() {
        let mut row = PastedRow::new(place, cells);
        if place == 0 && table.len() > 1 && row.is_words() {
            row.is_heading = true;
        } else {
            read_row(&mut row, &marks);
        }
        rows.push(row);
    }
    Ok(PastedTable {
        rows,
        notes: Vec::new(),
    })
}

/// Reads target and actual of a row.
fn read_row(row: &mut PastedRow, marks: &Marks) {
    let cells = row.cells.clone();
    let mut numbers: Vec<(&str, Written)> = Vec::new();
    let mut nothing: Vec<String> = Vec::new();
    for (into, cell) in ["target", "actual"].into_iter().zip(&cells) {
        if number::is_nothing(cell) {
            if !cell.is_empty() {
                nothing.push(format!("“{cell}” in {into} stands for no value"));
            }
            continue;
        }
        match marks.read(cell, Unit::Number) {
            Ok(number) => numbers.push((into, number)),
            Err(why) => return row.leave(why),
        }
    }
    if row.name.is_empty() {
        return row.leave("it has no name in the first column");
    }
    if numbers.is_empty() {
        return row.leave("it holds no number");
    }
    let says_days = cells
        .iter()
        .take(2)
        .any(|cell| cell.to_lowercase().contains("day"));
    let any = |is: fn(&Written) -> bool| numbers.iter().any(|(_, number)| is(number));
    let unit = match () {
        () if any(|number| number.is_percent) => Unit::Percent,
        () if any(|number| number.is_money()) => Unit::Money,
        () if says_days => Unit::Days,
        () if any(|number| number.whole().is_none()) => Unit::Number,
        () => Unit::Count,
    };
    let is_rate = unit == Unit::Percent && is_named_rate(&row.name);
    for (into, number) in numbers {
        let Some(value) = marks.in_steps(number, unit) else {
            return row.leave(format!("its {into} is too large"));
        };
        if let Err(error) = bounds::value(into, unit, Some(value), is_rate, Floor::Below) {
            return row.leave(format!(
                "its {into} cannot be: {}",
                error.message.trim_end_matches('.')
            ));
        }
        row.values.push(PastedValue {
            into: into.into(),
            unit,
            value,
        });
    }
    row.left = (!nothing.is_empty()).then(|| nothing.join(", "));
}
