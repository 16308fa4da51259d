//! Whatever happens in a thread, in whichever order, and whatever goes wrong meanwhile: what is told is what happened.

use std::{
    collections::{BTreeMap, BTreeSet},
    future::{Future, poll_fn},
    pin::pin,
    task::Poll,
};

use acs_chat::{
    Change, ChatClient, ChatError, ChatThread, CommunicationTokenCredential, Cursor, Follow,
    RetryPolicy, Token,
    types::{
        ChatMessageType, CreateChatThreadRequest, SendChatMessageRequest, UpdateChatMessageRequest,
        UpdateChatThreadRequest,
    },
};
use acs_chat_emulator::{Emulator, Fault, RetryAfter};
use proptest::{collection::vec, prelude::*, sample::select};

use crate::support::{builder, ms};

/// What somebody or something does.
#[derive(Clone, Debug)]
enum Act {
    Send,
    /// Edits one of the messages, counted from the newest.
    Edit(usize),
    Delete(usize),
    SetTopic,
    Fail(Fault),
    /// Lets the follower go on until it waited so often.
    Follow(usize),
    /// Ends the program, that did not store the cursors of its last changes, and starts it again.
    Restart(usize),
}

fn act() -> impl Strategy<Value = Act> {
    let asking = |status| Fault::status(status).retry_after(RetryAfter::Milliseconds(2));
    let faults = vec![
        asking(429),
        asking(503),
        Fault::status(500),
        Fault::Html { status: 502 },
        Fault::DropBefore,
        Fault::DropAfter,
        Fault::Truncate,
        Fault::EmptyPage,
        Fault::TokenExpired,
    ];
    prop_oneof![
        6 => Just(Act::Send),
        4 => (0..12_usize).prop_map(Act::Edit),
        2 => (0..12_usize).prop_map(Act::Delete),
        1 => Just(Act::SetTopic),
        2 => select(faults).prop_map(Act::Fail),
        6 => (0..12_usize).prop_map(Act::Follow),
        2 => (0..4_usize).prop_map(Act::Restart),
    ]
}

/// The setting of a run.
#[derive(Clone, Debug)]
struct Setting {
    page_size: usize,
    buffer: usize,
    /// How many messages there are before the program starts now; `None` if it starts at the beginning.
    before: Option<usize>,
}

fn setting() -> impl Strategy<Value = Setting> {
    let before = prop_oneof![Just(None), (0..8_usize).prop_map(Some)];
    (1..6_usize, 1..12_usize, before).prop_map(|(page_size, buffer, before)| Setting {
        page_size,
        buffer,
        before,
    })
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Sent,
    Edited,
    Deleted,
    System,
}

/// A change as it was told.
#[derive(Clone, Debug)]
struct Told {
    kind: Kind,
    id: String,
    version: u64,
    content: String,
    /// The cursor after it, as it was stored.
    cursor: String,
}

struct World {
    emulator: Emulator,
    thread: ChatThread,
    setting: Setting,
    follow: Follow,
    start: String,
    told: Vec<Told>,
    /// Messages by id, oldest first, each with its contents; a deleted one ends with none.
    happened: BTreeMap<u64, Vec<Option<String>>>,
    /// Those that the program need not tell: what happened before it started.
    before: BTreeSet<u64>,
    count: usize,
}

/// A client whose token can be refreshed, with brief delays.
fn client(emulator: &Emulator, user: &str) -> ChatClient {
    let token = emulator.token(user);
    let credential = CommunicationTokenCredential::refreshing(move || {
        let token = token.clone();
        async move { Ok::<_, std::io::Error>(Token::from(token)) }
    });
    let policy = RetryPolicy::default()
        .with_max_retries(1)
        .with_base_delay(ms(1))
        .with_max_delay(ms(1));
    let builder = builder(emulator.url()).credential(credential).retry(policy);
    builder.build().expect("a client")
}

fn started(thread: &ChatThread, setting: &Setting, cursor: &str) -> Follow {
    let follow = thread.follow().since(cursor.parse().expect("a cursor"));
    follow.poll_every(ms(1), ms(2)).buffer(setting.buffer)
}

