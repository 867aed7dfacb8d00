// Splits an option into a first step and the rest, and says who counts the first step for what.
import type {
  Account,
  Expression,
  Infeasible,
  Option,
  Preference,
  StateCondition,
  Statement,
} from '../../model/index.ts';
import { optionsIn } from '../../model/index.ts';
import type { Edit } from './edit.ts';
import { negation, preconditionOf } from './rewrite.ts';

/** A phased option: its first step, the bar that puts the step first, and what others' conditions count as the whole. */
export interface Phase {
  readonly owner: string;
  readonly key: string;
  readonly step: Option;
  readonly bar: Infeasible;
  readonly counted: Expression;
}

/**
 * An option not taken gets a first step that must come before it, and counts as taken with the step; one that is taken
 * gets a pause that must come before its end, and counts as ended with the pause.                    Rule [UNL16].
 */
export function phaseOf(account: Account, key: string): Phase {
  const option = account.options.find((each) => each.key === key) as Option;
  const keys = new Set(account.options.map((each) => each.key));
  const taken = account.statusQuo.kind === 'options' && account.statusQuo.taken.includes(key);
  let stepKey = `${key}_${taken ? 'pause' : 'step'}`;
  while (keys.has(stepKey)) stepKey += '_';
  const whole: Expression = { kind: 'option', key };
  const first: Expression = { kind: 'option', key: stepKey };
  const name = account.labels[key] ?? option.name;
  return {
    owner: option.decisionMaker,
    key,
    step: {
      key: stepKey,
      id: stepKey,
      name: `${taken ? 'A pause of' : 'A first step of'}: ${name}`,
      decisionMaker: option.decisionMaker,
      direction: 'both',
    },
    bar: {
      when: { kind: 'and', of: [taken ? negation(whole) : whole, negation(first)] },
      text: taken ? `!${key} & !${stepKey}` : `${key} & !${stepKey}`,
      kind: 'logical',
    },
    counted: taken ? { kind: 'and', of: [whole, negation(first)] } : first,
  };
}

/** How a decision maker sees the condition of one of its statements. */
export type Seeing = (decisionMaker: string, when: StateCondition) => StateCondition;

/**
 * How conditions are seen after some changes: as they stand, but that the first step of another's phased option counts
 * as the whole in what a statement makes its wish depend on. A plain wish still asks for the whole, and the owner's own
 * statements speak of the whole alone.
 */
export function seeingAfter(account: Account, edits: readonly Edit[]): Seeing {
  const phases = edits.flatMap((edit) => (edit.kind === 'phase' ? [phaseOf(account, edit.option)] : []));
  if (phases.length === 0) return (_, when) => when;
  return (id, when) => {
    if (when.kind === 'names') return when;
    const counted = new Map(
      phases.filter(({ owner }) => owner !== id).map(({ key, counted: whole }) => [key, whole]),
    );
    const isOwn = (key: string): boolean =>
      account.options.some((option) => option.key === key && option.decisionMaker === id);
    return { kind: 'expression', expression: withConditionsSeen(when.expression, isOwn, counted) };
  };
}

/**
 * Does a statement make what it asks for depend on this option of somebody else?
 * @param isOwn - is this option its holder's?
 */
export function dependsOn(expression: Expression, key: string, isOwn: (key: string) => boolean): boolean {
  const counted = new Map<string, Expression>([[key, { kind: 'constant', value: true }]]);
  const none = new Map<string, Expression>();
  const [seen, unseen] = [counted, none].map((map) =>
    JSON.stringify(withConditionsSeen(expression, isOwn, map)),
  );
  return seen !== unseen;
}

function withConditionsSeen(
  expression: Expression,
  isOwn: (key: string) => boolean,
  counted: ReadonlyMap<string, Expression>,
): Expression {
  if (expression.kind === 'iff') {
    const [first, second] = expression.of.map((part) =>
      [...optionsIn(part)].some(isOwn) ? part : substituted(part, counted),
    ) as [Expression, Expression];
    return { kind: 'iff', of: [first, second] };
  }
  const found = preconditionOf(expression, isOwn);
  if (expression.kind !== 'implies' && found === undefined) return expression;
  const then = expression.kind === 'implies' ? expression.then : (found?.own as Expression);
  const condition = expression.kind === 'implies' ? expression.when : (found?.others as Expression);
  return { kind: 'implies', when: substituted(condition, counted), then };
}

function substituted(expression: Expression, by: ReadonlyMap<string, Expression>): Expression {
  switch (expression.kind) {
    case 'constant':
      return expression;
    case 'option':
      return by.get(expression.key) ?? expression;
    case 'not':
      return { kind: 'not', of: substituted(expression.of, by) };
    case 'and':
    case 'or':
      return { kind: expression.kind, of: expression.of.map((part) => substituted(part, by)) };
    case 'iff':
      return { kind: 'iff', of: [substituted(expression.of[0], by), substituted(expression.of[1], by)] };
    case 'implies': {
      const [when, then] = [substituted(expression.when, by), substituted(expression.then, by)];
      return { kind: 'implies', when, then };
    }
  }
}

/** A preference with every condition as it is seen. */
export function seenBy(preference: Preference, sees: (when: StateCondition) => StateCondition): Preference {
  const seen = (statement: Statement): Statement => ({ ...statement, when: sees(statement.when) });
  switch (preference.kind) {
    case 'statements':
    case 'open-order':
      return { ...preference, statements: preference.statements.map(seen) };
    case 'alternatives':
      return { ...preference, lists: preference.lists.map((list) => list.map(seen)) };
    default:
      return preference;
  }
}
