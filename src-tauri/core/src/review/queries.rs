//! What screens ask of reviews.

use std::collections::BTreeSet;

use lockstep_workspace::{
    agreements::{self, Difference, rules::differences},
    calendar::{FiscalYear, add_months, label as year_label},
    context::{Query, ReadContext},
    error::Result,
    list_items::{self, all},
    people::{Side, may_speak_for},
    rows, sealing,
    words::Words,
    worksheet::WorksheetPart,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Review, ReviewAction, ReviewDecision, ReviewKind, ReviewMark, ReviewNote, ReviewVote,
    agenda::agenda,
    carrying::{self, ActionLine, closed_after, in_order},
    clauses::of_worksheet,
    goals::{GoalLine, GoalsPart, measured_again},
    list_items::review,
    period::ReviewPeriod,
    rules::votes::{self, VOTES_EACH},
    silent::{self, PulseStatement},
    subject::{self, REVIEW},
    view::{
        MarkPair, PulsePoint, ReviewLine, ReviewList, ReviewNoteLine, ReviewState, ReviewView, ReviewYear,
        SilentCount,
    },
    worksheet::{Worksheet, fill, read_record},
};
use crate::{ids::ReviewId, plan::Plan};

/// Lists the reviews of every fiscal year, what comes next, and what is not done.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListReviews {}

impl Query for ListReviews {
    type Answer = ReviewList;

    fn answer(self, reader: &ReadContext) -> Result<ReviewList> {
        let ordered = in_order(reader)?;
        let lines = ordered
            .iter()
            .map(|(period, review)| line(reader, *period, review))
            .collect::<Result<Vec<_>>>()?;
        let this_year = FiscalYear::of(reader.today(), reader.company()?.fiscal_start)?.number();
        let plans: Vec<Plan> = rows::all(reader, "", [])?;
        let mut numbers: BTreeSet<i32> = plans.iter().map(|plan| plan.year).collect();
        numbers.insert(this_year);
        numbers.extend(lines.iter().map(|line| line.review.year));
        let years = numbers
            .into_iter()
            .rev()
            .map(|year| {
                let reviews: Vec<ReviewLine> = lines
                    .iter()
                    .filter(|line| line.review.year == year)
                    .cloned()
                    .collect();
                let quarters = reviews
                    .iter()
                    .filter(|line| line.review.kind == ReviewKind::Quarter)
                    .count();
                ReviewYear {
                    year,
                    label: year_label(year),
                    has_months: reviews.iter().any(|line| line.review.kind == ReviewKind::Month),
                    is_planned: i64::try_from(quarters)
                        .is_ok_and(|count| count == ReviewKind::Quarter.in_a_year()),
                    reviews,
                }
            })
            .collect();
        Ok(ReviewList {
            next: lines.iter().find(|line| line.review.closed_at.is_none()).cloned(),
            open_actions: open_actions(reader, &ordered)?,
            years,
        })
    }
}

/// Returns what is not done of any review, what is overdue first.
pub(super) fn open_actions(
    reader: &ReadContext,
    ordered: &[(ReviewPeriod, Review)],
) -> Result<Vec<ActionLine>> {
    let words = Words::new(&reader.company()?);
    let people = carrying::people(reader)?;
    let mut open = Vec::new();
    for (period, from) in ordered {
        let carried = closed_after(from, ordered.iter().map(|(_, other)| other));
        for action in all::<ReviewAction>(reader, &from.id)? {
            if action.done_on.is_none() {
                open.push(carrying::line(
                    reader,
                    action,
                    &people,
                    period.label(&words),
                    carried,
                ));
            }
        }
    }
    open.sort_by_key(|line| {
        (
            line.state,
            line.action.due.is_none(),
            line.action.due,
            line.action.agreed_on,
        )
    });
    Ok(open)
}

fn count(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}

