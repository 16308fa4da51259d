//! Client for Azure Communication Services chat.
