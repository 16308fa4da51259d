//! What is shown and entered: on a terminal above and in a line to edit, else line by line.

use std::{
    io::{self, IsTerminal},
    thread::{self, JoinHandle},
};

use anyhow::{Error, Result};
use rustyline::{
    Cmd, ConditionalEventHandler, Config, DefaultEditor, Event, EventContext, EventHandler,
    ExternalPrinter, KeyCode, KeyEvent, Modifiers, RepeatCount, error::ReadlineError,
};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::{
    output::print,
    text::{one_line, report},
};

/// What a person does.
pub enum Input {
    /// Types a character.
    Key,
    /// Enters a line that is not empty.
    Line(String),
}

type Printer = Box<dyn ExternalPrinter + Send>;

/// Where the conversation is shown and entered.
pub struct Screen {
    /// Prints above the line that is edited; without it, there is none.
    printer: Option<Printer>,
    editor: Option<DefaultEditor>,
    sender: Option<UnboundedSender<Input>>,
    inputs: UnboundedReceiver<Input>,
    reader: Option<JoinHandle<()>>,
}

impl Screen {
    pub fn open() -> Result<Self> {
        let (sender, inputs) = unbounded_channel();
        let is_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
        let (mut printer, mut editor): (Option<Printer>, _) = (None, None);
        if is_terminal {
            let config = Config::builder().auto_add_history(true).build();
            let mut new = DefaultEditor::with_config(config)?;
            if let Ok(new) = new.create_external_printer() {
                printer = Some(Box::new(new));
            }
            let keys = Box::new(Keys(sender.clone()));
            new.bind_sequence(Event::Any, EventHandler::Conditional(keys));
            editor = Some(new);
        }
        Ok(Self {
            printer,
            editor,
            sender: Some(sender),
            inputs,
            reader: None,
        })
    }

    /// Starts to read what is entered, in a thread of its own, since reading blocks.
    pub fn listen(&mut self) {
        let Some(sender) = self.sender.take() else {
            return;
        };
        let editor = self.editor.take();
        self.reader = Some(thread::spawn(move || match editor {
            Some(editor) => edit(editor, &sender),
            None => read(&sender),
        }));
    }

    /// Returns the next input; `None` at its end.
    pub async fn input(&mut self) -> Option<Input> {
        self.inputs.recv().await
    }

    /// Shows a line.
    pub fn show(&mut self, line: &str) -> Result<()> {
        match &mut self.printer {
            Some(printer) => Ok(printer.print(format!("{line}\n"))?),
            None => print(line),
        }
    }

    /// Shows an error to a person, who goes on; without one it is returned.
    pub fn complain(&mut self, error: Error) -> Result<()> {
        match &self.printer {
            Some(_) => self.show(&format!("! {}", one_line(&format!("{error:#}")))),
            None => Err(error),
        }
    }

    /// Ends with an error. The terminal is left as it was found: by the editor, when its line ends.
    pub fn close(mut self, error: Error) -> Result<()> {
        if self.printer.is_some() {
            self.show("The conversation ended; press Enter.")?;
            drop(self.inputs);
            if let Some(reader) = self.reader.take() {
                let _ = reader.join();
            }
        }
        Err(error)
    }
}

/// Tells that a character was typed, and leaves what a key does to the editor.
struct Keys(UnboundedSender<Input>);

impl ConditionalEventHandler for Keys {
    fn handle(&self, event: &Event, _: RepeatCount, _: bool, _: &EventContext) -> Option<Cmd> {
        if matches!(
            event.get(0),
            Some(KeyEvent(KeyCode::Char(_), Modifiers::NONE))
        ) {
            // The conversation may have ended.
            let _ = self.0.send(Input::Key);
        }
        None
    }
}

/// Reads lines that are edited, until Ctrl-D, Ctrl-C, or the conversation ends.
fn edit(mut editor: DefaultEditor, sender: &UnboundedSender<Input>) {
    loop {
        match editor.readline("> ") {
            Ok(line) => {
                if !enter(line, sender) {
                    return;
                }
            }
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => return,
            Err(error) => return report(&error.to_string()),
        }
    }
}

/// Reads lines until there are no more, or the conversation ends.
fn read(sender: &UnboundedSender<Input>) {
    for line in io::stdin().lines() {
        match line {
            Ok(line) => {
                if !enter(line, sender) {
                    return;
                }
            }
            Err(error) => return report(&format!("cannot read standard input: {error}")),
        }
    }
}

/// Passes on a line, and returns whether the conversation goes on.
fn enter(line: String, sender: &UnboundedSender<Input>) -> bool {
    match line.trim().is_empty() {
        true => !sender.is_closed(),
        false => sender.send(Input::Line(line)).is_ok(),
    }
}
