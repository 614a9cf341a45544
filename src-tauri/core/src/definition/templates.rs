//! Templates: how a definition can begin. Each is a starting point to argue about, not an answer; where the company's own
//! leads have a column for what is asked, the criterion is put on it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use super::{FieldName, PromiseKind, evaluation::column, fields, list_items::DefinitionItem};
use crate::leads::columns::lead_columns;
use lockstep_text::key;
use lockstep_workspace::{context::ReadContext, error::Result};

/// What every definition says first (P20).
pub const SENTENCE: &str =
    "A qualified lead is not yet a sale. It is a customer whom sales has good reason to call.";

/// A template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "DefinitionTemplate")]
pub enum Template {
    /// Budget, authority, need and timing.
    Bant,
    /// The ideal customer profile.
    BestFit,
    /// Points for fit and interest, with a threshold.
    Points,
    /// The three questions, and nothing else.
    Blank,
}

/// A template, as it is offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TemplateEntry {
    /// The template.
    pub template: Template,
    /// Its name.
    pub name: &'static str,
    /// For whom it is, in a sentence.
    pub about: &'static str,
    /// What it would ask for and no lead here has, so that it begins without: every lead would fail by it.
    pub left_out: Vec<String>,
}

/// Returns all templates, as they are offered.
///
/// # Errors
/// `Damaged` when the leads cannot be read.
pub fn entries(reader: &ReadContext) -> Result<Vec<TemplateEntry>> {
    let entry = |template, name, about| {
        Ok(TemplateEntry {
            template,
            name,
            about,
            left_out: lines(template, reader)?.left_out,
        })
    };
    [
        entry(
            Template::Bant,
            "Budget, authority, need, timing",
            "The classic four, for sales that take a conversation: who pays, who decides, what hurts, by when.",
        ),
        entry(
            Template::BestFit,
            "Best-fit company",
            "Starts from the companies you win with: industry, size, region, and the role you talk to.",
        ),
        entry(
            Template::Points,
            "Points for fit and interest",
            "For many leads with little known of each: everything brings points, and a threshold decides.",
        ),
        entry(
            Template::Blank,
            "The three questions",
            "An empty page with the three questions that both of you answer together.",
        ),
    ]
    .into_iter()
    .collect()
}

/// The words of a template.
pub(super) struct TemplateText {
    pub customer: &'static str,
    pub information: &'static str,
    pub certainty: &'static str,
    pub threshold: Option<i64>,
}

/// Returns what a template answers to the three questions.
pub(super) fn text(template: Template) -> TemplateText {
    let (customer, information, certainty, threshold) = match template {
        Template::Bant => (
            "A company that has the problem we solve, talked to at the level that can decide.",
            "Who decides, what the need is, what it may cost and by when it should be solved.",
            "Money is set aside and a date is set: they mean to buy within two to three months.",
            None,
        ),
        Template::BestFit => (
            "A company like the ones we win with and keep.",
            "The company, its size and industry, and a person we can reach.",
            "",
            None,
        ),
        Template::Points => (
            "The better the company and the role fit, the more points.",
            "Enough to reach the person, and where the lead came from.",
            "",
            Some(50),
        ),
        Template::Blank => ("", "", "", None),
    };
    TemplateText {
        customer,
        information,
        certainty,
        threshold,
    }
}

/// The lines with which a template begins here.
pub(super) struct TemplateLines {
    pub lines: Vec<DefinitionItem>,
    /// The points that its criteria give together.
    pub points: i64,
    /// The fields that it would ask for and that no lead has.
    pub left_out: Vec<String>,
}

impl TemplateLines {
    /// Returns the threshold that goes with the criteria that are left: it stays within what they can give.
    pub fn threshold(&self, usual: Option<i64>) -> Option<i64> {
        let within_reach = self.points * 5 / 8;
        usual
            .map(|usual| usual.min(within_reach))
            .filter(|points| *points > 0)
    }
}

