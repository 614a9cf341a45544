//! Writing records: each is matched with the row that it was before, if there is one, and written where it says something
//! new.

use std::{cmp::Ordering, collections::HashMap};

use rusqlite::{Statement, params, params_from_iter, types::Value as Sql};
use rustc_hash::FxHashMap;
use serde_json::{Map, Value};

use super::{
    adding::{NewRows, attributes_text},
    duplicates::Duplicates,
    edited::{ByHand, by_hand},
    matching::Found,
    merging::{Age, Merged, merge},
    namesakes::without_email,
    places::{Places, carried, unnamed_carried},
    provenance::ProvenanceWriter,
    record::{Record, Table},
    update_notes::UpdateNotes,
    written::{News, Superseded, Why, Written},
};
use crate::ids::ImportId;
use lockstep_workspace::{
    context::Transaction,
    error::{Error, Result},
    journal::row_images,
};

/// The rows of a table, as an import finds and leaves them.
pub(super) struct Writer<'c> {
    pub(super) change: &'c Transaction<'c>,
    pub(super) table: Table,
    import: ImportId,
    /// Where the rows with a key stand.
    pub(super) places: Places,
    /// Opportunities of which only their lead's row told, by what the lead is known.
    pub(super) carried: HashMap<String, i64>,
    /// Where in the file a row of the table was met.
    pub(super) met: FxHashMap<i64, Met>,
    by_hand: HashMap<String, ByHand>,
    find: Statement<'c>,
    new_rows: NewRows<'c>,
    update: Statement<'c>,
    keep: Statement<'c>,
    /// Values that were changed by hand and that the file says otherwise.
    pub conflicts: i64,
    /// What was taken for one record or for two, where that may surprise.
    pub duplicates: Duplicates,
    /// What became of rows where that may surprise.
    pub update_notes: UpdateNotes,
    teller: ProvenanceWriter<'c>,
}

/// A row of the file in which a row of the table was met.
pub(super) struct Met {
    row: u64,
    /// The day of the state that it tells.
    state_day: Option<String>,
    is_primary: Option<bool>,
    is_unchanged: bool,
    /// Whether the row of the table was there before the file.
    was_there: bool,
    /// Where it is kept how the row stood before the import.
    image: Option<i64>,
}

/// How a record is written over a row.
#[derive(Debug, Clone, Copy)]
struct How {
    /// Whether the row stands for what only a lead's row told of.
    was_carried: bool,
    /// Whether it is kept how the row stood before.
    keeps_image: bool,
    /// Whether the row was there before this import.
    was_there: bool,
    age: Age,
}

/// A row as it stands in the table.
pub(super) struct Standing {
    id: String,
    pub(super) values: Vec<Sql>,
    attributes: Map<String, Value>,
}

impl<'c> Writer<'c> {
    /// Prepares the writing of records like `sample`, which says in which columns the file has something.
    pub fn new(change: &'c Transaction<'c>, table: Table, import: &ImportId, has_ids: bool) -> Result<Self> {
        let db = change.db();
        let columns = table.columns.join(", ");
        let pairs: Vec<String> = (3..)
            .zip(table.columns)
            .map(|(n, column)| format!("{column} = ?{n}"))
            .collect();
        let name = table.name;
        let image = row_images::image(change.columns(name)?, "");
        Ok(Self {
            places: Places::read(db, table, has_ids)?,
            carried: if table.name == "opportunity" {
                carried(db)?
            } else {
                HashMap::new()
            },
            met: FxHashMap::default(),
            by_hand: by_hand(change, name, 0)?,
            find: db.prepare(&format!(
                "SELECT id, {columns}, attributes FROM {name} WHERE rowid = ?1"
            ))?,
            new_rows: NewRows::new(change, table, import)?,
            update: db.prepare(&format!(
                "UPDATE {name} SET attributes = ?2, {} WHERE rowid = ?1",
                pairs.join(", ")
            ))?,
            keep: db.prepare(&format!(
                "INSERT INTO replaced (id, import, table_name, row_id, before)
                 SELECT ?1, ?2, '{name}', id, {image} FROM {name} WHERE rowid = ?3"
            ))?,
            change,
            table,
            import: import.clone(),
            conflicts: 0,
            duplicates: Duplicates::default(),
            update_notes: UpdateNotes::default(),
            teller: ProvenanceWriter::new(change, table, import)?,
        })
    }

    /// Makes room for the rows of a file, of which there are about so many: making it bit by bit moves everything each time.
    pub fn expecting(mut self, rows: u64) -> Self {
        // Who counted them read a file that nobody knows.
        const MOST: u64 = 1 << 20;
        let rows = usize::try_from(rows.min(MOST)).unwrap_or(0);
        self.places.make_room(rows);
        self.met.reserve(rows);
        self
    }

