import type { InPage, InPageAnswer, PageEvent } from '../platforms/platform';
import { answerName, type Greeting, lateWord, portToken } from './port';

/** Our end of the line to the page's own world. */
export interface PageLine {
  /** What hangs on elements there. Empty while nobody answers. */
  readonly inPage: InPage;
}

interface ReceiveArgs {
  /** Everything that comes through the port, unchecked. */
  onCopied(raw: unknown): void;
  /** The page was there before what copies: a socket that it had opened by then is not heard. */
  onLate?(): void;
  readonly hears?: readonly PageEvent[] | undefined;
  readonly signal: AbortSignal;
}

/**
 * Takes the port that the page's world offers and hides it from the page. Must be called at `document_start`. After a
 * return from the cache, or when a newer copy starts, the newest port is the one listened to.
 */
export function receivePort(page: Window, { onCopied, onLate, hears = [], signal }: ReceiveArgs): PageLine {
  const askName = `lekas:${crypto.randomUUID()}`;
  let port: MessagePort | undefined;

  const take = (event: MessageEvent) => {
    const [offered] = event.ports;
    if (event.data !== portToken || !offered || event.origin !== page.location.origin) return;
    event.stopImmediatePropagation();
    port?.close();
    port = offered;
    port.onmessage = ({ data }) => (data === lateWord ? onLate?.() : onCopied(data));
    port.postMessage({ askName, hears } satisfies Greeting);
  };
  page.addEventListener('message', take, { capture: true, signal });
  signal.addEventListener('abort', () => port?.close());

  return {
    inPage(ask) {
      const { document } = page;
      let answers: readonly InPageAnswer[] = [];
      const hear = (event: Event) => {
        answers = readAnswers((event as CustomEvent<unknown>).detail);
      };
      document.addEventListener(answerName(askName), hear);
      document.dispatchEvent(new CustomEvent(askName, { detail: JSON.stringify(ask) }));
      document.removeEventListener(answerName(askName), hear);
      return answers;
    },
  };
}

/** The page's world is the page's: whatever it says is text to us, or nothing. */
function readAnswers(detail: unknown): InPageAnswer[] {
  let raw: unknown;
  try {
    raw = JSON.parse(String(detail));
  } catch {
    return [];
  }
  if (!Array.isArray(raw)) return [];
  return raw.map((entry: unknown) => {
    const pairs = Object.entries(entry && typeof entry === 'object' ? entry : {});
    return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  });
}
