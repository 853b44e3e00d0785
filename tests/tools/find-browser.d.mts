/** The binary of a browser: what LEKAS_CHROMIUM or LEKAS_FIREFOX names, else the first known command on PATH. */
export function findBrowser(name: 'chromium' | 'firefox'): string | undefined;
export function isProgram(path: string): boolean;
