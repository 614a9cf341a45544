//! What is done with pieces: add a link, change, confirm, retire, bring back, remove.

use lockstep_text::distinct;
use lockstep_workspace::{
    agreements::{self, VersionState},
    bounds,
    context::{Action, ReadContext, Transaction},
    error::{Error, Result},
    rows::{self, Patch},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Piece, PieceKind, PieceVersion, shortened,
    standing::{PieceState, standing},
    subject::PIECE,
};
use crate::{
    buyers::{BuyingPhase, BuyingPhaseId, Insight, Persona, PersonaId},
    ids::{ListItemId, PieceId},
};

/// The fields that both sides approve: while a piece is in review they stay as they are.
const APPROVED: [&str; 3] = ["title", "kind", "link"];

/// Returns a piece.
pub(super) fn piece(reader: &ReadContext, id: &PieceId) -> Result<Piece> {
    rows::get(reader, id, "This piece")
}

/// Names a step that is about one piece: “Approve “Pitch””.
pub(super) fn named(reader: &ReadContext, id: &PieceId, verb: &str) -> Result<String> {
    Ok(format!("{verb} {}", piece(reader, id)?.in_words()))
}

/// Adds a piece that is a link.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddLink {
    /// The address.
    pub link: String,
    /// What it is called; the address where nothing is given.
    #[serde(default)]
    #[ts(optional)]
    pub title: Option<String>,
}

impl Action for AddLink {
    type Outcome = Piece;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        let short = shortened(self.title.as_deref().unwrap_or(&self.link), 60);
        Ok(format!("Add “{short}” to the library"))
    }

    fn apply(self, change: &mut Transaction) -> Result<Piece> {
        let link = settled_link(&self.link)?;
        let title = self
            .title
            .map(|title| title.trim().to_owned())
            .filter(|title| !title.is_empty());
        let piece = Piece {
            proposed: if title.is_none() {
                vec!["title".into()]
            } else {
                Vec::new()
            },
            title: title.unwrap_or_else(|| link.clone()),
            link,
            ..blank(change)
        };
        rows::insert(change, &piece)?;
        Ok(piece)
    }
}

/// Returns an empty piece.
pub(super) fn blank(change: &Transaction) -> Piece {
    Piece {
        id: change.new_id(),
        title: String::new(),
        kind: PieceKind::Other,
        link: String::new(),
        language: None,
        owner: None,
        review_by: None,
        personas: Vec::new(),
        phases: Vec::new(),
        needs: Vec::new(),
        tags: Vec::new(),
        notes: String::new(),
        proposed: Vec::new(),
        sent_back: String::new(),
        retired_on: None,
        retired_because: String::new(),
        successor: None,
        created_at: change.now(),
        is_home_made: false,
        origin: None,
        origin_pages: Vec::new(),
    }
}

/// Checks that an address is one that a browser opens.
fn settled_link(link: &str) -> Result<String> {
    let link = link.trim();
    let rest = link
        .strip_prefix("https://")
        .or_else(|| link.strip_prefix("http://"));
    match rest {
        Some(rest) if !rest.is_empty() && !link.chars().any(|c| c.is_whitespace() || c.is_control()) => {
            Ok(link.into())
        }
        _ => Err(Error::invalid("link", "That is not a web address.")
            .hint("It begins with https:// and has no spaces.")),
    }
}

/// Changes fields of a piece. A field that was proposed is confirmed by it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditPiece {
    /// The piece.
    pub id: PieceId,
    /// The fields that change.
    pub change: Patch<Piece>,
}

impl Action for EditPiece {
    type Outcome = Piece;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.id, "Change")
    }

    fn apply(self, change: &mut Transaction) -> Result<Piece> {
        edit(change, &self.id, &self.change, &Additions::default())
    }
}

/// Changes fields of several pieces at once: one step.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditPieces {
    /// The pieces.
    pub ids: Vec<PieceId>,
    /// The fields that change, in each.
    pub change: Patch<Piece>,
    /// Tags that each gets beside its own.
    #[serde(default)]
    #[ts(optional)]
    pub add_tags: Option<Vec<String>>,
    /// Personas that each gets beside its own.
    #[serde(default)]
    #[ts(optional)]
    pub add_personas: Option<Vec<PersonaId>>,
    /// Buying phases that each gets beside its own.
    #[serde(default)]
    #[ts(optional)]
    pub add_phases: Option<Vec<BuyingPhaseId>>,
}

