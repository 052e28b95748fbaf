/** The messages of one phone, by day. What is new is appended and what changed is redrawn; the rest is left alone. */

import { drawBubble } from './bubble.js';
import { iconButton, make } from './dom.js';
import { Scroll } from './scroll.js';
import { dayKey, longDay } from './time.js';

const FLASH_MS = 1200;

export class Chat {
  #albums = new Map(); // media_group_id → [message]
  #groups = new Map(); // message id → the messages it is drawn together with
  #drawn = new Map(); // the first message's id of a group → its element
  #days = new Map(); // local date → section
  #context;
  #list = make('div', { class: 'days' });
  #unreadRow = null;
  #act;

  /** `context` is drawBubble's, and `openActions(message, anchor)`. */
  constructor(context) {
    this.#context = { ...context, onQuote: (id) => this.reveal(id) };
    const { say } = context;
    this.element = make(
      'div',
      { class: 'chat', role: 'log', 'aria-live': 'off', 'aria-label': say('message'), tabindex: '0' },
      this.#list,
    );
    this.scroll = new Scroll(this.element, this.#list, say);
    this.#act = iconButton('more', say('actions'), (event) => this.#openActions(event.currentTarget), {
      class: 'icon-button act',
      tabindex: '-1',
    });
    this.#listen();
  }

  message(id) {
    return this.#groups.get(id)?.find((message) => message.message_id === id);
  }

  /** Draws what is new or changed; `unreadMark` puts the line of unread messages above the first of them. */
  show(messages, { unreadMark = false } = {}) {
    const fresh = messages.filter((message) => !message.deleted && !this.#groups.has(message.message_id));
    for (const message of messages) this.#take(message);
    if (unreadMark) this.#markUnread(fresh.find((message) => message.unread && !message.out));
    this.scroll.settle();
    return fresh;
  }

  clear() {
    for (const map of [this.#albums, this.#groups, this.#drawn, this.#days]) map.clear();
    this.#list.replaceChildren();
    this.#unreadRow = null;
  }

  dropUnreadMark() {
    this.#unreadRow?.remove();
    this.#unreadRow = null;
  }

  /** Scrolls to a message and lights it up for a moment. */
  reveal(id) {
    const element = this.#elementOf(id);
    if (!element) return;
    element.scrollIntoView({ block: 'center' });
    this.#flash(element);
  }

  /** The button of an inline keyboard, as it is drawn now. */
  key(id, row, column) {
    return this.#elementOf(id)?.querySelector(`[data-key="${row}:${column}"]`);
  }

  #elementOf(id) {
    const group = this.#groups.get(id);
    return group && this.#drawn.get(group[0].message_id);
  }

  #take(message) {
    const group = this.#groups.get(message.message_id);
    if (message.deleted) return group && this.#drop(group, message.message_id);
    if (group) {
      group[group.findIndex((one) => one.message_id === message.message_id)] = message;
      return this.#redraw(group);
    }
    const album = message.media_group_id && this.#albums.get(message.media_group_id);
    return album ? this.#join(album, message) : this.#append(message);
  }

  #append(message) {
    const group = [message];
    if (message.media_group_id) this.#albums.set(message.media_group_id, group);
    this.#groups.set(message.message_id, group);
    const element = this.#draw(group);
    insertById(this.#day(message.date), element, message.message_id);
    tail(element);
    tail(element.previousElementSibling);
  }

  #join(album, message) {
    album.push(message);
    this.#groups.set(message.message_id, album);
    this.#redraw(album, { flash: false });
  }

  #draw(group) {
    const element = drawBubble(group, this.#context);
    this.#drawn.set(group[0].message_id, element);
    return element;
  }

  #redraw(group, { flash = true } = {}) {
    const old = this.#drawn.get(group[0].message_id);
    const focused = old.contains(document.activeElement) ? (document.activeElement.dataset.key ?? '') : null;
    const element = this.#draw(group);
    old.replaceWith(element);
    tail(element);
    if (focused !== null)
      (element.querySelector(`[data-key="${focused}"]`) ?? element.querySelector('[data-key]') ?? element).focus({
        preventScroll: true,
      });
    if (flash) this.#flash(element);
  }

  #drop(group, id) {
    const element = this.#drawn.get(group[0].message_id);
    this.#groups.delete(id);
    this.#drawn.delete(group[0].message_id);
    group.splice(
      group.findIndex((one) => one.message_id === id),
      1,
    );
    if (group.length) return element.replaceWith(this.#draw(group));
    const before = element.previousElementSibling;
    const day = element.parentElement;
    element.remove();
    tail(before);
    if (!day.querySelector('[data-message]')) this.#dropDay(day);
    return undefined;
  }

  #dropDay(day) {
    this.#days.delete(day.dataset.day);
    day.remove();
  }

  #day(date) {
    const key = dayKey(date);
    if (!this.#days.has(key)) this.#addDay(key, date);
    return this.#days.get(key);
  }

  #addDay(key, date) {
    const chip = make('p', { class: 'date' }, make('span', {}, longDay(date, this.#context.language)));
    const section = make('section', { class: 'day', 'data-day': key }, chip);
    const later = [...this.#days.keys()].filter((other) => other > key).sort()[0];
    this.#list.insertBefore(section, later ? this.#days.get(later) : null);
    this.#days.set(key, section);
  }

  #markUnread(first) {
    if (!first || this.#unreadRow) return;
    this.#unreadRow = make('p', { class: 'unread-row' }, this.#context.say('unreadHere'));
    const element = this.#elementOf(first.message_id);
    element.before(this.#unreadRow);
    tail(this.#unreadRow.previousElementSibling);
  }

  #flash(element) {
    element.classList.add('flash');
    setTimeout(() => element.classList.remove('flash'), FLASH_MS);
  }

  #listen() {
    this.element.addEventListener('keydown', (event) => this.#walk(event));
    this.element.addEventListener('pointerover', (event) => this.#offerActions(event.target.closest('.message')));
    this.element.addEventListener('contextmenu', (event) => this.#openContext(event));
  }

  #walk(event) {
    const current = document.activeElement;
    const step = { ArrowUp: -1, ArrowDown: 1, Enter: 0 }[event.key];
    if (step === undefined || !(current === this.element || current.matches('.message'))) return;
    event.preventDefault();
    if (step) this.#walkFrom(current, step);
    else if (current.matches('.message')) this.#openActions(current);
  }

  #walkFrom(current, step) {
    const all = [...this.#list.querySelectorAll('.message')];
    const from = current === this.element ? all.length : all.indexOf(current);
    all[Math.max(0, Math.min(all.length - 1, from + step))]?.focus();
  }

  #offerActions(message) {
    if (message && this.#act.parentElement !== message) message.append(this.#act);
  }

  #openContext(event) {
    const message = event.target.closest('.message');
    if (!message || event.target.closest('a')) return;
    event.preventDefault();
    this.#openActions(message.querySelector('.bubble'));
  }

  #openActions(anchor) {
    const id = Number(anchor.closest('[data-message]').dataset.message);
    this.#context.openActions(this.message(id), anchor);
  }
}

function insertById(section, element, id) {
  let before = section.lastElementChild;
  while (before && Number(before.dataset.message) > id) before = before.previousElementSibling;
  before.after(element);
}

/** The last bubble of one side's run has the tail. */
function tail(element) {
  if (!element?.dataset.side) return;
  element.classList.toggle('tail', element.nextElementSibling?.dataset.side !== element.dataset.side);
}
