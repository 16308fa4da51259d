//! A server that speaks just enough HTTP/1.1 to see every byte of a request and to answer any bytes at all.

#![allow(dead_code, reason = "each suite uses other parts of it")]

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use super::received::Received;

/// What to answer a request with: the bytes as they go out.
type Respond = dyn Fn(&Received) -> Vec<u8> + Send + Sync;

/// A server on a free port of this machine, until it is dropped.
pub struct Wire {
    address: String,
    received: Arc<Mutex<Vec<Received>>>,
    task: tokio::task::JoinHandle<()>,
}

impl Wire {
    /// Starts a server that answers every request by `respond`, one a connection.
    pub async fn start(respond: impl Fn(&Received) -> Vec<u8> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address").to_string();
        let received = Arc::<Mutex<Vec<Received>>>::default();
        let (seen, respond) = (
            Arc::clone(&received),
            Arc::<Respond>::from(Box::new(respond) as Box<Respond>),
        );
        let task = tokio::spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                tokio::spawn(serve(connection, Arc::clone(&seen), Arc::clone(&respond)));
            }
        });
        Self {
            address,
            received,
            task,
        }
    }

    /// Starts a server that always answers the same.
    pub async fn answering(answer: Vec<u8>) -> Self {
        Self::start(move |_| answer.clone()).await
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The requests since the last time this was asked.
    pub fn take(&self) -> Vec<Received> {
        std::mem::take(&mut *self.received.lock().expect("no panic"))
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(mut connection: TcpStream, seen: Arc<Mutex<Vec<Received>>>, respond: Arc<Respond>) {
    let Some(request) = read(&mut connection).await else {
        return;
    };
    let answer = respond(&request);
    seen.lock().expect("no panic").push(request);
    let _ = connection.write_all(&answer).await;
    let _ = connection.shutdown().await;
}

/// Reads a request whose body has a length.
async fn read(connection: &mut TcpStream) -> Option<Received> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|part| part == b"\r\n\r\n") {
            break end;
        }
        if connection.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let mut first = lines.next()?.split(' ');
    let mut request = Received {
        method: first.next()?.to_owned(),
        target: first.next()?.to_owned(),
        ..Received::default()
    };
    let headers = lines.filter_map(|line| line.split_once(": "));
    request.headers = headers
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let length = request
        .header("content-length")
        .and_then(|length| length.parse().ok());
    let mut body = bytes.split_off(end + 4);
    while body.len() < length.unwrap_or(0) {
        if connection.read_buf(&mut body).await.ok()? == 0 {
            return None;
        }
    }
    request.body = body;
    Some(request)
}

/// An answer with a body of the right length, and the connection closed behind it.
pub fn answer(status: &str, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    let mut head = format!("HTTP/1.1 {status}\r\nconnection: close\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    // These can have no body, and so no length.
    if !status.starts_with("204") && !status.starts_with("304") {
        head.push_str(&format!("content-length: {}\r\n", body.len()));
    }
    head.push_str("\r\n");
    [head.as_bytes(), body].concat()
}

/// An answer of JSON.
pub fn json(status: &str, body: &str) -> Vec<u8> {
    answer(status, &[("content-type", "application/json")], body)
}
