// A script of a page that means harm, run before all else of the page's own. It keeps what it needs for itself, puts traps in
// the place of what scripts share with it, and does what it is told by `window.__attack`. While the traps are armed everything
// that was replaced throws; the attack itself goes by what it kept.
(() => {
  const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const { now } = Date;
  const [dispatch, listen] = [EventTarget.prototype.dispatchEvent, EventTarget.prototype.addEventListener];
  const { open: openRequest, send: sendRequest } = XMLHttpRequest.prototype;
  const { postMessage: postToPort } = MessagePort.prototype;
  const print = Function.prototype.toString;
  const post = window.postMessage;
  const parse = JSON.parse;
  const Bytes = Uint8Array;
  const Channel = MessageChannel;
  const Told = CustomEvent;
  const Message = MessageEvent;
  const Plain = Event;
  const Request = XMLHttpRequest;
  const Socket = WebSocket;
  const Later = Promise;
  const Answer = Response;
  const ask = window.fetch;
  const patience = setTimeout;
  const { origin } = location;

  // --- what came of it ---------------------------------------------------------------------------------------------

  const errors: string[] = [];
  const note = (what: unknown) => {
    const { message, filename, error } = what as { message?: string; filename?: string; error?: { stack?: string } };
    const told = `${message} ${filename} ${error?.stack}`;
    // What the page itself throws while its own traps are armed is its own affair.
    if (told.includes('extension:') || message === 'Script error.') errors[errors.length] = told;
  };
  apply(listen, window, ['error', note]);
  apply(listen, window, [
    'unhandledrejection',
    ({ reason }: PromiseRejectionEvent) => note({ message: `${reason}`, error: reason }),
  ]);

  // --- traps --------------------------------------------------------------------------------------------------------

  let isArmed = false;
  let sprung = 0;
  const trap = (owner: object, name: PropertyKey) => {
    const before = getOwnPropertyDescriptor(owner, name);
    if (typeof before?.value !== 'function' || before.configurable !== true) return;
    const original = before.value;
    const value = new Proxy(original, {
      apply(target, self, args) {
        if (!isArmed) return apply(target, self, args);
        sprung += 1;
        throw new TypeError('taken away');
      },
      construct(target, args, newTarget) {
        if (!isArmed) return construct(target, args, newTarget);
        sprung += 1;
        throw new TypeError('taken away');
      },
    });
    defineProperty(owner, name, { ...before, value });
  };
  const shared: [object, PropertyKey[]][] = [
    [
      Array.prototype,
      [Symbol.iterator, 'map', 'filter', 'push', 'forEach', 'some', 'slice', 'splice', 'reduce', 'join'],
    ],
    [Array, ['from', 'isArray']],
    [String.prototype, ['split', 'startsWith', 'replace', 'slice', 'includes']],
    [RegExp.prototype, ['test', 'exec']],
    [JSON, ['parse', 'stringify']],
    [Promise, ['resolve', 'all', 'race']],
    [Promise.prototype, ['then', 'catch', 'finally']],
    [Map.prototype, ['get', 'set', 'has']],
    [Set.prototype, ['has', 'add']],
    [WeakMap.prototype, ['get', 'set', 'has', 'delete']],
    [WeakSet.prototype, ['has', 'add']],
    [Object, ['keys', 'entries', 'assign', 'defineProperty', 'getOwnPropertyNames', 'getOwnPropertyDescriptor']],
    [Reflect, ['apply', 'construct', 'get', 'ownKeys']],
    [Function.prototype, ['call', 'apply', 'bind']],
    [Object.getPrototypeOf(Uint8Array.prototype), ['set', 'slice', 'subarray']],
    [EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent']],
    [MessagePort.prototype, ['postMessage', 'close']],
    [Response.prototype, ['clone', 'arrayBuffer', 'json', 'text']],
    [Crypto.prototype, ['randomUUID', 'getRandomValues']],
    [Date, ['now']],
    [Performance.prototype, ['now']],
    [Document.prototype, ['querySelectorAll']],
    [
      window,
      [
        'fetch',
        'WebSocket',
        'XMLHttpRequest',
        'Promise',
        'Map',
        'Set',
        'Proxy',
        'Uint8Array',
        'URL',
        'Request',
        'CustomEvent',
        'MessageChannel',
        'String',
        'postMessage',
      ],
    ],
  ];
  for (const [owner, names] of shared) for (const name of names) trap(owner, name);
  // Fetch once more, below the extension's where this page was there first: answers of the page's own making.
  const below = window.fetch;
  window.fetch = (input, init) => {
    const url = `${input}`;
    return url.includes('forged') ? Later.resolve(new Answer(emptyPoll)) : below(input, init);
  };

  // --- the flood ----------------------------------------------------------------------------------------------------

  const config: { frames: string[]; poll: string; socket: string } = parse(
    document.getElementById('attack-config')?.textContent ?? '{}',
  );
  const bytesOf = (text: string) => Bytes.from(atob(text), letter => letter.charCodeAt(0));
  const frames = config.frames.map(bytesOf);
  const emptyPoll = bytesOf(config.poll);
  const pollUrl = `${origin}/v1/message/get_by_user?attack`;

  /** A port such as the extension's own script offers, in its place. */
  function forgedPort(): MessagePort {
    const { port1, port2 } = new Channel();
    apply(post, window, ['lekas:port', origin, [port2]]);
    return port1;
  }

  function openSocket(): Promise<WebSocket> {
    const socket = new Socket(config.socket);
    socket.binaryType = 'arraybuffer';
    return new Later(resolve => apply(listen, socket, ['open', () => resolve(socket)]));
  }

  function asked(): Promise<XMLHttpRequest> {
    const request = new Request();
    request.responseType = 'arraybuffer';
    apply(openRequest, request, ['GET', pollUrl]);
    return new Later(resolve => {
      apply(listen, request, ['load', () => resolve(request)]);
      apply(sendRequest, request, []);
    });
  }

  type Door = 'frames' | 'requests' | 'fetches' | 'port' | 'page';

  /** `perSecond` at each of these doors in turn, for so long (ms). Gives how many went through each, and how long it took. */
  async function flood(doors: Door[], perSecond: number, ms: number, withTraps: boolean) {
    const socket = await openSocket();
    const request = await asked();
    const port = doors.includes('port') ? forgedPort() : undefined;
    const list = document.createElement('div');
    document.body.append(list);
    const counts: Record<Door, number> = { frames: 0, requests: 0, fetches: 0, port: 0, page: 0 };
    const loads = new Plain('load');
    let frame = 0;
    const nextFrame = () => frames[frame++ % frames.length] as Uint8Array;
    const through: Record<Door, () => void> = {
      frames: () => void apply(dispatch, socket, [new Message('message', { data: nextFrame().buffer })]),
      requests: () => void apply(dispatch, request, [loads]),
      fetches: () => void window.fetch(`${pollUrl}&forged`),
      port: () => {
        const { buffer: body, byteLength: size } = nextFrame();
        apply(postToPort, port, [{ url: config.socket, via: 'socket', at: now(), body, size }]);
      },
      page: () => {
        list.textContent = `${sent}`;
      },
    };
    const { length } = doors;
    let sent = 0;
    const began = now();
    const { port1, port2 } = new Channel();
    isArmed = withTraps;
    await new Later<void>(resolve => {
      port1.onmessage = () => {
        const at = now();
        if (at - began >= ms) return resolve();
        const due = ((at - began) * perSecond) / 1000;
        while (sent < due && now() - at < 100) {
          for (let i = 0; i < 50; i++) {
            const door = doors[sent++ % length] as Door;
            through[door]();
            counts[door] += 1;
          }
        }
        apply(postToPort, port2, [0]);
      };
      apply(postToPort, port2, [0]);
    });
    isArmed = false;
    list.remove();
    return { sent, ms: now() - began, counts, sprung };
  }

  /** So many frames in one breath, in which nobody else has a turn. Gives how long it took, ms. */
  async function burst(count: number): Promise<number> {
    const socket = await openSocket();
    const began = now();
    for (let i = 0; i < count; i++) {
      const { buffer } = frames[i % frames.length] as Uint8Array;
      apply(dispatch, socket, [new Message('message', { data: buffer })]);
    }
    return now() - began;
  }

  // --- what is no message -------------------------------------------------------------------------------------------

  const refuse = () => {
    throw new TypeError('looked at');
  };
  const allRefused = new Proxy({}, { get: refuse }) as ProxyHandler<object>;
  function nasty(): unknown[] {
    const round: Record<string, unknown> = {};
    round.self = round;
    const deep = parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    return [
      ...[
        null,
        undefined,
        true,
        -1,
        Number.NaN,
        2n ** 4000n,
        '',
        '\ud800',
        Symbol('x'),
        () => 1,
        [],
        [[]],
        {},
        round,
        deep,
      ],
      new Proxy({}, allRefused),
      new Proxy(() => 1, allRefused),
      Object.defineProperty({}, 'body', { get: refuse, enumerable: true }),
      Object.defineProperty({}, 'then', { get: refuse }),
      // biome-ignore lint/suspicious/noThenProperty: whoever waits for it runs it.
      { then: refuse },
      { toString: refuse, valueOf: refuse, toJSON: refuse, [Symbol.toPrimitive]: refuse },
      parse('{"__proto__":{"is":"message","author":"seller"},"constructor":{"prototype":{"polluted":1}}}'),
      { url: { toString: refuse }, via: 'socket', at: 1, body: 'x', size: 1 },
      { url: config.socket, via: 'socket', at: Number.POSITIVE_INFINITY, body: new Bytes(4), size: -1 },
      { url: config.socket, via: '__proto__', at: 1, body: [], size: {} },
      { url: config.socket, via: 'event', at: 1, body: '['.repeat(100_000), size: 1 },
      { url: 'x'.repeat(1_000_000), via: 'fetch', at: 1, body: '', size: 0 },
      new Date(Number.NaN),
      new Map([[{}, {}]]),
      new Bytes(3),
      new DataView(new ArrayBuffer(2)),
    ];
  }

  const names = [
    'lekas:hand-over',
    'lekas:late',
    'lekas:port',
    'wxt:content-script-started',
    'pageshow',
    'pagehide',
    'resume',
  ];
  const quietly = (act: () => void) => {
    try {
      act();
    } catch {
      // What cannot be sent is not.
    }
  };

  /** All that is nasty through every door; gives how many were tried. */
  async function pokeEveryDoor(): Promise<number> {
    const socket = await openSocket();
    const request = await asked();
    const port = forgedPort();
    let tried = 0;
    const row = document.body.appendChild(document.createElement('div'));
    row.id = 'hostile-row';
    for (const value of nasty()) {
      const doors = [
        () => apply(post, window, [value, '*']),
        () => apply(postToPort, port, [value]),
        () => apply(dispatch, socket, [new Message('message', { data: value })]),
        ...names.flatMap(name =>
          [window, document].map(
            target => () => apply(dispatch, target, [new Told(name, { detail: value, cancelable: true })]),
          ),
        ),
        () => {
          defineProperty(request, 'response', { get: () => value, configurable: true });
          apply(dispatch, request, [new Plain('load')]);
        },
        () => {
          defineProperty(request, 'responseURL', { get: refuse, configurable: true });
          apply(dispatch, request, [new Plain('load')]);
        },
        () => void window.fetch(value as string).catch(() => {}),
        () => {
          for (const all of document.querySelectorAll('*'))
            (all as unknown as Record<string, unknown>).__reactFiber$hostile = value;
          row.textContent = `${tried}`;
        },
      ];
      for (const door of doors) quietly(door);
      tried += doors.length;
      await new Later(resolve => patience(resolve, 5));
    }
    row.remove();
    for (const all of document.querySelectorAll('*'))
      delete (all as unknown as Record<string, unknown>).__reactFiber$hostile;
    return tried;
  }

  /** One body, one frame, one text in the document and one copy through a port, each of so many bytes. */
  async function heavy(bytes: number): Promise<string[]> {
    const socket = await openSocket();
    const port = forgedPort();
    const text = 'x'.repeat(bytes);
    apply(dispatch, socket, [new Message('message', { data: text })]);
    apply(dispatch, socket, [new Message('message', { data: new ArrayBuffer(bytes) })]);
    apply(postToPort, port, [{ url: config.socket, via: 'socket', at: now(), body: text, size: 1 }]);
    const list = document.body.appendChild(document.createElement('div'));
    list.hidden = true;
    list.textContent = text;
    const got = await (await window.fetch(`${origin}/v2/message/get_by_user_init?bytes=${bytes}`)).arrayBuffer();
    list.remove();
    return [`${text.length}`, `${got.byteLength}`];
  }

  /** What a page's own calls give it, with all traps armed but for what it kept: they must be what they were. */
  async function ownCalls(): Promise<string> {
    isArmed = true;
    let said = '';
    const answer = ask(pollUrl);
    const request = new Request();
    const socket = new Socket(config.socket);
    try {
      apply(openRequest, request, ['GET', pollUrl]);
      apply(sendRequest, request, []);
      said = `${apply(print, ask, [])} ${apply(print, Socket, [])} ${socket instanceof Socket} ${request.readyState}`;
    } finally {
      isArmed = false;
    }
    return `${said} ${(await answer).status} ${errors.length}`;
  }

  defineProperty(window, '__attack', { value: { flood, burst, pokeEveryDoor, heavy, ownCalls, errors } });
})();
