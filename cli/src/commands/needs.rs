// What each command for several calls needs of the generated client, beside conveniences of the library. build.rs reads
// this file behind `src/conveniences/needs.rs` of acs-chat, which describes the form, and nothing compiles it.

mod ids {
    struct ChatMessage {
        id: String,
    }
}

/// The command `chat`
mod chat_command {
    use follow;
    use ids;
    use messages;
    use outgoing;
    use send;
    use typing;
}

/// The command `follow`
mod follow_command {
    use follow;
    use follow_threads;
}

/// The command `export`
mod export_command {
    use follow;
    use ids;
}

/// The command `events`
mod events_command {
    use identifiers;
}
