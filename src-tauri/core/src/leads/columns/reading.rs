//! Reads the columns from the file, and one row again that was changed.

use rusqlite::{Row, types::ValueRef};

use super::{
    CostColumns, LeadColumns, OpportunityColumns,
    attributes_reading::AttributesBuilder,
    days::{DayNumber, UNKNOWN_DAY, day_number, read_day},
    words::{WordsBuilder, number},
};
use crate::leads::{
    importing::{Spreading, edited::handled_by_hand},
    terms::{Acceptance, LeadStage, Outcome, Reason, Term},
};
use lockstep_workspace::{
    context::ReadContext,
    error::{Error, Result},
};

const LEADS: &str = "SELECT rowid, import, name, email, company, title, phone, source, campaign, owner, created_on, \
  handed_over_on, first_touch_on, decided_on, wake_up_on, touches, stage, accepted, reason, \
  opportunity_said IS NOT NULL, reason IS NOT NULL OR reason_said IS NOT NULL, attributes FROM lead";
const DEALS: &str = "SELECT o.rowid, (SELECT l.rowid FROM lead l WHERE l.id = o.lead), o.source, o.campaign, o.owner, \
  o.created_on, o.closed_on, o.decided_on, o.outcome, o.accepted, o.value, o.attributes FROM opportunity o";

/// Where no row stands: the first one comes after it.
const BEFORE_ALL: i64 = i64::MIN;

/// The reading of all columns, some rows at a time: a million leads take seconds, and others may ask something meanwhile.
/// What changes in rows that were read already, the journal tells afterwards.
pub(super) struct Reading {
    leads: LeadsReading,
    opportunities: OpportunitiesReading,
}

impl Reading {
    /// Begins to read.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub fn begin(reader: &ReadContext) -> Result<Self> {
        Ok(Self {
            leads: LeadsReading::begin(reader)?,
            opportunities: OpportunitiesReading::default(),
        })
    }

    /// Reads so many rows more. Returns whether there are further ones.
    ///
    /// # Errors
    /// `Damaged` when a value is none that its column can have.
    pub fn read(&mut self, reader: &ReadContext, rows: u32) -> Result<bool> {
        if self.leads.read(reader, rows)? {
            return Ok(true);
        }
        self.opportunities.read(reader, &self.leads.columns, rows)
    }

    /// Reads what is left, and returns the columns.
    ///
    /// # Errors
    /// `Damaged` when a value is none that its column can have.
    pub fn done(mut self, reader: &ReadContext) -> Result<LeadColumns> {
        while self.read(reader, u32::MAX)? {}
        let mut columns = self.leads.done();
        columns.opportunities = self.opportunities.done();
        columns.costs = read_costs(reader)?;
        let by_hand = handled_by_hand(reader, None)?.into_iter();
        columns.by_hand = by_hand.filter_map(|lead| columns.row_at(lead)).collect();
        columns.join();
        columns.stand_all();
        Ok(columns)
    }
}

impl LeadColumns {
    /// Reads a lead again whose fields were changed. Returns whether it was there before and still is.
    pub(super) fn read_lead_again(&mut self, reader: &ReadContext, id: &str) -> Result<bool> {
        let terms = Terms::default();
        let mut statement = reader.db().prepare_cached(&format!("{LEADS} WHERE id = ?1"))?;
        let mut found = statement.query([id])?;
        let Some(new) = found.next()? else {
            return Ok(false);
        };
        let Some(row) = self.row_at(new.get(0)?) else {
            return Ok(false);
        };
        self.take_out(row);
        self.answer_cache.forget();
        let words = [
            &mut self.import,
            &mut self.name,
            &mut self.email,
            &mut self.company,
            &mut self.title,
            &mut self.phone,
            &mut self.source,
            &mut self.campaign,
            &mut self.owner,
        ];
        for (words, at) in words.into_iter().zip(1..) {
            words.replace(row, text(new, at)?);
        }
        put(&mut self.created_on, row, day(new, 10)?);
        put(&mut self.handed_over_on, row, day(new, 11)?);
        put(&mut self.first_touch_on, row, day(new, 12)?);
        put(&mut self.decided_on, row, day(new, 13)?);
        put(&mut self.wake_up_on, row, day(new, 14)?);
        put(&mut self.touches, row, count(new, 15)?);
        put(&mut self.stage, row, terms.stage.read(new, 16)?);
        put(&mut self.accepted, row, terms.accepted.read(new, 17)?);
        put(&mut self.reason, row, terms.reason.read(new, 18)?);
        put(&mut self.names_an_opportunity, row, new.get(19)?);
        put(&mut self.says_why, row, new.get(20)?);
        if handled_by_hand(reader, Some(id))?.is_empty() {
            self.by_hand.remove(&row);
        } else {
            self.by_hand.insert(row);
        }
        let standing = self.stand(row, &mut Vec::new());
        put(&mut self.standing, row, standing);
        self.put_in(row);
        Ok(true)
    }
}

