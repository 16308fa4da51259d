//! Completions for shells.

use anyhow::Result;
use clap::Args;
use clap_complete::Shell;

use crate::{PROGRAM, output::print};

/// Print completions for a shell, to be put where the shell looks for them.
#[derive(Args)]
pub struct Completions {
    /// The shell.
    shell: Shell,
}

impl Completions {
    pub fn run(&self, mut command_line: clap::Command) -> Result<()> {
        let mut text = Vec::new();
        clap_complete::generate(self.shell, &mut command_line, PROGRAM, &mut text);
        print(String::from_utf8_lossy(&text).trim_end())
    }
}
