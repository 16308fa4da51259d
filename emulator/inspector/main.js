// The page: reads the state, then follows the events.

import * as api from "./api.js";
import { byId } from "./dom.js";
import * as faults from "./faults.js";
import * as requests from "./requests.js";
import { listen } from "./stream.js";
import * as thread from "./thread.js";
import * as threads from "./threads.js";
import * as user from "./user.js";

const VIEWS = ["threads", "thread", "requests", "faults"];

/// On a narrow screen, one panel at a time is shown.
function showView() {
  const wanted = location.hash.slice(1);
  const view = VIEWS.includes(wanted) ? wanted : VIEWS[0];
  document.body.dataset.view = view;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.hash === `#${view}`) link.ariaCurrent = "page";
    else link.removeAttribute("aria-current");
  }
}

async function openThread(id) {
  await thread.open(id);
  requests.showRequests();
}

async function chooseThread(id) {
  location.hash = "thread";
  await openThread(id);
  byId("thread-title").focus();
}

async function reset() {
  const state = await api.overview();
  api.setApiVersion(state.apiVersion);
  faults.setOperations(state.operations);
  requests.reset(state.requests);
  const id = threads.reset(state.threads);
  await faults.load();
  if (id) {
    threads.mark(id);
    await openThread(id);
  } else {
    thread.close();
  }
}

function takeThread(changed) {
  threads.update(changed);
  thread.update(changed);
}

function takeMessage(event) {
  threads.count(event.thread, event.message);
  thread.take(event);
}

function takeRequest(request) {
  requests.take(request);
  if (request.fault) faults.loadSoon();
  if (request.operation?.endsWith("_SendTypingNotification") && request.status === 200) {
    thread.takeTyping(request.thread, request.user);
  }
}

window.addEventListener("hashchange", showView);
showView();
faults.start();
thread.start();
threads.start(chooseThread);
requests.start(thread.openId);
await user.start();
listen({
  reset,
  on: {
    thread: takeThread,
    message: takeMessage,
    receipt: thread.takeReceipt,
    request: takeRequest,
    faults: faults.loadSoon,
  },
});
