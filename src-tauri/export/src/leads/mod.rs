//! What became of leads, as a table: the funnel as the screen shows it, for whoever wants to go on counting.

use std::path::Path;

use lockstep_core::leads::{
    funnel::{LeadFunnel, LeadFunnelView},
    rules::{FunnelRow, Rate},
};
use lockstep_workspace::{
    Error, Result,
    company::Company,
    units::Unit,
    words::{Words, currency_digits},
};
use rust_xlsxwriter::{DocProperties, Workbook};

use crate::{
    options::{Format, Options, Paper},
    printed::{Printed, Written},
    tables::{self, safe},
    workbook::{Cell, Done, Table, excel_day, print_on, text},
};

/// One column: its heading, its unit, and what stands in it in whole units; nothing where it is not known.
type Column = (&'static str, Unit, fn(&FunnelRow) -> Option<f64>);

const COLUMNS: [Column; 29] = [
    ("Leads", Unit::Count, |row| Some(row.leads as f64)),
    ("With an opportunity", Unit::Count, |row| {
        Some(row.converted.part as f64)
    }),
    ("Conversion", Unit::Percent, |row| percent(row.converted)),
    ("Accepted", Unit::Count, |row| whole(row.accepted)),
    ("Rejected", Unit::Count, |row| whole(row.rejected)),
    ("Closed out", Unit::Count, |row| Some(row.closed_out as f64)),
    ("Open leads", Unit::Count, |row| Some(row.open_leads as f64)),
    ("Not known", Unit::Count, |row| Some(row.unknown as f64)),
    ("Acceptance", Unit::Percent, |row| percent(row.acceptance)),
    ("Opportunities", Unit::Count, |row| Some(row.opportunities as f64)),
    ("Of them without a lead", Unit::Count, |row| {
        Some(row.without_lead as f64)
    }),
    ("Value of opportunities", Unit::Money, |row| whole(row.value)),
    ("Won", Unit::Count, |row| whole(row.won)),
    ("Lost", Unit::Count, |row| whole(row.lost)),
    ("Open", Unit::Count, |row| whole(row.open)),
    ("Win rate", Unit::Percent, |row| percent(row.win_rate)),
    ("Won value", Unit::Money, |row| whole(row.won_value)),
    ("Won without a value", Unit::Count, |row| {
        row.won.map(|_| row.won_without_value as f64)
    }),
    ("Sourced by marketing", Unit::Money, |row| {
        whole(row.sourced_value)
    }),
    ("Influenced by marketing", Unit::Money, |row| {
        whole(row.influenced_value)
    }),
    ("Median cycle in days", Unit::Number, |row| row.median_cycle_days),
    ("Untouched", Unit::Count, |row| whole(row.untouched)),
    ("Untouched past the promise", Unit::Count, |row| {
        whole(row.untouched_overdue)
    }),
    ("Abandoned", Unit::Count, |row| whole(row.abandoned)),
    ("Lost or ignored", Unit::Percent, |row| {
        percent(row.lost_or_ignored)
    }),
    ("Cost", Unit::Money, |row| whole(row.cost)),
    ("Leads without a known cost", Unit::Count, |row| {
        row.cost.map(|_| row.leads_without_cost as f64)
    }),
    ("Cost per lead", Unit::Money, |row| row.cost_per_lead),
    ("Cost per accepted lead", Unit::Money, |row| row.cost_per_accepted),
];

fn whole(number: Option<i64>) -> Option<f64> {
    number.map(|number| number as f64)
}

fn percent(rate: Rate) -> Option<f64> {
    rate.basis_points.map(|points| points / 100.0)
}

/// A funnel, and what was asked for.
#[derive(Debug, Clone, Copy)]
pub struct Funnel<'f> {
    /// What was asked.
    pub asked: &'f LeadFunnel,
    /// What was counted.
    pub view: &'f LeadFunnelView,
    /// Whose leads they are.
    pub company: &'f Company,
}

