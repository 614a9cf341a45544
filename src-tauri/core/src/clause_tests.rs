//! Whether what is agreed tells every change: each field of each row is changed alone, and each must be told or be declared
//! to be none.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use lockstep_workspace::{
    agreements::{Clause, Difference, rules::differences},
    error::{Error, Result},
    journal::row_images,
};

/// Two texts of one kind, `other` with another value in every field, and how they are told.
pub(crate) struct ClauseCase<C> {
    pub one: Value,
    pub other: Value,
    pub clauses: fn(&C) -> Vec<Clause>,
    /// List or row, field and reason of what no clause tells; `*` stands for any.
    pub no_clause: &'static [(&'static str, &'static str, &'static str)],
}

impl<C: Serialize + DeserializeOwned> ClauseCase<C> {
    fn read(text: &Value) -> Result<C> {
        serde_json::from_value(text.clone()).map_err(|error| Error::internal(format!("{error} in {text}")))
    }

    /// Returns how two texts differ.
    pub fn told(&self, before: &Value, after: &Value) -> Result<Vec<Difference>> {
        let clauses = |text| Ok::<_, Error>((self.clauses)(&Self::read(text)?));
        Ok(differences(&clauses(before)?, &clauses(after)?))
    }

    /// Returns every list or row, with its fields: as the type writes them, so that a field that these texts forgot is found.
    fn written(&self) -> Result<Vec<(String, BTreeSet<String>)>> {
        let mut written = serde_json::to_value(Self::read(&self.one)?)?;
        let lists = fields(&written);
        let of = |list: String| {
            let fields = row(&mut written, &list)
                .map(|row| fields(row))
                .unwrap_or_default();
            (list, fields)
        };
        Ok(lists.into_iter().map(of).collect())
    }

    /// Every field is told when it changes, or declared to be none.
    pub fn every_field_is_told(&self) -> Result<()> {
        assert!(self.told(&self.one, &self.one)?.is_empty());
        let mut other = self.other.clone();
        for (list, fields) in self.written()? {
            for field in fields {
                let mut changed = self.one.clone();
                let value = row(&mut other, &list).and_then(|row| row.get(&field).cloned());
                let slot = row(&mut changed, &list).and_then(|row| row.get_mut(&field));
                let (Some(value), Some(slot)) = (value, slot) else {
                    return Err(Error::internal(format!(
                        "the texts say nothing of {list}.{field}"
                    )));
                };
                assert_ne!(*slot, value, "{list}.{field} is the same in both");
                *slot = value;
                let is_declared = self
                    .no_clause
                    .iter()
                    .any(|(of, name, _)| fits(of, &list) && fits(name, &field));
                let is_told = !self.told(&self.one, &changed)?.is_empty();
                assert_eq!(is_told, !is_declared, "{list}.{field}");
            }
        }
        Ok(())
    }

    /// Nothing is declared that there is not, and nothing without a reason.
    pub fn nothing_is_declared_in_vain(&self) -> Result<()> {
        let known = self.written()?;
        for (list, field, why) in self.no_clause {
            let mut lists = known.iter().filter(|(of, _)| fits(list, of));
            let is_there = lists.any(|(_, fields)| fields.iter().any(|name| fits(field, name)));
            assert!(is_there && !why.is_empty(), "{list}.{field}");
        }
        Ok(())
    }

    /// Every table that `belongs` is part of what is signed.
    pub fn every_table_is_signed(
        &self,
        belongs: impl Fn(&Connection, &str, &[String]) -> Result<bool>,
    ) -> Result<()> {
        let mut db = Connection::open_in_memory()?;
        crate::rooms()
            .schema()
            .bring_up_to_date(&mut db, &lockstep_workspace::SystemEnvironment)?;
        let signed = self.written()?;
        for (table, columns) in row_images::columns(&db)? {
            if belongs(&db, &table, &columns)? {
                let columns: BTreeSet<String> = columns.into_iter().collect();
                assert!(
                    signed.iter().any(|(_, fields)| *fields == columns),
                    "{table} {columns:?} is no part of what is signed"
                );
            }
        }
        Ok(())
    }

    /// Another order of any list but `unordered` is told, and a line more is no other order.
    pub fn another_order_is_told(&self, unordered: &[&str]) -> Result<()> {
        for list in fields(&self.one) {
            let lines = |of: &Value| of.get(&list).and_then(Value::as_array).cloned();
            let (Some(first), Some(more)) = (lines(&self.one), lines(&self.other)) else {
                continue;
            };
            if unordered.contains(&list.as_str()) {
                continue;
            }
            let with = |lines: &[Value]| {
                let mut text = self.one.clone();
                if let Some(slot) = text.get_mut(&list) {
                    *slot = Value::Array(lines.to_vec());
                }
                text
            };
            let mut both = [first.clone(), more].concat();
            let before = with(&both);
            both.reverse();
            let moved = self.told(&before, &with(&both))?;
            assert!(
                matches!(moved.as_slice(), [one] if one.label.starts_with("Order of")),
                "{list}: {moved:?}"
            );
            let added = self.told(&with(&first), &before)?;
            assert!(
                added.iter().all(|one| !one.label.starts_with("Order of")),
                "{list}: {added:?}"
            );
        }
        Ok(())
    }
}

fn fits(wanted: &str, name: &str) -> bool {
    wanted == "*" || wanted == name
}

/// Returns the first row of a list, or the row where there is one.
pub(crate) fn row<'v>(text: &'v mut Value, list: &str) -> Option<&'v mut Value> {
    let found = text.get_mut(list)?;
    if found.is_array() {
        found.get_mut(0)
    } else {
        Some(found)
    }
}

fn fields(row: &Value) -> BTreeSet<String> {
    row.as_object()
        .map(|fields| fields.keys().cloned().collect())
        .unwrap_or_default()
}
