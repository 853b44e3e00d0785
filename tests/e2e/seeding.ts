import { fileURLToPath } from 'node:url';
import { bundled } from '../tools/bundled.ts';

/** What fills a log as the pictures have it, as one expression that a page of the extension evaluates. */
export const seeding = () => bundled(fileURLToPath(new URL('../tools/screenshots/seed.ts', import.meta.url)));
