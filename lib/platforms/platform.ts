import type { Observation } from '../chat/observation';
import type { PlatformId } from '../chat/shop';
import type { Arrived, WholeStretch } from './bytedance-im/whole-stretch';
import type { Notes } from './notes';
import type { Steps } from './steps';

/** Where a platform's chat page lives. */
export interface Market {
  readonly host: string;
  /** ISO 3166 alpha-2, or `XX` for a host that serves several markets; the page then says which. */
  readonly code: string;
  /** IANA zone of the market's rules; of the page's time labels too, as far as is known. */
  readonly zone: string;
  /** BCP 47 language of the page's labels where the address does not say. */
  readonly language: string;
}

/**
 * An event that an object of the page's own script tells of, as `socket.on('message')` would hear it. Data only, so that
 * the script in the page's world needs to know no platform.
 */
export interface PageEvent {
  /** Dotted path from the page's window. */
  readonly object: string;
  readonly event: string;
}

/** One thing the page received, copied as it was. */
export interface Exchange {
  /** Of an event: `event:` and where it was heard. An empty body says that it is being heard from now on. */
  readonly url: string;
  readonly via: 'fetch' | 'xhr' | 'socket' | 'event';
  readonly body: string | Uint8Array;
  /** When it arrived, ms since the epoch. */
  readonly at: number;
}

/** Ours by its address, but not readable. Counted and shown, never "no messages". */
export interface NotUnderstood {
  readonly notUnderstood: string;
  /** The payload's encoding by name, where one was given. */
  readonly encoding?: string;
  /** bytes (or characters of a text). */
  readonly size: number;
  /** What it may mean besides. */
  readonly hint?: 'signed-out';
}

/** A heartbeat or an answer that carries no chat. */
export interface NotOurs {
  readonly notOurs: true;
}

export const notOurs: NotOurs = { notOurs: true };

/** What an exchange told. */
export type Decoded = readonly Observation[] | NotUnderstood | NotOurs;

/**
 * A question to the world of the page's own script, where elements carry properties that this world cannot see.
 * Data only, so that the script there needs to know no platform.
 */
export interface InPageAsk {
  /** Elements to ask, in document order. */
  readonly selector: string;
  /** The property's name begins with one of these. */
  readonly properties: readonly string[];
  /** How many steps of `.return` to follow. */
  readonly up: number;
  /** Name → dotted paths, first that holds a string or number wins; `*` stands for each entry of a list. */
  readonly pick: Readonly<Record<string, readonly string[]>>;
}

/** One per element, in document order; a value that was not found is absent. */
export type InPageAnswer = Readonly<Record<string, string>>;
export type InPage = (ask: InPageAsk) => readonly InPageAnswer[];

export interface LookArgs {
  /** When the look is taken, ms since the epoch. */
  readonly at: number;
  /** IANA zone of the page's time labels. */
  readonly zone: string;
  readonly url: URL;
  readonly inPage: InPage;
  /** The platform's inner names of the shop, as far as the network told: what the shop itself sends as. */
  readonly accounts: ReadonlySet<string>;
}

export type PageReading =
  | { readonly is: 'signed-out' }
  /** Nothing is known of how this page is made, so nothing was looked for. */
  | { readonly is: 'unknown' }
  | {
      readonly is: 'read';
      readonly observations: readonly Observation[];
      /** Names of the things whose every alternative failed. Empty: all was recognised. */
      readonly missing: readonly string[];
      /** The list is there and shows no chat, and no words say that there is none: empty, filtered, or not drawn yet. */
      readonly blank?: true;
      /** Rows of the list and messages of the thread that are in the page now. */
      readonly rows: number;
      readonly messages: number;
      /** Shop-side messages that could not be told between person and robot; none of them is an observation. */
      readonly unsure: number;
      /** Rows and messages without an id that could be read. */
      readonly nameless: number;
      /** Something is still being filled in: another look soon is worth it, even if nothing more changes. */
      readonly settling?: true;
    };

/** A page of the platform's that shows its own numbers of a shop. Its host is asked for by itself, and never needed. */
export interface NumbersPage {
  readonly host: string;
  /** Where on the host the scripts run, as the ends of match patterns. */
  readonly paths: readonly string[];
}

/** Reads what such a page receives: official numbers and nothing else. */
export interface NumbersReader {
  readonly id: PlatformId;
  /** Never throws. */
  decode(exchange: Exchange): Decoded;
}

/** What addresses say: all that a part of the extension needs that reads no page. */
export interface PlatformAddress {
  readonly id: PlatformId;
  readonly markets: readonly Market[];
  /** Where on its hosts the scripts run, as the ends of match patterns: `chat*`. */
  readonly paths: readonly string[];
  /** The chat may sit in a frame of the page: the scripts run in every frame, and each asks for itself. */
  readonly inFrames: boolean;
  /** Where the platform shows its own numbers, if they are read from a page of their own. */
  readonly numbers?: NumbersPage;
  /** A domain on any host of which a complaint with a clock may stand: `example.com`, beside the chat's own hosts. */
  readonly caseDomain?: string;
  /** And not: assistant pages, log-in, affiliate chat … */
  isChatPage(url: URL): boolean;
  /** Not the chat, but a page on which a smaller view of it may receive messages: those are recorded all the same. */
  mayReceive?(url: URL): boolean;
  /** The platform's log-in page, where a lost sign-in bounces to. */
  isSignedOutPage(url: URL): boolean;
  /** What the address says of the shop. */
  shopOf(url: URL): { readonly seller?: string; readonly market?: string };
  /** The address of the chat on a market's host; of this seller's, where addresses name one. */
  chatUrl(market: Market, seller?: string): string;
}

export interface Platform extends PlatformAddress {
  readonly network: {
    /** Decides in the page's own world what is copied: cheap, and free of imports. */
    wants(url: string): boolean;
    /**
     * How far back everything is known, by the inbox that the page loads and the chain of pushes after it. Absent where no
     * recording shows that they leave nothing out: then only what was watched counts as seen.
     */
    readonly whole?: {
      readonly none: WholeStretch;
      after(before: WholeStretch, arrived: Arrived): WholeStretch;
    };
    /** What brings messages the moment they are written, where that is no exchange with an address. */
    readonly hears?: readonly PageEvent[];
    /**
     * Never throws. An empty list was read and held nothing. What may be long is read in steps. `notes` are the page's:
     * what its earlier exchanges told that this one is read with.
     */
    decode(exchange: Exchange, notes: Notes): Decoded | Steps<Decoded>;
  };
  readonly page: {
    /** Attributes in which the page fills in later what it has drawn already: a change of one is worth a look. */
    readonly fills?: readonly string[];
    /**
     * Whether this document is the one with the chat in it. Of a platform whose chat may sit in a frame of its page.
     */
    shows?(document: Document): boolean;
    /** Never throws, never changes the page. */
    read(document: Document, look: LookArgs): PageReading;
  };
}
