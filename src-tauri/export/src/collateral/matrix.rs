//! The content matrix as a document: one sheet to lay on the table, or a workbook to go on working with.

use std::path::Path;

use chrono::NaiveDate;
use lockstep_core::collateral::matrix::view::{ContentMatrix, Coverage, Gap, MatrixCell, OpenLeads};
use lockstep_workspace::{
    Error, Result,
    company::Company,
    units::Unit,
    words::{Words, currency_digits},
};
use rust_xlsxwriter::{DocProperties, Workbook};
use serde::Serialize;

use crate::{
    options::{Format, Options, Paper},
    printed::{Printed, Written},
    typeset::{self, Imprint, Template},
    workbook::{Cell, Done, Table, excel_day, print_on, text},
};

const TEMPLATE: Template = &[
    ("main.typ", include_str!("../../templates/matrix/main.typ")),
    ("look.typ", include_str!("../../templates/shared/look.typ")),
    ("parts.typ", include_str!("../../templates/shared/parts.typ")),
];
const TITLE: &str = "Content matrix";
/// So many gaps are told below the matrix.
const GAPS: usize = 6;

/// What the sheet says, word for word.
#[derive(Serialize)]
struct Sheet {
    paper: &'static str,
    company: String,
    title: &'static str,
    day: String,
    finding: String,
    phases: Vec<String>,
    rows: Vec<SheetRow>,
    gaps: Vec<String>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct SheetRow {
    name: String,
    cells: Vec<SheetCell>,
}

#[derive(Serialize)]
struct SheetCell {
    coverage: Coverage,
    words: String,
    needs: Vec<SheetNeed>,
    triggers: String,
    stoppers: String,
    leads: String,
}

#[derive(Serialize)]
struct SheetNeed {
    coverage: Coverage,
    says: String,
    answer: String,
}

/// A content matrix and whose it is.
#[derive(Debug, Clone, Copy)]
pub struct Matrix<'m> {
    /// The matrix.
    pub view: &'m ContentMatrix,
    /// Whose it is.
    pub company: &'m Company,
}

