//! The plan as a document.

use chrono::{DateTime, NaiveTime, Utc};
use lockstep_core::{Result, plan::view::PlanView};

use super::{sheet::Sheet, shown_version};
use crate::{
    options::{Options, Paper},
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
/// `Internal` when the template is at fault.
pub fn pdf(view: &PlanView, options: &Options) -> Result<Vec<u8>> {
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
