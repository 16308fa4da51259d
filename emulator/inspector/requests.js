// The requests to the API, the latest first.

import { batched, byId, element, reconcile, setText } from "./dom.js";
import { nameOf } from "./people.js";
import { clock } from "./time.js";

/// As many as the emulator keeps.
const KEPT = 500;
const PAGE = 100;

let requests = [];
let shown = PAGE;
let openThread = () => null;

export const showRequests = batched(() => {
  const only = byId("requests-thread").checked ? openThread() : null;
  const wanted = only ? requests.filter(({ thread }) => thread === only) : requests;
  reconcile(byId("requests-list"), wanted.slice(0, shown), { key: ({ number }) => number, build: row });
  setText(byId("requests-count"), requests.length === 0 ? "" : `${requests.length}`);
  byId("requests-empty").hidden = wanted.length > 0;
  byId("requests-more").hidden = wanted.length <= shown;
});

/// The name of an operation without its group.
const short = (operation) => operation?.split("_").at(-1) ?? "unknown operation";

function row(request) {
  const { status } = request;
  const kind = status !== null && status < 400 ? "good" : "bad";
  const details = element(
    "details",
    {},
    element(
      "summary",
      {},
      element("span", { className: `badge ${kind}` }, status === null ? "no response" : `${status}`),
      element("span", { className: "method" }, request.method),
      element("span", { className: "operation" }, short(request.operation)),
      element("span", { className: "faint" }, request.user ? nameOf(request.user) : "no user"),
      element("span", { className: "faint" }, `${clock(request.time)}, ${request.milliseconds} ms`),
      request.fault ? element("span", { className: "badge bad" }, `fault: ${request.fault}`) : null,
    ),
  );
  details.addEventListener("toggle", () => details.append(...bodies(request)), { once: true });
  return element("li", {}, details);
}

function bodies(request) {
  const parts = [
    ["Path", request.path],
    ["Client request id", request.clientRequestId],
    ["User", request.user],
  ].filter(([, text]) => text);
  const terms = parts.flatMap(([name, text]) => [
    element("dt", {}, name),
    element("dd", {}, element("code", {}, text)),
  ]);
  return [
    element("dl", {}, ...terms),
    ...["request", "response"].flatMap((side) => body(side, request[side])),
  ];
}

function body(side, { text, bytes, isCut }) {
  if (bytes === 0) return [element("p", { className: "faint" }, `No ${side} body.`)];
  const name = `The ${side}, ${bytes} bytes${isCut ? `, of which the first ${text.length} are kept` : ""}`;
  const shown = element("pre", { tabIndex: 0 }, isCut ? text : pretty(text));
  shown.setAttribute("role", "group");
  shown.ariaLabel = name;
  return [element("p", { className: "faint" }, `${name}:`), shown];
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

export function reset(oldestFirst) {
  requests = oldestFirst.reverse();
  byId("requests-list").replaceChildren();
  showRequests();
}

export function take(request) {
  requests.unshift(request);
  requests.length = Math.min(requests.length, KEPT);
  showRequests();
}

export function start(open) {
  openThread = open;
  byId("requests-thread").addEventListener("change", showRequests);
  byId("requests-more").addEventListener("click", () => {
    shown += PAGE;
    showRequests();
  });
}
