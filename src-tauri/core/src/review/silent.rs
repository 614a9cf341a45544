//! What each side says before it sees the other's: notes, its confidence in each goal, and its answers to four statements. All of it
//! is revealed together, for good.

use lockstep_workspace::{
    context::{Action, ReadContext, Transaction, UndoPolicy},
    error::{Error, Result},
    ids::derived,
    journal::row_images::RowChange,
    list_items,
    people::{Side, may_speak_for},
    rows, sealing,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use super::{Review, ReviewMark, ReviewNote, list_items::must_be_open, list_items::review};
use crate::{
    collateral::in_use::actions::BEST_MARK,
    ids::{ReviewId, ReviewMarkId},
    plan::{Plan, subject::goals_that_held},
};

/// A statement of the pulse, which each side answers with 1 (not at all) to 5 (fully). All four read the same from both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PulseStatement {
    /// About the other side: it keeps what it promises.
    TheyKeepPromises,
    /// About itself: it keeps what it promises.
    WeKeepPromises,
    /// About the other side: it says early what it needs.
    TheySayEarly,
    /// About itself: it says early what it needs.
    WeSayEarly,
}

impl PulseStatement {
    /// All four, in their order.
    pub const ALL: [Self; 4] = [
        Self::TheyKeepPromises,
        Self::WeKeepPromises,
        Self::TheySayEarly,
        Self::WeSayEarly,
    ];

    /// Returns the word by which the file knows it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::TheyKeepPromises => "they_keep_promises",
            Self::WeKeepPromises => "we_keep_promises",
            Self::TheySayEarly => "they_say_early",
            Self::WeSayEarly => "we_say_early",
        }
    }

    /// Returns it as a side reads it.
    #[must_use]
    pub fn said_by(self, side: Side) -> String {
        let other = other(side).name();
        let own = side.name();
        match self {
            Self::TheyKeepPromises => format!("{other} keeps what it promises."),
            Self::WeKeepPromises => format!("{own} keeps what it promises."),
            Self::TheySayEarly => format!("{other} says early what it needs from {own}."),
            Self::WeSayEarly => format!("{own} says early what it needs from {other}."),
        }
    }
}

/// Returns the other of the two sides.
#[must_use]
pub fn other(side: Side) -> Side {
    match side {
        Side::Sales => Side::Marketing,
        Side::Marketing | Side::Leadership => Side::Sales,
    }
}

/// Checks that a side is one of the two, and that whoever is at the keyboard speaks for it.
pub(super) fn must_speak_for(reader: &ReadContext, side: Side, what: &str) -> Result<()> {
    if side == Side::Leadership {
        return Err(Error::refused(format!("{what} come from Sales and Marketing."))
            .hint("Leadership reads them once both sides have revealed theirs."));
    }
    if !may_speak_for(reader, side)? {
        return Err(Error {
            field: Some("side".into()),
            ..Error::refused(format!("Only {} says this for itself.", side.name()))
                .hint("Say who is at the keyboard, at the top of the window.")
        });
    }
    Ok(())
}

/// A new note belongs to the side at the keyboard; a note stays with its side, and nobody else changes it.
pub(super) fn settle_note(
    note: &mut ReviewNote,
    before: Option<&ReviewNote>,
    reader: &ReadContext,
) -> Result<()> {
    if before.is_none() && !reader.company()?.one_person_does_both {
        note.side = reader.somebody("write a note")?.side;
    }
    if before.is_some_and(|old| old.side != note.side) {
        return Err(Error::invalid(
            "side",
            "A note stays with the side that wrote it.",
        ));
    }
    must_be_own(note, reader)?;
    // Written over, it would be lost on the computer that can open it, too.
    if before.is_some_and(|old| sealing::is_sealed(&old.text) && old.text != note.text) {
        return Err(Error::refused(
            "This note was written on another computer and can only be changed there.",
        )
        .hint("Add another note here, or delete this one and write it again."));
    }
    note.text = note.text.trim().to_owned();
    Ok(())
}

/// Refuses to touch the other side's notes.
pub(super) fn must_be_own(note: &ReviewNote, reader: &ReadContext) -> Result<()> {
    must_speak_for(reader, note.side, "Notes")
}

fn is_revealed(reader: &ReadContext, id: &str) -> Result<bool> {
    let review: Option<Review> = rows::find(reader, &ReviewId(id.into()))?;
    Ok(review.is_none_or(|review| review.revealed_at.is_some()))
}

/// Returns whether a note or a mark is sealed: until both sides have revealed theirs.
pub(super) fn is_not_revealed(reader: &ReadContext, row: &Map<String, Value>) -> Result<bool> {
    let review = row.get("review").and_then(Value::as_str).unwrap_or_default();
    Ok(!is_revealed(reader, review)?)
}

/// What of a row says whose it is.
#[derive(Deserialize)]
struct Whose {
    review: ReviewId,
    side: Side,
}

/// Returns whether whoever is at the keyboard may read a note or a mark now: their own, or any once they are revealed.
pub(super) fn may_read(reader: &ReadContext, row: &RowChange) -> Result<bool> {
    let Some(image) = row.after.as_ref().or(row.before.as_ref()) else {
        return Ok(false);
    };
    let whose: Whose =
        serde_json::from_str(image).map_err(|_| Error::damaged("A note of a review cannot be read."))?;
    Ok(is_revealed(reader, whose.review.as_str())? || may_speak_for(reader, whose.side)?)
}

