//! The columns as the open workspace keeps them: read when they are asked for first, and again when leads changed since.

use std::{cell::RefCell, sync::Arc};

use super::LeadColumns;
use crate::{change::Reader, error::Result};

/// With more changes than this, everything is read again.
const FEW: usize = 50_000;

/// With more changes than this, orders are worked out again, too.
const VERY_FEW: usize = 50;

/// Columns, and up to where in the journal they know what happened.
#[derive(Default)]
pub(crate) struct KeptColumns(RefCell<Option<Kept>>);

struct Kept {
    columns: Arc<LeadColumns>,
    through: i64,
}

/// What happened since columns were read.
enum Since {
    Much,
    Little {
        /// The fields of these leads changed.
        leads: Vec<String>,
        /// Leads were judged.
        judged: bool,
    },
}

impl KeptColumns {
    /// Returns the columns as `reader` sees the file. What a change under way sees is handed out and not kept, because the
    /// change may yet be given up.
    pub fn columns(&self, reader: &Reader, is_change: bool) -> Result<Arc<LeadColumns>> {
        let now = reader.count("SELECT coalesce(max(rowid), 0) FROM journal_row", [])?;
        let before = if is_change {
            let kept = self.0.borrow();
            kept.as_ref()
                .map(|kept| (Arc::clone(&kept.columns), kept.through))
        } else {
            self.0.take().map(|kept| (kept.columns, kept.through))
        };
        let columns = match before {
            Some((columns, through)) => brought_up(reader, columns, through)?,
            None => Arc::new(LeadColumns::read(reader)?),
        };
        if !is_change {
            self.0.replace(Some(Kept {
                columns: Arc::clone(&columns),
                through: now,
            }));
        }
        Ok(columns)
    }
}

fn brought_up(reader: &Reader, mut columns: Arc<LeadColumns>, through: i64) -> Result<Arc<LeadColumns>> {
    match since(reader, through)? {
        Since::Little { leads, judged } if leads.is_empty() && !judged => Ok(columns),
        Since::Little { leads, judged } => {
            // Copied only while somebody else still reads the old ones.
            let changing = Arc::make_mut(&mut columns);
            if judged {
                changing.forget_verdicts();
            }
            if leads.len() > VERY_FEW {
                changing.forget_orders();
            }
            for lead in &leads {
                if !changing.read_lead_again(reader, lead)? {
                    return Ok(Arc::new(LeadColumns::read(reader)?));
                }
            }
            Ok(columns)
        }
        Since::Much => {
            drop(columns);
            Ok(Arc::new(LeadColumns::read(reader)?))
        }
    }
}

/// Leads come and go only with imports, and an import is known by its own row. Any other change of a lead stands in the
/// journal, row by row.
fn since(reader: &Reader, through: i64) -> Result<Since> {
    let mut statement = reader.db().prepare_cached(
        "SELECT table_name, row_id,
                table_name = 'lead' AND json_extract(before, '$.attributes') IS json_extract(after, '$.attributes')
         FROM journal_row WHERE rowid > ?1 AND table_name IN ('import', 'lead', 'opportunity', 'cost', 'judgement')",
    )?;
    let mut found = statement.query([through])?;
    let mut leads: Vec<String> = Vec::new();
    let mut judged = false;
    while let Some(row) = found.next()? {
        if row.get_ref(0)?.as_str().is_ok_and(|table| table == "judgement") {
            judged = true;
            continue;
        }
        if !row.get::<_, bool>(2)? || leads.len() == FEW {
            return Ok(Since::Much);
        }
        let lead: String = row.get(1)?;
        if leads.last() != Some(&lead) {
            leads.push(lead);
        }
    }
    Ok(Since::Little { leads, judged })
}
