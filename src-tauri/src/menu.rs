//! The native menu. Its commands have the names and the words of the page's own list of commands, and choosing one
//! tells the page, so that menu, palette and shortcut always do the same. What only a shell can do, it does here.
//!
//! Shortcuts stand in the menu's words only where the page cannot have the key itself: the page routes Ctrl+Z to the
//! field that has the focus before it undoes a step of the plan, and a menu would take the key away from it.

use lockstep_workspace::Result;
use serde::Deserialize;
use tauri::{
    AppHandle, Manager, Runtime,
    menu::{Menu, MenuBuilder, MenuItemBuilder, Submenu, SubmenuBuilder},
};
use ts_rs::TS;

use crate::{
    app_state::{TokenKind, beside, state},
    events::MENU_CHOSEN,
    file_open,
    page::WINDOW,
};

/// Starts the name of an item of Open Recent; its token follows.
const RECENT: &str = "recent:";

/// In which menu an item of a room stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RoomMenu {
    /// What comes in and goes out.
    File,
    /// Where one can go.
    View,
}

/// A menu item of a room: the page knows which rooms there are.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct RoomItem {
    id: String,
    text: String,
    menu: RoomMenu,
}

/// Sets the menu items of the rooms, in their order.
#[tauri::command]
pub async fn set_room_menu<R: Runtime>(app: AppHandle<R>, items: Vec<RoomItem>) -> Result<()> {
    beside(app, |app| {
        if state(app).set_room_items(items) {
            refresh(app);
        }
        Ok(())
    })
    .await
}

/// Puts up the menu and listens to it.
pub fn put_up<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    app.set_menu(build(app)?)?;
    app.on_menu_event(|app, event| chosen(app, event.id().as_ref()));
    Ok(())
}

/// Draws the menu again, after another workspace was opened or closed.
pub fn refresh<R: Runtime>(app: &AppHandle<R>) {
    let drawn = build(app).and_then(|menu| app.set_menu(menu));
    if let Err(error) = drawn {
        tracing::warn!(%error, "the menu was not drawn again");
    }
}

fn chosen<R: Runtime>(app: &AppHandle<R>, id: &str) {
    if let Some(token) = id.strip_prefix(RECENT) {
        if let Ok(path) = state(app).file(token, TokenKind::Recent) {
            file_open::arrive(app, vec![path]);
        }
        return;
    }
    match id {
        // Closing the window, not the process: the page first saves what is being typed.
        "quit" => {
            if let Some(Err(error)) = app.get_webview_window(WINDOW).map(|window| window.close()) {
                tracing::warn!(%error, "the window did not close");
            }
        }
        "cut" => edit(app, "Cut"),
        "copy" => edit(app, "Copy"),
        "paste" => edit(app, "Paste"),
        "select-all" => edit(app, "SelectAll"),
        command => MENU_CHOSEN.tell(app, command.to_owned()),
    }
}

/// Cuts, copies or pastes in the page. On other systems the menu's own items do it.
#[cfg(target_os = "linux")]
fn edit<R: Runtime>(app: &AppHandle<R>, command: &'static str) {
    use webkit2gtk::WebViewExt;
    let Some(window) = app.get_webview_window(WINDOW) else {
        return;
    };
    if let Err(error) = window.with_webview(move |view| view.inner().execute_editing_command(command)) {
        tracing::warn!(%error, command, "the page did not take the command");
    }
}

#[cfg(not(target_os = "linux"))]
fn edit<R: Runtime>(_: &AppHandle<R>, command: &'static str) {
    tracing::warn!(command, "this system's menu does it by itself");
}

fn build<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Menu<R>> {
    let open = state(app).with_workspace(|workspace| workspace.is_some());
    let item = |id: &str, text: &str| MenuItemBuilder::with_id(id, text).build(app);
    let with_workspace = |id: &str, text: &str| MenuItemBuilder::with_id(id, text).enabled(open).build(app);

    let of_rooms = |menu: RoomMenu| -> tauri::Result<Vec<_>> {
        let items = state(app)
            .room_items()
            .into_iter()
            .filter(|item| item.menu == menu);
        items.map(|item| with_workspace(&item.id, &item.text)).collect()
    };
    let add = |menu, items: Vec<tauri::menu::MenuItem<R>>| {
        items
            .iter()
            .fold(menu, |menu: SubmenuBuilder<'_, R, _>, item| menu.item(item))
    };

    let file = SubmenuBuilder::new(app, "File")
        .item(&item("new-workspace", "New workspace…")?)
        .item(&item("open-workspace", "Open…")?)
        .item(&open_recent(app)?)
        .item(&item("open-sample", "Look round the sample")?)
        .separator();
    let file = add(file, of_rooms(RoomMenu::File)?)
        .item(&with_workspace("save-copy", "Save a copy…")?)
        .separator()
        .item(&with_workspace("close-workspace", "Close the workspace")?)
        .item(&item("quit", "Quit")?)
        .build()?;
    let edit = SubmenuBuilder::new(app, "Edit")
        .item(&with_workspace("undo", "Undo")?)
        .item(&with_workspace("redo", "Redo")?)
        .separator();
    #[cfg(target_os = "linux")]
    let edit = edit
        .text("cut", "Cut")
        .text("copy", "Copy")
        .text("paste", "Paste")
        .text("select-all", "Select all");
    #[cfg(not(target_os = "linux"))]
    let edit = edit.cut().copy().paste().select_all();
    let view = SubmenuBuilder::new(app, "View").item(&with_workspace("go-home", "Where we stand")?);
    let view = add(view, of_rooms(RoomMenu::View)?)
        .item(&with_workspace("history", "History")?)
        .separator()
        .item(&item("larger", "Larger text")?)
        .item(&item("smaller", "Smaller text")?)
        .item(&item("usual-size", "Text in its usual size")?)
        .separator()
        .item(&item("full-screen", "Full screen")?)
        .item(&item("appearance", "Light or dark")?)
        .build()?;
    let help = SubmenuBuilder::new(app, "Help")
        .item(&with_workspace("palette", "Search or do")?)
        .item(&item("guide", "Guide")?)
        .item(&item("shortcuts", "Keyboard shortcuts")?)
        .separator()
        .item(&item("about", "About Lockstep")?)
        .build()?;
    let edit = edit.build()?;
    #[cfg(target_os = "macos")]
    {
        // The first menu of a Mac program is about the program itself.
        let program = SubmenuBuilder::new(app, "Lockstep")
            .services()
            .separator()
            .hide()
            .hide_others()
            .show_all()
            .build()?;
        MenuBuilder::new(app)
            .items(&[&program, &file, &edit, &view, &help])
            .build()
    }
    #[cfg(not(target_os = "macos"))]
    MenuBuilder::new(app).items(&[&file, &edit, &view, &help]).build()
}

fn open_recent<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Submenu<R>> {
    let state = state(app);
    let known: Vec<_> = state.recent().workspaces().to_vec();
    let mut menu = SubmenuBuilder::new(app, "Open Recent").enabled(!known.is_empty());
    for path in known {
        let token = state.token(&path, TokenKind::Recent);
        let label = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        menu = menu.text(format!("{RECENT}{token}"), label);
    }
    menu.build()
}
