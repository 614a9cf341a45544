//! What was measured, held against its budget.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use lockstep_tests::Result;

/// How often a query or an action runs; the 95th of a hundred counts.
const CALLS: usize = 400;

/// Runs something many times and returns the 95th of a hundred.
pub fn timed<T>(mut run: impl FnMut(usize) -> Result<T>) -> Result<Duration> {
    let mut times = Vec::with_capacity(CALLS);
    for n in 0..CALLS {
        let started = Instant::now();
        run(n)?;
        times.push(started.elapsed());
    }
    times.sort();
    times
        .get(CALLS * 95 / 100)
        .copied()
        .ok_or_else(|| "nothing was measured".into())
}

/// Runs something so many times and returns how long the middle one took.
pub fn middle_of<T>(times: usize, mut run: impl FnMut() -> Result<T>) -> Result<Duration> {
    let mut took = Vec::with_capacity(times);
    for _ in 0..times {
        let started = Instant::now();
        run()?;
        took.push(started.elapsed());
    }
    Ok(middle(took))
}

pub fn middle<T: Ord + Copy + Default>(mut values: Vec<T>) -> T {
    values.sort();
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// Returns how much memory this program has, in kibibytes.
pub fn resident() -> Result<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    Ok(line
        .ok_or("the system does not say")?
        .trim()
        .trim_end_matches(" kB")
        .parse()?)
}

/// Prints what was measured, and counts what is over its budget.
#[derive(Default)]
pub struct Report {
    missed: usize,
}

impl Report {
    /// Holds a measure against that of an empty window.
    pub fn ratio(&mut self, what: &str, ours: f64, its: f64, budget: f64, unit: &str) {
        self.against(what, ours, its, budget, unit, "an empty window");
    }

    /// Holds a measure that should be small against that of a peer.
    pub fn against(&mut self, what: &str, ours: f64, its: f64, budget: f64, unit: &str, peer: &str) {
        let ratio = ours / its;
        let measured = format!("{ours:.2} {unit} against {its:.2} {unit}: {ratio:.2} ×");
        self.line(what, &measured, &format!("≤ {budget} × {peer}"), ratio <= budget);
    }

    /// Holds a speed, which should be large, against that of a peer.
    pub fn speed(&mut self, what: &str, ours: f64, its: f64, budget: f64, unit: &str, peer: &str) {
        let ratio = ours / its;
        let measured = format!("{ours:.0} {unit} against {its:.0} {unit}: {ratio:.2} ×");
        self.line(what, &measured, &format!("≥ {budget} × {peer}"), ratio >= budget);
    }

    /// Holds a speed against the least that it may be.
    pub fn at_least(&mut self, what: &str, measured: f64, budget: f64, unit: &str) {
        let told = format!("{measured:.1} {unit}");
        self.line(what, &told, &format!("≥ {budget} {unit}"), measured >= budget);
    }

    /// Says in plain words what could not be measured, and why.
    pub fn skipped(&self, what: &str, why: &str) {
        println!("{what:40} SKIPPED: {why}");
    }

    /// Holds a time against its limit.
    pub fn limit(&mut self, what: &str, measured: Duration, budget: Duration) {
        let within = measured <= budget;
        self.line(
            what,
            &format!("{:.2} ms", measured.as_secs_f64() * 1000.0),
            &format!("≤ {budget:?}"),
            within,
        );
    }

    /// Tells how large a file is.
    pub fn size(&mut self, what: &str, path: &Path) -> Result {
        let kibibytes = std::fs::metadata(path)?.len() / 1024;
        println!("{what:40} {kibibytes} KiB");
        Ok(())
    }

    /// Prints one line.
    pub fn line(&mut self, what: &str, measured: &str, budget: &str, within: bool) {
        println!(
            "{what:40} {measured:44} {budget:26} {}",
            if within { "within" } else { "MISSED" }
        );
        self.missed += usize::from(!within);
    }

    /// Ends with an error when a budget was missed.
    ///
    /// # Errors
    /// When it was.
    pub fn finish(self) -> Result {
        match self.missed {
            0 => Ok(()),
            missed => Err(format!("{missed} of the budgets missed").into()),
        }
    }
}
