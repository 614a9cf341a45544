//! Lines: what stands in a list of something larger (a plan, a definition). Every kind can be added, changed, removed and
//! moved, in the same way; the macro [`lines!`] names the four commands of each.

use chrono::NaiveDate;
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{
    context::{ReadContext, Transaction},
    error::{Error, Result},
    ids::LineId,
    rank,
    rows::{self, Patch, Row},
};

/// What lines stand in: a plan, a definition. Named by its identifier.
pub trait Whole: Clone + Serialize + DeserializeOwned + rusqlite::ToSql {
    /// The column in which its lines name it.
    const COLUMN: &'static str;
    /// Checks that it is there.
    ///
    /// # Errors
    /// `NotFound` when it is not.
    fn must_exist(&self, reader: &ReadContext) -> Result<()>;
    /// Refuses while a proposal of it waits for signatures: what is on screen is what is signed.
    ///
    /// # Errors
    /// `Refused` while a proposal is open, `NotFound` when it is not there.
    fn must_be_editable(&self, reader: &ReadContext) -> Result<()>;
    /// Returns the words of the history for something done in it: "… in plan FY27".
    ///
    /// # Errors
    /// `NotFound` when it is not there.
    fn summary(&self, reader: &ReadContext, what: &str) -> Result<String>;
}

/// One line of a list.
pub trait Line: Row<Id = LineId> {
    /// What it stands in.
    type Whole: Whole;
    /// What such a line is called: "goal".
    const NOUN: &'static str;
    /// Whether both sides sign it; the session's minutes live on after the signature.
    const AGREED: bool = true;
    /// Returns an empty line.
    fn blank(id: LineId, whole: Self::Whole, rank: String, today: NaiveDate) -> Self;
    /// Returns what it stands in.
    fn whole(&self) -> &Self::Whole;
    /// Returns its place.
    fn rank(&self) -> &str;
    /// Makes it a line of another whole, as a line of its own.
    fn belong(&mut self, id: LineId, whole: Self::Whole);
    /// Puts it in another place.
    fn put(&mut self, rank: String);
    /// Returns what the line is called in the history; empty where the history must not say.
    fn called(&self) -> String;
    /// Brings fields in line that follow from others, and checks what can be checked alone. `before` is nothing for a new line.
    ///
    /// # Errors
    /// `Invalid`, naming the field.
    fn settle(&mut self, before: Option<&Self>, reader: &ReadContext) -> Result<()>;
    /// Looses what points to this line before it is removed.
    ///
    /// # Errors
    /// Whatever the file says.
    fn let_go(&self, _: &Transaction) -> Result<()> {
        Ok(())
    }
}

