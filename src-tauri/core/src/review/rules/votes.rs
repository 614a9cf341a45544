//! Votes: five a person, three at most on one note. Ties are shown as such.

use std::collections::BTreeMap;

use lockstep_workspace::error::{Error, Result};

use crate::{ids::ListItemId, review::ReviewVote};

/// So many votes everybody has.
pub const VOTES_EACH: i64 = 5;
/// So many of them at most may go to one note.
pub const MOST_ON_ONE: i64 = 3;

/// Checks how many votes somebody gives a note. `others` are those the same person has given to other notes.
///
/// # Errors
/// `Invalid` when that is more than there are.
pub fn check(votes: i64, others: i64) -> Result<()> {
    if !(0..=MOST_ON_ONE).contains(&votes) {
        return Err(Error::invalid(
            "votes",
            format!("A note can have up to {MOST_ON_ONE} of your votes."),
        ));
    }
    let left = VOTES_EACH - others;
    if votes > left {
        let have = match left {
            ..=0 => "You have no votes left.".to_owned(),
            1 => "You have one vote left.".to_owned(),
            left => format!("You have {left} votes left."),
        };
        return Err(Error::invalid("votes", have).hint("Take one back from another note first."));
    }
    Ok(())
}

/// How a note stands among the others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct VoteCount {
    /// All its votes.
    pub votes: i64,
    /// Its place, from 1; those with as many votes share it. Nothing without a vote.
    pub place: Option<usize>,
    /// Whether it shares its place.
    pub is_tie: bool,
}

/// Returns how each note stands that has votes.
#[must_use]
pub fn count(votes: &[ReviewVote]) -> BTreeMap<&ListItemId, VoteCount> {
    let mut sums: BTreeMap<&ListItemId, i64> = BTreeMap::new();
    for vote in votes.iter().filter(|vote| vote.votes > 0) {
        *sums.entry(&vote.note).or_default() += vote.votes;
    }
    sums.iter()
        .map(|(note, votes)| {
            let better = sums.values().filter(|other| *other > votes).count();
            let same = sums.values().filter(|other| *other == votes).count();
            (
                *note,
                VoteCount {
                    votes: *votes,
                    place: Some(better + 1),
                    is_tie: same > 1,
                },
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn vote(note: &str, person: &str, votes: i64) -> ReviewVote {
        ReviewVote {
            id: format!("{note} {person}").into(),
            review: String::from("review").into(),
            note: ListItemId(note.into()),
            person: String::from(person).into(),
            votes,
        }
    }

    #[test]
    fn ties_share_a_place_and_the_next_one_is_behind_both() {
        let votes = [
            vote("a", "Sasha", 3),
            vote("b", "Mika", 2),
            vote("b", "Sasha", 1),
            vote("c", "Mika", 1),
            vote("d", "Mika", 0),
        ];
        let found = count(&votes);
        let place = |note: &str| {
            found
                .get(&ListItemId(note.into()))
                .map(|one| (one.votes, one.place, one.is_tie))
        };
        assert_eq!(place("a"), Some((3, Some(1), true)));
        assert_eq!(place("b"), Some((3, Some(1), true)));
        assert_eq!(place("c"), Some((1, Some(3), false)));
        assert_eq!(place("d"), None);
    }

    proptest! {
        /// However votes are given and taken back, nobody ever has more than five out, or more than three on one note.
        #[test]
        fn nobody_gives_more_than_there_are(steps in prop::collection::vec((0_usize..6, -1_i64..7), 0..40)) {
            let mut given = [0_i64; 6];
            for (note, votes) in steps {
                let others = given.iter().enumerate().filter(|(other, _)| *other != note).map(|(_, votes)| votes).sum();
                if check(votes, others).is_ok() && let Some(slot) = given.get_mut(note) {
                    *slot = votes;
                }
                prop_assert!(given.iter().sum::<i64>() <= VOTES_EACH);
                prop_assert!(given.iter().all(|votes| (0..=MOST_ON_ONE).contains(votes)));
            }
        }
    }
}