/// Returns a review as it stands in the list.
pub(super) fn line(reader: &ReadContext, period: ReviewPeriod, review: &Review) -> Result<ReviewLine> {
    let words = Words::new(&reader.company()?);
    let span = period.span();
    let versions = agreements::queries::standing(reader, &REVIEW, review.id.as_str())?;
    let in_force = versions.iter().find(|version| version.in_force_since.is_some());
    let state = match (review.closed_at, review.begun_at, in_force) {
        (Some(_), _, Some(_)) => ReviewState::Signed,
        (Some(_), ..) => ReviewState::Closed,
        (None, Some(_), _) => ReviewState::InSession,
        (None, None, _) => ReviewState::Preparing,
    };
    let proposed = versions
        .iter()
        .find(|version| version.state == agreements::VersionState::Proposed);
    let unsigned = match (state, proposed) {
        (ReviewState::Closed, None) => Side::BOTH.to_vec(),
        (_, Some(proposed)) => Side::BOTH
            .into_iter()
            .filter(|side| !proposed.signatures.iter().any(|signed| signed.side == *side))
            .collect(),
        _ => Vec::new(),
    };
    let actions: Vec<ReviewAction> = all(reader, &review.id)?;
    let next_period_ends = add_months(span.from, 2 * review.kind.months());
    Ok(ReviewLine {
        called: review.kind.called(&period.label(&words)),
        label: period.label(&words),
        from: span.from,
        to: span.to,
        state,
        is_late: review.closed_at.is_none() && review.held_on < reader.today(),
        was_in_time: review
            .closed_at
            .map(|closed| reader.day_of(closed) < next_period_ends),
        notes: count(all::<ReviewNote>(reader, &review.id)?.len()),
        decisions: count(all::<ReviewDecision>(reader, &review.id)?.len()),
        done: count(actions.iter().filter(|action| action.done_on.is_some()).count()),
        actions: count(actions.len()),
        unsigned,
        review: Review {
            worksheet: String::new(),
            ..review.clone()
        },
    })
}

/// Opens a review: its worksheet, what both wrote as far as they may see it, what was decided and agreed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenReview {
    /// Which.
    pub id: ReviewId,
}

impl Query for OpenReview {
    type Answer = ReviewView;

    fn answer(self, reader: &ReadContext) -> Result<ReviewView> {
        let review = review(reader, &self.id)?;
        let period = review.period(reader)?;
        let record = subject::record(reader, &review)?;
        let amended_on = record.as_ref().and_then(|record| record.amended_on);
        let differs = match worksheet_then_and_now(reader, &review)? {
            Some((then, now)) => differing(reader, then, now)?,
            None => Vec::new(),
        };
        // What was closed is told as it was, whatever has become of the plan since.
        let (worksheet, marks) = match record {
            Some(record) => (record.worksheet, record.marks),
            None => {
                let worksheet = fill(reader, &review)?;
                let marks = mark_pairs(reader, &review, &worksheet.goals)?;
                (worksheet, marks)
            }
        };
        let people = carrying::people(reader)?;
        let line = line(reader, period, &review)?;
        let actions = all::<ReviewAction>(reader, &review.id)?
            .into_iter()
            .map(|action| carrying::line(reader, action, &people, line.label.clone(), 0))
            .collect();
        Ok(ReviewView {
            differs,
            amended_on,
            silent: silent_counts(reader, &review)?,
            notes: notes(reader, &review)?,
            votes_left: votes_left(reader, &review)?,
            marks,
            pulse: pulse(reader)?,
            decisions: all(reader, &review.id)?,
            actions,
            parked: all(reader, &review.id)?,
            agenda: agenda(reader, &review, &worksheet.parts)?,
            agreement: agreements::queries::view(reader, &REVIEW, review.id.as_str())?,
            missing: match review.closed_at {
                Some(_) => Vec::new(),
                None => why_not_closed(reader, &review)?,
            },
            line,
            worksheet,
        })
    }
}

/// Returns what the worksheet of a closed review said (amended, where it was), and what it would say today of the same period;
/// nothing while it is open.
pub(super) fn worksheet_then_and_now(
    reader: &ReadContext,
    review: &Review,
) -> Result<Option<(Worksheet, Worksheet)>> {
    let Some(record) = subject::record(reader, review)? else {
        return Ok(None);
    };
    let then = record.worksheet;
    // As of the day on which it was closed: what differs is what the files say, and not that time has passed.
    let mut now = match review.closed_at {
        Some(closed) => fill(&reader.as_of(closed), review)?,
        None => fill(reader, review)?,
    };
    // A plan that was changed since asks for something else, and the files say nothing of that: the goals of then, measured anew.
    now.goals = measured_again(reader, review.period(reader)?.year(), &now.days, &then.goals)?;
    let knows = |goal: &GoalLine| goal.actual.is_some() || goal.period_actual.is_some();
    for line in now.goals.goals.iter_mut().filter(|line| !knows(line)) {
        let old = then.goals.goals.iter().find(|old| old.goal == line.goal);
        if let Some(old) = old.filter(|old| !knows(old)) {
            line.clone_from(old);
        }
    }
    now.parts = now
        .parts
        .into_iter()
        .filter_map(|part| news(part, &then))
        .collect();
    Ok(Some((then, now)))
}

