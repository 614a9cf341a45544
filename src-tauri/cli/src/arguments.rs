//! What can be typed after `lockstep-cli`.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use lockstep_core::{ids::EntryId, plan::queries::OpenPlan};

/// Lockstep from a terminal: the same commands as in the window, on the same files.
#[derive(Debug, Parser)]
#[command(name = "lockstep-cli", version, about, max_term_width = 100)]
pub struct Arguments {
    /// Print JSON instead of text
    #[arg(long, global = true)]
    pub json: bool,
    /// Who acts: a person's name or id. It is kept in the file, like the choice at the top of the window
    #[arg(long = "as", global = true, value_name = "PERSON")]
    pub person: Option<String>,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new workspace
    New {
        /// The file to make; its name ends in .lockstep
        file: PathBuf,
        /// The company's name; with --sample it may be left out
        #[arg(long, required_unless_present = "sample")]
        company: Option<String>,
        /// The month in which the fiscal year starts, 1 to 12
        #[arg(long, value_name = "MONTH", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=12))]
        fiscal_start: u32,
        /// The currency's ISO code
        #[arg(long, value_name = "CODE", default_value = "EUR")]
        currency: String,
        /// The language for dates and numbers
        #[arg(long, value_name = "TAG", default_value = "en-GB")]
        language: String,
        /// The sales leader's name
        #[arg(long, value_name = "NAME")]
        sales: Option<String>,
        /// The marketing leader's name
        #[arg(long, value_name = "NAME")]
        marketing: Option<String>,
        /// Fill it with the sample: five years of plans and four of reviews, dated around today. Its people come with it
        #[arg(long, conflicts_with_all = ["sales", "marketing"])]
        sample: bool,
    },
    /// List every command that `call` takes, with the shape of its input
    Commands,
    /// Carry out one command
    Call {
        /// The workspace
        file: PathBuf,
        /// The command, as `commands` lists it
        name: String,
        /// Its input as JSON; `-` reads it from standard input
        #[arg(default_value = "{}")]
        input: String,
    },
    /// Show a year's plan as the page shows it
    Plan {
        /// The workspace
        file: PathBuf,
        #[command(flatten)]
        which: Which,
    },
    /// Show where the year stands: goals, how well both sides keep together, what waits for whom
    Report {
        /// The workspace
        file: PathBuf,
    },
    /// Show the worksheet of a review, and what was said in it: of the next one where no period is said
    Review {
        /// The workspace
        file: PathBuf,
        /// A quarter of a fiscal year as 2027Q1, a month as 2027-03
        #[arg(long)]
        period: Option<String>,
    },
    /// Show what was done, the latest first
    History {
        /// The workspace
        file: PathBuf,
        /// How many entries
        #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=500))]
        limit: u32,
    },
    /// Take the last step back
    Undo {
        /// The workspace
        file: PathBuf,
        #[command(flatten)]
        step: MeantStep,
    },
    /// Do the step again that was taken back last
    Redo {
        /// The workspace
        file: PathBuf,
        #[command(flatten)]
        step: MeantStep,
    },
    /// Check the file: its integrity, rows against the journal, agreements against their digests
    Check {
        /// The workspace
        file: PathBuf,
    },
    /// Save a verified copy
    Backup {
        /// The workspace
        file: PathBuf,
        /// Where the copy goes
        dest: PathBuf,
    },
    /// Put a backup in the place of a workspace; what was there is backed up first
    Restore {
        /// The backup
        backup: PathBuf,
        /// The workspace
        file: PathBuf,
    },
    /// The collateral library: add files, list and search pieces, read their text
    #[command(subcommand)]
    Collateral(Collateral),
    /// Write a document
    Export {
        /// The workspace
        file: PathBuf,
        /// Which document
        document: Document,
        /// The fiscal year of a plan
        #[arg(long, required_if_eq("document", "plan"))]
        year: Option<i32>,
        /// By what a funnel is counted, as for `funnel`; by source where nothing is said
        #[arg(long)]
        by: Option<String>,
        #[command(flatten)]
        period: Period,
        /// A version that was agreed; without it, the draft
        #[arg(long)]
        version: Option<u32>,
        /// The period of a review: a quarter as 2027Q1, a month as 2027-03; the next one where nothing is said
        #[arg(long = "period", value_name = "PERIOD")]
        review: Option<String>,
        /// Where it goes; the ending decides the form: .pdf, .xlsx, .csv or .json (a definition: .pdf or .json;
        /// a funnel: .xlsx, .csv or .json; a matrix: .pdf, .xlsx or .json; a walk-through: .pdf or .json;
        /// a review: .pdf, .xlsx or .json; its minutes: .pdf, .md or .json; its slides: .pptx; its actions: .csv; a report: .pdf or .json; dates: .ics); of a field kit, the folder
        #[arg(short, long, value_name = "OUT")]
        output: PathBuf,
        /// The paper of a PDF; without it, the usual one of the company's country
        #[arg(long)]
        paper: Option<Paper>,
    },
    /// Import exported leads, opportunities or costs: CSV, TSV or XLSX; several files one after the other. Or return slips of a
    /// field kit
    Import(Importing),
    /// Show the files that were taken in, the latest first
    Imports {
        /// The workspace
        file: PathBuf,
    },
    /// Take an import back; what was edited since stays
    TakeBack {
        /// The workspace
        file: PathBuf,
        /// The import, as `imports` lists it
        import: String,
    },
    /// Show what a qualified lead is
    Definition {
        /// The workspace
        file: PathBuf,
        #[command(flatten)]
        text: Text,
    },
    /// Run a definition over the leads of a period
    Backtest {
        /// The workspace
        file: PathBuf,
        #[command(flatten)]
        text: Text,
        /// A version to hold it against
        #[arg(long, value_name = "VERSION")]
        against: Option<u32>,
        #[command(flatten)]
        period: Period,
    },
    /// Judge one lead: a JSON object with what is known of it, by field or by the name of a column of your own
    Judge {
        /// The workspace
        file: PathBuf,
        /// The lead's file; `-` reads it from standard input
        lead: PathBuf,
        #[command(flatten)]
        text: Text,
    },
    /// Show how the promises of both sides were kept
    Promises {
        /// The workspace
        file: PathBuf,
        #[command(flatten)]
        period: Period,
    },
    /// Show what became of the leads
    Funnel {
        /// The workspace
        file: PathBuf,
        /// By what: source, campaign, owner, quarter, opportunity_quarter, decision_quarter, closing_quarter, or the name
        /// of an attribute
        #[arg(long, default_value = "source")]
        by: String,
        #[command(flatten)]
        period: Period,
        /// Show what was lost or ignored instead
        #[arg(long)]
        lost: bool,
        /// In which order: leads, converted, acceptance, win_rate, won_value, cost_per_lead, cost_per_accepted, cycle or
        /// lost_or_ignored; what rests on few stands behind
        #[arg(long, conflicts_with = "lost")]
        sort: Option<String>,
    },
    /// List leads
    Leads {
        /// The workspace
        file: PathBuf,
        #[command(flatten)]
        which: WhichLeads,
    },
    /// Write the TypeScript types of every command
    #[command(hide = true)]
    Bindings {
        /// The folder they go to
        folder: PathBuf,
        /// Write nothing; fail when they are not up to date
        #[arg(long)]
        check: bool,
    },
}

