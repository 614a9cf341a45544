//! What the sample's sales and marketing have in their library, who approved it, how it fares in deals, and what is asked for.

use std::io::{Cursor, Read};

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use zip::ZipArchive;

use super::{Telling, field};
use lockstep_workspace::{
    error::{Error, Result},
    rooms::ReadFile,
};

/// What is to be said of each piece.
const LISTED: &str = include_str!("../pieces/pieces.json");
/// The pieces, each with what was read of it and its small picture.
const PACK: &[u8] = include_bytes!("../pieces/pieces.zip");

/// Ana fills the library, and both sides approve what they use.
pub(super) fn library(telling: &mut Telling) -> Result<()> {
    let listed: Vec<Value> = serde_json::from_str(LISTED)?;
    let mut pack = ZipArchive::new(Cursor::new(PACK)).map_err(Error::internal)?;
    let cycle = telling.call("open_buying_cycle", json!({}))?;
    let mut approved = Vec::new();
    for piece in &listed {
        let is_home_made = piece.get("home_made") == Some(&Value::Bool(true));
        telling.sits(if is_home_made { "Tom Becker" } else { "Ana Costa" })?;
        let file_name = text(piece, "file").to_owned();
        let read: Value = serde_json::from_slice(&packed(&mut pack, &format!("{file_name}.json"))?)?;
        let picture = packed(&mut pack, &format!("{file_name}.jpg"))?;
        let id = telling.workspace.keep_read_file(ReadFile {
            bytes: packed(&mut pack, &file_name)?,
            picture: (!picture.is_empty()).then_some(picture),
            read,
            file_name,
        })?;
        let owner = telling.person(if is_home_made { "Tom Becker" } else { "Ana Costa" })?;
        let change = json!({
            "title": piece.get("title"), "kind": piece.get("kind"), "language": piece.get("language"),
            "tags": piece.get("tags"), "owner": owner, "is_home_made": is_home_made,
            "personas": named(&cycle, "personas", "name", &[piece.get("persona")]),
            "phases": named(&cycle, "phases", "name", &[piece.get("phase")]),
            "needs": needs(&cycle, piece),
            "review_by": review_by(telling.today, text(piece, "state") == "stale"),
        });
        telling.call("edit_piece", json!({ "id": id, "change": change }))?;
        if text(piece, "state") != "draft" {
            approved.push(id.clone());
        }
        if text(piece, "state") == "retired" {
            let because = "The new business case says the same, with today’s prices.";
            telling.call("retire_piece", json!({ "id": id, "because": because }))?;
            approved.pop();
        }
    }
    for name in ["Jonas Lind", "Priya Raman"] {
        telling.sits(name)?;
        for id in &approved {
            telling.call("approve_piece", json!({ "id": id }))?;
        }
    }
    Ok(())
}

fn packed(pack: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut file = pack.by_name(name).map_err(Error::internal)?;
    file.read_to_end(&mut bytes).map_err(Error::internal)?;
    Ok(bytes)
}

fn text<'p>(piece: &'p Value, field: &str) -> &'p str {
    piece.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// Returns the ids of those of a list that are called so.
fn named(cycle: &Value, list: &str, field: &str, names: &[Option<&Value>]) -> Vec<Value> {
    let all = cycle.get(list).and_then(Value::as_array).into_iter().flatten();
    all.filter(|one| names.contains(&one.get(field)))
        .map(|one| one.get("id").cloned().unwrap_or_default())
        .collect()
}

/// Returns the ids of the needs that a piece answers: those of its persona in its phase that have these words.
fn needs(cycle: &Value, piece: &Value) -> Vec<Value> {
    let wanted: Vec<Option<&Value>> = piece
        .get("needs")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .map(Some)
        .collect();
    let personas = named(cycle, "personas", "name", &[piece.get("persona")]);
    let phases = named(cycle, "phases", "name", &[piece.get("phase")]);
    let insights = cycle
        .get("insights")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    insights
        .filter(|one| {
            let stands_in = |list: &[Value], name| one.get(name).is_some_and(|id| list.contains(id));
            wanted.contains(&one.get("text"))
                && stands_in(&personas, "persona")
                && stands_in(&phases, "phase")
        })
        .map(|one| field(one, "id"))
        .collect()
}

