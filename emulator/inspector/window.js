// The part of a thread's messages that the page holds: some pages of it, never all.

export const MAX = 300;

const id = (message) => Number(message.id);

export class MessageWindow {
  messages = [];
  hasOlder = false;
  hasNewer = false;

  constructor(page) {
    Object.assign(this, page);
  }

  get first() {
    return this.messages[0];
  }

  get last() {
    return this.messages.at(-1);
  }

  /// Adds a page before the first message, and drops the end where there are too many.
  addOlder({ messages, hasOlder }) {
    this.messages = [...messages, ...this.messages];
    this.hasOlder = hasOlder;
    if (this.messages.length > MAX) {
      this.messages.length = MAX;
      this.hasNewer = true;
    }
  }

  /// Adds a page after the last message, and drops the start where there are too many.
  addNewer({ messages, hasNewer }) {
    this.messages = [...this.messages, ...messages];
    this.hasNewer = hasNewer;
    this.dropStart();
  }

  /// Takes in a message that arrived or changed. `isAtEnd`: whether the reader sees the end, so that the start can go.
  /// Returns whether it is new.
  take(message, isAtEnd) {
    const last = this.last;
    if (!last || id(message) > id(last)) {
      if (this.hasNewer || (!isAtEnd && this.messages.length >= MAX)) {
        this.hasNewer = true;
      } else {
        this.messages.push(message);
        this.dropStart();
      }
      return true;
    }
    const place = this.messages.findLastIndex((other) => other.id === message.id);
    if (place >= 0 && Number(this.messages[place].version) < Number(message.version)) {
      this.messages[place] = message;
    }
    return false;
  }

  dropStart() {
    const extra = this.messages.length - MAX;
    if (extra <= 0) return;
    this.messages.splice(0, extra);
    this.hasOlder = true;
  }
}
