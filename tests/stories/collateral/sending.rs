//! Several pieces go to somebody in one archive: under their titles, with a cover sheet, and only what may go.

use std::{fs, io::Read, path::Path};

use lockstep_core::{
    collateral::{files, send_pack::SendPack},
    ids::PieceId,
};
use lockstep_export::{collateral::send_pack, options::Options};
use lockstep_workspace::company::ShowCompany;

use super::*;

fn pack(story: &Story, pieces: &[&str]) -> SendPack {
    let pieces = pieces.iter().map(|id| PieceId((*id).to_owned())).collect();
    let asked = lockstep_core::collateral::send_pack::OpenSendPack { pieces };
    story.workspace.ask(asked).expect("a pack")
}

fn sent(
    story: &Story,
    content: &SendPack,
    message: &str,
    path: &Path,
) -> Result<(), lockstep_workspace::Error> {
    let company = story.workspace.ask(ShowCompany {}).expect("a company").company;
    let reader = story.workspace.reader().expect("a reader");
    let options = Options::on(reader.today());
    let pack = send_pack::Pack {
        content,
        company: &company,
        message,
    };
    send_pack::write(pack, path, &options, &mut |hash| files::bytes_of(&reader, hash)).map(|_| ())
}

/// What lies in an archive: names, and bytes.
fn inside(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(fs::File::open(path).expect("a file")).expect("an archive");
    (0..archive.len())
        .map(|place| {
            let mut file = archive.by_index(place).expect("an entry");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("it is whole");
            (file.name().expect("a name").into_owned(), bytes)
        })
        .collect()
}

