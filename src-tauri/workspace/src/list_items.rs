//! List items: what stands in a list of something larger (a plan, a definition). Every kind can be added, changed, removed and
//! moved, in the same way; the macro [`list_items!`] names the four commands of each.

use chrono::NaiveDate;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    context::{ReadContext, Transaction},
    error::{Error, Result},
    ids::{self, ListItemId},
    rank,
    rows::{self, Patch, Row},
};

/// What items stand in: a plan, a definition. Named by its identifier.
pub trait Parent: Clone + Serialize + DeserializeOwned + rusqlite::ToSql {
    /// The column in which its items name it.
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

/// One item of a list.
pub trait ListItem: Row<Id = ListItemId> {
    /// What it stands in.
    type Parent: Parent;
    /// What such an item is called: "goal".
    const NOUN: &'static str;
    /// Whether both sides sign it; the session's minutes live on after the signature.
    const AGREED: bool = true;
    /// Returns an empty item.
    fn blank(id: ListItemId, parent: Self::Parent, rank: String, today: NaiveDate) -> Self;
    /// Returns what it stands in.
    fn parent(&self) -> &Self::Parent;
    /// Returns its place.
    fn rank(&self) -> &str;
    /// Makes it an item of another parent, as an item of its own.
    fn reparent(&mut self, id: ListItemId, parent: Self::Parent);
    /// Puts it in another place.
    fn set_rank(&mut self, rank: String);
    /// Returns what the item is called in the history; empty where the history must not say.
    fn display_name(&self) -> String;
    /// Brings fields in line that follow from others, and checks what can be checked alone. `before` is nothing for a new item.
    ///
    /// # Errors
    /// `Invalid`, naming the field.
    fn settle(&mut self, before: Option<&Self>, reader: &ReadContext) -> Result<()>;
    /// Returns what makes the item the only one of its kind in its parent, where something does: two copies of a workspace that
    /// both add it add the same.
    fn only_one(&self) -> Option<String> {
        None
    }
    /// Releases what points to this item before it is removed.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    fn before_delete(&self, _: &Transaction) -> Result<()> {
        Ok(())
    }
    /// Returns in words what else goes when this item is removed: "12 insights"; nothing where nothing does.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    fn removed_with(&self, _: &ReadContext) -> Result<Option<String>> {
        Ok(None)
    }
}

