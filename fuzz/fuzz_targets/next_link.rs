//! The link to the next page: the first byte selects the client and the list, the rest is the link.

#![no_main]

use acs_chat::{API_VERSION, ChatClient, ChatError, Continuation, Paged, Pages};
use acs_chat_fuzz::{
    calls::THREAD,
    check,
    service::{ENDPOINT, Response, Service},
};
use libfuzzer_sys::fuzz_target;
use serde_json::json;

const STEM: &str = "/gateway/acs";

thread_local! {
    /// Clients without and with a path in the endpoint, which follow foreign links or refuse them.
    static FIXTURE: (Service, [ChatClient; 4]) = {
        let service = Service::start();
        let clients = [("", false), ("", true), (STEM, false), (STEM, true)];
        let clients = clients.map(|(stem, refuse)| service.client(stem, refuse));
        (service, clients)
    };
}

fuzz_target!(|data: &[u8]| FIXTURE.with(|(service, clients)| {
    let Some((selector, link)) = data.split_first() else {
        return;
    };
    let Ok(link) = std::str::from_utf8(link) else {
        return;
    };
    let client = &clients[usize::from(selector & 3)];
    let list = Follow {
        service,
        client,
        refuses: selector & 1 == 1,
        link,
    };
    if selector & 4 == 0 {
        let messages = client.list_chat_messages().chat_thread_id(THREAD);
        // A link can name another thread, which a request for this one would not resume.
        list.follow("/messages", messages.pages(), |from| {
            client.list_chat_messages().resume_pages(from)
        });
    } else {
        let threads = || client.list_chat_threads();
        list.follow("", threads().pages(), |from| threads().resume_pages(from));
    }
}));

struct Follow<'a> {
    service: &'a Service,
    client: &'a ChatClient,
    refuses: bool,
    link: &'a str,
}

impl Follow<'_> {
    fn follow<P: Paged>(
        &self,
        end: &str,
        pages: Pages<P>,
        resume: impl Fn(&Continuation) -> Result<Pages<P>, ChatError>,
    ) {
        let last =
            Response::new(200, r#"{"value":[]}"#).header("content-type", b"application/json");
        let first = Response {
            body: json!({ "value": [], "nextLink": self.link })
                .to_string()
                .into_bytes(),
            ..last.clone()
        };
        self.service.respond([first, last.clone()]);
        let mut pages = pages.prefetch(false);
        let page = self
            .service
            .run(pages.next())
            .expect("a page")
            .expect("the first page has no fault");
        let continuation = page.continuation().map(ToString::to_string);
        let second = self.service.run(pages.next());
        let targets = self.service.targets();
        for target in &targets {
            let path = target
                .strip_prefix(self.client.endpoint())
                .unwrap_or_else(|| panic!("the token went to {target}"));
            let path = path.split('?').next().unwrap_or_default();
            let segments = path
                .strip_prefix("/chat/threads")
                .and_then(|path| path.strip_suffix(end));
            let segments = segments.unwrap_or_else(|| panic!("{target} is another resource"));
            assert_eq!(
                segments.split('/').count(),
                if end.is_empty() { 1 } else { 2 },
                "{target} is another resource"
            );
            if self.refuses {
                let (path, versions) = what(target);
                assert_eq!(path, what(&targets[0]).0, "{target}");
                assert!(
                    versions.iter().all(|version| version == API_VERSION),
                    "{target}"
                );
            }
        }
        match (continuation, second) {
            (None, None) => assert!(
                self.link.is_empty(),
                "the list ended before {:?}",
                self.link
            ),
            (None, Some(Err(error))) => {
                check::error(&error);
                assert!(matches!(error, ChatError::NextLink(_)), "{error}");
                assert_eq!(targets.len(), 1);
            }
            (Some(text), Some(Ok(_))) => {
                assert_eq!(targets.len(), 2);
                let named = reqwest::Url::parse(&targets[0])
                    .and_then(|base| base.join(self.link))
                    .expect("it was followed");
                let is_own =
                    named.origin() == reqwest::Url::parse(ENDPOINT).expect("a URL").origin();
                assert!(
                    is_own || !self.refuses,
                    "a foreign link was followed: {:?}",
                    self.link
                );
                // Written and read, it leads to the same page.
                let read: Continuation = text.parse().expect("it was written so");
                assert_eq!(read.to_string(), text);
                self.service.respond([last]);
                let mut pages = resume(&read)
                    .expect("it is of the same list")
                    .prefetch(false);
                self.service
                    .run(pages.next())
                    .expect("a page")
                    .expect("the page has no fault");
                assert_eq!(self.service.targets(), targets[1..]);
            }
            (continuation, second) => {
                let second = second.map(|page| page.map(drop));
                panic!("{continuation:?} and {second:?} do not agree")
            }
        }
    }
}

/// The path of a request, and the versions of the API that it asks for.
fn what(target: &str) -> (Vec<u8>, Vec<String>) {
    let url = reqwest::Url::parse(target).expect("a URL");
    let versions = url.query_pairs().filter(|(name, _)| name == "api-version");
    let versions = versions.map(|(_, version)| version.into_owned()).collect();
    let path = percent_encoding::percent_decode_str(url.path());
    (path.collect(), versions)
}
