// Says what a .gmcr file holds, and reads it from JSON: every spelling of gmcr-py, and the form of gmcr-chrome-app.
import type { Diagnostic, Outcome } from '../../base/index.ts';
import { diagnostic, hasErrors } from '../../base/index.ts';
import type { Direction } from '../../model/index.ts';
import type { JsonNode, JsonSource } from '../json-source.ts';
import type { Report } from './json-fields.ts';
import { get, isObject, listAt, optionalList, optionalTexts, said, textAt } from './json-fields.ts';

/** An option taken, or not taken; the option by its place in the file. */
export interface Literal {
  readonly option: number;
  readonly taken: boolean;
}

/** True where all literals of one of its members hold. */
export interface Condition {
  readonly members: readonly (readonly Literal[])[];
  readonly at: JsonNode;
}

export interface FileOption {
  readonly name: string;
  readonly direction: Direction;
  readonly at: JsonNode;
}

export interface FileDecisionMaker {
  readonly name: string;
  /** By place in the file. */
  readonly options: readonly number[];
  /** Most important first. */
  readonly statements: readonly Condition[];
  /** State numbers, best first, tied ones together; where the file ranks by hand. */
  readonly ranking?: { readonly groups: readonly (readonly number[])[]; readonly at: JsonNode };
  /** States that it does not see. */
  readonly misperceptions: readonly Condition[];
  readonly at: JsonNode;
}

export interface GmcrFile {
  readonly program: 'gmcr-py' | 'gmcr-chrome-app';
  readonly version?: string;
  readonly title?: string;
  readonly description?: string;
  readonly options: readonly FileOption[];
  readonly decisionMakers: readonly FileDecisionMaker[];
  readonly infeasible: readonly Condition[];
  /** Whether rankings count, and not statements. */
  readonly isRanked: boolean;
  /** Decision makers that are analysed as one, by place; those of one member are left out. */
  readonly coalitions: readonly (readonly number[])[];
}

/** How large a model is read; far more than any tool of this format can analyse. */
export const gmcrLimits = { options: 500, conditions: 5000, diagnostics: 100 } as const;

/**
 * The model in a JSON text, or everything that is wrong with it.                          Rules [GMC2] to [GMC5].
 *
 * Errors: E4003 too large, E4004 no model, E4005 a part is missing or of the wrong kind, E4006 an index names nothing.
 */
export function readGmcrFile(source: JsonSource): Outcome<GmcrFile> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, at, message, more = {}) => {
    const place = source.place(at.start, Math.max(at.start, Math.min(at.end, at.start + 200)));
    if (diagnostics.length < gmcrLimits.diagnostics)
      diagnostics.push(diagnostic(code, message, { at: place, ...more }));
    else if (diagnostics.length === gmcrLimits.diagnostics)
      diagnostics.push(diagnostic('E1012', 'there are more problems than are shown', { at: place }));
  };
  const value = fileIn(source.root, report);
  const isLast = ({ code }: Diagnostic): number => (code === 'E1012' ? 1 : 0);
  diagnostics.sort((a, b) => isLast(a) - isLast(b) || (a.at?.start.offset ?? 0) - (b.at?.start.offset ?? 0));
  return hasErrors(diagnostics) || value === undefined ? { diagnostics } : { value, diagnostics };
}

