import { join } from 'node:path';

/** Where a browser with this profile puts what it downloads; it goes with the profile. */
export const downloadsOf = (profile: string): string => join(profile, 'downloads');
