//! Workbooks: sheets filled from the top, line by line. Cells hold values and text, never a formula: what somebody wrote must
//! not run in somebody else's spreadsheet.

use chrono::{Datelike, NaiveDate};
use lockstep_workspace::{
    company::Company,
    units::Unit,
    words::{Words, currency_digits},
};
use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use crate::options::Paper;

/// As many characters as a cell can hold.
const LONGEST_TEXT: usize = 32_767;

/// Whether something could be written.
pub(crate) type Done = Result<(), XlsxError>;

/// One sheet, filled from the top, line by line.
pub(crate) struct Table<'a> {
    pub sheet: &'a mut Worksheet,
    pub row: u32,
    money: String,
    percent: String,
    day: String,
    month: String,
}

/// Returns a value in its unit, as a spreadsheet counts it: money in whole units of the currency, rates in percent.
pub(crate) fn in_unit(company: &Company, unit: Unit, steps: i64) -> f64 {
    let steps = steps as f64;
    match unit {
        Unit::Count | Unit::Days => steps,
        Unit::Percent | Unit::Number => steps / 100.0,
        Unit::Money => steps / 10_f64.powi(i32::try_from(currency_digits(&company.currency)).unwrap_or(2)),
    }
}

/// What stands in a cell.
pub(crate) enum Cell {
    Nothing,
    Text(String),
    Head(String),
    /// A month as a heading.
    MonthHead(NaiveDate),
    Month(NaiveDate),
    Day(NaiveDate),
    Value(Unit, f64),
    /// A number with one decimal: what the maths works out.
    Exact(f64),
}

impl<'a> Table<'a> {
    /// Begins a sheet, in the words of a company.
    pub fn on(sheet: &'a mut Worksheet, words: &Words) -> Self {
        Self {
            sheet,
            row: 0,
            money: money_format(words.currency_digits()),
            percent: format!("0.00{}", words.percent_sign()),
            day: words.day_code(),
            month: words.month_code(),
        }
    }

    /// Sets how wide the columns are, in characters.
    pub fn widths(&mut self, widths: &[f64]) -> Done {
        for (column, width) in (0..).zip(widths) {
            self.sheet.set_column_width(column, *width)?;
        }
        Ok(())
    }

    /// Writes a line.
    pub fn line(&mut self, cells: impl IntoIterator<Item = Cell>) -> Done {
        for (column, cell) in (0..).zip(cells) {
            self.cell(column, cell)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Writes a line of headings.
    pub fn heads(&mut self, heads: &[&str]) -> Done {
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
            Cell::MonthHead(day) => {
                let format = head().set_num_format(&self.month).set_align(FormatAlign::Right);
                self.sheet
                    .write_datetime_with_format(row, column, &excel_day(day)?, &format)?;
            }
            Cell::Month(day) => {
                let format = body().set_num_format(&self.month).set_align(FormatAlign::Left);
                self.sheet
                    .write_datetime_with_format(row, column, &excel_day(day)?, &format)?;
            }
            Cell::Day(day) => {
                let format = body().set_num_format(&self.day).set_align(FormatAlign::Left);
                self.sheet
                    .write_datetime_with_format(row, column, &excel_day(day)?, &format)?;
            }
            Cell::Value(unit, value) => {
                let (value, format) = match unit {
                    Unit::Count | Unit::Days => (value, "#,##0"),
                    Unit::Number => (value, "#,##0.00"),
                    Unit::Percent => (value / 100.0, self.percent.as_str()),
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

/// Returns a day as a spreadsheet keeps it.
///
/// # Errors
/// When it lies outside the years that a spreadsheet knows.
pub(crate) fn excel_day(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
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

/// Returns a cell with text.
pub(crate) fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// Prepares a sheet for the printer.
pub(crate) fn print_on(sheet: &mut Worksheet, paper: Paper, title: &str, name: &str) {
    sheet
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_paper_size(match paper {
            Paper::A4 => 9,
            Paper::Letter => 1,
        });
    sheet.set_footer(format!("&L{title} – {name}&R&P / &N"));
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
