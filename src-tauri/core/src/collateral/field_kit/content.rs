//! What stands in a field kit: the pieces that both sides approved and that are current, their pages, who approved them and
//! when, and the content matrix.

use std::collections::HashMap;

use chrono::NaiveDate;
use lockstep_documents::FileKind;
use lockstep_workspace::{
    agreements::{self, VersionState},
    context::ReadContext,
    error::Result,
    list_items,
    people::Side,
};
use serde::Serialize;
use ts_rs::TS;

use crate::{
    buyers::Insight,
    collateral::{
        PieceKind, PieceLine,
        catalogue::catalogue,
        files,
        matrix::{
            queries::matrix,
            view::{Coverage, MatrixHeading},
        },
        shortened,
        subject::PIECE,
    },
    ids::{BuyingCycleId, PieceId},
};

/// The longest beginning of a text that stands in place of a passage.
const OPENING: usize = 180;
/// A page has at most so many letters in the kit: what stands behind them is not found, and the kit stays small.
const PAGE_LETTERS: usize = 20_000;

/// Everything that the page of a field kit shows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FieldKit {
    /// The version of this shape.
    pub version: u32,
    /// The workspace it is of: return slips name it.
    pub workspace: String,
    /// The company.
    pub company: String,
    /// The company's language, by whose conventions days are written.
    pub language: String,
    /// The day on which it says what is so.
    pub as_of: NaiveDate,
    /// The personas, in their order.
    pub personas: Vec<MatrixHeading>,
    /// The buying phases, in their order.
    pub phases: Vec<MatrixHeading>,
    /// The pieces, by title.
    pub pieces: Vec<KitPiece>,
    /// The cells of the content matrix.
    pub cells: Vec<KitCell>,
}

/// A piece in a field kit.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct KitPiece {
    /// The piece.
    pub id: PieceId,
    /// What it is called.
    pub title: String,
    /// What it is made for.
    pub kind: PieceKind,
    /// What that is called.
    pub kind_name: String,
    /// Its language.
    pub language: Option<String>,
    /// Words under which it is found.
    pub tags: Vec<String>,
    /// What else is to be said about it.
    pub notes: String,
    /// The personas it is made for.
    pub personas: Vec<String>,
    /// The buying phases it is made for.
    pub phases: Vec<String>,
    /// The needs it answers, in the buyers' words.
    pub needs: Vec<String>,
    /// The address, where it is a link; else empty.
    pub link: String,
    /// The file; nothing where it is a link.
    pub file: Option<KitFile>,
    /// Where its small picture lies in the kit.
    pub picture: Option<String>,
    /// The first words of its text.
    pub opening: String,
    /// Who approved it.
    pub approved: Vec<KitApproval>,
    /// The last day on which it is current.
    pub review_by: Option<NaiveDate>,
    /// Its text, page by page.
    pub pages: Vec<KitPage>,
}

/// The file of a piece in a field kit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KitFile {
    /// Its SHA-256.
    #[serde(skip)]
    pub hash: String,
    /// Where it lies in the kit.
    pub path: String,
    /// What it is called.
    pub name: String,
    /// What whoever opens it has to know; empty where nothing is to be said.
    pub note: String,
}

/// Who approved a piece.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KitApproval {
    /// For which side.
    pub side: Side,
    /// Their name.
    pub name: String,
    /// On which day.
    pub on: NaiveDate,
}

/// A page of a piece, as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KitPage {
    /// Which page it is, from 1.
    pub number: i64,
    /// Its text.
    pub text: String,
    /// What is written beside it.
    pub notes: String,
}

/// A cell of the content matrix in a field kit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KitCell {
    /// The persona.
    pub persona: String,
    /// The phase.
    pub phase: String,
    /// How far it is covered.
    pub coverage: Coverage,
    /// What they want to know.
    pub needs: Vec<String>,
    /// The pieces that are made for it.
    pub pieces: Vec<PieceId>,
}

