//! The shell's commands, listed once: `main.rs` handles them, the build script names them to Tauri and to the capability, and the
//! page's types are written from here.

/// Hands every command, with its module, what it takes and what it gives, to another macro.
macro_rules! shell_commands {
    ($then:ident) => {
        $then! {
            call::call(name: String, input: Option<Value>) -> Reply,
            documents::shell_state() -> ShellState,
            documents::new_workspace(founding: Founding) -> (),
            documents::open_dialog() -> (),
            documents::open_recent(token: String) -> (),
            documents::open_sample() -> (),
            documents::close_workspace() -> (),
            documents::save_copy() -> Option<Written>,
            documents::restore_backup(name: String) -> (),
            exports::export_plan(plan: PlanId, version: Option<u32>, format: PlanFormat) -> Option<Exported>,
            exports::export_definition(version: Option<u32>, format: DefinitionFormat) -> Option<Exported>,
            exports::export_funnel(funnel: LeadFunnel, format: TableFormat) -> Option<Exported>,
            exports::export_matrix(format: MatrixFormat) -> Option<Exported>,
            exports::export_field_kit() -> Option<ExportedKit>,
            exports::export_walk_through(walk: WalkThroughId) -> Option<Exported>,
            exports::export_review(review: ReviewId, format: ReviewFormat) -> Option<Exported>,
            exports::export_review_dates() -> Option<Exported>,
            exports::export_report() -> Option<Exported>,
            exports::export_send_pack(pieces: Vec<PieceId>, message: String, not_approved: bool) -> Option<Exported>,
            exports::open_exported(token: String) -> (),
            menu::set_room_menu(items: Vec<RoomItem>) -> (),
            importing::choose_files_to_import() -> (),
            importing::staged_files() -> Vec<StagedFile>,
            importing::reread_staged_file(token: String, sheet: Option<String>, header_row: Option<u64>) -> (),
            importing::set_record_kind(token: String, kind: Option<RecordKind>, afresh: bool) -> (),
            importing::edit_mapping(token: String, edit: MappingEdit) -> (),
            importing::preview_import(token: String) -> (),
            importing::import_staged_files(tokens: Vec<String>) -> (),
            importing::stop_import() -> (),
            importing::remove_staged_file(token: String) -> (),
            importing::save_rejected_rows(token: String) -> Option<Written>,
            library::choose_files_to_add() -> Option<AddedFiles>,
            library::choose_new_version(piece: PieceId) -> Option<AddedFile>,
            library::stop_adding() -> (),
            library::page_picture(piece: PieceId, page: u32, width: u32) -> Option<String>,
            library::open_piece_file(piece: PieceId) -> (),
            library::save_piece_file(piece: PieceId) -> Option<Written>,
            library::open_piece_link(piece: PieceId) -> (),
            library::make_shorter(piece: PieceId, pages: Vec<u32>, request: Option<CollateralRequestId>) -> AddedFile,
            library::choose_return_slips() -> Vec<SlipFile>,
        }
    };
}
