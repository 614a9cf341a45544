//! Sixty texts that try to be a script, and how they come into every place that keeps a name or a text. `every_screen` shows
//! that each is shown as the text it is and that none of them runs.

use lockstep_tests::{Result, window::Window};
use serde_json::{Value, json};

/// What each attempt would do if it ran.
const DEED: &str = "window.got_in=true";

/// Ways to get in, `DEED` standing for what would then be done.
const ATTEMPTS: [&str; 30] = [
    "<script>DEED</script>",
    "<ScRiPt >DEED</sCrIpT>",
    "<script src=data:text/javascript,DEED></script>",
    "<img src=x onerror=DEED>",
    "<img src=x onerror=\"DEED\">",
    "<img/src=x/onerror=DEED//",
    "<svg onload=DEED>",
    "<svg><script>DEED</script></svg>",
    "<svg><animate onbegin=DEED attributeName=x dur=1s>",
    "<iframe srcdoc='<script>parent.DEED</script>'>",
    "<iframe src=javascript:DEED>",
    "<a href=javascript:DEED>read me</a>",
    "<details open ontoggle=DEED>",
    "<body onload=DEED>",
    "<input autofocus onfocus=DEED>",
    "<video><source onerror=DEED></video>",
    "<marquee onstart=DEED>",
    "<math><mtext></mtext><img src=x onerror=DEED></math>",
    "<style>@import 'javascript:DEED'</style>",
    "<link rel=stylesheet href=javascript:DEED>",
    "<object data=javascript:DEED>",
    "<embed src=javascript:DEED>",
    "<form action=javascript:DEED><button>send</button></form>",
    "<template><script>DEED</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=DEED>\">",
    "</textarea><script>DEED</script>",
    "</title><script>DEED</script>",
    "javascript:DEED",
    "{{constructor.constructor('DEED')()}}",
    "${DEED}",
];

/// Returns the attempts, bare and as they break out of an attribute.
pub fn texts() -> Vec<String> {
    let bare = ATTEMPTS.iter().map(|attempt| attempt.replace("DEED", DEED));
    let breaking_out = ATTEMPTS
        .iter()
        .map(|attempt| format!("'\">{}", attempt.replace("DEED", DEED)));
    bare.chain(breaking_out).collect()
}

/// Keeps the texts wherever something can be written, as a hostile colleague would, and returns the year of the plan.
pub async fn write_everywhere(window: &Window, texts: &[String]) -> Result<Value> {
    let plans = window.call("list_plans", json!({})).await?;
    let (plan, year) = (plans[0]["id"].clone(), plans[0]["year"].clone());
    let people = window.call("people", json!({})).await?;
    let here = people["people"]
        .as_array()
        .and_then(|people| people.iter().find(|one| one["side"] == "sales"));
    window
        .call(
            "set_current_user",
            json!({ "person": here.ok_or("nobody is in sales")?["id"] }),
        )
        .await?;
    for (number, text) in texts.iter().enumerate() {
        // Every text stands in one of the lists of the page, and in one of those of the session.
        let (on_the_page, values) = match number % 7 {
            0 => ("add_segment", json!({ "name": text, "why": text })),
            1 => ("add_target_account", json!({ "name": text, "why": text })),
            2 => ("add_out_of_scope", json!({ "name": text, "why": text })),
            3 => (
                "add_goal",
                json!({ "metric": "own", "name": text, "formula": text, "source": text, "tracked_how": text }),
            ),
            4 => ("add_initiative", json!({ "bucket": "demand", "name": text })),
            5 => ("add_risk", json!({ "name": text, "response": text })),
            _ => (
                "add_retro_note",
                json!({ "side": "sales", "kind": "learned", "text": text }),
            ),
        };
        let (in_the_session, of_the_session) = match number % 4 {
            0 => ("add_decision", json!({ "name": text })),
            1 => ("add_parked_item", json!({ "name": text })),
            2 => ("add_action_item", json!({ "name": text })),
            _ => ("add_measure", json!({ "side": "sales", "name": text })),
        };
        for (command, values) in [(on_the_page, values), (in_the_session, of_the_session)] {
            window
                .call(command, json!({ "plan": plan, "values": values }))
                .await?;
        }
    }
    for (text, side) in texts.iter().zip(["sales", "marketing", "leadership"]) {
        window
            .call("add_person", json!({ "name": text, "role": text, "side": side }))
            .await?;
    }
    write_about_buyers(window, texts).await?;
    write_in_a_walk_through(window, texts).await?;
    let [first, second, ..] = texts else {
        return Err("there are no texts".into());
    };
    window
        .call("edit_company", json!({ "change": { "name": first } }))
        .await?;
    window
        .call(
            "edit_plan",
            json!({ "id": plan, "change": { "positioning": second } }),
        )
        .await?;
    Ok(year)
}

