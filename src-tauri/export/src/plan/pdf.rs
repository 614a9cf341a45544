//! The plan as a document.

use chrono::{DateTime, NaiveTime, Utc};
use lockstep_core::plan::view::PlanView;
use lockstep_workspace::Result;

use super::{sheet::Sheet, shown_version};
use crate::{
    options::{Options, Paper},
    printed::Printed,
    typeset::{self, Imprint, Template},
};

const TEMPLATE: Template = &[
    ("main.typ", include_str!("../../templates/plan/main.typ")),
    ("look.typ", include_str!("../../templates/shared/look.typ")),
    ("parts.typ", include_str!("../../templates/shared/parts.typ")),
    ("seal.typ", include_str!("../../templates/shared/seal.typ")),
    ("charts.typ", include_str!("../../templates/plan/charts.typ")),
    ("cover.typ", include_str!("../../templates/plan/cover.typ")),
    ("one_page.typ", include_str!("../../templates/plan/one_page.typ")),
    (
        "look_back.typ",
        include_str!("../../templates/plan/look_back.typ"),
    ),
    ("focus.typ", include_str!("../../templates/plan/focus.typ")),
    ("goals.typ", include_str!("../../templates/plan/goals.typ")),
    ("funnel.typ", include_str!("../../templates/plan/funnel.typ")),
    (
        "initiatives.typ",
        include_str!("../../templates/plan/initiatives.typ"),
    ),
    (
        "who_does_what.typ",
        include_str!("../../templates/plan/who_does_what.typ"),
    ),
    ("risks.typ", include_str!("../../templates/plan/risks.typ")),
    ("session.typ", include_str!("../../templates/plan/session.typ")),
    (
        "agreement.typ",
        include_str!("../../templates/plan/agreement.typ"),
    ),
];

/// Returns the plan as a PDF: cover with the seal, the plan on a page, then every section.
///
/// # Errors
/// `Internal` when the document cannot be set.
pub fn pdf(view: &PlanView, options: &Options) -> Result<Printed> {
    let paper = options.paper.unwrap_or_else(|| Paper::usual_for(&view.company));
    typeset::pdf(
        TEMPLATE,
        &Sheet::new(view, paper, options.today),
        &imprint(view, options),
    )
}

fn imprint(view: &PlanView, options: &Options) -> Imprint {
    let version = shown_version(view);
    let printed: DateTime<Utc> = options.today.and_time(NaiveTime::MIN).and_utc();
    Imprint {
        ident: version.map_or_else(
            || format!("lockstep plan {} draft", view.plan.id),
            |version| format!("lockstep plan {} {}", view.plan.id, version.digest),
        ),
        as_of: version.map_or(printed, |version| {
            version.in_force_since.unwrap_or(version.proposed_at)
        }),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// Sets the section of the initiatives alone, once for each of the given groups.
    const SECTIONS: &str = r#"
        #import "look.typ": document
        #import "initiatives.typ": initiatives
        #let sheet = json("data.json")
        #show: document.with(sheet)
        #for part in sheet.parts {
          initiatives((months: sheet.months, initiatives: part))
          pagebreak()
        }
    "#;

    /// Returns a section in whose buckets so many initiatives stand.
    fn section(counts: [usize; 5]) -> Value {
        let line = json!({
            "name": "Webinars", "owner": { "name": "Mika", "role": "", "side": "marketing" }, "when": "all year",
            "goal": "Revenue", "budget": "€1,200", "leads": "40", "bar": [0.0, 1.0]
        });
        let groups: Vec<Value> = counts
            .iter()
            .map(|count| json!({ "name": "Branding", "budget": "€1,200", "leads": "40", "lines": vec![line.clone(); *count] }))
            .collect();
        json!({
            "groups": groups, "count": counts.iter().sum::<usize>(), "budget": "€6,000", "leads": "200",
            "against": "40 accepted leads are expected of them."
        })
    }

    #[test]
    fn initiatives_can_be_set_whichever_buckets_are_empty() -> Result<()> {
        // What may follow what: nothing, little, and more than a page holds; in every bucket.
        let patterns = |filled: usize| {
            (0..32)
                .map(move |pattern| [1, 2, 4, 8, 16].map(|bit| if pattern & bit == 0 { 0 } else { filled }))
        };
        let files: Box<[_]> = [("main.typ", SECTIONS)]
            .into_iter()
            .chain(TEMPLATE.iter().copied().skip(1))
            .collect();
        let template: Template = Box::leak(files);
        let parts: Vec<Value> = patterns(3).chain(patterns(12).step_by(3)).map(section).collect();
        let data = json!({
            "paper": "a4", "company": "A company", "title": "Annual plan",
            "standing": { "seal": "open", "word": "Draft", "version": "Draft of version 1", "day": "1 Apr 2027" },
            "months": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"],
            "parts": parts
        });
        let imprint = Imprint {
            ident: "test".into(),
            as_of: DateTime::UNIX_EPOCH,
        };
        assert!(!typeset::pdf(template, &data, &imprint)?.bytes.is_empty());
        Ok(())
    }
}