/// Returns the lines of a template, put on the columns that the company's leads have. While there are no leads, nothing is
/// left out.
pub(super) fn lines(template: Template, reader: &ReadContext) -> Result<TemplateLines> {
    let own = Own(fields::attributes(reader)?);
    let leads = lead_columns(reader)?;
    let mut lines = Vec::new();
    let mut left_out: Vec<String> = Vec::new();
    let mut points = 0;
    let mut criterion = |values: Value| -> Result<()> {
        let field: FieldName = serde_json::from_value(values.get("field").cloned().unwrap_or_default())?;
        let is_known = column(&leads, &field).is_some_and(|column| column.filled() > 0);
        if leads.rows() > 0 && !is_known {
            let label = field.label();
            if !left_out.contains(&label) {
                left_out.push(label);
            }
            return Ok(());
        }
        points += values.get("points").and_then(Value::as_i64).unwrap_or(0);
        lines.push(DefinitionItem::Criterion(Box::new(serde_json::from_value(
            values,
        )?)));
        Ok(())
    };
    match template {
        Template::Bant => {
            criterion(json!({ "question": "customer", "field": "title", "test": "known",
                "why": "Authority: we know whom we talk to." }))?;
            criterion(
                json!({ "question": "information", "field": own.field("Need", &["need", "usecase", "interest", "problem"]),
                "test": "known", "why": "Need: without one there is nothing to solve." }),
            )?;
            criterion(
                json!({ "question": "information", "field": own.field("Budget", &["budget"]), "test": "known",
                "why": "Budget: they know what it may cost." }),
            )?;
            criterion(json!({ "question": "certainty",
                "field": own.field("Planned purchase", &["purchase", "timing", "timeline", "timeframe", "decisiondate"]),
                "test": "within_days", "days": 90, "why": "Timing: they mean to buy in the next two to three months." }))?;
        }
        Template::BestFit => {
            criterion(
                json!({ "question": "customer", "field": own.field("Industry", &["industry", "sector", "branche"]),
                "test": "known", "why": "We win in some industries and not in others." }),
            )?;
            criterion(json!({ "question": "customer",
                "field": own.field("Employees", &["employees", "companysize", "headcount", "mitarbeiter"]),
                "test": "known", "why": "Size decides whether our offer pays off for them." }))?;
            criterion(
                json!({ "question": "information", "field": "company", "test": "known",
                "why": "Sales calls a company, not an address." }),
            )?;
            criterion(
                json!({ "question": "information", "field": "email", "test": "known",
                "why": "Sales can reach somebody." }),
            )?;
        }
        Template::Points => {
            criterion(json!({ "question": "customer", "role": "points", "points": 30,
                "field": own.field("Employees", &["employees", "companysize", "headcount", "mitarbeiter"]),
                "test": "known", "why": "A company whose size we know is one that we looked up." }))?;
            criterion(
                json!({ "question": "customer", "role": "points", "points": 20, "field": "title", "test": "known",
                "why": "We know whom we talk to." }),
            )?;
            criterion(
                json!({ "question": "information", "role": "points", "points": 20, "field": "phone", "test": "known",
                "why": "Sales can call." }),
            )?;
            criterion(
                json!({ "question": "information", "role": "points", "points": 10, "field": "source", "test": "known",
                "why": "We know what brought them." }),
            )?;
        }
        Template::Blank => {}
    }
    if template != Template::Blank {
        criterion(
            json!({ "question": null, "role": "disqualifies", "field": "title", "test": "contains",
            "words": ["student", "intern", "trainee"], "reason": "student_or_curious",
            "why": "Curious about the technology, and not buying." }),
        )?;
        let mut signal = |kind: &str, text: &str| -> Result<()> {
            let values = json!({ "kind": kind, "text": text });
            lines.push(DefinitionItem::Signal(serde_json::from_value(values)?));
            Ok(())
        };
        signal("trigger", "Asks for a price, a demonstration or a date.")?;
        signal("walk_away", "Nobody in the company owns the problem.")?;
    }
    for kind in PromiseKind::ALL {
        let is_usual = !matches!(kind, PromiseKind::AcceptedLeads | PromiseKind::Attempts);
        if is_usual {
            lines.push(DefinitionItem::Promise(serde_json::from_value(
                json!({ "kind": kind }),
            )?));
        }
    }
    Ok(TemplateLines {
        lines,
        points,
        left_out,
    })
}

/// The columns that the company's own leads have.
struct Own(Vec<String>);

impl Own {
    /// Returns the column that is called like one of `names`, else a new one called `label`.
    fn field(&self, label: &str, names: &[&str]) -> FieldName {
        let found = names
            .iter()
            .find_map(|name| self.0.iter().find(|own| key(own).contains(name)));
        FieldName::attribute(found.map_or(label, String::as_str))
    }
}
