//! Even-handed by construction (P64): the same story with the sides exchanged comes out with the sides exchanged, and nothing else.

use std::io::{Cursor, Read};

use lockstep_core::review::queries::OpenReview;
use lockstep_export::{
    options::Options,
    review::{self, Review, Standing},
};
use lockstep_workspace::{
    company::ShowCompany,
    people::{People, Side},
};

use super::*;

/// Sasha and Mika do the same in either story; only whose side each is on differs.
fn told(is_mirrored: bool) -> Story {
    let mut story = Story::founded(|founding| {
        if is_mirrored {
            for person in &mut founding.people {
                person.side = match person.side {
                    Side::Sales => Side::Marketing,
                    Side::Marketing => Side::Sales,
                    Side::Leadership => Side::Leadership,
                };
                person.role = swapped(&person.role);
            }
        }
    });
    let side = |who: &str| match (who == "Sasha") != is_mirrored {
        true => "sales",
        false => "marketing",
    };
    crate::definition::begun(&mut story);
    story.begin_plan(2026);
    let goal = text(&story.plan(2026)["goals"][0]["goal"]["id"]);
    let review = planned(&mut story, 2026, 2);
    let first = wrote(&mut story, "Sasha", &review, "working", "The weekly call.");
    wrote(&mut story, "Mika", &review, "not_working", "Nobody says why.");
    for (who, mark) in [("Sasha", 2), ("Mika", 5)] {
        story.sits(who);
        for about in [goal.as_str(), "they_keep_promises", "we_say_early"] {
            story.call(
                "give_review_mark",
                json!({ "review": review, "about": about, "mark": mark }),
            );
        }
    }
    story.sits("Sasha");
    story.call("begin_review", json!({ "id": review }));
    for who in ["Sasha", "Mika"] {
        story.sits(who);
        story.call(
            "set_review_ready",
            json!({ "review": review, "side": side(who), "ready": true }),
        );
    }
    story.call("vote_for_note", json!({ "note": first, "votes": 2 }));
    for (who, due) in [
        ("Sasha", "2026-11-24"),
        ("Mika", "2026-11-25"),
        ("Mika", "2026-12-30"),
    ] {
        let owner = story.person(who);
        let values = json!({ "name": format!("By {due}"), "owner": owner, "due": due });
        story.call("add_review_action", json!({ "review": review, "values": values }));
    }
    story.call("close_review", json!({ "id": review }));
    story.days_later(4);
    // The next one is prepared by one side so far.
    let list = story.call("list_reviews", json!({}));
    let third = text(&list["years"][0]["reviews"][2]["review"]["id"]);
    wrote(&mut story, "Mika", &third, "adjust", "Fewer fairs.");
    story.call(
        "set_review_ready",
        json!({ "review": third, "side": side("Mika"), "ready": true }),
    );
    story.sits("Lee");
    story
}

/// Exchanges the sides in a text.
fn swapped(words: &str) -> String {
    let mut words = words.to_owned();
    for (one, other) in [("Sales", "Marketing"), ("sales", "marketing")] {
        words = words
            .replace(one, "\u{0}")
            .replace(other, one)
            .replace('\u{0}', other);
    }
    words
}

/// Exchanges the sides everywhere. Where both sides stand in a list one after the other, that place is the side’s, so it moves along.
fn mirrored(value: &Value) -> Value {
    match value {
        Value::String(words) => json!(swapped(words)),
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(mirrored).collect();
            let by_side = |item: &Value| item["side"].as_str().map(str::to_owned);
            if items.len() == 2
                && items.iter().all(|item| by_side(item).is_some())
                && by_side(&items[0]) != by_side(&items[1])
            {
                items.reverse();
            }
            // Both are named in one order, whoever they are.
            if items.iter().all(|item| item == "sales" || item == "marketing") {
                items.sort_by_key(|item| item != "sales");
            }
            Value::Array(items)
        }
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| (swapped(key), mirrored(value)))
            .collect(),
        other => other.clone(),
    }
}

