//! Files on their way into the library.

use lockstep_core::collateral::{Became, add_version, files_in, remove_unused_files};

use super::*;

#[test]
fn files_become_pieces_in_one_step_with_what_they_propose() {
    let mut story = Story::new();
    story.sits("Mika");
    let paths = [
        written(
            &story,
            "acme-one-pager.md",
            b"# Acme for clinics\n\nFewer beds stand empty.",
        ),
        written(&story, "notes.txt", b"What we said on the phone."),
    ];
    let became = added(&mut story, &paths);
    assert_eq!(
        became.iter().map(|one| one.became.clone()).collect::<Vec<_>>(),
        [Became::Added, Became::Added]
    );
    let view = opened(&mut story, &became[0].piece.clone().expect("a piece").0);
    assert_eq!(
        (&view["piece"]["title"], &view["piece"]["kind"]),
        (&json!("Acme for clinics"), &json!("one_pager"))
    );
    assert_eq!(view["piece"]["proposed"], json!(["title", "kind"]));
    assert_eq!(
        (&view["state"], &view["version"]["file_name"]),
        (&json!("draft"), &json!("acme-one-pager.md"))
    );
    // Whoever changes a field confirms it; the rest can be confirmed as it is.
    story.call(
        "edit_piece",
        json!({ "id": view["piece"]["id"], "change": { "title": "Acme" } }),
    );
    assert_eq!(
        opened(&mut story, &text(&view["piece"]["id"]))["piece"]["proposed"],
        json!(["kind"])
    );
    story.call("confirm_pieces", json!({ "ids": [view["piece"]["id"]] }));
    assert_eq!(
        opened(&mut story, &text(&view["piece"]["id"]))["piece"]["proposed"],
        json!([])
    );
    for _ in 0..3 {
        story.call("undo", json!({}));
    }
    assert_eq!(
        titles(&mut story, json!({ "filter": { "states": [] } })),
        Vec::<String>::new()
    );
    story.call("redo", json!({}));
    assert_eq!(
        story.call("list_pieces", json!({ "filter": { "states": [] } }))["total"],
        2
    );
}

#[test]
fn the_same_file_twice_is_one_piece_and_its_bytes_stand_once() {
    let mut story = Story::new();
    let first = written(&story, "a.txt", b"The same words.");
    let copy = written(&story, "b.txt", b"The same words.");
    let became = added(&mut story, &[first, copy]);
    assert_eq!(
        (&became[0].became, &became[1].became),
        (&Became::Added, &Became::Known)
    );
    assert_eq!(became[1].piece, became[0].piece);
    let blobs = story
        .workspace
        .reader()
        .and_then(|reader| reader.count("SELECT count(*) FROM blob", []));
    assert_eq!(blobs.expect("counted"), 1);
}

#[test]
fn a_removed_piece_comes_back_with_its_bytes() {
    let mut story = Story::new();
    let id = piece(&mut story, "a.txt", "Words that come back.");
    let hash = text(&opened(&mut story, &id)["version"]["hash"]);
    story.call("remove_piece", json!({ "id": id }));
    assert_eq!(story.call("library_size", json!({}))["removed"], 21);
    let unused = remove_unused_files(&mut story.workspace);
    assert_eq!(unused.expect("nothing is removed that may come back"), 0);
    story.call("undo", json!({}));
    let bytes = story
        .workspace
        .reader()
        .and_then(|reader| lockstep_core::collateral::files::bytes_of(&reader, &hash));
    assert_eq!(bytes.expect("the bytes are there"), b"Words that come back.");
}

#[test]
fn bytes_to_which_nothing_refers_are_removed_with_their_words() {
    let mut story = Story::new();
    let used = piece(&mut story, "used.txt", "Bandages for everybody.");
    approved(&mut story, &used);
    let path = written(&story, "cancelled.txt", b"Nobody added this splint.");
    kept(&mut story, &path).expect("its bytes are kept");
    let freed = remove_unused_files(&mut story.workspace);
    assert_eq!(freed.expect("it is removed"), 25);
    let words = story.workspace.reader().and_then(|reader| {
        reader.count(
            "SELECT count(*) FROM page_word WHERE word IN ('splint', 'bandages')",
            [],
        )
    });
    assert_eq!(words.expect("counted"), 1);
    // The index is whole: what is left is found, and the file holds.
    assert_eq!(titles(&mut story, json!({ "text": "bandage" })), ["Used"]);
    assert_eq!(
        titles(
            &mut story,
            json!({ "text": "splint", "filter": { "states": [] } })
        ),
        Vec::<String>::new()
    );
    assert!(story.workspace.check().expect("it is checked").ok);
}

