//! What screens ask of uses: those of a piece, those that nobody has rated, the deals that can be named, and how all pieces fare.

use std::{cmp::Reverse, sync::Arc};

use lockstep_workspace::{
    context::{Query, ReadContext},
    error::Result,
    list_items, rows,
};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Movement, PieceUse,
    actions::name_of,
    movement::movements,
    taking::{TakenCounts, taken},
    usage::{AllUses, Usage},
};
use crate::{
    buyers::{BuyingPhase, BuyingPhaseId, Persona, PersonaId, rules},
    collateral::{PieceLine, PieceState, catalogue::catalogue, requests::RequestKind, settings::settings},
    ids::{BuyingCycleId, LeadId, OpportunityId, PieceId},
    leads::{
        Outcome,
        tables::{Lead, Opportunity},
    },
};

/// So many pieces, uses or deals are told at once.
const AT_ONCE: usize = 60;
/// So many deals are offered while one types.
const OFFERED: i64 = 12;

/// A use as it stands in a list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct UseLine {
    /// The use.
    #[serde(rename = "use")]
    pub used: PieceUse,
    /// What the piece is called.
    pub piece_title: String,
    /// What became of the deal as imports tell it; nothing where it was not imported.
    pub movement: Option<Movement>,
}

/// Lists uses, the latest first: of one piece, or those whose seller has not said yet how they went.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ListUses {
    /// The piece.
    #[ts(optional)]
    pub piece: Option<PieceId>,
    /// Whether only those are wanted that nobody has rated.
    #[ts(optional)]
    pub unrated: Option<bool>,
}

/// Some uses, and what they come to.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct UseList {
    /// The latest uses, 60 at most.
    pub uses: Vec<UseLine>,
    /// What all of them come to.
    pub usage: Usage,
    /// Within how many days of a use a deal has to move to count.
    pub moved_within_days: i64,
}

impl Query for ListUses {
    type Answer = UseList;

    fn answer(self, reader: &ReadContext) -> Result<UseList> {
        let within = settings(reader)?.moved_within_days;
        let mut uses: Vec<PieceUse> = match &self.piece {
            Some(piece) => rows::all(
                reader,
                "WHERE piece = ?1 ORDER BY used_on DESC, created_at DESC, id",
                [piece],
            )?,
            None => rows::all(reader, "ORDER BY used_on DESC, created_at DESC, id", [])?,
        };
        if self.unrated == Some(true) {
            uses.retain(|used| !used.is_rated());
        }
        let movements = movements(reader, uses.iter(), within)?;
        let usage = Usage::of(uses.iter(), &movements);
        let mut title = reader
            .db()
            .prepare_cached("SELECT title FROM piece WHERE id = ?1")?;
        let uses = uses
            .into_iter()
            .take(AT_ONCE)
            .map(|used| {
                Ok(UseLine {
                    piece_title: title.query_row([&used.piece], |row| row.get(0))?,
                    movement: movements.get(&used.id).copied(),
                    used,
                })
            })
            .collect::<Result<_>>()?;
        Ok(UseList {
            uses,
            usage,
            moved_within_days: within,
        })
    }
}

/// Finds imported opportunities by their names, so that a use can name one: open ones first, the latest first.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindDeals {
    /// A part of the name, the customer or the id; the latest ones where it is empty.
    pub text: String,
}

/// An opportunity that a use can name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DealChoice {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// What it is called.
    pub name: String,
    /// The word of the file for its stage.
    pub stage: Option<String>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// The persona that the job title of its lead tells of.
    pub persona: Option<PersonaId>,
    /// The phase in which it is.
    pub phase: Option<BuyingPhaseId>,
}

impl Query for FindDeals {
    type Answer = Vec<DealChoice>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<DealChoice>> {
        let text = self.text.trim().to_lowercase();
        let found: Vec<Opportunity> = rows::all(
            reader,
            "WHERE ?1 = '' OR instr(lower(coalesce(name, '') || ' ' || coalesce(company, '') || ' ' || coalesce(external_id, '')), ?1) > 0
             ORDER BY outcome IS NOT NULL AND outcome <> 'open', created_on DESC, id LIMIT ?2",
            params![text, OFFERED],
        )?;
        let cycle = BuyingCycleId::only();
        let personas: Vec<Persona> = list_items::all(reader, &cycle)?;
        let phases: Vec<BuyingPhase> = list_items::all(reader, &cycle)?;
        found
            .into_iter()
            .map(|one| {
                let lead: Option<&LeadId> = one.lead.as_ref().or(one.carried_by.as_ref());
                let lead: Option<Lead> = lead.map(|lead| rows::find(reader, lead)).transpose()?.flatten();
                let title = lead.as_ref().and_then(|lead| lead.title.as_deref());
                Ok(DealChoice {
                    name: name_of(&one),
                    persona: title.and_then(|title| rules::persona_of_title(&personas, title)),
                    phase: rules::phase_of(
                        &phases,
                        lead.as_ref().and_then(|lead| lead.stage),
                        one.stage_said.as_deref(),
                    ),
                    stage: one.stage_said,
                    outcome: one.outcome,
                    opportunity: one.id,
                })
            })
            .collect()
    }
}

