//! The one table that a soak prints.

use std::{collections::BTreeMap, fmt};

use super::audit::Audit;

/// What a soak came to.
#[derive(Debug)]
pub struct Report {
    pub operations: u64,
    /// Requests that met a fault, by its kind.
    pub faults: BTreeMap<String, u64>,
    /// All requests that the service received.
    pub requests: u64,
    /// Calls that failed, by what they ended in.
    pub errors: BTreeMap<String, u64>,
    pub audit: Audit,
    /// Threads that were listed whole at the end, and listings that differ from what is there.
    pub listed: (u64, u64),
    pub panics: u64,
}

impl Report {
    /// Whether nothing was lost, doubled or denied, no listing differs and nothing panicked.
    pub fn is_clean(&self) -> bool {
        let Audit {
            lost,
            doubled,
            denied,
            ..
        } = &self.audit;
        lost.is_empty()
            && doubled.is_empty()
            && denied.is_empty()
            && self.listed.1 == 0
            && self.panics == 0
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Audit {
            done_and_there,
            failed_and_absent,
            maybe_there,
            maybe_absent,
            lost,
            doubled,
            denied,
        } = &self.audit;
        let mut row = |name: &str, count: u64| writeln!(f, "{name:<40}{count:>8}");
        row("operations", self.operations)?;
        row("requests", self.requests)?;
        row("retries", self.requests.saturating_sub(self.operations))?;
        row("faults", self.faults.values().sum())?;
        for (kind, count) in &self.faults {
            row(&format!("  {kind}"), *count)?;
        }
        row("failed calls", self.errors.values().sum())?;
        for (kind, count) in &self.errors {
            row(&format!("  {kind}"), *count)?;
        }
        row("told done and there", *done_and_there)?;
        row("told failed and absent", *failed_and_absent)?;
        row("maybe sent, and there", *maybe_there)?;
        row("maybe sent, and absent", *maybe_absent)?;
        row("threads listed whole", self.listed.0)?;
        row("listings that differ", self.listed.1)?;
        row("told failed, and there", denied.len() as u64)?;
        row("lost", lost.len() as u64)?;
        row("doubled", doubled.len() as u64)?;
        row("panics", self.panics)?;
        for (what, changes) in [
            ("told failed, and there", denied),
            ("lost", lost),
            ("doubled", doubled),
        ] {
            for change in changes.iter().take(10) {
                writeln!(f, "{what}: {change}")?;
            }
        }
        Ok(())
    }
}
