// The list of threads, the latest created first. It keeps its order, so that it does not move under a finger.

import * as api from "./api.js";
import { batched, byId, element, onSubmit, reconcile, reported, setText } from "./dom.js";
import { current, find } from "./user.js";

const PAGE = 100;

/// By id, the latest created last.
let threads = new Map();
let selected = null;
let shown = PAGE;
let select;

const show = batched(() => {
  const latest = [...threads.values()].reverse().slice(0, shown);
  reconcile(byId("threads-list"), latest, {
    key: (thread) => thread.id,
    version: (thread) => JSON.stringify([thread.id === selected, thread]),
    build: row,
  });
  setText(byId("threads-count"), threads.size === 0 ? "" : `${threads.size}`);
  byId("threads-empty").hidden = threads.size > 0;
  byId("threads-more").hidden = threads.size <= shown;
});

function row(thread) {
  const { participantCount, messageCount, topic } = thread;
  const button = element(
    "button",
    { type: "button", onclick: () => choose(thread.id) },
    element("span", { className: "topic" }, topic || "(no topic)"),
    thread.deletedOn ? element("span", { className: "badge bad" }, "deleted") : null,
    element("span", { className: "faint" }, `${messageCount} messages, ${participantCount} participants`),
  );
  if (thread.id === selected) button.ariaCurrent = "true";
  return element("li", {}, button);
}

async function choose(id) {
  selected = id;
  show();
  await reported(byId("threads-error"), () => select(id));
}

export function reset(list) {
  const byAge = list.sort((one, other) => one.createdOn.localeCompare(other.createdOn));
  threads = new Map(byAge.map((thread) => [thread.id, thread]));
  show();
  if (selected && !threads.has(selected)) selected = null;
  const latest = [...threads.keys()].at(-1);
  return selected ?? latest;
}

export function mark(id) {
  selected = id;
  show();
}

export function update({ participants, receipts, ...thread }) {
  threads.set(thread.id, thread);
  show();
}

export function count(id, message) {
  const thread = threads.get(id);
  if (!thread) return;
  threads.set(id, { ...thread, messageCount: Math.max(thread.messageCount, Number(message.sequenceId)) });
  show();
}

async function create() {
  const names = byId("create-names").value.split(",").map((name) => name.trim()).filter(Boolean);
  const users = await Promise.all(names.map(find));
  const participants = users.map(({ id, name }) => ({
    communicationIdentifier: { rawId: id, communicationUser: { id } },
    displayName: name,
  }));
  const { chatThread } = await api.call(current(), "/chat/threads", { topic: byId("create-topic").value, participants });
  byId("create-form").reset();
  byId("create-details").open = false;
  await choose(chatThread.id);
}

export function start(onSelect) {
  select = onSelect;
  onSubmit(byId("create-form"), byId("create-error"), create);
  byId("threads-more").addEventListener("click", () => {
    shown += PAGE;
    show();
  });
}
