//! Requests over HTTP/2: thousands of calls at once share a connection, since sockets are scarcer than calls.

use std::io;

use bytes::Bytes;
use h2::{Reason, server};
use http::Response;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use super::{Act, Script, Seen};
use crate::support::Request;

/// What an HTTP/2 connection begins with.
pub const PREFACE: [u8; 3] = *b"PRI";

/// An HTTP client that speaks HTTP/2 from the first byte.
pub fn client() -> reqwest::Client {
    let builder = reqwest::Client::builder()
        .http2_prior_knowledge()
        .retry(reqwest::retry::never())
        .no_proxy();
    builder.build().expect("an HTTP client")
}

/// Serves requests without bodies; whatever is no reply resets the stream.
pub async fn serve(stream: TcpStream, script: &Script, seen: &Seen) -> Result<(), h2::Error> {
    let mut connection = server::handshake(stream).await?;
    while let Some(accepted) = connection.accept().await {
        let (request, mut respond) = accepted?;
        let request = read(&request);
        let number = seen.begin();
        let act = script(number, Some(&request));
        seen.keep(request);
        let reply = match act {
            Act::Reply(reply) => reply,
            Act::Refuse => {
                respond.send_reset(Reason::REFUSED_STREAM);
                continue;
            }
            _ => {
                respond.send_reset(Reason::INTERNAL_ERROR);
                continue;
            }
        };
        let mut response = Response::builder().status(reply.status);
        for (name, value) in &reply.headers {
            response = response.header(name, value);
        }
        let response = response.body(()).expect("a response");
        let mut body = respond.send_response(response, false)?;
        body.send_data(Bytes::from(reply.body), true)?;
    }
    Ok(())
}

/// Reads until the client waits for a response, and goes away without having processed a stream.
pub async fn go_away(mut stream: TcpStream) -> io::Result<()> {
    const SETTINGS: [u8; 9] = [0, 0, 0, 4, 0, 0, 0, 0, 0];
    const GOAWAY: [u8; 17] = [0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    stream.write_all(&SETTINGS).await?;
    let mut read = Vec::new();
    // The frame of type 1 is the request's head.
    while !heads(&read) {
        if stream.read_buf(&mut read).await? == 0 {
            break;
        }
    }
    stream.write_all(&GOAWAY).await?;
    // Until the client has read it.
    while stream.read_buf(&mut read).await? > 0 {}
    Ok(())
}

/// Whether the frames behind the preface have the head of a request.
fn heads(read: &[u8]) -> bool {
    let mut frames = read.get(24..).unwrap_or_default();
    while let [a, b, c, kind, rest @ ..] = frames {
        if *kind == 1 {
            return true;
        }
        let length = u32::from_be_bytes([0, *a, *b, *c]) as usize;
        frames = rest.get(5 + length..).unwrap_or_default();
    }
    false
}

fn read<T>(request: &http::Request<T>) -> Request {
    let target = request.uri().path_and_query();
    let headers = request.headers().iter().map(|(name, value)| {
        let value = String::from_utf8_lossy(value.as_bytes());
        (name.as_str().to_owned(), value.into_owned())
    });
    Request {
        method: request.method().to_string(),
        target: target.map(ToString::to_string).unwrap_or_default(),
        headers: headers.collect(),
        body: Vec::new(),
    }
}
