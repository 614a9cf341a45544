//! The child's side: it binds itself, hears what is wanted, reads, and answers.

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;

use super::bounds::{Bounds, bind_this_process};
use super::wire::{BATCH, Batch, Message, Opened, Request, What};
use crate::records::{Records, Row};
use crate::survey::survey;
use crate::trouble::Trouble;

/// Reads for another process where this one was started to do so, and says the code with which to end. To be called
/// before anything else, because what the program has taken until then counts as its own.
pub fn serve_if_asked() -> Option<i32> {
    let asked = std::env::args_os()
        .nth(1)
        .is_some_and(|argument| argument == super::ARGUMENT);
    asked.then(|| {
        bind_this_process(Bounds::READING);
        // What goes wrong here is told by the parent, in its own words.
        std::panic::set_hook(Box::new(|_| {}));
        let served = serve(
            io::stdin().lock(),
            &mut BufWriter::with_capacity(2 * BATCH, io::stdout().lock()),
        );
        i32::from(served.is_err())
    })
}

/// Answers one request. Fails only when the other side does not listen any more.
fn serve(from: impl Read, to: &mut dyn Write) -> io::Result<()> {
    let mut line = Vec::new();
    BufReader::new(from.take(1 << 20)).read_until(b'\n', &mut line)?;
    let request: Request = serde_json::from_slice(&line)?;
    if let Err(trouble) = answer(&request, to)? {
        Message::Trouble(trouble).write(to)?;
    }
    to.flush()
}

fn answer(request: &Request, to: &mut dyn Write) -> io::Result<Result<(), Trouble>> {
    let mut records = match Records::open(Path::new(&request.path), &request.reading) {
        Ok(records) => records,
        Err(trouble) => return Ok(Err(trouble)),
    };
    Message::Opened(Opened {
        header: records.header().to_vec(),
        how: records.how().clone(),
    })
    .write(to)?;
    to.flush()?;
    match request.what {
        What::Survey => send_survey(&mut records, to),
        What::Rows => send_rows(&mut records, to),
    }
}

fn send_survey(records: &mut Records, to: &mut dyn Write) -> io::Result<Result<(), Trouble>> {
    let mut heard = Ok(());
    let looked = survey(records, &mut |read, of| {
        heard = Message::Progress(read, of).write(to);
        heard.is_ok()
    });
    heard?;
    match looked {
        Ok(survey) => Message::Survey(Box::new(survey)).write(to).map(Ok),
        Err(trouble) => Ok(Err(trouble)),
    }
}

fn send_rows(records: &mut Records, to: &mut dyn Write) -> io::Result<Result<(), Trouble>> {
    let mut row = Row::default();
    let mut batch = Batch::default();
    loop {
        let more = match records.next(&mut row) {
            Ok(more) => more,
            Err(trouble) => return Ok(Err(trouble)),
        };
        if more {
            batch.add(&row)?;
        }
        if batch.bytes.len() >= BATCH || !more {
            batch.progress = records.progress();
            let message = Message::Rows(batch);
            message.write(to)?;
            let Message::Rows(sent) = message else {
                return Ok(Ok(()));
            };
            batch = sent;
            batch.clear();
        }
        if !more {
            return Message::End.write(to).map(Ok);
        }
    }
}
