//! A retry policy tells what it was given.

use std::time::Duration;

use acs_chat::RetryPolicy;

#[test]
fn each_setting_can_be_read() {
    let default = RetryPolicy::default();
    assert_eq!(default.max_retries(), 3);
    assert_eq!(default.base_delay(), Duration::from_millis(500));
    assert_eq!(default.max_delay(), Duration::from_secs(30));
    assert_eq!(default.deadline(), Some(Duration::from_secs(120)));
    assert_eq!(default.attempt_timeout(), Some(Duration::from_secs(30)));
    assert!(!default.retries_unsafe_operations());
    assert_eq!(RetryPolicy::none().max_retries(), 0);

    let second = Duration::from_secs(1);
    let policy = default
        .with_max_retries(7)
        .with_base_delay(second)
        .with_max_delay(second * 2)
        .with_deadline(second * 3)
        .with_attempt_timeout(None)
        .dangerously_retry_unsafe_operations();
    assert_eq!(policy.max_retries(), 7);
    assert_eq!(policy.base_delay(), second);
    assert_eq!(policy.max_delay(), second * 2);
    assert_eq!(policy.deadline(), Some(second * 3));
    assert_eq!(policy.attempt_timeout(), None);
    assert!(policy.retries_unsafe_operations());
}
