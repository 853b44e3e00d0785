import type { InPageAsk, PageEvent } from '../platforms/platform';
import type { Copied, Give } from './copied';
import { copyFetch } from './copy-fetch';
import { copySocket } from './copy-socket';
import { copyXhr } from './copy-xhr';
import { type Hear, hearEvents } from './hear-events';
import { printAsOriginals } from './look-alike';
import { lookInPage } from './look-in-page';
import { answerName, type Greeting, handOver, lateWord, portToken } from './port';

/**
 * Runs in the page's own world at `document_start`: copies what the page receives from addresses that are wanted, and
 * hands it to our world through one port. Wraps a page once; a second copy gives its port to the first. Never throws: in a
 * page that was there first and has taken away what this needs, nothing is copied.
 */
export function startCopying(page: Window & typeof globalThis, wants: (url: string) => boolean): void {
  quietly(() => copyAll(page, wants));
}

function copyAll(page: Window & typeof globalThis, wants: (url: string) => boolean): void {
  const port = openPort(page);
  const isFirst = page.dispatchEvent(new page.CustomEvent(handOver, { detail: port, cancelable: true }));
  if (!isFirst) return;

  const isLate = page.document.readyState !== 'loading';
  const give: Give = copied => current.give(copied);
  const hear = hearEvents(page, give);
  let current = listenTo(page, port, hear, isLate);
  const goOnWith = (newer: () => MessagePort) =>
    quietly(() => {
      // Listened to before the old one is let go of: what is no port, as a page may forge it, changes nothing.
      const next = listenTo(page, newer(), hear, isLate);
      current.stop();
      current = next;
    });
  page.addEventListener(handOver, event => {
    goOnWith(() => {
      event.preventDefault();
      return (event as CustomEvent<MessagePort>).detail;
    });
  });
  page.addEventListener('pageshow', event => {
    // A page that comes back from the cache may find the other end of its port closed.
    if (event.persisted) goOnWith(() => openPort(page));
  });

  printAsOriginals(page.Function.prototype);
  // What the page has locked or taken away cannot be copied; the others still can.
  quietly(() => copyFetch(page, wants, give));
  quietly(() => copyXhr(page, wants, give));
  quietly(() => copySocket(page, wants, give, () => current.hear()));
}

/** What goes wrong on our side is not the page's business: an error of ours would be told to it as one of its own. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // Nothing is copied then, which our own world sees.
  }
}

function openPort(page: Window & typeof globalThis): MessagePort {
  const { port1, port2 } = new page.MessageChannel();
  page.postMessage(portToken, page.location.origin, [port2]);
  return port1;
}

function listenTo(page: Window & typeof globalThis, port: MessagePort, hear: Hear, isLate: boolean) {
  const { document } = page;
  let askName = '';
  let hears: readonly PageEvent[] = [];
  const answer = (event: Event) =>
    quietly(() => {
      const ask = JSON.parse((event as CustomEvent<string>).detail) as InPageAsk;
      const detail = JSON.stringify(lookInPage(document, ask));
      document.dispatchEvent(new page.CustomEvent(answerName(askName), { detail }));
      hear(hears);
    });
  port.onmessage = ({ data }: MessageEvent<Greeting>) =>
    quietly(() => {
      document.removeEventListener(askName, answer);
      ({ askName, hears } = data);
      document.addEventListener(askName, answer);
      if (isLate) port.postMessage(lateWord);
      hear(hears, true);
    });
  return {
    give(copied: Copied) {
      port.postMessage(copied);
      hear(hears);
    },
    /** The object that tells of events may appear long after the page has loaded, so every occasion is taken. */
    hear() {
      hear(hears);
    },
    stop() {
      document.removeEventListener(askName, answer);
      port.close();
    },
  };
}
