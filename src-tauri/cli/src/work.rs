//! What each command does: open the file, ask or act, and put the answer into words.

use std::{
    io::Read,
    path::{Path, PathBuf},
    sync::Arc,
};

use lockstep_core::{definition::queries::DefinitionDocument, plan::queries::PlanDocument};
use lockstep_export::{
    options::Options,
    plan::{self, write},
    review::{Part, Standing},
    text_table::{NOTHING, Table, counted},
};
use lockstep_workspace::{
    CheckReport, Environment, Error, Founder, Founding, MachineEnvironment, Result, SystemEnvironment,
    Workspace,
    company::ShowCompany,
    journal::{History, HistoryPage, Redo, Undo, UndoState, UndoStep},
    people::{People, Person, SetCurrentUser, Side},
    words::Words,
};
use serde_json::json;

use crate::{
    Answer,
    arguments::{Arguments, Collateral, Command, Document, Paper},
    bindings, collateral, definition, importing,
    leads::{self, words_of},
    review, walk_through,
};

/// Carries out what was typed.
///
/// # Errors
/// Whatever stands in the way, in the words of the product.
pub fn carry_out(arguments: Arguments) -> Result<Answer> {
    let session = Session {
        environment: match data_folder() {
            Some(folder) => Arc::new(MachineEnvironment::keeping_in(&folder)),
            None => Arc::new(SystemEnvironment),
        },
        person: arguments.person,
    };
    match arguments.command {
        Command::New {
            file,
            company,
            fiscal_start,
            currency,
            language,
            sales,
            marketing,
            sample,
        } => {
            let founders = [
                (sales, "Sales leader", Side::Sales),
                (marketing, "Marketing leader", Side::Marketing),
            ];
            let founding = company.map(|company| Founding {
                company,
                fiscal_start,
                currency,
                language,
                one_person_does_both: false,
                people: founders
                    .into_iter()
                    .filter_map(|(name, role, side)| {
                        Some(Founder {
                            name: name?,
                            role: role.into(),
                            side,
                        })
                    })
                    .collect(),
            });
            session.new_workspace(&file, founding, sample)
        }
        Command::Commands => list_commands(),
        Command::Call { file, name, input } => session.call(&file, &name, &input),
        Command::Plan { file, which } => {
            let workspace = session.open(&file)?;
            let view = workspace.ask(which.page())?;
            let today = view.company.zone().day_of(session.environment.now());
            Answer::new(&view, plan::text(&view, today))
        }
        Command::Report { file } => {
            let workspace = session.open(&file)?;
            review::report(&workspace)
        }
        Command::Review { file, period } => {
            let workspace = session.open(&file)?;
            let company = workspace.ask(ShowCompany {})?.company;
            let options = Options::on(company.zone().day_of(session.environment.now()));
            review::show(&workspace, &company, period.as_deref(), &options)
        }
        Command::History { file, limit } => {
            let workspace = session.open(&file)?;
            let page = workspace.ask(History {
                limit: Some(limit),
                ..History::default()
            })?;
            Answer::new(&page, history(&page, &words_of(&workspace)?))
        }
        Command::Undo { file, step } => next_steps(&session.open(&file)?.undo(&Undo { entry: step.entry })?),
        Command::Redo { file, step } => next_steps(&session.open(&file)?.redo(&Redo { entry: step.entry })?),
        Command::Check { file } => check(&session.open(&file)?),
        Command::Backup { file, dest } => {
            session.open(&file)?.save_copy(&dest)?;
            let words = format!("Saved a verified copy as {}", dest.display());
            Answer::new(&json!({ "saved": dest }), words)
        }
        Command::Restore { backup, file } => {
            let set_aside = lockstep_core::restore(&backup, &file, Arc::clone(&session.environment))?;
            let words = format!("Restored {} from {}", file.display(), backup.display());
            Answer::new(&json!({ "restored": file, "set_aside": set_aside }), words)
        }
        Command::Export {
            file,
            document,
            year,
            by,
            period,
            version,
            review: of_review,
            output,
            paper,
        } => {
            let is_funnel = matches!(document, Document::Funnel);
            let asked = [
                ("year", year.is_some(), matches!(document, Document::Plan)),
                (
                    "version",
                    version.is_some(),
                    matches!(document, Document::Plan | Document::Definition),
                ),
                ("by", by.is_some(), is_funnel),
                ("from", period.from.is_some(), is_funnel),
                ("to", period.to.is_some(), is_funnel),
                (
                    "period",
                    of_review.is_some(),
                    matches!(
                        document,
                        Document::Review | Document::Minutes | Document::Slides | Document::Actions
                    ),
                ),
            ];
            if let Some((name, ..)) = asked.iter().find(|(_, is_said, belongs)| *is_said && !belongs) {
                return Err(no_part_in(name, document));
            }
            let workspace = session.open(&file)?;
            let company = workspace.ask(ShowCompany {})?.company;
            let mut options = Options::on(company.zone().day_of(session.environment.now()));
            options.paper = paper.map(Into::into);
            let written = match document {
                Document::Plan => {
                    let year =
                        year.ok_or_else(|| Error::invalid("year", "Which year’s plan? Say --year."))?;
                    write(&workspace.ask(PlanDocument { year, version })?, &output, &options)?
                }
                Document::Definition => lockstep_export::definition::write(
                    &workspace.ask(DefinitionDocument { version })?,
                    &output,
                    &options,
                )?,
                Document::Funnel => {
                    let (asked, view) = leads::whole_funnel(
                        &workspace,
                        by.unwrap_or_else(|| "source".into()),
                        &period,
                        None,
                    )?;
                    let funnel = lockstep_export::leads::Funnel {
                        asked: &asked,
                        view: &view,
                        company: &company,
                    };
                    lockstep_export::leads::write(funnel, &output, &options)?
                }
                Document::Matrix => collateral::matrix(&workspace, &company, &output, &options)?,
                Document::WalkThrough => walk_through::write(&workspace, &company, &output, &options)?,
                Document::Review | Document::Minutes | Document::Slides | Document::Actions => {
                    let part = match document {
                        Document::Review => Part::Worksheet,
                        Document::Slides => Part::Slides,
                        Document::Actions => Part::Actions,
                        _ => Part::Minutes,
                    };
                    let which = (of_review.as_deref(), output.as_path());
                    review::write(&workspace, &company, part, which, &options)?
                }
                Document::Report => Standing::of(&workspace)?.write(&output, &options)?,
                Document::Dates => review::dates(&workspace, &company, &output)?,
                Document::FieldKit => return collateral::field_kit(&workspace, &output),
            };
            let mut words = format!("Written to {}", output.display());
            if let Some(note) = &written.note {
                words += &format!("\n{note}");
            }
            Answer::new(&json!({ "written": output, "note": written.note }), words)
        }
        Command::Import(importing) => importing::import(&mut session.open(&importing.file)?, &importing),
        Command::Imports { file } => leads::imports(&session.open(&file)?),
        Command::TakeBack { file, import } => leads::take_back(&mut session.open(&file)?, import),
        Command::Definition { file, text } => definition::show(&session.open(&file)?, &text),
        Command::Backtest {
            file,
            text,
            against,
            period,
        } => definition::back_test(&session.open(&file)?, &text, against, &period),
        Command::Judge { file, lead, text } => definition::judge(&session.open(&file)?, &lead, &text),
        Command::Promises { file, period } => definition::promises(&session.open(&file)?, &period),
        Command::Funnel {
            file,
            by,
            period,
            lost,
            sort,
        } => leads::funnel(&session.open(&file)?, by, &period, lost, sort),
        Command::Leads { file, which } => leads::list(&session.open(&file)?, which),
        Command::Collateral(what) => match what {
            Collateral::Add {
                file,
                paths,
                made_for,
            } => collateral::add(&mut session.open(&file)?, &paths, made_for.as_deref()),
            Collateral::List { file, which } => collateral::list(&session.open(&file)?, None, which),
            Collateral::Search { file, words, which } => {
                collateral::list(&session.open(&file)?, Some(words.join(" ")), which)
            }
            Collateral::Text { file, piece } => collateral::text(&session.open(&file)?, piece),
            Collateral::Pack {
                file,
                pieces,
                output,
                message,
                not_approved,
                paper,
            } => {
                let mut workspace = session.open(&file)?;
                let company = workspace.ask(ShowCompany {})?.company;
                let mut options = Options::on(company.zone().day_of(session.environment.now()));
                options.paper = paper.map(Into::into);
                let wanted = collateral::WantedPack {
                    pieces,
                    message: &message,
                    not_approved,
                };
                collateral::pack(&mut workspace, &company, wanted, &output, &options)
            }
        },
        Command::Bindings { folder, check } => bindings::write(&folder, check),
    }
}

