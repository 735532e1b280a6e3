//! Moments for what may come at any time: the same in each run, and spread evenly.

use std::time::Duration;

/// Returns a time below `longest`; as the number counts up, the times fill the whole range ever more densely.
pub(crate) fn moment(number: usize, longest: Duration) -> Duration {
    const GOLDEN_RATIO: f64 = 0.618_033_988_75;
    longest.mul_f64((number as f64 * GOLDEN_RATIO).fract())
}
