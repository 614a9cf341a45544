//! What can be wrong with a piece of collateral, in sentences for people. The file itself is kept all the same.

use lockstep_intake::Trouble;

use crate::FileKind;

/// What a file of this kind is called in a sentence.
pub(crate) fn called(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "This PDF",
        FileKind::Slides => "This presentation",
        FileKind::Document => "This document",
        FileKind::Spreadsheet => "This spreadsheet",
        FileKind::Image => "This image",
        FileKind::Html => "This web page",
        FileKind::Email => "This e-mail",
        FileKind::Video => "This video",
        FileKind::Markdown | FileKind::Text | FileKind::Other => "This file",
    }
}

pub(crate) fn damaged(kind: FileKind) -> Trouble {
    Trouble::new(format!("{} is damaged and cannot be read.", called(kind)))
        .hint("Open it in the program it was made with and save it again.")
}

pub(crate) fn too_large(kind: FileKind) -> Trouble {
    Trouble::new(format!(
        "{} is larger than {} MB, so its text cannot be searched.",
        called(kind),
        crate::limits::READ_BYTES / 1_000_000
    ))
    .hint("Save it with smaller pictures to make it searchable.")
}

pub(crate) fn too_large_inside(kind: FileKind) -> Trouble {
    Trouble::new(format!(
        "{} unpacks to far more than its size suggests, so it is not read.",
        called(kind)
    ))
    .hint("Open it in the program it was made with and save it again.")
}

pub(crate) fn too_many_parts(kind: FileKind) -> Trouble {
    Trouble::new(format!(
        "{} consists of more than {} parts, so it is not read.",
        called(kind),
        lockstep_intake::limits::WORKBOOK_PARTS
    ))
    .hint("Split it into several files.")
}

pub(crate) fn too_deep(kind: FileKind) -> Trouble {
    Trouble::new(format!("{} is nested too deeply to be read.", called(kind)))
        .hint("Open it in the program it was made with and save it again.")
}

pub(crate) fn has_definitions(kind: FileKind) -> Trouble {
    Trouble::new(format!(
        "{} contains definitions (DOCTYPE) that no office program writes.",
        called(kind)
    ))
    .hint("Open it in the program it was made with and save it again.")
}

pub(crate) fn older_format(kind: FileKind) -> Trouble {
    let (what, better) = match kind {
        FileKind::Slides => ("an older PowerPoint file (.ppt)", ".pptx"),
        FileKind::Spreadsheet => ("an older Excel file (.xls)", ".xlsx"),
        _ => ("an older Word file (.doc)", ".docx"),
    };
    Trouble::new(format!("This is {what}, and its text cannot be read."))
        .hint(format!("Save it as {better} or PDF to make it searchable."))
}

pub(crate) fn no_such_page(page: usize, pages: usize) -> Trouble {
    Trouble::new(match pages {
        1 => format!("There is no page {page}: this PDF has one page."),
        _ => format!("There is no page {page}: this PDF has {pages} pages."),
    })
}

pub(crate) fn choose_pages() -> Trouble {
    Trouble::new(format!("Choose between 1 and {} pages.", crate::limits::PAGES))
}

pub(crate) fn protected() -> Trouble {
    Trouble::new("This file is protected with a password.")
        .hint("Remove the password in the program it was made with, save it and add it again.")
}
