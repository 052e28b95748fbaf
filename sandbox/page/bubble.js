/** One message, or one album, as a bubble. */

import { icon, make } from './dom.js';
import { inlineKeys } from './keys.js';
import { media, mediaName } from './media.js';
import { isLargeEmoji, rich } from './rich.js';
import { hourMinute } from './time.js';

const SERVICE = [
  'pinned_message',
  'new_chat_members',
  'left_chat_member',
  'new_chat_title',
  'group_chat_created',
  'message_auto_delete_timer_changed',
];

/** `context`: {phone, say, language, busy, onPress, onLink, onCommand, onPhoto, onQuote}. */
export function drawBubble(messages, context) {
  const [first] = messages;
  if (SERVICE.some((key) => key in first)) return serviceRow(first, context.say);
  const keys = inlineKeys(
    messages.at(-1).reply_markup,
    (...press) => context.onPress(first, ...press),
    (...key) => context.busy(first, ...key),
  );
  return make(
    'div',
    {
      class: ['message', first.out ? 'out' : 'in', keys && 'has-keys', first.protected && 'protected']
        .filter(Boolean)
        .join(' '),
      'data-message': first.message_id,
      'data-side': first.out ? 'out' : 'in',
      tabindex: '-1',
      role: 'group',
      'aria-label': spoken(first, context),
    },
    make('div', { class: 'column' }, body(messages, context), keys),
  );
}

function spoken({ out, date }, { say, botName, language }) {
  return `${out ? say('you') : botName()}, ${hourMinute(date, language)}`;
}

/** The words of a message for previews: its text, its caption or what it carries. */
export const summary = (message, say) => message.text || message.caption || mediaName(message, say);

function serviceRow(message, say) {
  return make(
    'p',
    { class: 'service', 'data-message': message.message_id },
    message.pinned_message ? say('pinned') : say('unknown'),
  );
}

function body(messages, context) {
  const worded = messages.find((message) => message.html || message.text || message.caption);
  const carried = media(messages, context);
  const onlyPicture = carried.length > 0 && !worded && Boolean(messages[0].photo);
  const edited = messages.some((message) => message.edits > 0 || message.edit_date);
  const classes = [
    'bubble',
    carried.length && !worded && !edited && 'wordless',
    onlyPicture && 'bare',
    worded?.text && isLargeEmoji(worded.text) && 'large-emoji',
  ];
  return make(
    'div',
    { class: classes.filter(Boolean).join(' ') },
    forwarded(messages[0], context.say),
    quoted(messages[0], context),
    ...carried,
    make('div', { class: 'text' }, worded && words(worded, context), stamp(messages[0], edited, context)),
  );
}

function words(message, context) {
  const said = message.html ? rich(message.html, context) : (message.text ?? message.caption);
  return make('span', { class: 'words' }, said);
}

function stamp(first, edited, { say, language }) {
  return make(
    'span',
    { class: 'stamp' },
    first.protected && mark('lock', say('isProtected')),
    first.silent && mark('silent', say('isSilent')),
    edited && make('span', { class: 'edited' }, say('edited')),
    make('time', { datetime: new Date(first.date * 1000).toISOString() }, hourMinute(first.date, language)),
    first.out && mark('ticks', say('delivered')),
  );
}

function mark(name, label) {
  return make('span', { class: `mark ${name}`, role: 'img', 'aria-label': label, title: label }, icon(name));
}

function forwarded(message, say) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const from =
    origin.sender_user?.first_name ??
    origin.sender_user_name ??
    origin.chat?.title ??
    origin.sender_chat?.title ??
    '';
  return make('p', { class: 'forwarded' }, say('forwarded', from));
}

function quoted(message, { say, botName, onQuote }) {
  const original = message.reply_to_message;
  if (!original) return null;
  return make(
    'button',
    { type: 'button', class: 'quote', onclick: () => onQuote(original.message_id) },
    make('bdi', { class: 'quote-from' }, original.from?.is_bot === false ? say('you') : botName()),
    make('span', { class: 'quote-text', dir: 'auto' }, summary(original, say)),
  );
}
