//! The one window and what its page may reach: the program's own pages, and nothing else.

use tauri::{
    AppHandle, Runtime, Url, WebviewUrl, WebviewWindowBuilder, plugin::TauriPlugin,
    webview::NewWindowResponse,
};
use tauri_plugin_window_state::StateFlags;

/// The name of the window, as the capability knows it.
pub const WINDOW: &str = "main";

/// Sets what the display needs, unless somebody set it. Runs before any other thread starts.
pub fn prepare_display() {
    // WebKitGTK's shared-memory path shows an empty window on machines whose graphics driver is not up to it.
    #[cfg(target_os = "linux")]
    if let Err(error) = glib::setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1", false) {
        eprintln!("Lockstep could not choose how WebKit draws: {error}");
    }
}

/// Returns the plugin that puts the window where it was.
pub fn remembered_place<R: Runtime>() -> TauriPlugin<R> {
    tauri_plugin_window_state::Builder::new()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .build()
}

/// Asks what the first screen shows before the page is loaded, which takes longer than the answers.
const BEGIN: &str = include_str!("../../ui/src/platform/begin.js");

/// Opens the window.
pub fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, WINDOW, WebviewUrl::App("index.html".into()))
        .title("Lockstep")
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 400.0)
        .initialization_script(BEGIN)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .devtools(cfg!(debug_assertions))
        .build()?;
    Ok(())
}

/// Returns whether an address is one of the program's own pages.
fn is_ours(url: &Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", Some("localhost")) => true,
        // Windows has no schemes of its own, so Tauri serves the same pages under this host.
        ("http" | "https", Some("tauri.localhost")) => cfg!(windows),
        // The development server of the UI.
        ("http", Some("localhost")) => tauri::is_dev() && url.port() == Some(5173),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_stays_among_its_own() -> Result<(), Box<dyn std::error::Error>> {
        assert!(is_ours(&"tauri://localhost/plan".parse()?));
        for elsewhere in [
            "https://example.org/",
            "http://localhost:8080/",
            "tauri://elsewhere/",
            "file:///etc/passwd",
            "data:text/html,<p>",
            "about:blank",
            "javascript:alert(1)",
        ] {
            assert!(!is_ours(&elsewhere.parse()?), "{elsewhere}");
        }
        Ok(())
    }
}
