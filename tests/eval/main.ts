// Prints how well the suggester does on annotated texts: `npm run eval`; `--details` lists what was missed and invented.

import { mulberry32 } from '../../src/base/index.ts';
import type { Statement } from '../../src/evidence/index.ts';
import { emptyCodebook, loadRuleSuggester } from '../../src/evidence/index.ts';
import { documentOf } from './document.ts';
import type { Class, Score, Share } from './score.ts';
import { classes, score } from './score.ts';
import type { AnnotatedText } from './texts.ts';
import { fixtureTexts, readTexts, sampleTexts } from './texts.ts';

/** Read while the rules were written. */
const tunedOn = new Set(['00-ukraine-oped-2022', '05-iran-uranium-talks-2009', '11-nyc-transit-strike-2005']);
/** Not read, but what was missed and invented in them was seen once, by mistake, early on. */
const seenOnce = new Set(['09-colombia-farc-mediation-2007', '13-kosovo-recognition-2008']);
const suggestByRules = await loadRuleSuggester();
const details = process.argv.includes('--details');
const only = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));

const samples = readTexts(sampleTexts);
const groups: readonly (readonly [string, readonly AnnotatedText[]])[] = [
  ['fixtures (written for this repository)', readTexts(fixtureTexts)],
  ['samples looked at while tuning', samples.filter(({ name }) => tunedOn.has(name))],
  ['samples whose errors were seen once', samples.filter(({ name }) => seenOnce.has(name))],
  ['samples held out', samples.filter(({ name }) => !tunedOn.has(name) && !seenOnce.has(name))],
  ['both of these', samples.filter(({ name }) => !tunedOn.has(name))],
];
if (samples.length === 0)
  process.stdout.write(
    'The sample texts are not beside this copy of the repository: only the fixtures are scored.\n',
  );

let targetsMissed = 0;
for (const [title, texts] of groups) {
  const chosen = texts.filter(({ name }) => only.length === 0 || only.some((part) => name.startsWith(part)));
  if (chosen.length === 0) continue;
  const scored = chosen.map((text) => ({ text, ...scoreText(text) }));
  process.stdout.write(`\n${title}: ${chosen.map(({ name }) => name).join(', ')}\n`);
  process.stdout.write(table(scored.map(({ result }) => result)));
  const verbatim = scored.every(({ statements, body }) =>
    statements.every(({ start, end, text }) => text === body.slice(start, end)),
  );
  process.stdout.write(`${row('every span verbatim', verbatim ? 'yes' : 'NO')}`);
  // What is listed has been looked at, and is then held out no longer.
  if (details && !title.includes('held out') && !title.includes('both'))
    for (const { text, result } of scored) {
      process.stdout.write(`\n--- ${text.name}\n`);
      for (const line of result.missed) process.stdout.write(`  missed   ${line}\n`);
      for (const line of result.spurious) process.stdout.write(`  invented ${line}\n`);
      for (const line of result.misattributed) process.stdout.write(`  speaker  ${line}\n`);
    }
  if (!verbatim) targetsMissed += 1;
}
process.exitCode = targetsMissed === 0 ? 0 : 1;

function scoreText(text: AnnotatedText): {
  readonly result: Score;
  readonly statements: readonly Statement[];
  readonly body: string;
} {
  const document = documentOf(text);
  const { statements } = suggestByRules(document, emptyCodebook, { stopped: () => false });
  return { result: score(text, document.body, statements), statements, body: document.body };
}

function table(scores: readonly Score[]): string {
  const sum = (pick: (one: Score) => Share): Share => ({
    right: scores.reduce((total, one) => total + pick(one).right, 0),
    of: scores.reduce((total, one) => total + pick(one).of, 0),
  });
  const recall = (each: Class): string => share(sum((one) => one.recall[each]));
  const precision = (each: Class): string => share(sum((one) => one.precision[each]));
  return [
    row(
      'span soft F1',
      f1(scores, ({ soft }) => soft),
    ),
    row(
      'span exact F1',
      f1(scores, ({ exact }) => exact),
    ),
    row(
      'character F1',
      f1(scores, ({ letters }) => letters),
    ),
    ...classes.map((each) => row(`${each} recall`, recall(each), 'precision', precision(each))),
    row('speaker right given span', share(sum(({ speaker }) => speaker))),
  ].join('');
}

function row(...cells: readonly string[]): string {
  return `  ${(cells[0] ?? '').padEnd(28)}${(cells[1] ?? '').padEnd(34)}${cells.slice(2).join(' ')}\n`;
}

/** A share in percent with its 95 % Wilson interval. */
function share({ right, of }: Share): string {
  if (of === 0) return '-';
  const [z, p] = [1.96, right / of];
  const middle = (p + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2));
  return `${percent(p)} [${percent(middle - half)}, ${percent(middle + half)}] (${right}/${of})`;
}

/** F1 with a 95 % interval from 1,000 bootstrap samples of the texts, seed 1. */
function f1(
  scores: readonly Score[],
  pick: (one: Score) => { readonly found: Share; readonly true: Share },
): string {
  const of = (list: readonly Score[]): number => {
    const total = (which: (one: Score) => number): number => list.reduce((sum, one) => sum + which(one), 0);
    const r =
      total((one) => pick(one).found.right) /
      Math.max(
        1,
        total((one) => pick(one).found.of),
      );
    const p =
      total((one) => pick(one).true.right) /
      Math.max(
        1,
        total((one) => pick(one).true.of),
      );
    return p + r === 0 ? 0 : (2 * p * r) / (p + r);
  };
  const random = mulberry32(1);
  const draws = Array.from({ length: 1000 }, () =>
    of(scores.map(() => scores[Math.floor(random() * scores.length)] as Score)),
  ).sort((a, b) => a - b);
  return `${percent(of(scores))} [${percent(draws[25] as number)}, ${percent(draws[974] as number)}]`;
}

function percent(value: number): string {
  return (100 * value).toFixed(1);
}
