//! Any of several imports is taken back, in any order: what is left is what the others say, as if it had never been.

use std::collections::BTreeMap;

use super::*;

/// Three exports of one list of leads, each with news.
const THREE: [&str; 3] = [
    "\
Lead ID,Name,Email,Lead Source,Created Date,Lead Status,Region
1,Ada,ada@one.example,Web,2026-01-10,New,North
2,Ben,ben@two.example,Web,2026-02-11,New,South
3,Cleo,cleo@three.example,Fair,2026-03-12,New,
",
    "\
Lead ID,Name,Email,Lead Source,Created Date,Lead Status,Lead Owner
1,Ada,ada@one.example,,2026-01-10,Converted,Kim
2,Ben,ben@two.example,Web,2026-02-11,New,Kim
4,Dan,dan@four.example,Fair,2026-04-13,New,Lou
",
    "\
Lead ID,Name,Email,Lead Source,Created Date,Lead Status
1,Ada Bee,ada@one.example,Web,2026-01-10,Converted
2,Ben,ben@two.example,Mailing,2026-02-11,Rejected
3,Cleo,cleo@three.example,Fair,2026-03-12,New
4,Dan,dan@four.example,Fair,2026-04-13,Working
",
];

const DEALS_OF_THREE: [&str; 3] = [
    "Opportunity ID,Deal Name,Amount,Stage,Created Date,Close Date\nO-1,One,100,Negotiation,2026-01-20,\n\
     O-2,Two,300,Negotiation,2026-06-20,\n",
    "Opportunity ID,Deal Name,Amount,Stage,Created Date,Close Date\nO-1,One,120,Closed Won,2026-01-20,2026-03-01\n\
     O-2,Two,300,Negotiation,2026-06-20,\n",
    "Opportunity ID,Deal Name,Amount,Stage,Created Date\nO-1,One,120,Closed Won,2026-01-20\nO-3,Three,50,Negotiation,2026-07-01\n",
];

const COSTS_OF_THREE: [&str; 3] = [
    "Lead Source,Month,Cost\nWeb,2026-01,100\nWeb,2026-02,200\n",
    "Lead Source,Month,Cost\nWeb,2026-02,250\nWeb,2026-03,300\n",
    "Lead Source,Month,Cost\nWeb,2026-01,100\nWeb,2026-03,310\n",
];

/// All rows without the ids that differ from workspace to workspace.
fn told(story: &mut Story) -> Vec<String> {
    let mut all: Vec<String> = rows(story)
        .lines()
        .map(|line| {
            let (table, row) = line.split_once(' ').expect("a table and a row");
            let start = row.find('{').expect("a row");
            let mut row: Value = serde_json::from_str(&row[start..]).expect("JSON");
            let fields = row.as_object_mut().expect("fields");
            for id in ["id", "import", "lead", "carried_by"] {
                fields.remove(id);
            }
            format!("{table} {row}")
        })
        .collect();
    all.sort();
    all
}

const ORDERS: [[usize; 3]; 6] = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

/// Takes a file in without a child process: there are many.
fn take(story: &mut Story, content: &str) -> Option<lockstep_core::ids::ImportId> {
    let file = own_file(story, "a.csv", content);
    let surveyed = file.look(&mut |_, _| true).expect("it is looked through");
    let proposed = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("it is recognised");
    let report = story
        .workspace
        .import(&file, &surveyed, &proposed, &mut |_, _| true);
    report.expect("it is imported").import
}

/// Imports the files in one order and takes them back in another, and holds what is left against the rest imported afresh.
fn any_order(files: [&str; 3]) {
    let mut afresh: BTreeMap<Vec<usize>, Vec<String>> = BTreeMap::new();
    for imported in ORDERS {
        for taken_back in ORDERS {
            let mut story = Story::new();
            let ids = imported.map(|file| (file, take(&mut story, files[file])));
            let mut left = imported.to_vec();
            // A file that said nothing new was not kept.
            left.retain(|file| ids.iter().any(|(of, id)| of == file && id.is_some()));
            for file in taken_back {
                let id = ids
                    .iter()
                    .find(|(of, _)| *of == file)
                    .and_then(|(_, id)| id.clone());
                let Some(id) = id else { continue };
                story.call("revert_import", json!({ "import": id }));
                left.retain(|other| *other != file);
                let expected = afresh.entry(left.clone()).or_insert_with(|| {
                    let mut afresh = Story::new();
                    for file in &left {
                        take(&mut afresh, files[*file]);
                    }
                    told(&mut afresh)
                });
                assert_eq!(
                    &told(&mut story),
                    expected,
                    "{imported:?}, and {file} taken back; {left:?} are left"
                );
            }
            clean(&story);
        }
    }
}

#[test]
fn imports_of_leads_are_taken_back_in_any_order() {
    any_order(THREE);
}

#[test]
fn imports_of_opportunities_are_taken_back_in_any_order() {
    any_order(DEALS_OF_THREE);
}

#[test]
fn imports_of_costs_are_taken_back_in_any_order() {
    any_order(COSTS_OF_THREE);
}

#[test]
fn what_a_later_file_told_of_unchanged_stays() {
    let mut story = Story::new();
    let more = format!("{}5,Eve,eve@five.example,Fair,2026-05-14,New,\n", THREE[0]);
    let first = import(&mut story, "a.csv", THREE[0]);
    let second = import(&mut story, "b.csv", &more);
    assert_eq!(counts(&second), [1, 0, 3, 0]);
    let done = story.call("revert_import", json!({ "import": first.import }));
    assert_eq!(
        done,
        json!({ "removed": 0, "restored": 0, "kept_edited": 0, "kept_changed_later": 3 })
    );
    assert_eq!(story.call("list_leads", json!({}))["total"], 4);
    let done = story.call("revert_import", json!({ "import": second.import }));
    assert_eq!(done["removed"], 4);
    assert_eq!(rows(&mut story), "");
    clean(&story);
}

#[test]
fn what_was_edited_by_hand_stays_whichever_import_is_taken_back() {
    let mut story = Story::new();
    let first = import(&mut story, "a.csv", THREE[0]);
    let second = import(&mut story, "b.csv", THREE[1]);
    edit(&mut story, "ben@two", json!({ "source": "Fair" }));
    let third = import(&mut story, "c.csv", THREE[2]);
    for (report, kept) in [(&third, 0), (&first, 1), (&second, 1)] {
        let done = story.call("revert_import", json!({ "import": report.import }));
        assert_eq!(done["kept_edited"], kept, "{done}");
        assert_eq!(lead(&mut story, "ben@two")["lead"]["source"], "Fair");
    }
    assert_eq!(story.call("list_leads", json!({}))["total"], 1);
    clean(&story);
}

#[test]
fn an_opportunity_that_its_lead_carried_stays_with_the_file_of_opportunities() {
    let leads = "Lead ID,Email,Lead Source,Created Date,Lead Status,Opportunity Amount,Opportunity Close Date\n\
                 1,ada@one.example,Web,2026-01-10,Converted,100,2026-03-01\n";
    let deals = "Opportunity ID,Deal Name,Amount,Stage,Created Date,Contact Email\n\
                 O-1,One,120,Closed Won,2026-01-20,ada@one.example\n";
    let mut story = Story::new();
    let first = import(&mut story, "leads.csv", leads);
    import(&mut story, "deals.csv", deals);
    story.call("revert_import", json!({ "import": first.import }));
    let mut afresh = Story::new();
    import(&mut afresh, "deals.csv", deals);
    assert_eq!(told(&mut story), told(&mut afresh));
    clean(&story);
}
