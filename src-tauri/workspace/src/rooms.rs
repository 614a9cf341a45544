//! Rooms: what stands on the ground floor. A room hands over one value that says everything the ground floor has to know of it:
//! its commands, its tables, what can be agreed, what search finds, what waits for whom, what it derives from a file. The
//! ground floor knows no room by name.

use std::{collections::HashMap, fmt, path::Path};

use chrono::NaiveDate;
use lockstep_text::{fold, spellings};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::{
    agreements::{Subject, SubjectKind},
    context::{ReadContext, Transaction},
    derived::DerivedState,
    dispatch::{Command, Declarations},
    error::{Error, Result},
    file::{Workspace, schema::Schema},
    journal::row_images::RowChange,
    promises::RoomPromise,
    rows::{self, Patch, Row},
    units::Counted,
    waiting::Waiting,
    worksheet::{ReviewDays, WorksheetPart},
};

pub use crate::search::Hit;

/// Finds what matches in a room.
pub type FindHits = fn(&ReadContext, &SearchText) -> Result<Vec<Hit>>;

/// Says what waits for whom in a room.
pub type ListWaiting = fn(&ReadContext) -> Result<Vec<Waiting>>;

/// Says what a room promises, with the cases that began between two days, both among them; open where none is given.
pub type ListPromises =
    fn(&ReadContext, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<Vec<RoomPromise>>;

/// Says what a room has to say of a period, for the worksheet of a review.
pub type FillWorksheet = fn(&ReadContext, &ReviewDays) -> Result<Vec<WorksheetPart>>;

/// Imports a file that other programs exported, as it is recognised.
pub type ImportFile = fn(&mut Workspace, &Path) -> Result<()>;

/// A file that was read before it comes into a workspace.
#[derive(Debug, Clone)]
pub struct ReadFile {
    /// What it is called.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What was read of it, as the room that keeps files reads them.
    pub read: Value,
    /// A small picture of it, as JPEG.
    pub picture: Option<Vec<u8>>,
}

/// Keeps a file that was read before, and returns the id of what it became.
pub type KeepFile = fn(&mut Workspace, ReadFile) -> Result<String>;

/// A table that keeps bytes by what they are, each once: no row of it is ever changed, and its bytes are known by their SHA-256.
/// Backups keep such bytes once for all of them.
#[derive(Debug, Clone, Copy)]
pub struct BytesTable {
    /// Its name in the file.
    pub table: &'static str,
    /// The column with the SHA-256 of the bytes, in hexadecimal.
    pub hash: &'static str,
    /// The column with the bytes.
    pub bytes: &'static str,
}

/// What a room hands the ground floor.
pub struct Room {
    /// Its name, which stands with everything of it that the page opens: `plan`.
    pub name: &'static str,
    /// Its commands: all that the page, the terminal and the sample can ask of it.
    pub commands: Vec<Command>,
    /// Its tables; a table is told by one room only.
    pub tables: Vec<Table>,
    /// Its tables of bytes that are kept by what they are.
    pub bytes: Vec<BytesTable>,
    /// What of it can be agreed.
    pub subjects: Vec<&'static dyn Subject>,
    /// Makes what it derives from an open file.
    pub derived: Option<fn() -> Box<dyn DerivedState>>,
    /// Finds what matches, the best first.
    pub search: Option<FindHits>,
    /// Says what waits for whom.
    pub waiting: Option<ListWaiting>,
    /// Says what it promises; it stands among the promises of both sides.
    pub promises: Option<ListPromises>,
    /// Fills in its part of the worksheet of a review.
    pub worksheet: Option<FillWorksheet>,
    /// Imports a file as it is recognised; refuses one where something has to be asked.
    pub import: Option<ImportFile>,
    /// Keeps a file that was read before: the sample's.
    pub keep_file: Option<KeepFile>,
    /// Declares types that reach the page by another way than as what a command takes or gives.
    pub types: Option<fn(&mut Declarations)>,
}

impl Room {
    /// Returns a room that has nothing yet.
    pub fn named(name: &'static str) -> Self {
        Self {
            name,
            commands: Vec::new(),
            tables: Vec::new(),
            bytes: Vec::new(),
            subjects: Vec::new(),
            derived: None,
            search: None,
            waiting: None,
            promises: None,
            worksheet: None,
            import: None,
            keep_file: None,
            types: None,
        }
    }
}

/// What the ground floor has to know of a table beside its columns.
pub struct Table {
    /// Its name in the file.
    pub name: &'static str,
    /// What one of its rows is called: "goal".
    pub noun: String,
    /// The column that names what a row stands in, where it is an item of a list.
    pub parent: Option<&'static str>,
    /// The columns with whole numbers, or lists of them, each with what they count.
    pub numbers: &'static [(&'static str, Counted)],
    /// The columns that hold a list or a record as JSON.
    pub json: &'static [&'static str],
    /// The columns that say what a row is called: the first that it has.
    pub named_by: &'static [&'static str],
    /// What a term in a column is called; nothing where it is no term.
    pub term: fn(column: &str, text: &str) -> Option<String>,
    /// What a field of a record that is kept as JSON is called.
    pub key: fn(&str) -> String,
    /// The edit that puts a field back; nothing where nobody edits this table.
    pub restore: Option<Restore>,
    /// By which column its rows, which come in bulk, are divided into parts; nothing where they come one by one. What comes in
    /// bulk has no image in the journal until it is edited.
    pub in_bulk: Option<&'static str>,
    /// The fields that only make sense together, group by group: undo takes them for one value.
    pub together: &'static [&'static [&'static str]],
    /// Whether its rows carry a name that charts and lists have to have room for.
    pub has_short_name: bool,
    /// Whether it keeps what was agreed or closed, as one text of whatever length.
    pub keeps_whole_texts: bool,
    /// Whether other rows name its rows by their ids, so that the history tells their names.
    pub is_referred_to: bool,
    /// Whether its rows were written in the company's currency and fiscal year, which then stay.
    pub fixes_calendar: bool,
    /// Whether changes of its rows are shown in the history.
    pub is_in_history: bool,
    /// The columns that are sealed in some of its rows, and in which; see [`crate::sealing`].
    pub sealed: Option<Sealed>,
    /// Whether the person at the keyboard may read a change of one of its rows.
    pub may_read: fn(&ReadContext, &RowChange) -> Result<bool>,
}

