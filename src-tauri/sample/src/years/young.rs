//! What the first two years say: a young company, few goals, and numbers that people count themselves.

use lockstep_workspace::people::Side::{Marketing, Sales};

use super::{ByHand, Duty, DutyLine::OfBucket, Goals, Year};

/// The year with which the story begins, and the one after it.
pub(super) const YEARS: [Year; 2] = [
    Year {
        positioning: "For intensive care teams, Tidewell shows fluid status at the bedside without a catheter.",
        budget: 180_000_00,
        last: [120, 38, 20, 14, 4, 11, 520_000_00, 210_000_00, 198],
        shape: [6, 7, 9, 8, 10, 9, 6, 4, 14, 15, 17, 15],
        revenue_goal: 950_000_00,
        renewals: 40_000_00,
        win_rate: 2_700,
        win_rate_why: "As last year: there is nothing better to go by yet.",
        points: &[
            (
                Sales,
                "went_well",
                "Four hospitals bought, each after a visit to the ward.",
            ),
            (
                Sales,
                "did_not",
                "Many of the names we called had not asked for a call.",
            ),
            (
                Marketing,
                "went_well",
                "We have a list of our own: 120 names after a year.",
            ),
            (
                Marketing,
                "did_not",
                "What became of most of these names is written down nowhere.",
            ),
        ],
        measures: &[
            (Sales, "Revenue", "money", 600_000_00, 520_000_00),
            (Sales, "Won deals", "count", 5, 4),
            (Marketing, "Leads", "count", 100, 120),
            (Marketing, "Visitors of the website", "count", 20_000, 23_400),
        ],
        goals: Goals::ByHand(&[
            ByHand {
                own: Some([
                    "Leads on marketing’s list",
                    "count",
                    "Names that came in during the year",
                    "Marketing’s list",
                ]),
                baseline: 120,
                target: 180,
                sales: "Tom Becker",
                marketing: "Ana Costa",
                counted_by: "Ana Costa",
                stood: [34, 77, 113, 190],
            },
            ByHand {
                own: Some([
                    "Signed orders",
                    "money",
                    "Sum of the orders signed in the year",
                    "The sales book",
                ]),
                baseline: 520_000_00,
                target: 950_000_00,
                sales: "Priya Raman",
                marketing: "Jonas Lind",
                counted_by: "Priya Raman",
                stood: [120_000_00, 310_000_00, 520_000_00, 980_000_00],
            },
            ByHand {
                own: None,
                baseline: 380,
                target: 395,
                sales: "Tom Becker",
                marketing: "Ana Costa",
                counted_by: "Tom Becker",
                stood: [378, 384, 391, 395],
            },
        ]),
        focus: &[
            [
                "add_segment",
                "Intensive care units with 20 beds and more",
                "Fluid is decided there every hour.",
            ],
            [
                "add_out_of_scope",
                "Nursing homes",
                "They ask, and nobody there decides about fluid.",
            ],
        ],
        initiatives: &[
            (
                "demand",
                "Talks on fluid status at three hospitals",
                1,
                9,
                60_000_00,
                45,
            ),
            ("collateral", "A first brochure for the ward", 0, 3, 20_000_00, 0),
            (
                "branding",
                "One page: what Tidewell is, and for whom",
                0,
                1,
                10_000_00,
                0,
            ),
        ],
        duties: &[
            Duty {
                line: OfBucket(1),
                sales: ("Tom Becker", "Calls the names on the list"),
                marketing: ("Ana Costa", "Keeps the list"),
            },
            Duty {
                line: OfBucket(4),
                sales: ("Priya Raman", "Says what a visit needs"),
                marketing: ("Jonas Lind", "Writes the brochure"),
            },
        ],
        risks: &[[
            "risk",
            "The approval for a second country comes late",
            "Stay with the hospitals next door until then",
            "Priya Raman",
        ]],
    },
    Year {
        positioning: "For intensive care teams who treat fluid by guesswork, Tidewell shows fluid status at the bedside.",
        budget: 290_000_00,
        last: [190, 62, 34, 25, 7, 19, 980_000_00, 430_000_00, 184],
        shape: [9, 11, 14, 12, 16, 15, 9, 6, 21, 23, 28, 26],
        revenue_goal: 2_400_000_00,
        renewals: 120_000_00,
        win_rate: 2_800,
        win_rate_why: "Wards that visit a customer first decide for us a little more often.",
        points: &[
            (Sales, "went_well", "Seven hospitals bought, after four."),
            (
                Sales,
                "did_not",
                "We heard of campaigns late and could not plan for their calls.",
            ),
            (
                Sales,
                "learned",
                "Who gave us a ward and a number was worth the call.",
            ),
            (
                Marketing,
                "went_well",
                "A quarter of an hour each Monday ended most surprises.",
            ),
            (
                Marketing,
                "did_not",
                "190 leads looked like a success; 62 of them led to a conversation.",
            ),
        ],
        measures: &[
            (Sales, "Revenue", "money", 950_000_00, 980_000_00),
            (Sales, "Won deals", "count", 7, 7),
            (Marketing, "Leads", "count", 180, 190),
            (Marketing, "Visitors of the website", "count", 30_000, 31_200),
        ],
        goals: Goals::ByHand(&[
            ByHand {
                own: Some([
                    "Jointly accepted leads",
                    "count",
                    "Leads of the year that sales took on, by both lists",
                    "Both lists, on the first Monday",
                ]),
                baseline: 62,
                target: 110,
                sales: "Tom Becker",
                marketing: "Ana Costa",
                counted_by: "Ana Costa",
                stood: [21, 47, 69, 118],
            },
            ByHand {
                own: Some([
                    "Signed orders",
                    "money",
                    "Sum of the orders signed in the year",
                    "The sales book",
                ]),
                baseline: 980_000_00,
                target: 2_400_000_00,
                sales: "Priya Raman",
                marketing: "Jonas Lind",
                counted_by: "Priya Raman",
                stood: [290_000_00, 640_000_00, 980_000_00, 1_870_000_00],
            },
            ByHand {
                own: None,
                baseline: 395,
                target: 410,
                sales: "Tom Becker",
                marketing: "Ana Costa",
                counted_by: "Tom Becker",
                stood: [394, 401, 399, 410],
            },
        ]),
        focus: &[
            [
                "add_segment",
                "Intensive care units with 20 beds and more",
                "Fluid is decided there every hour, and they talk to each other.",
            ],
            [
                "add_target_account",
                "Hospital group Rhein-Nord, nine houses",
                "One of its houses has bought; the head of its ward speaks well of us.",
            ],
            [
                "add_out_of_scope",
                "Nursing homes",
                "They ask, and nobody there decides about fluid.",
            ],
        ],
        initiatives: &[
            (
                "demand",
                "A webinar on fluid status, three times",
                2,
                10,
                50_000_00,
                45,
            ),
            ("demand", "Five congresses", 2, 9, 130_000_00, 60),
            (
                "communications",
                "Visits to the wards of customers",
                1,
                10,
                30_000_00,
                20,
            ),
            (
                "collateral",
                "A second brochure, for physicians",
                0,
                2,
                20_000_00,
                0,
            ),
        ],
        duties: &[
            Duty {
                line: OfBucket(1),
                sales: ("Tom Becker", "Says of each lead: yes, no or later"),
                marketing: ("Ana Costa", "Hands over names with a ward and a number"),
            },
            Duty {
                line: OfBucket(2),
                sales: ("Priya Raman", "Finds customers who let others visit"),
                marketing: ("Jonas Lind", "Invites, and writes afterwards"),
            },
            Duty {
                line: OfBucket(4),
                sales: ("Tom Becker", "Says what a piece is missing"),
                marketing: ("Ana Costa", "Mends it"),
            },
        ],
        risks: &[
            [
                "risk",
                "The first study is published late",
                "Invite to wards that use it",
                "Jonas Lind",
            ],
            [
                "assumption",
                "One more clinical specialist starts in spring",
                "Checked each month; without them there are four visits a month",
                "Priya Raman",
            ],
        ],
    },
];