impl Matrix<'_> {
    fn words(&self) -> Words {
        Words::new(self.company)
    }

    /// Returns what the matrix comes to in a sentence.
    #[must_use]
    pub fn finding(&self) -> String {
        let words = self.words();
        let count = |many: usize| words.count(i64::try_from(many).unwrap_or(i64::MAX));
        match (self.view.required, self.view.covered) {
            (0, _) => "No cell is required yet".into(),
            (1, 1) => "The one required cell is covered".into(),
            (1, _) => "The one required cell is not covered".into(),
            (all, covered) => format!("{} of {} required cells are covered", count(covered), count(all)),
        }
    }

    fn title_of(&self, cell: &MatrixCell, piece: &lockstep_core::ids::PieceId) -> String {
        let found = cell.pieces.iter().find(|one| one.id == *piece);
        found.map(|one| one.title.clone()).unwrap_or_default()
    }

    fn answer(
        &self,
        cell: &MatrixCell,
        need: &lockstep_core::collateral::matrix::view::MatrixNeed,
    ) -> String {
        if !need.answered_by.is_empty() {
            let titles: Vec<String> = need
                .answered_by
                .iter()
                .map(|piece| self.title_of(cell, piece))
                .collect();
            return titles.join(", ");
        }
        match need.not_needed_because.as_str() {
            "" => String::new(),
            because => format!("Not needed: {because}"),
        }
    }

    /// Returns how many open leads sit somewhere, and what they are worth.
    fn leads(&self, open: &OpenLeads) -> String {
        if open.leads == 0 && open.opportunities == 0 {
            return String::new();
        }
        let words = self.words();
        let count = |many: u64| words.count(i64::try_from(many).unwrap_or(i64::MAX));
        let leads = match open.leads {
            1 => "1 open lead".to_owned(),
            many => format!("{} open leads", count(many)),
        };
        let valued = open.opportunities - open.without_value;
        match open.value {
            Some(value) if valued > 0 && open.without_value == 0 => {
                format!("{leads}, {} open", words.money(value))
            }
            Some(value) if valued > 0 => format!(
                "{leads}, {} open; {} without a value",
                words.money(value),
                count(open.without_value)
            ),
            _ => leads,
        }
    }

    fn cell(&self, cell: &MatrixCell) -> SheetCell {
        SheetCell {
            coverage: cell.coverage,
            words: coverage_in_words(cell),
            needs: cell
                .needs
                .iter()
                .map(|need| SheetNeed {
                    coverage: match (need.answered_by.is_empty(), need.not_needed_because.as_str()) {
                        (false, _) => Coverage::Covered,
                        (true, "") => Coverage::Gap,
                        _ => Coverage::NotRequired,
                    },
                    says: need.text.clone(),
                    answer: self.answer(cell, need),
                })
                .collect(),
            triggers: cell.triggers.join("; "),
            stoppers: cell.stoppers.join("; "),
            leads: self.leads(&cell.open),
        }
    }

    fn name_of<'n>(&'n self, gap: &Gap) -> (&'n str, &'n str) {
        let name = |all: &'n [lockstep_core::collateral::matrix::view::MatrixHeading], id: &str| {
            let found = all.iter().find(|one| one.id.as_str() == id);
            found.map_or("", |one| one.name.as_str())
        };
        (
            name(&self.view.personas, gap.persona.as_str()),
            name(&self.view.phases, gap.phase.as_str()),
        )
    }

    fn gap(&self, gap: &Gap) -> String {
        let (persona, phase) = self.name_of(gap);
        let missing = match gap.needs.as_slice() {
            [] => "no piece yet".to_owned(),
            needs => needs
                .iter()
                .map(|need| need.text.as_str())
                .collect::<Vec<_>>()
                .join("; "),
        };
        let leads = match self.leads(&gap.open).as_str() {
            "" => String::new(),
            leads => format!(" ({leads})"),
        };
        format!("{persona}, {phase}: {missing}{leads}")
    }

    fn gaps(&self) -> Vec<String> {
        let gaps = &self.view.gaps;
        let told = gaps.iter().take(GAPS).map(|gap| self.gap(gap));
        let more = gaps.len().saturating_sub(GAPS);
        let rest = match more {
            0 => None,
            1 => Some("and 1 more".to_owned()),
            more => Some(format!(
                "and {} more",
                self.words().count(i64::try_from(more).unwrap_or(i64::MAX))
            )),
        };
        told.chain(rest).collect()
    }

    fn notes(&self) -> Vec<String> {
        let words = self.words();
        let mut notes = Vec::new();
        let outside = self.leads(&self.view.outside.open);
        if !outside.is_empty() {
            notes.push(format!(
                "In no cell, because job title or stage tells no persona or phase: {outside}."
            ));
        }
        match self.view.placeless {
            0 => {}
            1 => notes.push("1 approved piece has no persona or no phase, and answers no need.".into()),
            many => notes.push(format!(
                "{} approved pieces have no persona or no phase, and answer no need.",
                words.count(i64::try_from(many).unwrap_or(i64::MAX))
            )),
        }
        match self.view.proposed {
            0 => {}
            1 => notes.push(
                "For 1 of them, the file proposes a persona or phase that nobody has confirmed yet.".into(),
            ),
            many => notes.push(format!(
                "For {} of them, the files propose a persona or phase that nobody has confirmed yet.",
                words.count(i64::try_from(many).unwrap_or(i64::MAX))
            )),
        }
        notes
    }

    fn sheet(&self, paper: Paper, today: NaiveDate) -> Sheet {
        let view = self.view;
        Sheet {
            paper: paper.name(),
            company: self.company.name.clone(),
            title: TITLE,
            day: self.words().day(today),
            finding: format!("{}.", self.finding()),
            phases: view.phases.iter().map(|phase| phase.name.clone()).collect(),
            rows: view
                .personas
                .iter()
                .map(|persona| SheetRow {
                    name: persona.name.clone(),
                    cells: view
                        .cells
                        .iter()
                        .filter(|cell| cell.persona == persona.id)
                        .map(|cell| self.cell(cell))
                        .collect(),
                })
                .collect(),
            gaps: self.gaps(),
            notes: self.notes(),
        }
    }
}

fn coverage_in_words(cell: &MatrixCell) -> String {
    match cell.coverage {
        Coverage::NotRequired if cell.not_needed_because.is_empty() => "Nothing required".into(),
        Coverage::NotRequired => format!("Not needed: {}", cell.not_needed_because),
        Coverage::Covered if cell.wanted == 0 => "Covered".into(),
        Coverage::Gap if cell.wanted == 0 => "No piece yet".into(),
        Coverage::Covered | Coverage::Partly | Coverage::Gap => {
            format!("{} of {} answered", cell.answered, cell.wanted)
        }
    }
}

/// Returns the matrix as a PDF of one page; what does not fit on one runs on.
///
/// # Errors
/// `Internal` when the document cannot be set.
pub fn pdf(matrix: Matrix, options: &Options) -> Result<Printed> {
    let paper = options.paper.unwrap_or_else(|| Paper::usual_for(matrix.company));
    let imprint = Imprint::of_day(
        format!(
            "lockstep content matrix {} {}",
            matrix.company.name, options.today
        ),
        options.today,
    );
    typeset::pdf(TEMPLATE, &matrix.sheet(paper, options.today), &imprint)
}

/// Returns the matrix as a workbook: one line for each need, with the cell in which it stands.
///
/// # Errors
/// `Internal` when the sheet cannot be written.
pub fn xlsx(matrix: Matrix, options: &Options) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    fill(&mut book, matrix, options).map_err(Error::internal)?;
    book.save_to_buffer().map_err(Error::internal)
}

