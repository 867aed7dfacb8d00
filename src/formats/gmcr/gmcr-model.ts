// Resolves a .gmcr file as its tool does: options in the order of their owners, state numbers to patterns, no doubles.
import type { Diagnostic, Outcome } from '../../base/index.ts';
import { diagnostic, hasErrors } from '../../base/index.ts';
import type { DecisionDiagram, Expression } from '../../model/index.ts';
import { decisionDiagram } from '../../model/index.ts';
import type { JsonNode, JsonSource } from '../json-source.ts';
import type { NamedLiteral } from './fold-condition.ts';
import { foldCondition } from './fold-condition.ts';
import type { Condition, FileOption, GmcrFile } from './gmcr-file.ts';
import { rankingsOf } from './gmcr-rankings.ts';
import type { Report } from './json-fields.ts';
import { cleanName, readableId } from './readable-ids.ts';

export interface ModelOption {
  readonly id: string;
  /** As an expression names it: the id, or `decisionMaker.id` where several decision makers have the id. */
  readonly key: string;
  readonly name: string;
  readonly direction: FileOption['direction'];
}

export interface ModelDecisionMaker {
  readonly id: string;
  readonly name: string;
  readonly options: readonly ModelOption[];
  readonly statements: readonly Expression[];
  /** Patterns over all options in order, best first, tied ones together. */
  readonly ranking?: readonly (readonly string[])[];
  readonly misperceptions: readonly Expression[];
}

/** A model without file indices and state numbers. */
export interface GmcrModel {
  readonly decisionMakers: readonly ModelDecisionMaker[];
  readonly infeasible: readonly Expression[];
  /** The keys of the options taken in the first feasible state. */
  readonly statusQuo: readonly string[];
  /** Options of nobody: their names, and whether they count as taken. */
  readonly ownerless: readonly { readonly name: string; readonly taken: boolean }[];
}

/**
 * The model of a file.                                                                   Rules [GMC4], [GMC8] to [GMC12].
 *
 * Errors: E4007 an option of two decision makers, E4008 a condition that contradicts itself, E4009 a ranking that does
 * not fit, E4010 no feasible state, E4011 too many states. Warnings: W4002 an option of nobody, W4003 a condition that
 * adds nothing.
 * @complexity that of the decision diagram of the infeasible conditions, and O(m h) where the file ranks by hand
 */
export function gmcrModel(file: GmcrFile, source: JsonSource): Outcome<GmcrModel> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, at, message, more = {}) => {
    const place = source.place(at.start, Math.min(at.end, at.start + 200));
    diagnostics.push(diagnostic(code, message, { at: place, ...more }));
  };
  const names = file.options.map(({ name }, place) => cleanName(name, `option ${place + 1}`));
  const { order, owners } = ownersOf(file, names, report);
  const ownerless = [...names.keys()].filter((option) => owners[option] === undefined);
  // The tool moves options of nobody behind all others before it numbers the states.
  const numbered = [...order, ...ownerless];
  const decisionMakers = namesOf(file, names);
  const keys = keysOf(decisionMakers, numbered);

  checkConditions(file, names, report);
  const named = (condition: Condition): NamedLiteral[][] =>
    condition.members.map((member) =>
      member.map(({ option, taken }) => ({ key: keys.get(option) as string, taken })),
    );
  const allKeys = numbered.map((option) => keys.get(option) as string);
  const bars = distinct(file.infeasible, 'an infeasible combination', report);
  const feasible: Expression = {
    kind: 'and',
    of: bars.map((bar): Expression => ({ kind: 'not', of: foldCondition(named(bar)) })),
  };
  const diagram = hasErrors(diagnostics) ? undefined : decisionDiagram(feasible, allKeys);
  if (diagram === undefined) {
    if (!hasErrors(diagnostics))
      report(
        'E4011',
        source.root,
        'the infeasible combinations are too entangled to find out which states are left',
      );
    return { diagnostics };
  }
  if (diagram.root === 0) {
    report('E4010', source.root, 'no state is feasible: the infeasible combinations rule out every one');
    return { diagnostics };
  }
  const taken = firstSatisfying(diagram);
  const rankings = file.isRanked
    ? rankingsOf(file, diagram, order.length, taken, report)
    : file.decisionMakers.map(() => undefined);
  for (const option of ownerless) {
    const value = taken.has(numbered.indexOf(option)) ? 'taken' : 'not taken';
    report(
      'W4002',
      file.options[option]?.at as JsonNode,
      `nobody has the option "${names[option]}", so that nobody can change it`,
      { hint: `it is left out; wherever it stands it counts as ${value}` },
    );
  }

  const fixed = new Map(ownerless.map((option) => [option, taken.has(numbered.indexOf(option))]));
  const fold = (condition: Condition): Expression[] => {
    const members = condition.members
      .filter((member) =>
        member.every(({ option, taken: wanted }) => (fixed.get(option) ?? wanted) === wanted),
      )
      .map((member) => member.filter(({ option }) => !fixed.has(option)));
    const isConstant = members.length === 0 || members.some((member) => member.length === 0);
    return isConstant ? [] : [foldCondition(named({ ...condition, members }))];
  };
  const byPlace = new Map(numbered.map((option, place) => [place, option]));
  return {
    diagnostics,
    value: {
      decisionMakers: file.decisionMakers.map((maker, dm) => {
        const what = `"${decisionMakers[dm]?.name}"`;
        const ranking = rankings[dm];
        return {
          id: decisionMakers[dm]?.id as string,
          name: decisionMakers[dm]?.name as string,
          options: [...new Set(maker.options)].map((option) => ({
            id: decisionMakers[dm]?.ids.get(option) as string,
            key: keys.get(option) as string,
            name: names[option] as string,
            direction: file.options[option]?.direction ?? 'both',
          })),
          statements: distinct(maker.statements, `a statement of ${what}`, report).flatMap(fold),
          ...(ranking === undefined ? {} : { ranking }),
          misperceptions: distinct(maker.misperceptions, `a misperception of ${what}`, report).flatMap(fold),
        };
      }),
      infeasible: bars.flatMap(fold),
      statusQuo: [...taken]
        .filter((place) => place < order.length)
        .map((place) => keys.get(byPlace.get(place) as number) as string),
      ownerless: ownerless.map((option) => ({
        name: names[option] as string,
        taken: fixed.get(option) === true,
      })),
    },
  };
}

