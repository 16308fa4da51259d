//! Selects the fault of each request and event.

use super::{Fault, FaultError, Rule};
use crate::contract::Contract;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The rules, and counts of requests, events and faults.
#[derive(Default)]
pub(crate) struct FaultInjector {
    seed: u64,
    rules: Vec<Rule>,
    /// Requests by operation id.
    pub(crate) requests: BTreeMap<String, u64>,
    /// Events for webhooks by name.
    pub(crate) events: BTreeMap<String, u64>,
    /// Faults by name.
    pub(crate) injected: BTreeMap<String, u64>,
}

impl FaultInjector {
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
        rules.iter().try_for_each(|rule| rule.validate(contract))?;
        self.rules.extend(rules);
        Ok(())
    }

    pub(crate) fn replace(
        &mut self,
        contract: &Contract,
        rules: Vec<Rule>,
    ) -> Result<(), FaultError> {
        rules.iter().try_for_each(|rule| rule.validate(contract))?;
        self.rules = rules;
        Ok(())
    }

    /// Removes one rule for each of these that is the same but for `times`, which is counted down.
    pub(crate) fn lift(&mut self, rules: &[Rule]) {
        for rule in rules {
            let is_same = |other: &Rule| {
                let times = rule.times;
                *rule
                    == Rule {
                        times,
                        ..other.clone()
                    }
            };
            if let Some(place) = self.rules.iter().position(is_same) {
                self.rules.remove(place);
            }
        }
    }

    pub(crate) fn clear(&mut self) {
        self.rules.clear();
    }

    /// Counts a request and returns its fault.
    pub(crate) fn next(&mut self, operation_id: &str) -> Option<Fault> {
        let nth = count(&mut self.requests, operation_id);
        self.select(operation_id, nth, |rule| rule.matches(operation_id))
    }

    /// Counts an event on its way to a webhook and returns its fault.
    pub(crate) fn next_event(&mut self, name: &str) -> Option<Fault> {
        let nth = count(&mut self.events, name);
        self.select(name, nth, |rule| rule.matches_event(name))
    }

    fn select(&mut self, name: &str, nth: u64, matches: impl Fn(&Rule) -> bool) -> Option<Fault> {
        let seed = self.seed;
        let rule = self
            .rules
            .iter_mut()
            .enumerate()
            .find_map(|(place, rule)| {
                let open = rule.times != Some(0) && matches(rule);
                (open && draw(seed, place, name, nth) < rule.rate).then_some(rule)
            })?;
        rule.times = rule.times.map(|times| times - 1);
        *self.injected.entry(rule.fault.to_string()).or_default() += 1;
        Some(rule.fault.clone())
    }
}

/// Counts one more of a name, and returns how many there are now.
fn count(counts: &mut BTreeMap<String, u64>, name: &str) -> u64 {
    let count = counts.entry(name.to_owned()).or_default();
    *count += 1;
    *count
}

/// A pseudo-random number in 0..1 that depends on its arguments alone, not on a shared stream, so that concurrent
/// requests to different operations get the same faults in every run.
fn draw(seed: u64, place: usize, name: &str, nth: u64) -> f64 {
    let name = format!("{seed} {place} {name} {nth}");
    let (high, _) = Uuid::new_v5(&Uuid::nil(), name.as_bytes()).as_u64_pair();
    // The top 48 bits are free of the UUID's version, and fit a float exactly.
    (high >> 16) as f64 / (1_u64 << 48) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::contract;

    fn faults(seed: u64, rate: f64) -> Vec<bool> {
        let mut injector = FaultInjector::new(seed);
        injector
            .add(
                contract().unwrap(),
                vec![Fault::DropAfter.on("SendChatMessage").rate(rate)],
            )
            .unwrap();
        (0..2000)
            .map(|_| injector.next("ChatThread_SendChatMessage").is_some())
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
            let share = faults(7, rate)
                .into_iter()
                .filter(|injected| *injected)
                .count() as f64
                / 2000.0;
            assert!((share - rate).abs() < 0.03, "{rate} gave {share}");
        }
    }

    #[test]
    fn requests_of_other_operations_in_between_change_nothing() {
        let mut injector = FaultInjector::new(1);
        injector
            .add(
                contract().unwrap(),
                vec![Fault::DropAfter.on("*").rate(0.3)],
            )
            .unwrap();
        let seen: Vec<bool> = (0..2000)
            .map(|_| {
                injector.next("ChatThread_GetChatMessage");
                injector.next("ChatThread_SendChatMessage").is_some()
            })
            .collect();
        assert_eq!(seen, faults(1, 0.3));
    }

    #[test]
    fn times_run_out_and_the_next_rule_takes_over() {
        let mut injector = FaultInjector::new(0);
        let rules = vec![
            Fault::status(503).on("SendChatMessage").times(2),
            Fault::DropBefore.into(),
        ];
        injector.add(contract().unwrap(), rules).unwrap();
        let faults: Vec<Option<Fault>> = (0..3)
            .map(|_| injector.next("ChatThread_SendChatMessage"))
            .collect();
        assert_eq!(
            faults,
            [
                Some(Fault::status(503)),
                Some(Fault::status(503)),
                Some(Fault::DropBefore)
            ]
        );
    }

    #[test]
    fn requests_and_events_have_faults_of_their_own() {
        let mut injector = FaultInjector::new(0);
        let rules = vec![
            Fault::LoseEvent.on("*").times(1),
            Fault::DuplicateEvent.on("Microsoft.Communication.ChatMessageEdited"),
            Fault::DropAfter.into(),
        ];
        injector.add(contract().unwrap(), rules).unwrap();
        let request = injector.next("ChatThread_SendChatMessage");
        assert_eq!(request, Some(Fault::DropAfter));
        let events = [
            "ChatThreadDeleted",
            "ChatMessageEdited",
            "ChatThreadDeleted",
        ];
        assert_eq!(
            events.map(|name| injector.next_event(name)),
            [Some(Fault::LoseEvent), Some(Fault::DuplicateEvent), None]
        );
        assert_eq!(injector.events["ChatThreadDeleted"], 2);
    }

    #[test]
    fn a_rule_is_lifted_however_often_it_was_used() {
        let mut injector = FaultInjector::new(0);
        let [first, second] = [503, 500].map(|status| Fault::status(status).on("*").times(9));
        let rules = vec![first.clone(), second.clone(), first.clone()];
        injector.add(contract().unwrap(), rules).unwrap();
        injector.next("ChatThread_SendChatMessage");
        injector.lift(std::slice::from_ref(&first));
        assert_eq!(injector.rules(), [second.clone(), first.clone()]);
        injector.lift(&[Fault::DropAfter.into(), first]);
        assert_eq!(injector.rules(), [second]);
    }

    #[test]
    fn an_invalid_rule_is_rejected_with_a_remedy() {
        let contract = contract().unwrap();
        let mut injector = FaultInjector::new(0);
        let mut refused = |rule: Rule| injector.add(contract, vec![rule]).unwrap_err().to_string();
        assert!(refused(Fault::DropBefore.on("SendMessage")).contains("SendChatMessage"));
        assert!(refused(Fault::DropBefore.on("*").rate(1.5)).contains("from 0 to 1"));
        assert!(refused(Fault::DropBefore.on("*").rate(f64::NAN)).contains("from 0 to 1"));
        assert!(refused(Fault::status(99).on("*")).contains("200 to 999"));
        assert!(refused(Fault::LoseEvent.on("SendChatMessage")).contains("ChatMessageReceived"));
    }
}
