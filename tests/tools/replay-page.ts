import { addresses } from '../../lib/platforms/addresses';
import { feige } from '../../lib/platforms/feige/feige';
import type { Platform } from '../../lib/platforms/platform';
import { shopee } from '../../lib/platforms/shopee/shopee';
import { tiktokShop } from '../../lib/platforms/tiktok-shop/tiktok-shop';
import { tokopedia } from '../../lib/platforms/tokopedia/tokopedia';
import { htmlOf, readSnapshot } from '../../lib/report/read-snapshot';

const readers: readonly Platform[] = [tiktokShop, feige, shopee, tokopedia];

/** What a saved snapshot is as HTML, and whose reader reads it; `null` where the file is no snapshot. */
export function opened(raw: unknown) {
  const snapshot = readSnapshot(raw);
  if (!snapshot) return null;
  const address = addresses.find(({ markets }) => markets.some(({ host }) => host === snapshot.host));
  return { ...snapshot, html: htmlOf(snapshot), platform: address?.id ?? null };
}

/** How the platform's reader sees the snapshot that `document` shows. */
export function seen(document: Document, { host, day, platform }: NonNullable<ReturnType<typeof opened>>) {
  const reader = readers.find(({ id }) => id === platform);
  const market = reader?.markets.find(one => one.host === host);
  if (!reader || !market) return null;
  const url = new URL(reader.chatUrl(market));
  const look = { at: Date.parse(day), zone: market.zone, url, inPage: () => [], accounts: new Set<string>() };
  return reader.page.read(document, look);
}
