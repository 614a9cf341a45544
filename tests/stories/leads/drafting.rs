//! A file before it is taken in: what is shown of it, and what may be said of it.

use lockstep_core::leads::{
    Field, LeadStage, RecordKind, Term,
    importing::{ImportDraft, ImportFiles, MappingEdit, Proposed, Surveyed},
    recognition::Use,
};
use lockstep_intake::DayOrder;
use lockstep_workspace::ErrorCode;

use super::*;

const ODD: &str = "\
Lead ID,Full Name,Source,Created Date,Status
1,Ada,Web,01/02/2026,New
2,Ben,Web,03/04/2026,Simmering
3,Cleo,N/A,05/06/2026,unknown
4,Dan,Web,05/06/2026,-
";

struct Wizard {
    file: DataFile,
    surveyed: Surveyed,
    proposed: Proposed,
}

fn wizard(story: &Story, content: &str) -> Wizard {
    let file = file(story, "odd.csv", content);
    let surveyed = file.look(&mut |_, _| true).expect("it is surveyed through");
    let proposed = story
        .workspace
        .propose_import(&surveyed, Some(RecordKind::Leads))
        .expect("it is taken for leads");
    Wizard {
        file,
        surveyed,
        proposed,
    }
}

impl Wizard {
    fn draft(&self) -> ImportDraft {
        ImportDraft::of(&self.file, &self.surveyed, Some(&self.proposed))
    }

    #[track_caller]
    fn say(&mut self, edit: MappingEdit) {
        self.proposed.apply(&edit, &self.surveyed).expect("it is heard");
    }

    /// What a value of the status means: its term, whether it says nothing, whether it wants a look.
    #[track_caller]
    fn meaning(&self, value: &str) -> (Option<Term>, bool, bool) {
        let draft = self.draft();
        let values = draft.columns.iter().flat_map(|column| &column.values);
        let found = values.into_iter().find(|one| one.value == value);
        let found = found.unwrap_or_else(|| panic!("“{value}” is not shown"));
        (found.term, found.says_nothing, found.look)
    }
}

fn value(value: &str, term: Option<Term>, says_nothing: bool) -> MappingEdit {
    MappingEdit::Value {
        field: Field::Stage,
        value: value.into(),
        term,
        says_nothing,
    }
}

#[test]
fn a_draft_shows_what_is_left_to_say_until_it_is_said() {
    let story = Story::new();
    let mut wizard = wizard(&story, ODD);
    let draft = wizard.draft();
    assert_eq!(
        (draft.rows, draft.kind, draft.remembered),
        (4, Some(RecordKind::Leads), false)
    );
    assert_eq!(draft.how, "Text in UTF-8, with commas between the columns");
    let days = &draft.columns[3];
    assert!(
        days.days_read_both_ways && days.order.is_none() && days.ask.is_some(),
        "{days:?}"
    );
    assert_eq!(
        draft.left_to_say.and_then(|error| error.field).as_deref(),
        Some("dates")
    );

    wizard.say(MappingEdit::Days {
        column: "Created Date".into(),
        order: DayOrder::Dmy,
    });
    let draft = wizard.draft();
    assert_eq!(draft.left_to_say, None);
    assert_eq!(draft.columns[3].order, Some(DayOrder::Dmy));
    assert_eq!(draft.columns[3].ask, None, "what was answered is not asked again");
}

#[test]
fn a_column_becomes_what_somebody_says_and_the_one_that_was_it_is_kept() {
    let story = Story::new();
    let mut wizard = wizard(&story, ODD);
    let becomes = |wizard: &Wizard, place: usize| wizard.draft().columns[place].becomes;
    assert_eq!(becomes(&wizard, 2), Use::Field(Field::Source));
    wizard.say(MappingEdit::Column {
        column: "Full Name".into(),
        becomes: Use::Field(Field::Source),
    });
    assert_eq!(becomes(&wizard, 1), Use::Field(Field::Source));
    assert_eq!(becomes(&wizard, 2), Use::Attribute);
    assert_eq!(
        wizard.draft().columns[1].confidence,
        None,
        "it is no guess any more"
    );
    wizard.say(MappingEdit::Column {
        column: "Full Name".into(),
        becomes: Use::LeftOut,
    });
    assert_eq!(becomes(&wizard, 1), Use::LeftOut);
    let unknown = MappingEdit::Column {
        column: "Colour".into(),
        becomes: Use::Attribute,
    };
    let refused = wizard
        .proposed
        .apply(&unknown, &wizard.surveyed)
        .expect_err("there is none");
    assert_eq!(refused.code, ErrorCode::Invalid);
}

