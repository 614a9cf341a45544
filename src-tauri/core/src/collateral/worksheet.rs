//! The library on the worksheet of a review: what is new, what was used and how easy it was, what nobody uses, what sales made for
//! itself; and what was asked for and is past its day.

use std::collections::HashSet;

use lockstep_workspace::{
    context::ReadContext,
    error::Result,
    people::Side,
    promises::Fared,
    rows,
    units::Unit,
    words::Words,
    worksheet::{
        DaySpan, ReviewDays, WorksheetCell, WorksheetColumn, WorksheetLine, WorksheetList, WorksheetPart,
        WorksheetRow, WorksheetSection, WorksheetTable,
    },
};

use super::{
    catalogue::catalogue,
    in_use::{PieceUse, usage::MeanMark},
    requests::CollateralRequest,
    room::NAME,
    standing::PieceState,
};
use crate::ids::PieceId;

/// So many requests stand on a worksheet.
const MOST_REQUESTS: usize = 12;

/// Fills in the library’s part of a worksheet; none where there is no piece and nothing was asked for.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub(super) fn worksheet(reader: &ReadContext, days: &ReviewDays) -> Result<Vec<WorksheetPart>> {
    let mut parts = Vec::new();
    let library = catalogue(reader)?;
    if library.lines().next().is_some() {
        parts.push(pieces(reader, days)?);
    }
    let requests: Vec<CollateralRequest> = rows::all(reader, "ORDER BY created_at, id", [])?;
    if !requests.is_empty() {
        parts.push(asked_for(reader, days, requests)?);
    }
    Ok(parts)
}

fn count(many: usize) -> Option<i64> {
    i64::try_from(many).ok()
}

fn pieces(reader: &ReadContext, days: &ReviewDays) -> Result<WorksheetPart> {
    let library = catalogue(reader)?;
    let uses: Vec<PieceUse> = rows::all(reader, "", [])?;
    let within = |span: DaySpan| {
        uses.iter()
            .filter(move |used| span.from <= used.used_on && used.used_on <= span.to)
    };
    let added = |span: DaySpan| {
        let those = library.lines().filter(|line| {
            let day = reader.day_of(line.piece.created_at);
            span.from <= day && day <= span.to
        });
        count(those.count())
    };
    let ease = |span: DaySpan| MeanMark::of(within(span).flat_map(PieceUse::marks).flatten());
    let rated = within(days.now)
        .filter(|used| used.marks().iter().any(Option::is_some))
        .count();
    let spans = [days.now, days.before, days.year_ago];
    let [new_pieces, used, times] = [
        spans.map(added),
        spans.map(|span| count(within(span).map(|used| &used.piece).collect::<HashSet<_>>().len())),
        spans.map(|span| count(within(span).count())),
    ];
    let eases = spans.map(|span| ease(span).map(|mean| mean.hundredths));
    let cell = |[now, before, year_ago]: [Option<i64>; 3]| WorksheetCell::of(now, before, year_ago);
    let ever_used: HashSet<&PieceId> = uses.iter().map(|used| &used.piece).collect();
    let of = |is: &dyn Fn(&super::listing::PieceLine) -> bool| {
        let those = library.lines().filter(|line| is(line)).count();
        WorksheetCell::of(count(those), None, None)
    };
    let approved = |line: &super::listing::PieceLine| line.state == PieceState::Approved;
    let home_made: HashSet<&PieceId> = library
        .lines()
        .filter(|line| line.piece.is_home_made)
        .map(|line| &line.piece.id)
        .collect();
    let home_made_used = within(days.now)
        .map(|used| &used.piece)
        .filter(|piece| home_made.contains(piece))
        .collect::<HashSet<_>>()
        .len();
    let words = Words::new(&reader.company()?);
    let told = |[now, ..]: [Option<i64>; 3]| words.count(now.unwrap_or(0));
    let column = |key: &str, name: &str, unit, formula: &str| WorksheetColumn {
        key: key.into(),
        name: name.into(),
        unit,
        formula: formula.into(),
        source: "The collateral library and the uses that were recorded".into(),
        is_listed: false,
    };
    Ok(WorksheetPart {
        room: NAME.into(),
        section: WorksheetSection::Collateral,
        title: "Collateral".into(),
        finding: match times {
            [Some(0), ..] => format!(
                "{} pieces came in, and no use of any was recorded.",
                told(new_pieces)
            ),
            _ => format!("{} pieces were used, {} times in all.", told(used), told(times)),
        },
        tables: vec![
            WorksheetTable {
                key: "period".into(),
                title: "In the period".into(),
                columns: vec![
                    column("new", "New pieces", Unit::Count, "Pieces added in the period"),
                    column(
                        "uses",
                        "Uses",
                        Unit::Count,
                        "Uses in deals recorded for days of the period",
                    ),
                    column("used", "Pieces used", Unit::Count, "Pieces with such a use"),
                    column(
                        "home_made",
                        "Home-made in use",
                        Unit::Count,
                        "Pieces that sales made for itself, with such a use",
                    ),
                    column(
                        "ease",
                        "Ease",
                        Unit::Number,
                        "Mean of the marks 1 to 5 that sellers gave: easy to find, fitting, ready",
                    ),
                ],
                rows: vec![WorksheetRow {
                    key: String::new(),
                    name: "All pieces".into(),
                    side: None,
                    cells: vec![
                        cell(new_pieces),
                        cell(times),
                        cell(used),
                        WorksheetCell::of(count(home_made_used), None, None),
                        WorksheetCell {
                            n: count(rated),
                            is_small: ease(days.now).is_some_and(|mean| mean.small),
                            ..cell(eases).or_because(Some("Nobody gave a mark in the period."))
                        },
                    ],
                }],
                left_out: 0,
            },
            WorksheetTable {
                key: "today".into(),
                title: "Today".into(),
                columns: vec![
                    column(
                        "approved",
                        "Approved and current",
                        Unit::Count,
                        "Approved by both sides, and not past its review date",
                    ),
                    column(
                        "stale",
                        "Stale",
                        Unit::Count,
                        "Approved, and past its review date",
                    ),
                    column(
                        "never_used",
                        "Never used",
                        Unit::Count,
                        "Approved and current, and no use was ever recorded",
                    ),
                    column(
                        "drafts",
                        "Not approved",
                        Unit::Count,
                        "Drafts and pieces in review",
                    ),
                ],
                rows: vec![WorksheetRow {
                    key: String::new(),
                    name: "All pieces".into(),
                    side: None,
                    cells: vec![
                        of(&|line| line.is_in_use()),
                        of(&|line| approved(line) && line.is_stale),
                        of(&|line| line.is_in_use() && !ever_used.contains(&line.piece.id)),
                        of(&|line| matches!(line.state, PieceState::Draft | PieceState::InReview)),
                    ],
                }],
                left_out: 0,
            },
        ],
        lists: Vec::new(),
        notes: Vec::new(),
        rests_on_imports: false,
    })
}

