//! What the library hands the ground floor.

use std::sync::Arc;

use lockstep_workspace::{
    Workspace,
    context::ReadContext,
    error::{Error, Result},
    people::{Person, Side},
    promises::Fared,
    rooms::{BytesTable, Hit, ReadFile, Room, SearchText, Table, restore, term},
    rows,
    search::MOST,
    units::{
        Counted::{In, Plain, YesOrNo},
        Unit::{Count, Days},
    },
    waiting::{Waiting, sides_of_owner},
};

use super::{
    AddedFile, Piece, PieceKind, PieceVersion, PreparedFile,
    actions::{AddLink, BringBackPiece, ConfirmPieces, EditPiece, EditPieces, RemovePiece, RetirePiece},
    add_files,
    approving::{ApprovePiece, SendBackPiece},
    catalogue::{LibraryCache, catalogue},
    comparing::ComparePieceVersions,
    field_kit::{
        ImportedNote, SlipNoteKind,
        content::FieldKit,
        slips::{ImportSlips, ReadSlips},
    },
    in_use::{
        PieceUse, SaidMoved, UseManner,
        actions::{EditUse, RecordUse, RemoveUse},
        queries::{FindDeals, ListUses, ReportUsage},
        taking::CountTaken,
    },
    keep_file,
    listing::PieceLine,
    matrix::{
        MatrixMark,
        actions::{EditMatrixMark, MarkMatrix},
        queries::{OpenContentMatrix, OpenMatrixCell},
    },
    merging::{MergePieces, MergedPiece},
    queries::{LibrarySize, ListPieces, OpenPiece, PiecePictures, PieceText, ReviewQueue},
    requests::{
        CollateralRequest, RequestKind, RequestState,
        actions::{AnswerRequest, AskForPiece, EditRequest, RemoveRequest},
        promise,
        queries::ListRequests,
    },
    search::{self, best_first},
    send_pack::OpenSendPack,
    settings::{CollateralSettings, EditCollateralSettings, ShowCollateralSettings},
    standing::PieceState,
    subject::PieceSubject,
    worksheet,
};
use crate::ids::PersonId;

/// The name of the room.
pub const NAME: &str = "collateral";

lockstep_workspace::dispatch::commands! {
    actions {
        add_link: AddLink, edit_piece: EditPiece, edit_pieces: EditPieces, confirm_pieces: ConfirmPieces,
        approve_piece: ApprovePiece, send_back_piece: SendBackPiece, retire_piece: RetirePiece, bring_back_piece: BringBackPiece,
        remove_piece: RemovePiece, record_use: RecordUse, edit_use: EditUse, remove_use: RemoveUse, count_taken: CountTaken,
        ask_for_piece: AskForPiece, edit_request: EditRequest, answer_request: AnswerRequest, remove_request: RemoveRequest,
        mark_matrix: MarkMatrix, edit_matrix_mark: EditMatrixMark, edit_collateral_settings: EditCollateralSettings,
        import_slips: ImportSlips, merge_pieces: MergePieces,
    }
    queries {
        list_pieces: ListPieces, open_piece: OpenPiece, piece_text: PieceText, piece_pictures: PiecePictures,
        review_queue: ReviewQueue, library_size: LibrarySize, list_uses: ListUses, find_deals: FindDeals,
        report_usage: ReportUsage, list_requests: ListRequests, open_content_matrix: OpenContentMatrix,
        show_collateral_settings: ShowCollateralSettings, read_slips: ReadSlips, open_send_pack: OpenSendPack,
        compare_piece_versions: ComparePieceVersions,
        open_matrix_cell: OpenMatrixCell,
    }
}

