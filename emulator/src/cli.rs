//! The command line.

use acs_chat_emulator::{
    DroppedLine, Emulator, ErrorShape, Rule, Webhook, parse_rules, token, user_id,
};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::error::Error;
use std::fmt::Arguments;
use std::io::{self, Write as _};
use std::net::IpAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

/// A local Azure Communication Services chat service, for development only: its tokens are unsigned.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the service until it is interrupted.
    Serve(Serve),
    /// Print an access token, which every emulator accepts.
    Token {
        /// Name of the user.
        #[arg(long)]
        user: String,
        /// Lifetime of the token in seconds.
        #[arg(long, default_value_t = 24 * 60 * 60)]
        lifetime: u64,
    },
    /// Print the raw id of a user, as in `8:acs:…`.
    UserId {
        /// Name of the user.
        #[arg(long)]
        user: String,
    },
}

#[derive(Args)]
struct Serve {
    /// Port to listen on; 0 for a free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Address to listen on. Others can reach the unprotected service on an address other than loopback.
    #[arg(long, default_value = "127.0.0.1")]
    host: IpAddr,
    /// Print the endpoint on standard output.
    #[arg(long)]
    print_url: bool,
    /// File to persist state in; created if it does not exist.
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    /// Drop damaged lines from the state file instead of failing.
    #[arg(long, requires = "state")]
    repair: bool,
    /// Faults to inject: a rate such as 0.3 for all kinds, or a rule or a list of rules in JSON, such as
    /// {"operation":"SendChatMessage","rate":0.2,"fault":{"kind":"dropAfter"}}, or @ and a file with one of these. Can be
    /// repeated.
    #[arg(long, value_name = "FAULTS", value_parser = rules)]
    faults: Vec<Rules>,
    /// Webhook to deliver events to: an http URL for all events in Event Grid's schema, or JSON, such as
    /// {"url":"http://127.0.0.1:3000/events","schema":"cloudEvents","events":["ChatMessageReceivedInThread"]}. Can be
    /// repeated.
    #[arg(long, value_name = "WEBHOOK")]
    webhook: Vec<Webhook>,
    /// Seed that selects the requests and events that get a fault.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// Shape of error bodies.
    #[arg(long, value_name = "SHAPE", value_enum, default_value_t = Errors::Live)]
    errors: Errors,
    /// Do not serve the inspector, a page at / that shows what happens.
    #[arg(long)]
    no_inspector: bool,
    /// Do not log requests and deliveries.
    #[arg(long)]
    quiet: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Errors {
    /// As recorded from the live service.
    Live,
    /// As in the OpenAPI document.
    Documented,
}

/// The rules of one flag: clap collects a plain `Vec` from one value each.
#[derive(Clone)]
struct Rules(Vec<Rule>);

fn rules(text: &str) -> Result<Rules, Box<dyn Error + Send + Sync>> {
    let text = match text.strip_prefix('@') {
        Some(path) => &std::fs::read_to_string(path)
            .map_err(|error| format!("cannot read the file {path}: {error}"))?,
        None => text,
    };
    Ok(Rules(parse_rules(text)?))
}

/// Runs the command. The exit status is 1 for an error, which is one line on standard error, and 2 for a bad flag.
pub(crate) fn run() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Serve(options) => serve(options),
        Command::Token { user, lifetime } => print_token(&user, lifetime),
        Command::UserId { user } => print_line(&user_id(&user)),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            log(format_args!("{}", error_chain(error.as_ref())));
            ExitCode::FAILURE
        }
    }
}

fn print_token(user: &str, lifetime: u64) -> Result<(), Box<dyn Error>> {
    let expires = SystemTime::now().checked_add(Duration::from_secs(lifetime));
    print_line(&token(user, expires.ok_or("the lifetime is too long")?))
}

fn serve(options: Serve) -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let mut builder = Emulator::builder()
            .host(options.host)
            .port(options.port)
            .seed(options.seed)
            .log_requests(!options.quiet)
            .inspector(!options.no_inspector)
            .error_shape(match options.errors {
                Errors::Live => ErrorShape::Live,
                Errors::Documented => ErrorShape::Documented,
            })
            .faults(options.faults.into_iter().flat_map(|rules| rules.0));
        for webhook in options.webhook {
            builder = builder.webhook(webhook);
        }
        if let Some(path) = &options.state {
            builder = builder.state_file(path).repair(options.repair);
        }
        // Before the endpoint is printed, so that whoever reads it can already stop the emulator.
        let interrupt = Interrupt::new()?;
        let emulator = builder.start().await?;
        for dropped in emulator.dropped_lines() {
            let DroppedLine {
                line,
                reason,
                length,
                ..
            } = dropped;
            log(format_args!(
                "dropped line {line} of the state file, {length} bytes: {reason}"
            ));
        }
        if options.print_url {
            print_line(emulator.url())?;
        }
        log(format_args!(
            "listening on {}, for development only: tokens are unsigned",
            emulator.url()
        ));
        if let Some(url) = emulator.inspector_url() {
            log(format_args!("inspector at {url}"));
        }
        if !options.host.is_loopback() {
            log(format_args!(
                "{} is not loopback: others can reach it, and the inspector is off",
                options.host
            ));
        }
        interrupt.wait().await;
        log(format_args!("stopping"));
        emulator.stop().await;
        Ok(())
    })
}

/// Ctrl-C or, on Unix, `SIGTERM`.
struct Interrupt {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
}

impl Interrupt {
    #[cfg(unix)]
    fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    #[cfg(unix)]
    async fn wait(mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }

    #[cfg(not(unix))]
    fn new() -> io::Result<Self> {
        Ok(Self {})
    }

    #[cfg(not(unix))]
    async fn wait(self) {
        // Without a handler the system ends the process, which loses no acknowledged state either.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// Writes a line on standard error, if it is open.
fn log(line: Arguments<'_>) {
    let _ = writeln!(io::stderr().lock(), "acs-chat-emulator: {line}");
}

fn print_line(line: &str) -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()?;
    Ok(())
}

fn error_chain(error: &dyn Error) -> String {
    let mut line = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        line.push_str(&format!(": {error}"));
        cause = error.source();
    }
    line
}
