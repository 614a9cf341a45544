//! The content matrix shows both sides where the gaps are, and how many open leads and how much open value sit there.

use super::*;
use crate::leads::import;

const LEADS: &str = "\
Lead ID,Name,Email,Title,Lead Source,Created Date,Lead Status
1,Ada,ada@one.example,CFO,Web,2026-11-10,Working
2,Ben,ben@two.example,Head of Finance,Web,2026-11-11,Accepted
3,Cleo,cleo@three.example,Florist,Web,2026-11-12,Working
4,Dan,dan@four.example,CFO,Web,2026-11-13,Rejected
";
const DEALS: &str = "\
Opportunity ID,Deal Name,Amount,Stage,Created Date,Close Date,Contact Email
O-1,One,\"1,200.50\",Negotiation,2026-11-20,,ada@one.example
O-2,Two,,Discovery,2026-11-21,,ben@two.example
O-3,Nobody,50,Negotiation,2026-11-22,,
";

/// One persona and two phases, with a need in the first.
struct Cycle {
    persona: String,
    early: String,
    late: String,
    need: String,
}

fn cycle(story: &mut Story) -> Cycle {
    story.call("begin_buying_cycle", json!({ "with_starter_set": false }));
    let mut add = |name: &str, values: Value| {
        let added = story.call(name, json!({ "buying_cycle": "buying_cycle", "values": values }));
        text(&added["id"])
    };
    let persona = add(
        "add_persona",
        json!({ "name": "Finance", "title_words": ["CFO", "finance"] }),
    );
    let early = add(
        "add_buying_phase",
        json!({ "name": "Noticing", "lead_stages": ["new", "working"] }),
    );
    let late = add(
        "add_buying_phase",
        json!({ "name": "Deciding", "opportunity_stages": ["Negotiation"] }),
    );
    let need = add(
        "add_insight",
        json!({ "persona": persona, "phase": early, "kind": "need", "text": "What does it cost?" }),
    );
    Cycle {
        persona,
        early,
        late,
        need,
    }
}

fn matrix(story: &mut Story) -> Value {
    story.call("open_content_matrix", json!({}))
}

#[test]
fn a_need_is_a_gap_until_an_approved_piece_answers_it() {
    let mut story = Story::new();
    assert_eq!(matrix(&mut story), Value::Null);
    let Cycle {
        persona,
        early,
        late,
        need,
    } = cycle(&mut story);
    let view = matrix(&mut story);
    assert_eq!((&view["required"], &view["covered"]), (&json!(1), &json!(0)));
    assert_eq!(view["gaps"][0]["needs"][0]["text"], "What does it cost?");
    assert_eq!(view["cells"][1]["coverage"], "not_required");
    // A piece that is no more than a draft does not close it, and is named.
    let id = piece(&mut story, "Prices.txt", "What it costs.");
    story.call("edit_piece", json!({ "id": id, "change": { "needs": [need] } }));
    let view = matrix(&mut story);
    assert_eq!(
        (
            &view["cells"][0]["coverage"],
            &view["cells"][0]["needs"][0]["waiting"]
        ),
        (&json!("gap"), &json!([id]))
    );
    approved(&mut story, &id);
    let view = matrix(&mut story);
    assert_eq!(
        (&view["cells"][0]["coverage"], &view["covered"], &view["gaps"]),
        (&json!("covered"), &json!(1), &json!([]))
    );
    // A second need: the cell is covered in part; what needs no piece, with the reason, is no gap.
    let second = story.call(
        "add_insight",
        json!({ "buying_cycle": "buying_cycle",
                "values": { "persona": persona, "phase": early, "kind": "need", "text": "Who else uses it?" } }),
    )["id"]
        .clone();
    assert_eq!(matrix(&mut story)["cells"][0]["coverage"], "partly");
    let mark = json!({ "persona": persona, "phase": early, "need": second, "is_required": false });
    assert_eq!(
        story.refused("mark_matrix", mark.clone()).field.as_deref(),
        Some("because")
    );
    let mut because = mark;
    because["because"] = json!("We tell them on the phone.");
    story.call("mark_matrix", because.clone());
    let view = matrix(&mut story);
    assert_eq!(
        (
            &view["cells"][0]["coverage"],
            &view["cells"][0]["needs"][1]["not_needed_because"]
        ),
        (&json!("covered"), &json!("We tell them on the phone."))
    );
    because["phase"] = json!(late);
    assert_eq!(
        story.refused("mark_matrix", because).field.as_deref(),
        Some("need")
    );
    // A cell without a need may be required all the same.
    story.call(
        "mark_matrix",
        json!({ "persona": persona, "phase": late, "is_required": true }),
    );
    let view = matrix(&mut story);
    assert_eq!(
        (&view["required"], &view["gaps"][0]["phase"]),
        (&json!(2), &json!(late))
    );
    story.call(
        "edit_piece",
        json!({ "id": id, "change": { "personas": [persona], "phases": [late] } }),
    );
    assert_eq!(matrix(&mut story)["cells"][1]["coverage"], "covered");
    // Behind its review date it covers nothing.
    story.call(
        "edit_piece",
        json!({ "id": id, "change": { "review_by": "2026-12-24" } }),
    );
    story.days_later(60);
    assert_eq!(matrix(&mut story)["covered"], 0);
}