impl Table {
    /// Returns a table of which nothing is to be said.
    pub fn named(name: &'static str) -> Self {
        Self {
            name,
            noun: name.replace('_', " "),
            parent: None,
            numbers: &[],
            json: &[],
            named_by: &["name", "text", "year", "said"],
            term: |_, _| None,
            key: str::to_owned,
            restore: None,
            in_bulk: None,
            together: &[],
            has_short_name: false,
            keeps_whole_texts: false,
            is_referred_to: false,
            fixes_calendar: false,
            is_in_history: true,
            sealed: None,
            may_read: |_, _| Ok(true),
        }
    }

    /// Returns the table of a type.
    pub fn of<T: Row>() -> Self {
        Self {
            parent: T::PARENT,
            json: T::LISTS,
            ..Self::named(T::TABLE)
        }
    }

    /// Says what one of its rows is called, where that is not its name.
    #[must_use]
    pub fn called(self, noun: &str) -> Self {
        Self {
            noun: noun.to_owned(),
            ..self
        }
    }

    /// Says what its whole numbers count.
    #[must_use]
    pub fn counting(self, numbers: &'static [(&'static str, Counted)]) -> Self {
        Self { numbers, ..self }
    }

    /// Says what terms in its columns are called.
    #[must_use]
    pub fn with_terms(self, term: fn(column: &str, text: &str) -> Option<String>) -> Self {
        Self { term, ..self }
    }

    /// Says which fields only make sense together.
    #[must_use]
    pub fn with_together(self, together: &'static [&'static [&'static str]]) -> Self {
        Self { together, ..self }
    }

    /// Says by which edit fields are put back.
    #[must_use]
    pub fn restored_by(self, restore: Restore) -> Self {
        Self {
            restore: Some(restore),
            ..self
        }
    }
}