/// Returns the room.
pub fn room() -> Room {
    Room {
        commands: commands(),
        tables: tables(),
        bytes: vec![BytesTable {
            table: "blob",
            hash: "hash",
            bytes: "bytes",
        }],
        subjects: vec![&PieceSubject],
        search: Some(find_hits),
        derived: Some(|| Box::<LibraryCache>::default()),
        waiting: Some(waiting),
        promises: Some(promise::promises),
        keep_file: Some(keep_read_file),
        types: Some(|declarations| {
            // What the shell tells of files that were added.
            declarations.declare::<AddedFile>();
            // What the page of a field kit shows, and what its slips say.
            declarations.declare::<FieldKit>();
            declarations.declare::<SlipNoteKind>();
        }),
        worksheet: Some(worksheet::worksheet),
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
                .counting(&[("is_home_made", YesOrNo)])
                .with_terms(|column, text| {
                    (column == "kind")
                        .then(|| term(text, |kind: PieceKind| kind.name().into()))
                        .flatten()
                })
                .restored_by(restore!(Piece, EditPiece))
        },
        Table {
            named_by: &["file_name"],
            ..Table::of::<PieceVersion>().called("version").counting(&[
                ("size", Plain),
                ("pages", In(Count)),
                ("has_text", YesOrNo),
            ])
        },
        Table {
            named_by: &["deal"],
            ..Table::of::<PieceUse>()
                .called("use")
                .counting(&[("easy_to_find", Plain), ("fitted", Plain), ("ready", Plain)])
                .with_terms(|column, text| match column {
                    "manner" => term(text, |manner: UseManner| manner.name().into()),
                    "moved" => term(text, |moved: SaidMoved| moved.name().into()),
                    _ => None,
                })
                .restored_by(restore!(PieceUse, EditUse))
        },
        Table {
            named_by: &["wanted"],
            ..Table::of::<CollateralRequest>()
                .called("request")
                .with_terms(|column, text| {
                    (column == "kind")
                        .then(|| term(text, |kind: RequestKind| kind.name().into()))
                        .flatten()
                })
                .restored_by(restore!(CollateralRequest, EditRequest))
        },
        Table {
            named_by: &["said_by"],
            ..Table::of::<ImportedNote>().called("note of a return slip")
        },
        Table::of::<MergedPiece>().called("merged piece"),
        Table::of::<MatrixMark>()
            .called("matrix decision")
            .counting(&[("is_required", YesOrNo)])
            .restored_by(restore!(MatrixMark, EditMatrixMark)),
        Table::of::<CollateralSettings>()
            .called("library setting")
            .counting(&[("moved_within_days", In(Days)), ("answer_within_days", In(Days))])
            .restored_by(restore!(CollateralSettings, EditCollateralSettings)),
    ]
}

/// Keeps a file that was read before, as a piece.
fn keep_read_file(workspace: &mut Workspace, file: ReadFile) -> Result<String> {
    let document = serde_json::from_value(file.read)?;
    let prepared = PreparedFile::read_before(file.bytes, file.file_name, document, file.picture)?;
    let facts = keep_file(workspace, &prepared)?;
    let added = add_files(workspace, vec![facts])?;
    let piece = added.into_iter().next().and_then(|one| one.piece);
    piece
        .map(|piece| piece.0)
        .ok_or_else(|| Error::internal("a file became no piece"))
}

/// Finds pieces by their titles, whatever their state, and those that are in use also by the words of their pages, by what they are
/// made for, and by persona and phase.
fn find_hits(reader: &ReadContext, sought: &SearchText) -> Result<Vec<Hit>> {
    let library = catalogue(reader)?;
    let by_words = search::find(reader, sought.as_str(), &library)?;
    let mut hits: Vec<(u8, usize)> = Vec::new();
    for (place, entry) in library.entries().iter().enumerate() {
        if entry.line.state == PieceState::Retired {
            continue;
        }
        if let Some(rank) = sought.rank_folded(&entry.key) {
            hits.push((rank, place));
        } else if entry.line.is_in_use() && by_words.as_ref().is_some_and(|found| found.at(place).is_some()) {
            hits.push((SearchText::INSIDE, place));
        }
    }
    // Among those that only their pages tell of, the best page comes first.
    let order = |(rank, one): &(u8, usize), (other_rank, other): &(u8, usize)| {
        let by_page = || match by_words.as_ref().map(|found| (found.at(*one), found.at(*other))) {
            Some((Some(one), Some(other))) if *rank == SearchText::INSIDE => one.order(other),
            _ => std::cmp::Ordering::Equal,
        };
        rank.cmp(other_rank).then_with(by_page).then(one.cmp(other))
    };
    best_first(&mut hits, MOST, order);
    let told = hits.into_iter().filter_map(|(rank, place)| {
        let line = &library.entries().get(place)?.line;
        Some(Hit {
            room: NAME.into(),
            kind: line.piece.kind.name().into(),
            rank,
            name: line.piece.title.clone(),
            place: String::new(),
            section: "library".into(),
            year: None,
            id: line.piece.id.0.clone(),
        })
    });
    Ok(told.collect())
}

