//! Connections: accepted, served, closed on purpose, and closed at the end.
//!
//! The accept loop is the emulator's own, because `axum::serve` gives a handler no way to close its connection.

use super::fault::Abandoned;
use axum::Router;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::pin::pin;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tower_service::Service as _;

/// How long requests under way have to end after a stop.
const GRACE: Duration = Duration::from_secs(5);
/// How long to wait after the system had no connection to give, which passes when others close theirs.
const PAUSE: Duration = Duration::from_millis(50);

/// Serves until `stop` says so, then lets what is under way end. Dropped, it ends everything at once.
pub(crate) async fn run(listener: TcpListener, router: Router, stop: watch::Receiver<bool>) {
    let mut connections = JoinSet::new();
    let mut stopped = stop.clone();
    loop {
        tokio::select! {
            () = told(&mut stopped) => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(serve(stream, router.clone(), stop.clone()));
                }
                Err(_) => tokio::time::sleep(PAUSE).await,
            },
            Some(_) = connections.join_next() => {}
        }
    }
    drop(listener);
    let ended = tokio::time::timeout(GRACE, async {
        while connections.join_next().await.is_some() {}
    })
    .await;
    if ended.is_err() {
        connections.shutdown().await;
    }
}

async fn serve(stream: TcpStream, router: Router, mut stop: watch::Receiver<bool>) {
    // Small answers should leave at once; a system that cannot do that is only slower.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: Request<Incoming>| {
        let mut router = router.clone();
        async move {
            let response = router
                .call(request)
                .await
                .unwrap_or_else(|never| match never {});
            if response.extensions().get::<Abandoned>().is_some() {
                Err(Abandoned)
            } else {
                Ok(response)
            }
        }
    });
    let mut connection =
        pin!(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    tokio::select! {
        _ = connection.as_mut() => return,
        () = told(&mut stop) => connection.as_mut().graceful_shutdown(),
    }
    // A connection that ends with an error has ended, which is all there is to know about it.
    let _ = connection.await;
}

/// Waits for the word to stop, or for the emulator to be gone.
async fn told(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stopped| *stopped).await;
}
