//! Sixty texts that try to be a script, kept in every place that keeps a name or a text: each is shown as the text it is,
//! on every screen, and none of them runs.

use lockstep_tests::{
    Result,
    window::{Launch, Window},
};
use serde_json::{Value, json};

use crate::pages::{
    everywhere::{go, visit, visit_leads},
    stages, wizard,
};

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
fn texts() -> Vec<String> {
    let bare = ATTEMPTS.iter().map(|attempt| attempt.replace("DEED", DEED));
    let breaking_out = ATTEMPTS
        .iter()
        .map(|attempt| format!("'\">{}", attempt.replace("DEED", DEED)));
    bare.chain(breaking_out).collect()
}

/// Keeps the texts wherever something can be written, as a hostile colleague would.
async fn write_everywhere(window: &Window, texts: &[String]) -> Result<Value> {
    let plans = window.call("list_plans", json!({})).await?;
    let (plan, year) = (plans[0]["id"].clone(), plans[0]["year"].clone());
    let people = window.call("people", json!({})).await?;
    let here = people["people"]
        .as_array()
        .and_then(|people| people.iter().find(|one| one["side"] == "sales"));
    window
        .call(
            "sit_down",
            json!({ "person": here.ok_or("nobody is in sales")?["id"] }),
        )
        .await?;
    for (number, text) in texts.iter().enumerate() {
        let named = json!({ "plan": plan, "values": { "name": text, "why": text } });
        window.call("add_segment", named.clone()).await?;
        // The other lists share the texts between them: every text stands in two places at least.
        let (command, values) = match number % 10 {
            0 => ("add_target_account", json!({ "name": text, "why": text })),
            1 => ("add_not_doing", json!({ "name": text, "why": text })),
            2 => (
                "add_goal",
                json!({ "metric": "own", "name": text, "formula": text, "source": text, "tracked_how": text }),
            ),
            3 => ("add_initiative", json!({ "bucket": "demand", "name": text })),
            4 => ("add_risk", json!({ "name": text, "response": text })),
            5 => ("add_yardstick", json!({ "side": "sales", "name": text })),
            6 => ("add_decision", json!({ "name": text })),
            7 => ("add_parked_item", json!({ "name": text })),
            8 => ("add_todo", json!({ "name": text })),
            _ => (
                "add_point",
                json!({ "side": "sales", "kind": "learned", "text": text }),
            ),
        };
        window
            .call(command, json!({ "plan": plan, "values": values }))
            .await?;
    }
    for (text, side) in texts.iter().zip(["sales", "marketing", "leadership"]) {
        window
            .call("add_person", json!({ "name": text, "role": text, "side": side }))
            .await?;
    }
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

/// Returns an export whose names, sources, owners, words and columns are the texts.
fn as_leads(texts: &[String]) -> String {
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

async fn got_in(window: &Window) -> Result<bool> {
    // Whatever was let in has its turn before the page answers.
    let settled =
        "const done = arguments[0]; setTimeout(() => setTimeout(() => done(window.got_in === true), 0), 0);";
    Ok(window.page.execute_async(settled, vec![]).await?.json() == true)
}

#[tokio::test]
async fn sixty_texts_that_try_to_be_scripts_are_shown_as_text_and_run_nowhere() -> Result {
    let texts = texts();
    assert_eq!(texts.len(), 60);
    let folder = tempfile::tempdir()?;
    let window = Launch::new()?
        .answer(wizard::file(folder.path(), "<b>leads<b>.csv", &as_leads(&texts))?)
        .open()
        .await?;
    stages::open_sample(&window).await?;
    let year = write_everywhere(&window, &texts).await?;
    go(&window, &format!("#/plan/{year}")).await?;
    window
        .wait("every text to stand in its field", async || {
            let script = "const shown = new Set([...document.querySelectorAll('#focus input, #focus textarea')].map((field) => field.value));
                return arguments[0].filter((text) => !shown.has(text)).length === 0";
            Ok(window.page.execute(script, vec![json!(texts)]).await?.json() == true)
        })
        .await?;
    window.sees(&texts[0]).await?;
    visit(&window, async |place| {
        assert!(!got_in(&window).await?, "something ran on {place}");
        Ok(())
    })
    .await?;
    visit_leads(&window, async |place| {
        assert!(!got_in(&window).await?, "something ran on {place}");
        Ok(())
    })
    .await?;
    window.script("window.got_in = true").await?;
    assert!(got_in(&window).await?, "the trap itself works");
    window.close().await
}