/** The options in the order of their owners, each owner's in its own order; and each one's owner, where it has one. */
function ownersOf(
  file: GmcrFile,
  names: readonly string[],
  report: Report,
): { order: number[]; owners: (number | undefined)[] } {
  const owners: (number | undefined)[] = file.options.map(() => undefined);
  const order: number[] = [];
  file.decisionMakers.forEach(({ options, name, at }, dm) => {
    for (const option of new Set(options)) {
      const owner = owners[option];
      if (owner !== undefined) {
        report(
          'E4007',
          at,
          `the option "${names[option]}" belongs to "${file.decisionMakers[owner]?.name}" and to "${name}"`,
          {
            expected: 'one decision maker for each option',
            hint: 'give each of them an option of its own, and rule out what cannot go together',
          },
        );
        continue;
      }
      owners[option] = dm;
      order.push(option);
    }
  });
  return { order, owners };
}

interface Named {
  readonly id: string;
  readonly name: string;
  /** The ids of its options, by place in the file. */
  readonly ids: ReadonlyMap<number, string>;
}

function namesOf(file: GmcrFile, names: readonly string[]): Named[] {
  const usedByMakers = new Set<string>();
  return file.decisionMakers.map((maker, dm) => {
    const name = cleanName(maker.name, `Decision maker ${dm + 1}`);
    const used = new Set<string>();
    const ids = new Map(
      [...new Set(maker.options)].map((option) => [
        option,
        readableId(names[option] as string, 'option', used),
      ]),
    );
    return { id: readableId(name, 'dm', usedByMakers), name, ids };
  });
}

/** What each option is called in expressions; an option of nobody gets a name that no other can have. */
function keysOf(decisionMakers: readonly Named[], options: readonly number[]): Map<number, string> {
  const count = new Map<string, number>();
  for (const id of decisionMakers.flatMap(({ ids }) => [...ids.values()]))
    count.set(id, (count.get(id) ?? 0) + 1);
  const keys = new Map(options.map((option) => [option, `nobody ${option}`]));
  for (const { id: owner, ids } of decisionMakers)
    for (const [option, id] of ids) keys.set(option, (count.get(id) ?? 0) > 1 ? `${owner}.${id}` : id);
  return keys;
}

function checkConditions(file: GmcrFile, names: readonly string[], report: Report): void {
  const conditions = [
    ...file.infeasible,
    ...file.decisionMakers.flatMap(({ statements, misperceptions }) => [...statements, ...misperceptions]),
  ];
  for (const { members, at } of conditions) {
    for (const member of members) {
      const clash = member.find(({ option, taken }) =>
        member.some((other) => other.option === option && other.taken !== taken),
      );
      if (clash !== undefined)
        report(
          'E4008',
          at,
          `a condition asks the option "${names[clash.option]}" to be taken and not taken`,
          {
            expected: 'each option once in a condition',
          },
        );
    }
  }
}

/** The conditions but those that say the same as an earlier one, or nothing. */
function distinct(conditions: readonly Condition[], what: string, report: Report): Condition[] {
  const seen = new Set<string>();
  return conditions.filter(({ members, at }) => {
    const texts = members.map((member) =>
      [...new Set(member.map(({ option, taken }) => (taken ? option : -option - 1)))]
        .sort((a, b) => a - b)
        .join(' '),
    );
    const text = [...new Set(texts)].sort().join('|');
    const isEmpty = members.every((member) => member.length === 0);
    if (!isEmpty && !seen.has(text)) {
      seen.add(text);
      return true;
    }
    report('W4003', at, isEmpty ? `${what} says nothing` : `${what} stands there twice`, {
      hint: 'it is left out',
    });
    return false;
  });
}

/** The places of the options taken in the satisfying state of the lowest number. */
function firstSatisfying(diagram: DecisionDiagram): Set<number> {
  const taken: number[] = [];
  let at = diagram.root;
  while (at > 1) {
    const no = diagram.whenFalse[at] as number;
    if (no === 0) taken.push(diagram.variable[at] as number);
    at = no === 0 ? (diagram.whenTrue[at] as number) : no;
  }
  return new Set(taken.reverse());
}
