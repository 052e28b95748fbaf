/** Puts the page together: the clock and the tools above, the phones below, and the line on which news come. */

import { people, readPeople, refresh, setUpDesk } from './desk.js';
import { setUpFaults } from './faults.js';
import { listen } from './live.js';
import { say, setUpLook } from './look.js';
import { pageToast, placePanels } from './notice.js';
import { readClock, setUpClock } from './winding.js';

const OF_CHAT = ['message', 'edit', 'delete', 'keyboard', 'commands'];
const OF_PEOPLE = ['message', 'phone'];
const PEOPLE_PAUSE_MS = 60;

let peopleSoon = null;
let lost = false;

setUpLook();
setUpDesk();
setUpFaults(people);
setUpClock();
placePanels();
listen(hear, () => catchUp().catch(lose), lose);

function hear({ phone, kind }) {
  if (kind === 'clock') readClock().catch(lose);
  if (OF_CHAT.includes(kind)) refresh(phone, kind).catch(lose);
  if (OF_PEOPLE.includes(kind)) readPeopleSoon();
}

/** A burst of messages asks for the unread counts once. */
function readPeopleSoon() {
  peopleSoon ??= setTimeout(() => {
    peopleSoon = null;
    readPeople().catch(lose);
  }, PEOPLE_PAUSE_MS);
}

async function catchUp() {
  lost = false;
  await Promise.all([readClock(), readPeople()]);
  await refresh(0);
  document.body.dataset.ready = '';
}

function lose() {
  if (!lost) pageToast(say('lost'));
  lost = true;
}
