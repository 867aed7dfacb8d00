// Tries every set of changes one by one, by the definitions alone: slow, plain, and without the code that it tests.

import { acceptance, standings } from '../../src/analysis/index.ts';
import { editsOf } from '../../src/analysis/unlock/candidates.ts';
import type { Edit } from '../../src/analysis/unlock/edit.ts';
import { allEditKinds } from '../../src/analysis/unlock/edit.ts';
import type { FoundSet, Goal, Task } from '../../src/analysis/unlock/search.ts';
import type { Random } from '../../src/base/index.ts';
import { shuffle } from '../../src/base/index.ts';
import { coalitionMoves, equilibria, evolution, referenceSolve } from '../../src/engine/index.ts';
import { readCase } from '../../src/formats/index.ts';
import type {
  Account,
  ArcMoves,
  Conflict,
  Expression,
  Moves,
  Offer,
  Option,
  Statement,
} from '../../src/model/index.ts';
import { compare, conflictOf, graphModel, movesFrom, optionsIn, patternOf } from '../../src/model/index.ts';
import { between } from './models.ts';

/** A random conflict with an agreement, an offer, and a dozen of the changes that could be tried on it. */
export function randomTask(random: Random): {
  readonly task: Omit<Task, 'concept' | 'reach'>;
  readonly random: Random;
} {
  const pick = <T>(items: readonly T[]): T => items[between(random, [0, items.length - 1])] as T;
  const makers = Array.from({ length: between(random, [2, 3]) }, (_, dm) => ({
    id: `d${dm}`,
    options: Array.from({ length: between(random, [1, 2]) }, (_, place) => `o${dm}${place}`),
  }));
  const options = makers.flatMap((maker) => maker.options);
  const literal = (): string => (random() < 0.5 ? pick(options) : `!${pick(options)}`);
  const formula = (own: readonly string[]): string => {
    const draw = random();
    if (draw < 0.4) return literal();
    if (draw < 0.7) return `!${pick(own)} if ${literal()}`;
    if (draw < 0.85) return `!(${pick(own)} & ${literal()})`;
    return `${literal()} ${pick(['&', '|', '<->'])} ${literal()}`;
  };
  const list = (own: readonly string[]): string =>
    Array.from({ length: between(random, [1, 3]) }, () => `    - "${formula(own)}"`).join('\n');
  const bars = Array.from(
    { length: between(random, [0, 2]) },
    () =>
      `  - { when: "${literal()} & ${literal()} & ${literal()}", kind: ${pick(['logical', 'legal', 'assumed'])} }`,
  );
  const text = [
    'impasse: 1',
    'title: random',
    'decisionMakers:',
    ...makers.flatMap(({ id, options: own }) => [
      `  - id: ${id}`,
      '    options:',
      ...own.map(
        (key) => `      - { id: ${key}, direction: ${pick(['both', 'both', 'both', 'take', 'drop'])} }`,
      ),
    ]),
    ...(bars.length === 0 ? [] : ['infeasible:', ...bars]),
    `statusQuo: [${options.filter(() => random() < 0.3).join(', ')}]`,
    `agreement: "${literal()} & ${literal()}"`,
    'preferences:',
    ...makers.flatMap(({ id, options: own }) => (random() < 0.1 ? [] : [`  ${id}:`, list(own)])),
    `offers: [{ id: help, to: d0, option: { id: aid, name: Aid, direction: ${pick(['both', 'take'])} } }]`,
    '',
  ].join('\n');
  const { value } = readCase(text, { uri: 'random.yaml' });
  const account = value?.accounts[0];
  const conflict = account === undefined ? undefined : conflictOf(account).value;
  // Where the status quo is an agreement there is as a rule nothing to look for.
  if (value === undefined || account === undefined || conflict?.agreement?.[conflict.statusQuo] !== 0)
    return randomTask(random);
  if (!conflict.agreement.includes(1)) return randomTask(random);
  const all = editsOf(account, value.offers, new Set(allEditKinds));
  const asIs = {
    account,
    offers: value.offers,
    edits: [],
    concept: 'nash',
    reach: 'improvements',
    maxEdits: 0,
    maxSets: 1,
  } as const;
  if (random() < 0.9 && opened(asIs, [])?.asked.length !== 0) return randomTask(random);
  const wanted = new Set(shuffle([...all], random).slice(0, between(random, [8, 11])));
  const edits = all.filter((edit) => wanted.has(edit));
  const maxEdits = edits.length <= 8 ? 3 : 2;
  return { random, task: { account, offers: value.offers, edits, maxEdits, maxSets: Infinity } };
}

