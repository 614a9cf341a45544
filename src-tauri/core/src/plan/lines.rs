//! The lines of a plan: goals, initiatives, risks … Every kind can be added, changed, removed and moved, in the same way.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{
    AgendaItem, Bucket, Decision, Duty, Goal, Initiative, NotDoing, ParkedItem, Point, PointKind, Rhythm,
    Risk, RiskKind, Section, Segment, SplitBy, SplitInto, TargetAccount, Todo, Yardstick,
    actions::must_be_editable, look_back,
};
use crate::{
    change::{Action, Change, Reader},
    error::{Error, Result},
    ids::{LineId, PlanId},
    people::Side,
    rank,
    rows::{self, Patch, Row},
    scorecard::{Direction, Metric, Unit},
};

/// A line of a plan.
pub trait Line: Row<Id = LineId> {
    /// What such a line is called: "goal".
    const NOUN: &'static str;
    /// Whether both sides sign it; the session's minutes live on after the signature.
    const AGREED: bool = true;
    /// Returns an empty line.
    fn blank(id: LineId, plan: PlanId, rank: String, today: NaiveDate) -> Self;
    /// Returns the plan it stands in.
    fn plan(&self) -> &PlanId;
    /// Returns its place.
    fn rank(&self) -> &str;
    /// Makes it a line of another plan, as a line of its own.
    fn belong(&mut self, id: LineId, plan: PlanId);
    /// Puts it in another place.
    fn put(&mut self, rank: String);
    /// Returns what the line is called in the history.
    fn called(&self) -> &str;
    /// Brings fields in line that follow from others, and checks what can be checked alone. `before` is nothing for a new line.
    ///
    /// # Errors
    /// `Invalid`, naming the field.
    fn settle(&mut self, before: Option<&Self>, reader: &Reader) -> Result<()>;
    /// Looses what points to this line before it is removed.
    ///
    /// # Errors
    /// Whatever the file says.
    fn let_go(&self, _: &Change) -> Result<()> {
        Ok(())
    }
}

/// An agenda item is called by its section's title, every other line by one of its fields.
macro_rules! called {
    ($line:ident, title) => {
        $line.section.title()
    };
    ($line:ident, $field:ident) => {
        &$line.$field
    };
}

macro_rules! lines {
    ($($type:ident, $noun:literal, $called:ident, $add:ident, $edit:ident, $remove:ident, $move:ident,
       agreed: $agreed:literal,
       blank: |$today:ident| { $($field:ident: $value:expr),* $(,)? },
       settle: $settle:expr
       $(, let_go: $let_go:expr)?;)*) => {$(
        impl Line for $type {
            const NOUN: &'static str = $noun;
            const AGREED: bool = $agreed;
            fn blank(id: LineId, plan: PlanId, rank: String, $today: NaiveDate) -> Self {
                let _ = $today;
                Self { id, plan, rank, $($field: $value),* }
            }
            fn plan(&self) -> &PlanId { &self.plan }
            fn rank(&self) -> &str { &self.rank }
            fn belong(&mut self, id: LineId, plan: PlanId) { (self.id, self.plan) = (id, plan); }
            fn put(&mut self, rank: String) { self.rank = rank; }
            fn called(&self) -> &str { called!(self, $called) }
            fn settle(&mut self, before: Option<&Self>, reader: &Reader) -> Result<()> {
                let settle: fn(&mut Self, Option<&Self>, &Reader) -> Result<()> = $settle;
                settle(self, before, reader)
            }
            $(fn let_go(&self, change: &Change) -> Result<()> {
                let let_go: fn(&Self, &Change) -> Result<()> = $let_go;
                let_go(self, change)
            })?
        }

        #[doc = concat!("Adds one ", $noun, ".")]
        #[derive(Debug, Clone, Serialize, Deserialize, TS)]
        #[serde(deny_unknown_fields)]
        pub struct $add {
            /// The plan.
            pub plan: PlanId,
            /// What is filled in already.
            #[serde(default)]
            #[ts(optional)]
            pub values: Option<Patch<$type>>,
            /// The line behind which it goes; at the end unless told.
            #[serde(default)]
            #[ts(optional)]
            pub after: Option<LineId>,
        }
        impl Action for $add {
            type Outcome = $type;
            fn summary(&self, reader: &Reader) -> Result<String> {
                adding(reader, &self.plan, self.values.as_ref())
            }
            fn apply(self, change: &mut Change) -> Result<$type> {
                add(change, self.plan, self.values.unwrap_or_default(), self.after)
            }
        }

        #[doc = concat!("Changes one ", $noun, ".")]
        #[derive(Debug, Clone, Serialize, Deserialize, TS)]
        #[serde(deny_unknown_fields)]
        pub struct $edit {
            /// The line.
            pub id: LineId,
            /// The fields that change; null empties one.
            pub change: Patch<$type>,
        }
        impl Action for $edit {
            type Outcome = $type;
            fn summary(&self, reader: &Reader) -> Result<String> {
                named::<$type>(reader, &self.id, "Change")
            }
            fn apply(self, change: &mut Change) -> Result<$type> {
                edit(change, &self.id, &self.change)
            }
        }

        #[doc = concat!("Removes one ", $noun, ".")]
        #[derive(Debug, Clone, Serialize, Deserialize, TS)]
        #[serde(deny_unknown_fields)]
        pub struct $remove {
            /// The line.
            pub id: LineId,
        }
        impl Action for $remove {
            type Outcome = ();
            fn summary(&self, reader: &Reader) -> Result<String> {
                named::<$type>(reader, &self.id, "Delete")
            }
            fn apply(self, change: &mut Change) -> Result<()> {
                remove::<$type>(change, &self.id)
            }
        }

        #[doc = concat!("Moves one ", $noun, " to another place in its list.")]
        #[derive(Debug, Clone, Serialize, Deserialize, TS)]
        #[serde(deny_unknown_fields)]
        pub struct $move {
            /// The line.
            pub id: LineId,
            /// The line behind which it goes, or nothing for the first place.
            pub after: Option<LineId>,
        }
        impl Action for $move {
            type Outcome = ();
            fn summary(&self, reader: &Reader) -> Result<String> {
                named::<$type>(reader, &self.id, "Move")
            }
            fn apply(self, change: &mut Change) -> Result<()> {
                move_behind::<$type>(change, &self.id, self.after.as_ref())
            }
        }
    )*};
}

