//! Looking back: last year's numbers, typed, pasted or taken from last year's plan, and the silent points that each side
//! writes before it sees the other's.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::{
    Goal, LookBack, Measure, Plan, RetroNote,
    actions::{must_be_editable, summary},
    rules::{checks, season, split},
};
use crate::ids::PlanId;
use lockstep_workspace::{
    context::{Action, ReadContext, Transaction, UndoPolicy},
    error::{Error, Result},
    journal::row_images::RowChange,
    list_items,
    people::{Side, may_speak_for},
    rows::{self, Patch},
    sealing,
};

/// Checks that a side is one of the two that are measured.
pub(super) fn one_of_two_sides(side: Side) -> Result<()> {
    if side == Side::Leadership {
        return Err(Error::invalid("side", "This belongs to Sales or to Marketing."));
    }
    Ok(())
}

/// A measure belongs to one of the two sides; in another unit its numbers would say something else, so they go.
pub(super) fn settle_measure(line: &mut Measure, before: Option<&Measure>, _: &ReadContext) -> Result<()> {
    if before
        .is_some_and(|old| old.unit != line.unit && (old.target, old.actual) == (line.target, line.actual))
    {
        (line.target, line.actual) = (None, None);
    }
    one_of_two_sides(line.side)?;
    checks::measure(line)
}

/// A new point belongs to the side at the keyboard; a point stays with its side.
pub(super) fn settle_retro_note(
    point: &mut RetroNote,
    before: Option<&RetroNote>,
    reader: &ReadContext,
) -> Result<()> {
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
    must_be_own(point, reader)?;
    // Written over, it would be lost on the computer that can open it, too.
    if before.is_some_and(|old| sealing::is_sealed(&old.text) && old.text != point.text) {
        return Err(Error::refused(
            "This point was written on another computer and can only be changed there.",
        )
        .hint("Add another point here, or delete this one and write it again."));
    }
    Ok(())
}

/// Refuses to touch the other side's points.
pub(crate) fn must_be_own(point: &RetroNote, reader: &ReadContext) -> Result<()> {
    if may_speak_for(reader, point.side)? {
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
pub(crate) fn may_read_retro_note(reader: &ReadContext, row: &RowChange) -> Result<bool> {
    let Some(image) = row.after.as_ref().or(row.before.as_ref()) else {
        return Ok(false);
    };
    let point: RetroNote =
        serde_json::from_str(image).map_err(|_| Error::damaged("A look-back point cannot be read."))?;
    let revealed = rows::find::<Plan>(reader, &point.plan)?.is_some_and(|plan| plan.revealed_at.is_some());
    Ok(revealed || may_speak_for(reader, point.side)?)
}

/// Returns whether a point is sealed: until both sides have revealed theirs.
pub(crate) fn is_not_revealed(reader: &ReadContext, point: &Map<String, Value>) -> Result<bool> {
    let plan = point.get("plan").and_then(Value::as_str).unwrap_or_default();
    let plan: Option<Plan> = rows::find(reader, &PlanId(plan.into()))?;
    Ok(plan.is_some_and(|plan| plan.revealed_at.is_none()))
}

/// Opens the points of a plan for good.
fn reveal(change: &Transaction, plan: &Plan) -> Result<()> {
    let points: Vec<RetroNote> = list_items::all(change, &plan.id)?;
    let elsewhere = points
        .iter()
        .filter(|point| sealing::is_sealed(&point.text))
        .count();
    if elsewhere > 0 {
        let points = match elsewhere {
            1 => "One point was".to_owned(),
            some => format!("{some} points were"),
        };
        return Err(
            Error::refused(format!("{points} written on another computer and can only be opened there."))
                .hint("Open this workspace on that computer and say there that both are ready, or delete the point and write it again."),
        );
    }
    points.iter().try_for_each(|point| rows::update(change, point))
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

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        summary(reader, &self.id, "Change last year’s numbers")
    }

    fn apply(self, change: &mut Transaction) -> Result<LookBack> {
        must_be_editable(change, &self.id)?;
        let before: LookBack = rows::get(change, &self.id, "This look back")?;
        let after = self.change.apply(&before)?;
        checks::look_back(&after)?;
        rows::update(change, &after)?;
        Ok(after)
    }
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
    const UNDO: UndoPolicy = UndoPolicy::Barrier;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
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

    fn apply(self, change: &mut Transaction) -> Result<Plan> {
        must_be_editable(change, &self.plan)?;
        let mut plan: Plan = rows::get(change, &self.plan, "This plan")?;
        one_of_two_sides(self.side)?;
        if !may_speak_for(change, self.side)? {
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
        if plan.revealed_at.is_some() {
            reveal(change, &plan)?;
        }
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

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        summary(reader, &self.plan, "Take last year’s goals into the look back")
    }

    fn apply(self, change: &mut Transaction) -> Result<Taken> {
        must_be_editable(change, &self.plan)?;
        let plan: Plan = rows::get(change, &self.plan, "This plan")?;
        let last: Plan = rows::all(change, "WHERE year = ?1", [plan.year - 1])?
            .pop()
            .ok_or_else(|| {
                Error::refused(format!("There is no plan for the year before {}.", plan.year))
                    .hint("Type the numbers, or paste them from a spreadsheet.")
            })?;
        let goals = super::subject::goals_that_held(change, &last.id)?;
        let there: Vec<Measure> = list_items::all(change, &self.plan)?;
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
                list_items::add(change, self.plan.clone(), measure_of(side, goal)?, None)?;
                taken.count += 1;
            }
        }
        let mut numbers: LookBack = rows::get(change, &self.plan, "This look back")?;
        if numbers.shape.is_empty()
            && let Some(split) = goals
                .iter()
                .filter(|goal| goal.adds_up)
                .find_map(|goal| split::split(goal, &[]))
            && season::whole(&split.months).is_ok()
        {
            numbers.shape = split.months;
            checks::look_back(&numbers)?;
            rows::update(change, &numbers)?;
            taken
                .notes
                .push("Last year’s shape is how last year’s plan split its first goal.".into());
        }
        Ok(taken)
    }
}

fn measure_of(side: Side, goal: &Goal) -> Result<Patch<Measure>> {
    Ok(serde_json::from_value(serde_json::json!({
        "side": side, "name": goal.name, "unit": goal.unit, "direction": goal.direction, "target": goal.target,
    }))?)
}

/// Returns the points that whoever is at the keyboard may see, and how many each side has written.
pub(super) fn visible_retro_notes(reader: &ReadContext, plan: &Plan) -> Result<(Vec<RetroNote>, i64, i64)> {
    let mut points: Vec<RetroNote> = list_items::all(reader, &plan.id)?;
    let written = |side: Side| points.iter().filter(|point| point.side == side).count() as i64;
    let (sales, marketing) = (written(Side::Sales), written(Side::Marketing));
    if plan.revealed_at.is_none() {
        let (see_sales, see_marketing) = (
            may_speak_for(reader, Side::Sales)?,
            may_speak_for(reader, Side::Marketing)?,
        );
        points.retain(|point| {
            if point.side == Side::Sales {
                see_sales
            } else {
                see_marketing
            }
        });
    }
    for point in points.iter_mut().filter(|point| sealing::is_sealed(&point.text)) {
        point.text = "Written on another computer: it can be read there, and here once both have revealed their points.".into();
    }
    Ok((points, sales, marketing))
}