/** An account after some changes, what is beside it, and what makes it equal to others; nothing where they clash. */
export function edited(
  account: Account,
  offers: readonly Offer[],
  edits: readonly Edit[],
): { readonly account: Account; readonly links: readonly (readonly string[])[] } | undefined {
  const of = <K extends Edit['kind']>(kind: K): readonly (Edit & { readonly kind: K })[] =>
    edits.filter((edit): edit is Edit & { readonly kind: K } => edit.kind === kind);
  const touched = edits.flatMap((edit) =>
    edit.kind === 'link' ? edit.options : edit.kind !== 'soften' && 'option' in edit ? [edit.option] : [],
  );
  if (new Set(touched).size < touched.length) return undefined;
  if (
    of('soften').some(({ offer }) => offer !== undefined && of('offer').every((each) => each.offer !== offer))
  )
    return undefined;
  const signatories = account.signatories.filter((id) =>
    of('consent').every(({ decisionMaker }) => decisionMaker !== id),
  );
  if (signatories.length === 0) return undefined;

  const taken = new Set(account.statusQuo.kind === 'options' ? account.statusQuo.taken : []);
  const option = (key: string): Expression => ({ kind: 'option', key });
  const not = (expression: Expression): Expression => ({ kind: 'not', of: expression });
  const preferences: Record<string, Account['preferences'][string]> = {};
  for (const { id } of account.decisionMakers) {
    const preference = account.preferences[id];
    if (preference === undefined) continue;
    if (preference.kind !== 'statements') throw new Error('random conflicts have lists');
    const list: (Statement | undefined)[] = [...preference.statements];
    const changed = new Set<number>();
    for (const edit of edits) {
      if (!('premise' in edit) || edit.kind === 'lift' || edit.decisionMaker !== id || edit.kind === 'move')
        continue;
      if (changed.has(edit.place)) return undefined;
      changed.add(edit.place);
      list[edit.place] = edit.kind === 'drop' ? undefined : edit.becomes;
    }
    const moves = of('move').filter(({ decisionMaker }) => decisionMaker === id);
    const order: (number | undefined)[] = list.map(() => undefined);
    for (const { from, to } of moves) {
      if (order[to - 1] !== undefined || order.includes(from - 1) || list[from - 1] === undefined)
        return undefined;
      order[to - 1] = from - 1;
    }
    for (const [place] of list.entries()) if (!order.includes(place)) order[order.indexOf(undefined)] = place;
    const phases = of('phase').filter(({ decisionMaker }) => decisionMaker !== id);
    /** In what a wish depends on, the first step of another's option counts as the whole. */
    const counting = (expression: Expression): Expression =>
      phases.reduce(
        (left, { option: key }) =>
          replaced(
            left,
            key,
            taken.has(key)
              ? { kind: 'and', of: [option(key), not(option(`${key}_pause`))] }
              : option(`${key}_step`),
          ),
        expression,
      );
    const own = new Set(
      account.options.filter(({ decisionMaker }) => decisionMaker === id).map(({ key }) => key),
    );
    const isOwn = (expression: Expression): boolean =>
      [...optionsIn(expression)].every((key) => own.has(key));
    const isOthers = (expression: Expression): boolean =>
      ![...optionsIn(expression)].some((key) => own.has(key));
    const seen = (expression: Expression): Expression => {
      switch (expression.kind) {
        case 'implies': {
          const { then } = expression;
          return { kind: 'implies', when: counting(expression.when), then };
        }
        case 'iff':
          return {
            kind: 'iff',
            of: expression.of.map((part) => (isOthers(part) ? counting(part) : part)) as [
              Expression,
              Expression,
            ],
          };
        case 'or':
        case 'not': {
          // These ask something of both sides only if each part is of one side: then the others' parts are conditions.
          const parts =
            expression.kind === 'or' ? expression.of : expression.of.kind === 'and' ? expression.of.of : [];
          const isSplit =
            parts.some(isOwn) && parts.some(isOthers) && parts.every((part) => isOwn(part) || isOthers(part));
          if (!isSplit) return expression;
          const of = parts.map((part) => (isOthers(part) ? counting(part) : part));
          return expression.kind === 'or' ? { kind: 'or', of } : not({ kind: 'and', of });
        }
        default:
          return expression;
      }
    };
    preferences[id] = {
      kind: 'statements',
      statements: order.flatMap((place) => {
        const statement = list[place as number];
        if (statement === undefined || statement.when.kind !== 'expression') return [];
        return [{ text: '', when: { kind: 'expression', expression: seen(statement.when.expression) } }];
      }),
    };
  }
  const added = [
    ...of('phase').map(({ option: key, decisionMaker }): Option => {
      const step = taken.has(key) ? `${key}_pause` : `${key}_step`;
      return { key: step, id: step, name: step, decisionMaker, direction: 'both' };
    }),
    ...of('offer').map(({ offer }): Option => {
      const found = offers.find(({ id }) => id === offer) as Offer;
      return { key: found.option.id, ...found.option, decisionMaker: found.to };
    }),
  ];
  const links = of('link').map(({ options }) => options);
  const bars: Expression[] = [
    ...account.infeasible
      .filter((_, place) => of('lift').every((lift) => lift.place !== place))
      .map(({ when }) => when),
    ...of('phase').map(
      ({ option: key }): Expression =>
        taken.has(key)
          ? { kind: 'and', of: [not(option(key)), not(option(`${key}_pause`))] }
          : { kind: 'and', of: [option(key), not(option(`${key}_step`))] },
    ),
    // Half a package: one of the two changed and the other not.
    ...links.map(([a, b]): Expression => {
      const changed = (key: string): Expression => (taken.has(key) ? not(option(key)) : option(key));
      return not({ kind: 'iff', of: [changed(a), changed(b)] });
    }),
  ];
  return {
    links,
    account: {
      ...account,
      preferences,
      signatories,
      options: [
        ...account.options.map((each): Option => {
          if (of('two-way').some((edit) => edit.option === each.key)) return { ...each, direction: 'both' };
          if (of('one-way').some((edit) => edit.option === each.key))
            return { ...each, direction: taken.has(each.key) ? 'drop' : 'take' };
          return each;
        }),
        ...added,
      ],
      infeasible: bars.map((when) => ({ when, text: '', kind: 'logical' })),
    },
  };
}

