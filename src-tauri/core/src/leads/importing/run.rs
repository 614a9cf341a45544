//! One pass over a file: each row is read, matched and written, or listed with why not.

use std::collections::HashSet;

use lockstep_intake::{Row, RowTrouble, limits::LISTED_TROUBLES};
use rusqlite::types::Value as Sql;

use super::{
    ImportReport, RejectedRow,
    choice::Choice,
    contradictions::Contradictions,
    costs::{ChannelCosts, Costs, Scenarios},
    deleted::Deleted,
    file::{DataFile, Surveyed, in_words, stopped},
    future::Future,
    known_costs,
    links::{self, InDoubt},
    no_record::{self, NoRecords},
    periods::{Added, Periods},
    places::{known_by, own_opportunities},
    reading::{Filled, RowReader},
    record::{Record, Table},
    shared_opportunities::SharedOpportunities,
    writing::Writer,
    written::{News, Superseded, Why, Written, why_not},
};
use crate::{
    definition::judgements,
    ids::ImportId,
    leads::{
        data_cleaning::{Meanings, meanings},
        fields::{Field, own_id},
        terms::RecordKind,
    },
};
use lockstep_workspace::{context::Transaction, error::Result, words::Words};

/// How many rows go by between two words about the progress.
const ROWS_BETWEEN: i64 = 1_024;

/// The room for pages while a file is taken in.
const ROOM_IN_KIBIBYTES: u32 = 96 * 1024;

/// Takes all rows of a file in, and says in `report` what became of them.
pub(super) fn run(
    change: &Transaction,
    file: &DataFile,
    surveyed: &Surveyed,
    choice: &Choice,
    import: &ImportId,
    report: &mut ImportReport,
    keep_on: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<()> {
    let (linked_before, _) = links::linked(change)?;
    let in_doubt_before = InDoubt::read(change)?;
    let mut reader = RowReader::new(choice, surveyed, &change.company()?, change.zone())?;
    let all_rows = || {
        let deleted = Deleted::of(choice, &surveyed.survey);
        let contradictions = Contradictions::of(choice, &surveyed.survey);
        let scenarios = Scenarios::of(choice, &surveyed.survey);
        let mut pass = Pass::new(
            change,
            choice,
            import,
            reader.carries(),
            (deleted, contradictions, scenarios),
            surveyed.survey.rows,
            report,
        )?;
        let mut rows = file.rows(surveyed)?;
        let mut row = Row::default();
        while rows.next(&mut row).map_err(in_words)? {
            if pass.report.rows % ROWS_BETWEEN == 0 {
                let (read, of) = rows.progress();
                if !keep_on(read, of) {
                    return Err(stopped());
                }
            }
            pass.report.rows += 1;
            pass.take(&mut reader, &mut row, &surveyed.survey.header)?;
        }
        pass.finish()?;
        let (_, of) = rows.progress();
        if !keep_on(of, of) {
            return Err(stopped());
        }
        links::link(change)?;
        judgements::judge_new(change).map(|_| ())
    };
    with_room(change, || change.add_in_bulk(all_rows))?;
    if report.kind == RecordKind::Costs {
        report.notes.extend(replaced(report.updated));
        report.notes.extend(further_days(change, import)?);
    }
    report.notes.extend(reader.notes());
    report.notes.extend(InDoubt::read(change)?.notes(in_doubt_before));
    report.untranslated = reader.untranslated();
    report.apart = reader.apart();
    (report.linked, report.opportunities) = links::linked(change)?;
    report.newly_linked = report.linked - linked_before;
    if report.newly_linked > 0 || (report.opportunities > 0 && report.linked == report.opportunities) {
        // The other file names what this one does not.
        let tells_of_links = |field: &Field| matches!(field, Field::LeadId | Field::OpportunityId);
        report
            .lacks
            .retain(|lack| lack.stops || !lack.fields.iter().any(tells_of_links));
    }
    Ok(())
}

/// Says how many costs stand in the place of those that earlier files gave: whether a file corrects another or comes on top of
/// it, none of them says.
fn replaced(costs: i64) -> Option<String> {
    let (amounts, replace) = match costs {
        0 => return None,
        1 => ("One amount".to_string(), "replaces the one"),
        costs => (format!("{costs} amounts"), "replace those"),
    };
    Some(format!(
        "{amounts} of this file {replace} that an earlier file gave for the same source, campaign and date. If both are to \
         count, put the two files together in one and take that in."
    ))
}

/// Says how many months of a source or a campaign have costs on other days from earlier files: both are added, and a month's
/// sum in one file beside its days in another would count twice.
fn further_days(change: &Transaction, import: &ImportId) -> Result<Option<String>> {
    let months = change.count(
        "SELECT count(*) FROM (SELECT DISTINCT this.source, this.campaign, substr(this.month, 1, 7) FROM cost this
           JOIN cost other ON other.source IS this.source AND other.campaign IS this.campaign
             AND substr(other.month, 1, 7) = substr(this.month, 1, 7) AND other.month <> this.month
         WHERE this.import = ?1 AND other.import <> ?1)",
        [&import.0],
    )?;
    Ok((months > 0).then(|| {
        format!(
            "{} of a source or campaign: the costs of this file’s days are added to those that earlier files have of other \
             days of the same month.",
            if months == 1 { "One month".to_string() } else { format!("{months} months") }
        )
    }))
}

