//! Pieces are found by their words: in other forms, in several languages, with a letter wrong, with the passage and its page.

use super::*;

fn library() -> Story {
    let mut story = Story::new();
    for (name, content) in [
        ("Return on investment.txt", "Nothing else stands here."),
        (
            "Clinic story.txt",
            "Customers saw a return on their investment within a year. The brochure tells more.",
        ),
        (
            "Verträge.txt",
            "Der Vertrag und die Häuser: unsere Verträge sind für alle Kunden gleich und gelten mit der Lieferung. Wenn ein Kunde das nicht will, \
             kann er von dem Vertrag zurück, und wir nehmen auch die Ware wieder, die er schon hat. Das ist bei uns nicht anders als bei den \
             anderen, aber es steht hier, weil sich viele nicht darauf verlassen.",
        ),
        ("Security.md", "# Security\n\nHow data are kept safe."),
    ] {
        let id = piece(&mut story, name, content);
        approved(&mut story, &id);
    }
    piece(&mut story, "Draft.txt", "A draft on investment.");
    story
}

#[test]
fn words_are_found_in_other_forms_the_title_first_and_drafts_not() {
    let mut story = library();
    let found = story.call("list_pieces", json!({ "text": "returns investments" }));
    let all: Vec<String> = found["pieces"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| text(&one["piece"]["title"]))
        .collect();
    assert_eq!(all, ["Return on investment", "Clinic story"]);
    let passage = &found["pieces"][1]["passage"];
    assert_eq!(passage["page"], 1);
    let marked: Vec<String> = passage["parts"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|part| part["is_match"] == true)
        .map(|part| text(&part["text"]))
        .collect();
    assert_eq!(marked, ["return", "investment"]);
    // Another form of a known word is no mistake.
    assert_eq!(found["corrected"], json!([]));
    // Drafts are counted where they stand, and show when asked for.
    assert_eq!(found["counts"]["states"]["draft"], Value::Null);
    let invest = story.call("list_pieces", json!({ "text": "investment" }));
    assert_eq!(
        (&invest["counts"]["states"]["draft"], &invest["total"]),
        (&json!(1), &json!(2))
    );
    assert_eq!(
        titles(
            &mut story,
            json!({ "text": "investment", "filter": { "states": ["draft"] } })
        ),
        ["Draft"]
    );
}

#[test]
fn accents_case_and_languages_do_not_matter() {
    let mut story = library();
    for typed in ["vertrag", "VERTRAGE", "verträge", "haus kunde"] {
        assert_eq!(
            titles(&mut story, json!({ "text": typed })),
            ["Verträge"],
            "{typed}"
        );
    }
}

#[test]
fn a_word_is_found_while_it_is_typed_and_with_a_letter_wrong() {
    let mut story = library();
    for typed in ["brochur", "broch", "brochure", "retrun on investment", "brohcure"] {
        assert!(
            titles(&mut story, json!({ "text": typed })).contains(&"Clinic story".to_owned()),
            "{typed}"
        );
    }
    // A whole word goes on only as it is typed: security is no securitisation.
    let other = piece(&mut story, "Bonds.txt", "Securitisation of debts.");
    approved(&mut story, &other);
    assert_eq!(titles(&mut story, json!({ "text": "security" })), ["Security"]);
    assert_eq!(
        titles(&mut story, json!({ "text": "securi" })),
        ["Security", "Bonds"]
    );
    let found = story.call("list_pieces", json!({ "text": "secruity" }));
    assert_eq!(found["pieces"][0]["piece"]["title"], "Security");
    assert_eq!(
        found["corrected"],
        json!([{ "typed": "secruity", "meant": ["security"] }])
    );
    // What nobody can have meant finds nothing, and signs of a search language are only text.
    for typed in ["xylophonist", "\"", "NEAR(", "* AND", "-return"] {
        let input = json!({ "text": typed });
        let found = story.call("list_pieces", input);
        assert!(found["total"].as_u64().is_some(), "{typed}");
    }
    assert_eq!(
        titles(&mut story, json!({ "text": "xylophonist" })),
        Vec::<String>::new()
    );
}

#[test]
fn the_passage_of_a_word_that_is_being_typed_marks_what_it_begins() {
    let mut story = library();
    let mut marked = |typed: &str| -> Vec<String> {
        let found = story.call("list_pieces", json!({ "text": typed }));
        let passage = &found["pieces"][0]["passage"];
        assert_eq!(passage["page"], 1, "{typed}");
        let parts = passage["parts"].as_array().into_iter().flatten();
        let parts = parts.filter(|part| part["is_match"] == true);
        parts.map(|part| text(&part["text"])).collect()
    };
    // Two letters, and more than have an index of their own; the words of a page are known by their stems.
    for (typed, words) in [
        ("br", vec!["brochure"]),
        ("broc", vec!["brochure"]),
        ("brochu", vec!["brochure"]),
        ("customers retu", vec!["Customers", "return"]),
        ("vertr", vec!["Vertrag", "Verträge"]),
        ("häus", vec!["Häuser"]),
        ("haus", vec!["Häuser"]),
    ] {
        assert_eq!(marked(typed), words, "{typed}");
    }
}
