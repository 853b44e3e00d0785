import { readdirSync, readFileSync } from 'node:fs';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import { languageNames, locales } from '@/lib/i18n/locale';

const folder = new URL('../../../lib/i18n/messages/', import.meta.url);
const read = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`${locale}.json`, folder), 'utf8'));
const english = read('en');

/** The names a message is filled with, in any of its branches. */
function places(message: unknown): string[] {
  if (!Array.isArray(message)) return [];
  return message.flatMap((token: unknown) => {
    if (!Array.isArray(token)) return [];
    const [name, , branches] = token;
    return [String(name), ...Object.values(branches ?? {}).flatMap(places)];
  });
}

/** The cases that a message's plurals tell apart. */
function branches(message: unknown): string[] {
  if (!Array.isArray(message)) return [];
  return message.flatMap((token: unknown) => {
    if (!Array.isArray(token) || token[1] !== 'plural') return [];
    const { offset, ...cases } = token[2];
    return [...Object.keys(cases), ...Object.values(cases).flatMap(branches)];
  });
}
const placesOf = (text: string) => [...new Set(places(compileMessageOrThrow(text)))].sort();

describe('the catalogue', () => {
  it('has a file for every language and no other', () => {
    expect(readdirSync(folder).sort()).toEqual(locales.map(locale => `${locale}.json`).sort());
  });

  it.each(locales)('says everything in %s, with the same places to fill, and nothing else', locale => {
    const messages = read(locale);
    expect(Object.keys(messages)).toEqual(Object.keys(english));
    const filled = (all: Record<string, string>) => Object.entries(all).map(([key, text]) => [key, placesOf(text)]);
    expect(filled(messages)).toEqual(filled(english));
  });

  it('knows what is to be filled, in branches too', () => {
    expect(placesOf('{a} {n, plural, one {# {b}} other {# {c}}}')).toEqual(['a', 'b', 'c', 'n']);
  });

  // "one" is not a category of Indonesian: such a branch would never be chosen, and nobody would notice.
  it.each(locales)('tells one from many in %s only as the language itself does', locale => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    const strange = Object.entries(read(locale)).filter(([, text]) =>
      branches(compileMessageOrThrow(text)).some(
        name => !/^\d+$/.test(name) && !pluralCategories.includes(name as never),
      ),
    );
    expect(strange).toEqual([]);
  });

  it.each(locales)('leaves no message of %s empty', locale => {
    expect(Object.entries(read(locale)).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  // A sentence copied over and never translated would read as if it were. Names and single words may well be the same.
  it.each(locales.filter(locale => locale !== 'en'))('leaves no sentence of %s in English', locale => {
    const messages = read(locale);
    const isSentence = (text: string) =>
      (text.replaceAll(/[{}#]|\w+, plural,/g, ' ').match(/[a-z]{2,}/gi) ?? []).length > 3;
    const same = Object.entries(english).filter(([key, text]) => messages[key] === text && isSentence(text));
    expect(same.map(([key]) => key).filter(key => !/_name$/.test(key))).toEqual([]);
  });

  it('names every message screen_thing_kind', () => {
    expect(Object.keys(english).filter(key => !/^[a-z]+_[A-Za-z]+_[A-Za-z]+$/.test(key))).toEqual([]);
  });
});

describe("the manifest's own strings", () => {
  it.each(locales)('has a name and a description within the limits of the stores in %s', locale => {
    const folder = locale.replace('-', '_');
    const url = new URL(`../../../public/_locales/${folder}/messages.json`, import.meta.url);
    const { name, description } = JSON.parse(readFileSync(url, 'utf8'));
    expect([name.message.length <= 75, description.message.length <= 132]).toEqual([true, true]);
    expect([name.message, description.message].join()).toMatch(/^Lekas/);
  });
});

describe('the languages', () => {
  it('are named in their own words', () => {
    const own = locales.map(locale => [locale, new Intl.DisplayNames(locale, { type: 'language' }).of(locale)]);
    // The browser says "Indonesia" and the script of Chinese alike; a person looks for these.
    expect({ ...Object.fromEntries(own), id: 'Bahasa Indonesia', 'zh-CN': '简体中文' }).toEqual(languageNames);
  });
});
