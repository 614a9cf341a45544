//! The workbook behind a chart: what opens when somebody edits its figures. Names are text and never a formula.

use chrono::{DateTime, Datelike, Utc};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::chart::Figures;

/// The name of the only sheet.
pub(crate) const SHEET: &str = "Sheet1";

/// Returns the workbook: the categories in the first column, a series in each of the others.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn bytes(figures: &Figures, created: DateTime<Utc>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&moment(created)?));
    let number = Format::new().set_num_format(figures.number_format);
    // Without it, a name such as "=A1" would become a formula as soon as somebody confirms it in its cell.
    let text = Format::new().set_quote_prefix();
    let sheet = book.add_worksheet();
    sheet.set_name(SHEET)?;
    sheet.set_column_width(0, 28)?;
    for (row, name) in (1..).zip(&figures.categories) {
        sheet.write_string_with_format(row, 0, name, &text)?;
    }
    for (column, series) in (1..).zip(&figures.series) {
        sheet.write_string_with_format(0, column, &series.name, &text)?;
        for (row, value) in (1..).zip(&series.values) {
            if let Some(value) = value {
                sheet.write_number_with_format(row, column, *value, &number)?;
            }
        }
    }
    book.save_to_buffer()
}

/// Returns a moment as a spreadsheet keeps it; one outside the years that it knows is its first day.
fn moment(at: DateTime<Utc>) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(at.year()).unwrap_or_default();
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    ExcelDateTime::from_ymd(year, part(at.month()), part(at.day()))
        .or_else(|_| ExcelDateTime::from_ymd(1980, 1, 1))
}
