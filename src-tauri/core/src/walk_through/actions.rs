//! A walk-through is begun, named, ended, opened again and removed.

use chrono::NaiveDate;
use lockstep_workspace::{
    bounds,
    context::{Action, ReadContext, Transaction},
    error::{Error, Result},
    list_items::{self, Parent, all},
    rows::{self, Patch},
    words::{Words, capitalised},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Fix, WalkStep, WalkThrough, list_items::walk_through, queries::latest, starter};
use crate::ids::WalkThroughId;

/// What a walk-through begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WalkThroughStart {
    /// The steps of the last one, as they were; remarks and marks begin anew.
    Last,
    /// The steps that most sales have.
    Starter,
    /// No step.
    Empty,
}

/// Begins a walk-through.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BeginWalkThrough {
    /// What it begins with.
    pub start: WalkThroughStart,
    /// What is walked through; as the last one was called where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub title: Option<String>,
    /// On which day; today where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub held_on: Option<NaiveDate>,
}

impl Action for BeginWalkThrough {
    type Outcome = WalkThrough;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok("Begin a walk-through".into())
    }

    fn apply(self, change: &mut Transaction) -> Result<WalkThrough> {
        let last = latest(change)?;
        let open: Vec<WalkThrough> =
            rows::all(change, "WHERE ended_on IS NULL ORDER BY held_on DESC, id", [])?;
        if let Some(open) = open.first() {
            let which = open.in_words(change)?;
            return Err(
                Error::refused(format!("{} has not ended yet.", capitalised(&which)))
                    .hint("Go on with it, or end it first."),
            );
        }
        let previous = match (self.start, last) {
            (WalkThroughStart::Last, None) => {
                return Err(Error::refused("There is no walk-through to go on from.")
                    .hint("Begin with the steps that most sales have, or with none."));
            }
            (WalkThroughStart::Last, last) => last,
            (WalkThroughStart::Starter | WalkThroughStart::Empty, _) => None,
        };
        let title = self.title.map(|title| title.trim().to_owned());
        let walk = WalkThrough {
            id: change.new_id(),
            title: title
                .filter(|title| !title.is_empty())
                .or_else(|| previous.as_ref().map(|last| last.title.clone()))
                .unwrap_or_default(),
            held_on: self.held_on.unwrap_or_else(|| change.today()),
            previous: previous.as_ref().map(|last| last.id.clone()),
            ended_on: None,
            created_at: change.now(),
        };
        check(change, &walk)?;
        rows::insert(change, &walk)?;
        if let Some(previous) = &previous {
            for step in all::<WalkStep>(change, &previous.id)? {
                go_on_from(change, &walk, step)?;
            }
        } else if self.start == WalkThroughStart::Starter {
            for name in starter::STEPS {
                list_items::add::<WalkStep>(change, walk.id.clone(), Patch::one("name", name), None)?;
            }
        }
        Ok(walk)
    }
}

/// Makes a step of the walk-through that is beginning from one of the last: what is done in it stays, what was said of it does not.
fn go_on_from(change: &Transaction, walk: &WalkThrough, step: WalkStep) -> Result<()> {
    let next = WalkStep {
        id: change.new_id(),
        walk_through: walk.id.clone(),
        continues: Some(step.id),
        remarks: String::new(),
        message_by_sales: None,
        look_by_sales: None,
        fit_by_sales: None,
        message_by_marketing: None,
        look_by_marketing: None,
        fit_by_marketing: None,
        ..step
    };
    rows::insert(change, &next)
}

/// Checks what holds of every walk-through: they follow one another, so that what each goes on from is never in doubt.
fn check(reader: &ReadContext, walk: &WalkThrough) -> Result<()> {
    bounds::day("held_on", Some(walk.held_on))?;
    let others: Vec<WalkThrough> = rows::all(reader, "WHERE id <> ?1 ORDER BY held_on DESC, id", [&walk.id])?;
    match others.first().filter(|last| last.held_on > walk.held_on) {
        Some(last) => Err(Error::invalid(
            "held_on",
            format!("This day was before {}.", last.in_words(reader)?),
        )
        .hint("Give a later day; walk-throughs follow one another.")),
        None => Ok(()),
    }
}

