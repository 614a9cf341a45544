//! The content matrix, worked out from the buyers, the library, its uses, and the leads.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
    sync::Arc,
};

use lockstep_workspace::{
    context::{Query, ReadContext},
    error::Result,
    list_items, rows,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    MatrixMark,
    leads_in_cells::{LeadsInCells, leads_in_cells},
    view::{ContentMatrix, Coverage, Gap, MatrixCell, MatrixHeading, MatrixNeed, MatrixPiece},
};
use crate::{
    buyers::{BuyingCycle, BuyingPhase, Insight, InsightKind, Persona},
    collateral::{
        PieceLine,
        catalogue::catalogue,
        in_use::usage::{AllUses, Usage},
        requests::CollateralRequest,
        standing::PieceState,
    },
    ids::{BuyingCycleId, ListItemId, MatrixMarkId, PieceId},
};

/// Shows the content matrix; nothing while the buying cycle has not begun.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenContentMatrix {}

impl Query for OpenContentMatrix {
    type Answer = Option<ContentMatrix>;

    fn answer(self, reader: &ReadContext) -> Result<Option<ContentMatrix>> {
        matrix(reader)
    }
}

/// Everything that cells are made of.
struct Parts {
    insights: HashMap<(ListItemId, ListItemId), Vec<Insight>>,
    marks: HashMap<MatrixMarkId, MatrixMark>,
    lines: Vec<Arc<PieceLine>>,
    uses: AllUses,
    requested: HashMap<(ListItemId, ListItemId), usize>,
}

/// Works out the content matrix.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub fn matrix(reader: &ReadContext) -> Result<Option<ContentMatrix>> {
    let cycle = BuyingCycleId::only();
    if rows::find::<BuyingCycle>(reader, &cycle)?.is_none() {
        return Ok(None);
    }
    let personas: Vec<Persona> = list_items::all(reader, &cycle)?;
    let phases: Vec<BuyingPhase> = list_items::all(reader, &cycle)?;
    let leads = leads_in_cells(reader, &personas, &phases)?;
    let parts = Parts::read(reader)?;
    let by_piece = parts.uses.by_piece();
    let mut cells = Vec::new();
    for (row, persona) in personas.iter().enumerate() {
        for (column, phase) in phases.iter().enumerate() {
            cells.push(parts.cell(persona, phase, (row, column), &leads, &by_piece));
        }
    }
    let mut gaps: Vec<Gap> = cells.iter().filter_map(gap).collect();
    gaps.sort_by_key(|gap| Reverse((gap.open.value.unwrap_or(i64::MAX), gap.open.leads)));
    let required = cells.iter().filter(|cell| cell.is_required).count();
    let covered = cells.iter().filter(|cell| cell.coverage == Coverage::Covered);
    let needs: HashSet<&ListItemId> = parts.insights.values().flatten().map(|one| &one.id).collect();
    let known =
        |id: &ListItemId| personas.iter().any(|one| one.id == *id) || phases.iter().any(|one| one.id == *id);
    let placeless = parts.lines.iter().filter(|line| {
        let piece = &line.piece;
        line.is_in_use()
            && !(piece.confirmed_personas().iter().any(known) && piece.confirmed_phases().iter().any(known))
            && !piece.needs.iter().any(|need| needs.contains(need))
    });
    let placeless: Vec<&Arc<PieceLine>> = placeless.collect();
    let proposed = placeless.iter().filter(|line| {
        let piece = &line.piece;
        piece.is_proposed("personas") || piece.is_proposed("phases")
    });
    Ok(Some(ContentMatrix {
        required,
        covered: covered.count(),
        proposed: proposed.count(),
        placeless: placeless.len(),
        personas: personas
            .into_iter()
            .map(|one| MatrixHeading {
                id: one.id,
                name: one.name,
            })
            .collect(),
        phases: phases
            .into_iter()
            .map(|one| MatrixHeading {
                id: one.id,
                name: one.name,
            })
            .collect(),
        cells,
        gaps,
        has_leads: leads.any,
        outside: leads.outside.clone(),
    }))
}

impl Parts {
    fn read(reader: &ReadContext) -> Result<Self> {
        let all: Vec<Insight> = list_items::all(reader, &BuyingCycleId::only())?;
        let mut insights: HashMap<_, Vec<Insight>> = HashMap::new();
        for insight in all {
            let cell = (insight.persona.clone(), insight.phase.clone());
            insights.entry(cell).or_default().push(insight);
        }
        let marks: Vec<MatrixMark> = rows::all(reader, "", [])?;
        let requests: Vec<CollateralRequest> = rows::all(reader, "", [])?;
        let mut requested: HashMap<_, usize> = HashMap::new();
        for asks in requests {
            if let (true, Some(persona), Some(phase)) = (asks.state().is_owed(), asks.persona, asks.phase) {
                *requested.entry((persona, phase)).or_default() += 1;
            }
        }
        // A retired piece answers nothing.
        let lines: Vec<Arc<PieceLine>> = catalogue(reader)?
            .lines()
            .filter(|line| line.state != PieceState::Retired)
            .cloned()
            .collect();
        Ok(Self {
            insights,
            marks: marks.into_iter().map(|mark| (mark.id.clone(), mark)).collect(),
            lines,
            uses: AllUses::read(reader)?,
            requested,
        })
    }

