//! Writing records: each is matched with the row that it was before, if there is one, and written where it says something
//! new.

use std::collections::HashMap;

use rusqlite::{Statement, params, params_from_iter, types::Value as Sql};
use serde::Serializer;
use serde_json::{Map, Value};

use super::{
    doubles::Doubles,
    edited::{ByHand, by_hand},
    identity::{Likeness, Succession, is_closed, succession, text_of},
    ids,
    places::{ID, Places, carried, keys, known_by},
    record::{Record, Table},
};
use crate::{
    context::Transaction,
    error::{Error, Result},
    ids::ImportId,
    journal::keeper,
};

/// What became of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Written {
    Added,
    Updated,
    Unchanged,
    /// It stood in this row of the file already, where the columns named here say something else.
    Twice(u64, Vec<&'static str>),
    /// One row tells an earlier state of a record than another.
    Superseded(Superseded),
    /// Several records have its id, and nothing in it tells which of them it is.
    Doubtful,
    /// Nothing in it tells it from others.
    Nobody,
}

/// A row that tells an earlier state of a record than another row of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Superseded {
    /// The row that does not count.
    pub row: u64,
    /// The row that does.
    pub by: u64,
    /// Whether only that one says something new.
    pub is_first_news: bool,
}

/// The rows of a table, as an import finds and leaves them.
pub(super) struct Writer<'c> {
    change: &'c Transaction<'c>,
    table: Table,
    import: ImportId,
    /// Where the rows with a key stand.
    places: Places,
    /// Opportunities of which only their lead's row told, by what the lead is known.
    carried: HashMap<String, i64>,
    /// Where in the file a row of the table was met.
    met: HashMap<i64, Met>,
    by_hand: HashMap<String, ByHand>,
    find: Statement<'c>,
    insert: Statement<'c>,
    update: Statement<'c>,
    keep: Statement<'c>,
    /// Values that were changed by hand and that the file says otherwise.
    pub conflicts: i64,
    /// What was taken for one record or for two, where that may surprise.
    pub doubles: Doubles,
}

/// A row of the file in which a row of the table was met.
struct Met {
    row: u64,
    /// The day of the state that it tells.
    state_day: Option<String>,
    is_unchanged: bool,
}

/// Which row of the table a record is.
enum Found {
    At(i64, Standing),
    Nowhere,
    Doubtful,
}

/// A row as it stands in the table.
struct Standing {
    id: String,
    values: Vec<Sql>,
    attributes: Map<String, Value>,
}

impl<'c> Writer<'c> {
    /// Prepares the writing of records like `sample`, which says in which columns the file has something.
    pub fn new(change: &'c Transaction<'c>, table: Table, import: &ImportId, has_ids: bool) -> Result<Self> {
        let db = change.db();
        let columns = table.columns.join(", ");
        let marks: Vec<String> = (4..).zip(table.columns).map(|(n, _)| format!("?{n}")).collect();
        let pairs: Vec<String> = (3..)
            .zip(table.columns)
            .map(|(n, column)| format!("{column} = ?{n}"))
            .collect();
        let name = table.name;
        let image = keeper::image(change.columns(name)?, "");
        Ok(Self {
            places: Places::read(db, table, has_ids)?,
            carried: if table.name == "opportunity" {
                carried(db)?
            } else {
                HashMap::new()
            },
            met: HashMap::new(),
            by_hand: by_hand(change, name, 0)?,
            find: db.prepare(&format!(
                "SELECT id, {columns}, attributes FROM {name} WHERE rowid = ?1"
            ))?,
            insert: db.prepare(&format!(
                "INSERT INTO {name} (id, import, attributes, {columns}) VALUES (?1, ?2, ?3, {})",
                marks.join(", ")
            ))?,
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
            doubles: Doubles::default(),
        })
    }

    /// Writes a record that stands in a row of the file; returns what became of it, and the id of its row.
    pub fn write(&mut self, record: &Record, row: u64) -> Result<(Written, String)> {
        let keys = keys(record.table, |column| record.text(column));
        let Some(strongest) = keys.first() else {
            return Ok((Written::Nobody, String::new()));
        };
        let (place, standing, was_carried) = match self.find(record, &keys)? {
            Found::Doubtful => return Ok((Written::Doubtful, String::new())),
            Found::At(place, standing) => (place, standing, false),
            Found::Nowhere => match self.take_carried(record) {
                Some(place) => (place, self.standing(place)?, true),
                None => return self.add(record, row, strongest),
            },
        };
        self.places.add(strongest.clone(), place);
        if self.met.contains_key(&place) {
            return self.once_more(record, place, standing, row);
        }
        let (written, id) = self.compare(record, place, standing, was_carried, true)?;
        self.meet(record, place, row, written == Written::Unchanged);
        Ok((written, id))
    }

    fn meet(&mut self, record: &Record, place: i64, row: u64, is_unchanged: bool) {
        let state_day = record.state_day.clone();
        let met = Met {
            row,
            state_day,
            is_unchanged,
        };
        self.met.insert(place, met);
    }