/// Leaves out formulas, sources and what is told of leads: marketing hands over and sales accepts, whoever they are.
fn without_what_is_one_sides(value: &Value) -> Value {
    match value {
        Value::Array(items) => {
            let of_leads = |item: &&Value| item["room"] == "leads" || item["title"] == "Promises";
            items
                .iter()
                .filter(|item| !of_leads(item))
                .map(without_what_is_one_sides)
                .collect()
        }
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .filter(|(key, _)| !["formula", "source"].contains(&key.as_str()));
            fields
                .map(|(key, value)| (key.clone(), without_what_is_one_sides(value)))
                .collect()
        }
        // A sentence that tells of both tells of one after the other: which comes first says nothing.
        Value::String(words)
            if words.contains("Sales") && words.contains("Marketing") && words.contains("; ") =>
        {
            let mut parts: Vec<String> = words
                .trim_end_matches('.')
                .split("; ")
                .map(str::to_lowercase)
                .collect();
            parts.sort();
            json!(parts.join("; "))
        }
        other => other.clone(),
    }
}

/// Returns where two answers differ first, and how.
fn difference(one: &Value, other: &Value) -> Option<String> {
    match (one, other) {
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let pairs = one.iter().zip(other).enumerate();
            pairs.into_iter().find_map(|(place, (one, other))| {
                difference(one, other).map(|apart| format!("[{place}] {apart}"))
            })
        }
        (Value::Object(one), Value::Object(other)) if one.len() == other.len() => {
            one.iter().find_map(|(key, one)| {
                difference(one, other.get(key).unwrap_or(&Value::Null)).map(|apart| format!("{key} {apart}"))
            })
        }
        (one, other) => (one != other).then(|| format!("{one} against {other}")),
    }
}

#[test]
fn the_same_story_with_the_sides_exchanged_comes_out_exchanged_and_nothing_else() {
    let (mut one, mut other) = (told(false), told(true));
    let mut differences = 0;
    for (name, input) in [
        ("list_reviews", json!({})),
        ("open_review", json!({ "id": 1 })),
        ("open_review", json!({ "id": 2 })),
        ("promises_kept", json!({})),
        ("review_dates", json!({})),
    ] {
        let [ours, theirs] = [&mut one, &mut other].map(|story| {
            let input = match input["id"].as_u64() {
                Some(place) => {
                    let list = story.call("list_reviews", json!({}));
                    let place = usize::try_from(place).expect("a place");
                    json!({ "id": list["years"][0]["reviews"][place]["review"]["id"] })
                }
                None => input.clone(),
            };
            story.call(name, input)
        });
        // What each promises of leads is its own, and so is that sales accepts them; actions from reviews are both sides’.
        let shown = |answer: &Value| match name {
            "promises_kept" => json!(answer["of_rooms"]),
            _ => without_what_is_one_sides(answer),
        };
        let apart = difference(&shown(&mirrored(&ours)), &shown(&theirs));
        assert_eq!(apart, None, "{name}");
        differences += usize::from(shown(&ours) != shown(&theirs));
    }
    // The control: without exchanging anything they differ.
    assert!(differences >= 3, "{differences}");
    let waits = |story: &mut Story| {
        let mut waits: Vec<String> = waiting(story)
            .into_iter()
            .map(|(sides, words)| format!("{sides} {words}"))
            .collect();
        waits.sort();
        waits
    };
    let ours: Vec<Value> = waiting(&mut one)
        .into_iter()
        .map(|(sides, words)| {
            let mut sides: Vec<String> = sides
                .as_array()
                .into_iter()
                .flatten()
                .map(|side| swapped(&text(side)))
                .collect();
            // Both are named in one order, whoever they are.
            sides.sort_by_key(|side| side != "sales");
            json!([sides, words])
        })
        .collect();
    let mut ours: Vec<String> = ours
        .iter()
        .map(|one| format!("{} {}", one[0], text(&one[1])))
        .collect();
    ours.sort();
    assert_eq!(ours, waits(&mut other));
}

