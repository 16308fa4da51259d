//! How well calls must end at a rate of faults. A client that gives up at the first fault, or says of every failure that
//! the request may have been processed, is correct and of no use.

use super::log::{Change, Log, Outcome};

/// The shares of a kind of call, with their limits.
#[derive(Debug)]
pub struct Floor {
    pub name: &'static str,
    pub share: f64,
    pub limit: Limit,
}

#[derive(Debug, Clone, Copy)]
pub enum Limit {
    AtLeast(f64),
    AtMost(f64),
}

impl Floor {
    pub fn holds(&self) -> bool {
        match self.limit {
            Limit::AtLeast(floor) => self.share >= floor,
            Limit::AtMost(ceiling) => self.share <= ceiling,
        }
    }
}

/// The shares of a soak at this rate of faults.
pub fn floors(log: &Log, faults: f64) -> Vec<Floor> {
    let is_send = |change: &Change| matches!(change, Change::Send { .. });
    let is_refused = |change: &Change| matches!(change, Change::Refused);
    let is_repeatable = |change: &Change| !is_send(change) && !is_refused(change);
    let share = |of: &dyn Fn(&Change) -> bool, wanted: Outcome| {
        let mut all = log
            .changes
            .iter()
            .filter(|(change, _)| of(change))
            .peekable();
        all.peek()?;
        let outcomes: Vec<bool> = all.map(|(_, outcome)| *outcome == wanted).collect();
        let count = outcomes.iter().filter(|is_wanted| **is_wanted).count();
        Some(count as f64 / outcomes.len() as f64)
    };
    let floor = |name, share: Option<f64>, limit| {
        Some(Floor {
            name,
            share: share?,
            limit,
        })
    };
    [
        // With many faults a soak shows little, and with only faults nothing.
        floor(
            "all calls: succeeded",
            share(&|change| !is_refused(change), Outcome::Succeeded),
            Limit::AtLeast(0.7),
        ),
        // Three retries bring nearly all through. Without them as many fail as have faults.
        floor(
            "repeatable calls: succeeded",
            share(&is_repeatable, Outcome::Succeeded),
            Limit::AtLeast(1.0 - 0.35 * faults),
        ),
        // A fault of most kinds ends a send, and leaves open whether it was processed.
        floor(
            "sends: may have been processed",
            share(&is_send, Outcome::Unknown),
            Limit::AtMost(0.9 * faults),
        ),
        // A refusal is clear unless an earlier attempt was not.
        floor(
            "refused calls: failed",
            share(&is_refused, Outcome::Failed),
            Limit::AtLeast(0.7 * (1.0 - faults)),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}