function fileIn(root: JsonNode, report: Report): GmcrFile | undefined {
  const isModel = root.kind === 'map' && root.entries.has('options') && root.entries.has('decisionMakers');
  if (!isModel) {
    report('E4004', root, 'this JSON holds no conflict model', {
      expected:
        'one object with `options` and `decisionMakers`, as GMCR+ (gmcr-py) or gmcr-chrome-app saves it',
    });
    return undefined;
  }
  const optionNodes = listAt(root, 'options', report);
  const isApp = optionNodes.some(
    (node) => get(node, 'reversible') !== undefined && !get(node, 'permittedDirection'),
  );
  if (optionNodes.length === 0) report('E4004', root, 'the model has no options');
  if (optionNodes.length > gmcrLimits.options) {
    const message = `the model has ${optionNodes.length} options; ${gmcrLimits.options} are read`;
    report('E4003', optionNodes[gmcrLimits.options] as JsonNode, message);
    return undefined;
  }
  const options = optionNodes.map((node) => optionIn(node, isApp, report));
  const isRanked = !isApp && rankedIn(root, report);
  const conditions = conditionsReader(options.length, report);
  const makers = listAt(root, 'decisionMakers', report).flatMap((node): FileDecisionMaker[] => {
    if (!isObject(node, 'a decision maker', report)) return [];
    const ranking = isRanked ? rankingIn(node, report) : undefined;
    return [
      {
        name: textAt(node, 'name', report),
        options: listAt(node, 'options', report).flatMap((each) =>
          indexIn(each, options.length, 'option', report),
        ),
        statements: isApp ? [] : conditions(listAt(node, 'preferences', report)),
        ...(ranking === undefined ? {} : { ranking }),
        misperceptions: conditions(optionalList(node, 'misperceptions', report)),
        at: node,
      },
    ];
  });
  if (makers.length === 0) report('E4004', root, 'the model has no decision makers');
  return {
    program: isApp ? 'gmcr-chrome-app' : 'gmcr-py',
    ...optionalTexts(root, isApp ? ['version', 'title', 'description'] : ['version']),
    options,
    decisionMakers: makers,
    infeasible: isApp
      ? [
          ...appConditions(listAt(root, 'infeasibles', report), conditions, false, report),
          ...appConditions(optionalList(root, 'mutexes', report), conditions, true, report),
        ]
      : conditions(listAt(root, 'infeasibles', report)),
    isRanked,
    coalitions: coalitionsIn(root, makers.length, report),
  };
}

const directions: Readonly<Record<string, Direction>> = {
  both: 'both',
  fwd: 'take',
  back: 'drop',
  reversible: 'both',
  forward: 'take',
  backward: 'drop',
};

function optionIn(node: JsonNode, isApp: boolean, report: Report): FileOption {
  if (!isObject(node, 'an option', report)) return { name: '', direction: 'both', at: node };
  const key = isApp ? 'reversible' : 'permittedDirection';
  const words = isApp ? ['reversible', 'forward', 'backward'] : ['both', 'fwd', 'back'];
  const name = textAt(node, 'name', report);
  const found = get(node, key);
  if (!(found?.kind === 'text' && words.includes(found.value))) {
    const message = found === undefined ? `an option lacks \`${key}\`` : `\`${key}\` is ${said(found)}`;
    report('E4005', found ?? node, message, { expected: words.map((word) => `"${word}"`).join(', ') });
  }
  return { name, direction: (found?.kind === 'text' && directions[found.value]) || 'both', at: node };
}

function rankedIn(root: JsonNode, report: Report): boolean {
  const found = get(root, 'useManualPreferenceRanking') ?? get(root, 'useManualPreferenceVectors');
  if (found?.kind === 'boolean') return found.value;
  const key = '`useManualPreferenceRanking` (in older files `useManualPreferenceVectors`)';
  report(
    'E4005',
    found ?? root,
    found === undefined ? `the model lacks ${key}` : `${key} is ${said(found)}`,
    {
      expected: 'true: rankings count; false: statements count',
    },
  );
  return false;
}

function rankingIn(node: JsonNode, report: Report): FileDecisionMaker['ranking'] {
  const found = get(node, 'preferenceRanking') ?? get(node, 'preferenceVector');
  const expected = 'a list of state numbers, best first; an inner list is a tie';
  if (found?.kind !== 'list') {
    const name = '`preferenceRanking` (in older files `preferenceVector`)';
    const message = found === undefined ? `a decision maker lacks ${name}` : `${name} is ${said(found)}`;
    report('E4005', found ?? node, message, { expected });
    return undefined;
  }
  const groups = found.items.map((item) =>
    (item.kind === 'list' ? item.items : [item]).flatMap((each) => {
      if (each.kind === 'number' && Number.isInteger(each.value) && each.value >= 1) return [each.value];
      report('E4005', each, `a ranking holds ${said(each)}`, { expected });
      return [];
    }),
  );
  return { groups: groups.filter((group) => group.length > 0), at: found };
}