/// Says which kinds of line there are in a whole, and names the commands of each: add, edit, remove, move.
macro_rules! lines {
    (in $whole:ident: $wholes_id:ty;
     $($type:ident, $noun:literal, $add:ident, $edit:ident, $remove:ident, $move:ident,
       agreed: $agreed:literal,
       called: $called:expr,
       blank: |$today:ident| { $($field:ident: $value:expr),* $(,)? },
       settle: $settle:expr
       $(, let_go: $let_go:expr)?;)*) => {$(
        impl crate::lines::Line for $type {
            type Whole = $wholes_id;
            const NOUN: &'static str = $noun;
            const AGREED: bool = $agreed;
            fn blank(id: crate::ids::LineId, $whole: $wholes_id, rank: String, $today: chrono::NaiveDate) -> Self {
                let _ = $today;
                Self { id, $whole, rank, $($field: $value),* }
            }
            fn whole(&self) -> &$wholes_id { &self.$whole }
            fn rank(&self) -> &str { &self.rank }
            fn belong(&mut self, id: crate::ids::LineId, whole: $wholes_id) { (self.id, self.$whole) = (id, whole); }
            fn put(&mut self, rank: String) { self.rank = rank; }
            fn called(&self) -> String {
                let called: fn(&Self) -> String = $called;
                called(self)
            }
            fn settle(&mut self, before: Option<&Self>, reader: &crate::context::ReadContext) -> crate::error::Result<()> {
                let settle: fn(&mut Self, Option<&Self>, &crate::context::ReadContext) -> crate::error::Result<()> = $settle;
                settle(self, before, reader)
            }
            $(fn let_go(&self, change: &crate::context::Transaction) -> crate::error::Result<()> {
                let let_go: fn(&Self, &crate::context::Transaction) -> crate::error::Result<()> = $let_go;
                let_go(self, change)
            })?
        }

        #[doc = concat!("Adds one ", $noun, ".")]
        #[derive(Debug, Clone, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(deny_unknown_fields)]
        pub struct $add {
            /// What it goes into.
            pub $whole: $wholes_id,
            /// What is filled in already.
            #[serde(default)]
            #[ts(optional)]
            pub values: Option<crate::rows::Patch<$type>>,
            /// The line behind which it goes; at the end unless told.
            #[serde(default)]
            #[ts(optional)]
            pub after: Option<crate::ids::LineId>,
        }
        impl crate::context::Action for $add {
            type Outcome = $type;
            fn summary(&self, reader: &crate::context::ReadContext) -> crate::error::Result<String> {
                crate::lines::adding(reader, &self.$whole, self.values.as_ref())
            }
            fn apply(self, change: &mut crate::context::Transaction) -> crate::error::Result<$type> {
                crate::lines::add(change, self.$whole, self.values.unwrap_or_default(), self.after)
            }
        }

        #[doc = concat!("Changes one ", $noun, ".")]
        #[derive(Debug, Clone, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(deny_unknown_fields)]
        pub struct $edit {
            /// The line.
            pub id: crate::ids::LineId,
            /// The fields that change; null empties one.
            pub change: crate::rows::Patch<$type>,
        }
        impl crate::context::Action for $edit {
            type Outcome = $type;
            fn summary(&self, reader: &crate::context::ReadContext) -> crate::error::Result<String> {
                crate::lines::named::<$type>(reader, &self.id, "Change")
            }
            fn apply(self, change: &mut crate::context::Transaction) -> crate::error::Result<$type> {
                crate::lines::edit(change, &self.id, &self.change)
            }
        }

        #[doc = concat!("Removes one ", $noun, ".")]
        #[derive(Debug, Clone, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(deny_unknown_fields)]
        pub struct $remove {
            /// The line.
            pub id: crate::ids::LineId,
        }
        impl crate::context::Action for $remove {
            type Outcome = ();
            fn summary(&self, reader: &crate::context::ReadContext) -> crate::error::Result<String> {
                crate::lines::named::<$type>(reader, &self.id, "Delete")
            }
            fn apply(self, change: &mut crate::context::Transaction) -> crate::error::Result<()> {
                crate::lines::remove::<$type>(change, &self.id)
            }
        }

        #[doc = concat!("Moves one ", $noun, " to another place in its list.")]
        #[derive(Debug, Clone, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(deny_unknown_fields)]
        pub struct $move {
            /// The line.
            pub id: crate::ids::LineId,
            /// The line behind which it goes, or nothing for the first place.
            pub after: Option<crate::ids::LineId>,
        }
        impl crate::context::Action for $move {
            type Outcome = ();
            fn summary(&self, reader: &crate::context::ReadContext) -> crate::error::Result<String> {
                crate::lines::named::<$type>(reader, &self.id, "Move")
            }
            fn apply(self, change: &mut crate::context::Transaction) -> crate::error::Result<()> {
                crate::lines::move_behind::<$type>(change, &self.id, self.after.as_ref())
            }
        }
    )*};
}
pub(crate) use lines;

pub(crate) fn no_rule<L>(_: &mut L, _: Option<&L>, _: &ReadContext) -> Result<()> {
    Ok(())
}

/// Returns the lines of one kind that stand in a whole, in their order.
///
/// # Errors
/// As for [`rows::all`].
pub fn all<L: Line>(reader: &ReadContext, whole: &L::Whole) -> Result<Vec<L>> {
    let tail = format!("WHERE {} = ?1 ORDER BY rank, id", L::Whole::COLUMN);
    rows::all(reader, &tail, [whole])
}

pub(crate) fn named<L: Line>(reader: &ReadContext, id: &LineId, verb: &str) -> Result<String> {
    let line: L = rows::get(reader, id, &format!("This {}", L::NOUN))?;
    line.whole().summary(reader, &in_words(verb, &line))
}