/// Runs `work` with room for the pages of the indexes, which are written all over the place: without it a million rows take
/// many times as long.
fn with_room<T>(change: &Transaction, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let before = change.count("PRAGMA cache_size", [])?;
    change
        .db()
        .execute_batch(&format!("PRAGMA cache_size = -{ROOM_IN_KIBIBYTES}"))?;
    let done = work();
    change
        .db()
        .execute_batch(&format!("PRAGMA cache_size = {before}; PRAGMA shrink_memory"))?;
    done
}

struct Pass<'c, 'r> {
    change: &'c Transaction<'c>,
    main: Writer<'c>,
    /// For the opportunities that leads carry.
    carried: Option<Writer<'c>>,
    /// By what leads are known of whom a file of opportunities told.
    own_opportunities: HashSet<String>,
    /// Costs are gathered before they are written: some are sums of others.
    costs: Option<Costs>,
    scenarios: Scenarios,
    /// What was merged before is read as it was merged.
    meanings: Meanings,
    kind: RecordKind,
    /// What leads carry without an id, in which row each was met.
    shared: SharedOpportunities,
    deleted: Deleted,
    contradictions: Contradictions,
    no_records: NoRecords,
    future: Future,
    report: &'r mut ImportReport,
}

impl<'c, 'r> Pass<'c, 'r> {
    fn new(
        change: &'c Transaction<'c>,
        choice: &Choice,
        import: &ImportId,
        carries: bool,
        (deleted, contradictions, scenarios): (Deleted, Contradictions, Scenarios),
        rows: u64,
        report: &'r mut ImportReport,
    ) -> Result<Self> {
        let names_opportunities = choice.has(Field::OpportunityId);
        let has_ids = own_id(choice.kind).is_some_and(|field| choice.has(field));
        Ok(Self {
            change,
            main: Writer::new(change, Table::of(choice.kind), import, has_ids)?.expecting(rows),
            carried: carries
                .then(|| {
                    Writer::new(
                        change,
                        Table::of(RecordKind::Opportunities),
                        import,
                        names_opportunities,
                    )
                })
                .transpose()?,
            own_opportunities: if carries && !names_opportunities {
                own_opportunities(change)?
            } else {
                HashSet::new()
            },
            costs: (choice.kind == RecordKind::Costs).then(|| Costs::of(choice)),
            scenarios,
            meanings: meanings(change)?,
            kind: choice.kind,
            shared: SharedOpportunities::default(),
            deleted,
            contradictions,
            no_records: NoRecords::default(),
            future: Future::after(change.today()),
            report,
        })
    }

