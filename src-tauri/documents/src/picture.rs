//! Pictures: decoded with limits, turned as the camera was held, made smaller, and written as JPEG.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbImage};

use crate::limits;

/// How much JPEG keeps of a picture, of 100.
const QUALITY: u8 = 80;

/// Decodes a picture; nothing where it is damaged, too large, or of a format that is not shown.
pub(crate) fn decoded(bytes: &[u8]) -> Option<DynamicImage> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut most = Limits::default();
    most.max_image_width = Some(limits::PICTURE_SIDE);
    most.max_image_height = Some(limits::PICTURE_SIDE);
    most.max_alloc = Some(limits::PICTURE_BYTES);
    reader.limits(most);
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 || u64::from(width) * u64::from(height) > limits::PICTURE_PIXELS {
        return None;
    }
    let orientation = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    if let Some(orientation) = orientation {
        picture.apply_orientation(orientation);
    }
    Some(picture)
}

/// Makes a picture fit into a frame in pixels, never larger, and puts it on white where it can be looked through.
pub(crate) fn within(picture: DynamicImage, frame: (u32, u32)) -> RgbImage {
    let (width, height) = (picture.width(), picture.height());
    let smaller = if width > frame.0 || height > frame.1 {
        let (width, height) = fitting((f64::from(width), f64::from(height)), frame);
        picture.thumbnail_exact(width, height)
    } else {
        picture
    };
    if !smaller.color().has_alpha() {
        return smaller.into_rgb8();
    }
    let seen = smaller.into_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let image::Rgba([red, green, blue, alpha]) = *seen.get_pixel(x, y);
        let on_white = |colour: u8| {
            let mixed = (u32::from(colour) * u32::from(alpha) + 255 * (255 - u32::from(alpha))) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        image::Rgb([red, green, blue].map(on_white))
    })
}

/// The whole pixels of what has these sides once it fits into a frame and touches it.
pub(crate) fn fitting(sides: (f64, f64), frame: (u32, u32)) -> (u32, u32) {
    let scale = (f64::from(frame.0) / sides.0).min(f64::from(frame.1) / sides.1);
    let side = |length: f64, most: u32| ((length * scale).round() as u32).clamp(1, most.max(1));
    (side(sides.0, frame.0), side(sides.1, frame.1))
}

/// Writes a picture as JPEG.
pub(crate) fn jpeg(picture: &RgbImage) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    picture
        .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, QUALITY))
        .ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_keep_their_proportion_and_are_never_nothing() {
        assert_eq!(fitting((400.0, 300.0), (240, 240)), (240, 180));
        assert_eq!(fitting((300.0, 400.0), (240, 240)), (180, 240));
        assert_eq!(fitting((10_000_000.0, 1.0), (240, 240)), (240, 1));
    }

    #[test]
    fn a_small_picture_stays_small_and_glass_becomes_white() {
        let glass = DynamicImage::ImageRgba8(image::RgbaImage::from_pixel(3, 2, image::Rgba([0, 0, 0, 0])));
        let picture = within(glass, (240, 240));
        assert_eq!((picture.width(), picture.height()), (3, 2));
        assert!(picture.pixels().all(|pixel| *pixel == image::Rgb([255; 3])));
        assert!(jpeg(&picture).is_some_and(|bytes| bytes.starts_with(b"\xff\xd8")));
    }
}