fn put<T>(column: &mut [T], row: usize, value: T) {
    if let Some(slot) = column.get_mut(row) {
        *slot = value;
    }
}

struct LeadsReading {
    columns: LeadColumns,
    words: [WordsBuilder; 9],
    attributes: AttributesBuilder,
    terms: Terms,
}

impl LeadsReading {
    fn begin(reader: &ReadContext) -> Result<Self> {
        let rows = usize::try_from(reader.count("SELECT count(*) FROM lead", [])?).unwrap_or(0);
        Ok(Self {
            columns: LeadColumns::with_room_for(rows),
            words: std::array::from_fn(|place| match place {
                // Name and e-mail are searched, and never shown from here.
                1 | 2 => WordsBuilder::small(),
                _ => WordsBuilder::default(),
            }),
            attributes: AttributesBuilder::default(),
            terms: Terms::default(),
        })
    }

    fn read(&mut self, reader: &ReadContext, rows: u32) -> Result<bool> {
        let Self {
            columns,
            words,
            attributes,
            terms,
        } = self;
        let mut statement = reader
            .db()
            .prepare_cached(&format!("{LEADS} WHERE rowid > ?1 ORDER BY rowid LIMIT ?2"))?;
        let mut found = statement.query((columns.rowids.last().unwrap_or(&BEFORE_ALL), rows))?;
        let mut read = 0;
        while let Some(row) = found.next()? {
            read += 1;
            columns.rowids.push(row.get(0)?);
            for (words, at) in words.iter_mut().zip(1..) {
                words.push(text(row, at)?);
            }
            columns.created_on.push(day(row, 10)?);
            columns.handed_over_on.push(day(row, 11)?);
            columns.first_touch_on.push(day(row, 12)?);
            columns.decided_on.push(day(row, 13)?);
            columns.wake_up_on.push(day(row, 14)?);
            columns.touches.push(count(row, 15)?);
            columns.stage.push(terms.stage.read(row, 16)?);
            columns.accepted.push(terms.accepted.read(row, 17)?);
            columns.reason.push(terms.reason.read(row, 18)?);
            columns.names_an_opportunity.push(row.get(19)?);
            columns.says_why.push(row.get(20)?);
            attributes.push(text(row, 21)?.unwrap_or_default())?;
        }
        Ok(read == rows)
    }

    fn done(self) -> LeadColumns {
        let [
            import,
            name,
            email,
            company,
            title,
            phone,
            source,
            campaign,
            owner,
        ] = self.words.map(WordsBuilder::done);
        LeadColumns {
            import,
            name,
            email,
            company,
            title,
            phone,
            source,
            campaign,
            owner,
            attributes: self.attributes.done(),
            ..self.columns
        }
    }
}

impl LeadColumns {
    fn with_room_for(rows: usize) -> Self {
        Self {
            rowids: Vec::with_capacity(rows),
            created_on: Vec::with_capacity(rows),
            handed_over_on: Vec::with_capacity(rows),
            first_touch_on: Vec::with_capacity(rows),
            decided_on: Vec::with_capacity(rows),
            wake_up_on: Vec::with_capacity(rows),
            touches: Vec::with_capacity(rows),
            stage: Vec::with_capacity(rows),
            accepted: Vec::with_capacity(rows),
            reason: Vec::with_capacity(rows),
            says_why: Vec::with_capacity(rows),
            names_an_opportunity: Vec::with_capacity(rows),
            ..Self::default()
        }
    }
}

#[derive(Default)]
struct OpportunitiesReading {
    columns: OpportunityColumns,
    words: [WordsBuilder; 3],
    attributes: AttributesBuilder,
    terms: Terms,
}