/// Returns what stands in the field kit today.
///
/// # Errors
/// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
pub fn content(reader: &ReadContext) -> Result<FieldKit> {
    let company = reader.company()?;
    let insights: Vec<Insight> = list_items::all(reader, &BuyingCycleId::only())?;
    let needs: HashMap<&str, &str> = insights
        .iter()
        .map(|one| (one.id.as_str(), one.text.as_str()))
        .collect();
    let matrix = matrix(reader, usize::MAX)?;
    let agreed = agreements::queries::standing_of_all(reader, &PIECE)?;
    let mut pieces = Vec::new();
    for line in catalogue(reader)?.lines().filter(|line| line.is_in_use()) {
        let line = PieceLine::clone(line);
        let versions = agreed
            .get(line.piece.id.as_str())
            .map(Vec::as_slice)
            .unwrap_or_default();
        let holds = versions.iter().find(|one| one.state == VersionState::InForce);
        let approved = holds
            .into_iter()
            .flat_map(|one| &one.signatures)
            .map(|signed| KitApproval {
                side: signed.side,
                name: signed.name.clone(),
                on: reader.day_of(signed.signed_at),
            });
        let mut pages = Vec::new();
        if let Some(version) = &line.version {
            for page in files::pages_of(reader, &version.hash)? {
                pages.push(KitPage {
                    number: page.number,
                    text: shortened(&page.text, PAGE_LETTERS),
                    notes: shortened(&page.notes, PAGE_LETTERS),
                });
            }
        }
        let opening = pages.first().map(|page| {
            let words: Vec<&str> = page.text.split_whitespace().collect();
            shortened(&words.join(" "), OPENING)
        });
        let piece = line.piece;
        pieces.push(KitPiece {
            kind_name: piece.kind.name().into(),
            file: line.version.as_ref().map(|version| {
                let (name, note) = name_in_kit(&version.file_name, version.file_kind);
                KitFile {
                    path: format!("files/{}/{name}", version.hash.get(..16).unwrap_or_default()),
                    hash: version.hash.clone(),
                    name,
                    note,
                }
            }),
            picture: line
                .version
                .as_ref()
                .filter(|_| line.has_picture)
                .map(|version| format!("pictures/{}.jpg", version.hash.get(..32).unwrap_or_default())),
            needs: piece
                .needs
                .iter()
                .filter_map(|need| needs.get(need.as_str()).map(|text| (*text).to_owned()))
                .collect(),
            approved: approved.collect(),
            opening: opening.unwrap_or_default(),
            personas: piece.confirmed_personas().iter().map(|id| id.0.clone()).collect(),
            phases: piece.confirmed_phases().iter().map(|id| id.0.clone()).collect(),
            id: piece.id,
            title: piece.title,
            kind: piece.kind,
            language: piece.language,
            tags: piece.tags,
            notes: piece.notes,
            link: piece.link,
            review_by: piece.review_by,
            pages,
        });
    }
    let (personas, phases, cells) = match matrix {
        Some(matrix) => (matrix.personas, matrix.phases, matrix.cells),
        None => Default::default(),
    };
    Ok(FieldKit {
        version: 1,
        workspace: reader.workspace_id()?,
        company: company.name,
        language: company.language,
        as_of: reader.today(),
        personas,
        phases,
        pieces,
        cells: cells
            .into_iter()
            .map(|cell| KitCell {
                persona: cell.persona.0,
                phase: cell.phase.0,
                coverage: cell.coverage,
                needs: cell.needs.into_iter().map(|need| need.text).collect(),
                pieces: cell.pieces.into_iter().map(|piece| piece.id).collect(),
            })
            .collect(),
    })
}

/// Returns what a file is called in the kit, and what is to be said of it. A page that could run things is kept as text: opened
/// from a folder, it would run with the kit's own rights.
fn name_in_kit(name: &str, kind: FileKind) -> (String, String) {
    let safe = files::safe_name(name);
    if files::runs_in_a_browser(&safe, kind) {
        (
            format!("{safe}.txt"),
            "This is a web page; here it opens as text, because a page can run things.".into(),
        )
    } else {
        (safe, String::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_run_is_text_in_the_kit() {
        let of = |name, kind| name_in_kit(name, kind).0;
        assert_eq!(of("Prices.pdf", FileKind::Pdf), "Prices.pdf");
        assert_eq!(of("page.html", FileKind::Html), "page.html.txt");
        assert_eq!(of("page", FileKind::Html), "page.txt");
        assert_eq!(of("drawing.SVG", FileKind::Other), "drawing.SVG.txt");
        assert_eq!(of("../../x.pdf", FileKind::Pdf), "_.._x.pdf");
    }

    #[test]
    fn a_text_is_cut_between_letters() {
        assert_eq!(shortened("Ärzte", 2), "Är…");
        assert_eq!(shortened("Ärzte", 5), "Ärzte");
    }
}
