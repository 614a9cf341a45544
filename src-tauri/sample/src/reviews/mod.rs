//! The sample's reviews: every quarter since the story began, as it came, with what both sides wrote, voted, decided and agreed to do;
//! the next one is being prepared. What is said stands in `said` and in a file for each year; here it is told.

mod first_year;
mod last_year;
mod said;
mod second_year;
mod this_year;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::{Value, json};

use self::said::{OneSide, Said, YEARS};
use super::{Telling, field, qualified, years::ByHand};
use lockstep_workspace::{
    calendar::{FiscalYear, add_months},
    error::Result,
    people::Side::{Marketing, Sales},
};

const PULSE: [&str; 4] = [
    "they_keep_promises",
    "we_keep_promises",
    "they_say_early",
    "we_say_early",
];

/// Who speaks for each side, as the file calls it.
const SPEAKERS: [(&str, &str); 2] = [("Priya Raman", "sales"), ("Jonas Lind", "marketing")];

impl Said {
    /// Returns who speaks, for which side, and what that side says.
    fn sides(&self) -> impl Iterator<Item = (&'static str, &'static str, &OneSide)> {
        let speakers = SPEAKERS.into_iter().zip([&self.sales, &self.marketing]);
        speakers.map(|((who, side), says)| (who, side, says))
    }
}

/// A year whose reviews are planned.
pub(super) struct Year {
    fiscal: FiscalYear,
    /// The reviews of its quarters.
    reviews: Vec<Value>,
    /// The goals of its plan.
    goals: Vec<Value>,
    /// What is said in its reviews.
    said: &'static [Said],
    /// The goals of its plan that a person counts.
    by_hand: &'static [ByHand],
    /// Whether its leads come in before each review.
    has_leads: bool,
}

/// Plans the reviews of the year at `place` of the story.
pub(super) fn planned(
    telling: &mut Telling,
    fiscal: FiscalYear,
    place: usize,
    by_hand: &'static [ByHand],
) -> Result<Year> {
    let input = json!({ "year": fiscal.number(), "monthly": false });
    let planned = telling.call("plan_reviews", input)?;
    let reviews = planned.as_array().into_iter().flatten();
    Ok(Year {
        fiscal,
        reviews: reviews.map(|review| field(review, "id")).collect(),
        goals: goals(telling, fiscal)?,
        said: YEARS.get(place).copied().unwrap_or_default(),
        has_leads: place + 1 == YEARS.len(),
        by_hand,
    })
}

/// What was agreed or parked in a review is dealt with on a later day.
struct Deed {
    day: NaiveDate,
    who: &'static str,
    command: &'static str,
    input: Value,
}

/// The reviews as they follow one another, and what is still to be done after them.
#[derive(Default)]
pub(super) struct Reviews {
    deeds: Vec<Deed>,
}

impl Reviews {
    /// Tells the quarters `from` to `to` of a year.
    pub(super) fn held(&mut self, telling: &mut Telling, year: &Year, from: usize, to: usize) -> Result<()> {
        (from..=to).try_for_each(|quarter| self.held_once(telling, year, quarter))
    }

    /// A quarter is reviewed some days after its end, where that has come: both write, see, vote, decide, close and sign.
    fn held_once(&mut self, telling: &mut Telling, year: &Year, quarter: usize) -> Result<()> {
        let (review, said) = match (year.reviews.get(quarter - 1), year.said.get(quarter - 1)) {
            (Some(review), Some(said)) => (review, said),
            _ => return Ok(()),
        };
        let ended = quarter_end(year.fiscal, quarter);
        let day = day_after(ended);
        if day >= telling.today {
            return Ok(());
        }
        self.done_until(telling, day)?;
        telling.on(day, -1);
        if year.has_leads {
            qualified::leads_until(telling, year.fiscal, day)?;
        }
        counted(telling, year, quarter, ended)?;
        telling.on(day, 0);
        let notes = written(telling, review, said, &year.goals)?;
        voted(telling, said, &notes)?;
        self.decided(telling, review, said, day)?;
        telling.call("close_review", json!({ "id": review }))?;
        signed(telling, review)
    }

    /// Does what was agreed, and deals with what was parked, as far as its day comes before `day`.
    fn done_until(&mut self, telling: &mut Telling, day: NaiveDate) -> Result<()> {
        let (mut past, ahead): (Vec<Deed>, Vec<Deed>) = std::mem::take(&mut self.deeds)
            .into_iter()
            .partition(|deed| deed.day < day);
        self.deeds = ahead;
        past.sort_by_key(|deed| deed.day);
        for deed in past {
            telling.on(deed.day, 0);
            telling.sits(deed.who)?;
            telling.call(deed.command, deed.input)?;
        }
        Ok(())
    }

    /// What was decided, agreed and parked on a day.
    fn decided(&mut self, telling: &mut Telling, review: &Value, said: &Said, day: NaiveDate) -> Result<()> {
        let decision = &said.decision;
        let values = json!({ "question": decision.question, "name": decision.choice, "why": decision.why,
            "owner": telling.person(decision.owner)?, "changes": decision.changes, "effective_from": later(day, 7) });
        add(telling, "add_review_decision", review, values)?;
        for action in said.actions {
            let (owner, due) = (telling.person(action.owner)?, later(day, action.due));
            let values = json!({ "name": action.name, "owner": owner, "due": due });
            let id = add(telling, "add_review_action", review, values)?;
            let done = action.done.map(|days| later(day, days));
            self.deeds.extend(done.map(|day| Deed {
                day,
                who: action.owner,
                command: "edit_review_action",
                input: json!({ "id": id, "change": { "done_on": day } }),
            }));
        }
        let values = json!({ "name": said.parked.name });
        let id = add(telling, "add_review_parked", review, values)?;
        self.deeds.extend(said.parked.settled.map(|days| Deed {
            day: later(day, days),
            who: decision.owner,
            command: "edit_review_parked",
            input: json!({ "id": id, "change": { "settled": true } }),
        }));
        Ok(())
    }

