/** Whether what takes minutes is played too: `LEKAS_IN_FULL=1`; every test run plays the rest. */
export const inFull = process.env.LEKAS_IN_FULL === '1';
