//! The calls of a soak.

use std::{collections::BTreeMap, error::Error, time::Duration};

use acs_chat::{ChatClient, CommunicationTokenCredential, RetryPolicy, Token, types::ChatMessage};
use acs_chat_emulator::{Emulator, Fault, RetryAfter, Rule, Snapshot, mix, user_id};
use tokio::task::JoinSet;

use super::{
    audit::audit,
    floors::floors,
    known::Known,
    log::{Change, Log, Outcome},
    report::Report,
    resets::Resets,
    sabotage::{Caller, Sabotage},
};

/// The parameters of a soak.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The number of calls.
    pub operations: u64,
    /// The share of requests that get a fault, 0 to 1.
    pub faults: f64,
    /// The seed of the faults and the calls.
    pub seed: u64,
    /// The number of concurrent tasks.
    pub tasks: u64,
    /// What the client does wrong.
    pub sabotage: Option<Sabotage>,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            operations: 20_000,
            faults: 0.3,
            seed: 1,
            tasks: 128,
            sabotage: None,
        }
    }
}

/// The share of the faults that are resets.
const RESETS: f64 = 0.15;

/// The rules of the service's faults: those of [`mix`], and what it lacks.
fn rules(rate: f64) -> Vec<Rule> {
    let faults = [
        // Processed, whatever the headers say of a retry.
        Fault::status(503).processed(),
        Fault::status(503)
            .processed()
            .retry_after(RetryAfter::Seconds(0)),
        Fault::status(503)
            .processed()
            .retry_after(RetryAfter::Milliseconds(20)),
        Fault::status(504).processed(),
        // Dates of a clock that is behind the client's, and of one that is ahead.
        Fault::status(429).retry_after(RetryAfter::Date(0)),
        Fault::status(429).retry_after(RetryAfter::Date(3600)),
    ];
    let each = rate / 20.0;
    // A delay beyond the attempt timeout.
    let delay = Fault::delay(Duration::from_secs(3))
        .on("*")
        .rate(each / 3.0);
    let rules = faults.into_iter().map(|fault| fault.on("*").rate(each));
    let rest = 1.0 - (rules.len() as f64 + 1.0 / 3.0) / 20.0;
    rules.chain([delay]).chain(mix(rate * rest)).collect()
}

/// Runs a soak.
pub async fn run(plan: &Plan) -> Result<Report, Box<dyn Error>> {
    let emulator = Emulator::builder()
        .seed(plan.seed)
        .faults(rules(plan.faults * (1.0 - RESETS)))
        .start()
        .await?;
    let resets = Resets::start(emulator.url(), plan.faults * RESETS, plan.seed).await?;
    let mut tasks = JoinSet::new();
    for task in 0..plan.tasks {
        let count = plan.operations / plan.tasks + u64::from(task < plan.operations % plan.tasks);
        let client = client(&emulator, resets.url(), task, plan.sabotage)?;
        let rng = fastrand::Rng::with_seed(plan.seed.wrapping_mul(1_000_003).wrapping_add(task));
        let task = Task {
            task,
            caller: Caller::new(client, plan.sabotage),
            log: Log::default(),
            rng,
            guests: 0,
        };
        tasks.spawn(task.calls(count));
    }
    let (mut log, mut panics) = (Log::default(), 0);
    while let Some(ended) = tasks.join_next().await {
        match ended {
            Ok(task_log) => log.merge(task_log),
            Err(_) => panics += 1,
        }
    }
    emulator.clear_faults();
    let snapshot = emulator.snapshot();
    let listed = listed(&emulator, plan, &snapshot).await?;
    Ok(Report {
        operations: plan.operations,
        faults: snapshot.faults.clone(),
        resets: resets.count(),
        requests: snapshot.requests.values().sum(),
        errors: log.errors.clone(),
        audit: audit(&log, &snapshot),
        floors: floors(&log, plan.faults),
        wrong_reads: log.wrong_reads,
        listed,
        panics,
    })
}

/// A client with retries and a refreshing credential, and short delays. Those of odd tasks speak HTTP/2.
fn client(
    emulator: &Emulator,
    endpoint: &str,
    task: u64,
    sabotage: Option<Sabotage>,
) -> Result<ChatClient, Box<dyn Error>> {
    let token = emulator.token(&format!("user{task}"));
    let credential = CommunicationTokenCredential::refreshing(move || {
        let token = token.clone();
        async move { Ok::<_, std::io::Error>(Token::from(token)) }
    });
    let retry = RetryPolicy::default()
        .with_base_delay(Duration::from_millis(5))
        .with_max_delay(Duration::from_millis(50))
        .with_attempt_timeout(Duration::from_secs(2));
    let http = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never());
    // Nothing is encrypted here, and to read the platform's certificates takes longer than a call.
    #[cfg(any(feature = "rustls", feature = "native-tls"))]
    let http = http.tls_certs_only([]);
    let http = match task % 2 {
        0 => http.http1_only(),
        _ => http.http2_prior_knowledge(),
    };
    let client = ChatClient::builder(endpoint)
        .credential(credential)
        .http_client(http.build()?)
        .retry(Caller::retry(retry, sabotage))
        .retry_budget(None)
        .max_response_bytes(1 << 17)
        .build()?;
    Ok(client)
}

/// One task's calls, in threads of its own, so that the outcomes can be compared with the state.
struct Task {
    task: u64,
    caller: Caller,
    log: Log,
    rng: fastrand::Rng,
    guests: u64,
}

impl Task {
    async fn calls(mut self, count: u64) -> Log {
        let mut known = None;
        for number in 0..count {
            let name = format!("{}/{number}", self.task);
            match known.as_mut().filter(|_| self.rng.u32(..100) > 0) {
                Some(known) => self.call(known, name).await,
                None => known = self.create(format!("topic {name}")).await,
            }
        }
        self.log
    }

