/** The server's safe HTML, taken in once more as if it were not safe: only known tags are rebuilt, all else is text. */

import { make } from './dom.js';

const PLAIN = { B: 'b', STRONG: 'b', I: 'i', EM: 'i', U: 'u', INS: 'u', S: 's', STRIKE: 's', DEL: 's', CODE: 'code', PRE: 'pre', BR: 'br' };
const SPOILER = ['TG-SPOILER', 'SPAN'];
const SAFE_LINK = /^(https?|tg|mailto|tel):/i;
const EMOJI_ONLY = /^(?:\p{Extended_Pictographic}\uFE0F?(?:\u200D\p{Extended_Pictographic}\uFE0F?)*\s*){1,3}$/u;

/** Elements for `html`; `onLink(url, button)` is called instead of following a link. */
export function rich(html, onLink) {
  const inert = document.createElement('template');
  inert.innerHTML = html;
  const fragment = document.createDocumentFragment();
  fragment.append(...rebuildAll(inert.content, onLink));
  return fragment;
}

/** Up to three emoji and nothing else: Telegram draws them large. */
export const isLargeEmoji = (text) => EMOJI_ONLY.test(text);

function rebuildAll(parent, onLink) {
  return [...parent.childNodes].flatMap((node) => rebuild(node, onLink));
}

function rebuild(node, onLink) {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
  if (node.nodeType !== Node.ELEMENT_NODE || ['SCRIPT', 'STYLE', 'TEMPLATE'].includes(node.tagName)) return [];
  const children = rebuildAll(node, onLink);
  if (node.tagName === 'A') return [link(node.getAttribute('href') ?? '', children, onLink)];
  if (node.tagName === 'BLOCKQUOTE') return [quote(node, children)];
  if (isSpoiler(node)) return [spoiler(children)];
  const plain = PLAIN[node.tagName];
  return plain ? [make(plain, {}, ...children)] : children;
}

function isSpoiler(node) {
  return SPOILER.includes(node.tagName) && (node.tagName !== 'SPAN' || node.classList.contains('tg-spoiler'));
}

function link(address, children, onLink) {
  if (!SAFE_LINK.test(address)) return make('span', {}, ...children);
  const follow = (event) => {
    event.preventDefault();
    onLink(address, event.currentTarget);
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
