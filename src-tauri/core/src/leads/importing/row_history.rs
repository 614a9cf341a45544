//! What a row is without one of the imports that told of it: what the others make of it, one after the other, as if that import
//! had never been.

use std::collections::{BTreeMap, HashMap};

use rusqlite::types::Value as Sql;
use serde_json::{Map, Value};

use super::{
    adding::attributes_text,
    edited::ByHand,
    merging::{Age, merge},
    provenance::Provenance,
    record::{Record, Table, from_sql},
};
use crate::ids::ImportId;
use lockstep_workspace::{context::ReadContext, error::Result, journal::queries::read_image, rows::to_sql};

/// In which order files were imported, and which of the imports still hold.
#[derive(Debug)]
pub(crate) struct Imports(HashMap<ImportId, (i64, bool)>);

impl Imports {
    /// Reads them. The import that is being taken back does not hold any more.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn read(reader: &ReadContext, taken_back: &ImportId) -> Result<Self> {
        let mut statement = reader
            .db()
            .prepare_cached("SELECT id, rowid, taken_back_at IS NULL FROM import")?;
        let found = statement.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
        let mut all: HashMap<ImportId, (i64, bool)> = found.collect::<rusqlite::Result<_>>()?;
        if let Some((_, holds)) = all.get_mut(taken_back) {
            *holds = false;
        }
        Ok(Self(all))
    }

    /// Returns whether an import came behind all others of a row, and these hold: then the row was what they make of it before.
    pub fn is_the_last<'i>(&self, last: &ImportId, mut others: impl Iterator<Item = &'i ImportId>) -> bool {
        let place = self.place(last);
        others.all(|other| other == last || self.holds(other) && self.place(other) < place)
    }

    fn place(&self, import: &ImportId) -> i64 {
        self.0.get(import).map_or(0, |(place, _)| *place)
    }

    fn holds(&self, import: &ImportId) -> bool {
        self.0.get(import).is_some_and(|(_, holds)| *holds)
    }
}

/// A row with all that imports did to it.
pub(crate) struct RowHistory<'h> {
    /// The table.
    pub table: &'h str,
    /// The row's id.
    pub id: &'h str,
    /// The row as it stands.
    pub now: Map<String, Value>,
    /// How it stood before imports changed it.
    pub before: Vec<(ImportId, Map<String, Value>)>,
    /// What was changed by hand, which stays.
    pub by_hand: Option<&'h ByHand>,
}

/// A row without one of its imports.
#[derive(Debug, PartialEq)]
pub(crate) struct Without {
    /// The row.
    pub row: Map<String, Value>,
    /// How it stood before the imports that are left changed it.
    pub before: Vec<(ImportId, String)>,
}

/// What the columns that files bring say, and what has no column of its own.
type State = (Vec<Sql>, Map<String, Value>);

impl RowHistory<'_> {
    /// Returns the row as the imports that hold make it; nothing where none of them told of it.
    ///
    /// # Errors
    /// `Damaged` when an image cannot be read.
    pub fn without(&self, imports: &Imports, told: &Provenance) -> Result<Option<Without>> {
        let table = Table::named(self.table);
        let adder = ImportId(text(&self.now, "import").to_owned());
        let changed = self.before.iter().map(|(import, _)| import);
        let all = [&adder].into_iter().chain(changed).chain(told.of(self.id));
        let left: BTreeMap<i64, &ImportId> = all
            .filter(|import| imports.holds(import))
            .map(|import| (imports.place(import), import))
            .collect();
        let Some(first) = left.values().next() else {
            return Ok(None);
        };
        let now = self.state(table, &self.now)?;
        let mut state: State = (vec![Sql::Null; table.columns.len()], Map::new());
        for ((column, is), value) in table.columns.iter().zip(&now.0).zip(&mut state.0) {
            if self.by_hand.is_some_and(|fields| fields.contains_key(*column)) {
                value.clone_from(is);
            }
        }
        let mut before = Vec::new();
        for import in left.values() {
            let since = self.since(table, imports, import)?;
            let mut age = Age::AsTold;
            let stood = state.clone();
            for record in self.records(table, imports, told, import, *import == *first, &since)? {
                let merged = merge(&record, &state.0, &state.1, self.by_hand, false, age);
                state = (merged.values, merged.attributes);
                age = Age::Later;
            }
            if *import != *first && state != stood {
                let image = self.image(table, first, &stood)?;
                before.push(((*import).clone(), Value::Object(image).to_string()));
            }
        }
        Ok(Some(Without {
            row: self.image(table, first, &state)?,
            before,
        }))
    }

    /// Returns what an import told of the row. One from before that was written down told what it changed.
    fn records(
        &self,
        table: Table,
        imports: &Imports,
        told: &Provenance,
        import: &ImportId,
        is_first: bool,
        since: &State,
    ) -> Result<Vec<Record>> {
        let records = told.records(table, self.id, import, since);
        if !records.is_empty() {
            return Ok(records);
        }
        let mut record = Record::of(table);
        record.values = since.0.iter().cloned().map(Some).collect();
        record.attributes.clone_from(&since.1);
        let place = imports.place(import);
        let stood = self.before.iter().find(|(of, _)| imports.place(of) == place);
        if let Some((_, stood)) = stood.filter(|_| !is_first) {
            let (values, attributes) = self.state(table, stood)?;
            for (said, was) in record.values.iter_mut().zip(&values) {
                if said.as_ref() == Some(was) {
                    *said = None;
                }
            }
            record
                .attributes
                .retain(|name, value| attributes.get(name) != Some(value));
            for name in attributes.keys().filter(|name| !since.1.contains_key(*name)) {
                record.attributes.insert(name.clone(), Value::Null);
            }
        }
        Ok(vec![record])
    }

    /// Returns how the row stood behind an import.
    fn since(&self, table: Table, imports: &Imports, import: &ImportId) -> Result<State> {
        let place = imports.place(import);
        let later = self.before.iter().filter(|(of, _)| imports.place(of) > place);
        let next = later.min_by_key(|(of, _)| imports.place(of));
        self.state(table, next.map_or(&self.now, |(_, stood)| stood))
    }

    fn state(&self, table: Table, image: &Map<String, Value>) -> Result<State> {
        let value = |column: &&str| {
            let is_by_hand = self.by_hand.is_some_and(|fields| fields.contains_key(*column));
            let image = if is_by_hand { &self.now } else { image };
            image.get(*column).map_or(Sql::Null, to_sql)
        };
        let attributes = read_image(Some(text(image, "attributes")))?;
        Ok((table.columns.iter().map(value).collect(), attributes))
    }

    fn image(
        &self,
        table: Table,
        adder: &ImportId,
        (values, attributes): &State,
    ) -> Result<Map<String, Value>> {
        let mut image = self.now.clone();
        for (column, value) in table.columns.iter().zip(values) {
            image.insert((*column).into(), from_sql(value));
        }
        image.insert("import".into(), Value::String(adder.0.clone()));
        image.insert("attributes".into(), Value::String(attributes_text(attributes)?));
        Ok(image)
    }
}

fn text<'m>(image: &'m Map<String, Value>, column: &str) -> &'m str {
    image.get(column).and_then(Value::as_str).unwrap_or_default()
}
