// One message of a thread.

import { element } from "./dom.js";
import { idOf, nameOf } from "./people.js";
import { clock } from "./time.js";

export function authorOf({ content, senderCommunicationIdentifier }) {
  return nameOf(idOf(senderCommunicationIdentifier ?? content.initiatorCommunicationIdentifier));
}

/// What a message says, in one line of text or more.
export function textOf(message) {
  const { content, deletedOn, type } = message;
  const names = () =>
    (content.participants ?? [])
      .map(({ communicationIdentifier, displayName }) => displayName ?? nameOf(idOf(communicationIdentifier)))
      .join(", ");
  switch (type) {
    case "topicUpdated":
      return `${authorOf(message)} set the topic to “${content.topic}”`;
    case "participantAdded":
      return `${authorOf(message)} added ${names()}`;
    case "participantRemoved":
      return `${authorOf(message)} removed ${names()}`;
    default:
      return deletedOn ? "This message was deleted." : (content.message ?? "");
  }
}

const time = (label, at) => element("time", { dateTime: at, title: at }, `${label}${clock(at)}`);

/// `readers`: the names of those who have read up to this message.
export function row(message, readers) {
  const isSystem = !message.senderCommunicationIdentifier;
  const author = authorOf(message);
  const display = message.senderDisplayName;
  const head = element(
    "p",
    { className: "head" },
    isSystem ? null : element("strong", {}, author),
    display && display !== author ? element("span", { className: "faint" }, `as “${display}”`) : null,
    element("span", { className: "faint" }, `#${message.sequenceId}`),
    time("", message.createdOn),
    message.type === "html" ? element("span", { className: "badge" }, "html") : null,
    message.editedOn && !message.deletedOn
      ? element("span", { className: "badge" }, time("edited ", message.editedOn))
      : null,
    message.deletedOn ? element("span", { className: "badge bad" }, time("deleted ", message.deletedOn)) : null,
  );
  const kind = [isSystem ? "system" : "", message.deletedOn ? "deleted" : ""].join(" ").trim();
  return element(
    "li",
    { className: kind },
    head,
    element("p", { className: "text", dir: "auto" }, textOf(message)),
    message.metadata ? element("p", { className: "faint" }, `metadata ${JSON.stringify(message.metadata)}`) : null,
    readers.length > 0 ? element("p", { className: "readers" }, `Read by ${readers.join(", ")}`) : null,
  );
}
