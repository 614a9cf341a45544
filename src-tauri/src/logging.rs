//! What is written down for whoever has to find out why something went wrong: names of commands, how long they took
//! and the kind of an error. Never what stands in a workspace.

/// Starts writing to standard error; `LOCKSTEP_LOG=debug` says more.
pub fn start() {
    let level = match std::env::var("LOCKSTEP_LOG").as_deref() {
        Ok("debug") => tracing::Level::DEBUG,
        Ok("info") => tracing::Level::INFO,
        _ => tracing::Level::WARN,
    };
    tracing_subscriber::fmt()
        .with_max_level(level)
        .with_writer(std::io::stderr)
        .init();
}
