//! The company whose workspace this is: its name, its year, its money and its way of writing dates and numbers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    agreements::queries as agreements,
    calendar::FiscalYear,
    context::{Action, Query, ReadContext, Transaction},
    error::{Error, Result},
    people::Person,
    references,
    rows::{self, Patch},
    units::{Counted, Unit},
    words,
    zone::Zone,
};

/// The settings that hold for the whole workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Company {
    /// Always `company`: a workspace has one.
    pub id: String,
    /// The company's name.
    pub name: String,
    /// The month in which the fiscal year starts, 1 to 12.
    pub fiscal_start: u32,
    /// The currency as an ISO 4217 code, "EUR".
    pub currency: String,
    /// The language in which dates and numbers are written, "en-GB".
    pub language: String,
    /// The day on which a week starts, 1 (Monday) to 7 (Sunday).
    pub week_start: u32,
    /// Whether one person does both jobs and may sign for both sides, openly.
    pub one_person_does_both: bool,
    /// The IANA name of the time zone in whose days the company counts, "Europe/Berlin". Agreements frozen before there was one
    /// went by UTC.
    #[serde(default = "utc")]
    pub time_zone: String,
}

fn utc() -> String {
    Zone::UTC.name().into()
}

crate::rows::row!(Company, "company", id: String, flags: ["one_person_does_both"]);

impl Company {
    /// The one row's id.
    pub const ID: &'static str = "company";

    /// Returns the fiscal year named `year`.
    ///
    /// # Errors
    /// `Invalid` when the year cannot be planned.
    pub fn fiscal_year(&self, year: i32) -> Result<FiscalYear> {
        FiscalYear::new(year, self.fiscal_start)
    }

    /// Returns the fiscal year in which `day` lies.
    ///
    /// # Errors
    /// `Invalid` when the year cannot be planned.
    pub fn fiscal_year_of(&self, day: NaiveDate) -> Result<FiscalYear> {
        FiscalYear::of(day, self.fiscal_start)
    }

    /// Returns the time zone in whose days the company counts.
    pub fn zone(&self) -> Zone {
        Zone::named(&self.time_zone).unwrap_or_default()
    }

    /// Checks that every setting can be used.
    ///
    /// # Errors
    /// `Invalid`, naming the field.
    pub fn check(&self) -> Result<()> {
        if self.name.trim().is_empty() {
            return Err(Error::invalid("name", "The company needs a name."));
        }
        if !(1..=12).contains(&self.fiscal_start) {
            return Err(Error::invalid(
                "fiscal_start",
                "The fiscal year starts in a month from 1 to 12.",
            ));
        }
        if !(1..=7).contains(&self.week_start) {
            return Err(Error::invalid(
                "week_start",
                "A week starts on a day from 1 (Monday) to 7 (Sunday).",
            ));
        }
        if words::currency(&self.currency).is_none() {
            return Err(Error::invalid(
                "currency",
                format!("“{}” is not a currency Lockstep knows.", self.currency),
            )
            .hint("Use an ISO code such as EUR, USD or GBP."));
        }
        if !words::is_language(&self.language) {
            return Err(Error::invalid(
                "language",
                format!("“{}” is not a language Lockstep knows.", self.language),
            )
            .hint("Use one of the list, for instance en-GB or de-DE."));
        }
        if Zone::named(&self.time_zone).is_none() {
            return Err(Error::invalid(
                "time_zone",
                format!("“{}” is not a time zone Lockstep knows.", self.time_zone),
            )
            .hint("Use an IANA name such as Europe/Berlin or America/New_York."));
        }
        Ok(())
    }

    /// Checks that what other numbers and signatures rest on stays as it was: every way to change the settings asks this,
    /// undo among them.
    ///
    /// # Errors
    /// `Refused`, naming the field and what rests on it.
    pub(crate) fn must_fit(&self, before: &Self, reader: &ReadContext) -> Result<()> {
        let refused = |field: &str, why: String| Error {
            field: Some(field.into()),
            ..Error::refused(why)
        };
        let (other_year, other_currency) = (
            self.fiscal_start != before.fiscal_start,
            self.currency != before.currency,
        );
        if (other_year || other_currency)
            && let Some(noun) = fixes_calendar(reader)?
        {
            let (field, what) = if other_currency {
                ("currency", "The currency")
            } else {
                ("fiscal_start", "The start of the fiscal year")
            };
            return Err(refused(
                field,
                format!("{what} cannot change once there is a {noun}: its numbers were written in it."),
            )
            .hint("Start a new workspace for another fiscal year start or currency."));
        }
        if other_currency && let Some(held) = references::in_words(reader, &rows_with_amounts(reader)?)? {
            return Err(refused(
                "currency",
                format!("The currency cannot change: {held} hold amounts in {}.", before.currency),
            )
            .hint("Start a new workspace for another currency, or take back the imports that brought these amounts."));
        }
        if before.one_person_does_both && !self.one_person_does_both {
            let mut for_the_other_side = false;
            for signature in agreements::waiting(reader)?
                .iter()
                .flat_map(|one| &one.signatures)
            {
                let person: Option<Person> = rows::find(reader, &signature.person)?;
                for_the_other_side |= person.is_some_and(|person| person.side != signature.side);
            }
            if for_the_other_side {
                return Err(refused(
                    "one_person_does_both",
                    "A proposal that still waits was signed for the other side by the one person who does both jobs.".into(),
                )
                .hint("Change this once that proposal is in force or withdrawn."));
            }
        }
        Ok(())
    }
}

