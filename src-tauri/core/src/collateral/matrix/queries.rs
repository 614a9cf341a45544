//! The content matrix, worked out from the buyers, the library, its uses, and the leads.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
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
    buyers::{BuyingCycle, BuyingPhase, BuyingPhaseId, Insight, InsightKind, Persona, PersonaId},
    collateral::{
        PieceLine,
        catalogue::{Catalogue, catalogue},
        in_use::{
            PieceUse,
            usage::{AllUses, Usage},
        },
        requests::CollateralRequest,
        standing::PieceState,
    },
    ids::{BuyingCycleId, ListItemId, MatrixMarkId, PieceId},
};

/// Shows the content matrix; nothing while the buying cycle has not begun.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct OpenContentMatrix {
    /// So many pieces are named in each cell and for each need, by title, with how many there are; all where nothing is said.
    #[ts(optional)]
    pub at_most: Option<usize>,
}

impl Query for OpenContentMatrix {
    type Answer = Option<ContentMatrix>;

    fn answer(self, reader: &ReadContext) -> Result<Option<ContentMatrix>> {
        matrix(reader, self.at_most.unwrap_or(usize::MAX))
    }
}

/// Shows one cell of the content matrix with all its pieces; nothing where persona or phase is not there any more.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenMatrixCell {
    /// The persona.
    pub persona: PersonaId,
    /// The phase.
    pub phase: BuyingPhaseId,
}

impl Query for OpenMatrixCell {
    type Answer = Option<MatrixCell>;

    fn answer(self, reader: &ReadContext) -> Result<Option<MatrixCell>> {
        let Some((parts, leads)) = Parts::read(reader, usize::MAX)? else {
            return Ok(None);
        };
        let row = parts.personas.iter().position(|one| one.id == self.persona);
        let column = parts.phases.iter().position(|one| one.id == self.phase);
        let uses = UsesBy::of(&parts.uses);
        Ok(row.zip(column).and_then(|at| parts.cell(at, &leads, &uses)))
    }
}

/// Everything that cells are made of.
struct Parts {
    personas: Vec<Persona>,
    phases: Vec<BuyingPhase>,
    insights: HashMap<Cell, Vec<Insight>>,
    marks: HashMap<MatrixMarkId, MatrixMark>,
    library: Arc<Catalogue>,
    pieces: PiecesBy,
    uses: AllUses,
    requested: HashMap<Cell, usize>,
    /// So many pieces are named at a time.
    at_most: usize,
}

/// A persona in a phase.
type Cell = (PersonaId, BuyingPhaseId);

/// The places of pieces in the library by what they are made for: each list in the order of the library. A retired piece is in none.
struct PiecesBy {
    /// By the insights that they answer.
    insight: HashMap<ListItemId, Vec<usize>>,
    /// Those in use, by the places of persona and phase.
    cell: HashMap<(usize, usize), Vec<usize>>,
    /// How many of those in use are made for no cell and answer nothing.
    placeless: usize,
    /// Of how many of those a persona or a phase is proposed.
    proposed: usize,
}

impl PiecesBy {
    /// Goes through the library once, however many cells there are.
    fn of<'i>(
        library: &Catalogue,
        personas: &[Persona],
        phases: &[BuyingPhase],
        insights: impl Iterator<Item = &'i Insight>,
    ) -> Self {
        let places = |ids: &mut dyn Iterator<Item = &ListItemId>| -> HashMap<ListItemId, usize> {
            ids.cloned().zip(0..).collect()
        };
        let rows = places(&mut personas.iter().map(|one| &one.id));
        let columns = places(&mut phases.iter().map(|one| &one.id));
        let mut all = Self {
            insight: insights.map(|one| (one.id.clone(), Vec::new())).collect(),
            cell: HashMap::new(),
            placeless: 0,
            proposed: 0,
        };
        for (place, line) in library.lines().enumerate() {
            if line.state == PieceState::Retired {
                continue;
            }
            let piece = &line.piece;
            let in_use = line.is_in_use();
            let mut has_place = false;
            for need in &piece.needs {
                if let Some(answers) = all.insight.get_mut(need) {
                    // A need that a piece names twice is answered by it once.
                    if answers.last() != Some(&place) {
                        answers.push(place);
                    }
                    has_place = true;
                }
            }
            if !in_use {
                continue;
            }
            for row in piece.confirmed_personas().iter().filter_map(|id| rows.get(id)) {
                for column in piece.confirmed_phases().iter().filter_map(|id| columns.get(id)) {
                    all.cell.entry((*row, *column)).or_default().push(place);
                    has_place = true;
                }
            }
            let is_proposed = || piece.is_proposed("personas") || piece.is_proposed("phases");
            all.placeless += usize::from(!has_place);
            all.proposed += usize::from(!has_place && is_proposed());
        }
        all
    }
}

