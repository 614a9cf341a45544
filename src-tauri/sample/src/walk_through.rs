//! The sample's walk-throughs: Tom takes Ana through the sale on a ward, twice, and what was to be mended in between.

use chrono::{Days, NaiveDate};
use serde_json::{Map, Value, json};

use super::{Telling, collateral::piece, field};
use lockstep_workspace::error::Result;

/// A step: its name, the buying phase, what is said, shown, asked and promised, and the piece that is used.
struct Step {
    name: &'static str,
    phase: &'static str,
    said: &'static str,
    shown: &'static str,
    asked: &'static str,
    promised: &'static str,
    piece: &'static str,
}

const STEPS: [Step; 5] = [
    Step {
        name: "First call to the ward",
        phase: "Noticing the problem",
        said: "How many alarms a night, and how many of them mattered.",
        shown: "Nothing; we are on the phone.",
        asked: "Who counts your alarms, and what did the last bad night cost you?",
        promised: "A count of one night, for nothing, within a fortnight.",
        piece: "toms-answers-first-call.pdf",
    },
    Step {
        name: "An evening on the ward",
        phase: "Comparing",
        said: "What a quiet night looks like, and that nobody has to learn a new screen.",
        shown: "The monitor on a trolley, next to the one they have.",
        asked: "Which two patients would you put on it first?",
        promised: "A week on trial with two beds.",
        piece: "demo-script-ward-visit.pdf",
    },
    Step {
        name: "Presentation to the hospital",
        phase: "Comparing",
        said: "Two days less in intensive care, and how St Brigid got there.",
        shown: "Slides, then the figures of the week on trial.",
        asked: "Who else has to say yes, and what do they look at?",
        promised: "Their own figures on one page by Friday.",
        piece: "priyas-hospital-deck.pdf",
    },
    Step {
        name: "Call with the engineers",
        phase: "Comparing",
        said: "What it connects to, and that the interface is in writing.",
        shown: "The interface sheet and a test installation.",
        asked: "What did the last device break?",
        promised: "A test installation on their own network.",
        piece: "datasheet-interfaces.pdf",
    },
    Step {
        name: "Offer and price",
        phase: "Deciding",
        said: "Cost per bed over seven years, not the price of a device.",
        shown: "The calculator, with their figures in it.",
        asked: "Is there a budget line, and whose is it?",
        promised: "The price holds for ninety days.",
        piece: "roi-cost-per-bed.pdf",
    },
];

/// The marks of a side for message, look and fit.
type Marks = [i64; 3];

const FIRST_BY_SALES: [Marks; 5] = [[4, 3, 5], [4, 4, 4], [5, 4, 5], [4, 4, 3], [4, 4, 4]];
const FIRST_BY_MARKETING: [Marks; 5] = [[3, 1, 4], [5, 4, 4], [2, 2, 4], [4, 4, 4], [4, 3, 4]];
const SECOND_BY_SALES: [Marks; 5] = [[4, 4, 5], [4, 4, 4], [5, 4, 4], [4, 4, 4], [3, 4, 2]];
const SECOND_BY_MARKETING: [Marks; 5] = [[4, 4, 4], [5, 4, 4], [3, 4, 4], [4, 4, 4], [4, 4, 4]];

const FIRST_REMARKS: [&str; 5] = [
    "These are good questions. Why are they in a document of your own?",
    "",
    "Nobody in Marketing has seen these slides. The claim on slide 3 is last year’s.",
    "",
    "The calculator still has the old prices.",
];
const SECOND_REMARKS: [&str; 5] = [
    "",
    "",
    "Better. The first week is still missing from the company deck, which is why this one exists.",
    "",
    "",
];

/// What is to be mended, in which step and which piece, by whom; for which day it was promised, where that is not the usual one, and when
/// it was done: both in days after it was found.
struct Mend {
    name: &'static str,
    step: usize,
    piece: Option<&'static str>,
    owner: &'static str,
    due_after: Option<u64>,
    done_after: Option<u64>,
}

const FIRST_FIXES: [Mend; 4] = [
    Mend {
        name: "Make one page of Tom’s answers for everybody",
        step: 0,
        piece: Some("toms-answers-first-call.pdf"),
        owner: "Ana Costa",
        due_after: None,
        done_after: Some(6),
    },
    Mend {
        name: "Take last year’s claim out of the hospital deck",
        step: 2,
        piece: Some("priyas-hospital-deck.pdf"),
        owner: "Priya Raman",
        due_after: None,
        done_after: Some(2),
    },
    Mend {
        name: "Put today’s prices into the calculator",
        step: 4,
        piece: Some("roi-cost-per-bed.pdf"),
        owner: "Ana Costa",
        due_after: None,
        done_after: Some(11),
    },
    Mend {
        name: "Say at every ward who counts the alarms",
        step: 0,
        piece: None,
        owner: "Tom Becker",
        due_after: None,
        done_after: Some(7),
    },
];
const SECOND_FIXES: [Mend; 3] = [
    Mend {
        name: "Add the first week to the company deck",
        step: 2,
        piece: Some("deck-company.pdf"),
        owner: "Ana Costa",
        due_after: None,
        done_after: None,
    },
    Mend {
        name: "Show what it costs a hospital without a budget line this year",
        step: 4,
        piece: None,
        owner: "Jonas Lind",
        due_after: Some(30),
        done_after: None,
    },
    Mend {
        name: "Write down who else has to say yes, for each hospital",
        step: 2,
        piece: None,
        owner: "Priya Raman",
        due_after: None,
        done_after: Some(4),
    },
];

