//! What the room of reviews hands the ground floor.

use lockstep_workspace::{
    context::ReadContext,
    error::Result,
    list_items,
    people::Side,
    rooms::{Hit, Room, Sealed, SearchText, Table, restore, sentence, term},
    rows,
    units::Counted::{In, InTheRowsUnit, Plain, YesOrNo},
    units::Unit::Count,
    waiting::{Waiting, sides_of},
    words::{Words, capitalised},
};

use super::{
    GoalReading, Review, ReviewAction, ReviewAmendment, ReviewDecision, ReviewMark, ReviewNote,
    ReviewNoteKind, ReviewParked, ReviewVote,
    actions::{
        AmendReview, BeginReview, CloseReview, EditReview, PlanReviews, RemoveAmendment, RemoveReview,
        ReopenReview, VoteForNote,
    },
    agenda::{AgendaSection, ReviewAgendaItem, SetAgendaMinutes},
    carrying::{ActionState, in_order},
    dates::ReviewDates,
    decided::DecidedChanges,
    learnings::YearLearnings,
    list_items::*,
    promises,
    queries::{ListReviews, OpenReview, line},
    readings::{EnterGoalReading, RemoveGoalReading},
    silent::{GiveReviewMark, SetReviewReady, is_not_revealed, may_read},
    subject::ReviewSubject,
    view::ReviewState,
    year::ShowYear,
};
use crate::ids::PersonId;

/// The name of the room.
pub const NAME: &str = "review";

lockstep_workspace::dispatch::commands! {
    actions {
        plan_reviews: PlanReviews, edit_review: EditReview, remove_review: RemoveReview, begin_review: BeginReview,
        close_review: CloseReview, set_agenda_minutes: SetAgendaMinutes, reopen_review: ReopenReview, amend_review: AmendReview, remove_amendment: RemoveAmendment,
        set_review_ready: SetReviewReady, give_review_mark: GiveReviewMark, vote_for_note: VoteForNote,
        enter_goal_reading: EnterGoalReading, remove_goal_reading: RemoveGoalReading,
        add_review_note: AddReviewNote, edit_review_note: EditReviewNote, remove_review_note: RemoveReviewNote, move_review_note: MoveReviewNote,
        add_review_decision: AddReviewDecision, edit_review_decision: EditReviewDecision,
        remove_review_decision: RemoveReviewDecision, move_review_decision: MoveReviewDecision,
        add_review_action: AddReviewAction, edit_review_action: EditReviewAction,
        remove_review_action: RemoveReviewAction, move_review_action: MoveReviewAction,
        add_review_parked: AddReviewParked, edit_review_parked: EditReviewParked,
        remove_review_parked: RemoveReviewParked, move_review_parked: MoveReviewParked,
    }
    queries {
        list_reviews: ListReviews, open_review: OpenReview, review_dates: ReviewDates, show_year: ShowYear,
        decided_changes: DecidedChanges, year_learnings: YearLearnings,
    }
}

/// Returns the room.
pub fn room() -> Room {
    Room {
        commands: commands(),
        tables: tables(),
        subjects: vec![&ReviewSubject],
        search: Some(search),
        waiting: Some(waiting),
        promises: Some(promises::promises),
        ..Room::named(NAME)
    }
}

fn side(column: &str, text: &str) -> Option<String> {
    match column {
        "side" => term(text, |side: Side| side.name().into()),
        "kind" => term(text, |kind: ReviewNoteKind| kind.name().into()),
        _ => None,
    }
}

fn tables() -> Vec<Table> {
    let sealed = |columns: &'static [&'static str]| {
        Some(Sealed {
            columns,
            is_sealed: is_not_revealed,
        })
    };
    vec![
        Table {
            named_by: &[],
            is_referred_to: true,
            fixes_calendar: true,
            keeps_whole_texts: true,
            ..Table::of::<Review>()
                .counting(&[
                    ("year", Plain),
                    ("number", Plain),
                    ("sales_ready", YesOrNo),
                    ("marketing_ready", YesOrNo),
                ])
                .with_terms(|column, text| (column == "kind").then(|| sentence(text)))
                .with_together(&[
                    &["sales_ready", "marketing_ready", "revealed_at"],
                    &["closed_at", "worksheet"],
                ])
                .restored_by(restore!(Review, EditReview))
        },
        Table {
            named_by: &[],
            keeps_whole_texts: true,
            ..Table::of::<ReviewAmendment>().called("amendment")
        },
        Table {
            named_by: &[],
            ..Table::of::<ReviewAgendaItem>()
                .called("agenda")
                .counting(&[("minutes", In(Count)), ("taken", In(Count))])
                .with_terms(|column, text| {
                    (column == "section")
                        .then(|| term(text, |section: AgendaSection| section.name().into()))?
                })
        },
        Table {
            may_read,
            sealed: sealed(&["text"]),
            ..Table::of::<ReviewNote>()
                .called("note")
                .with_terms(side)
                .restored_by(restore!(ReviewNote, EditReviewNote))
        },
        Table {
            named_by: &[],
            ..Table::of::<ReviewVote>()
                .called("vote")
                .counting(&[("votes", In(Count))])
        },
        Table {
            named_by: &[],
            may_read,
            sealed: sealed(&["mark"]),
            ..Table::of::<ReviewMark>().called("mark").with_terms(side)
        },
        Table::of::<ReviewDecision>()
            .called("decision")
            .with_terms(|column, text| (column == "changes").then(|| sentence(text)))
            .restored_by(restore!(ReviewDecision, EditReviewDecision)),
        Table::of::<ReviewAction>()
            .called("action")
            .restored_by(restore!(ReviewAction, EditReviewAction)),
        Table::of::<ReviewParked>()
            .called("parked item")
            .counting(&[("settled", YesOrNo)])
            .restored_by(restore!(ReviewParked, EditReviewParked)),
        Table {
            named_by: &["note"],
            ..Table::of::<GoalReading>()
                .called("number of a goal")
                .counting(&[("value", InTheRowsUnit)])
                .with_terms(|column, text| (column == "unit").then(|| sentence(text)))
        },
    ]
}

