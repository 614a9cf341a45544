//! Looking back: last year's numbers, typed, pasted or taken from last year's plan, and the silent points that each side
//! writes before it sees the other's.

use lockstep_intake::{number, table};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Goal, LookBack, Plan, Point, Yardstick,
    actions::{must_be_editable, summary},
    content, lines,
    rules::split,
};
use crate::{
    change::{Action, Change, Kept, Reader},
    error::{Error, Result},
    ids::PlanId,
    journal::keeper::RowChange,
    people::Side,
    rows::{self, Patch},
    scorecard::{Direction, Unit},
    words,
};

/// Checks that a side is one of the two that are measured.
pub(super) fn one_of_two_sides(side: Side) -> Result<()> {
    if side == Side::Leadership {
        return Err(Error::invalid("side", "This belongs to Sales or to Marketing."));
    }
    Ok(())
}

/// A yardstick belongs to one of the two sides; in another unit its numbers would say something else, so they go.
pub(super) fn settle_yardstick(line: &mut Yardstick, before: Option<&Yardstick>, _: &Reader) -> Result<()> {
    if before
        .is_some_and(|old| old.unit != line.unit && (old.target, old.actual) == (line.target, line.actual))
    {
        (line.target, line.actual) = (None, None);
    }
    one_of_two_sides(line.side)
}

/// Returns whether somebody may write for a side: their own, or either one where one person does both jobs.
pub(crate) fn may_write_for(reader: &Reader, side: Side) -> Result<bool> {
    let both = reader.company()?.one_person_does_both;
    Ok(match reader.side() {
        Some(Side::Leadership) | None => false,
        Some(own) => own == side || both,
    })
}

/// A new point belongs to the side at the keyboard; a point stays with its side.
pub(super) fn settle_point(point: &mut Point, before: Option<&Point>, reader: &Reader) -> Result<()> {
    one_of_two_sides(point.side)?;
    let both = reader.company()?.one_person_does_both;
    if before.is_none() && !both {
        point.side = reader.somebody("write a look-back point")?.side;
        one_of_two_sides(point.side).map_err(|_| not_for_leadership())?;
    }
    if before.is_some_and(|old| old.side != point.side) {
        return Err(Error::invalid(
            "side",
            "A point stays with the side that wrote it.",
        ));
    }
    must_be_own(point, reader)
}

/// Refuses to touch the other side's points.
pub(crate) fn must_be_own(point: &Point, reader: &Reader) -> Result<()> {
    if may_write_for(reader, point.side)? {
        return Ok(());
    }
    let side = point.side.name();
    Err(
        Error::refused(format!("This point belongs to {side}.")).hint(format!(
            "Only {side} changes its own points. Add one of your own instead."
        )),
    )
}

fn not_for_leadership() -> Error {
    Error::refused("The look-back points are written by Sales and Marketing.")
        .hint("Leadership reads them once both sides have revealed theirs.")
}

/// Returns whether whoever is at the keyboard may read this point now: their own, or any once they are revealed.
pub(crate) fn may_read_point(reader: &Reader, row: &RowChange) -> Result<bool> {
    let Some(image) = row.after.as_ref().or(row.before.as_ref()) else {
        return Ok(false);
    };
    let point: Point =
        serde_json::from_str(image).map_err(|_| Error::damaged("A look-back point cannot be read."))?;
    let revealed = rows::find::<Plan>(reader, &point.plan)?.is_some_and(|plan| plan.revealed_at.is_some());
    Ok(revealed || may_write_for(reader, point.side)?)
}

/// Changes last year's numbers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditLookBack {
    /// The plan.
    pub id: PlanId,
    /// What changes.
    pub change: Patch<LookBack>,
}

impl Action for EditLookBack {
    type Outcome = LookBack;

    fn summary(&self, reader: &Reader) -> Result<String> {
        summary(reader, &self.id, "Change last year's numbers")
    }

    fn apply(self, change: &mut Change) -> Result<LookBack> {
        must_be_editable(change, &self.id)?;
        let before: LookBack = rows::get(change, &self.id, "This look back")?;
        let after = self.change.apply(&before)?;
        check_numbers(&after)?;
        rows::update(change, &after)?;
        Ok(after)
    }
}

fn check_numbers(numbers: &LookBack) -> Result<()> {
    let fields = [
        ("leads", numbers.leads),
        ("accepted", numbers.accepted),
        ("sql", numbers.sql),
        ("opportunities", numbers.opportunities),
        ("won", numbers.won),
        ("lost", numbers.lost),
        ("revenue", numbers.revenue),
        ("sourced_revenue", numbers.sourced_revenue),
        ("cycle_days", numbers.cycle_days),
    ];
    if let Some((field, _)) = fields
        .iter()
        .find(|(_, value)| value.is_some_and(|value| value < 0))
    {
        return Err(Error::invalid(*field, "This number cannot be below zero."));
    }
    if let (Some(sourced), Some(revenue)) = (numbers.sourced_revenue, numbers.revenue)
        && sourced > revenue
    {
        return Err(Error::invalid(
            "sourced_revenue",
            "What marketing sourced is part of the revenue and cannot be more.",
        ));
    }
    if !(numbers.shape.is_empty() || numbers.shape.len() == 12) || numbers.shape.iter().any(|part| *part < 0)
    {
        return Err(Error::invalid(
            "shape",
            "Last year's shape has twelve numbers, none below zero.",
        ));
    }
    Ok(())
}

