//! Which lead sources are marketing's: what marketing sourced, and what it had a part in, hangs on it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::columns::{LeadColumns, Words, folded, lead_columns};
use lockstep_workspace::{
    context::{Action, Query, ReadContext, Transaction},
    error::{Error, Result},
    words::Words as Wording,
};

/// Says which lead sources are marketing's. All others are not.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetMarketingSources {
    /// The sources, by their names.
    pub sources: Vec<String>,
}

/// Lists the lead sources, and says which are marketing's.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListSources {}

/// A lead source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SourceLine {
    /// Its name.
    pub source: String,
    /// How many leads came from it.
    pub leads: u64,
    /// Whether it is marketing's.
    pub is_marketings: bool,
}

impl Action for SetMarketingSources {
    type Outcome = Vec<SourceLine>;

    fn summary(&self, reader: &ReadContext) -> Result<String> {
        let count = i64::try_from(self.sources.len()).unwrap_or(i64::MAX);
        let count = Wording::new(&reader.company()?).count(count);
        Ok(format!("Say which {count} lead sources are marketing’s"))
    }

    fn apply(self, change: &mut Transaction) -> Result<Vec<SourceLine>> {
        let wanted: BTreeSet<&str> = self.sources.iter().map(|source| source.trim()).collect();
        if wanted.contains("") {
            return Err(
                Error::invalid("sources", "A source without a name cannot be marketing’s.")
                    .hint("Give these leads a source first."),
            );
        }
        let before = marketing_sources(change)?;
        let mut add = change
            .db()
            .prepare("INSERT INTO marketing_source (id) VALUES (?1)")?;
        for source in wanted.iter().filter(|source| !before.contains(**source)) {
            add.execute([source])?;
        }
        let mut remove = change
            .db()
            .prepare("DELETE FROM marketing_source WHERE id = ?1")?;
        for source in before.iter().filter(|source| !wanted.contains(source.as_str())) {
            remove.execute([source])?;
        }
        ListSources {}.answer(change)
    }
}

impl Query for ListSources {
    type Answer = Vec<SourceLine>;

    fn answer(self, reader: &ReadContext) -> Result<Vec<SourceLine>> {
        let columns = lead_columns(reader)?;
        let marketings = marketing_sources(reader)?;
        let mut lines: Vec<SourceLine> = columns
            .source
            .counts()
            .map(|(source, leads)| SourceLine {
                source: source.into(),
                leads,
                is_marketings: marketings.contains(source),
            })
            .collect();
        let of_opportunities = columns.opportunities.source.counts().map(|(source, _)| source);
        let others: BTreeSet<&str> = of_opportunities
            .chain(marketings.iter().map(String::as_str))
            .filter(|source| lines.iter().all(|line| line.source != *source))
            .collect();
        lines.extend(
            others
                .into_iter()
                .map(|source| SourceLine {
                    source: source.into(),
                    leads: 0,
                    is_marketings: marketings.contains(source),
                })
                .collect::<Vec<_>>(),
        );
        lines.sort_by(|a, b| b.leads.cmp(&a.leads).then_with(|| a.source.cmp(&b.source)));
        Ok(lines)
    }
}

/// Returns the names of the sources that are marketing's.
pub(super) fn marketing_sources(reader: &ReadContext) -> Result<BTreeSet<String>> {
    let mut statement = reader.db().prepare_cached("SELECT id FROM marketing_source")?;
    let names = statement.query_map([], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// Tells of opportunities what marketing had to do with them.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Marketing {
    of_leads: Vec<bool>,
    of_opportunities: Vec<bool>,
    /// Whether somebody said which sources are marketing's.
    pub is_known: bool,
}

impl Marketing {
    pub fn of(reader: &ReadContext, columns: &LeadColumns) -> Result<Self> {
        let sources = marketing_sources(reader)?;
        // Case says nothing about whose a source is.
        let small: BTreeSet<String> = sources.iter().map(|source| folded(source)).collect();
        let is = |words: &Words| {
            let known = words.folded().iter().map(|word| small.contains(word));
            std::iter::once(false).chain(known).collect()
        };
        Ok(Self {
            of_leads: is(&columns.source),
            of_opportunities: is(&columns.opportunities.source),
            is_known: !sources.is_empty(),
        })
    }

    /// Returns whether an opportunity's original source is marketing's, and whether marketing had a part in it. The original
    /// source is that of its lead; where it has none, its own. A campaign on either is marketing's part in it.
    pub fn part(&self, columns: &LeadColumns, opportunity: usize, lead: Option<usize>) -> (bool, bool) {
        let at = |codes: &[u32], row: usize| codes.get(row).copied().unwrap_or(0);
        let is = |known: &[bool], code: u32| {
            let code = usize::try_from(code).ok();
            code.and_then(|code| known.get(code)).copied().unwrap_or(false)
        };
        let opportunities = &columns.opportunities;
        let own = at(opportunities.source.codes(), opportunity);
        let of_lead = lead.map_or(0, |lead| at(columns.source.codes(), lead));
        let (own_is, lead_is) = (is(&self.of_opportunities, own), is(&self.of_leads, of_lead));
        let has_campaign = at(opportunities.campaign.codes(), opportunity) != 0
            || lead.is_some_and(|lead| at(columns.campaign.codes(), lead) != 0);
        let sourced = if of_lead == 0 { own_is } else { lead_is };
        (sourced, own_is || lead_is || has_campaign)
    }
}