fn review_by(today: NaiveDate, is_stale: bool) -> Option<NaiveDate> {
    if is_stale {
        today.checked_sub_days(Days::new(17))
    } else {
        today.checked_add_days(Days::new(240))
    }
}

/// Tom and Priya ask for what is missing; Ana answers some of it.
pub(super) fn requests(telling: &mut Telling) -> Result<()> {
    let cycle = telling.call("open_buying_cycle", json!({}))?;
    let persona = |name: &str| named(&cycle, "personas", "name", &[Some(&json!(name))]).pop();
    let phase = |name: &str| named(&cycle, "phases", "name", &[Some(&json!(name))]).pop();
    let generic = piece(telling, "brochure-tidewell.pdf")?;
    let long = piece(telling, "white-paper-alarm-fatigue.pdf")?;
    let home_made = piece(telling, "priyas-hospital-deck.pdf")?;
    telling.on(telling.today, -16);
    telling.sits("Tom Becker")?;
    telling.call(
        "ask_for_piece",
        json!({ "kind": "new", "persona": persona("Procurement director"), "phase": phase("Deciding"),
                "wanted": "A contract summary on one page: what the price holds for, and how they get out." }),
    )?;
    let answered = telling.call(
        "ask_for_piece",
        json!({ "kind": "generic", "piece": generic,
                "wanted": "It could be about any ward. What does it say to a cardiac unit?" }),
    )?;
    telling.on(telling.today, -11);
    telling.sits("Ana Costa")?;
    telling.call(
        "answer_request",
        json!({ "id": field(&answered, "id"), "because": "The brochure stays general; each persona has pieces of its own." }),
    )?;
    telling.on(telling.today, -4);
    telling.sits("Priya Raman")?;
    telling.call(
        "ask_for_piece",
        json!({ "kind": "shorter", "piece": long, "pages": [1], "phase": phase("Noticing the problem"),
                "wanted": "Only the first page: nobody on the ward reads four." }),
    )?;
    telling.call(
        "ask_for_piece",
        json!({ "kind": "home_made", "piece": home_made,
                "wanted": "The company deck has no slide on what happens in the first week." }),
    )?;
    telling.call(
        "mark_matrix",
        json!({ "persona": persona("Biomedical engineer"), "phase": phase("Not looking"), "is_required": false,
                "because": "They come to us through the ward." }),
    )?;
    Ok(())
}

pub(super) fn piece(telling: &mut Telling, file_name: &str) -> Result<Value> {
    let pieces = telling.call("list_pieces", json!({ "filter": { "states": [] } }))?;
    let all = pieces
        .get("pieces")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let mut found = all.filter_map(|one| {
        let is_it = one.pointer("/version/file_name") == Some(&json!(file_name));
        is_it.then(|| one.pointer("/piece/id").cloned()).flatten()
    });
    found
        .next_back()
        .ok_or_else(|| Error::internal(format!("the sample has no {file_name}")))
}

/// In which piece, how many days ago, how, the marks for finding, fitting and readiness, and whether the deal moved.
type Told = (
    &'static str,
    u64,
    &'static str,
    Option<[i64; 3]>,
    Option<&'static str>,
);

