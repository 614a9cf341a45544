//! The sample: Tidewell Medical, a fictional start-up whose bedside monitor sells to hospitals at six figures. Five years
//! of plans around today and the reviews of four, written through the same commands that people use, the same every time.

mod buyers;
mod collateral;
mod exports;
mod qualified;
mod reviews;
mod story;
mod walk_through;
mod years;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde_json::{Value, json};

use lockstep_workspace::{
    Founder, Founding, Workspace,
    calendar::FiscalYear,
    environment::FixedEnvironment,
    error::{Error, Result},
    people::Side,
    rooms::Rooms,
};

/// How a new sample is kept apart from an older one: raise it whenever the story changes.
pub const EDITION: u32 = 6;

/// Writes the sample workspace, dated around `today`, into a new file of a house with these rooms.
///
/// # Errors
/// `File` when there is a file already or it cannot be written.
pub fn build(path: &Path, today: NaiveDate, rooms: &'static Rooms) -> Result<()> {
    tell(path, today, None, rooms)
}

/// Writes the sample's plans into a new workspace with a company name and settings of one's own.
///
/// # Errors
/// As for [`build`].
pub fn build_as(path: &Path, today: NaiveDate, founding: Founding, rooms: &'static Rooms) -> Result<()> {
    tell(path, today, Some(founding), rooms)
}

fn tell(path: &Path, today: NaiveDate, founding: Option<Founding>, rooms: &'static Rooms) -> Result<()> {
    let founding = Founding {
        people: people(),
        ..founding.unwrap_or_else(tidewell)
    };
    let year = FiscalYear::of(today, founding.fiscal_start)?.number();
    let begin = FiscalYear::new(year - years::YEARS_BEFORE, founding.fiscal_start)?.first_day();
    let clock = Arc::new(FixedEnvironment::at(morning(begin, -40)));
    let mut workspace = Workspace::create(path, founding, clock.clone(), rooms)?;
    let mut telling = Telling {
        people: people_of(&mut workspace)?,
        sitting: String::new(),
        workspace,
        clock,
        today,
        folder: path.parent().map(Path::to_path_buf).unwrap_or_default(),
    };
    story::all_years(&mut telling, year)
}

fn tidewell() -> Founding {
    Founding {
        company: "Tidewell Medical".into(),
        fiscal_start: 1,
        currency: "EUR".into(),
        language: "en-GB".into(),
        one_person_does_both: false,
        people: Vec::new(),
    }
}

fn people() -> Vec<Founder> {
    [
        ("Priya Raman", "VP Sales", Side::Sales),
        ("Jonas Lind", "VP Marketing", Side::Marketing),
        ("Tom Becker", "Clinical sales manager", Side::Sales),
        ("Ana Costa", "Demand generation", Side::Marketing),
        ("Helen Ward", "CEO", Side::Leadership),
    ]
    .map(|(name, role, side)| Founder {
        name: name.into(),
        role: role.into(),
        side,
    })
    .into()
}

/// Returns the ids of the people by their names.
fn people_of(workspace: &mut Workspace) -> Result<BTreeMap<String, Value>> {
    let people = workspace.call("people", json!({}))?;
    let people = people
        .get("people")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let named =
        people.filter_map(|person| Some((person.get("name")?.as_str()?.to_owned(), field(person, "id"))));
    Ok(named.collect())
}

fn morning(day: NaiveDate, days: i64) -> DateTime<Utc> {
    let shift = Days::new(days.unsigned_abs());
    let day = if days < 0 {
        day.checked_sub_days(shift)
    } else {
        day.checked_add_days(shift)
    };
    day.and_then(|day| day.and_hms_opt(9, 0, 0))
        .unwrap_or_default()
        .and_utc()
}

/// Somebody at the keyboard of the sample, and the clock.
struct Telling {
    workspace: Workspace,
    clock: Arc<FixedEnvironment>,
    today: NaiveDate,
    people: BTreeMap<String, Value>,
    /// Who is at the keyboard.
    sitting: String,
    /// Where the workspace lies.
    folder: PathBuf,
}

impl Telling {
    /// Puts the clock some days behind `day`, but never behind today.
    fn on(&self, day: NaiveDate, days: i64) {
        self.clock.set(morning(day, days).min(morning(self.today, 0)));
    }

    fn call(&mut self, name: &str, input: Value) -> Result<Value> {
        self.workspace.call(name, input)
    }

    fn person(&self, name: &str) -> Result<Value> {
        let person = self.people.get(name).cloned();
        person.ok_or_else(|| Error::internal(format!("the sample has no {name}")))
    }

    fn sits(&mut self, name: &str) -> Result<()> {
        if self.sitting == name {
            return Ok(());
        }
        let person = self.person(name)?;
        self.call("set_current_user", json!({ "person": person }))?;
        name.clone_into(&mut self.sitting);
        Ok(())
    }

    fn page(&mut self, year: i32) -> Result<Value> {
        self.call("open_plan", json!({ "year": year }))
    }

    /// Proposes a plan or the definition and lets the named people sign it.
    fn agree(&mut self, kind: &str, subject: &Value, signers: &[(&str, Side)]) -> Result<()> {
        let proposed = self.call("propose", json!({ "subject_kind": kind, "subject": subject }))?;
        for (name, side) in signers {
            self.sits(name)?;
            let person = self.person(name)?;
            self.call(
                "sign",
                json!({ "agreement": field(&proposed, "agreement"), "person": person, "side": side }),
            )?;
        }
        Ok(())
    }
}

/// Returns a field of a JSON record, or null.
fn field(value: &Value, name: &str) -> Value {
    value.get(name).cloned().unwrap_or_default()
}
