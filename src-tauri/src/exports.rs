//! Documents: the plan as PDF, workbook, table or JSON, the definition as a page for the wall or JSON, the funnel as a
//! table; written where the person says and opened with the system's viewer.

use std::path::Path;

use lockstep_core::{
    collateral::{
        files, in_use::taking::Taking, matrix::queries::OpenContentMatrix, send_pack::OpenSendPack,
    },
    definition::queries::DefinitionDocument,
    ids::{PieceId, PlanId, ReviewId, WalkThroughId},
    leads::funnel::LeadFunnel,
    plan::{overview::ListPlans, queries::PlanDocument, view::PlanView},
    review::{dates::ReviewDates, queries::OpenReview},
    walk_through::queries::OpenWalkThrough,
};
use lockstep_export::{
    collateral::{self, field_kit::WrittenKit},
    definition,
    files::write_atomically,
    leads,
    options::Options,
    plan::write,
    printed::Written,
    review::{self, Part, Standing, calendar},
    walk_through,
};
use lockstep_workspace::{
    Error, Result, Workspace,
    company::{Company, ShowCompany},
    people::People,
};
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Runtime};
use ts_rs::TS;

use crate::{
    app_state::{TokenKind, beside, state},
    dialogs, documents, library,
};

/// In which form a plan goes out.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum PlanFormat {
    /// A document.
    Pdf,
    /// A workbook.
    Xlsx,
    /// A table.
    Csv,
    /// The whole, for programs.
    Json,
}

impl PlanFormat {
    /// Returns what it is called in a dialog, and the ending of its files.
    fn in_words(self) -> (&'static str, &'static str) {
        match self {
            Self::Pdf => ("PDF document", "pdf"),
            Self::Xlsx => ("Workbook", "xlsx"),
            Self::Csv => ("Table (CSV)", "csv"),
            Self::Json => ("JSON", "json"),
        }
    }
}

/// A document that was written, and the token by which the page can have it opened.
#[derive(Debug, Serialize, TS)]
pub struct Exported {
    label: String,
    token: String,
    /// What whoever exported it has to know: which characters could not be printed.
    note: Option<String>,
}

/// Asks where a plan goes and writes it there; `None` when the person thought better of it. Without `version` it is the
/// draft.
#[tauri::command]
pub async fn export_plan<R: Runtime>(
    app: AppHandle<R>,
    plan: PlanId,
    version: Option<u32>,
    format: PlanFormat,
) -> Result<Option<Exported>> {
    beside(app, move |app| {
        let view = state(app).with(|workspace| page_of(workspace, &plan, version))?;
        let (kind, ending) = format.in_words();
        let suggested = match version {
            Some(version) => format!("{} plan {} v{version}", view.company.name, view.label),
            None => format!("{} plan {}", view.company.name, view.label),
        };
        let Some(path) = dialogs::choose_place(app, "Export the plan", kind, ending, &suggested) else {
            return Ok(None);
        };
        let written = write(&view, &path, &today(app, &view.company))?;
        Ok(Some(exported(app, &path, written)))
    })
    .await
}

/// Names a document that was written, and remembers where it lies.
fn exported<R: Runtime>(app: &AppHandle<R>, path: &Path, written: Written) -> Exported {
    Exported {
        note: written.note,
        label: documents::file_name(path),
        token: state(app).token(path, TokenKind::Exported),
    }
}

/// In which form a definition goes out.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum DefinitionFormat {
    /// A page for the wall.
    Pdf,
    /// The whole, for programs.
    Json,
}

impl From<DefinitionFormat> for PlanFormat {
    fn from(form: DefinitionFormat) -> Self {
        match form {
            DefinitionFormat::Pdf => Self::Pdf,
            DefinitionFormat::Json => Self::Json,
        }
    }
}