const USES: [Told; 22] = [
    (
        "case-study-st-brigid.pdf",
        64,
        "sent",
        Some([5, 5, 4]),
        Some("yes"),
    ),
    (
        "case-study-st-brigid.pdf",
        51,
        "presented",
        Some([4, 5, 5]),
        Some("yes"),
    ),
    (
        "case-study-st-brigid.pdf",
        33,
        "sent",
        Some([5, 4, 4]),
        Some("no"),
    ),
    ("case-study-st-brigid.pdf", 12, "sent", Some([5, 5, 5]), None),
    (
        "one-pager-alarm-count.pdf",
        70,
        "handed_over",
        Some([4, 4, 5]),
        Some("yes"),
    ),
    (
        "one-pager-alarm-count.pdf",
        44,
        "sent",
        Some([3, 4, 4]),
        Some("yes"),
    ),
    (
        "one-pager-alarm-count.pdf",
        20,
        "handed_over",
        Some([4, 5, 5]),
        Some("yes"),
    ),
    (
        "deck-night-shift.pdf",
        58,
        "presented",
        Some([3, 3, 2]),
        Some("no"),
    ),
    (
        "deck-night-shift.pdf",
        29,
        "presented",
        Some([2, 3, 2]),
        Some("no"),
    ),
    (
        "roi-cost-per-bed.pdf",
        47,
        "presented",
        Some([4, 5, 3]),
        Some("yes"),
    ),
    ("roi-cost-per-bed.pdf", 26, "sent", Some([4, 4, 3]), Some("yes")),
    (
        "one-pager-business-case.pdf",
        39,
        "sent",
        Some([5, 4, 4]),
        Some("yes"),
    ),
    (
        "one-pager-business-case.pdf",
        15,
        "sent",
        Some([4, 4, 4]),
        Some("no"),
    ),
    (
        "white-paper-fits-your-network.pdf",
        36,
        "sent",
        Some([3, 5, 5]),
        Some("yes"),
    ),
    (
        "datasheet-interfaces.pdf",
        31,
        "sent",
        Some([4, 4, 5]),
        Some("yes"),
    ),
    (
        "one-pager-acceptance-protocol.pdf",
        18,
        "handed_over",
        Some([4, 5, 4]),
        Some("yes"),
    ),
    (
        "brochure-tidewell.pdf",
        54,
        "handed_over",
        Some([5, 2, 3]),
        Some("no"),
    ),
    (
        "brochure-tidewell.pdf",
        23,
        "handed_over",
        Some([5, 1, 3]),
        Some("no"),
    ),
    (
        "priyas-hospital-deck.pdf",
        41,
        "presented",
        Some([5, 5, 5]),
        Some("yes"),
    ),
    (
        "priyas-hospital-deck.pdf",
        9,
        "presented",
        Some([5, 5, 4]),
        Some("yes"),
    ),
    (
        "toms-answers-first-call.pdf",
        14,
        "quoted",
        Some([5, 4, 4]),
        Some("yes"),
    ),
    ("demo-script-ward-visit.pdf", 3, "presented", None, None),
];

/// Sales says in which deals pieces were used, and how it went.
pub(super) fn uses(telling: &mut Telling) -> Result<()> {
    let cycle = telling.call("open_buying_cycle", json!({}))?;
    let deals = telling.call("find_deals", json!({ "text": "" }))?;
    let deals: Vec<Value> = deals.as_array().cloned().unwrap_or_default();
    let listed: Vec<Value> = serde_json::from_str(LISTED)?;
    for (place, (file_name, days, manner, marks, moved)) in USES.into_iter().enumerate() {
        telling.sits(if place % 3 == 0 {
            "Priya Raman"
        } else {
            "Tom Becker"
        })?;
        let about = listed.iter().find(|one| text(one, "file") == file_name);
        let of = |list, name| {
            let named = named(&cycle, list, "name", &[about.and_then(|one| one.get(name))]);
            named.into_iter().next()
        };
        let used_on = telling.today.checked_sub_days(Days::new(days));
        let mut input = json!({
            "piece": piece(telling, file_name)?, "manner": manner, "used_on": used_on,
            "persona": of("personas", "persona"), "phase": of("phases", "phase"),
        });
        match deals.get(place % deals.len().max(1)) {
            Some(deal) => set(&mut input, "opportunity", field(deal, "opportunity")),
            None => set(&mut input, "deal", json!("Aarhus Regional")),
        }
        let used = telling.call("record_use", input)?;
        let mut change = json!({ "moved": moved });
        for (name, mark) in ["easy_to_find", "fitted", "ready"]
            .into_iter()
            .zip(marks.into_iter().flatten())
        {
            set(&mut change, name, json!(mark));
        }
        telling.call("edit_use", json!({ "id": field(&used, "id"), "change": change }))?;
    }
    Ok(())
}

fn set(record: &mut Value, name: &str, value: Value) {
    if let Value::Object(fields) = record {
        fields.insert(name.to_owned(), value);
    }
}
