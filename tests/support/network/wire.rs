//! What the server does with a connection, and HTTP/1.1 as far as that takes it.

use std::io;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// What is done with one request.
#[derive(Clone, Debug)]
pub enum Act {
    /// It is answered.
    Answer(Reply),
    /// The connection is reset when its first bytes arrive, with none of them read.
    ResetBefore,
    /// The connection is reset when a part of it has been read.
    ResetWithin,
    /// The connection is reset when all of it has been read.
    ResetAfter,
    /// It is answered with half a status line, and the connection closed.
    HalfHead,
    /// It is answered with a success whose body ends before its announced length.
    HalfBody,
    /// It is answered with this status and a body that never ends, sent as fast as it is read.
    Endless(u16),
    /// It is answered with this status and a body of one byte, after which nothing follows.
    Drip(u16),
    /// It is answered with a success of 15 MiB, of which a few bytes come one by one and the rest never.
    Dribble,
    /// It is read, and never answered.
    Stall,
    /// It is answered with these bytes.
    Raw(Vec<u8>),
}

impl Act {
    pub fn status(status: u16) -> Self {
        Self::Answer(Reply::status(status))
    }
}

impl From<Reply> for Act {
    fn from(reply: Reply) -> Self {
        Self::Answer(reply)
    }
}

/// An answer. The connection is closed after it, so that each attempt has one of its own.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    pub chunked: bool,
}

impl Reply {
    pub fn status(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Vec::new(),
            chunked: false,
        }
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn json(self, body: &str) -> Self {
        self.header("content-type", "application/json").body(body)
    }

    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// Sends the body in chunks of 64 bytes, its length unannounced.
    pub fn chunked(mut self) -> Self {
        self.chunked = true;
        self
    }

    fn bytes(&self) -> Vec<u8> {
        let mut head = format!("HTTP/1.1 {} Status\r\nconnection: close\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        let mut bytes = head.into_bytes();
        if self.chunked {
            bytes.extend_from_slice(b"transfer-encoding: chunked\r\n\r\n");
            for chunk in self.body.chunks(64) {
                bytes.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
                bytes.extend_from_slice(chunk);
                bytes.extend_from_slice(b"\r\n");
            }
            bytes.extend_from_slice(b"0\r\n\r\n");
        } else {
            if self.status != 204 {
                let length = format!("content-length: {}\r\n", self.body.len());
                bytes.extend_from_slice(length.as_bytes());
            }
            bytes.extend_from_slice(b"\r\n");
            bytes.extend_from_slice(&self.body);
        }
        bytes
    }
}

/// A request that has been read whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    pub method: String,
    /// Path and query.
    pub target: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut named = self
            .headers
            .iter()
            .filter(|(key, _)| key.eq_ignore_ascii_case(name));
        named.next().map(|(_, value)| value.as_str())
    }

    pub fn token(&self) -> &str {
        let value = self.header("authorization").unwrap_or_default();
        value.strip_prefix("Bearer ").unwrap_or(value)
    }
}

pub async fn read(stream: &mut TcpStream) -> io::Result<Request> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        more(stream, &mut bytes).await?;
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let mut first = lines.next().unwrap_or_default().split(' ');
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let mut request = Request {
        method: first.next().unwrap_or_default().to_owned(),
        target: first.next().unwrap_or_default().to_owned(),
        headers,
        body: bytes.split_off(end + 4),
    };
    let length = request.header("content-length").unwrap_or("0");
    let length: usize = length.parse().expect("a length");
    while request.body.len() < length {
        more(stream, &mut request.body).await?;
    }
    Ok(request)
}

async fn more(stream: &mut TcpStream, bytes: &mut Vec<u8>) -> io::Result<()> {
    match stream.read_buf(bytes).await? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        _ => Ok(()),
    }
}

pub async fn answer(stream: &mut TcpStream, reply: &Reply) -> io::Result<()> {
    write(stream, &reply.bytes()).await
}

pub async fn write(stream: &mut TcpStream, bytes: &[u8]) -> io::Result<()> {
    stream.write_all(bytes).await?;
    stream.shutdown().await
}

/// Writes chunks until nobody reads them any more.
pub async fn endless(stream: &mut TcpStream, status: u16) -> io::Result<()> {
    let head = format!("HTTP/1.1 {status} Status\r\ntransfer-encoding: chunked\r\n\r\n");
    stream.write_all(head.as_bytes()).await?;
    let mut chunk = b"4000\r\n".to_vec();
    chunk.extend(std::iter::repeat_n(b' ', 0x4000));
    chunk.extend_from_slice(b"\r\n");
    loop {
        stream.write_all(&chunk).await?;
    }
}

/// Writes the beginning of what is announced in pieces that arrive one by one.
pub async fn dribble(stream: &mut TcpStream) -> io::Result<()> {
    stream
        .write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 15728640\r\n\r\n")
        .await?;
    for _ in 0..200 {
        stream.write_all(b" ").await?;
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
    }
    Ok(())
}

/// Ends a connection at once, with a reset.
pub fn reset(stream: TcpStream) {
    // A closed connection would be the test's own fault, and is as good as a reset one.
    let _ = stream.set_zero_linger();
}