/// Asks where the definition goes and writes it there; `None` when the person thought better of it. Without `version` it
/// is the draft.
#[tauri::command]
pub async fn export_definition<R: Runtime>(
    app: AppHandle<R>,
    version: Option<u32>,
    format: DefinitionFormat,
) -> Result<Option<Exported>> {
    beside(app, move |app| {
        let view = state(app).with(|workspace| workspace.ask(DefinitionDocument { version }))?;
        let (kind, ending) = PlanFormat::from(format).in_words();
        let suggested = match version {
            Some(version) => format!("{} qualified lead v{version}", view.company.name),
            None => format!("{} qualified lead", view.company.name),
        };
        let Some(path) = dialogs::choose_place(app, "Export the definition", kind, ending, &suggested) else {
            return Ok(None);
        };
        let written = definition::write(&view, &path, &today(app, &view.company))?;
        Ok(Some(exported(app, &path, written)))
    })
    .await
}

/// In which form the content matrix goes out.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum MatrixFormat {
    /// A sheet.
    Pdf,
    /// A workbook.
    Xlsx,
}

impl From<MatrixFormat> for PlanFormat {
    fn from(form: MatrixFormat) -> Self {
        match form {
            MatrixFormat::Pdf => Self::Pdf,
            MatrixFormat::Xlsx => Self::Xlsx,
        }
    }
}

/// Asks where the content matrix goes and writes it there; `None` when the person thought better of it.
#[tauri::command]
pub async fn export_matrix<R: Runtime>(app: AppHandle<R>, format: MatrixFormat) -> Result<Option<Exported>> {
    beside(app, move |app| {
        let (view, company) = state(app).with(|workspace| {
            let view = workspace.ask(OpenContentMatrix::default())?;
            Ok((view, workspace.ask(ShowCompany {})?.company))
        })?;
        let view = view.ok_or_else(|| Error::refused("There are no personas and phases yet."))?;
        let (kind, ending) = PlanFormat::from(format).in_words();
        let suggested = format!("{} content matrix", company.name);
        let Some(path) = dialogs::choose_place(app, "Export the content matrix", kind, ending, &suggested)
        else {
            return Ok(None);
        };
        let matrix = collateral::matrix::Matrix {
            view: &view,
            company: &company,
        };
        let written = collateral::matrix::write(matrix, &path, &today(app, &company))?;
        Ok(Some(exported(app, &path, written)))
    })
    .await
}

/// Asks where the record of a walk-through goes and writes it there; `None` when the person thought better of it.
#[tauri::command]
pub async fn export_walk_through<R: Runtime>(
    app: AppHandle<R>,
    walk: WalkThroughId,
) -> Result<Option<Exported>> {
    beside(app, move |app| {
        let (view, people, company) = state(app).with(|workspace| {
            let view = workspace.ask(OpenWalkThrough { id: walk })?;
            let people = workspace.ask(People {})?.people;
            Ok((view, people, workspace.ask(ShowCompany {})?.company))
        })?;
        let record = walk_through::Record {
            view: &view,
            people: &people,
            company: &company,
        };
        let (kind, ending) = PlanFormat::Pdf.in_words();
        let suggested = format!("{} {}", company.name, record.title());
        let Some(path) = dialogs::choose_place(app, "Export the walk-through", kind, ending, &suggested)
        else {
            return Ok(None);
        };
        let written = walk_through::write(record, &path, &today(app, &company))?;
        Ok(Some(exported(app, &path, written)))
    })
    .await
}

/// In which form a review goes out.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewFormat {
    /// The worksheet as a document.
    WorksheetPdf,
    /// The worksheet as a workbook.
    WorksheetXlsx,
    /// The minutes as a document.
    MinutesPdf,
    /// The minutes as text with marks.
    MinutesMarkdown,
    /// The review as slides.
    SlidesPptx,
    /// What is to be done, as a table.
    ActionsCsv,
}

impl ReviewFormat {
    /// Returns what it is called in a dialog, the ending of its files, and which document of the review it is.
    fn in_words(self) -> (&'static str, &'static str, Part) {
        match self {
            Self::WorksheetPdf => ("PDF document", "pdf", Part::Worksheet),
            Self::WorksheetXlsx => ("Workbook", "xlsx", Part::Worksheet),
            Self::MinutesPdf => ("PDF document", "pdf", Part::Minutes),
            Self::MinutesMarkdown => ("Markdown", "md", Part::Minutes),
            Self::SlidesPptx => ("PowerPoint file", "pptx", Part::Slides),
            Self::ActionsCsv => ("Table", "csv", Part::Actions),
        }
    }
}

