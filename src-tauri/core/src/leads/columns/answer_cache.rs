//! Answers that were worked out from the columns. They hold until a lead changes, and whoever leafs through pages or
//! changes a word of a definition asks for the same again and again.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    convert::Infallible,
    sync::{Arc, Mutex, PoisonError},
};

/// The last answers to each kind of question.
#[derive(Debug, Default)]
pub(crate) struct AnswerCache(Mutex<HashMap<TypeId, Box<dyn Any + Send>>>);

/// Questions of a kind with their answers, the one asked last first.
type Answered<Q, A> = Vec<(Q, Arc<A>)>;

impl Clone for AnswerCache {
    /// Columns are copied to be changed, and then nothing that was found holds.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl AnswerCache {
    /// Returns what was answered when this was asked last, or else what `find` finds. Of each kind of question one answer is
    /// kept.
    pub fn answer<Q, A>(&self, question: Q, find: impl FnOnce(&Q) -> A) -> Arc<A>
    where
        Q: PartialEq + Send + 'static,
        A: Send + Sync + 'static,
    {
        self.one_of(1, question, find)
    }

    /// Returns it as [`AnswerCache::answer`] does; of this kind of question the last answers are kept, so many at most.
    pub fn one_of<Q, A>(&self, most: usize, question: Q, find: impl FnOnce(&Q) -> A) -> Arc<A>
    where
        Q: PartialEq + Send + 'static,
        A: Send + Sync + 'static,
    {
        let found = self.try_one_of(most, question, |question| Ok::<A, Infallible>(find(question)));
        match found {
            Ok(answer) => answer,
            Err(never) => match never {},
        }
    }

    /// Returns an answer as [`AnswerCache::answer`] does; where it cannot be found, nothing is kept.
    ///
    /// # Errors
    /// As `find`.
    pub fn try_answer<Q, A, E>(&self, question: Q, find: impl FnOnce(&Q) -> Result<A, E>) -> Result<Arc<A>, E>
    where
        Q: PartialEq + Send + 'static,
        A: Send + Sync + 'static,
    {
        self.try_one_of(1, question, find)
    }

    /// Returns an answer as [`AnswerCache::one_of`] does; where it cannot be found, nothing is kept.
    ///
    /// # Errors
    /// As `find`.
    pub fn try_one_of<Q, A, E>(
        &self,
        most: usize,
        question: Q,
        find: impl FnOnce(&Q) -> Result<A, E>,
    ) -> Result<Arc<A>, E>
    where
        Q: PartialEq + Send + 'static,
        A: Send + Sync + 'static,
    {
        let kind = TypeId::of::<Answered<Q, A>>();
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answered) = lock()
            .get_mut(&kind)
            .and_then(|any| any.downcast_mut::<Answered<Q, A>>())
            && let Some(place) = answered.iter().position(|(before, _)| *before == question)
        {
            // What was asked last is forgotten last.
            let asked = answered.remove(place);
            let answer = Arc::clone(&asked.1);
            answered.insert(0, asked);
            return Ok(answer);
        }
        // Not under the lock: one answer may rest on another.
        let answer = Arc::new(find(&question)?);
        let mut all = lock();
        let answered = all
            .entry(kind)
            .or_insert_with(|| Box::new(Answered::<Q, A>::new()));
        if let Some(answered) = answered.downcast_mut::<Answered<Q, A>>() {
            answered.truncate(most.saturating_sub(1));
            answered.insert(0, (question, Arc::clone(&answer)));
        }
        Ok(answer)
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
        let mut remembered = AnswerCache::default();
        let ask = |remembered: &AnswerCache, question: &'static str| {
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
    fn of_several_answers_the_one_asked_longest_ago_is_forgotten() {
        let remembered = AnswerCache::default();
        let mut worked = Vec::new();
        for number in [1, 2, 1, 3, 1, 2] {
            remembered.one_of(2, number, |number| worked.push(*number));
        }
        assert_eq!(worked, [1, 2, 3, 2]);
    }

    #[test]
    fn one_answer_may_rest_on_another() {
        let remembered = AnswerCache::default();
        let answer = remembered.answer(1_u8, |_| *remembered.answer("one", |one| one.len()) + 1);
        assert_eq!(*answer, 4);
    }
}
