//! The joint goals: one card each, read like a contract.

use lockstep_tests::{Result, window::Window};

/// A goal's card on the page of a plan.
pub struct Goal<'w> {
    window: &'w Window,
    card: String,
}

impl<'w> Goal<'w> {
    /// Finds the card of the goal called `name`.
    pub fn called(window: &'w Window, name: &str) -> Self {
        let card = format!("article[aria-label='{name}']");
        Self { window, card }
    }

    /// Types a value into one of the card's fields.
    pub async fn write(&self, label: &str, value: &str) -> Result {
        self.window.type_in(&self.card, label, value).await
    }

    /// Names who answers for it on each side.
    pub async fn owned_by(&self, sales: &str, marketing: &str) -> Result {
        self.window.choose(&self.card, "Sales answers", sales).await?;
        self.window
            .choose(&self.card, "Marketing answers", marketing)
            .await
    }

    /// Waits until a field of the card holds `value`.
    pub async fn holds(&self, label: &str, value: &str) -> Result {
        self.window.holds(&self.card, label, value).await
    }
}
