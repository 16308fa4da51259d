//! A server that sends the same responses at once: it does next to nothing, so it adds little noise to a measurement.
//!
//! The thread's id says how the thread is listed: `fast-500` has 500 pages, `slow-50` has 50 that take 5 ms each.

use std::{net::SocketAddr, time::Duration};

use acs_chat::API_VERSION;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::sleep,
};

use crate::{BoxError, calls::PAGE};

/// The id of every message.
pub const MESSAGE_ID: &str = "1732300000123";

/// How long the server waits before each page of a slow thread.
const DELAY: Duration = Duration::from_millis(5);

/// The headers of every response but its length, as the live service sends them.
const HEADERS: &str = "Content-Type: application/json; charset=utf-8\r\n\
    Date: Fri, 22 Nov 2024 18:26:40 GMT\r\n\
    api-supported-versions: 2024-03-07,2025-03-15\r\n\
    MS-CV: qwertyuiopasdfghjklzxc.0\r\n\
    X-Processing-Time: 24ms\r\n\
    X-Azure-Ref: 20241122T182640Z-r1a2b3c4d5e6f7a8hC1ABCk5w400000000x0000000000abc\r\n";

/// The largest request in bytes.
const LARGEST: usize = 64 << 10;

/// Serves on a free port of the loopback address until the process ends; calls `ready` with the address.
///
/// # Errors
/// No port can be bound.
pub async fn serve(ready: impl FnOnce(SocketAddr)) -> Result<(), BoxError> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?;
    ready(address);
    let responses = &*Box::leak(Box::new(Responses::new(address)));
    loop {
        let (stream, _) = listener.accept().await?;
        // A request that can't be parsed or served closes its connection.
        tokio::spawn(async move { respond_to_all(stream, responses).await.ok() });
    }
}

async fn respond_to_all(mut stream: TcpStream, responses: &Responses) -> Result<(), BoxError> {
    stream.set_nodelay(true)?;
    let mut input = Vec::with_capacity(4096);
    let mut output = Vec::new();
    loop {
        let Some(request) = Request::parse(&input)? else {
            if input.len() > LARGEST || stream.read_buf(&mut input).await? == 0 {
                return Ok(());
            }
            continue;
        };
        output.clear();
        if request.is_slow() {
            sleep(DELAY).await;
        }
        responses.write(&request, &mut output)?;
        let length = request.length;
        input.drain(..length);
        stream.write_all(&output).await?;
    }
}

/// The parts of a request that its response depends on.
struct Request<'a> {
    method: &'a str,
    path: &'a str,
    query: &'a str,
    /// The length of the whole request in bytes.
    length: usize,
}

impl<'a> Request<'a> {
    /// The request at the beginning of `input`, once it is complete.
    fn parse(input: &'a [u8]) -> Result<Option<Self>, BoxError> {
        let Some(end) = input.windows(4).position(|four| four == b"\r\n\r\n") else {
            return Ok(None);
        };
        let (head, body) = (std::str::from_utf8(&input[..end])?, end + 4);
        let mut lines = head.split("\r\n");
        let mut first = lines.next().unwrap_or_default().split(' ');
        let (method, target) = (
            first.next().unwrap_or_default(),
            first.next().unwrap_or_default(),
        );
        let mut length = body;
        for line in lines {
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length += value.trim().parse::<usize>()?;
            }
        }
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Ok((input.len() >= length).then_some(Self {
            method,
            path,
            query,
            length,
        }))
    }

    fn is_slow(&self) -> bool {
        self.path.contains("slow-")
    }

    /// The number of pages in the thread that the path names.
    fn pages(&self) -> Option<usize> {
        let (_, number) = self
            .path
            .split_once("slow-")
            .or_else(|| self.path.split_once("fast-"))?;
        let end = number.find(|c: char| !c.is_ascii_digit())?;
        number[..end].parse().ok()
    }

    /// The index of the page that the query names.
    fn page(&self) -> usize {
        let page = self
            .query
            .split('&')
            .find_map(|pair| pair.strip_prefix("page="));
        page.and_then(|page| page.parse().ok()).unwrap_or_default()
    }
}

/// The responses, written once.
struct Responses {
    address: SocketAddr,
    message: Vec<u8>,
    sent: Vec<u8>,
    /// The body of a page without its end.
    page: String,
}

impl Responses {
    fn new(address: SocketAddr) -> Self {
        let messages: Vec<String> = (0..PAGE).map(message).collect();
        Self {
            address,
            message: response("200 OK", &message(0)),
            sent: response("201 Created", &format!(r#"{{"id":"{MESSAGE_ID}"}}"#)),
            page: format!(r#"{{"value":[{}]"#, messages.join(",")),
        }
    }

    fn write(&self, request: &Request<'_>, output: &mut Vec<u8>) -> Result<(), BoxError> {
        match (request.method, request.pages()) {
            ("POST", _) => output.extend_from_slice(&self.sent),
            ("GET", None) => output.extend_from_slice(&self.message),
            ("GET", Some(pages)) => {
                let next = request.page() + 1;
                let end = if next < pages {
                    format!(
                        r#","nextLink":"http://{}{}?api-version={API_VERSION}&maxPageSize={PAGE}&page={next}"}}"#,
                        self.address, request.path
                    )
                } else {
                    "}".to_owned()
                };
                let length = self.page.len() + end.len();
                let head = format!("HTTP/1.1 200 OK\r\n{HEADERS}Content-Length: {length}\r\n\r\n");
                for part in [&head, &self.page, &end] {
                    output.extend_from_slice(part.as_bytes());
                }
            }
            _ => return Err(format!("unexpected method {}", request.method).into()),
        }
        Ok(())
    }
}

fn response(status: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\n{HEADERS}Content-Length: {length}\r\n\r\n{body}").into_bytes()
}

fn message(number: usize) -> String {
    let user = "8:acs:8f2e4d6c-1b3a-4957-8c0e-2f4a6b8d0c1e_0e59221d-0c1d-46ae-9544-c963ce56c10b";
    format!(
        r#"{{"id":"{MESSAGE_ID}","type":"text","sequenceId":"{number}","version":"{MESSAGE_ID}","content":{{"message":"Lunch at noon, by the river? Bring a friend."}},"senderDisplayName":"Ada","createdOn":"2024-11-22T18:26:40.123Z","senderCommunicationIdentifier":{{"rawId":"{user}","communicationUser":{{"id":"{user}"}}}}}}"#
    )
}
