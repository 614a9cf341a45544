//! Taking exported files in from a terminal: what was recognised, what was said otherwise, what became of the rows.

use std::path::{Path, PathBuf};

use lockstep_core::leads::{
    RecordKind,
    fields::Field,
    importing::{
        DataFile, ImportFiles, ImportReport, PreviewImport, Proposed, Surveyed,
        choice::{field_called, word},
    },
    recognition::Use,
};
use lockstep_export::text_table::{NOTHING, Table, counted};
use lockstep_export::{files::write_atomically, tables::rejected_rows};
use lockstep_intake::{DayOrder, Reading};
use lockstep_workspace::{Error, Result, Workspace, words::Words};

use crate::{
    Answer,
    arguments::{Dates, Importing, Kind, YesNo},
    leads::words_of,
};

/// Takes files in, one after the other, or says what would become of them.
pub fn import(workspace: &mut Workspace, wanted: &Importing) -> Result<Answer> {
    if let Some(slips) = crate::collateral::only_slips(&wanted.data)? {
        return crate::collateral::import_slips(workspace, slips, wanted.preview);
    }
    // Whoever wants to stop ends the program; what was not committed is not there.
    let mut go_on = |_, _| true;
    let header_rows = workspace.header_rows()?;
    let mut files = Vec::new();
    let mut left_out = Vec::new();
    for path in &wanted.data {
        let reading = Reading {
            sheet: wanted.sheet.clone(),
            header_row: wanted.header_row,
            ..Reading::default()
        };
        let file = DataFile::new(path, reading);
        let surveyed = file.look(&mut go_on).map_err(|error| about(path, error))?;
        let is_ours = |surveyed: &Surveyed| workspace.propose_import(surveyed, None).map(drop);
        let others = file.look_at_other_sheets(&surveyed, &header_rows, is_ours, &mut go_on);
        let (file, surveyed) = header_rows
            .apply(file, surveyed, &mut go_on)
            .map_err(|error| about(path, error))?;
        files.push((path, file, surveyed));
        files.extend(
            others
                .found
                .into_iter()
                .map(|(sheet, surveyed)| (path, sheet, surveyed)),
        );
        left_out.extend(others.left_out);
    }
    must_concern_a_file(workspace, wanted, &files)?;
    let company = words_of(workspace)?;
    let mut reports = Vec::new();
    let mut words = String::new();
    for (path, file, surveyed) in &files {
        let report = chosen(workspace, wanted, surveyed)
            .and_then(|(proposed, _)| {
                if wanted.preview {
                    workspace.preview_import(file, surveyed, &proposed, &mut go_on)
                } else {
                    workspace.import(file, surveyed, &proposed, &mut go_on)
                }
            })
            .map_err(|error| about(path, error))?;
        words += &report_text(&report, wanted.preview, &company);
        reports.push(report);
    }
    for note in left_out {
        words += &format!("{note}\n");
        if let Some(report) = reports.last_mut() {
            report.notes.push(note);
        }
    }
    if let Some(path) = &wanted.rejected {
        write_atomically(path, &rejected_rows(&reports)?)?;
    }
    Answer::new(&reports, words)
}

fn about(path: &Path, error: Error) -> Error {
    Error {
        message: format!("{}: {}", path.display(), error.message),
        ..error
    }
}

/// What is said of columns and values may be meant for one of several files, but for one it must be.
fn must_concern_a_file(
    workspace: &Workspace,
    wanted: &Importing,
    files: &[(&PathBuf, DataFile, Surveyed)],
) -> Result<()> {
    let mut complaints: Vec<Vec<Option<Error>>> = Vec::new();
    for (path, _, surveyed) in files {
        let (_, of_file) = chosen(workspace, wanted, surveyed).map_err(|error| about(path, error))?;
        complaints.push(of_file);
    }
    for said in 0..wanted.maps.len() + wanted.values.len() {
        let mut of_said = complaints
            .iter()
            .map(|of_file| of_file.get(said).cloned().flatten());
        let first = of_said.next().flatten();
        if let (Some(error), true) = (first, of_said.all(|other| other.is_some())) {
            return Err(error);
        }
    }
    Ok(())
}

/// Returns what is proposed for a file, changed as the arguments say, and for each argument why it does not concern it.
fn chosen(
    workspace: &Workspace,
    wanted: &Importing,
    surveyed: &Surveyed,
) -> Result<(Proposed, Vec<Option<Error>>)> {
    let mut proposed = workspace.propose_import(surveyed, wanted.kind.map(Into::into))?;
    let survey = &surveyed.survey;
    let choice = &mut proposed.choice;
    let mut complaints = Vec::new();
    for map in &wanted.maps {
        let (field, column) = map
            .split_once('=')
            .ok_or_else(|| Error::invalid("map", format!("“{map}” is not of the form FIELD=COLUMN.")))?;
        let done = match field {
            "attribute" => choice.take_from(column, Use::Attribute, survey),
            "left_out" => choice.take_from(column, Use::LeftOut, survey),
            name => choice.give(known(name, choice.kind)?, column, survey),
        };
        complaints.push(done.err());
    }
    for value in &wanted.values {
        let (field, from, to) = value
            .split_once(':')
            .and_then(|(field, rest)| rest.rsplit_once('=').map(|(from, to)| (field, from, to)))
            .ok_or_else(|| Error::invalid("value", format!("“{value}” is not of the form FIELD:FROM=TO.")))?;
        let term = Some(to).filter(|to| !to.is_empty());
        complaints.push(choice.mean(known(field, choice.kind)?, from, term).err());
    }
    if let Some(order) = wanted.dates {
        choice.read_days(order.into(), survey);
    }
    if let Some(swap) = wanted.swapped {
        choice.swap_days(swap == YesNo::Yes, survey);
    }
    if let Some(mark) = wanted.decimal {
        choice.read_decimals(mark)?;
    }
    if let Some(currency) = &wanted.currency {
        choice.count_in(currency)?;
    }
    choice.accepts_guesses = wanted.accept_guesses;
    Ok((proposed, complaints))
}