/// Returns all marks of a review.
pub(super) fn marks(reader: &ReadContext, review: &ReviewId) -> Result<Vec<ReviewMark>> {
    rows::all(reader, "WHERE review = ?1 ORDER BY about, side", [review])
}

impl ReviewMark {
    /// Returns the mark; nothing where this computer cannot open it.
    #[must_use]
    pub fn given(&self) -> Option<i64> {
        self.mark.parse().ok()
    }
}

/// Returns whether something is a goal that stands on the worksheet of a review.
fn is_a_goal_of(reader: &ReadContext, review: &Review, about: &str) -> Result<bool> {
    let Some(plan) = rows::all::<Plan>(reader, "WHERE year = ?1", [review.year])?.pop() else {
        return Ok(false);
    };
    let goals = goals_that_held(reader, &plan.id)?;
    Ok(goals.iter().any(|goal| goal.id.as_str() == about))
}

/// Gives a mark in silence: to a goal or to a statement of the pulse; or takes it back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GiveReviewMark {
    /// The review.
    pub review: ReviewId,
    /// The side; that of whoever is at the keyboard where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub side: Option<Side>,
    /// The id of a goal, or the word of a statement of the pulse.
    pub about: String,
    /// From 1 to 5; nothing takes it back.
    pub mark: Option<i64>,
}

impl Action for GiveReviewMark {
    type Outcome = ();

    // What is marked is not said: it may still be sealed.
    fn summary(&self, reader: &ReadContext) -> Result<String> {
        Ok(format!(
            "Mark something in {}",
            review(reader, &self.review)?.in_words(reader)?
        ))
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        let review = must_be_open(change, &self.review)?;
        let side = match self.side {
            Some(side) => side,
            None => change.somebody("give a mark")?.side,
        };
        must_speak_for(change, side, "Marks")?;
        if review.revealed_at.is_some() {
            return Err(
                Error::refused("Both sides have seen the marks; they stay as they are.")
                    .hint("What is different by now belongs into the next review."),
            );
        }
        if self.mark.is_some_and(|mark| !(1..=BEST_MARK).contains(&mark)) {
            return Err(Error::invalid("mark", "A mark is a whole number from 1 to 5."));
        }
        let is_statement = PulseStatement::ALL
            .iter()
            .any(|statement| statement.key() == self.about);
        if !is_statement && !is_a_goal_of(change, &review, &self.about)? {
            return Err(Error::not_found("What is to be marked"));
        }
        let id: ReviewMarkId = derived(&["review_mark", review.id.as_str(), side.key(), &self.about]).into();
        let known: Option<ReviewMark> = rows::find(change, &id)?;
        let Some(mark) = self.mark else {
            return match known {
                Some(_) => rows::delete::<ReviewMark>(change, &id),
                None => Ok(()),
            };
        };
        let given = ReviewMark {
            id,
            review: review.id,
            side,
            about: self.about,
            mark: mark.to_string(),
        };
        match known {
            Some(_) => rows::update(change, &given),
            None => rows::insert(change, &given),
        }
    }
}

/// Says whether a side has finished writing in silence; when both have, everything is revealed together, for good.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetReviewReady {
    /// The review.
    pub review: ReviewId,
    /// The side.
    pub side: Side,
    /// Whether it is ready.
    pub ready: bool,
}

impl Action for SetReviewReady {
    type Outcome = Review;
    // Revealing is one way, so nothing before it may be undone into hiding again.
    const UNDO: UndoPolicy = UndoPolicy::Barrier;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let words = if self.ready {
            "is ready"
        } else {
            "wants to go on writing"
        };
        Ok(format!(
            "{} {words} in {}",
            self.side.name(),
            review(reader, &self.review)?.in_words(reader)?
        ))
    }

    fn apply(self, change: &mut Transaction) -> Result<Review> {
        let mut review = must_be_open(change, &self.review)?;
        must_speak_for(change, self.side, "Notes")?;
        if review.revealed_at.is_some() {
            return Err(
                Error::refused("Both sides have seen what the other wrote; that is for good.")
                    .hint("Add further notes openly."),
            );
        }
        match self.side {
            Side::Sales => review.sales_ready = self.ready,
            _ => review.marketing_ready = self.ready,
        }
        if review.sales_ready && review.marketing_ready {
            must_be_openable(change, &review.id)?;
            review.revealed_at = Some(change.now());
        }
        rows::update(change, &review)?;
        if review.revealed_at.is_some() {
            for note in list_items::all::<ReviewNote>(change, &review.id)? {
                rows::update(change, &note)?;
            }
            for mark in marks(change, &review.id)? {
                rows::update(change, &mark)?;
            }
        }
        Ok(review)
    }
}

/// Refuses to reveal what this computer cannot open.
fn must_be_openable(reader: &ReadContext, review: &ReviewId) -> Result<()> {
    let notes: Vec<ReviewNote> = list_items::all(reader, review)?;
    let texts = notes.iter().map(|note| &note.text);
    let marks = marks(reader, review)?;
    let elsewhere = texts
        .chain(marks.iter().map(|mark| &mark.mark))
        .filter(|text| sealing::is_sealed(text))
        .count();
    if elsewhere == 0 {
        return Ok(());
    }
    let what = match elsewhere {
        1 => "One note or mark was".to_owned(),
        some => format!("{some} notes or marks were"),
    };
    Err(Error::refused(format!(
        "{what} written on another computer and can only be opened there."
    ))
    .hint("Open this workspace on that computer and say there that both are ready."))
}