/// Says that an option has no part in a document, rather than to pass it over.
fn no_part_in(option: &str, document: Document) -> Error {
    let (one, ask) = match document {
        Document::Plan => ("A plan", "Ask for it with --year and --version."),
        Document::Definition => (
            "A definition",
            "Ask for it with --version, or without for the draft.",
        ),
        Document::Funnel => ("A funnel", "Ask for it with --by, --from and --to."),
        Document::Matrix => ("The content matrix", "It says what is so today."),
        Document::WalkThrough => ("A walk-through", "The latest one goes out."),
        Document::Review | Document::Minutes | Document::Slides | Document::Actions => {
            ("A review", "Ask for it with --period.")
        }
        Document::Report => ("A report", "It says what is so today."),
        Document::Dates => ("A calendar", "It has all reviews and actions that are not done."),
        Document::FieldKit => ("A field kit", "It has what is approved and current today."),
    };
    Error::invalid(option, format!("{one} has no --{option}.")).hint(ask)
}

/// Returns the folder in which the program keeps its own notes on this computer: that of the desktop program.
fn data_folder() -> Option<PathBuf> {
    let of = |name: &str| {
        std::env::var_os(name)
            .filter(|folder| !folder.is_empty())
            .map(PathBuf::from)
    };
    let home = || of("HOME");
    let folder = if cfg!(windows) {
        of("APPDATA")
    } else if cfg!(target_os = "macos") {
        home().map(|home| home.join("Library/Application Support"))
    } else {
        of("XDG_DATA_HOME").or_else(|| home().map(|home| home.join(".local/share")))
    };
    folder.map(|folder| folder.join("org.lockstep.desktop"))
}

