//! The collateral library from a terminal: files are added, pieces listed and found, their text is printed.

use std::path::{Path, PathBuf};

use lockstep_core::{
    collateral::{
        AddedFile, Became, FileFacts, PieceFilter, PieceKind, PieceState, add_files,
        field_kit::slips::{ImportSlips, NoteFate, ReadSlips, SlipFile, slips_among},
        files, files_in,
        in_use::taking::{CountTaken, Taking},
        keep_file,
        matrix::queries::OpenContentMatrix,
        name_of, prepare_file,
        queries::{FoundPiece, ListPieces, PieceText},
        remove_unused_files,
        send_pack::OpenSendPack,
    },
    ids::PieceId,
};
use lockstep_documents::Reader;
use lockstep_export::{
    collateral::{field_kit, matrix, send_pack},
    options::Options,
    printed::Written,
    text_table::{Table, counted},
};
use lockstep_workspace::{Error, Result, Workspace, company::Company};
use serde::de::DeserializeOwned;

use crate::{Answer, arguments::WhichPieces, leads::words_of};

/// So many pieces are listed at most.
const MOST: usize = 10_000;

/// Adds files and the files of folders. What cannot be added is named, and the others are.
pub fn add(workspace: &mut Workspace, paths: &[PathBuf], made_for: Option<&str>) -> Result<Answer> {
    let kind: Option<PieceKind> = made_for.map(|word| term("type", word, &kinds())).transpose()?;
    let reader = Reader::new(None);
    let mut kept: Vec<FileFacts> = Vec::new();
    let mut became: Vec<AddedFile> = Vec::new();
    for path in files_in(paths)? {
        match prepare_file(&path, &reader, &mut || true).and_then(|file| keep_file(workspace, &file)) {
            Ok(facts) => kept.push(match kind {
                Some(kind) => facts.made_for(kind),
                None => facts,
            }),
            Err(error) => became.push(AddedFile::refused(name_of(&path), &error)),
        }
    }
    if !kept.is_empty() {
        became.splice(0..0, add_files(workspace, kept)?);
    }
    remove_unused_files(workspace)?;
    let words = words_of(workspace)?;
    let mut table = Table::new(&["File", "Became", "Piece", "Title", ""]);
    for file in &became {
        let what = match file.became {
            Became::Added => "a new piece",
            Became::Version => "a new version",
            Became::Known => "known already",
            Became::Refused => "not added",
        };
        table.line([
            file.file_name.clone(),
            what.into(),
            file.piece.as_ref().map(ToString::to_string).unwrap_or_default(),
            file.title.clone(),
            file.note.clone(),
        ]);
    }
    let added = became.iter().filter(|file| file.became == Became::Added).count();
    let added = counted(&words, i64::try_from(added).unwrap_or(i64::MAX), "piece");
    Answer::new(&became, format!("{table}\n{added} added.\n"))
}

/// Lists pieces, or finds them by their words.
pub fn list(workspace: &Workspace, text: Option<String>, which: WhichPieces) -> Result<Answer> {
    let states = which.state.map(|word| match word.as_str() {
        "all" => Ok(Vec::new()),
        word => term("state", word, "draft, in_review, approved, retired or all")
            .map(|state: PieceState| vec![state]),
    });
    let kind = which.made_for.map(|word| term("type", &word, &kinds()));
    let found = workspace.ask(ListPieces {
        text,
        filter: Some(PieceFilter {
            states: states.transpose()?,
            kinds: kind.transpose()?.map(|kind| vec![kind]),
            language: which.language,
            tag: which.tag,
            ..PieceFilter::default()
        }),
        offset: None,
        limit: Some(MOST),
    })?;
    let words = words_of(workspace)?;
    let mut table = Table::new(&["Piece", "Title", "Type", "State", ">Pages", "Found"]);
    for piece in &found.pieces {
        let FoundPiece { line, passage } = piece;
        let state = if line.is_stale {
            format!("{}, stale", line.state.name())
        } else {
            line.state.name().into()
        };
        let passage = passage.as_ref().map(|passage| {
            let text: String = passage.parts.iter().map(|part| part.text.as_str()).collect();
            let beside = if passage.in_notes { ", notes" } else { "" };
            format!("p. {}{beside}: {}", passage.page, text.trim())
        });
        table.line([
            line.piece.id.to_string(),
            line.piece.title.clone(),
            line.piece.kind.name().into(),
            state,
            line.version
                .as_ref()
                .map(|version| words.count(version.pages))
                .unwrap_or_default(),
            passage.unwrap_or_default(),
        ]);
    }
    let corrected: String = found
        .corrected
        .iter()
        .map(|word| {
            format!(
                "“{}” stands nowhere; looked for {}.\n",
                word.typed,
                word.meant.join(", ")
            )
        })
        .collect();
    let told = counted(&words, i64::try_from(found.total).unwrap_or(i64::MAX), "piece");
    Answer::new(&found, format!("{corrected}{table}\n{told}.\n"))
}

/// Prints the text of a piece, page by page.
pub fn text(workspace: &Workspace, piece: String) -> Result<Answer> {
    let pages = workspace.ask(PieceText { id: PieceId(piece) })?;
    let mut text = String::new();
    for page in &pages {
        text += &format!("[{}]\n{}\n", page.number, page.text.trim_end());
        if !page.notes.is_empty() {
            text += &format!("Notes: {}\n", page.notes.trim_end());
        }
        text.push('\n');
    }
    if pages.is_empty() {
        text = "There is no text of this piece.\n".into();
    }
    Answer::new(&pages, text)
}