/// Uses by what they were of, and where.
struct UsesBy<'u> {
    piece: HashMap<&'u PieceId, Vec<&'u PieceUse>>,
    cell: HashMap<(&'u PersonaId, &'u BuyingPhaseId), Vec<&'u PieceUse>>,
}

impl<'u> UsesBy<'u> {
    fn of(uses: &'u AllUses) -> Self {
        let mut cell: HashMap<_, Vec<&PieceUse>> = HashMap::new();
        for used in &uses.uses {
            if let (Some(persona), Some(phase)) = (&used.persona, &used.phase) {
                cell.entry((persona, phase)).or_default().push(used);
            }
        }
        Self {
            piece: uses.by_piece(),
            cell,
        }
    }
}

/// Works out the content matrix, with so many pieces named in each cell and for each need.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub fn matrix(reader: &ReadContext, at_most: usize) -> Result<Option<ContentMatrix>> {
    let Some((parts, leads)) = Parts::read(reader, at_most)? else {
        return Ok(None);
    };
    let uses = UsesBy::of(&parts.uses);
    let places = (0..parts.personas.len()).flat_map(|row| (0..parts.phases.len()).map(move |at| (row, at)));
    let cells: Vec<MatrixCell> = places.filter_map(|at| parts.cell(at, &leads, &uses)).collect();
    let mut gaps: Vec<Gap> = cells.iter().filter_map(gap).collect();
    gaps.sort_by_key(|gap| Reverse((gap.open.value.unwrap_or(i64::MAX), gap.open.leads)));
    let required = cells.iter().filter(|cell| cell.is_required).count();
    let covered = cells.iter().filter(|cell| cell.coverage == Coverage::Covered);
    let heading = |id: &ListItemId, name: &str| MatrixHeading {
        id: id.clone(),
        name: name.to_owned(),
    };
    Ok(Some(ContentMatrix {
        required,
        covered: covered.count(),
        placeless: parts.pieces.placeless,
        proposed: parts.pieces.proposed,
        personas: parts
            .personas
            .iter()
            .map(|one| heading(&one.id, &one.name))
            .collect(),
        phases: parts
            .phases
            .iter()
            .map(|one| heading(&one.id, &one.name))
            .collect(),
        cells,
        gaps,
        has_leads: leads.any,
        outside: leads.outside.clone(),
    }))
}

impl Parts {
    /// Reads them, with where the open leads sit; nothing while the buying cycle has not begun.
    fn read(reader: &ReadContext, at_most: usize) -> Result<Option<(Self, Arc<LeadsInCells>)>> {
        let cycle = BuyingCycleId::only();
        if rows::find::<BuyingCycle>(reader, &cycle)?.is_none() {
            return Ok(None);
        }
        let personas: Vec<Persona> = list_items::all(reader, &cycle)?;
        let phases: Vec<BuyingPhase> = list_items::all(reader, &cycle)?;
        let leads = leads_in_cells(reader, &personas, &phases)?;
        let all: Vec<Insight> = list_items::all(reader, &cycle)?;
        let mut insights: HashMap<Cell, Vec<Insight>> = HashMap::new();
        for insight in all {
            let cell = (insight.persona.clone(), insight.phase.clone());
            insights.entry(cell).or_default().push(insight);
        }
        let marks: Vec<MatrixMark> = rows::all(reader, "", [])?;
        let requests: Vec<CollateralRequest> = rows::all(reader, "", [])?;
        let mut requested: HashMap<Cell, usize> = HashMap::new();
        for asks in requests {
            if let (true, Some(persona), Some(phase)) = (asks.state().is_owed(), asks.persona, asks.phase) {
                *requested.entry((persona, phase)).or_default() += 1;
            }
        }
        let library = catalogue(reader)?;
        let parts = Self {
            pieces: PiecesBy::of(&library, &personas, &phases, insights.values().flatten()),
            library,
            personas,
            phases,
            insights,
            marks: marks.into_iter().map(|mark| (mark.id.clone(), mark)).collect(),
            uses: AllUses::read(reader)?,
            requested,
            at_most,
        };
        Ok(Some((parts, leads)))
    }