    fn cell(
        &self,
        persona: &Persona,
        phase: &BuyingPhase,
        at: (usize, usize),
        leads: &LeadsInCells,
        by_piece: &HashMap<&PieceId, Vec<&crate::collateral::in_use::PieceUse>>,
    ) -> MatrixCell {
        let known = self
            .insights
            .get(&(persona.id.clone(), phase.id.clone()))
            .map(Vec::as_slice)
            .unwrap_or_default();
        let of_kind = |kind| known.iter().filter(move |one: &&Insight| one.kind == kind);
        let texts = |kind| of_kind(kind).map(|one| one.text.clone()).collect();
        let needs: Vec<MatrixNeed> = of_kind(InsightKind::Need)
            .map(|need| {
                let answers = |line: &&Arc<PieceLine>| line.piece.needs.contains(&need.id);
                let ids = |in_use: bool| {
                    let those = self.lines.iter().filter(answers);
                    those
                        .filter(|line| line.is_in_use() == in_use)
                        .map(|line| line.piece.id.clone())
                        .collect()
                };
                let mark = self
                    .marks
                    .get(&MatrixMark::id_of(&persona.id, &phase.id, Some(&need.id)));
                MatrixNeed {
                    id: need.id.clone(),
                    text: need.text.clone(),
                    answered_by: ids(true),
                    waiting: ids(false),
                    not_needed_because: mark.map_or_else(String::new, |mark| mark.not_needed_because.clone()),
                }
            })
            .collect();
        let is_here = |line: &&Arc<PieceLine>| {
            let piece = &line.piece;
            line.is_in_use()
                && (piece.confirmed_personas().contains(&persona.id)
                    && piece.confirmed_phases().contains(&phase.id)
                    || needs.iter().any(|need| need.answered_by.contains(&piece.id)))
        };
        let pieces: Vec<MatrixPiece> = self
            .lines
            .iter()
            .filter(is_here)
            .map(|line| {
                let uses = by_piece
                    .get(&line.piece.id)
                    .map(Vec::as_slice)
                    .unwrap_or_default();
                MatrixPiece {
                    id: line.piece.id.clone(),
                    title: line.piece.title.clone(),
                    kind: line.piece.kind,
                    approved_on: line.approved_on,
                    review_by: line.piece.review_by,
                    usage: Usage::of(uses.iter().copied(), &self.uses.movements),
                }
            })
            .collect();
        let mark = self.marks.get(&MatrixMark::id_of(&persona.id, &phase.id, None));
        let wants = || needs.iter().filter(|need| need.not_needed_because.is_empty());
        let (wanted, answered) = (
            wants().count(),
            wants().filter(|need| !need.answered_by.is_empty()).count(),
        );
        let is_required = mark.map_or(wanted > 0, |mark| mark.is_required);
        let uses_here = self.uses.uses.iter().filter(|used| {
            used.persona.as_ref() == Some(&persona.id) && used.phase.as_ref() == Some(&phase.id)
        });
        MatrixCell {
            persona: persona.id.clone(),
            phase: phase.id.clone(),
            coverage: coverage(is_required, wanted, answered, pieces.len()),
            is_required,
            is_decided: mark.is_some(),
            not_needed_because: mark.map_or_else(String::new, |mark| mark.not_needed_because.clone()),
            wanted,
            answered,
            needs,
            triggers: texts(InsightKind::Trigger),
            stoppers: texts(InsightKind::Stopper),
            pieces,
            usage: Usage::of(uses_here, &self.uses.movements),
            open: leads.cells.get(&at).cloned().unwrap_or_default(),
            requested: self
                .requested
                .get(&(persona.id.clone(), phase.id.clone()))
                .copied()
                .unwrap_or(0),
        }
    }
}

/// Returns how far a cell is covered: every need that wants a piece has one, or some have, or none; where no need is known, a cell
/// that is required has a piece or has not.
fn coverage(is_required: bool, wanted: usize, answered: usize, pieces: usize) -> Coverage {
    if !is_required {
        return Coverage::NotRequired;
    }
    match (wanted, answered) {
        (0, _) if pieces > 0 => Coverage::Covered,
        (0, _) => Coverage::Gap,
        (wanted, answered) if answered == wanted => Coverage::Covered,
        (_, 0) => Coverage::Gap,
        _ => Coverage::Partly,
    }
}

fn gap(cell: &MatrixCell) -> Option<Gap> {
    matches!(cell.coverage, Coverage::Gap | Coverage::Partly).then(|| Gap {
        persona: cell.persona.clone(),
        phase: cell.phase.clone(),
        needs: cell
            .needs
            .iter()
            .filter(|need| need.answered_by.is_empty() && need.not_needed_because.is_empty())
            .cloned()
            .collect(),
        open: cell.open.clone(),
        requested: cell.requested,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_covered_when_every_need_that_wants_a_piece_has_one() {
        assert_eq!(coverage(false, 3, 0, 0), Coverage::NotRequired);
        assert_eq!(coverage(true, 3, 3, 1), Coverage::Covered);
        assert_eq!(coverage(true, 3, 1, 4), Coverage::Partly);
        assert_eq!(coverage(true, 3, 0, 4), Coverage::Gap);
        assert_eq!(coverage(true, 0, 0, 0), Coverage::Gap);
        assert_eq!(coverage(true, 0, 0, 1), Coverage::Covered);
    }
}
