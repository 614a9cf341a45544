//! Which leads a filter leaves: every condition goes over its column once, and a page is picked out in order.

use std::sync::Arc;

use rayon::{
    iter::{IndexedParallelIterator, ParallelIterator},
    slice::{ParallelSlice, ParallelSliceMut},
};

use super::{
    activity::FourDays,
    columns::{LeadColumns, UNKNOWN_DAY, Words, day_number},
    ledger::ListLeads,
    period::Period,
    rules::LifecycleStatus,
    terms::{LeadStage, Outcome},
};
use crate::definition::{Verdict, contact_due::ContactDue};
use lockstep_text::{fold, spellings};
use lockstep_workspace::{context::ReadContext, error::Result};

/// So many rows are looked at in one go, and several such pieces side by side.
const PIECE: usize = 1 << 16;

/// The leads that a filter leaves.
pub(super) struct Found<'c> {
    columns: &'c LeadColumns,
    is_left: Arc<Vec<bool>>,
}

impl ListLeads {
    /// Returns the leads that it lists, all pages of them.
    ///
    /// # Errors
    /// `File` when the disk fails, `Damaged` when what stands in the file cannot be read.
    pub(super) fn find<'c>(&self, reader: &ReadContext, columns: &'c LeadColumns) -> Result<Found<'c>> {
        let verdicts = match self.verdict {
            Some(_) => columns.verdicts(reader)?,
            None => &[],
        };
        let which = Self {
            sort: None,
            reverse: None,
            offset: None,
            limit: None,
            promise: None,
            ..self.clone()
        };
        // What is ignored is a matter of the day and of the promise in force; the rest is not.
        let due = match self.lost_or_ignored {
            Some(_) => Some(ContactDue::of(reader)?),
            None => None,
        };
        let is_left = columns.answer_cache.answer((which, due), |(which, due)| {
            which.left_of(columns, verdicts, due.as_ref()).is_left
        });
        // How a promise fared is a matter of the day and of what was promised; it is kept by that.
        let is_left = match &self.promise {
            Some(promise) => {
                let fared = promise.which(reader, columns)?;
                let both = is_left
                    .iter()
                    .zip(fared.iter())
                    .map(|(is_left, fared)| *is_left && *fared);
                Arc::new(both.collect())
            }
            None => is_left,
        };
        Ok(Found { columns, is_left })
    }

    fn left_of<'c>(
        &self,
        columns: &'c LeadColumns,
        verdicts: &[Option<Verdict>],
        due: Option<&ContactDue>,
    ) -> Filter<'c> {
        let mut found = Filter {
            columns,
            is_left: vec![true; columns.rows()],
        };
        for (words, wanted) in [
            (&columns.source, &self.source),
            (&columns.campaign, &self.campaign),
            (&columns.owner, &self.owner),
        ] {
            if let Some(wanted) = wanted {
                found.only_word(words, Some(wanted).filter(|wanted| !wanted.is_empty()));
            }
        }
        if let Some(import) = &self.import {
            found.only_word(&columns.import, Some(&import.0));
        }
        if let Some(attribute) = &self.attribute {
            found.only_attribute(&attribute.name, attribute.value.as_deref());
        }
        if self.stage.is_some() {
            found.only(&columns.stage, |stage| *stage == self.stage);
        }
        if self.reason.is_some() {
            found.only(&columns.reason, |reason| *reason == self.reason);
        }
        if self.verdict.is_some() {
            found.only(verdicts, |verdict| *verdict == self.verdict);
        }
        if let Some(accepted) = self.accepted {
            found.only(&columns.standing, |standing| standing.decision() == accepted);
        }
        if let Some((wanted, due)) = self.lost_or_ignored.zip(due) {
            let standing = columns.standing_by(due);
            found.only(&standing.all, |standing| standing.is_lost_or_ignored() == wanted);
        }
        if let Some(state) = self.state {
            found.only(&columns.standing, |standing| standing.state() == state);
        }
        for (wanted, is) in [
            (
                self.recycled,
                LifecycleStatus::is_recycled as fn(LifecycleStatus) -> bool,
            ),
            (self.converted, LifecycleStatus::is_converted),
        ] {
            if let Some(wanted) = wanted {
                found.only(&columns.standing, |standing| is(*standing) == wanted);
            }
        }
        if self.from.is_some() || self.to.is_some() {
            let period = Period::of(self.from, self.to);
            found.only(&columns.created_on, |day| period.holds(*day));
        }
        if self.handed_over.is_some() || self.decided.is_some() {
            let days = FourDays::of(columns);
            for (span, days) in [
                (self.handed_over, days.handed_over()),
                (self.decided, days.decided()),
            ] {
                if let Some(span) = span {
                    let period = Period::of(Some(span.from), Some(span.to));
                    found.only(days, |day| period.holds(*day));
                }
            }
        }
        if let Some(wanted) = self.has_day {
            found.only(&columns.created_on, |day| (*day != UNKNOWN_DAY) == wanted);
        }
        if let Some(until) = self.wakes_until.map(day_number) {
            found.only(&columns.wake_up_on, |day| *day != UNKNOWN_DAY && *day <= until);
            found.only(&columns.stage, |stage| *stage == Some(LeadStage::Recycled));
        }
        if let Some(outcome) = self.outcome {
            found.only_outcome(outcome);
        }
        if let Some(text) = &self.text {
            let text = fold(text);
            text.split_whitespace().for_each(|word| found.only_with(word));
        }
        found
    }
}

