//! In which ways the days of a column are written: with which marks, and whether their year may stand first, in two digits.

use crate::classify::Kinds;
use crate::day::DayOrder;

/// The marks between the numbers of days.
const MARKS: [char; 3] = ['.', '/', '-'];

/// How the days of a column are written that are numbers and do not begin with a year of four digits.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Notations {
    /// For each mark, how many days allow one order only, and how many allow both.
    marks: [(u64, u64); MARKS.len()],
    /// How many could begin with a year of two digits.
    short: u64,
    /// The least and the most that stands first there, and last.
    first: Option<(u32, u32)>,
    last: Option<(u32, u32)>,
}

impl Notations {
    pub(crate) fn add(&mut self, cell: &str, kinds: &Kinds, times: u64) {
        if !kinds.is_plain_day() {
            return;
        }
        let mark = cell.chars().find(|c| !c.is_ascii_digit());
        let place = MARKS.iter().position(|known| Some(*known) == mark);
        if let Some((one, both)) = place.and_then(|place| self.marks.get_mut(place)) {
            match kinds.only_order() {
                Some(DayOrder::Dmy | DayOrder::Mdy) => *one += times,
                _ => *both += times,
            }
        }
        if let Some((first, last)) = kinds.short_year() {
            self.short += times;
            let wider = |known: Option<(u32, u32)>, value: u32| {
                let (least, most) = known.unwrap_or((value, value));
                Some((least.min(value), most.max(value)))
            };
            self.first = wider(self.first, first);
            self.last = wider(self.last, last);
        }
    }

    /// Returns whether days that allow both orders are written with another mark than those that allow one: of those, they say
    /// nothing.
    pub(crate) fn are_mixed(&self) -> bool {
        let tells = |(one, _): &&(u64, u64)| *one > 0;
        let is_open = |(one, both): &&(u64, u64)| *one == 0 && *both > 0;
        self.marks.iter().any(|mark| tells(&mark)) && self.marks.iter().any(|mark| is_open(&mark))
    }

    /// Returns whether all `days` may begin with their year: what stands first is as good as one year or two, and what stands last
    /// is not, or is an earlier one.
    pub(crate) fn may_begin_with_the_year(&self, days: u64) -> bool {
        const FEW: u32 = 3;
        let (Some((first, latest)), Some((least, most))) = (self.first, self.last) else {
            return false;
        };
        self.short == days && latest - first <= FEW && latest >= 10 && (most - least > FEW || latest >= most)
    }
}
