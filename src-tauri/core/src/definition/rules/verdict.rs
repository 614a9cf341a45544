//! The verdict: what a lead is when each criterion has said its yes, no or don't know.

use crate::definition::{Role, Verdict};

/// What one criterion said to a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// What the criterion does.
    pub role: Role,
    /// How many points it brings, where it brings points.
    pub points: i64,
    /// Whether the lead meets it; nothing when that is not known.
    pub met: Option<bool>,
}

/// Returns the verdict, in this order of precedence:
///
/// 1. a disqualifier that is met, a required criterion that is not, or a threshold that the points can no longer reach even
///    if everything unknown were met: *not qualified*;
/// 2. a required criterion that is not known, or a threshold that only the unknown could reach: *not yet*;
/// 3. otherwise *qualified*. A disqualifier of which nothing is known disqualifies nobody.
///
/// The order of the criteria never matters.
pub fn verdict(said: impl IntoIterator<Item = Said>, threshold: Option<i64>) -> Verdict {
    let (mut against, mut open) = (false, false);
    // Wide enough for the points of any definition ever signed.
    let (mut points, mut possible) = (0_i128, 0_i128);
    for Said {
        role,
        points: worth,
        met,
    } in said
    {
        match (role, met) {
            (Role::Disqualifies, Some(true)) | (Role::Required, Some(false)) => against = true,
            (Role::Required, None) => open = true,
            (Role::Points, Some(true)) => {
                points += i128::from(worth);
                possible += i128::from(worth);
            }
            (Role::Points, None) => possible += i128::from(worth.max(0)),
            (Role::Points, Some(false))
            | (Role::Required, Some(true))
            | (Role::Disqualifies, Some(false) | None) => {}
        }
    }
    if let Some(threshold) = threshold.map(i128::from) {
        against |= possible < threshold;
        open |= points < threshold;
    }
    match (against, open) {
        (true, _) => Verdict::NotQualified,
        (false, true) => Verdict::NotYet,
        (false, false) => Verdict::Qualified,
    }
}

/// Returns the points that a lead has.
pub fn points(said: impl IntoIterator<Item = Said>) -> i64 {
    said.into_iter()
        .filter(|said| said.role == Role::Points && said.met == Some(true))
        .fold(0, |sum, said| sum.saturating_add(said.points))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(role: Role, met: Option<bool>) -> Said {
        Said {
            role,
            points: 10,
            met,
        }
    }

    #[test]
    fn unknown_is_never_silently_false() {
        assert_eq!(verdict([said(Role::Required, None)], None), Verdict::NotYet);
        assert_eq!(
            verdict([said(Role::Disqualifies, None)], None),
            Verdict::Qualified
        );
        assert_eq!(verdict([said(Role::Points, None)], Some(10)), Verdict::NotYet);
        assert_eq!(
            verdict([said(Role::Points, None)], Some(11)),
            Verdict::NotQualified
        );
        let both = [said(Role::Required, None), said(Role::Required, Some(false))];
        assert_eq!(verdict(both, None), Verdict::NotQualified);
    }

    fn any_said() -> impl Strategy<Value = Said> {
        (
            prop::sample::select(vec![Role::Required, Role::Points, Role::Disqualifies]),
            0_i64..20,
            prop::option::of(any::<bool>()),
        )
            .prop_map(|(role, points, met)| Said { role, points, met })
    }

    proptest! {
        #[test]
        fn the_order_of_criteria_never_matters(
            all in prop::collection::vec(any_said(), 0..12), threshold in prop::option::of(0_i64..60), seed: u64,
        ) {
            let mut mixed = all.clone();
            let len = mixed.len();
            for place in 0..len {
                let other = (seed as usize).wrapping_mul(place + 7) % len;
                mixed.swap(place, other);
            }
            prop_assert_eq!(verdict(all, threshold), verdict(mixed, threshold));
        }

        #[test]
        fn a_required_criterion_more_never_qualifies_more(
            all in prop::collection::vec(any_said(), 0..12), threshold in prop::option::of(0_i64..60),
            met in prop::option::of(any::<bool>()),
        ) {
            let rank = |verdict| Verdict::ALL.iter().position(|known| *known == verdict);
            let more = all.iter().copied().chain([said(Role::Required, met)]);
            prop_assert!(rank(verdict(more, threshold)) >= rank(verdict(all.clone(), threshold)));
        }

        #[test]
        fn learning_more_never_turns_a_settled_verdict_around(
            all in prop::collection::vec(any_said(), 1..12), threshold in prop::option::of(0_i64..60), place: usize, learnt: bool,
        ) {
            let mut later = all.clone();
            let place = place % later.len();
            if let Some(said) = later.get_mut(place)
                && said.met.is_none()
                // What disqualifies may come to light later; that is what it is for.
                && said.role != Role::Disqualifies
            {
                said.met = Some(learnt);
                let before = verdict(all, threshold);
                if before != Verdict::NotYet {
                    prop_assert_eq!(verdict(later, threshold), before);
                }
            }
        }
    }
}
