import { useText } from '@/lib/i18n/use-text';
import { Glyph } from './glyph';

/** An expected failure: the key is the catalogue's, `values` fill its places in order. */
export interface ShownFailure {
  readonly key: string;
  readonly values?: readonly string[];
}

/** What went wrong and what helps, in words. */
export function FailureLine({ failure: { key, values = [] } }: { readonly failure: ShownFailure }) {
  const { t, knows } = useText();
  return (
    <div className="failure" role="alert">
      <Glyph name="warning" />
      <p>{knows(key) ? t(key, Object.fromEntries(values.entries())) : t('failure_unknown_error', { key })}</p>
    </div>
  );
}