function replaced(expression: Expression, key: string, by: Expression): Expression {
  switch (expression.kind) {
    case 'constant':
      return expression;
    case 'option':
      return expression.key === key ? by : expression;
    case 'not':
      return { kind: 'not', of: replaced(expression.of, key, by) };
    case 'implies': {
      const [when, then] = [replaced(expression.when, key, by), replaced(expression.then, key, by)];
      return { kind: 'implies', when, then };
    }
    default:
      return { ...expression, of: expression.of.map((part) => replaced(part, key, by)) } as Expression;
  }
}

/** The states of a conflict as sets of options taken. */
function takenIn({ space, account }: Conflict): readonly ReadonlySet<string>[] {
  return Array.from({ length: space!.size }, (_, s) => {
    const pattern = patternOf(space!, s);
    return new Set(account.options.flatMap(({ key }, place) => (pattern[place] === 'Y' ? [key] : [])));
  });
}

/** With packages: what a decision maker can do alone, state by state, as the rule has it. */
function movesWith(conflict: Conflict, links: readonly (readonly string[])[]): Moves {
  if (links.length === 0) return conflict.moves;
  const states = takenIn(conflict);
  const start = takenIn(conflict)[conflict.statusQuo] as ReadonlySet<string>;
  const { account } = conflict;
  const optionOf = (key: string): Option => account.options.find((each) => each.key === key) as Option;
  const may = (dm: string, from: ReadonlySet<string>, to: ReadonlySet<string>): boolean =>
    account.options.every(({ key, direction, decisionMaker }) => {
      if (from.has(key) === to.has(key)) return true;
      const isPermitted = direction === 'both' || (direction === 'take') === to.has(key);
      const link = links.find((each) => each.includes(key));
      if (link === undefined) return decisionMaker === dm && isPermitted;
      const owners = link.map((each) => optionOf(each).decisionMaker);
      return owners.includes(dm) && to.has(key) === start.has(key) && (decisionMaker !== dm || isPermitted);
    });
  const arcs = account.decisionMakers.map(({ id }) => {
    const lists = states.map((from, s) =>
      states.flatMap((to, t) => (s !== t && may(id, from, to) ? [t] : [])),
    );
    const starts = new Uint32Array(states.length + 1);
    lists.forEach((each, s) => {
      starts[s + 1] = starts[s]! + each.length;
    });
    return { start: starts, to: Uint32Array.from(lists.flat()) };
  });
  return { kind: 'arcs', size: states.length, arcs } satisfies ArcMoves;
}

