// The official JavaScript client holds a whole conversation with the emulator: every call that it has, each answer
// looked at. Takes the path of the emulator's binary; exits with 1 and says what was wrong if anything was.

import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { ChatClient } from "@azure/communication-chat";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { createDefaultHttpClient } from "@azure/core-rest-pipeline";

const binary = process.argv[2];
assert.ok(binary, "usage: node conversation.mjs PATH-OF-ACS-CHAT-EMULATOR");

const emulator = spawn(binary, ["serve", "--print-url"], { stdio: ["ignore", "pipe", "ignore"] });
process.on("exit", () => emulator.kill());
const [url] = await once(createInterface({ input: emulator.stdout }), "line");

// The client sends tokens to https only. It is given an https endpoint, and this stands where a proxy would that takes
// TLS off.
const network = createDefaultHttpClient();
const calls = [];
const httpClient = {
  sendRequest(request) {
    calls.push(`${request.method} ${new URL(request.url).pathname}`);
    request.url = request.url.replace(/^https:/, "http:");
    request.allowInsecureConnection = true;
    request.headers.set("x-forwarded-proto", "https");
    return network.sendRequest(request);
  },
};

const run = (...args) => execFileSync(binary, args, { encoding: "utf8" }).trim();
const userId = (name) => ({ communicationUserId: run("user-id", "--user", name) });
const clientOf = (token) =>
  new ChatClient(url.replace(/^http:/, "https:"), new AzureCommunicationTokenCredential(token), { httpClient });
const client = (name) => clientOf(run("token", "--user", name));
const all = async (pages) => {
  const items = [];
  for await (const item of pages) items.push(item);
  return items;
};
const rejects = (promise, statusCode) => assert.rejects(promise, (error) => error.statusCode === statusCode);

const [alice, bob] = ["alice", "bob"].map(client);

// A thread, made once however often it is asked for, with somebody in it whom the service does not know.
const stranger = "8:acs:8540c0de-899f-5cce-acb5-3ec493af3800_0e59221d-0c1d-46ae-9544-c963ce56c10b";
const request = { topic: "Lunch" };
const options = {
  participants: [{ id: userId("bob"), displayName: "Bob" }, { id: { communicationUserId: stranger } }],
  idempotencyToken: "one",
  metadata: { place: "kitchen" },
  retentionPolicy: { kind: "threadCreationDate", deleteThreadAfterDays: 30 },
};
const { chatThread, invalidParticipants } = await alice.createChatThread(request, options);
assert.equal(chatThread.topic, "Lunch");
assert.deepEqual(chatThread.createdBy, { kind: "communicationUser", ...userId("alice") });
assert.ok(chatThread.createdOn instanceof Date && !Number.isNaN(chatThread.createdOn.valueOf()));
assert.deepEqual(invalidParticipants.map(({ code, target }) => [code, target]), [["403", stranger]]);
const again = await alice.createChatThread({ topic: "Dinner" }, options);
assert.equal(again.chatThread.id, chatThread.id);

const [hers, his] = [alice, bob].map((client) => client.getChatThreadClient(chatThread.id));

// Messages, sent and read page by page.
const sent = [];
for (const content of ["Where?", "Here.", "When?", "Now.", "Who?"]) {
  const thread = sent.length % 2 === 0 ? hers : his;
  const { id } = await thread.sendMessage({ content }, { senderDisplayName: "Somebody", metadata: { n: `${sent.length}` } });
  sent.push(id);
}
const { id: html } = await hers.sendMessage({ content: "<b>Us</b>" }, { type: "html" });
const messages = await all(his.listMessages({ maxPageSize: 3 }));
assert.deepEqual(messages.map((message) => message.type), ["html", "text", "text", "text", "text", "text", "topicUpdated", "participantAdded"]);
assert.deepEqual(messages.slice(1, 6).map((message) => message.id), sent.toReversed());
assert.deepEqual(messages.map((message) => message.sequenceId), ["8", "7", "6", "5", "4", "3", "2", "1"]);
const pages = await all(his.listMessages({ maxPageSize: 3 }).byPage());
assert.deepEqual(pages.map((page) => page.length), [3, 3, 2]);
assert.equal(messages.at(-1).content.participants.length, 2);
const one = await his.getMessage(sent[0]);
assert.equal(one.content.message, "Where?");
assert.deepEqual([one.senderDisplayName, one.metadata], ["Somebody", { n: "0" }]);
assert.deepEqual(one.sender, { kind: "communicationUser", ...userId("alice") });
assert.equal((await his.getMessage(html)).content.message, "<b>Us</b>");
// Times are in whole seconds, so messages of the same second that came before are listed as well.
const since = messages.filter((message) => message.createdOn >= one.createdOn);
assert.ok(since.length >= 6);
assert.deepEqual(
  (await all(his.listMessages({ startTime: one.createdOn }))).map((message) => message.id),
  since.map((message) => message.id),
);

