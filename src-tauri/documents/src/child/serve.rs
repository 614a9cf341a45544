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
    shut_out();
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

/// From now on this process opens no file and no connection. What the system does not know it does not refuse, so all
/// that is tried is to have it refuse as much as it can.
fn shut_out() {
    #[cfg(target_os = "linux")]
    {
        use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetError, Scope};
        let shut = || -> Result<(), RulesetError> {
            Ruleset::default()
                .handle_access(AccessFs::from_all(ABI::V5))?
                .handle_access(AccessNet::from_all(ABI::V5))?
                .scope(Scope::from_all(ABI::V6))?
                .create()?
                .restrict_self()?;
            Ok(())
        };
        // The limits of memory, time and files hold without it.
        let _ = shut();
    }
}
