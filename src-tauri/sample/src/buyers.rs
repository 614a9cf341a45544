//! How the sample's customers buy: three people in a hospital who have a say, from not looking to using, in their own words.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use super::{Telling, field};
use lockstep_workspace::{
    calendar::FiscalYear,
    error::{Error, Result},
};

/// How we know: by what, how many days before it was written down, and from whom.
type Known = Option<(&'static str, u64, &'static str)>;
/// Of which kind, in which words, and how we know.
type Said = (&'static str, &'static str, Known);

/// Ana writes down what was heard in the first months of the year, and Tom adds what he hears on the wards.
pub(super) fn buying_cycle(telling: &mut Telling, this: FiscalYear) -> Result<()> {
    telling.on(this.first_day(), 130);
    let day = this.first_day().checked_add_days(Days::new(130));
    let day = day.unwrap_or(telling.today).min(telling.today);
    telling.sits("Ana Costa")?;
    telling.call("begin_buying_cycle", json!({ "with_starter_set": false }))?;
    let mut phases = Vec::new();
    for (name, lead_stages, opportunity_stages) in PHASES {
        let values =
            json!({ "name": name, "lead_stages": lead_stages, "opportunity_stages": opportunity_stages });
        phases.push(add(telling, "add_buying_phase", values)?);
    }
    for (place, (values, known)) in personas()
        .into_iter()
        .zip([NURSING, ENGINEERING, PROCUREMENT])
        .enumerate()
    {
        telling.sits(if place == 0 { "Tom Becker" } else { "Ana Costa" })?;
        let persona = add(telling, "add_persona", values)?;
        for (phase, said) in phases.iter().zip(known) {
            for one in said {
                let mut values = insight(*one, day)?;
                values.insert("persona".into(), persona.clone());
                values.insert("phase".into(), phase.clone());
                add(telling, "add_insight", Value::Object(values))?;
            }
        }
    }
    Ok(())
}

fn add(telling: &mut Telling, command: &str, values: Value) -> Result<Value> {
    let added = telling.call(
        command,
        json!({ "buying_cycle": "buying_cycle", "values": values }),
    )?;
    Ok(field(&added, "id"))
}

fn insight((kind, text, known): Said, day: NaiveDate) -> Result<serde_json::Map<String, Value>> {
    let mut values = json!({ "kind": kind, "text": text });
    if let Some((evidence, days, note)) = known {
        let on = day.checked_sub_days(Days::new(days)).unwrap_or(day);
        values = json!({ "kind": kind, "text": text, "evidence": evidence, "evidence_on": on, "evidence_note": note });
    }
    match values {
        Value::Object(values) => Ok(values),
        _ => Err(Error::internal("the sample’s insight is no record")),
    }
}

/// Name, stages of leads, stages of opportunities.
const PHASES: [(&str, &[&str], &[&str]); 5] = [
    ("Not looking", &["recycled"], &[]),
    ("Noticing the problem", &["new", "working"], &[]),
    ("Comparing", &["accepted", "converted"], &[]),
    ("Deciding", &[], &["Proposal"]),
    ("Using", &[], &["Closed won"]),
];

fn personas() -> [Value; 3] {
    [
        json!({
            "name": "Nursing leader", "role": "Answers for the ward, and wants it or not",
            "goals": "Nobody deteriorates unseen, and nurses who stay.",
            "pains": "Alarms that everybody ignores, and half the night shift from an agency.",
            "convinced_by": "A night on a ward that has it, and colleagues who talk about it.",
            "objections": "My nurses have no time to learn another screen.",
            "title_words": ["Chief Nursing Officer", "Head of Intensive Care", "Ward Manager", "Nurse"],
        }),
        json!({
            "name": "Biomedical engineer", "role": "Checks it, connects it, and can stop it",
            "goals": "Devices that run, and one service contract fewer.",
            "pains": "Purchases they hear of when the boxes arrive.",
            "convinced_by": "The interface in writing, and a test installation on their own network.",
            "objections": "Does it work with what we have?",
            "title_words": ["Biomedical Engineer", "medical technology"],
        }),
        json!({
            "name": "Procurement director", "role": "Runs the tender and signs",
            "goals": "A comparable offer, a fair price and no trouble later.",
            "pains": "Wards that have chosen before the tender is written.",
            "convinced_by": "Cost per bed over seven years, and two hospitals of our size.",
            "objections": "There is no budget line for this before next year.",
            "title_words": ["Procurement", "purchasing"],
        }),
    ]
}