// Edits and deletions, which only the sender may do.
await hers.updateMessage(sent[0], { content: "Where to?", metadata: { n: "zero" } });
await his.deleteMessage(sent[1]);
await rejects(his.updateMessage(sent[0], { content: "No." }), 403);
const [deleted, edited] = await all(hers.listMessages());
assert.deepEqual([edited.id, edited.content.message, edited.metadata], [sent[0], "Where to?", { n: "zero" }]);
assert.ok(edited.editedOn >= edited.createdOn);
assert.deepEqual([deleted.id, deleted.content.message], [sent[1], ""]);
assert.ok(deleted.deletedOn >= deleted.createdOn);

// Read receipts and typing.
assert.equal(await his.sendTypingNotification({ senderDisplayName: "Bob" }), true);
await his.sendReadReceipt({ chatMessageId: sent[2] });
await hers.sendReadReceipt({ chatMessageId: html });
const receipts = await all(hers.listReadReceipts({ maxPageSize: 1 }));
assert.deepEqual(receipts.map((receipt) => receipt.chatMessageId), [sent[2], html]);
assert.deepEqual(receipts[0].sender, { kind: "communicationUser", ...userId("bob") });

// Properties.
await his.updateTopic("Dinner");
await his.updateProperties({ metadata: { place: "", time: "eight" }, retentionPolicy: { kind: "none" } });
const properties = await hers.getProperties();
assert.deepEqual([properties.topic, properties.metadata], ["Dinner", { time: "eight" }]);
assert.equal(properties.retentionPolicy.kind, "none");

// Participants.
const carol = { id: userId("carol"), displayName: "Carol", shareHistoryTime: new Date(0) };
assert.equal((await his.addParticipants({ participants: [carol] })).invalidParticipants, undefined);
const people = await all(hers.listParticipants({ maxPageSize: 2 }));
assert.deepEqual(people.map((person) => person.id.communicationUserId), ["alice", "bob", "carol"].map((name) => userId(name).communicationUserId));
assert.deepEqual(people.map((person) => person.displayName), [undefined, "Bob", "Carol"]);
assert.deepEqual((await all(client("carol").listChatThreads())).map((thread) => thread.id), [chatThread.id]);
await hers.removeParticipant(userId("carol"));
await rejects(client("carol").getChatThreadClient(chatThread.id).getProperties(), 403);
const types = (await all(hers.listMessages())).slice(0, 3).map((message) => message.type);
assert.deepEqual(types, ["participantRemoved", "participantAdded", "topicUpdated"]);

// Threads, their end, and those who may not.
for (let number = 0; number < 4; number++) await alice.createChatThread({ topic: `Thread ${number}` });
assert.equal((await all(alice.listChatThreads({ maxPageSize: 2 }))).length, 5);
await rejects(hers.getMessage("not-an-id"), 400);
await rejects(hers.sendMessage({ content: "x".repeat(29 * 1024) }), 413);
await rejects(clientOf(run("token", "--user", "alice", "--lifetime", "0")).createChatThread(request), 401);
await alice.deleteChatThread(chatThread.id);
await rejects(hers.getProperties(), 404);

// Retries: two answers of 503, and the client sends the request a third time.
const rule = { operation: "SendChatMessage", times: 2, fault: { kind: "status", status: 503, retryAfter: { milliseconds: 1 } } };
await fetch(`${url}/_emulator/faults`, { method: "PUT", body: JSON.stringify(rule) });
const other = alice.getChatThreadClient((await alice.createChatThread({ topic: "Retries" })).chatThread.id);
const before = calls.length;
await other.sendMessage({ content: "Still there?" });
assert.equal(calls.length - before, 3);
assert.equal((await all(other.listMessages())).length, 3);

const snapshot = await (await fetch(`${url}/_emulator/snapshot`)).json();
const operations = Object.keys(snapshot.requests);
assert.equal(operations.length, 16, `operations called: ${operations.join(", ")}`);
console.log(`The official JavaScript client called all ${operations.length} operations in ${calls.length} requests; all was well.`);
emulator.kill();
