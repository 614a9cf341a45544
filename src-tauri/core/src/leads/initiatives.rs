//! The initiatives of the year on the worksheet of a review: where each stands, what it cost and what it brought, as far as a campaign of
//! the same name was imported.

use lockstep_text::fold;
use lockstep_workspace::{
    calendar::FiscalYear,
    context::ReadContext,
    error::Result,
    units::Unit,
    words::Words,
    worksheet::{
        DaySpan, ReviewDays, WorksheetCell, WorksheetColumn, WorksheetPart, WorksheetRow, WorksheetSection,
        WorksheetTable,
    },
};

use super::{
    activity::{Activity, by_campaign},
    coverage::plan_of,
    room::NAME,
};
use crate::plan::Initiative;

/// Fills in the part of the initiatives; none where the year has no plan, or a plan without any.
///
/// # Errors
/// `Damaged` when what stands in the file cannot be read.
pub(super) fn worksheet(reader: &ReadContext, days: &ReviewDays) -> Result<Vec<WorksheetPart>> {
    let year = FiscalYear::of(days.now.from, reader.company()?.fiscal_start)?;
    let Some(content) = plan_of(reader, year)? else {
        return Ok(Vec::new());
    };
    if content.initiatives.is_empty() {
        return Ok(Vec::new());
    }
    let words = Words::new(&reader.company()?);
    let campaigns = by_campaign(
        reader,
        DaySpan {
            from: year.first_day(),
            to: days.now.to,
        },
    )?;
    let campaign = |initiative: &Initiative| {
        let name = fold(initiative.name.trim());
        campaigns.iter().find(|one| {
            one.name
                .as_ref()
                .is_some_and(|campaign| fold(campaign.trim()) == name)
        })
    };
    let rows: Vec<WorksheetRow> = content
        .initiatives
        .iter()
        .map(|initiative| row(initiative, campaign(initiative), days, &words))
        .collect();
    let running = content
        .initiatives
        .iter()
        .filter(|one| standing(one, days) == Standing::Running)
        .count();
    let over = content
        .initiatives
        .iter()
        .filter(|one| standing(one, days) == Standing::Ended)
        .count();
    let mut notes = vec![
        "What was spent and what was brought is that of the campaign with the same name in the imported files, from the first day of \
         the year until the end of the period."
            .to_owned(),
    ];
    let unknown = content
        .initiatives
        .iter()
        .filter(|one| campaign(one).is_none())
        .count();
    if unknown > 0 {
        notes.push(format!(
            "For {} of {} no campaign of that name was imported, so nothing is known of their costs and leads.",
            words.count(i64::try_from(unknown).unwrap_or(i64::MAX)),
            words.count(i64::try_from(rows.len()).unwrap_or(i64::MAX)),
        ));
    }
    Ok(vec![WorksheetPart {
        room: NAME.into(),
        section: WorksheetSection::Initiatives,
        title: "Initiatives".into(),
        finding: format!(
            "Of {} initiatives {running} {} running and {over} {} over.",
            rows.len(),
            if running == 1 { "is" } else { "are" },
            if over == 1 { "is" } else { "are" },
        ),
        tables: vec![WorksheetTable {
            key: "initiatives".into(),
            title: "Initiative".into(),
            columns: columns(),
            rows,
            left_out: 0,
        }],
        lists: Vec::new(),
        notes,
        // Budgets and expectations are the plan’s, which goes on; so what was closed is not held against it.
        rests_on_imports: false,
    }])
}

fn columns() -> Vec<WorksheetColumn> {
    let column = |key: &str, name: &str, unit, formula: &str, source: &str| WorksheetColumn {
        key: key.into(),
        name: name.into(),
        unit,
        formula: formula.into(),
        source: source.into(),
        is_listed: false,
    };
    let (plan, files) = (
        "Plan in force",
        "Imported costs and leads of the campaign with the same name",
    );
    vec![
        column(
            "budget",
            "Budget",
            Unit::Money,
            "What it may cost in the year",
            plan,
        ),
        column(
            "spent",
            "Spent",
            Unit::Money,
            "Costs of the months of the year so far",
            files,
        ),
        column(
            "expected",
            "Expected leads",
            Unit::Count,
            "Accepted leads expected of it in the year",
            plan,
        ),
        column(
            "accepted",
            "Accepted leads",
            Unit::Count,
            "Leads that sales accepted in the year so far",
            files,
        ),
        column(
            "cost_per_accepted",
            "Cost per accepted lead",
            Unit::Money,
            "Spent ÷ accepted leads",
            files,
        ),
    ]
}

/// Where an initiative stands by its days.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    NotBegun,
    Running,
    Ended,
    /// It has no days.
    Unknown,
}

fn standing(initiative: &Initiative, days: &ReviewDays) -> Standing {
    match (initiative.starts, initiative.ends) {
        (None, None) => Standing::Unknown,
        (_, Some(ends)) if ends < days.as_of => Standing::Ended,
        (Some(starts), _) if days.as_of < starts => Standing::NotBegun,
        _ => Standing::Running,
    }
}

fn row(
    initiative: &Initiative,
    campaign: Option<&Activity>,
    days: &ReviewDays,
    words: &Words,
) -> WorksheetRow {
    let state = match (standing(initiative, days), initiative.starts, initiative.ends) {
        (Standing::NotBegun, Some(starts), _) => format!("begins {}", words.day(starts)),
        (Standing::Ended, _, Some(ends)) => format!("ended {}", words.day(ends)),
        (Standing::Running, _, Some(ends)) => format!("until {}", words.day(ends)),
        (Standing::Running, ..) => "running".to_owned(),
        _ => "no days given".to_owned(),
    };
    let told =
        |value: Option<i64>, because: &str| WorksheetCell::of(value, None, None).or_because(Some(because));
    let no_campaign = "No campaign of this name was imported.";
    let why = |otherwise: &'static str| {
        if campaign.is_some() {
            otherwise
        } else {
            no_campaign
        }
    };
    let spent = campaign.and_then(|one| one.handed_over.cost);
    let accepted = campaign.and_then(|one| one.decided.accepted);
    let per = spent
        .zip(accepted.filter(|accepted| *accepted > 0))
        .map(|(spent, accepted)| (spent as f64 / accepted as f64).round() as i64);
    WorksheetRow {
        key: initiative.id.0.clone(),
        name: format!("{} ({state})", initiative.name),
        side: None,
        cells: vec![
            told(initiative.budget, "The plan gives it no budget."),
            told(spent, why("No cost of it was imported.")),
            told(
                initiative.expected_leads,
                "The plan expects no number of leads of it.",
            ),
            told(accepted, why("No file says which leads sales accepted.")),
            WorksheetCell {
                n: accepted,
                is_small: accepted.is_some_and(|n| n < crate::leads::rules::SMALL),
                ..told(per, why("It needs costs and accepted leads."))
            },
        ],
    }
}
