//! The starter set: three personas and five phases that most companies which sell to companies will know, with a first few
//! insights. It is a starting point to argue about, not an answer.

use serde_json::{Value, json};

use super::{BuyingPhase, Insight, Persona, PersonaId};
use crate::ids::BuyingCycleId;
use lockstep_workspace::{context::Transaction, error::Result, list_items::add_first};

fn personas() -> [(&'static str, Value); 3] {
    [
        (
            "economic_buyer",
            json!({
                "name": "Economic buyer", "role": "Holds the budget and signs",
                "goals": "Results that show in this year’s numbers, and no surprises.",
                "pains": "More requests than money, and promises that were not kept.",
                "convinced_by": "A business case in their own numbers, and customers like them who stayed.",
                "objections": "Not this year. What happens if we do nothing?",
                "title_words": ["CEO", "CFO", "COO", "managing director", "finance director"],
            }),
        ),
        (
            "technical_evaluator",
            json!({
                "name": "Technical evaluator", "role": "Checks whether it works, and can say no",
                "goals": "Systems that run quietly and fit what is there.",
                "pains": "Projects that are decided without them and land on their desk.",
                "convinced_by": "Documentation, a test of their own, and somebody who answers hard questions.",
                "objections": "Who looks after it? Is it secure? Does it work with what we have?",
                "title_words": ["CTO", "CIO", "IT", "architect", "security"],
            }),
        ),
        (
            "daily_user",
            json!({
                "name": "Daily user", "role": "Works with it, and makes it a success or not",
                "goals": "A day with fewer detours.",
                "pains": "Yet another tool that somebody else chose.",
                "convinced_by": "Trying it on their own work, and a colleague who already uses it.",
                "objections": "I have no time to learn this.",
                "title_words": ["team lead", "specialist", "coordinator"],
            }),
        ),
    ]
}

fn phases() -> [(&'static str, Value); 5] {
    [
        ("not_looking", json!({ "name": "Not looking" })),
        (
            "noticing",
            json!({ "name": "Noticing the problem", "lead_stages": ["new"] }),
        ),
        (
            "comparing",
            json!({ "name": "Comparing", "lead_stages": ["working"] }),
        ),
        (
            "deciding",
            json!({ "name": "Deciding", "lead_stages": ["accepted", "converted"] }),
        ),
        ("using", json!({ "name": "Using" })),
    ]
}

/// What is known to begin with: of whom, in which phase, of which kind, in their words.
const INSIGHTS: [(&str, &str, &str, &str); 27] = [
    (
        "economic_buyer",
        "not_looking",
        "touchpoint",
        "What a peer says at a conference",
    ),
    (
        "economic_buyer",
        "not_looking",
        "stopper",
        "It has always worked this way",
    ),
    (
        "economic_buyer",
        "noticing",
        "trigger",
        "A target was missed, and somebody asks why",
    ),
    (
        "economic_buyer",
        "noticing",
        "need",
        "What does the problem cost us each year?",
    ),
    (
        "economic_buyer",
        "comparing",
        "need",
        "What does it cost, all in, over three years?",
    ),
    (
        "economic_buyer",
        "comparing",
        "need",
        "Who like us uses it already?",
    ),
    (
        "economic_buyer",
        "deciding",
        "trigger",
        "The budget round for next year begins",
    ),
    (
        "economic_buyer",
        "deciding",
        "stopper",
        "Nobody can say when it pays off",
    ),
    ("economic_buyer", "using", "need", "Do we get what we paid for?"),
    (
        "technical_evaluator",
        "not_looking",
        "touchpoint",
        "Technical articles and forums",
    ),
    (
        "technical_evaluator",
        "noticing",
        "trigger",
        "A system reaches the end of its life",
    ),
    (
        "technical_evaluator",
        "noticing",
        "need",
        "How do others solve this?",
    ),
    (
        "technical_evaluator",
        "comparing",
        "need",
        "Does it work with what we have?",
    ),
    (
        "technical_evaluator",
        "comparing",
        "need",
        "Who like us uses it already?",
    ),
    (
        "technical_evaluator",
        "comparing",
        "touchpoint",
        "Documentation and a test account",
    ),
    (
        "technical_evaluator",
        "comparing",
        "stopper",
        "Questions that sales has to pass on",
    ),
    (
        "technical_evaluator",
        "deciding",
        "need",
        "Who does what until it runs?",
    ),
    (
        "technical_evaluator",
        "using",
        "stopper",
        "Support that reads from a script",
    ),
    (
        "daily_user",
        "not_looking",
        "stopper",
        "It has always worked this way",
    ),
    (
        "daily_user",
        "noticing",
        "trigger",
        "A new colleague asks why this takes so long",
    ),
    (
        "daily_user",
        "noticing",
        "touchpoint",
        "A short video that a colleague shares",
    ),
    ("daily_user", "comparing", "need", "What will be easier for me?"),
    (
        "daily_user",
        "comparing",
        "touchpoint",
        "A demonstration with our own examples",
    ),
    (
        "daily_user",
        "deciding",
        "stopper",
        "No time is set aside to learn it",
    ),
    ("daily_user", "deciding", "need", "Who does what until it runs?"),
    ("daily_user", "using", "need", "Whom do I ask when I am stuck?"),
    (
        "daily_user",
        "using",
        "trigger",
        "The first time it saves an afternoon",
    ),
];

/// Writes the starter set into a buying cycle that was just begun.
pub(super) fn write(change: &Transaction, buying_cycle: &BuyingCycleId) -> Result<()> {
    let mut ids: Vec<(&str, PersonaId)> = Vec::new();
    for (key, values) in personas() {
        let values = serde_json::from_value(values)?;
        let added: Persona = add_first(change, buying_cycle.clone(), values, key)?;
        ids.push((key, added.id));
    }
    for (key, values) in phases() {
        let values = serde_json::from_value(values)?;
        let added: BuyingPhase = add_first(change, buying_cycle.clone(), values, key)?;
        ids.push((key, added.id));
    }
    let id_of = |wanted: &str| ids.iter().find(|(key, _)| *key == wanted).map(|(_, id)| id);
    for (place, (persona, phase, kind, text)) in INSIGHTS.into_iter().enumerate() {
        let values = json!({ "persona": id_of(persona), "phase": id_of(phase), "kind": kind, "text": text });
        let key = place.to_string();
        add_first::<Insight>(
            change,
            buying_cycle.clone(),
            serde_json::from_value(values)?,
            &key,
        )?;
    }
    Ok(())
}
