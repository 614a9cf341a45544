//! Reads attributes, row by row: their JSON goes by once, and each column becomes what stands in it.

use std::{collections::HashMap, fmt, hash::RandomState};

use serde::{
    Deserialize,
    de::{DeserializeSeed, Deserializer, MapAccess, Visitor},
};
use serde_json::Value;

use super::{
    attributes::{Attributes, Kept, Mixed},
    days::{DayNumber, UNKNOWN_DAY, read_day},
    words::{Words, WordsBuilder},
};
use lockstep_workspace::error::{Error, Result};

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
        Attributes::of(
            self.columns
                .into_iter()
                .map(|column| (column.name.clone(), column.done(rows))),
        )
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
    use super::{super::attributes::Column, *};

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
