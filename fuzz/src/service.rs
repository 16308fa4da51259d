//! An in-process service on loopback that responds with given bytes, and clients that can reach nothing else.

use std::{
    collections::VecDeque,
    future::Future,
    io,
    sync::{Arc, Mutex, MutexGuard},
};

use acs_chat::{ChatClient, RetryPolicy};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    runtime::{Builder, Runtime},
};

/// The token of all clients. JSON may write its `+` and `/` in several ways.
pub const TOKEN: &str = "s3cr3t+t0k/en==";

/// The endpoint of all clients. No name is resolved: the service is the client's proxy, so it sees every request, to
/// whatever host.
pub const ENDPOINT: &str = "http://contoso.example";

/// A response.
#[derive(Debug, Clone, Default)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(&'static str, Vec<u8>)>,
    pub body: Vec<u8>,
}

impl Response {
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: body.into(),
        }
    }

    /// Adds a header; bytes that no header can have become spaces.
    pub fn header(mut self, name: &'static str, value: &[u8]) -> Self {
        let fit = |byte: &u8| {
            if matches!(byte, 0..=31 | 127) {
                b' '
            } else {
                *byte
            }
        };
        self.headers.push((name, value.iter().map(fit).collect()));
        self
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = format!("HTTP/1.1 {} \r\n", self.status).into_bytes();
        for (name, value) in &self.headers {
            bytes.extend([name.as_bytes(), b": ", value, b"\r\n"].concat());
        }
        if self.status != 204 {
            bytes.extend(format!("content-length: {}\r\n", self.body.len()).into_bytes());
        }
        bytes.extend(b"\r\n");
        if self.status != 204 {
            bytes.extend(&self.body);
        }
        bytes
    }
}

#[derive(Default)]
struct Exchange {
    responses: VecDeque<Response>,
    targets: Vec<String>,
}

/// The service, and the runtime that it and the clients run on.
pub struct Service {
    runtime: Runtime,
    url: String,
    exchange: Arc<Mutex<Exchange>>,
}

impl Service {
    pub fn start() -> Self {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let listener = runtime
            .block_on(TcpListener::bind(("127.0.0.1", 0)))
            .expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let exchange = Arc::<Mutex<Exchange>>::default();
        let shared = exchange.clone();
        runtime.spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, shared.clone()));
            }
        });
        Self {
            runtime,
            url,
            exchange,
        }
    }

    /// Runs a future beside the service.
    pub fn run<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    /// Sets the responses to the next requests. Further ones get 404.
    pub fn respond(&self, responses: impl IntoIterator<Item = Response>) {
        let mut exchange = lock(&self.exchange);
        exchange.responses = responses.into_iter().collect();
        exchange.targets.clear();
    }

    /// The targets of the requests since then: absolute URLs, or `CONNECT` and a host.
    pub fn targets(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.exchange).targets)
    }

    /// A client whose every request comes here.
    pub fn client(&self, stem: &str, refuse_foreign_next_links: bool) -> ChatClient {
        let proxy = reqwest::Proxy::all(&self.url).expect("a URL");
        let http = reqwest::Client::builder()
            .proxy(proxy)
            .redirect(reqwest::redirect::Policy::none());
        let builder = ChatClient::builder(format!("{ENDPOINT}{stem}"))
            .credential(TOKEN)
            .dangerously_allow_plain_http()
            .http_client(http.build().expect("an HTTP client"))
            .retry(RetryPolicy::none());
        let builder = match refuse_foreign_next_links {
            true => builder.refuse_foreign_next_links(),
            false => builder,
        };
        builder.build().expect("a client")
    }
}

fn lock(exchange: &Mutex<Exchange>) -> MutexGuard<'_, Exchange> {
    exchange.lock().expect("nothing panics while it is locked")
}

async fn serve(stream: TcpStream, exchange: Arc<Mutex<Exchange>>) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    loop {
        let mut head = String::new();
        let mut length = 0;
        loop {
            let start = head.len();
            if stream.read_line(&mut head).await? == 0 {
                return Ok(());
            }
            let line = head[start..].trim_end().to_ascii_lowercase();
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().unwrap_or_default();
            }
            if line.is_empty() {
                break;
            }
        }
        stream.read_exact(&mut vec![0; length]).await?;
        let mut line = head.split(' ');
        let target = match (line.next(), line.next()) {
            (Some("CONNECT"), Some(host)) => format!("CONNECT {host}"),
            (_, target) => target.unwrap_or_default().to_owned(),
        };
        let response = {
            let mut exchange = lock(&exchange);
            exchange.targets.push(target);
            exchange.responses.pop_front()
        };
        let response = response.unwrap_or_else(|| Response::new(404, ""));
        stream.write_all(&response.to_bytes()).await?;
    }
}