/** Agreement states that are equilibria, are reached as asked, and those that also make the headline. */
function opened(task: Task, edits: readonly Edit[]): Readonly<Record<Goal, readonly number[]>> | undefined {
  const made = edited(task.account, task.offers, edits);
  const conflict = made === undefined ? undefined : conflictOf(made.account).value;
  if (made === undefined || conflict === undefined) return undefined;
  const moves = movesWith(conflict, made.links);
  const model = { ...graphModel(conflict), moves };
  const solution = referenceSolve(model, { concepts: [task.concept], sanctions: 'legal' });
  const stable = equilibria(solution, task.concept).filter((s) => conflict.agreement?.[s] === 1);
  const ids = conflict.account.decisionMakers.map(({ id }) => id);
  const all = ids.map((_, dm) => dm);
  const groups = Array.from({ length: 2 ** all.length }, (_, bits) =>
    all.filter((dm) => (bits >> dm) & 1),
  ).filter((group) => group.length > 1);
  const gains = (dm: number, from: number, to: number): boolean =>
    compare(model.relations[dm]!, to, from) === '>';
  const states = takenIn(conflict);
  const start = states[conflict.statusQuo] as ReadonlySet<string>;
  /** A package is taken by its owners at once. */
  const packages = (s: number): readonly { readonly to: number; readonly movers: readonly number[] }[] =>
    made.links.flatMap((link) => {
      const isOff = link.every((key) => states[s]!.has(key) === start.has(key));
      const to = states.findIndex((other) =>
        conflict.account.options.every(
          ({ key }) => (other.has(key) === states[s]!.has(key)) !== link.includes(key),
        ),
      );
      const movers = link.map((key) =>
        ids.indexOf(conflict.account.options.find((each) => each.key === key)!.decisionMaker),
      );
      return isOff && to >= 0 ? [{ to, movers }] : [];
    });
  /** Everything reached from the states given, by single moves and packages that count for all who make them. */
  const spread = (
    from: Iterable<number>,
    who: readonly number[],
    counts: (dm: number, s: number, to: number) => boolean,
  ): Set<number> => {
    const met = new Set(from);
    for (const s of met) {
      for (const dm of who) for (const to of movesFrom(moves, dm, s)) if (counts(dm, s, to)) met.add(to);
      for (const { to, movers } of packages(s))
        if (movers.every((dm) => who.includes(dm) && counts(dm, s, to))) met.add(to);
    }
    return met;
  };
  const withJoint = (coalitions: readonly (readonly number[])[]): Set<number> => {
    const alone = spread([conflict.statusQuo], all, gains);
    const jumped = [...alone].flatMap((s) =>
      coalitions.flatMap((group) =>
        (made.links.length === 0
          ? coalitionMoves(model, group, s)
          : [...spread([s], group, () => true)]
        ).filter((to) => to !== s && group.every((dm) => gains(dm, s, to))),
      ),
    );
    return new Set([...alone, ...spread(jumped, all, gains)]);
  };
  if (made.links.length === 0) {
    const steps = evolution(model, conflict.statusQuo, 'improvements').steps;
    const walked = spread([conflict.statusQuo], all, gains);
    if (
      conflict.account.forbiddenMoves.length === 0 &&
      [...steps].some((step, s) => step >= 0 !== walked.has(s))
    )
      throw new Error('two ways to walk differ');
  }
  const joint = edits.flatMap((edit) =>
    edit.kind === 'joint' ? [edit.members.map((id) => ids.indexOf(id))] : [],
  );
  if (joint.length > 1) return undefined;
  const reached = {
    improvements: () => withJoint(joint),
    moves: () => spread([conflict.statusQuo], all, () => true),
    any: () => new Set(states.keys()),
  }[task.reach]();
  const standing = standings(conflict);
  const released = new Set(edits.flatMap((edit) => (edit.kind === 'consent' ? [edit.decisionMaker] : [])));
  const acts = (s: number): boolean =>
    conflict.account.options.some(
      ({ key, decisionMaker }) => released.has(decisionMaker) && states[s]!.has(key) !== start.has(key),
    );
  const deals = stable
    .filter((s) => !acts(s))
    .filter((s) => acceptance(conflict.signatories.map((dm) => standing(dm, s))) === 'every');
  const ways = withJoint(groups);
  return {
    asked: stable.filter((s) => reached.has(s)),
    headline: joint.length > 0 ? [] : deals.filter((s) => ways.has(s)),
  };
}

