//! What belongs to every workspace, whatever its rooms: the company, the people, agreements, the journal, backups.

use crate::{
    agreements::{
        Agreement, Signature,
        actions::{Propose, Sign, Withdraw},
        queries::CompareVersions,
    },
    company::{Company, EditCompany, ShowCompany},
    context::{Action, ReadContext},
    dispatch::{self, Command},
    error::Result,
    file::{CheckWorkspace, Founding, ListBackups, SpaceOfBackups},
    journal::{History, OpenEntry, Redo, RestoreField, Undo, UndoState, WhatCanBeUndone},
    people::{AddPerson, EditPerson, People, Person, RemovePerson, SetCurrentUser, Side},
    rooms::{Hit, Restore, Room, SearchText, Table, restore, stored_patch, term},
    rows,
    search::Search,
    units::Counted::{Plain, YesOrNo},
    waiting::WhatWaits,
};

/// The name of the room.
pub const NAME: &str = "workspace";

dispatch::commands! {
    actions {
        edit_company: EditCompany, add_person: AddPerson, edit_person: EditPerson, remove_person: RemovePerson, set_current_user: SetCurrentUser,
        propose: Propose, sign: Sign, withdraw: Withdraw,
        restore_field: RestoreField,
    }
    queries {
        show_company: ShowCompany, people: People, what_waits: WhatWaits, compare_versions: CompareVersions,
        what_can_be_undone: WhatCanBeUndone, history: History, open_entry: OpenEntry, search: Search,
        list_backups: ListBackups, space_of_backups: SpaceOfBackups, check_workspace: CheckWorkspace,
    }
}

/// Returns the room.
pub fn room() -> Room {
    let mut commands = commands();
    commands.push(Command::action::<Undo, UndoState>(|workspace, input| {
        Ok(Box::new(workspace.undo(&dispatch::read(input)?)?))
    }));
    commands.push(Command::action::<Redo, UndoState>(|workspace, input| {
        Ok(Box::new(workspace.redo(&dispatch::read(input)?)?))
    }));
    Room {
        commands,
        tables: tables(),
        search: Some(search),
        types: Some(|declarations| declarations.declare::<Founding>()),
        ..Room::named(NAME)
    }
}

fn side(column: &str, text: &str) -> Option<String> {
    (column == "side")
        .then(|| term(text, |side: Side| side.name().into()))
        .flatten()
}

fn tables() -> Vec<Table> {
    vec![
        Table {
            has_short_name: true,
            ..Table::of::<Company>()
                .counting(&[
                    ("fiscal_start", Plain),
                    ("week_start", Plain),
                    ("one_person_does_both", YesOrNo),
                ])
                .restored_by(Restore {
                    is_ours: rows::is_ours::<Company>,
                    edit: |change, _, stored| {
                        let edit = EditCompany {
                            change: stored_patch::<Company>(stored),
                        };
                        edit.apply(change).map(|_| ())
                    },
                })
        },
        Table {
            has_short_name: true,
            is_referred_to: true,
            ..Table::of::<Person>()
                .counting(&[("has_left", YesOrNo)])
                .with_terms(side)
                .restored_by(restore!(Person, EditPerson))
        },
        Table {
            noun: "proposal".into(),
            keeps_whole_texts: true,
            named_by: &[],
            ..Table::of::<Agreement>().counting(&[("version", Plain)])
        },
        Table {
            named_by: &[],
            ..Table::of::<Signature>().with_terms(side)
        },
    ]
}

fn search(reader: &ReadContext, sought: &SearchText) -> Result<Vec<Hit>> {
    let people = rows::all::<Person>(reader, "ORDER BY rank, id", [])?.into_iter();
    Ok(people
        .filter_map(|person| {
            let rank = sought.rank(&person.name)?;
            let place = [person.role.as_str(), person.side.name()];
            Some(Hit {
                room: NAME.into(),
                kind: "Person".into(),
                name: person.name.clone(),
                place: place
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(", "),
                section: "people".into(),
                year: None,
                id: person.id.0,
                rank,
            })
        })
        .collect())
}
