//! What is written down for whoever has to find out why something went wrong: names of commands, how long they took
//! and the kind of an error. Never what stands in a workspace.

use tracing_subscriber::{
    filter::{LevelFilter, Targets},
    layer::SubscriberExt,
    util::SubscriberInitExt,
};

/// Starts writing to standard error; `LOCKSTEP_LOG=debug` says more of what is ours. What we stand on says only its
/// warnings: at more it would write down whole statements.
pub fn start() {
    let level = match std::env::var("LOCKSTEP_LOG").as_deref() {
        Ok("debug") => LevelFilter::DEBUG,
        Ok("info") => LevelFilter::INFO,
        _ => LevelFilter::WARN,
    };
    let ours = Targets::new()
        .with_default(LevelFilter::WARN)
        .with_target("lockstep", level);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    tracing_subscriber::registry().with(lines).with(ours).init();
}
