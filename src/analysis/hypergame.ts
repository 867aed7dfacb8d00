// Finds what holds where each decision maker acts on the account that it sees, and who is mistaken about what.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { Case, Concept, StateIndex } from '../model/index.ts';
import { concepts as allConcepts, takes } from '../model/index.ts';
import type { AccountAnalysis } from './account-analysis.ts';
import type { Stability } from './stability.ts';
import { equilibriumIn, stableIn } from './stability.ts';
import { whyOf } from './why.ts';

/** A decision maker with the account that it sees. */
export interface Seer {
  readonly id: string;
  /** Its place in that account. */
  readonly place: number;
  readonly view: AccountAnalysis;
}

/**
 * What comes of a state in a hypergame, measured against one account.
 *
 * - `agreed`: it holds in the hypergame and in that account;
 * - `phantom`: it holds in the hypergame alone;
 * - `hidden`: it holds in that account alone, and all recognise it;
 * - `unrecognised`: it holds in that account, and some decision maker does not know it.
 */
export type HypergameLabel = 'agreed' | 'phantom' | 'hidden' | 'unrecognised';

/** A decision maker's verdict on a state. */
export interface OwnVerdict {
  readonly decisionMaker: string;
  /** The state in the account that it sees; missing where that does not know it. */
  readonly state?: StateIndex;
  /** The concepts under which it is stable for the decision maker there, in every reading. */
  readonly own: readonly Concept[];
  /** The same in the account measured against; missing where that does not know the state or the decision maker. */
  readonly base?: readonly Concept[];
}

/** A state of the hypergame: options taken, by key. */
export interface HypergameState {
  readonly taken: readonly string[];
  /** In the account measured against; missing where that does not know it. */
  readonly base?: StateIndex;
  readonly verdicts: readonly OwnVerdict[];
  /** Concepts under which it is stable for each decision maker in the account that it sees. */
  readonly equilibrium: readonly Concept[];
  /** Concepts under which it is an equilibrium of the account measured against. */
  readonly baseEquilibrium: readonly Concept[];
  /** By concept; missing where it holds neither here nor there. */
  readonly labels: Readonly<Partial<Record<Concept, HypergameLabel>>>;
  /** Those whose account does not know the state. */
  readonly unrecognisedBy: readonly string[];
}

/** The hypergame of a case against one account. */
export interface HypergameAgainst {
  readonly base: AccountAnalysis;
  /** States that hold in the hypergame or in the account under some concept; in graph form, named by their state. */
  readonly states: readonly HypergameState[];
}

/** A state that holds in the account that some see, and that others, each in its own, would leave or do not know. */
export interface Expectation {
  readonly view: AccountAnalysis;
  /** Those who see that account. */
  readonly seers: readonly Seer[];
  readonly taken: readonly string[];
  /** In that account. */
  readonly state: StateIndex;
  /** Under which it holds there and not in the hypergame. */
  readonly concepts: readonly Concept[];
  /** Who would leave it under the first of these concepts, with the state and the open improvement in its own account. */
  readonly leavers: readonly {
    readonly seer: Seer;
    readonly state: StateIndex;
    readonly improvement?: StateIndex;
  }[];
  readonly unknownTo: readonly string[];
}

export interface HypergameAnalysis {
  readonly seers: readonly Seer[];
  readonly expectations: readonly Expectation[];
  readonly against: readonly HypergameAgainst[];
  readonly concepts: readonly Concept[];
  readonly complete: boolean;
}

/** Who sees which account, as the case has it; a decision maker that it leaves out sees the base, where there is one. */
export function seersOf(
  value: Case,
  analysisOf: (account: string) => AccountAnalysis | undefined,
): { readonly seers: readonly Seer[]; readonly unseeing: readonly string[] } {
  const seers: Seer[] = [];
  const unseeing: string[] = [];
  for (const { id } of value.decisionMakers) {
    const view = analysisOf(value.hypergame?.[id] ?? 'base');
    const place = view?.conflict.account.decisionMakers.findIndex((dm) => dm.id === id) ?? -1;
    if (view === undefined || place < 0) unseeing.push(id);
    else seers.push({ id, place, view });
  }
  return { seers, unseeing };
}

/**
 * The first-level hypergame: s is an equilibrium iff each decision maker i recognises it and it is stable for i within
 * the account that i sees, as that account has everybody's options, moves and preferences.
 *
 * A state is the set of options taken in it; an account recognises it if it models each of them and the state is
 * feasible there. So a state that all recognise takes only options that all know.            Rules [HYP1] to [HYP4].
 * @param bases - the accounts to measure against
 * @complexity O(states of all accounts · n)
 * @source Bennett 1977 (hypergames); in graph form Aljefri, Bashar, Fang & Hipel 2018, whose eight classes are not used.
 */
