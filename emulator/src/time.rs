//! Timestamps and their formats.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::time::{Duration, SystemTime};

const TICKS_PER_SECOND: i64 = 10_000_000;
const TICKS_PER_MILLISECOND: i64 = 10_000;
/// 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z, in seconds since 1970.
const FIRST_SECOND: i64 = -62_135_596_800;
const LAST_SECOND: i64 = 253_402_300_799;

/// Ticks of 100 nanoseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Timestamp(i64);

impl Timestamp {
    pub(crate) fn from_system(time: SystemTime) -> Self {
        let since = time
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap_or_default();
        Self(ticks(since))
    }

    /// Parses an RFC 3339 timestamp.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let time = DateTime::parse_from_rfc3339(text).ok()?;
        let seconds = time.timestamp().checked_mul(TICKS_PER_SECOND)?;
        seconds
            .checked_add(i64::from(time.timestamp_subsec_nanos() / 100))
            .map(Self)
    }

    pub(crate) fn millis(self) -> u64 {
        u64::try_from(self.0.div_euclid(TICKS_PER_MILLISECOND)).unwrap_or_default()
    }

    pub(crate) fn seconds(self) -> i64 {
        self.0.div_euclid(TICKS_PER_SECOND)
    }

    pub(crate) fn plus(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(ticks(duration)))
    }

    /// The nearest time with a four-digit year, which RFC 3339 requires.
    fn clamped(self) -> Self {
        self.clamp(
            Self(FIRST_SECOND * TICKS_PER_SECOND),
            Self((LAST_SECOND + 1) * TICKS_PER_SECOND - 1),
        )
    }

    /// RFC 3339 in UTC, truncated to whole seconds as in the live service's responses.
    pub(crate) fn rfc3339(self) -> String {
        self.utc().format("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// RFC 3339 in UTC with all digits, as in the envelopes of events.
    pub(crate) fn rfc3339_ticks(self) -> String {
        let ticks = self.clamped().0.rem_euclid(TICKS_PER_SECOND);
        format!("{}.{ticks:07}Z", self.utc().format("%Y-%m-%dT%H:%M:%S"))
    }

    /// The HTTP date format, as in a `Retry-After` header.
    pub(crate) fn http_date(self) -> String {
        self.utc().format("%a, %d %b %Y %H:%M:%S GMT").to_string()
    }

    /// The format of `startTime` in `nextLink`s.
    pub(crate) fn link_date(self) -> String {
        self.utc()
            .format("%-m/%-d/%Y %-I:%M:%S %p +00:00")
            .to_string()
    }

    fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp(self.clamped().seconds(), 0).unwrap_or_default()
    }
}

fn ticks(duration: Duration) -> i64 {
    i64::try_from(duration.as_nanos() / 100).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_in_whole_seconds() {
        for (written, expected) in [
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
            ("2020-06-06T05:55:41.6460000Z", "2020-06-06T05:55:41Z"),
            ("2020-06-06T05:55:41.999999999Z", "2020-06-06T05:55:41Z"),
            ("1969-12-31T23:59:59.5+00:00", "1969-12-31T23:59:59Z"),
            ("9999-12-31T23:59:59-10:00", "9999-12-31T23:59:59Z"),
            ("0000-01-01T00:00:00+10:00", "0001-01-01T00:00:00Z"),
        ] {
            assert_eq!(
                Timestamp::parse(written).map(Timestamp::rfc3339).as_deref(),
                Some(expected)
            );
        }
        assert_eq!(Timestamp::parse("yesterday"), None);
    }

    #[test]
    fn events_have_all_digits() {
        for (written, expected) in [
            ("2020-06-06T05:55:41.646Z", "2020-06-06T05:55:41.6460000Z"),
            ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5000000Z"),
        ] {
            let time = Timestamp::parse(written).unwrap();
            assert_eq!(time.rfc3339_ticks(), expected);
        }
    }

    #[test]
    fn the_other_two_forms_are_those_of_http_and_of_links() {
        assert_eq!(
            Timestamp::default().http_date(),
            "Thu, 01 Jan 1970 00:00:00 GMT"
        );
        assert_eq!(
            Timestamp::default().link_date(),
            "1/1/1970 12:00:00 AM +00:00"
        );
    }
}