    /// The next review is being prepared, and what was agreed is done so far: Marketing is ready, Sales still writes.
    pub(super) fn prepared(mut self, telling: &mut Telling) -> Result<()> {
        self.done_until(telling, telling.today)?;
        telling.on(telling.today, 0);
        let list = telling.call("list_reviews", json!({}))?;
        let Some(next) = list.pointer("/next/review/id") else {
            return Ok(());
        };
        for (who, kind, text) in this_year::NEXT {
            telling.sits(who)?;
            let values = json!({ "kind": kind, "text": text });
            add(telling, "add_review_note", next, values)?;
        }
        // Whoever is ready has given all marks: none can be added later.
        telling.sits("Jonas Lind")?;
        let view = telling.call("open_review", json!({ "id": next }))?;
        let marks = view.get("marks").and_then(Value::as_array).into_iter().flatten();
        for (place, pair) in marks.enumerate() {
            let input = json!({ "review": next, "about": pair.get("about"), "mark": 4 + place % 2 });
            telling.call("give_review_mark", input)?;
        }
        ready(telling, next, "Jonas Lind", "marketing")
    }
}

fn quarter_end(year: FiscalYear, quarter: usize) -> NaiveDate {
    let months = i32::try_from(3 * quarter).unwrap_or(0);
    let next = add_months(year.first_day(), months);
    next.pred_opt().unwrap_or(year.last_day())
}

/// Returns the day on which a quarter is reviewed: a week after its end, or the Friday before where that is a weekend.
fn day_after(ended: NaiveDate) -> NaiveDate {
    let back = match later(ended, 7).weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        _ => 0,
    };
    later(ended, 7 - back)
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

fn signed(telling: &mut Telling, review: &Value) -> Result<()> {
    let [(sales, _), (marketing, _)] = SPEAKERS;
    telling.agree("review", review, &[(sales, Sales), (marketing, Marketing)])
}

/// Once the leads of `year` have come in, its first reviews get the numbers they had to do without, and both sides sign them again.
pub(super) fn amended(telling: &mut Telling, year: &Year, quarters: usize, next: FiscalYear) -> Result<()> {
    telling.on(next.first_day(), 16);
    for review in year.reviews.iter().take(quarters) {
        telling.sits("Jonas Lind")?;
        telling.call("amend_review", json!({ "id": review }))?;
        signed(telling, review)?;
    }
    Ok(())
}

/// Adds a line to a review and returns its id.
fn add(telling: &mut Telling, command: &str, review: &Value, values: Value) -> Result<Value> {
    let added = telling.call(command, json!({ "review": review, "values": values }))?;
    Ok(field(&added, "id"))
}

/// Returns the ids of the goals of a plan, in their order.
fn goals(telling: &mut Telling, fiscal: FiscalYear) -> Result<Vec<Value>> {
    let page = telling.page(fiscal.number())?;
    let lines = page.get("goals").and_then(Value::as_array).into_iter().flatten();
    Ok(lines
        .filter_map(|line| line.pointer("/goal/id").cloned())
        .collect())
}

/// Whoever counts a goal by hand enters where it stands.
fn counted(telling: &mut Telling, year: &Year, quarter: usize, day: NaiveDate) -> Result<()> {
    for (goal, by_hand) in year.goals.iter().zip(year.by_hand) {
        telling.sits(by_hand.counted_by)?;
        let value = by_hand.stood.get(quarter - 1);
        let input = json!({ "goal": goal, "day": day, "value": value, "note": by_hand.source() });
        telling.call("enter_goal_reading", input)?;
    }
    Ok(())
}

/// Both sides write in silence, and then show each other what they wrote. Returns the notes.
fn written(telling: &mut Telling, review: &Value, said: &Said, goals: &[Value]) -> Result<Vec<Value>> {
    let mut notes = Vec::new();
    for (who, side, says) in said.sides() {
        telling.sits(who)?;
        for (kind, text) in says.notes {
            let values = json!({ "kind": kind, "text": text });
            notes.push(add(telling, "add_review_note", review, values)?);
        }
        let of_goals = goals.iter().cloned().zip(says.confidence.iter().copied());
        let of_pulse = PULSE.map(|about| json!(about)).into_iter().zip(says.pulse);
        for (about, mark) in of_goals.chain(of_pulse) {
            let input = json!({ "review": review, "about": about, "mark": mark });
            telling.call("give_review_mark", input)?;
        }
        if side == "sales" {
            telling.call("begin_review", json!({ "id": review }))?;
        }
        ready(telling, review, who, side)?;
    }
    Ok(notes)
}

fn ready(telling: &mut Telling, review: &Value, who: &str, side: &str) -> Result<()> {
    telling.sits(who)?;
    let input = json!({ "review": review, "side": side, "ready": true });
    telling.call("set_review_ready", input).map(|_| ())
}

/// Each side gives its votes.
fn voted(telling: &mut Telling, said: &Said, notes: &[Value]) -> Result<()> {
    for (who, _, says) in said.sides() {
        telling.sits(who)?;
        for (note, votes) in notes.iter().zip(says.votes).filter(|(_, votes)| *votes > 0) {
            telling.call("vote_for_note", json!({ "note": note, "votes": votes }))?;
        }
    }
    Ok(())
}
