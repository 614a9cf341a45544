//! Thumbnails and previews.

use std::io::Cursor;
use std::time::{Duration, Instant};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use lockstep_documents::{FileKind, page_picture, thumbnail};

use crate::Outcome;
use crate::collateral::folder;
use crate::made::{office, pdf, pdf_of, png_claiming};

fn encoded(picture: RgbImage, format: ImageFormat) -> Outcome<Vec<u8>> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut bytes, format)?;
    Ok(bytes.into_inner())
}

fn size(jpeg: Option<Vec<u8>>) -> Outcome<(u32, u32)> {
    let jpeg = jpeg.ok_or("no picture")?;
    assert!(jpeg.starts_with(b"\xff\xd8\xff"));
    let picture = image::load_from_memory(&jpeg)?;
    Ok((picture.width(), picture.height()))
}

#[test]
fn images_are_shown_in_their_proportion_and_never_larger() -> Outcome {
    let picture = RgbImage::from_pixel(600, 300, Rgb([200, 10, 10]));
    for format in [
        ImageFormat::Png,
        ImageFormat::Jpeg,
        ImageFormat::Gif,
        ImageFormat::WebP,
    ] {
        let bytes = encoded(picture.clone(), format)?;
        assert_eq!(FileKind::of(&bytes, "x"), FileKind::Image);
        assert_eq!(
            size(thumbnail(&bytes, FileKind::Image))?,
            (240, 120),
            "{format:?}"
        );
        assert_eq!(size(page_picture(&bytes, FileKind::Image, 1, 400))?, (400, 200));
        assert_eq!(size(page_picture(&bytes, FileKind::Image, 1, 4_000))?, (600, 300));
        assert_eq!(page_picture(&bytes, FileKind::Image, 2, 400), None);
    }
    Ok(())
}

#[test]
fn a_photograph_stands_as_the_camera_was_held() -> Outcome {
    let jpeg = encoded(RgbImage::from_pixel(60, 30, Rgb([9, 9, 9])), ImageFormat::Jpeg)?;
    let turned: &[u8] =
        b"\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let bytes = [
        jpeg.get(..2).unwrap_or_default(),
        turned,
        jpeg.get(2..).unwrap_or_default(),
    ]
    .concat();
    assert_eq!(size(thumbnail(&bytes, FileKind::Image))?, (30, 60));
    Ok(())
}

#[test]
fn a_picture_that_claims_too_much_is_not_shown_and_takes_no_time() -> Outcome {
    let began = Instant::now();
    for side in [60_000, 2_000_000_000, 0] {
        assert_eq!(thumbnail(&png_claiming(side, side), FileKind::Image), None);
    }
    assert_eq!(thumbnail(&png_claiming(9_000, 9_000), FileKind::Image), None);
    for bytes in [
        &b"<svg xmlns='s'><script>alert(1)</script></svg>"[..],
        b"\x89PNG\r\n\x1a\n",
        b"",
        b"\xff\xd8\xff",
    ] {
        assert_eq!(thumbnail(bytes, FileKind::Image), None);
        assert_eq!(page_picture(bytes, FileKind::Image, 1, 100), None);
    }
    assert!(began.elapsed() < Duration::from_secs(1));
    Ok(())
}

#[test]
fn pages_of_a_pdf_are_drawn() -> Outcome {
    let bytes = pdf(&["One", "Two"]);
    assert_eq!(size(thumbnail(&bytes, FileKind::Pdf))?, (170, 240));
    assert_eq!(size(page_picture(&bytes, FileKind::Pdf, 2, 595))?, (595, 842));
    assert_ne!(
        page_picture(&bytes, FileKind::Pdf, 1, 300),
        page_picture(&bytes, FileKind::Pdf, 2, 300)
    );
    assert_eq!(page_picture(&bytes, FileKind::Pdf, 3, 300), None);
    assert_eq!(page_picture(&bytes, FileKind::Pdf, 0, 300), None);
    assert_eq!(page_picture(&bytes, FileKind::Text, 1, 300), None);
    let wide = pdf_of(
        &[
            b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 10000000 10]>>".to_vec(),
        ],
        "",
    );
    assert_eq!(size(thumbnail(&wide, FileKind::Pdf))?, (240, 1));
    Ok(())
}

#[test]
fn an_office_file_shows_the_picture_it_carries() -> Outcome {
    let picture = encoded(RgbImage::from_pixel(256, 192, Rgb([1, 2, 3])), ImageFormat::Png)?;
    let bytes = office(
        "ppt/presentation.xml",
        "<p/>",
        &[],
        &[("docProps/thumbnail.png", &picture)],
    )?;
    assert_eq!(size(thumbnail(&bytes, FileKind::Slides))?, (240, 180));
    assert_eq!(
        thumbnail(
            &office("ppt/presentation.xml", "<p/>", &[], &[])?,
            FileKind::Slides
        ),
        None
    );
    Ok(())
}

#[test]
fn real_collateral_has_thumbnails() -> Outcome {
    let Some(folder) = folder() else { return Ok(()) };
    for file in std::fs::read_dir(folder)? {
        let path = file?.path();
        let bytes = std::fs::read(&path)?;
        let kind = FileKind::of(&bytes, "");
        let began = Instant::now();
        let jpeg = thumbnail(&bytes, kind);
        println!(
            "{}: {:?} bytes in {:?}",
            path.display(),
            jpeg.as_ref().map(Vec::len),
            began.elapsed()
        );
        if kind == FileKind::Pdf {
            let (width, height) = size(jpeg)?;
            assert_eq!(width.max(height), 240);
        }
    }
    Ok(())
}
