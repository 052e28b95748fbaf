/** One person's phone: asks the sandbox what is new, draws it, and does what the person does. */

import { openAttach, pickPosition } from './attach.js';
import { Chat, summary } from './chat.js';
import { Composer } from './composer.js';
import { icon, iconButton, make } from './dom.js';
import { botLink } from './links.js';
import { alertInPhone, askInPhone, confirmInPhone, openMenu, textButton, toast } from './notice.js';
import { get, post, upload } from './server.js';
import { languageOf, wordsFor } from './words.js';

const ANSWER_WAIT = 20; // seconds until a pressed button stops spinning by itself

export class Phone {
  #event = 0;
  #asking = null;
  #askAgain = false;
  #busy = new Set();
  #bot = '';
  #active = false;

  /** `desk`: {phones(), announce(phone, text), changed(), onPhoto(address, text)}. */
  constructor(person, desk) {
    this.person = person;
    this.id = person.id;
    this.#desk = desk;
    this.#language = languageOf(person.language_code);
    this.#say = wordsFor(this.#language);
    this.#chat = new Chat(this.#chatContext());
    this.#composer = new Composer(this.#say, this.#composerActs());
    this.#build();
  }

  #desk;
  #language;
  #say;
  #chat;
  #composer;

  get name() {
    return [this.person.first_name, this.person.last_name].filter(Boolean).join(' ');
  }

  update(person) {
    this.person = person;
    this.#owner.textContent = this.name;
    this.#title.textContent = person.title ?? '';
    this.element.setAttribute('aria-label', [this.name, person.title].filter(Boolean).join(', '));
    this.#showBadge();
    this.#showFoot();
  }

  /** Fetches what happened since the last time; calls made meanwhile become one more fetch. */
  refresh() {
    this.#askAgain = true;
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  /** The person looks at this phone: what is in it is read. */
  activate() {
    this.#active = true;
    this.element.dataset.active = '';
    this.#markRead();
  }

  deactivate() {
    if (this.#active) this.#chat.dropUnreadMark();
    this.#active = false;
    delete this.element.dataset.active;
  }

  async open(payload) {
    await this.#do(() => post(`phones/${this.id}/start`, payload ? { payload } : {}));
  }

  async #ask() {
    while (this.#askAgain) {
      this.#askAgain = false;
      const after = this.#event;
      const answer = await get(`phones/${this.id}/chat${after ? `?after=${after}` : ''}`);
      if (answer.event < after) this.#startOver();
      else this.#take(answer, after === 0);
    }
  }

  /** The sandbox began anew: its numbers are smaller than ours. */
  #startOver() {
    this.#event = 0;
    this.#askAgain = true;
    this.#chat.clear();
  }

  #take(answer, first) {
    this.#event = answer.event;
    this.#nameBot(answer);
    const fresh = this.#chat.show(answer.messages, { unreadMark: !this.#active });
    this.#composer.setCommands(answer.commands ?? []);
    this.#composer.setKeyboard(answer.keyboard ?? null);
    const news = fresh.filter((message) => !message.out);
    if (answer.keyboard?.force_reply && news.length) this.#composer.force(news.at(-1));
    if (first || !news.length) return;
    this.#desk.announce(this, summary(news.at(-1), this.#say));
    if (this.#active) this.#markRead();
  }

  #nameBot(answer) {
    const sender = answer.bot ?? answer.messages.find((message) => message.from?.is_bot)?.from;
    if (!sender || sender.first_name === this.#bot) return;
    this.#bot = sender.first_name;
    this.#botName.textContent = this.#bot;
    this.#avatar.textContent = [...this.#bot][0] ?? '';
  }