/// What is taken in, and how.
#[derive(Debug, clap::Args)]
pub struct Importing {
    /// The workspace
    pub file: PathBuf,
    /// The exported files
    #[arg(required = true)]
    pub data: Vec<PathBuf>,
    /// What the rows are, where the file does not show it
    #[arg(long)]
    pub kind: Option<Kind>,
    /// Which column a field is read from; `attribute=COLUMN` keeps a column under its own name, `left_out=COLUMN` leaves it
    /// out
    #[arg(long = "map", value_name = "FIELD=COLUMN")]
    pub maps: Vec<String>,
    /// What a value means; nothing behind the `=` says that it means nothing
    #[arg(long = "value", value_name = "FIELD:FROM=TO")]
    pub values: Vec<String>,
    /// In which order days are written, where the file can be read both ways
    #[arg(long)]
    pub dates: Option<Dates>,
    /// Whether dates are swapped back, where a spreadsheet seems to have swapped day and month
    #[arg(long, value_name = "YES|NO")]
    pub swapped: Option<YesNo>,
    /// Which mark stands before decimals, a point or a comma, where the file can be read both ways
    #[arg(long, value_name = "MARK")]
    pub decimal: Option<char>,
    /// In which currency the amounts are, whatever the file says: a code such as USD. What is in another than the
    /// workspace's is kept with its record, apart from every sum
    #[arg(long, value_name = "CODE")]
    pub currency: Option<String>,
    /// Take what is likely without asking; the report says what that was
    #[arg(long)]
    pub accept_guesses: bool,
    /// The row in which the names of the columns stand, where they do not stand in the first
    #[arg(long, value_name = "ROW")]
    pub header_row: Option<u64>,
    /// The sheet of a workbook
    #[arg(long)]
    pub sheet: Option<String>,
    /// Only say what would become of it
    #[arg(long)]
    pub preview: bool,
    /// Write the rows that could not be read to this file, as CSV; the first thousand of each file
    #[arg(long, value_name = "OUT")]
    pub rejected: Option<PathBuf>,
}

