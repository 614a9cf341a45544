//! The programs that we are measured against, run on the same data in the same minutes.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use lockstep_tests::Result;

/// The sqlite3 shell.
pub struct SqliteShell;

impl SqliteShell {
    /// Returns it, or why it cannot be asked.
    pub fn find() -> std::result::Result<Self, String> {
        match Command::new("sqlite3").arg("--version").output() {
            Ok(said) if said.status.success() => Ok(Self),
            _ => Err("there is no sqlite3 shell; `scripts/setup bench` installs it".into()),
        }
    }

    fn run(&self, database: &Path, commands: &str) -> Result<String> {
        let mut shell = Command::new("sqlite3")
            .arg("-bail")
            .arg(database)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        shell
            .stdin
            .take()
            .ok_or("the sqlite3 shell does not listen")?
            .write_all(commands.as_bytes())?;
        let said = shell.wait_with_output()?;
        if !said.status.success() || !said.stderr.is_empty() {
            return Err(String::from_utf8_lossy(&said.stderr)
                .chars()
                .take(500)
                .collect::<String>()
                .into());
        }
        Ok(String::from_utf8(said.stdout)?)
    }

    /// Writes the leads of a workspace as the shell can take them in, lets it do so into the same table with the same
    /// indexes and the same durability, and returns how long that took. What is not known comes in as an empty text, which
    /// is all that it can do.
    pub fn import_leads(&self, workspace: &Path, folder: &Path) -> Result<Duration> {
        let (rows, database) = (folder.join("lead.csv"), folder.join("peer.db"));
        let tables = self.run(
            workspace,
            &format!(
                ".mode csv\n.once '{}'\nSELECT * FROM lead;\n.mode list\nSELECT sql || ';' FROM sqlite_schema \
                 WHERE tbl_name IN ('person', 'import', 'lead') AND sql IS NOT NULL ORDER BY type DESC;\n",
                rows.display()
            ),
        )?;
        self.run(&database, &format!("PRAGMA journal_mode = WAL;\n{tables}"))?;
        let commands = format!(
            "PRAGMA synchronous = FULL;\n.mode csv\n.import '{}' lead\n",
            rows.display()
        );
        let started = Instant::now();
        self.run(&database, &commands)?;
        Ok(started.elapsed())
    }
}

/// DuckDB, from the registry of Python packages, in a folder of its own.
pub struct DuckDb {
    python: PathBuf,
}

impl DuckDb {
    /// Returns it, installed when it is not there yet, or why it cannot be asked.
    pub fn find() -> std::result::Result<Self, String> {
        let folder = Path::new("target/tools/duckdb");
        let python = folder.join("bin/python");
        let works = |python: &Path| {
            let said = Command::new(python).args(["-c", "import duckdb"]).output();
            said.is_ok_and(|said| said.status.success())
        };
        if works(&python) {
            return Ok(Self { python });
        }
        let install = || -> Result {
            for (program, arguments) in [
                (Path::new("python3"), vec!["-m", "venv", "target/tools/duckdb"]),
                (&*python, vec!["-m", "pip", "install", "--quiet", "duckdb==2.0.1"]),
            ] {
                let said = Command::new(program).args(arguments).output()?;
                if !said.status.success() {
                    return Err(String::from_utf8_lossy(&said.stderr)
                        .chars()
                        .take(300)
                        .collect::<String>()
                        .into());
                }
            }
            Ok(())
        };
        match install() {
            Ok(()) if works(&python) => Ok(Self { python }),
            Ok(()) => Err("DuckDB was installed and does not start".into()),
            Err(error) => Err(format!("DuckDB cannot be installed: {error}")),
        }
    }

    /// Reads an exported file into a table `lead`, its columns typed as DuckDB sees them, then asks `query` so many times
    /// and returns how long the middle one took, with the first number that it answered.
    pub fn ask(&self, csv: &Path, query: &str, times: usize) -> Result<(Duration, i64)> {
        const SCRIPT: &str = "\
import duckdb, sys, time
csv, query, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
db = duckdb.connect()
db.execute('CREATE TABLE lead AS SELECT * FROM read_csv(?)', [csv])
took = []
for _ in range(times):
    started = time.perf_counter()
    answer = db.execute(query).fetchall()
    took.append(time.perf_counter() - started)
print(sorted(took)[times // 2], answer[0][0])
";
        let said = Command::new(&self.python)
            .args(["-c", SCRIPT])
            .arg(csv)
            .arg(query)
            .arg(times.to_string())
            .output()?;
        if !said.status.success() {
            return Err(String::from_utf8_lossy(&said.stderr).into_owned().into());
        }
        let answer = String::from_utf8(said.stdout)?;
        let (took, first) = answer.trim().split_once(' ').ok_or("DuckDB said nothing")?;
        Ok((Duration::from_secs_f64(took.parse()?), first.parse()?))
    }
}

/// Ten criteria about the leads of `exported`, as DuckDB is asked how many of them meet all: the same that a definition of
/// ten criteria asks.
pub const TEN_CRITERIA: &str = "SELECT count(*) FROM lead WHERE \"Employees\" >= 50 AND \"Budget\" IS NOT NULL \
    AND \"Budget\" >= 100000 AND \"Industry\" IN ('Hospitals', 'Care homes', 'Clinics') \
    AND \"Country\" IN ('DE', 'FR', 'NL', 'PL') AND \"Title\" <> 'Student' AND \"Lead Source\" IS NOT NULL \
    AND \"Months to purchase\" <= 9 AND \"Newsletter\" = 'yes' AND \"Phone\" IS NOT NULL";