/// Finds reviews by their period, and what was decided, agreed and parked in them. A hit's section is its review.
fn search(reader: &ReadContext, sought: &SearchText) -> Result<Vec<Hit>> {
    let words = Words::new(&reader.company()?);
    let mut hits = Vec::new();
    for (period, review) in in_order(reader)?.into_iter().rev() {
        let called = review.kind.called(&period.label(&words));
        let mut look = |kind: &str, id: &str, name: &str| {
            if let Some(rank) = sought.rank(name) {
                hits.push(Hit {
                    room: NAME.into(),
                    kind: kind.into(),
                    name: name.into(),
                    place: called.clone(),
                    section: review.id.0.clone(),
                    year: Some(review.year),
                    id: id.into(),
                    rank,
                });
            }
        };
        look("Review", review.id.as_str(), &capitalised(&called));
        for one in list_items::all::<ReviewDecision>(reader, &review.id)? {
            look("Decision", one.id.as_str(), &one.name);
        }
        for one in list_items::all::<ReviewAction>(reader, &review.id)? {
            look("Action", one.id.as_str(), &one.name);
        }
        for one in list_items::all::<ReviewParked>(reader, &review.id)? {
            look("Parked", one.id.as_str(), &one.name);
        }
        // What is written in silence is found once both have seen it.
        if review.revealed_at.is_some() {
            for one in list_items::all::<ReviewNote>(reader, &review.id)? {
                look("Note", one.id.as_str(), &one.text);
            }
        }
    }
    Ok(hits)
}

/// The next review waits for both, or for the side that has not written yet; a closed one for signatures; an action for its owner.
fn waiting(reader: &ReadContext) -> Result<Vec<Waiting>> {
    let words = Words::new(&reader.company()?);
    let today = reader.today();
    let mut waiting = Vec::new();
    let mut say =
        |sides: &[Side], task: &'static str, words: String, year: Option<i32>, people: Vec<PersonId>| {
            waiting.push(Waiting {
                sides: sides.to_vec(),
                task,
                words,
                room: NAME.into(),
                year,
                people,
            });
        };
    for (period, review) in in_order(reader)? {
        let called = review.kind.called(&period.label(&words));
        let year = Some(review.year);
        let line = line(reader, period, &review)?;
        match line.state {
            ReviewState::Preparing if review.held_on <= today => {
                say(
                    &Side::BOTH,
                    "hold",
                    format!("Hold the {called}"),
                    year,
                    Vec::new(),
                );
            }
            ReviewState::Preparing if (review.held_on - today).num_days() <= PREPARED_BEFORE => {
                let owed: Vec<Side> = Side::BOTH
                    .into_iter()
                    .filter(|side| match side {
                        Side::Sales => !review.sales_ready,
                        _ => !review.marketing_ready,
                    })
                    .collect();
                if !owed.is_empty() {
                    let day = words.day(review.held_on);
                    say(
                        &owed,
                        "prepare",
                        format!("Write your notes for the {called} on {day}"),
                        year,
                        Vec::new(),
                    );
                }
            }
            // Begun early, it cannot be finished before its period is over.
            ReviewState::InSession if period.span().to < today => say(
                &Side::BOTH,
                "finish",
                format!("Finish the {called}"),
                year,
                Vec::new(),
            ),
            ReviewState::Closed | ReviewState::Signed if !line.unsigned.is_empty() => {
                say(
                    &line.unsigned,
                    "sign",
                    format!("Sign the {called}"),
                    year,
                    Vec::new(),
                );
            }
            _ => {}
        }
    }
    let actions: Vec<ReviewAction> = rows::all(
        reader,
        "WHERE done_on IS NULL AND review IN (SELECT id FROM review WHERE closed_at IS NOT NULL)",
        [],
    )?;
    for sides in [&Side::BOTH[..], &[Side::Sales], &[Side::Marketing]] {
        for (state, past) in [(ActionState::Open, false), (ActionState::Overdue, true)] {
            let theirs: Vec<&ReviewAction> = actions
                .iter()
                .filter(|action| sides_of(action.side) == sides)
                .filter(|action| action.state(today) == state)
                .collect();
            let words = match (theirs.len(), past) {
                (0, _) => continue,
                (1, false) => "Do one action from a review".to_owned(),
                (1, true) => "Do one action from a review that is past its date".to_owned(),
                (many, past) => format!(
                    "Do {} actions from reviews{}",
                    words.count(i64::try_from(many).unwrap_or(i64::MAX)),
                    if past { " that are past their date" } else { "" }
                ),
            };
            let owners = theirs.iter().filter_map(|action| action.owner.clone());
            say(sides, "act", words, None, owners.collect());
        }
    }
    Ok(waiting)
}

/// So many days before a review each side is reminded of its notes.
const PREPARED_BEFORE: i64 = 14;
