//! Pictures of PDF pages.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use image::RgbImage;

use crate::picture::fitting;

/// Draws a page, from 1, so that it fits into a frame in pixels; nothing where there is no such page or it has no size.
pub(crate) fn picture(pdf: &Pdf, page: usize, frame: (u32, u32)) -> Option<RgbImage> {
    let page = pdf.pages().get(page.checked_sub(1)?)?;
    let (width, height) = page.render_dimensions();
    if !(width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0) {
        return None;
    }
    // A page may claim any size, so the picture's is ours.
    let (across, down) = fitting((f64::from(width), f64::from(height)), frame);
    let settings = RenderSettings {
        x_scale: across as f32 / width,
        y_scale: down as f32 / height,
        width: Some(u16::try_from(across).ok()?),
        height: Some(u16::try_from(down).ok()?),
        bg_color: WHITE,
    };
    let drawn = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &settings,
    );
    let colours = drawn
        .data()
        .iter()
        .flat_map(|pixel| [pixel.r, pixel.g, pixel.b])
        .collect();
    RgbImage::from_raw(across, down, colours)
}