    /// Returns the pieces at some places in the library.
    fn lines<'p>(&'p self, places: impl Iterator<Item = usize> + 'p) -> impl Iterator<Item = &'p PieceLine> {
        places.filter_map(|place| Some(&*self.library.entries().get(place)?.line))
    }

    /// Returns a need, and the places of the pieces in use that answer it.
    fn need(&self, need: &Insight) -> (MatrixNeed, Vec<usize>) {
        let known = self.pieces.insight.get(&need.id).map(Vec::as_slice);
        let (answered, waiting): (Vec<usize>, Vec<usize>) =
            known.unwrap_or_default().iter().partition(|place| {
                let entry = self.library.entries().get(**place);
                entry.is_some_and(|entry| entry.line.is_in_use())
            });
        let ids = |places: &[usize]| {
            let some = self.lines(places.iter().copied().take(self.at_most));
            some.map(|line| line.piece.id.clone()).collect()
        };
        let mark = MatrixMark::id_of(&need.persona, &need.phase, Some(&need.id));
        let mark = self.marks.get(&mark);
        let told = MatrixNeed {
            id: need.id.clone(),
            text: need.text.clone(),
            answered_by: ids(&answered),
            answered_by_in_all: answered.len(),
            waiting: ids(&waiting),
            waiting_in_all: waiting.len(),
            not_needed_because: mark.map_or_else(String::new, |mark| mark.not_needed_because.clone()),
        };
        (told, answered)
    }

    fn piece(&self, line: &PieceLine, uses: &UsesBy) -> MatrixPiece {
        let of_it = uses.piece.get(&line.piece.id).map(Vec::as_slice);
        MatrixPiece {
            id: line.piece.id.clone(),
            title: line.piece.title.clone(),
            kind: line.piece.kind,
            approved_on: line.approved_on,
            review_by: line.piece.review_by,
            usage: Usage::of(of_it.unwrap_or_default().iter().copied(), &self.uses.movements),
        }
    }

    fn cell(&self, at: (usize, usize), leads: &LeadsInCells, uses: &UsesBy) -> Option<MatrixCell> {
        let cell = (
            self.personas.get(at.0)?.id.clone(),
            self.phases.get(at.1)?.id.clone(),
        );
        let known = self.insights.get(&cell).map(Vec::as_slice).unwrap_or_default();
        let of_kind = |kind| known.iter().filter(move |one: &&Insight| one.kind == kind);
        let texts = |kind| of_kind(kind).map(|one| one.text.clone()).collect();
        let mut here: BTreeSet<usize> = BTreeSet::new();
        here.extend(self.pieces.cell.get(&at).into_iter().flatten());
        let mut needs = Vec::new();
        for need in of_kind(InsightKind::Need) {
            let (need, answered) = self.need(need);
            needs.push(need);
            here.extend(answered);
        }
        let mark = self.marks.get(&MatrixMark::id_of(&cell.0, &cell.1, None));
        let wants = || needs.iter().filter(|need| need.not_needed_because.is_empty());
        let (wanted, answered) = (
            wants().count(),
            wants().filter(|need| need.answered_by_in_all > 0).count(),
        );
        let is_required = mark.map_or(wanted > 0, |mark| mark.is_required);
        let uses_here = uses
            .cell
            .get(&(&cell.0, &cell.1))
            .map(Vec::as_slice)
            .unwrap_or_default();
        Some(MatrixCell {
            coverage: coverage(is_required, wanted, answered, here.len()),
            is_required,
            is_decided: mark.is_some(),
            not_needed_because: mark.map_or_else(String::new, |mark| mark.not_needed_because.clone()),
            wanted,
            answered,
            needs,
            triggers: texts(InsightKind::Trigger),
            stoppers: texts(InsightKind::Stopper),
            pieces_in_all: here.len(),
            pieces: self
                .lines(here.into_iter().take(self.at_most))
                .map(|line| self.piece(line, uses))
                .collect(),
            usage: Usage::of(uses_here.iter().copied(), &self.uses.movements),
            open: leads.cells.get(&at).cloned().unwrap_or_default(),
            requested: self.requested.get(&cell).copied().unwrap_or(0),
            persona: cell.0,
            phase: cell.1,
        })
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
            .filter(|need| need.answered_by_in_all == 0 && need.not_needed_because.is_empty())
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