/// What is sealed of a table.
#[derive(Clone, Copy)]
pub struct Sealed {
    /// The columns whose texts are sealed.
    pub columns: &'static [&'static str],
    /// Whether a row is one whose columns are sealed.
    pub is_sealed: fn(&ReadContext, &Map<String, Value>) -> Result<bool>,
}

/// Puts fields of a row back to values as the file stores them: by the edit that a person would make, so that every rule of
/// that edit holds.
#[derive(Clone, Copy)]
pub struct Restore {
    /// Whether no edit changes a column.
    pub is_ours: fn(&str) -> bool,
    /// Edits fields of a row.
    pub edit: fn(&mut Transaction, String, &Map<String, Value>) -> Result<()>,
}

/// Returns the patch that sets fields to values as the file stores them.
pub fn stored_patch<T: Row>(stored: &Map<String, Value>) -> Patch<T> {
    stored
        .iter()
        .map(|(field, stored)| (field.clone(), rows::from_stored::<T>(field, stored)))
        .collect()
}

/// Names the edit that patches a row of a table, which is found by its id: `restore!(Goal, EditGoal)`.
#[macro_export]
macro_rules! restore {
    ($row:ty, $edit:ident) => {
        $crate::rooms::Restore {
            is_ours: $crate::rows::is_ours::<$row>,
            edit: |change, row, stored| {
                let edit = $edit {
                    id: row.into(),
                    change: $crate::rooms::stored_patch::<$row>(stored),
                };
                $crate::context::Action::apply(edit, change).map(|_| ())
            },
        }
    };
}
pub use restore;

/// Returns what a term of the file is called that `name` knows: the name of a term is told where terms of its kind are.
pub fn term<T: DeserializeOwned>(text: &str, name: impl Fn(T) -> String) -> Option<String> {
    serde_json::from_value(text.into()).ok().map(name)
}

/// Returns a word of the file as a person writes it: "walk_away" is "Walk away".
pub fn sentence(word: &str) -> String {
    crate::words::capitalised(&word.replace('_', " "))
}

/// What search looks for, whatever its capitals and accents, in all its spellings; the first is as it was typed.
pub struct SearchText(Vec<String>);

impl SearchText {
    /// The rank of what does not say it in its name but only in what stands in it: behind all whose name does.
    pub const INSIDE: u8 = 4;

    /// Returns what somebody typed; nothing where that is only space.
    pub fn of(typed: &str) -> Option<Self> {
        let text = fold(typed.trim());
        (!text.is_empty()).then(|| Self(spellings(&text)))
    }

    /// Returns how well a name matches: 0 where it is the name, 1 where the name begins with it, 2 where a word of it does, 3
    /// where it stands elsewhere in it; nothing where it does not.
    pub fn rank(&self, name: &str) -> Option<u8> {
        self.rank_folded(&fold(name))
    }

    /// Returns how well a name matches that is in small letters and without accents already.
    pub fn rank_folded(&self, name: &str) -> Option<u8> {
        let ranks = self.0.iter().filter_map(|wanted| rank_of(wanted, name));
        ranks.min()
    }

    /// Returns the text, in small letters and without accents.
    pub fn as_str(&self) -> &str {
        self.0.first().map_or("", String::as_str)
    }
}

fn rank_of(wanted: &str, name: &str) -> Option<u8> {
    let place = name.find(wanted)?;
    let begins_a_word = || {
        let mut words = name.split(|c: char| !c.is_alphanumeric());
        words.any(|word| word.starts_with(wanted))
    };
    Some(match place {
        0 if name == wanted => 0,
        0 => 1,
        _ if begins_a_word() => 2,
        _ => 3,
    })
}

/// All rooms of a house, and the tables of its files.
pub struct Rooms {
    rooms: Vec<Room>,
    schema: Schema,
    commands: HashMap<&'static str, (usize, usize)>,
    tables: HashMap<&'static str, (usize, usize)>,
}

impl fmt::Debug for Rooms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.rooms.iter().map(|room| room.name))
            .finish()
    }
}

