// Lists the feasible states of an account, or says how many there would be and what to do.
import type { Outcome } from '../base/index.ts';
import { diagnostic } from '../base/index.ts';
import type { Account, Infeasible, StateReference } from './case.ts';
import { countSatisfying, decisionDiagram, listSatisfying } from './decision-diagram.ts';
import type { Expression } from './expression.ts';
import type { StateIndex, StateSpace } from './state-space.ts';
import { fullSpace, indexOf, wordsOf } from './state-space.ts';

/** The m feasible states in either form. */
export interface States {
  readonly size: number;
  /** In option form. */
  readonly space?: StateSpace;
  /** In option form the keys of the options, in order. */
  readonly keys: readonly string[];
  /** In graph form the ids of the states, in order. */
  readonly names: readonly string[];
}

/**
 * The feasible states: every combination of options that no bar rules out, in increasing decimal order.  Rule [STA1].
 * @param limit - the most states that are listed
 */
export function buildStates(account: Account, limit: number): Outcome<States> {
  if (account.graph !== undefined) {
    const names = account.graph.states.map(({ id }) => id);
    return { value: { size: names.length, keys: [], names }, diagnostics: [] };
  }
  const keys = account.options.map(({ key }) => key);
  const where = account.at === undefined ? {} : { at: account.at };
  const diagram = decisionDiagram(feasibility(account.infeasible), keys);
  if (diagram === undefined) {
    return failure(
      diagnostic('E1302', `the bars of account ${account.id} are too entangled to list what they leave`, {
        ...where,
        expected: 'bars over few options each',
        hint: 'split the conflict into accounts with fewer options, or write the bars more simply',
      }),
    );
  }
  const count = countSatisfying(diagram);
  if (count > BigInt(limit)) {
    return failure(
      diagnostic(
        'E1301',
        `account ${account.id} has ${howMany(count, keys.length)} states over ${keys.length} options`,
        {
          ...where,
          expected: `at most ${withSeparators(BigInt(limit))} states`,
          hint:
            'leave out options that decide nothing, merge options that always go together, ' +
            'or say under infeasible which combinations cannot occur',
        },
      ),
    );
  }
  if (count === 0n) {
    return failure(
      diagnostic(
        'E1303',
        `account ${account.id} has no feasible state: its bars rule out every combination`,
        {
          ...where,
          expected: 'at least one combination of options that no bar matches',
          hint: 'take back one of the bars under infeasible',
        },
      ),
    );
  }
  return { value: { size: Number(count), space: listed(), keys, names: [] }, diagnostics: [] };

  function listed(): StateSpace {
    if (count === 1n << BigInt(keys.length)) return fullSpace(keys.length);
    const words = listSatisfying(diagram as NonNullable<typeof diagram>, Number(count));
    return { size: Number(count), options: keys.length, words, isFull: false };
  }
}

function failure(problem: ReturnType<typeof diagnostic>): Outcome<States> {
  return { diagnostics: [problem] };
}

/**
 * The formula that holds in exactly the feasible combinations.
 * @example feasibility([]) // => { kind: 'and', of: [] }
 */
export function feasibility(bars: readonly Infeasible[]): Expression {
  return { kind: 'and', of: bars.map(({ when }): Expression => ({ kind: 'not', of: when })) };
}

/** The place of the state that a reference names, or -1 where it is not feasible or takes an option that is not there. */
export function resolveState(states: States, reference: StateReference): StateIndex {
  if (reference.kind === 'name') return states.names.indexOf(reference.name);
  if (states.space === undefined) return -1;
  const places = reference.taken.map((key) => states.keys.indexOf(key));
  if (places.includes(-1)) return -1;
  return indexOf(states.space, wordsOf(states.keys.length, places));
}

/** The exact number, beside the power of two that it may be; of more than 40 digits only the power, or the length. */
function howMany(count: bigint, options: number): string {
  const digits = withSeparators(count);
  const power = count === 1n << BigInt(options) ? `2^${options}` : undefined;
  if (String(count).length <= 40) return power === undefined ? digits : `${power} = ${digits}`;
  return power ?? `more than 10^${String(count).length - 1}`;
}

/**
 * A number with commas between groups of three digits.
 * @example withSeparators(35184372088832n) // => '35,184,372,088,832'
 */
export function withSeparators(value: bigint): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
