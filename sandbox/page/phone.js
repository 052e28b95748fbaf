/** One person's phone: asks the sandbox what is new, has it drawn, and does what the person does. */

import { openAttach, pickPosition } from './attach.js';
import { summary } from './bubble.js';
import { Chat } from './chat.js';
import { Composer } from './composer.js';
import { Handset } from './handset.js';
import { askForLink, botLink, leaveFor, offerLink } from './links.js';
import { alertInPhone, openMenu } from './notice.js';
import { get, post, upload } from './server.js';
import { Taps } from './taps.js';
import { languageOf, wordsFor } from './words.js';

export class Phone {
  #desk;
  #language;
  #say;
  #chat;
  #composer;
  #handset;
  #bot = '';
  #active = false;
  #event = 0;
  #asking = null;
  #askAgain = false;
  #keyboardIsNew = false;
  #taps;

  /** `desk`: {phones(), announce(phone, text), changed(), onPhoto(address, text), openOn(phone, payload)}. */
  constructor(person, desk) {
    this.id = person.id;
    this.#desk = desk;
    this.#language = languageOf(person.language_code);
    this.#say = wordsFor(this.#language);
    this.#taps = new Taps(this.id, this.#forTaps());
    this.#chat = new Chat(this.#forChat());
    this.#composer = new Composer(this.#say, this.#forComposer());
    this.#handset = new Handset(this.id, {
      language: this.#language,
      say: this.#say,
      chat: this.#chat,
      act: this.#forHandset(),
    });
    this.update(person);
  }

  get element() {
    return this.#handset.element;
  }

  get name() {
    return [this.person.first_name, this.person.last_name].filter(Boolean).join(' ');
  }

  update(person) {
    this.person = person;
    this.#handset.showOwner(this.name, person.title);
    this.#handset.showUnread(person.unread);
    this.#handset.showFoot(person, this.#composer.element);
  }

  /**
   * Fetches what happened since the last time; calls made meanwhile become one more fetch. `kind` is the
   * event's, if one asks.
   */
  refresh(kind) {
    this.#keyboardIsNew ||= kind === 'keyboard';
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

  /** As opening `t.me/bot?start=payload` and pressing Start. */
  open(payload) {
    return this.#do(() => post(`phones/${this.id}/start`, payload ? { payload } : {}));
  }

  async #ask() {
    while (this.#askAgain) {
      this.#askAgain = false;
      const after = this.#event;
      const answer = await get(`phones/${this.id}/chat?after=${after}`);
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
    const news = fresh.filter((message) => !message.out);
    this.#composer.setCommands(answer.commands ?? []);
    this.#composer.setKeyboard(answer.keyboard ?? null);
    if (!first && news.length) this.#tellNews(news, answer.keyboard);
  }

  #tellNews(news, keyboard) {
    if (this.#keyboardIsNew && keyboard?.force_reply) this.#composer.reply(news.at(-1), { focus: this.#active });
    this.#keyboardIsNew = false;
    this.#desk.announce(this, summary(news.at(-1), this.#say));
    if (this.#active) this.#markRead();
  }

  #nameBot(answer) {
    const bot = answer.bot ?? answer.messages.find((message) => message.from?.is_bot)?.from;
    if (!bot || bot.first_name === this.#bot) return;
    this.#bot = bot.first_name;
    this.#handset.showBot(this.#bot);
  }

  async #markRead() {
    if (document.hidden || !this.person.unread) return;
    this.person.unread = 0;
    this.#handset.showUnread(0);
    this.#desk.changed();
    await post(`phones/${this.id}/read`).catch(() => {});
  }

  // What the parts may ask for

  #forChat() {
    return {
      phone: this.id,
      say: this.#say,
      language: this.#language,
      botName: () => this.#bot || this.#say('botName'),
      busy: (...key) => this.#taps.isWaiting(...key),
      onPress: (...press) => this.#taps.press(...press),
      onLink: (url, anchor) => this.#follow(url, anchor),
      onCommand: (text) => this.#send('text', { text }),
      onPhoto: (address, text) => this.#desk.onPhoto(address, text),
      openActions: (message, anchor) => this.#openActions(message, anchor),
    };
  }

  #forTaps() {
    return {
      run: (request) => this.#do(request),
      key: (...key) => this.#chat.key(...key),
      link: (url, anchor) => this.#follow(url, anchor),
      copy: (text) => this.#copy(text),
      hear: (answer) => this.#hear(answer),
    };
  }

  #forComposer() {
    const send = {
      photos: (files) => this.#sendFiles('photo', files),
      document: (file) => this.#sendFiles('document', [file]),
      location: (position) => this.#send('location', position),
    };
    return {
      text: (text, replyTo) => this.#send('text', { text, reply_to: replyTo }),
      edit: (id, text) => this.#do(() => post(`phones/${this.id}/edit`, { message_id: id, text })),
      attach: (anchor) => openAttach(anchor, this.#handset.device, this.#say, send),
      paste: send.photos,
      voice: () => this.#send('voice', {}),
      location: () => pickPosition(this.#handset.device, this.#say, send),
      summary: (message) => summary(message, this.#say),
    };
  }

  #forHandset() {
    return { menu: (anchor) => this.#openMenu(anchor), start: () => this.open(''), askLink: () => this.#askLink() };
  }

  // What the person does

  #send(what, body) {
    this.#chat.dropUnreadMark();
    this.#chat.scroll.toBottom();
    return this.#do(() => post(`phones/${this.id}/${what}`, body));
  }

  #sendFiles(what, files) {
    const replyTo = what === 'photo' && this.#composer.replyTo;
    const told = { caption: this.#composer.takeText(), reply_to: replyTo };
    this.#composer.forget();
    this.#chat.scroll.toBottom();
    return this.#do(() => upload(`phones/${this.id}/${what}`, files, told));
  }

  /** What the sandbox refuses is shown on the phone. */
  async #do(request) {
    try {
      return await request();
    } catch (refusal) {
      this.#handset.toast(refusal.message);
      return null;
    }
  }

  #hear(answer) {
    if (answer.url) this.#follow(answer.url, this.#handset.device);
    if (!answer.text) return;
    if (answer.show_alert) alertInPhone(this.#handset.device, this.#say, answer.text);
    else this.#handset.toast(answer.text);
  }

  async #copy(text) {
    await navigator.clipboard?.writeText(text).catch(() => {});
    this.#handset.toast(this.#say('copied'));
  }

  #follow(url, anchor) {
    const link = botLink(url);
    if (!link) return leaveFor(url, this.#handset.device, this.#say);
    const others = this.#desk.phones().filter((phone) => phone !== this);
    return offerLink(anchor, this.#say, others, {
      here: () => this.open(link.payload),
      on: (phone) => this.#desk.openOn(phone, link.payload),
      copy: () => this.#copy(url),
    });
  }

  async #askLink() {
    const text = await askForLink(this.#handset.device, this.#say);
    if (text === null) return;
    const link = botLink(text);
    if (link) this.open(link.payload);
    else this.#handset.toast(this.#say('linkWrong'));
  }

  #openMenu(anchor) {
    const way = this.person.blocked ? 'unblock' : 'block';
    openMenu(anchor, this.#say('chatMenu'), [
      { icon: 'link', text: this.#say('openLink'), act: () => this.#askLink() },
      { icon: 'block', text: this.#say(way), act: () => this.#do(() => post(`phones/${this.id}/${way}`)) },
    ]);
  }

  #openActions(message, anchor) {
    const text = message.text ?? message.caption;
    openMenu(
      anchor,
      this.#say('actions'),
      [
        { icon: 'reply', text: this.#say('reply'), act: () => this.#composer.reply(message) },
        text && !message.protected && { icon: 'copy', text: this.#say('copy'), act: () => this.#copy(text) },
        message.out &&
          message.text && { icon: 'edit', text: this.#say('edit'), act: () => this.#composer.edit(message) },
      ].filter(Boolean),
    );
  }
}