impl Rooms {
    /// Returns a house of these rooms, whose files have the tables that `steps` lead to.
    pub fn new(steps: &[&'static str], rooms: Vec<Room>) -> Self {
        let places = |count: fn(&Room) -> usize| {
            let all = rooms.iter().enumerate();
            all.flat_map(move |(room, of)| (0..count(of)).map(move |place| (room, place)))
        };
        let commands = places(|room| room.commands.len())
            .filter_map(|(room, place)| Some((rooms.get(room)?.commands.get(place)?.name, (room, place))))
            .collect();
        let tables = places(|room| room.tables.len())
            .filter_map(|(room, place)| Some((rooms.get(room)?.tables.get(place)?.name, (room, place))))
            .collect();
        let parts = rooms
            .iter()
            .flat_map(|room| &room.tables)
            .filter_map(|table| Some((table.name, table.in_bulk?)))
            .collect();
        let bytes = rooms.iter().flat_map(|room| room.bytes.clone()).collect();
        Self {
            schema: Schema::of(steps, parts).keeping_bytes(bytes),
            rooms,
            commands,
            tables,
        }
    }

    /// Returns the tables of its files.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// Returns the rooms.
    pub fn iter(&self) -> impl Iterator<Item = &Room> {
        self.rooms.iter()
    }

    /// Returns every command, room by room.
    pub fn commands(&self) -> impl Iterator<Item = &Command> {
        self.rooms.iter().flat_map(|room| &room.commands)
    }

    /// Returns the command that has a name.
    pub fn command(&self, name: &str) -> Option<&Command> {
        let (room, place) = *self.commands.get(name)?;
        self.rooms.get(room)?.commands.get(place)
    }

    /// Returns whether a command writes; one that is unknown does nothing.
    pub fn is_action(&self, name: &str) -> bool {
        self.command(name).is_some_and(Command::is_action)
    }

    /// Returns every table that a room told of.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.rooms.iter().flat_map(|room| &room.tables)
    }

    /// Returns what is known of a table; nothing where no room told of it.
    pub fn table(&self, name: &str) -> Option<&Table> {
        let (room, place) = *self.tables.get(name)?;
        self.rooms.get(room)?.tables.get(place)
    }

    /// Returns the tables whose rows come in bulk.
    pub fn in_bulk(&self) -> impl Iterator<Item = &'static str> {
        self.tables()
            .filter(|table| table.in_bulk.is_some())
            .map(|table| table.name)
    }

    /// Returns what can be agreed of a kind.
    ///
    /// # Errors
    /// `NotFound` when no room has such a thing.
    pub fn subject(&self, kind: &SubjectKind) -> Result<&'static dyn Subject> {
        let mut all = self.rooms.iter().flat_map(|room| &room.subjects);
        all.find(|subject| subject.kind() == *kind)
            .copied()
            .ok_or_else(|| Error::not_found("What is to be agreed"))
    }

    /// Returns what rooms derive from a file that was just opened.
    pub(crate) fn derived(&self) -> Vec<Box<dyn DerivedState>> {
        let states = self.rooms.iter().filter_map(|room| room.derived);
        states.map(|make| make()).collect()
    }

    /// Returns what imports a file; nothing where no room does.
    pub(crate) fn importer(&self) -> Option<ImportFile> {
        self.rooms.iter().find_map(|room| room.import)
    }

    /// Returns what keeps a file that was read before; nothing where no room does.
    pub(crate) fn keeper(&self) -> Option<KeepFile> {
        self.rooms.iter().find_map(|room| room.keep_file)
    }

    /// Declares the types that reach the page by another way than as what a command takes or gives.
    pub(crate) fn declare_types(&self, declarations: &mut Declarations) {
        let types = self.rooms.iter().filter_map(|room| room.types);
        types.for_each(|declare| declare(declarations));
    }

    /// Returns what a row of a table is called: "goal".
    pub fn noun(&self, table: &str) -> String {
        self.table(table)
            .map_or_else(|| table.replace('_', " "), |table| table.noun.clone())
    }
}
