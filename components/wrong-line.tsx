import type { MessageKey } from '@/lib/i18n/i18n-for';
import { useText } from '@/lib/i18n/use-text';
import { Glyph } from './glyph';

/** Why the value of a field cannot be, beside the field that holds it. */
export function WrongLine({ id, wrong }: { readonly id: string; readonly wrong: MessageKey }) {
  const { t } = useText();
  return (
    <p className="wrong" id={id} role="alert">
      <Glyph name="warning" />
      <span>{t(wrong)}</span>
    </p>
  );
}
