/** The small panel where Telegram's bad days are ordered. */

import { make } from './dom.js';
import { onLook, say } from './look.js';
import { pageToast } from './notice.js';
import { get, post, remove } from './server.js';

const KINDS = [
  '429',
  '500',
  '502_html',
  'timeout_before',
  'timeout_after',
  'drop_before',
  'drop_after',
  'duplicate_update',
  'swap_updates',
  '401',
  '409',
];

const panel = document.querySelector('#faults-panel');
const form = panel.querySelector('form');
let people = () => [];

/** `phones` gives `[{id, first_name}]`, to aim a fault at one of them. */
export function setUpFaults(phones) {
  people = phones;
  panel.addEventListener('beforetoggle', (event) => event.newState === 'open' && open());
  panel.querySelector('[data-faults-clear]').addEventListener('click', () => act(() => remove('faults')));
  form.addEventListener('submit', add);
  onLook(() => form.replaceChildren());
}

function open() {
  if (!form.childElementCount) form.append(...fields());
  list();
}

function fields() {
  const kinds = KINDS.map((kind) => make('option', {}, kind));
  const chats = people().map((person) => make('option', { value: person.id }, person.first_name));
  return [
    field('faultKind', make('select', { name: 'kind' }, ...kinds)),
    field('faultMethod', make('input', { name: 'method', placeholder: 'sendMessage' })),
    field('faultChat', make('select', { name: 'chat' }, make('option', { value: '' }, say('faultEvery')), ...chats)),
    field('faultTimes', make('input', { name: 'times', type: 'number', min: 1, value: 1 })),
    field('faultSeconds', make('input', { name: 'seconds', type: 'number', min: 0 })),
    field('faultShare', make('input', { name: 'share', type: 'number', min: 0, max: 1, step: 0.01 })),
    make('button', { type: 'submit', class: 'accent' }, say('faultAdd')),
  ];
}

const field = (word, input) => make('label', {}, make('span', {}, say(word)), input);

function add(event) {
  event.preventDefault();
  const told = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
  for (const name of ['chat', 'times', 'seconds', 'share']) if (name in told) told[name] = Number(told[name]);
  if ('share' in told) delete told.times;
  act(() => post('faults', told));
}

async function act(request) {
  await request().catch((refusal) => pageToast(refusal.message));
  list();
}

async function list() {
  const answer = await get('faults').catch(() => []);
  const faults = Array.isArray(answer) ? answer : (answer.faults ?? []);
  const rows = faults.map((fault) => make('li', {}, describe(fault)));
  panel
    .querySelector('.fault-list')
    .replaceChildren(...(rows.length ? rows : [make('li', { class: 'hint' }, say('faultNone'))]));
  const badge = document.querySelector('[data-fault-count]');
  badge.textContent = faults.length;
  badge.hidden = faults.length === 0;
}

function describe(fault) {
  const parts = Object.entries(fault).filter(
    ([name, value]) => name !== 'kind' && value !== null && value !== undefined && value !== '',
  );
  return [fault.kind, ...parts.map(([name, value]) => `${name} ${value}`)].join(' · ');
}