/// How many days before today the two walk-throughs were.
const DAYS_AGO: [i64; 2] = [76, 9];

/// Tells the first walk-through.
pub(super) fn first(telling: &mut Telling) -> Result<()> {
    telling.on(telling.today, -DAYS_AGO[0]);
    telling.sits("Tom Becker")?;
    let walk = begin(telling, "empty", DAYS_AGO[0])?;
    let cycle = telling.call("open_buying_cycle", json!({}))?;
    for step in STEPS {
        let phases = cycle
            .get("phases")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let phase = phases
            .filter(|phase| phase.get("name") == Some(&json!(step.phase)))
            .map(|phase| field(phase, "id"))
            .next();
        let values = json!({ "name": step.name, "phase": phase, "said": step.said, "shown": step.shown, "asked": step.asked,
                             "promised": step.promised, "piece": piece(telling, step.piece)? });
        telling.call("add_walk_step", json!({ "walk_through": walk, "values": values }))?;
    }
    rate(
        telling,
        &walk,
        [FIRST_BY_SALES, FIRST_BY_MARKETING],
        FIRST_REMARKS,
    )?;
    mend(telling, &walk, &FIRST_FIXES, DAYS_AGO[0])?;
    telling
        .call("end_walk_through", json!({ "id": walk }))
        .map(|_| ())
}

/// Tells the second one, which goes on from the first.
pub(super) fn second(telling: &mut Telling) -> Result<()> {
    telling.on(telling.today, -DAYS_AGO[1]);
    telling.sits("Tom Becker")?;
    let walk = begin(telling, "last", DAYS_AGO[1])?;
    let steps = steps(telling, &walk)?;
    for (place, change) in [
        (
            0,
            json!({ "piece": piece(telling, "one-pager-alarm-count.pdf")?, "promised": "A count of one night, for nothing, within a week." }),
        ),
        (
            2,
            json!({ "said": "Two days less in intensive care, as St Brigid counted them this spring." }),
        ),
    ] {
        telling.call(
            "edit_walk_step",
            json!({ "id": steps.get(place), "change": change }),
        )?;
    }
    rate(
        telling,
        &walk,
        [SECOND_BY_SALES, SECOND_BY_MARKETING],
        SECOND_REMARKS,
    )?;
    mend(telling, &walk, &SECOND_FIXES, DAYS_AGO[1])?;
    telling
        .call("end_walk_through", json!({ "id": walk }))
        .map(|_| ())
}

fn begin(telling: &mut Telling, start: &str, days_ago: i64) -> Result<Value> {
    let begun = telling.call(
        "begin_walk_through",
        json!({ "start": start, "title": "From the first call to the price", "held_on": day(telling, days_ago) }),
    )?;
    Ok(field(&begun, "id"))
}

fn day(telling: &Telling, days_ago: i64) -> NaiveDate {
    let days = Days::new(days_ago.unsigned_abs());
    telling.today.checked_sub_days(days).unwrap_or(telling.today)
}

/// Returns the ids of the steps, in their order.
fn steps(telling: &mut Telling, walk: &Value) -> Result<Vec<Value>> {
    let view = telling.call("open_walk_through", json!({ "id": walk }))?;
    let steps = view.get("steps").and_then(Value::as_array).into_iter().flatten();
    Ok(steps.map(|line| field(&field(line, "step"), "id")).collect())
}

/// Both sides give their marks, and Marketing remarks what it sees.
fn rate(telling: &mut Telling, walk: &Value, marks: [[Marks; 5]; 2], remarks: [&str; 5]) -> Result<()> {
    let steps = steps(telling, walk)?;
    for (who, side, marks) in [
        ("Tom Becker", "sales", marks[0]),
        ("Ana Costa", "marketing", marks[1]),
    ] {
        telling.sits(who)?;
        for ((step, [message, look, fit]), remark) in steps.iter().zip(marks).zip(remarks) {
            let mut change = Map::from_iter([
                (format!("message_by_{side}"), json!(message)),
                (format!("look_by_{side}"), json!(look)),
                (format!("fit_by_{side}"), json!(fit)),
            ]);
            if side == "marketing" {
                change.insert("remarks".into(), json!(remark));
            }
            telling.call("edit_walk_step", json!({ "id": step, "change": change }))?;
        }
    }
    Ok(())
}

/// What was found is to be mended within a week, and some of it was.
fn mend(telling: &mut Telling, walk: &Value, fixes: &[Mend], days_ago: i64) -> Result<()> {
    let steps = steps(telling, walk)?;
    let found = day(telling, days_ago);
    let after = |days: u64| found.checked_add_days(Days::new(days)).unwrap_or(found);
    for fix in fixes {
        let about = match fix.piece {
            Some(file_name) => piece(telling, file_name)?,
            None => Value::Null,
        };
        let mut values = Map::from_iter([
            ("name".to_owned(), json!(fix.name)),
            ("step".to_owned(), json!(steps.get(fix.step))),
            ("piece".to_owned(), about),
            ("owner".to_owned(), telling.person(fix.owner)?),
        ]);
        if let Some(days) = fix.due_after {
            values.insert("due".into(), json!(after(days)));
        }
        let added = telling.call("add_fix", json!({ "walk_through": walk, "values": values }))?;
        if let Some(days) = fix.done_after {
            telling.on(telling.today, -days_ago + i64::try_from(days).unwrap_or(0));
            telling.call(
                "edit_fix",
                json!({ "id": field(&added, "id"), "change": { "done_on": after(days) } }),
            )?;
            telling.on(telling.today, -days_ago);
        }
    }
    Ok(())
}