    fn add(&mut self, record: &Record, row: u64, strongest: &str) -> Result<(Written, String)> {
        let id: String = self.change.new_id::<ImportId>().0;
        // Bound one by one: nothing is copied on the way.
        self.insert.raw_bind_parameter(1, &id)?;
        self.insert.raw_bind_parameter(2, &self.import)?;
        self.insert
            .raw_bind_parameter(3, attributes_text(&record.attributes)?)?;
        for (place, value) in (4..).zip(&record.values) {
            self.insert.raw_bind_parameter(place, value)?;
        }
        self.insert.raw_execute()?;
        let place = self.change.db().last_insert_rowid();
        self.meet(record, place, row, false);
        self.places.add(strongest.to_owned(), place);
        Ok((Written::Added, id))
    }

    /// Returns which row of the table a record is: by its id where the rest does not speak against it, by the number that its
    /// id is where the rest speaks for it, else by what tells it apart without an id.
    fn find(&mut self, record: &Record, keys: &[String]) -> Result<Found> {
        let (id, weaker) = match keys {
            [id, rest @ ..] if id.starts_with(ID) => (Some(id), rest.first()),
            [weaker, ..] => (None, Some(weaker)),
            [] => return Ok(Found::Nowhere),
        };
        let Some(id) = id else {
            let places = weaker.map(|key| self.places.of(key)).unwrap_or_default();
            return self.find_without_id(record, places);
        };
        let places = self.places.of(id);
        let is_known = !places.is_empty();
        let found = self.find_by_id(record, places)?;
        if !matches!(found, Found::Nowhere) {
            return Ok(found);
        }
        if is_known {
            self.doubles.same_id += 1;
        } else if let Some(found) = self.find_by_number(record, id)? {
            return Ok(found);
        }
        // A row that had no id until now may get one.
        let places = weaker.map(|key| self.places.without_id(key)).unwrap_or_default();
        self.find_without_id(record, places)
    }

    fn find_by_id(&mut self, record: &Record, places: Vec<i64>) -> Result<Found> {
        let mut best: Option<(i64, i64, Standing)> = None;
        let mut is_tie = false;
        for place in places {
            let standing = self.standing(place)?;
            let likeness = Likeness::of(record, &standing.values);
            if likeness.is_another() {
                continue;
            }
            let speaks = i64::from(likeness.agree - likeness.differ);
            match &best {
                Some((most, ..)) if *most > speaks => {}
                Some((most, ..)) if *most == speaks => is_tie = true,
                _ => {
                    is_tie = false;
                    best = Some((speaks, place, standing));
                }
            }
        }
        Ok(match best {
            Some(_) if is_tie => Found::Doubtful,
            Some((speaks, place, standing)) => {
                if speaks < 0 && !self.met.contains_key(&place) {
                    self.doubles.renamed += 1;
                }
                Found::At(place, standing)
            }
            None => Found::Nowhere,
        })
    }

    /// Finds a record by the number that its id is, where exactly one row has that number and what else both tell agrees.
    fn find_by_number(&mut self, record: &Record, id: &str) -> Result<Option<Found>> {
        let mut alike = Vec::new();
        let mut is_in_doubt = false;
        for place in self.places.of_other_spelling(id) {
            let standing = self.standing(place)?;
            let likeness = Likeness::of(record, &standing.values);
            if likeness.speaks_for_one() {
                alike.push((place, standing));
            } else if !likeness.is_another() {
                is_in_doubt = true;
            }
        }
        let is_one = alike.len() == 1;
        match alike.pop() {
            Some((place, standing)) if is_one => {
                if !self.met.contains_key(&place) {
                    self.doubles.other_spelling += 1;
                }
                Ok(Some(Found::At(place, standing)))
            }
            None if !is_in_doubt => Ok(None),
            _ => {
                self.doubles.like_another += 1;
                Ok(None)
            }
        }
    }

    /// Finds a record among those that are known by the same without an id. Without a day on which they began, deals of one
    /// name are told apart by the day on which they closed and by the amount.
    fn find_without_id(&mut self, record: &Record, places: Vec<i64>) -> Result<Found> {
        let is_told_apart = record.table.name != "opportunity"
            || record.text("created_on").is_some()
            || record.text("carried_by").is_some();
        if is_told_apart {
            return Ok(match places.first() {
                Some(place) => Found::At(*place, self.standing(*place)?),
                None => Found::Nowhere,
            });
        }
        let mut best: Option<(Succession, i64, Standing)> = None;
        let mut of_the_best = 0;
        let mut is_further = false;
        for place in places {
            let standing = self.standing(place)?;
            let is_of_this_file = self.met.contains_key(&place);
            let is = succession(record, &standing.values, is_of_this_file);
            if is == Succession::Another {
                is_further |= !is_of_this_file && is_closed(text_of(self.table, &standing.values, "outcome"));
                continue;
            }
            match &best {
                Some((most, ..)) if *most > is => {}
                Some((most, ..)) if *most == is => of_the_best += 1,
                _ => {
                    of_the_best = 1;
                    best = Some((is, place, standing));
                }
            }
        }
        let is_certain = matches!(best, Some((Succession::Same, ..)));
        let is_likely = matches!(best, Some((Succession::Likely, ..)));
        if is_further && !is_certain && !is_likely {
            self.doubles.further_deals += 1;
        }
        if of_the_best > 1 && !is_certain {
            self.doubles.one_of_several += 1;
        }
        Ok(best.map_or(Found::Nowhere, |(_, place, standing)| Found::At(place, standing)))
    }

