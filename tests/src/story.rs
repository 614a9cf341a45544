//! A story: people at a keyboard, a real file in a temporary folder, and a clock that stands where it is put. Everything
//! goes through the table of commands, as the page and the terminal go.

use std::{path::PathBuf, sync::Arc};

use chrono::{DateTime, TimeZone, Utc};
use lockstep_workspace::{Environment, Error, FixedEnvironment, Founder, Founding, Workspace, people::Side};
use rusqlite::Connection;
use serde_json::{Value, json};

/// A workspace with Sasha (Sales), Mika (Marketing) and Lee (Leadership).
pub struct Story {
    /// The open workspace.
    pub workspace: Workspace,
    /// The clock.
    pub clock: Arc<FixedEnvironment>,
    folder: tempfile::TempDir,
}

/// Returns the instant at which stories begin.
pub fn beginning() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 22, 9, 0, 0)
        .single()
        .expect("a plain instant")
}

impl Default for Story {
    fn default() -> Self {
        Self::new()
    }
}

impl Story {
    /// Begins a story in a new workspace whose fiscal year is the calendar year, in euros.
    pub fn new() -> Self {
        Self::founded(|_| {})
    }

    /// Begins a story in a workspace that `change` founds differently.
    pub fn founded(change: impl FnOnce(&mut Founding)) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let clock = Arc::new(FixedEnvironment::at(beginning()));
        let mut founding = Founding {
            company: "Northwind Medical".into(),
            fiscal_start: 1,
            currency: "EUR".into(),
            language: "en-GB".into(),
            one_person_does_both: false,
            people: [
                ("Sasha Brandt", "VP Sales", Side::Sales),
                ("Mika Olsen", "VP Marketing", Side::Marketing),
                ("Lee Novak", "CEO", Side::Leadership),
            ]
            .map(|(name, role, side)| Founder {
                name: name.into(),
                role: role.into(),
                side,
            })
            .into(),
        };
        change(&mut founding);
        let workspace = lockstep_core::create(&folder.path().join("story.lockstep"), founding, clock.clone())
            .expect("a new workspace");
        Self {
            workspace,
            clock,
            folder,
        }
    }

    /// Begins a story in the sample, on the day on which stories begin.
    pub fn of_sample() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let clock = Arc::new(FixedEnvironment::at(beginning()));
        let path = folder.path().join("story.lockstep");
        lockstep_sample::build(&path, beginning().date_naive(), lockstep_core::rooms())
            .expect("the sample is built");
        let workspace = lockstep_core::open(&path, clock.clone()).expect("the sample opens");
        Self {
            workspace,
            clock,
            folder,
        }
    }

    /// Returns where the file is.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("story.lockstep")
    }

    /// Returns the folder in which the file is.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Closes the workspace and opens it again, as after a restart.
    #[must_use]
    pub fn reopened(self) -> Self {
        let Self {
            workspace,
            clock,
            folder,
        } = self;
        drop(workspace);
        let workspace = lockstep_core::open(&folder.path().join("story.lockstep"), clock.clone())
            .expect("the workspace opens again");
        Self {
            workspace,
            clock,
            folder,
        }
    }

    /// Returns a copy of the workspace as somebody takes it along: a file of its own, in which an hour later goes on what was
    /// done so far.
    #[must_use]
    pub fn copied(&self) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("story.lockstep");
        self.workspace.save_copy(&path).expect("a copy");
        let later = self.clock.now() + chrono::TimeDelta::hours(1);
        let clock = Arc::new(FixedEnvironment::at(later));
        let workspace = lockstep_core::open(&path, clock.clone()).expect("the copy opens");
        Self {
            workspace,
            clock,
            folder,
        }
    }

    /// Closes the workspace, changes its file as no command would, and opens it again. The triggers that guard what is
    /// agreed are away meanwhile.
    #[must_use]
    pub fn behind_its_back<T>(self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> (Self, T) {
        let Self {
            workspace,
            clock,
            folder,
        } = self;
        drop(workspace);
        let path = folder.path().join("story.lockstep");
        let done = without_guards(&path, work).expect("the file can be changed");
        let workspace = lockstep_core::open(&path, clock.clone()).expect("the workspace opens again");
        (
            Self {
                workspace,
                clock,
                folder,
            },
            done,
        )
    }

    /// Closes the workspace and returns its file, with the folder that keeps it.
    pub fn into_folder(self) -> (PathBuf, tempfile::TempDir) {
        let Self {
            workspace, folder, ..
        } = self;
        drop(workspace);
        (folder.path().join("story.lockstep"), folder)
    }

    /// Lets so many days go by.
    pub fn days_later(&mut self, days: i64) {
        self.clock.set(self.clock.now() + chrono::TimeDelta::days(days));
    }

    /// Carries out a command that must succeed.
    #[track_caller]
    pub fn call(&mut self, name: &str, input: Value) -> Value {
        match self.workspace.call(name, input.clone()) {
            Ok(answer) => answer,
            Err(error) => panic!("{name} {input} was refused: {error:?}"),
        }
    }

    /// Carries out a command that must be refused, and returns how.
    #[track_caller]
    pub fn refused(&mut self, name: &str, input: Value) -> Error {
        match self.workspace.call(name, input.clone()) {
            Ok(answer) => panic!("{name} {input} should have been refused, but gave {answer}"),
            Err(error) => error,
        }
    }

    /// Returns the id of somebody by the first name.
    #[track_caller]
    pub fn person(&mut self, first_name: &str) -> String {
        let people = self.call("people", json!({}));
        people["people"]
            .as_array()
            .and_then(|people| {
                people.iter().find(|p| {
                    p["name"]
                        .as_str()
                        .is_some_and(|name| name.starts_with(first_name))
                })
            })
            .and_then(|person| person["id"].as_str())
            .unwrap_or_else(|| panic!("nobody is called {first_name}"))
            .to_string()
    }

    /// Lets somebody sit down at the keyboard.
    #[track_caller]
    pub fn sits(&mut self, first_name: &str) -> &mut Self {
        let person = self.person(first_name);
        self.call("set_current_user", json!({ "person": person }));
        self
    }

    /// Begins the plan of a year and returns its id.
    #[track_caller]
    pub fn begin_plan(&mut self, year: i32) -> String {
        text(&self.call("begin_plan", json!({ "year": year }))["id"])
    }

    /// Returns the page of a plan's draft.
    #[track_caller]
    pub fn plan(&mut self, year: i32) -> Value {
        self.call("open_plan", json!({ "year": year }))
    }

    /// Fills in what a plan needs before it can be proposed: the first goal, a goal about the customer, their owners.
    #[track_caller]
    pub fn make_ready(&mut self, year: i32) -> String {
        let page = self.plan(year);
        let plan = text(&page["plan"]["id"]);
        let (sasha, mika) = (self.person("Sasha"), self.person("Mika"));
        let owners = json!({ "target": 400, "sales_owner": sasha, "marketing_owner": mika });
        self.call(
            "edit_goal",
            json!({ "id": page["goals"][0]["goal"]["id"], "change": owners }),
        );
        self.call("add_goal", json!({ "plan": plan, "values": {
            "metric": "customer_retention", "target": 9_200, "sales_owner": sasha, "marketing_owner": mika } }));
        plan
    }

    /// Lets both sides sign what Sasha proposes, and returns the agreement's id.
    #[track_caller]
    pub fn sign_plan(&mut self, plan: &str) -> String {
        self.sits("Sasha");
        let proposed = self.call("propose", json!({ "subject_kind": "plan", "subject": plan }));
        let agreement = text(&proposed["agreement"]);
        for (name, side) in [("Sasha", "sales"), ("Mika", "marketing")] {
            let person = self.person(name);
            self.sits(name);
            self.call(
                "sign",
                json!({ "agreement": agreement, "person": person, "side": side }),
            );
        }
        agreement
    }

    /// Returns all rows of all tables that say something, as text: the workspace's whole state without its journal.
    pub fn state(&mut self) -> String {
        self.workspace.dump().expect("the state can be written out")
    }
}

fn without_guards<T>(
    path: &std::path::Path,
    work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
) -> rusqlite::Result<T> {
    let db = Connection::open(path)?;
    let guards: Vec<(String, String)> = db
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (name, _) in &guards {
        db.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    let done = work(&db)?;
    for (_, sql) in &guards {
        db.execute_batch(sql)?;
    }
    Ok(done)
}

/// Returns a JSON text as text.
#[track_caller]
pub fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} is no text"))
        .to_string()
}