impl Found<'_> {
    /// Returns how many leads are left.
    pub fn total(&self) -> usize {
        self.is_left.iter().filter(|is_left| **is_left).count()
    }

    /// Returns the rows that are left.
    pub fn rows(&self) -> impl Iterator<Item = usize> {
        let rows = self.is_left.iter().enumerate();
        rows.filter(|(_, is_left)| **is_left).map(|(row, _)| row)
    }

    /// Returns the rows of one page.
    pub fn page(
        &self,
        order: super::ledger::LeadOrder,
        reverse: bool,
        offset: usize,
        limit: usize,
    ) -> Vec<usize> {
        let (by, last_first) = order.by();
        let order = self.columns.in_order(by).iter();
        let is_left = |row: &u32| {
            let row = usize::try_from(*row).ok()?;
            self.is_left.get(row)?.then_some(row)
        };
        if last_first == reverse {
            order.filter_map(is_left).skip(offset).take(limit).collect()
        } else {
            order.rev().filter_map(is_left).skip(offset).take(limit).collect()
        }
    }
}

/// The rows that the conditions so far have left.
struct Filter<'c> {
    columns: &'c LeadColumns,
    is_left: Vec<bool>,
}

impl Filter<'_> {
    fn only<T>(&mut self, column: &[T], is: impl Fn(&T) -> bool) {
        for (is_left, value) in self.is_left.iter_mut().zip(column) {
            *is_left &= is(value);
        }
    }

    /// Leaves the rows that have this text; without one those that have none.
    fn only_word(&mut self, words: &Words, wanted: Option<&String>) {
        let code = match wanted {
            None => Some(0),
            Some(wanted) => words.code_of(wanted),
        };
        match code {
            Some(code) => self.only(words.codes(), |other| *other == code),
            None => self.is_left.fill(false),
        }
    }

    fn only_attribute(&mut self, name: &str, wanted: Option<&str>) {
        let Some((codes, names)) = self.columns.attributes.groups(name) else {
            // What nobody has is missing everywhere.
            if wanted.is_some() {
                self.is_left.fill(false);
            }
            return;
        };
        let place = wanted.map(|wanted| names.iter().position(|name| *name == wanted));
        match place.map(|place| place.and_then(|place| u32::try_from(place + 1).ok())) {
            None => self.only(codes, |code| *code == 0),
            Some(Some(wanted)) => self.only(codes, |code| *code == wanted),
            Some(None) => self.is_left.fill(false),
        }
    }

    /// Leaves the rows that have an opportunity with this outcome.
    fn only_outcome(&mut self, wanted: Outcome) {
        let mut has = vec![false; self.is_left.len()];
        let opportunities = &self.columns.opportunities;
        for (lead, outcome) in opportunities.lead.iter().zip(&opportunities.outcome) {
            if *outcome == Some(wanted)
                && let Some(slot) = lead.and_then(|lead| has.get_mut(usize::try_from(lead).ok()?))
            {
                *slot = true;
            }
        }
        self.only(&has, |has| *has);
    }

    /// Leaves the rows with this word, in small letters and without accents, in name, company or e-mail.
    fn only_with(&mut self, word: &str) {
        let found = with_word(self.columns, word);
        (self.is_left.par_chunks_mut(PIECE))
            .zip(found.par_chunks(PIECE))
            .for_each(|(is_left, found)| {
                for (is_left, found) in is_left.iter_mut().zip(found) {
                    *is_left &= found;
                }
            });
    }
}

/// So many words are remembered: whoever types the second word of a name asks for the first one again with each letter.
const WORDS: usize = 4;

/// A word that is looked for.
#[derive(PartialEq)]
struct Word(String);

/// Returns which rows have a word, in small letters and without accents, in name, company or e-mail, in any of its spellings.
fn with_word(columns: &LeadColumns, word: &str) -> Arc<Vec<bool>> {
    columns
        .answer_cache
        .one_of(WORDS, Word(word.into()), |Word(word)| look_for(columns, word))
}

fn look_for(columns: &LeadColumns, word: &str) -> Vec<bool> {
    let spellings = spellings(word);
    let hits = |words: &Words| {
        let mut found = spellings.iter().map(|word| words.plain().containing(word));
        let mut hits = found.next().unwrap_or_default();
        for also in found {
            hits.iter_mut().zip(also).for_each(|(hit, also)| *hit |= also);
        }
        hits
    };
    let (name, company) = (hits(&columns.name), hits(&columns.company));
    // Number 0, where there is no text, is at no place.
    let hit = |hits: &[bool], code: u32| {
        let place = usize::try_from(code).map_or(usize::MAX, |code| code.wrapping_sub(1));
        hits.get(place).copied().unwrap_or(false)
    };
    let mut found = vec![false; columns.rows()];
    let are_all = (found.par_chunks_mut(PIECE))
        .zip(columns.name.codes().par_chunks(PIECE))
        .zip(columns.company.codes().par_chunks(PIECE))
        .map(|((found, of_name), of_company)| {
            let mut are_all = true;
            for (found, (of_name, of_company)) in found.iter_mut().zip(of_name.iter().zip(of_company)) {
                *found = hit(&name, *of_name) | hit(&company, *of_company);
                are_all &= *found;
            }
            are_all
        })
        .reduce(|| true, |one, other| one & other);
    // Nearly every lead has an address of its own, so these are looked through only where it matters.
    if !are_all {
        let email = hits(&columns.email);
        (found.par_chunks_mut(PIECE))
            .zip(columns.email.codes().par_chunks(PIECE))
            .for_each(|(found, of_email)| {
                for (found, of_email) in found.iter_mut().zip(of_email) {
                    *found |= hit(&email, *of_email);
                }
            });
    }
    found
}
