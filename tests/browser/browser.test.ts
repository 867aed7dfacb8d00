// Shows that the engine, built for a browser, gives in a worker of a real one what it gives under Node.
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Recipe } from '../../bench/generator.ts';
import { draw, modelOf } from '../../bench/generator.ts';
import { unwatched } from '../../src/base/index.ts';
import { defaultSettings, fastSolve } from '../../src/engine/index.ts';
import { temporaryFolder } from '../support/temporary.ts';
import { findChromium } from './chromium.ts';

const found = findChromium();
const reason = 'missing' in found ? `: ${found.missing}` : '';

const recipes: readonly (readonly [string, Recipe])[] = [
  ['strict rankings', { decisionMakers: 3, options: 8, seed: 11 }],
  ['one-way options', { decisionMakers: 4, options: 10, seed: 12, oneWay: 0.4 }],
  ['infeasible states', { decisionMakers: 5, options: 10, seed: 13, infeasible: 0.4 }],
  ['ties', { decisionMakers: 2, options: 9, seed: 14, tieLevels: 5 }],
  ['all three', { decisionMakers: 3, options: 11, seed: 15, oneWay: 0.4, infeasible: 0.4, tieLevels: 6 }],
  ['2^14 states', { decisionMakers: 4, options: 14, seed: 16 }],
];

describe.skipIf('missing' in found)(`in a worker of a browser${reason}`, () => {
  const folder = temporaryFolder('browser');
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    await build({
      configFile: false,
      root: import.meta.dirname,
      logLevel: 'silent',
      build: {
        outDir: folder,
        lib: { entry: join(import.meta.dirname, 'worker.ts'), formats: ['es'], fileName: 'worker' },
      },
    });
    const pages: Readonly<Record<string, readonly [type: string, body: string]>> = {
      '/': ['text/html', '<!doctype html><title>Impasse</title>'],
      '/worker.js': ['text/javascript', readFileSync(join(folder, 'worker.js'), 'utf8')],
    };
    server = createServer((request, response) => {
      const [type, body] = pages[request.url ?? ''] ?? ['text/plain', ''];
      response.writeHead(body === '' ? 404 : 200, { 'content-type': type }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    browser = await chromium.launch({
      executablePath: 'path' in found ? found.path : '',
      args: [
        '--no-sandbox',
        '--headless',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    });
    page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** The page is told in text, for its types are not known here. */
  const solveThere = (recipe: Recipe): Promise<number[][]> =>
    page.evaluate(`new Promise((done, failed) => {
      const worker = new Worker('/worker.js', { type: 'module' });
      worker.onmessage = ({ data }) => done(data.map((row) => [...row]));
      worker.onerror = (event) => failed(new Error(event.message ?? 'the worker did not load'));
      worker.postMessage(${JSON.stringify(recipe)});
    })`);

  test.each(recipes)('%s: the same verdicts as under Node', async (_, recipe) => {
    const here = fastSolve(modelOf(draw(recipe)), defaultSettings, unwatched).stable;
    // An engine that said the same of every state would pass for right anywhere.
    expect(new Set(here[0]).size).toBeGreaterThan(3);
    expect(await solveThere(recipe)).toEqual(here.map((row) => [...row]));
  });
});