fn kinds() -> String {
    let words = PieceKind::ALL
        .iter()
        .filter_map(|kind| Some(serde_json::to_value(kind).ok()?.as_str()?.to_owned()));
    words.collect::<Vec<_>>().join(", ")
}

fn term<T: DeserializeOwned>(field: &str, word: &str, known: &str) -> Result<T> {
    serde_json::from_value(word.replace('-', "_").into()).map_err(|_| {
        Error::invalid(field, format!("“{word}” is not known here.")).hint(format!("It is one of {known}."))
    })
}

/// Writes the field kit into a folder, or brings the one that is there up to date.
pub fn field_kit(workspace: &Workspace, folder: &Path) -> Result<Answer> {
    let kit = field_kit::write(workspace, folder)?;
    let words = words_of(workspace)?;
    let pieces = counted(&words, i64::try_from(kit.pieces).unwrap_or(i64::MAX), "piece");
    Answer::new(
        &kit,
        format!(
            "A field kit of {pieces} in {}: {} written, {} unchanged, {} removed. Open index.html.",
            folder.display(),
            kit.written,
            kit.unchanged,
            kit.removed
        ),
    )
}

/// Writes the content matrix to a file.
pub fn matrix(workspace: &Workspace, company: &Company, output: &Path, options: &Options) -> Result<Written> {
    let view = workspace.ask(OpenContentMatrix::default())?.ok_or_else(|| {
        Error::refused("There are no personas and phases yet.")
            .hint("Begin them in the window, under Buyers, or call begin_buying_cycle.")
    })?;
    matrix::write(matrix::Matrix { view: &view, company }, output, options)
}

/// What goes into a pack.
pub struct WantedPack<'w> {
    /// The ids of the pieces, in their order.
    pub pieces: Vec<String>,
    /// A line to whoever receives it.
    pub message: &'w str,
    /// Whether pieces go along that are not approved and current.
    pub not_approved: bool,
}

/// Writes several pieces into one archive with a cover sheet, and counts that they were sent.
pub fn pack(
    workspace: &mut Workspace,
    company: &Company,
    wanted: WantedPack,
    output: &Path,
    options: &Options,
) -> Result<Answer> {
    let content = workspace.ask(OpenSendPack {
        pieces: wanted.pieces.into_iter().map(PieceId).collect(),
    })?;
    content.check(wanted.not_approved).map_err(|error| Error {
        hint: error
            .hint
            .filter(|_| content.items.iter().any(|item| item.is_retired))
            .or_else(|| Some("Leave them out, or add --not-approved to send them all the same.".into())),
        ..error
    })?;
    let written = {
        let reader = workspace.reader()?;
        let pack = send_pack::Pack {
            content: &content,
            company,
            message: wanted.message,
        };
        send_pack::write(pack, output, options, &mut |hash| files::bytes_of(&reader, hash))?
    };
    workspace.act(CountTaken {
        pieces: content.items.iter().map(|item| item.id.clone()).collect(),
        how: Taking::Sent,
    })?;
    let words = words_of(workspace)?;
    let pieces = counted(
        &words,
        i64::try_from(content.items.len()).unwrap_or(i64::MAX),
        "piece",
    );
    let mut text = format!("{pieces} and a cover sheet in {}\n", output.display());
    for item in &content.items {
        let place = if item.link.is_empty() {
            &item.name
        } else {
            &item.link
        };
        text += &format!("  {place}\n");
    }
    text += written.note.as_deref().unwrap_or_default();
    Answer::new(&content, text)
}

/// Returns the return slips among files that are to be imported; nothing where none is one.
///
/// # Errors
/// `Invalid` when some are slips and some are not: they are imported in different ways.
pub fn only_slips(paths: &[PathBuf]) -> Result<Option<Vec<SlipFile>>> {
    let (slips, others) = slips_among(paths);
    match (slips.is_empty(), others.is_empty()) {
        (true, _) => Ok(None),
        (false, true) => Ok(Some(slips)),
        (false, false) => Err(Error::invalid(
            "data",
            "Some of these files are return slips, and some are not.",
        )
        .hint("Import the return slips on their own.")),
    }
}

/// Imports return slips, or only says what would become of them.
pub fn import_slips(workspace: &mut Workspace, slips: Vec<SlipFile>, preview: bool) -> Result<Answer> {
    let views = workspace.ask(ReadSlips { slips: slips.clone() })?;
    let mut table = Table::new(&["Slip", "Said by", "Note", ""]);
    for view in &views {
        if !view.reason.is_empty() {
            table.line([
                view.file_name.clone(),
                String::new(),
                "not imported".into(),
                view.reason.clone(),
            ]);
        }
        for note in &view.notes {
            let fate = match note.fate {
                NoteFate::New => "new",
                NoteFate::Known => "imported before",
                NoteFate::Refused => "not imported",
            };
            let words = [note.words.as_str(), note.reason.as_str()].join(". ");
            table.line([
                view.file_name.clone(),
                view.by.clone(),
                fate.into(),
                words.trim_matches(['.', ' ']).into(),
            ]);
        }
    }
    if preview {
        return Answer::new(&views, table.to_string());
    }
    let became = workspace.act(ImportSlips { slips })?;
    let words = format!(
        "{table}\n{} uses and {} requests imported; {} known already, {} not imported.\n",
        became.uses, became.requests, became.known, became.refused
    );
    Answer::new(&became, words)
}
