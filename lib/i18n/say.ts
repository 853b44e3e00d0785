import type { Locale } from './locale';

/** A message as the build leaves it: words alone, or words with places to fill. */
export type Message = string | readonly Part[];
/** `#` in a form is the number itself. */
type Part = string | readonly [place: string] | readonly [place: string, kind: 'plural', forms: Forms];
/** By the number itself, as `0`, or by its plural in that language. */
type Forms = Readonly<Record<string, Message>>;

/** What fills the places, by name. */
export type Values = Readonly<Record<string, string | number>>;

/** Says messages in one language. A place that nothing fills stays empty. */
export function saying(locale: Locale): (message: Message, values?: Values) => string {
  const plurals = new Intl.PluralRules(locale);
  const counts = new Intl.NumberFormat(locale);

  function say(message: Message, values: Values = {}, number?: number): string {
    if (typeof message === 'string') return message;
    const said = message.map(part => {
      if (part === '#' && number !== undefined) return counts.format(number);
      if (typeof part === 'string') return part;
      const [place, kind, forms = {}] = part;
      if (kind === undefined) return values[place] ?? '';
      const count = Number(values[place]);
      return say(forms[count] ?? forms[plurals.select(count)] ?? forms.other ?? '', values, count);
    });
    return said.join('');
  }

  return (message, values) => say(message, values);
}

/** Whether a compiled message asks for nothing that is not said here: a place, a plural. */
export function isSayable(message: unknown): message is Message {
  if (typeof message === 'string') return true;
  return Array.isArray(message) && message.every(isPart);
}

function isPart(part: unknown): boolean {
  if (typeof part === 'string') return true;
  if (!Array.isArray(part) || typeof part[0] !== 'string') return false;
  const [, kind, forms] = part as unknown[];
  if (kind === undefined) return true;
  const { offset, ...said } = Object(forms) as { readonly [form: string]: unknown };
  return kind === 'plural' && offset === undefined && 'other' in said && Object.values(said).every(isSayable);
}
