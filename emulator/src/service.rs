//! What happens to a request, from its first byte to its answer's last.

use crate::contract::{Contract, Operation, contract};
use crate::faults::{FaultBook, instead, spoil};
use crate::journal::Journal;
use crate::operations::{Action, Call, Reply, action};
use crate::refusal::Refusal;
use crate::store::Store;
use crate::time::Timestamp;
use crate::transaction::Transaction;
use crate::{control, limits, token};
use axum::Router;
use axum::body::Body;
use axum::extract::{RawPathParams, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header, uri::Authority};
use axum::response::Response;
use axum::routing::{MethodFilter, on};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use http_body_util::{BodyExt, Limited};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};
use uuid::Uuid;

/// The emulated service: its state, its faults and its clock.
pub(crate) struct Service {
    pub(crate) contract: &'static Contract,
    url: String,
    state: Mutex<State>,
    faults: Mutex<FaultBook>,
    /// Milliseconds that the clock is ahead of the system's.
    ahead: AtomicU64,
    answers: AtomicU64,
}

/// What is held, and where it is written down. One lock for both, so that the file has the order of the store.
pub(crate) struct State {
    pub(crate) store: Store,
    pub(crate) journal: Option<Journal>,
}

impl Service {
    pub(crate) fn new(url: String, state: State, faults: FaultBook) -> Result<Self, &'static str> {
        let contract = contract()?;
        let (state, faults) = (Mutex::new(state), Mutex::new(faults));
        Ok(Self {
            contract,
            url,
            state,
            faults,
            ahead: AtomicU64::new(0),
            answers: AtomicU64::new(0),
        })
    }

    /// The routes that the document names, and the emulator's own.
    pub(crate) fn router(self: &Arc<Self>) -> Result<Router, String> {
        // The document has paths such as `:add`, which axum would take for its syntax of old.
        let mut router = control::router(self).without_v07_checks();
        for operation in &self.contract.operations {
            let action = action(&operation.id)
                .ok_or_else(|| format!("{} is not carried out", operation.id))?;
            let method = MethodFilter::try_from(operation.method.clone())
                .map_err(|error| error.to_string())?;
            let (service, this) = (Arc::clone(self), Arc::clone(operation));
            let handler = on(method, async move |path, request| {
                service.serve(&this, action, path, request).await
            });
            router = router.route(&operation.path, handler);
        }
        let (lost, wrong) = (Arc::clone(self), Arc::clone(self));
        let router = router.fallback(async move |request: Request| {
            let message = format!("There is no {} in this API.", request.uri().path());
            lost.refuse(request.headers(), &Refusal::not_found(message))
        });
        Ok(
            router.method_not_allowed_fallback(async move |request: Request| {
                let message = format!(
                    "There is no {} of {} in this API.",
                    request.method(),
                    request.uri().path()
                );
                wrong.refuse(request.headers(), &Refusal::new(405, message))
            }),
        )
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn faults(&self) -> MutexGuard<'_, FaultBook> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn now(&self) -> Timestamp {
        let ahead = Duration::from_millis(self.ahead.load(Ordering::Relaxed));
        Timestamp::from_system(SystemTime::now()).plus(ahead)
    }

    pub(crate) fn advance(&self, by: Duration) {
        self.ahead.fetch_add(
            u64::try_from(by.as_millis()).unwrap_or(u64::MAX),
            Ordering::Relaxed,
        );
    }

    async fn serve<E>(
        &self,
        operation: &Operation,
        action: Action,
        path: Result<RawPathParams, E>,
        request: Request,
    ) -> Response {
        let started = Instant::now();
        let (head, body) = request.into_parts();
        // The whole request is read before anything else, so that a connection closed on purpose is closed, not reset.
        let body = Limited::new(body, limits::BODY).collect().await;
        let fault = self.faults().next(&operation.id);
        let mut response = Response::default();
        if fault.as_ref().is_none_or(|fault| fault.acts()) {
            let answer = match (path, body) {
                (Ok(path), Ok(body)) => {
                    self.answer(operation, action, &head, &path, &body.to_bytes())
                        .await
                }
                (Err(_), _) => Err(Refusal::bad_request("The path is not UTF-8.")),
                (_, Err(_)) => Err(Refusal::new(
                    413,
                    format!("A body has at most {} bytes.", limits::BODY),
                )),
            };
            response = self.render(operation, &head.headers, answer);
        }
        if let Some(fault) = &fault {
            response = match instead(fault, self.now()) {
                Some(other) => other,
                None => spoil(fault, response).await,
            };
        }
        self.sign(&head.headers, &mut response);
        set(
            &mut response,
            "x-processing-time",
            format!("{}ms", started.elapsed().as_millis()),
        );
        response
    }

    async fn answer(
        &self,
        operation: &Operation,
        action: Action,
        head: &Parts,
        path: &RawPathParams,
        body: &[u8],
    ) -> Result<Reply, Refusal> {
        let now = self.now();
        let user = token::authenticate(text(&head.headers, header::AUTHORIZATION.as_str()), now)?;
        let path: BTreeMap<String, String> = path
            .iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let arguments =
            operation.check(self.contract, path, head.uri.query(), &head.headers, body)?;
        let call = Call {
            user,
            arguments,
            path: &operation.path,
            api_version: &self.contract.version,
            origin: self.origin(&head.headers),
            repeatability_id: text(&head.headers, "repeatability-request-id").map(str::to_owned),
        };
        let (reply, durability) = self.carry_out(action, &call, now);
        // Reads wait as well: nobody is told what a kill could still undo.
        if let Some(durability) = durability
            && !durability.wait().await
        {
            return Err(Refusal::new(
                503,
                "The emulator's state file cannot be written.",
            ));
        }
        reply
    }

    fn carry_out(
        &self,
        action: Action,
        call: &Call<'_>,
        now: Timestamp,
    ) -> (Result<Reply, Refusal>, Option<crate::journal::Durability>) {
        let mut state = self.state();
        let State { store, journal } = &mut *state;
        let mut transaction = Transaction::new(store, now);
        let reply = action(call, &mut transaction);
        if let (Ok(_), Some(commit)) = (&reply, transaction.commit()) {
            if let Some(journal) = journal {
                journal.append(&commit);
            }
            store.apply(commit);
        }
        (reply, journal.as_ref().map(Journal::durability))
    }

    fn render(
        &self,
        operation: &Operation,
        headers: &HeaderMap,
        answer: Result<Reply, Refusal>,
    ) -> Response {
        let (status, body, location) = match &answer {
            Ok(reply) => (reply.status, reply.body.clone(), reply.location.as_ref()),
            Err(refusal) => (refusal.status, Some(refusal.body()), None),
        };
        if cfg!(debug_assertions)
            && let Some(mismatch) = operation.mismatch(status, body.as_ref())
        {
            eprintln!("acs-chat-emulator: an answer of its own is not as documented: {mismatch}");
            return json(
                500,
                &Refusal::new(
                    500,
                    format!("The emulator's answer is not as documented: {mismatch}"),
                )
                .body(),
            );
        }
        let mut response = body.map_or_else(|| empty(status), |body| json(status, &body));
        if let Some(location) = location {
            set(
                &mut response,
                "location",
                format!("{}{location}", self.origin(headers)),
            );
        }
        response
    }

    fn refuse(&self, headers: &HeaderMap, refusal: &Refusal) -> Response {
        let mut response = json(refusal.status, &refusal.body());
        self.sign(headers, &mut response);
        response
    }

    /// Adds what every answer of the live service carries.
    fn sign(&self, headers: &HeaderMap, response: &mut Response) {
        let number = self.answers.fetch_add(1, Ordering::Relaxed);
        let vector = Uuid::new_v5(
            &Uuid::nil(),
            format!("{} {number} {:?}", self.url, SystemTime::now()).as_bytes(),
        );
        set(
            response,
            "ms-cv",
            format!("{}.0", STANDARD_NO_PAD.encode(vector.as_bytes())),
        );
        set(
            response,
            "api-supported-versions",
            self.contract.version.clone(),
        );
        let wanted = text(headers, "x-ms-return-client-request-id")
            .is_some_and(|text| text.eq_ignore_ascii_case("true"));
        if let (true, Some(id)) = (wanted, headers.get("x-ms-client-request-id")) {
            response
                .headers_mut()
                .insert("x-ms-client-request-id", id.clone());
        }
    }

    /// Scheme, host and port as the caller knows them, for the links of its answer. A proxy that adds TLS says so in
    /// `X-Forwarded-Proto`: clients that insist on https would not follow another link.
    fn origin(&self, headers: &HeaderMap) -> String {
        let host =
            text(headers, header::HOST.as_str()).and_then(|host| host.parse::<Authority>().ok());
        let scheme = match text(headers, "x-forwarded-proto") {
            Some("https") => "https",
            _ => "http",
        };
        host.map_or_else(|| self.url.clone(), |host| format!("{scheme}://{host}"))
    }
}

/// An answer with a JSON body.
pub(crate) fn json(status: u16, body: &Value) -> Response {
    let mut response = empty(status);
    *response.body_mut() = Body::from(body.to_string());
    set(
        &mut response,
        "content-type",
        "application/json; charset=utf-8".to_owned(),
    );
    response
}

/// An answer without a body.
pub(crate) fn empty(status: u16) -> Response {
    let mut response = Response::default();
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response
}

fn set(response: &mut Response, name: &'static str, value: String) {
    if let Ok(value) = HeaderValue::try_from(value) {
        response
            .headers_mut()
            .insert(HeaderName::from_static(name), value);
    }
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
