//! From glyphs at places to lines of words. Glyphs come in the order in which the page draws them, which is nearly always
//! the order of reading.

/// Further from the line than this, in heights of the letters, is another line.
const ACROSS: f64 = 0.55;
/// Further back along the line than this, in widths of an em, is another line.
const BACK: f64 = 1.2;
/// A wider gap than this, in widths of an em, parts words.
const GAP: f64 = 0.17;
/// A heading's letters are so many times as high as the usual ones of its page.
const HEADING: f64 = 1.25;

/// A glyph: what it says and where it stands, in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed<'t> {
    pub(super) text: &'t str,
    /// Where its writing begins and ends.
    pub(super) start: (f64, f64),
    pub(super) end: (f64, f64),
    /// The width of an em along the line, and the height of the letters across it.
    pub(super) em: f64,
    pub(super) height: f64,
}

/// The text of a page while its glyphs come.
#[derive(Debug, Default)]
pub(super) struct Layout {
    lines: Vec<Line>,
    last: Option<Last>,
}

#[derive(Debug, Default)]
struct Line {
    text: String,
    height: f64,
}

#[derive(Debug)]
struct Last {
    text: String,
    start: (f64, f64),
    end: (f64, f64),
    /// The direction of writing, of length 1.
    along: (f64, f64),
    em: f64,
    height: f64,
}

impl Layout {
    /// Adds the next glyph.
    pub(super) fn place(&mut self, glyph: Placed<'_>) {
        let numbers = [
            glyph.start.0,
            glyph.start.1,
            glyph.end.0,
            glyph.end.1,
            glyph.em,
            glyph.height,
        ];
        if glyph.text.is_empty() || numbers.iter().any(|number| !number.is_finite()) {
            return;
        }
        let between = self
            .last
            .as_ref()
            .map_or(Between::Lines, |last| last.between(&glyph));
        match between {
            Between::Same => return,
            Between::Lines => self.lines.push(Line {
                text: String::new(),
                height: glyph.height,
            }),
            Between::Words | Between::Letters => {}
        }
        if let Some(line) = self.lines.last_mut() {
            if matches!(between, Between::Words) {
                line.text.push(' ');
            }
            line.text.push_str(glyph.text);
            line.height = line.height.max(glyph.height);
        }
        let along = (glyph.end.0 - glyph.start.0, glyph.end.1 - glyph.start.1);
        let length = along.0.hypot(along.1);
        let along = match &self.last {
            _ if length > 1e-6 => (along.0 / length, along.1 / length),
            Some(last) => last.along,
            None => (1.0, 0.0),
        };
        self.last = Some(Last {
            text: glyph.text.to_owned(),
            start: glyph.start,
            end: glyph.end,
            along,
            em: glyph.em,
            height: glyph.height,
        });
    }

    /// The first line or lines in the highest letters, where they are clearly higher than most of the page's.
    pub(super) fn heading(&self) -> Option<String> {
        let mut heights: Vec<(f64, usize)> = self
            .lines
            .iter()
            .map(|line| (line.height, line.text.len()))
            .filter(|(_, length)| *length > 0)
            .collect();
        heights.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        let highest = heights.last()?.0;
        let half = heights.iter().map(|(_, length)| length).sum::<usize>() / 2;
        let mut counted = 0;
        let usual = heights.iter().find_map(|(height, length)| {
            counted += length;
            (counted >= half).then_some(*height)
        })?;
        if highest < usual * HEADING {
            return None;
        }
        let is_high = |line: &&Line| line.height >= highest * 0.98;
        let heading: Vec<&str> = self
            .lines
            .iter()
            .skip_while(|line| !is_high(line))
            .take_while(is_high)
            .map(|line| line.text.trim())
            .collect();
        let heading = heading.join(" ");
        // A single large figure or letter is an ornament.
        (heading.chars().filter(|letter| letter.is_alphabetic()).count() >= 4).then_some(heading)
    }

