import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runChild } from './child.mjs';
import { Problem } from './fail.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a Chromium that starts, installed first where that is possible without asking anyone. */
export async function provideChromium(say) {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (await starts(named)) return named;
    throw new Problem(`CHROMIUM_PATH names ${named}, which does not start. Correct it or leave it out.`);
  }
  const present = await firstThatStarts();
  if (present !== undefined) return present;
  if (isRootOnDebian()) {
    say('Chromium: not found, installing it with apt-get');
    await aptGet(['update']);
    await aptGet(['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']);
    const installed = await firstThatStarts();
    if (installed !== undefined) return installed;
  }
  throw new Problem(
    'The browser tests need a Chromium and there is none: install chromium or google-chrome, ' +
      'or let CHROMIUM_PATH name one.',
  );
}

async function firstThatStarts() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...MAC_APPLICATIONS,
  ];
  for (const candidate of candidates.filter((path) => existsSync(path))) {
    if (await starts(candidate)) return candidate;
  }
  return undefined;
}

async function starts(path) {
  const { exitCode } = await runChild(path, ['--version'], { quiet: true });
  return exitCode === 0;
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

async function aptGet(words) {
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const { exitCode, output } = await runChild('apt-get', ['-q', ...words], { quiet: true, environment });
  if (exitCode !== 0) {
    throw new Problem(`Chromium could not be installed: apt-get ${words[0]} failed.\n${output.trim()}`);
  }
}
