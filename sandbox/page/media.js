/** What a message carries besides words: photos, files, voices, positions. */

import { icon, make } from './dom.js';
import { mapTile } from './map.js';
import { fileAddress } from './server.js';

const DECIMALS = 4; // about ten metres
const WAVE = [4, 7, 11, 8, 13, 16, 10, 6, 12, 18, 14, 9, 15, 11, 7, 13, 9, 5, 8, 4];

/** Elements for the media of one bubble: several messages when they are an album. */
export function media(messages, { phone, say, onPhoto }) {
  const photos = messages.filter((message) => message.photo?.length);
  if (photos.length) return [mosaic(photos, messages[0].message_id, { phone, say, onPhoto })];
  return messages.map((message) => single(message, phone, say)).filter(Boolean);
}

/** A short name for what a message without words is, for previews and quotes. */
export function mediaName(message, say) {
  if (message.photo) return say('photo');
  if (message.voice) return say('voiceMessage');
  if (message.location || message.venue) return say('position').replace(' …', '');
  if (message.document) return message.document.file_name ?? say('document');
  return otherName(message, say);
}

function otherName(message, say) {
  if (message.video || message.animation || message.video_note) return say('video');
  if (message.sticker) return message.sticker.emoji ?? say('sticker');
  if (message.contact) return `${say('contact')}: ${message.contact.first_name} ${message.contact.phone_number}`;
  return say('unknown');
}

function single(message, phone, say) {
  if (message.document) return documentRow(message.document, phone, say);
  if (message.voice) return voiceRow(message.voice, say);
  if (message.location) return position(message, say);
  if (message.text === undefined && message.caption === undefined)
    return make('p', { class: 'other' }, otherName(message, say));
  return null;
}

function mosaic(photos, first, context) {
  const tiles = photos.map((message, index) =>
    tile(message, index, message.message_id === first, photos.length, context),
  );
  return make(
    'div',
    { class: `mosaic count-${Math.min(photos.length, 4)}${photos.length % 2 ? ' odd' : ''}` },
    ...tiles,
  );
}

function tile(message, index, isFirst, count, { phone, say, onPhoto }) {
  const size = message.photo.reduce((best, one) => (one.width > best.width ? one : best));
  const label = count > 1 ? say('photoNumber', index + 1) : say('photo');
  const address = fileAddress(phone, size.file_unique_id);
  const picture = make('img', {
    src: address,
    alt: '',
    width: size.width,
    height: size.height,
    decoding: 'async',
    draggable: 'false',
  });
  if (count === 1) picture.style.aspectRatio = `${size.width} / ${size.height}`;
  return make(
    'button',
    {
      type: 'button',
      class: 'photo',
      'aria-label': label,
      'data-message': isFirst ? undefined : message.message_id,
      onclick: () => onPhoto(address, message.caption ?? label),
    },
    picture,
  );
}

function documentRow(file, phone, say) {
  const name = file.file_name ?? say('document');
  return make(
    'a',
    { class: 'file', href: fileAddress(phone, file.file_unique_id), download: name },
    make('span', { class: 'file-icon' }, icon('file')),
    make(
      'span',
      { class: 'file-words' },
      make('bdi', { class: 'file-name' }, name),
      make('small', {}, size(file.file_size)),
    ),
  );
}

function size(bytes) {
  if (bytes === undefined) return '';
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function voiceRow(voice, say) {
  const bars = WAVE.map((height) => {
    const bar = make('i');
    bar.style.height = `${height / 16}em`;
    return bar;
  });
  const length = `0:${String(voice.duration ?? 0).padStart(2, '0')}`;
  return make(
    'div',
    { class: 'voice', role: 'img', 'aria-label': `${say('voiceMessage')} ${length}` },
    make('span', { class: 'file-icon' }, icon('voice')),
    make('span', { class: 'file-words' }, make('span', { class: 'wave' }, ...bars), make('small', {}, length)),
  );
}

function position(message, say) {
  const { latitude, longitude, live_period: live } = message.location;
  const words = say('positionShown', latitude.toFixed(DECIMALS), longitude.toFixed(DECIMALS));
  const venue =
    message.venue &&
    make('p', { class: 'venue' }, make('b', {}, message.venue.title), make('br'), message.venue.address);
  return make(
    'figure',
    { class: 'position' },
    mapTile(latitude, longitude, { live: Boolean(live) }),
    venue,
    make('figcaption', {}, live ? `${say('positionLiveMark')} · ` : '', words.replace(/^\S+ /, '')),
  );
}