/// What one side has approved waits for the other; what is stale waits for the side of its owner, or for both.
fn waiting(reader: &ReadContext) -> Result<Vec<Waiting>> {
    let library = catalogue(reader)?;
    let mut waiting = Vec::new();
    let mut say = |sides: Vec<Side>,
                   task: &'static str,
                   people: Vec<PersonId>,
                   count: usize,
                   [one, many]: [&str; 2]| {
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
                people,
            });
        }
    };
    for side in Side::BOTH {
        let waits =
            |line: &&Arc<PieceLine>| line.state == PieceState::InReview && !line.approved_by.contains(&side);
        let count = library.lines().filter(waits).count();
        say(
            vec![side],
            "review",
            Vec::new(),
            count,
            [
                "Review one piece of collateral: the other side has approved it",
                "Review {count} pieces of collateral: the other side has approved them",
            ],
        );
    }
    let people: Vec<Person> = rows::all(reader, "ORDER BY rank, id", [])?;
    for sides in [&[Side::Sales][..], &[Side::Marketing], &Side::BOTH] {
        let stale = |line: &&Arc<PieceLine>| {
            line.state == PieceState::Approved
                && line.is_stale
                && sides_of_owner(&people, line.piece.owner.as_ref()) == sides
        };
        let theirs: Vec<_> = library.lines().filter(stale).collect();
        let owners = theirs.iter().filter_map(|line| line.piece.owner.clone());
        say(
            sides.to_vec(),
            "look_again",
            owners.collect(),
            theirs.len(),
            [
                "Look at one approved piece whose review date has passed",
                "Look at {count} approved pieces whose review date has passed",
            ],
        );
    }
    let today = reader.today();
    let requests: Vec<CollateralRequest> = rows::all(reader, "", [])?;
    let owed = |asks: &&CollateralRequest| match asks.state() {
        RequestState::Open => true,
        // What is promised waits again once the day has come.
        RequestState::Promised => asks.promised_for.is_some_and(|day| day <= today),
        RequestState::Answered | RequestState::Declined => false,
    };
    let late = |asks: &&CollateralRequest| asks.fares(today) == Fared::Overdue;
    let (all, overdue) = (
        requests.iter().filter(owed).count(),
        requests.iter().filter(owed).filter(late).count(),
    );
    say(
        vec![Side::Marketing],
        "answer",
        Vec::new(),
        all - overdue,
        [
            "Answer one request for collateral",
            "Answer {count} requests for collateral",
        ],
    );
    say(
        vec![Side::Marketing],
        "answer",
        Vec::new(),
        overdue,
        [
            "Answer one request for collateral that is past its date",
            "Answer {count} requests for collateral that are past their date",
        ],
    );
    let uses: Vec<PieceUse> = rows::all(reader, "", [])?;
    say(
        vec![Side::Sales],
        "rate",
        Vec::new(),
        uses.iter().filter(|used| !used.is_rated()).count(),
        [
            "Say how one piece did in a deal",
            "Say how {count} pieces did in deals",
        ],
    );
    Ok(waiting)
}
