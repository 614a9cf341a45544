//! Reviews from a terminal: the worksheet of a period is shown, and written with the minutes and the dates.

use std::path::Path;

use lockstep_core::review::{
    dates::ReviewDates,
    queries::{ListReviews, OpenReview},
    view::{ReviewLine, ReviewList, ReviewView},
};
use lockstep_export::{
    files::write_atomically,
    options::Options,
    printed::Written,
    review::{self, Part, Review, Standing, calendar},
};
use lockstep_workspace::{Error, Result, Workspace, company::Company, people::People};

use crate::Answer;

/// Shows the worksheet of a review, and what was said in it.
pub fn show(
    workspace: &Workspace,
    company: &Company,
    period: Option<&str>,
    options: &Options,
) -> Result<Answer> {
    let (view, people) = opened(workspace, period)?;
    let review = Review {
        view: &view,
        people: &people,
        company,
    };
    Answer::new(&view, review::text(review, options))
}

/// Shows where the year stands.
pub fn report(workspace: &Workspace) -> Result<Answer> {
    let standing = Standing::of(workspace)?;
    Answer::new(&standing.json(), standing.text())
}

/// Writes the worksheet or the minutes of a review.
pub fn write(
    workspace: &Workspace,
    company: &Company,
    part: Part,
    (period, output): (Option<&str>, &Path),
    options: &Options,
) -> Result<Written> {
    let (view, people) = opened(workspace, period)?;
    let review = Review {
        view: &view,
        people: &people,
        company,
    };
    review::write(review, part, output, options)
}

/// Writes the dates of all reviews that are not closed, and of the actions that are not done, as a calendar.
pub fn dates(workspace: &Workspace, company: &Company, output: &Path) -> Result<Written> {
    if !output
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("ics"))
    {
        return Err(Error::invalid("path", "Dates go out as a calendar.").hint("Let the name end in .ics."));
    }
    let dates = workspace.ask(ReviewDates {})?;
    let file = calendar::ics(&format!("Reviews, {}", company.name), &dates);
    write_atomically(output, file.as_bytes())?;
    Ok(Written { note: None })
}

fn opened(
    workspace: &Workspace,
    period: Option<&str>,
) -> Result<(ReviewView, Vec<lockstep_workspace::people::Person>)> {
    let list = workspace.ask(ListReviews {})?;
    let line = match period {
        Some(period) => found(&list, period)?,
        None => list.next.clone().or_else(|| all(&list).last()).ok_or_else(|| {
            Error::refused("No review is planned yet.")
                .hint("Plan the reviews of a year in the window, under Reviews, or call plan_reviews.")
        })?,
    };
    let view = workspace.ask(OpenReview { id: line.review.id })?;
    Ok((view, workspace.ask(People {})?.people))
}

fn all(list: &ReviewList) -> impl Iterator<Item = ReviewLine> {
    let lines = list.years.iter().flat_map(|year| &year.reviews);
    let mut lines: Vec<ReviewLine> = lines.cloned().collect();
    lines.sort_by_key(|line| line.to);
    lines.into_iter()
}

/// Finds the review of a period, as people write one: 2027Q1, 2027-03.
fn found(list: &ReviewList, period: &str) -> Result<ReviewLine> {
    let asked = period.trim().to_uppercase();
    let is_asked = |line: &ReviewLine| {
        let review = &line.review;
        let quarter = format!("{}Q{}", review.year, review.number);
        let month = line.from.format("%Y-%m").to_string();
        match review.kind {
            lockstep_core::review::ReviewKind::Quarter => {
                asked == quarter || asked == line.label.to_uppercase()
            }
            lockstep_core::review::ReviewKind::Month => asked == month,
        }
    };
    all(list).find(is_asked).ok_or_else(|| {
        let planned: Vec<String> = all(list).map(|line| line.label).collect();
        Error::invalid("period", format!("No review of {period} is planned.")).hint(
            match planned.as_slice() {
                [] => "Plan the reviews of its fiscal year first: call plan_reviews.".to_owned(),
                planned => format!(
                    "Say a quarter of a fiscal year as 2027Q1 or a month as 2027-03. Planned are: {}.",
                    planned.join(", ")
                ),
            },
        )
    })
}
