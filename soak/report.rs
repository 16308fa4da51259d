//! The table that a soak prints.

use std::{collections::BTreeMap, fmt};

use super::{
    audit::Audit,
    floors::{Floor, Limit},
};

/// The result of a soak.
#[derive(Debug)]
pub struct Report {
    pub operations: u64,
    /// Injected faults by kind.
    pub faults: BTreeMap<String, u64>,
    /// Connections that were reset.
    pub resets: u64,
    /// Requests that the service received.
    pub requests: u64,
    /// Failed calls by kind of error.
    pub errors: BTreeMap<String, u64>,
    pub audit: Audit,
    pub floors: Vec<Floor>,
    /// Reads that returned what was never written.
    pub wrong_reads: Vec<String>,
    /// Threads whose messages were listed at the end, and how many lists differ from the snapshot.
    pub listed: (u64, u64),
    pub panics: u64,
}

impl Report {
    /// Whether no change is lost, duplicated or present though it failed, no read and no list is wrong, enough calls ended
    /// well, and no task panicked.
    pub fn is_clean(&self) -> bool {
        let Audit {
            lost,
            duplicated,
            failed_present,
            ..
        } = &self.audit;
        lost.is_empty()
            && duplicated.is_empty()
            && failed_present.is_empty()
            && self.wrong_reads.is_empty()
            && self.floors.iter().all(Floor::holds)
            && self.listed.1 == 0
            && self.panics == 0
    }

    /// What is not clean, on one line.
    pub fn summary(&self) -> String {
        let counts = [
            ("lost", self.audit.lost.len()),
            ("duplicated", self.audit.duplicated.len()),
            ("failed but present", self.audit.failed_present.len()),
            ("wrong reads", self.wrong_reads.len()),
        ];
        let counts = counts.map(|(name, count)| (name, count as u64));
        let counts = counts.into_iter();
        let counts = counts.chain([
            ("lists that differ", self.listed.1),
            ("panics", self.panics),
        ]);
        let counts = counts.filter(|(_, count)| *count > 0);
        let missed = self.floors.iter().filter(|floor| !floor.holds());
        let parts = counts.map(|(name, count)| format!("{count} {name}"));
        let parts = parts.chain(missed.map(|floor| format!("{} {:.3}", floor.name, floor.share)));
        parts.collect::<Vec<_>>().join(", ")
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Audit {
            succeeded_present,
            failed_absent,
            unknown_present,
            unknown_absent,
            lost,
            duplicated,
            failed_present,
        } = &self.audit;
        let mut row = |name: &str, count: u64| writeln!(f, "{name:<40}{count:>8}");
        row("operations", self.operations)?;
        row("requests", self.requests)?;
        row("retries", self.requests.saturating_sub(self.operations))?;
        row("faults", self.faults.values().sum::<u64>() + self.resets)?;
        row("  connection reset", self.resets)?;
        for (kind, count) in &self.faults {
            row(&format!("  {kind}"), *count)?;
        }
        row("failed calls", self.errors.values().sum())?;
        for (kind, count) in &self.errors {
            row(&format!("  {kind}"), *count)?;
        }
        row("succeeded, present", *succeeded_present)?;
        row("failed, absent", *failed_absent)?;
        row("may have been processed, present", *unknown_present)?;
        row("may have been processed, absent", *unknown_absent)?;
        row("threads listed", self.listed.0)?;
        row("lists that differ", self.listed.1)?;
        row("wrong reads", self.wrong_reads.len() as u64)?;
        row("failed, present", failed_present.len() as u64)?;
        row("lost", lost.len() as u64)?;
        row("duplicated", duplicated.len() as u64)?;
        row("panics", self.panics)?;
        for floor in &self.floors {
            let (word, limit) = match floor.limit {
                Limit::AtLeast(limit) => ("least", limit),
                Limit::AtMost(limit) => ("most", limit),
            };
            let verdict = if floor.holds() { "" } else { ": MISSED" };
            let Floor { name, share, .. } = floor;
            writeln!(f, "{name:<40}{share:>8.3}, at {word} {limit:.3}{verdict}")?;
        }
        for (what, changes) in [
            ("wrong read", &self.wrong_reads),
            ("failed, present", failed_present),
            ("lost", lost),
            ("duplicated", duplicated),
        ] {
            for change in changes.iter().take(10) {
                writeln!(f, "{what}: {change}")?;
            }
        }
        Ok(())
    }
}
