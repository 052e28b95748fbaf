/** What comes up over the page or a phone and goes away again: menus, dialogs, toasts. */

import { icon, make } from './dom.js';

const TOAST_MS = 5000;
const MARGIN = 8;

/** A menu beside `anchor`; each item is `{icon, text, act}`. Arrow keys move, Escape or a press outside closes. */
export function openMenu(anchor, label, items) {
  const menu = make('div', {
    class: 'menu',
    popover: 'auto',
    role: 'menu',
    'aria-label': label,
    onkeydown: (event) => walk(event, menu),
  });
  menu.lang = anchor.closest('[lang]')?.lang ?? '';
  menu.append(...items.map((item) => menuItem(item, menu)));
  menu.addEventListener('toggle', (event) => event.newState === 'closed' && menu.remove());
  document.body.append(menu);
  menu.showPopover();
  place(menu, anchor);
  menu.firstElementChild?.focus();
}

function menuItem({ icon: name, text, act }, menu) {
  const choose = () => {
    menu.hidePopover();
    act();
  };
  return make('button', { type: 'button', role: 'menuitem', onclick: choose }, icon(name), make('span', {}, text));
}

function walk(event, menu) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...menu.children];
  items.at((items.indexOf(document.activeElement) + step) % items.length).focus();
}

/** Puts a popover under its anchor, or above when there is more room, wholly inside the window. */
export function place(panel, anchor) {
  const from = anchor.getBoundingClientRect();
  const below = innerHeight - from.bottom - 2 * MARGIN;
  const above = from.top - 2 * MARGIN;
  const under = below >= panel.scrollHeight || below >= above;
  panel.style.maxHeight = `${Math.max(under ? below : above, innerHeight / 3)}px`;
  const size = panel.getBoundingClientRect();
  const top = under ? from.bottom + MARGIN / 2 : from.top - size.height - MARGIN / 2;
  panel.style.left = `${clamp(from.left, MARGIN, innerWidth - size.width - MARGIN)}px`;
  panel.style.top = `${clamp(top, MARGIN, innerHeight - size.height - MARGIN)}px`;
}

const clamp = (value, least, most) => Math.max(least, Math.min(value, most));

/** Keeps the panels of the top bar beside the buttons that open them. */
export function placePanels() {
  for (const panel of document.querySelectorAll('.panel')) {
    const button = document.querySelector(`[popovertarget="${panel.id}"]`);
    panel.addEventListener('toggle', (event) => event.newState === 'open' && place(panel, button));
  }
}

/** A dialog inside one phone. `build(close)` gives its content; the promise gives what `close` was called with. */
export function askInPhone(device, label, build) {
  const before = document.activeElement;
  return new Promise((answer) => {
    const close = (value) => {
      cover.remove();
      for (const sibling of device.children) sibling.inert = false;
      before?.focus?.({ preventScroll: true });
      answer(value);
    };
    const onkeydown = (event) => event.key === 'Escape' && close(null);
    const box = make('div', {
      class: 'dialog',
      role: 'alertdialog',
      'aria-modal': 'true',
      'aria-label': label,
      onkeydown,
    });
    const cover = make('div', { class: 'cover' }, box);
    box.append(...build(close));
    device.querySelector(':scope > .cover')?.remove();
    for (const sibling of device.children) sibling.inert = true;
    device.append(cover);
    (box.querySelector('[data-first]') ?? box.querySelector('button, input'))?.focus({ preventScroll: true });
  });
}

/** A sentence and OK, as Telegram shows an answer with show_alert. */
export function alertInPhone(device, say, text) {
  return askInPhone(device, text, (close) => [
    make('p', { class: 'dialog-text', dir: 'auto' }, text),
    make(
      'div',
      { class: 'dialog-row' },
      textButton(say('ok'), () => close(true), { 'data-first': true }),
    ),
  ]);
}

/** A question with OK and cancel; true for OK. */
export function confirmInPhone(device, say, text) {
  return askInPhone(device, text, (close) => [
    make('p', { class: 'dialog-text', dir: 'auto' }, text),
    make(
      'div',
      { class: 'dialog-row' },
      textButton(say('cancel'), () => close(false)),
      textButton(say('ok'), () => close(true), { 'data-first': true }),
    ),
  ]);
}

export const textButton = (text, onclick, more = {}) =>
  make('button', { type: 'button', class: 'text-button', onclick, ...more }, text);

/** Shows a text in `place` for some seconds, or until it is pressed. */
export function toast(place, text) {
  const dismiss = () => note.remove();
  const note = make('button', { type: 'button', class: 'toast', dir: 'auto', onclick: dismiss }, text);
  place.replaceChildren(note);
  setTimeout(dismiss, TOAST_MS);
}

export const pageToast = (text) => toast(document.querySelector('.page-toasts'), text);