impl OpportunitiesReading {
    /// Reads so many more; `leads` are all that there are.
    fn read(&mut self, reader: &ReadContext, leads: &LeadColumns, rows: u32) -> Result<bool> {
        let Self {
            columns,
            words,
            attributes,
            terms,
        } = self;
        let mut statement = reader
            .db()
            .prepare_cached(&format!("{DEALS} WHERE o.rowid > ?1 ORDER BY o.rowid LIMIT ?2"))?;
        let mut found = statement.query((columns.rowids.last().unwrap_or(&BEFORE_ALL), rows))?;
        let mut read = 0;
        while let Some(row) = found.next()? {
            read += 1;
            columns.rowids.push(row.get(0)?);
            let lead: Option<i64> = row.get(1)?;
            columns
                .lead
                .push(lead.and_then(|lead| leads.row_at(lead)).map(number));
            for (words, at) in words.iter_mut().zip(2..) {
                words.push(text(row, at)?);
            }
            columns.created_on.push(day(row, 5)?);
            columns.closed_on.push(day(row, 6)?);
            columns.decided_on.push(day(row, 7)?);
            columns.outcome.push(terms.outcome.read(row, 8)?);
            columns.accepted.push(terms.accepted.read(row, 9)?);
            columns.value.push(row.get(10)?);
            attributes.push(text(row, 11)?.unwrap_or_default())?;
        }
        Ok(read == rows)
    }

    fn done(self) -> OpportunityColumns {
        let [source, campaign, owner] = self.words.map(WordsBuilder::done);
        OpportunityColumns {
            source,
            campaign,
            owner,
            attributes: self.attributes.done(),
            ..self.columns
        }
    }
}

fn read_costs(reader: &ReadContext) -> Result<CostColumns> {
    let mut columns = CostColumns::default();
    let mut words: [WordsBuilder; 2] = Default::default();
    let mut statement = reader.db().prepare(
        "SELECT source, campaign, month, spend, attributes FROM cost WHERE spend IS NOT NULL ORDER BY rowid",
    )?;
    let mut found = statement.query([])?;
    let mut spreading = Spreading::default();
    while let Some(row) = found.next()? {
        let (booked, spend) = (day(row, 2)?, row.get(3)?);
        let attributes = text(row, 4)?.unwrap_or("{}");
        let parts = spreading.parts(text(row, 2)?, attributes, spend)?;
        let parts = parts.into_iter().map(|(first, part)| (day_number(first), part));
        // A cost of one month, or of none, is booked as a whole.
        let whole = (parts.len() == 0).then_some((booked, spend));
        for (month, spend) in whole.into_iter().chain(parts) {
            for (place, words) in words.iter_mut().enumerate() {
                words.push(text(row, place)?);
            }
            columns.month.push(month);
            columns.spend.push(spend);
        }
    }
    let [source, campaign] = words.map(WordsBuilder::done);
    Ok(CostColumns {
        source,
        campaign,
        ..columns
    })
}

fn text<'r>(row: &'r Row, at: usize) -> Result<Option<&'r str>> {
    match row.get_ref(at)? {
        ValueRef::Null => Ok(None),
        ValueRef::Text(text) => std::str::from_utf8(text)
            .map(Some)
            .map_err(|_| unreadable("text")),
        _ => Err(unreadable("text")),
    }
}

fn day(row: &Row, at: usize) -> Result<DayNumber> {
    match text(row, at)? {
        None => Ok(UNKNOWN_DAY),
        Some(text) => read_day(text).ok_or_else(|| unreadable("day")),
    }
}

fn count(row: &Row, at: usize) -> Result<Option<u32>> {
    // Less often than never is never, and more often than four thousand million times is often enough.
    let count: Option<i64> = row.get(at)?;
    Ok(count.map(|count| u32::try_from(count.max(0)).unwrap_or(u32::MAX)))
}

fn unreadable(what: &str) -> Error {
    Error::damaged(format!(
        "A {what} of a lead or an opportunity in this workspace cannot be read."
    ))
}

/// The terms by the words that stand for them in the file.
struct Terms {
    stage: TermWords<LeadStage>,
    accepted: TermWords<Acceptance>,
    reason: TermWords<Reason>,
    outcome: TermWords<Outcome>,
}

struct TermWords<T>(Vec<(String, T)>);

impl Default for Terms {
    fn default() -> Self {
        Self {
            stage: TermWords(LeadStage::ALL.map(|term| (Term::Stage(term).word(), term)).into()),
            accepted: TermWords(
                Acceptance::ALL
                    .map(|term| (Term::Acceptance(term).word(), term))
                    .into(),
            ),
            reason: TermWords(Reason::ALL.map(|term| (Term::Reason(term).word(), term)).into()),
            outcome: TermWords(Outcome::ALL.map(|term| (Term::Outcome(term).word(), term)).into()),
        }
    }
}

impl<T: Copy> TermWords<T> {
    fn read(&self, row: &Row, at: usize) -> Result<Option<T>> {
        let Some(said) = text(row, at)? else {
            return Ok(None);
        };
        let known = self.0.iter().find(|(word, _)| word == said);
        known
            .map(|(_, term)| Some(*term))
            .ok_or_else(|| unreadable("term"))
    }
}