impl World {
    async fn new(setting: &Setting) -> Self {
        let emulator = Emulator::builder().max_page_size(setting.page_size);
        let emulator = emulator.start().await.expect("an emulator");
        let alice = client(&emulator, "alice");
        let body = CreateChatThreadRequest::builder().topic("topic");
        let created = alice.create_chat_thread().body(body).send().await;
        let created = created.expect("a thread").into_inner().chat_thread;
        let thread = alice
            .thread(created.expect("a thread").id)
            .expect("a thread");
        let start = match setting.before {
            Some(_) => Cursor::now(),
            None => Cursor::beginning(),
        };
        let start = start.to_string();
        let mut world = Self {
            follow: started(&thread, setting, &start),
            emulator,
            thread,
            setting: setting.clone(),
            start,
            told: Vec::new(),
            happened: BTreeMap::new(),
            before: BTreeSet::new(),
            count: 0,
        };
        // What the service posted with the thread.
        for id in world.system_messages() {
            world.happened.insert(id, Vec::new());
        }
        if let Some(before) = setting.before {
            for at in 0..before {
                world.act(&Act::Send).await;
                if at % 3 == 2 {
                    world.act(&Act::Edit(at)).await;
                }
            }
            let cursor = world.follow.start().await.expect("a start");
            world.start = cursor.to_string();
            world.before = world.happened.keys().copied().collect();
            world
                .happened
                .values_mut()
                .for_each(|states| states.truncate(0));
        }
        world
    }

    fn system_messages(&self) -> Vec<u64> {
        let held = self.emulator.snapshot();
        let messages = held.threads[0].messages.iter();
        let system = messages.filter(|message| message.kind != "text");
        system
            .map(|message| message.id.parse().expect("an id"))
            .collect()
    }

    fn content(&mut self) -> String {
        self.count += 1;
        format!("content {}", self.count)
    }

    /// A message that can be changed, counted from the newest.
    fn message(&self, back: usize) -> Option<u64> {
        let held = self.emulator.snapshot();
        let messages = held.threads[0].messages.iter().rev();
        let open = messages.filter(|message| message.kind == "text" && !message.deleted);
        let ids: Vec<&str> = open.map(|message| message.id.as_str()).collect();
        let id = ids.get(back % ids.len().max(1))?;
        Some(id.parse().expect("an id"))
    }

    async fn act(&mut self, act: &Act) {
        match act {
            Act::Send => {
                let content = self.content();
                let body = SendChatMessageRequest::builder()
                    .content(content.clone())
                    .type_(ChatMessageType::Text);
                let sent = self.thread.send_chat_message().body(body).send().await;
                let id = sent.expect("a message").into_inner().id;
                let id = id.parse().expect("an id");
                self.happened.insert(id, vec![Some(content)]);
            }
            Act::Edit(back) => {
                let content = self.content();
                let Some(id) = self.message(*back) else {
                    return;
                };
                let body = UpdateChatMessageRequest::builder().content(content.clone());
                let update = self
                    .thread
                    .update_chat_message()
                    .chat_message_id(id.to_string());
                update.body(body).send().await.expect("an edit");
                self.happened.entry(id).or_default().push(Some(content));
            }
            Act::Delete(back) => {
                let Some(id) = self.message(*back) else {
                    return;
                };
                let delete = self
                    .thread
                    .delete_chat_message()
                    .chat_message_id(id.to_string());
                delete.send().await.expect("a deletion");
                self.happened.entry(id).or_default().push(None);
            }
            Act::SetTopic => {
                let topic = self.content();
                let body = UpdateChatThreadRequest::builder().topic(topic);
                let update = self.thread.update_chat_thread_properties().body(body);
                update.send().await.expect("a topic");
                for id in self.system_messages() {
                    self.happened.entry(id).or_default();
                }
            }
            Act::Fail(fault) => {
                let rule = fault.clone().on("ListChatMessages").times(1);
                self.emulator.inject(rule).expect("a fault");
            }
            Act::Follow(waits) => self.follow(*waits).await,
            Act::Restart(lost) => {
                let kept = self.told.len().saturating_sub(*lost);
                self.told.truncate(kept);
                let cursor = self.told.last().map_or(&self.start, |told| &told.cursor);
                self.follow = started(&self.thread, &self.setting, cursor);
            }
        }
    }

