//! Lists in pages.

use serde_json::Value;

/// `x-ms-pageable`: the members of a page with its items and the link to the next page.
#[derive(Debug, Clone, PartialEq)]
pub struct Pageable {
    /// The member with the items.
    pub items: String,
    /// The member with the link to the next page.
    pub next_link: String,
}

pub fn pageable(node: &Value) -> Option<Pageable> {
    // Without a link there is nothing to follow: such a list is one page.
    let next_link = node.get("nextLinkName")?.as_str()?.to_owned();
    let items = node
        .get("itemName")
        .and_then(Value::as_str)
        .unwrap_or("value")
        .to_owned();
    Some(Pageable { items, next_link })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::fixture::only;
    use super::*;

    #[test]
    fn pages_have_a_link() {
        let pageable = |value: Value| {
            only(
                "/a",
                "get",
                json!({ "operationId": "Do", "responses": { "200": {} }, "x-ms-pageable": value }),
            )
            .pageable
        };
        let page = |items: &str| {
            Some(Pageable {
                items: items.to_owned(),
                next_link: "next".to_owned(),
            })
        };
        assert_eq!(pageable(json!({ "nextLinkName": "next" })), page("value"));
        assert_eq!(
            pageable(json!({ "nextLinkName": "next", "itemName": "items" })),
            page("items")
        );
        assert_eq!(pageable(json!({ "nextLinkName": null })), None);
    }
}
