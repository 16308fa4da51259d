//! The distribution of a value over many rounds.

use std::fmt;

/// The median and the quartiles of measured values.
#[derive(Clone, Copy, Debug)]
pub struct Spread {
    /// The lower quartile.
    pub lower: f64,
    /// The median.
    pub median: f64,
    /// The upper quartile.
    pub upper: f64,
}

impl Spread {
    /// The spread of values in any order; all fields are NaN where there are none.
    pub fn of(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        let at = |part: f64| {
            let index = part * values.len().saturating_sub(1) as f64;
            let value = values.get(index.round() as usize).copied();
            value.unwrap_or(f64::NAN)
        };
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