/// What a PDF says, however its lines break.
fn words(document: &[u8]) -> String {
    let text = lockstep_tests::pdf::text(document).expect("a PDF");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn approved_and_current_pieces_go_with_a_cover_sheet_and_the_rest_only_when_asked_outright() {
    let mut story = Story::new();
    let prices = piece(&mut story, "Prices 2027.txt", "What it costs.");
    let draft = piece(&mut story, "Draft.txt", "Nobody has approved this.");
    let stale = piece(&mut story, "Old.txt", "Somebody should look at this.");
    let film = story.call(
        "add_link",
        json!({ "link": "https://film.example/one?a=1", "title": "The film" }),
    );
    let film = text(&film["id"]);
    for id in [&prices, &stale, &film] {
        approved(&mut story, id);
    }
    story.call(
        "edit_piece",
        json!({ "id": stale, "change": { "review_by": "2026-11-25" } }),
    );
    story.call(
        "edit_piece",
        json!({ "id": prices, "change": { "kind": "datasheet" } }),
    );
    approved(&mut story, &prices);
    story.days_later(5);

    let all = pack(&story, &[&prices, &draft, &stale, &film, &prices]);
    assert_eq!(all.items.len(), 4, "each piece goes once");
    let refused = all.check(false).expect_err("some are not ready");
    assert!(
        refused
            .message
            .contains("“Draft” (a draft), “Old” (its review date has passed)"),
        "{refused:?}"
    );
    assert!(!refused.message.contains("Prices"), "{refused:?}");
    all.check(true).expect("somebody asked for it outright");
    story.call("retire_piece", json!({ "id": draft, "because": "Too early." }));
    let retired = pack(&story, &[&draft]).check(true).expect_err("it is retired");
    assert!(retired.message.contains("“Draft” (retired)"), "{retired:?}");

    let ready = pack(&story, &[&prices, &film]);
    ready.check(false).expect("both are approved and current");
    let path = story.folder().join("pack.zip");
    sent(&story, &ready, "For Dr Meyer, as promised.", &path).expect("it is written");
    let lies = inside(&path);
    let names: Vec<&str> = lies.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Cover sheet.pdf", "Prices 2027.txt"]);
    assert_eq!(lies[1].1, b"What it costs.");
    let cover = words(&lies[0].1);
    for said in [
        "2 documents from Northwind Medical",
        "For Dr Meyer, as promised.",
        "Prices 2027",
        "Datasheet",
        "The film",
        "https://film.example/one?a=1",
    ] {
        assert!(cover.contains(said), "{said} is missing in:\n{cover}");
    }
    // How we see the recipient, and which version of ours it is, is our own affair.
    for ours in ["Version", "approved"] {
        assert!(!cover.contains(ours), "{ours} stands in:\n{cover}");
    }
    // The address can be clicked, and is the one that was given.
    let links = String::from_utf8_lossy(&lies[0].1).into_owned();
    assert!(
        links.contains("https://film.example/one?a=1"),
        "the address is no link"
    );

    // The cover sheet says of a piece that is not ready that it is not.
    let outright = pack(&story, &[&stale]);
    sent(&story, &outright, "", &path).expect("it is written");
    let cover = words(&inside(&path)[0].1);
    assert!(cover.contains("Its review date has passed"), "{cover}");
}

#[test]
fn the_same_pack_is_the_same_file_and_one_that_fails_leaves_the_earlier_one() {
    let mut story = Story::new();
    let prices = piece(&mut story, "Prices.txt", "What it costs.");
    approved(&mut story, &prices);
    let ready = pack(&story, &[&prices]);
    let path = story.folder().join("pack.zip");
    sent(&story, &ready, "", &path).expect("it is written");
    let before = fs::read(&path).expect("a pack");
    sent(&story, &ready, "", &path).expect("it is written");
    assert_eq!(fs::read(&path).expect("a pack"), before);
    // The bytes of a piece are damaged on the way: nothing is half written.
    let damaged = SendPack {
        items: ready
            .items
            .iter()
            .cloned()
            .map(|mut item| {
                item.hash = "0".repeat(64);
                item
            })
            .collect(),
        ..ready.clone()
    };
    let refused = sent(&story, &damaged, "", &path).expect_err("it is not kept");
    assert!(
        refused.message.contains("“Prices” cannot go into the pack"),
        "{refused:?}"
    );
    assert_eq!(fs::read(&path).expect("the earlier pack"), before);
    let beside = fs::read_dir(story.folder()).expect("a folder");
    let parts = beside.filter(|entry| {
        let name = entry
            .as_ref()
            .map(|entry| entry.file_name().to_string_lossy().into_owned());
        name.is_ok_and(|name| name.ends_with(".part"))
    });
    assert_eq!(parts.count(), 0, "nothing lies beside it");
    let refused = sent(&story, &ready, "", &story.folder().join("pack.rar")).expect_err("it is no ZIP");
    assert_eq!(refused.field.as_deref(), Some("path"));
    let refused = sent(&story, &ready, &"x".repeat(601), &path).expect_err("it is too long");
    assert_eq!(refused.field.as_deref(), Some("message"));
    assert_eq!(fs::read(&path).expect("the earlier pack"), before);
}

#[test]
fn titles_from_elsewhere_are_names_that_lead_nowhere() {
    let mut story = Story::new();
    let mut ids = Vec::new();
    for (place, title) in [
        "../../etc/passwd",
        "CON",
        "Twin",
        "TWIN",
        "Cover sheet",
        &"ü".repeat(190),
    ]
    .iter()
    .enumerate()
    {
        let id = piece(&mut story, &format!("{place}.txt"), &format!("Page {place}."));
        story.call("edit_piece", json!({ "id": id, "change": { "title": title } }));
        approved(&mut story, &id);
        ids.push(id);
    }
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let path = story.folder().join("pack.zip");
    sent(&story, &pack(&story, &ids), "", &path).expect("it is written");
    let names: Vec<String> = inside(&path).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        &names[..6],
        [
            "Cover sheet.pdf",
            "etc passwd.txt",
            "_CON.txt",
            "Twin.txt",
            "TWIN (2).txt",
            "Cover sheet.txt"
        ]
    );
    assert!(
        names
            .iter()
            .all(|name| name.len() <= 255 && !name.contains('/') && !name.contains("..txt")),
        "{names:?}"
    );
}

#[test]
fn what_was_sent_is_counted() {
    let mut story = Story::new();
    let id = piece(&mut story, "Prices.txt", "What it costs.");
    approved(&mut story, &id);
    story.call("count_taken", json!({ "pieces": [id, id], "how": "sent" }));
    story.call("count_taken", json!({ "pieces": [id], "how": "saved" }));
    let report = story.call("report_usage", json!({ "shelf": "never_used" }));
    assert_eq!(
        report["pieces"][0]["taken"],
        json!({ "opened": 0, "saved": 1, "sent": 1 })
    );
    let none = story.refused("open_send_pack", json!({ "pieces": [] }));
    assert_eq!(none.field.as_deref(), Some("pieces"));
    assert!(
        story
            .refused("open_send_pack", json!({ "pieces": ["nobody"] }))
            .message
            .contains("not")
    );
}
