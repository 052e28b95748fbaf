/**
 * Where the reader is in a chat: stays at the newest message until she scrolls away, and tells the day while
 * she scrolls.
 */

import { iconButton, make } from './dom.js';

const NEAR_BOTTOM = 48;
const FLOATING_MS = 1200;

export class Scroll {
  #pane;
  #list;
  #atBottom = true;
  #height = 0; // how far it can be scrolled, when last measured
  #floating = 0;

  /** `pane` scrolls, `list` holds the days in it. */
  constructor(pane, list, say) {
    this.#pane = pane;
    this.#list = list;
    this.down = iconButton('down', say('toBottom'), () => this.toBottom(), {
      class: 'icon-button down',
      hidden: true,
    });
    this.floatingDay = make('p', { class: 'date floating', 'aria-hidden': 'true', hidden: true }, make('span'));
    pane.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    const resized = new ResizeObserver(() => this.settle());
    resized.observe(pane);
    resized.observe(list);
  }

  /** Stays at the newest message when that is where the reader was. */
  settle() {
    if (this.#atBottom) this.#pane.scrollTop = this.#pane.scrollHeight;
    this.#height = this.#pane.scrollHeight - this.#pane.clientHeight;
    this.down.hidden = this.#atBottom;
  }

  toBottom() {
    this.#atBottom = true;
    this.settle();
  }

  /** Only the reader's own scrolling leaves the bottom; a chat that grew or shrank does not. */
  #onScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.#pane;
    if (scrollHeight - clientHeight !== this.#height) return this.settle();
    this.#atBottom = this.#height - scrollTop < NEAR_BOTTOM;
    this.down.hidden = this.#atBottom;
    return this.#showDay(scrollTop);
  }

  #showDay(scrollTop) {
    const day = !this.#atBottom && [...this.#list.children].findLast((section) => section.offsetTop < scrollTop);
    this.floatingDay.hidden = !day;
    if (!day) return;
    this.floatingDay.firstElementChild.textContent = day.querySelector('.date').textContent;
    clearTimeout(this.#floating);
    this.#floating = setTimeout(() => {
      this.floatingDay.hidden = true;
    }, FLOATING_MS);
  }
}
