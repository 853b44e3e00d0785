import type { MessageKey } from '@/lib/i18n/i18n-for';
import { useText } from '@/lib/i18n/use-text';
import { Glyph, type GlyphName } from './glyph';

interface Props {
  readonly title: MessageKey;
  readonly glyph: GlyphName;
  readonly lines: readonly MessageKey[];
}

/** A few lines that Lekas is held to. */
export function Promises({ title, glyph, lines }: Props) {
  const { t } = useText();
  return (
    <section className="promises" data-promise={glyph}>
      <h2>{t(title)}</h2>
      <ul>
        {lines.map(line => (
          <li key={line}>
            <Glyph name={glyph} />
            <span>{t(line)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
