// Turns the state numbers in the rankings of a .gmcr file into patterns, or says which numbers do not fit.
import type { DecisionDiagram } from '../../model/index.ts';
import { countSatisfying, listSatisfying, patternOf, withSeparators } from '../../model/index.ts';
import type { GmcrFile } from './gmcr-file.ts';
import type { Report } from './json-fields.ts';

/** The most states over which the numbers of a ranking are resolved; a case of more could not be read again. */
export const rankedStatesLimit = 150_000;

/** Each decision maker's ranking as patterns over the owned options, of the states in which the others are as fixed. */
export function rankingsOf(
  file: GmcrFile,
  diagram: DecisionDiagram,
  owned: number,
  fixed: ReadonlySet<number>,
  report: Report,
): (readonly (readonly string[])[] | undefined)[] {
  const count = countSatisfying(diagram);
  const first = file.decisionMakers.find(({ ranking }) => ranking !== undefined)?.ranking;
  if (count > BigInt(rankedStatesLimit)) {
    if (first !== undefined)
      report(
        'E4011',
        first.at,
        `the model has ${withSeparators(count)} feasible states, too many to rank by number`,
        {
          expected: `at most ${withSeparators(BigInt(rankedStatesLimit))}`,
          hint: 'let the tool that made the file rank by statements',
        },
      );
    return [];
  }
  const size = Number(count);
  const options = diagram.variables;
  const space = { size, options, words: listSatisfying(diagram, size), isFull: false };
  const patterns = Array.from({ length: size }, (_, s) => patternOf(space, s));
  const rest = Array.from({ length: options - owned }, (_, place) =>
    fixed.has(owned + place) ? 'Y' : 'N',
  ).join('');
  return file.decisionMakers.map(({ ranking, name }) => {
    if (ranking === undefined || !fits(ranking, size, name, report)) return undefined;
    return ranking.groups
      .map((group) =>
        group.map((number) => patterns[number - 1] as string).filter((pattern) => pattern.endsWith(rest)),
      )
      .filter((group) => group.length > 0)
      .map((group) => group.map((pattern) => pattern.slice(0, owned)));
  });
}

function fits(
  ranking: NonNullable<GmcrFile['decisionMakers'][number]['ranking']>,
  size: number,
  name: string,
  report: Report,
): boolean {
  const numbers = ranking.groups.flat();
  const seen = new Set<number>();
  const twice = new Set(numbers.filter((number) => seen.size === seen.add(number).size));
  const beyond = [...seen].filter((number) => number > size);
  const missing = Array.from({ length: size }, (_, s) => s + 1).filter((number) => !seen.has(number));
  const problems = [
    ...(beyond.length > 0
      ? [
          `names ${states(beyond)}, and there ${size === 1 ? 'is 1 feasible state' : `are ${size} feasible states`}`,
        ]
      : []),
    ...(twice.size > 0 ? [`names ${states([...twice])} twice`] : []),
    ...(missing.length > 0 ? [`leaves out ${states(missing)}`] : []),
  ];
  for (const problem of problems)
    report('E4009', ranking.at, `the ranking of "${name}" ${problem}`, {
      expected: `each number from 1 to ${size} once`,
      hint: 'the numbers count the feasible states; a combination that was ruled out later has changed them',
    });
  return problems.length === 0;
}

function states(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 8).join(', ');
  return `${numbers.length === 1 ? 'state' : 'states'} ${shown}${numbers.length > 8 ? ` and ${numbers.length - 8} more` : ''}`;
}
