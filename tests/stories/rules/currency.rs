//! Amounts keep the currency in which they came in.

use lockstep_tests::story::Story;
use serde_json::json;

use crate::leads;

const OTHER: &str = "USD";

#[test]
fn the_currency_does_not_change_under_imported_amounts() {
    for (name, content, words) in [
        ("deals.csv", leads::DEALS, "3 opportunities hold amounts in EUR"),
        ("costs.csv", leads::COSTS, "2 campaign costs hold amounts in EUR"),
    ] {
        let mut story = Story::new();
        let change = json!({ "change": { "currency": OTHER } });
        // Leads alone hold no amount.
        leads::import(&mut story, "leads.csv", leads::LEADS);
        story.call("edit_company", change.clone());
        story.call("undo", json!({}));
        let import = leads::import(&mut story, name, content).import;
        let error = story.refused("edit_company", change.clone());
        assert_eq!(error.field.as_deref(), Some("currency"));
        assert!(error.message.contains(words), "{error:?}");
        story.call("revert_import", json!({ "import": import }));
        story.call("edit_company", change);
    }
}

#[test]
fn undo_does_not_change_the_currency_under_amounts_either() {
    let mut story = Story::new();
    story.call("edit_company", json!({ "change": { "currency": OTHER } }));
    leads::import(&mut story, "costs.csv", leads::COSTS);
    let before = story.state();
    let error = story.refused("undo", json!({}));
    assert!(error.message.contains("hold amounts in USD"), "{error:?}");
    assert_eq!(story.state(), before);
}