fn no_rule<L>(_: &mut L, _: Option<&L>, _: &Reader) -> Result<()> {
    Ok(())
}

lines! {
    Yardstick, "yardstick", name, AddYardstick, EditYardstick, RemoveYardstick, MoveYardstick,
    agreed: true,
    blank: |_today| { side: Side::Sales, name: String::new(), unit: Unit::Count, direction: Direction::More,
                      target: None, actual: None },
    settle: look_back::settle_yardstick;

    Point, "look-back point", text, AddPoint, EditPoint, RemovePoint, MovePoint,
    agreed: true,
    blank: |_today| { side: Side::Sales, kind: PointKind::WentWell, text: String::new() },
    settle: look_back::settle_point,
    let_go: |line, change| look_back::must_be_own(line, change);

    Segment, "segment", name, AddSegment, EditSegment, RemoveSegment, MoveSegment,
    agreed: true,
    blank: |_today| { name: String::new(), why: String::new() },
    settle: no_rule;

    TargetAccount, "target account", name, AddTargetAccount, EditTargetAccount, RemoveTargetAccount, MoveTargetAccount,
    agreed: true,
    blank: |_today| { name: String::new(), why: String::new() },
    settle: no_rule;

    NotDoing, "line of what we will not do", name, AddNotDoing, EditNotDoing, RemoveNotDoing, MoveNotDoing,
    agreed: true,
    blank: |_today| { name: String::new(), why: String::new() },
    settle: no_rule;

    Goal, "goal", name, AddGoal, EditGoal, RemoveGoal, MoveGoal,
    agreed: true,
    blank: |_today| { metric: Metric::QualifiedLeads, name: String::new(), unit: Unit::Count,
        formula: String::new(), source: String::new(), adds_up: true, about_customer: false,
        direction: Direction::More, baseline: None, target: None, stretch: None, sales_owner: None,
        marketing_owner: None, split_into: SplitInto::Months, split_by: SplitBy::Even, by_hand: Vec::new(),
        tracked_how: String::new(), tracked_every: Rhythm::Monthly },
    settle: settle_goal,
    let_go: |goal, change| {
        let mut serving: Vec<Initiative> = rows::all(change, "WHERE goal = ?1", [&goal.id])?;
        for initiative in &mut serving {
            initiative.goal = None;
            rows::update(change, initiative)?;
        }
        Ok(())
    };

    Initiative, "initiative", name, AddInitiative, EditInitiative, RemoveInitiative, MoveInitiative,
    agreed: true,
    blank: |_today| { bucket: Bucket::Demand, name: String::new(), owner: None, starts: None, ends: None, budget: None,
                      goal: None, expected_leads: None },
    settle: settle_initiative;

    Duty, "duty", name, AddDuty, EditDuty, RemoveDuty, MoveDuty,
    agreed: true,
    blank: |_today| { bucket: None, name: String::new(), sales_owner: None, sales_does: String::new(),
                      marketing_owner: None, marketing_does: String::new() },
    settle: no_rule;

    Risk, "risk", name, AddRisk, EditRisk, RemoveRisk, MoveRisk,
    agreed: true,
    blank: |_today| { kind: RiskKind::Risk, name: String::new(), response: String::new(), owner: None },
    settle: no_rule;

    AgendaItem, "agenda item", title, AddAgendaItem, EditAgendaItem, RemoveAgendaItem, MoveAgendaItem,
    agreed: false,
    blank: |_today| { section: Section::LookBack, minutes: 15 },
    settle: |item, _, _| if item.minutes <= 600 { Ok(()) } else {
        Err(Error::invalid("minutes", "A section takes at most 600 minutes."))
    };

    ParkedItem, "parked thought", name, AddParkedItem, EditParkedItem, RemoveParkedItem, MoveParkedItem,
    agreed: false,
    blank: |_today| { section: Section::LookBack, name: String::new(), settled: false },
    settle: no_rule;

    Decision, "decision", name, AddDecision, EditDecision, RemoveDecision, MoveDecision,
    agreed: false,
    blank: |today| { section: Section::LookBack, name: String::new(), decided_on: today },
    settle: no_rule;

    Todo, "action", name, AddTodo, EditTodo, RemoveTodo, MoveTodo,
    agreed: false,
    blank: |_today| { section: Section::LookBack, name: String::new(), owner: None, due: None, done_on: None },
    settle: no_rule;
}

