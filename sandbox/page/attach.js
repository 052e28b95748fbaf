/** What the paper clip offers: photos, files and positions. */

import { make } from './dom.js';
import { mapTile } from './map.js';
import { askInPhone, openMenu, textButton } from './notice.js';
import { samplePhoto } from './sample.js';

const ALBUM = 3;
const ALBUM_MOST = 10;
const LIVE_SECONDS = 900;
const PLACES = [
  ['Överby köpcentrum', 58.305, 12.27],
  ['Norra parkeringen', 58.3068, 12.2702],
  ['Södra parkeringen', 58.3031, 12.2698],
  ['Lastkajerna', 58.3059, 12.274],
  ['Överbyvägen', 58.302, 12.2752],
  ['Kungsgatan', 58.283, 12.289],
  ['Resecentrum', 58.288, 12.299],
];

/** Opens the menu; `send` has `photos(files)`, `document(file)` and `location({latitude, longitude, live_period})`. */
export function openAttach(anchor, device, say, send) {
  openMenu(anchor, say('attach'), [
    {
      icon: 'photo',
      text: say('photoDisk'),
      act: () => pick('image/*', true, (files) => send.photos(files.slice(0, ALBUM_MOST))),
    },
    { icon: 'photo', text: say('photoSample'), act: async () => send.photos([await samplePhoto()]) },
    { icon: 'album', text: say('albumSample'), act: async () => send.photos(await samples(ALBUM)) },
    { icon: 'file', text: say('file'), act: () => pick('', false, ([file]) => send.document(file)) },
    { icon: 'pin', text: say('position'), act: () => pickPosition(device, say, send) },
  ]);
}

/** Asks for a position and sends it; nothing when the person thinks better of it. */
export async function pickPosition(device, say, send) {
  const chosen = await askInPhone(device, say('positionSend'), (close) => positionForm(say, close));
  if (chosen) send.location(chosen);
}

async function samples(count) {
  const photos = [];
  for (let index = 0; index < count; index += 1) photos.push(await samplePhoto());
  return photos;
}

function pick(accept, multiple, take) {
  const input = make('input', { type: 'file', accept, multiple });
  input.addEventListener('change', () => input.files.length && take([...input.files]));
  input.click();
}

function positionForm(say, close) {
  const latitude = coordinate('latitude', PLACES[0][1], 90);
  const longitude = coordinate('longitude', PLACES[0][2], 180);
  const live = make('input', { type: 'checkbox' });
  const picture = make('div', { class: 'position-preview' });
  const show = () => picture.replaceChildren(mapTile(latitude.valueAsNumber || 0, longitude.valueAsNumber || 0));
  const choose = (place) => {
    latitude.value = place[1];
    longitude.value = place[2];
    show();
  };
  const submit = (event) => {
    event.preventDefault();
    close({
      latitude: latitude.valueAsNumber,
      longitude: longitude.valueAsNumber,
      ...(live.checked && { live_period: LIVE_SECONDS }),
    });
  };
  show();
  return [
    make(
      'form',
      { class: 'position-form', onsubmit: submit, oninput: show },
      picture,
      make(
        'div',
        { class: 'places' },
        ...PLACES.map((place) =>
          make('button', { type: 'button', class: 'chip', onclick: () => choose(place) }, place[0]),
        ),
      ),
      make('div', { class: 'pair' }, labelled(say('latitude'), latitude), labelled(say('longitude'), longitude)),
      make('label', { class: 'choice' }, live, make('span', {}, say('positionLive'))),
      make(
        'div',
        { class: 'dialog-row' },
        textButton(say('cancel'), () => close(null)),
        make('button', { type: 'submit', class: 'text-button' }, say('positionSend')),
      ),
    ),
  ];
}

const coordinate = (name, value, most) =>
  make('input', { type: 'number', name, value, min: -most, max: most, step: 'any', required: true });
const labelled = (text, input) => make('label', {}, make('span', {}, text), input);
