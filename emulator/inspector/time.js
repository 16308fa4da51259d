// Times of day.

const format = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });

/// The time of day of a timestamp, in text or milliseconds since 1970.
export function clock(at) {
  const date = new Date(at);
  return Number.isNaN(date.valueOf()) ? "" : format.format(date);
}
