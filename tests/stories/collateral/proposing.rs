//! For whom a file is made is proposed by its words, marked as proposed, and counts in no number until somebody confirms it.

use super::*;

/// Two personas and two phases; the late one of the first persona is required.
struct Buyers {
    nurse: String,
    finance: String,
    deciding: String,
}

fn buyers(story: &mut Story) -> Buyers {
    story.call("begin_buying_cycle", json!({ "with_starter_set": false }));
    let mut add = |name: &str, values: Value| {
        let added = story.call(name, json!({ "buying_cycle": "buying_cycle", "values": values }));
        text(&added["id"])
    };
    let nurse = add(
        "add_persona",
        json!({ "name": "Head of nursing", "title_words": ["nurse"] }),
    );
    let finance = add(
        "add_persona",
        json!({ "name": "Finance", "title_words": ["CFO"] }),
    );
    add("add_buying_phase", json!({ "name": "Noticing" }));
    let deciding = add("add_buying_phase", json!({ "name": "Deciding" }));
    story.call(
        "mark_matrix",
        json!({ "persona": nurse, "phase": deciding, "is_required": true }),
    );
    Buyers {
        nurse,
        finance,
        deciding,
    }
}

const NURSES: &str = "Nurses save an hour a day. What nurses say of it. A nurse of Porto counts beds.";

fn matrix(story: &mut Story) -> (Value, Value, Value) {
    let view = story.call("open_content_matrix", json!({}));
    (
        view["covered"].clone(),
        view["placeless"].clone(),
        view["proposed"].clone(),
    )
}

#[test]
fn what_a_file_proposes_is_marked_and_counts_once_it_is_confirmed() {
    let mut story = Story::new();
    let Buyers { nurse, deciding, .. } = buyers(&mut story);
    let id = piece(&mut story, "Deciding on beds.txt", NURSES);
    let view = opened(&mut story, &id);
    assert_eq!(
        (
            &view["piece"]["personas"],
            &view["piece"]["phases"],
            &view["piece"]["proposed"]
        ),
        (
            &json!([nurse]),
            &json!([deciding]),
            &json!(["title", "personas", "phases"])
        )
    );
    approved(&mut story, &id);
    // Approved or not, a guess changes no number, and the matrix says that one waits.
    assert_eq!(matrix(&mut story), (json!(0), json!(1), json!(1)));
    let of_nurses = json!({ "filter": { "persona": nurse } });
    assert_eq!(titles(&mut story, of_nurses.clone()), Vec::<String>::new());
    story.call("confirm_pieces", json!({ "ids": [id] }));
    assert_eq!(matrix(&mut story), (json!(1), json!(0), json!(0)));
    assert_eq!(titles(&mut story, of_nurses), ["Deciding on beds"]);
    story.call("undo", json!({}));
    assert_eq!(matrix(&mut story), (json!(0), json!(1), json!(1)));
}

#[test]
fn nothing_is_proposed_where_the_words_are_not_clear() {
    let mut story = Story::new();
    let nobody = piece(&mut story, "Before buyers.txt", NURSES);
    assert_eq!(opened(&mut story, &nobody)["piece"]["personas"], json!([]));
    let Buyers { finance, .. } = buyers(&mut story);
    for (name, content, personas) in [
        (
            "Datasheet.txt",
            "A nurse and a CFO talk. A nurse asks.",
            json!([]),
        ),
        ("For the CFO and nurses.txt", "What it costs.", json!([])),
        (
            "What the CFO asks.txt",
            "Nurses, nurses, nurses and nurses.",
            json!([finance]),
        ),
    ] {
        let id = piece(&mut story, name, content);
        let view = opened(&mut story, &id);
        assert_eq!(view["piece"]["personas"], personas, "{name}");
        let is_marked = view["piece"]["proposed"].to_string().contains("personas");
        assert_eq!(is_marked, personas != json!([]), "{name}");
    }
}

#[test]
fn what_somebody_says_takes_the_place_of_what_was_proposed() {
    let mut story = Story::new();
    let Buyers { finance, .. } = buyers(&mut story);
    let id = piece(&mut story, "Deciding on beds.txt", NURSES);
    // Adding one says nothing of the one that is only proposed.
    story.call(
        "edit_pieces",
        json!({ "ids": [id], "change": {}, "add_personas": [finance] }),
    );
    let view = opened(&mut story, &id);
    assert_eq!(
        (&view["piece"]["personas"], &view["piece"]["proposed"]),
        (&json!([finance]), &json!(["title", "phases"]))
    );
    story.call("edit_piece", json!({ "id": id, "change": { "phases": [] } }));
    let view = opened(&mut story, &id);
    assert_eq!(
        (&view["piece"]["phases"], &view["piece"]["proposed"]),
        (&json!([]), &json!(["title"]))
    );
    // Merged, what is proposed of the one does not become the other's word.
    let other = piece(
        &mut story,
        "Deciding again.txt",
        &format!("{NURSES} And once more."),
    );
    story.call("merge_pieces", json!({ "into": id, "from": other }));
    let view = opened(&mut story, &id);
    assert_eq!(
        (&view["piece"]["personas"], &view["piece"]["phases"]),
        (&json!([finance]), &json!([]))
    );
    // What was said of the one takes the place of what is only proposed of the other.
    let third = piece(&mut story, "Nurses.txt", &format!("{NURSES} A third time."));
    story.call("merge_pieces", json!({ "into": third, "from": id }));
    let view = opened(&mut story, &third);
    assert_eq!(
        (&view["piece"]["personas"], &view["piece"]["proposed"]),
        (&json!([finance]), &json!(["title"]))
    );
}
