//! Pasted numbers of last year: a name and its number in each row.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    PastedRow, PastedTable, PastedValue, columns::Years, is_number, marks::Marks, meaning::meaning,
    read_table,
};
use crate::{
    ids::PlanId,
    plan::{
        LookBack, Plan,
        actions::{must_be_editable, summary},
        look_back::Taken,
        rules::{checks, last_year},
    },
};
use lockstep_workspace::{
    context::{Action, Query, ReadContext, Transaction},
    error::Result,
    rows::{self, Patch},
    units::Unit,
};

/// Reads pasted numbers of last year and says what would go where, without taking them in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TryNumbers {
    /// The plan.
    pub plan: PlanId,
    /// The rows, with tabs between the cells.
    pub text: String,
}

impl Query for TryNumbers {
    type Answer = PastedTable;

    fn answer(self, reader: &ReadContext) -> Result<PastedTable> {
        read_numbers(reader, &self.plan, &self.text)
    }
}

/// Takes in pasted numbers of last year: in each row a name ("Leads", "Won deals", "Revenue" …) and its number.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PasteNumbers {
    /// The plan.
    pub plan: PlanId,
    /// The rows, with tabs between the cells.
    pub text: String,
}

impl Action for PasteNumbers {
    type Outcome = Taken;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        summary(reader, &self.plan, "Paste last year’s numbers")
    }

    fn apply(self, change: &mut Transaction) -> Result<Taken> {
        must_be_editable(change, &self.plan)?;
        let table = read_numbers(change, &self.plan, &self.text)?;
        let mut after: LookBack = rows::get(change, &self.plan, "This look back")?;
        let mut count = 0;
        for value in table.rows.iter().flat_map(|row| &row.values) {
            after = Patch::one(&value.into, Some(value.value)).apply(&after)?;
            count += 1;
        }
        let mut taken = table.taken(
            count,
            "Each row holds a name such as “Leads”, “Won deals” or “Revenue”, and its number.",
        )?;
        checks::look_back(&after)?;
        taken
            .notes
            .extend(last_year::widenings(&after).into_iter().map(|one| one.message));
        rows::update(change, &after)?;
        Ok(taken)
    }
}

fn read_numbers(reader: &ReadContext, plan: &PlanId, text: &str) -> Result<PastedTable> {
    let plan: Plan = rows::get(reader, plan, "This plan")?;
    let table = read_table(text)?;
    let marks = Marks::of(&table, &reader.company()?);
    let years = Years::of(&table, plan.year - 1);
    let mut rows: Vec<PastedRow> = Vec::new();
    for (place, cells) in table.iter().enumerate() {
        let mut row = PastedRow::new(place, cells);
        if place < years.rows_before() || (place == 0 && table.len() > 1 && row.is_words()) {
            row.is_heading = true;
        } else {
            match number_of(&row, &marks, &years) {
                Ok(value) => row.values.push(value),
                Err(why) => row.leave(why),
            }
        }
        rows.push(row);
    }
    leave_what_differs(&mut rows);
    Ok(PastedTable {
        rows,
        notes: years.note().into_iter().collect(),
    })
}

/// Leaves out the rows that name the same number and differ.
fn leave_what_differs(rows: &mut [PastedRow]) {
    let said: Vec<(String, PastedValue)> = rows
        .iter()
        .flat_map(|row| row.values.iter().map(|value| (row.name.clone(), value.clone())))
        .collect();
    for row in rows {
        let Some(value) = row.values.first() else {
            continue;
        };
        let same_field = || said.iter().filter(|(_, other)| other.into == value.into);
        if same_field().any(|(_, other)| other.value != value.value) {
            let names: Vec<String> = same_field().map(|(name, _)| format!("“{name}”")).collect();
            row.leave(format!(
                "{} name the same number and differ, so none of them was taken",
                names.join(" and ")
            ));
        }
    }
}

/// Returns which number of the look back a row holds, or why none.
fn number_of(row: &PastedRow, marks: &Marks, years: &Years) -> std::result::Result<PastedValue, String> {
    let label = &row.name;
    let field = meaning(label)?;
    let cells: Vec<&String> = match years.column {
        // The name stands in the first column.
        Some(column) => row.cells.get(column.saturating_sub(1)).into_iter().collect(),
        None => row.cells.iter().filter(|cell| is_number(cell)).collect(),
    };
    let unit = match field {
        "cycle_days" => Unit::Days,
        "revenue" | "sourced_revenue" => Unit::Money,
        _ => Unit::Count,
    };
    match cells.as_slice() {
        [] => Err(match row.cells.iter().find(|cell| !cell.is_empty()) {
            Some(cell) => format!("“{cell}” is not a number"),
            None => format!("“{label}” has no number"),
        }),
        [cell] if cell.is_empty() => Err(format!("“{label}” has no number for the year")),
        [cell] => {
            let number = marks.read(cell, unit)?;
            if number.is_percent {
                return Err(format!("“{cell}” is a rate, and “{label}” is counted"));
            }
            if number.is_money() && unit != Unit::Money {
                return Err(format!("“{cell}” is an amount, and “{label}” is counted"));
            }
            let value = marks
                .in_steps(number, unit)
                .ok_or_else(|| format!("“{cell}” is too large"))?;
            Ok(PastedValue {
                into: field.into(),
                unit,
                value,
            })
        }
        _ => Err(format!(
            "“{label}” has several numbers, and nothing says which is last year’s"
        )),
    }
}
