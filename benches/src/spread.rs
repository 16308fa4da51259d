//! What many rounds come to.

use std::fmt;

/// The median and the quartiles of measured values.
#[derive(Clone, Copy, Debug)]
pub struct Spread {
    /// A quarter of the values lies below.
    pub lower: f64,
    /// Half of them do.
    pub median: f64,
    /// Three quarters do.
    pub upper: f64,
}

impl Spread {
    /// Of values in any order; of none, all are NaN.
    pub fn of(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        let at = |part: f64| {
            let place = part * values.len().saturating_sub(1) as f64;
            values.get(place.round() as usize).copied()
        };
        let at = |part| at(part).unwrap_or(f64::NAN);
        Self {
            lower: at(0.25),
            median: at(0.5),
            upper: at(0.75),
        }
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            lower,
            median,
            upper,
        } = self;
        write!(f, "{median:.3} ({lower:.3} to {upper:.3})")
    }
}
