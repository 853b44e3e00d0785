import { createContext, useContext } from 'react';
import type { Locale } from './locale';
import { type Text, textIn } from './text-in';

/** The language that a page speaks; its catalogue is loaded. */
export const SpokenLocale = createContext<Locale>('en');

/** The words, numbers and times of the page's language. */
export const useText = (): Text => textIn(useContext(SpokenLocale));
