//! Requests over HTTP/2: thousands of calls at once share a connection, since sockets are scarcer than calls.

use bytes::Bytes;
use h2::{Reason, server};
use http::Response;
use tokio::net::TcpStream;

use super::{Act, Script, Seen};
use crate::support::Request;

/// What an HTTP/2 connection begins with.
pub const PREFACE: [u8; 3] = *b"PRI";

/// An HTTP client that speaks HTTP/2 from the first byte.
pub fn client() -> reqwest::Client {
    let builder = reqwest::Client::builder()
        .http2_prior_knowledge()
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
        let Act::Reply(reply) = act else {
            respond.send_reset(Reason::INTERNAL_ERROR);
            continue;
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
