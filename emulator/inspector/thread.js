// The thread that is open: its participants, messages and read receipts, who types, and the form to post.

import * as api from "./api.js";
import { batched, byId, element, onSubmit, reconcile, reported, setText } from "./dom.js";
import { authorOf, row, textOf } from "./message.js";
import { idOf, nameOf, rememberParticipants } from "./people.js";
import { curlLine, current, find, onUser } from "./user.js";
import { MessageWindow } from "./window.js";

/// How long a typing notification lasts.
const TYPING_MS = 8000;
/// How far from the end still counts as being at the end, in pixels.
const NEAR = 40;

let thread = null;
let page = new MessageWindow({});
/// Messages that arrived since the last time the list was shown, or while the thread is being read.
let arrived = [];
let isReading = false;
/// How many threads were opened, to tell the last one's answer from those before.
let opened = 0;
const typing = new Map();

const scroll = byId("messages-scroll");
const list = byId("messages-list");
/// Whether the end was in sight when the list was last scrolled.
let followsEnd = true;

const isAtEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;
const toEnd = () => {
  scroll.scrollTop = scroll.scrollHeight;
  followsEnd = true;
};

export const openId = () => thread?.id ?? null;

export async function open(id) {
  const mine = ++opened;
  isReading = true;
  arrived = [];
  thread = { id, topic: "", participants: [], receipts: [] };
  let found;
  try {
    found = await api.thread(id);
  } finally {
    if (mine === opened) isReading = false;
  }
  // It was opened again meanwhile, or another one was.
  if (mine !== opened) return;
  const { page: latest, ...rest } = found;
  page = new MessageWindow(latest);
  typing.clear();
  list.replaceChildren();
  update(rest);
  takeArrived(true);
  toEnd();
}

export function close() {
  opened += 1;
  isReading = false;
  thread = null;
  page = new MessageWindow({});
  list.replaceChildren();
  showHead();
}

/// Takes in a thread's new state.
export function update(changed) {
  if (changed.id !== thread?.id) return;
  thread = changed;
  rememberParticipants(thread.participants);
  showHead();
  showMessages();
}

export function take({ thread: id, message }) {
  if (id !== thread?.id) return;
  typing.delete(idOf(message.senderCommunicationIdentifier));
  arrived.push(message);
  if (!isReading) takeSoon();
}

export function takeReceipt({ thread: id, receipt }) {
  if (id !== thread?.id) return;
  const reader = idOf(receipt.senderCommunicationIdentifier);
  const others = thread.receipts.filter((other) => idOf(other.senderCommunicationIdentifier) !== reader);
  thread = { ...thread, receipts: [...others, receipt] };
  takeSoon();
}

export function takeTyping(id, user) {
  if (id !== thread?.id || !user) return;
  clearTimeout(typing.get(user));
  typing.set(user, setTimeout(() => {
    typing.delete(user);
    showTyping();
  }, TYPING_MS));
  showTyping();
}

const takeSoon = batched(() => {
  if (!isReading) takeArrived(isAtEnd());
});

function takeArrived(wasAtEnd) {
  const messages = arrived.splice(0);
  const fresh = messages.filter((message) => page.take(message, wasAtEnd));
  showMessages(wasAtEnd ? "end" : "kept");
  showTyping();
  announce(fresh);
}

function announce(messages) {
  const last = messages.at(-1);
  if (!last) return;
  const isSystem = !last.senderCommunicationIdentifier;
  const text = `${isSystem ? "" : `${authorOf(last)}: `}${textOf(last)}`.slice(0, 200);
  setText(byId("announcer"), messages.length === 1 ? text : `${messages.length} new messages. ${text}`);
}

/// Shows the messages that the page holds. The first one in sight stays where it is, or the end does.
function showMessages(place = isAtEnd() ? "end" : "kept") {
  const held = new Set(page.messages.map((message) => message.id));
  const top = scroll.getBoundingClientRect().top;
  const anchor = [...list.children].find(
    (node) => held.has(node.dataset.key) && node.getBoundingClientRect().bottom > top,
  );
  const before = anchor?.getBoundingClientRect().top;
  const readers = Map.groupBy(thread?.receipts ?? [], (receipt) => receipt.chatMessageId);
  const readersOf = ({ id }) =>
    (readers.get(id) ?? []).map((receipt) => nameOf(idOf(receipt.senderCommunicationIdentifier)));
  byId("messages-older").hidden = !page.hasOlder;
  byId("messages-newer").hidden = !page.hasNewer;
  reconcile(list, page.messages, {
    key: (message) => message.id,
    version: (message) => [message.version, authorOf(message), ...readersOf(message)].join(),
    build: (message) => row(message, readersOf(message)),
  });
  if (place === "end" && !page.hasNewer) {
    toEnd();
  } else if (anchor) {
    // One that has changed was built again.
    const now = list.querySelector(`[data-key="${CSS.escape(anchor.dataset.key)}"]`);
    if (now) scroll.scrollTop += now.getBoundingClientRect().top - before;
  }
  showLatest();
}

