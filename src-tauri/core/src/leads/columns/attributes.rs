//! Columns of what files said beside the fields: attributes, each typed by what stands in it.

use std::{collections::HashMap, fmt, hash::RandomState, sync::OnceLock};

use serde::{
    Deserialize,
    de::{DeserializeSeed, Deserializer, MapAccess, Visitor},
};
use serde_json::Value;

use super::{
    days::{DayNumber, UNKNOWN_DAY, numbered_day, read_day},
    words::{Words, WordsBuilder, number},
};
use crate::error::{Error, Result};

/// A column to read from.
#[derive(Debug, Clone, Copy)]
pub enum Column<'c> {
    /// Texts.
    Words(&'c Words),
    /// Numbers; not-a-number where it is not known.
    Numbers(&'c [f64]),
    /// Days; [`UNKNOWN_DAY`] where it is not known.
    Days(&'c [DayNumber]),
    /// Yes or no.
    YesNo(&'c [Option<bool>]),
    /// Now this, now that.
    Mixed(&'c Mixed),
}

/// A column in which some rows have a text, some a number and some yes or no; a row has at most one of them.
#[derive(Debug, Clone)]
pub struct Mixed {
    /// The texts.
    pub words: Words,
    /// The numbers; not-a-number where there is none.
    pub numbers: Vec<f64>,
    /// Yes or no.
    pub yes_no: Vec<Option<bool>>,
}

impl Column<'_> {
    /// Returns in how many rows something is known.
    pub fn filled(&self) -> usize {
        let known = |numbers: &[f64]| numbers.iter().filter(|number| !number.is_nan()).count();
        match self {
            Self::Words(words) => words.filled(),
            Self::Numbers(numbers) => known(numbers),
            Self::Days(days) => days.iter().filter(|day| **day != UNKNOWN_DAY).count(),
            Self::YesNo(said) => said.iter().flatten().count(),
            Self::Mixed(mixed) => {
                mixed.words.filled() + known(&mixed.numbers) + mixed.yes_no.iter().flatten().count()
            }
        }
    }
}

/// The attributes of all rows of a table.
#[derive(Debug, Clone, Default)]
pub struct Attributes {
    columns: Vec<Attribute>,
}

#[derive(Debug, Clone)]
struct Attribute {
    name: String,
    kept: Kept,
    groups: OnceLock<Groups>,
}

#[derive(Debug, Clone)]
enum Kept {
    Words(Words),
    Numbers(Vec<f64>),
    Days(Vec<DayNumber>),
    YesNo(Vec<Option<bool>>),
    Mixed(Box<Mixed>),
}

/// Rows by what stands in a column that has no list of texts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Groups {
    /// The group of each row; 0 where nothing is known.
    pub codes: Vec<u32>,
    /// The names of the groups, from number 1 on.
    pub names: Vec<String>,
}

impl Attributes {
    /// Returns the names and columns, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Column<'_>)> {
        self.columns
            .iter()
            .map(|attribute| (attribute.name.as_str(), attribute.kept.column()))
    }

    /// Returns the column of an attribute.
    pub fn get(&self, name: &str) -> Option<Column<'_>> {
        Some(self.find(name)?.kept.column())
    }

    fn find(&self, name: &str) -> Option<&Attribute> {
        let place = self
            .columns
            .binary_search_by(|attribute| attribute.name.as_str().cmp(name))
            .ok()?;
        self.columns.get(place)
    }

    /// Returns rows by what stands in an attribute: the number of each row's value, and the values as texts.
    pub(crate) fn groups(&self, name: &str) -> Option<(&[u32], Vec<&str>)> {
        let attribute = self.find(name)?;
        if let Kept::Words(words) = &attribute.kept {
            return Some((words.codes(), words.list().iter().collect()));
        }
        let groups = attribute.groups.get_or_init(|| attribute.kept.groups());
        Some((&groups.codes, groups.names.iter().map(String::as_str).collect()))
    }
}