/// Names the step that adds a line by what it will be called, as far as that is known.
pub(crate) fn adding<L: Line>(
    reader: &ReadContext,
    whole: &L::Whole,
    values: Option<&Patch<L>>,
) -> Result<String> {
    let blank = L::blank(Uuid::nil().into(), whole.clone(), String::new(), reader.today());
    let filled = match values {
        Some(values) => values.apply(&blank),
        None => Ok(blank),
    };
    // What cannot be filled in is refused, with its reason, when it is added.
    let settled = filled.and_then(|mut line| line.settle(None, reader).map(|()| line));
    let what = settled.map_or_else(|_| format!("Add {}", L::NOUN), |line| in_words("Add", &line));
    whole.summary(reader, &what)
}

fn in_words<L: Line>(verb: &str, line: &L) -> String {
    let called = line.called();
    let called = called.trim();
    if called.is_empty() {
        format!("{verb} {}", L::NOUN)
    } else {
        let short: String = called.chars().take(60).collect();
        format!("{verb} {} “{short}”", L::NOUN)
    }
}

/// Adds a line, filled in as far as `values` goes, behind `after` or at the end.
///
/// # Errors
/// `Refused` while a proposal is open; `Invalid` for values that cannot stand.
pub fn add<L: Line>(
    change: &Transaction,
    whole: L::Whole,
    values: Patch<L>,
    after: Option<LineId>,
) -> Result<L> {
    guard::<L>(change, &whole)?;
    let rank = match after {
        Some(after) => rank_behind::<L>(change, &whole, Some(&after), None)?,
        None => rank::after(last_rank::<L>(change, &whole)?.as_deref())?,
    };
    let blank = L::blank(change.new_id(), whole, rank, change.today());
    let mut line = values.apply(&blank)?;
    line.settle(None, change)?;
    rows::insert(change, &line)?;
    Ok(line)
}

pub(crate) fn edit<L: Line>(change: &Transaction, id: &LineId, patch: &Patch<L>) -> Result<L> {
    let before: L = rows::get(change, id, &format!("This {}", L::NOUN))?;
    guard::<L>(change, before.whole())?;
    let after = patch.apply(&before)?;
    replace(change, &before, after)
}

/// Writes a line that was changed, by the same rules whoever changed it: a person, or something that it follows from.
pub(crate) fn replace<L: Line>(change: &Transaction, before: &L, mut after: L) -> Result<L> {
    guard::<L>(change, before.whole())?;
    after.settle(Some(before), change)?;
    rows::update(change, &after)?;
    Ok(after)
}

pub(crate) fn remove<L: Line>(change: &Transaction, id: &LineId) -> Result<()> {
    let line: L = rows::get(change, id, &format!("This {}", L::NOUN))?;
    guard::<L>(change, line.whole())?;
    line.let_go(change)?;
    rows::delete::<L>(change, id)
}

pub(crate) fn move_behind<L: Line>(change: &Transaction, id: &LineId, after: Option<&LineId>) -> Result<()> {
    let mut line: L = rows::get(change, id, &format!("This {}", L::NOUN))?;
    guard::<L>(change, line.whole())?;
    let rank = rank_behind::<L>(change, line.whole(), after, Some(id))?;
    line.put(rank);
    rows::update(change, &line)
}

fn guard<L: Line>(reader: &ReadContext, whole: &L::Whole) -> Result<()> {
    if L::AGREED {
        whole.must_be_editable(reader)
    } else {
        whole.must_exist(reader)
    }
}

fn last_rank<L: Line>(reader: &ReadContext, whole: &L::Whole) -> Result<Option<String>> {
    let sql = format!(
        "SELECT max(rank) FROM {} WHERE {} = ?1",
        L::TABLE,
        L::Whole::COLUMN
    );
    Ok(reader
        .db()
        .prepare_cached(&sql)?
        .query_row([whole], |row| row.get(0))?)
}

/// Returns the rank between `after` and the line that follows it, leaving out the line that moves.
fn rank_behind<L: Line>(
    reader: &ReadContext,
    whole: &L::Whole,
    after: Option<&LineId>,
    moving: Option<&LineId>,
) -> Result<String> {
    let lines: Vec<L> = all(reader, whole)?;
    let mut ranks = lines.iter().filter(|line| Some(line.id()) != moving);
    let before = match after {
        None => None,
        Some(after) => Some(
            ranks
                .find(|line| line.id() == after)
                .ok_or_else(|| Error::not_found(format!("The {} to go behind", L::NOUN)))?
                .rank()
                .to_string(),
        ),
    };
    let next = ranks.next().map(|line| line.rank().to_string());
    rank::between(before.as_deref(), next.as_deref())
}