/** Reads conditions, and counts them over the whole file. */
function conditionsReader(options: number, report: Report): (nodes: readonly JsonNode[]) => Condition[] {
  let count = 0;
  const literal = (node: JsonNode): Literal[] => {
    const [option, letter] = node.kind === 'list' ? node.items : [];
    if (node.kind !== 'list' || node.items.length !== 2 || option === undefined || letter === undefined) {
      report('E4005', node, `a condition holds ${said(node)}`, { expected: 'pairs such as [0, "Y"]' });
      return [];
    }
    if (letter.kind !== 'text' || (letter.value !== 'Y' && letter.value !== 'N'))
      report('E4005', letter, `a condition asks an option to be ${said(letter)}`, { expected: '"Y" or "N"' });
    const taken = letter.kind === 'text' && letter.value === 'Y';
    return indexIn(option, options, 'option', report).map((place) => ({ option: place, taken }));
  };
  const conjunction = (node: JsonNode): Literal[] => {
    if (node.kind === 'list') return node.items.flatMap(literal);
    report('E4005', node, `a condition is ${said(node)}`, { expected: 'a list of pairs such as [0, "Y"]' });
    return [];
  };
  return (nodes) =>
    nodes.flatMap((at) => {
      count += 1;
      if (count > gmcrLimits.conditions) {
        if (count === gmcrLimits.conditions + 1)
          report('E4003', at, `the model has more than ${gmcrLimits.conditions} conditions`);
        return [];
      }
      const members = at.kind === 'map' ? listAt(at, 'members', report).map(conjunction) : [conjunction(at)];
      return [{ members, at }];
    });
}

/** The named conditions of gmcr-chrome-app; of mutually exclusive ones each two together cannot be. */
function appConditions(
  nodes: readonly JsonNode[],
  conditions: (nodes: readonly JsonNode[]) => Condition[],
  isExclusive: boolean,
  report: Report,
): Condition[] {
  return nodes.flatMap((node) => {
    const literals = listAt(node, 'state', report).map((each): JsonNode => {
      const [option, yes] = [get(each, 'option'), get(each, 'yn')];
      if (option === undefined || yes?.kind !== 'boolean') {
        report('E4005', each, `a state holds ${said(each)}`, {
          expected: 'an object such as {"option": 0, "yn": true}',
        });
        return { ...each, kind: 'list', items: [] };
      }
      return {
        ...each,
        kind: 'list',
        items: [option, { ...yes, kind: 'text', value: yes.value ? 'Y' : 'N' }],
      };
    });
    if (literals.some((each) => each.kind === 'list' && each.items.length === 0)) return [];
    const pairs = isExclusive
      ? literals.flatMap((a, place) => literals.slice(place + 1).map((b) => [a, b]))
      : [literals];
    return conditions(
      pairs.map((items): JsonNode => ({ start: node.start, end: node.end, kind: 'list', items })),
    );
  });
}

/** Anything that is no partition is taken as no coalitions, as the tool does. */
function coalitionsIn(root: JsonNode, makers: number, report: Report): number[][] {
  return optionalList(root, 'coalitions', report)
    .map((node) => (node.kind === 'list' ? node.items : [node]))
    .filter((members) => members.length > 1)
    .map((members) => members.flatMap((each) => indexIn(each, makers, 'decision maker', report)));
}

function indexIn(node: JsonNode, count: number, what: string, report: Report): number[] {
  if (node.kind === 'number' && Number.isInteger(node.value) && node.value >= 0 && node.value < count)
    return [node.value];
  const code = node.kind === 'number' ? 'E4006' : 'E4005';
  report(code, node, `there is no ${what} ${said(node)}`, {
    expected: count === 0 ? 'none: the model has no such part' : `a whole number from 0 to ${count - 1}`,
  });
  return [];
}
