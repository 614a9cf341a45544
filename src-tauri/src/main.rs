//! Lockstep on the desktop: a window, its menu and its dialogs, and one way in to the core. Nothing is decided here;
//! what a person asks for goes to `lockstep_core`, and what comes back goes on the screen.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

#[macro_use]
mod command_list;

mod app_state;
mod automation;
#[cfg(test)]
mod bindings;
mod call;
mod dialogs;
mod documents;
mod events;
mod exports;
mod file_open;
mod importing;
mod language;
mod library;
mod logging;
mod maintenance;
mod menu;
mod page;
mod recent;
mod sample;
mod staged_files;

use std::process::ExitCode;

use tauri::{Manager, RunEvent, WindowEvent};

use crate::{app_state::AppState, file_open::FileOpen};

macro_rules! handler {
    ($($module:ident::$name:ident($($input:ident: $type:ty),*) -> $output:ty,)*) => {
        tauri::generate_handler![$($module::$name),*]
    };
}

fn main() -> ExitCode {
    let served = lockstep_intake::child::serve_if_asked().or_else(lockstep_documents::child::serve_if_asked);
    if let Some(code) = served {
        return ExitCode::from(u8::try_from(code).unwrap_or(1));
    }
    page::prepare_display();
    logging::start();
    match start() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // There is no window to say it in, so it goes where whoever started us can read it.
            eprintln!("Lockstep could not start: {error}");
            ExitCode::FAILURE
        }
    }
}

fn start() -> tauri::Result<()> {
    let app = tauri::Builder::default()
        // First of all plugins: a second start must hand over its file before it opens anything.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            file_open::second_start(app, &arguments, folder.as_ref());
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(page::remembered_place())
        .invoke_handler(shell_commands!(handler))
        .on_window_event(|window, event| {
            if let WindowEvent::DragDrop(event) = event {
                file_open::dragged(window.app_handle(), event);
            }
        })
        .setup(|app| {
            let handle = app.handle();
            app.manage(AppState::new(
                &app.path().app_config_dir()?,
                &app.path().app_data_dir()?,
            ));
            app.manage(automation::DialogAnswers::from_environment());
            menu::put_up(handle)?;
            app.manage(FileOpen::begin(handle, std::env::args_os().skip(1)));
            page::open(handle)?;
            maintenance::start(handle);
            Ok(())
        })
        .build(tauri::generate_context!())?;
    app.run(|app, event| match event {
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            file_open::arrive(
                app,
                urls.iter().filter_map(|url| url.to_file_path().ok()).collect(),
            );
        }
        // The workspace closes before the process does, so that its log is folded into the one file people copy.
        RunEvent::Exit => app.state::<AppState>().leave(),
        _ => {}
    });
    Ok(())
}
