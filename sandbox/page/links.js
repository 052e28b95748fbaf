/** Links in a chat: those to a bot open on a phone of this page, all others leave it. */

import { make } from './dom.js';
import { askInPhone, confirmInPhone, openMenu, textButton } from './notice.js';

const HOSTS = ['t.me', 'telegram.me', 'telegram.dog'];
const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * `{bot, payload}` of `t.me/name?start=payload` or `tg://resolve?domain=name&start=payload`; null for any other
 * text.
 */
export function botLink(text) {
  const url = address(text.trim());
  if (!url) return null;
  if (url.protocol === 'tg:') return made(url.searchParams.get('domain'), url.searchParams.get('start'));
  if (!HOSTS.includes(url.hostname)) return null;
  const path = url.pathname.split('/').filter(Boolean);
  return path.length === 1 ? made(path[0], url.searchParams.get('start')) : null;
}

/**
 * Offers what can be done with a link to a bot. `act`: {here(), on(phone), copy()}; `others` are the other
 * phones.
 */
export function offerLink(anchor, say, others, act) {
  openMenu(anchor, say('openLink'), [
    { icon: 'forward', text: say('linkHere'), act: act.here },
    ...others.map((phone) => ({ icon: 'link', text: say('linkOpenOn', phone.name), act: () => act.on(phone) })),
    { icon: 'copy', text: say('linkCopy'), act: act.copy },
  ]);
}

/** Opens a page outside, when the person confirms it. */
export async function leaveFor(url, device, say) {
  if (await confirmInPhone(device, say, say('linkLeave', url))) window.open(url, '_blank', 'noopener,noreferrer');
}

/** Asks for a pasted link; its text, or null when the person thinks better of it. */
export function askForLink(device, say) {
  return askInPhone(device, say('openLink'), (close) => {
    const input = make('input', {
      name: 'link',
      'data-first': true,
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: 't.me/…?start=…',
    });
    const onsubmit = (event) => {
      event.preventDefault();
      close(input.value);
    };
    const row = make(
      'div',
      { class: 'dialog-row' },
      textButton(say('cancel'), () => close(null)),
      make('button', { type: 'submit', class: 'text-button' }, say('ok')),
    );
    return [make('form', { onsubmit }, make('label', {}, make('span', {}, say('linkLabel')), input), row)];
  });
}

function address(text) {
  const whole = /^[a-z]+:/i.test(text) ? text : `https://${text}`;
  return URL.canParse(whole) ? new URL(whole) : null;
}

function made(bot, payload) {
  if (!bot || (payload && !PAYLOAD.test(payload))) return null;
  return { bot, payload: payload ?? '' };
}
