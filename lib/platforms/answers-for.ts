import type { InPageAnswer } from './platform';

/** More elements than this are never asked about at once. */
const mostElements = 2000;

/** The answers for these elements; none where the page changed in between and they no longer match one by one. */
export function answersFor<T>(elements: readonly T[], answers: readonly InPageAnswer[]): readonly InPageAnswer[] {
  return answers.length === Math.min(elements.length, mostElements) ? answers : [];
}