#[test]
fn a_word_means_what_somebody_says_says_nothing_or_is_as_proposed() {
    let mut story = Story::new();
    let mut wizard = wizard(&story, ODD);
    let new = Some(Term::Stage(LeadStage::New));
    let recycled = Some(Term::Stage(LeadStage::Recycled));
    assert_eq!(wizard.meaning("New"), (new, false, false));
    assert_eq!(wizard.meaning("Simmering"), (None, false, true));
    wizard.say(value("Simmering", recycled, false));
    assert_eq!(wizard.meaning("Simmering"), (recycled, false, false));
    wizard.say(value("Simmering", None, true));
    assert_eq!(wizard.meaning("Simmering"), (None, true, false));
    wizard.say(value("Simmering", None, false));
    assert_eq!(wizard.meaning("Simmering"), (None, false, true));
    wizard.say(value("New", recycled, false));
    assert_eq!(wizard.meaning("New"), (recycled, false, false));
    wizard.say(value("New", None, false));
    assert_eq!(wizard.meaning("New"), (new, false, false));

    // What was said is what is taken in.
    wizard.say(value("Simmering", None, true));
    wizard.say(MappingEdit::Days {
        column: "Created Date".into(),
        order: DayOrder::Dmy,
    });
    story
        .workspace
        .import(&wizard.file, &wizard.surveyed, &wizard.proposed, &mut |_, _| true)
        .expect("it is taken in");
    let ben = story.call("list_leads", json!({ "text": "Ben" }));
    let open = story.call("open_lead", json!({ "id": ben["leads"][0]["id"] }));
    assert_eq!(open["lead"]["stage"], Value::Null);
    assert_eq!(open["lead"]["stage_said"], Value::Null);
}

#[test]
fn a_file_that_holds_none_of_our_records_says_what_to_do_instead() {
    let story = Story::new();
    let file = file(&story, "list.csv", "Colour,Taste\nred,sweet\ngreen,sour\n");
    let surveyed = file.look(&mut |_, _| true).expect("it is surveyed through");
    assert!(story.workspace.propose_import(&surveyed, None).is_err());
    let draft = ImportDraft::of(&file, &surveyed, None);
    assert_eq!(draft.kind, None);
    assert!(draft.why.contains("choose which"), "{}", draft.why);
}

#[test]
fn a_remembered_shape_can_be_guessed_afresh() {
    let mut story = Story::new();
    import(&mut story, "leads.csv", LEADS);
    let file = file(&story, "next.csv", LEADS);
    let surveyed = file.look(&mut |_, _| true).expect("it is surveyed through");
    let remembered = story
        .workspace
        .propose_import(&surveyed, None)
        .expect("it is known");
    assert!(ImportDraft::of(&file, &surveyed, Some(&remembered)).remembered);
    let afresh = story
        .workspace
        .propose_import_afresh(&surveyed, Some(RecordKind::Leads))
        .expect("it is recognised");
    assert!(!ImportDraft::of(&file, &surveyed, Some(&afresh)).remembered);
}

#[test]
fn cells_that_do_not_fit_and_numbers_that_may_be_days_are_named() {
    let story = Story::new();
    let mut rows = String::from("Lead ID,Full Name,Source,Created Date,Spoken,Staff\n");
    for n in 1..=30 {
        let (day, staff) = match n {
            7 => ("tbd".to_owned(), "many".to_owned()),
            _ => (format!("2026-03-{n:02}"), (n * 10).to_string()),
        };
        rows.push_str(&format!("{n},Person {n},Web,{day},{},{staff}\n", 46_000 + n));
    }
    let draft = wizard(&story, &rows).draft();
    let noticed = |name: &str| {
        let column = draft.columns.iter().find(|column| column.column == name);
        column.map(|column| column.noticed.join(" ")).unwrap_or_default()
    };
    assert_eq!(noticed("Created Date"), "One cell is no date: “tbd” in row 8.");
    assert_eq!(noticed("Staff"), "One cell is no number: “many” in row 8.");
    assert_eq!(
        noticed("Spoken"),
        "These numbers may be days, as programs count them: 46001 would be 10 Dec 2025. If they are, choose a field for a day."
    );
    assert_eq!(noticed("Full Name"), "");
}
