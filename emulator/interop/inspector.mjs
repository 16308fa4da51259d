// The inspector in a real browser: what it shows, as it happens; by mouse, by keyboard and by what a screen reader gets;
// in both widths and both colour schemes; with 10,000 messages; and what a page of another origin can do, which is nothing.
// Takes the path of the emulator's binary and, if screenshots are to be kept, a folder.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const [binary, screenshots] = process.argv.slice(2);
assert.ok(binary, "usage: node inspector.mjs PATH-OF-ACS-CHAT-EMULATOR [SCREENSHOTS]");
const require = createRequire(import.meta.url);

// The version of the API, which the document has as its name.
const current = readFileSync(new URL("../../spec/current.rs", import.meta.url), "utf8");
const [, VERSION] = current.match(/"spec\/(.+)\.json"/);

const MANY = 10_000;
/// What the page holds of a thread at most: `MAX` in window.js.
const HELD = 300;

const emulator = spawn(binary, ["serve", "--print-url"], { stdio: ["ignore", "pipe", "ignore"] });
process.on("exit", () => emulator.kill());
const [url] = await once(createInterface({ input: emulator.stdout }), "line");
const { port } = new URL(url);

// The API, as any client uses it.
const user = async (name) => (await fetch(`${url}/_emulator/inspector/user?name=${name}`)).json();
const [alice, bob, carol] = await Promise.all(["alice", "bob", "carol"].map(user));
const call = async ({ token }, method, path, content, headers = {}) => {
  const type = method === "PATCH" ? "application/merge-patch+json" : "application/json";
  const response = await fetch(`${url}/chat/threads${path}?api-version=${VERSION}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...(content ? { "Content-Type": type } : {}), ...headers },
    body: content && JSON.stringify(content),
  });
  const text = await response.text();
  return text ? JSON.parse(text) : null;
};
const participant = ({ id, name }) => ({ communicationIdentifier: { communicationUser: { id } }, displayName: name });
const createThread = async (topic) => {
  const { chatThread } = await call(alice, "POST", "", { topic, participants: [bob, carol].map(participant) });
  return `/${chatThread.id}`;
};
const send = (sender, thread, content, more = {}) =>
  call(sender, "POST", `${thread}/messages`, { content, senderDisplayName: sender.name, ...more });

const profile = mkdtempSync(join(tmpdir(), "inspector-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  viewport: { width: 1400, height: 900 },
  permissions: ["clipboard-read", "clipboard-write"],
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A host name that somebody has rebound to loopback.
    "--host-resolver-rules=MAP rebound.example 127.0.0.1",
  ],
});
const page = await browser.newPage();
page.setDefaultTimeout(10_000);
const complaints = [];
page.on("console", (message) => {
  // The browser itself reports each response that is an error; those are looked at below.
  if (["error", "warning"].includes(message.type()) && !message.text().startsWith("Failed to load resource"))
    complaints.push(message.text());
});
page.on("pageerror", (error) => complaints.push(`${error}`));
const beyond = [];
page.on("request", (request) => {
  if (!request.url().startsWith(url) && !request.url().startsWith("data:")) beyond.push(request.url());
});

const shot = async (name) => {
  if (screenshots) await page.screenshot({ path: join(screenshots, `${name}.png`) });
};
const step = async (name, work) => {
  await work();
  console.log(`ok: ${name}`);
};
const heard = (locator, text) => locator.filter({ hasText: text }).first().waitFor();
const messages = page.locator("#messages-list > li");
const rows = page.locator("#requests-list > li");
/// Opens or closes all that can be, but only the first request.
const openAll = (isOpen) =>
  page.evaluate((isOpen) => {
    for (const details of document.querySelectorAll("details"))
      if (!details.closest("#requests-list li + li")) details.open = isOpen;
  }, isOpen);
const eventually = async (read, wanted, what) => {
  let value;
  for (let attempt = 0; attempt < 200; attempt++) {
    value = await read();
    if (wanted(value)) return value;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.fail(`${what}: ${JSON.stringify(value)}`);
};

await step("an empty emulator has a page that says so", async () => {
  const response = await page.goto(`${url}/`);
  assert.match(response.headers()["content-security-policy"], /default-src 'none'; script-src 'self'/);
  await heard(page.getByRole("status"), "live");
  await page.getByText("No threads yet.").waitFor();
  await page.getByText("No requests yet.").waitFor();
});

await step("a thread is created, and messages are sent, by keyboard alone", async () => {
  await page.getByText("New thread").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Lunch");
  await page.keyboard.press("Tab");
  await page.keyboard.type("bob, carol");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Lunch" }).waitFor();
  // The heading has the focus; the form is the next but for the participants and the list of messages.
  const focused = () => page.evaluate(() => document.activeElement.id);
  await eventually(focused, (id) => id === "thread-title", "the focus after a thread was created");
  for (let tabs = 0; tabs < 5 && (await focused()) !== "send-text"; tabs++) await page.keyboard.press("Tab");
  assert.equal(await focused(), "send-text");
  await page.keyboard.type("Where shall we go?");
  await page.keyboard.press("Control+Enter");
  await heard(messages, "Where shall we go?");
  await heard(page.getByRole("log"), "alice: Where shall we go?");
});

const threads = await (await fetch(`${url}/_emulator/inspector/overview`)).json();
const lunch = `/${threads.threads[0].id}`;

await step("somebody else posts, and their token and a curl line are there to copy", async () => {
  await page.getByLabel("Post as").fill("bob");
  await page.keyboard.press("Enter");
  await heard(page.locator("#send-user"), "bob");
  await page.getByRole("textbox", { name: "Message as bob" }).fill("To the kitchen, it's close");
  await page.getByText("Id, token and curl").click();
  await page.getByRole("button", { name: "Copy" }).nth(2).click();
  const line = await page.evaluate(() => navigator.clipboard.readText());
  const shell = spawn("sh", ["-c", `${line} -s`], { stdio: ["ignore", "pipe", "inherit"] });
  const [[answer]] = await Promise.all([once(createInterface({ input: shell.stdout }), "line"), once(shell, "exit")]);
  assert.match(answer, /"id"/);
  await heard(messages, "To the kitchen, it's close");
  await page.getByRole("textbox", { name: "Message as bob" }).fill("They have soup today.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await heard(messages, "They have soup today.");
  await page.getByText("Id, token and curl").click();
});

await step("messages, edits, deletions, receipts and typing of others show without a reload", async () => {
  const { id: first } = await send(carol, lunch, "At noon?");
  const { id: second } = await send(carol, lunch, "No, at one.", { metadata: { table: "7" } });
  await heard(messages, "No, at one.");
  await call(carol, "PATCH", `${lunch}/messages/${first}`, { content: "At half past twelve?" });
  await call(carol, "DELETE", `${lunch}/messages/${second}`);
  await messages.filter({ hasText: "At half past twelve?" }).getByText(/^edited \d/).waitFor();
  await messages.filter({ hasText: "This message was deleted." }).getByText(/^deleted \d/).waitFor();
  await call(bob, "POST", `${lunch}/readReceipts`, { chatMessageId: first });
  await messages.filter({ hasText: "At half past twelve?" }).getByText("Read by bob").waitFor();
  await call(carol, "POST", `${lunch}/typing`, {});
  await heard(page.getByRole("status"), "carol is typing…");
  await call(alice, "PATCH", lunch, { topic: "Lunch on Friday" });
  await page.getByRole("heading", { name: "Lunch on Friday" }).waitFor();
  await heard(messages, "alice set the topic to “Lunch on Friday”");
  await page.getByRole("button", { name: "Mark read" }).click();
  await messages.last().getByText("Read by bob").waitFor();
});

await step("what is in the picture of the README", async () => {
  const rule = { operation: "SendChatMessage", times: 2, fault: { kind: "status", status: 503, retryAfter: { seconds: 1 } } };
  await fetch(`${url}/_emulator/faults`, { method: "POST", body: JSON.stringify(rule) });
  await send(carol, lunch, "Who comes along?", {});
  await rows.filter({ hasText: "fault: 503 ServiceUnavailable" }).locator("summary").click();
  await call(alice, "POST", `${lunch}/typing`, {});
  await heard(page.getByRole("status"), "alice is typing…");
  await page.setViewportSize({ width: 1200, height: 700 });
  await shot("inspector");
  await page.setViewportSize({ width: 1400, height: 900 });
  await fetch(`${url}/_emulator/faults`, { method: "DELETE" });
  await page.getByText("None in force.").waitFor();
});

await step("what people wrote is text, whatever it looks like", async () => {
  const nasty = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
  await send(alice, lunch, nasty, { type: "html", senderDisplayName: "<b>alice</b>" });
  await heard(messages, nasty);
  const other = await createThread(`<svg onload="document.title='owned'">`);
  await page.getByRole("button", { name: "<svg onload" }).waitFor();
  await page.getByRole("button", { name: "<svg onload" }).click();
  await page.getByRole("heading", { name: "<svg onload" }).waitFor();
  assert.equal(await page.locator("main img, main svg, main script, main b").count(), 0);
  assert.equal(await page.title(), "acs-chat emulator");
  await call(alice, "DELETE", other);
  await page.getByRole("heading", { name: "deleted" }).waitFor();
  await page.getByRole("button", { name: "Lunch on Friday" }).click();
});

await step("requests show with their bodies, without tokens", async () => {
  await send(alice, lunch, `My token is ${alice.token}`, {});
  await call(bob, "POST", `${lunch}/messages`, { content: "hi", type: "video" }, { "x-ms-client-request-id": "id-of-mine" });
  const refused = rows.filter({ has: page.getByText("400", { exact: true }) }).first();
  await refused.locator("summary").click();
  for (const text of ["POST", "SendChatMessage", "bob", " ms", "id-of-mine", '"type": "video"', "CommunicationError"])
    await refused.getByText(text).first().waitFor();
  const told = rows.filter({ hasText: "SendChatMessage" }).nth(1);
  await told.locator("summary").click();
  await told.getByText("My token is [redacted]").waitFor();
  assert.ok(!(await page.locator("#requests-list").innerText()).includes(alice.token.slice(0, 30)));
  await refused.locator("summary").click();
  await told.locator("summary").click();
});

await step("faults are set and lifted by hand", async () => {
  await page.getByText("New fault").click();
  await page.getByRole("combobox", { name: "Fault" }).selectOption("Drop after processing");
  await page.getByRole("combobox", { name: "Operation" }).selectOption("SendChatMessage");
  await page.getByRole("button", { name: "Inject" }).click();
  const rule = page.getByText("Drop after processing, SendChatMessage");
  await rule.waitFor();
  await page.getByRole("textbox", { name: "Message as bob" }).fill("Is anybody there?");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("alert").filter({ hasText: "No response" }).waitFor();
  await heard(rows, "fault: drop after processing");
  await heard(messages, "Is anybody there?");
  // Chromium sends a request again whose connection was closed, so `times` is counted with a response.
  await page.getByRole("combobox", { name: "Fault" }).selectOption("Status");
  await page.getByRole("combobox", { name: "Operation" }).selectOption("SendTypingNotification");
  await page.getByLabel("Times").fill("2");
  await page.getByRole("button", { name: "Inject" }).click();
  await page.getByText("Status 503, SendTypingNotification, 2 more times").waitFor();
  await page.getByRole("button", { name: "Typing", exact: true }).click();
  await page.getByRole("alert").filter({ hasText: "503 This 503 is injected" }).waitFor();
  await page.getByText("Status 503, SendTypingNotification, 1 more time").waitFor();
  await page.getByRole("button", { name: "Lift Status" }).click();
  // One set by somebody else.
  await fetch(`${url}/_emulator/faults`, { method: "POST", body: '{"operation":"ListChatThreads","fault":{"kind":"delay","milliseconds":10}}' });
  await page.getByText("Delay of 10 ms, ListChatThreads").waitFor();
  await page.getByRole("button", { name: "Lift Drop after processing" }).click();
  await rule.waitFor({ state: "detached" });
  assert.deepEqual(await (await fetch(`${url}/_emulator/faults`)).json().then((rules) => rules.map((one) => one.fault.kind)), ["delay"]);
  await page.getByRole("button", { name: "Lift Delay" }).click();
  await page.getByText("None in force.").waitFor();
  await page.getByText("New fault").click();
  await page.getByRole("textbox", { name: "Message as bob" }).fill("");
});

await step("it reads well in both widths and both colour schemes", async () => {
  await send(carol, lunch, "Nobody said. I booked a table for three at half past twelve, the one by the window; tell me by eleven if that is too early, because they keep it for a quarter of an hour and not a minute longer.");
  await heard(messages, "Nobody said.");
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1400, 360]) {
      await page.setViewportSize({ width, height: width === 360 ? 720 : 900 });
      const views = width === 360 ? ["Threads", "Messages", "Requests", "Faults"] : [""];
      for (const view of views) {
        if (view) await page.getByRole("link", { name: view }).click();
        for (const isOpen of [false, true]) {
          const name = [colorScheme, width, view.toLowerCase(), isOpen ? "open" : ""].filter(Boolean).join("-");
          await openAll(isOpen);
          await shot(name);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= width, `${wide} pixels wide at ${width}`);
          await page.evaluate(readAxe());
          const { passes, violations } = await page.evaluate(() => globalThis.axe.run());
          assert.ok(passes.some(({ id }) => id === "color-contrast"));
          const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
          assert.deepEqual(said, [], name);
        }
        await openAll(false);
      }
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1400, height: 900 });
});

await step("the roles and names are those of its parts", async () => {
  for (const name of ["User", /^Threads/, /^Lunch on Friday/, /^Faults/, /^Requests/])
    await page.getByRole("region", { name }).waitFor();
  assert.equal(await page.getByRole("main").count(), 1);
  // Everything that can be used has a name.
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll("button, input, select, textarea, a")]
      .filter((node) => !node.labels?.length && !node.ariaLabel && !node.textContent.trim())
      .map((node) => node.outerHTML),
  );
  assert.deepEqual(nameless, []);
});

await step(`${MANY} messages arrive, and the page holds ${HELD} at most`, async () => {
  const many = await createThread("Many");
  await page.getByRole("button", { name: "Many" }).click();
  await page.getByRole("heading", { name: "Many" }).waitFor();
  await page.evaluate(() => {
    globalThis.longest = 0;
    globalThis.tasks = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        globalThis.tasks += 1;
        globalThis.longest = Math.max(globalThis.longest, duration);
      }
    }).observe({ type: "longtask" });
  });
  let next = 1;
  const post = async () => {
    while (next <= MANY) await send(bob, many, `message ${next++}`);
  };
  const started = performance.now();
  const senders = Promise.all(Array.from({ length: 8 }, post));
  let most = 0;
  let isDone = false;
  senders.finally(() => (isDone = true));
  while (!isDone) {
    most = Math.max(most, await page.locator("#messages-list > li").count());
    await new Promise((done) => setTimeout(done, 100));
  }
  await senders;
  const seconds = (performance.now() - started) / 1000;
  const last = async () => Number((await messages.last().innerText()).match(/#(\d+)/)?.[1]);
  await eventually(last, (number) => number === MANY + 2, "the last message");
  const nodes = () => page.evaluate(() => document.querySelectorAll("*").length);
  assert.ok(most <= HELD, `${most} messages at once`);
  assert.ok((await rows.count()) <= 100);
  const [longest, tasks] = await page.evaluate(() => [globalThis.longest, globalThis.tasks]);
  console.log(`    ${seconds.toFixed(1)} s, ${Math.round(MANY / seconds)} a second; ${await nodes()} elements; ${tasks} tasks over 50 ms, the longest ${Math.round(longest)} ms`);

  // Back to the beginning, page by page, and to the end again.
  await page.evaluate(() => { globalThis.longest = 0; globalThis.tasks = 0; });
  const sequence = async (place) => Number((await place.innerText()).match(/#(\d+)/)[1]);
  const older = page.getByRole("button", { name: "Older messages" });
  let pages = 0;
  while (await older.isVisible()) {
    const before = await sequence(messages.first());
    await older.click();
    await eventually(() => sequence(messages.first()), (first) => first < before, "older messages");
    assert.ok((await messages.count()) <= HELD);
    assert.ok((await nodes()) < 6000, `${await nodes()} elements`);
    pages += 1;
  }
  assert.equal(await sequence(messages.first()), 1);
  const [longestBack, tasksBack] = await page.evaluate(() => [globalThis.longest, globalThis.tasks]);
  console.log(`    back through ${pages} pages; ${await nodes()} elements; ${tasksBack} tasks over 50 ms, the longest ${Math.round(longestBack)} ms`);
  // What arrives meanwhile does not move what is read.
  const top = await sequence(messages.last());
  await send(carol, many, "one more");
  await heard(page.getByRole("log"), "carol: one more");
  assert.equal(await sequence(messages.last()), top);
  await page.getByRole("button", { name: "Newer messages" }).click();
  await eventually(() => sequence(messages.last()), (number) => number === top + 100, "newer messages");
  await page.getByRole("button", { name: "Go to the latest messages" }).click();
  await heard(messages, "one more");
  await page.getByText("Go to the latest messages").waitFor({ state: "hidden" });
});

await step("pages of other origins can neither read nor post", async () => {
  const server = createServer((_, response) => response.setHeader("Content-Type", "text/html").end("<p>another page"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const other = await browser.newPage();
  const attempts = async (base) =>
    other.evaluate(async ([base, version]) => {
      const tries = [
        ["/"], ["/_emulator/snapshot"], ["/_emulator/inspector/overview"], ["/_emulator/inspector/user?name=alice"],
        ["/_emulator/faults", { method: "POST", body: "1" }], ["/_emulator/faults", { method: "DELETE" }],
        [`/chat/threads?api-version=${version}`],
      ];
      const read = [];
      for (const [path, options] of tries) {
        const response = await fetch(base + path, options).catch(() => null);
        if (response?.ok) read.push(path);
        // Sent in any case, though the response cannot be read.
        await fetch(base + path, { ...options, mode: "no-cors" }).catch(() => null);
      }
      const stream = new EventSource(`${base}/_emulator/inspector/events`);
      const isOpen = await new Promise((done) => {
        stream.onopen = () => done(true);
        stream.onerror = () => done(false);
      });
      const frame = document.createElement("iframe");
      frame.src = `${base}/`;
      document.body.append(frame);
      await new Promise((done) => (frame.onload = done));
      return { read, isOpen };
    }, [base, VERSION]);
  // Another port of the same host is another origin.
  await other.goto(`http://127.0.0.1:${server.address().port}/`);
  assert.deepEqual(await attempts(url), { read: [], isOpen: false });
  const inside = await other.frames()[1].evaluate(() => document.body?.innerText ?? "").catch(() => "");
  assert.ok(!inside.includes("Threads"), inside);
  // A rebound name is of the same origin as what it serves; so its requests are refused by their Host.
  const response = await other.goto(`http://rebound.example:${port}/`);
  assert.equal(response.status(), 403);
  const rebound = await attempts("");
  assert.deepEqual(rebound.read.filter((path) => !path.startsWith("/chat/")), []);
  assert.equal(rebound.isOpen, false);
  assert.deepEqual(await (await fetch(`${url}/_emulator/faults`)).json(), []);
  await other.close();
  server.close();
});

await step("after the emulator was gone the page recovers by itself", async () => {
  emulator.kill();
  await once(emulator, "exit");
  await heard(page.getByRole("status"), "reconnecting…");
  const again = spawn(binary, ["serve", "--print-url", "--port", port], { stdio: ["ignore", "pipe", "ignore"] });
  process.on("exit", () => again.kill());
  await once(createInterface({ input: again.stdout }), "line");
  await page.getByText("No threads yet.").waitFor({ timeout: 30_000 });
  await heard(page.getByRole("status"), "live");
  again.kill();
});

assert.deepEqual(complaints, [], "the console is silent");
assert.deepEqual(beyond, [], "nothing is asked of anybody else");
await browser.close();
rmSync(profile, { recursive: true, force: true });
console.log("The inspector works in the browser.");
process.exit(0);

/// The source of axe-core, which looks for what assistive technology cannot use.
function readAxe() {
  return require("axe-core").source;
}
