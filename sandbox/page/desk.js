/** The phones side by side, or one at a time with a switcher where the window is narrow. */

import { make } from './dom.js';
import { language, onLook, say } from './look.js';
import { Phone } from './phone.js';
import { get } from './server.js';

const place = document.querySelector('.desk');
const switcher = document.querySelector('.switcher');
const announcer = document.querySelector('.announcer');
const lightbox = document.querySelector('.lightbox');
const phones = new Map();
let active = null;

const surroundings = {
  phones: () => [...phones.values()],
  changed: () => showSwitcher(),
  onPhoto: enlarge,
  announce: (phone, text) => {
    announcer.textContent = say('newOn', phone.name, text);
  },
  openOn: (phone, payload) => {
    choose(phone);
    phone.open(payload);
  },
};

export const people = () => [...phones.values()].map((phone) => phone.person);

export function setUpDesk() {
  place.addEventListener('pointerdown', chooseFrom);
  place.addEventListener('focusin', chooseFrom);
  document.addEventListener('visibilitychange', () => active?.activate());
  lightbox.addEventListener('click', () => lightbox.close());
  onLook(showSwitcher);
}

/** Fetches the people and gives each new one a phone. */
export async function readPeople() {
  const told = await get('phones');
  for (const person of told) {
    if (phones.has(person.id)) phones.get(person.id).update(person);
    else add(person);
  }
  place.dataset.empty = phones.size ? '' : say('noPhones');
  if (!active && isNarrow()) choose(phones.values().next().value);
  if (active?.person.unread) active.activate();
  showSwitcher();
}

/** Phone 0 means all of them; `kind` is that of the event that asks for it. */
export function refresh(id, kind) {
  const asked = id ? [phones.get(id)].filter(Boolean) : [...phones.values()];
  return Promise.all(asked.map((phone) => phone.refresh(kind)));
}

function add(person) {
  const phone = new Phone(person, surroundings);
  phones.set(person.id, phone);
  place.append(phone.element);
  if (phones.size === 1) phone.element.dataset.current = '';
}

const isNarrow = () => getComputedStyle(switcher).display !== 'none';

function chooseFrom(event) {
  const element = event.target.closest('[data-phone]');
  if (element) choose(phones.get(Number(element.dataset.phone)));
}

function choose(phone) {
  if (!phone) return;
  if (phone !== active) active?.deactivate();
  active = phone;
  for (const one of phones.values()) one.element.toggleAttribute('data-current', one === phone);
  phone.activate();
  showSwitcher();
}

function showSwitcher() {
  const shown = [...phones.values()];
  if (switcher.childElementCount !== shown.length) switcher.replaceChildren(...shown.map(tab));
  shown.forEach((phone, index) => showTab(switcher.children[index], phone));
}

function tab(phone) {
  return make(
    'button',
    { type: 'button', class: 'tab', 'data-for': phone.id, onclick: () => choose(phone) },
    make('bdi'),
    make('span', { class: 'badge' }),
  );
}

function showTab(button, phone) {
  const { first_name: name, title, unread } = phone.person;
  button.querySelector('bdi').textContent = name;
  const badge = button.querySelector('.badge');
  badge.textContent = unread || '';
  badge.hidden = !unread;
  button.setAttribute('aria-pressed', String(phone.element.hasAttribute('data-current')));
  button.setAttribute('aria-label', [phone.name, title, unread && say('unread', unread)].filter(Boolean).join(', '));
  button.lang = language();
}

function enlarge(address, text) {
  lightbox.replaceChildren(
    make('img', { src: address, alt: text }),
    make('button', { type: 'button', class: 'lightbox-close' }, say('close')),
  );
  lightbox.showModal();
}
