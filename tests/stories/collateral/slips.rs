//! A field kit is written into a folder and brought up to date there; the return slips of its readers are imported, each note once.

use std::{collections::BTreeSet, fs, path::Path};

use lockstep_export::collateral::field_kit;

use super::*;

/// Every file of a folder, by its path in it.
fn files_of(folder: &Path) -> BTreeSet<String> {
    fn walk(root: &Path, at: &Path, all: &mut BTreeSet<String>) {
        for entry in fs::read_dir(at).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(root, &path, all);
            } else {
                let name = path.strip_prefix(root).expect("inside");
                all.insert(name.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    let mut all = BTreeSet::new();
    walk(folder, folder, &mut all);
    all
}

#[test]
fn the_kit_has_what_both_sides_approved_and_is_brought_up_to_date_in_place() {
    let mut story = Story::new();
    let first = piece(&mut story, "Prices.txt", "What it costs. </script><b>bold</b>");
    let page = piece(
        &mut story,
        "Page.html",
        "<html><body>A page of ours.</body></html>",
    );
    piece(&mut story, "Draft.txt", "Nobody has approved this.");
    let folder = story.folder().join("kit");
    let refused = field_kit::write(&story.workspace, &folder).expect_err("nothing is approved");
    assert!(refused.message.contains("No piece is approved"), "{refused:?}");
    approved(&mut story, &first);
    approved(&mut story, &page);
    let kit = field_kit::write(&story.workspace, &folder).expect("a kit");
    assert_eq!((kit.pieces, kit.removed), (2, 0));
    let names = files_of(&folder);
    assert!(
        names.iter().any(|name| name.ends_with("/Prices.txt")),
        "{names:?}"
    );
    // A page could run things: it lies there as text.
    assert!(
        names.iter().any(|name| name.ends_with("/Page.html.txt")),
        "{names:?}"
    );
    assert!(!names.iter().any(|name| name.contains("Draft")), "{names:?}");
    let index = fs::read_to_string(folder.join("index.html")).expect("the page");
    assert!(index.contains("What it costs. \\u003c/script"));
    assert!(!index.contains("{{kit}}"));
    assert!(!index.contains("Nobody has approved"));
    // The same again writes nothing.
    let again = field_kit::write(&story.workspace, &folder).expect("a kit");
    assert_eq!(
        (again.written, again.removed, again.unchanged),
        (0, 0, kit.written)
    );
    // What is retired goes, and the rest stays as it is.
    story.call(
        "retire_piece",
        json!({ "id": page, "because": "There is a newer one." }),
    );
    let less = field_kit::write(&story.workspace, &folder).expect("a kit");
    assert_eq!((less.pieces, less.written, less.removed), (1, 1, 1));
    assert!(!files_of(&folder).iter().any(|name| name.contains("Page")));
    // A folder with other things is left alone.
    let other = story.folder().join("other");
    fs::create_dir(&other).expect("a folder");
    fs::write(other.join("mine.txt"), "mine").expect("a file");
    let refused = field_kit::write(&story.workspace, &other).expect_err("it holds other things");
    assert!(refused.message.contains("holds other things"), "{refused:?}");
    assert_eq!(files_of(&other), BTreeSet::from(["mine.txt".to_owned()]));
}

/// A note as the page of the kit writes it.
fn note(id: u32, fields: Value) -> Value {
    let mut note = json!({
        "id": format!("6f1c2a34-5b6d-4e7f-8a9b-{id:012}"), "kind": "used", "piece": null, "on": "2026-11-20", "deal": "",
        "persona": null, "phase": null, "manner": null, "easy_to_find": null, "fitted": null, "ready": null, "moved": null,
        "request": null, "text": ""
    });
    for (field, value) in fields.as_object().expect("fields") {
        note[field] = value.clone();
    }
    note
}

/// A slip as the page of the kit saves it.
fn slip(story: &Story, by: &str, mut notes: Vec<Value>) -> Value {
    const FIELDS: [&str; 14] = [
        "id",
        "kind",
        "piece",
        "on",
        "deal",
        "persona",
        "phase",
        "manner",
        "easy_to_find",
        "fitted",
        "ready",
        "moved",
        "request",
        "text",
    ];
    for note in &mut notes {
        let words = FIELDS.map(|field| match &note[field] {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        });
        let text = format!("{by}\u{1f}{}", words.join("\u{1f}"));
        note["check"] = json!(format!("{:08x}", crc32fast::hash(text.as_bytes())));
    }
    let workspace = story
        .workspace
        .reader()
        .expect("a reader")
        .workspace_id()
        .expect("an id");
    json!({ "lockstep": "return slip", "version": 1, "workspace": workspace, "by": by, "notes": notes })
}

fn file(name: &str, slip: &Value) -> Value {
    json!({ "file_name": name, "content": slip.to_string() })
}

#[test]
fn a_slip_that_is_dropped_twice_counts_once() {
    let mut story = Story::new();
    let id = piece(&mut story, "Prices.txt", "What it costs.");
    let used = json!({ "piece": id, "deal": "St Märy", "manner": "presented", "fitted": 4, "moved": "yes", "text": "They liked it" });
    let notes = vec![
        note(1, used),
        note(
            2,
            json!({ "kind": "work", "piece": id, "request": "wrong", "text": "The price is old." }),
        ),
        note(3, json!({ "kind": "need", "text": "A film for nurses." })),
    ];
    let slips = json!({ "slips": [file("kim.json", &slip(&story, "Kim", notes))] });
    let shown = story.call("read_slips", slips.clone());
    assert_eq!(shown[0]["by"], "Kim");
    assert_eq!(shown[0]["notes"][0]["words"], "Used “Prices” in “St Märy”");
    // Looking at it changes nothing.
    assert_eq!(story.call("list_requests", json!({}))["requests"], json!([]));
    assert_eq!(
        story.call("import_slips", slips.clone()),
        json!({ "uses": 1, "requests": 2, "known": 0, "refused": 0 })
    );
    let uses = story.call("list_uses", json!({}));
    assert_eq!(
        (
            &uses["uses"][0]["use"]["said_by"],
            &uses["uses"][0]["use"]["moved"],
            &uses["usage"]["uses"]
        ),
        (&json!("Kim"), &json!("yes"), &json!(1))
    );
    assert_eq!(
        story.call("read_slips", slips.clone())[0]["notes"][0]["fate"],
        "known"
    );
    assert!(
        story
            .refused("import_slips", slips.clone())
            .message
            .contains("nothing new")
    );
    // One step takes all of it back, and then it may come again.
    story.call("undo", json!({}));
    assert_eq!(story.call("list_uses", json!({}))["usage"]["uses"], 0);
    assert_eq!(story.call("import_slips", slips)["uses"], 1);
    assert_eq!(story.call("list_uses", json!({}))["usage"]["uses"], 1);
}

#[test]
fn a_slip_of_an_older_kit_speaks_of_the_piece_that_stayed() {
    let mut story = Story::new();
    let stays = piece(&mut story, "Prices.txt", "What it costs.");
    let goes = piece(&mut story, "Old prices.txt", "What it cost.");
    let notes = vec![note(1, json!({ "piece": goes, "deal": "One" }))];
    let slips = json!({ "slips": [file("kim.json", &slip(&story, "Kim", notes))] });
    story.call("merge_pieces", json!({ "into": stays, "from": goes }));
    story.call("import_slips", slips);
    assert_eq!(
        story.call("list_uses", json!({ "piece": stays }))["usage"]["uses"],
        1
    );
    let broken =
        json!({ "slips": [json!({ "file_name": "x.json", "content": "{\"lockstep\":\"return slip\"" })] });
    assert!(
        story
            .refused("import_slips", broken)
            .message
            .contains("It is damaged")
    );
}

#[test]
fn what_cannot_be_believed_is_refused_with_the_reason_and_the_rest_is_imported() {
    let mut story = Story::new();
    let id = piece(&mut story, "Prices.txt", "What it costs.");
    let good = note(1, json!({ "piece": id, "deal": "One" }));
    let twice = good.clone();
    let notes = vec![
        good,
        note(2, json!({ "piece": "gone", "deal": "Two" })),
        note(3, json!({ "piece": id, "deal": " " })),
        note(4, json!({ "piece": id, "deal": "Four", "on": "2031-01-01" })),
        note(5, json!({ "piece": id, "deal": "Five", "fitted": 9 })),
        note(6, json!({ "kind": "need", "text": " " })),
        note(7, json!({ "kind": "work", "text": "Which?" })),
        twice,
    ];
    let mut whole = slip(&story, "Kim", notes);
    // Changed on the way.
    let mut changed = whole["notes"][0].clone();
    changed["deal"] = json!("Another");
    whole["notes"].as_array_mut().expect("notes").push(changed);
    let mut elsewhere = whole.clone();
    elsewhere["workspace"] = json!("elsewhere");
    let slips = json!({ "slips": [
        file("kim.json", &whole),
        file("other.json", &elsewhere),
        json!({ "file_name": "cut.json", "content": "{\"lockstep\":\"return slip\",\"ver" }),
    ] });
    let shown = story.call("read_slips", slips.clone());
    let fates: Vec<String> = shown[0]["notes"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|note| text(&note["fate"]))
        .collect();
    assert_eq!(
        fates,
        [
            "new", "refused", "refused", "refused", "refused", "refused", "refused", "known", "refused"
        ]
    );
    for (place, words) in [
        (1, "not in the library"),
        (2, "which deal"),
        (3, "has not come"),
        (4, "from 1 to 5"),
    ] {
        let reason = text(&shown[0]["notes"][place]["reason"]);
        assert!(reason.contains(words), "{place}: {reason}");
    }
    assert!(text(&shown[1]["reason"]).contains("another workspace"));
    assert!(text(&shown[2]["reason"]).contains("damaged"));
    assert_eq!(
        story.call("import_slips", slips),
        json!({ "uses": 1, "requests": 0, "known": 1, "refused": 9 })
    );
}
