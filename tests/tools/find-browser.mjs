// Plain JavaScript: the set-up runs it on whatever Node the machine has, before anything is installed.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const known = {
  chromium: {
    variable: 'LEKAS_CHROMIUM',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    places: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  },
  firefox: {
    variable: 'LEKAS_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
};

/**
 * The binary of a browser: what LEKAS_CHROMIUM or LEKAS_FIREFOX names, else the first known command on PATH.
 *
 * @param {'chromium' | 'firefox'} name
 * @returns {string | undefined}
 */
export function findBrowser(name) {
  const { variable, commands, places } = known[name];
  const named = process.env[variable];
  if (named) return isProgram(named) ? named : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = commands.flatMap(command => folders.map(folder => join(folder, command)));
  return [...candidates, ...places].find(isProgram);
}

/** @param {string} path */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