fn fill(book: &mut Workbook, matrix: Matrix, options: &Options) -> Done {
    book.set_properties(
        &DocProperties::new()
            .set_title(TITLE)
            .set_company(matrix.company.name.clone())
            .set_creation_datetime(&excel_day(options.today)?),
    );
    let paper = options.paper.unwrap_or_else(|| Paper::usual_for(matrix.company));
    let words = matrix.words();
    let persona_of = |cell: &MatrixCell| {
        let found = matrix.view.personas.iter().find(|one| one.id == cell.persona);
        text(found.map(|one| one.name.clone()).unwrap_or_default())
    };
    let phase_of = |cell: &MatrixCell| {
        let found = matrix.view.phases.iter().find(|one| one.id == cell.phase);
        text(found.map(|one| one.name.clone()).unwrap_or_default())
    };
    let count = |many: usize| Cell::Value(Unit::Count, many as f64);

    let sheet = book.add_worksheet();
    sheet.set_name("Cells")?;
    print_on(sheet, paper, &matrix.company.name, TITLE);
    let mut table = Table::on(sheet, &words);
    let heads = [
        "Persona",
        "Phase",
        "Coverage",
        "Required",
        "Needs that want a piece",
        "Answered",
        "Pieces",
        "Uses",
        "Ease",
        "Rated uses",
        "Open leads",
        "Open opportunities",
    ];
    let money = format!("Open value in {}", matrix.company.currency);
    let last = [
        money.as_str(),
        "Of them without a value",
        "Requested",
        "Moves them on",
        "Holds them back",
    ];
    table.line(
        heads
            .iter()
            .chain(&last)
            .map(|head| Cell::Head((*head).to_owned())),
    )?;
    for cell in &matrix.view.cells {
        let ease = cell.usage.ease;
        let digits = i32::try_from(currency_digits(&matrix.company.currency)).unwrap_or(2);
        table.line([
            persona_of(cell),
            phase_of(cell),
            text(coverage_in_words(cell)),
            text(if cell.is_required { "yes" } else { "no" }),
            count(cell.wanted),
            count(cell.answered),
            count(cell.pieces_in_all),
            count(cell.usage.uses),
            ease.map_or(Cell::Nothing, |ease| {
                Cell::Value(Unit::Number, ease.hundredths as f64 / 100.0)
            }),
            ease.map_or(Cell::Nothing, |ease| count(ease.n)),
            Cell::Value(Unit::Count, cell.open.leads as f64),
            Cell::Value(Unit::Count, cell.open.opportunities as f64),
            cell.open.value.map_or(Cell::Nothing, |value| {
                Cell::Value(Unit::Money, value as f64 / 10_f64.powi(digits))
            }),
            Cell::Value(Unit::Count, cell.open.without_value as f64),
            count(cell.requested),
            text(cell.triggers.join("\n")),
            text(cell.stoppers.join("\n")),
        ])?;
    }
    table.sheet.set_freeze_panes(1, 2)?;
    table.widths(&[24.0, 20.0, 24.0])?;

    let sheet = book.add_worksheet();
    sheet.set_name("Needs")?;
    print_on(sheet, paper, &matrix.company.name, TITLE);
    let mut table = Table::on(sheet, &words);
    table.heads(&[
        "Persona",
        "Phase",
        "They want to know",
        "Answered by",
        "Not needed because",
    ])?;
    for cell in &matrix.view.cells {
        for need in &cell.needs {
            let titles: Vec<String> = need
                .answered_by
                .iter()
                .map(|piece| matrix.title_of(cell, piece))
                .collect();
            table.line([
                persona_of(cell),
                phase_of(cell),
                text(need.text.clone()),
                text(titles.join("\n")),
                text(need.not_needed_because.clone()),
            ])?;
        }
    }
    table.sheet.set_freeze_panes(1, 2)?;
    table.widths(&[24.0, 20.0, 48.0, 48.0, 36.0])?;
    Ok(())
}

/// Writes the matrix to a file, in the form that the file's ending asks for, and says what could not be printed.
///
/// # Errors
/// `Invalid` for an ending in which a matrix does not go out, `File` when it cannot be written.
pub fn write(matrix: Matrix, path: &Path, options: &Options) -> Result<Written> {
    let printed = match Format::of(path)? {
        Format::Pdf => pdf(matrix, options)?,
        Format::Xlsx => xlsx(matrix, options)?.into(),
        Format::Json => serde_json::to_vec_pretty(matrix.view)?.into(),
        Format::Csv => {
            return Err(Error::invalid(
                "path",
                "The content matrix goes out as a sheet or a workbook, not as a CSV file.",
            )
            .hint("Let the name end in .pdf or .xlsx."));
        }
    };
    printed.write(path)
}