    async fn create(&mut self, topic: String) -> Option<Known> {
        let created = self.caller.create(&topic).await;
        let change = Change::Create {
            topic: topic.clone(),
        };
        self.log.record(change, &created);
        created.ok().flatten().map(|id| Known::new(id, topic))
    }

    async fn call(&mut self, known: &mut Known, name: String) {
        let Ok(at) = self.caller.client.thread(&known.id) else {
            self.log
                .wrong_reads
                .push(format!("the thread {}", known.id));
            return;
        };
        let thread = known.id.clone();
        let unchanged: Vec<usize> = (0..known.messages.len())
            .filter(|index| !known.messages[*index].changed)
            .collect();
        match (self.rng.u32(..100), self.rng.choice(&unchanged).copied()) {
            (0..40, _) => {
                let content = format!("message {name}");
                let sent = self.caller.send(&at, &content).await;
                let change = Change::Send {
                    thread,
                    content: content.clone(),
                    id: sent.as_ref().ok().cloned(),
                };
                self.log.record(change, &sent);
                if let Ok(id) = sent {
                    known.sent(id, content);
                }
            }
            (40..50, Some(index)) => {
                let message = &mut known.messages[index];
                let content = format!("edit {name}");
                let edited = self.caller.edit(&at, &message.id, &content).await;
                let change = Change::Edit {
                    thread,
                    id: message.id.clone(),
                    content: content.clone(),
                };
                message.write(Some(content), self.log.record(change, &edited));
            }
            (50..60, Some(index)) => {
                let message = &mut known.messages[index];
                let deleted = self.caller.delete(&at, &message.id).await;
                let change = Change::Delete {
                    thread,
                    id: message.id.clone(),
                };
                message.write(None, self.log.record(change, &deleted));
            }
            (60..65, _) => {
                self.guests += 1;
                let user = user_id(&format!("guest {}/{}", self.task, self.guests));
                let added = self.caller.add(&at, &user).await;
                let change = |present| Change::Participant {
                    thread: thread.clone(),
                    user: user.clone(),
                    present,
                };
                let outcome = self.log.record(change(true), &added);
                if outcome == Outcome::Succeeded && self.rng.bool() {
                    let removed = self.caller.remove(&at, &user).await;
                    self.log.record(change(false), &removed);
                }
            }
            (65..70, _) => {
                let topic = format!("renamed {name}");
                let renamed = self.caller.rename(&at, &topic).await;
                let change = Change::Rename {
                    thread,
                    topic: topic.clone(),
                };
                known.renamed(topic, self.log.record(change, &renamed));
            }
            (70..75, Some(index)) => {
                let id = known.messages[index].id.clone();
                let marked = self.caller.mark_read(&at, &id).await;
                self.log.record(Change::MarkRead { thread, id }, &marked);
            }
            (75..78, _) => {
                let sent = self.caller.type_(&at).await;
                self.log.record(Change::Type, &sent);
            }
            (78..83, _) => {
                let refused = self.caller.edit(&at, "1", "refused").await;
                self.log.record(Change::Refused, &refused);
            }
            (83..90, _) if !known.messages.is_empty() => {
                let other = known.messages[0].id.clone();
                let index = self.rng.usize(..known.messages.len());
                let message = &mut known.messages[index];
                let read = self.caller.get(&at, &message.id, &other).await;
                self.log.record(Change::Read, &read);
                self.check(read.ok().map(|read| message.check(&read)));
            }
            (90..95, _) => {
                let read = self.caller.properties(&at).await;
                self.log.record(Change::Read, &read);
                self.check(read.ok().map(|read| known.check_properties(&read)));
            }
            _ => {
                let read = self.caller.newest(&at).await;
                self.log.record(Change::Read, &read);
                self.check(read.ok().map(|read| known.check_page(&read)));
            }
        }
    }

    fn check(&mut self, read: Option<Result<(), String>>) {
        self.log.wrong_reads.extend(read.and_then(Result::err));
    }
}

/// Lists the messages of all threads page by page; returns the number of lists, and of those that differ from the snapshot.
async fn listed(
    emulator: &Emulator,
    plan: &Plan,
    snapshot: &Snapshot,
) -> Result<(u64, u64), Box<dyn Error>> {
    let mut callers = BTreeMap::new();
    for task in 0..plan.tasks {
        let client = client(emulator, emulator.url(), task, plan.sabotage)?;
        let caller = Caller::new(client, plan.sabotage);
        callers.insert(user_id(&format!("user{task}")), caller);
    }
    let (mut listed, mut different) = (0, 0);
    for thread in snapshot.threads.iter().filter(|thread| !thread.deleted) {
        let mut participants = thread.participants.iter();
        let Some(caller) = participants.find_map(|user| callers.get(user)) else {
            continue;
        };
        let messages = caller.all(&caller.client.thread(&thread.id)?).await;
        let messages = messages.map_err(|failed| format!("a list without faults: {failed:?}"))?;
        let mut items: Vec<_> = messages.iter().map(|m| (m.id.as_str(), text(m))).collect();
        let held = thread.messages.iter();
        let mut held: Vec<_> = held.map(|m| (m.id.as_str(), m.content.as_str())).collect();
        items.sort_unstable();
        held.sort_unstable();
        listed += 1;
        different += u64::from(items != held);
    }
    Ok((listed, different))
}

/// What a snapshot holds as the content of this message.
fn text(message: &ChatMessage) -> &str {
    let content = message.content.as_ref();
    let text = content.and_then(|content| content.message.as_deref().or(content.topic.as_deref()));
    text.unwrap_or_default()
}
