import type { HealthAction } from '@/lib/chat/health-action';
import type { ShopId } from '@/lib/chat/shop';
import type { ChatMark, ShopOverview } from '@/lib/log/overview';
import type { Days } from './days-switch';
import { HealthLine } from './health-line';
import { Rates } from './rates';
import { WaitingList } from './waiting-list';

interface Props {
  readonly shop: ShopOverview;
  readonly now: number;
  readonly onDays: (days: Days) => void;
  readonly onHelp: (shop: ShopId, action: HealthAction) => void;
  readonly onOpenConversation: (conversation: string, shop: ShopId) => void;
  readonly onMark: (mark: ChatMark, conversation: string, shop: ShopId) => void;
}

/** One shop: how well it is seen, its rates, and who waits. */
export function ShopView({ shop, now, onDays, onHelp, onOpenConversation, onMark }: Props) {
  return (
    <>
      <HealthLine
        health={shop.health}
        since={shop.healthSince}
        now={now}
        onHelp={action => onHelp(shop.shop, action)}
      />
      <Rates shop={shop} now={now} onDays={onDays} />
      <WaitingList
        rows={shop.waiting}
        seesAll={shop.health.state === 'watching'}
        now={now}
        onOpen={onOpenConversation}
        onMark={onMark}
      />
    </>
  );
}
