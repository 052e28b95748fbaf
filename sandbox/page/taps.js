/** Pressed keys of inline keyboards, and what the bot answers to them. */

import { post } from './server.js';

const ANSWER_WAIT = 20; // seconds until a pressed key stops spinning by itself

export class Taps {
  #phone;
  #act;
  #waiting = new Set(); // as `message/row:column`

  /**
   * `phone` is its id. `act`: {run(request), key(message, row, column), link(url, anchor), copy(text),
   * hear(answer)}.
   */
  constructor(phone, act) {
    this.#phone = phone;
    this.#act = act;
  }

  isWaiting(message, row, column) {
    return this.#waiting.has(`${message.message_id}/${row}:${column}`);
  }

  press(message, button, row, column, element) {
    if (button.url) return this.#act.link(button.url, element);
    if (button.copy_text) return this.#act.copy(button.copy_text.text);
    return this.isWaiting(message, row, column) ? undefined : this.#tap(message.message_id, row, column, element);
  }

  async #tap(id, row, column, element) {
    const key = `${id}/${row}:${column}`;
    this.#waiting.add(key);
    element.setAttribute('aria-busy', 'true');
    const body = { message_id: id, row, column, wait: ANSWER_WAIT };
    const told = await this.#act.run(() => post(`phones/${this.#phone}/tap`, body));
    this.#waiting.delete(key);
    // The bot may have redrawn the message meanwhile: both the pressed key and its successor come to rest.
    for (const drawn of [element, this.#act.key(id, row, column)]) drawn?.removeAttribute('aria-busy');
    if (told?.answer) this.#act.hear(told.answer);
  }
}