/// Says which kinds of item there are in a parent, and names the commands of each: add, edit, remove, move.
#[macro_export]
macro_rules! list_items {
    (in $parent:ident: $parent_id:ty;
     $($type:ident, $noun:literal, $add:ident, $edit:ident, $remove:ident, $move:ident,
       agreed: $agreed:literal,
       display_name: $display_name:expr,
       blank: |$today:ident| { $($field:ident: $value:expr),* $(,)? },
       settle: $settle:expr
       $(, only_one: $only_one:expr)?
       $(, before_delete: $before_delete:expr)?
       $(, removed_with: $removed_with:expr)?;)*) => {$(
        impl $crate::list_items::ListItem for $type {
            type Parent = $parent_id;
            const NOUN: &'static str = $noun;
            const AGREED: bool = $agreed;
            fn blank(id: $crate::ids::ListItemId, $parent: $parent_id, rank: String, $today: chrono::NaiveDate) -> Self {
                let _ = $today;
                Self { id, $parent, rank, $($field: $value),* }
            }
            fn parent(&self) -> &$parent_id { &self.$parent }
            fn rank(&self) -> &str { &self.rank }
            fn reparent(&mut self, id: $crate::ids::ListItemId, parent: $parent_id) { (self.id, self.$parent) = (id, parent); }
            fn set_rank(&mut self, rank: String) { self.rank = rank; }
            fn display_name(&self) -> String {
                let display_name: fn(&Self) -> String = $display_name;
                display_name(self)
            }
            fn settle(&mut self, before: Option<&Self>, reader: &$crate::context::ReadContext) -> $crate::error::Result<()> {
                let settle: fn(&mut Self, Option<&Self>, &$crate::context::ReadContext) -> $crate::error::Result<()> = $settle;
                settle(self, before, reader)
            }
            $(fn only_one(&self) -> Option<String> {
                let only_one: fn(&Self) -> String = $only_one;
                Some(only_one(self))
            })?
            $(fn before_delete(&self, change: &$crate::context::Transaction) -> $crate::error::Result<()> {
                let before_delete: fn(&Self, &$crate::context::Transaction) -> $crate::error::Result<()> = $before_delete;
                before_delete(self, change)
            })?
            $(fn removed_with(&self, reader: &$crate::context::ReadContext) -> $crate::error::Result<Option<String>> {
                let removed_with: fn(&Self, &$crate::context::ReadContext) -> $crate::error::Result<Option<String>> = $removed_with;
                removed_with(self, reader)
            })?
        }

        #[doc = concat!("Adds one ", $noun, ".")]
        #[derive(Debug, Clone, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(deny_unknown_fields)]
        pub struct $add {
            /// What it goes into.
            pub $parent: $parent_id,
            /// What is filled in already.
            #[serde(default)]
            #[ts(optional)]
            pub values: Option<$crate::rows::Patch<$type>>,
            /// The item behind which it goes; at the end unless told.
            #[serde(default)]
            #[ts(optional)]
            pub after: Option<$crate::ids::ListItemId>,
        }
        impl $crate::context::Action for $add {
            type Outcome = $type;
            fn summary(&self, reader: &$crate::context::ReadContext) -> $crate::error::Result<String> {
                $crate::list_items::adding(reader, &self.$parent, self.values.as_ref())
            }
            fn apply(self, change: &mut $crate::context::Transaction) -> $crate::error::Result<$type> {
                $crate::list_items::add(change, self.$parent, self.values.unwrap_or_default(), self.after)
            }
        }

        #[doc = concat!("Changes one ", $noun, ".")]
        #[derive(Debug, Clone, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(deny_unknown_fields)]
        pub struct $edit {
            /// The item.
            pub id: $crate::ids::ListItemId,
            /// The fields that change; null empties one.
            pub change: $crate::rows::Patch<$type>,
        }
        impl $crate::context::Action for $edit {
            type Outcome = $type;
            fn summary(&self, reader: &$crate::context::ReadContext) -> $crate::error::Result<String> {
                $crate::list_items::named::<$type>(reader, &self.id, "Change")
            }
            fn apply(self, change: &mut $crate::context::Transaction) -> $crate::error::Result<$type> {
                $crate::list_items::edit(change, &self.id, &self.change)
            }
        }

        #[doc = concat!("Removes one ", $noun, ".")]
        #[derive(Debug, Clone, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(deny_unknown_fields)]
        pub struct $remove {
            /// The item.
            pub id: $crate::ids::ListItemId,
        }
        impl $crate::context::Action for $remove {
            type Outcome = ();
            fn summary(&self, reader: &$crate::context::ReadContext) -> $crate::error::Result<String> {
                $crate::list_items::removing::<$type>(reader, &self.id)
            }
            fn apply(self, change: &mut $crate::context::Transaction) -> $crate::error::Result<()> {
                $crate::list_items::remove::<$type>(change, &self.id)
            }
        }

        #[doc = concat!("Moves one ", $noun, " to another place in its list.")]
        #[derive(Debug, Clone, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(deny_unknown_fields)]
        pub struct $move {
            /// The item.
            pub id: $crate::ids::ListItemId,
            /// The item behind which it goes, or nothing for the first place.
            pub after: Option<$crate::ids::ListItemId>,
        }
        impl $crate::context::Action for $move {
            type Outcome = ();
            fn summary(&self, reader: &$crate::context::ReadContext) -> $crate::error::Result<String> {
                $crate::list_items::named::<$type>(reader, &self.id, "Move")
            }
            fn apply(self, change: &mut $crate::context::Transaction) -> $crate::error::Result<()> {
                $crate::list_items::move_behind::<$type>(change, &self.id, self.after.as_ref())
            }
        }
    )*};
}
pub use list_items;

/// Checks nothing: for items of which every value can stand.
///
/// # Errors
/// None.
pub fn no_rule<I>(_: &mut I, _: Option<&I>, _: &ReadContext) -> Result<()> {
    Ok(())
}

/// Returns the items of one kind that stand in a parent, in their order.
///
/// # Errors
/// As for [`rows::all`].
pub fn all<I: ListItem>(reader: &ReadContext, parent: &I::Parent) -> Result<Vec<I>> {
    let tail = format!("WHERE {} = ?1 ORDER BY rank, id", I::Parent::COLUMN);
    rows::all(reader, &tail, [parent])
}