/// What tells of leads: marketing hands over and sales accepts, whoever they are.
const OF_LEADS: [&str; 10] = [
    "Accepted leads a month",
    "Lead source always given",
    "Needed information given",
    "First contact in time",
    "Decision in time",
    "Attempts before giving up",
    "Reason always given",
    "promised for each lead",
    "Sales accepted",
    "sales accepted",
];

/// The lines of all documents of a review and of the year, in no order: both sides stand in one order, whoever they are.
fn lines(story: &mut Story) -> Vec<String> {
    let list = story.call("list_reviews", json!({}));
    let id = text(&list["years"][0]["reviews"][1]["review"]["id"]);
    let view = story
        .workspace
        .ask(OpenReview { id: id.into() })
        .expect("a review");
    let people = story.workspace.ask(People {}).expect("people").people;
    let company = story.workspace.ask(ShowCompany {}).expect("a company").company;
    let review = Review {
        view: &view,
        people: &people,
        company: &company,
    };
    let options = Options::on("2026-11-30".parse().expect("a day"));
    let pptx = review::pptx(review, &options).expect("slides");
    let mut package = zip::ZipArchive::new(Cursor::new(pptx)).expect("a package");
    let mut written = Vec::new();
    for place in 0..package.len() {
        let mut entry = package.by_index(place).expect("a part");
        let name = entry.name().expect("a name").into_owned();
        if name.starts_with("ppt/slides/slide") || name.starts_with("ppt/notesSlides/notesSlide") {
            let mut xml = String::new();
            entry.read_to_string(&mut xml).expect("text");
            for paragraph in xml.split("</a:p>") {
                let runs = paragraph.split("<a:t>").skip(1);
                let runs = runs.filter_map(|run| run.split("</a:t>").next());
                written.push(runs.collect::<Vec<_>>().join(" "));
            }
        }
    }
    for document in [
        review::markdown(review, &options),
        review::text(review, &options),
        Standing::of(&story.workspace).expect("the year").text(),
        String::from_utf8(review::actions_csv(review, &options).expect("a table")).expect("text"),
    ] {
        written.extend(document.lines().map(str::to_owned));
    }
    let mut lines: Vec<String> = written
        .into_iter()
        .filter(|line| !OF_LEADS.iter().any(|words| line.contains(words)))
        .collect();
    lines.sort();
    lines
}

#[test]
fn documents_of_the_exchanged_story_say_the_same_of_the_other_side() {
    let (ours, theirs) = (lines(&mut told(false)), lines(&mut told(true)));
    let mut exchanged: Vec<String> = ours.iter().map(|line| words_of(&swapped(line))).collect();
    exchanged.sort();
    let mut theirs_by_words: Vec<String> = theirs.iter().map(|line| words_of(line)).collect();
    theirs_by_words.sort();
    // Each as often as in the other.
    let only = |some: &[String], others: &[String]| -> Vec<String> {
        let mut left = others.to_vec();
        let mut alone = some.to_vec();
        alone.retain(|line| match left.iter().position(|other| other == line) {
            Some(place) => {
                left.swap_remove(place);
                false
            }
            None => true,
        });
        alone
    };
    let apart = (
        only(&exchanged, &theirs_by_words),
        only(&theirs_by_words, &exchanged),
    );
    assert_eq!(apart, (Vec::new(), Vec::new()));
    // The control: as they are, they differ.
    assert_ne!(ours, theirs);
    assert!(ours.len() > 100, "{}", ours.len());
}

/// A line by its words: where one line tells of both sides, Sales stands first, whoever that is.
fn words_of(line: &str) -> String {
    let letters = |word: &str| {
        word.trim_matches(|letter: char| !letter.is_alphanumeric())
            .to_lowercase()
    };
    let mut words: Vec<String> = line.split([' ', ',', '|']).map(letters).collect();
    words.retain(|word| !word.is_empty());
    words.sort();
    words.join(" ")
}
