//! The server.

use std::{
    io,
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinSet,
    time::Instant,
};

use super::wire::{self, Act, Request};

/// What the server does with a request, seen its number (from 0) and, where it was read whole, the request.
type Script = dyn Fn(usize, Option<&Request>) -> Act + Send + Sync;

/// A server on a port of its own. It stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    seen: Arc<Seen>,
    _stop: oneshot::Sender<()>,
}

#[derive(Default)]
struct Seen {
    /// When each request began, as far as it was noticed.
    begun: Mutex<Vec<Instant>>,
    /// The requests that were read whole.
    read: Mutex<Vec<Request>>,
    stalled: AtomicUsize,
    /// How many of those are still waiting.
    stalling: AtomicUsize,
}

impl Server {
    /// Does one thing after the other, and the last of them from then on.
    pub async fn start<A: Into<Act>>(acts: impl IntoIterator<Item = A>) -> Self {
        Self::scripted(in_turn(acts)).await
    }

    /// Does what `script` says of the request with this number (from 0). What is to be done before a request has been
    /// read is asked without it.
    pub async fn scripted(
        script: impl Fn(usize, Option<&Request>) -> Act + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let seen = Arc::new(Seen::default());
        let (stop, stopped) = oneshot::channel();
        tokio::spawn(serve(
            listener,
            Arc::new(script),
            Arc::clone(&seen),
            stopped,
        ));
        Self {
            address,
            seen,
            _stop: stop,
        }
    }

    /// The same in a thread with a runtime of its own, whose tasks are not among those of the test.
    pub fn apart(script: impl Fn(usize, Option<&Request>) -> Act + Send + Sync + 'static) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("a listener");
        let address = listener.local_addr().expect("an address");
        let seen = Arc::new(Seen::default());
        let (stop, stopped) = oneshot::channel();
        let noted = Arc::clone(&seen);
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime");
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).expect("a listener");
                serve(listener, Arc::new(script), noted, stopped).await;
            });
        });
        Self {
            address,
            seen,
            _stop: stop,
        }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many requests were noticed: begun, whether or not they were read.
    pub fn count(&self) -> usize {
        self.seen.begun.lock().expect("the list").len()
    }

    /// When each of them began.
    pub fn times(&self) -> Vec<Instant> {
        self.seen.begun.lock().expect("the list").clone()
    }

    /// The requests that were read whole.
    pub fn requests(&self) -> Vec<Request> {
        self.seen.read.lock().expect("the list").clone()
    }

    /// How many requests were left waiting for ever, with or without a part of an answer.
    pub fn stalled(&self) -> usize {
        self.seen.stalled.load(Ordering::SeqCst)
    }

    /// Whether a request is waiting now.
    pub fn is_stalling(&self) -> bool {
        self.seen.stalling.load(Ordering::SeqCst) > 0
    }
}

fn in_turn<A: Into<Act>>(
    acts: impl IntoIterator<Item = A>,
) -> impl Fn(usize, Option<&Request>) -> Act + Send + Sync + 'static {
    let acts: Vec<Act> = acts.into_iter().map(Into::into).collect();
    assert!(!acts.is_empty(), "a server needs something to do");
    move |number, _| acts[number.min(acts.len() - 1)].clone()
}

async fn serve(
    listener: TcpListener,
    script: Arc<Script>,
    seen: Arc<Seen>,
    mut stopped: oneshot::Receiver<()>,
) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                let Ok((stream, _)) = accepted else { continue };
                let (script, seen) = (Arc::clone(&script), Arc::clone(&seen));
                // What becomes of a connection is the client's to tell.
                connections.spawn(async move { drop(serve_one(stream, &*script, &seen).await) });
            }
            Some(_) = connections.join_next() => {}
            _ = &mut stopped => return,
        }
    }
}

async fn serve_one(mut stream: TcpStream, script: &Script, seen: &Seen) -> io::Result<()> {
    // A connection without a request on it is none that was noticed: clients may open some in advance.
    stream.readable().await?;
    if stream.peek(&mut [0]).await? == 0 {
        return Ok(());
    }
    let number = {
        let mut begun = seen.begun.lock().expect("the list");
        begun.push(Instant::now());
        begun.len() - 1
    };
    match script(number, None) {
        Act::ResetBefore => {
            wire::reset(stream);
            return Ok(());
        }
        Act::ResetWithin => {
            stream.read_exact(&mut [0; 16]).await?;
            wire::reset(stream);
            return Ok(());
        }
        _ => {}
    }
    let request = wire::read(&mut stream).await?;
    let act = script(number, Some(&request));
    seen.read.lock().expect("the list").push(request);
    match act {
        Act::Answer(reply) => wire::answer(&mut stream, &reply).await,
        Act::ResetBefore | Act::ResetWithin | Act::ResetAfter => {
            wire::reset(stream);
            Ok(())
        }
        Act::HalfHead => wire::write(&mut stream, b"HTTP/1.1 20").await,
        Act::HalfBody => {
            let half = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\":";
            wire::write(&mut stream, half).await
        }
        Act::Endless(status) => wire::endless(&mut stream, status).await,
        Act::Raw(bytes) => wire::write(&mut stream, &bytes).await,
        Act::Drip(status) => {
            let head = format!("HTTP/1.1 {status} Status\r\ncontent-length: 1000\r\n\r\n{{");
            stream.write_all(head.as_bytes()).await?;
            wait(&mut stream, seen).await
        }
        Act::Dribble => {
            wire::dribble(&mut stream).await?;
            wait(&mut stream, seen).await
        }
        Act::Stall => wait(&mut stream, seen).await,
    }
}

/// Waits until the client has gone.
async fn wait(stream: &mut TcpStream, seen: &Seen) -> io::Result<()> {
    seen.stalled.fetch_add(1, Ordering::SeqCst);
    seen.stalling.fetch_add(1, Ordering::SeqCst);
    let _ = stream.read(&mut [0]).await;
    seen.stalling.fetch_sub(1, Ordering::SeqCst);
    Ok(())
}
