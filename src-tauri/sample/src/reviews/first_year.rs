//! The reviews of the first year: each side keeps a list of its own, and they do not agree.

use super::said::{Agreed, Decision, OneSide, Parked, Said};

/// What was said in its four quarters.
pub(super) const QUARTERS: [Said; 4] = [
    Said {
        sales: OneSide {
            notes: [
                (
                    "working",
                    "Three wards tried the monitor, and all three asked to keep it a little longer.",
                ),
                ("not_working", "Of the names on the list, few knew why we called."),
            ],
            votes: [1, 2, 1, 1],
            confidence: &[2, 3, 3],
            pulse: [2, 2, 2, 2],
        },
        marketing: OneSide {
            notes: [
                (
                    "not_working",
                    "We counted 34 leads, the sales book has 12, and we cannot say why.",
                ),
                ("adjust", "Look at both lists together once a month."),
            ],
            votes: [0, 1, 3, 1],
            confidence: &[3, 2, 3],
            pulse: [2, 2, 2, 2],
        },
        decision: Decision {
            question: "Which count do we look at?",
            choice: "Both, side by side, until we know why they differ",
            why: "Each of them is right by its own rule",
            owner: "Jonas Lind",
            changes: None,
        },
        actions: &[
            Agreed {
                name: "Lay the two lists side by side",
                owner: "Ana Costa",
                due: 21,
                done: Some(18),
            },
            Agreed {
                name: "Send the sales book as a table",
                owner: "Tom Becker",
                due: 10,
                done: Some(15),
            },
        ],
        parked: Parked {
            name: "A stand at the autumn congress?",
            settled: Some(91),
        },
    },
    Said {
        sales: OneSide {
            notes: [
                (
                    "working",
                    "Two more hospitals bought, both after an evening on the ward.",
                ),
                ("not_working", "We heard of the summer campaign from a customer."),
            ],
            votes: [1, 3, 0, 1],
            confidence: &[2, 2, 3],
            pulse: [1, 2, 2, 2],
        },
        marketing: OneSide {
            notes: [
                (
                    "not_working",
                    "The brochure was promised for April, and it is not there yet.",
                ),
                (
                    "adjust",
                    "Tell each other on Mondays what goes out and who is called.",
                ),
            ],
            votes: [0, 1, 2, 2],
            confidence: &[3, 2, 3],
            pulse: [1, 2, 2, 2],
        },
        decision: Decision {
            question: "How do we hear of each other’s plans?",
            choice: "A quarter of an hour every Monday, the same five questions each time",
            why: "Each side was surprised by the other in this quarter",
            owner: "Priya Raman",
            changes: None,
        },
        actions: &[
            Agreed {
                name: "A calendar of what goes out, for both teams",
                owner: "Ana Costa",
                due: 14,
                done: Some(22),
            },
            Agreed {
                name: "Write down what became of twenty leads",
                owner: "Tom Becker",
                due: 21,
                done: Some(17),
            },
        ],
        parked: Parked {
            name: "A newsletter for nurses?",
            settled: Some(270),
        },
    },
    Said {
        sales: OneSide {
            notes: [
                (
                    "working",
                    "The quarter of an hour on Mondays: no surprise since August.",
                ),
                (
                    "not_working",
                    "We cannot say which of our calls began with a lead of marketing’s.",
                ),
            ],
            votes: [2, 1, 1, 1],
            confidence: &[3, 3, 3],
            pulse: [2, 2, 2, 2],
        },
        marketing: OneSide {
            notes: [
                ("working", "We know what became of 60 of 113 leads."),
                ("adjust", "Next year, a goal that both of us can miss."),
            ],
            votes: [1, 1, 0, 3],
            confidence: &[3, 2, 3],
            pulse: [2, 2, 2, 3],
        },
        decision: Decision {
            question: "What do we both work for next year?",
            choice: "One goal: leads that sales takes on",
            why: "With two goals, each side could have a good year alone",
            owner: "Jonas Lind",
            changes: None,
        },
        actions: &[Agreed {
            name: "Count by hand the leads that were taken on this year",
            owner: "Ana Costa",
            due: 21,
            done: Some(19),
        }],
        parked: Parked {
            name: "Do we count people who only write to the service desk?",
            settled: Some(180),
        },
    },
    Said {
        sales: OneSide {
            notes: [
                (
                    "working",
                    "Seven hospitals bought this year, after four the year before.",
                ),
                (
                    "not_working",
                    "Half of the names on the list have no telephone number.",
                ),
            ],
            votes: [1, 2, 1, 1],
            confidence: &[3, 4, 3],
            pulse: [2, 3, 2, 3],
        },
        marketing: OneSide {
            notes: [
                (
                    "working",
                    "For the first time the plan has a goal that both of us own.",
                ),
                ("adjust", "Ask every new name for a ward and a number."),
            ],
            votes: [0, 2, 1, 2],
            confidence: &[4, 3, 3],
            pulse: [2, 3, 2, 2],
        },
        decision: Decision {
            question: "What do we ask of every new name?",
            choice: "A ward, a number, and how we came to know them",
            why: "Without these nobody can call",
            owner: "Priya Raman",
            changes: None,
        },
        actions: &[Agreed {
            name: "What a first call needs to know, on half a page",
            owner: "Tom Becker",
            due: 14,
            done: Some(11),
        }],
        parked: Parked {
            name: "A referral fee for physicians?",
            settled: Some(60),
        },
    },
];
