// Says what a case holds once its file is read: names resolved, accounts spelled out, nothing computed.
import type { Place } from '../base/index.ts';
import type { Expression } from './expression.ts';

/** The solution concepts of the field; `nash` is also called R. */
export type Concept = 'nash' | 'gmr' | 'smr' | 'seq' | 'sseq';

/** Every concept, from the one that asks least foresight to the one that asks most. */
export const concepts: readonly Concept[] = ['nash', 'gmr', 'smr', 'seq', 'sseq'];

/** Both ways, N to Y only (`take`), or Y to N only (`drop`). */
export type Direction = 'both' | 'take' | 'drop';

/** What a part of a case carries beside its content: reason, evidence, and where it stands in the file. */
export interface Grounds {
  readonly because?: string;
  /** Ids of statements, sources or facts. */
  readonly evidence?: readonly string[];
  readonly at?: Place;
}

/** An action that one decision maker controls, taken or not in each state. */
export interface Option {
  /** The name in expressions and in output: the id, or `decisionMaker.id` where the id is not unique in the case. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly decisionMaker: string;
  readonly direction: Direction;
  readonly description?: string;
  readonly at?: Place;
}

export interface DecisionMaker {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly at?: Place;
}

/** Why a combination cannot occur; only the first two are beyond anybody's power to lift. */
export type BarKind = 'logical' | 'physical' | 'legal' | 'assumed';

/** No state satisfies `when`. */
export interface Infeasible extends Grounds {
  readonly when: Expression;
  /** As the file has it: an expression or a pattern. */
  readonly text: string;
  readonly kind: BarKind;
}

/** `by` cannot move from a state where `from` holds to one where `to` holds. */
export interface ForbiddenMove extends Grounds {
  readonly by: string;
  readonly from: Expression;
  readonly to: Expression;
  readonly text: string;
}

/** One state, named by the options taken in it (option form) or by its name (graph form). */
export type StateReference =
  | { readonly kind: 'options'; readonly taken: readonly string[]; readonly at?: Place }
  | { readonly kind: 'name'; readonly name: string; readonly at?: Place };

export type AgreementKind = 'talks' | 'ceasefire' | 'settlement' | 'other';

/** States that count as an agreement of one kind; the single `agreement` of a case has id `agreement`. */
export interface Agreement extends Grounds {
  readonly id: string;
  readonly name?: string;
  readonly kind: AgreementKind;
  readonly when: StateCondition;
  readonly text: string;
  readonly excludes?: StateCondition;
}

/** A condition on states: a formula (option form) or a list of names (graph form). */
export type StateCondition =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'names'; readonly names: readonly string[] };

/** Whose word a premise rests on: the party's own, a third party's, its adversary's. */
export type Word = 'own' | 'third' | 'adversary';

/** A preference statement: the decision maker prefers states where it is true, less important ones equal. */
export interface Statement extends Grounds {
  readonly when: StateCondition;
  /** As the file has it. */
  readonly text: string;
  readonly word?: Word;
  readonly strong?: boolean;
  /** In a list of unknown order: texts of statements further down the list that are known to matter less than this one. */
  readonly before?: readonly string[];
}

/** Pairs of states between which the preference is not known. */
export type UnknownPairs = readonly (readonly [StateReference, StateReference])[];

/** What a case says of one decision maker's preference. */
export type PreferenceSpec =
  | {
      readonly kind: 'statements';
      readonly statements: readonly Statement[];
      readonly unknown?: UnknownPairs;
    }
  /** The statements are known, their order is not. */
  | { readonly kind: 'open-order'; readonly statements: readonly Statement[] }
  /** Rival lists; pairs on which they disagree are unknown. */
  | {
      readonly kind: 'alternatives';
      readonly lists: readonly (readonly Statement[])[];
      readonly unknown?: UnknownPairs;
    }
  | { readonly kind: 'weights'; readonly weights: readonly (readonly [option: string, weight: number])[] }
  /** Best first; states of one group are tied. */
  | {
      readonly kind: 'ranking';
      readonly groups: readonly (readonly StateReference[])[];
      readonly unknown?: UnknownPairs;
    };

