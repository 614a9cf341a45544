//! The sample's reviews: the last quarter of the year before and those of this year as they came, with what both sides wrote, voted,
//! decided and agreed to do; the next one is being prepared.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use super::{Telling, field, qualified};
use lockstep_workspace::{
    calendar::{FiscalYear, add_months},
    error::Result,
    people::Side::{Marketing, Sales},
};

/// What is said in a review.
struct Said {
    /// Who wrote it, under which heading, and what.
    notes: [(&'static str, &'static str, &'static str); 4],
    /// How many votes Sales and Marketing give each of them.
    votes: [[i64; 4]; 2],
    /// How sure each side is of the first goal, and how it answers the pulse.
    marks: [[i64; 5]; 2],
    question: &'static str,
    choice: &'static str,
    why: &'static str,
    /// What is to be done, by whom, within how many days, and after how many it was.
    actions: [(&'static str, &'static str, u64, Option<u64>); 2],
    parked: &'static str,
}

const PULSE: [&str; 4] = [
    "they_keep_promises",
    "we_keep_promises",
    "they_say_early",
    "we_say_early",
];

/// What is said in the four reviews, the first of them of the last quarter of the year before.
const SAID: [Said; 4] = [
    Said {
        notes: [
            (
                "Priya Raman",
                "working",
                "Reference visits: every second one became an opportunity.",
            ),
            (
                "Priya Raman",
                "not_working",
                "A third of the leads from bought lists had no ward behind them.",
            ),
            (
                "Jonas Lind",
                "not_working",
                "Half of the rejected leads came back without a reason.",
            ),
            (
                "Jonas Lind",
                "adjust",
                "Write down together what a qualified lead is.",
            ),
        ],
        votes: [[1, 1, 0, 3], [0, 0, 3, 2]],
        marks: [[3, 2, 4, 2, 3], [3, 2, 3, 3, 3]],
        question: "What counts as a qualified lead?",
        choice: "We agree on a definition and sign it",
        why: "Both sides count something else today",
        actions: [
            (
                "Draft of the definition from last year’s leads",
                "Ana Costa",
                14,
                Some(9),
            ),
            (
                "Ten rejected leads with the reason in a sentence",
                "Tom Becker",
                14,
                Some(20),
            ),
        ],
        parked: "A booth of our own at the spring congress?",
    },
    Said {
        notes: [
            (
                "Priya Raman",
                "working",
                "Since the definition, calls begin with a ward that has a need.",
            ),
            (
                "Priya Raman",
                "not_working",
                "Many qualified leads have no date; we call into the blue.",
            ),
            (
                "Jonas Lind",
                "working",
                "Reasons for rejection arrive within a week.",
            ),
            (
                "Jonas Lind",
                "adjust",
                "The goal is too low: raise it and share the budget by source.",
            ),
        ],
        votes: [[0, 3, 1, 1], [1, 2, 0, 2]],
        marks: [[4, 3, 4, 3, 3], [4, 3, 4, 3, 3]],
        question: "Do we ask for a date?",
        choice: "A qualified lead has a planned purchase within 180 days",
        why: "Calls without a date led nowhere in this quarter",
        actions: [
            (
                "A guide for wards that have no date yet",
                "Ana Costa",
                30,
                Some(26),
            ),
            ("Call back all leads of the congress", "Tom Becker", 21, Some(19)),
        ],
        parked: "Do we sell to nursing homes?",
    },
    Said {
        notes: [
            (
                "Priya Raman",
                "working",
                "The date in the definition: fewer calls, more visits.",
            ),
            (
                "Priya Raman",
                "not_working",
                "The business case is rebuilt by hand for each hospital.",
            ),
            (
                "Jonas Lind",
                "not_working",
                "First contact took more than two days for a quarter of the leads.",
            ),
            ("Jonas Lind", "adjust", "One calculator that both use."),
        ],
        votes: [[1, 2, 0, 2], [0, 1, 2, 2]],
        marks: [[4, 4, 4, 3, 4], [3, 3, 4, 4, 4]],
        question: "Who builds the calculator?",
        choice: "Marketing builds it, Sales tests it in three deals",
        why: "It is used in every deal and differs in each",
        actions: [
            ("A calculator for the business case", "Jonas Lind", 45, None),
            ("Try the calculator in three deals", "Tom Becker", 60, None),
        ],
        parked: "A reference visit in the south",
    },
    Said {
        notes: [
            (
                "Priya Raman",
                "working",
                "Two sides, one number: nobody argued about the count.",
            ),
            (
                "Priya Raman",
                "not_working",
                "Approved pieces for procurement are missing.",
            ),
            (
                "Jonas Lind",
                "not_working",
                "Webinar leads wait longest for their first call.",
            ),
            (
                "Jonas Lind",
                "adjust",
                "Fewer bought lists, more reference visits next year.",
            ),
        ],
        votes: [[1, 3, 0, 1], [0, 1, 2, 2]],
        marks: [[4, 4, 5, 4, 4], [4, 4, 4, 4, 4]],
        question: "Where does next year’s money go?",
        choice: "From bought lists to reference visits",
        why: "They bring few leads that Sales accepts",
        actions: [
            ("A one-pager for procurement", "Ana Costa", 30, None),
            (
                "A fixed hour a day for first calls to webinar leads",
                "Tom Becker",
                14,
                Some(12),
            ),
        ],
        parked: "A second study centre",
    },
];

fn quarter_end(year: FiscalYear, quarter: i32) -> NaiveDate {
    add_months(year.first_day(), 3 * quarter)
        .pred_opt()
        .unwrap_or(year.last_day())
}

fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

/// Plans the reviews of this year, and that of the last quarter before it.
pub(super) fn planned(telling: &mut Telling, this: FiscalYear) -> Result<()> {
    telling.on(this.first_day(), 10);
    telling.sits("Priya Raman")?;
    for year in [this.number() - 1, this.number()] {
        telling.call("plan_reviews", json!({ "year": year, "monthly": false }))?;
    }
    // Of the year before only the last quarter is looked back on.
    for number in 1..4 {
        let review = review(telling, this.number() - 1, number)?;
        telling.call("remove_review", json!({ "id": review }))?;
    }
    Ok(())
}

/// Returns the id of a quarter's review; nothing where it is not planned.
fn review(telling: &mut Telling, year: i32, number: i64) -> Result<Value> {
    let list = telling.call("list_reviews", json!({}))?;
    let years = list.get("years").and_then(Value::as_array).into_iter().flatten();
    let lines = years
        .filter_map(|year| year.get("reviews").and_then(Value::as_array))
        .flatten();
    let reviews = lines.filter_map(|line| line.get("review"));
    let found = reviews
        .filter(|review| review.get("year") == Some(&json!(year)))
        .find(|review| review.get("number") == Some(&json!(number)));
    Ok(found.map(|review| field(review, "id")).unwrap_or_default())
}

/// A quarter is reviewed some days after its end, where that has come: both write, see, vote, decide, close and sign.
pub(super) fn held(telling: &mut Telling, year: FiscalYear, quarter: i32) -> Result<()> {
    let day = later(quarter_end(year, quarter), 12);
    let Some(said) = SAID.get(usize::try_from(quarter % 4).unwrap_or(0)) else {
        return Ok(());
    };
    if day >= telling.today {
        return Ok(());
    }
    telling.on(day, -1);
    if quarter < 4 {
        qualified::leads_until(telling, year, day)?;
    }
    telling.on(day, 0);
    let id = review(telling, year.number(), quarter.into())?;
    write(telling, &id, said)?;
    telling.sits("Priya Raman")?;
    telling.call("begin_review", json!({ "id": id }))?;
    for (who, side) in [("Priya Raman", "sales"), ("Jonas Lind", "marketing")] {
        telling.sits(who)?;
        telling.call(
            "set_review_ready",
            json!({ "review": id, "side": side, "ready": true }),
        )?;
    }
    let notes = notes(telling, &id)?;
    for (who, votes) in ["Priya Raman", "Jonas Lind"].into_iter().zip(said.votes) {
        telling.sits(who)?;
        for ((_, _, text), votes) in said.notes.iter().zip(votes).filter(|(_, votes)| *votes > 0) {
            let note = notes.iter().find(|note| note.get("text") == Some(&json!(text)));
            telling.call(
                "vote_for_note",
                json!({ "note": note.map(|note| field(note, "id")), "votes": votes }),
            )?;
        }
    }
    decide(telling, &id, said, day)?;
    telling.call("close_review", json!({ "id": id }))?;
    telling.agree(
        "review",
        &id,
        &[("Priya Raman", Sales), ("Jonas Lind", Marketing)],
    )?;
    done(telling, &id, said, day)
}

/// Both sides write in silence.
fn write(telling: &mut Telling, id: &Value, said: &Said) -> Result<()> {
    let view = telling.call("open_review", json!({ "id": id }))?;
    let goal = view.pointer("/worksheet/goals/goals/0/goal").cloned();
    for (who, marks) in ["Priya Raman", "Jonas Lind"].into_iter().zip(said.marks) {
        telling.sits(who)?;
        for (_, kind, text) in said.notes.iter().filter(|(writer, ..)| *writer == who) {
            let values = json!({ "kind": kind, "text": text });
            telling.call("add_review_note", json!({ "review": id, "values": values }))?;
        }
        let abouts = goal.iter().cloned().chain(PULSE.iter().map(|about| json!(about)));
        for (about, mark) in abouts.zip(marks) {
            telling.call(
                "give_review_mark",
                json!({ "review": id, "about": about, "mark": mark }),
            )?;
        }
    }
    Ok(())
}

fn notes(telling: &mut Telling, id: &Value) -> Result<Vec<Value>> {
    let view = telling.call("open_review", json!({ "id": id }))?;
    let lines = view.get("notes").and_then(Value::as_array).into_iter().flatten();
    Ok(lines.map(|line| field(line, "note")).collect())
}

fn decide(telling: &mut Telling, id: &Value, said: &Said, day: NaiveDate) -> Result<()> {
    let values = json!({ "question": said.question, "name": said.choice, "why": said.why,
        "owner": telling.person("Jonas Lind")?, "effective_from": later(day, 7) });
    telling.call("add_review_decision", json!({ "review": id, "values": values }))?;
    for (name, owner, days, _) in said.actions {
        let values = json!({ "name": name, "owner": telling.person(owner)?, "due": later(day, days) });
        telling.call("add_review_action", json!({ "review": id, "values": values }))?;
    }
    let values = json!({ "name": said.parked });
    telling
        .call("add_review_parked", json!({ "review": id, "values": values }))
        .map(|_| ())
}

/// What was agreed is done, as far as its day has come.
fn done(telling: &mut Telling, id: &Value, said: &Said, day: NaiveDate) -> Result<()> {
    let view = telling.call("open_review", json!({ "id": id }))?;
    let lines = view
        .get("actions")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    for (name, owner, _, done_after) in said.actions {
        let Some(done) = done_after
            .map(|days| later(day, days))
            .filter(|done| *done < telling.today)
        else {
            continue;
        };
        let action = lines
            .iter()
            .map(|line| field(line, "action"))
            .find(|action| action.get("name") == Some(&json!(name)));
        telling.on(done, 0);
        telling.sits(owner)?;
        let id = action.map(|action| field(&action, "id"));
        telling.call(
            "edit_review_action",
            json!({ "id": id, "change": { "done_on": done } }),
        )?;
    }
    Ok(())
}

/// The next review is being prepared: Marketing is ready, Sales still writes.
pub(super) fn prepared(telling: &mut Telling) -> Result<()> {
    let list = telling.call("list_reviews", json!({}))?;
    let Some(next) = list.pointer("/next/review/id").cloned() else {
        return Ok(());
    };
    for (who, kind, text) in [
        (
            "Jonas Lind",
            "working",
            "The content matrix: we see where nothing answers.",
        ),
        (
            "Jonas Lind",
            "adjust",
            "Plan next year’s webinars with Sales in the room.",
        ),
        ("Priya Raman", "not_working", "The calculator is still missing."),
    ] {
        telling.sits(who)?;
        let values = json!({ "kind": kind, "text": text });
        telling.call("add_review_note", json!({ "review": next, "values": values }))?;
    }
    telling.sits("Jonas Lind")?;
    telling
        .call(
            "set_review_ready",
            json!({ "review": next, "side": "marketing", "ready": true }),
        )
        .map(|_| ())
}