impl Kept {
    fn column(&self) -> Column<'_> {
        match self {
            Self::Words(words) => Column::Words(words),
            Self::Numbers(numbers) => Column::Numbers(numbers),
            Self::Days(days) => Column::Days(days),
            Self::YesNo(said) => Column::YesNo(said),
            Self::Mixed(mixed) => Column::Mixed(mixed),
        }
    }

    fn groups(&self) -> Groups {
        match self {
            Self::Words(_) => Groups::default(),
            Self::Numbers(numbers) => Groups::of(numbers.iter().map(|value| of_number(*value))),
            Self::Days(days) => Groups::of(
                days.iter()
                    .map(|day| (*day != UNKNOWN_DAY).then_some(Key::Day(*day))),
            ),
            Self::YesNo(said) => Groups::of(said.iter().map(|said| said.map(Key::of_yes_no))),
            Self::Mixed(mixed) => {
                let rows = mixed.words.codes().iter().zip(&mixed.numbers).zip(&mixed.yes_no);
                Groups::of(rows.map(|((code, value), said)| {
                    (mixed.words.word(*code).map(Key::Word))
                        .or_else(|| of_number(*value))
                        .or_else(|| said.map(Key::of_yes_no))
                }))
            }
        }
    }
}

fn of_number(value: f64) -> Option<Key<'static>> {
    (!value.is_nan()).then_some(Key::Number(value.to_bits()))
}

/// What a group is known by.
#[derive(PartialEq, Eq, Hash, Clone, Copy)]
enum Key<'k> {
    Word(&'k str),
    Number(u64),
    Day(DayNumber),
}

impl Key<'_> {
    /// Yes is counted as 1 and no as 0.
    fn of_yes_no(said: bool) -> Self {
        Self::Number(f64::from(u8::from(said)).to_bits())
    }

    fn name(self) -> String {
        match self {
            Self::Word(word) => word.to_string(),
            Self::Number(bits) => f64::from_bits(bits).to_string(),
            Self::Day(day) => numbered_day(day).map_or_else(String::new, |day| day.to_string()),
        }
    }
}

impl Groups {
    fn of<'k>(keys: impl Iterator<Item = Option<Key<'k>>>) -> Self {
        let mut groups = Self::default();
        let mut by_key: HashMap<Key, u32> = HashMap::new();
        // A number and a text may read the same.
        let mut by_name: HashMap<String, u32> = HashMap::new();
        groups.codes = keys
            .map(|key| {
                let Some(key) = key else { return 0 };
                *by_key.entry(key).or_insert_with(|| {
                    let name = key.name();
                    *by_name.entry(name).or_insert_with_key(|name| {
                        groups.names.push(name.clone());
                        number(groups.names.len())
                    })
                })
            })
            .collect();
        groups
    }
}

/// Attributes while they are read, row by row.
#[derive(Default)]
pub(super) struct AttributesBuilder {
    columns: Vec<Building>,
    places: HashMap<String, usize, RandomState>,
    rows: usize,
}

#[derive(Default)]
struct Building {
    name: String,
    words: Option<WordsBuilder>,
    numbers: Option<Vec<f64>>,
    yes_no: Option<Vec<Option<bool>>>,
}

impl AttributesBuilder {
    /// Adds a row.
    ///
    /// # Errors
    /// `Damaged` when its text is no record.
    pub fn push(&mut self, text: &str) -> Result<()> {
        if text != "{}" {
            serde_json::Deserializer::from_str(text)
                .deserialize_map(&mut *self)
                .map_err(|_| {
                    Error::damaged("What a file said of a lead or an opportunity cannot be read.")
                })?;
        }
        self.rows += 1;
        Ok(())
    }

    /// Returns the place of an attribute. Rows of one file name them in one order, so the next is mostly the one expected.
    fn place(&mut self, name: &str, expected: usize) -> usize {
        if self
            .columns
            .get(expected)
            .is_some_and(|column| column.name == name)
        {
            return expected;
        }
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        let place = self.columns.len();
        self.places.insert(name.to_string(), place);
        self.columns.push(Building {
            name: name.to_string(),
            ..Building::default()
        });
        place
    }

