//! The child's side: it hears what is wanted, binds itself, reads, and answers.

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};

use lockstep_intake::child::{Bounds, bind_this_process};

use super::wire::{Answer, LONGEST_REQUEST, Request, Task};
use crate::limits;

/// Reads collateral for another process where this one was started to do so, and returns the code with which to end. To be
/// called before anything else, because what the program has taken until then counts as its own.
pub fn serve_if_asked() -> Option<i32> {
    let asked = std::env::args_os()
        .nth(1)
        .is_some_and(|argument| argument == super::ARGUMENT);
    asked.then(|| {
        // What goes wrong here is told by the parent, in its own words.
        std::panic::set_hook(Box::new(|_| {}));
        let served = serve(&mut io::stdin().lock(), &mut BufWriter::new(io::stdout().lock()));
        if served
            .as_ref()
            .is_err_and(|error| error.kind() == io::ErrorKind::OutOfMemory)
        {
            // Memory that is refused elsewhere ends the process like this, and the parent knows what it means.
            std::process::abort();
        }
        i32::from(served.is_err())
    })
}

/// Answers one request. Fails only when the other side makes no sense or does not listen any more.
fn serve(from: &mut dyn Read, to: &mut dyn Write) -> io::Result<()> {
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    (&mut from).take(LONGEST_REQUEST).read_until(b'\n', &mut line)?;
    let request: Request = serde_json::from_slice(&line)?;
    // Only our own program has spoken until here; the file comes next.
    bind_this_process(Bounds {
        memory: request.memory,
        seconds: request.seconds,
    });
    // The limits of memory, time and files hold without it.
    let _ = shut_out();
    let mut bytes = Vec::new();
    from.take(limits::READ_BYTES + 1).read_to_end(&mut bytes)?;
    answer(&request.task, &bytes).write(to)
}

fn answer(task: &Task, bytes: &[u8]) -> Answer {
    let picture = |picture: Option<Vec<u8>>| picture.map_or(Answer::Nothing, Answer::Bytes);
    match task {
        Task::Read { name } => match crate::read(bytes, name) {
            Ok(document) => Answer::Document(Box::new(document)),
            Err(trouble) => Answer::Trouble(trouble),
        },
        Task::Thumbnail { kind } => picture(crate::thumbnail(bytes, *kind)),
        Task::PagePicture { kind, page, width } => picture(crate::page_picture(bytes, *kind, *page, *width)),
        Task::PagesOfPdf { pages } => match crate::pages_of_pdf(bytes, pages) {
            Ok(bytes) => Answer::Bytes(bytes),
            Err(trouble) => Answer::Trouble(trouble),
        },
    }
}

/// From now on this process opens no file and no connection, where the system can see to that. Returns whether it does.
#[cfg(target_os = "linux")]
fn shut_out() -> bool {
    use landlock::{
        ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetError, RulesetStatus, Scope,
    };
    let shut = || -> Result<RulesetStatus, RulesetError> {
        let status = Ruleset::default()
            .handle_access(AccessFs::from_all(ABI::V5))?
            .handle_access(AccessNet::from_all(ABI::V5))?
            .scope(Scope::from_all(ABI::V6))?
            .create()?
            .restrict_self()?;
        Ok(status.ruleset)
    };
    shut().is_ok_and(|status| status != RulesetStatus::NotEnforced)
}

/// Only Linux lets a process shut itself out.
#[cfg(not(target_os = "linux"))]
fn shut_out() -> bool {
    false
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #[test]
    fn a_process_that_is_shut_out_opens_nothing() {
        let own = std::env::current_exe().unwrap_or_default();
        // It binds the thread that asks for it, and this one ends with the test.
        let (before, is_shut, after) = std::thread::spawn(move || {
            let opens = || std::fs::File::open(&own).is_ok();
            (opens(), super::shut_out(), opens())
        })
        .join()
        .unwrap_or((false, true, true));
        assert!(before);
        if is_shut {
            assert!(!after);
        } else {
            println!("skipped: no Landlock");
        }
    }
}
