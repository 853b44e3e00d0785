import { useEffect, useState } from 'react';
import type { ShopId } from '@/lib/chat/shop';
import { useText } from '@/lib/i18n/use-text';
import type { ChatMark, WaitingRow as Row } from '@/lib/log/overview';
import { urgency } from './urgency';
import { WaitingRow } from './waiting-row';
import { waitingTitle } from './waiting-title';

interface Props {
  readonly rows: readonly Row[];
  /** Whether the chat is wholly seen: nothing seen is not nothing there. */
  readonly seesAll: boolean;
  readonly now: number;
  readonly onOpen: (conversation: string, shop: ShopId) => void;
  readonly onMark: (mark: ChatMark, conversation: string, shop: ShopId) => void;
  /** The rows are of several shops. */
  readonly namesShops?: boolean;
}

/** More than the popup's window shows at once. */
const atFirst = 20;

/** ms: until the first rows are on the screen, and time enough for a click meanwhile. */
const paintMs = 50;

/** Who waits, in the order given: nearest deadline first. */
export function WaitingList({ rows, seesAll, now, onOpen, onMark, namesShops = false }: Props) {
  const text = useText();
  const shown = usePaintedFirst(rows);
  const near = (['overdue', 'urgent'] as const).flatMap(level => {
    const count = rows.filter(row => urgency(row, now) === level).length;
    return count > 0 ? [text.t(`waiting_${level}_status`, { count })] : [];
  });
  return (
    <section className="waiting" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{waitingTitle(text, rows, seesAll, now)}</h2>
      {/* Changes only when a chat crosses a threshold: a countdown read aloud would never end. */}
      <p className="unseen" role="status">
        {near.join(' ')}
      </p>
      {rows.length === 0 ? (
        <p className="waiting-none">{text.t(seesAll ? 'waiting_none_body' : 'waiting_noneUnseen_body')}</p>
      ) : (
        <ul aria-label={text.t('waiting_list_label')}>
          {shown.map(row => (
            <WaitingRow
              key={`${row.shop} ${row.conversation}`}
              row={row}
              now={now}
              onOpen={onOpen}
              onMark={onMark}
              namesShop={namesShops}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The first rows, and all of them once those are painted: to draw hundreds takes longer than to read every number. */
function usePaintedFirst(rows: readonly Row[]): readonly Row[] {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    // Not on a frame: a tab that nobody looks at has none.
    const timer = setTimeout(() => setPainted(true), paintMs);
    return () => clearTimeout(timer);
  }, []);
  return isPainted ? rows : rows.slice(0, atFirst);
}