/// What every command needs: the clock, and who acts.
struct Session {
    environment: Arc<dyn Environment>,
    person: Option<String>,
}

impl Session {
    fn new_workspace(&self, file: &Path, founding: Option<Founding>, sample: bool) -> Result<Answer> {
        let today = self.environment.today();
        match founding {
            Some(founding) if sample => {
                lockstep_sample::build_as(file, today, founding, lockstep_core::rooms())?
            }
            None => lockstep_sample::build(file, today, lockstep_core::rooms())?,
            Some(founding) => {
                lockstep_core::create(file, founding, Arc::clone(&self.environment))?;
            }
        }
        Answer::new(&json!({ "made": file }), format!("Made {}", file.display()))
    }

    fn open(&self, file: &Path) -> Result<Workspace> {
        let mut workspace = lockstep_core::open(file, Arc::clone(&self.environment))?;
        if let Some(wanted) = &self.person {
            let person = somebody(&workspace.ask(People {})?.people, wanted)?;
            workspace.act(SetCurrentUser { person: person.id })?;
        }
        Ok(workspace)
    }

    fn call(&self, file: &Path, name: &str, input: &str) -> Result<Answer> {
        let input = if input == "-" {
            from_standard_input()?
        } else {
            input.to_owned()
        };
        let input = serde_json::from_str(&input).map_err(|error| {
            Error::invalid("input", format!("The input is not JSON: {error}."))
                .hint("See `lockstep-cli commands` for the shape of each command’s input.")
        })?;
        let answer = self.open(file)?.call(name, input)?;
        let words = serde_json::to_string_pretty(&answer)?;
        Answer::new(&answer, words)
    }
}

/// Puts the shape of an input on one line, without the words that explain each field.
fn shape(input: &str) -> String {
    let mut rest = input;
    let mut bare = String::new();
    while let Some((before, comment)) = rest.split_once("/**") {
        bare.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(", }", " }")
}

/// Returns whom a name or an id means.
fn somebody(people: &[Person], wanted: &str) -> Result<Person> {
    let names: Vec<String> = people.iter().map(|person| person.name.clone()).collect();
    let words = wanted.trim().to_lowercase();
    let exactly = |person: &Person| person.id.as_str() == wanted || person.name.to_lowercase() == words;
    let in_part = |person: &Person| {
        person
            .name
            .to_lowercase()
            .split_whitespace()
            .any(|part| part == words)
    };
    let found = people.iter().find(|person| exactly(person)).or_else(|| {
        let mut alike = people.iter().filter(|person| in_part(person));
        // Part of a name is enough when only one person has it.
        alike.next().filter(|_| alike.next().is_none())
    });
    found.cloned().ok_or_else(|| {
        Error::invalid("as", format!("Nobody here is called “{wanted}”.")).hint(if names.is_empty() {
            "Add people first, with the command add_person.".to_owned()
        } else {
            format!("People here: {}.", names.join(", "))
        })
    })
}

pub(crate) fn from_standard_input() -> Result<String> {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| Error::file(format!("Standard input cannot be read: {error}.")))?;
    Ok(text)
}

fn list_commands() -> Result<Answer> {
    let all: Vec<_> = lockstep_core::rooms().commands().collect();
    let mut table = Table::new(&["Command", "", "What it does", "Input"]);
    for command in &all {
        table.line([
            command.name.into(),
            if command.is_action() {
                "action".into()
            } else {
                "query".into()
            },
            command.about(),
            shape(&command.input()),
        ]);
    }
    let whole: Vec<_> = all
        .iter()
        .map(|command| {
            json!({
                "name": command.name,
                "kind": if command.is_action() { "action" } else { "query" },
                "about": command.about(),
                "input": command.input(),
                "output": command.output(),
            })
        })
        .collect();
    Answer::new(&whole, table.to_string())
}