    /// Writes a record that stands in a row of the file; returns what became of it, and the id of its row.
    pub fn write(&mut self, record: &Record, row: u64) -> Result<(Written, String)> {
        let keys = self.places.keys_of(record);
        let found = self.find(record, &keys)?;
        let Some(strongest) = keys.into_iter().next() else {
            return Ok((Written::Nobody, String::new()));
        };
        let namesake;
        let mut record = record;
        let (place, standing, was_carried) = match found {
            Found::Doubtful => return Ok((Written::Doubtful, String::new())),
            Found::At(place, standing) => (place, standing, false),
            Found::Namesake(place, standing) => {
                namesake = without_email(record);
                record = &namesake;
                (place, standing, false)
            }
            Found::Nowhere => match self.unnamed(record) {
                Some(place) => (place, self.standing(place)?, false),
                None => match self.take_carried(record) {
                    Some(place) => (place, self.standing(place)?, true),
                    None => {
                        self.note_other_system(record)?;
                        return self.add(record, row, strongest);
                    }
                },
            },
        };
        self.places.add(strongest, place);
        if self.met.contains_key(&place) {
            return self.once_more(record, place, standing, row);
        }
        let how = How {
            was_carried,
            keeps_image: true,
            was_there: true,
            age: Age::AsTold,
        };
        let (written, id) = self.compare(record, place, standing, how)?;
        let image = (written == Written::Updated).then(|| self.change.db().last_insert_rowid());
        let met = Met {
            row,
            state_day: record.state_day.clone(),
            is_primary: record.is_primary,
            is_unchanged: written == Written::Unchanged,
            was_there: true,
            image,
        };
        self.met.insert(place, met);
        Ok((written, id))
    }

    /// Returns whether a row of the table came with this file.
    pub(super) fn is_new(&self, place: i64) -> bool {
        self.met.get(&place).is_some_and(|met| !met.was_there)
    }

    fn add(&mut self, record: &Record, row: u64, strongest: String) -> Result<(Written, String)> {
        let (place, id) = self.new_rows.add(record)?;
        let met = Met {
            row,
            state_day: record.state_day.clone(),
            is_primary: record.is_primary,
            is_unchanged: false,
            was_there: false,
            image: None,
        };
        self.met.insert(place, met);
        self.places
            .add_person(self.table, |column| record.text(column), place);
        self.places.add(strongest, place);
        Ok((Written::Added, id))
    }

    /// Writes down of which rows that were there the import told.
    pub fn finish(&mut self) -> Result<()> {
        self.teller.write()
    }

    /// Returns whether a record stood in the table before this file.
    pub fn knows(&self, record: &Record) -> bool {
        let keys = self.places.keys_of(record);
        let places = keys.first().map(|strongest| self.places.of(strongest));
        places.is_some_and(|places| places.iter().any(|place| !self.met.contains_key(place)))
    }

    /// Returns where the opportunity of a lead stands that had no name until now, if this one may be it.
    fn unnamed(&self, record: &Record) -> Option<i64> {
        let key = unnamed_carried(record)?;
        let places = if record.text("external_id").is_some() {
            self.places.without_id(&key)
        } else {
            self.places.of(&key)
        };
        places.into_iter().find(|place| !self.met.contains_key(place))
    }

    /// Takes a record that stood in the file already. Of several states the latest counts, where both rows tell the day.
    fn once_more(
        &mut self,
        record: &Record,
        place: i64,
        standing: Standing,
        row: u64,
    ) -> Result<(Written, String)> {
        let other = self.said_otherwise(record, &standing);
        let id = standing.id.clone();
        let Some(met) = self.met.get_mut(&place) else {
            return Ok((Written::Nobody, String::new()));
        };
        let (first, was_unchanged, image) = (met.row, met.is_unchanged, met.image);
        let was_there = met.was_there;
        if other.is_empty() {
            if record.state_day > met.state_day {
                met.state_day.clone_from(&record.state_day);
                self.update_notes.settle(place);
            }
            return Ok((Written::Twice(first, other), id));
        }
        let is_told = |is: Option<bool>| is == Some(true);
        let by_day = record.state_day.as_ref().zip(met.state_day.as_ref());
        let (order, why) = match by_day.map(|(day, before)| day.cmp(before)) {
            Some(order) if order != Ordering::Equal => (order, Why::Later),
            _ => (
                is_told(record.is_primary).cmp(&is_told(met.is_primary)),
                Why::Primary,
            ),
        };
        match order {
            Ordering::Equal => {
                self.duplicates.repeated += 1;
                Ok((Written::Twice(first, other), id))
            }
            Ordering::Less => {
                let news = News::Still;
                let (row, by) = (row, first);
                Ok((
                    Written::Superseded(Superseded { row, by, news, why }),
                    String::new(),
                ))
            }
            Ordering::Greater => {
                let how = How {
                    was_carried: false,
                    keeps_image: was_unchanged && image.is_none(),
                    was_there,
                    // The row may know a later state than both rows of the file.
                    age: if was_there && was_unchanged {
                        Age::AsTold
                    } else {
                        Age::Later
                    },
                };
                let (written, id) = self.compare(record, place, standing, how)?;
                let image = match image {
                    None if written == Written::Updated && was_unchanged => {
                        Some(self.change.db().last_insert_rowid())
                    }
                    image => image,
                };
                let is_as_before = self.stands_as_before(image, place)?;
                let news = match (was_unchanged, image) {
                    (true, Some(_)) if !is_as_before => News::Now,
                    (false, Some(_)) if is_as_before => News::NoLonger,
                    _ => News::Still,
                };
                let met = Met {
                    row,
                    state_day: record.state_day.clone(),
                    is_primary: record.is_primary,
                    is_unchanged: is_as_before || was_unchanged && image.is_none(),
                    was_there,
                    image,
                };
                self.met.insert(place, met);
                let (row, by) = (first, row);
                Ok((Written::Superseded(Superseded { row, by, news, why }), id))
            }
        }
    }

