/** A position as a small drawn tile: an imagined town on a fixed grid, so that two near positions look near. */

import { draw } from './dom.js';

const TILE = { width: 480, height: 270 };
const BLOCK = 96;
const STREET = 14;
const METRES_PER_DEGREE = 111320;

/** An SVG of about 480 × 270 m around the position, with a pin in its middle. */
export function mapTile(latitude, longitude, { live = false } = {}) {
  const east = longitude * METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
  const south = -latitude * METRES_PER_DEGREE;
  const left = east - TILE.width / 2;
  const top = south - TILE.height / 2;
  return draw(
    'svg',
    {
      class: 'map',
      viewBox: `0 0 ${TILE.width} ${TILE.height}`,
      'aria-hidden': 'true',
      preserveAspectRatio: 'xMidYMid slice',
    },
    draw('rect', { width: TILE.width, height: TILE.height, class: 'map-street' }),
    ...blocks(left, top),
    pin(live),
  );
}

function blocks(left, top) {
  const drawn = [];
  for (let column = Math.floor(left / BLOCK); column * BLOCK < left + TILE.width; column += 1) {
    for (let row = Math.floor(top / BLOCK); row * BLOCK < top + TILE.height; row += 1) {
      drawn.push(...block(column, row, column * BLOCK - left, row * BLOCK - top));
    }
  }
  return drawn;
}

function block(column, row, x, y) {
  const kind = chance(column, row);
  const wide = column % 4 === 0 ? STREET * 2 : STREET;
  const box = { x: x + wide / 2, y: y + STREET / 2, width: BLOCK - wide, height: BLOCK - STREET, rx: 6 };
  if (kind < 0.2) return [draw('rect', { ...box, class: 'map-green' })];
  if (kind < 0.45) return [draw('rect', { ...box, class: 'map-parking' }), stripes(box)];
  const house = {
    x: box.x + 10,
    y: box.y + 12,
    width: box.width - 20 - kind * 16,
    height: box.height - 34 + kind * 12,
    rx: 3,
  };
  return [draw('rect', { ...box, class: 'map-plot' }), draw('rect', { ...house, class: 'map-house' })];
}

function stripes(box) {
  const lines = [];
  for (let x = box.x + 12; x < box.x + box.width - 8; x += 12)
    lines.push(`M${x} ${box.y + 8}v22m0 ${box.height - 60}v22`);
  return draw('path', { d: lines.join(''), class: 'map-stripes' });
}

function pin(live) {
  const centre = { cx: TILE.width / 2, cy: TILE.height / 2 };
  if (live)
    return draw(
      'g',
      {},
      draw('circle', { ...centre, r: 44, class: 'map-halo' }),
      draw('circle', { ...centre, r: 15, class: 'map-live' }),
    );
  return draw('path', {
    class: 'map-pin',
    transform: `translate(${centre.cx} ${centre.cy})`,
    d: 'M0 0C-6-14-26-28-26-50a26 26 0 1 1 52 0C26-28 6-14 0 0ZM0-40a10 10 0 1 0 0-20 10 10 0 0 0 0 20Z',
    'fill-rule': 'evenodd',
  });
}

/** Between 0 and 1, always the same for the same block. */
function chance(column, row) {
  const mixed = Math.imul(column, 374761393) + Math.imul(row, 668265263);
  return ((Math.imul(mixed ^ (mixed >>> 13), 1274126177) >>> 0) % 1000) / 1000;
}
