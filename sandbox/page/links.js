/** Deep links to a bot: `t.me/name?start=payload` and `tg://resolve?domain=name&start=payload`. */

const HOSTS = ['t.me', 'telegram.me', 'telegram.dog'];
const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;

/** `{bot, payload}` or null when the text is not a link to a bot. */
export function botLink(text) {
  const url = address(text.trim());
  if (!url) return null;
  if (url.protocol === 'tg:') return made(url.searchParams.get('domain'), url.searchParams.get('start'));
  if (!HOSTS.includes(url.hostname)) return null;
  const path = url.pathname.split('/').filter(Boolean);
  return path.length === 1 ? made(path[0], url.searchParams.get('start')) : null;
}

function address(text) {
  const whole = /^[a-z]+:/i.test(text) ? text : `https://${text}`;
  return URL.canParse(whole) ? new URL(whole) : null;
}

function made(bot, payload) {
  if (!bot || (payload && !PAYLOAD.test(payload))) return null;
  return { bot, payload: payload ?? '' };
}
