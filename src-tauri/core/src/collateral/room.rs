//! What the library hands the ground floor.

use lockstep_workspace::{
    context::ReadContext,
    error::Result,
    people::Side,
    rooms::{Hit, Room, SearchText, Table, restore, term},
    rows,
    units::{
        Counted::{In, Plain},
        Unit::Count,
    },
    waiting::Waiting,
};

use super::{
    AddedFile, Piece, PieceKind, PieceVersion,
    actions::{AddLink, BringBackPiece, ConfirmPieces, EditPiece, EditPieces, RemovePiece, RetirePiece},
    approving::{ApprovePiece, SendBackPiece},
    listing,
    queries::{LibrarySize, ListPieces, OpenPiece, PiecePictures, PieceText, ReviewQueue},
    standing::PieceState,
    subject::PieceSubject,
};

/// The name of the room.
pub const NAME: &str = "collateral";

lockstep_workspace::dispatch::commands! {
    actions {
        add_link: AddLink, edit_piece: EditPiece, edit_pieces: EditPieces, confirm_pieces: ConfirmPieces,
        approve_piece: ApprovePiece, send_back_piece: SendBackPiece, retire_piece: RetirePiece, bring_back_piece: BringBackPiece,
        remove_piece: RemovePiece,
    }
    queries {
        list_pieces: ListPieces, open_piece: OpenPiece, piece_text: PieceText, piece_pictures: PiecePictures,
        review_queue: ReviewQueue, library_size: LibrarySize,
    }
}

/// Returns the room.
pub fn room() -> Room {
    Room {
        commands: commands(),
        tables: tables(),
        subjects: vec![&PieceSubject],
        search: Some(search),
        waiting: Some(waiting),
        types: Some(|declarations| {
            // What the shell tells of files that were added.
            declarations.declare::<AddedFile>();
        }),
        ..Room::named(NAME)
    }
}

fn tables() -> Vec<Table> {
    vec![
        Table {
            named_by: &["title"],
            is_referred_to: true,
            ..Table::of::<Piece>()
                .called("piece")
                .with_terms(|column, text| {
                    (column == "kind")
                        .then(|| term(text, |kind: PieceKind| kind.name().into()))
                        .flatten()
                })
                .restored_by(restore!(Piece, EditPiece))
        },
        Table {
            named_by: &["file_name"],
            ..Table::of::<PieceVersion>()
                .called("version of a piece")
                .counting(&[("size", Plain), ("pages", In(Count)), ("has_text", Plain)])
        },
    ]
}

fn search(reader: &ReadContext, sought: &SearchText) -> Result<Vec<Hit>> {
    let pieces: Vec<Piece> = rows::all(reader, "WHERE retired_on IS NULL ORDER BY title, id", [])?;
    let hits = pieces.into_iter().filter_map(|piece| {
        Some(Hit {
            room: NAME.into(),
            kind: piece.kind.name().into(),
            rank: sought.rank(&piece.title)?,
            name: piece.title,
            place: String::new(),
            section: "library".into(),
            year: None,
            id: piece.id.0,
        })
    });
    Ok(hits.collect())
}

/// What one side has approved waits for the other; what is stale waits for the side of its owner, or for both.
fn waiting(reader: &ReadContext) -> Result<Vec<Waiting>> {
    let lines = listing::all(reader)?;
    let mut waiting = Vec::new();
    let mut say = |sides: Vec<Side>, task: &'static str, count: usize, one: &str, many: &str| {
        if count > 0 {
            waiting.push(Waiting {
                sides,
                task,
                words: if count == 1 {
                    one.to_owned()
                } else {
                    many.replace("{count}", &count.to_string())
                },
                room: NAME.into(),
                year: None,
            });
        }
    };
    for side in Side::BOTH {
        let waits = |line: &&listing::PieceLine| {
            line.state == PieceState::InReview && !line.approved_by.contains(&side)
        };
        let count = lines.iter().filter(waits).count();
        say(
            vec![side],
            "review",
            count,
            "Review one piece of collateral: the other side has approved it",
            "Review {count} pieces of collateral: the other side has approved them",
        );
    }
    let people: Vec<lockstep_workspace::people::Person> = rows::all(reader, "ORDER BY rank, id", [])?;
    for sides in [vec![Side::Sales], vec![Side::Marketing], Side::BOTH.to_vec()] {
        let side_of = |line: &listing::PieceLine| {
            let owner = line.piece.owner.as_ref()?;
            people
                .iter()
                .find(|person| person.id == *owner)
                .map(|person| person.side)
        };
        let is_theirs = |line: &listing::PieceLine| match side_of(line) {
            Some(side @ (Side::Sales | Side::Marketing)) => sides == [side],
            _ => sides.len() == 2,
        };
        let stale = |line: &&listing::PieceLine| {
            line.state == PieceState::Approved && line.is_stale && is_theirs(line)
        };
        let count = lines.iter().filter(stale).count();
        say(
            sides.clone(),
            "look_again",
            count,
            "Look at one approved piece whose review date has passed",
            "Look at {count} approved pieces whose review date has passed",
        );
    }
    Ok(waiting)
}
