/** How the page looks to its reader: text size, theme, language. Kept in the browser. */

import { make } from './dom.js';
import { languageOf, sayAll, wordsFor } from './words.js';

const SIZES = ['100', '125', '150', '200'];
const LANGUAGE_NAMES = { sv: 'Svenska', en: 'English' };
const chosen = {
  size: recall('size') ?? '100',
  theme: recall('theme') ?? 'system',
  language: recall('language') ?? languageOf(navigator.language),
};
const listeners = [];

export const language = () => chosen.language;
export const say = (key, ...values) => wordsFor(chosen.language)(key, ...values);
/** Called with no arguments after each change. */
export const onLook = (listener) => listeners.push(listener);

export function setUpLook() {
  apply();
}

function choose(name, value) {
  chosen[name] = value;
  remember(name, value);
  apply();
  for (const listener of listeners) listener();
}

function apply() {
  const root = document.documentElement;
  root.lang = chosen.language;
  root.dataset.theme = chosen.theme;
  root.style.fontSize = `${chosen.size}%`;
  document.title = say('title');
  sayAll(document, say);
  offer(
    'size',
    SIZES.map((size) => [size, `${size} %`]),
  );
  offer('theme', [
    ['system', say('themeSystem')],
    ['light', say('themeLight')],
    ['dark', say('themeDark')],
  ]);
  offer('language', Object.entries(LANGUAGE_NAMES));
}

function offer(name, options) {
  const group = document.querySelector(`[data-choice="${name}"]`);
  const focused = group.contains(document.activeElement);
  group.replaceChildren(group.querySelector('legend'), ...options.map(([value, text]) => option(name, value, text)));
  if (focused) group.querySelector('input:checked').focus();
}

function option(name, value, text) {
  const input = make('input', {
    type: 'radio',
    name,
    value,
    checked: chosen[name] === value,
    onchange: () => choose(name, value),
  });
  return make('label', { class: 'choice' }, input, make('span', {}, text));
}

function recall(name) {
  try {
    return localStorage.getItem(`sandbox-${name}`);
  } catch {
    return null;
  }
}

function remember(name, value) {
  try {
    localStorage.setItem(`sandbox-${name}`, value);
  } catch {
    // A browser that keeps nothing only forgets the choice at the next visit.
  }
}