    /// The lines, words that were parted at their ends joined again.
    pub(super) fn into_text(self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            let line = line.text.trim();
            if line.is_empty() {
                continue;
            }
            let continues = line.starts_with(char::is_lowercase);
            let parted = text
                .strip_suffix('-')
                .filter(|before| before.ends_with(char::is_alphabetic));
            match parted.map(str::len) {
                Some(length) if continues => text.truncate(length),
                _ if text.is_empty() => {}
                _ => text.push('\n'),
            }
            text.push_str(line);
        }
        text
    }
}

/// What is between two glyphs.
enum Between {
    /// It is drawn a second time: filled, then stroked.
    Same,
    Letters,
    Words,
    Lines,
}

impl Last {
    fn between(&self, next: &Placed<'_>) -> Between {
        let step = |from: (f64, f64)| (next.start.0 - from.0, next.start.1 - from.1);
        let (x, y) = step(self.start);
        if self.text == next.text && x.hypot(y) < 0.02 * self.em {
            return Between::Same;
        }
        let (x, y) = step(self.end);
        let along = x * self.along.0 + y * self.along.1;
        let across = (y * self.along.0 - x * self.along.1).abs();
        let em = self.em.max(next.em);
        if across > ACROSS * self.height.max(next.height) || along < -BACK * em {
            Between::Lines
        } else if along > GAP * em.min(self.em * 2.0) {
            Between::Words
        } else {
            Between::Letters
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes letters of 10 points, 5 wide, along a direction.
    fn write(layout: &mut Layout, text: &str, from: (f64, f64), along: (f64, f64), size: f64) {
        for (index, letter) in text.char_indices() {
            let place = |steps: usize| {
                let way = 0.5 * size * steps as f64;
                (from.0 + way * along.0, from.1 + way * along.1)
            };
            if letter != ' ' {
                let text = letter.encode_utf8(&mut [0; 4]).to_owned();
                layout.place(Placed {
                    text: &text,
                    start: place(index),
                    end: place(index + 1),
                    em: size,
                    height: size,
                });
            }
        }
    }

    #[test]
    fn gaps_part_words_and_steps_part_lines_whatever_the_direction() {
        for along in [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.6, 0.8)] {
            let mut layout = Layout::default();
            let across = (-along.1, along.0);
            write(&mut layout, "Plan to-", (100.0, 100.0), along, 10.0);
            write(
                &mut layout,
                "gether now",
                (100.0 + 12.0 * across.0, 100.0 + 12.0 * across.1),
                along,
                10.0,
            );
            assert_eq!(layout.into_text(), "Plan together now");
        }
    }

    #[test]
    fn what_is_drawn_twice_is_read_once() {
        let mut layout = Layout::default();
        for letter in ["a", "a", "a", "b"] {
            let at = if letter == "b" { 5.0 } else { 0.0 };
            layout.place(Placed {
                text: letter,
                start: (at, 0.0),
                end: (at + 5.0, 0.0),
                em: 10.0,
                height: 10.0,
            });
        }
        layout.place(Placed {
            text: "x",
            start: (f64::NAN, 0.0),
            end: (0.0, 0.0),
            em: 10.0,
            height: 10.0,
        });
        assert_eq!(layout.into_text(), "ab");
    }

    #[test]
    fn the_highest_lines_are_the_heading() {
        let mut layout = Layout::default();
        write(&mut layout, "Acme GmbH", (0.0, 0.0), (1.0, 0.0), 10.0);
        write(&mut layout, "Sales and", (0.0, 40.0), (1.0, 0.0), 24.0);
        write(&mut layout, "marketing", (0.0, 70.0), (1.0, 0.0), 24.0);
        write(
            &mut layout,
            "A long text that goes on and on",
            (0.0, 100.0),
            (1.0, 0.0),
            10.0,
        );
        assert_eq!(layout.heading().as_deref(), Some("Sales and marketing"));
        let mut plain = Layout::default();
        write(&mut plain, "All the same", (0.0, 0.0), (1.0, 0.0), 10.0);
        assert_eq!(plain.heading(), None);
    }
}
