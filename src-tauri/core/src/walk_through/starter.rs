//! The steps to begin from, for whoever walks through the sale for the first time.

/// The names of the steps, in their order.
pub(super) const STEPS: [&str; 5] = [
    "First call",
    "Finding out what they need",
    "Presentation",
    "Proposal",
    "Closing",
];