/// Returns a part of today’s worksheet, or what was said then where neither knew a number of the period: other words for nothing, such as
/// those of promises that were made later, are no difference.
fn news(part: WorksheetPart, then: &Worksheet) -> Option<WorksheetPart> {
    let knows = |part: &WorksheetPart| {
        let rows = part.tables.iter().flat_map(|table| &table.rows);
        rows.flat_map(|row| &row.cells).any(|cell| cell.now.is_some())
    };
    let mut all = then.parts.iter();
    let old = all.find(|old| (&old.room, &old.title) == (&part.room, &part.title));
    match old {
        _ if knows(&part) => Some(part),
        Some(old) if !knows(old) => Some(old.clone()),
        Some(_) => Some(part),
        None => None,
    }
}

/// Returns what imports have changed of a worksheet, clause by clause.
pub(super) fn differing(reader: &ReadContext, then: Worksheet, now: Worksheet) -> Result<Vec<Difference>> {
    let words = Words::new(&reader.company()?);
    Ok(differences(
        &of_worksheet(&then.of_imports(), &words),
        &of_worksheet(&now.of_imports(), &words),
    ))
}

/// Says what keeps a review from being closed, each in a sentence.
pub(super) fn why_not_closed(reader: &ReadContext, review: &Review) -> Result<Vec<String>> {
    let mut missing = Vec::new();
    if review.begun_at.is_none() {
        missing.push("Begin the review first.".to_owned());
    }
    if review.revealed_at.is_none() {
        missing.push("Show each other the notes first: both sides say that they are ready.".to_owned());
    }
    let span = review.period(reader)?.span();
    if reader.today() <= span.to {
        let day = Words::new(&reader.company()?).day(span.to);
        missing.push(format!("The period is not over: wait until {day} has passed."));
    }
    for action in all::<ReviewAction>(reader, &review.id)? {
        if action.name.trim().is_empty() {
            missing.push("Say what is to be done in each action, or delete the empty ones.".to_owned());
            break;
        }
        if action.owner.is_none() || action.due.is_none() {
            missing.push(format!("Give “{}” an owner and a day.", action.name.trim()));
        }
    }
    if all::<ReviewDecision>(reader, &review.id)?
        .iter()
        .any(|decision| decision.name.trim().is_empty())
    {
        missing.push("Say what was chosen in each decision, or delete the empty ones.".to_owned());
    }
    Ok(missing)
}

fn silent_counts(reader: &ReadContext, review: &Review) -> Result<Vec<SilentCount>> {
    let notes: Vec<ReviewNote> = all(reader, &review.id)?;
    let marks = silent::marks(reader, &review.id)?;
    Side::BOTH
        .into_iter()
        .map(|side| {
            Ok(SilentCount {
                side,
                notes: count(notes.iter().filter(|note| note.side == side).count()),
                marks: count(marks.iter().filter(|mark| mark.side == side).count()),
                is_ready: match side {
                    Side::Sales => review.sales_ready,
                    _ => review.marketing_ready,
                },
                is_own: may_speak_for(reader, side)?,
            })
        })
        .collect()
}