/// Names the step that does something to an item: “Change goal “Accepted leads” in plan FY27”.
///
/// # Errors
/// `NotFound` when it is not there.
pub fn named<I: ListItem>(reader: &ReadContext, id: &ListItemId, verb: &str) -> Result<String> {
    let item: I = rows::get(reader, id, &format!("This {}", I::NOUN))?;
    item.parent().summary(reader, &in_words(verb, &item))
}

/// Names the step that removes an item, with what else goes then: “Delete persona “CFO” and 12 insights in the buying cycle”.
///
/// # Errors
/// `NotFound` when it is not there.
pub fn removing<I: ListItem>(reader: &ReadContext, id: &ListItemId) -> Result<String> {
    let item: I = rows::get(reader, id, &format!("This {}", I::NOUN))?;
    let what = in_words("Delete", &item);
    let what = match item.removed_with(reader)? {
        Some(with) => format!("{what} and {with}"),
        None => what,
    };
    item.parent().summary(reader, &what)
}

/// Names the step that adds an item by what it will be called, as far as that is known.
///
/// # Errors
/// `NotFound` when what it goes into is not there.
pub fn adding<I: ListItem>(
    reader: &ReadContext,
    parent: &I::Parent,
    values: Option<&Patch<I>>,
) -> Result<String> {
    let blank = I::blank(Uuid::nil().into(), parent.clone(), String::new(), reader.today());
    let filled = match values {
        Some(values) => values.apply(&blank),
        None => Ok(blank),
    };
    // What cannot be filled in is refused, with its reason, when it is added.
    let settled = filled.and_then(|mut item| item.settle(None, reader).map(|()| item));
    let what = settled.map_or_else(|_| format!("Add {}", I::NOUN), |item| in_words("Add", &item));
    parent.summary(reader, &what)
}

fn in_words<I: ListItem>(verb: &str, item: &I) -> String {
    let display_name = item.display_name();
    let display_name = display_name.trim();
    if display_name.is_empty() {
        format!("{verb} {}", I::NOUN)
    } else {
        let short: String = display_name.chars().take(60).collect();
        format!("{verb} {} “{short}”", I::NOUN)
    }
}

/// Adds an item, filled in as far as `values` goes, behind `after` or at the end.
///
/// # Errors
/// `Refused` while a proposal is open; `Invalid` for values that cannot stand.
pub fn add<I: ListItem>(
    change: &Transaction,
    parent: I::Parent,
    values: Patch<I>,
    after: Option<ListItemId>,
) -> Result<I> {
    let mut item = prepared(change, parent, values, after, change.new_id())?;
    if let Some(key) = item.only_one() {
        let id: ListItemId = ids::derived(&[I::TABLE, &parent_id(item.parent())?, &key]).into();
        // An item that has it may have become another one since.
        if rows::find::<I>(change, &id)?.is_none() {
            let parent = item.parent().clone();
            item.reparent(id, parent);
        }
    }
    rows::insert(change, &item)?;
    Ok(item)
}

/// Adds an item at the end that a new parent begins with: the one with this key.
///
/// # Errors
/// As for [`add`].
pub fn add_first<I: ListItem>(
    change: &Transaction,
    parent: I::Parent,
    values: Patch<I>,
    key: &str,
) -> Result<I> {
    let id = ids::derived(&[I::TABLE, &parent_id(&parent)?, "first", key]);
    let item = prepared(change, parent, values, None, id.into())?;
    rows::insert(change, &item)?;
    Ok(item)
}

fn parent_id(parent: &impl Parent) -> Result<String> {
    match serde_json::to_value(parent)? {
        Value::String(id) => Ok(id),
        _ => Err(Error::internal("what a list stands in has no id")),
    }
}

/// Returns a new item, filled in as far as `values` goes, that may be written.
fn prepared<I: ListItem>(
    change: &Transaction,
    parent: I::Parent,
    values: Patch<I>,
    after: Option<ListItemId>,
    id: ListItemId,
) -> Result<I> {
    guard::<I>(change, &parent)?;
    let rank = match after {
        Some(after) => rank_behind::<I>(change, &parent, Some(&after), None)?,
        None => rank::after(last_rank::<I>(change, &parent)?.as_deref())?,
    };
    let blank = I::blank(id, parent, rank, change.today());
    let mut item = values.apply(&blank)?;
    item.settle(None, change)?;
    Ok(item)
}