/// A kind of record.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Kind {
    /// Leads
    Leads,
    /// Opportunities
    Opportunities,
    /// What a source or a campaign cost
    Costs,
}

/// An answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum YesNo {
    /// Yes
    Yes,
    /// No
    No,
}

/// The order in which a day is written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Dates {
    /// The day first
    Dmy,
    /// The month first
    Mdy,
    /// The year first
    Ymd,
}

/// Which step is meant.
#[derive(Debug, clap::Args)]
pub struct MeantStep {
    /// Only this step, by its entry (`history --json`); when another was done since, nothing happens
    #[arg(long = "entry", value_parser = |entry: &str| Ok::<_, std::convert::Infallible>(EntryId(entry.into())))]
    pub entry: Option<EntryId>,
}

/// From when until when.
#[derive(Debug, clap::Args)]
pub struct Period {
    /// Only from this day on
    #[arg(long, value_name = "DAY")]
    pub from: Option<chrono::NaiveDate>,
    /// Only until this day
    #[arg(long, value_name = "DAY")]
    pub to: Option<chrono::NaiveDate>,
}

/// Which leads.
#[derive(Debug, clap::Args)]
pub struct WhichLeads {
    /// Of this source; `-` for those without one
    #[arg(long)]
    pub source: Option<String>,
    /// In this stage
    #[arg(long)]
    pub stage: Option<String>,
    /// `accepted`, `rejected` or `undecided`
    #[arg(long)]
    pub accepted: Option<String>,
    /// Judged `qualified`, `not_yet` or `not_qualified` when they were handed over
    #[arg(long)]
    pub verdict: Option<String>,
    /// Of this owner; `-` for those without one
    #[arg(long)]
    pub owner: Option<String>,
    /// Brought by this import
    #[arg(long)]
    pub import: Option<String>,
    /// With these words in name, company or e-mail
    #[arg(long)]
    pub text: Option<String>,
    /// Only those that were lost or ignored
    #[arg(long)]
    pub lost: bool,
    #[command(flatten)]
    pub period: Period,
    /// How many
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub limit: u32,
    /// After how many
    #[arg(long, default_value_t = 0)]
    pub offset: u32,
}

