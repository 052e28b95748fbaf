/** Hears what happens, and catches up after every silence. */

const KINDS = ['message', 'edit', 'delete', 'answer', 'keyboard', 'commands', 'clock', 'phone'];
const RETRY_MS = 1000;

/** Calls `onEvent({event, phone, kind})` for each, and `onOpen()` whenever the line is (again) open: then ask for what was missed. */
export function listen(onEvent, onOpen, onClosed) {
  const source = new EventSource('events');
  const hear = (sent) => onEvent(JSON.parse(sent.data));
  for (const kind of KINDS) source.addEventListener(kind, hear);
  source.addEventListener('open', onOpen);
  source.addEventListener('error', () => {
    onClosed();
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(onEvent, onOpen, onClosed), RETRY_MS);
  });
}
