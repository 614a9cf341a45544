//! A definition run over leads whose end is known.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::{Books, Counted, Lead, Opportunity, Outcome, Standing, funnel::told_rate, median, told::Told};

/// What is asked of a field.
#[derive(Debug, Clone)]
pub enum Test {
    Known,
    /// The whole value is one of these.
    AnyOf(Vec<&'static str>),
    NoneOf(Vec<&'static str>),
    /// One of these stands in it as whole words.
    Contains(Vec<&'static str>),
    AtLeast(i64),
    AtMost(i64),
}

/// What a criterion does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Required,
    Disqualifies,
    Points(i64),
}

/// One criterion of a definition.
#[derive(Debug, Clone)]
pub struct Criterion {
    /// `source`, `campaign`, `owner`, or a column of the file.
    pub field: &'static str,
    pub test: Test,
    pub role: Role,
}

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let parts = lower.split(|letter: char| !letter.is_alphanumeric());
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

impl Criterion {
    /// Yes, no, or nothing where the field is not known.
    fn answer(&self, lead: &Lead) -> Option<bool> {
        let value = match self.field {
            "source" => lead.source.as_ref(),
            "campaign" => lead.campaign.as_ref(),
            "owner" => lead.owner.as_ref(),
            column => lead.facts.get(column),
        }?;
        let number = || value.replace(',', "").parse::<f64>().ok();
        let is_one = |all: &[&str]| all.iter().any(|one| words(one) == words(value));
        match &self.test {
            Test::Known => Some(true),
            Test::AnyOf(all) => Some(is_one(all)),
            Test::NoneOf(all) => Some(!is_one(all)),
            Test::Contains(all) => {
                let said = words(value);
                Some(
                    all.iter()
                        .any(|one| said.windows(words(one).len()).any(|part| part == words(one))),
                )
            }
            Test::AtLeast(low) => number().map(|number| number >= *low as f64),
            Test::AtMost(high) => number().map(|number| number <= *high as f64),
        }
    }

    fn json(&self) -> Value {
        let fixed = ["source", "campaign", "owner", "title", "company", "email"].contains(&self.field);
        let field = if fixed {
            self.field.to_owned()
        } else {
            format!("attribute:{}", self.field)
        };
        let mut values = match &self.test {
            Test::Known => json!({ "test": "known" }),
            Test::AnyOf(all) => json!({ "test": "any_of", "words": all }),
            Test::NoneOf(all) => json!({ "test": "none_of", "words": all }),
            Test::Contains(all) => json!({ "test": "contains", "words": all }),
            Test::AtLeast(low) => json!({ "test": "at_least", "low": low }),
            Test::AtMost(high) => json!({ "test": "at_most", "high": high }),
        };
        values["field"] = json!(field);
        match self.role {
            Role::Required => values["role"] = json!("required"),
            Role::Points(points) => {
                values["role"] = json!("points");
                values["points"] = json!(points);
            }
            Role::Disqualifies => {
                values["role"] = json!("disqualifies");
                values["reason"] = json!("no_fit");
            }
        }
        values
    }

    /// What the command that adds it is told.
    pub fn values(&self) -> Value {
        json!({ "definition": "definition", "values": self.json() })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    Passed,
    NotYet,
    NotQualified,
}

/// What speaks against a lead decides before what is not known.
fn verdict(criteria: &[(Role, Option<bool>)], threshold: Option<i64>) -> Verdict {
    let any = |role: Role, answer: Option<bool>| criteria.contains(&(role, answer));
    let points = |answer: Option<bool>| -> i64 {
        let with = criteria.iter().filter(|(_, said)| *said == answer);
        with.map(|(role, _)| {
            if let Role::Points(points) = role {
                *points
            } else {
                0
            }
        })
        .sum()
    };
    let least = threshold.unwrap_or(0);
    let (sure, perhaps) = (points(Some(true)), points(None));
    if any(Role::Disqualifies, Some(true)) || any(Role::Required, Some(false)) || sure + perhaps < least {
        Verdict::NotQualified
    } else if any(Role::Required, None) || sure < least {
        Verdict::NotYet
    } else {
        Verdict::Passed
    }
}

/// The quantile of the normal distribution for a range of 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// Wilson: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n).
fn measured(part: i64, n: i64, is_told: bool) -> Value {
    let mut found = json!({ "rate": told_rate(part, n, is_told), "low": null, "high": null });
    if n > 0 && is_told {
        let (p, n) = (part as f64 / n as f64, n as f64);
        let middle = p + Z * Z / (2.0 * n);
        let room = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        let end = |value: f64| value / (1.0 + Z * Z / n) * 10_000.0;
        found["low"] = json!(end(middle - room).max(0.0));
        found["high"] = json!(end(middle + room).min(10_000.0));
    }
    found
}

/// Katz: p₁/p₂, times and divided by e^(z √((1 − p₁)/x₁ + (1 − p₂)/x₂)). Where all of one group did it, the ends are the solutions
/// r of (p₁ − r p₂)² = (p₁ − l₁)² + r² (u₂ − p₂)², and the other way round: how far both may be off, added up as squares.
fn lift(one: (i64, i64), other: (i64, i64), is_told: bool) -> Value {
    if !is_told || one.0 == 0 || other.0 == 0 {
        return json!({ "is_clear": false });
    }
    let share = |(part, n): (i64, i64)| part as f64 / n as f64;
    let spread = |group: (i64, i64)| (1.0 - share(group)) / group.0 as f64;
    let factor = share(one) / share(other);
    let room = (Z * (spread(one) + spread(other)).sqrt()).exp();
    let (mut low, mut high) = (factor / room, factor * room);
    if one.0 == one.1 || other.0 == other.1 {
        let ends = |group: (i64, i64)| {
            let found = measured(group.0, group.1, true);
            let end = |name: &str| found[name].as_f64().unwrap_or_default() / 10_000.0;
            (end("low"), end("high"))
        };
        let ((p, q), (of_one, of_other)) = ((share(one), share(other)), (ends(one), ends(other)));
        // a r² − 2 b r + c = 0
        let solved = |off_p: f64, off_q: f64, sign: f64| {
            let (a, b, c) = (q * q - off_q * off_q, p * q, p * p - off_p * off_p);
            (b + sign * (b * b - a * c).max(0.0).sqrt()) / a
        };
        low = solved(p - of_one.0, of_other.1 - q, -1.0);
        high = solved(of_one.1 - p, q - of_other.0, 1.0);
    }
    json!({ "factor": factor, "low": low, "high": high, "is_clear": low > 1.0 || high < 1.0 })
}

/// One lead, judged.
struct Judged<'b> {
    standing: Standing,
    deals: Vec<&'b Opportunity>,
    day: Option<NaiveDate>,
    answers: Vec<(Role, Option<bool>)>,
    verdict: Verdict,
}

struct Group<'b> {
    leads: Vec<&'b Judged<'b>>,
}

impl Group<'_> {
    fn that(&self, are: impl Fn(&Judged) -> bool) -> i64 {
        self.leads.iter().filter(|one| are(one)).count() as i64
    }

