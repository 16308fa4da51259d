//! Whatever goes wrong, and in whichever order: the requests and the waits stay within the policy.

use std::{iter, time::Duration};

use crate::support::{
    Act, Operation, Reply, Server, call, ms, operations, retrying_builder, secs, watch,
};
use acs_chat::{ChatError, CommunicationTokenCredential, RetryPolicy, Token};
use proptest::{collection::vec, option, prelude::*, sample::select};
use tokio::time::Instant;

/// What can go wrong with an attempt.
#[derive(Clone, Debug)]
enum Fault {
    Lost(Act),
    /// The time for an attempt runs out.
    Late(Act),
    Status(u16),
    /// The service asks for a wait of so many milliseconds.
    Asks(u16, u64),
}

impl Fault {
    fn act(&self) -> Act {
        match self {
            Self::Lost(act) | Self::Late(act) => act.clone(),
            Self::Status(status) => Act::status(*status),
            Self::Asks(status, wait) => Reply::status(*status)
                .header("retry-after-ms", &wait.to_string())
                .into(),
        }
    }

    fn asked(&self) -> Duration {
        match self {
            Self::Asks(_, wait) => ms(*wait),
            _ => Duration::ZERO,
        }
    }

    /// Whether the service may have acted on the request.
    fn is_ambiguous(&self) -> bool {
        match self {
            Self::Lost(_) | Self::Late(_) => true,
            Self::Asks(429, _) => false,
            Self::Status(status) | Self::Asks(status, _) => *status == 408 || *status >= 500,
        }
    }

    fn is_transient(&self) -> bool {
        match self {
            Self::Lost(_) | Self::Late(_) => true,
            Self::Status(status) | Self::Asks(status, _) => {
                matches!(status, 408 | 429 | 500 | 502 | 503 | 504)
            }
        }
    }
}

fn fault() -> impl Strategy<Value = Fault> {
    let statuses = vec![400, 401, 403, 408, 409, 429, 500, 501, 502, 503, 504];
    let acts = vec![
        Act::ResetBefore,
        Act::ResetWithin,
        Act::ResetAfter,
        Act::HalfHead,
        Act::HalfBody,
    ];
    prop_oneof![
        3 => select(acts).prop_map(Fault::Lost),
        1 => select(vec![Act::Stall, Act::Drip(200)]).prop_map(Fault::Late),
        4 => select(statuses.clone()).prop_map(Fault::Status),
        3 => (select(vec![429, 503, 500]), 0..3000_u64).prop_map(|(status, wait)| Fault::Asks(status, wait)),
    ]
}

#[derive(Clone, Debug)]
struct Limits {
    retries: usize,
    base: Duration,
    longest: Duration,
    attempt: Duration,
    deadline: Option<Duration>,
    budget: Option<u32>,
    refreshes: bool,
}

fn limits() -> impl Strategy<Value = Limits> {
    let limits = (0..6_usize, 0..500_u64, 0..1000_u64, 2000..4000_u64);
    let more = (
        option::of(500..9000_u64),
        option::of(0..4_u32),
        any::<bool>(),
    );
    (limits, more).prop_map(
        |((retries, base, longest, attempt), (deadline, budget, refreshes))| Limits {
            retries,
            base: ms(base),
            longest: ms(longest),
            attempt: ms(attempt),
            deadline: deadline.map(ms),
            budget,
            refreshes,
        },
    )
}

/// What the policy allows, worked out without the client.
struct Allowed {
    requests: usize,
    /// The longest that the call may take, but for the milliseconds that bytes take on these clocks.
    time: Duration,
    /// Whether the service may have acted on one of the requests, by their number.
    ambiguous: Vec<bool>,
}

fn allowed(limits: &Limits, operation: &Operation, faults: &[Fault]) -> Allowed {
    let mut allowed = Allowed {
        requests: 0,
        time: Duration::ZERO,
        ambiguous: Vec::new(),
    };
    let (mut retries, mut refreshed) = (0, !limits.refreshes);
    for fault in faults.iter().map(Some).chain(iter::repeat(None)) {
        allowed.requests += 1;
        let Some(fault) = fault else {
            break;
        };
        allowed.ambiguous.push(fault.is_ambiguous());
        if matches!(fault, Fault::Late(_)) {
            allowed.time += limits.attempt;
        }
        if matches!(fault, Fault::Status(401)) && !refreshed {
            refreshed = true;
            continue;
        }
        let harmless = operation.is_harmless() || !fault.is_ambiguous();
        let paid = limits.budget.is_none_or(|budget| retries < budget as usize);
        if !fault.is_transient() || !harmless || retries >= limits.retries || !paid {
            break;
        }
        let doubled = limits.base * 2_u32.pow(u32::try_from(retries).expect("few"));
        retries += 1;
        allowed.time += doubled.min(limits.longest).max(fault.asked());
    }
    allowed
}

fn check(limits: &Limits, operation: &Operation, faults: &[Fault]) -> Result<(), TestCaseError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let acts = faults
            .iter()
            .map(Fault::act)
            .chain([operation.reply().into()]);
        let server = Server::start(acts).await;
        let policy = RetryPolicy::default()
            .with_max_retries(u32::try_from(limits.retries).expect("few"))
            .with_base_delay(limits.base)
            .with_max_delay(limits.longest)
            .with_attempt_timeout(limits.attempt)
            .with_deadline(limits.deadline);
        let credential = if limits.refreshes {
            CommunicationTokenCredential::refreshing(|| async {
                Ok::<_, std::io::Error>(Token::new("token"))
            })
        } else {
            CommunicationTokenCredential::from("token")
        };
        let client = retrying_builder(server.url())
            .retry(policy)
            .retry_budget(limits.budget)
            .credential(credential)
            .build()
            .expect("a client");
        let begun = Instant::now();
        let outcome = watch(&server, secs(0), call(&client, operation.id)).await;
        let elapsed = begun.elapsed();

        let allowed = allowed(limits, operation, faults);
        let count = server.count();
        prop_assert!(
            count <= allowed.requests,
            "{count} requests of {}",
            allowed.requests
        );
        // The bytes of an attempt take a few milliseconds on these clocks.
        let slack = ms(50) * u32::try_from(count + 1).expect("few");
        prop_assert!(
            elapsed <= allowed.time + slack,
            "{elapsed:?} of {:?}",
            allowed.time
        );
        if let Some(deadline) = limits.deadline {
            prop_assert!(elapsed <= deadline + ms(2), "{elapsed:?} of {deadline:?}");
        } else {
            // Without a deadline nothing ends a call before what it is allowed.
            prop_assert_eq!(count, allowed.requests);
        }
        if !operation.is_harmless() {
            let first = allowed.ambiguous.iter().position(|ambiguous| *ambiguous);
            prop_assert!(
                first.is_none_or(|first| count <= first + 1),
                "sent again after {first:?}"
            );
        }
        if let Err(error) = outcome {
            let context = error.context().expect("a context");
            prop_assert_eq!(context.attempts() as usize, count, "{}", error);
            prop_assert!(context.elapsed() <= elapsed);
            let seen = &allowed.ambiguous[..count.min(allowed.ambiguous.len())];
            let late = matches!(&error, ChatError::Transport(error) if error.is_timeout());
            let ambiguous = seen.contains(&true) || late && count > 0;
            prop_assert_eq!(error.may_have_been_processed(), ambiguous, "{}", error);
        }
        Ok(())
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn requests_and_delays_stay_within_the_policy(
        limits in limits(),
        operation in select(operations()),
        faults in vec(fault(), 0..8),
    ) {
        check(&limits, &operation, &faults)?;
    }
}
