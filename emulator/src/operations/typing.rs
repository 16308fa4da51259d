//! Typing notifications, which nobody can read back: the emulator has no notification channel to pass them on.

use super::call::{Call, Reply};
use crate::limits;
use crate::refusal::Refusal;
use crate::state::Transaction;

pub(super) fn send(call: &Call<'_>, transaction: &mut Transaction<'_>) -> Result<Reply, Refusal> {
    let (thread, _) = call.joined(transaction)?;
    limits::small_thread(thread)?;
    Ok(Reply::empty(200))
}
