// The fault rules in force, and the form for another.

import * as api from "./api.js";
import { batched, byId, element, onSubmit, reported, setText } from "./dom.js";

/// What each kind is called, and the fields that it has.
const KINDS = {
  status: ["Status", "status", "retryAfter", "processed"],
  delay: ["Delay", "milliseconds"],
  dropBefore: ["Drop before processing"],
  dropAfter: ["Drop after processing"],
  truncate: ["Truncated body"],
  html: ["Page of HTML", "status"],
  undocumentedError: ["Undocumented error", "status"],
  emptyPage: ["Empty page"],
  endlessBody: ["Endless body"],
  tokenExpired: ["Token expired"],
  duplicateEvent: ["Duplicate event"],
  reorderEvent: ["Reordered event"],
  loseEvent: ["Lost event"],
};

/// How a field is read; `undefined` leaves it out.
const FIELDS = {
  status: () => Number(byId("fault-status").value),
  milliseconds: () => Number(byId("fault-milliseconds").value),
  processed: () => byId("fault-processed").checked,
  retryAfter: () => {
    const seconds = byId("fault-retryAfter").value;
    return seconds === "" ? undefined : { seconds: Number(seconds) };
  },
};

const RETRY_UNITS = { seconds: "s", date: "s, as a date", milliseconds: "ms" };

let rules = [];

function describe({ operation, rate, times, fault }) {
  const { kind, status, body, retryAfter, processed, milliseconds } = fault;
  const [unit, delay] = Object.entries(retryAfter ?? {})[0] ?? [];
  const object = kind.endsWith("Event") ? "event" : "operation";
  return [
    [KINDS[kind]?.[0] ?? kind, status, kind === "delay" && `of ${milliseconds} ms`].filter(Boolean).join(" "),
    operation === "*" ? `every ${object}` : operation,
    rate < 1 ? `${+(rate * 100).toFixed(2)} % of ${object === "event" ? "events" : "requests"}` : "",
    times === undefined ? "" : `${times} more ${times === 1 ? "time" : "times"}`,
    unit ? `retry after ${delay} ${RETRY_UNITS[unit] ?? unit}` : "",
    processed ? "processed" : "",
    body === undefined ? "" : `body ${JSON.stringify(body)}`,
  ]
    .filter(Boolean)
    .join(", ");
}

function show() {
  byId("faults-list").replaceChildren(
    ...rules.map((rule) => {
      const text = describe(rule);
      const lift = element("button", { type: "button", onclick: () => change(() => api.liftFault(rule)) }, "Lift");
      lift.ariaLabel = `Lift ${text}`;
      const isSpent = rule.times === 0;
      return element("li", { className: isSpent ? "faint" : "" }, element("span", {}, text), lift);
    }),
  );
  setText(byId("faults-count"), rules.length === 0 ? "" : `${rules.length}`);
  byId("faults-empty").hidden = rules.length > 0;
  byId("faults-clear").hidden = rules.length < 2;
}

const change = (work) =>
  reported(byId("fault-error"), async () => {
    await work();
    await load();
    byId("faults-title").focus();
  });

export async function load() {
  rules = await api.faults();
  show();
}

export const loadSoon = batched(() => load().catch(() => {}));

export function setOperations(operations) {
  const select = byId("fault-operation");
  const before = select.value;
  const every = element("option", { value: "*" }, "every operation");
  const options = operations.map((id) => id.split("_").at(-1)).map((value) => element("option", { value }, value));
  select.replaceChildren(every, ...options);
  if (before) select.value = before;
}

function showFields() {
  const [, ...wanted] = KINDS[byId("fault-kind").value];
  for (const label of document.querySelectorAll("#fault-form [data-field]")) {
    label.hidden = !wanted.includes(label.dataset.field);
  }
}

async function inject() {
  const kind = byId("fault-kind").value;
  const [, ...fields] = KINDS[kind];
  const times = byId("fault-times").value;
  await api.addFault({
    operation: byId("fault-operation").value,
    rate: Number(byId("fault-rate").value),
    times: times === "" ? undefined : Number(times),
    fault: { kind, ...Object.fromEntries(fields.map((field) => [field, FIELDS[field]()])) },
  });
  await load();
}

export function start() {
  const kinds = Object.entries(KINDS).map(([value, [name]]) => element("option", { value }, name));
  byId("fault-kind").replaceChildren(...kinds);
  byId("fault-kind").addEventListener("change", showFields);
  showFields();
  onSubmit(byId("fault-form"), byId("fault-error"), inject);
  byId("faults-clear").addEventListener("click", () => change(api.clearFaults));
}
