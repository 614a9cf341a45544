//! The promises of both sides on the worksheet of a review: one layout for both, and never one side without the other.

use lockstep_workspace::{
    context::{Query, ReadContext},
    error::Result,
    people::Side,
    units::Unit,
    words::Words,
    worksheet::{
        DaySpan, ReviewDays, WorksheetCell, WorksheetColumn, WorksheetPart, WorksheetRow, WorksheetSection,
        WorksheetTable,
    },
};

use super::{
    attainment::{PromisesKept, PromisesKeptView},
    room::NAME,
};
use crate::leads::rules::{Rate, SMALL};

/// How one promise was kept, whoever made it.
struct Kept {
    key: String,
    name: String,
    side: Side,
    rate: Rate,
    counts: [i64; 3],
    why_not: Option<String>,
}

/// Fills in the part of the promises.
///
/// # Errors
/// `Damaged` when what stands in the file cannot be read.
pub(super) fn worksheet(reader: &ReadContext, days: &ReviewDays) -> Result<Vec<WorksheetPart>> {
    let asked = |span: DaySpan| {
        PromisesKept {
            from: Some(span.from),
            to: Some(span.to),
        }
        .answer(reader)
    };
    let title = "Promises".to_owned();
    let Some(now) = asked(days.now)? else {
        return Ok(vec![WorksheetPart {
            room: NAME.into(),
            section: WorksheetSection::Promises,
            title,
            finding:
                "No definition of a qualified lead has been begun, so neither side has promised anything yet."
                    .into(),
            tables: Vec::new(),
            lists: Vec::new(),
            notes: Vec::new(),
            rests_on_imports: true,
        }]);
    };
    let (before, year_ago) = (asked(days.before)?, asked(days.year_ago)?);
    let earlier = [before.as_ref().map(all), year_ago.as_ref().map(all)];
    let words = Words::new(&reader.company()?);
    let rows = all(&now)
        .into_iter()
        .map(|promise| {
            let [before, year_ago] = [0, 1].map(|place| {
                let of_period = earlier.get(place)?.as_ref()?;
                of_period.iter().find(|one| one.key == promise.key)
            });
            row(&promise, before, year_ago)
        })
        .collect();
    let mut notes = Vec::new();
    if now.version.is_none() {
        notes.push(
            "The definition is not signed yet: this is how the promises of the draft would have been kept."
                .into(),
        );
    }
    Ok(vec![WorksheetPart {
        room: NAME.into(),
        section: WorksheetSection::Promises,
        title,
        finding: finding(&now, &words),
        tables: vec![WorksheetTable {
            key: "promises".into(),
            title: "Promise".into(),
            columns: columns(),
            rows,
            left_out: 0,
        }],
        lists: Vec::new(),
        notes,
        rests_on_imports: true,
    }])
}

fn columns() -> Vec<WorksheetColumn> {
    let column = |key: &str, name: &str, unit, formula: &str| WorksheetColumn {
        key: key.into(),
        name: name.into(),
        unit,
        formula: formula.into(),
        source: "Imported leads, requests and actions, held against what was promised then".into(),
    };
    vec![
        column(
            "kept",
            "Kept",
            Unit::Percent,
            "On time ÷ (on time + late + overdue); what is not due yet is left out",
        ),
        column(
            "on_time",
            "On time",
            Unit::Count,
            "Done by the day that was promised",
        ),
        column("late", "Late", Unit::Count, "Done after it"),
        column(
            "overdue",
            "Overdue",
            Unit::Count,
            "Not done, and its day has passed",
        ),
    ]
}

/// Returns the promises of both sides, marketing’s and sales’ in the same order.
fn all(view: &PromisesKeptView) -> Vec<Kept> {
    let of_leads = view
        .sides
        .iter()
        .flat_map(|side| &side.promises)
        .map(|promise| Kept {
            key: format!("{:?}", promise.kind),
            name: promise.name.clone(),
            side: promise.side,
            rate: promise.kept,
            counts: [promise.on_time, promise.late, promise.overdue],
            why_not: promise.why_not.clone(),
        });
    let of_rooms = view.of_rooms.iter().map(|promise| Kept {
        key: format!("{}:{}:{}", promise.room, promise.name, promise.side.key()),
        name: promise.name.clone(),
        side: promise.side,
        rate: promise.kept,
        counts: [promise.on_time, promise.late, promise.overdue],
        why_not: promise.why_not.clone(),
    });
    let mut all: Vec<Kept> = of_leads.chain(of_rooms).collect();
    // Those of leads first, those of rooms after them, each side for itself.
    all.sort_by_key(|kept| kept.side != Side::Marketing);
    all
}

fn row(promise: &Kept, before: Option<&Kept>, year_ago: Option<&Kept>) -> WorksheetRow {
    let rate = |kept: &Kept| kept.rate.basis_points.map(|rate| rate.round() as i64);
    let told = |kept: &Kept| kept.rate.basis_points.is_some();
    let mut cells = vec![WorksheetCell {
        n: rate(promise).map(|_| promise.rate.n),
        is_small: told(promise) && promise.rate.n < SMALL,
        ..WorksheetCell::of(rate(promise), before.and_then(rate), year_ago.and_then(rate))
            .or_because(promise.why_not.as_deref())
    }];
    for place in 0..3 {
        let count = |kept: &Kept| kept.counts.get(place).copied().filter(|_| told(kept));
        let cell = WorksheetCell::of(count(promise), before.and_then(count), year_ago.and_then(count));
        cells.push(cell.or_because(promise.why_not.as_deref()));
    }
    WorksheetRow {
        key: promise.key.clone(),
        name: promise.name.clone(),
        side: Some(promise.side),
        cells,
    }
}

/// Says how both sides kept what they promised, in the same words.
fn finding(view: &PromisesKeptView, words: &Words) -> String {
    let told = |side: Side| {
        let kept = view.sides.iter().find(|one| one.side == side).map(|one| one.kept);
        match kept.and_then(|kept| Some((kept.basis_points?, kept.n))) {
            Some((rate, n)) => format!(
                "{} kept {} of {}",
                side.name(),
                words.rate(rate.round() as i64),
                words.count(n)
            ),
            None => format!("of {} nothing can be told", side.name()),
        }
    };
    let both = format!("{}; {}.", told(Side::Marketing), told(Side::Sales));
    lockstep_workspace::words::capitalised(&both)
}
