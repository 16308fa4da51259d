//! The raw server: it does what it is told, byte by byte, for tests in which connections or time matter.

mod act;
mod http1;
mod http2;

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
    net::{TcpListener, TcpSocket, TcpStream},
    sync::oneshot,
    task::JoinSet,
    time::Instant,
};

use super::Request;

pub use act::Act;
pub use http2::client as http2_client;

/// What the server does with a request, given its number (from 0) and, once it has been read, the request.
type Script = dyn Fn(usize, Option<&Request>) -> Act + Send + Sync;

/// A server on a port of its own. It stops when it is dropped.
pub struct Server {
    address: SocketAddr,
    seen: Arc<Seen>,
    _stop: oneshot::Sender<()>,
}

#[derive(Default)]
struct Seen {
    connections: AtomicUsize,
    /// When each request began, as far as it was noticed.
    begun: Mutex<Vec<Instant>>,
    /// The requests that were read whole.
    read: Mutex<Vec<Request>>,
    stalled: AtomicUsize,
    /// How many of those are still waiting.
    stalling: AtomicUsize,
}

impl Seen {
    /// Notes that a request begins; its number.
    fn begin(&self) -> usize {
        let mut begun = self.begun.lock().expect("the list");
        begun.push(Instant::now());
        begun.len() - 1
    }

    /// Keeps a request that was read whole.
    fn keep(&self, request: Request) {
        self.read.lock().expect("the list").push(request);
    }
}

impl Server {
    /// Starts a server in the runtime of the test. It does one thing after the other, and the last of them from then
    /// on.
    pub async fn start<A: Into<Act>>(acts: impl IntoIterator<Item = A>) -> Self {
        let acts: Vec<Act> = acts.into_iter().map(Into::into).collect();
        assert!(!acts.is_empty(), "a server needs something to do");
        Self::scripted(move |number, _| acts[number.min(acts.len() - 1)].clone()).await
    }

    /// Starts a server in the runtime of the test that asks `script` what to do. What it does before a request has been
    /// read, it asks without the request.
    pub async fn scripted(
        script: impl Fn(usize, Option<&Request>) -> Act + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let (server, stopped) = Self::at(address);
        let seen = Arc::clone(&server.seen);
        tokio::spawn(serve(listener, Arc::new(script), seen, stopped));
        server
    }

    /// The same in a thread with a runtime of its own, whose tasks are not among those of the test.
    pub fn apart(script: impl Fn(usize, Option<&Request>) -> Act + Send + Sync + 'static) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("a listener");
        let address = listener.local_addr().expect("an address");
        let (server, stopped) = Self::at(address);
        let seen = Arc::clone(&server.seen);
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime");
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).expect("a listener");
                serve(listener, Arc::new(script), seen, stopped).await;
            });
        });
        server
    }

    /// The same, where whole requests get replies.
    pub fn replying<A: Into<Act>>(
        script: impl Fn(usize, &Request) -> A + Send + Sync + 'static,
    ) -> Self {
        // What it says before the request has been read makes no difference: it is no reset.
        Self::apart(move |number, request| {
            request.map_or(Act::Stall, |request| script(number, request).into())
        })
    }

    fn at(address: SocketAddr) -> (Self, oneshot::Receiver<()>) {
        let (stop, stopped) = oneshot::channel();
        let server = Self {
            address,
            seen: Arc::default(),
            _stop: stop,
        };
        (server, stopped)
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many connections were opened, with or without a request.
    pub fn connections(&self) -> usize {
        self.seen.connections.load(Ordering::SeqCst)
    }

    /// How many requests began, whether or not they were read.
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

    /// The requests since the last call of this; the others no longer count as read.
    pub fn take(&self) -> Vec<Request> {
        std::mem::take(&mut self.seen.read.lock().expect("the list"))
    }

    /// Path and query of the requests that were read whole.
    pub fn targets(&self) -> Vec<String> {
        let requests = self.requests().into_iter();
        requests.map(|request| request.target).collect()
    }

    /// How many requests were left waiting for ever, with or without a part of a response.
    pub fn stalled(&self) -> usize {
        self.seen.stalled.load(Ordering::SeqCst)
    }

    /// Whether a request is waiting now.
    pub fn is_stalling(&self) -> bool {
        self.seen.stalling.load(Ordering::SeqCst) > 0
    }
}

/// The URL of a port that is taken, and on which nobody listens until the socket is dropped.
pub fn closed_port() -> (TcpSocket, String) {
    let socket = TcpSocket::new_v4().expect("a socket");
    let any = "127.0.0.1:0".parse().expect("an address");
    socket.bind(any).expect("a port");
    let url = format!("http://{}", socket.local_addr().expect("an address"));
    (socket, url)
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
                seen.connections.fetch_add(1, Ordering::SeqCst);
                let (script, seen) = (Arc::clone(&script), Arc::clone(&seen));
                // An error of a connection shows at the client.
                connections.spawn(async move { drop(serve_one(stream, &*script, &seen).await) });
            }
            Some(_) = connections.join_next() => {}
            _ = &mut stopped => return,
        }
    }
}

async fn serve_one(mut stream: TcpStream, script: &Script, seen: &Seen) -> io::Result<()> {
    // Clients may open connections in advance: without a request there is nothing to do.
    let mut start = http2::PREFACE.map(|_| 0);
    stream.readable().await?;
    if stream.peek(&mut start).await? == 0 {
        return Ok(());
    }
    if start == http2::PREFACE {
        let number = seen.begun.lock().expect("the list").len();
        if matches!(script(number, None), Act::GoAway) {
            seen.begin();
            return http2::go_away(stream).await;
        }
        let served = http2::serve(stream, script, seen).await;
        return served.map_err(io::Error::other);
    }
    let number = seen.begin();
    match script(number, None) {
        Act::ResetBefore => {
            http1::reset(stream);
            return Ok(());
        }
        Act::ResetWithin => {
            stream.read_exact(&mut [0; 16]).await?;
            http1::reset(stream);
            return Ok(());
        }
        _ => {}
    }
    let request = http1::read(&mut stream).await?;
    let act = script(number, Some(&request));
    seen.keep(request);
    match act {
        Act::Reply(reply) => http1::reply(&mut stream, &reply).await,
        Act::ResetBefore | Act::ResetWithin | Act::ResetAfter | Act::Refuse | Act::GoAway => {
            http1::reset(stream);
            Ok(())
        }
        Act::HalfHead => http1::write(&mut stream, b"HTTP/1.1 20").await,
        Act::HalfBody => {
            let half = b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\":";
            http1::write(&mut stream, half).await
        }
        Act::Endless(status) => http1::endless(&mut stream, status).await,
        Act::Raw(bytes) => http1::write(&mut stream, &bytes).await,
        Act::Drip(status) => {
            let head = format!("HTTP/1.1 {status} Status\r\ncontent-length: 1000\r\n\r\n{{");
            stream.write_all(head.as_bytes()).await?;
            wait(&mut stream, seen).await
        }
        Act::Dribble => {
            http1::dribble(&mut stream).await?;
            wait(&mut stream, seen).await
        }
        Act::Stall => wait(&mut stream, seen).await,
    }
}

/// Waits until the client closes the connection.
async fn wait(stream: &mut TcpStream, seen: &Seen) -> io::Result<()> {
    seen.stalled.fetch_add(1, Ordering::SeqCst);
    seen.stalling.fetch_add(1, Ordering::SeqCst);
    let _ = stream.read(&mut [0]).await;
    seen.stalling.fetch_sub(1, Ordering::SeqCst);
    Ok(())
}
