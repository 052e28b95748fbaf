/** How one phone looks: its owner, the bar of the chat, the room, and the foot. It knows no requests. */

import { icon, iconButton, make } from './dom.js';
import { textButton, toast } from './notice.js';

export class Handset {
  #say;
  #act;
  #owner = make('bdi');
  #title = make('span', { class: 'owner-title' });
  #badge = make('span', { class: 'badge', role: 'img', hidden: true });
  #botName = make('bdi', { class: 'bot-name' });
  #avatar = make('span', { class: 'avatar', 'aria-hidden': 'true' }, icon('bot'));
  #toasts = make('div', { class: 'toasts', role: 'status' });
  #foot = make('div', { class: 'foot' });

  /** `act`: {menu(anchor), start(), askLink()}. */
  constructor(id, { language, say, chat, act }) {
    this.#say = say;
    this.#act = act;
    this.#botName.textContent = say('botName');
    const room = make(
      'div',
      { class: 'room' },
      chat.element,
      chat.scroll.floatingDay,
      chat.scroll.down,
      this.#toasts,
    );
    this.device = make('div', { class: 'device', lang: language }, this.#bar(), room, this.#foot);
    this.element = make(
      'section',
      { class: 'phone', 'data-phone': id },
      make('h2', { class: 'owner' }, make('span', { class: 'owner-words' }, this.#owner, this.#title), this.#badge),
      this.device,
    );
  }

  showOwner(name, title) {
    this.#owner.textContent = name;
    this.#title.textContent = title ?? '';
    this.element.setAttribute('aria-label', [name, title].filter(Boolean).join(', '));
  }

  showUnread(count) {
    this.#badge.textContent = count || '';
    this.#badge.hidden = !count;
    this.#badge.setAttribute('aria-label', this.#say('unread', count));
  }

  showBot(name) {
    this.#botName.textContent = name;
    this.#avatar.textContent = [...name][0] ?? '';
  }

  /** The composer, or what must be pressed before anything can be written. */
  showFoot({ started, blocked }, composer) {
    const wanted = blocked ? 'blocked' : started ? 'composer' : 'start';
    if (this.#foot.dataset.shows === wanted) return;
    this.#foot.dataset.shows = wanted;
    this.#foot.replaceChildren(...(wanted === 'composer' ? [composer] : this.#invitation(wanted)));
  }

  toast(text) {
    toast(this.#toasts, text);
  }

  #bar() {
    return make(
      'header',
      { class: 'bar' },
      make('span', { class: 'back', 'aria-hidden': 'true' }, icon('back')),
      this.#avatar,
      make('div', { class: 'bar-words' }, this.#botName, make('span', { class: 'bar-note' }, this.#say('bot'))),
      iconButton('more', this.#say('chatMenu'), (event) => this.#act.menu(event.currentTarget), {
        'aria-haspopup': 'menu',
      }),
    );
  }

  #invitation(wanted) {
    const [hint, press] = wanted === 'blocked' ? ['blockedHint', 'restart'] : ['startHint', 'start'];
    const button = make(
      'button',
      { type: 'button', class: 'foot-button', onclick: () => this.#act.start() },
      this.#say(press),
    );
    const link = textButton(this.#say('openLink'), () => this.#act.askLink());
    return [make('p', { class: 'foot-hint' }, this.#say(hint)), button, ...(wanted === 'start' ? [link] : [])];
  }
}
