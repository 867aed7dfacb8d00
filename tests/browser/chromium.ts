// Finds a Chromium for the tests, and installs Debian's where that can be done without asking.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where it is, or why there is none. */
export type Found = { readonly path: string } | { readonly missing: string };

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** As root on Debian a missing Chromium is installed, which takes about half a minute. */
export function findChromium(): Found {
  const path = present();
  if (path !== undefined) return { path };
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0)
    return { missing: 'no Chromium here, and only root on Debian may install one' };
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', 'chromium']]) {
    const { status } = spawnSync('apt-get', args, { env, stdio: 'ignore', timeout: 300_000 });
    if (status !== 0) return { missing: `no Chromium here, and apt-get ${args[0]} failed` };
  }
  const installed = present();
  return installed === undefined ? { missing: 'apt-get brought no Chromium' } : { path: installed };
}

function present(): string | undefined {
  return places.find((place) => existsSync(place));
}
