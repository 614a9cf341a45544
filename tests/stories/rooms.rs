//! A house with one room more: a table, commands, a search hit and something that waits. Nothing else is touched for it.

use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use lockstep_core::house;
use lockstep_workspace::{
    Action, FixedEnvironment, Founder, Founding, Query, Result, Workspace,
    context::{ReadContext, Transaction},
    people::Side,
    promises::{Fared, PromiseCase, RoomPromise},
    rooms::{Hit, Room, Rooms, SearchText, Table, restore},
    rows::{self, Patch},
    units::{Counted::In, Unit::Money},
    waiting::Waiting,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

const STEP: &str = "CREATE TABLE booth (id TEXT PRIMARY KEY, name TEXT NOT NULL, rent INTEGER) STRICT;";

/// A booth at a fair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
struct Booth {
    id: String,
    name: String,
    /// What it costs, in minor units.
    rent: Option<i64>,
}
lockstep_workspace::row!(Booth, "booth", id: String);

/// Rents a booth.
#[derive(Debug, Serialize, Deserialize, TS)]
struct RentBooth {
    id: String,
    name: String,
}

impl Action for RentBooth {
    type Outcome = Booth;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok(format!("Rent booth “{}”", self.name))
    }

    fn apply(self, change: &mut Transaction) -> Result<Booth> {
        let booth = Booth {
            id: self.id,
            name: self.name,
            rent: None,
        };
        rows::insert(change, &booth)?;
        Ok(booth)
    }
}

/// Changes a booth.
#[derive(Debug, Serialize, Deserialize, TS)]
struct EditBooth {
    id: String,
    change: Patch<Booth>,
}

impl Action for EditBooth {
    type Outcome = Booth;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok("Change the booth".into())
    }

    fn apply(self, change: &mut Transaction) -> Result<Booth> {
        let before: Booth = rows::get(change, &self.id, "This booth")?;
        let after = self.change.apply(&before)?;
        rows::update(change, &after)?;
        Ok(after)
    }
}

/// Lists the booths.
#[derive(Debug, Serialize, Deserialize, TS)]
struct ListBooths {}

impl Query for ListBooths {
    type Answer = Vec<Booth>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<Booth>> {
        rows::all(reader, "ORDER BY name", [])
    }
}

lockstep_workspace::commands! {
    actions { rent_booth: RentBooth, edit_booth: EditBooth }
    queries { list_booths: ListBooths }
}

fn search(reader: &ReadContext, sought: &SearchText) -> Result<Vec<Hit>> {
    let booths = rows::all::<Booth>(reader, "", [])?.into_iter();
    Ok(booths
        .filter_map(|booth| {
            Some(Hit {
                room: "fair".into(),
                kind: "Booth".into(),
                rank: sought.rank(&booth.name)?,
                name: booth.name,
                place: String::new(),
                section: "booths".into(),
                year: None,
                id: booth.id,
            })
        })
        .collect())
}

fn waiting(reader: &ReadContext) -> Result<Vec<Waiting>> {
    let without_rent = rows::all::<Booth>(reader, "WHERE rent IS NULL", [])?.into_iter();
    Ok(without_rent
        .map(|booth| Waiting {
            sides: vec![Side::Marketing],
            task: "say_rent",
            words: format!("Say what {} costs", booth.name),
            room: "fair".into(),
            year: None,
            people: Vec::new(),
        })
        .collect())
}

fn promises(reader: &ReadContext, _: Option<NaiveDate>, _: Option<NaiveDate>) -> Result<Vec<RoomPromise>> {
    let booths = rows::all::<Booth>(reader, "", [])?.into_iter();
    Ok(vec![RoomPromise {
        room: "fair".into(),
        side: Side::Sales,
        name: "Booths priced".into(),
        sentence: "Sales says what a booth costs".into(),
        counted: "booths".into(),
        without_cases: "No booth was rented.".into(),
        cases: booths
            .map(|booth| PromiseCase {
                fared: booth.rent.map_or(Fared::Overdue, |_| Fared::OnTime),
                id: booth.id,
                words: booth.name,
                due_on: None,
                done_on: None,
            })
            .collect(),
    }])
}

static HOUSE: LazyLock<Rooms> = LazyLock::new(|| {
    house::with_room(
        STEP,
        Room {
            commands: commands(),
            tables: vec![
                Table::of::<Booth>()
                    .counting(&[("rent", In(Money))])
                    .restored_by(restore!(Booth, EditBooth)),
            ],
            search: Some(search),
            waiting: Some(waiting),
            promises: Some(promises),
            ..Room::named("fair")
        },
    )
});

#[test]
fn a_room_more_is_one_value_and_one_step() {
    let folder = tempfile::tempdir().expect("a folder");
    let person = |name: &str, side| Founder {
        name: name.into(),
        role: "Leader".into(),
        side,
    };
    let founding = Founding {
        company: "Northwind".into(),
        fiscal_start: 1,
        currency: "EUR".into(),
        language: "en-GB".into(),
        one_person_does_both: false,
        people: vec![person("Sasha", Side::Sales), person("Mika", Side::Marketing)],
    };
    let clock = Arc::new(FixedEnvironment::at(
        "2026-11-22T09:00:00Z".parse().expect("an instant"),
    ));
    let path = folder.path().join("fair.lockstep");
    let mut workspace = Workspace::create(&path, founding, clock.clone(), &HOUSE).expect("a workspace");
    let mut call = |name: &str, input| workspace.call(name, input).expect("it is carried out");

    call("rent_booth", json!({ "id": "b1", "name": "Halle 4, Café" }));
    assert_eq!(call("search", json!({ "text": "cafe" }))[0]["room"], "fair");
    assert_eq!(
        call("what_waits", json!({}))[0]["words"],
        "Say what Halle 4, Café costs"
    );
    call("begin_definition", json!({ "template": "blank" }));
    let kept = call("promises_kept", json!({}))["of_rooms"].clone();
    assert_eq!(
        (&kept[0]["side"], &kept[0]["overdue"], &kept[0]["cases"][0]["id"]),
        (&json!("sales"), &json!(1), &json!("b1"))
    );
    call("edit_booth", json!({ "id": "b1", "change": { "rent": 250_000 } }));
    let history = call("history", json!({}));
    let entry = &history["entries"][0];
    assert_eq!(entry["summary"], "Change the booth");
    let changed = call("open_entry", json!({ "entry": entry["id"] }));
    assert_eq!(
        (
            &changed["fields"][0]["after_text"],
            &changed["fields"][0]["can_restore"]
        ),
        (&json!("€2,500"), &json!(true))
    );
    // Its amounts keep the currency, and its rows are named by their noun.
    let refused = workspace.call("edit_company", json!({ "change": { "currency": "CHF" } }));
    let refused = refused.expect_err("there are amounts");
    assert!(refused.message.contains("1 booth"), "{refused:?}");
    let mut call = |name: &str, input| workspace.call(name, input).expect("it is carried out");
    call("undo", json!({}));
    assert_eq!(call("list_booths", json!({}))[0]["rent"], json!(null));
    assert_eq!(call("check_workspace", json!({}))["problems"], json!([]));
    workspace.close().expect("it is closed");

    // The house without that room does not know the file.
    assert!(lockstep_core::open(&path, clock).is_err());
}