/** Every minimal set, by trying all. */
export function plainSearch(task: Task): {
  readonly holds: Readonly<Record<Goal, readonly number[]>>;
  readonly found: Readonly<Record<Goal, readonly FoundSet[]>>;
} {
  const { edits, maxEdits } = task;
  const sets = subsetsUpTo(edits.length, maxEdits);
  const results = sets.map((set) => ({
    set,
    opens: opened(
      task,
      set.map((number) => edits[number]!),
    ),
  }));
  const found = (goal: Goal): readonly FoundSet[] => {
    const meeting = results.filter(({ opens }) => (opens?.[goal].length ?? 0) > 0);
    const minimal = meeting.filter(
      ({ set }) =>
        !meeting.some(
          (other) => other.set.length < set.length && other.set.every((number) => set.includes(number)),
        ),
    );
    const kept: FoundSet[] = [];
    const met = new Set<string>();
    for (const { set, opens } of minimal) {
      const chosen = set.map((number) => edits[number]!);
      const key = JSON.stringify([
        edited(task.account, task.offers, chosen)?.account.preferences,
        chosen.filter(({ kind }) => !['drop', 'negate', 'move', 'soften', 'simultaneous'].includes(kind)),
      ]);
      if (met.has(key)) continue;
      met.add(key);
      const isLarger = kept.some(
        (other) =>
          other.edits.length === chosen.length &&
          chosen.every((edit, place) => {
            const its = other.edits[place]!;
            return edit.kind === 'joint' && its.kind === 'joint'
              ? its.members.every((id) => edit.members.includes(id))
              : its === edit;
          }),
      );
      if (!isLarger) kept.push({ edits: chosen, opens: opens![goal] });
    }
    return kept;
  };
  const unchanged = results[0]!.opens!;
  const none = (goal: Goal): readonly FoundSet[] => (unchanged[goal].length > 0 ? [] : found(goal));
  return { holds: unchanged, found: { asked: none('asked'), headline: none('headline') } };
}

/** The sets of at most so many numbers, smaller ones first, each size in the order of its members. */
function subsetsUpTo(count: number, most: number): readonly (readonly number[])[] {
  const ofSize = (size: number, from: number): readonly (readonly number[])[] =>
    size === 0
      ? [[]]
      : Array.from({ length: Math.max(0, count - from) }, (_, index) => from + index).flatMap((number) =>
          ofSize(size - 1, number + 1).map((rest) => [number, ...rest]),
        );
  return Array.from({ length: most + 1 }, (_, size) => ofSize(size, 0)).flat();
}
