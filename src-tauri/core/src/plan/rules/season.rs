//! Seasonality: how last year spread over its months, where every month of it is known.

/// Returns last year's shape where it can say how a year spreads, or why it cannot. Five months of data and seven of none
/// are no season: a month without a number is one that has not happened, or of which nothing was taken in.
///
/// # Errors
/// The reason, as a sentence.
pub fn whole(shape: &[i64]) -> Result<&[i64], String> {
    let empty = shape.iter().filter(|part| **part <= 0).count();
    match (shape.len(), empty) {
        (12, 0) => Ok(shape),
        (12, 1) => Err(
            "The look back holds nothing for one of last year’s twelve months, so it does not say how the \
             year spread over them."
                .into(),
        ),
        (12, 2..12) => Err(format!(
            "The look back holds nothing for {empty} of last year’s twelve months, so it does not say how the year \
             spread over them."
        )),
        _ => Err("The look back does not say how last year spread over its months.".into()),
    }
}

/// Returns last year's shape, or nothing where it cannot say how a year spreads.
pub fn of(shape: &[i64]) -> &[i64] {
    whole(shape).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_months_of_data_are_no_season() {
        assert!(
            whole(&[3, 1, 2, 5, 4, 0, 0, 0, 0, 0, 0, 0]).is_err_and(|why| why.contains("7 of last year"))
        );
        assert!(
            whole(&[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]).is_err_and(|why| why.contains("one of last year"))
        );
        for no_shape in [&[][..], &[0; 12], &[1, 2]] {
            assert!(whole(no_shape).is_err_and(|why| why.contains("does not say how last year")));
        }
        assert_eq!(of(&[1; 12]), [1; 12]);
    }
}