/// Changes what a walk-through is called, or its day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditWalkThrough {
    /// The walk-through.
    pub id: WalkThroughId,
    /// The fields that change.
    pub change: Patch<WalkThrough>,
}

impl Action for EditWalkThrough {
    type Outcome = WalkThrough;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.id, "Change")
    }

    fn apply(self, change: &mut Transaction) -> Result<WalkThrough> {
        let before = walk_through(change, &self.id)?;
        let mut after = self.change.apply(&before)?;
        after.title = after.title.trim().to_owned();
        if after.held_on != before.held_on {
            self.id.must_be_editable(change)?;
            check(change, &after)?;
        }
        rows::update(change, &after)?;
        Ok(after)
    }
}

fn named(reader: &ReadContext, id: &WalkThroughId, verb: &str) -> Result<String> {
    Ok(format!("{verb} {}", walk_through(reader, id)?.in_words(reader)?))
}

/// Ends a walk-through: its steps stay as they are.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EndWalkThrough {
    /// The walk-through.
    pub id: WalkThroughId,
}

impl Action for EndWalkThrough {
    type Outcome = WalkThrough;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.id, "End")
    }

    fn apply(self, change: &mut Transaction) -> Result<WalkThrough> {
        let mut walk = walk_through(change, &self.id)?;
        if walk.ended_on.is_some() {
            return Err(Error::refused("This walk-through has ended already."));
        }
        if all::<WalkStep>(change, &walk.id)?.is_empty() {
            return Err(Error::refused("There is no step in this walk-through yet.")
                .hint("Add the steps that you walked through, or delete it."));
        }
        if walk.held_on > change.today() {
            let day = Words::new(&change.company()?).day(walk.held_on);
            return Err(Error::refused(format!(
                "The day of this walk-through is {day}, which has not come yet."
            ))
            .hint("Change its day first, then end it."));
        }
        walk.ended_on = Some(change.today());
        rows::update(change, &walk)?;
        Ok(walk)
    }
}

/// Opens a walk-through again that has ended, while none goes on from it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReopenWalkThrough {
    /// The walk-through.
    pub id: WalkThroughId,
}

impl Action for ReopenWalkThrough {
    type Outcome = WalkThrough;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.id, "Open again")
    }

    fn apply(self, change: &mut Transaction) -> Result<WalkThrough> {
        let mut walk = walk_through(change, &self.id)?;
        if walk.ended_on.is_none() {
            return Err(Error::refused("This walk-through has not ended."));
        }
        let sql = "SELECT count(*) FROM walk_through WHERE previous = ?1";
        let goes_on = change.count(sql, [&walk.id])? > 0;
        if goes_on || latest(change)?.is_some_and(|last| last.id != walk.id) {
            return Err(Error::refused("A later walk-through has begun.")
                .hint("What is different by now belongs into that one."));
        }
        walk.ended_on = None;
        rows::update(change, &walk)?;
        Ok(walk)
    }
}

/// Deletes a walk-through with its steps and fixes, where none goes on from it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemoveWalkThrough {
    /// The walk-through.
    pub id: WalkThroughId,
}

impl Action for RemoveWalkThrough {
    type Outcome = ();

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let counts = [
            (all::<WalkStep>(reader, &self.id)?.len(), "step", "steps"),
            (all::<Fix>(reader, &self.id)?.len(), "fix", "fixes"),
        ];
        let words = Words::new(&reader.company()?);
        let with: Vec<String> = counts
            .into_iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| match count {
                1 => format!("1 {one}"),
                count => format!("{} {many}", words.count(i64::try_from(count).unwrap_or(i64::MAX))),
            })
            .collect();
        let what = named(reader, &self.id, "Delete")?;
        Ok(match with.is_empty() {
            true => what,
            false => format!("{what} with {}", with.join(" and ")),
        })
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        let walk = walk_through(change, &self.id)?;
        for fix in all::<Fix>(change, &walk.id)? {
            rows::delete::<Fix>(change, &fix.id)?;
        }
        for step in all::<WalkStep>(change, &walk.id)? {
            rows::delete::<WalkStep>(change, &step.id)?;
        }
        rows::delete::<WalkThrough>(change, &walk.id)
    }
}
