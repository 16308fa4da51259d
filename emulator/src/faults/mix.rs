//! Rules for all kinds of faults, for soaks.

use super::{Fault, RetryAfter, Rule};

/// Returns rules that give the share `rate` of all requests a fault, all kinds equally often, and the same share of all
/// events for webhooks. [`Fault::EmptyPage`], which a correct client does not notice, and [`Fault::LoseEvent`], which events
/// alone cannot make up for, are not included. `rate` is clamped to 0..=1.
pub fn mix(rate: f64) -> Vec<Rule> {
    let requests = [
        Fault::status(429).retry_after(RetryAfter::Seconds(1)),
        Fault::status(429).retry_after(RetryAfter::Milliseconds(20)),
        Fault::status(503),
        Fault::status(503).retry_after(RetryAfter::Date(1)),
        Fault::status(500).processed(),
        Fault::Delay { milliseconds: 20 },
        Fault::DropBefore,
        Fault::DropAfter,
        Fault::Truncate,
        Fault::Html { status: 502 },
        Fault::UndocumentedError { status: 503 },
        Fault::EndlessBody,
        Fault::TokenExpired,
    ];
    let events = [Fault::DuplicateEvent, Fault::ReorderEvent];
    [equally(rate, &requests), equally(rate, &events)].concat()
}

fn equally(rate: f64, faults: &[Fault]) -> Vec<Rule> {
    let each = rate.clamp(0.0, 1.0) / faults.len() as f64;
    // A rule applies to the requests that the rules before it left.
    let rate_of = |place: usize| (each / (1.0 - each * place as f64)).clamp(0.0, 1.0);
    faults
        .iter()
        .enumerate()
        .map(|(place, fault)| fault.clone().on("*").rate(rate_of(place)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::contract;
    use crate::faults::FaultInjector;

    #[test]
    fn all_kinds_are_equally_frequent_and_add_up_to_the_rate() {
        let mut injector = FaultInjector::new(1);
        injector.add(contract().unwrap(), mix(0.5)).unwrap();
        let injected = (0..13_000)
            .filter(|_| injector.next("ChatThread_SendChatMessage").is_some())
            .count();
        assert!((6200..6800).contains(&injected), "{injected}");
        let events = (0..2_000).filter(|_| injector.next_event("ChatThreadDeleted").is_some());
        let events = events.count();
        assert!((900..1100).contains(&events), "{events}");
        let doubled = injector.injected.remove("duplicate event").unwrap();
        let reordered = injector.injected.remove("reordered event").unwrap();
        assert!(doubled.abs_diff(reordered) < 150, "{doubled} {reordered}");
        // Two rules have the status 429 and two 503, each counted under one name.
        assert_eq!(injector.injected.len(), 11);
        assert!(
            injector
                .injected
                .values()
                .all(|count| (400..1150).contains(count)),
            "{:?}",
            injector.injected
        );
    }

    #[test]
    fn every_rate_gives_valid_rules() {
        for rate in [0.0, 0.3, 1.0] {
            FaultInjector::new(0)
                .add(contract().unwrap(), mix(rate))
                .unwrap();
        }
    }
}