impl Funnel<'_> {
    /// Returns by what it is counted, as a heading.
    #[must_use]
    pub fn by(&self) -> String {
        match self.asked.by.as_str() {
            "source" => "Source".into(),
            "campaign" => "Campaign".into(),
            "owner" => "Owner".into(),
            "quarter" => "Quarter".into(),
            "opportunity_quarter" => "Quarter of the opportunity".into(),
            "decision_quarter" => "Quarter of the decision".into(),
            "closing_quarter" => "Quarter of the close".into(),
            attribute => attribute.into(),
        }
    }

    /// Returns the period in words.
    fn period(&self) -> String {
        let words = Words::new(self.company);
        match (self.asked.from, self.asked.to) {
            (None, None) => "all leads".into(),
            (Some(from), None) => format!("from {}", words.day(from)),
            (None, Some(to)) => format!("until {}", words.day(to)),
            (Some(from), Some(to)) => format!("{} to {}", words.day(from), words.day(to)),
        }
    }

    fn rows(&self) -> impl Iterator<Item = (String, &FunnelRow)> {
        let named = self.view.rows.iter().map(|row| {
            let name = row.name.clone().unwrap_or_else(|| "(missing)".into());
            (name, row)
        });
        named.chain([("All".to_string(), &self.view.all)])
    }

    /// Returns a value in whole units: money out of its minor units.
    fn whole_units(&self, unit: Unit, value: f64) -> f64 {
        match unit {
            Unit::Money => {
                let digits = currency_digits(&self.company.currency);
                value / 10_f64.powi(i32::try_from(digits).unwrap_or(2))
            }
            _ => value,
        }
    }

    fn heading(&self, (name, unit, _): &Column) -> String {
        match unit {
            Unit::Money => format!("{name} in {}", self.company.currency),
            _ => (*name).into(),
        }
    }
}

/// Returns the funnel as CSV (UTF-8, commas, a header line), one row for each, all together last. Numbers are plain, rates
/// are per cent, and what is not known is left empty.
///
/// # Errors
/// `Internal` when a line cannot be written.
pub fn csv(funnel: Funnel) -> Result<Vec<u8>> {
    let header: Vec<String> = [safe(&funnel.by())]
        .into_iter()
        .chain(COLUMNS.iter().map(|column| funnel.heading(column)))
        .collect();
    let lines = funnel.rows().map(|(name, row)| {
        let numbers = COLUMNS.iter().map(|(_, unit, value)| {
            value(row).map_or_else(String::new, |value| funnel.whole_units(*unit, value).to_string())
        });
        [safe(&name)].into_iter().chain(numbers).collect()
    });
    tables::csv(&header, lines)
}

/// Returns the funnel as a workbook.
///
/// # Errors
/// `Internal` when the sheet cannot be written.
pub fn xlsx(funnel: Funnel, options: &Options) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    fill(&mut book, funnel, options).map_err(Error::internal)?;
    book.save_to_buffer().map_err(Error::internal)
}

fn fill(book: &mut Workbook, funnel: Funnel, options: &Options) -> Done {
    let title = format!("Funnel by {}, {}", funnel.by().to_lowercase(), funnel.period());
    book.set_properties(
        &DocProperties::new()
            .set_title(&title)
            .set_company(funnel.company.name.clone())
            .set_creation_datetime(&excel_day(options.today)?),
    );
    let sheet = book.add_worksheet();
    sheet.set_name("Funnel")?;
    let paper = options.paper.unwrap_or_else(|| Paper::usual_for(funnel.company));
    print_on(sheet, paper, &funnel.company.name, &title);
    let mut table = Table::on(sheet, &Words::new(funnel.company));
    let heads = COLUMNS.iter().map(|column| Cell::Head(funnel.heading(column)));
    table.line([Cell::Head(funnel.by())].into_iter().chain(heads))?;
    for (name, row) in funnel.rows() {
        let numbers = COLUMNS.iter().map(|(_, unit, value)| {
            value(row).map_or(Cell::Nothing, |value| {
                Cell::Value(*unit, funnel.whole_units(*unit, value))
            })
        });
        table.line([text(name)].into_iter().chain(numbers))?;
    }
    table.sheet.set_freeze_panes(1, 1)?;
    table.sheet.set_repeat_rows(0, 0)?;
    table.widths(&[30.0])?;
    for column in (1..).take(COLUMNS.len()) {
        table.sheet.set_column_width(column, 14)?;
    }
    Ok(())
}

/// Writes a funnel to a file, in the form that the file's ending asks for.
///
/// # Errors
/// `Invalid` for an ending in which a funnel does not go out, `File` when it cannot be written.
pub fn write(funnel: Funnel, path: &Path, options: &Options) -> Result<Written> {
    let bytes = match Format::of(path)? {
        Format::Csv => csv(funnel)?,
        Format::Xlsx => xlsx(funnel, options)?,
        Format::Json => serde_json::to_vec_pretty(funnel.view)?,
        Format::Pdf => {
            return Err(
                Error::invalid("path", "A funnel goes out as a table, not as a document.")
                    .hint("Let the name end in .xlsx, .csv or .json."),
            );
        }
    };
    Printed::from(bytes).write(path)
}