    pub fn done(self) -> Attributes {
        let rows = self.rows;
        let mut columns: Vec<Attribute> = self
            .columns
            .into_iter()
            .map(|column| Attribute {
                name: column.name.clone(),
                kept: column.done(rows),
                groups: OnceLock::new(),
            })
            .collect();
        columns.sort_by(|a, b| a.name.cmp(&b.name));
        Attributes { columns }
    }
}

impl Building {
    fn say(&mut self, row: usize, said: Said) {
        match said {
            Said::Nothing => {}
            Said::Word(word) => {
                let words = self.words.get_or_insert_default();
                words.pad(row);
                if words.len() == row {
                    words.push(Some(word));
                }
            }
            Said::Number(value) => fill(self.numbers.get_or_insert_default(), row, f64::NAN, value),
            Said::YesNo(said) => fill(self.yes_no.get_or_insert_default(), row, None, Some(said)),
        }
    }

    fn done(self, rows: usize) -> Kept {
        let words = self.words.map(|mut words| {
            words.pad(rows);
            words.done()
        });
        let numbers = self.numbers.map(|numbers| padded(numbers, rows, f64::NAN));
        let yes_no = self.yes_no.map(|yes_no| padded(yes_no, rows, None));
        match (words, numbers, yes_no) {
            (Some(words), None, None) => match all_days(&words) {
                Some(days) => Kept::Days(days),
                None => Kept::Words(words),
            },
            (None, Some(numbers), None) => Kept::Numbers(numbers),
            (None, None, Some(yes_no)) => Kept::YesNo(yes_no),
            (words, numbers, yes_no) => Kept::Mixed(Box::new(Mixed {
                words: words.unwrap_or_else(|| {
                    let mut none = WordsBuilder::default();
                    none.pad(rows);
                    none.done()
                }),
                numbers: numbers.unwrap_or_else(|| vec![f64::NAN; rows]),
                yes_no: yes_no.unwrap_or_else(|| vec![None; rows]),
            })),
        }
    }
}

fn fill<T: Clone>(column: &mut Vec<T>, row: usize, nothing: T, value: T) {
    column.resize(row, nothing);
    column.push(value);
}

fn padded<T: Clone>(mut column: Vec<T>, rows: usize, nothing: T) -> Vec<T> {
    column.resize(rows, nothing);
    column.shrink_to_fit();
    column
}

/// Returns the days that the texts are, when every one of them is a day as we write it.
fn all_days(words: &Words) -> Option<Vec<DayNumber>> {
    let days: Option<Vec<DayNumber>> = words.list().iter().map(read_day).collect();
    let days = days.filter(|days| !days.is_empty())?;
    let of_code = |code: &u32| {
        let place = usize::try_from(*code).ok()?.checked_sub(1)?;
        days.get(place).copied()
    };
    Some(
        words
            .codes()
            .iter()
            .map(|code| of_code(code).unwrap_or(UNKNOWN_DAY))
            .collect(),
    )
}

/// What a row says.
enum Said<'s> {
    Nothing,
    Word(&'s str),
    Number(f64),
    YesNo(bool),
}

impl<'de> Visitor<'de> for &mut AttributesBuilder {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a record")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<(), A::Error> {
        let mut expected = 0;
        while let Some(place) = map.next_key_seed(Name {
            of: &mut *self,
            expected,
        })? {
            let row = self.rows;
            match self.columns.get_mut(place) {
                Some(column) => map.next_value_seed(Content { column, row })?,
                None => map.next_value::<serde::de::IgnoredAny>().map(|_| ())?,
            }
            expected = place + 1;
        }
        Ok(())
    }
}

struct Name<'b> {
    of: &'b mut AttributesBuilder,
    expected: usize,
}

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> std::result::Result<usize, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> std::result::Result<usize, E> {
        Ok(self.of.place(name, self.expected))
    }
}

struct Content<'b> {
    column: &'b mut Building,
    row: usize,
}

impl Content<'_> {
    fn say<E>(self, said: Said) -> std::result::Result<(), E> {
        self.column.say(self.row, said);
        Ok(())
    }
}