/// Which text of the definition.
#[derive(Debug, clap::Args)]
pub struct Text {
    /// A version that was agreed
    #[arg(long, conflicts_with = "draft")]
    pub version: Option<u32>,
    /// The draft; it is what is meant where nothing is said
    #[arg(long)]
    pub draft: bool,
}

/// What is done with the library.
#[derive(Debug, Subcommand)]
pub enum Collateral {
    /// Add files, and the files of folders: one step
    Add {
        /// The workspace
        file: PathBuf,
        /// Files and folders
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// What they are made for: one_pager, case_study, datasheet, deck, battlecard, roi_calculator, brochure, email_template, video,
        /// white_paper, demo_script or other; without it, what each file proposes
        #[arg(long = "type", value_name = "TYPE")]
        made_for: Option<String>,
    },
    /// List pieces: the approved and current ones unless --state says otherwise
    List {
        /// The workspace
        file: PathBuf,
        #[command(flatten)]
        which: WhichPieces,
    },
    /// Find pieces by words in their titles, tags, notes and on their pages
    Search {
        /// The workspace
        file: PathBuf,
        /// The words
        #[arg(required = true)]
        words: Vec<String>,
        #[command(flatten)]
        which: WhichPieces,
    },
    /// Print the text of a piece, page by page
    Text {
        /// The workspace
        file: PathBuf,
        /// The piece: its id, as `list` prints it
        piece: String,
    },
    /// Write several pieces into one ZIP archive with a cover sheet, to be sent to somebody
    Pack {
        /// The workspace
        file: PathBuf,
        /// The pieces: their ids, as `list` prints them
        #[arg(required = true)]
        pieces: Vec<String>,
        /// The archive; its name ends in .zip
        #[arg(short, long)]
        output: PathBuf,
        /// A line to whoever receives it, for the cover sheet
        #[arg(long, value_name = "TEXT", default_value = "")]
        message: String,
        /// Also send pieces that are not approved by both sides and current; the cover sheet says so
        #[arg(long)]
        not_approved: bool,
        /// The paper of the cover sheet; the company’s usual one unless said
        #[arg(long)]
        paper: Option<Paper>,
    },
}

/// Which pieces are wanted.
#[derive(Debug, clap::Args)]
pub struct WhichPieces {
    /// Where they stand: draft, in_review, approved (stale ones included), retired, or all
    #[arg(long)]
    pub state: Option<String>,
    /// What they are made for
    #[arg(long = "type", value_name = "TYPE")]
    pub made_for: Option<String>,
    /// Their language, as two letters
    #[arg(long)]
    pub language: Option<String>,
    /// A tag that they have
    #[arg(long)]
    pub tag: Option<String>,
}

/// Which plan, and which version of it.
#[derive(Debug, clap::Args)]
pub struct Which {
    /// The fiscal year
    #[arg(long)]
    pub year: i32,
    /// A version that was agreed; without it, the draft
    #[arg(long)]
    pub version: Option<u32>,
}

impl Which {
    /// Returns the question that opens its page.
    pub fn page(&self) -> OpenPlan {
        OpenPlan {
            year: self.year,
            version: self.version,
        }
    }
}

/// A document that can be written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Document {
    /// The annual plan
    Plan,
    /// What a qualified lead is, on one page
    Definition,
    /// What became of the leads
    Funnel,
    /// The content matrix: which piece answers what, for whom and when
    Matrix,
    /// The record of a walk-through of the sale: the latest one
    WalkThrough,
    /// Where the year stands, on one page
    Report,
    /// The worksheet of a review, and what was said in it
    Review,
    /// What was decided, agreed and said in a review
    Minutes,
    /// A review as slides, one idea each
    Slides,
    /// What is to be done after a review
    Actions,
    /// The dates of reviews, and of what is to be done after them
    Dates,
    /// The approved and current pieces as a folder that works in any browser, without a network
    FieldKit,
}

/// The paper of a document.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Paper {
    /// 210 × 297 mm
    A4,
    /// 8.5 × 11 inches
    Letter,
}
