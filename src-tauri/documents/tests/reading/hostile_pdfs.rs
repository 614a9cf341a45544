//! PDFs that mean harm or are broken. What may run away is read in a child with limits, with a control that has none.

use std::time::{Duration, Instant};

use lockstep_documents::child::Bounds;
use lockstep_documents::{Reader, Trouble, pages_of_pdf, read};

use crate::child::reader;
use crate::made::{pdf, pdf_drawing, pdf_of, stream};
use crate::{Outcome, text};

const TIGHT: Bounds = Bounds {
    memory: 96 << 20,
    seconds: 1,
};

fn read_by(reader: &Reader, bytes: &[u8]) -> Result<lockstep_documents::Document, Trouble> {
    reader.read(bytes, "x.pdf", &mut || true)
}

#[test]
fn a_broken_pdf_is_damaged_or_read_as_far_as_it_goes() -> Outcome {
    let whole = pdf(&["Enough text for a page", "and another"]);
    for cut in (9..whole.len()).step_by(23) {
        match read(whole.get(..cut).unwrap_or_default(), "x.pdf") {
            Ok(document) => assert!(document.page_count <= 2),
            Err(trouble) => assert_eq!(trouble.message, "This PDF is damaged and cannot be read."),
        }
    }
    for bytes in [
        &b"%PDF-1.7\nnothing of the kind"[..],
        b"%PDF-",
        b"\0\x01\x02 named so only",
    ] {
        let trouble = read(bytes, "x.pdf").err().ok_or("it was read")?;
        assert_eq!(trouble.message, "This PDF is damaged and cannot be read.");
    }
    Ok(())
}

#[test]
fn a_pdf_with_a_password_is_protected() -> Outcome {
    let locked = |filter: &str| {
        let encryption = format!(
            "<</Filter/{filter}/V 1/R 2/P -4/O<{}>/U<{}>>>",
            "41".repeat(32),
            "42".repeat(32)
        );
        let objects = [
            b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
            b"<</Type/Pages/Kids[]/Count 0>>".to_vec(),
            encryption.into_bytes(),
        ];
        pdf_of(&objects, "/Encrypt 3 0 R/ID[<00><00>]")
    };
    for bytes in [locked("Standard"), locked("Other")] {
        let document = read(&bytes, "x.pdf")?;
        assert!(document.is_protected && !document.has_text);
        let trouble = pages_of_pdf(&bytes, &[1]).err().ok_or("it was cut down")?;
        assert_eq!(trouble.message, "This file is protected with a password.");
    }
    Ok(())
}

#[test]
fn scripts_are_no_text_and_do_not_come_along() -> Outcome {
    let script = b"<</S/JavaScript/JS(app.alert\\('boo'\\))>>".to_vec();
    let bytes = pdf_drawing(
        &["BT /F 12 Tf 72 700 Td (Read me) Tj ET".into()],
        "/OpenAction 4 0 R/AA<</WC 4 0 R>>",
        &[script],
    );
    assert_eq!(text(&read(&bytes, "x")?), "Read me");
    let shorter = pages_of_pdf(&bytes, &[1])?;
    assert_eq!(text(&read(&shorter, "x")?), "Read me");
    for word in [&b"OpenAction"[..], b"/AA"] {
        assert!(!shorter.windows(word.len()).any(|part| part == word));
    }
    Ok(())
}

#[test]
fn forms_within_themselves_end() -> Outcome {
    let form = |inside: &str, content: &str| {
        stream(
            &format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<<{inside}>>>>"),
            content.as_bytes(),
        )
    };
    let drawing = ["/X0 Do BT /F 12 Tf 72 700 Td (after) Tj ET".to_owned()];
    // One that draws itself, and a tower in which each draws the one below it ten times.
    let looping = pdf_drawing(&drawing, "", &[form("/X0 4 0 R", "/X0 Do /X0 Do")]);
    let tower: Vec<_> = (0..24)
        .map(|level| form(&format!("/Y {} 0 R", 5 + level), &"/Y Do ".repeat(10)))
        .collect();
    let tower = pdf_drawing(&drawing, "", &tower);
    for bytes in [looping, tower] {
        let began = Instant::now();
        let ended = read_by(&reader().bounds(TIGHT), &bytes);
        if let Err(trouble) = &ended {
            let known = [
                "Reading this file took too long, so it was stopped.",
                "Reading this file needed too much memory, so it was stopped.",
                "This file made the reader stop, so it cannot be read.",
            ];
            assert!(known.contains(&trouble.message.as_str()), "{}", trouble.message);
        }
        assert!(began.elapsed() < Duration::from_secs(10));
    }
    Ok(())
}

