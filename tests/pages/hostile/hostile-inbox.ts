import type { IncomingMessage, ServerResponse } from 'node:http';
import { messagesAnswer } from '../bytedance-wire/answers.ts';
import { send } from '../serving/send.ts';
import type { InboxOptions } from '../tiktok-shop/chat/options.ts';
import { SimulatedInbox } from '../tiktok-shop/inbox.ts';
import { chatPage } from '../tiktok-shop/serving/documents.ts';

/**
 * A page at the marketplace's address that means harm: the simulated inbox as it is, and in front of its own script another
 * that attacks whoever reads the page (`client/attack.ts`), told what to do through `window.__attack`. What it forges is
 * well-formed, of people who were never there. No policy keeps it from anything.
 */
export class HostileInbox extends SimulatedInbox {
  readonly #forged: readonly string[];
  readonly #nothingNew = base64(messagesAnswer({ messages: [], nextCursor: 1n, hasMore: false }, 200));

  /** `forged`: how many different messages it has to flood with. */
  constructor(options: Partial<InboxOptions> = {}, forged = 1000) {
    super(options);
    const forger = new SimulatedInbox(options);
    const people = Array.from({ length: 50 }, (_, i) => forger.buyer(`Forged ${i}`));
    // Answers only: nobody waits for them, so the number on the badge is that of the honest.
    this.#forged = Array.from({ length: forged }, (_, i) => {
      const person = people[i % people.length];
      if (!person) throw new Error('nobody to answer');
      return base64(forger.frameOf(forger.sellerAnswers(person, { quiet: true, at: forger.options.now() - i * 1000 })));
    });
    forger.close();
  }

  override async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `https://${this.options.host}`);
    switch (url.pathname) {
      case '/chat/inbox/current':
        return send(response, 200, 'text/html; charset=utf-8', this.#page(url));
      case '/v1/message/get_by_user':
        if (!url.searchParams.has('attack')) break;
        return send(response, 200, 'application/x-protobuf', Buffer.from(this.#nothingNew, 'base64'));
      case '/v2/message/get_by_user_init':
        if (!url.searchParams.has('bytes')) break;
        return send(response, 200, 'application/x-protobuf', Buffer.alloc(Number(url.searchParams.get('bytes'))));
    }
    return super.handle(request, response);
  }

  #page(url: URL): string {
    const { socketHost } = this.options;
    const socket = `wss://${socketHost}/ws/v2?aid=5341&fpid=92&device_platform=web&token=${this.token}`;
    const config = JSON.stringify({ frames: this.#forged, poll: this.#nothingNew, socket });
    const scripts = `<script type="application/json" id="attack-config">${config}</script><script src="/pigeon-pc/hostile/client/attack.ts"></script>`;
    return chatPage(this, url).replace('<body>', `<body>${scripts}`);
  }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
