//! The reviews of this year: there is a definition, and both sides talk about the same number.

use super::said::{Agreed, Decision, OneSide, Parked, Said};

/// What was said in its first three quarters; the last is not over while the story is told.
pub(super) const QUARTERS: [Said; 3] = [
    Said {
        sales: OneSide {
            notes: [
                (
                    "working",
                    "Since the definition, calls begin with a ward that has a need.",
                ),
                (
                    "not_working",
                    "Many qualified leads have no date; we call into the blue.",
                ),
            ],
            votes: [0, 3, 1, 1],
            confidence: &[4, 3, 3, 3, 4],
            pulse: [3, 4, 3, 3],
        },
        marketing: OneSide {
            notes: [
                ("working", "Reasons for rejection arrive within a week."),
                (
                    "adjust",
                    "The goal is too low: raise it and share the budget by source.",
                ),
            ],
            votes: [1, 2, 0, 2],
            confidence: &[4, 3, 3, 3, 4],
            pulse: [3, 4, 3, 3],
        },
        decision: Decision {
            question: "Do we ask for a date?",
            choice: "A qualified lead has a planned purchase within 180 days",
            why: "Calls without a date led nowhere in this quarter",
            owner: "Jonas Lind",
            changes: Some("definition"),
        },
        actions: &[
            Agreed {
                name: "A guide for wards that have no date yet",
                owner: "Ana Costa",
                due: 30,
                done: Some(26),
            },
            Agreed {
                name: "Call back all leads of the congress",
                owner: "Tom Becker",
                due: 21,
                done: Some(19),
            },
        ],
        parked: Parked {
            name: "Do we sell to nursing homes?",
            settled: None,
        },
    },
    Said {
        sales: OneSide {
            notes: [
                ("working", "The date in the definition: fewer calls, more visits."),
                (
                    "not_working",
                    "The business case is rebuilt by hand for each hospital.",
                ),
            ],
            votes: [1, 2, 0, 2],
            confidence: &[4, 4, 3, 3, 4],
            pulse: [4, 4, 3, 4],
        },
        marketing: OneSide {
            notes: [
                (
                    "not_working",
                    "First contact took more than two days for a quarter of the leads.",
                ),
                ("adjust", "One calculator that both use."),
            ],
            votes: [0, 1, 2, 2],
            confidence: &[3, 4, 4, 3, 4],
            pulse: [3, 4, 4, 4],
        },
        decision: Decision {
            question: "Who builds the calculator?",
            choice: "Marketing builds it, Sales tests it in three deals",
            why: "It is used in every deal and differs in each",
            owner: "Jonas Lind",
            changes: None,
        },
        actions: &[
            Agreed {
                name: "A calculator for the business case",
                owner: "Jonas Lind",
                due: 45,
                done: None,
            },
            Agreed {
                name: "Try the calculator in three deals",
                owner: "Tom Becker",
                due: 60,
                done: None,
            },
        ],
        parked: Parked {
            name: "A reference visit in the south",
            settled: None,
        },
    },
    Said {
        sales: OneSide {
            notes: [
                ("working", "Two sides, one number: nobody argued about the count."),
                ("not_working", "Approved pieces for procurement are missing."),
            ],
            votes: [1, 3, 0, 1],
            confidence: &[4, 4, 4, 3, 4],
            pulse: [4, 5, 4, 4],
        },
        marketing: OneSide {
            notes: [
                ("not_working", "Webinar leads wait longest for their first call."),
                ("adjust", "Fewer bought lists, more reference visits next year."),
            ],
            votes: [0, 1, 2, 2],
            confidence: &[4, 4, 4, 3, 5],
            pulse: [4, 4, 4, 4],
        },
        decision: Decision {
            question: "Where does next year’s money go?",
            choice: "From bought lists to reference visits",
            why: "They bring few leads that Sales accepts",
            owner: "Jonas Lind",
            changes: None,
        },
        actions: &[
            Agreed {
                name: "A one-pager for procurement",
                owner: "Ana Costa",
                due: 30,
                done: None,
            },
            Agreed {
                name: "A fixed hour a day for first calls to webinar leads",
                owner: "Tom Becker",
                due: 14,
                done: Some(12),
            },
        ],
        parked: Parked {
            name: "A second study centre",
            settled: None,
        },
    },
];

/// What is written for the review that is next: by whom, under which heading, and what.
pub(super) const NEXT: [(&str, &str, &str); 3] = [
    (
        "Jonas Lind",
        "working",
        "The content matrix: we see where nothing answers.",
    ),
    (
        "Jonas Lind",
        "adjust",
        "Plan next year’s webinars with Sales in the room.",
    ),
    ("Priya Raman", "not_working", "The calculator is still missing."),
];
