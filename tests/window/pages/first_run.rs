//! The first run: three choices, and the short form of a new workspace.

use lockstep_tests::{Result, window::Window};

/// What the form of a new workspace asks for.
pub struct Founding {
    pub company: &'static str,
    pub fiscal_start: &'static str,
    pub currency: &'static str,
    pub sales: &'static str,
    pub marketing: &'static str,
}

/// A company whose year is the calendar year, with one leader on each side.
pub const ACME: Founding = Founding {
    company: "Acme Medical",
    fiscal_start: "January",
    currency: "EUR",
    sales: "Sasha Brandt",
    marketing: "Mika Olsen",
};

const FORM: &str = "form[aria-label='Start your workspace']";
const SALES: &str = "fieldset:nth-of-type(1)";
const MARKETING: &str = "fieldset:nth-of-type(2)";

/// Fills in the form and keeps the workspace where the dialog says.
pub async fn found(window: &Window, founding: &Founding) -> Result {
    window.click("Start your workspace").await?;
    window.type_into("Company", founding.company).await?;
    window
        .choose(FORM, "The fiscal year starts in", founding.fiscal_start)
        .await?;
    window.type_in(FORM, "Currency", founding.currency).await?;
    window.click_in("[role=listbox]", founding.currency).await?;
    window.type_in(SALES, "Name", founding.sales).await?;
    window.type_in(MARKETING, "Name", founding.marketing).await?;
    window.click("Choose where to keep it…").await?;
    window.sees("Where we stand").await?;
    window.sees(founding.company).await
}
