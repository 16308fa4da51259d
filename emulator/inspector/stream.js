// The stream of events. A `reset` reads everything anew; what comes meanwhile waits.

import { byId, setText } from "./dom.js";

const NAMES = ["thread", "message", "receipt", "request", "faults"];

export function listen({ reset, on }) {
  const source = new EventSource("/_emulator/inspector/events");
  const state = byId("connection");
  let waiting = null;

  const deliver = ({ type, data }) => on[type](JSON.parse(data));

  async function start() {
    const mine = (waiting = []);
    let failed = false;
    try {
      await reset();
    } catch {
      failed = true;
    }
    // A later reset has taken over.
    if (waiting !== mine) return;
    waiting = null;
    mine.forEach(deliver);
    setText(state, failed ? "cannot read the state, reload the page" : "live");
  }

  source.addEventListener("reset", start);
  source.addEventListener("open", () => {
    if (waiting === null) setText(state, "live");
  });
  source.addEventListener("error", () => {
    setText(state, source.readyState === EventSource.CLOSED ? "refused, reload the page" : "reconnecting…");
  });
  for (const name of NAMES) {
    source.addEventListener(name, (event) => {
      if (waiting) waiting.push(event);
      else deliver(event);
    });
  }
}