/// Keeps some of the texts in the personas and phases of the sample, and in what is known of them: the first ones with two personas,
/// so that the market has them in common.
async fn write_about_buyers(window: &Window, texts: &[String]) -> Result {
    let view = window.call("open_buying_cycle", json!({})).await?;
    let (personas, phases) = (&view["personas"], &view["phases"]);
    for (number, text) in texts.iter().step_by(4).enumerate() {
        let kind = ["need", "touchpoint", "trigger", "stopper"][number % 4];
        for persona in 0..if number < 4 { 2 } else { 1 } {
            let values = json!({ "persona": personas[persona]["id"], "phase": phases[number % 5]["id"], "kind": kind,
                                 "text": text, "evidence": "call", "evidence_note": text });
            window
                .call(
                    "add_insight",
                    json!({ "buying_cycle": "buying_cycle", "values": values }),
                )
                .await?;
        }
    }
    for (number, text) in texts.iter().take(2).enumerate() {
        let change = json!({ "name": text, "role": text, "goals": text, "pains": text, "convinced_by": text,
                             "objections": text, "title_words": [text] });
        window
            .call(
                "edit_persona",
                json!({ "id": personas[number]["id"], "change": change }),
            )
            .await?;
        // Two phases cannot have the same stage, and to us these two say the same.
        let stages = json!(if number == 0 { vec![text] } else { Vec::new() });
        let change = json!({ "name": text, "opportunity_stages": stages });
        let phase = json!({ "id": phases[number]["id"], "change": change });
        window.call("edit_buying_phase", phase).await?;
    }
    Ok(())
}

/// Keeps some of the texts in a walk-through that goes on: in its title, its steps, and what is to be mended.
async fn write_in_a_walk_through(window: &Window, texts: &[String]) -> Result {
    let [first, ..] = texts else {
        return Err("there are no texts".into());
    };
    let walk = window
        .call("begin_walk_through", json!({ "start": "empty", "title": first }))
        .await?;
    for text in texts.iter().step_by(12) {
        let values = json!({ "name": text, "said": text, "shown": text, "asked": text, "promised": text, "remarks": text });
        let step = window
            .call(
                "add_walk_step",
                json!({ "walk_through": walk["id"], "values": values }),
            )
            .await?;
        let values = json!({ "name": text, "step": step["id"] });
        window
            .call("add_fix", json!({ "walk_through": walk["id"], "values": values }))
            .await?;
    }
    Ok(())
}

/// Returns an export whose names, sources, owners, words and columns are the texts.
pub fn as_leads(texts: &[String]) -> String {
    let cell = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let own = texts.first().map(|text| cell(text)).unwrap_or_default();
    let mut table =
        format!("Lead ID,Full Name,Company,Lead Source,Lead Owner,Created Date,Lead Status,{own}\n");
    for (number, text) in texts.iter().enumerate() {
        let text = cell(text);
        table += &format!("L-{number},{text},{text},{text},{text},2026-03-04,{text},{text}\n");
    }
    table
}

/// Returns whether one of the texts has run.
pub async fn got_in(window: &Window) -> Result<bool> {
    // Whatever was let in has its turn before the page answers.
    let settled =
        "const done = arguments[0]; setTimeout(() => setTimeout(() => done(window.got_in === true), 0), 0);";
    Ok(window.page.execute_async(settled, vec![]).await?.json() == true)
}