    fn take(&mut self, reader: &mut RowReader, row: &mut Row, header: &[String]) -> Result<()> {
        if let Some(complaint) = row.complaint.take() {
            self.reject(complaint, header);
            return Ok(());
        }
        if let Some(reason) = self.no_records.reason(row, header.len()) {
            let first = row.iter().find(|cell| !cell.trim().is_empty());
            let trouble = RowTrouble {
                row: row.number,
                column: None,
                value: first.unwrap_or_default().into(),
                reason: reason.into(),
            };
            self.reject(trouble, header);
            return Ok(());
        }
        if let Some((column, name)) = self.deleted.says(row) {
            let trouble = RowTrouble {
                row: row.number,
                column: Some(column),
                value: row.get(column).into(),
                reason: format!("“{name}” says that this record is deleted."),
            };
            let read = reader.read(row).ok();
            let is_known = read.is_some_and(|read| self.main.knows(&read.record));
            self.deleted.count(is_known);
            self.reject(trouble, header);
            return Ok(());
        }
        if let Some((column, name)) = self.scenarios.says_planned(row) {
            let trouble = RowTrouble {
                row: row.number,
                column: Some(column),
                value: row.get(column).into(),
                reason: format!("“{name}” says that this was planned, and not spent."),
            };
            self.reject(trouble, header);
            return Ok(());
        }
        match reader.read(row) {
            Err((column, value, reason)) => {
                let trouble = RowTrouble {
                    row: row.number,
                    column: Some(column),
                    value,
                    reason: reason.into(),
                };
                self.reject(trouble, header);
                Ok(())
            }
            Ok(mut filled) => {
                if let Some(reason) = no_record::names_a_total(&filled.record) {
                    self.reject_record(&filled.record, row.number, reason.into());
                    return Ok(());
                }
                self.contradictions.look(row, &filled);
                filled.record.spell(&self.meanings);
                self.future.leave_out(&mut filled.record);
                filled
                    .carried
                    .iter_mut()
                    .for_each(|carried| self.future.leave_out(carried));
                if let Some(costs) = &mut self.costs {
                    costs.add(filled.record, row.number);
                    return Ok(());
                }
                self.write(filled, row.number)
            }
        }
    }

    fn write(&mut self, mut filled: Filled, row: u64) -> Result<()> {
        if self.shared.is_told_before(&mut filled) {
            filled.carried = None;
        }
        let (mut written, id) = self.main.write(&filled.record, row)?;
        if self.has_own_opportunity(&filled.record) {
            filled.carried = None;
        }
        if let (Written::Twice(..), Some(carried), Some(writer)) =
            (&written, &mut filled.carried, &mut self.carried)
        {
            // The lead once more, with a further opportunity.
            carried.set("carried_by", Sql::Text(id.clone()));
            if let Some(further) = self.shared.further(writer, carried, row)? {
                self.count(&further);
                return Ok(());
            }
        }
        match &written {
            Written::Superseded(superseded) => {
                let Superseded {
                    row: earlier,
                    by,
                    news,
                    why,
                } = *superseded;
                let reason = match why {
                    Why::Later => {
                        format!("Row {by} tells a later state of the same one; that one was taken.")
                    }
                    Why::Primary => {
                        format!("Row {by} tells of the primary contact of the same one; that one was taken.")
                    }
                };
                self.reject_record(&filled.record, earlier, reason);
                let now_updated = match news {
                    News::Still => 0,
                    News::Now => 1,
                    News::NoLonger => -1,
                };
                self.report.updated += now_updated;
                self.report.unchanged -= now_updated;
                if earlier == row {
                    return Ok(());
                }
            }
            written => {
                if let Some(reason) = why_not(written) {
                    self.reject_record(&filled.record, row, reason);
                    return Ok(());
                }
            }
        }
        if let (Some(mut carried), Some(writer)) = (filled.carried, &mut self.carried) {
            carried.set("carried_by", Sql::Text(id));
            let (of_it, _) = writer.write(&carried, row)?;
            self.shared.count(&of_it);
            if written == Written::Unchanged && matches!(of_it, Written::Added | Written::Updated) {
                written = Written::Updated;
            }
        }
        if matches!(written, Written::Superseded(_)) {
            return Ok(());
        }
        if self.kind == RecordKind::Leads && filled.record.text("source").is_none() {
            self.report.source_missing += 1;
        }
        self.count(&written);
        Ok(())
    }