    /// Returns whether a row stands as it did before the import. How it stood stays kept: an import removes no rows.
    fn stands_as_before(&self, image: Option<i64>, place: i64) -> Result<bool> {
        let Some(image) = image else { return Ok(false) };
        let name = self.table.name;
        let stands = row_images::image(self.change.columns(name)?, "");
        let same = self.change.count(
            &format!(
                "SELECT count(*) FROM replaced WHERE rowid = ?1 AND before = (SELECT {stands} FROM {name} WHERE rowid = ?2)"
            ),
            [image, place],
        )?;
        Ok(same > 0)
    }

    /// Returns the columns in which a record says something else than the row, as it stands there.
    fn said_otherwise(&self, record: &Record, standing: &Standing) -> Vec<&'static str> {
        let by_hand = self.by_hand.get(&standing.id);
        let columns = self
            .table
            .columns
            .iter()
            .zip(&record.values)
            .zip(&standing.values);
        columns
            .filter(|((column, said), value)| {
                let is_by_hand = by_hand.is_some_and(|fields| fields.contains_key(**column));
                let is_source_kept = **column == "source" && **said == Some(Sql::Null);
                // The id may be the same in another spelling.
                **column != "external_id"
                    && !is_by_hand
                    && !is_source_kept
                    && said.as_ref().is_some_and(|said| said != *value)
            })
            .map(|((column, _), _)| *column)
            .collect()
    }

    /// Writes what a record says otherwise than the row that stands there. What only a lead's row told of is told by the file
    /// of opportunities alone from then on, also where that says nothing: else the order of the two files would decide, and a
    /// lead with several opportunities would lend the first of them the amount and the days of another. How the row stood
    /// before the import is kept once.
    fn compare(
        &mut self,
        record: &Record,
        place: i64,
        standing: Standing,
        how: How,
    ) -> Result<(Written, String)> {
        let by_hand = self.by_hand.get(&standing.id);
        let merged = merge(
            record,
            &standing.values,
            &standing.attributes,
            by_hand,
            how.was_carried,
            how.age,
        );
        self.conflicts += merged.conflicts;
        self.update_notes.look(place, record, &standing.values, &merged);
        let Merged {
            values, attributes, ..
        } = merged;
        if how.was_there {
            self.teller
                .note(record, &standing.id, (&values, &attributes), how.was_carried)?;
        }
        if values == standing.values && attributes == standing.attributes {
            return Ok((Written::Unchanged, standing.id));
        }
        if how.keeps_image {
            let kept: String = self.change.new_id::<ImportId>().0;
            self.keep.execute(params![kept, self.import, place])?;
        }
        self.update.execute(params_from_iter(
            [Sql::Integer(place), Sql::Text(attributes_text(&attributes)?)]
                .into_iter()
                .chain(values),
        ))?;
        Ok((Written::Updated, standing.id))
    }

    /// Says of a row of the table that it no longer counts, because it is part of what this file tells.
    pub fn set_aside(&mut self, place: i64) -> Result<()> {
        let mut record = Record::of(self.table);
        record.set("spend", Sql::Null);
        let standing = self.standing(place)?;
        let how = How {
            was_carried: false,
            keeps_image: true,
            was_there: true,
            age: Age::AsTold,
        };
        self.compare(&record, place, standing, how).map(drop)
    }

    pub(super) fn standing(&mut self, place: i64) -> Result<Standing> {
        let width = self.table.columns.len();
        let (id, values, attributes) = self.find.query_row([place], |row| {
            let values: rusqlite::Result<Vec<Sql>> = (1..=width).map(|at| row.get(at)).collect();
            Ok((
                row.get::<_, String>(0)?,
                values?,
                row.get::<_, String>(width + 1)?,
            ))
        })?;
        let attributes = serde_json::from_str(&attributes)
            .map_err(|_| Error::damaged(format!("A row of “{}” cannot be read.", self.table.name)))?;
        Ok(Standing {
            id,
            values,
            attributes,
        })
    }
}