function showLatest() {
  byId("messages-latest").hidden = !page.hasNewer && isAtEnd();
}

function showTyping() {
  const names = [...typing.keys()].map(nameOf);
  setText(byId("typing"), names.length === 0 ? "" : `${names.join(", ")} ${names.length === 1 ? "is" : "are"} typing…`);
}

function showHead() {
  for (const id of ["thread-head", "send-form"]) byId(id).hidden = !thread;
  if (!thread) {
    setText(byId("thread-title"), "No thread selected");
    return;
  }
  const title = byId("thread-title");
  title.replaceChildren(thread.topic || "(no topic)");
  if (thread.deletedOn) title.append(" ", element("span", { className: "badge bad" }, "deleted"));
  setText(byId("thread-id"), thread.id);
  const names = thread.participants.map((participant) => nameOf(idOf(participant.communicationIdentifier)));
  const few = names.length > 5 ? [...names.slice(0, 5), "…"] : names;
  setText(byId("participants-summary"), `${names.length} participants: ${few.join(", ")}`);
  byId("participants-list").replaceChildren(
    ...thread.participants.map((participant) => {
      const id = idOf(participant.communicationIdentifier);
      return element("li", {}, `${nameOf(id)} `, element("code", { className: "faint" }, id));
    }),
  );
  showCurl();
}

function showCurl() {
  const content = { content: byId("send-text").value || "Hello", type: byId("send-type").value };
  setText(
    byId("user-curl"),
    thread ? curlLine(api.threadPath(thread.id, "/messages"), content) : curlLine("/chat/threads", { topic: "Lunch" }),
  );
}

const post = (rest, content) => api.call(current(), api.threadPath(thread.id, rest), content);

async function send() {
  const text = byId("send-text");
  await post("/messages", { content: text.value, type: byId("send-type").value, senderDisplayName: current().name });
  text.value = "";
  showCurl();
}

async function markRead() {
  const last = page.last;
  if (last) await post("/readReceipts", { chatMessageId: last.id });
}

async function add() {
  const { id, name } = await find(byId("add-name").value.trim());
  const participant = { communicationIdentifier: { rawId: id, communicationUser: { id } }, displayName: name };
  await post("/participants/:add", { participants: [participant] });
  byId("add-form").reset();
}

/// Adds the page of messages on one side.
async function turn(side) {
  const { id } = thread;
  const place = side === "older" ? { before: page.first.id } : { after: page.last.id };
  const more = await api.messages(id, place);
  if (thread?.id !== id) return;
  if (side === "older") page.addOlder(more);
  else page.addNewer(more);
  showMessages("kept");
}

export function start() {
  const error = byId("send-error");
  onUser(({ name }) => {
    setText(byId("send-user"), name);
    showHead();
    showMessages();
    showCurl();
  });
  onSubmit(byId("send-form"), error, send);
  onSubmit(byId("add-form"), byId("add-error"), add);
  byId("send-typing").addEventListener("click", () => reported(error, () => post("/typing", {})));
  byId("send-receipt").addEventListener("click", () => reported(error, markRead));
  byId("send-text").addEventListener("input", showCurl);
  byId("send-type").addEventListener("change", showCurl);
  byId("send-text").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) byId("send-form").requestSubmit();
  });
  for (const side of ["older", "newer"]) {
    byId(`messages-${side}`).addEventListener("click", () => reported(error, () => turn(side)));
  }
  byId("messages-latest").firstElementChild.addEventListener("click", () =>
    reported(error, async () => {
      if (page.hasNewer) await open(thread.id);
      toEnd();
      scroll.focus();
    }),
  );
  const scrolled = () => {
    followsEnd = isAtEnd();
    showLatest();
  };
  scroll.addEventListener("scroll", scrolled, { passive: true });
  new ResizeObserver(() => {
    if (followsEnd && !page.hasNewer) toEnd();
    showLatest();
  }).observe(scroll);
}
