//! The command line: `serve` runs the emulator, `token` prints a token, `user-id` a raw id.

use acs_chat_emulator::{Emulator, FaultError, Rule, parse_rules, token, user_id};
use clap::{Args, Parser, Subcommand};
use std::error::Error;
use std::io::{self, Write as _};
use std::net::IpAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, SystemTime};

/// A local Azure Communication Services chat service, for development: its tokens are unsigned.
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
    /// Print an access token, which every emulator takes.
    Token {
        /// Name of the user; the same name is the same user every time.
        #[arg(long)]
        user: String,
        /// Seconds that the token is good for.
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
    /// Port to listen on; 0 takes one that is free.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// Address to listen on. Anything but loopback lets others reach a service that keeps nothing secret.
    #[arg(long, default_value = "127.0.0.1")]
    host: IpAddr,
    /// Print the endpoint, and nothing else, on standard output.
    #[arg(long)]
    print_url: bool,
    /// File to keep state in over restarts, made where there is none.
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,
    /// What goes wrong: a rate such as 0.3 for all kinds of faults, or a rule or a list of rules in JSON, such as
    /// {"operation":"SendChatMessage","rate":0.2,"fault":{"kind":"dropAfter"}}. Can be given again.
    #[arg(long, value_name = "FAULTS", value_parser = rules)]
    faults: Vec<Rules>,
    /// Seed that decides which requests meet a fault.
    #[arg(long, default_value_t = 0)]
    seed: u64,
}

/// The rules of one flag, which clap would otherwise take for one value each.
#[derive(Clone)]
struct Rules(Vec<Rule>);

fn rules(text: &str) -> Result<Rules, FaultError> {
    parse_rules(text).map(Rules)
}

/// Runs the command; what goes wrong is one line on standard error and the exit status 1, a bad flag is 2.
pub(crate) fn run() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve(options) => serve(options),
        Command::Token { user, lifetime } => print_token(&user, lifetime),
        Command::UserId { user } => say(&user_id(&user)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("acs-chat-emulator: {}", with_causes(error.as_ref()));
            ExitCode::FAILURE
        }
    }
}

fn print_token(user: &str, lifetime: u64) -> Result<(), Box<dyn Error>> {
    let expires = SystemTime::now().checked_add(Duration::from_secs(lifetime));
    say(&token(user, expires.ok_or("the lifetime is too long")?))
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
            .faults(options.faults.into_iter().flat_map(|rules| rules.0));
        if let Some(path) = options.state {
            builder = builder.state_file(path);
        }
        // Before the address is told, so that whoever reads it can already end the emulator gently.
        let interrupt = Interrupt::new()?;
        let emulator = builder.start().await?;
        if options.print_url {
            say(emulator.url())?;
        }
        eprintln!(
            "acs-chat-emulator: listening on {}, for development only: tokens are unsigned",
            emulator.url()
        );
        if !options.host.is_loopback() {
            eprintln!(
                "acs-chat-emulator: {} is not loopback, others can reach this",
                options.host
            );
        }
        interrupt.wait().await;
        eprintln!("acs-chat-emulator: stopping");
        emulator.stop().await;
        Ok(())
    })
}

/// Interruption from the keyboard or, on Unix, by `SIGTERM`.
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
        // Without a handler the system ends the process itself, and nothing acknowledged is lost by that either.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

fn say(line: &str) -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()?;
    Ok(())
}

fn with_causes(error: &dyn Error) -> String {
    let mut line = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        line.push_str(&format!(": {error}"));
        cause = error.source();
    }
    line
}
