import type { MessageKey } from '@/lib/i18n/i18n-for';
import { useText } from '@/lib/i18n/use-text';
import { Glyph } from './glyph';

/** Something that changed and what follows from it; told to a screen reader at once. */
export function Notice({ title, body }: { readonly title: MessageKey; readonly body: MessageKey }) {
  const { t } = useText();
  return (
    <div className="notice" role="alert">
      <Glyph name="warning" />
      <p>
        <strong>{t(title)}</strong> {t(body)}
      </p>
    </div>
  );
}