#[test]
fn open_leads_and_their_value_sit_in_the_cell_that_title_and_stage_tell() {
    let mut story = Story::new();
    let Cycle { persona, late, .. } = cycle(&mut story);
    story.days_later(40);
    import(&mut story, "leads.csv", LEADS);
    import(&mut story, "deals.csv", DEALS);
    story.call(
        "mark_matrix",
        json!({ "persona": persona, "phase": late, "is_required": true }),
    );
    let view = matrix(&mut story);
    // Ada's opportunity is in negotiation.
    assert_eq!(
        view["cells"][1]["open"],
        json!({ "leads": 1, "opportunities": 1, "value": 120_050, "without_value": 0 })
    );
    // The gap with the most value comes first.
    assert_eq!(view["gaps"][0]["phase"], json!(late));
    // Ben's stages belong to no phase, Cleo's title to no persona, and nobody knows whose the third opportunity is.
    let outside = &view["outside"];
    assert_eq!(
        outside["open"],
        json!({ "leads": 2, "opportunities": 2, "value": 5_000, "without_value": 1 })
    );
    assert_eq!(outside["titles"], json!([{ "word": "Florist", "count": 1 }]));
    assert_eq!(outside["stages"], json!([{ "word": "Discovery", "count": 1 }]));
    assert_eq!(outside["without_lead"], 1);
    // Nothing is counted twice, and nothing is lost: three open leads, three open opportunities.
    let cells = view["cells"].as_array().expect("cells");
    let sum = |what: &str| -> i64 {
        let inside: i64 = cells.iter().filter_map(|cell| cell["open"][what].as_i64()).sum();
        inside + outside["open"][what].as_i64().unwrap_or(0)
    };
    assert_eq!(
        (sum("leads"), sum("opportunities"), sum("value")),
        (3, 3, 125_050)
    );
}

#[test]
fn uses_and_requests_stand_in_their_cell() {
    let mut story = Story::new();
    let Cycle {
        persona, early, need, ..
    } = cycle(&mut story);
    let id = piece(&mut story, "Prices.txt", "What it costs.");
    story.call("edit_piece", json!({ "id": id, "change": { "needs": [need] } }));
    approved(&mut story, &id);
    let used = story.call(
        "record_use",
        json!({ "piece": id, "deal": "St Mary", "manner": "sent", "persona": persona, "phase": early }),
    );
    story.call("edit_use", json!({ "id": used["id"], "change": { "fitted": 4 } }));
    story.call(
        "record_use",
        json!({ "piece": id, "deal": "City Lab", "manner": "sent" }),
    );
    story.call(
        "ask_for_piece",
        json!({ "kind": "new", "wanted": "A calculator", "persona": persona, "phase": early, "need": need }),
    );
    let view = matrix(&mut story);
    let cell = &view["cells"][0];
    assert_eq!(
        (
            &cell["usage"]["uses"],
            &cell["usage"]["ease"]["hundredths"],
            &cell["requested"]
        ),
        (&json!(1), &json!(400), &json!(1))
    );
    assert_eq!(cell["pieces"][0]["usage"]["uses"], 2);
}

#[test]
fn a_cell_with_many_pieces_names_some_counts_all_and_names_all_when_it_is_opened() {
    let mut story = Story::new();
    let Cycle {
        persona,
        early,
        late,
        need,
    } = cycle(&mut story);
    let titles = ["Beds", "Costs", "Doses", "Efforts", "Fees"];
    let ids: Vec<String> = titles
        .iter()
        .map(|title| {
            piece(
                &mut story,
                &format!("{title}.txt"),
                &format!("{title} and what they cost."),
            )
        })
        .collect();
    // Four are approved: one for the cell alone, three for the need; one waits, and nobody has approved it.
    for id in ids.iter().take(4) {
        approved(&mut story, id);
    }
    story.call(
        "edit_piece",
        json!({ "id": ids[0], "change": { "personas": [persona], "phases": [early] } }),
    );
    for id in &ids[1..] {
        // Made for the cell as well, it stands there once.
        story.call(
            "edit_piece",
            json!({ "id": id, "change": { "needs": [need], "personas": [persona], "phases": [early] } }),
        );
    }
    let told = |cell: &Value| {
        let titles = cell["pieces"].as_array().expect("pieces").iter();
        let titles: Vec<String> = titles.map(|one| text(&one["title"])).collect();
        let need = &cell["needs"][0];
        (
            titles,
            need["answered_by"].as_array().expect("answers").clone(),
            [
                cell["pieces_in_all"].clone(),
                need["answered_by_in_all"].clone(),
                need["waiting_in_all"].clone(),
                cell["answered"].clone(),
            ],
            cell["coverage"].clone(),
        )
    };
    let counts = [json!(4), json!(3), json!(1), json!(1)];
    let all = || -> Vec<Value> { ids[1..4].iter().map(|id| json!(id)).collect() };
    let few = story.call("open_content_matrix", json!({ "at_most": 2 }));
    assert_eq!(
        told(&few["cells"][0]),
        (
            vec!["Beds".into(), "Costs".into()],
            all()[..2].to_vec(),
            counts.clone(),
            json!("covered")
        )
    );
    let here = json!({ "persona": persona, "phase": early });
    let cell = story.call("open_matrix_cell", here);
    let whole = (
        titles[..4].iter().map(|title| (*title).to_owned()).collect(),
        all(),
        counts,
        json!("covered"),
    );
    assert_eq!(told(&cell), whole);
    assert_eq!(cell["needs"][0]["waiting"], json!([ids[4]]));
    // Whoever says nothing is told everything, as documents are.
    let view = matrix(&mut story);
    assert_eq!(view["cells"][0], cell);
    assert_eq!(view["placeless"], 0);
    // A persona that is gone has no cell.
    let gone = json!({ "persona": "nobody", "phase": late });
    assert_eq!(story.call("open_matrix_cell", gone), Value::Null);
}
