import type { PlatformId } from '@/lib/chat/shop';

/** A host with a chat page, and whether Lekas may see it. */
export interface MarketHost {
  readonly host: string;
  readonly platform: PlatformId;
  /** ISO 3166 alpha-2, or `XX` for a host that serves several markets. */
  readonly code: string;
  readonly granted: boolean;
}

/** One marketplace in one country: what a seller allows with one button. */
export interface MarketChoice {
  readonly platform: PlatformId;
  readonly code: string;
  readonly hosts: readonly string[];
  /** Match patterns to ask for. */
  readonly origins: string[];
  /** All of its hosts are. */
  readonly granted: boolean;
}

const order = ['ID', 'VN', 'TH', 'MY', 'PH', 'SG', 'US', 'BR'];
function rank(code: string): number {
  if (code === 'XX') return order.length + 1;
  const place = order.indexOf(code);
  return place < 0 ? order.length : place;
}

/** The hosts by marketplace and country, Indonesia first, those that serve several countries last. */
export function marketChoices(markets: readonly MarketHost[]): MarketChoice[] {
  const choices = new Map<string, MarketChoice>();
  for (const { host, platform, code, granted } of markets) {
    const before = choices.get(`${platform}/${code}`);
    choices.set(`${platform}/${code}`, {
      platform,
      code,
      hosts: [...(before?.hosts ?? []), host],
      origins: [...(before?.origins ?? []), `https://${host}/*`],
      granted: granted && before?.granted !== false,
    });
  }
  return [...choices.values()].sort((a, b) => rank(a.code) - rank(b.code));
}
