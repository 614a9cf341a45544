//! Shorter PDFs, as another program reads them.

use lockstep_documents::{FileKind, pages_of_pdf, read};

use crate::collateral::{folder, pdftotext};
use crate::made::{pdf, pdf_drawing};
use crate::{Outcome, text};

#[test]
fn a_shorter_pdf_has_the_pages_that_were_chosen_in_their_order() -> Outcome {
    let whole = pdf(&["One", "Two", "Three", "Four"]);
    let shorter = pages_of_pdf(&whole, &[4, 2])?;
    let pages: Vec<_> = read(&shorter, "x")?
        .pages
        .iter()
        .map(|page| page.text.clone())
        .collect();
    assert_eq!(pages, ["Four", "Two"]);
    let others = pdftotext(&shorter)?;
    assert_eq!(others.split_whitespace().collect::<Vec<_>>(), ["Four", "Two"]);
    assert_eq!(text(&read(&pages_of_pdf(&whole, &[1, 1])?, "x")?), "One\nOne");
    Ok(())
}

#[test]
fn pages_that_are_not_there_are_said() -> Outcome {
    let whole = pdf(&["One", "Two"]);
    for (pages, said) in [
        (&[3][..], "There is no page 3: this PDF has 2 pages."),
        (&[0], "There is no page 0: this PDF has 2 pages."),
        (&[], "Choose between 1 and 2000 pages."),
        (&[1; 2_001], "Choose between 1 and 2000 pages."),
    ] {
        let trouble = pages_of_pdf(&whole, pages).err().ok_or("it was made")?;
        assert_eq!(trouble.message, said);
    }
    let trouble = pages_of_pdf(b"%PDF-1.7 no", &[1]).err().ok_or("it was made")?;
    assert_eq!(trouble.message, "This PDF is damaged and cannot be read.");
    Ok(())
}

#[test]
fn a_layer_that_is_hidden_does_not_come_to_light() -> Outcome {
    let layered = |state: &str| {
        let layers = format!("/OCProperties<</OCGs[4 0 R]/D<<{state}>>>>");
        let page = "/OC /X0 BDC BT /F 12 Tf 72 700 Td (draft) Tj ET EMC BT /F 12 Tf 72 600 Td (final) Tj ET";
        pdf_drawing(
            &[page.to_owned()],
            &layers,
            &[b"<</Type/OCG/Name(Notes)>>".to_vec()],
        )
    };
    assert!(pages_of_pdf(&layered("/OFF[]"), &[1]).is_ok());
    for state in ["/OFF[4 0 R]", "/BaseState/OFF"] {
        let trouble = pages_of_pdf(&layered(state), &[1]).err().ok_or("it was made")?;
        assert_eq!(
            trouble.message,
            "This PDF has hidden layers, which a shorter PDF would show."
        );
    }
    Ok(())
}

#[test]
fn the_words_of_real_pages_are_all_there() -> Outcome {
    let Some(folder) = folder() else { return Ok(()) };
    let mut cut_down = 0;
    for file in std::fs::read_dir(folder)? {
        let bytes = std::fs::read(file?.path())?;
        if FileKind::of(&bytes, "") != FileKind::Pdf {
            continue;
        }
        let whole = pdftotext(&bytes)?;
        let pages: Vec<&str> = whole.split('\u{c}').collect();
        let last = pages.len() - 1;
        let shorter = pages_of_pdf(&bytes, &[last, 1])?;
        let read_again = pdftotext(&shorter)?;
        let expected: Vec<&str> = [pages.get(last - 1), pages.first()]
            .into_iter()
            .flatten()
            .flat_map(|page| page.split_whitespace())
            .collect();
        assert_eq!(read_again.split_whitespace().collect::<Vec<_>>(), expected);
        cut_down += 1;
    }
    assert!(cut_down >= 8);
    Ok(())
}
