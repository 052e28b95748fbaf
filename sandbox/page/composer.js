/** The foot of a chat: menu of commands, text, attachments, and the keyboard that a bot may show. */

import { icon, iconButton, make } from './dom.js';
import { replyKeys } from './keys.js';

export class Composer {
  #say;
  #act;
  #reference = null; // the message that is answered or edited
  #editing = false;
  #commands = [];
  #markup = null;

  /**
   * `act`: {text(text, replyTo), edit(id, text), attach(anchor), paste(files), voice(), location(),
   * summary(message)}.
   */
  constructor(say, act) {
    this.#say = say;
    this.#act = act;
    this.#build();
  }

  /** Takes what was typed away, as a caption. */
  takeText() {
    const text = this.area.value.trim();
    this.#write('');
    return text;
  }

  get replyTo() {
    return this.#editing ? undefined : this.#reference?.message_id;
  }

  reply(message, { focus = true } = {}) {
    this.#refer(message, false);
    if (focus) this.area.focus();
  }

  edit(message) {
    this.#refer(message, true);
    this.#write(message.text);
    this.area.focus();
  }

  forget() {
    this.#reference = null;
    this.#editing = false;
    this.#referring.hidden = true;
    this.#lookAtText();
  }

  setCommands(commands) {
    this.#commands = commands;
    this.#menuButton.hidden = commands.length === 0;
    this.#listCommands(false);
  }

  /** A ReplyKeyboardMarkup or ForceReply of the Bot API, or null. */
  setKeyboard(markup) {
    const same = JSON.stringify(markup) === JSON.stringify(this.#markup);
    if (same) return;
    this.#markup = markup;
    const keyboard = markup?.keyboard ? markup : null;
    this.#keys.replaceChildren(...(keyboard ? replyKeys(keyboard, (button) => this.#press(button)) : []));
    this.#toggle.hidden = !keyboard;
    this.#showKeys(Boolean(keyboard));
    this.area.placeholder = markup?.input_field_placeholder || this.#say('message');
  }

  #build() {
    const say = this.#say;
    this.area = make('textarea', {
      rows: '1',
      'aria-label': say('message'),
      placeholder: say('message'),
      maxlength: '4096',
      dir: 'auto',
      oninput: () => this.#lookAtText(),
      onkeydown: (event) => this.#key(event),
      onpaste: (event) => this.#paste(event),
    });
    this.#menuButton = make(
      'button',
      {
        type: 'button',
        class: 'menu-button',
        hidden: true,
        'aria-expanded': 'false',
        'aria-label': say('menu'),
        onclick: () => this.#listCommands(this.#list.hidden),
      },
      icon('menu'),
      make('span', {}, say('menu')),
    );
    this.#toggle = iconButton('keys', say('keyboard'), () => this.#showKeys(this.#keys.hidden), {
      hidden: true,
      'aria-expanded': 'true',
    });
    this.#send = iconButton('send', say('send'), () => this.#submit(), { class: 'icon-button send', hidden: true });
    this.#voice = iconButton('voice', say('voice'), () => this.#act.voice(), { class: 'icon-button voice-button' });
    const attach = iconButton('attach', say('attach'), (event) => this.#act.attach(event.currentTarget));
    const field = make('div', { class: 'field' }, this.area, this.#toggle, attach);
    this.element = make(
      'footer',
      { class: 'composer' },
      this.#list,
      this.#referring,
      make('div', { class: 'composer-row' }, this.#menuButton, field, this.#send, this.#voice),
      this.#keys,
    );
    document.addEventListener(
      'pointerdown',
      (event) => !this.element.contains(event.target) && this.#listCommands(false),
    );
  }

  #list = make('ul', { class: 'commands', hidden: true });
  #referring = make('div', { class: 'referring', hidden: true });
  #keys = make('div', { class: 'reply-keys', hidden: true });
  #menuButton;
  #toggle;
  #send;
  #voice;

  #refer(message, editing) {
    this.#reference = message;
    this.#editing = editing;
    const title = this.#say(editing ? 'edit' : 'reply');
    this.#referring.replaceChildren(
      icon(editing ? 'edit' : 'reply'),
      make('div', {}, make('strong', {}, title), make('span', { dir: 'auto' }, this.#act.summary(message))),
      iconButton('close', this.#say('cancel'), () => this.#stopReferring()),
    );
    this.#referring.hidden = false;
  }

  #stopReferring() {
    if (this.#editing) this.#write('');
    this.forget();
  }

  #submit() {
    const text = this.area.value.trim();
    if (!text) return;
    if (this.#editing) this.#act.edit(this.#reference.message_id, text);
    else this.#act.text(text, this.replyTo);
    this.#write('');
    this.forget();
  }

  #press(button) {
    if (button.request_location) return this.#act.location();
    this.#act.text(button.text, undefined);
    return this.#markup?.one_time_keyboard && this.#showKeys(false);
  }

  #key(event) {
    if (event.key === 'Escape' && !this.#list.hidden) return this.#listCommands(false);
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return undefined;
    event.preventDefault();
    return this.#submit();
  }

  #paste(event) {
    const images = [...event.clipboardData.files].filter((file) => file.type.startsWith('image/'));
    if (!images.length) return;
    event.preventDefault();
    this.#act.paste(images);
  }

  #write(text) {
    this.area.value = text;
    this.#lookAtText();
  }

  #lookAtText() {
    const typed = this.area.value.trim() !== '';
    this.#send.hidden = !typed;
    this.#voice.hidden = typed;
    this.#send.setAttribute('aria-label', this.#say(this.#editing ? 'save' : 'send'));
    this.element.classList.toggle('typing', typed);
    this.#grow();
    this.#listCommands(/^\/\S*$/.test(this.area.value), this.area.value);
  }

  #grow() {
    this.area.style.height = 'auto';
    this.area.style.height = `${this.area.scrollHeight}px`;
  }

  #listCommands(open, typed = '/') {
    const fitting = open ? this.#commands.filter((one) => `/${one.command}`.startsWith(typed)) : [];
    this.#list.hidden = fitting.length === 0;
    this.#menuButton.setAttribute('aria-expanded', String(!this.#list.hidden));
    this.#list.replaceChildren(
      ...fitting.map((one) =>
        make(
          'li',
          {},
          make(
            'button',
            { type: 'button', onclick: () => this.#command(one) },
            make('span', { dir: 'auto' }, one.description),
            make('code', {}, `/${one.command}`),
          ),
        ),
      ),
    );
  }

  #command(one) {
    this.#write('');
    this.#listCommands(false);
    this.#act.text(`/${one.command}`, undefined);
  }

  #showKeys(open) {
    this.#keys.hidden = !open;
    this.#toggle.setAttribute('aria-expanded', String(open));
  }
}
