import type { MessageKey } from '@/lib/i18n/i18n-for';
import { useText } from '@/lib/i18n/use-text';
import type { MarkedChat } from '@/lib/log/marked-chats';
import type { ChatMark } from '@/lib/log/overview';
import { asideWords } from './aside-words';
import { SettingsSection } from './settings-section';
import { shopName } from './shop-name';

export interface AsideProps {
  /** `null` until they were read. */
  readonly chats: readonly MarkedChat[] | null;
  readonly onMark: (chat: MarkedChat, mark: ChatMark) => void;
}

const ways = {
  aside: { line: null, action: 'aside_back_action', mark: { setAside: null } },
  blocked: { line: 'aside_blocked_line', action: 'aside_back_action', mark: { blocked: null } },
  'not-blocked': { line: 'aside_notBlocked_line', action: 'aside_asSeen_action', mark: { blocked: null } },
  'seen-blocked': { line: 'aside_seenBlocked_line', action: 'aside_anyway_action', mark: { blocked: false } },
} as const satisfies Record<
  MarkedChat['is'],
  { readonly line: MessageKey | null; readonly action: MessageKey; readonly mark: ChatMark }
>;

/** So many are shown; a page that lists thousands helps nobody. */
const atMost = 200;

/** The chats that do not count and why; each can be counted again. */
export function SettingsAside({ chats, onMark }: AsideProps) {
  const text = useText();
  const { t } = text;
  return (
    <SettingsSection id="aside" title={t('aside_section_title')} about={t('aside_section_about')}>
      {chats?.length === 0 && <p className="settings-none">{t('aside_section_none')}</p>}
      {chats && chats.length > 0 && (
        <ul className="plain-list">
          {chats.slice(0, atMost).map(chat => {
            const { shop, conversation, is, because } = chat;
            const { line, action, mark } = ways[is];
            const buyer = chat.buyer ?? t('waiting_buyer_unknown');
            return (
              <li key={`${shop} ${conversation} ${is}`} data-marked={conversation} data-is={is}>
                <span className="marked-chat">
                  <bdi>{buyer}</bdi>{' '}
                  <span>
                    {because ? t(asideWords[because]) : line && t(line)} ·{' '}
                    {t('popup_shop_option', shopName(text, shop))}
                  </span>
                </span>
                <button
                  type="button"
                  className="quiet"
                  aria-label={t('aside_action_label', { action: t(action), buyer })}
                  onClick={() => onMark(chat, mark)}
                >
                  {t(action)}
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {chats && chats.length > atMost && (
        <p className="settings-none">{t('aside_section_more', { count: chats.length - atMost })}</p>
      )}
    </SettingsSection>
  );
}
