//! Parses rules, for the command line and the control endpoint.

use super::{FaultError, Rule, mix};
use serde_json::Value;

/// Parses rules from JSON: an array of rules, one rule, or a number for a [`mix`] of all faults at that rate.
///
/// # Errors
///
/// [`FaultError::Parse`] for other text, and [`FaultError::Rate`] for a number outside 0 to 1.
pub fn parse_rules(text: &str) -> Result<Vec<Rule>, FaultError> {
    match serde_json::from_str(text).map_err(FaultError::Parse)? {
        Value::Number(rate) => {
            let rate = rate.as_f64().unwrap_or(f64::NAN);
            if (0.0..=1.0).contains(&rate) {
                Ok(mix(rate))
            } else {
                Err(FaultError::Rate(rate))
            }
        }
        list @ Value::Array(_) => serde_json::from_value(list).map_err(FaultError::Parse),
        rule => Ok(vec![
            serde_json::from_value(rule).map_err(FaultError::Parse)?,
        ]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Fault, RetryAfter};

    #[test]
    fn the_three_forms_are_parsed() {
        assert_eq!(parse_rules("0.3").unwrap(), mix(0.3));
        let one = r#"{"operation":"SendChatMessage","rate":0.2,"times":3,
            "fault":{"kind":"status","status":503,"retryAfter":{"seconds":1}}}"#;
        let rule = Fault::status(503)
            .retry_after(RetryAfter::Seconds(1))
            .on("SendChatMessage")
            .rate(0.2)
            .times(3);
        assert_eq!(parse_rules(one).unwrap(), [rule]);
        assert_eq!(
            parse_rules(r#"[{"fault":{"kind":"dropBefore"}}]"#).unwrap(),
            [Rule::from(Fault::DropBefore)]
        );
    }

    #[test]
    fn rules_round_trip_through_json() {
        let rules = mix(0.5);
        assert_eq!(
            parse_rules(&serde_json::to_string(&rules).unwrap()).unwrap(),
            rules
        );
    }

    #[test]
    fn a_mistyped_name_is_reported() {
        let wrong = |text| parse_rules(text).unwrap_err().to_string();
        assert!(wrong(r#"{"fault":{"kind":"dropAfterwards"}}"#).contains("dropAfterwards"));
        assert!(wrong(r#"{"rat":1,"fault":{"kind":"dropAfter"}}"#).contains("rat"));
        assert!(wrong("2").contains("from 0 to 1"));
        assert!(wrong("often").contains("a rate such as 0.3"));
    }
}
