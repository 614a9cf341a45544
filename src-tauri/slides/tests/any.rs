//! Whatever goes in, every part that comes out is well-formed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod common;

use common::{Outcome, Parts, deck, letters};
use lockstep_slides::{Body, Cell, Chart, ChartKind, Hue, Line, Series, Side, Slide, Table};

/// Any text, the same in every run.
struct Any(u64);

impl Any {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: u64) -> usize {
        usize::try_from(self.next() % most).unwrap_or_default()
    }

    fn text(&mut self) -> String {
        let length = match self.below(12) {
            0 => 0,
            1 => 2_000,
            _ => self.below(80),
        };
        (0..length).map(|_| self.letter()).collect()
    }

    fn letter(&mut self) -> char {
        let code = match self.below(6) {
            0 => self.below(0x20),
            1 => self.below(0x11_0000),
            2 => return [' ', '\n', '<', '&', '>', '"', '\'', ']', '=', '_'][self.below(10)],
            3 => 0x2000 + self.below(0x100),
            _ => 0x20 + self.below(0x5f),
        };
        u32::try_from(code)
            .ok()
            .and_then(char::from_u32)
            .unwrap_or('\u{fffd}')
    }

    fn many<T>(&mut self, most: u64, one: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most)).map(|_| one(self)).collect()
    }

    fn line(&mut self) -> Line {
        let side = [None, Some(Side::Sales), Some(Side::Leadership)][self.below(3)];
        let lead_in = (self.below(2) == 0).then(|| self.text());
        Line {
            lead_in,
            side,
            ..if self.below(2) == 0 {
                Line::new(self.text())
            } else {
                Line::new(self.text()).below()
            }
        }
    }

    fn chart(&mut self) -> Chart {
        let kinds = [
            ChartKind::Bars,
            ChartKind::Columns,
            ChartKind::Lines,
            ChartKind::StackedColumns,
        ];
        let value = |any: &mut Self| match any.below(5) {
            0 => None,
            1 => Some(f64::from_bits(any.next())),
            _ => Some(any.next() as f64 / 1e15),
        };
        Chart {
            categories: self.many(9, Self::text),
            series: self.many(4, |any| Series::new(any.text(), Hue::Muted, any.many(9, value))),
            number_format: self.text(),
            value_title: self.text(),
            labels: true,
            alt: self.text(),
            ..Chart::new(kinds[self.below(4)])
        }
    }

    fn body(&mut self) -> Body {
        match self.below(6) {
            0 => Body::Cover {
                lines: self.many(9, Self::text),
            },
            1 => Body::Lines(self.many(20, Self::line)),
            2 => Body::Sides([
                (Side::Sales, self.many(9, Self::line)),
                (Side::Marketing, self.many(9, Self::line)),
            ]),
            3 => Body::Chart(self.chart()),
            4 => Body::ChartAndLines(self.chart(), self.many(9, Self::line)),
            _ => {
                let cells = |any: &mut Self| any.many(6, |any| Cell::from(any.text()));
                Body::Table(Table {
                    head: cells(self),
                    rows: self.many(20, cells),
                    weights: self.many(6, |any| f64::from_bits(any.next())),
                })
            }
        }
    }

    fn slide(&mut self) -> Slide {
        let lead = (self.below(2) == 0).then(|| self.text());
        Slide {
            title: self.text(),
            lead,
            body: self.body(),
            source: self.text(),
            notes: self.text(),
        }
    }
}

/// All that must be found again of a body.
fn said(body: &Body) -> Vec<String> {
    let of = |lines: &[Line]| {
        let words = |line: &Line| format!("{}{}", line.lead_in.clone().unwrap_or_default(), line.text);
        lines.iter().map(words).collect::<Vec<_>>()
    };
    match body {
        Body::Cover { lines } => lines.clone(),
        Body::Lines(lines) | Body::ChartAndLines(_, lines) => of(lines),
        _ => Vec::new(),
    }
}

#[test]
fn any_text_in_and_well_formed_xml_out() -> Outcome {
    let mut any = Any(0x5eed_cafe_f00d_1234);
    for run in 0..60 {
        let one = any.slide();
        let parts = Parts::of_deck(&deck(vec![one.clone()]))?;
        parts.all_xml().map_err(|error| format!("run {run}: {error}"))?;
        if parts.slides() > 1 {
            continue;
        }
        let found = parts.slide(1)?.letters();
        for text in said(&one.body) {
            // A sign that ends a line is white space for us and for XML.
            assert!(found.contains(&letters(&text)), "run {run}: {text:?}");
        }
    }
    Ok(())
}
