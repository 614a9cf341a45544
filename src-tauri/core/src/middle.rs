//! The middle one of many, the median: what is usual, whatever a few extremes are.

/// Returns the middle one of some numbers, half way between two where they are even in number; nothing for none. They are
/// in order afterwards.
pub(crate) fn middle<T: Copy + Ord>(numbers: &mut [T], as_number: impl Fn(T) -> f64) -> Option<f64> {
    numbers.sort_unstable();
    let upper = as_number(*numbers.get(numbers.len() / 2)?);
    if numbers.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = as_number(*numbers.get((numbers.len() / 2).checked_sub(1)?)?);
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_an_even_number_lies_between_two() {
        let middle = |numbers: &mut [i32]| middle(numbers, f64::from);
        assert_eq!(middle(&mut []), None);
        assert_eq!(middle(&mut [9, -2, 4]), Some(4.0));
        assert_eq!(middle(&mut [9, -2, 4, 5]), Some(4.5));
    }
}
