import type { PageEvent } from '../platforms/platform';
import { copyOf, type Give } from './copied';
import { apply } from './kept-aside';

export type Hear = (events: readonly PageEvent[], isNew?: boolean) => void;

/**
 * Hears events that objects of the page's own script tell of, as any listener of the page would, and hands over what they
 * carry as JSON. Returns what tries to begin; it may be asked at any time, and listens to each object once. That an object
 * is heard is said when it begins, and again to one who is new. What goes wrong on our side never reaches the page.
 */
export function hearEvents(page: Window, give: Give): Hear {
  const heard = new WeakMap<object, Set<string>>();

  function say(url: string, body: string): void {
    give(copyOf(url, 'event', body, Date.now()));
  }

  function hear({ object, event }: PageEvent, isNew: boolean): void {
    const teller = followed(page, object.split('.'));
    if (typeof teller !== 'object' || teller === null) return;
    const names = heard.get(teller) ?? new Set();
    const { on } = teller as { on?: unknown };
    const url = `event:${object}/${event}`;
    if (names.has(event)) {
      if (isNew) say(url, '');
      return;
    }
    if (typeof on !== 'function') return;
    heard.set(teller, names.add(event));
    const listen = (...told: unknown[]) => {
      try {
        say(url, JSON.stringify(told));
      } catch {
        // What has no JSON is none of the page's messages.
      }
    };
    try {
      apply(on, teller, [event, listen]);
    } catch {
      // One that will not be listened to is tried again at the next occasion.
      names.delete(event);
      return;
    }
    say(url, '');
  }

  return (events, isNew = false) => {
    // By number: a page may have taken away what lists are gone through by.
    for (let i = 0; i < events.length; i++) {
      try {
        hear(events[i] as PageEvent, isNew);
      } catch {
        // Whatever the page has under that name, it is not what was meant.
      }
    }
  };
}

function followed(from: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((object, key) => (object as Record<string, unknown> | null | undefined)?.[key], from);
}