/// What was asked for and is past the day on which it was to be answered or delivered.
fn asked_for(
    reader: &ReadContext,
    days: &ReviewDays,
    requests: Vec<CollateralRequest>,
) -> Result<WorksheetPart> {
    let words = Words::new(&reader.company()?);
    let mut past: Vec<&CollateralRequest> = requests
        .iter()
        .filter(|asks| asks.fares(days.as_of) == Fared::Overdue)
        .collect();
    past.sort_by_key(|asks| asks.held_to());
    let asked = requests
        .iter()
        .filter(|asks| days.now.from <= asks.asked_on && asks.asked_on <= days.now.to)
        .count();
    let lines = past.iter().map(|asks| WorksheetLine {
        id: asks.id.0.clone(),
        words: asks.briefly(),
        detail: match asks.held_to() {
            Some(due) => format!("{}, due {}", asks.kind.name(), words.day(due)),
            None => asks.kind.name().into(),
        },
        side: Some(Side::Marketing),
    });
    Ok(WorksheetPart {
        room: NAME.into(),
        section: WorksheetSection::Field,
        title: "Requests for collateral".into(),
        finding: match (asked, past.len()) {
            (0, 0) => "Nothing was requested, and no answer is overdue.".into(),
            (1, 0) => "One request came in, and no answer is overdue.".into(),
            (asked, 0) => format!("{asked} requests came in, and no answer is overdue."),
            (asked, 1) => format!(
                "{asked} {} came in, and one answer is overdue.",
                requests_of(asked)
            ),
            (asked, many) => format!(
                "{asked} {} came in, and {many} answers are overdue.",
                requests_of(asked)
            ),
        },
        tables: Vec::new(),
        lists: vec![
            WorksheetList {
                key: "past".into(),
                title: "Past their day".into(),
                empty: "None.".into(),
                lines: lines.collect(),
                left_out: 0,
            }
            .at_most(MOST_REQUESTS),
        ],
        notes: Vec::new(),
        rests_on_imports: false,
    })
}

fn requests_of(asked: usize) -> &'static str {
    if asked == 1 { "request" } else { "requests" }
}
