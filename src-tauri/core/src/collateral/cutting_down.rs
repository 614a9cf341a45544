//! A shorter piece is made of some pages of another.

use lockstep_workspace::{
    Workspace,
    context::{Action, Named, ReadContext, Transaction},
    error::{Error, Result},
    rows,
};

use super::{
    AddedFile, Became, FileFacts, Piece,
    adding::add,
    requests::{CollateralRequest, actions::AnswerRequest},
};
use crate::ids::{CollateralRequestId, PieceId};

/// Makes a piece of some pages of another: a draft that remembers where it comes from. It answers a request for it.
///
/// # Errors
/// `NotFound` when there is no such piece or request; `Refused` when the library has this file already.
pub fn add_cut_down(
    workspace: &mut Workspace,
    origin: PieceId,
    pages: Vec<u32>,
    request: Option<CollateralRequestId>,
    file: FileFacts,
) -> Result<AddedFile> {
    workspace.act(AddCutDown {
        origin,
        pages,
        request,
        file,
    })
}

struct AddCutDown {
    origin: PieceId,
    pages: Vec<u32>,
    request: Option<CollateralRequestId>,
    file: FileFacts,
}

impl Named for AddCutDown {
    const NAME: &'static str = "add_cut_down";
}

impl Action for AddCutDown {
    type Outcome = AddedFile;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let origin: Piece = rows::get(reader, &self.origin, "This piece")?;
        Ok(format!("Make a shorter version of {}", origin.in_words()))
    }

    fn apply(self, change: &mut Transaction) -> Result<AddedFile> {
        let origin: Piece = rows::get(change, &self.origin, "This piece")?;
        let is_proposed = origin.is_proposed("personas");
        let added = add(change, self.file)?;
        let (Some(id), Became::Added) = (&added.piece, &added.became) else {
            return Err(Error::refused(format!(
                "The library has these pages already, as “{}”.",
                added.title
            )));
        };
        let mut piece: Piece = rows::get(change, id, "This piece")?;
        piece.title = format!("{}, short", origin.title);
        piece.kind = origin.kind;
        piece.language = origin.language;
        piece.personas = origin.personas;
        piece.phases = origin.phases;
        piece.needs = origin.needs;
        piece.tags = origin.tags;
        piece.owner = origin.owner;
        piece.origin = Some(origin.id);
        piece.origin_pages = self.pages;
        piece.proposed = vec!["title".into(), "phases".into()];
        // What nobody has confirmed of the longer piece is nobody's word of the shorter one.
        if is_proposed {
            piece.proposed.push("personas".into());
        }
        if let Some(request) = self.request {
            let asks: CollateralRequest = rows::get(change, &request, "This request")?;
            if let Some(phase) = asks.phase {
                piece.phases = vec![phase];
            }
            rows::update(change, &piece)?;
            AnswerRequest {
                id: request,
                piece: Some(piece.id.clone()),
                promised_for: None,
                because: None,
            }
            .apply(change)?;
        } else {
            rows::update(change, &piece)?;
        }
        Ok(AddedFile {
            title: piece.title,
            ..added
        })
    }
}
