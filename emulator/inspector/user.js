// The user who posts.

import * as api from "./api.js";
import { byId, element, onSubmit, reported, setText } from "./dom.js";
import { remember, storeName, typedNames } from "./people.js";

let user = null;
const listeners = [];

export const current = () => user;

/// Calls back with the user now and after each change.
export function onUser(listener) {
  listeners.push(listener);
  if (user) listener(user);
}

/// The user of a name, whose id is from then on shown as that name.
export async function find(name) {
  const found = await api.user(name);
  remember(found.id, found.name);
  return found;
}

async function use(name) {
  user = await find(name);
  storeName(name);
  showNames();
  byId("user-name").value = name;
  setText(byId("user-id"), user.id);
  setText(byId("user-token"), user.token);
  listeners.forEach((listener) => listener(user));
}

function showNames() {
  byId("user-names").replaceChildren(...typedNames().map((value) => element("option", { value })));
}

/// Quotes a word for a POSIX shell.
const quoted = (word) => `'${word.replaceAll("'", "'\\''")}'`;

/// The curl line that sends `content` to a path as the user.
export function curlLine(path, content) {
  return [
    "curl", quoted(location.origin + api.operationUrl(path)),
    "-H", quoted(`Authorization: Bearer ${user?.token ?? ""}`),
    "-H", quoted("Content-Type: application/json"),
    "-d", quoted(JSON.stringify(content)),
  ].join(" ");
}

async function copy(button) {
  const text = byId(button.dataset.copies).textContent;
  try {
    await navigator.clipboard.writeText(text);
    setText(byId("copied"), "Copied.");
  } catch {
    // Without the clipboard it is selected, to be copied by hand.
    getSelection().selectAllChildren(byId(button.dataset.copies));
    setText(byId("copied"), "Selected.");
  }
  setText(button, byId("copied").textContent.replace(".", ""));
  setTimeout(() => {
    setText(button, "Copy");
    setText(byId("copied"), "");
  }, 2000);
}

export async function start() {
  const error = byId("user-error");
  onSubmit(byId("user-form"), error, () => use(byId("user-name").value.trim()));
  byId("user-name").addEventListener("change", () => {
    const name = byId("user-name").value.trim();
    if (name && name !== user?.name) reported(error, () => use(name));
  });
  for (const button of document.querySelectorAll("[data-copies]")) {
    button.addEventListener("click", () => copy(button));
  }
  // All are asked for, so that their messages have names.
  await reported(error, async () => {
    const names = typedNames();
    await Promise.all(names.map(find));
    await use(names[0]);
  });
}
