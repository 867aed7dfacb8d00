// Describes the case file, key by key: the one source of what the reader accepts and of the published JSON Schema.
import { concepts } from '../../model/index.ts';
import type { Read, Shape, Word } from './shape.ts';
import {
  amount,
  as,
  byKind,
  flag,
  formula,
  list,
  object,
  oneOf,
  optional,
  prose,
  record,
  required,
  word,
} from './shape.ts';
import type { Range } from './yaml-source.ts';

/** One text or a list of them. */
const words: Shape<readonly Word[]> = byKind('a text or a list of texts', {
  text: as(word, (one) => [one]),
  list: list(word, 'a list of texts'),
});

const grounds = {
  because: optional(prose, 'Why, in a sentence.'),
  evidence: optional(words, 'Ids of the sources, facts or statements behind it.'),
};

/** An expression or a pattern, or a list of state ids in graph form. */
export interface Condition {
  readonly words: readonly Word[];
  readonly isList: boolean;
}
const condition: Shape<Condition> = byKind('an expression, a pattern, or a list of state ids in graph form', {
  text: as(formula, (one) => ({ words: [one], isList: false })),
  list: as(list(word, 'a list of state ids'), (all) => ({ words: all, isList: true })),
});

/** A state: a pattern or a state id, or the list of the options taken. */
const state: Shape<Condition> = byKind('the list of options taken, a pattern of Y and N, or a state id', {
  text: as(word, (one) => ({ words: [one], isList: false })),
  list: as(list(word, 'the list of options taken'), (all) => ({ words: all, isList: true })),
});

const direction = oneOf(['both', 'take', 'drop']);

const optionFields = {
  id: required(word, 'The name in expressions: letters, digits, _ and - inside.'),
  name: optional(prose, 'The name in output; default: the id.'),
  direction: optional(
    direction,
    'both: may be taken and dropped (default); take: only taken; drop: only dropped.',
  ),
};
const option = object('option', 'an option', {
  ...optionFields,
  description: optional(prose, 'What it means to take it.'),
});

const decisionMaker = object('decisionMaker', 'a decision maker', {
  id: required(word, 'The name in the file: letters, digits, _ and - inside.'),
  name: optional(prose, 'The name in output; default: the id.'),
  description: optional(prose, 'Who it is.'),
  options: optional(
    list(
      byKind('an option: its id, or a map with id, name, direction', {
        text: as(word, (id) => ({ id, range: id.range, keys: new Map() }) as Read<typeof option>),
        map: option,
      }),
      'a list of options',
    ),
    'What it can do: each option is taken or not.',
  ),
});

const infeasible = object('infeasible', 'an infeasible combination', {
  when: optional(formula, 'No state satisfies this expression.'),
  pattern: optional(word, 'The same as a pattern: Y, N or - for each option, in order.'),
  kind: optional(
    oneOf(['logical', 'physical', 'legal', 'assumed']),
    'Why it cannot occur; default: logical. A legal or assumed bar could be lifted.',
  ),
  ...grounds,
});

const forbiddenMove = object('forbiddenMove', 'a forbidden move', {
  by: required(word, 'The decision maker that cannot make it.'),
  from: required(formula, 'The states it cannot move from.'),
  to: required(formula, 'The states it cannot move to from there.'),
  ...grounds,
});

const agreement = object('agreement', 'a kind of agreement', {
  id: required(word, 'Its id.'),
  name: optional(prose, 'Its name in output.'),
  kind: optional(
    oneOf(['talks', 'ceasefire', 'settlement', 'other']),
    'What kind of agreement; default: other.',
  ),
  when: required(condition, 'The states that count as it.'),
  excludes: optional(condition, 'States that do not count although `when` holds.'),
  ...grounds,
});

const wordOf = oneOf(['own', 'third', 'adversary']);

const statementObject = object('statement', 'a preference statement', {
  statement: required(condition, 'The decision maker prefers states where this is true.'),
  word: optional(wordOf, "Whose word it rests on: the party's own, a third party's, its adversary's."),
  strong: optional(flag, 'Is it held strongly?'),
  before: optional(
    words,
    'With `order: unknown`: statements further down that are known to matter less, as they are written there.',
  ),
  ...grounds,
});
type StatementDraft = Read<typeof statementObject>;
const bareStatement = (statement: Condition): StatementDraft => {
  const [start, end] = [statement.words[0]?.range[0] ?? 0, statement.words.at(-1)?.range[1] ?? 0];
  return { statement, range: [start, end], keys: new Map() };
};
const statement: Shape<StatementDraft> = byKind('an expression, or a map with statement, because, evidence', {
  text: as(condition, bareStatement),
  list: as(condition, bareStatement),
  map: statementObject,
});
const statements = list(statement, 'a list of statements, most important first');

