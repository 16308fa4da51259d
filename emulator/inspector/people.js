// Names of users: those that were typed here, and those that participants go by.

const STORED = "acs-chat-emulator-users";

const byId = new Map();

export function remember(id, name) {
  if (name) byId.set(id, name);
}

/// The name of a user or, where it is not known, the end of the raw id.
export function nameOf(id) {
  return byId.get(id) ?? (id ? `…${id.slice(-8)}` : "somebody");
}

export const idOf = (identifier) => identifier?.rawId ?? "";

/// The names that were typed here, the latest first.
export function typedNames() {
  try {
    const names = JSON.parse(localStorage.getItem(STORED));
    if (Array.isArray(names) && names.length > 0) return names.map(String);
  } catch {
    // Storage is off, or holds something else.
  }
  return ["alice", "bob", "carol"];
}

export function storeName(name) {
  const names = [name, ...typedNames().filter((other) => other !== name)].slice(0, 20);
  try {
    localStorage.setItem(STORED, JSON.stringify(names));
  } catch {
    // They are forgotten with the page.
  }
}

export function rememberParticipants(participants) {
  for (const { communicationIdentifier, displayName } of participants) {
    const id = idOf(communicationIdentifier);
    if (!byId.has(id)) remember(id, displayName);
  }
}
