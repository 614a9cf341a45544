//! The plan as a workbook: the goals by month, the funnel maths, the initiatives. Cells hold values and text, never a
//! formula: what somebody wrote must not run in somebody else's spreadsheet.

use chrono::{Datelike, NaiveDate};
use lockstep_core::{
    Error, Result,
    plan::view::{Figure, GoalView, PlanView},
    scorecard::Unit,
};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::{Options, Paper, sheet::Teller, shown_version};

/// As many characters as a cell can hold.
const LONGEST_TEXT: usize = 32_767;

/// Returns the plan as a workbook.
///
/// # Errors
/// `Internal` when a sheet cannot be written.
pub fn xlsx(view: &PlanView, options: &Options) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    let teller = Teller::new(view);
    let paper = options.paper.unwrap_or_else(|| Paper::usual_for(&view.company));
    write(&mut book, &teller, paper, options.today).map_err(Error::internal)?;
    book.save_to_buffer().map_err(Error::internal)
}

fn write(book: &mut Workbook, teller: &Teller, paper: Paper, today: NaiveDate) -> Done {
    let view = teller.view;
    let as_of = shown_version(view).map_or(today, |version| {
        version.in_force_since.unwrap_or(version.proposed_at).date_naive()
    });
    book.set_properties(
        &DocProperties::new()
            .set_title(format!("Annual plan {}", view.label))
            .set_company(view.company.name.clone())
            .set_creation_datetime(&excel_day(as_of)?),
    );
    for (name, fill) in [
        ("Goals by month", goals as fn(&mut Table, &Teller) -> Done),
        ("Funnel maths", funnel),
        ("Initiatives", initiatives),
    ] {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        sheet
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_paper_size(match paper {
                Paper::A4 => 9,
                Paper::Letter => 1,
            });
        sheet.set_footer(format!("&L{} – {name}&R&P / &N", view.label));
        fill(
            &mut Table {
                sheet,
                row: 0,
                money: money_format(view.currency_digits),
            },
            teller,
        )?;
    }
    Ok(())
}

type Done = Result<(), XlsxError>;

/// One sheet, filled from the top, line by line.
struct Table<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    money: String,
}

/// What stands in a cell.
enum Cell {
    Nothing,
    Text(String),
    Head(String),
    Month(NaiveDate),
    Day(NaiveDate),
    Value(Unit, f64),
    /// A number with one decimal: what the maths works out.
    Exact(f64),
}

impl Table<'_> {
    fn widths(&mut self, widths: &[f64]) -> Done {
        for (column, width) in (0..).zip(widths) {
            self.sheet.set_column_width(column, *width)?;
        }
        Ok(())
    }

    fn line(&mut self, cells: impl IntoIterator<Item = Cell>) -> Done {
        for (column, cell) in (0..).zip(cells) {
            self.cell(column, cell)?;
        }
        self.row += 1;
        Ok(())
    }

    fn heads(&mut self, heads: &[&str]) -> Done {
        self.line(heads.iter().map(|head| Cell::Head((*head).into())))
    }

    fn cell(&mut self, column: u16, cell: Cell) -> Done {
        let row = self.row;
        match cell {
            Cell::Nothing => {}
            Cell::Text(text) => {
                self.sheet
                    .write_string_with_format(row, column, cut(&text), &body().set_text_wrap())?;
            }
            Cell::Head(text) => {
                self.sheet
                    .write_string_with_format(row, column, cut(&text), &head())?;
            }
            Cell::Month(day) => {
                let format = head().set_num_format("mmm yyyy").set_align(FormatAlign::Right);
                self.sheet
                    .write_datetime_with_format(row, column, &excel_day(day)?, &format)?;
            }
            Cell::Day(day) => {
                let format = body().set_num_format("d mmm yyyy").set_align(FormatAlign::Left);
                self.sheet
                    .write_datetime_with_format(row, column, &excel_day(day)?, &format)?;
            }
            Cell::Value(unit, value) => {
                let (value, format) = match unit {
                    Unit::Count | Unit::Days => (value, "#,##0"),
                    Unit::Number => (value, "#,##0.00"),
                    Unit::Percent => (value / 100.0, "0.00%"),
                    Unit::Money => (value, self.money.as_str()),
                };
                self.sheet
                    .write_number_with_format(row, column, value, &body().set_num_format(format))?;
            }
            Cell::Exact(value) => {
                self.sheet
                    .write_number_with_format(row, column, value, &body().set_num_format("#,##0.0"))?;
            }
        }
        Ok(())
    }
}

