import type { MessageKey } from '@/lib/i18n/i18n-for';
import type { GlyphName } from './glyph';
import type { Urgency } from './urgency';

/** How near a deadline is, in a shape and a word: never by colour alone. */
export const urgencyMarks = {
  free: { glyph: 'ring', word: null },
  calm: { glyph: 'ring', word: null },
  soon: { glyph: 'clock', word: 'waiting_urgency_soon' },
  urgent: { glyph: 'warning', word: 'waiting_urgency_urgent' },
  overdue: { glyph: 'flag', word: 'waiting_urgency_overdue' },
} satisfies Record<Urgency, { glyph: GlyphName; word: MessageKey | null }>;
