import { findersFor } from '../../find';
import { selectors } from './selectors';

/** The page's things, by the names that its health tells. */
export const { findAll, findFirst } = findersFor(selectors);
