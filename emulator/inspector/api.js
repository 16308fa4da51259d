// Requests: to the emulator's own endpoints, and to the API as a user.

const OWN = "/_emulator/inspector";

let apiVersion = "";

export function setApiVersion(version) {
  apiVersion = version;
}

async function body(response) {
  const text = await response.text();
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

async function fetched(method, url, options = {}) {
  let response;
  let value;
  try {
    response = await fetch(url, { method, ...options });
    value = await body(response);
  } catch {
    throw new Error("No response: the connection was closed.");
  }
  if (response.ok) return value;
  const message = value?.error?.message ?? value?.CommunicationError?.Message ?? response.statusText;
  throw new Error(`${response.status} ${message}`.trim());
}

export const overview = () => fetched("GET", `${OWN}/overview`);
export const thread = (id) => fetched("GET", `${OWN}/threads/${encodeURIComponent(id)}`);
export const user = (name) => fetched("GET", `${OWN}/user?name=${encodeURIComponent(name)}`);
export const messages = (id, place) =>
  fetched("GET", `${OWN}/threads/${encodeURIComponent(id)}/messages?${new URLSearchParams(place)}`);

export const faults = () => fetched("GET", "/_emulator/faults");
export const liftFault = (rule) => fetched("POST", "/_emulator/faults/lift", { body: JSON.stringify(rule) });
export const addFault = (rule) => fetched("POST", "/_emulator/faults", { body: JSON.stringify(rule) });
export const clearFaults = () => fetched("DELETE", "/_emulator/faults");

/// The URL of an operation.
export const operationUrl = (path) => `${path}?api-version=${apiVersion}`;

export const threadPath = (id, rest = "") => `/chat/threads/${encodeURIComponent(id)}${rest}`;

/// Calls an operation with a user's token.
export function call(user, path, content) {
  const headers = {
    Authorization: `Bearer ${user.token}`,
    "x-ms-client-request-id": `inspector-${crypto.randomUUID()}`,
  };
  if (content !== undefined) headers["Content-Type"] = "application/json";
  return fetched("POST", operationUrl(path), { headers, body: JSON.stringify(content) });
}
