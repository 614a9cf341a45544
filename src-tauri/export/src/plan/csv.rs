//! The goals by month as a table for any spreadsheet.

use lockstep_core::plan::view::PlanView;
use lockstep_workspace::Result;

use super::sheet::Teller;
use crate::{
    options::Options,
    tables::{self, safe},
};

/// Returns the goals by month as CSV (UTF-8, commas, a header line). Numbers are plain: a decimal point, no thousands,
/// no currency sign; the unit stands in a column of its own.
///
/// # Errors
/// `Internal` when a line cannot be written.
pub fn csv(view: &PlanView, _: &Options) -> Result<Vec<u8>> {
    let teller = Teller::new(view);
    let mut header: Vec<String> = [
        "Goal",
        "Unit",
        "Owner in Sales",
        "Owner in Marketing",
        "Baseline",
        "Target",
        "Stretch",
    ]
    .map(Into::into)
    .into();
    header.extend(view.months.iter().map(|month| month.format("%Y-%m").to_string()));
    let lines = view.goals.iter().map(|view| {
        let goal = &view.goal;
        let number = |value: Option<i64>| {
            value
                .map(|value| teller.for_programs(goal.unit, value))
                .unwrap_or_default()
        };
        let mut line = vec![
            safe(&goal.name),
            safe(&teller.unit(goal.unit)),
            safe(&teller.name_of(goal.sales_owner.as_ref())),
            safe(&teller.name_of(goal.marketing_owner.as_ref())),
            number(goal.baseline),
            number(goal.target),
            number(goal.stretch),
        ];
        line.extend((0..12).map(|month| number(view.months.get(month).copied())));
        line
    });
    tables::csv(&header, lines)
}
