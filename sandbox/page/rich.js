/**
 * The server's safe HTML, taken in once more as if it were not safe: only known tags are rebuilt, all else is
 * text.
 */

import { make } from './dom.js';

const PLAIN = {
  B: 'b',
  STRONG: 'b',
  I: 'i',
  EM: 'i',
  U: 'u',
  INS: 'u',
  S: 's',
  STRIKE: 's',
  DEL: 's',
  CODE: 'code',
  PRE: 'pre',
  BR: 'br',
};
const NEVER = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'IFRAME', 'OBJECT']);
const BLOCKS = new Set(['BLOCKQUOTE', 'PRE']);
const SPOILERS = ['tg-spoiler', 'spoiler'];
const TINTED = ['mention', 'text_mention', 'hashtag', 'cashtag', 'phone_number'];
const SAFE_LINK = /^(https?|tg|mailto|tel):/i;
const EMOJI_ONLY = /^(?:\p{Extended_Pictographic}\uFE0F?(?:\u200D\p{Extended_Pictographic}\uFE0F?)*\s*){1,3}$/u;

/**
 * Elements for `html`; `onLink(url, anchor)` is called instead of following a link, `onCommand(text)` for a
 * `/command`.
 */
export function rich(html, act) {
  const inert = document.createElement('template');
  inert.innerHTML = html;
  const fragment = document.createDocumentFragment();
  fragment.append(...rebuildAll(inert.content, act));
  return fragment;
}

/** Up to three emoji and nothing else: Telegram draws them large. */
export const isLargeEmoji = (text) => EMOJI_ONLY.test(text);

function rebuildAll(parent, act) {
  const nodes = [...parent.childNodes].flatMap((node) => rebuild(node, act));
  nodes.forEach((node, index) => BLOCKS.has(node.nodeName) && trimAround(nodes[index - 1], nodes[index + 1]));
  return nodes;
}

/**
 * A quotation or a block of code breaks the line itself: the line break that Telegram has beside it would be a
 * second one.
 */
function trimAround(before, after) {
  if (before?.nodeType === Node.TEXT_NODE) before.data = before.data.replace(/\n$/, '');
  if (after?.nodeType === Node.TEXT_NODE) after.data = after.data.replace(/^\n/, '');
}

function rebuild(node, act) {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
  if (node.nodeType !== Node.ELEMENT_NODE || NEVER.has(node.tagName)) return [];
  const children = rebuildAll(node, act);
  if (node.tagName === 'A') return [link(node.getAttribute('href') ?? '', children, act)];
  if (node.tagName === 'BLOCKQUOTE') return [quote(node, children)];
  if (node.tagName === 'TG-SPOILER') return [spoiler(children)];
  if (node.tagName === 'SPAN') return [marked(node, children, act)];
  const plain = PLAIN[node.tagName];
  return plain ? [make(plain, {}, ...children)] : children;
}

/** An entity that is told by its class: the words themselves are the address or the command. */
function marked(node, children, act) {
  const text = node.textContent;
  if (SPOILERS.some((name) => node.classList.contains(name))) return spoiler(children);
  if (node.classList.contains('url')) return link(/^[a-z]+:/i.test(text) ? text : `https://${text}`, children, act);
  if (node.classList.contains('email')) return link(`mailto:${text}`, children, act);
  if (node.classList.contains('bot_command'))
    return make('button', { type: 'button', class: 'entity', onclick: () => act.onCommand(text) }, ...children);
  return make(
    'span',
    { class: TINTED.some((name) => node.classList.contains(name)) ? 'entity' : undefined },
    ...children,
  );
}

function link(address, children, act) {
  if (!SAFE_LINK.test(address)) return make('span', {}, ...children);
  const follow = (event) => {
    event.preventDefault();
    act.onLink(address, event.currentTarget);
  };
  return make('a', { href: address, rel: 'noopener noreferrer', target: '_blank', onclick: follow }, ...children);
}

function quote(node, children) {
  if (!node.hasAttribute('expandable')) return make('blockquote', {}, ...children);
  const expand = (event) => event.currentTarget.classList.toggle('expanded');
  return make('blockquote', { class: 'expandable', onclick: expand }, ...children);
}

function spoiler(children) {
  const reveal = (event) => {
    event.currentTarget.classList.add('revealed');
    event.currentTarget.removeAttribute('role');
  };
  const onkeydown = (event) => event.key === 'Enter' && reveal(event);
  return make('span', { class: 'spoiler', role: 'button', tabindex: '0', onclick: reveal, onkeydown }, ...children);
}
