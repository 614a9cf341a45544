//! An empty Tauri window: the peer that `make bench` holds Lockstep's start and memory against.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("examples/empty_window/tauri.conf.json"))
}