    /// Takes a record that stood in the file already. Of several states the latest counts, where both rows tell the day.
    fn once_more(
        &mut self,
        record: &Record,
        place: i64,
        standing: Standing,
        row: u64,
    ) -> Result<(Written, String)> {
        let Some(met) = self.met.get(&place) else {
            return Ok((Written::Nobody, String::new()));
        };
        let (first, was_unchanged) = (met.row, met.is_unchanged);
        let other = self.said_otherwise(record, &standing);
        if other.is_empty() {
            return Ok((Written::Twice(first, other), String::new()));
        }
        let (Some(day), Some(before)) = (&record.state_day, &met.state_day) else {
            self.doubles.repeated += 1;
            return Ok((Written::Twice(first, other), String::new()));
        };
        let superseded = |row, by, is_first_news| Superseded {
            row,
            by,
            is_first_news,
        };
        match day.cmp(before) {
            std::cmp::Ordering::Equal => {
                self.doubles.repeated += 1;
                Ok((Written::Twice(first, other), String::new()))
            }
            std::cmp::Ordering::Less => {
                Ok((Written::Superseded(superseded(row, first, false)), String::new()))
            }
            std::cmp::Ordering::Greater => {
                let (written, id) = self.compare(record, place, standing, false, was_unchanged)?;
                let is_news = was_unchanged && written == Written::Updated;
                self.meet(record, place, row, was_unchanged && !is_news);
                Ok((Written::Superseded(superseded(first, row, is_news)), id))
            }
        }
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

    /// Returns where the opportunity stands that only its lead's row told of, if this is it. It is taken once: a second
    /// opportunity of the lead is another one.
    fn take_carried(&mut self, record: &Record) -> Option<i64> {
        if self.carried.is_empty() || record.text("carried_by").is_some() {
            return None;
        }
        let keys = known_by(record.text("lead_said"), record.text("email"));
        let place = keys.iter().find_map(|key| self.carried.get(key)).copied()?;
        self.carried.retain(|_, other| *other != place);
        Some(place)
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
        was_carried: bool,
        keeps_image: bool,
    ) -> Result<(Written, String)> {
        let by_hand = self.by_hand.get(&standing.id);
        let mut values = standing.values.clone();
        for ((column, said), value) in self.table.columns.iter().zip(&record.values).zip(&mut values) {
            let nothing = was_carried.then_some(&Sql::Null);
            let Some(said) = said.as_ref().or(nothing).filter(|said| *said != value) else {
                continue;
            };
            // The source is set once: an export that leaves it empty says nothing new. So is the spelling of an id.
            let is_kept = *column == "source" && *said == Sql::Null
                || *column == "external_id" && is_one_id(said, value);
            if is_kept {
                continue;
            }
            match by_hand.and_then(|fields| fields.get(*column)) {
                // What was changed here stays. It is worth a word when the file says something else than before.
                Some(before) if crate::rows::to_sql(before) == *said => {}
                Some(_) => self.conflicts += 1,
                None => *value = said.clone(),
            }
        }
        let mut attributes = standing.attributes.clone();
        for (name, value) in &record.attributes {
            if value.is_null() {
                attributes.remove(name);
            } else {
                attributes.insert(name.clone(), value.clone());
            }
        }
        if values == standing.values && attributes == standing.attributes {
            return Ok((Written::Unchanged, standing.id));
        }
        if keeps_image {
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

    fn standing(&mut self, place: i64) -> Result<Standing> {
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

/// Returns whether two ids are one number in two spellings.
fn is_one_id(one: &Sql, other: &Sql) -> bool {
    match (one, other) {
        (Sql::Text(one), Sql::Text(other)) => {
            ids::number(one).is_some_and(|number| ids::number(other) == Some(number))
        }
        _ => false,
    }
}

/// Writes attributes as they are kept: what is known to be nothing is left out.
fn attributes_text(attributes: &Map<String, Value>) -> Result<String> {
    let mut text = Vec::with_capacity(128);
    let known = attributes.iter().filter(|(_, value)| !value.is_null());
    serde_json::Serializer::new(&mut text).collect_map(known)?;
    String::from_utf8(text).map_err(Error::internal)
}