/// Which pieces a report of their use lists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum UsageShelf {
    /// All that were used, the most used first.
    #[default]
    Used,
    /// Approved, and never used in a deal.
    NeverUsed,
    /// Used in a deal though not approved by both sides.
    NotApproved,
    /// Made by somebody for themselves, and used (P53).
    HomeMade,
    /// Reported as too generic, and not answered yet (P52).
    Generic,
    /// Used in a deal, and nobody has said how it went.
    Unrated,
}

/// Says how all pieces fare.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ReportUsage {
    /// Which pieces are listed.
    #[ts(optional)]
    pub shelf: Option<UsageShelf>,
}

/// A piece and how it fares.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PieceInUse {
    /// The piece.
    #[serde(flatten)]
    pub line: PieceLine,
    /// What its uses come to.
    pub usage: Usage,
    /// How often it was taken out of the library.
    pub taken: TakenCounts,
}

/// How many pieces stand on each shelf of the report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct UsageCounts {
    /// Used in a deal.
    pub used: usize,
    /// Approved, and never used in a deal.
    pub never_used: usize,
    /// Used though not approved.
    pub not_approved: usize,
    /// Home-made and used.
    pub home_made: usize,
    /// Reported as too generic, and not answered yet.
    pub generic: usize,
    /// Used, and nobody has said how it went.
    pub unrated: usize,
}

/// How all pieces fare.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct UsageReport {
    /// The pieces of the shelf, 60 at most.
    pub pieces: Vec<PieceInUse>,
    /// How many stand on it.
    pub total: usize,
    /// How many stand on each.
    pub counts: UsageCounts,
    /// How many pieces both sides have approved as they are.
    pub approved: usize,
    /// How many of these were used in at least one deal. Use rate = this ÷ approved.
    pub approved_and_used: usize,
    /// What all uses come to.
    pub usage: Usage,
    /// Within how many days of a use a deal has to move to count.
    pub moved_within_days: i64,
}

impl Query for ReportUsage {
    type Answer = UsageReport;

    fn answer(self, reader: &ReadContext) -> Result<UsageReport> {
        let all = AllUses::read(reader)?;
        let by_piece = all.by_piece();
        let taken = taken(reader)?;
        let library = catalogue(reader)?;
        let generic = crate::collateral::requests::queries::open_of_kind(reader, RequestKind::Generic)?;
        let stands = |line: &PieceLine, shelf| {
            let is_used = by_piece.contains_key(&line.piece.id);
            match shelf {
                UsageShelf::Used => is_used,
                UsageShelf::NeverUsed => !is_used && line.state == PieceState::Approved,
                UsageShelf::NotApproved => is_used && line.was_never_approved(),
                UsageShelf::HomeMade => is_used && line.piece.is_home_made,
                UsageShelf::Generic => generic.contains(&line.piece.id),
                UsageShelf::Unrated => by_piece
                    .get(&line.piece.id)
                    .is_some_and(|uses| uses.iter().any(|used| !used.is_rated())),
            }
        };
        let count = |shelf| library.lines().filter(|line| stands(line, shelf)).count();
        let counts = UsageCounts {
            used: count(UsageShelf::Used),
            never_used: count(UsageShelf::NeverUsed),
            not_approved: count(UsageShelf::NotApproved),
            home_made: count(UsageShelf::HomeMade),
            generic: count(UsageShelf::Generic),
            unrated: count(UsageShelf::Unrated),
        };
        let approved = || library.lines().filter(|line| line.state == PieceState::Approved);
        let shelf = self.shelf.unwrap_or_default();
        let mut wanted: Vec<&Arc<PieceLine>> = library.lines().filter(|line| stands(line, shelf)).collect();
        wanted.sort_by_key(|line| Reverse(by_piece.get(&line.piece.id).map_or(0, Vec::len)));
        let total = wanted.len();
        let pieces = wanted.into_iter().take(AT_ONCE).map(|line| {
            let uses = by_piece
                .get(&line.piece.id)
                .map(Vec::as_slice)
                .unwrap_or_default();
            PieceInUse {
                usage: Usage::of(uses.iter().copied(), &all.movements),
                taken: taken.get(&line.piece.id).copied().unwrap_or_default(),
                line: PieceLine::clone(line),
            }
        });
        Ok(UsageReport {
            pieces: pieces.collect(),
            total,
            counts,
            approved: approved().count(),
            approved_and_used: approved().filter(|line| stands(line, UsageShelf::Used)).count(),
            usage: Usage::of(all.uses.iter(), &all.movements),
            moved_within_days: settings(reader)?.moved_within_days,
        })
    }
}