/// Changes an item.
///
/// # Errors
/// `NotFound` when it is not there, `Refused` while a proposal is open, `Invalid` for values that cannot stand.
pub fn edit<I: ListItem>(change: &Transaction, id: &ListItemId, patch: &Patch<I>) -> Result<I> {
    let before: I = rows::get(change, id, &format!("This {}", I::NOUN))?;
    guard::<I>(change, before.parent())?;
    let after = patch.apply(&before)?;
    replace(change, &before, after)
}

/// Writes an item that was changed, by the same rules whoever changed it: a person, or something that it follows from.
///
/// # Errors
/// `Refused` while a proposal is open, `Invalid` for values that cannot stand.
pub fn replace<I: ListItem>(change: &Transaction, before: &I, mut after: I) -> Result<I> {
    guard::<I>(change, before.parent())?;
    after.settle(Some(before), change)?;
    rows::update(change, &after)?;
    Ok(after)
}

/// Removes an item.
///
/// # Errors
/// `NotFound` when it is not there, `Refused` while a proposal is open or something names it.
pub fn remove<I: ListItem>(change: &Transaction, id: &ListItemId) -> Result<()> {
    let item: I = rows::get(change, id, &format!("This {}", I::NOUN))?;
    guard::<I>(change, item.parent())?;
    item.before_delete(change)?;
    rows::delete::<I>(change, id)
}

/// Moves an item behind another of its list, or to the first place.
///
/// # Errors
/// `NotFound` when either is not there, `Refused` while a proposal is open.
pub fn move_behind<I: ListItem>(
    change: &Transaction,
    id: &ListItemId,
    after: Option<&ListItemId>,
) -> Result<()> {
    let mut item: I = rows::get(change, id, &format!("This {}", I::NOUN))?;
    guard::<I>(change, item.parent())?;
    let rank = rank_behind::<I>(change, item.parent(), after, Some(id))?;
    item.set_rank(rank);
    rows::update(change, &item)
}

fn guard<I: ListItem>(reader: &ReadContext, parent: &I::Parent) -> Result<()> {
    if I::AGREED {
        parent.must_be_editable(reader)
    } else {
        parent.must_exist(reader)
    }
}

fn last_rank<I: ListItem>(reader: &ReadContext, parent: &I::Parent) -> Result<Option<String>> {
    let sql = format!(
        "SELECT max(rank) FROM {} WHERE {} = ?1",
        I::TABLE,
        I::Parent::COLUMN
    );
    Ok(reader
        .db()
        .prepare_cached(&sql)?
        .query_row([parent], |row| row.get(0))?)
}

/// Returns the rank between `after` and the item that follows it, leaving out the item that moves. Where both have the same
/// rank, as two copies of a file may have given it, those that follow with it get ranks of their own, behind the one returned.
fn rank_behind<I: ListItem>(
    change: &Transaction,
    parent: &I::Parent,
    after: Option<&ListItemId>,
    moving: Option<&ListItemId>,
) -> Result<String> {
    let items: Vec<I> = all(change, parent)?;
    let mut others = items.into_iter().filter(|item| Some(item.id()) != moving);
    let before = match after {
        None => None,
        Some(after) => Some(
            others
                .find(|item| item.id() == after)
                .ok_or_else(|| Error::not_found(format!("The {} to go behind", I::NOUN)))?
                .rank()
                .to_string(),
        ),
    };
    let mut following = others.peekable();
    let mut equals = Vec::new();
    while let Some(equal) = following.next_if(|item| Some(item.rank()) == before.as_deref()) {
        equals.push(equal);
    }
    let next = following.next().map(|item| item.rank().to_string());
    let rank = rank::between(before.as_deref(), next.as_deref())?;
    let mut last = rank.clone();
    for mut item in equals {
        last = rank::between(Some(&last), next.as_deref())?;
        item.set_rank(last.clone());
        rows::update(change, &item)?;
    }
    Ok(rank)
}