/// A metric of the list brings its own name, unit and formula; a metric of our own starts with empty words.
fn settle_goal(goal: &mut Goal, before: Option<&Goal>, _: &Reader) -> Result<()> {
    let chosen_anew = before.is_none_or(|old| old.metric != goal.metric);
    if chosen_anew {
        match goal.metric.entry() {
            Some(entry) => {
                if before.is_some() || goal.name.is_empty() {
                    goal.name = entry.name.into();
                }
                goal.unit = entry.unit;
                goal.formula = entry.formula.into();
                goal.source = entry.source.into();
                goal.adds_up = entry.adds_up;
                goal.about_customer = entry.about_customer;
                goal.direction = entry.direction;
            }
            None if before.is_some() => {
                goal.name = String::new();
                goal.formula = String::new();
                goal.source = String::new();
            }
            None => {}
        }
    }
    if before.is_some_and(|old| old.unit != goal.unit) {
        (goal.baseline, goal.target, goal.stretch) = (None, None, None);
        goal.by_hand.clear();
    }
    if before.is_some_and(|old| old.split_into != goal.split_into) {
        goal.by_hand.clear();
        if goal.split_by == SplitBy::Hand {
            goal.split_by = SplitBy::Even;
        }
    }
    if !goal.by_hand.is_empty() && goal.by_hand.len() != goal.split_into.parts() {
        return Err(Error::invalid(
            "by_hand",
            format!("A split by hand has {} parts.", goal.split_into.parts()),
        ));
    }
    let amounts = [
        ("baseline", goal.baseline),
        ("target", goal.target),
        ("stretch", goal.stretch),
    ];
    let below_zero = goal.adds_up && goal.by_hand.iter().any(|part| *part < 0);
    if let Some((field, _)) = amounts
        .into_iter()
        .find(|(_, amount)| goal.unit != Unit::Number && amount.is_some_and(|amount| amount < 0))
        .or(below_zero.then_some(("by_hand", None)))
    {
        return Err(Error::invalid(field, "This number cannot be below zero."));
    }
    Ok(())
}

fn settle_initiative(line: &mut Initiative, _: Option<&Initiative>, reader: &Reader) -> Result<()> {
    if let (Some(starts), Some(ends)) = (line.starts, line.ends)
        && ends < starts
    {
        return Err(Error::invalid("ends", "The last day is before the first day.")
            .hint("Change one of the two days."));
    }
    if line.budget.is_some_and(|budget| budget < 0) {
        return Err(Error::invalid("budget", "A budget cannot be below zero."));
    }
    if line.expected_leads.is_some_and(|leads| leads < 0) {
        return Err(Error::invalid(
            "expected_leads",
            "Expected leads cannot be below zero.",
        ));
    }
    if let Some(goal) = &line.goal {
        let goal: Goal = rows::get(reader, goal, "This goal")?;
        if goal.plan != line.plan {
            return Err(Error::invalid("goal", "That goal stands in another plan."));
        }
    }
    Ok(())
}

fn named<L: Line>(reader: &Reader, id: &LineId, verb: &str) -> Result<String> {
    let line: L = rows::get(reader, id, &format!("This {}", L::NOUN))?;
    super::actions::summary(reader, line.plan(), &in_words(verb, &line))
}