  async #markRead() {
    if (document.hidden || !this.person.unread) return;
    this.person.unread = 0;
    this.#showBadge();
    this.#desk.changed();
    await post(`phones/${this.id}/read`).catch(() => {});
  }

  // What it looks like

  #owner = make('bdi');
  #title = make('span', { class: 'owner-title' });
  #badge = make('span', { class: 'badge', hidden: true });
  #botName = make('bdi', { class: 'bot-name' });
  #avatar = make('span', { class: 'avatar', 'aria-hidden': 'true' }, icon('bot'));
  #toasts = make('div', { class: 'toasts', role: 'status' });
  #foot = make('div', { class: 'foot' });

  #build() {
    const say = this.#say;
    this.#botName.textContent = say('botName');
    const bar = make('header', { class: 'bar' },
      make('span', { class: 'back', 'aria-hidden': 'true' }, icon('back')), this.#avatar,
      make('div', { class: 'bar-words' }, this.#botName, make('span', { class: 'bar-note' }, say('bot'))),
      iconButton('more', say('chatMenu'), (event) => this.#openMenu(event.currentTarget), { 'aria-haspopup': 'menu' }));
    this.device = make('div', { class: 'device', lang: this.#language },
      bar, make('div', { class: 'room' }, this.#chat.element, this.#chat.floatingDay, this.#chat.down, this.#toasts), this.#foot);
    this.element = make('section', { class: 'phone', 'data-phone': this.id },
      make('h2', { class: 'owner' }, make('span', { class: 'owner-words' }, this.#owner, this.#title), this.#badge), this.device);
    this.update(this.person);
  }

  #showBadge() {
    const { unread } = this.person;
    this.#badge.textContent = unread || '';
    this.#badge.hidden = !unread;
    this.#badge.setAttribute('aria-label', this.#say('unread', unread));
  }

  #showFoot() {
    const { started, blocked } = this.person;
    const wanted = blocked ? 'blocked' : started ? 'composer' : 'start';
    if (this.#foot.dataset.shows === wanted) return;
    this.#foot.dataset.shows = wanted;
    this.#foot.replaceChildren(...(wanted === 'composer' ? [this.#composer.element] : this.#invitation(wanted)));
  }

  #invitation(wanted) {
    const say = this.#say;
    const isBlocked = wanted === 'blocked';
    return [make('p', { class: 'foot-hint' }, say(isBlocked ? 'blockedHint' : 'startHint')),
      make('button', { type: 'button', class: 'foot-button', onclick: () => this.open('') }, say(isBlocked ? 'restart' : 'start')),
      !isBlocked && textButton(say('openLink'), () => this.#askLink())].filter(Boolean);
  }

  // What the person does

  #chatContext() {
    return {
      phone: this.id,
      say: this.#say,
      language: this.#language,
      botName: () => this.#bot || this.#say('botName'),
      busy: (message, row, column) => this.#busy.has(`${message.message_id}/${row}:${column}`),
      onPress: (message, button, row, column, element) => this.#press(message, button, row, column, element),
      onLink: (url, anchor) => this.#follow(url, anchor),
      onCommand: (text) => this.#send('text', { text }),
      onPhoto: (address, text) => this.#desk.onPhoto(address, text),
      openActions: (message, anchor) => this.#openActions(message, anchor),
    };
  }

  #composerActs() {
    const say = this.#say;
    const send = { photos: (files) => this.#sendFiles('photo', files), document: (file) => this.#sendFiles('document', [file]),
      location: (position) => this.#send('location', position) };
    return {
      text: (text, replyTo) => this.#send('text', { text, reply_to: replyTo }),
      edit: (id, text) => this.#send('edit', { message_id: id, text }),
      attach: (anchor) => openAttach(anchor, this.device, say, send),
      paste: send.photos,
      voice: () => this.#send('voice', {}),
      location: () => pickPosition(this.device, say, send),
      summary: (message) => summary(message, say),
    };
  }

  #send(what, body) {
    this.#chat.dropUnreadMark();
    if (what !== 'edit') this.#chat.toBottom();
    return this.#do(() => post(`phones/${this.id}/${what}`, body));
  }

  async #sendFiles(what, files) {
    const form = new FormData();
    for (const file of files) form.append('file', file, file.name);
    if (this.#composer.replyTo && what === 'photo') form.append('reply_to', this.#composer.replyTo);
    const caption = this.#composer.takeText();
    if (caption) form.append('caption', caption);
    this.#composer.forget();
    this.#chat.toBottom();
    await this.#do(() => upload(`phones/${this.id}/${what}`, form));
  }

  async #do(request) {
    try {
      return await request();
    } catch (refusal) {
      this.#toast(refusal.message);
      return null;
    }
  }

  #toast(text) {
    toast(this.#toasts, text);
  }

  async #press(message, button, row, column, element) {
    if (button.url) return this.#follow(button.url, element);
    if (button.copy_text) return this.#copy(button.copy_text.text);
    const key = `${message.message_id}/${row}:${column}`;
    if (this.#busy.has(key)) return undefined;
    this.#busy.add(key);
    element.setAttribute('aria-busy', 'true');
    const told = await this.#do(() => post(`phones/${this.id}/tap`, { message_id: message.message_id, row, column, wait: ANSWER_WAIT }));
    this.#busy.delete(key);
    element.removeAttribute('aria-busy');
    this.#chat.key(message.message_id, row, column)?.removeAttribute('aria-busy');
    return this.#hear(told?.answer);
  }

  #hear(answer) {
    if (!answer) return;
    if (answer.url) this.#follow(answer.url, this.device);
    if (!answer.text) return;
    if (answer.show_alert) alertInPhone(this.device, this.#say, answer.text);
    else this.#toast(answer.text);
  }

  async #copy(text) {
    await navigator.clipboard?.writeText(text).catch(() => {});
    this.#toast(this.#say('copied'));
  }

  /** A link to a bot opens on a phone of the reader's choice; any other leaves the page, after asking. */
  async #follow(url, anchor) {
    const link = botLink(url);
    if (!link) {
      if (await confirmInPhone(this.device, this.#say, this.#say('linkLeave', url))) window.open(url, '_blank', 'noopener,noreferrer');
      return;
    }
    const others = this.#desk.phones().filter((phone) => phone !== this);
    openMenu(anchor, this.#say('openLink'), [
      { icon: 'forward', text: this.#say('linkHere'), act: () => this.open(link.payload) },
      ...others.map((phone) => ({ icon: 'link', text: this.#say('linkOpenOn', phone.name), act: () => this.#desk.openOn(phone, link.payload) })),
      { icon: 'copy', text: this.#say('linkCopy'), act: () => this.#copy(url) },
    ]);
  }

  async #askLink() {
    const say = this.#say;
    const text = await askInPhone(this.device, say('openLink'), (close) => {
      const input = make('input', { type: 'text', name: 'link', 'data-first': true, autocomplete: 'off', spellcheck: 'false', placeholder: 't.me/…?start=…' });
      const onsubmit = (event) => {
        event.preventDefault();
        close(input.value);
      };
      return [make('form', { class: 'link-form', onsubmit }, make('label', {}, make('span', {}, say('linkLabel')), input),
        make('div', { class: 'dialog-row' }, textButton(say('cancel'), () => close(null)), make('button', { type: 'submit', class: 'text-button' }, say('ok'))))];
    });
    if (text === null) return;
    const link = botLink(text);
    if (link) this.open(link.payload);
    else this.#toast(say('linkWrong'));
  }

  #openMenu(anchor) {
    const say = this.#say;
    const { blocked } = this.person;
    openMenu(anchor, say('chatMenu'), [
      { icon: 'link', text: say('openLink'), act: () => this.#askLink() },
      { icon: 'block', text: say(blocked ? 'unblock' : 'block'), act: () => this.#do(() => post(`phones/${this.id}/${blocked ? 'unblock' : 'block'}`)) },
    ]);
  }

  #openActions(message, anchor) {
    const say = this.#say;
    const text = message.text ?? message.caption;
    openMenu(anchor, say('actions'), [
      { icon: 'reply', text: say('reply'), act: () => this.#composer.reply(message) },
      text && !message.protected && { icon: 'copy', text: say('copy'), act: () => this.#copy(text) },
      message.out && message.text && { icon: 'edit', text: say('edit'), act: () => this.#composer.edit(message) },
    ].filter(Boolean));
  }
}
