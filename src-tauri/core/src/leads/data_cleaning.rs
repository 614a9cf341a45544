//! Mending what files left open, many leads at once: a missing source is said, spellings of one name become one.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    aliases::{SpellingGroup, spellings},
    columns::{LeadColumns, Words, lead_columns},
    ledger::ListLeads,
};
use crate::ids::{self, SpellingId};
use lockstep_workspace::{
    context::{Action, Query, ReadContext, Transaction},
    error::{Error, Result},
    rows,
    words::Words as Wording,
};

/// The longest name of a source, a campaign or an owner that people write.
const LONGEST: usize = 200;

/// Says the source of many leads at once: of all that a list of the ledger holds, all its pages. What is said here stays,
/// whatever a later export says.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetSource {
    /// Which leads; order and page do not matter.
    pub leads: ListLeads,
    /// Their source.
    pub source: String,
}

/// How much was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Mended {
    /// Leads that changed.
    pub leads: i64,
    /// Opportunities that changed.
    pub opportunities: i64,
    /// Costs that changed.
    pub costs: i64,
}

impl Action for SetSource {
    type Outcome = Mended;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let columns = lead_columns(reader)?;
        let leads = counted(
            reader,
            self.leads.find(reader, &columns)?.total(),
            "lead",
            "leads",
        )?;
        Ok(format!("Set the source of {leads} to “{}”", self.source.trim()))
    }

    fn apply(self, change: &mut Transaction) -> Result<Mended> {
        let source = named("source", &self.source)?;
        let columns = lead_columns(change)?;
        let mut update = change
            .db()
            .prepare("UPDATE lead SET source = ?1 WHERE rowid = ?2 AND source IS NOT ?1")?;
        let mut leads = 0;
        for rowid in self
            .leads
            .find(change, &columns)?
            .rows()
            .filter_map(|row| columns.rowid(row))
        {
            leads += count(update.execute(params![source, rowid])?);
        }
        Ok(Mended {
            leads,
            opportunities: 0,
            costs: 0,
        })
    }
}

/// The fields in which one name may be spelt in several ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SpeltField {
    /// The original channel.
    Source,
    /// The specific effort.
    Campaign,
    /// Who looks after it.
    Owner,
}

impl SpeltField {
    fn column(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Campaign => "campaign",
            Self::Owner => "owner",
        }
    }

    /// Returns the columns in which it stands, wherever it stands.
    fn columns(self, all: &LeadColumns) -> Vec<&Words> {
        let LeadColumns {
            opportunities, costs, ..
        } = all;
        match self {
            Self::Source => vec![&all.source, &opportunities.source, &costs.source],
            Self::Campaign => vec![&all.campaign, &opportunities.campaign, &costs.campaign],
            Self::Owner => vec![&all.owner, &opportunities.owner],
        }
    }
}

/// Lists the spellings of a field that look like one name, those that were merged before, and those that are kept apart.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListAliases {
    /// The field whose spellings are listed.
    pub field: SpeltField,
}

/// Spellings of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SpellingsView {
    /// What could be merged, the most frequent first.
    pub groups: Vec<SpellingGroup>,
    /// What was merged, and is read so from every file.
    pub merged: Vec<Spelling>,
    /// What is kept apart: each means itself, and is offered for merging no more.
    pub kept: Vec<Spelling>,
}

/// A spelling that means another, or itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Spelling {
    /// Names it.
    pub id: SpellingId,
    /// The field in which it is written so.
    pub field: SpeltField,
    /// What a file says.
    pub said: String,
    /// What is meant.
    pub means: String,
}

lockstep_workspace::rows::row!(Spelling, "spelling", id: SpellingId);

impl Query for ListAliases {
    type Answer = SpellingsView;

    fn answer(self, reader: &ReadContext) -> Result<SpellingsView> {
        let columns = lead_columns(reader)?;
        let said: Vec<Spelling> = rows::all(
            reader,
            "WHERE field = ?1 ORDER BY means, said",
            [self.field.column()],
        )?;
        let (kept, merged): (Vec<Spelling>, Vec<Spelling>) = said
            .into_iter()
            .partition(|spelling| spelling.said == spelling.means);
        let mut rows_of: BTreeMap<&str, u64> = BTreeMap::new();
        for words in self.field.columns(&columns) {
            for (word, rows) in words.counts() {
                *rows_of.entry(word).or_default() += rows;
            }
        }
        let values: Vec<(String, u64)> = rows_of
            .into_iter()
            .filter(|(word, _)| kept.iter().all(|kept| kept.said != *word))
            .map(|(word, rows)| (word.to_string(), rows))
            .collect();
        Ok(SpellingsView {
            groups: spellings(&values),
            merged,
            kept,
        })
    }
}

/// Writes several spellings as one, in leads, opportunities and costs; later files are read the same way.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MergeAliases {
    /// The field in which they are written.
    pub field: SpeltField,
    /// The spellings, each exactly as it stands.
    pub spellings: Vec<String>,
    /// How all of them are written from now on.
    pub into: String,
}

