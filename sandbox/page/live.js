/** Hears what happens. After every silence a new line is opened and the caller asks for what was missed. */

const RETRY_MS = 1000;

/**
 * Calls `onEvent({event, phone, kind})` for each, `onOpen()` whenever the line is open and `onLost()` when it breaks.
 * The browser's own resumption is not used: after a sandbox that began anew its Last-Event-ID would be from another count.
 */
export function listen(onEvent, onOpen, onLost) {
  const source = new EventSource('events');
  source.addEventListener('message', (sent) => onEvent(JSON.parse(sent.data)));
  source.addEventListener('open', onOpen);
  source.addEventListener('error', () => {
    source.close();
    onLost();
    setTimeout(() => listen(onEvent, onOpen, onLost), RETRY_MS);
  });
}