fn notes(reader: &ReadContext, review: &Review) -> Result<Vec<ReviewNoteLine>> {
    let mut notes: Vec<ReviewNote> = list_items::all(reader, &review.id)?;
    if review.revealed_at.is_none() {
        let mut seen = Vec::new();
        for note in notes {
            if may_speak_for(reader, note.side)? {
                seen.push(note);
            }
        }
        notes = seen;
    }
    for note in notes.iter_mut().filter(|note| sealing::is_sealed(&note.text)) {
        note.text =
            "Written on another computer: it can be read there, and here once both have revealed their notes.".into();
    }
    let all: Vec<ReviewVote> = rows::all(reader, "WHERE review = ?1", [&review.id])?;
    let counted = votes::count(&all);
    let person = reader.actor().map(|person| person.id.clone());
    let mut lines: Vec<ReviewNoteLine> = notes
        .into_iter()
        .map(|note| {
            let found = counted.get(&note.id).copied().unwrap_or_default();
            let own = all
                .iter()
                .filter(|vote| vote.note == note.id && Some(&vote.person) == person.as_ref())
                .map(|vote| vote.votes)
                .sum();
            ReviewNoteLine {
                votes: found.votes,
                own_votes: own,
                place: found.place,
                is_tie: found.is_tie,
                note,
            }
        })
        .collect();
    // Those without a vote stay in their own order, behind the others.
    lines.sort_by_key(|line| line.place.unwrap_or(usize::MAX));
    Ok(lines)
}

fn votes_left(reader: &ReadContext, review: &Review) -> Result<i64> {
    let Some(person) = reader.actor() else {
        return Ok(0);
    };
    let given: Vec<ReviewVote> = rows::all(
        reader,
        "WHERE review = ?1 AND person = ?2",
        [review.id.as_str(), person.id.as_str()],
    )?;
    Ok(VOTES_EACH - given.iter().map(|vote| vote.votes).sum::<i64>())
}

/// Returns the marks of both sides on each goal of the worksheet and each statement, side by side; those of the other side only once
/// both are revealed.
pub(super) fn mark_pairs(reader: &ReadContext, review: &Review, goals: &GoalsPart) -> Result<Vec<MarkPair>> {
    let marks = silent::marks(reader, &review.id)?;
    let mut shown = [false; 2];
    for (slot, side) in shown.iter_mut().zip(Side::BOTH) {
        *slot = review.revealed_at.is_some() || may_speak_for(reader, side)?;
    }
    let [sees_sales, sees_marketing] = shown;
    let mark = |about: &str, side: Side, is_shown: bool| {
        let found = marks.iter().find(|mark| mark.about == about && mark.side == side);
        found.filter(|_| is_shown).and_then(ReviewMark::given)
    };
    let of_goals = goals.goals.iter().map(|goal| MarkPair {
        sales: mark(goal.goal.as_str(), Side::Sales, sees_sales),
        marketing: mark(goal.goal.as_str(), Side::Marketing, sees_marketing),
        about: goal.goal.0.clone(),
        to_sales: goal.name.clone(),
        to_marketing: goal.name.clone(),
        is_pulse: false,
    });
    let of_pulse = PulseStatement::ALL.into_iter().map(|statement| MarkPair {
        about: statement.key().to_owned(),
        to_sales: statement.said_by(Side::Sales),
        to_marketing: statement.said_by(Side::Marketing),
        sales: mark(statement.key(), Side::Sales, sees_sales),
        marketing: mark(statement.key(), Side::Marketing, sees_marketing),
        is_pulse: true,
    });
    Ok(of_goals.chain(of_pulse).collect())
}

/// Returns the pulse of the reviews that were closed: the mean of the marks of each side, shown together or not at all.
pub(super) fn pulse(reader: &ReadContext) -> Result<Vec<PulsePoint>> {
    let mut points = Vec::new();
    for (_, review) in in_order(reader)? {
        if review.closed_at.is_none() {
            continue;
        }
        let record = read_record(&review.worksheet)?;
        let mean = |of: fn(&MarkPair) -> Option<i64>| {
            let given: Vec<i64> = record
                .marks
                .iter()
                .filter(|pair| pair.is_pulse)
                .filter_map(of)
                .collect();
            let many = i64::try_from(given.len()).ok().filter(|many| *many > 0)?;
            Some((given.iter().sum::<i64>() * 100 + many / 2) / many)
        };
        let (sales, marketing) = (mean(|pair| pair.sales), mean(|pair| pair.marketing));
        if let (Some(_), Some(_)) = (sales, marketing) {
            points.push(PulsePoint {
                label: record.label,
                sales,
                marketing,
            });
        }
    }
    Ok(points)
}