fn history(page: &HistoryPage, words: &Words) -> String {
    let mut table = Table::new(&["When", "Who", "Side", "What"]);
    for entry in &page.entries {
        table.line([
            words.moment(entry.at),
            entry.person_name.clone().unwrap_or_else(|| NOTHING.into()),
            entry
                .side
                .map_or_else(|| NOTHING.into(), |side| side.name().into()),
            entry.summary.clone(),
        ]);
    }
    let more = if page.more {
        "… and older ones: --limit shows more\n"
    } else {
        ""
    };
    format!("{table}{more}")
}

fn next_steps(state: &UndoState) -> Result<Answer> {
    let name = |step: &Option<UndoStep>| {
        step.as_ref()
            .map_or_else(|| NOTHING.into(), |step| step.summary.clone())
    };
    let words = format!(
        "Undo would now take back: {}\nRedo would do again: {}",
        name(&state.undo),
        name(&state.redo)
    );
    Answer::new(state, words)
}

fn check(workspace: &Workspace) -> Result<Answer> {
    let report = workspace.check()?;
    if !report.ok {
        return Err(Error::damaged(report.problems.join("\n")));
    }
    Answer::new(&report, checked(&report, &words_of(workspace)?))
}

/// Says what was compared with what, and how many of each.
fn checked(report: &CheckReport, words: &Words) -> String {
    let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let count = |counted: u64| words.count(number(counted));
    let counted = |counting: u64, noun: &str| counted(words, number(counting), noun);
    let or_nothing = |number: u64| {
        if number == 0 {
            NOTHING.into()
        } else {
            count(number)
        }
    };
    let mut said = format!(
        "Everything is as it was written: {} held against the journal, {} against digests of their tables, {} against their \
         digest.\n",
        counted(report.rows, "row"),
        counted(report.digested_rows, "row"),
        counted(report.agreements, "agreement")
    );
    if let Some(since) = report.digests_since {
        said.push_str(&format!(
            "{} stood in this file before it had digests ({}): what happened to them earlier cannot be told from these.\n",
            counted(report.later_digested_rows, "row"),
            words.day_of(since)
        ));
    }
    if report.not_compared > 0 {
        said.push_str(&format!(
            "{} could be held against nothing.\n",
            counted(report.not_compared, "row")
        ));
    }
    let mut table = Table::new(&["Table", ">Rows", ">Journal", ">Digests", ">Nothing"]);
    for checked in &report.tables {
        table.line([
            checked.name.replace('_', " "),
            count(checked.rows),
            or_nothing(checked.against_journal),
            or_nothing(checked.against_digests),
            or_nothing(checked.not_compared),
        ]);
    }
    format!("{said}\n{table}")
}

impl From<Paper> for lockstep_export::options::Paper {
    fn from(paper: Paper) -> Self {
        match paper {
            Paper::A4 => Self::A4,
            Paper::Letter => Self::Letter,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(name: &str) -> Person {
        Person {
            id: uuid_like(name),
            rank: String::new(),
            name: name.into(),
            role: String::new(),
            side: Side::Sales,
            has_left: false,
        }
    }

    fn uuid_like(name: &str) -> lockstep_core::ids::PersonId {
        lockstep_core::ids::PersonId(format!("id of {name}"))
    }

    #[test]
    fn a_name_a_part_of_it_or_an_id_says_who_acts() -> Result<()> {
        let people = [
            person("Sasha Brandt"),
            person("Mika Olsen"),
            person("Sasha Olsen"),
        ];
        assert_eq!(somebody(&people, "mika olsen")?.name, "Mika Olsen");
        assert_eq!(somebody(&people, "Mika")?.name, "Mika Olsen");
        assert_eq!(somebody(&people, "id of Sasha Olsen")?.name, "Sasha Olsen");
        Ok(())
    }

    #[test]
    fn a_part_that_two_people_share_says_nobody() {
        let people = [person("Sasha Brandt"), person("Sasha Olsen")];
        let refused = somebody(&people, "Sasha").map_err(|error| error.hint);
        assert_eq!(
            refused.err().flatten().as_deref(),
            Some("People here: Sasha Brandt, Sasha Olsen.")
        );
    }

    #[test]
    fn a_shape_stands_on_one_line() {
        assert_eq!(
            shape("{ \n/**\n * The plan.\n */\nplan: string, \n/** Why. */ why?: string, }"),
            "{ plan: string, why?: string }"
        );
    }
}
