//! Connections on which a request does not arrive are closed.

mod common;

use acs_chat_emulator::{Emulator, ErrorShape};
use common::{API_VERSION, started};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::Instant;

/// Longer than the default.
const TIMEOUT: Duration = Duration::from_secs(100);

/// Sends the beginning of a request and reads until the connection is closed.
async fn response_to(start: &str) -> String {
    let builder = Emulator::builder().error_shape(ErrorShape::Documented);
    let service = started(builder.read_timeout(TIMEOUT)).await;
    let address = service.emulator.url().strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(start.as_bytes()).await.unwrap();
    tokio::time::pause();
    let sent = Instant::now();
    let mut response = String::new();
    stream.read_to_string(&mut response).await.unwrap();
    assert!(sent.elapsed() >= TIMEOUT, "{:?}", sent.elapsed());
    response
}

#[tokio::test]
async fn the_first_byte_has_a_timeout() {
    assert_eq!(response_to("").await, "");
}

#[tokio::test]
async fn headers_have_a_timeout() {
    assert_eq!(
        response_to("GET /chat/threads HTTP/1.1\r\nhost: x").await,
        ""
    );
}

#[tokio::test]
async fn the_preface_of_http2_has_a_timeout() {
    assert_eq!(response_to("PRI * HTTP/2.0\r\n").await, "");
}

#[tokio::test]
async fn a_body_has_a_timeout() {
    let request = format!(
        "POST /chat/threads?api-version={API_VERSION} HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n{{"
    );
    let response = response_to(&request).await;
    assert!(response.starts_with("HTTP/1.1 408 "), "{response}");
    assert!(response.contains("RequestTimeout"), "{response}");
}
