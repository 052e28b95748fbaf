/** The clock of the top bar: shows the sandbox's time and winds it forward. */

import { make } from './dom.js';
import { language, onLook, say } from './look.js';
import { pageToast } from './notice.js';
import { get, post } from './server.js';
import { dayKey, hourMinute, inputValue, isoOf, longDay, momentOf, nextWeekday, shortMoment } from './time.js';

const TICK_MS = 1000;
const HOUR = 3600;
const PRESETS = [
  ['friday15', 5, 15],
  ['monday08', 1, 8],
  ['monday09', 1, 9],
];
const STOPS_SHOWN = 4;
const PATIENCE_MS = 5000; // a sandbox that no bot follows does not wait at all

const face = document.querySelector('[data-clock]');
const progress = document.querySelector('.winding');
const panel = document.querySelector('#wind-panel');
let ahead = 0;
let wound = null;

const now = () => Date.now() / 1000 + ahead;

/** Starts showing; call `readClock` whenever the clock was moved. */
export async function setUpClock() {
  for (const button of document.querySelectorAll('[data-by]')) {
    button.addEventListener('click', () =>
      wind({ by: Number(button.dataset.by) }, now() + Number(button.dataset.by)),
    );
  }
  panel.addEventListener('beforetoggle', offerTimes);
  panel.querySelector('form').addEventListener('submit', windToInput);
  onLook(show);
  setInterval(show, TICK_MS);
}

export async function readClock() {
  const reading = await get('clock');
  ahead = reading.now - Date.now() / 1000;
  if (reading.winding_to && !wound) watchAnother(reading.winding_to);
  if (wound) stopped(reading.now);
  show();
}

function show() {
  face.querySelector('.clock-time').textContent = hourMinute(now(), language());
  face.querySelector('.clock-day').textContent = longDay(now(), language());
  face.querySelector('.clock-year').textContent = dayKey(now()).slice(0, 4);
  face.dataset.clock = isoOf(now());
  face.dataset.winding = String(Boolean(wound));
}

function offerTimes(event) {
  if (event.newState !== 'open') return;
  const presets = PRESETS.map(([word, weekday, hour]) => preset(word, nextWeekday(now(), weekday, hour)));
  panel.querySelector('[data-presets]').replaceChildren(...presets);
  const { date, time } = panel.querySelector('form').elements;
  date.min = dayKey(now());
  [date.value, time.value] = inputValue(now() + HOUR).split('T');
}

function preset(word, to) {
  return make(
    'button',
    { type: 'button', onclick: () => windTo(to) },
    make('strong', {}, say(word)),
    ' ',
    make('small', {}, shortMoment(to, language())),
  );
}

function windToInput(event) {
  event.preventDefault();
  const { date, time } = event.currentTarget.elements;
  windTo(momentOf(`${date.value}T${time.value}`));
}

function windTo(to) {
  return wind({ to }, to);
}

async function wind(body, to) {
  if (wound) return;
  panel.hidePopover();
  begin(to);
  try {
    const began = performance.now();
    const { now: at, stops } = await post('clock/wind', body);
    const inVain = stops.some((stop) => !stop.idle) && performance.now() - began > PATIENCE_MS;
    pageToast(
      say('arrived', shortMoment(at, language()), stops.filter((stop) => stop.at < to - 1).length) +
        (inVain ? say('notIdle') : ''),
    );
  } catch (refusal) {
    pageToast(refusal.message);
  } finally {
    end();
  }
}

/** Somebody else winds: there is no answer to wait for, so ask until it is over. */
async function watchAnother(to) {
  begin(to);
  while ((await get('clock').catch(() => ({}))).winding_to) await new Promise((done) => setTimeout(done, TICK_MS));
  end();
}

function begin(to) {
  wound = { from: now(), to, stops: [] };
  for (const button of document.querySelectorAll('[data-by]')) button.disabled = true;
  progress.hidden = false;
  showProgress();
  show();
}

function stopped(at) {
  const rounded = Math.round(at / 60) * 60;
  if (wound.stops.at(-1) !== rounded && rounded > wound.from) wound.stops.push(rounded);
  showProgress();
}

function end() {
  wound = null;
  for (const button of document.querySelectorAll('[data-by]')) button.disabled = false;
  progress.hidden = true;
  readClock();
}

function showProgress() {
  const done = (now() - wound.from) / Math.max(1, wound.to - wound.from);
  const first = Math.max(0, wound.stops.length - STOPS_SHOWN);
  const stops = wound.stops
    .slice(first)
    .map((at, index) => make('li', {}, say('stopAt', first + index + 1, shortMoment(at, language()))));
  progress.replaceChildren(
    make('span', {}, say('windingTo', shortMoment(wound.to, language()))),
    make('progress', { max: '1', value: String(Math.min(1, done)), 'aria-label': say('wind') }),
    make('ol', {}, ...stops),
  );
}