    /// Returns whether a file of opportunities told of this lead's: then what its row carries is the same once more.
    fn has_own_opportunity(&self, lead: &Record) -> bool {
        if self.own_opportunities.is_empty() {
            return false;
        }
        known_by(lead.text("external_id"), lead.text("email"))
            .iter()
            .any(|key| self.own_opportunities.contains(key))
    }

    fn count(&mut self, written: &Written) {
        match written {
            Written::Added => self.report.added += 1,
            Written::Updated => self.report.updated += 1,
            _ => self.report.unchanged += 1,
        }
    }

    fn reject_record(&mut self, record: &Record, row: u64, reason: String) {
        let known = ["external_id", "email", "name", "source", "campaign", "month"].iter();
        let trouble = RowTrouble {
            row,
            column: None,
            value: known
                .filter(|column| record.table.columns.contains(column))
                .find_map(|column| record.text(column))
                .unwrap_or_default()
                .into(),
            reason,
        };
        self.reject(trouble, &[]);
    }

    fn reject(&mut self, trouble: RowTrouble, header: &[String]) {
        self.report.rejected += 1;
        if self.report.rejected_rows.len() < LISTED_TROUBLES {
            self.report.rejected_rows.push(RejectedRow {
                row: trouble.row,
                column: trouble.column.and_then(|column| header.get(column)).cloned(),
                value: trouble.value,
                reason: trouble.reason,
            });
        }
    }

    /// Writes the costs that were gathered.
    fn write_costs(&mut self, gathered: Costs) -> Result<()> {
        let words = Words::new(&self.change.company()?);
        let mut gathered = gathered.finish(self.change)?;
        let known = known_costs::read(self.change)?;
        let beside = ChannelCosts::of(&known).leave_out(&mut gathered.costs, &mut gathered.left_out, &words);
        gathered.left_out.sort_by_key(|(row, ..)| *row);
        self.report.notes.extend(gathered.notes);
        self.report.notes.extend(beside);
        for (row, record, reason) in gathered.left_out {
            self.reject_record(&record, row, reason);
        }
        let mut periods = Periods::of(known, words);
        for (row, record) in gathered.costs {
            match periods.add(&record) {
                Added::Yes => {}
                Added::InPlaceOf(parts) => {
                    for place in parts {
                        self.main.set_aside(place)?;
                    }
                }
                Added::No(reason) => {
                    self.reject_record(&record, row, reason);
                    continue;
                }
            }
            let (written, _) = self.main.write(&record, row)?;
            self.count(&written);
        }
        self.report.notes.extend(periods.notes());
        Ok(())
    }

    fn finish(&mut self) -> Result<()> {
        if let Some(costs) = self.costs.take() {
            self.write_costs(costs)?;
        }
        self.report.notes.extend(self.scenarios.note());
        self.report.notes.extend(self.contradictions.notes());
        self.report.notes.extend(self.future.notes());
        let of_carried = self.carried.as_ref().map_or(0, |carried| carried.conflicts);
        self.report.conflicts = self.main.conflicts + of_carried;
        self.report.notes.extend(self.main.duplicates.notes(self.kind));
        self.report.notes.extend(self.main.update_notes.notes(self.kind));
        self.main.finish()?;
        self.carried.iter_mut().try_for_each(Writer::finish)?;
        self.report.notes.extend(self.shared.notes());
        self.report.notes.extend(self.deleted.notes());
        Ok(())
    }
}
