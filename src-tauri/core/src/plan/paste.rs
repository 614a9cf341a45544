//! Last year's numbers as they come out of a spreadsheet: rows with tabs between the cells.

use lockstep_intake::{
    number::{self, Written},
    table,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    LookBack, Plan, Yardstick,
    actions::{must_be_editable, summary},
    look_back::{Taken, one_of_two_sides},
    rules::{checks, last_year},
};
use crate::{
    change::{Action, Change, Reader},
    error::{Error, ErrorCode, Result},
    ids::PlanId,
    lines,
    people::Side,
    rows::{self, Patch},
    scorecard::{Direction, Unit},
    words,
    workspace::company::Company,
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
        let marks = Marks::of(&rows, &company);
        let digits = marks.digits;
        let mut taken = Taken::default();
        for (place, row) in rows.iter().enumerate() {
            let cell = |n: usize| row.get(n).map(String::as_str).unwrap_or_default();
            let read = |n: usize| marks.read(cell(n), Unit::Number);
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
                    Some(n) if number::readings(cell(n)).is_some_and(number::Readings::is_ambiguous) => {
                        format!("“{}” can be read in two ways", cell(n))
                    }
                    Some(n) => format!("“{}” is not a number", cell(n)),
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
                () if written.iter().any(|number| number.is_money()) => Unit::Money,
                () if days => Unit::Days,
                () if written.iter().any(|number| number.whole().is_none()) => Unit::Number,
                () => Unit::Count,
            };
            let amount = |n: usize| read(n).and_then(|number| in_steps(number, unit, digits));
            let direction = if unit == Unit::Days {
                Direction::Less
            } else {
                Direction::More
            };
            let patch = serde_json::json!({
                "side": self.side, "name": name, "unit": unit, "direction": direction,
                "target": amount(1), "actual": amount(2),
            });
            match lines::add::<Yardstick>(change, self.plan.clone(), serde_json::from_value(patch)?, None) {
                Ok(_) => taken.count += 1,
                Err(error) if error.code == ErrorCode::Invalid => {
                    let why = error.message;
                    taken.notes.push(format!("Row {} was left out. {why}", place + 1));
                }
                Err(error) => return Err(error),
            }
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

impl Action for PasteNumbers {
    type Outcome = Taken;

    fn summary(&self, reader: &Reader) -> Result<String> {
        summary(reader, &self.plan, "Paste last year’s numbers")
    }

    fn apply(self, change: &mut Change) -> Result<Taken> {
        must_be_editable(change, &self.plan)?;
        let plan: Plan = rows::get(change, &self.plan, "This plan")?;
        let company = change.company()?;
        let table = read_table(&self.text)?;
        let marks = Marks::of(&table, &company);
        let years = Years::of(&table, plan.year - 1);
        let before: LookBack = rows::get(change, &self.plan, "This look back")?;
        let mut taken = Taken::default();
        taken.notes.extend(years.note());
        let mut found: Vec<(&'static str, String, i64)> = Vec::new();
        for (place, row) in table.iter().enumerate().skip(years.rows_before()) {
            let label = row.first().map(String::as_str).unwrap_or_default();
            let is_heading = place == 0 && row.iter().skip(1).all(|cell| number::readings(cell).is_none());
            if is_heading && table.len() > 1 {
                continue;
            }
            match number_of(label, row, &marks, &years) {
                Ok((field, number)) => found.push((field, label.trim().to_owned(), number)),
                Err(why) => taken
                    .notes
                    .push(format!("Row {} was left out: {why}.", place + 1)),
            }
        }
        let mut after = before.clone();
        let mut said: Vec<&'static str> = Vec::new();
        for (field, _, number) in &found {
            let others = found.iter().filter(|(other, ..)| other == field);
            let disagree = others.clone().any(|(_, _, other)| other != number);
            if disagree {
                if !said.contains(field) {
                    let labels: Vec<String> = others.map(|(_, label, _)| format!("“{label}”")).collect();
                    taken.notes.push(format!(
                        "{} name the same number and differ, so none of them was taken.",
                        labels.join(" and ")
                    ));
                    said.push(field);
                }
                continue;
            }
            after = Patch::one(field, Some(*number)).apply(&after)?;
            taken.count += 1;
        }
        nothing_read(
            &taken,
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

/// Returns which number of the look back a row holds, in its smallest step, or why none.
fn number_of(
    label: &str,
    row: &[String],
    marks: &Marks,
    years: &Years,
) -> std::result::Result<(&'static str, i64), String> {
    let field = meaning(label)?;
    let cells: Vec<&String> = match years.column {
        Some(column) => row.get(column).into_iter().collect(),
        None => row
            .iter()
            .skip(1)
            .filter(|cell| number::readings(cell).is_some())
            .collect(),
    };
    let unit = if field.contains("revenue") {
        Unit::Money
    } else {
        Unit::Count
    };
    match cells.as_slice() {
        [] => Err(format!("“{label}” has no number")),
        [cell] => {
            let number = marks
                .read(cell, unit)
                .ok_or_else(|| format!("“{cell}” is not a number"))?;
            if number.is_percent {
                return Err(format!("“{cell}” is a rate, and “{label}” is counted"));
            }
            in_steps(number, unit, marks.digits)
                .map(|steps| (field, steps))
                .ok_or_else(|| format!("“{cell}” is too large"))
        }
        _ => Err(format!(
            "“{label}” has several numbers, and nothing says which is last year’s"
        )),
    }
}

/// Returns which number of the look back a label names, or why none. A rate, a cost or a target beside one of our words is
/// something else than the number itself.
fn meaning(label: &str) -> std::result::Result<&'static str, String> {
    const SOMETHING_ELSE: [&str; 24] = [
        "rate",
        "ratio",
        "conversion",
        "percentage",
        "share",
        "target",
        "goal",
        "quota",
        "plan",
        "planned",
        "budget",
        "forecast",
        "cost",
        "costs",
        "cpl",
        "per",
        "average",
        "avg",
        "growth",
        "to",
        "vs",
        "quote",
        "ziel",
        "kosten",
    ];
    let spaced: String = label
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let has = |word: &str| words.contains(&word);
    let begins = |start: &str| words.iter().any(|word| word.starts_with(start));
    let phrase = |phrase: &str| format!(" {} ", words.join(" ")).contains(&format!(" {phrase} "));
    let unknown = || format!("Lockstep does not know what “{}” stands for", label.trim());
    if phrase("days to close") || begins("cycle") {
        return Ok("cycle_days");
    }
    if label.contains(['%', '→', '÷', '/']) || SOMETHING_ELSE.iter().any(|word| has(word)) {
        return Err(format!(
            "“{}” is not one of the numbers that are looked back on",
            label.trim()
        ));
    }
    let is_money = begins("revenue") || has("turnover") || has("bookings") || has("value") || has("umsatz");
    let is_sourced = begins("sourced") || has("marketing");
    let counts = begins("lead") || begins("opportunit") || has("deals") || has("sql") || has("mql");
    let (won, lost) = (has("won") || has("wins"), has("lost"));
    match () {
        () if is_money && is_sourced => Ok("sourced_revenue"),
        () if (phrase("sourced by marketing") || phrase("marketing sourced")) && !counts => {
            Ok("sourced_revenue")
        }
        () if is_money && lost => Err(unknown()),
        () if is_money
            && (begins("revenue") || has("turnover") || has("bookings") || has("umsatz") || won) =>
        {
            Ok("revenue")
        }
        () if is_money => Err(unknown()),
        () if won && lost => Err(format!("“{}” names won and lost", label.trim())),
        () if won || phrase("new customers") => Ok("won"),
        () if lost => Ok("lost"),
        () if begins("accepted") || has("sal") || has("sals") => Ok("accepted"),
        () if has("sql") || has("sqls") || phrase("sales qualified") || phrase("sales qualified leads") => {
            Ok("sql")
        }
        () if begins("opportunit") || has("sqo") || has("sqos") => Ok("opportunities"),
        () if has("deals") => Ok("won"),
        () if begins("lead") || has("mql") || has("mqls") => Ok("leads"),
        () => Err(unknown()),
    }
}

/// Which column is last year's, where the first row names years.
struct Years {
    column: Option<usize>,
    named: bool,
    taken: Option<i32>,
    wanted: i32,
}

impl Years {
    fn of(table: &[Vec<String>], wanted: i32) -> Self {
        let year = |cell: &String| {
            let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
            match digits.len() {
                4 => digits
                    .parse::<i32>()
                    .ok()
                    .filter(|year| (1990..=2100).contains(year)),
                2 if cell.trim().to_lowercase().starts_with("fy") => {
                    digits.parse::<i32>().ok().map(|year| 2000 + year)
                }
                _ => None,
            }
        };
        let first = table.first();
        let years: Vec<(usize, i32)> = first
            .into_iter()
            .flatten()
            .enumerate()
            .skip(1)
            .filter_map(|(place, cell)| Some((place, year(cell)?)))
            .collect();
        // A row of numbers that happen to look like years has a name that we know.
        let is_heading = first
            .and_then(|row| row.first())
            .is_some_and(|label| meaning(label).is_err());
        if !is_heading || years.is_empty() {
            return Self {
                column: None,
                named: false,
                taken: None,
                wanted,
            };
        }
        let found = years
            .iter()
            .find(|(_, year)| *year == wanted)
            .or_else(|| years.iter().max_by_key(|(_, year)| *year));
        Self {
            column: found.map(|(place, _)| *place),
            named: true,
            taken: found.map(|(_, year)| *year),
            wanted,
        }
    }

    fn rows_before(&self) -> usize {
        usize::from(self.named)
    }

    fn note(&self) -> Option<String> {
        let year = self.taken.filter(|year| *year != self.wanted)?;
        Some(format!(
            "There is no column for {}, so the numbers of {year} were taken.",
            self.wanted
        ))
    }
}

/// How the numbers of a pasted table are read: by the mark that its other numbers give away, else by what a number can be.
struct Marks {
    decimal: char,
    given_away: bool,
    digits: u32,
}

impl Marks {
    fn of(table: &[Vec<String>], company: &Company) -> Self {
        let mut marks = table
            .iter()
            .flatten()
            .filter_map(|cell| match number::readings(cell)?.mark {
                number::Mark::Certain(mark) => Some(mark),
                _ => None,
            });
        let first = marks.next();
        let agreed = first.filter(|first| marks.all(|mark| mark == *first));
        Self {
            decimal: agreed.unwrap_or_else(|| words::Words::new(company).decimal_mark()),
            given_away: agreed.is_some(),
            digits: words::currency_digits(&company.currency),
        }
    }

    /// Reads a number. "1.200" among numbers that give no mark away is twelve hundred: leads have no decimals, and amounts
    /// no more than the currency has.
    fn read(&self, cell: &str, unit: Unit) -> Option<Written> {
        let readings = number::readings(cell)?;
        let read = if readings.is_ambiguous() && !self.given_away {
            let whole = [readings.point, readings.comma]
                .into_iter()
                .max_by_key(|number| number.millionths().abs());
            let is_amount = readings.point.is_money() && self.digits <= 2;
            match unit {
                Unit::Money if self.digits > 2 => Some(readings.with(self.decimal)),
                Unit::Count | Unit::Days | Unit::Money => whole,
                _ if is_amount || readings.mark != number::Mark::Either(self.decimal) => whole,
                // One and a fifth, or twelve hundred: nothing says which.
                _ => None,
            }
        } else {
            Some(readings.with(self.decimal))
        };
        // What is too large to be kept in the currency's minor units is no number here.
        read.filter(|number| number.minor_units(self.digits).is_some())
    }
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

/// Returns a number in the smallest step of a unit, rounded half away from zero.
fn in_steps(number: Written, unit: Unit, currency_digits: u32) -> Option<i64> {
    match unit {
        Unit::Percent | Unit::Number => Some(number.hundredths()),
        Unit::Money => number.minor_units(currency_digits),
        Unit::Count | Unit::Days => number.minor_units(0),
    }
}