fn known(name: &str, kind: RecordKind) -> Result<Field> {
    field_called(name).ok_or_else(|| {
        let names: Vec<String> = lockstep_core::leads::fields(kind)
            .iter()
            .map(|entry| word(entry.field))
            .collect();
        Error::invalid("map", format!("There is no field “{name}”."))
            .hint(format!("The fields are {}.", names.join(", ")))
    })
}

fn report_text(report: &ImportReport, preview: bool, words: &Words) -> String {
    let sure = |confidence: u8| words.rate(i64::from(confidence) * 100);
    let mut text = format!(
        "{}: {} ({} sure). {}\n",
        report.file_name,
        report.kind.name().to_lowercase(),
        sure(report.confidence),
        if report.remembered {
            "Read as the last file of this shape."
        } else {
            &report.why
        }
    );
    let mut table = Table::new(&["Column", "Becomes", ">Sure", "Why"]);
    for column in &report.columns {
        let mut becomes = match column.becomes {
            Use::Field(field) => word(field),
            Use::Attribute => "attribute".into(),
            Use::LeftOut => "left out".into(),
        };
        if let Some(also) = &column.also {
            becomes += &format!(", {also}");
        }
        table.line([
            column.column.clone(),
            becomes,
            column.confidence.map_or_else(|| NOTHING.into(), sure),
            match &column.ask {
                Some(ask) => format!("{} {ask}", column.why),
                None => column.why.clone(),
            },
        ]);
    }
    text += &table.to_string();
    for lack in &report.lacks {
        text += &format!("Lacking: {}\n", lack.why);
    }
    for value in &report.untranslated {
        text += &format!(
            "“{}” in “{}” ({}) has no term; say with --value {}:{}=TERM.\n",
            value.value,
            value.column,
            counted(words, i64::try_from(value.rows).unwrap_or(i64::MAX), "row"),
            value.field,
            value.value
        );
    }
    for guess in &report.guesses {
        text += &format!("Taken as likely: {guess}\n");
    }
    for said in &report.notes {
        text += &format!("{said}\n");
    }
    for apart in &report.apart {
        text += &format!(
            "“{}”: {} {}, {} in all, kept apart from every sum.\n",
            apart.column,
            counted(words, apart.rows, "amount"),
            match &apart.currency {
                Some(currency) => format!("in {currency}"),
                None => "without a currency".into(),
            },
            apart
                .hundredths
                .map_or_else(|| "more than can be counted".into(), |sum| words.hundredths(sum)),
        );
    }
    text += &format!(
        "{} of {}: {} added, {} updated, {} unchanged, {} rejected",
        if preview { "It would become" } else { "Taken in" },
        counted(words, report.rows, "row"),
        words.count(report.added),
        words.count(report.updated),
        words.count(report.unchanged),
        words.count(report.rejected)
    );
    if report.kind == RecordKind::Leads {
        text += &format!("; source missing: {}", words.count(report.source_missing));
    }
    if report.conflicts > 0 {
        text += &format!(
            "; {} {} as changed here, though the file says otherwise",
            counted(words, report.conflicts, "value"),
            if report.conflicts == 1 { "stays" } else { "stay" }
        );
    }
    text += ".\n";
    if !report.rejected_rows.is_empty() {
        let mut table = Table::new(&[">Row", "Column", "Value", "Why not"]);
        for rejected in report.rejected_rows.iter().take(20) {
            table.line([
                rejected.row.to_string(),
                rejected.column.clone().unwrap_or_else(|| NOTHING.into()),
                rejected.value.clone(),
                rejected.reason.clone(),
            ]);
        }
        text += &table.to_string();
    }
    match &report.import {
        Some(import) => text += &format!("Import {import}\n\n"),
        None => text.push('\n'),
    }
    text
}

impl From<Kind> for RecordKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Leads => Self::Leads,
            Kind::Opportunities => Self::Opportunities,
            Kind::Costs => Self::Costs,
        }
    }
}

impl From<Dates> for DayOrder {
    fn from(dates: Dates) -> Self {
        match dates {
            Dates::Dmy => Self::Dmy,
            Dates::Mdy => Self::Mdy,
            Dates::Ymd => Self::Ymd,
        }
    }
}