/// Says whether a side has finished writing its points; when both have, all points are revealed together, for good.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetReady {
    /// The plan.
    pub plan: PlanId,
    /// The side.
    pub side: Side,
    /// Whether it is ready.
    pub ready: bool,
}

impl Action for SetReady {
    type Outcome = Plan;
    // Revealing is one way, so nothing before it may be undone into hiding again.
    const KEPT: Kept = Kept::Milestone;

    fn summary(&self, reader: &Reader) -> Result<String> {
        let words = if self.ready {
            "is ready"
        } else {
            "wants to go on writing"
        };
        summary(
            reader,
            &self.plan,
            &format!("{} {words} with the look back", self.side.name()),
        )
    }

    fn apply(self, change: &mut Change) -> Result<Plan> {
        must_be_editable(change, &self.plan)?;
        let mut plan: Plan = rows::get(change, &self.plan, "This plan")?;
        one_of_two_sides(self.side)?;
        if !may_write_for(change, self.side)? {
            return Err(
                Error::refused(format!("Only {} says when it is ready.", self.side.name()))
                    .hint("Choose somebody of that side at the top of the window."),
            );
        }
        if plan.revealed_at.is_some() {
            return Err(
                Error::refused("The points of both sides have been revealed; that is for good.")
                    .hint("Add further points openly."),
            );
        }
        match self.side {
            Side::Sales => plan.sales_ready = self.ready,
            _ => plan.marketing_ready = self.ready,
        }
        if plan.sales_ready && plan.marketing_ready {
            plan.revealed_at = Some(change.now());
        }
        rows::update(change, &plan)?;
        Ok(plan)
    }
}

/// Takes what last year's plan knows: its goals become what the sides were measured on, its split becomes the shape.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeLookBack {
    /// The plan.
    pub plan: PlanId,
}

/// What was taken in.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Taken {
    /// How many lines or numbers went in.
    pub count: u32,
    /// What went in, and what did not and why, in words.
    pub notes: Vec<String>,
}

impl Action for TakeLookBack {
    type Outcome = Taken;

    fn summary(&self, reader: &Reader) -> Result<String> {
        summary(reader, &self.plan, "Take last year's goals into the look back")
    }

    fn apply(self, change: &mut Change) -> Result<Taken> {
        must_be_editable(change, &self.plan)?;
        let plan: Plan = rows::get(change, &self.plan, "This plan")?;
        let last: Plan = rows::all(change, "WHERE year = ?1", [plan.year - 1])?
            .pop()
            .ok_or_else(|| {
                Error::refused(format!("There is no plan for the year before {}.", plan.year))
                    .hint("Type the numbers, or paste them from a spreadsheet.")
            })?;
        let goals = super::subject::goals_that_held(change, &last.id)?;
        let there: Vec<Yardstick> = content::lines(change, &self.plan)?;
        let mut taken = Taken::default();
        for goal in &goals {
            let sides = match goal.metric.entry().and_then(|entry| entry.usual_side) {
                Some(side) => vec![side],
                None => vec![Side::Sales, Side::Marketing],
            };
            for side in sides {
                if there
                    .iter()
                    .any(|line| line.side == side && line.name == goal.name)
                {
                    taken.notes.push(format!(
                        "“{}” stands in the column of {} already.",
                        goal.name,
                        side.name()
                    ));
                    continue;
                }
                lines::add(change, self.plan.clone(), yardstick_of(side, goal)?, None)?;
                taken.count += 1;
            }
        }
        let mut numbers: LookBack = rows::get(change, &self.plan, "This look back")?;
        if numbers.shape.is_empty()
            && let Some(split) = goals
                .iter()
                .filter(|goal| goal.adds_up)
                .find_map(|goal| split::split(goal, &[]))
        {
            numbers.shape = split.months;
            rows::update(change, &numbers)?;
            taken
                .notes
                .push("Last year's shape is how last year's plan split its first goal.".into());
        }
        Ok(taken)
    }
}

fn yardstick_of(side: Side, goal: &Goal) -> Result<Patch<Yardstick>> {
    Ok(serde_json::from_value(serde_json::json!({
        "side": side, "name": goal.name, "unit": goal.unit, "direction": goal.direction, "target": goal.target,
    }))?)
}

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
        summary(reader, &self.plan, "Paste last year's numbers")
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
    let words: String = label.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
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

/// Returns the points that whoever is at the keyboard may see, and how many each side has written.
pub(super) fn visible_points(reader: &Reader, plan: &Plan) -> Result<(Vec<Point>, i64, i64)> {
    let mut points: Vec<Point> = content::lines(reader, &plan.id)?;
    let written = |side: Side| points.iter().filter(|point| point.side == side).count() as i64;
    let (sales, marketing) = (written(Side::Sales), written(Side::Marketing));
    if plan.revealed_at.is_none() {
        let (see_sales, see_marketing) = (
            may_write_for(reader, Side::Sales)?,
            may_write_for(reader, Side::Marketing)?,
        );
        points.retain(|point| {
            if point.side == Side::Sales {
                see_sales
            } else {
                see_marketing
            }
        });
    }
    Ok((points, sales, marketing))
}
