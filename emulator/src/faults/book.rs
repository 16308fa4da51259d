//! Which request meets which fault.

use super::{Fault, FaultError, Rule};
use crate::contract::Contract;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The rules in force, and counts of what came in and what was done to it.
#[derive(Default)]
pub(crate) struct FaultBook {
    seed: u64,
    rules: Vec<Rule>,
    /// Requests by operation id.
    pub(crate) requests: BTreeMap<String, u64>,
    /// Faults by name.
    pub(crate) struck: BTreeMap<String, u64>,
}

impl FaultBook {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            seed,
            ..Self::default()
        }
    }

    pub(crate) fn rules(&self) -> &[Rule] {
        &self.rules
    }

    pub(crate) fn add(&mut self, contract: &Contract, rules: Vec<Rule>) -> Result<(), FaultError> {
        rules.iter().try_for_each(|rule| rule.check(contract))?;
        self.rules.extend(rules);
        Ok(())
    }

    pub(crate) fn replace(
        &mut self,
        contract: &Contract,
        rules: Vec<Rule>,
    ) -> Result<(), FaultError> {
        rules.iter().try_for_each(|rule| rule.check(contract))?;
        self.rules = rules;
        Ok(())
    }

    pub(crate) fn clear(&mut self) {
        self.rules.clear();
    }

    /// Counts a request and says which fault it meets.
    pub(crate) fn next(&mut self, operation_id: &str) -> Option<Fault> {
        let nth = self.requests.entry(operation_id.to_owned()).or_default();
        *nth += 1;
        let (seed, nth) = (self.seed, *nth);
        let rule = self
            .rules
            .iter_mut()
            .enumerate()
            .find_map(|(place, rule)| {
                let open = rule.times != Some(0) && rule.matches(operation_id);
                (open && draw(seed, place, operation_id, nth) < rule.rate).then_some(rule)
            })?;
        rule.times = rule.times.map(|times| times - 1);
        *self.struck.entry(rule.fault.to_string()).or_default() += 1;
        Some(rule.fault.clone())
    }
}

/// A number from 0 up to 1 that looks random and depends on nothing but its arguments. Drawn per request, not from one
/// stream, so that tasks that race with each other on different operations still meet the same faults.
fn draw(seed: u64, place: usize, operation_id: &str, nth: u64) -> f64 {
    let name = format!("{seed} {place} {operation_id} {nth}");
    let (high, _) = Uuid::new_v5(&Uuid::nil(), name.as_bytes()).as_u64_pair();
    // The top 48 bits: those are free of the version that a UUID carries, and fit a float exactly.
    (high >> 16) as f64 / (1_u64 << 48) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::contract;

    fn faults(seed: u64, rate: f64) -> Vec<bool> {
        let mut book = FaultBook::new(seed);
        book.add(
            contract().unwrap(),
            vec![Fault::DropAfter.on("SendChatMessage").rate(rate)],
        )
        .unwrap();
        (0..2000)
            .map(|_| book.next("ChatThread_SendChatMessage").is_some())
            .collect()
    }

    #[test]
    fn a_seed_repeats_and_another_does_not() {
        assert_eq!(faults(1, 0.3), faults(1, 0.3));
        assert_ne!(faults(1, 0.3), faults(2, 0.3));
    }

    #[test]
    fn the_rate_is_kept() {
        for rate in [0.0, 0.1, 0.3, 0.9, 1.0] {
            let share =
                faults(7, rate).into_iter().filter(|struck| *struck).count() as f64 / 2000.0;
            assert!((share - rate).abs() < 0.03, "{rate} gave {share}");
        }
    }

    #[test]
    fn requests_of_other_operations_in_between_change_nothing() {
        let mut book = FaultBook::new(1);
        book.add(
            contract().unwrap(),
            vec![Fault::DropAfter.on("*").rate(0.3)],
        )
        .unwrap();
        let seen: Vec<bool> = (0..2000)
            .map(|_| {
                book.next("ChatThread_GetChatMessage");
                book.next("ChatThread_SendChatMessage").is_some()
            })
            .collect();
        assert_eq!(seen, faults(1, 0.3));
    }

    #[test]
    fn times_run_out_and_the_next_rule_takes_over() {
        let mut book = FaultBook::new(0);
        let rules = vec![
            Fault::status(503).on("SendChatMessage").times(2),
            Fault::DropBefore.into(),
        ];
        book.add(contract().unwrap(), rules).unwrap();
        let met: Vec<Option<Fault>> = (0..3)
            .map(|_| book.next("ChatThread_SendChatMessage"))
            .collect();
        assert_eq!(
            met,
            [
                Some(Fault::status(503)),
                Some(Fault::status(503)),
                Some(Fault::DropBefore)
            ]
        );
    }

    #[test]
    fn a_rule_that_cannot_be_is_refused_with_what_would_be_right() {
        let contract = contract().unwrap();
        let mut book = FaultBook::new(0);
        let mut refused = |rule: Rule| book.add(contract, vec![rule]).unwrap_err().to_string();
        assert!(refused(Fault::DropBefore.on("SendMessage")).contains("SendChatMessage"));
        assert!(refused(Fault::DropBefore.on("*").rate(1.5)).contains("from 0 to 1"));
        assert!(refused(Fault::DropBefore.on("*").rate(f64::NAN)).contains("from 0 to 1"));
        assert!(refused(Fault::status(99).on("*")).contains("200 to 999"));
    }
}