#[test]
fn what_is_no_collateral_is_refused_and_named() {
    let mut story = Story::new();
    for (name, content, said) in [
        ("empty.pdf", &b""[..], "“empty.pdf” is empty."),
        (
            "run.exe",
            b"MZ",
            "“run.exe” is a program or a shortcut, not collateral.",
        ),
        (
            "run.exe. ",
            b"MZ",
            "“run.exe. ” is a program or a shortcut, not collateral.",
        ),
        (
            "link.desktop",
            b"[Desktop Entry]",
            "“link.desktop” is a program or a shortcut, not collateral.",
        ),
    ] {
        let path = written(&story, name, content);
        assert_eq!(kept(&mut story, &path).expect_err(name).message, said);
    }
    let folder = story.folder().to_owned();
    assert!(
        kept(&mut story, &folder)
            .expect_err("a folder")
            .message
            .ends_with("is not a file.")
    );
    assert!(
        kept(&mut story, &folder.join("gone.pdf"))
            .expect_err("gone")
            .message
            .starts_with("“gone.pdf” cannot be opened")
    );
}

#[test]
fn a_damaged_file_is_kept_and_says_why_it_cannot_be_searched() {
    let mut story = Story::new();
    let path = written(&story, "broken.pdf", b"%PDF-1.7 and then nothing");
    let [became] = &added(&mut story, &[path])[..] else {
        panic!("one file")
    };
    assert_eq!(became.became, Became::Added);
    assert!(!became.note.is_empty());
    let id = became.piece.clone().expect("a piece").0;
    let view = opened(&mut story, &id);
    assert_eq!(
        (&view["version"]["has_text"], &view["piece"]["title"]),
        (&json!(false), &json!("Broken"))
    );
    assert_eq!(
        titles(
            &mut story,
            json!({ "text": "broken", "filter": { "states": [] } })
        ),
        ["Broken"]
    );
}

#[test]
fn a_folder_is_its_files_in_the_order_of_their_names() {
    let story = Story::new();
    std::fs::create_dir(story.folder().join("inner")).expect("a folder");
    for name in ["b.txt", "a.txt", ".hidden", "inner/c.txt"] {
        written(&story, name, b"x");
    }
    let files = files_in(&[story.folder().join("inner"), story.folder().join("a.txt")]).expect("files");
    let names: Vec<String> = files
        .iter()
        .map(|path| lockstep_core::collateral::name_of(path))
        .collect();
    assert_eq!(names, ["c.txt", "a.txt"]);
    let all = files_in(&[story.folder().to_owned()]).expect("files");
    assert!(!all.iter().any(|path| path.ends_with(".hidden")));
}

#[test]
fn a_new_version_keeps_the_old_one_and_is_a_draft_again() {
    let mut story = Story::new();
    let id = piece(&mut story, "sheet.txt", "Version one of the datasheet.");
    approved(&mut story, &id);
    assert_eq!(opened(&mut story, &id)["state"], "approved");
    story.days_later(1);
    let path = written(&story, "sheet.txt", b"Version two of the datasheet.");
    let facts = kept(&mut story, &path).expect("it is kept");
    add_version(&mut story.workspace, id.clone().into(), facts.clone()).expect("a new version");
    let view = opened(&mut story, &id);
    assert_eq!(
        (&view["state"], &view["had_approval"]),
        (&json!("draft"), &json!(true))
    );
    assert_eq!(view["versions"].as_array().map(Vec::len), Some(2));
    assert_eq!(view["agreement"]["differences"][0]["label"], "File");
    let again = add_version(&mut story.workspace, id.into(), facts).expect_err("the same file");
    assert!(again.message.contains("is in the library already"), "{again:?}");
}

#[test]
fn a_file_name_whose_marks_stand_apart_is_found_by_whoever_types_it() {
    let mut story = Story::new();
    // As some systems write it: the letter, then its mark.
    piece(&mut story, "Einka\u{308}ufer.txt", "What they ask.");
    assert_eq!(
        titles(
            &mut story,
            json!({ "text": "Einkäufer", "filter": { "states": [] } })
        ),
        ["Einkäufer"]
    );
}

#[test]
fn a_link_that_has_no_place_of_its_own_after_a_merge_stands_in_the_notes() {
    let mut story = Story::new();
    let [one, two] = ["https://a.example/one", "https://b.example/two"]
        .map(|link| text(&story.call("add_link", json!({ "link": link }))["id"]));
    story.call("merge_pieces", json!({ "into": one, "from": two }));
    let piece = opened(&mut story, &one)["piece"].clone();
    assert_eq!(
        (&piece["link"], &piece["notes"]),
        (&json!("https://a.example/one"), &json!("https://b.example/two"))
    );
}
