/** Photos made here, for those who have none at hand: a car park at night, a little different each time. */

const WIDTH = 1280;
const HEIGHT = 960;
const CAR_COLOURS = ['#8d2f2f', '#c9ccd1', '#26486b', '#3b3f45', '#d3a72f', '#547a5b'];
let made = 0;

/** A JPEG as a File; the number in its corner tells one from the next. */
export async function samplePhoto() {
  made += 1;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const chance = randomFrom(made * 7919 + (Date.now() % 100000));
  paint(canvas.getContext('2d'), chance, made);
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.82));
  return new File([blob], `sample-${made}.jpg`, { type: 'image/jpeg' });
}

function paint(brush, chance, number) {
  sky(brush);
  ground(brush);
  for (let lamp = 0; lamp < 3; lamp += 1) lampPost(brush, 180 + lamp * 440 + chance() * 80);
  for (let row = 0; row < 3; row += 1) carRow(brush, 500 + row * 150, 0.75 + row * 0.35, chance);
  brush.fillStyle = 'rgba(255,255,255,.75)';
  brush.font = '28px sans-serif';
  brush.fillText(`#${number}`, 32, HEIGHT - 32);
}

function sky(brush) {
  const night = brush.createLinearGradient(0, 0, 0, 430);
  night.addColorStop(0, '#0b1526');
  night.addColorStop(1, '#33415c');
  brush.fillStyle = night;
  brush.fillRect(0, 0, WIDTH, 430);
  brush.fillStyle = '#1a2233';
  brush.fillRect(0, 300, WIDTH, 130);
  brush.fillStyle = '#f3d58a';
  for (let x = 40; x < WIDTH; x += 90) brush.fillRect(x, 350, 46, 26);
}

function ground(brush) {
  const asphalt = brush.createLinearGradient(0, 430, 0, HEIGHT);
  asphalt.addColorStop(0, '#3a3f47');
  asphalt.addColorStop(1, '#22262c');
  brush.fillStyle = asphalt;
  brush.fillRect(0, 430, WIDTH, HEIGHT - 430);
  brush.strokeStyle = 'rgba(255,255,255,.35)';
  brush.lineWidth = 4;
  for (let x = -400; x < WIDTH + 400; x += 170) {
    brush.beginPath();
    brush.moveTo(WIDTH / 2 + (x - WIDTH / 2) * 0.6, 440);
    brush.lineTo(x, HEIGHT);
    brush.stroke();
  }
}

function lampPost(brush, x) {
  const glow = brush.createRadialGradient(x, 170, 4, x, 170, 260);
  glow.addColorStop(0, 'rgba(255,226,160,.85)');
  glow.addColorStop(1, 'rgba(255,226,160,0)');
  brush.fillStyle = glow;
  brush.fillRect(x - 260, 0, 520, 520);
  brush.fillStyle = '#11151c';
  brush.fillRect(x - 5, 170, 10, 300);
}

function carRow(brush, y, scale, chance) {
  for (let x = -60; x < WIDTH; x += 210 * scale) {
    if (chance() < 0.3) continue;
    car(brush, x + chance() * 30, y, scale, CAR_COLOURS[Math.floor(chance() * CAR_COLOURS.length)]);
  }
}

function car(brush, x, y, scale, colour) {
  brush.fillStyle = 'rgba(0,0,0,.35)';
  brush.fillRect(x, y + 62 * scale, 170 * scale, 14 * scale);
  brush.fillStyle = colour;
  rounded(brush, x, y + 22 * scale, 170 * scale, 44 * scale, 14 * scale);
  rounded(brush, x + 32 * scale, y, 104 * scale, 40 * scale, 18 * scale);
  brush.fillStyle = '#9fb4c9';
  rounded(brush, x + 42 * scale, y + 7 * scale, 84 * scale, 20 * scale, 8 * scale);
  brush.fillStyle = '#ffefc2';
  rounded(brush, x + 156 * scale, y + 32 * scale, 14 * scale, 12 * scale, 5 * scale);
}

function rounded(brush, x, y, width, height, radius) {
  brush.beginPath();
  brush.roundRect(x, y, width, height, radius);
  brush.fill();
}

/** Mulberry32: small, and the same for the same seed. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