    /// Lets the follower go on until it has waited so often.
    async fn follow(&mut self, waits: usize) {
        let mut left = waits;
        loop {
            let Some(change) = next(&mut self.follow, &mut left).await else {
                return;
            };
            let change = change.expect("a change");
            let kind = match &change {
                Change::Sent { .. } => Kind::Sent,
                Change::Edited { .. } => Kind::Edited,
                Change::Deleted { .. } => Kind::Deleted,
                Change::System { .. } => Kind::System,
                _ => unreachable!("there are no others"),
            };
            assert_eq!(change.thread().id(), self.thread.id());
            let message = change.into_message();
            self.told.push(Told {
                kind,
                version: message.version.parse().expect("a version"),
                content: message
                    .content
                    .and_then(|content| content.message)
                    .unwrap_or_default(),
                id: message.id,
                cursor: self.follow.cursor().to_string(),
            });
        }
    }

    /// Whether the last state of everything was told.
    fn is_all_told(&self) -> bool {
        self.happened.iter().all(|(id, states)| {
            let id = id.to_string();
            let last = self.told.iter().rfind(|told| told.id == id);
            match (states.last(), last) {
                (None, None) => self.before.contains(&id.parse().expect("an id")),
                (None, Some(told)) => told.kind == Kind::System,
                (Some(None), Some(told)) => told.kind == Kind::Deleted,
                (Some(Some(content)), Some(told)) => told.content == *content,
                (Some(_), None) => false,
            }
        })
    }

    /// Compares what was told with what happened.
    fn check(&self) -> Result<(), TestCaseError> {
        for pair in self.told.windows(2) {
            prop_assert!(pair[0].version < pair[1].version, "{pair:?}");
        }
        for (id, states) in &self.happened {
            let told = self.told.iter().filter(|told| told.id == id.to_string());
            let mut states = states.iter();
            let is_system = self.system_messages().contains(id);
            for (at, told) in told.enumerate() {
                if is_system {
                    prop_assert!(told.kind == Kind::System && at == 0, "{told:?} twice");
                    continue;
                }
                let is_new = at == 0 && !self.before.contains(id);
                let state = match told.kind {
                    Kind::Deleted => None,
                    Kind::Sent | Kind::Edited => Some(told.content.clone()),
                    Kind::System => return Err(TestCaseError::fail("no system message")),
                };
                prop_assert!(
                    told.kind == Kind::Deleted || (told.kind == Kind::Sent) == is_new,
                    "{told:?} at {at}"
                );
                // Not every state was seen, but each one once and in order.
                prop_assert!(
                    states.any(|happened| *happened == state),
                    "{told:?} did not happen"
                );
            }
        }
        prop_assert!(self.is_all_told(), "{:#?}", (&self.told, &self.happened));
        Ok(())
    }
}

/// The next change, unless the follower waits more often than it has `left`.
async fn next(follow: &mut Follow, left: &mut usize) -> Option<Result<Change, ChatError>> {
    let mut next = pin!(follow.next());
    poll_fn(|context| match next.as_mut().poll(context) {
        Poll::Ready(next) => Poll::Ready(next),
        Poll::Pending if *left == 0 => Poll::Ready(None),
        Poll::Pending => {
            *left -= 1;
            Poll::Pending
        }
    })
    .await
}

fn run(setting: &Setting, acts: &[Act]) -> Result<(), TestCaseError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(async {
        let mut world = World::new(setting).await;
        for act in acts {
            world.act(act).await;
        }
        for _ in 0..2000 {
            if world.is_all_told() {
                break;
            }
            world.follow(3).await;
        }
        // Nothing more comes.
        world.follow(20).await;
        world.check()
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 80,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_changes_of_a_thread_are_what_happened(setting in setting(), acts in vec(act(), 1..60)) {
        run(&setting, &acts)?;
    }
}
