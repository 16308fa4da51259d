//! The accept loop and its connections. `axum::serve` gives a handler no way to close its connection.

use super::fault::Aborted;
use axum::Router;
use hyper::Request;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use std::io::Cursor;
use std::pin::pin;
use std::time::Duration;
use tokio::io::AsyncReadExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tower_service::Service as _;

/// How long pending requests may take after a stop.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(5);
/// What an HTTP/2 connection without TLS begins with.
const HTTP2_PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
/// The delay after an error of `accept`, such as too many open files.
const ACCEPT_BACKOFF: Duration = Duration::from_millis(50);

/// Serves until `stop` is true, then waits for pending requests. Closes all connections when dropped.
///
/// Connections speak HTTP/1.1, or HTTP/2 if the client begins with its preface. They are closed when the headers of a
/// request take longer than `read_timeout`.
pub(crate) async fn run(
    listener: TcpListener,
    router: Router,
    stop: watch::Receiver<bool>,
    read_timeout: Duration,
) {
    let mut connections = JoinSet::new();
    let mut stopped = stop.clone();
    loop {
        tokio::select! {
            () = wait_for_stop(&mut stopped) => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(serve(stream, router.clone(), stop.clone(), read_timeout));
                }
                Err(_) => tokio::time::sleep(ACCEPT_BACKOFF).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
    drop(listener);
    let ended = tokio::time::timeout(SHUTDOWN_TIMEOUT, async {
        while connections.join_next().await.is_some() {}
    })
    .await;
    if ended.is_err() {
        connections.shutdown().await;
    }
}

async fn serve(
    mut stream: TcpStream,
    router: Router,
    mut stop: watch::Receiver<bool>,
    read_timeout: Duration,
) {
    // Without it small responses are only slower.
    let _ = stream.set_nodelay(true);
    let first = tokio::time::timeout(read_timeout, first_bytes(&mut stream));
    let first = tokio::select! {
        first = first => first,
        () = wait_for_stop(&mut stop) => return,
    };
    let Ok(Ok(first)) = first else { return };
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(read_timeout);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(read_timeout)
        .keep_alive_timeout(read_timeout);
    let builder = match first == HTTP2_PREFACE {
        true => builder.http2_only(),
        false => builder.http1_only(),
    };
    let (reader, writer) = stream.into_split();
    let stream = tokio::io::join(Cursor::new(first).chain(reader), writer);
    let service = service_fn(move |request: Request<Incoming>| {
        let mut router = router.clone();
        async move {
            let response = router
                .call(request)
                .await
                .unwrap_or_else(|never| match never {});
            match response.extensions().get::<Aborted>() {
                Some(aborted) => Err(h2::Error::from(aborted.reason)),
                None => Ok(response),
            }
        }
    });
    let mut connection = pin!(builder.serve_connection(TokioIo::new(stream), service));
    tokio::select! {
        _ = connection.as_mut() => return,
        () = wait_for_stop(&mut stop) => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}

/// Reads until the bytes are the preface of HTTP/2, or cannot become it.
async fn first_bytes(stream: &mut TcpStream) -> std::io::Result<Vec<u8>> {
    let mut first = Vec::with_capacity(HTTP2_PREFACE.len());
    while first.len() < HTTP2_PREFACE.len() && HTTP2_PREFACE.starts_with(&first) {
        let left = (HTTP2_PREFACE.len() - first.len()) as u64;
        if (&mut *stream).take(left).read_buf(&mut first).await? == 0 {
            break;
        }
    }
    Ok(first)
}

/// Waits until `stop` is true or its sender is dropped.
async fn wait_for_stop(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stopped| *stopped).await;
}
