//! What the plans of the last three years have in common.

use super::{
    Duty,
    DutyLine::{OfBucket, Own},
};

pub(super) const FOCUS: &[[&str; 3]] = &[
    [
        "add_segment",
        "Intensive care units with 20 beds and more",
        "Fluid is decided every hour, and a day less is worth the monitor.",
    ],
    [
        "add_segment",
        "Cardiac wards of university hospitals",
        "They decide sooner, publish, and others follow them.",
    ],
    [
        "add_target_account",
        "Hospital group Rhein-Nord, nine houses",
        "One sponsor in three houses; the group buys together.",
    ],
    [
        "add_target_account",
        "University hospital Lisbon",
        "Runs the study that others wait for.",
    ],
    [
        "add_target_account",
        "Øresund trusts",
        "Framework agreement is written anew this year.",
    ],
    [
        "add_out_of_scope",
        "Congress booths without booked talks",
        "Nine contacts of ten never had a ward.",
    ],
    [
        "add_out_of_scope",
        "Tenders on price alone",
        "Won none of fourteen in two years.",
    ],
];

pub(super) const DUTIES: &[Duty] = &[
    Duty {
        line: OfBucket(0),
        sales: ("Priya Raman", "Uses the agreed words and says where they fail"),
        marketing: ("Jonas Lind", "Writes the message house and keeps it"),
    },
    Duty {
        line: OfBucket(1),
        sales: (
            "Tom Becker",
            "Calls every lead within one working day, with a verdict and a reason",
        ),
        marketing: (
            "Ana Costa",
            "Hands over only leads with a ward, a name and a need",
        ),
    },
    Duty {
        line: OfBucket(2),
        sales: ("Tom Becker", "Brings customers who speak for us"),
        marketing: ("Jonas Lind", "Runs webinars, evenings and letters"),
    },
    Duty {
        line: OfBucket(3),
        sales: ("Priya Raman", "Opens the door to lost evaluations"),
        marketing: ("Ana Costa", "Holds the interviews and writes them up"),
    },
    Duty {
        line: OfBucket(4),
        sales: ("Tom Becker", "Says within a week what a piece is missing"),
        marketing: ("Ana Costa", "Mends it within a week"),
    },
    Duty {
        line: Own("First visit on a new ward"),
        sales: ("Tom Becker", "Leads the visit"),
        marketing: ("Ana Costa", "Listens in once a month, writes down questions"),
    },
];

pub(super) const RISKS: &[[&str; 4]] = &[
    [
        "risk",
        "Hospital budgets are frozen after the summer",
        "Move the account programme forward; offer rental for six months",
        "Priya Raman",
    ],
    [
        "risk",
        "The second clinic study is published late",
        "Use ward numbers of our customers until then",
        "Jonas Lind",
    ],
    [
        "assumption",
        "Two more clinical specialists start in the first quarter",
        "Checked each month; without them evaluations are limited to eight at a time",
        "Priya Raman",
    ],
    [
        "assumption",
        "The price holds",
        "Looked at in every review; exceptions are decided by both",
        "Priya Raman",
    ],
];
