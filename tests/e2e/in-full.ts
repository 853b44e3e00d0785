/** Whether what takes minutes is played too, by `npm run watchful`; every test run plays the rest. */
export const inFull = process.env.LEKAS_IN_FULL === '1';
