//! Last year's numbers as they come out of a spreadsheet: rows with tabs between the cells.

use lockstep_intake::{number, table};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    LookBack, Yardstick,
    actions::{must_be_editable, summary},
    look_back::{Taken, check_numbers, one_of_two_sides},
};
use crate::{
    change::{Action, Change, Reader},
    error::{Error, Result},
    ids::PlanId,
    lines,
    people::Side,
    rows::{self, Patch},
    scorecard::{Direction, Unit},
    words,
};

/// Takes in a pasted table of what a side was measured on: name, target, actual.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PasteYardsticks {
    /// The plan.
    pub plan: PlanId,
    /// The side that was measured.
    pub side: Side,
    /// The rows, with tabs between the cells.
    pub text: String,
}

impl Action for PasteYardsticks {
    type Outcome = Taken;

    fn summary(&self, reader: &Reader) -> Result<String> {
        summary(
            reader,
            &self.plan,
            &format!("Paste what {} was measured on", self.side.name()),
        )
    }

    fn apply(self, change: &mut Change) -> Result<Taken> {
        must_be_editable(change, &self.plan)?;
        one_of_two_sides(self.side)?;
        let rows = read_table(&self.text)?;
        let company = change.company()?;
        let decimal = words::Words::new(&company).decimal_mark();
        let digits = words::currency_digits(&company.currency);
        let mut taken = Taken::default();
        for (place, row) in rows.iter().enumerate() {
            let cell = |n: usize| row.get(n).map(String::as_str).unwrap_or_default();
            let read = |n: usize| number::read(cell(n), decimal);
            let written: Vec<_> = [read(1), read(2)].into_iter().flatten().collect();
            if place == 0 && written.is_empty() && rows.len() > 1 {
                continue; // The heading.
            }
            let name = cell(0);
            let bad = [1, 2]
                .into_iter()
                .find(|n| read(*n).is_none() && !number::is_nothing(cell(*n)));
            if name.is_empty() || bad.is_some() || written.is_empty() {
                let what = match bad {
                    Some(n) => format!("“{}” is no number", cell(n)),
                    None if name.is_empty() => "it has no name in the first column".into(),
                    None => "it holds no number".into(),
                };
                taken
                    .notes
                    .push(format!("Row {} was left out: {what}.", place + 1));
                continue;
            }
            let days = [1, 2].into_iter().any(|n| cell(n).to_lowercase().contains("day"));
            let unit = match () {
                () if written.iter().any(|number| number.is_percent) => Unit::Percent,
                () if written.iter().any(|number| number.is_money) => Unit::Money,
                () if days => Unit::Days,
                () if written.iter().any(|number| number.hundredths % 100 != 0) => Unit::Number,
                () => Unit::Count,
            };
            let amount = |n: usize| read(n).map(|number| in_steps(number.hundredths, unit, digits));
            let direction = if unit == Unit::Days {
                Direction::Less
            } else {
                Direction::More
            };
            let patch = serde_json::json!({
                "side": self.side, "name": name, "unit": unit, "direction": direction,
                "target": amount(1), "actual": amount(2),
            });
            lines::add::<Yardstick>(change, self.plan.clone(), serde_json::from_value(patch)?, None)?;
            taken.count += 1;
        }
        nothing_read(
            &taken,
            "Each row holds a name, a target and an actual, as copied from a spreadsheet.",
        )?;
        Ok(taken)
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

/// The words by which a pasted row names a number of the look back; the longer and more exact ones first.
const NAMES: &[(&str, &[&str])] = &[
    (
        "sourced_revenue",
        &[
            "sourced by marketing",
            "sourced revenue",
            "revenue sourced",
            "marketing sourced",
            "marketing revenue",
        ],
    ),
    ("accepted", &["accepted", "sal", "sals"]),
    ("sql", &["sales-qualified", "sales qualified", "sql", "sqls"]),
    ("opportunities", &["opportunit", "sqo", "pipeline created"]),
    ("lost", &["lost"]),
    ("cycle_days", &["cycle", "days to close"]),
    (
        "revenue",
        &["revenue", "won value", "value won", "turnover", "bookings"],
    ),
    ("won", &["won", "deals", "new customers", "wins"]),
    ("leads", &["lead", "mql", "mqls"]),
];

impl Action for PasteNumbers {
    type Outcome = Taken;

    fn summary(&self, reader: &Reader) -> Result<String> {
        summary(reader, &self.plan, "Paste last year’s numbers")
    }

    fn apply(self, change: &mut Change) -> Result<Taken> {
        must_be_editable(change, &self.plan)?;
        let company = change.company()?;
        let decimal = words::Words::new(&company).decimal_mark();
        let digits = words::currency_digits(&company.currency);
        let before: LookBack = rows::get(change, &self.plan, "This look back")?;
        let mut after = before.clone();
        let mut taken = Taken::default();
        for (place, row) in read_table(&self.text)?.iter().enumerate() {
            let label = row.first().map(|label| label.to_lowercase()).unwrap_or_default();
            let found = row.iter().skip(1).find_map(|cell| number::read(cell, decimal));
            let field = NAMES
                .iter()
                .find(|(_, names)| names.iter().any(|name| says(&label, name)));
            let (Some((field, _)), Some(number)) = (field, found) else {
                if place > 0 || found.is_some() {
                    taken.notes.push(format!(
                        "Row {} was left out: Lockstep does not know what “{}” stands for.",
                        place + 1,
                        row.first().map(String::as_str).unwrap_or_default()
                    ));
                }
                continue;
            };
            let unit = if field.contains("revenue") {
                Unit::Money
            } else {
                Unit::Count
            };
            after = Patch::one(field, in_steps(number.hundredths, unit, digits)).apply(&after)?;
            taken.count += 1;
        }
        nothing_read(
            &taken,
            "Each row holds a name such as “Leads”, “Won deals” or “Revenue”, and its number.",
        )?;
        check_numbers(&after)?;
        rows::update(change, &after)?;
        Ok(taken)
    }
}

/// Returns whether a label holds a name: an abbreviation as a word of its own ("SAL", not "sales"), anything longer at the
/// beginning of a word.
fn says(label: &str, name: &str) -> bool {
    let words: String = label
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let name = name.replace('-', " ");
    let ends = if name.len() <= 3 { " " } else { "" };
    format!(" {words} ").contains(&format!(" {name}{ends}"))
}

fn read_table(text: &str) -> Result<Vec<Vec<String>>> {
    table::tab_separated(text).map_err(|why| Error::invalid("text", why))
}

fn nothing_read(taken: &Taken, wanted: &str) -> Result<()> {
    if taken.count > 0 {
        return Ok(());
    }
    let why = taken
        .notes
        .first()
        .map_or("There is nothing to read in it.", String::as_str);
    Err(Error::invalid("text", format!("Nothing could be taken in. {why}")).hint(wanted))
}

/// Returns hundredths in the smallest step of a unit.
fn in_steps(hundredths: i64, unit: Unit, currency_digits: u32) -> i64 {
    let rounded = |steps: i64| (hundredths + steps.signum() * hundredths.signum() * steps / 2) / steps;
    match unit {
        Unit::Percent | Unit::Number => hundredths,
        Unit::Money if currency_digits >= 2 => hundredths * 10_i64.pow(currency_digits - 2),
        Unit::Money => rounded(10_i64.pow(2 - currency_digits)),
        Unit::Count | Unit::Days => rounded(100),
    }
}
