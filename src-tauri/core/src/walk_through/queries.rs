//! What screens ask of walk-throughs.

use std::collections::HashMap;

use lockstep_workspace::{
    context::{Query, ReadContext},
    error::Result,
    list_items::all,
    people::Side,
    rows,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Fix, WalkStep, WalkStepId, WalkThrough,
    list_items::walk_through,
    rules::{FixState, FixesKept, changed, is_rated_by, state_of, to_talk_about},
    view::{
        FixLine, LastTime, NamedPiece, StepBefore, WalkStepLine, WalkThroughLine, WalkThroughList,
        WalkThroughView,
    },
};
use crate::{
    buyers::BuyingPhase,
    collateral::find_piece,
    ids::{PieceId, WalkThroughId},
};

/// Returns the latest walk-through: by its day, then by when it was begun.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(super) fn latest(reader: &ReadContext) -> Result<Option<WalkThrough>> {
    Ok(newest_first(reader)?.into_iter().next())
}

/// Returns the walk-throughs, the latest first.
///
/// # Errors
/// As for [`latest`].
pub(super) fn newest_first(reader: &ReadContext) -> Result<Vec<WalkThrough>> {
    rows::all(reader, "ORDER BY held_on DESC, created_at DESC, id DESC", [])
}

/// Lists the walk-throughs, the latest first, and what is still to be mended after any of them.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListWalkThroughs {}

impl Query for ListWalkThroughs {
    type Answer = WalkThroughList;

    fn answer(self, reader: &ReadContext) -> Result<WalkThroughList> {
        let mut to_mend = Vec::new();
        let walk_throughs = newest_first(reader)?
            .into_iter()
            .map(|walk| {
                let steps: Vec<WalkStep> = all(reader, &walk.id)?;
                let fixes = fixes(reader, &walk.id, &steps)?;
                let kept = kept(&fixes);
                to_mend.extend(fixes.into_iter().filter(|line| !line.state.is_done()));
                Ok(WalkThroughLine {
                    steps: steps.len(),
                    to_talk_about: steps
                        .iter()
                        .filter(|step| !to_talk_about(step).is_empty())
                        .count(),
                    fixes: kept,
                    walk_through: walk,
                })
            })
            .collect::<Result<_>>()?;
        to_mend.sort_by_key(|line| (line.state != FixState::Overdue, line.fix.due));
        Ok(WalkThroughList {
            walk_throughs,
            to_mend,
        })
    }
}

/// Opens a walk-through: its steps beside those of the last one, what is to be mended, and what became of what was to be mended
/// the last time.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenWalkThrough {
    /// Which.
    pub id: WalkThroughId,
}

impl Query for OpenWalkThrough {
    type Answer = WalkThroughView;

    fn answer(self, reader: &ReadContext) -> Result<WalkThroughView> {
        let walk = walk_through(reader, &self.id)?;
        let steps: Vec<WalkStep> = all(reader, &walk.id)?;
        let previous: Option<WalkThrough> = match &walk.previous {
            Some(id) => rows::find(reader, id)?,
            None => None,
        };
        let earlier: Vec<WalkStep> = match &previous {
            Some(previous) => all(reader, &previous.id)?,
            None => Vec::new(),
        };
        let fixes = fixes(reader, &walk.id, &steps)?;
        let last = match previous {
            Some(previous) => {
                let fixes = self::fixes(reader, &previous.id, &earlier)?;
                let goes_on =
                    |step: &WalkStep| steps.iter().any(|now| now.continues.as_ref() == Some(&step.id));
                Some(LastTime {
                    kept: kept(&fixes),
                    fixes,
                    dropped: earlier
                        .iter()
                        .filter(|step| !goes_on(step))
                        .map(|step| step.name.clone())
                        .collect(),
                    id: previous.id,
                    held_on: previous.held_on,
                })
            }
            None => None,
        };
        Ok(WalkThroughView {
            steps: lines(reader, steps, &earlier)?,
            kept: kept(&fixes),
            fixes,
            last,
            is_latest: latest(reader)?.is_some_and(|latest| latest.id == walk.id),
            walk_through: walk,
        })
    }
}

fn kept(fixes: &[FixLine]) -> FixesKept {
    FixesKept::of(fixes.iter().map(|line| line.state))
}

fn lines(reader: &ReadContext, steps: Vec<WalkStep>, earlier: &[WalkStep]) -> Result<Vec<WalkStepLine>> {
    let before: HashMap<&WalkStepId, &WalkStep> = earlier.iter().map(|step| (&step.id, step)).collect();
    let phases: Vec<BuyingPhase> = rows::all(reader, "", [])?;
    let lines = steps.into_iter().map(|step| -> Result<WalkStepLine> {
        let phase = phases.iter().find(|phase| Some(&phase.id) == step.phase.as_ref());
        let before = step.continues.as_ref().and_then(|id| before.get(id));
        Ok(WalkStepLine {
            phase_name: phase.map(|phase| phase.name.clone()),
            piece: named_piece(reader, step.piece.as_ref())?,
            to_talk_about: to_talk_about(&step),
            is_rated: Side::BOTH.into_iter().all(|side| is_rated_by(&step, side)),
            before: before
                .map(|before| -> Result<StepBefore> {
                    Ok(StepBefore {
                        changed: changed(before, &step),
                        piece: named_piece(reader, before.piece.as_ref())?,
                        step: (*before).clone(),
                    })
                })
                .transpose()?,
            step,
        })
    });
    lines.collect()
}

/// Returns what is to be mended after a walk-through: what is not done first, by its day.
fn fixes(reader: &ReadContext, walk: &WalkThroughId, steps: &[WalkStep]) -> Result<Vec<FixLine>> {
    let today = reader.today();
    let fixes: Vec<Fix> = all(reader, walk)?;
    let mut lines: Vec<FixLine> = fixes
        .into_iter()
        .map(|fix| -> Result<FixLine> {
            let step = steps.iter().find(|step| Some(&step.id) == fix.step.as_ref());
            Ok(FixLine {
                state: state_of(&fix, today),
                age_days: (today - fix.found_on).num_days(),
                step_name: step.map(|step| step.name.clone()),
                piece: named_piece(reader, fix.piece.as_ref())?,
                fix,
            })
        })
        .collect::<Result<_>>()?;
    // The rest stays in its own order.
    lines.sort_by_key(|line| match line.state.is_done() {
        false => (false, line.fix.due),
        true => (true, line.fix.found_on),
    });
    Ok(lines)
}

/// Returns a piece by its name and where it stands; nothing where there is none, or it is gone.
fn named_piece(reader: &ReadContext, id: Option<&PieceId>) -> Result<Option<NamedPiece>> {
    let Some(id) = id else { return Ok(None) };
    let line = find_piece(reader, id)?;
    Ok(line.map(|line| NamedPiece {
        id: line.piece.id,
        title: line.piece.title,
        state: line.state,
        is_stale: line.is_stale,
        is_home_made: line.piece.is_home_made,
    }))
}
