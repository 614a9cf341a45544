//! What the room of walk-throughs hands the ground floor.

use lockstep_workspace::{
    context::ReadContext,
    error::Result,
    list_items,
    people::{Person, Side},
    rooms::{Hit, Room, SearchText, Table, restore},
    rows,
    units::Counted::Plain,
    waiting::{Waiting, sides_of_owner},
    words::Words,
};

use super::{
    Fix, WalkStep, WalkThrough,
    actions::{BeginWalkThrough, EditWalkThrough, EndWalkThrough, RemoveWalkThrough, ReopenWalkThrough},
    list_items::{
        AddFix, AddWalkStep, EditFix, EditWalkStep, MoveFix, MoveWalkStep, RemoveFix, RemoveWalkStep,
    },
    queries::{ListWalkThroughs, OpenWalkThrough, latest, newest_first},
    rules::{FixState, state_of},
    worksheet,
};
use crate::ids::PersonId;

/// The name of the room.
pub const NAME: &str = "walk_through";

lockstep_workspace::dispatch::commands! {
    actions {
        begin_walk_through: BeginWalkThrough, edit_walk_through: EditWalkThrough, end_walk_through: EndWalkThrough,
        reopen_walk_through: ReopenWalkThrough, remove_walk_through: RemoveWalkThrough,
        add_walk_step: AddWalkStep, edit_walk_step: EditWalkStep, remove_walk_step: RemoveWalkStep, move_walk_step: MoveWalkStep,
        add_fix: AddFix, edit_fix: EditFix, remove_fix: RemoveFix, move_fix: MoveFix,
    }
    queries {
        list_walk_throughs: ListWalkThroughs, open_walk_through: OpenWalkThrough,
    }
}

/// Returns the room.
pub fn room() -> Room {
    Room {
        commands: commands(),
        tables: tables(),
        search: Some(search),
        waiting: Some(waiting),
        worksheet: Some(worksheet::worksheet),
        ..Room::named(NAME)
    }
}

fn tables() -> Vec<Table> {
    vec![
        Table {
            named_by: &["title"],
            is_referred_to: true,
            ..Table::of::<WalkThrough>()
                .called("walk-through")
                .restored_by(restore!(WalkThrough, EditWalkThrough))
        },
        Table {
            has_short_name: true,
            ..Table::of::<WalkStep>()
                .called("step")
                .counting(&[
                    ("message_by_sales", Plain),
                    ("look_by_sales", Plain),
                    ("fit_by_sales", Plain),
                    ("message_by_marketing", Plain),
                    ("look_by_marketing", Plain),
                    ("fit_by_marketing", Plain),
                ])
                .restored_by(restore!(WalkStep, EditWalkStep))
        },
        Table::of::<Fix>().restored_by(restore!(Fix, EditFix)),
    ]
}

/// Finds walk-throughs by what was walked through, their steps and what is to be mended. A hit's section is its walk-through.
fn search(reader: &ReadContext, sought: &SearchText) -> Result<Vec<Hit>> {
    let words = Words::new(&reader.company()?);
    let mut hits = Vec::new();
    for walk in &newest_first(reader)? {
        let mut look = |kind: &str, id: &str, name: &str, place: String| {
            if let Some(rank) = sought.rank(name) {
                hits.push(Hit {
                    room: NAME.into(),
                    kind: kind.into(),
                    name: name.into(),
                    place,
                    section: walk.id.0.clone(),
                    year: None,
                    id: id.into(),
                    rank,
                });
            }
        };
        let day = words.day(walk.held_on);
        look("Walk-through", walk.id.as_str(), &walk.title, day.clone());
        let steps: Vec<WalkStep> = list_items::all(reader, &walk.id)?;
        for step in &steps {
            look("Step of the sale", step.id.as_str(), &step.name, day.clone());
        }
        let fixes: Vec<Fix> = list_items::all(reader, &walk.id)?;
        for fix in &fixes {
            look("Fix", fix.id.as_str(), &fix.name, day.clone());
        }
    }
    Ok(hits)
}

/// A fix waits for the side of its owner, or for both; a walk-through whose day has passed waits to be finished.
fn waiting(reader: &ReadContext) -> Result<Vec<Waiting>> {
    let mut waiting = Vec::new();
    let mut say = |sides: &[Side], task: &'static str, words: String, people: Vec<PersonId>| {
        waiting.push(Waiting {
            sides: sides.to_vec(),
            task,
            words,
            room: NAME.into(),
            year: None,
            people,
        });
    };
    let today = reader.today();
    if let Some(walk) = latest(reader)?.filter(|walk| walk.ended_on.is_none() && walk.held_on < today) {
        say(
            &Side::BOTH,
            "finish",
            format!("Finish {}", walk.in_words(reader)?),
            Vec::new(),
        );
    }
    let people: Vec<Person> = rows::all(reader, "ORDER BY rank, id", [])?;
    let fixes: Vec<Fix> = rows::all(reader, "WHERE done_on IS NULL", [])?;
    let count_of = Words::new(&reader.company()?);
    for sides in [&Side::BOTH[..], &[Side::Sales], &[Side::Marketing]] {
        let is_theirs = |fix: &&Fix| sides_of_owner(&people, fix.owner.as_ref()) == sides;
        for (state, past) in [(FixState::Open, false), (FixState::Overdue, true)] {
            let theirs: Vec<&Fix> = fixes
                .iter()
                .filter(is_theirs)
                .filter(|fix| state_of(fix, today) == state)
                .collect();
            let words = match (theirs.len(), past) {
                (0, _) => continue,
                (1, false) => "Do one fix from a walk-through".to_owned(),
                (1, true) => "Do one fix from a walk-through that is past its date".to_owned(),
                (many, past) => format!(
                    "Do {} fixes from walk-throughs{}",
                    count_of.count(i64::try_from(many).unwrap_or(i64::MAX)),
                    if past { " that are past their date" } else { "" }
                ),
            };
            let owners = theirs.iter().filter_map(|fix| fix.owner.clone());
            say(sides, "fix", words, owners.collect());
        }
    }
    Ok(waiting)
}
