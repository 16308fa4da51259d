//! The calls of a soak.

use std::{collections::BTreeMap, error::Error, time::Duration};

use acs_chat::{
    ChatClient, ChatError, ChatThread, CommunicationTokenCredential, RetryPolicy, Token,
    types::{
        CreateChatThreadRequest, SendReadReceiptRequest, UpdateChatMessageRequest,
        UpdateChatThreadRequest,
    },
};
use acs_chat_emulator::{Emulator, Fault, mix, user_id};
use tokio::task::JoinSet;

use super::{
    audit::audit,
    log::{Change, Log},
    report::Report,
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
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            operations: 20_000,
            faults: 0.3,
            seed: 1,
            tasks: 64,
        }
    }
}

/// Runs a soak.
pub async fn run(plan: &Plan) -> Result<Report, Box<dyn Error>> {
    let emulator = Emulator::builder()
        .seed(plan.seed)
        .faults(mix(plan.faults))
        .start()
        .await?;
    // A delay beyond the attempt timeout, which `mix` lacks.
    emulator.inject(
        Fault::delay(Duration::from_secs(3))
            .on("*")
            .rate(plan.faults / 50.0),
    )?;
    let mut tasks = JoinSet::new();
    for task in 0..plan.tasks {
        let count = plan.operations / plan.tasks + u64::from(task < plan.operations % plan.tasks);
        let client = client(&emulator, task)?;
        let rng = fastrand::Rng::with_seed(plan.seed.wrapping_mul(1_000_003).wrapping_add(task));
        tasks.spawn(calls(client, task, count, rng));
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
    let listed = listed(&emulator, plan.tasks, &snapshot).await?;
    Ok(Report {
        operations: plan.operations,
        faults: snapshot.faults.clone(),
        requests: snapshot.requests.values().sum(),
        errors: log.errors.clone(),
        audit: audit(&log, &snapshot),
        listed,
        panics,
    })
}

/// A client with retries and a refreshing credential, and short delays.
fn client(emulator: &Emulator, task: u64) -> Result<ChatClient, ChatError> {
    let token = emulator.token(&format!("user{task}"));
    let credential = CommunicationTokenCredential::refreshing(move || {
        let token = token.clone();
        async move { Ok::<_, std::io::Error>(Token::from(token)) }
    });
    ChatClient::builder(emulator.url())
        .credential(credential)
        .retry(
            RetryPolicy::default()
                .base_delay(Duration::from_millis(5))
                .max_delay(Duration::from_millis(50))
                .attempt_timeout(Duration::from_secs(2)),
        )
        .retry_budget(None)
        .max_response_bytes(1 << 20)
        .build()
}

/// Makes one task's calls, in threads of its own, so that the outcomes can be compared with the state.
async fn calls(client: ChatClient, task: u64, count: u64, mut rng: fastrand::Rng) -> Log {
    let mut log = Log::default();
    let mut thread: Option<ChatThread> = None;
    // Messages that were sent and not changed since.
    let mut fresh: Vec<String> = Vec::new();
    let mut guests = 0_u64;
    for number in 0..count {
        let Some(at) = thread.clone().filter(|_| rng.u32(..200) > 0) else {
            let topic = format!("topic {task}/{number}");
            let body = CreateChatThreadRequest::builder().topic(topic.clone());
            let outcome = client.create_chat_thread().body(body).send().await;
            let id = outcome
                .as_ref()
                .ok()
                .and_then(|created| created.chat_thread.as_ref());
            let id = id.map(|thread| thread.id.clone());
            thread = id.and_then(|id| client.thread(id).ok());
            fresh.clear();
            log.record(Change::Create { topic }, outcome);
            continue;
        };
        let in_thread = at.id().to_owned();
        match rng.u32(..100) {
            0..45 => {
                let content = format!("message {task}/{number}");
                let outcome = at.send_text(content.clone()).await;
                let id = outcome.as_ref().ok().map(|sent| sent.id.clone());
                fresh.extend(id.clone());
                log.record(
                    Change::Send {
                        thread: in_thread,
                        content,
                        id,
                    },
                    outcome,
                );
            }
            45..55 if !fresh.is_empty() => {
                let id = fresh.swap_remove(rng.usize(..fresh.len()));
                let content = format!("edit {task}/{number}");
                let body = UpdateChatMessageRequest::builder().content(content.clone());
                let outcome = at
                    .update_chat_message()
                    .chat_message_id(&id)
                    .body(body)
                    .send()
                    .await;
                log.record(
                    Change::Edit {
                        thread: in_thread,
                        id,
                        content,
                    },
                    outcome,
                );
            }
            55..65 if !fresh.is_empty() => {
                let id = fresh.swap_remove(rng.usize(..fresh.len()));
                let outcome = at.delete_chat_message().chat_message_id(&id).send().await;
                log.record(
                    Change::Delete {
                        thread: in_thread,
                        id,
                    },
                    outcome,
                );
            }
            65..70 => {
                guests += 1;
                let user = user_id(&format!("guest {task}/{guests}"));
                let outcome = at
                    .add_participants([acs_chat::CommunicationIdentifier::from(user.as_str())])
                    .await;
                let done = outcome.is_ok();
                log.record(
                    Change::Participant {
                        thread: in_thread.clone(),
                        user: user.clone(),
                        present: true,
                    },
                    outcome,
                );
                if done && rng.bool() {
                    let leaving = acs_chat::CommunicationIdentifier::from(user.as_str());
                    let body: acs_chat::types::CommunicationIdentifierModel = leaving.into();
                    let outcome = at.remove_chat_participant().body(body).send().await;
                    log.record(
                        Change::Participant {
                            thread: in_thread,
                            user,
                            present: false,
                        },
                        outcome,
                    );
                }
            }
            70..75 => {
                let topic = format!("renamed {task}/{number}");
                let body = UpdateChatThreadRequest::builder().topic(topic.clone());
                let outcome = at.update_chat_thread_properties().body(body).send().await;
                log.record(
                    Change::Rename {
                        thread: in_thread,
                        topic,
                    },
                    outcome,
                );
            }
            75..80 if !fresh.is_empty() => {
                let id = fresh[rng.usize(..fresh.len())].clone();
                let body = SendReadReceiptRequest {
                    chat_message_id: id.clone(),
                };
                let outcome = at.send_chat_read_receipt().body(body).send().await;
                log.record(
                    Change::Read {
                        thread: in_thread,
                        id,
                    },
                    outcome,
                );
            }
            80..85 => {
                let outcome = at.send_typing_notification().send().await;
                log.record(Change::None, outcome);
            }
            85..90 if !fresh.is_empty() => {
                let id = &fresh[rng.usize(..fresh.len())];
                let outcome = at.get_chat_message().chat_message_id(id).send().await;
                log.record(Change::None, outcome);
            }
            90..95 => {
                let outcome = at.get_chat_thread_properties().send().await;
                log.record(Change::None, outcome);
            }
            _ => {
                let outcome = at.list_chat_messages().max_page_size(20).send().await;
                log.record(Change::None, outcome);
            }
        }
    }
    log
}

/// Lists the messages of all threads page by page; returns the number of lists, and of those that differ from the snapshot.
async fn listed(
    emulator: &Emulator,
    tasks: u64,
    snapshot: &acs_chat_emulator::Snapshot,
) -> Result<(u64, u64), Box<dyn Error>> {
    let clients: Vec<ChatClient> = (0..tasks)
        .map(|task| client(emulator, task))
        .collect::<Result<_, _>>()?;
    let by_user: BTreeMap<String, &ChatClient> = clients
        .iter()
        .enumerate()
        .map(|(task, client)| (user_id(&format!("user{task}")), client))
        .collect();
    let (mut listed, mut different) = (0, 0);
    for thread in snapshot.threads.iter().filter(|thread| !thread.deleted) {
        let Some(client) = thread
            .participants
            .iter()
            .find_map(|user| by_user.get(user))
        else {
            continue;
        };
        let mut items = client
            .thread(&thread.id)?
            .list_chat_messages()
            .max_page_size(7)
            .stream();
        let mut ids = Vec::new();
        while let Some(message) = items.next().await {
            ids.push(message?.id);
        }
        let mut present: Vec<&String> = thread.messages.iter().map(|message| &message.id).collect();
        ids.sort();
        present.sort();
        listed += 1;
        different += u64::from(!ids.iter().eq(present));
    }
    Ok((listed, different))
}