const preferenceObject = object('preference', 'a preference', {
  statements: optional(statements, 'Statements, most important first.'),
  order: optional(oneOf(['unknown']), 'unknown: the statements are known, their order is not.'),
  alternatives: optional(
    list(statements, 'a list of rival lists of statements', 1),
    'Rival lists; pairs of states on which they disagree are unknown.',
  ),
  weights: optional(
    record(amount, 'a map from options to numbers'),
    'A number for each option that matters.',
  ),
  ranking: optional(
    list(
      byKind<readonly Word[], readonly Word[]>('a state, or a list of tied states', {
        text: as(word, (one) => [one]),
        list: list(word, 'a list of tied states', 1),
      }),
      'a list of states, best first',
      1,
    ),
    'Every state, best first; an inner list is a tie.',
  ),
  unknown: optional(
    list(list(word, 'a pair of states', 2), 'a list of pairs of states'),
    'Pairs of states between which the preference is not known.',
  ),
  word: optional(wordOf, 'Whose word the preference rests on.'),
  ...grounds,
});
type PreferenceDraft = Read<typeof preferenceObject>;
const preference: Shape<PreferenceDraft> = byKind(
  'a list of statements, or a map with one of statements, alternatives, weights, ranking',
  {
    list: as(statements, (all) => ({
      statements: all,
      range: [all[0]?.range[0] ?? 0, all.at(-1)?.range[1] ?? 0] as const,
      keys: new Map(),
    })),
    map: preferenceObject,
  },
);

const author = object('author', 'who speaks', {
  name: required(prose, 'Who speaks.'),
  side: optional(prose, 'The decision maker it stands closest to.'),
  kind: optional(prose, 'What kind of voice: op-ed, official, analyst, ...'),
});

const omission = object('omission', 'something left out', {
  says: required(prose, 'What others hold and the account does not say.'),
  ...grounds,
});

const check = object('check', 'a check against the facts', {
  premise: optional(
    word,
    'A premise: `DM.k` is the k-th statement of that decision maker; or `infeasible.k`.',
  ),
  claim: optional(prose, 'A claim that is no premise.'),
  fact: optional(words, 'The facts that it is checked against.'),
  finding: required(oneOf(['confirmed', 'overstated', 'contradicted', 'not-found']), 'What they say of it.'),
  note: optional(prose, 'What the finding rests on.'),
});

/** What the base states and an account may state in its place. */
const parts = {
  infeasible: optional(
    list(
      byKind('an expression, a pattern, or a map with when or pattern', {
        text: as(
          formula,
          (when) => ({ when, range: when.range, keys: new Map() }) as Read<typeof infeasible>,
        ),
        map: infeasible,
      }),
      'a list of infeasible combinations',
    ),
    'Combinations that cannot occur.',
  ),
  forbiddenMoves: optional(list(forbiddenMove, 'a list of forbidden moves'), 'Moves that cannot be made.'),
  statusQuo: optional(state, 'Where things stand: the options taken, a pattern, or a state id.'),
  agreement: optional(condition, 'The states that count as an agreement.'),
  agreements: optional(list(agreement, 'a list of kinds of agreement'), 'Several kinds of agreement.'),
  signatories: optional(words, 'Whose consent an agreement needs; default: every decision maker.'),
  noDeal: optional(
    state,
    'What happens without an agreement: `statusQuo` (default), `security`, or a state.',
  ),
  concepts: optional(
    record(oneOf(concepts, { R: 'nash' }), 'a map from decision makers to concepts'),
    'Decision makers judged by a concept of their own.',
  ),
  moves: optional(
    record(
      record(words, 'a map from states to lists of states'),
      'a map from decision makers to their moves',
    ),
    'Graph form: for each decision maker, the states it can move to from each state.',
  ),
  preferences: optional(
    record(preference, 'a map from decision makers to preferences'),
    'What each decision maker prefers.',
  ),
  labels: optional(
    record(prose, 'a map from decision makers and options to names'),
    "The account's own names for decision makers and options.",
  ),
  leavesOut: optional(
    list(
      byKind('a text, or a map with says and evidence', {
        text: as(
          word,
          ({ text, range }) => ({ says: text, range, keys: new Map() }) as Read<typeof omission>,
        ),
        map: omission,
      }),
      'a list of what is left out',
    ),
    'What others hold and the account does not say.',
  ),
  checks: optional(list(check, 'a list of checks'), 'Premises and claims checked against the facts.'),
  by: optional(
    byKind('a name, or a map with name, side, kind', {
      text: as(word, ({ text, range }) => ({ name: text, range, keys: new Map() }) as Read<typeof author>),
      map: author,
    }),
    'Who speaks.',
  ),
};

