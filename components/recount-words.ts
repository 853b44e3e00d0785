import type { ShopId } from '@/lib/chat/shop';
import type { Text } from '@/lib/i18n/text-in';
import type { Counting } from '@/lib/rules/counting';
import { rulesFor } from '@/lib/rules/rules-for';
import { ruleTitle } from './rate-words';

interface Args {
  readonly shop: ShopId;
  readonly conversations: number;
  /** How the shop is counted afterwards. */
  readonly after: Counting;
  /** By their ids in the list. */
  readonly recounts: readonly string[];
}

/** What saving a change counts anew, in a sentence; `null` where it is nothing. */
export function recountWords(text: Text, { shop, conversations, after, recounts }: Args): string | null {
  if (recounts.length === 0) return null;
  const titles = rulesFor(shop, after)
    .rules.filter(({ id, presetOf }) => recounts.includes(presetOf ?? id))
    .map(rule => ruleTitle(text, rule));
  const rules = new Intl.ListFormat(text.locale, { type: 'conjunction' }).format([...new Set(titles)]);
  return text.t('counting_recounts_about', { count: conversations, rules });
}
