//! A server for thousands of calls at once, which share one HTTP/2 connection: sockets are scarcer than calls.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use bytes::Bytes;
use http::{Response, StatusCode, header::AUTHORIZATION};
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// A server that judges requests by their token. It stops when it is dropped.
pub struct Many {
    address: SocketAddr,
    tokens: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

type Judge = dyn Fn(&str) -> StatusCode + Send + Sync;

impl Many {
    /// Answers each request with the status that `judge` gives its token, and with this body.
    pub async fn start(
        body: &[u8],
        judge: impl Fn(&str) -> StatusCode + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let tokens = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&tokens);
        let (body, judge): (Bytes, Arc<Judge>) = (Bytes::copy_from_slice(body), Arc::new(judge));
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(
                    stream,
                    body.clone(),
                    Arc::clone(&judge),
                    Arc::clone(&seen),
                ));
            }
        });
        Self {
            address,
            tokens,
            task,
        }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The tokens of all requests so far.
    pub fn tokens(&self) -> Vec<String> {
        self.tokens.lock().expect("the list").clone()
    }

    /// An HTTP client that speaks to this server.
    pub fn http() -> reqwest::Client {
        let builder = reqwest::Client::builder()
            .http2_prior_knowledge()
            .no_proxy();
        builder.build().expect("an HTTP client")
    }
}

impl Drop for Many {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(stream: TcpStream, body: Bytes, judge: Arc<Judge>, seen: Arc<Mutex<Vec<String>>>) {
    let mut connection = h2::server::handshake(stream).await.expect("HTTP/2");
    while let Some(Ok((request, mut respond))) = connection.accept().await {
        let token = request.headers()[AUTHORIZATION].to_str().expect("a token");
        let token = token.trim_start_matches("Bearer ").to_owned();
        let status = judge(&token);
        seen.lock().expect("the list").push(token);
        let mut response = Response::new(());
        *response.status_mut() = status;
        let mut stream = respond.send_response(response, false).expect("a stream");
        stream.send_data(body.clone(), true).expect("a stream");
    }
}