#[test]
fn a_content_bomb_is_stopped_by_the_limit_and_by_nothing_else() -> Outcome {
    let mut packed = Vec::new();
    let mut encoder = flate(&mut packed);
    std::io::Write::write_all(&mut encoder, &vec![b' '; 200 << 20])?;
    std::io::Write::write_all(&mut encoder, b"BT /F 12 Tf 72 700 Td (survived) Tj ET")?;
    encoder.finish()?;
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[4 0 R]/Count 1>>".to_vec(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R>>"
            .to_vec(),
    ];
    objects.push(stream("/Filter/FlateDecode", &packed));
    let bomb = pdf_of(&objects, "");
    assert!(bomb.len() < 1 << 20);
    let trouble = read_by(
        &reader().bounds(Bounds {
            memory: 96 << 20,
            seconds: 20,
        }),
        &bomb,
    )
    .err()
    .ok_or("it was read")?;
    assert_eq!(
        trouble.message,
        "Reading this file needed too much memory, so it was stopped."
    );
    // The control: where there is memory enough, nothing is wrong with it.
    let document = read_by(
        &reader().bounds(Bounds {
            memory: 4 << 30,
            seconds: 20,
        }),
        &bomb,
    )?;
    assert_eq!(text(&document), "survived");
    Ok(())
}

fn flate(into: &mut Vec<u8>) -> flate2::write::ZlibEncoder<&mut Vec<u8>> {
    flate2::write::ZlibEncoder::new(into, flate2::Compression::default())
}

#[test]
fn deep_arrays_wide_pages_and_many_pages_harm_nobody() -> Outcome {
    let deep = format!("{}{}", "[".repeat(500_000), "]".repeat(500_000));
    let deep = pdf_drawing(&["BT /F 12 Tf (a) Tj ET".into()], "", &[deep.into_bytes()]);
    let deep_content = pdf_drawing(
        &[format!("{}BT /F 12 Tf (a) Tj ET", "q ".repeat(200_000))],
        "",
        &[],
    );
    let kids = "4 0 R ".repeat(100_000);
    let many = pdf_of(
        &[
            b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
            format!("<</Type/Pages/Kids[{kids}]/Count 100000>>").into_bytes(),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec(),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 10000000 0.001]>>".to_vec(),
        ],
        "",
    );
    let cyclic = pdf_of(
        &[
            b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
            b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>".to_vec(),
        ],
        "",
    );
    for bytes in [deep, deep_content, many, cyclic] {
        match read_by(
            &reader().bounds(Bounds {
                memory: 512 << 20,
                seconds: 5,
            }),
            &bytes,
        ) {
            Ok(document) => assert!(document.pages.len() <= lockstep_documents::limits::PAGES),
            Err(trouble) => assert!(trouble.message.ends_with('.') && trouble.hint.is_some()),
        }
    }
    Ok(())
}

#[test]
fn more_glyphs_than_a_page_can_hold_are_cut() -> Outcome {
    let line = format!("({}) Tj 0 -1 Td\n", "abcdefghi ".repeat(100));
    let content = format!("BT /F 1 Tf 0 800 Td\n{}ET", line.repeat(250));
    let document = read(&pdf_drawing(&[content], "", &[]), "x")?;
    assert!(document.was_cut);
    let letters = text(&document)
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .count();
    assert!((170_000..=200_000).contains(&letters), "{letters}");
    Ok(())
}
