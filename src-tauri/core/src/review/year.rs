//! Where the year stands, for somebody with one minute: how each joint goal fares today, and the facts on how well both sides keep
//! together (P65). Facts only: there is no grade that somebody would have to believe.

use chrono::NaiveDate;
use lockstep_workspace::{
    agreements::queries,
    calendar::FiscalYear,
    context::{Query, ReadContext},
    error::Result,
    people::Side,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    ReviewKind,
    carrying::in_order,
    goals::{GoalsPart, goals},
    period::ReviewPeriod,
    queries::{line, pulse},
    view::{PulsePoint, ReviewLine},
};
use crate::{
    collateral::stale_pieces,
    definition::{attainment::PromisesKept, subject::DEFINITION},
    ids::DefinitionId,
    leads::{columns::lead_columns, ledger::ListLeads},
};

/// Shows where the fiscal year stands in which it is today.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowYear {}

/// How often one side kept what it promised this year, of what was due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct KeptBySide {
    /// The side.
    pub side: Side,
    /// Kept on time.
    pub kept: i64,
    /// Of so many that were due.
    pub due: i64,
}

/// Facts on how well both sides keep together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Alignment {
    /// The version of this year's plan in force.
    pub plan: Option<u32>,
    /// The version of the definition in force.
    pub definition: Option<u32>,
    /// Of the quarterly reviews of this year whose time has come, how many were closed by the end of the next quarter.
    pub reviews_in_time: i64,
    /// How many those are: their day has passed.
    pub reviews_due: i64,
    /// What both sides kept of their promises this year; nothing where nothing is promised or known.
    pub promises: Vec<KeptBySide>,
    /// The pulse of the last review.
    pub pulse: Option<PulsePoint>,
}

/// Where the year stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct YearSoFar {
    /// The number of the year.
    pub year: i32,
    /// "FY27".
    pub label: String,
    /// How its goals fare today.
    pub goals: GoalsPart,
    /// The review that is next.
    pub next: Option<ReviewLine>,
    /// How well both sides keep together.
    pub alignment: Alignment,
    /// What nobody has taken care of.
    pub left_lying: LeftLying,
}

/// What is left lying on either side, each with the list behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftLying {
    /// Leads that came in this year and were lost or ignored: not contacted within the promise, or abandoned. Nothing where no lead
    /// was imported.
    pub leads: Option<i64>,
    /// Approved pieces whose review date has passed; nothing where there is no piece.
    pub stale_pieces: Option<i64>,
    /// The first day of the year, by which its leads are listed.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
}

fn left_lying(reader: &ReadContext, year: FiscalYear) -> Result<LeftLying> {
    let (from, to) = (year.first_day(), year.last_day());
    let leads = match lead_columns(reader)?.rows() {
        0 => None,
        _ => {
            let ignored = ListLeads {
                lost_or_ignored: Some(true),
                from: Some(from),
                to: Some(to),
                limit: Some(0),
                ..ListLeads::default()
            };
            Some(ignored.answer(reader)?.total)
        }
    };
    Ok(LeftLying {
        leads,
        stale_pieces: stale_pieces(reader)?,
        from,
        to,
    })
}

impl Query for ShowYear {
    type Answer = YearSoFar;

    fn answer(self, reader: &ReadContext) -> Result<YearSoFar> {
        let (today, start) = (reader.today(), reader.company()?.fiscal_start);
        let year = FiscalYear::of(today, start)?;
        let quarters = (1..=ReviewKind::Quarter.in_a_year())
            .map(|number| ReviewPeriod::new(year.number(), ReviewKind::Quarter, number, start))
            .collect::<Result<Vec<_>>>()?;
        let current = quarters
            .into_iter()
            .find(|quarter| today <= quarter.span().to)
            .map(|quarter| quarter.days(today));
        let goals = match &current {
            Some(days) => goals(reader, year, days)?,
            None => GoalsPart {
                goals: Vec::new(),
                version: None,
                notes: Vec::new(),
            },
        };
        let ordered = in_order(reader)?;
        let next = ordered.iter().find(|(_, review)| review.closed_at.is_none());
        let (mut due, mut in_time) = (0, 0);
        for (period, review) in &ordered {
            let is_over = period.span().to < today;
            let is_due = review.kind == ReviewKind::Quarter && is_over && review.held_on <= today;
            if is_due && review.year == year.number() {
                due += 1;
                in_time += i64::from(line(reader, *period, review)?.was_in_time == Some(true));
            }
        }
        let kept = PromisesKept {
            from: Some(year.first_day()),
            to: Some(year.last_day()),
        }
        .answer(reader)?;
        let promises = kept.sides.into_iter().filter_map(|side| {
            side.kept.basis_points?;
            Some(KeptBySide {
                side: side.side,
                kept: side.kept.part,
                due: side.kept.n,
            })
        });
        let mut promises: Vec<KeptBySide> = promises.collect();
        // The sides stand in one order everywhere, whatever each of them promised first.
        promises.sort_by_key(|kept| kept.side);
        let definition = queries::standing(reader, &DEFINITION, DefinitionId::only().as_str())?;
        Ok(YearSoFar {
            year: year.number(),
            label: year.label(),
            alignment: Alignment {
                plan: goals.version,
                definition: definition
                    .iter()
                    .filter(|version| version.in_force_since.is_some())
                    .filter_map(|version| version.version)
                    .max(),
                reviews_in_time: in_time,
                reviews_due: due,
                // Both sides or neither: one alone would be a finger pointed.
                promises: if promises.len() == Side::BOTH.len() {
                    promises
                } else {
                    Vec::new()
                },
                pulse: pulse(reader)?.pop(),
            },
            left_lying: left_lying(reader, year)?,
            next: next
                .map(|(period, review)| line(reader, *period, review))
                .transpose()?,
            goals,
        })
    }
}