impl Action for EditPieces {
    type Outcome = usize;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        match self.ids.as_slice() {
            [one] => named(reader, one, "Change"),
            many => Ok(format!("Change {} pieces", many.len())),
        }
    }

    fn apply(self, change: &mut Transaction) -> Result<usize> {
        let additions = Additions {
            tags: self.add_tags.unwrap_or_default(),
            personas: self.add_personas.unwrap_or_default(),
            phases: self.add_phases.unwrap_or_default(),
        };
        for id in &self.ids {
            edit(change, id, &self.change, &additions)?;
        }
        Ok(self.ids.len())
    }
}

/// Checks that personas, phases and needs are there.
///
/// # Errors
/// `NotFound`, naming the field.
pub(super) fn must_know<'i>(
    reader: &ReadContext,
    personas: impl IntoIterator<Item = &'i PersonaId>,
    phases: impl IntoIterator<Item = &'i BuyingPhaseId>,
    needs: impl IntoIterator<Item = &'i ListItemId>,
) -> Result<()> {
    let missing = |field: &str, what: &str| Error {
        field: Some(field.to_owned()),
        ..Error::not_found(what)
    };
    for id in personas {
        rows::find::<Persona>(reader, id)?.ok_or_else(|| missing("personas", "The persona chosen here"))?;
    }
    for id in phases {
        rows::find::<BuyingPhase>(reader, id)?.ok_or_else(|| missing("phases", "The phase chosen here"))?;
    }
    for id in needs {
        rows::find::<Insight>(reader, id)?.ok_or_else(|| missing("needs", "The need chosen here"))?;
    }
    Ok(())
}

/// Adds what is not there yet.
pub(super) fn join<T: PartialEq + Clone>(to: &mut Vec<T>, more: &[T]) {
    for one in more {
        if !to.contains(one) {
            to.push(one.clone());
        }
    }
}

/// Returns a piece with each tag once, however it is written.
pub(super) fn settled_tags(mut piece: Piece) -> Piece {
    piece.tags = distinct(std::mem::take(&mut piece.tags), |known, tag| {
        known.to_lowercase() == tag.to_lowercase()
    });
    piece
}

/// What a piece gets beside its own.
#[derive(Default)]
struct Additions {
    tags: Vec<String>,
    personas: Vec<PersonaId>,
    phases: Vec<BuyingPhaseId>,
}

impl Additions {
    /// Returns the fields to which something is added.
    fn names(&self) -> impl Iterator<Item = &'static str> {
        let fields = [
            ("tags", self.tags.is_empty()),
            ("personas", self.personas.is_empty()),
            ("phases", self.phases.is_empty()),
        ];
        fields
            .into_iter()
            .filter(|(_, is_empty)| !is_empty)
            .map(|(name, _)| name)
    }
}

fn edit(change: &Transaction, id: &PieceId, patch: &Patch<Piece>, additions: &Additions) -> Result<Piece> {
    let before = piece(change, id)?;
    let mut after = patch.apply(&before)?;
    // What somebody adds takes the place of what was only proposed: it does not confirm that.
    let gives_way = |field: &str| before.is_proposed(field) && !patch.names().any(|name| name == field);
    if !additions.personas.is_empty() && gives_way("personas") {
        after.personas.clear();
    }
    if !additions.phases.is_empty() && gives_way("phases") {
        after.phases.clear();
    }
    join(&mut after.tags, &additions.tags);
    join(&mut after.personas, &additions.personas);
    join(&mut after.phases, &additions.phases);
    let changes_what_is_approved =
        (&before.title, before.kind, &before.link) != (&after.title, after.kind, &after.link);
    if changes_what_is_approved && standing(change, &before)?.state == PieceState::InReview {
        let field = patch
            .names()
            .find(|name| APPROVED.contains(name))
            .unwrap_or("title");
        return Err(Error {
            field: Some(field.to_owned()),
            ..Error::refused("One side has approved this piece as it is, and the other is looking at it.")
        }
        .hint("Send it back first; then it can be changed and approved again."));
    }
    if after.link != before.link {
        after.link = if after.link.trim().is_empty() {
            String::new()
        } else {
            settled_link(&after.link)?
        };
    }
    bounds::day("review_by", after.review_by)?;
    must_know(
        change,
        after.personas.iter().filter(|id| !before.personas.contains(id)),
        after.phases.iter().filter(|id| !before.phases.contains(id)),
        after.needs.iter().filter(|id| !before.needs.contains(id)),
    )?;
    after = settled_tags(after);
    after.language = after
        .language
        .map(|language| language.trim().to_lowercase())
        .filter(|one| !one.is_empty());
    after.proposed.retain(|field| {
        !patch.names().any(|name| name == field) && !additions.names().any(|name| name == field)
    });
    rows::update(change, &after)?;
    Ok(after)
}