impl Action for MergeAliases {
    type Outcome = Mended;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let spellings = counted(reader, self.others().count(), "spelling", "spellings")?;
        let field = self.field.column();
        Ok(format!(
            "Merge {spellings} of a {field} into “{}”",
            self.into.trim()
        ))
    }

    fn apply(self, change: &mut Transaction) -> Result<Mended> {
        let into = named("into", &self.into)?;
        if self.others().next().is_none() {
            return Err(Error::invalid("spellings", "There is nothing to merge into it.")
                .hint("Choose at least one other spelling."));
        }
        if self.others().any(String::is_empty) {
            return Err(Error::invalid("spellings", "A spelling is needed."));
        }
        let column = self.field.column();
        let mut changed = [0; 3];
        for (table, changed) in ["lead", "opportunity", "cost"].into_iter().zip(&mut changed) {
            if !change.columns(table)?.iter().any(|name| name == column) {
                continue;
            }
            let mut update = change
                .db()
                .prepare(&format!("UPDATE {table} SET {column} = ?1 WHERE {column} = ?2"))?;
            for said in self.others() {
                *changed += count(update.execute(params![into, said])?);
            }
        }
        for said in self.others() {
            // What meant this spelling means what it means now.
            change
                .db()
                .prepare_cached("UPDATE spelling SET means = ?1 WHERE field = ?2 AND means = ?3")?
                .execute(params![into, column, said])?;
            remember(change, self.field, said, &into)?;
        }
        // A name that is used again stands for itself.
        change
            .db()
            .prepare_cached("DELETE FROM spelling WHERE field = ?1 AND said = ?2")?
            .execute(params![column, into])?;
        let [leads, opportunities, costs] = changed;
        Ok(Mended {
            leads,
            opportunities,
            costs,
        })
    }
}

impl MergeAliases {
    fn others(&self) -> impl Iterator<Item = &String> {
        let into = self.into.trim();
        self.spellings.iter().filter(move |said| said.as_str() != into)
    }
}

fn remember(change: &Transaction, field: SpeltField, said: &str, means: &str) -> Result<()> {
    let known: Option<String> = change
        .db()
        .prepare_cached("SELECT id FROM spelling WHERE field = ?1 AND said = ?2")?
        .query_row(params![field.column(), said], |row| row.get(0))
        .optional()?;
    let spelling = Spelling {
        id: known.clone().map_or_else(
            || ids::derived(&["spelling", field.column(), said]).into(),
            SpellingId,
        ),
        field,
        said: said.into(),
        means: means.into(),
    };
    if known.is_some() {
        rows::update(change, &spelling)
    } else {
        rows::insert(change, &spelling)
    }
}

/// Keeps a spelling apart from names that look like it: it means something else, and is offered for merging no more.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExcludeAlias {
    /// The field in which it is written.
    pub field: SpeltField,
    /// The spelling, exactly as it stands.
    pub said: String,
}

impl Action for ExcludeAlias {
    type Outcome = ();

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok(format!("Keep “{}” apart from names like it", self.said))
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        if self.said.is_empty() {
            return Err(Error::invalid("said", "A spelling is needed."));
        }
        remember(change, self.field, &self.said, &self.said)
    }
}

/// Reads one spelling from now on as it stands again, or offers it again that was kept apart. What was merged stays as it is
/// written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ForgetAlias {
    /// The spelling.
    pub id: SpellingId,
}

impl Action for ForgetAlias {
    type Outcome = ();

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let Spelling { said, means, .. } = rows::get(reader, &self.id, "This spelling")?;
        Ok(if said == means {
            format!("Keep “{said}” no longer apart from names like it")
        } else {
            format!("Read “{said}” no longer as “{means}”")
        })
    }

    fn apply(self, change: &mut Transaction) -> Result<()> {
        rows::delete::<Spelling>(change, &self.id)
    }
}

/// For each column with merged spellings, what each of them means.
pub(super) type Meanings = Vec<(&'static str, HashMap<String, String>)>;

/// Returns what was merged, to be read so from every file.
pub(super) fn meanings(reader: &ReadContext) -> Result<Meanings> {
    let mut by_field: BTreeMap<SpeltField, HashMap<String, String>> = BTreeMap::new();
    for Spelling {
        field, said, means, ..
    } in rows::all(reader, "", [])?
    {
        by_field.entry(field).or_default().insert(said, means);
    }
    let by_column = by_field.into_iter().map(|(field, meant)| (field.column(), meant));
    Ok(by_column.collect())
}

fn named(field: &str, text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::invalid(field, "A name is needed."));
    }
    must_not_be_long(field, text)?;
    Ok(text.into())
}

/// Checks the name of a source, a campaign or an owner.
///
/// # Errors
/// `Invalid`, naming the field, when it is longer than a list and a chart can show.
pub(super) fn must_not_be_long(field: &str, name: &str) -> Result<()> {
    if name.chars().count() > LONGEST {
        return Err(Error::invalid(
            field,
            format!("This is longer than {LONGEST} characters."),
        ));
    }
    Ok(())
}

fn counted(reader: &ReadContext, n: usize, one: &str, many: &str) -> Result<String> {
    Ok(match n {
        1 => format!("1 {one}"),
        _ => format!("{} {many}", Wording::new(&reader.company()?).count(count(n))),
    })
}

fn count(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}