    fn counted(&self, what: Counted) -> i64 {
        self.that(|one| one.standing.counted == what)
    }

    /// Accepted, of accepted and rejected.
    fn acceptance(&self) -> (i64, i64) {
        let accepted = self.counted(Counted::Accepted);
        (accepted, accepted + self.counted(Counted::Rejected))
    }

    /// Won, of all.
    fn won(&self) -> (i64, i64) {
        (self.that(|one| one.standing.won), self.leads.len() as i64)
    }

    fn deals(&self, outcome: Outcome) -> i64 {
        let all = self.leads.iter().flat_map(|one| &one.deals);
        all.filter(|deal| deal.outcome == Some(outcome)).count() as i64
    }

    /// Nothing where something was won, and it is known of nothing what it was worth.
    fn won_value(&self, told: &Told) -> Option<i64> {
        let all = self.leads.iter().flat_map(|one| &one.deals);
        let won = all.filter(|deal| deal.outcome == Some(Outcome::Won));
        let values: Vec<i64> = won.filter_map(|deal| deal.value).collect();
        let is_told = !values.is_empty() || self.deals(Outcome::Won) == 0;
        (told.values && told.outcomes && is_told).then(|| values.iter().sum())
    }

    fn won_without_value(&self) -> usize {
        let all = self.leads.iter().flat_map(|one| &one.deals);
        all.filter(|deal| deal.outcome == Some(Outcome::Won) && deal.value.is_none())
            .count()
    }

