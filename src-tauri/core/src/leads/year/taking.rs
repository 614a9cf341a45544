//! Taking a year of the leads into a plan's look back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::LeadYear;
use crate::{
    ids::PlanId,
    plan::{
        LookBack, Plan,
        look_back::Taken,
        rules::{checks, last_year, season},
    },
};
use lockstep_workspace::{
    calendar::{self, FiscalYear},
    context::{Action, Query, ReadContext, Transaction},
    error::{Error, Result},
    rows,
};

/// Fills last year's numbers of a plan from the leads and opportunities that were taken in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TakeLookBackFromLeads {
    /// The plan.
    pub plan: PlanId,
}

impl Action for TakeLookBackFromLeads {
    type Outcome = Taken;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let plan: Plan = rows::get(reader, &self.plan, "This plan")?;
        Ok(format!(
            "Take last year’s numbers from our leads into plan {}",
            calendar::label(plan.year)
        ))
    }

    fn apply(self, change: &mut Transaction) -> Result<Taken> {
        crate::plan::actions::must_be_editable(change, &self.plan)?;
        let plan: Plan = rows::get(change, &self.plan, "This plan")?;
        let last = LeadYear { year: plan.year - 1 }.answer(change)?;
        if last.leads.is_none() && last.opportunities.is_none() {
            return Err(Error::refused(format!(
                "No lead and no opportunity of {} was taken in.",
                FiscalYear::new(last.year, change.company()?.fiscal_start)?.label()
            ))
            .hint("Take in an export of last year’s leads and opportunities, or type the numbers."));
        }
        let mut numbers: LookBack = rows::get(change, &self.plan, "This look back")?;
        let mut taken = Taken::default();
        // Days are far below 2^53.
        #[allow(clippy::cast_possible_truncation)]
        let cycle_days = last.cycle_days.map(|days| days.round() as i64);
        let LookBack {
            leads,
            accepted,
            sql,
            opportunities,
            won,
            lost,
            revenue,
            sourced_revenue,
            cycle_days: cycle,
            ..
        } = &mut numbers;
        for (name, field, words, value) in [
            ("leads", leads, "Leads", last.leads),
            ("accepted", accepted, "Accepted leads", last.accepted),
            ("sql", sql, "SQL", last.sql),
            (
                "opportunities",
                opportunities,
                "Opportunities",
                last.opportunities,
            ),
            ("won", won, "Won", last.won),
            ("lost", lost, "Lost", last.lost),
            ("revenue", revenue, "Revenue", last.revenue),
            (
                "sourced_revenue",
                sourced_revenue,
                "Revenue sourced by marketing",
                last.sourced_revenue,
            ),
            ("cycle_days", cycle, "Cycle", cycle_days),
        ] {
            match value {
                Some(value) => {
                    *field = Some(value);
                    taken.count += 1;
                }
                None => {
                    let why = last.because.get(name).map_or("It is not known.", String::as_str);
                    taken.notes.push(format!("{words}: {why} It stays as it was."));
                }
            }
        }
        if last.sql.is_some() {
            taken.notes.push(
                "SQL: the leads that have an opportunity, because no export says at which the need was confirmed.".into(),
            );
        }
        taken.notes.extend(last.notes);
        let is_season = season::whole(&last.shape).is_ok();
        if is_season && change.today() > last.to {
            numbers.shape = last.shape;
            taken
                .notes
                .push("Last year’s shape is how its leads came in, month by month.".into());
        } else if is_season {
            taken
                .notes
                .push("Last year is not over yet, so its shape stays as it was.".into());
        } else if !last.shape.is_empty() {
            taken.notes.push(
                "Leads came in in some months of last year only, which is no season, so its shape stays as it was."
                    .into(),
            );
        }
        taken
            .notes
            .extend(last_year::widenings(&numbers).into_iter().map(|one| one.message));
        numbers.source = "From the leads and opportunities in this workspace".into();
        checks::look_back(&numbers)?;
        rows::update(change, &numbers)?;
        Ok(taken)
    }
}