/// Asks where a review goes and writes it there; `None` when the person thought better of it.
#[tauri::command]
pub async fn export_review<R: Runtime>(
    app: AppHandle<R>,
    review: ReviewId,
    format: ReviewFormat,
) -> Result<Option<Exported>> {
    beside(app, move |app| {
        let (view, people, company) = state(app).with(|workspace| {
            let view = workspace.ask(OpenReview { id: review })?;
            let people = workspace.ask(People {})?.people;
            Ok((view, people, workspace.ask(ShowCompany {})?.company))
        })?;
        let told = review::Review {
            view: &view,
            people: &people,
            company: &company,
        };
        let (kind, ending, part) = format.in_words();
        let (title, name) = match part {
            Part::Worksheet => ("Export the worksheet", told.title()),
            Part::Minutes => ("Export the minutes", format!("Minutes, {}", told.title())),
            Part::Slides => ("Export the slides", told.title()),
            Part::Actions => ("Export the actions", format!("Actions, {}", told.title())),
        };
        let suggested = format!("{} {name}", company.name);
        let Some(path) = dialogs::choose_place(app, title, kind, ending, &suggested) else {
            return Ok(None);
        };
        let written = review::write(told, part, &path, &today(app, &company))?;
        Ok(Some(exported(app, &path, written)))
    })
    .await
}

/// Asks where the page on where the year stands goes and writes it there; `None` when the person thought better of it.
#[tauri::command]
pub async fn export_report<R: Runtime>(app: AppHandle<R>) -> Result<Option<Exported>> {
    beside(app, move |app| {
        let (standing, company) = state(app)
            .with(|workspace| Ok((Standing::of(workspace)?, workspace.ask(ShowCompany {})?.company)))?;
        let name = format!("{} Where we stand, {}", company.name, standing.year.label);
        let chosen = dialogs::choose_place(app, "Export where we stand", "PDF document", "pdf", &name);
        let Some(path) = chosen else { return Ok(None) };
        let written = standing.write(&path, &today(app, &company))?;
        Ok(Some(exported(app, &path, written)))
    })
    .await
}

/// Asks where the dates of reviews and of what is to be done go, and writes them there as a calendar.
#[tauri::command]
pub async fn export_review_dates<R: Runtime>(app: AppHandle<R>) -> Result<Option<Exported>> {
    beside(app, move |app| {
        let (dates, company) = state(app).with(|workspace| {
            Ok((
                workspace.ask(ReviewDates {})?,
                workspace.ask(ShowCompany {})?.company,
            ))
        })?;
        let name = format!("Reviews, {}", company.name);
        let Some(path) = dialogs::choose_place(app, "Export the dates", "Calendar", "ics", &name) else {
            return Ok(None);
        };
        write_atomically(&path, calendar::ics(&name, &dates).as_bytes())?;
        Ok(Some(exported(app, &path, Written { note: None })))
    })
    .await
}

/// A field kit that was written, and the token by which the page can have it opened.
#[derive(Debug, Serialize, TS)]
pub struct ExportedKit {
    label: String,
    token: String,
    kit: WrittenKit,
}

/// Asks which folder the field kit goes to and writes it there, or brings the one that is there up to date; `None` when the
/// person thought better of it.
#[tauri::command]
pub async fn export_field_kit<R: Runtime>(app: AppHandle<R>) -> Result<Option<ExportedKit>> {
    beside(app, move |app| {
        let Some(folder) = dialogs::choose_folder(app, "Choose a folder for the field kit") else {
            return Ok(None);
        };
        let kit = state(app).with(|workspace| collateral::field_kit::write(workspace, &folder))?;
        Ok(Some(ExportedKit {
            label: documents::file_name(&folder),
            token: state(app).token(&folder.join("index.html"), TokenKind::Exported),
            kit,
        }))
    })
    .await
}

