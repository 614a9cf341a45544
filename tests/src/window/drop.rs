//! Files dropped on the window, as a file manager does it: over X11, in the words of XDND (freedesktop.org, version 5). The
//! window cannot tell it from a hand.

use std::path::PathBuf;

use x11rb::{
    connection::Connection,
    protocol::{
        Event,
        xproto::{
            AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, PropMode,
            SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Timestamp, Window as Id,
            WindowClass,
        },
    },
    rust_connection::RustConnection,
    wrapper::ConnectionExt as _,
};

use super::{PATIENCE, Window};
use crate::Result;

x11rb::atom_manager! {
    /// The words of the protocol.
    Atoms: AtomsCookie {
        XdndAware,
        XdndEnter,
        XdndPosition,
        XdndStatus,
        XdndDrop,
        XdndFinished,
        XdndSelection,
        XdndActionCopy,
        TARGETS,
        FILES: b"text/uri-list",
    }
}

/// The version of the protocol that we speak.
const VERSION: u32 = 5;

impl Window {
    /// Drags files over the middle of the window and lets them go.
    ///
    /// # Errors
    /// When the window does not take them.
    pub async fn drop_files(&self, files: &[PathBuf]) -> Result {
        let display = self.screen.display.clone();
        let files: String = files
            .iter()
            .map(|file| format!("file://{}\r\n", file.display().to_string().replace(' ', "%20")))
            .collect();
        let dropping = tokio::task::spawn_blocking(move || {
            Hand::new(&display, files)
                .and_then(|hand| hand.drop())
                .map_err(|error| error.to_string())
        });
        match tokio::time::timeout(PATIENCE, dropping).await {
            Ok(done) => done?.map_err(Into::into),
            Err(_) => Err("the window never said what it makes of the files over it".into()),
        }
    }
}

/// A hand that holds files.
struct Hand {
    x: RustConnection,
    atoms: Atoms,
    /// Our own window; the protocol talks to windows.
    from: Id,
    /// The window under the hand, and the place of its middle on the screen.
    over: Id,
    middle: (i16, i16),
    files: String,
}

impl Hand {
    fn new(display: &str, files: String) -> Result<Self> {
        let (x, screen) = x11rb::connect(Some(display))?;
        let atoms = Atoms::new(&x)?.reply()?;
        let root = x.setup().roots.get(screen).ok_or("there is no screen")?.root;
        let from = x.generate_id()?;
        x.create_window(
            0,
            from,
            root,
            0,
            0,
            1,
            1,
            0,
            WindowClass::INPUT_ONLY,
            0,
            &CreateWindowAux::new(),
        )?;
        let over = x
            .query_tree(root)?
            .reply()?
            .children
            .into_iter()
            .filter_map(|window| {
                let aware = x
                    .get_property(false, window, atoms.XdndAware, AtomEnum::ANY, 0, 1)
                    .ok()?;
                let takes_files = aware.reply().ok()?.value_len > 0;
                let place = x.get_geometry(window).ok()?.reply().ok()?;
                takes_files.then_some((u32::from(place.width) * u32::from(place.height), window, place))
            })
            .max_by_key(|(size, ..)| *size);
        let (_, over, place) = over.ok_or("no window takes files")?;
        let half = |length: u16| i16::try_from(length / 2).unwrap_or(0);
        Ok(Self {
            middle: (place.x + half(place.width), place.y + half(place.height)),
            x,
            atoms,
            from,
            over,
            files,
        })
    }

    fn drop(&self) -> Result {
        self.x
            .set_selection_owner(self.from, self.atoms.XdndSelection, Timestamp::from(0_u32))?;
        self.say(self.atoms.XdndEnter, [VERSION << 24, self.atoms.FILES, 0, 0])?;
        let place = (u32::from(self.middle.0.unsigned_abs()) << 16) | u32::from(self.middle.1.unsigned_abs());
        let here = [0, place, 0, self.atoms.XdndActionCopy];
        self.say(self.atoms.XdndPosition, here)?;
        let mut let_go = false;
        loop {
            match self.x.wait_for_event()? {
                Event::SelectionRequest(asked) => self.hand_over(&asked)?,
                Event::ClientMessage(said) if said.type_ == self.atoms.XdndStatus && !let_go => {
                    let takes_them = said.data.as_data32().get(1).is_some_and(|flags| flags & 1 == 1);
                    if takes_them {
                        let_go = true;
                        self.say(self.atoms.XdndDrop, [0; 4])?;
                    } else {
                        self.say(self.atoms.XdndPosition, here)?;
                    }
                }
                Event::ClientMessage(said) if said.type_ == self.atoms.XdndFinished => return Ok(()),
                _ => {}
            }
        }
    }

    /// Says something to the window under the hand.
    fn say(&self, what: u32, [second, third, fourth, fifth]: [u32; 4]) -> Result {
        let said = ClientMessageEvent::new(32, self.over, what, [self.from, second, third, fourth, fifth]);
        self.x.send_event(false, self.over, EventMask::NO_EVENT, said)?;
        self.x.flush()?;
        Ok(())
    }

    /// Answers what the files are called.
    fn hand_over(&self, asked: &SelectionRequestEvent) -> Result {
        let property = if asked.target == self.atoms.FILES {
            self.x.change_property8(
                PropMode::REPLACE,
                asked.requestor,
                asked.property,
                asked.target,
                self.files.as_bytes(),
            )?;
            asked.property
        } else if asked.target == self.atoms.TARGETS {
            self.x.change_property32(
                PropMode::REPLACE,
                asked.requestor,
                asked.property,
                AtomEnum::ATOM,
                &[self.atoms.TARGETS, self.atoms.FILES],
            )?;
            asked.property
        } else {
            x11rb::NONE
        };
        let answer = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: asked.time,
            requestor: asked.requestor,
            selection: asked.selection,
            target: asked.target,
            property,
        };
        self.x
            .send_event(false, asked.requestor, EventMask::NO_EVENT, answer)?;
        self.x.flush()?;
        Ok(())
    }
}
