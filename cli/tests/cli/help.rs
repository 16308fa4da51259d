//! Help, and completions.

use crate::service::{program, run};

#[test]
fn the_help_is_that_of_the_document() {
    let help = run(&mut program(&["--help"]), "");
    assert_eq!((help.status, help.error.as_str()), (0, ""));
    for says in [
        "  list-chat-messages             List the messages of a thread\n",
        "  chat                           Talk in a thread",
        "\n  6  a change may have been made",
    ] {
        assert!(help.out.contains(says), "{says:?} is not in {}", help.out);
    }
    let help = run(&mut program(&["send-chat-message", "--help"]), "").out;
    for says in [
        "Send a message\n\nPosts a text or HTML message to a thread",
        "--chat-thread-id <CHAT_THREAD_ID>\n          Id of the thread that receives the message.",
        "--json-body <FILE>",
    ] {
        assert!(help.contains(says), "{says:?} is not in {help}");
    }
    assert!(
        !help.contains("api-version") && !help.contains("template"),
        "{help}"
    );
}

#[test]
fn shells_complete_operations_and_their_parameters() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let completions = run(&mut program(&["completions", shell]), "");
        assert_eq!(completions.status, 0);
        for word in ["send-chat-message", "sender-display-name", "follow"] {
            assert!(completions.out.contains(word), "{word} for {shell}");
        }
    }
}
