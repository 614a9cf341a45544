//! Columns of what files said beside the fields: attributes, each typed by what stands in it.

use std::{collections::HashMap, sync::OnceLock};

use super::{
    days::{DayNumber, UNKNOWN_DAY, numbered_day},
    words::{Words, number},
};

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
    /// Returns whether anything is known in a row.
    pub fn knows(&self, row: usize) -> bool {
        match self {
            Self::Words(words) => words.codes().get(row).is_some_and(|code| *code != 0),
            Self::Numbers(numbers) => numbers.get(row).is_some_and(|number| !number.is_nan()),
            Self::Days(days) => days.get(row).is_some_and(|day| *day != UNKNOWN_DAY),
            Self::YesNo(said) => said.get(row).is_some_and(Option::is_some),
            Self::Mixed(mixed) => {
                Self::Words(&mixed.words).knows(row)
                    || Self::Numbers(&mixed.numbers).knows(row)
                    || Self::YesNo(&mixed.yes_no).knows(row)
            }
        }
    }

    /// Returns whether nothing is known in any row.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Words(words) => words.codes().iter().all(|code| *code == 0),
            Self::Numbers(numbers) => numbers.iter().all(|number| number.is_nan()),
            Self::Days(days) => days.iter().all(|day| *day == UNKNOWN_DAY),
            Self::YesNo(said) => said.iter().all(Option::is_none),
            Self::Mixed(_) => self.filled() == 0,
        }
    }

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
pub(super) enum Kept {
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
    pub(super) fn of(columns: impl Iterator<Item = (String, Kept)>) -> Self {
        let mut columns: Vec<Attribute> = columns
            .map(|(name, kept)| Attribute {
                name,
                kept,
                groups: OnceLock::new(),
            })
            .collect();
        columns.sort_by(|a, b| a.name.cmp(&b.name));
        Self { columns }
    }

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
