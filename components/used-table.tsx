import { useText } from '@/lib/i18n/use-text';
import type { UsedBy } from '@/lib/log/used-by';
import { shopName } from './shop-name';
import { TableFrame } from './table-frame';

interface Props {
  readonly used: readonly UsedBy[] | null;
  readonly bytes: number | null;
}

/** What each shop takes up. Before it was counted it says so by its shape, and shows no number. */
export function UsedTable({ used, bytes }: Props) {
  const text = useText();
  const { t, count, day, size } = text;
  return (
    <div className="used" aria-busy={used === null}>
      <h3 id="used-title">
        {t('settings_used_title')} {bytes !== null && <span>{t('settings_used_size', { size: size(bytes) })}</span>}
      </h3>
      {used?.length === 0 && <p>{t('settings_used_none')}</p>}
      {used && used.length > 0 && (
        <TableFrame labelledBy="used-title">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('settings_used_shop')}</th>
                <th scope="col" className="number">
                  {t('settings_used_messages')}
                </th>
                <th scope="col" className="number">
                  {t('settings_used_chats')}
                </th>
                <th scope="col">{t('settings_used_since')}</th>
              </tr>
            </thead>
            <tbody>
              {used.map(({ shop, messages, conversations, firstSeenAt }) => (
                <tr key={shop}>
                  <th scope="row">{t('popup_shop_option', shopName(text, shop))}</th>
                  <td className="number">{count(messages)}</td>
                  <td className="number">{count(conversations)}</td>
                  <td>{day(firstSeenAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </div>
  );
}