/// Whole numbers up to here are the same as floating-point numbers; a larger one is an id and stays text.
const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;

impl<'de> DeserializeSeed<'de> for Content<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> std::result::Result<(), D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Content<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, word: &str) -> std::result::Result<(), E> {
        self.say(Said::Word(word))
    }

    fn visit_bool<E>(self, said: bool) -> std::result::Result<(), E> {
        self.say(Said::YesNo(said))
    }

    fn visit_f64<E>(self, value: f64) -> std::result::Result<(), E> {
        self.say(Said::Number(value))
    }

    fn visit_i64<E>(self, value: i64) -> std::result::Result<(), E> {
        if value.unsigned_abs() > EXACT {
            return self.say(Said::Word(&value.to_string()));
        }
        self.say(Said::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> std::result::Result<(), E> {
        if value > EXACT {
            return self.say(Said::Word(&value.to_string()));
        }
        self.say(Said::Number(value as f64))
    }

    fn visit_unit<E>(self) -> std::result::Result<(), E> {
        self.say(Said::Nothing)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> std::result::Result<(), A::Error> {
        let value = Value::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
        self.say(Said::Word(&value.to_string()))
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, list: A) -> std::result::Result<(), A::Error> {
        let value = Value::deserialize(serde::de::value::SeqAccessDeserializer::new(list))?;
        self.say(Said::Word(&value.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rows: &[&str]) -> Attributes {
        let mut builder = AttributesBuilder::default();
        for row in rows {
            builder.push(row).unwrap_or_else(|error| unreadable(&error));
        }
        builder.done()
    }

    fn unreadable(error: &Error) {
        assert_eq!(error.message, "", "it cannot be read");
    }

    #[test]
    fn a_column_is_what_stands_in_it() {
        let all = read(&[
            r#"{"Employees": 12, "VIP": true, "Since": "2026-01-31", "Odd": 5, "Size": "small"}"#,
            "{}",
            r#"{"Size": "big", "Employees": 2.5, "Odd": "about 5", "Since": "2025-12-31"}"#,
            r#"{"VIP": false, "Odd": true, "Id": 9007199254740993}"#,
        ]);
        let names: Vec<&str> = all.iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Employees", "Id", "Odd", "Since", "Size", "VIP"]);
        let filled: Vec<usize> = all.iter().map(|(_, column)| column.filled()).collect();
        assert_eq!(filled, [2, 1, 3, 2, 2, 2]);
        assert!(matches!(all.get("Employees"), Some(Column::Numbers(numbers)) if numbers.len() == 4));
        assert!(matches!(all.get("Since"), Some(Column::Days(days)) if days.get(1) == Some(&UNKNOWN_DAY)));
        assert!(matches!(
            all.get("VIP"),
            Some(Column::YesNo([Some(true), None, None, Some(false)]))
        ));
        assert!(matches!(all.get("Odd"), Some(Column::Mixed(_))));
        assert!(
            matches!(all.get("Id"), Some(Column::Words(words)) if words.of(3) == Some("9007199254740993"))
        );
        assert!(all.get("Shoe size").is_none());
    }

    #[test]
    fn rows_are_grouped_by_what_is_read_alike() {
        let all = read(&[
            r#"{"a": 1}"#,
            r#"{"a": "1"}"#,
            r#"{"a": true}"#,
            "{}",
            r#"{"a": 1.5}"#,
        ]);
        let (codes, names) = all.groups("a").unwrap_or_default();
        assert_eq!((codes, names), ([1, 1, 1, 0, 2].as_slice(), vec!["1", "1.5"]));
        let days = read(&[r#"{"d": "2026-02-28"}"#]);
        assert_eq!(days.groups("d").map(|(_, names)| names), Some(vec!["2026-02-28"]));
    }

    #[test]
    fn what_is_no_record_is_damage() {
        assert!(AttributesBuilder::default().push("[1]").is_err());
        assert!(AttributesBuilder::default().push("").is_err());
    }
}
