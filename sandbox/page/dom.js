/** The few lines that make elements; everything a person wrote goes in as text, never as markup. */

const SVG = 'http://www.w3.org/2000/svg';

/** `make('button', {class: 'key', onclick: press}, 'text', child)`; empty children and attributes are left out. */
export function make(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for a drawing. */
export function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** A symbol of index.html, silent to a screen reader: its button carries the words. */
export function icon(name) {
  return draw('svg', { class: 'icon', 'aria-hidden': 'true' }, draw('use', { href: `#icon-${name}` }));
}

/** A button that is only an icon, with its words for those who cannot see it. */
export function iconButton(name, label, onclick, more = {}) {
  return make(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick, ...more },
    icon(name),
  );
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function set(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
  else element.setAttribute(name, value === true ? '' : value);
}
