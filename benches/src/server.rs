//! A service that answers at once and always the same: what it does not do can't blur what is measured.
//!
//! What a thread is like, its id tells: `fast-500` has 500 pages of messages, `slow-50` has 50 that take 5 ms each.

use std::{net::SocketAddr, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    time::sleep,
};

use crate::{Failure, calls::PAGE};

/// The id of every message.
pub const MESSAGE_ID: &str = "1732300000123";

/// How long a page of a slow thread takes.
const DELAY: Duration = Duration::from_millis(5);

/// What every answer carries beside its length, as the live service does.
const HEADERS: &str = "Content-Type: application/json; charset=utf-8\r\n\
    Date: Fri, 22 Nov 2024 18:26:40 GMT\r\n\
    api-supported-versions: 2024-03-07,2025-03-15\r\n\
    MS-CV: qwertyuiopasdfghjklzxc.0\r\n\
    X-Processing-Time: 24ms\r\n\
    X-Azure-Ref: 20241122T182640Z-r1a2b3c4d5e6f7a8hC1ABCk5w400000000x0000000000abc\r\n";

/// The largest request that is taken.
const LARGEST: usize = 64 << 10;

/// Serves on a free port of the loopback address until the process ends. `ready` is told the address.
///
/// # Errors
/// Where the port can't be had.
pub async fn serve(ready: impl FnOnce(SocketAddr)) -> Result<(), Failure> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?;
    ready(address);
    let answers = &*Box::leak(Box::new(Answers::new(address)));
    loop {
        let (stream, _) = listener.accept().await?;
        // A caller that goes away, or asks for what there is not, finds the connection closed.
        tokio::spawn(async move { answer_all(stream, answers).await.ok() });
    }
}

async fn answer_all(mut stream: TcpStream, answers: &Answers) -> Result<(), Failure> {
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
        answers.write(&request, &mut output)?;
        let length = request.length;
        input.drain(..length);
        stream.write_all(&output).await?;
    }
}

/// A request, as far as the answer depends on it.
struct Request<'a> {
    method: &'a str,
    path: &'a str,
    query: &'a str,
    /// The length of all of it.
    length: usize,
}

impl<'a> Request<'a> {
    /// The request at the beginning of `input`, once it is complete.
    fn parse(input: &'a [u8]) -> Result<Option<Self>, Failure> {
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

    /// How many pages the thread has that the path names.
    fn pages(&self) -> Option<usize> {
        let (_, number) = self
            .path
            .split_once("slow-")
            .or_else(|| self.path.split_once("fast-"))?;
        let end = number.find(|c: char| !c.is_ascii_digit())?;
        number[..end].parse().ok()
    }

    /// The number of the page that the query names.
    fn page(&self) -> usize {
        let page = self
            .query
            .split('&')
            .find_map(|pair| pair.strip_prefix("page="));
        page.and_then(|page| page.parse().ok()).unwrap_or_default()
    }
}

/// What is answered.
struct Answers {
    address: SocketAddr,
    message: Vec<u8>,
    sent: Vec<u8>,
    /// A page without its end.
    page: String,
}

impl Answers {
    fn new(address: SocketAddr) -> Self {
        let messages: Vec<String> = (0..PAGE).map(message).collect();
        Self {
            address,
            message: answer("200 OK", &message(0)),
            sent: answer("201 Created", &format!(r#"{{"id":"{MESSAGE_ID}"}}"#)),
            page: format!(r#"{{"value":[{}]"#, messages.join(",")),
        }
    }

    fn write(&self, request: &Request<'_>, output: &mut Vec<u8>) -> Result<(), Failure> {
        match (request.method, request.pages()) {
            ("POST", _) => output.extend_from_slice(&self.sent),
            ("GET", None) => output.extend_from_slice(&self.message),
            ("GET", Some(pages)) => {
                let next = request.page() + 1;
                let end = if next < pages {
                    format!(
                        r#","nextLink":"http://{}{}?api-version=2025-03-15&maxPageSize={PAGE}&page={next}"}}"#,
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
            _ => return Err(format!("no bench sends {}", request.method).into()),
        }
        Ok(())
    }
}

fn answer(status: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\n{HEADERS}Content-Length: {length}\r\n\r\n{body}").into_bytes()
}

fn message(number: usize) -> String {
    let user = "8:acs:8f2e4d6c-1b3a-4957-8c0e-2f4a6b8d0c1e_0e59221d-0c1d-46ae-9544-c963ce56c10b";
    format!(
        r#"{{"id":"{MESSAGE_ID}","type":"text","sequenceId":"{number}","version":"{MESSAGE_ID}","content":{{"message":"Lunch at noon, by the river? Bring a friend."}},"senderDisplayName":"Ada","createdOn":"2024-11-22T18:26:40.123Z","senderCommunicationIdentifier":{{"rawId":"{user}","communicationUser":{{"id":"{user}"}}}}}}"#
    )
}
