//! The columns as the open workspace keeps them: read when they are asked for first or a little ahead, and again when leads
//! changed since.

use std::{
    cell::{Cell, RefCell},
    sync::Arc,
};

use super::{LeadColumns, reading::Reading};
use lockstep_workspace::{
    context::ReadContext,
    derived::DerivedState,
    error::{Error, Result},
    reads,
};

/// With more changes than this, everything is read again.
const FEW: usize = 50_000;

/// With more changes than this, orders are worked out again, too.
const VERY_FEW: usize = 50;

/// So many rows are read ahead at a time: about as long as a question may take.
const AHEAD: u32 = 2_000;

/// Columns, and up to where in the journal they know what happened.
#[derive(Default)]
pub(crate) struct ColumnCache {
    state: RefCell<State>,
    is_non_blocking: Cell<bool>,
    would_block: Cell<bool>,
}

#[derive(Default)]
enum State {
    #[default]
    Unread,
    /// Some rows were read ahead.
    Begun {
        reading: Box<Reading>,
        through: i64,
    },
    Read {
        columns: Arc<LeadColumns>,
        through: i64,
    },
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

/// Returns all leads and opportunities as columns.
///
/// # Errors
/// `Damaged` when a stored value is none that it can be.
pub fn lead_columns(reader: &ReadContext) -> Result<Arc<LeadColumns>> {
    match reader.derived().get::<ColumnCache>() {
        Some(cache) => reads::unnoted(|| cache.columns(reader)),
        None => read_again(reader),
    }
}

impl ColumnCache {
    /// Returns the columns as `reader` sees the file. What a change under way sees is handed out and not kept, because the
    /// change may yet be given up.
    fn columns(&self, reader: &ReadContext) -> Result<Arc<LeadColumns>> {
        let now = journalled(reader)?;
        if reader.is_in_transaction() {
            let before = match &*self.state.borrow() {
                State::Read { columns, through } => Some((Arc::clone(columns), *through)),
                State::Unread | State::Begun { .. } => None,
            };
            let known = before.map(|(columns, through)| brought_up(reader, columns, through));
            return known
                .transpose()?
                .flatten()
                .map_or_else(|| read_again(reader), Ok);
        }
        let state = self.state.take();
        if self.is_non_blocking.get() && !matches!(state, State::Read { .. }) {
            self.state.replace(state);
            return Err(self.would_have_blocked());
        }
        let (columns, through) = match state {
            State::Read { columns, through } => (columns, through),
            State::Begun { reading, through } => (Arc::new(reading.done(reader)?), through),
            State::Unread => (read_again(reader)?, now),
        };
        let columns = match brought_up(reader, columns, through)? {
            Some(columns) => columns,
            // What was read holds no longer and is gone; whoever is patient reads it ahead from the beginning.
            None if self.is_non_blocking.get() => return Err(self.would_have_blocked()),
            None => read_again(reader)?,
        };
        self.state.replace(State::Read {
            columns: Arc::clone(&columns),
            through: now,
        });
        Ok(columns)
    }

    fn would_have_blocked(&self) -> Error {
        self.would_block.set(true);
        Error::internal("the leads are not read yet")
    }
}

impl DerivedState for ColumnCache {
    fn reads(&self) -> &'static [&'static str] {
        &["company", "import", "lead", "opportunity", "cost", "judgement"]
    }

    fn beside(&self) -> Box<dyn DerivedState> {
        let state = match &*self.state.borrow() {
            State::Read { columns, through } => State::Read {
                columns: Arc::clone(columns),
                through: *through,
            },
            State::Unread | State::Begun { .. } => State::Unread,
        };
        Box::new(Self {
            state: RefCell::new(state),
            ..Self::default()
        })
    }

    fn prefetch(&self, reader: &ReadContext) -> Result<bool> {
        let (mut reading, through) = match self.state.take() {
            State::Unread => (Box::new(Reading::begin(reader)?), journalled(reader)?),
            State::Begun { reading, through } => (reading, through),
            read @ State::Read { .. } => {
                self.state.replace(read);
                return Ok(false);
            }
        };
        let more = reading.read(reader, AHEAD)?;
        self.state.replace(if more {
            State::Begun { reading, through }
        } else {
            State::Read {
                columns: Arc::new(reading.done(reader)?),
                through,
            }
        });
        Ok(more)
    }

    fn set_non_blocking(&self) {
        self.is_non_blocking.set(true);
    }

    fn take_would_block(&self) -> bool {
        self.is_non_blocking.set(false);
        self.would_block.take()
    }
}

/// Returns up to where the journal goes.
fn journalled(reader: &ReadContext) -> Result<i64> {
    reader.count("SELECT coalesce(max(rowid), 0) FROM journal_row", [])
}

fn read_again(reader: &ReadContext) -> Result<Arc<LeadColumns>> {
    Ok(Arc::new(Reading::begin(reader)?.done(reader)?))
}

/// Returns columns with what happened since; nothing where so much happened that they are to be read again.
fn brought_up(
    reader: &ReadContext,
    mut columns: Arc<LeadColumns>,
    through: i64,
) -> Result<Option<Arc<LeadColumns>>> {
    let (leads, judged) = match since(reader, through)? {
        Since::Little { leads, judged } => (leads, judged),
        Since::Much => return Ok(None),
    };
    if leads.is_empty() && !judged {
        return Ok(Some(columns));
    }
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
            return Ok(None);
        }
    }
    Ok(Some(columns))
}

/// Leads come and go only with imports, and an import is known by its own row. Any other change of a lead stands in the
/// journal, row by row.
fn since(reader: &ReadContext, through: i64) -> Result<Since> {
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
