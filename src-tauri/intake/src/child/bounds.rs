//! What a child process may use.

/// What a process may use from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// How many bytes it may ask for beyond those that it has already.
    pub memory: u64,
    /// How many seconds it may compute.
    pub seconds: u64,
}

impl Bounds {
    /// What reading the largest files needs, with room to spare.
    pub const READING: Bounds = Bounds {
        memory: 1 << 30,
        seconds: 900,
    };
}

/// Binds this process, for good. It cannot write files any more either. Only Unix knows such bounds; elsewhere the child
/// is only apart from us.
pub fn bind_this_process(bounds: Bounds) {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let bind = |resource, most: u64, at_last: u64| {
            let maximum = getrlimit(resource).maximum.unwrap_or(u64::MAX);
            // A system that does not know one of the bounds still keeps the others.
            let _ = setrlimit(
                resource,
                Rlimit {
                    current: Some(most.min(maximum)),
                    maximum: Some(at_last.min(maximum)),
                },
            );
        };
        bind(Resource::Core, 0, 0);
        bind(Resource::Fsize, 0, 0);
        // At the first bound the process is told why it ends, at the second it is only killed.
        bind(Resource::Cpu, bounds.seconds, bounds.seconds.saturating_add(5));
        if let Some(taken) = memory_taken() {
            let most = taken.saturating_add(bounds.memory);
            bind(Resource::As, most, most);
        }
    }
    #[cfg(not(unix))]
    let _ = bounds;
}

/// The address space that the program takes before it has done anything. Large libraries take much.
#[cfg(unix)]
fn memory_taken() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmSize:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    kilobytes.checked_mul(1024)
}
