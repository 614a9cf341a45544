//! The programs a window test stands on: a screen in memory and a driver of the window. Each is ended by whoever
//! started it, also when the test fails.

use std::{
    ffi::OsString,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::Result;

/// How long a program may take to be ready, on a machine that has other things to do.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program that is ended with whatever it started, when this goes out of scope.
#[derive(Debug)]
pub struct Running(Child);

impl Running {
    fn start(command: &mut Command) -> Result<Self> {
        let program = command.get_program().to_owned();
        // In a group of its own, so that what it starts is ended with it.
        let child = command
            .process_group(0)
            .spawn()
            .map_err(|error| format!("{program:?} does not start ({error}); `make test` installs it"))?;
        Ok(Self(child))
    }

    fn signal_group(&self, signal: &str) {
        let group = format!("-{}", self.0.id());
        let _ = Command::new("kill")
            .args([signal, "--", &group])
            .stderr(Stdio::null())
            .status();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.signal_group("-TERM");
        let deadline = Instant::now() + Duration::from_secs(5);
        while Instant::now() < deadline {
            if matches!(self.0.try_wait(), Ok(Some(_))) {
                break;
            }
            std::thread::park_timeout(Duration::from_millis(10));
        }
        self.signal_group("-KILL");
        let _ = self.0.wait();
    }
}

/// A screen that exists only in memory.
#[derive(Debug)]
pub struct Screen {
    _xvfb: Running,
    /// What `DISPLAY` must say.
    pub display: String,
}

impl Screen {
    /// Starts a screen of this size on a display that is free.
    ///
    /// # Errors
    /// When Xvfb is missing or does not start.
    pub fn start(width: u32, height: u32) -> Result<Self> {
        // Xvfb looks for a free display itself and says which, once it is ready.
        let mut xvfb = Running::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-screen", "0"])
                .arg(format!("{width}x{height}x24"))
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        )?;
        let said = xvfb.0.stdout.take().ok_or("Xvfb has no output")?;
        let mut line = String::new();
        BufReader::new(said).read_line(&mut line)?;
        let number: u32 = line.trim().parse().map_err(|_| "Xvfb found no free display")?;
        Ok(Self {
            _xvfb: xvfb,
            display: format!(":{number}"),
        })
    }
}

/// A session bus of its own, over which a second start finds the first.
#[derive(Debug)]
pub struct Bus {
    _daemon: Running,
    /// What `DBUS_SESSION_BUS_ADDRESS` must say.
    pub address: String,
}

impl Bus {
    /// Starts a bus, or returns nothing on a machine that has none: a desktop brings it, a server may not.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start() -> Result<Option<Self>> {
        let is_there = Command::new("dbus-daemon")
            .arg("--version")
            .stdout(Stdio::null())
            .status();
        if is_there.is_err() {
            return Ok(None);
        }
        let mut daemon = Running::start(
            Command::new("dbus-daemon")
                .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        )?;
        let said = daemon.0.stdout.take().ok_or("dbus-daemon has no output")?;
        let mut line = String::new();
        BufReader::new(said).read_line(&mut line)?;
        Ok(Some(Self {
            _daemon: daemon,
            address: line.trim().to_owned(),
        }))
    }
}

/// A browser without a window, which shows pages from a folder as a reader's own does.
#[derive(Debug)]
pub struct Browser {
    _driver: Running,
    /// Where its driver listens.
    pub address: String,
}

impl Browser {
    /// Starts the driver of Chromium.
    ///
    /// # Errors
    /// When it is missing or does not get ready.
    pub fn start() -> Result<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let driver = Running::start(
            Command::new("chromedriver")
                .arg(format!("--port={port}"))
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        )?;
        let deadline = Instant::now() + PATIENCE;
        while !answers(port) {
            if Instant::now() > deadline {
                return Err("chromedriver did not get ready".into());
            }
            std::thread::park_timeout(Duration::from_millis(20));
        }
        Ok(Self {
            _driver: driver,
            address: format!("http://127.0.0.1:{port}"),
        })
    }
}

/// WebKit's own driver, which starts the application and speaks to its page.
#[derive(Debug)]
pub struct Driver {
    running: Running,
    /// Where it listens.
    pub address: String,
}

impl Driver {
    /// Starts the driver; the application it starts gets the same environment.
    ///
    /// # Errors
    /// When WebKitWebDriver is missing or does not get ready.
    pub fn start(environment: &[(OsString, OsString)]) -> Result<Self> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let running = Running::start(
            Command::new("WebKitWebDriver")
                .args(["--host=127.0.0.1", &format!("--port={port}")])
                .envs(environment.iter().map(|(name, value)| (name, value)))
                .stdin(Stdio::null())
                .stdout(Stdio::null()),
        )?;
        let driver = Self {
            running,
            address: format!("http://127.0.0.1:{port}"),
        };
        let deadline = Instant::now() + PATIENCE;
        while !answers(port) {
            if Instant::now() > deadline {
                return Err("WebKitWebDriver did not get ready".into());
            }
            std::thread::park_timeout(Duration::from_millis(20));
        }
        Ok(driver)
    }

    /// Returns the memory of everything that the driver started, in bytes; what processes share is counted once.
    ///
    /// # Errors
    /// When the system does not say.
    pub fn memory_of_started(&self) -> Result<u64> {
        let mut family = vec![self.running.0.id()];
        let parents = parents()?;
        let mut next = 0;
        while let Some(parent) = family.get(next).copied() {
            family.extend(
                parents
                    .iter()
                    .filter(|(_, of)| *of == parent)
                    .map(|(child, _)| *child),
            );
            next += 1;
        }
        let shares = family.iter().skip(1).map(|process| {
            let smaps = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup"))?;
            let line = smaps
                .lines()
                .find_map(|line| line.strip_prefix("Pss:"))
                .ok_or("no Pss")?;
            Ok(line.trim().trim_end_matches("kB").trim().parse::<u64>()? * 1024)
        });
        shares.sum()
    }

    /// Ends the driver and the application at once, as a power cut would.
    pub fn kill(&self) {
        self.running.signal_group("-KILL");
    }
}

/// Returns every process with its parent.
fn parents() -> Result<Vec<(u32, u32)>> {
    let mut parents = Vec::new();
    for entry in std::fs::read_dir("/proc")? {
        let name = entry?.file_name();
        let Some(process) = name.to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        // A process may end while we look.
        let Ok(stat) = std::fs::read_to_string(format!("/proc/{process}/stat")) else {
            continue;
        };
        // The program's name stands in brackets and may hold anything; state and parent follow.
        let parent = stat
            .rsplit(')')
            .next()
            .and_then(|rest| rest.split_whitespace().nth(1));
        if let Some(parent) = parent.and_then(|parent| parent.parse().ok()) {
            parents.push((process, parent));
        }
    }
    Ok(parents)
}

fn answers(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(
            stream,
            "GET /status HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        )?;
        let mut start = [0; 12];
        stream.read_exact(&mut start)?;
        Ok(start.ends_with(b"200"))
    };
    ask().unwrap_or(false)
}

/// Returns a program of ours that was built beside the running one.
///
/// # Errors
/// When it was not built.
pub fn program(name: &str) -> Result<PathBuf> {
    let here = std::env::current_exe()?;
    here.ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
        .ok_or_else(|| format!("{name} is not built; run `cargo build --workspace` first").into())
}

/// Returns the root of the repository.
pub fn repository() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