/// Says that what was proposed for pieces is right.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConfirmPieces {
    /// The pieces.
    pub ids: Vec<PieceId>,
}

impl Action for ConfirmPieces {
    type Outcome = ();

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        match self.ids.as_slice() {
            [one] => named(reader, one, "Confirm what was proposed for"),
            many => Ok(format!("Confirm what was proposed for {} pieces", many.len())),
        }
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        for id in &self.ids {
            let mut piece = piece(change, id)?;
            piece.proposed.clear();
            rows::update(change, &piece)?;
        }
        Ok(())
    }
}

/// Returns a reason, which must be given.
pub(super) fn because(said: &str, missing: &str) -> Result<String> {
    let said = said.trim();
    if said.is_empty() {
        Err(Error::invalid("because", missing))
    } else {
        Ok(said.into())
    }
}

/// Retires a piece: it stays, and shows only to whoever asks for it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RetirePiece {
    /// The piece.
    pub id: PieceId,
    /// Why.
    pub because: String,
    /// The piece that takes its place, if one does.
    #[serde(default)]
    #[ts(optional)]
    pub successor: Option<PieceId>,
}

impl Action for RetirePiece {
    type Outcome = Piece;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.id, "Retire")
    }

    fn apply(self, change: &mut Transaction) -> Result<Piece> {
        let mut piece = piece(change, &self.id)?;
        if standing(change, &piece)?.state == PieceState::InReview {
            return Err(
                Error::refused("One side has approved this piece, and the other is looking at it.")
                    .hint("Send it back first."),
            );
        }
        if self.successor.as_ref() == Some(&self.id) {
            return Err(
                Error::invalid("successor", "A piece cannot take its own place.").hint("Choose another one.")
            );
        }
        piece.retired_because = because(&self.because, "Say why, for whoever looks for it later.")?;
        piece.retired_on = Some(change.today());
        piece.successor = self.successor;
        rows::update(change, &piece)?;
        Ok(piece)
    }
}

/// Brings a retired piece back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BringBackPiece {
    /// The piece.
    pub id: PieceId,
}

impl Action for BringBackPiece {
    type Outcome = Piece;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.id, "Bring back")
    }

    fn apply(self, change: &mut Transaction) -> Result<Piece> {
        let mut piece = piece(change, &self.id)?;
        piece.retired_on = None;
        piece.retired_because.clear();
        piece.successor = None;
        rows::update(change, &piece)?;
        Ok(piece)
    }
}

/// Removes a piece that was never approved by both sides.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RemovePiece {
    /// The piece.
    pub id: PieceId,
}

impl Action for RemovePiece {
    type Outcome = ();

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        named(reader, &self.id, "Remove")
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        piece(change, &self.id)?;
        let agreed = agreements::queries::standing(change, &PIECE, self.id.as_str())?;
        if agreed
            .iter()
            .any(|version| version.state != VersionState::Withdrawn)
        {
            return Err(
                Error::refused("What was put forward for approval stays in the library.")
                    .hint("Retire it: then it shows only to whoever asks for it."),
            );
        }
        if change.count("SELECT count(*) FROM piece_use WHERE piece = ?1", [&self.id])? > 0 {
            return Err(
                Error::refused("This piece was used in a deal, and that stays readable.")
                    .hint("Retire it: then it shows only to whoever asks for it."),
            );
        }
        let versions: Vec<PieceVersion> = rows::all(change, "WHERE piece = ?1", [&self.id])?;
        for version in &versions {
            rows::delete::<PieceVersion>(change, &version.id)?;
        }
        rows::delete::<Piece>(change, &self.id)
    }
}
