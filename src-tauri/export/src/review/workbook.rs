//! The worksheet as a workbook: the goals, then each table of each part with every number, what it is held against, its formula and
//! its source.

use lockstep_core::review::goals::GoalLine;
use lockstep_workspace::{
    Error, Result,
    units::Unit,
    worksheet::{WorksheetPart, WorksheetTable},
};
use rust_xlsxwriter::{DocProperties, Workbook};

use super::sheet::Review;
use crate::{
    options::{Options, Paper},
    workbook::{Cell, Done, Table, excel_day, in_unit, print_on, text},
};

/// Returns the worksheet as a workbook.
///
/// # Errors
/// `Internal` when a sheet cannot be written.
pub fn xlsx(review: Review, options: &Options) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    fill(&mut book, review, options).map_err(Error::internal)?;
    book.save_to_buffer().map_err(Error::internal)
}

/// Returns a value in its unit, as a spreadsheet counts it.
fn value(review: Review, unit: Unit, steps: Option<i64>) -> Cell {
    let Some(steps) = steps else { return Cell::Nothing };
    Cell::Value(unit, in_unit(review.company, unit, steps))
}

fn fill(book: &mut Workbook, review: Review, options: &Options) -> Done {
    book.set_properties(
        &DocProperties::new()
            .set_title(review.title())
            .set_company(review.company.name.clone())
            .set_creation_datetime(&excel_day(options.today)?),
    );
    goals(book, review, options)?;
    let mut names = vec!["Goals".to_owned()];
    for part in &review.view.worksheet.parts {
        for table in &part.tables {
            let name = sheet_name(part, table, &names);
            numbers(book, review, options, (part, table), &name)?;
            names.push(name);
        }
    }
    actions(book, review, options)
}

/// Returns the name of a sheet: at most 31 letters, none twice.
fn sheet_name(part: &WorksheetPart, table: &WorksheetTable, known: &[String]) -> String {
    let wanted = match part.tables.len() {
        1 => part.title.clone(),
        _ => format!("{}, {}", part.title, table.title.to_lowercase()),
    };
    let plain: String = wanted
        .chars()
        .filter(|letter| !"[]:*?/\\'".contains(*letter))
        .take(28)
        .collect();
    let mut name = plain.clone();
    let mut number = 1;
    while known.iter().any(|other| other.eq_ignore_ascii_case(&name)) {
        number += 1;
        name = format!("{plain} {number}");
    }
    name
}

fn goals(book: &mut Workbook, review: Review, options: &Options) -> Done {
    let paper = options.paper.unwrap_or_else(|| Paper::usual_for(review.company));
    let words = review.words();
    let sheet = book.add_worksheet();
    sheet.set_name("Goals")?;
    print_on(sheet, paper, &review.company.name, &review.title());
    let mut table = Table::on(sheet, &words);
    table.widths(&[34.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 60.0])?;
    table.heads(&[
        "Goal",
        "Status",
        "Target of the year",
        "Asked for so far",
        "Reached so far",
        "Until",
        "Asked for in the period",
        "Reached in the period",
        "Forecast",
        "Forecast, low to high",
        "Formula",
    ])?;
    for goal in &review.view.worksheet.goals.goals {
        let of = |steps| value(review, goal.unit, steps);
        let range = goal.forecast.map(|forecast| {
            format!(
                "{} to {}",
                words.value(goal.unit, forecast.low),
                words.value(goal.unit, forecast.high)
            )
        });
        table.line([
            text(goal.name.clone()),
            text(status(goal)),
            of(goal.target),
            of(goal.asked),
            of(goal.actual),
            goal.until.map_or(Cell::Nothing, Cell::Day),
            of(goal.period_asked),
            of(goal.period_actual),
            of(goal.forecast.map(|forecast| forecast.likely)),
            text(range.or_else(|| goal.no_forecast.clone()).unwrap_or_default()),
            text(goal.formula.clone()),
        ])?;
    }
    Ok(())
}

fn status(goal: &GoalLine) -> String {
    match (goal.status, &goal.because) {
        (Some(status), _) => status.name().into(),
        (None, Some(because)) => because.clone(),
        (None, None) => String::new(),
    }
}

fn numbers(
    book: &mut Workbook,
    review: Review,
    options: &Options,
    (part, told): (&WorksheetPart, &WorksheetTable),
    name: &str,
) -> Done {
    let paper = options.paper.unwrap_or_else(|| Paper::usual_for(review.company));
    let words = review.words();
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    print_on(sheet, paper, &review.company.name, &review.title());
    let mut table = Table::on(sheet, &words);
    table.widths(&[30.0, 12.0, 26.0, 14.0, 14.0, 14.0, 10.0, 40.0, 60.0, 40.0])?;
    table.line([text(part.finding.clone())])?;
    table.heads(&[
        &told.title,
        "Side",
        "What is counted",
        "In the period",
        "The period before",
        "A year ago",
        "n",
        "Why there is no number",
        "Formula",
        "Source",
    ])?;
    for row in &told.rows {
        for (column, cell) in told.columns.iter().zip(&row.cells) {
            let of = |steps| value(review, column.unit, steps);
            table.line([
                text(row.name.clone()),
                text(row.side.map_or("", lockstep_workspace::people::Side::name)),
                text(column.name.clone()),
                of(cell.now),
                of(cell.before),
                of(cell.year_ago),
                cell.n
                    .map_or(Cell::Nothing, |n| Cell::Value(Unit::Count, n as f64)),
                text(cell.because.clone().unwrap_or_default()),
                text(column.formula.clone()),
                text(column.source.clone()),
            ])?;
        }
    }
    if told.left_out > 0 {
        table.line([text(format!(
            "{} more rows are not shown.",
            words.count(told.left_out)
        ))])?;
    }
    for note in &part.notes {
        table.line([text(note.clone())])?;
    }
    Ok(())
}

fn actions(book: &mut Workbook, review: Review, options: &Options) -> Done {
    let paper = options.paper.unwrap_or_else(|| Paper::usual_for(review.company));
    let words = review.words();
    let sheet = book.add_worksheet();
    sheet.set_name("Decisions and actions")?;
    print_on(sheet, paper, &review.company.name, &review.title());
    let mut table = Table::on(sheet, &words);
    table.widths(&[14.0, 50.0, 30.0, 16.0, 30.0])?;
    table.heads(&["", "What", "Who", "By when", "How it stands"])?;
    let said = review.sheet(options);
    for decision in said.decisions {
        table.line([
            text("Decision"),
            text(format!("{} {}", decision.question, decision.name).trim()),
            Cell::Nothing,
            Cell::Nothing,
            text(decision.detail),
        ])?;
    }
    for (line, action) in review.view.actions.iter().zip(said.actions) {
        table.line([
            text("Action"),
            text(action.name),
            text(action.owner.map(|owner| owner.name).unwrap_or_default()),
            line.action.due.map_or(Cell::Nothing, Cell::Day),
            text(action.state),
        ])?;
    }
    Ok(())
}