/// What is known of somebody, phase by phase.
type Phases = [&'static [Said]; 5];

const NURSING: Phases = [
    &[
        (
            "touchpoint",
            "Night-shift talk at the congress",
            Some(("survey", 60, "41 of 63 visitors of the booth")),
        ),
        (
            "touchpoint",
            "A colleague from another hospital",
            Some(("interview", 34, "Ward manager in Leeds")),
        ),
        (
            "trigger",
            "An incident on a ward like theirs is in the papers",
            None,
        ),
        (
            "stopper",
            "We have always watched by hand",
            Some(("call", 51, "Said on three of five first calls")),
        ),
    ],
    &[
        (
            "need",
            "How many alarms are too many?",
            Some(("interview", 34, "Ward manager in Leeds")),
        ),
        ("need", "What do others do against alarm fatigue?", None),
        (
            "touchpoint",
            "Alarm fatigue guide",
            Some(("deal", 70, "First touch of four deals won last year")),
        ),
        (
            "trigger",
            "A bed had to close for lack of staff",
            Some(("call", 22, "Chief nursing officer in Utrecht")),
        ),
        ("stopper", "Nobody has counted the alarms", None),
    ],
    &[
        (
            "need",
            "Who like us uses it already?",
            Some(("interview", 34, "Ward manager in Leeds")),
        ),
        (
            "need",
            "What changes on a night shift?",
            Some(("interview", 19, "Head of intensive care in Ghent")),
        ),
        (
            "touchpoint",
            "A visit to a ward that has it",
            Some(("deal", 48, "Before every deal won above 20 beds")),
        ),
        ("trigger", "The old monitors are out of service again", None),
        (
            "stopper",
            "The demonstration shows a ward that is not theirs",
            Some(("call", 15, "Lost in Turin")),
        ),
    ],
    &[
        (
            "need",
            "Who trains my people, and when?",
            Some(("deal", 40, "Asked in five of six final rounds")),
        ),
        ("need", "What happens in the first week?", None),
        ("touchpoint", "A meeting with our trainer", None),
        (
            "trigger",
            "A test installation that the nurses want to keep",
            Some(("deal", 48, "Basel")),
        ),
        ("stopper", "Summer: no ward starts anything", None),
    ],
    &[
        (
            "need",
            "Whom do I call at night?",
            Some(("call", 12, "Two wards in their first month")),
        ),
        ("touchpoint", "The trainer’s visit after four weeks", None),
        (
            "trigger",
            "The first patient whose turn for the worse was seen in time",
            Some(("interview", 27, "Bergen")),
        ),
        ("stopper", "New agency nurses whom nobody trained", None),
    ],
];

const ENGINEERING: Phases = [
    &[
        ("touchpoint", "Journal of the engineers’ association", None),
        ("touchpoint", "A colleague from another hospital", None),
        (
            "trigger",
            "The service contract for the old monitors ends",
            Some(("deal", 66, "Kassel and Graz")),
        ),
        ("stopper", "We have always watched by hand", None),
    ],
    &[
        (
            "need",
            "Which interfaces are there?",
            Some(("call", 29, "Engineer in Malmö")),
        ),
        ("touchpoint", "Technical pages on our site", None),
        ("trigger", "Nursing asks what could be connected", None),
        (
            "stopper",
            "Another maker’s system is half installed",
            Some(("call", 29, "Engineer in Malmö")),
        ),
    ],
    &[
        (
            "need",
            "Does it work with what we have?",
            Some(("interview", 44, "Three engineers at the congress")),
        ),
        (
            "need",
            "Who like us uses it already?",
            Some(("call", 18, "Engineer in Aarhus")),
        ),
        (
            "touchpoint",
            "A call with our engineers, without sales",
            Some(("interview", 44, "Asked for by all three")),
        ),
        ("trigger", "A test installation on their own network", None),
        (
            "stopper",
            "The interface is promised, and not in writing",
            Some(("deal", 52, "Lost in Lyon")),
        ),
    ],
    &[
        ("need", "Who is there when it goes live?", None),
        (
            "need",
            "What happens in the first week?",
            Some(("call", 18, "Engineer in Aarhus")),
        ),
        ("touchpoint", "The acceptance protocol", None),
        (
            "trigger",
            "Security has signed",
            Some(("deal", 40, "Last step in Basel")),
        ),
        ("stopper", "The network is rebuilt this year", None),
    ],
    &[
        (
            "need",
            "Where do I see what is broken?",
            Some(("call", 9, "Basel, second month")),
        ),
        ("need", "Whom do I call at night?", None),
        ("trigger", "An update without a stop", None),
        (
            "stopper",
            "Spare parts that take a week",
            Some(("call", 9, "Basel, second month")),
        ),
    ],
];

const PROCUREMENT: Phases = [
    &[
        (
            "touchpoint",
            "Framework agreements of the purchasing group",
            Some(("interview", 37, "Purchasing in Porto")),
        ),
        (
            "trigger",
            "Next year’s budget is being written",
            Some(("deal", 80, "When nine of seventeen deals began")),
        ),
        ("stopper", "Monitors are not due for two years", None),
    ],
    &[
        (
            "need",
            "What does a bed without a nurse cost us?",
            Some(("interview", 37, "Purchasing in Porto")),
        ),
        ("need", "Which budget does this come from?", None),
        ("touchpoint", "A one-page business case from nursing", None),
        ("trigger", "A bed had to close for lack of staff", None),
        (
            "stopper",
            "Nursing and engineering want different things",
            Some(("call", 25, "Purchasing in Bilbao")),
        ),
    ],
    &[
        (
            "need",
            "What does it cost per bed over seven years?",
            Some(("deal", 52, "Asked in every tender last year")),
        ),
        (
            "need",
            "Who like us uses it already?",
            Some(("interview", 37, "Purchasing in Porto")),
        ),
        ("touchpoint", "Our answer to the tender", None),
        ("trigger", "The tender is published", None),
        (
            "stopper",
            "Prices that cannot be compared line by line",
            Some(("call", 25, "Purchasing in Bilbao")),
        ),
    ],
    &[
        (
            "need",
            "What do we pay if the start slips?",
            Some(("deal", 40, "Basel")),
        ),
        ("touchpoint", "The last round, with both sides at one table", None),
        (
            "trigger",
            "The budget year ends, and money is left",
            Some(("deal", 80, "Three deals in December")),
        ),
        ("stopper", "Legal reads the contract for six weeks", None),
    ],
    &[
        ("need", "Do we get what we paid for?", None),
        ("touchpoint", "The yearly review with our account manager", None),
        (
            "trigger",
            "A second hospital of the group asks for the price",
            Some(("deal", 30, "Graz")),
        ),
        (
            "stopper",
            "An invoice that does not match the order",
            Some(("call", 6, "Graz")),
        ),
    ],
];
