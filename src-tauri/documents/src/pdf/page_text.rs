//! Listens to a page being drawn, and keeps its glyphs.

use hayro::hayro_interpret::font::Glyph;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, TransformExt, interpret_page,
};
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::kurbo::{Affine, BezPath, Point, Rect};

use super::layout::{Layout, Placed};
use crate::limits;

/// What most letters of a font without widths take, in thousandths of an em.
const USUAL_ADVANCE: f64 = 500.0;

/// The text of a page.
#[derive(Default)]
pub(super) struct PageText {
    layout: Layout,
    glyphs: usize,
}

/// Reads the text of a page.
pub(super) fn read<'a>(page: &'a Page<'a>, cache: &InterpreterCache<'a>) -> PageText {
    let (width, height) = page.render_dimensions();
    let mut context = Context::new(
        page.initial_transform(true).to_kurbo(),
        Rect::new(0.0, 0.0, f64::from(width), f64::from(height)),
        cache,
        page.xref(),
        InterpreterSettings::default(),
    );
    let mut text = PageText::default();
    interpret_page(page, &mut context, &mut text);
    text
}

impl PageText {
    /// What stands in the highest letters, where any stand out.
    pub(super) fn heading(&self) -> Option<String> {
        self.layout.heading()
    }

    /// Whether the page has more glyphs than are kept.
    pub(super) fn was_cut(&self) -> bool {
        self.glyphs > limits::PAGE_GLYPHS
    }

    /// The text, line by line.
    pub(super) fn into_text(self) -> String {
        self.layout.into_text()
    }
}

impl<'a> Device<'a> for PageText {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        self.glyphs += 1;
        if self.was_cut() {
            return;
        }
        let mut letter = [0; 4];
        let unicode = glyph.as_unicode();
        let text = match &unicode {
            Some(BfString::Char(one)) => one.encode_utf8(&mut letter),
            Some(BfString::String(several)) => several.as_str(),
            None => return,
        };
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width().map_or(USUAL_ADVANCE, f64::from),
            Glyph::Type3(_) => USUAL_ADVANCE,
        };
        let place = transform * glyph_transform;
        let at = |x: f64, y: f64| place * Point::new(x, y);
        let start = at(0.0, 0.0);
        let end = at(advance, 0.0);
        self.layout.place(Placed {
            text,
            start: (start.x, start.y),
            end: (end.x, end.y),
            em: start.distance(at(1000.0, 0.0)),
            height: start.distance(at(0.0, 1000.0)),
        });
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
