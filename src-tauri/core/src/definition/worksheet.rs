//! The promises of both sides on the worksheet of a review: one layout for both, and never one side without the other.

use lockstep_workspace::{
    context::{Query, ReadContext},
    error::Result,
    people::Side,
    units::Unit,
    words::{Words, capitalised},
    worksheet::{
        DaySpan, ReviewDays, WorksheetCell, WorksheetColumn, WorksheetPart, WorksheetRow, WorksheetSection,
        WorksheetTable,
    },
};

use super::{
    attainment::{self, PromiseOfRoom, PromisesKept, PromisesKeptView},
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

/// Fills in the promises: those of leads, which the definition makes, and those that other rooms make, which need none.
///
/// # Errors
/// `Damaged` when what stands in the file cannot be read.
pub(super) fn worksheet(reader: &ReadContext, days: &ReviewDays) -> Result<Vec<WorksheetPart>> {
    let mut parts = vec![of_leads(reader, days)?];
    parts.extend(of_rooms(reader, days)?);
    Ok(parts)
}

/// One period of each kind: now, before, a year ago.
fn in_each<T>(days: &ReviewDays, ask: impl Fn(DaySpan) -> Result<T>) -> Result<[T; 3]> {
    Ok([ask(days.now)?, ask(days.before)?, ask(days.year_ago)?])
}

fn of_leads(reader: &ReadContext, days: &ReviewDays) -> Result<WorksheetPart> {
    let [now, before, year_ago] = in_each(days, |span| {
        PromisesKept {
            from: Some(span.from),
            to: Some(span.to),
        }
        .answer(reader)
    })?;
    let title = "Promises";
    if !now.is_begun {
        return Ok(WorksheetPart {
            room: NAME.into(),
            section: WorksheetSection::Promises,
            title: title.into(),
            finding: "No definition of a qualified lead has been begun, so neither side has promised anything of leads yet."
                .into(),
            tables: Vec::new(),
            lists: Vec::new(),
            notes: Vec::new(),
            rests_on_imports: true,
        });
    }
    let mut notes = Vec::new();
    if now.version.is_none() {
        notes.push(
            "The definition is not signed yet: this is how the promises of the draft would have been kept."
                .into(),
        );
    }
    let words = Words::new(&reader.company()?);
    let told = |side: Side| {
        let kept = now.sides.iter().find(|one| one.side == side).map(|one| one.kept);
        in_words(side, kept, &words)
    };
    let finding = format!(
        "Of what is promised for each lead, {}; {}.",
        told(Side::Marketing),
        told(Side::Sales)
    );
    let [before, year_ago] = [before, year_ago].map(|view| kept_of_leads(&view));
    let rows = rows(kept_of_leads(&now), &before, &year_ago);
    Ok(part(title, finding, rows, notes, true))
}

/// What other rooms promise: answers to requests, actions from reviews. Their rows change by hand, not by an import.
fn of_rooms(reader: &ReadContext, days: &ReviewDays) -> Result<Option<WorksheetPart>> {
    let asked = |span: DaySpan| attainment::of_rooms::of_rooms(reader, Some(span.from), Some(span.to));
    let [now, before, year_ago] = in_each(days, asked)?.map(|promises| kept_of_rooms(&promises));
    if now.is_empty() {
        return Ok(None);
    }
    let words = Words::new(&reader.company()?);
    let told = |side: Side| {
        let of_side = now.iter().filter(|kept| kept.side == side);
        let (part, n) = of_side.fold((0, 0), |(part, n), kept| (part + kept.rate.part, n + kept.rate.n));
        in_words(side, Some(Rate::of(part, n)), &words)
    };
    let finding = format!("{}; {}.", capitalised(&told(Side::Marketing)), told(Side::Sales));
    let rows = rows(now, &before, &year_ago);
    Ok(Some(part(
        "Requests and actions",
        finding,
        rows,
        Vec::new(),
        false,
    )))
}

fn part(
    title: &str,
    finding: String,
    rows: Vec<WorksheetRow>,
    notes: Vec<String>,
    rests_on_imports: bool,
) -> WorksheetPart {
    WorksheetPart {
        room: NAME.into(),
        section: WorksheetSection::Promises,
        title: title.into(),
        finding,
        tables: vec![WorksheetTable {
            key: "promises".into(),
            title: "Promise".into(),
            columns: columns(),
            rows,
            left_out: 0,
        }],
        lists: Vec::new(),
        notes,
        rests_on_imports,
    }
}

/// Returns the rows of promises, marketing’s and sales’ in the same order, each against the period before and a year ago.
fn rows(mut now: Vec<Kept>, before: &[Kept], year_ago: &[Kept]) -> Vec<WorksheetRow> {
    now.sort_by_key(|kept| kept.side != Side::Marketing);
    let found = |all: &[Kept], key: &str| all.iter().position(|one| one.key == key);
    now.iter()
        .map(|promise| {
            let before = found(before, &promise.key).and_then(|place| before.get(place));
            let year_ago = found(year_ago, &promise.key).and_then(|place| year_ago.get(place));
            row(promise, before, year_ago)
        })
        .collect()
}

/// Says how a side kept what it promised, in the same words for both.
fn in_words(side: Side, kept: Option<Rate>, words: &Words) -> String {
    match kept.and_then(|kept| Some((kept.basis_points?, kept.n))) {
        Some((rate, n)) => format!(
            "{} kept {} of {}",
            side.name(),
            words.rate(rate.round() as i64),
            words.count(n)
        ),
        None => format!("of {} nothing can be told", side.name()),
    }
}

fn columns() -> Vec<WorksheetColumn> {
    let column = |key: &str, name: &str, unit, formula: &str| WorksheetColumn {
        key: key.into(),
        name: name.into(),
        unit,
        formula: formula.into(),
        source: "Imported leads, requests and actions, held against what was promised then".into(),
        is_listed: false,
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

fn kept_of_leads(view: &PromisesKeptView) -> Vec<Kept> {
    let promises = view.sides.iter().flat_map(|side| &side.promises);
    promises
        .map(|promise| Kept {
            key: format!("{:?}", promise.kind),
            name: promise.name.clone(),
            side: promise.side,
            rate: promise.kept,
            counts: [promise.on_time, promise.late, promise.overdue],
            why_not: promise.why_not.clone(),
        })
        .collect()
}

fn kept_of_rooms(promises: &[PromiseOfRoom]) -> Vec<Kept> {
    promises
        .iter()
        .map(|promise| Kept {
            key: format!("{}:{}:{}", promise.room, promise.name, promise.side.key()),
            name: promise.name.clone(),
            side: promise.side,
            rate: promise.kept,
            counts: [promise.on_time, promise.late, promise.overdue],
            why_not: promise.why_not.clone(),
        })
        .collect()
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