/// Returns what there is that was written in the company's currency and fiscal year: "plan".
fn fixes_calendar(reader: &ReadContext) -> Result<Option<String>> {
    for table in reader.rooms().tables().filter(|table| table.fixes_calendar) {
        if reader.count(&format!("SELECT EXISTS (SELECT 1 FROM {})", table.name), [])? == 1 {
            return Ok(Some(table.noun.clone()));
        }
    }
    Ok(None)
}

/// Returns how many rows of each table hold an amount of money in the company's currency.
fn rows_with_amounts(reader: &ReadContext) -> Result<Vec<(String, i64)>> {
    let mut counts = Vec::new();
    for table in reader.rooms().tables() {
        let are_amounts: Vec<String> = table
            .numbers
            .iter()
            .filter_map(|(column, counted)| match counted {
                Counted::In(Unit::Money) => Some(format!("{column} IS NOT NULL")),
                Counted::InTheRowsUnit => Some(format!(
                    "(unit = 'money' AND {column} IS NOT NULL AND {column} <> '[]')"
                )),
                _ => None,
            })
            .collect();
        if !are_amounts.is_empty() {
            let sql = format!(
                "SELECT count(*) FROM {} WHERE {}",
                table.name,
                are_amounts.join(" OR ")
            );
            counts.push((table.name.to_string(), reader.count(&sql, [])?));
        }
    }
    // In one order, however the rooms are.
    counts.sort();
    Ok(counts)
}

/// Changes the company's settings.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditCompany {
    /// The settings that change.
    pub change: Patch<Company>,
}

impl Action for EditCompany {
    type Outcome = Company;

    fn summary(&self, _: &ReadContext) -> Result<String> {
        Ok("Change the company settings".into())
    }

    fn apply(self, change: &mut Transaction) -> Result<Company> {
        let before = change.company()?;
        let mut after = self.change.apply(&before)?;
        after.name = after.name.trim().into();
        after.check()?;
        after.must_fit(&before, change)?;
        rows::update(change, &after)?;
        Ok(after)
    }
}

/// Shows the company's settings and what they can be.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ShowCompany {}

/// The company's settings and the choices there are.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CompanyView {
    /// The settings.
    pub company: Company,
    /// The languages in which dates and numbers can be written.
    pub languages: Vec<Choice>,
    /// The currencies in which amounts can be counted, by their ISO 4217 codes.
    pub currencies: Vec<Choice>,
    /// The time zones in whose days a company may count.
    pub time_zones: Vec<String>,
    /// The fiscal year in which today lies.
    pub this_year: i32,
    /// This fiscal year and the two before it, the latest first: the periods that are looked back on most.
    pub years: Vec<YearDays>,
    /// The minor units of one unit of the currency, as a power of ten (2 for cents).
    pub currency_digits: u32,
}

/// A fiscal year, and the days it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct YearDays {
    /// The calendar year in which it ends.
    pub year: i32,
    /// Its short name, "FY27".
    pub label: String,
    /// Its first day.
    pub first_day: NaiveDate,
    /// Its last day.
    pub last_day: NaiveDate,
}

impl From<FiscalYear> for YearDays {
    fn from(year: FiscalYear) -> Self {
        Self {
            year: year.number(),
            label: year.label(),
            first_day: year.first_day(),
            last_day: year.last_day(),
        }
    }
}

/// One choice of a list: what is stored and what is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Choice {
    /// What is stored.
    pub value: String,
    /// What is shown.
    pub label: String,
}

impl Query for ShowCompany {
    type Answer = CompanyView;

    fn answer(self, reader: &ReadContext) -> Result<CompanyView> {
        let company = reader.company()?;
        let this_year = company.fiscal_year_of(reader.today())?.number();
        let years = (0..3)
            .map(|back| Ok(company.fiscal_year(this_year - back)?.into()))
            .collect::<Result<_>>()?;
        Ok(CompanyView {
            this_year,
            years,
            currency_digits: words::currency_digits(&company.currency),
            company,
            languages: words::languages(),
            currencies: words::currencies(),
            time_zones: Zone::names().map(Into::into).collect(),
        })
    }
}