/// Asks where a send pack goes and writes it there, the chosen pieces with a cover sheet; `None` when the person thought better of it.
/// What is not approved and current goes only where `not_approved` says so outright.
#[tauri::command]
pub async fn export_send_pack<R: Runtime>(
    app: AppHandle<R>,
    pieces: Vec<PieceId>,
    message: String,
    not_approved: bool,
) -> Result<Option<Exported>> {
    beside(app, move |app| {
        let (content, company) = state(app).with(|workspace| {
            let content = workspace.ask(OpenSendPack { pieces })?;
            Ok((content, workspace.ask(ShowCompany {})?.company))
        })?;
        content.check(not_approved)?;
        let suggested = match content.items.as_slice() {
            [one] => format!("{} {}", company.name, one.title),
            _ => format!("{} documents", company.name),
        };
        let Some(path) = dialogs::choose_place(app, "Save the pack", "ZIP archive", "zip", &suggested) else {
            return Ok(None);
        };
        let pack = collateral::send_pack::Pack {
            content: &content,
            company: &company,
            message: &message,
        };
        // One file at a time: whoever asks something meanwhile is answered in between.
        let mut bytes_of =
            |hash: &str| state(app).with(|workspace| files::bytes_of(&workspace.reader()?, hash));
        let written = collateral::send_pack::write(pack, &path, &today(app, &company), &mut bytes_of)?;
        let sent = content.items.into_iter().map(|item| item.id).collect();
        library::count(app, sent, Taking::Sent);
        Ok(Some(exported(app, &path, written)))
    })
    .await
}

/// Returns the usual options on the day it is for the company.
fn today<R: Runtime>(app: &AppHandle<R>, company: &Company) -> Options {
    Options::on(company.zone().day_of(state(app).environment.now()))
}

/// In which form a funnel goes out.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum TableFormat {
    /// A workbook.
    Xlsx,
    /// A table.
    Csv,
}

impl From<TableFormat> for PlanFormat {
    fn from(form: TableFormat) -> Self {
        match form {
            TableFormat::Xlsx => Self::Xlsx,
            TableFormat::Csv => Self::Csv,
        }
    }
}

/// Asks where a funnel goes and writes it there, all its rows; `None` when the person thought better of it.
#[tauri::command]
pub async fn export_funnel<R: Runtime>(
    app: AppHandle<R>,
    funnel: LeadFunnel,
    format: TableFormat,
) -> Result<Option<Exported>> {
    beside(app, move |app| {
        let asked = funnel.with_all_rows();
        let (view, company) = state(app).with(|workspace| {
            let company = workspace.ask(ShowCompany {})?.company;
            Ok((workspace.ask(asked.clone())?, company))
        })?;
        let (kind, ending) = PlanFormat::from(format).in_words();
        let funnel = leads::Funnel {
            asked: &asked,
            view: &view,
            company: &company,
        };
        let suggested = format!("{} funnel by {}", company.name, funnel.by().to_lowercase());
        let Some(path) = dialogs::choose_place(app, "Export the funnel", kind, ending, &suggested) else {
            return Ok(None);
        };
        let written = leads::write(funnel, &path, &today(app, &company))?;
        Ok(Some(exported(app, &path, written)))
    })
    .await
}

fn page_of(workspace: &Workspace, plan: &PlanId, version: Option<u32>) -> Result<PlanView> {
    let plans = workspace.ask(ListPlans {})?;
    let found = plans
        .iter()
        .find(|row| row.id == *plan)
        .ok_or_else(|| Error::not_found("This plan"))?;
    workspace.ask(PlanDocument {
        year: found.year,
        version,
    })
}

/// Opens a document that we wrote with the system's viewer.
#[tauri::command]
pub async fn open_exported<R: Runtime>(app: AppHandle<R>, token: String) -> Result<()> {
    beside(app, move |app| {
        let path = state(app).file(&token, TokenKind::Exported)?;
        tauri_plugin_opener::open_path(&path, None::<&str>).map_err(|error| {
            tracing::warn!(%error, "the system's viewer did not open a document");
            Error::file(format!("{} could not be opened.", documents::file_name(&path)))
                .hint("Open it from your files. If it was moved, export it again.")
        })
    })
    .await
}
