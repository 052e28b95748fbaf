/** Wall-clock time as the phones show it. All moments are epoch seconds, as in the Bot API. */

const ZONE = 'Europe/Stockholm';
const DAY = 86400;
const cache = new Map();

export const tagOf = (language) => (String(language ?? '').startsWith('sv') ? 'sv-SE' : 'en-GB');
export const hourMinute = (at, language) => format(at, language, { hour: '2-digit', minute: '2-digit' });
export const longDay = (at, language) => format(at, language, { weekday: 'long', day: 'numeric', month: 'long' });
export const shortMoment = (at, language) =>
  format(at, language, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
export const dayKey = (at) => wall(at).slice(0, 10);
export const inputValue = (at) => wall(at).slice(0, 16);
export const isoOf = (at) => new Date(at * 1000).toISOString().slice(0, 19) + 'Z';

/**
 * The moment of a wall-clock text `YYYY-MM-DDTHH:MM`; in the spring gap with the offset before it, in the
 * autumn hour the first of the two.
 */
export function momentOf(text) {
  const asUtc = Date.parse(`${text}Z`) / 1000;
  const before = asUtc - offsetAt(asUtc - DAY);
  const after = asUtc - offsetAt(asUtc + DAY);
  return [before, after].find((at) => inputValue(at) === text.slice(0, 16)) ?? before;
}

/** The next time after `now` that it is `hour` o'clock on `weekday` (1 is Monday). */
export function nextWeekday(now, weekday, hour) {
  for (let days = 0; days <= 8; days += 1) {
    const day = dayKey(now + days * DAY);
    const at = momentOf(`${day}T${String(hour).padStart(2, '0')}:00`);
    if (at > now && (new Date(`${day}T12:00Z`).getUTCDay() || 7) === weekday) return at;
  }
  return now;
}

function offsetAt(at) {
  return Date.parse(`${wall(at)}Z`) / 1000 - Math.floor(at);
}

function wall(at) {
  return formatter('sv-SE', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
    .format(at * 1000)
    .replace(' ', 'T');
}

function format(at, language, options) {
  return formatter(tagOf(language), options).format(at * 1000);
}

function formatter(tag, options) {
  const key = tag + Object.values(options).join() + Object.keys(options).join();
  if (!cache.has(key)) cache.set(key, new Intl.DateTimeFormat(tag, { timeZone: ZONE, hourCycle: 'h23', ...options }));
  return cache.get(key);
}