/// Names the step that adds a line by what it will be called, as far as that is known.
fn adding<L: Line>(reader: &Reader, plan: &PlanId, values: Option<&Patch<L>>) -> Result<String> {
    let blank = L::blank(Uuid::nil().into(), plan.clone(), String::new(), reader.today());
    let filled = match values {
        Some(values) => values.apply(&blank),
        None => Ok(blank),
    };
    // What cannot be filled in is refused, with its reason, when it is added.
    let settled = filled.and_then(|mut line| line.settle(None, reader).map(|()| line));
    let what = settled.map_or_else(|_| format!("Add {}", L::NOUN), |line| in_words("Add", &line));
    super::actions::summary(reader, plan, &what)
}

fn in_words<L: Line>(verb: &str, line: &L) -> String {
    // A look-back point may still be sealed: its words never stand in the history.
    let called = if L::TABLE == "point" {
        ""
    } else {
        line.called().trim()
    };
    if called.is_empty() {
        format!("{verb} {}", L::NOUN)
    } else {
        let short: String = called.chars().take(60).collect();
        format!("{verb} {} “{short}”", L::NOUN)
    }
}

/// Adds a line, filled in as far as `values` goes, behind `after` or at the end.
///
/// # Errors
/// `Refused` while a proposal is open; `Invalid` for values that cannot stand.
pub fn add<L: Line>(change: &Change, plan: PlanId, values: Patch<L>, after: Option<LineId>) -> Result<L> {
    guard::<L>(change, &plan)?;
    let rank = match after {
        Some(after) => rank_behind::<L>(change, &plan, Some(&after), None)?,
        None => rank::after(last_rank::<L>(change, &plan)?.as_deref())?,
    };
    let blank = L::blank(change.new_id(), plan, rank, change.today());
    let mut line = values.apply(&blank)?;
    line.settle(None, change)?;
    write(rows::insert(change, &line))?;
    Ok(line)
}

fn edit<L: Line>(change: &Change, id: &LineId, patch: &Patch<L>) -> Result<L> {
    let before: L = rows::get(change, id, &format!("This {}", L::NOUN))?;
    guard::<L>(change, before.plan())?;
    let mut after = patch.apply(&before)?;
    after.settle(Some(&before), change)?;
    write(rows::update(change, &after))?;
    Ok(after)
}

fn remove<L: Line>(change: &Change, id: &LineId) -> Result<()> {
    let line: L = rows::get(change, id, &format!("This {}", L::NOUN))?;
    guard::<L>(change, line.plan())?;
    line.let_go(change)?;
    rows::delete::<L>(change, id)
}

fn move_behind<L: Line>(change: &Change, id: &LineId, after: Option<&LineId>) -> Result<()> {
    let mut line: L = rows::get(change, id, &format!("This {}", L::NOUN))?;
    guard::<L>(change, line.plan())?;
    let rank = rank_behind::<L>(change, line.plan(), after, Some(id))?;
    line.put(rank);
    rows::update(change, &line)
}

fn guard<L: Line>(reader: &Reader, plan: &PlanId) -> Result<()> {
    if L::AGREED {
        must_be_editable(reader, plan)
    } else {
        super::actions::must_exist(reader, plan)
    }
}

/// Says what a refused reference means; everything else stays as it is.
fn write(done: Result<()>) -> Result<()> {
    done.map_err(|error| {
        if error.message.contains("FOREIGN KEY") {
            Error::not_found("The person or goal chosen here")
        } else {
            error
        }
    })
}

fn last_rank<L: Line>(reader: &Reader, plan: &PlanId) -> Result<Option<String>> {
    let sql = format!("SELECT max(rank) FROM {} WHERE plan = ?1", L::TABLE);
    Ok(reader
        .db()
        .prepare_cached(&sql)?
        .query_row([plan], |row| row.get(0))?)
}

/// Returns the rank between `after` and the line that follows it, leaving out the line that moves.
fn rank_behind<L: Line>(
    reader: &Reader,
    plan: &PlanId,
    after: Option<&LineId>,
    moving: Option<&LineId>,
) -> Result<String> {
    let lines: Vec<L> = super::content::lines(reader, plan)?;
    let mut ranks = lines.iter().filter(|line| Some(line.id()) != moving);
    let before = match after {
        None => None,
        Some(after) => Some(
            ranks
                .find(|line| line.id() == after)
                .ok_or_else(|| Error::not_found(format!("The {} to go behind", L::NOUN)))?
                .rank()
                .to_string(),
        ),
    };
    let next = ranks.next().map(|line| line.rank().to_string());
    rank::between(before.as_deref(), next.as_deref())
}
