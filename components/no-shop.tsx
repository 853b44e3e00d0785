import { useText } from '@/lib/i18n/use-text';
import { Mark } from './mark';

/** Before any chat page was seen: what to do first, and no number at all. */
export function NoShop({ onOpenWelcome }: { readonly onOpenWelcome: () => void }) {
  const { t } = useText();
  return (
    <section className="no-shop" aria-labelledby="no-shop-title">
      <Mark />
      <h2 id="no-shop-title">{t('popup_none_title')}</h2>
      <p>{t('popup_none_body')}</p>
      <button type="button" className="primary" onClick={onOpenWelcome}>
        {t('popup_none_action')}
      </button>
    </section>
  );
}