export type Preference = PreferenceSpec & Grounds & { readonly word?: Word };

/** Who speaks in an account. */
export interface Author {
  readonly name: string;
  readonly side?: string;
  readonly kind?: string;
}

export type Finding = 'confirmed' | 'overstated' | 'contradicted' | 'not-found';

/** What the recorded facts say of a premise, or of a claim that is no premise. */
export interface Check {
  readonly premise?: string;
  readonly claim?: string;
  readonly facts: readonly string[];
  readonly finding: Finding;
  readonly note?: string;
  readonly at?: Place;
}

/** Something that others hold and an account does not say. */
export interface Omission extends Grounds {
  readonly says: string;
}

/** What happens without an agreement. */
export type NoDeal =
  | { readonly kind: 'statusQuo' }
  | { readonly kind: 'state'; readonly state: StateReference }
  | { readonly kind: 'security' };

/** States and moves listed one by one, for conflicts that are not option-based. */
export interface GraphForm {
  readonly states: readonly { readonly id: string; readonly name: string }[];
  /** For each decision maker, pairs of places in `states`. */
  readonly moves: Readonly<Record<string, readonly (readonly [from: number, to: number])[]>>;
}

/** One source's reading of the conflict, with everything that it inherits spelled out. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly by?: Author;
  /** The account it extends, or `base`, or nothing for the base itself. */
  readonly parent?: string;
  /** A what-if: left out of summaries unless asked for. */
  readonly variant: boolean;
  readonly sources: readonly string[];
  /** Recognised ones, in the order of the file. */
  readonly decisionMakers: readonly DecisionMaker[];
  /** Modelled ones, in the order of the base; empty in graph form. */
  readonly options: readonly Option[];
  /** The account's own names, by decision maker id or option key. */
  readonly labels: Readonly<Record<string, string>>;
  readonly graph?: GraphForm;
  readonly infeasible: readonly Infeasible[];
  readonly forbiddenMoves: readonly ForbiddenMove[];
  readonly statusQuo: StateReference;
  /** Those that its verdict uses: its own, or the case's where it has none of its own. */
  readonly agreements: readonly Agreement[];
  /** The agreements of the case that its options can express. */
  readonly kinds: readonly Agreement[];
  /** The ids of agreements of the case that its options cannot express. */
  readonly inexpressible: readonly string[];
  readonly signatories: readonly string[];
  readonly noDeal: NoDeal;
  readonly concepts: Readonly<Record<string, Concept>>;
  /** By decision maker id; one without an entry is indifferent between all states. */
  readonly preferences: Readonly<Record<string, Preference>>;
  readonly leavesOut: readonly Omission[];
  readonly checks: readonly Check[];
  readonly at?: Place;
}

/** A published text that a case rests on. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly author?: string;
  readonly outlet?: string;
  readonly date?: string;
  readonly url?: string;
  readonly slant?: string;
  readonly note?: string;
}

/** Something established apart from any account. */
export interface Fact {
  readonly id: string;
  readonly date?: string;
  readonly speaker?: string;
  readonly says: string;
  readonly sources: readonly string[];
}

/** An option that unlocking may give to a decision maker. */
export interface Offer extends Grounds {
  readonly id: string;
  readonly to: string;
  readonly option: { readonly id: string; readonly name: string; readonly direction: Direction };
}

/** A whole case. */
export interface Case {
  readonly title: string;
  readonly description?: string;
  readonly citation?: string;
  readonly sources: readonly Source[];
  readonly facts: readonly Fact[];
  /** All that the file names, whether an account models them or not. */
  readonly decisionMakers: readonly DecisionMaker[];
  readonly options: readonly Option[];
  /** Those of the base: every account is tested against each of them that it can express. */
  readonly agreements: readonly Agreement[];
  /** The base where it is analysed, then the accounts in the order of the file, variants included. */
  readonly accounts: readonly Account[];
  /** Which decision maker sees which account. */
  readonly hypergame?: Readonly<Record<string, string>>;
  readonly offers: readonly Offer[];
}