export function hypergame(
  seers: readonly Seer[],
  bases: readonly AccountAnalysis[],
  watch: Watch = unwatched,
): HypergameAnalysis {
  const places = new Map([...seers.map(({ view }) => view), ...bases].map((view) => [view, placesOf(view)]));
  const asked = allConcepts.filter((concept) =>
    [...places.keys()].every(({ question }) => question.concepts.includes(concept)),
  );
  const against: HypergameAgainst[] = [];
  for (const base of bases) {
    if (watch.stopped()) break;
    const known = new Map<string, readonly string[]>();
    for (const view of [...seers.map((seer) => seer.view), base])
      for (const [name, { taken }] of places.get(view) ?? []) known.set(name, taken);
    const states: HypergameState[] = [];
    for (const [name, taken] of known) {
      const found = judge(name, taken, seers, base, places, asked);
      if (Object.keys(found.labels).length > 0) states.push(found);
    }
    against.push({ base, states });
  }
  return {
    seers,
    expectations: expectationsOf(seers, places, asked),
    against,
    concepts: asked,
    complete: against.length === bases.length && [...places.keys()].every(({ complete }) => complete),
  };
}

/** What the accounts that are seen have hold, and the hypergame does not.                             Rule [HYP6]. */
function expectationsOf(
  seers: readonly Seer[],
  places: ReadonlyMap<AccountAnalysis, Places>,
  asked: readonly Concept[],
): readonly Expectation[] {
  const order = [...asked].sort((a, b) => Number(b === 'seq') - Number(a === 'seq'));
  return [...new Set(seers.map(({ view }) => view))].flatMap((view) =>
    [...(places.get(view) ?? [])].flatMap(([name, { state, taken }]): Expectation[] => {
      const { verdicts, equilibrium, baseEquilibrium, unrecognisedBy } = judge(
        name,
        taken,
        seers,
        view,
        places,
        asked,
      );
      const concepts = order.filter(
        (concept) => baseEquilibrium.includes(concept) && !equilibrium.includes(concept),
      );
      const [concept] = concepts;
      if (concept === undefined) return [];
      const leavers = seers.flatMap((seer, index) => {
        const { state: own, own: held } = verdicts[index] as OwnVerdict;
        if (own === undefined || held.includes(concept)) return [];
        const { witness } = whyOf(seer.view.conflict, seer.view.stability, concept, seer.place, own);
        return [
          { seer, state: own, ...(witness.kind === 'open' ? { improvement: witness.improvement } : {}) },
        ];
      });
      const seeing = seers.filter((seer) => seer.view === view);
      return [{ view, seers: seeing, taken, state, concepts, leavers, unknownTo: unrecognisedBy }];
    }),
  );
}

type Places = ReadonlyMap<string, { readonly state: StateIndex; readonly taken: readonly string[] }>;

/** The states of an account by what is taken in them; in graph form by their names. */
function placesOf({ conflict }: AccountAnalysis): Places {
  const { space, account, names, size } = conflict;
  const found = new Map<string, { state: StateIndex; taken: readonly string[] }>();
  for (let state = 0; state < size; state += 1) {
    const taken =
      space === undefined
        ? [names[state] as string]
        : account.options.flatMap(({ key }, place) => (takes(space, state, place) ? [key] : []));
    found.set(taken.join(' '), { state, taken });
  }
  return found;
}

function judge(
  name: string,
  taken: readonly string[],
  seers: readonly Seer[],
  base: AccountAnalysis,
  places: ReadonlyMap<AccountAnalysis, Places>,
  asked: readonly Concept[],
): HypergameState {
  const baseState = places.get(base)?.get(name)?.state;
  const verdicts = seers.map(({ id, place, view }): OwnVerdict => {
    const state = places.get(view)?.get(name)?.state;
    const inBase = base.conflict.account.decisionMakers.findIndex((dm) => dm.id === id);
    return {
      decisionMaker: id,
      ...(state === undefined ? {} : { state }),
      own: state === undefined ? [] : stableUnder(view.stability, place, state, asked),
      ...(baseState === undefined || inBase < 0
        ? {}
        : { base: stableUnder(base.stability, inBase, baseState, asked) }),
    };
  });
  const unrecognisedBy = verdicts.flatMap(({ decisionMaker, state }) =>
    state === undefined ? [decisionMaker] : [],
  );
  const equilibrium = asked.filter((concept) => verdicts.every(({ own }) => own.includes(concept)));
  const baseEquilibrium =
    baseState === undefined
      ? []
      : asked.filter((concept) => equilibriumIn(base.stability, baseState, () => concept) === 'every');
  const labelOf = (concept: Concept): HypergameLabel | undefined => {
    const holds = equilibrium.includes(concept);
    if (!baseEquilibrium.includes(concept)) return holds ? 'phantom' : undefined;
    if (holds) return 'agreed';
    return unrecognisedBy.length > 0 ? 'unrecognised' : 'hidden';
  };
  const labels = asked.flatMap((concept) => {
    const label = labelOf(concept);
    return label === undefined ? [] : [[concept, label] as const];
  });
  return {
    taken,
    ...(baseState === undefined ? {} : { base: baseState }),
    verdicts,
    equilibrium,
    baseEquilibrium,
    labels: Object.fromEntries(labels),
    unrecognisedBy,
  };
}

function stableUnder(
  stability: Stability,
  dm: number,
  s: StateIndex,
  asked: readonly Concept[],
): readonly Concept[] {
  return asked.filter((concept) => stableIn(stability, dm, s, concept) === 'every');
}
