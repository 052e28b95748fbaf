/** Inline keyboards under a message and reply keyboards under the composer. */

import { icon, make } from './dom.js';

const CORNERS = { url: 'link', copy_text: 'copy', login_url: 'link' };
const MANY = 4;

/** `onPress(button, row, column, element)`; `busy(row, column)` tells which wait for their answer. */
export function inlineKeys(markup, onPress, busy) {
  if (!markup?.inline_keyboard?.length) return null;
  return make(
    'div',
    { class: 'keys' },
    ...markup.inline_keyboard.map((buttons, row) =>
      make(
        'div',
        { class: rowClass(buttons) },
        ...buttons.map((button, column) => inlineKey(button, row, column, onPress, busy)),
      ),
    ),
  );
}

function inlineKey(button, row, column, onPress, busy) {
  const corner = CORNERS[Object.keys(button).find((name) => name in CORNERS)];
  return make(
    'button',
    {
      type: 'button',
      class: `key ${styleOf(button)}`,
      'data-key': `${row}:${column}`,
      'aria-busy': busy(row, column) ? 'true' : undefined,
      onclick: (event) => onPress(button, row, column, event.currentTarget),
    },
    label(button.text),
    corner && icon(corner),
  );
}

/** The keyboard that stands in for typing; `onPress(button)`. */
export function replyKeys(markup, onPress) {
  return markup.keyboard.map((buttons) =>
    make(
      'div',
      { class: rowClass(buttons) },
      ...buttons.map((told) => {
        const button = typeof told === 'string' ? { text: told } : told;
        return make(
          'button',
          { type: 'button', class: `reply-key ${styleOf(button)}`, onclick: () => onPress(button) },
          label(button.text),
          button.request_location && icon('pin'),
        );
      }),
    ),
  );
}

const rowClass = (buttons) => `key-row${buttons.length >= MANY ? ' many' : ''}`;
const styleOf = (button) => (['danger', 'success', 'primary'].includes(button.style) ? button.style : '');
const label = (text) => make('span', { class: 'key-label', dir: 'auto' }, text);