    fn numbers(&self, of: i64, told: &Told) -> Value {
        let n = self.leads.len() as i64;
        let (accepted, decided) = self.acceptance();
        let (won, lost) = (self.deals(Outcome::Won), self.deals(Outcome::Lost));
        json!({
            "share": measured(n, of, true),
            "accepted": told.decisions.then_some(accepted),
            "rejected": told.rejections.then_some(decided - accepted),
            "acceptance": measured(accepted, decided, told.rejections),
            "converted": measured(self.that(|one| one.standing.converted), n, true),
            "won_leads": measured(self.won().0, n, told.outcomes),
            "win_rate": measured(won, won + lost, told.losses),
            "won_value": self.won_value(told),
            "won_without_value": self.won_without_value(),
        })
    }
}

/// What a back-test shows of these criteria over all leads.
pub fn back_test(books: &Books, criteria: &[Criterion], threshold: Option<i64>) -> Value {
    let standings = books.standings();
    let told = Told::by(books, &standings);
    let judged: Vec<Judged> = books
        .leads
        .iter()
        .zip(&standings)
        .zip(books.deals_of_leads())
        .map(|((lead, standing), deals)| {
            let answers: Vec<_> = criteria.iter().map(|one| (one.role, one.answer(lead))).collect();
            Judged {
                standing: *standing,
                deals,
                day: lead.day(),
                verdict: verdict(&answers, threshold),
                answers,
            }
        })
        .collect();
    let group = |wanted: &dyn Fn(&Judged) -> bool| Group {
        leads: judged.iter().filter(|one| wanted(one)).collect(),
    };
    let passed = group(&|one| one.verdict == Verdict::Passed);
    let others = group(&|one| one.verdict != Verdict::Passed);
    let n = judged.len() as i64;
    let parts: Vec<Value> = (0..criteria.len())
        .map(|place| {
            let without = |one: &Judged| {
                let mut rest = one.answers.clone();
                rest.remove(place);
                verdict(&rest, threshold)
            };
            let besides = group(&|one| one.verdict != Verdict::Passed && without(one) == Verdict::Passed);
            let fewer = passed.that(|one| without(one) != Verdict::Passed);
            let said = |answer| {
                let with = |one: &&Judged| one.answers.get(place).is_some_and(|(_, said)| *said == answer);
                judged.iter().filter(with).count()
            };
            let (accepted, decided) = besides.acceptance();
            let (won, of) = besides.won();
            json!({
                "met": said(Some(true)),
                "not_met": said(Some(false)),
                "unknown": said(None),
                "more_without": of - fewer,
                "their_acceptance": measured(accepted, decided, told.rejections),
                "their_won_leads": measured(won, of, told.outcomes),
                "their_won_value": besides.won_value(&told),
                "their_won_without_value": besides.won_without_value(),
            })
        })
        .collect();
    let months = months(&judged);
    let a_month = months.iter().filter_map(|month| month["passed"].as_i64());
    json!({
        "leads": n,
        "first_day": judged.iter().filter_map(|one| one.day).min(),
        "last_day": judged.iter().filter_map(|one| one.day).max(),
        "passed": passed.numbers(n, &told),
        "not_yet": group(&|one| one.verdict == Verdict::NotYet).numbers(n, &told),
        "not_qualified": group(&|one| one.verdict == Verdict::NotQualified).numbers(n, &told),
        "others": others.numbers(n, &told),
        "acceptance_lift": lift(passed.acceptance(), others.acceptance(), told.rejections),
        "win_lift": lift(passed.won(), others.won(), told.outcomes),
        "turned_away_leads": others.won().0,
        "turned_away_value": others.won_value(&told),
        "turned_away_without_value": others.won_without_value(),
        "criteria": parts,
        "passed_a_month": median(a_month.collect()),
        "months": months,
    })
}

fn months(judged: &[Judged]) -> Vec<Value> {
    let mut months: BTreeMap<NaiveDate, (i64, i64)> = BTreeMap::new();
    for one in judged {
        if let Some(first) = one.day.and_then(|day| day.with_day(1)) {
            let month = months.entry(first).or_default();
            month.0 += 1;
            month.1 += i64::from(one.verdict == Verdict::Passed);
        }
    }
    let row = |(first, (leads, passed)): (&NaiveDate, &(i64, i64))| json!({ "first_day": first, "leads": leads, "passed": passed });
    months.iter().map(row).collect()
}
