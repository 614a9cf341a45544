//! State that rooms derive from an open file and hold in memory: made when the file is opened, brought up to date as it
//! changes, gone when it is closed.

use std::any::Any;

use crate::{context::ReadContext, error::Result, reads};

/// What one room derives from an open file.
pub trait DerivedState: Any + Send {
    /// Returns the tables from which it is derived.
    fn reads(&self) -> &'static [&'static str];

    /// Returns the state for whoever reads the file beside us as it is now; what was derived so far is shared.
    fn beside(&self) -> Box<dyn DerivedState>;

    /// Derives a little more, ahead of the question that needs it. Returns whether there is more to do.
    ///
    /// # Errors
    /// `Damaged` when the file holds what it cannot; the question that needs it says so again.
    fn prefetch(&self, reader: &ReadContext) -> Result<bool>;

    /// From now on, and until [`DerivedState::take_would_block`] is called, a question for what is not derived yet fails at
    /// once instead of deriving it.
    fn set_non_blocking(&self);

    /// Returns whether a question failed because it would have blocked, and lets questions block again.
    fn take_would_block(&self) -> bool;
}

/// What all rooms derive from one open file.
pub struct Derived(Vec<Box<dyn DerivedState>>);

impl Derived {
    pub(crate) fn of(states: Vec<Box<dyn DerivedState>>) -> Self {
        Self(states)
    }

    /// Returns the state of one type; nothing where no room registered it.
    pub fn get<T: DerivedState>(&self) -> Option<&T> {
        let mut all = self.0.iter();
        all.find_map(|state| {
            let found = (state.as_ref() as &dyn Any).downcast_ref()?;
            reads::note(state.reads());
            Some(found)
        })
    }

    pub(crate) fn beside(&self) -> Self {
        Self(self.0.iter().map(|state| state.beside()).collect())
    }

    pub(crate) fn prefetch(&self, reader: &ReadContext) -> Result<bool> {
        for state in &self.0 {
            if state.prefetch(reader)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    pub(crate) fn set_non_blocking(&self) {
        self.0.iter().for_each(|state| state.set_non_blocking());
    }

    pub(crate) fn take_would_block(&self) -> bool {
        // Each is asked, so that each may block again.
        let asked: Vec<bool> = self.0.iter().map(|state| state.take_would_block()).collect();
        asked.contains(&true)
    }
}
