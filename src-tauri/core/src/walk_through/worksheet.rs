//! Fixes from walk-throughs on the worksheet of a review: those that are past their date.

use lockstep_workspace::{
    context::ReadContext,
    error::Result,
    people::Person,
    rows,
    words::Words,
    worksheet::{ReviewDays, WorksheetLine, WorksheetList, WorksheetPart, WorksheetSection},
};

use super::{
    Fix,
    room::NAME,
    rules::{FixState, state_of},
};

/// Fills in the part of the fixes; none where nothing was ever to be mended.
///
/// # Errors
/// `Damaged` when what stands in the file cannot be read.
pub(super) fn worksheet(reader: &ReadContext, days: &ReviewDays) -> Result<Vec<WorksheetPart>> {
    let fixes: Vec<Fix> = rows::all(reader, "WHERE done_on IS NULL ORDER BY due_first, id", [])?;
    let ever = reader.count("SELECT count(*) FROM fix", [])?;
    if ever == 0 {
        return Ok(Vec::new());
    }
    let words = Words::new(&reader.company()?);
    let people: Vec<Person> = rows::all(reader, "", [])?;
    let past: Vec<WorksheetLine> = fixes
        .into_iter()
        .filter(|fix| state_of(fix, days.as_of) == FixState::Overdue)
        .map(|fix| {
            let owner = people
                .iter()
                .find(|person| Some(&person.id) == fix.owner.as_ref());
            let due = words.day(fix.due_first);
            WorksheetLine {
                side: owner.map(|owner| owner.side),
                // Whose it is stands beside it; names are not for the projector.
                detail: match owner {
                    Some(_) => format!("due {due}"),
                    None => format!("nobody’s yet, due {due}"),
                },
                words: fix.name,
                id: fix.id.0,
            }
        })
        .collect();
    Ok(vec![WorksheetPart {
        room: NAME.into(),
        section: WorksheetSection::Field,
        title: "Fixes from walk-throughs".into(),
        finding: match past.len() {
            0 => "No fix is past its date.".into(),
            1 => "One fix is past its date.".into(),
            many => format!("{many} fixes are past their date."),
        },
        tables: Vec::new(),
        lists: vec![
            WorksheetList {
                key: "past".into(),
                title: "Past their date".into(),
                empty: "None.".into(),
                lines: past,
                left_out: 0,
            }
            .at_most(12),
        ],
        notes: Vec::new(),
        rests_on_imports: false,
    }])
}
