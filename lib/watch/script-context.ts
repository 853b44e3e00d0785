import { browser } from 'wxt/browser';

/** What a script in a page knows of its own life. */
export interface ScriptLife {
  /** Aborted when the script is to do no more. */
  readonly signal: AbortSignal;
  /** Whether the extension is still there and no newer copy runs. Asking ends what lives no longer. */
  readonly isValid: boolean;
  onInvalidated(end: () => void): void;
  notifyInvalidated(): void;
}

/**
 * The life of a script in a page, for WXT to hand to it: a twentieth of WXT's own class, whose timers and watcher of addresses no
 * script of ours uses and every page would load. A copy that starts ends the older one, by the very event of WXT's class, so
 * that either ends the other.
 */
export class ContentScriptContext implements ScriptLife {
  readonly #ending = new AbortController();

  /** `name`: the script's, the same in every copy of it. */
  constructor(name: string) {
    const started = `${browser.runtime.id}:${name}:wxt:content-script-started`;
    const detail = { contentScriptName: name, messageId: crypto.randomUUID() };
    // Told before it is heard: nobody ends himself.
    document.dispatchEvent(new CustomEvent(started, { detail }));
    document.addEventListener(started, () => this.notifyInvalidated(), { signal: this.signal });
  }

  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  get isValid(): boolean {
    // An extension that was updated or taken away leaves its scripts behind without one, and tells them nothing.
    if (browser.runtime?.id === undefined) this.notifyInvalidated();
    return !this.signal.aborted;
  }

  onInvalidated(end: () => void): void {
    this.signal.addEventListener('abort', end);
  }

  notifyInvalidated(): void {
    this.#ending.abort();
  }
}
