import { useRef, useState } from 'react';
import { isNamedChat } from '@/lib/chat/named-chat';
import type { ShopId } from '@/lib/chat/shop';
import { useText } from '@/lib/i18n/use-text';
import type { ChatMark, WaitingRow as Row } from '@/lib/log/overview';
import { Glyph } from './glyph';
import { RowMenu } from './row-menu';
import { shopLine } from './shop-name';
import { urgency } from './urgency';
import { urgencyMarks } from './urgency-marks';

// A platform that counts in whole seconds is still exact to the eye.
const aboutMs = 1000;

interface Props {
  readonly row: Row;
  readonly now: number;
  readonly onOpen: (conversation: string, shop: ShopId) => void;
  readonly onMark: (mark: ChatMark, conversation: string, shop: ShopId) => void;
  /** Whose buyer it is, where rows of several shops stand together. */
  readonly namesShop: boolean;
}

/** One buyer who waits: who, for how long, and how much time is left. */
export function WaitingRow({ row, now, onOpen, onMark, namesShop }: Props) {
  const text = useText();
  const { t, duration, timeLeft, clock } = text;
  const { shop, conversation, buyer, since, uncertain, messages, deadline, robotAnswered, promisedAt, isPromiseOnly } =
    row;
  const level = urgency(row, now);
  const { glyph, word } = urgencyMarks[level];
  const robotLine = robotAnswered === 'guessed' ? 'waiting_robotGuess_line' : 'waiting_robot_line';
  const [isMenuOpen, setMenuOpen] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const name = buyer || t('waiting_buyer_unknown');
  const closeMenu = () => {
    setMenuOpen(false);
    more.current?.focus();
  };
  return (
    <li className="waiting-item">
      <button
        type="button"
        className="waiting-row"
        data-conversation={conversation}
        data-shop={shop}
        {...(deadline !== null && { 'data-deadline': deadline })}
        data-urgency={level}
        {...(promisedAt !== null && { 'data-promised': promisedAt })}
        onClick={() => onOpen(conversation, shop)}
      >
        <Glyph name={glyph} />
        <span className="waiting-who">
          <bdi className={buyer ? 'waiting-name' : 'waiting-name waiting-nameless'} title={buyer ?? undefined}>
            {name}
          </bdi>{' '}
          <span className="waiting-facts">
            {namesShop && (
              <>
                <span className="waiting-shop">{shopLine(text, shop)}</span>{' '}
              </>
            )}
            {!isPromiseOnly && (
              <>
                <span>
                  {t(uncertain >= aboutMs ? 'waiting_sinceAbout_line' : 'waiting_since_line', {
                    duration: duration(now - since),
                  })}
                </span>{' '}
                <span className={namesShop ? 'unseen' : 'waiting-count'}>
                  {t('waiting_messages_line', { count: messages })}
                </span>{' '}
              </>
            )}
            {promisedAt !== null && (
              <>
                <span className="waiting-promised">
                  <Glyph name="flag" />
                  {t('waiting_promised_line', { duration: duration(now - promisedAt) })}
                </span>{' '}
              </>
            )}
            {robotAnswered && (
              <span className="waiting-robot" title={t(robotLine)}>
                <Glyph name="robot" />
                <span className="unseen">{t(robotLine)}</span>
              </span>
            )}
          </span>
        </span>{' '}
        <span className="waiting-time">
          {deadline !== null && (
            <span className="waiting-left">
              {level === 'overdue' ? duration(now - deadline) : timeLeft(deadline - now)}
            </span>
          )}{' '}
          <span className="waiting-hint">
            {word !== null && <strong>{t(word)}</strong>}{' '}
            {deadline === null
              ? t('waiting_free_hint')
              : t(level === 'overdue' ? 'waiting_over_line' : 'waiting_until_line', { clock: clock(deadline, now) })}
          </span>
        </span>
      </button>
      {/* What is known by a name alone has nothing yet that a word could be kept of. */}
      {!isNamedChat(conversation) && (
        <button
          type="button"
          className="waiting-more"
          ref={more}
          aria-label={t('aside_menu_action', { buyer: name })}
          title={t('aside_menu_action', { buyer: name })}
          aria-expanded={isMenuOpen}
          onClick={() => setMenuOpen(!isMenuOpen)}
        >
          <Glyph name="more" />
        </button>
      )}
      {isMenuOpen && (
        <RowMenu
          buyer={name}
          onClose={closeMenu}
          onMark={mark => {
            closeMenu();
            onMark(mark, conversation, shop);
          }}
        />
      )}
    </li>
  );
}
