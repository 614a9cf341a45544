//! Two versions of a piece side by side.

use lockstep_core::collateral::add_version;

use super::*;

/// The beginning of a film: no text is in it.
const FILM: &[u8] = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom";

fn next_version(story: &mut Story, piece: &str, name: &str, content: &[u8]) {
    let path = written(story, name, content);
    let facts = kept(story, &path).expect("it is kept");
    add_version(&mut story.workspace, piece.to_owned().into(), facts).expect("a new version");
}

/// The comparison of the earliest version with the latest.
fn compared(story: &mut Story, piece: &str) -> Value {
    let view = opened(story, piece);
    let versions = view["versions"].as_array().cloned().unwrap_or_default();
    let (to, from) = (
        versions.first().expect("a version"),
        versions.last().expect("a version"),
    );
    story.call(
        "compare_piece_versions",
        json!({ "piece": piece, "from": from["id"], "to": to["id"] }),
    )
}

#[test]
fn the_words_that_came_and_went_are_told() {
    let mut story = Story::new();
    let id = piece(&mut story, "Prices.txt", "It costs 100 euros a month.\nAsk us.");
    story.days_later(1);
    next_version(
        &mut story,
        &id,
        "Prices 2027.txt",
        b"It costs 120 euros a\nmonth. Ask us today.",
    );
    let view = compared(&mut story, &id);
    assert_eq!(
        (
            &view["why_not"],
            &view["added"],
            &view["removed"],
            &view["same_pages"]
        ),
        (&Value::Null, &json!(3), &json!(2), &json!(0))
    );
    let parts: Vec<(String, String)> = view["pages"][0]["parts"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|part| (text(&part["fate"]), text(&part["text"])))
        .collect();
    let told = |fate: &str| -> Vec<&str> {
        let those = parts.iter().filter(|(known, _)| known == fate);
        those.map(|(_, text)| text.as_str()).collect()
    };
    // How lines break is no difference.
    assert_eq!(told("removed"), ["100", "us."]);
    assert_eq!(told("added"), ["120", "us today."]);
    assert_eq!(view["from"]["file_name"], "Prices.txt");
    assert!(view["to"]["size"].as_i64() > view["from"]["size"].as_i64());
}

#[test]
fn a_version_without_text_is_said_to_have_none() {
    let mut story = Story::new();
    let id = piece(&mut story, "Prices.txt", "It costs 100 euros a month.");
    story.days_later(1);
    // A film says nothing that can be compared.
    next_version(&mut story, &id, "Prices.mp4", FILM);
    let view = compared(&mut story, &id);
    let why = text(&view["why_not"]);
    assert!(why.contains("“Prices.mp4” has no text"), "{why}");
    assert_eq!(
        (&view["pages"], &view["added"]),
        (&json!([]), &json!(0)),
        "nothing is told that is not known"
    );
    let version = opened(&mut story, &id)["version"]["id"].clone();
    let same = story.call(
        "compare_piece_versions",
        json!({ "piece": id, "from": version, "to": version }),
    );
    assert_eq!(same["why_not"], "Both are the same file.");
    // A version of another piece is none of this one.
    let other = piece(&mut story, "Other.txt", "Something else.");
    let theirs = opened(&mut story, &other)["version"]["id"].clone();
    let refused = story.refused(
        "compare_piece_versions",
        json!({ "piece": id, "from": theirs, "to": version }),
    );
    assert_eq!(refused.code, lockstep_workspace::ErrorCode::NotFound);
}