fn body() -> Format {
    Format::new().set_align(FormatAlign::Top)
}

fn head() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Bottom)
        .set_background_color(Color::RGB(0x00F7_F6F3))
        .set_border_bottom(FormatBorder::Thin)
}

fn money_format(digits: u32) -> String {
    match usize::try_from(digits) {
        Ok(0) | Err(_) => "#,##0".into(),
        Ok(digits) => format!("#,##0.{}", "0".repeat(digits)),
    }
}

fn excel_day(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let out_of_range = || XlsxError::DateTimeRangeError(day.to_string());
    ExcelDateTime::from_ymd(
        u16::try_from(day.year()).map_err(|_| out_of_range())?,
        u8::try_from(day.month()).map_err(|_| out_of_range())?,
        u8::try_from(day.day()).map_err(|_| out_of_range())?,
    )
}

fn cut(text: &str) -> String {
    // Excel counts UTF-16 units.
    let mut room = LONGEST_TEXT;
    text.chars()
        .take_while(|letter| {
            let fits = room >= letter.len_utf16();
            room = room.saturating_sub(letter.len_utf16());
            fits
        })
        .collect()
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

fn goals(table: &mut Table, teller: &Teller) -> Done {
    let view = teller.view;
    let mut heads: Vec<Cell> = [
        "Goal",
        "Unit",
        "Owner in Sales",
        "Owner in Marketing",
        "Baseline",
        "Target",
        "Stretch",
    ]
    .map(|head| Cell::Head(head.into()))
    .into();
    heads.extend(view.months.iter().map(|month| Cell::Month(*month)));
    heads.push(Cell::Head("Sum of the months".into()));
    table.line(heads)?;
    for goal in &view.goals {
        table.line(goal_cells(teller, goal))?;
    }
    table.sheet.set_freeze_panes(1, 1)?;
    table.sheet.set_repeat_rows(0, 0)?;
    table.widths(&[34.0, 9.0, 20.0, 20.0, 13.0, 13.0, 13.0])?;
    for month in 7..20 {
        table.sheet.set_column_width(month, 12)?;
    }
    Ok(())
}

fn goal_cells(teller: &Teller, view: &GoalView) -> Vec<Cell> {
    let goal = &view.goal;
    let value = |value: Option<i64>| {
        value.map_or(Cell::Nothing, |value| {
            Cell::Value(goal.unit, teller.whole_units(goal.unit, value))
        })
    };
    let mut cells = vec![
        text(&goal.name),
        text(teller.unit(goal.unit)),
        text(teller.name_of(goal.sales_owner.as_ref())),
        text(teller.name_of(goal.marketing_owner.as_ref())),
        value(goal.baseline),
        value(goal.target),
        value(goal.stretch),
    ];
    cells.extend((0..12).map(|month| value(view.months.get(month).copied())));
    let adds_up = goal.adds_up && !view.months.is_empty();
    cells.push(value(
        adds_up.then(|| view.months.iter().copied().fold(0, i64::saturating_add)),
    ));
    cells
}

fn funnel(table: &mut Table, teller: &Teller) -> Done {
    let view = &teller.view.funnel;
    let money = |value: Option<i64>| {
        value.map_or(Cell::Nothing, |value| {
            Cell::Value(Unit::Money, teller.whole_units(Unit::Money, value))
        })
    };
    let worked_money = |figure: &Figure| match figure.value {
        Some(value) => Cell::Value(Unit::Money, value * teller.whole_units(Unit::Money, 1)),
        None => text(figure.because.clone().unwrap_or_default()),
    };
    let amount = format!("Amount in {}", teller.words().currency());
    table.heads(&["The goal", &amount])?;
    table.line([text("Revenue goal"), money(view.funnel.revenue_goal)])?;
    table.line([text("Renewals and expansion"), money(view.funnel.renewals)])?;
    table.line([text("New revenue"), worked_money(&view.new_revenue)])?;
    table.line([text("Sourced by marketing"), worked_money(&view.sourced_revenue)])?;
    table.row += 1;

    table.heads(&["What goes in", "Last year", "Ours", "Used", "Why", "Formula"])?;
    for input in &view.inputs {
        let value = |value: Option<i64>| {
            value.map_or(Cell::Nothing, |value| {
                Cell::Value(input.unit, teller.whole_units(input.unit, value))
            })
        };
        table.line([
            text(&input.label),
            value(input.last_year),
            value(input.ours),
            value(input.used),
            text(&input.why),
            text(&input.formula),
        ])?;
    }
    table.row += 1;

    table.heads(&["What the year takes", "Exact", "A month", "", "", "Formula"])?;
    for stage in &view.stages {
        let exact = |figure: &Figure| match figure.value {
            Some(value) => Cell::Exact(value),
            None => text(figure.because.clone().unwrap_or_default()),
        };
        table.line([
            text(&stage.label),
            exact(&stage.year),
            exact(&stage.month),
            Cell::Nothing,
            Cell::Nothing,
            text(&stage.formula),
        ])?;
    }
    table.row += 1;

    table.heads(&["Month", "Deals", "Opportunities", "SQL", "SAL", "MQL"])?;
    for month in &view.months {
        let exact = |value: Option<f64>| value.map_or(Cell::Nothing, Cell::Exact);
        table.line([
            text(teller.words().month(month.first_day)),
            exact(Some(month.deals).filter(|_| !month.before_the_year)),
            exact(month.opportunities),
            exact(month.sql),
            exact(month.sal),
            exact(month.mql),
        ])?;
    }
    table.widths(&[30.0, 18.0, 16.0, 16.0, 34.0, 50.0])
}

fn initiatives(table: &mut Table, teller: &Teller) -> Done {
    let view = &teller.view.initiatives;
    let money = |value: i64| Cell::Value(Unit::Money, teller.whole_units(Unit::Money, value));
    let count = |value: i64| Cell::Value(Unit::Count, value as f64);
    let budget = format!("Budget in {}", teller.words().currency());
    table.heads(&[
        "Bucket",
        "Initiative",
        "Owner",
        "Starts",
        "Ends",
        "Serves",
        &budget,
        "Expected accepted leads",
    ])?;
    for bucket in &view.buckets {
        for row in view.lines.iter().filter(|row| row.bucket == bucket.bucket) {
            table.line([
                text(&bucket.name),
                text(&row.name),
                text(teller.name_of(row.owner.as_ref())),
                row.starts.map_or(Cell::Nothing, Cell::Day),
                row.ends.map_or(Cell::Nothing, Cell::Day),
                text(teller.goal_name(row.goal.as_ref()).unwrap_or_default()),
                row.budget.map_or(Cell::Nothing, money),
                row.expected_leads.map_or(Cell::Nothing, count),
            ])?;
        }
    }
    let blanks = || (0..5).map(|_| Cell::Nothing);
    let line = |label: &str, cells: [Cell; 2]| {
        std::iter::once(Cell::Head(label.into()))
            .chain(blanks())
            .chain(cells)
            .collect::<Vec<_>>()
    };
    table.row += 1;
    table.line(line(
        "All initiatives",
        [money(view.budget), count(view.expected_leads)],
    ))?;
    let asked = match view.asked_leads.value {
        Some(value) => Cell::Exact(value),
        None => text(view.asked_leads.because.clone().unwrap_or_default()),
    };
    let year = teller.view.plan.budget.map_or(Cell::Nothing, money);
    table.line(line("The year's budget, and what the maths asks", [year, asked]))?;
    table.sheet.set_freeze_panes(1, 2)?;
    table.sheet.set_repeat_rows(0, 0)?;
    table.widths(&[28.0, 44.0, 22.0, 13.0, 13.0, 30.0, 16.0, 16.0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_a_cell_ends() {
        assert_eq!(cut(&"x".repeat(40_000)).len(), LONGEST_TEXT);
        assert_eq!(cut(&"🙂".repeat(20_000)).encode_utf16().count(), LONGEST_TEXT - 1);
        assert_eq!(cut("short"), "short");
    }

    #[test]
    fn money_is_written_with_the_currencys_own_minor_units() {
        assert_eq!(money_format(0), "#,##0");
        assert_eq!(money_format(2), "#,##0.00");
    }
}
