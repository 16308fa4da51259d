//! A proxy that resets connections at every stage of a request.

use std::{
    io,
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::{JoinHandle, JoinSet},
    time::timeout,
};

/// How long to wait for the service to close a connection that is about to be reset.
const CLOSING: Duration = Duration::from_millis(200);

/// A running proxy, which stops when it is dropped.
pub struct Resets {
    url: String,
    count: Arc<AtomicU64>,
    task: JoinHandle<()>,
}

impl Resets {
    /// Starts a proxy in front of `service`, a URL of host and port, that resets this share of requests.
    pub async fn start(service: &str, rate: f64, seed: u64) -> io::Result<Self> {
        let service: SocketAddr = service
            .trim_start_matches("http://")
            .parse()
            .map_err(io::Error::other)?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let count = Arc::new(AtomicU64::new(0));
        let resets = Arc::clone(&count);
        let mut rng = fastrand::Rng::with_seed(seed);
        let task = tokio::spawn(async move {
            let mut connections = JoinSet::new();
            loop {
                if let Ok((client, _)) = listener.accept().await {
                    connections.spawn(relay(client, service, rate, rng.fork(), resets.clone()));
                }
                while connections.try_join_next().is_some() {}
            }
        });
        Ok(Self { url, count, task })
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// The number of resets.
    pub fn count(&self) -> u64 {
        self.count.load(Ordering::Relaxed)
    }
}

impl Drop for Resets {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Copies both directions until one ends or the connection is reset. A client writes one request at a time, in one piece
/// or in few.
async fn relay(
    mut client: TcpStream,
    service: SocketAddr,
    rate: f64,
    mut rng: fastrand::Rng,
    resets: Arc<AtomicU64>,
) -> io::Result<()> {
    let mut service = TcpStream::connect(service).await?;
    client.set_nodelay(true)?;
    service.set_nodelay(true)?;
    let (mut request, mut response) = (vec![0; 16 << 10], vec![0; 16 << 10]);
    loop {
        tokio::select! {
            length = client.read(&mut request) => {
                let length = length?;
                if length == 0 {
                    return Ok(());
                }
                if rng.f64() >= rate {
                    service.write_all(&request[..length]).await?;
                    continue;
                }
                resets.fetch_add(1, Ordering::Relaxed);
                if rng.bool() {
                    // Before the request, or in it.
                    service.write_all(&request[..rng.usize(..length)]).await?;
                } else {
                    // Before the response, in it, or after it.
                    service.write_all(&request[..length]).await?;
                    let length = service.read(&mut response).await?;
                    client.write_all(&response[..rng.usize(..=length)]).await?;
                }
                return reset(client, service).await;
            }
            length = service.read(&mut response) => {
                let length = length?;
                if length == 0 {
                    return Ok(());
                }
                client.write_all(&response[..length]).await?;
            }
        }
    }
}

/// Resets the client's connection once the service has closed its own: a request that it has received must not be
/// processed after the client's next one.
async fn reset(client: TcpStream, mut service: TcpStream) -> io::Result<()> {
    service.shutdown().await?;
    let _ = timeout(
        CLOSING,
        tokio::io::copy(&mut service, &mut tokio::io::sink()),
    )
    .await;
    client.set_zero_linger()
}
