/** Requests to the sandbox; see docs/sandbox.md. Paths are relative, so that the page may live under a prefix. */

/** What the sandbox refused, in its own words. */
export class Refused extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

export const get = (path) => request(path, { method: 'GET' });
export const remove = (path) => request(path, { method: 'DELETE' });
export const post = (path, body = {}) =>
  request(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
export const fileAddress = (phone, uniqueId) => `file/${phone}/${encodeURIComponent(uniqueId)}`;

/** Sends files as one message or album; `told` holds the other fields, of which the empty ones are left out. */
export function upload(path, files, told) {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  for (const [name, value] of Object.entries(told)) if (value) form.append(name, value);
  return request(path, { method: 'POST', body: form });
}

async function request(path, options) {
  const response = await fetch(path, options);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(response.status, answer.error ?? `${response.status} ${response.statusText}`);
  return answer;
}
