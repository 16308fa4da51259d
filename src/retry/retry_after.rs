//! The delay that a response asks for.

use std::time::Duration;

use http::{HeaderMap, HeaderValue};

use crate::platform::system_time;

/// The delay that a response asks for, from the most precise of its headers: zero for a date in the past, `None` for a
/// value that cannot be parsed, the maximum for one that is too large.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let header = |name| headers.get(name).and_then(text);
    ["retry-after-ms", "x-ms-retry-after-ms"]
        .into_iter()
        .filter_map(header)
        .find_map(|value| number(value, 0.001))
        .or_else(|| {
            let value = header("retry-after")?;
            number(value, 1.0).or_else(|| until(value, header("date")))
        })
}

fn text(value: &HeaderValue) -> Option<&str> {
    value.to_str().ok().map(str::trim)
}

/// A number of units: a whole one by the standard, a fraction from some gateways.
fn number(value: &str, unit: f64) -> Option<Duration> {
    // `f64` would also read `inf`, `nan` and `1e9`.
    if value.is_empty() || !value.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return None;
    }
    let seconds = value.parse::<f64>().ok()? * unit;
    Some(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
}

/// The time from the response to a date: by the `Date` of the response, if it has one, since the clocks may differ.
fn until(value: &str, response_date: Option<&str>) -> Option<Duration> {
    let date = httpdate::parse_http_date(value).ok()?;
    let now = response_date.and_then(|date| httpdate::parse_http_date(date).ok());
    let now = now.unwrap_or_else(system_time);
    Some(date.duration_since(now).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;

    fn asked(pairs: &[(&'static str, &str)]) -> Option<Duration> {
        let headers = pairs.iter().map(|(name, value)| {
            let value = HeaderValue::from_str(value).expect("a header value");
            (http::HeaderName::from_static(name), value)
        });
        retry_after(&headers.collect())
    }

    #[test]
    fn seconds_and_milliseconds() {
        assert_eq!(asked(&[("retry-after", "7")]), Some(Duration::from_secs(7)));
        assert_eq!(asked(&[("retry-after", "0")]), Some(Duration::ZERO));
        assert_eq!(
            asked(&[("retry-after", "1.5")]),
            Some(Duration::from_millis(1500))
        );
        assert_eq!(
            asked(&[("retry-after-ms", "250")]),
            Some(Duration::from_millis(250))
        );
        assert_eq!(
            asked(&[("x-ms-retry-after-ms", "40")]),
            Some(Duration::from_millis(40))
        );
    }

    #[test]
    fn milliseconds_are_more_exact_than_seconds() {
        let both = [("retry-after", "1"), ("retry-after-ms", "300")];
        assert_eq!(asked(&both), Some(Duration::from_millis(300)));
        let unreadable = [("retry-after", "1"), ("retry-after-ms", "soon")];
        assert_eq!(asked(&unreadable), Some(Duration::from_secs(1)));
    }

    #[test]
    fn dates() {
        let date = |time| httpdate::fmt_http_date(time);
        let past = SystemTime::now() - Duration::from_secs(1000);
        assert_eq!(asked(&[("retry-after", &date(past))]), Some(Duration::ZERO));
        let future = SystemTime::now() + Duration::from_secs(100);
        let found = asked(&[("retry-after", &date(future))]).expect("a wait");
        assert!(found <= Duration::from_secs(100) && found > Duration::from_secs(90));
    }

    #[test]
    fn a_date_is_compared_with_that_of_the_response() {
        let date = |seconds| {
            let time = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
            httpdate::fmt_http_date(time)
        };
        let after = |seconds: u64| {
            asked(&[
                ("retry-after", &date(1_000 + seconds)),
                ("date", &date(1_000)),
            ])
        };
        assert_eq!(after(7), Some(Duration::from_secs(7)));
        assert_eq!(after(0), Some(Duration::ZERO));
        let past = [("retry-after", &*date(993)), ("date", &*date(1_000))];
        assert_eq!(asked(&past), Some(Duration::ZERO));
        let unparsable = [("retry-after", &*date(1_000)), ("date", "today")];
        assert_eq!(
            asked(&unparsable),
            Some(Duration::ZERO),
            "by the local clock"
        );
    }

    #[test]
    fn absurd_and_malformed_values() {
        assert_eq!(
            asked(&[("retry-after", "99999999999999999999999")]),
            Some(Duration::MAX)
        );
        for malformed in [
            "",
            "-1",
            "soon",
            "1e9",
            "inf",
            "NaN",
            "1 2",
            "1.2.3",
            "Mon, 99 Foo 2020",
        ] {
            assert_eq!(asked(&[("retry-after", malformed)]), None, "{malformed:?}");
        }
        assert_eq!(asked(&[]), None);
    }
}
