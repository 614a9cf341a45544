//! The reviews of last year: a good spring, a summer of surprises, and the wish for one definition.

use super::said::{Agreed, Decision, OneSide, Parked, Said};

/// What was said in its four quarters.
pub(super) const QUARTERS: [Said; 4] = [
    Said {
        sales: OneSide {
            notes: [
                ("working", "The business case opens doors at purchasing."),
                (
                    "not_working",
                    "Some evaluations run for months, and nobody on the ward asked for them.",
                ),
            ],
            votes: [1, 3, 0, 1],
            confidence: &[3, 3, 3, 3, 4],
            pulse: [3, 3, 3, 3],
        },
        marketing: OneSide {
            notes: [
                (
                    "working",
                    "More leads taken on than a year ago, on the same budget.",
                ),
                (
                    "not_working",
                    "Our two counts of the quarter are nine leads apart.",
                ),
            ],
            votes: [1, 1, 1, 2],
            confidence: &[4, 3, 3, 3, 4],
            pulse: [3, 3, 3, 3],
        },
        decision: Decision {
            question: "When do we begin an evaluation?",
            choice: "When somebody on the ward has asked for it",
            why: "Without a sponsor, four of five were lost",
            owner: "Priya Raman",
            changes: None,
        },
        actions: &[
            Agreed {
                name: "Find the nine leads that only one of us counts",
                owner: "Ana Costa",
                due: 14,
                done: Some(13),
            },
            Agreed {
                name: "Look for a sponsor in every evaluation that runs",
                owner: "Tom Becker",
                due: 21,
                done: Some(30),
            },
        ],
        parked: Parked {
            name: "Cardiac wards: a segment of their own?",
            settled: Some(240),
        },
    },
    Said {
        sales: OneSide {
            notes: [
                ("working", "Evaluations with a sponsor end a month sooner."),
                (
                    "not_working",
                    "Two bought lists came in May, and we had no hands for them.",
                ),
            ],
            votes: [1, 2, 1, 1],
            confidence: &[3, 3, 3, 2, 3],
            pulse: [2, 3, 2, 3],
        },
        marketing: OneSide {
            notes: [
                (
                    "not_working",
                    "Since June, leads have waited eight days for a first call.",
                ),
                ("adjust", "Say two weeks ahead what comes in, and who is away."),
            ],
            votes: [0, 1, 2, 2],
            confidence: &[3, 3, 3, 2, 4],
            pulse: [2, 3, 2, 3],
        },
        decision: Decision {
            question: "What if more leads come in than can be called?",
            choice: "Marketing says two weeks ahead what comes, Sales says how much it can call",
            why: "In May and June each side took the other by surprise",
            owner: "Jonas Lind",
            changes: None,
        },
        actions: &[
            Agreed {
                name: "Mailings and lists on one calendar, with the leads we expect",
                owner: "Ana Costa",
                due: 14,
                done: Some(23),
            },
            Agreed {
                name: "A rota for first calls in August",
                owner: "Tom Becker",
                due: 7,
                done: Some(6),
            },
        ],
        parked: Parked {
            name: "First calls by the service team?",
            settled: Some(180),
        },
    },
    Said {
        sales: OneSide {
            notes: [
                (
                    "working",
                    "Since August a lead waits three days, and no longer eight.",
                ),
                ("not_working", "Our mornings go to names from bought lists."),
            ],
            votes: [1, 2, 1, 1],
            confidence: &[3, 3, 4, 3, 4],
            pulse: [2, 3, 3, 3],
        },
        marketing: OneSide {
            notes: [
                ("working", "One calendar: the autumn came without a surprise."),
                ("not_working", "Half of the leads come back without a reason."),
            ],
            votes: [1, 1, 1, 2],
            confidence: &[3, 3, 3, 3, 4],
            pulse: [3, 3, 2, 2],
        },
        decision: Decision {
            question: "Whose numbers do we believe?",
            choice: "Neither list: in January we import the CRM’s export and look at it together",
            why: "As long as each of us keeps a list, the lists will differ",
            owner: "Priya Raman",
            changes: None,
        },
        actions: &[
            Agreed {
                name: "An export of the whole year from the CRM",
                owner: "Ana Costa",
                due: 95,
                done: Some(88),
            },
            Agreed {
                name: "A reason beside every lead that is not taken on",
                owner: "Tom Becker",
                due: 30,
                done: Some(28),
            },
        ],
        parked: Parked {
            name: "Bought lists from another seller?",
            settled: Some(100),
        },
    },
    Said {
        sales: OneSide {
            notes: [
                (
                    "working",
                    "Reference visits: every second one became an opportunity.",
                ),
                (
                    "not_working",
                    "A third of the leads from bought lists had no ward behind them.",
                ),
            ],
            votes: [1, 1, 0, 3],
            confidence: &[3, 3, 3, 3, 4],
            pulse: [2, 4, 2, 3],
        },
        marketing: OneSide {
            notes: [
                (
                    "not_working",
                    "Half of the rejected leads came back without a reason.",
                ),
                ("adjust", "Write down together what a qualified lead is."),
            ],
            votes: [0, 0, 3, 2],
            confidence: &[3, 3, 4, 3, 4],
            pulse: [2, 3, 3, 3],
        },
        decision: Decision {
            question: "What counts as a qualified lead?",
            choice: "We agree on a definition and sign it",
            why: "Both sides count something else today",
            owner: "Jonas Lind",
            changes: Some("definition"),
        },
        actions: &[
            Agreed {
                name: "Draft of the definition from last year’s leads",
                owner: "Ana Costa",
                due: 5,
                done: Some(3),
            },
            Agreed {
                name: "Ten rejected leads with the reason in a sentence",
                owner: "Tom Becker",
                due: 14,
                done: Some(20),
            },
        ],
        parked: Parked {
            name: "A booth of our own at the spring congress?",
            settled: None,
        },
    },
];
