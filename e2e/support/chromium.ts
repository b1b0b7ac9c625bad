import { existsSync } from 'node:fs';

/**
 * The browser of the journeys. Chromium's headless shell is the same engine without windows and toolbars, so a page opens in a quarter of the time; a
 * whole Chromium does as well. `CHROMIUM_PATH` names another one.
 */
export const headlessShell = '/usr/bin/chromium-headless-shell';
const known = [headlessShell, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const findChromium = (): string | undefined => process.env.CHROMIUM_PATH ?? known.find((path) => existsSync(path));
