//! The reviews of the second year: one goal for both, which they miss and say so early.

use super::said::{Agreed, Decision, OneSide, Parked, Said};

/// What was said in its four quarters.
pub(super) const QUARTERS: [Said; 4] = [
    Said {
        sales: OneSide {
            notes: [
                ("working", "One number to talk about: 21 leads taken on."),
                ("not_working", "Two of us take on different leads."),
            ],
            votes: [1, 2, 0, 2],
            confidence: &[3, 2, 3],
            pulse: [2, 3, 2, 3],
        },
        marketing: OneSide {
            notes: [
                (
                    "working",
                    "Our forms ask for the ward now, and four of five people fill it in.",
                ),
                (
                    "not_working",
                    "Of the leads that are not taken on we seldom hear why.",
                ),
            ],
            votes: [1, 1, 0, 3],
            confidence: &[3, 2, 3],
            pulse: [2, 3, 2, 2],
        },
        decision: Decision {
            question: "What do we say when a lead is not taken on?",
            choice: "One of five reasons, in the same words each time",
            why: "A no without a reason teaches nobody anything",
            owner: "Priya Raman",
            changes: None,
        },
        actions: &[
            Agreed {
                name: "A card with the five reasons for every desk",
                owner: "Ana Costa",
                due: 21,
                done: Some(105),
            },
            Agreed {
                name: "Agree in the sales team what taken on means",
                owner: "Tom Becker",
                due: 30,
                done: Some(24),
            },
        ],
        parked: Parked {
            name: "Do leads from partners count?",
            settled: Some(185),
        },
    },
    Said {
        sales: OneSide {
            notes: [
                (
                    "working",
                    "Every visit to a customer’s ward became an opportunity.",
                ),
                (
                    "not_working",
                    "The spring congress brought 400 names, and we reached a quarter of them.",
                ),
            ],
            votes: [1, 2, 0, 2],
            confidence: &[3, 2, 3],
            pulse: [3, 3, 2, 2],
        },
        marketing: OneSide {
            notes: [
                ("working", "The webinar on fluid status was full twice."),
                ("adjust", "Fewer congresses, with talks booked beforehand."),
            ],
            votes: [1, 1, 1, 2],
            confidence: &[3, 2, 4],
            pulse: [3, 3, 2, 3],
        },
        decision: Decision {
            question: "What do we do with the congress names?",
            choice: "Sales calls those with a ward, Marketing writes to the others",
            why: "Nobody can call them all, and nobody should be forgotten",
            owner: "Jonas Lind",
            changes: None,
        },
        actions: &[
            Agreed {
                name: "Sort the congress names by ward",
                owner: "Ana Costa",
                due: 10,
                done: Some(8),
            },
            Agreed {
                name: "Call the congress names that have a ward",
                owner: "Tom Becker",
                due: 45,
                done: Some(100),
            },
        ],
        parked: Parked {
            name: "Take a customer along to a congress",
            settled: Some(200),
        },
    },
    Said {
        sales: OneSide {
            notes: [
                (
                    "working",
                    "Where a head nurse is named, there is a second conversation.",
                ),
                (
                    "not_working",
                    "The revenue goal has become too far away for this year.",
                ),
            ],
            votes: [1, 2, 1, 1],
            confidence: &[3, 1, 3],
            pulse: [3, 3, 2, 3],
        },
        marketing: OneSide {
            notes: [
                (
                    "working",
                    "The five reasons are in use: every second no tells us something.",
                ),
                (
                    "not_working",
                    "Of the leads handed over, we still do not know what became of four in ten.",
                ),
            ],
            votes: [1, 1, 1, 2],
            confidence: &[3, 2, 3],
            pulse: [2, 3, 3, 3],
        },
        decision: Decision {
            question: "What do we say about the revenue goal?",
            choice: "Both of us tell Helen now, with what we do about it",
            why: "The goal is ours together, and a quarter is left",
            owner: "Priya Raman",
            changes: None,
        },
        actions: &[
            Agreed {
                name: "Which webinar guests became opportunities",
                owner: "Ana Costa",
                due: 21,
                done: Some(20),
            },
            Agreed {
                name: "The evaluations that can still end this year",
                owner: "Tom Becker",
                due: 7,
                done: Some(6),
            },
        ],
        parked: Parked {
            name: "Rent instead of sale for small wards?",
            settled: Some(300),
        },
    },
    Said {
        sales: OneSide {
            notes: [
                (
                    "working",
                    "We missed the revenue goal, and nobody was surprised: we had said so in the autumn.",
                ),
                (
                    "not_working",
                    "Two thirds of the congress names had no budget and no ward.",
                ),
            ],
            votes: [2, 1, 1, 1],
            confidence: &[4, 1, 4],
            pulse: [3, 3, 3, 3],
        },
        marketing: OneSide {
            notes: [
                ("working", "118 leads taken on, by a count that both of us trust."),
                ("adjust", "Ask the hospitals that said no why they did."),
            ],
            votes: [1, 1, 1, 2],
            confidence: &[4, 1, 3],
            pulse: [3, 3, 2, 3],
        },
        decision: Decision {
            question: "To which congresses do we go?",
            choice: "To two instead of five, and only with booked talks",
            why: "Nearly all visits came from talks that had been booked",
            owner: "Jonas Lind",
            changes: None,
        },
        actions: &[
            Agreed {
                name: "Tell three congresses that we stay away this year",
                owner: "Ana Costa",
                due: 14,
                done: Some(12),
            },
            Agreed {
                name: "Twelve evaluations we lost, with a name to call",
                owner: "Tom Becker",
                due: 21,
                done: Some(21),
            },
        ],
        parked: Parked {
            name: "A customer who speaks at our stand",
            settled: Some(90),
        },
    },
];