const account = object('account', 'an account', {
  id: required(word, 'Its id.'),
  name: optional(prose, 'Its name in output; default: the id.'),
  description: optional(prose, 'What it holds.'),
  extends: optional(word, 'The account whose parts it takes over; default: the base.'),
  variant: optional(flag, 'A what-if: left out of summaries unless asked for.'),
  sources: optional(words, 'The ids of the sources it rests on.'),
  decisionMakers: optional(words, 'The decision makers it recognises; default: all.'),
  options: optional(words, 'The options it models; default: all of its decision makers.'),
  ...parts,
});

const source = object('source', 'a source', {
  id: required(word, 'Its id.'),
  title: required(prose, 'Its title.'),
  author: optional(prose, 'Who wrote it.'),
  outlet: optional(prose, 'Where it was published.'),
  date: optional(prose, 'When, as YYYY-MM-DD, YYYY-MM or YYYY.'),
  url: optional(prose, 'Its address.'),
  slant: optional(prose, 'Where it speaks from.'),
  note: optional(prose, 'Anything a reader should know of it.'),
});

const fact = object('fact', 'a fact', {
  id: required(word, 'Its id.'),
  date: optional(prose, 'When, as YYYY-MM-DD, YYYY-MM or YYYY.'),
  speaker: optional(prose, 'Who said or did it.'),
  says: required(prose, 'What happened or was said.'),
  source: optional(words, 'The ids of the sources that report it.'),
});

const offer = object('offer', 'an offer', {
  id: required(word, 'Its id.'),
  to: required(word, 'The decision maker that would get the option.'),
  option: required(
    object('offeredOption', 'an offered option', optionFields),
    'The option that it would get.',
  ),
  ...grounds,
});

const graphState = object('state', 'a state', {
  id: required(word, 'Its id.'),
  name: optional(prose, 'Its name in output; default: the id.'),
});

/** The version that this reader reads. */
export const currentVersion = 1;

const version: Shape<number> = {
  expects: `${currentVersion}, the version of the file format`,
  read: (node, reading, what) => {
    const found = amount.read(node, reading, what);
    if (found === currentVersion || found === undefined || node === undefined) return found;
    reading.report('E1004', reading.rangeOf(node), `version ${found} of the case file is not read here`, {
      expected: `\`impasse: ${currentVersion}\``,
      hint: found > currentVersion ? 'a newer release of Impasse reads it' : 'there has been no such version',
    });
    return undefined;
  },
  schema: () => ({ const: currentVersion }),
};

/** The whole file. */
export const caseShape = object('case', 'a case', {
  impasse: required(version, 'The version of the file format.', 'E1004'),
  title: required(prose, 'What the conflict is called.'),
  description: optional(prose, 'What it is about.'),
  citation: optional(prose, 'Where it was published.'),
  sources: optional(list(source, 'a list of sources'), 'The published texts that the case rests on.'),
  facts: optional(list(fact, 'a list of facts'), 'What is established apart from any account.'),
  decisionMakers: required(
    list(
      byKind('a decision maker: its id, or a map with id, name, options', {
        text: as(word, (id) => ({ id, range: id.range, keys: new Map() }) as Read<typeof decisionMaker>),
        map: decisionMaker,
      }),
      'a list of decision makers',
      1,
    ),
    'Who can act, and what each can do.',
  ),
  states: optional(
    list(
      byKind('a state: its id, or a map with id and name', {
        text: as(word, (id) => ({ id, range: id.range, keys: new Map() }) as Read<typeof graphState>),
        map: graphState,
      }),
      'a list of states',
      1,
    ),
    'Graph form: the states, for a conflict that is not made of options.',
  ),
  ...parts,
  accounts: optional(list(account, 'a list of accounts', 1), 'Rival readings of the conflict.'),
  hypergame: optional(
    record(word, 'a map from decision makers to accounts'),
    'Which account each decision maker sees.',
  ),
  offers: optional(list(offer, 'a list of offers'), 'Options that unlocking may give to a decision maker.'),
});

export type CaseDraft = Read<typeof caseShape>;
export type AccountDraft = Read<typeof account>;
/** The parts that base and accounts share. */
export type PartsDraft = Pick<CaseDraft, keyof typeof parts | 'keys' | 'range'>;
export type InfeasibleDraft = Read<typeof infeasible>;
export type ForbiddenMoveDraft = Read<typeof forbiddenMove>;
export type AgreementDraft = Read<typeof agreement>;
export type CheckDraft = Read<typeof check>;
export type { PreferenceDraft, StatementDraft };
export type GroundsDraft = {
  readonly because?: string;
  readonly evidence?: readonly Word[];
  readonly range: Range;
};
