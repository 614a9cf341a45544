//! Answers that were worked out from the columns. They hold until a lead changes, and whoever leafs through pages or
//! changes a word of a definition asks for the same again and again.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// The last answer to each kind of question.
#[derive(Debug, Default)]
pub(crate) struct Remembered(Mutex<HashMap<TypeId, Box<dyn Any + Send>>>);

impl Clone for Remembered {
    /// Columns are copied to be changed, and then nothing that was found holds.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Remembered {
    /// Returns what was answered when this was asked last, or else what `find` finds.
    pub fn answer<Q, A>(&self, question: Q, find: impl FnOnce(&Q) -> A) -> Arc<A>
    where
        Q: PartialEq + Send + 'static,
        A: Send + Sync + 'static,
    {
        let kind = TypeId::of::<(Q, A)>();
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((before, answer)) = lock()
            .get(&kind)
            .and_then(|any| any.downcast_ref::<(Q, Arc<A>)>())
            && *before == question
        {
            return Arc::clone(answer);
        }
        // Not under the lock: one answer may rest on another.
        let answer = Arc::new(find(&question));
        lock().insert(kind, Box::new((question, Arc::clone(&answer))));
        answer
    }

    /// Forgets everything.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_question_is_worked_out_once() {
        let mut remembered = Remembered::default();
        let ask = |remembered: &Remembered, question: &'static str| {
            let mut worked = false;
            let answer = remembered.answer(question, |question| {
                worked = true;
                question.len()
            });
            (*answer, worked)
        };
        assert_eq!(ask(&remembered, "four"), (4, true));
        assert_eq!(ask(&remembered, "four"), (4, false));
        assert_eq!(ask(&remembered, "fifth"), (5, true));
        assert_eq!(ask(&remembered, "four"), (4, true));
        remembered.forget();
        assert_eq!(ask(&remembered, "four"), (4, true));
    }

    #[test]
    fn one_answer_may_rest_on_another() {
        let remembered = Remembered::default();
        let answer = remembered.answer(1_u8, |_| *remembered.answer("one", |one| one.len()) + 1);
        assert_eq!(*answer, 4);
    }
}
