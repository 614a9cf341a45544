//! What stands in a review beside its worksheet: notes, decisions, actions and what was parked, and what holds of each.

use lockstep_workspace::{
    bounds,
    context::ReadContext,
    error::{Error, Result},
    list_items::{Parent, list_items, no_rule},
    people::{Person, Side},
    rows,
    words::Words,
};

use super::{
    Review, ReviewAction, ReviewDecision, ReviewNote, ReviewNoteKind, ReviewParked, ReviewVote,
    period::ReviewPeriod, silent,
};
use crate::ids::{ListItemId, PersonId, ReviewId};

/// Returns a review.
///
/// # Errors
/// `NotFound` when it is not there.
pub(super) fn review(reader: &ReadContext, id: &ReviewId) -> Result<Review> {
    rows::get(reader, id, "This review")
}

/// Returns a review that is not closed.
///
/// # Errors
/// `Refused` when it is, `NotFound` when it is not there.
pub(super) fn must_be_open(reader: &ReadContext, id: &ReviewId) -> Result<Review> {
    let review = review(reader, id)?;
    match review.closed_at {
        None => Ok(review),
        Some(closed) => {
            let day = Words::new(&reader.company()?).day(reader.day_of(closed));
            Err(Error::refused(format!("This review was closed on {day}."))
                .hint("What was said stays as it was. What is new belongs into the next review."))
        }
    }
}

impl Parent for ReviewId {
    const COLUMN: &'static str = "review";

    fn must_exist(&self, reader: &ReadContext) -> Result<()> {
        review(reader, self).map(|_| ())
    }

    fn must_be_editable(&self, reader: &ReadContext) -> Result<()> {
        must_be_open(reader, self).map(|_| ())
    }

    fn summary(&self, reader: &ReadContext, what: &str) -> Result<String> {
        Ok(format!("{what} in {}", review(reader, self)?.in_words(reader)?))
    }
}

impl Review {
    /// Returns its period.
    ///
    /// # Errors
    /// `Damaged` when the company's settings cannot be read, `Invalid` when there is no such period.
    pub fn period(&self, reader: &ReadContext) -> Result<ReviewPeriod> {
        ReviewPeriod::of(self, reader.company()?.fiscal_start)
    }

    /// Returns what it is called in the history: “the review of Q3 FY27”, “the check-in of Aug 2027”.
    ///
    /// # Errors
    /// As for [`Review::period`].
    pub fn in_words(&self, reader: &ReadContext) -> Result<String> {
        let words = Words::new(&reader.company()?);
        let label = self.period(reader)?.label(&words);
        Ok(format!("the {}", self.kind.called(&label)))
    }
}

list_items! {
    in review: ReviewId;

    ReviewNote, "note", AddReviewNote, EditReviewNote, RemoveReviewNote, MoveReviewNote,
    agreed: true,
    // It may still be sealed: its words never stand in the history.
    display_name: |_| String::new(),
    blank: |_today| { side: Side::Sales, kind: ReviewNoteKind::Working, text: String::new() },
    settle: silent::settle_note,
    before_delete: |note, change| {
        silent::must_be_own(note, change)?;
        for vote in rows::all::<ReviewVote>(change, "WHERE note = ?1", [&note.id])? {
            rows::delete::<ReviewVote>(change, &vote.id)?;
        }
        Ok(())
    };

    ReviewDecision, "decision", AddReviewDecision, EditReviewDecision, RemoveReviewDecision, MoveReviewDecision,
    agreed: true,
    display_name: |decision| decision.name.clone(),
    blank: |today| { note: None::<ListItemId>, question: String::new(), name: String::new(), why: String::new(),
                     owner: None::<PersonId>, effective_from: None, changes: None, decided_on: today },
    settle: |decision, _, _| bounds::day("effective_from", decision.effective_from);

    // What was agreed to be done goes on after the review is closed.
    ReviewAction, "action", AddReviewAction, EditReviewAction, RemoveReviewAction, MoveReviewAction,
    agreed: false,
    display_name: |action| action.name.clone(),
    blank: |today| { note: None::<ListItemId>, name: String::new(), owner: None::<PersonId>, side: None::<Side>, agreed_on: today, due: None,
                     due_first: None, done_on: None },
    settle: settle_action,
    before_delete: |action, change| must_be_open(change, &action.review).map(|_| ());

    ReviewParked, "parked item", AddReviewParked, EditReviewParked, RemoveReviewParked, MoveReviewParked,
    agreed: false,
    display_name: |parked| parked.name.clone(),
    blank: |_today| { name: String::new(), settled: false },
    settle: no_rule,
    before_delete: |parked, change| must_be_open(change, &parked.review).map(|_| ());
}

/// What was agreed stays somebody's of one of the two sides: given to nobody, it would be nobody's promise.
fn must_be_of_a_side(owner: Option<&PersonId>, reader: &ReadContext) -> Result<()> {
    let owner: Option<Person> = match owner {
        Some(owner) => rows::find(reader, owner)?,
        None => None,
    };
    if owner.is_some_and(|owner| owner.side != Side::Leadership) {
        return Ok(());
    }
    Err(Error::invalid(
        "owner",
        "What was agreed in a review stays with somebody of Sales or Marketing.",
    )
    .hint("Choose who does it now."))
}

/// An action is the promise of the side of whoever takes it on. It stays theirs when they change sides; in other hands it is the promise
/// of the side it was given to.
fn settle_side(action: &mut ReviewAction, before: Option<&ReviewAction>, reader: &ReadContext) -> Result<()> {
    if before.is_some_and(|before| before.owner == action.owner) {
        return Ok(());
    }
    let owner: Option<Person> = match &action.owner {
        Some(owner) => rows::find(reader, owner)?,
        None => None,
    };
    action.side = owner.map(|owner| owner.side);
    Ok(())
}

/// Once the review is closed, what was agreed stays: its words, its first day; only a later day, another owner and that it is done
/// are said afterwards. An action is done on a day that has come, and not before it was agreed.
fn settle_action(
    action: &mut ReviewAction,
    before: Option<&ReviewAction>,
    reader: &ReadContext,
) -> Result<()> {
    bounds::day("due", action.due)?;
    settle_side(action, before, reader)?;
    let is_closed = review(reader, &action.review)?.closed_at.is_some();
    match before {
        None if is_closed => {
            must_be_open(reader, &action.review)?;
        }
        Some(before) if is_closed => {
            if before.name != action.name || before.note != action.note {
                must_be_open(reader, &action.review)?;
            }
            action.due_first = before.due_first.or(before.due);
            if before.owner.is_some() && before.owner != action.owner {
                must_be_of_a_side(action.owner.as_ref(), reader)?;
            }
            if before.due.is_some() && action.due.is_none() {
                return Err(Error::invalid("due", "An action that had a day keeps one.")
                    .hint("Give the day by which it will be done."));
            }
        }
        // In the meeting a day is still looked for.
        _ => action.due_first = action.due,
    }
    let is_moved = before.is_none_or(|before| before.due != action.due);
    if is_moved && action.due.is_some_and(|due| due < action.agreed_on) {
        return Err(Error::invalid("due", "This day was before it was agreed.")
            .hint("Give a day by which it can be done."));
    }
    if let Some(done) = action.done_on {
        if done > reader.today() {
            return Err(Error::invalid("done_on", "This day has not come yet.")
                .hint("Give the day on which it was done."));
        }
        if done < action.agreed_on {
            return Err(Error::invalid("done_on", "This day was before it was agreed."));
        }
    }
    Ok(())
}
