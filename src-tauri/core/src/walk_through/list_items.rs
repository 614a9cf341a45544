//! The steps of a walk-through and what is to be mended, and what holds of each.

use chrono::Days;
use lockstep_workspace::{
    bounds,
    context::ReadContext,
    error::{Error, Result},
    list_items::{Parent, list_items},
    people::{Side, may_speak_for},
    rows,
    words::Words,
};

use super::{Fix, WalkAspect, WalkStep, WalkThrough};
use crate::{
    buyers::{BuyingPhase, BuyingPhaseId},
    collateral::in_use::actions::BEST_MARK,
    ids::{PersonId, PieceId, WalkThroughId},
};

/// So many days there are for a fix unless somebody says otherwise (P51).
const DAYS_TO_FIX: u64 = 7;

/// Returns a walk-through.
///
/// # Errors
/// `NotFound` when it is not there.
pub(super) fn walk_through(reader: &ReadContext, id: &WalkThroughId) -> Result<WalkThrough> {
    rows::get(reader, id, "This walk-through")
}

impl Parent for WalkThroughId {
    const COLUMN: &'static str = "walk_through";

    fn must_exist(&self, reader: &ReadContext) -> Result<()> {
        walk_through(reader, self).map(|_| ())
    }

    fn must_be_editable(&self, reader: &ReadContext) -> Result<()> {
        match walk_through(reader, self)?.ended_on {
            None => Ok(()),
            Some(day) => {
                let day = Words::new(&reader.company()?).day(day);
                Err(Error::refused(format!("This walk-through ended on {day}."))
                    .hint("Its steps stay as they were. Begin the next one, or open this one again."))
            }
        }
    }

    fn summary(&self, reader: &ReadContext, what: &str) -> Result<String> {
        let walk = walk_through(reader, self)?;
        Ok(format!("{what} in {}", walk.in_words(reader)?))
    }
}

impl WalkThrough {
    /// Returns what it is called in the history: “the walk-through of 3 Dec 2026”.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn in_words(&self, reader: &ReadContext) -> Result<String> {
        let day = Words::new(&reader.company()?).day(self.held_on);
        Ok(format!("the walk-through of {day}"))
    }
}

list_items! {
    in walk_through: WalkThroughId;

    WalkStep, "step", AddWalkStep, EditWalkStep, RemoveWalkStep, MoveWalkStep,
    agreed: true,
    display_name: |step| step.name.clone(),
    blank: |_today| { continues: None, name: String::new(), phase: None::<BuyingPhaseId>, said: String::new(),
                      shown: String::new(), asked: String::new(), promised: String::new(), piece: None::<PieceId>,
                      remarks: String::new(), message_by_sales: None, look_by_sales: None, fit_by_sales: None,
                      message_by_marketing: None, look_by_marketing: None, fit_by_marketing: None },
    settle: settle_step;

    Fix, "fix", AddFix, EditFix, RemoveFix, MoveFix,
    agreed: false,
    display_name: |fix| fix.name.clone(),
    blank: |today| { name: String::new(), step: None, piece: None::<PieceId>, owner: None::<PersonId>,
                     found_on: today, due: a_week_after(today), due_first: a_week_after(today), done_on: None },
    settle: settle_fix;
}

fn a_week_after(day: chrono::NaiveDate) -> chrono::NaiveDate {
    day.checked_add_days(Days::new(DAYS_TO_FIX)).unwrap_or(day)
}

/// Marks are whole numbers from 1 to 5, and each side gives its own; one person who does both jobs gives those of both.
fn settle_step(step: &mut WalkStep, before: Option<&WalkStep>, reader: &ReadContext) -> Result<()> {
    for (side, aspect) in Side::BOTH
        .into_iter()
        .flat_map(|side| WalkAspect::ALL.map(|aspect| (side, aspect)))
    {
        let mark = step.mark(aspect, side);
        if mark == before.and_then(|before| before.mark(aspect, side)) {
            continue;
        }
        let field = format!("{}_by_{}", aspect.name().to_lowercase(), side.key());
        if mark.is_some_and(|mark| !(1..=BEST_MARK).contains(&mark)) {
            return Err(Error::invalid(field, "A mark is a whole number from 1 to 5."));
        }
        if !may_speak_for(reader, side)? {
            return Err(Error {
                field: Some(field),
                ..Error::refused(format!("{} gives its own marks.", side.name()))
                    .hint("Say who is at the keyboard, then give them.")
            });
        }
    }
    let is_chosen = before.is_none_or(|before| before.phase != step.phase);
    if let (true, Some(phase)) = (is_chosen, &step.phase) {
        rows::get::<BuyingPhase>(reader, phase, "This buying phase")?;
    }
    Ok(())
}

/// The day that was promised first stays once the walk-through has ended; a fix is done on a day that has come, and not before it was found.
fn settle_fix(fix: &mut Fix, before: Option<&Fix>, reader: &ReadContext) -> Result<()> {
    bounds::day("due", Some(fix.due))?;
    let walk = walk_through(reader, &fix.walk_through)?;
    let goes_on = walk.ended_on.is_none();
    fix.due_first = match before {
        // In the meeting a day is still looked for; one that has passed stays.
        Some(before) if !goes_on || before.due_first < reader.today() => before.due_first,
        _ => fix.due,
    };
    if before.is_none() && goes_on {
        // Written down later, it was still found on the day of the walk-through.
        fix.found_on = fix.found_on.min(walk.held_on);
    }
    let is_moved = before.is_none_or(|before| before.due != fix.due);
    if is_moved && fix.due < fix.found_on {
        return Err(Error::invalid("due", "This day was before the walk-through.")
            .hint("Give a day by which it can be done."));
    }
    if let Some(done) = fix.done_on {
        if done > reader.today() {
            return Err(Error::invalid("done_on", "This day has not come yet.")
                .hint("Give the day on which it was done."));
        }
        if done < fix.found_on {
            return Err(Error::invalid("done_on", "This day was before the walk-through."));
        }
    }
    let is_linked = before.is_none_or(|before| before.step != fix.step);
    if let (true, Some(step)) = (is_linked, &fix.step) {
        let step: WalkStep = rows::get(reader, step, "This step")?;
        if step.walk_through != fix.walk_through {
            return Err(Error::invalid(
                "step",
                "This step belongs to another walk-through.",
            ));
        }
    }
    Ok(())
}
