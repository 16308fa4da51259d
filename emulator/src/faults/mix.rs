//! All faults together, for soaks.

use super::{Fault, RetryAfter, Rule};

/// Rules that together strike the share `rate` of all requests, each kind of fault about as often as any other. Less than
/// 0 counts as 0, more than 1 as 1.
pub fn mix(rate: f64) -> Vec<Rule> {
    let faults = [
        Fault::status(429).retry_after(RetryAfter::Seconds(1)),
        Fault::status(429).retry_after(RetryAfter::Milliseconds(20)),
        Fault::status(503),
        Fault::status(503).retry_after(RetryAfter::Date(1)),
        Fault::status(500).acted(),
        Fault::Delay { milliseconds: 20 },
        Fault::DropBefore,
        Fault::DropAfter,
        Fault::Truncate,
        Fault::Html { status: 502 },
        Fault::UndocumentedError { status: 503 },
        Fault::EndlessBody,
        Fault::TokenExpired,
    ];
    let each = rate.clamp(0.0, 1.0) / faults.len() as f64;
    // A rule is asked only about what the ones before it left.
    let of_the_rest = |place: usize| (each / (1.0 - each * place as f64)).clamp(0.0, 1.0);
    faults
        .into_iter()
        .enumerate()
        .map(|(place, fault)| fault.on("*").rate(of_the_rest(place)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::contract;
    use crate::faults::FaultBook;

    #[test]
    fn every_kind_strikes_about_equally_and_all_together_at_the_rate() {
        let mut book = FaultBook::new(1);
        book.add(contract().unwrap(), mix(0.5)).unwrap();
        let struck = (0..13_000)
            .filter(|_| book.next("ChatThread_SendChatMessage").is_some())
            .count();
        assert!((6200..6800).contains(&struck), "{struck}");
        // Two rules answer 429 and two 503, which are counted under one name.
        assert_eq!(book.struck.len(), 11);
        assert!(
            book.struck
                .values()
                .all(|count| (400..1150).contains(count)),
            "{:?}",
            book.struck
        );
    }

    #[test]
    fn any_rate_from_none_to_all_gives_rules_that_can_be() {
        for rate in [0.0, 0.3, 1.0] {
            FaultBook::new(0)
                .add(contract().unwrap(), mix(rate))
                .unwrap();
        }
    }
}
