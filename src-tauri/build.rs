//! Tells Tauri which commands are ours. Only commands named here are checked against the capability, so a command
//! that is missing here would be open to any page: `main.rs` and `capabilities/main.json` list the same names.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let ours = tauri_build::AppManifest::new().commands(&[
        "call",
        "shell_state",
        "new_workspace",
        "open_dialog",
        "open_recent",
        "open_sample",
        "close_workspace",
        "save_copy",
        "export_plan",
        "export_definition",
        "export_funnel",
        "open_exported",
        "list_backups",
        "restore_backup",
        "choose_data_files",
        "data_files",
        "read_data_otherwise",
        "say_kind",
        "edit_mapping",
        "preview_data",
        "take_in_data",
        "stop_data",
        "put_away_data",
        "save_rejected",
    ]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(ours))?;
    Ok(())
}
