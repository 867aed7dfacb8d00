// Holds every case that comes with the product to what an independent engine and the publications say of it.
import { describe, expect, test } from 'vitest';
import type { AccountAnalysis } from '../../src/analysis/index.ts';
import { orderSensitivity, stableIn } from '../../src/analysis/index.ts';
import { checkWitness, evolution, witness } from '../../src/engine/index.ts';
import { readCase } from '../../src/formats/index.ts';
import type { Concept, StateIndex } from '../../src/model/index.ts';
import { concepts, graphModel, movesFrom, stateName } from '../../src/model/index.ts';
import { textOf } from '../support/repository.ts';
import { analysisOf, caseFolders, caseIn, expectedIn } from './case-files.ts';

const accounts = caseFolders.flatMap((folder) => {
  const expected = expectedIn(folder);
  return Object.entries(expected.accounts).map(([id, account]) => ({ folder, id, account }));
});

test('there are the worked example, eight conflicts of the gallery and eight published ones', () => {
  expect(caseFolders.filter((folder) => folder.startsWith('cases/gallery/'))).toHaveLength(8);
  expect(caseFolders.filter((folder) => folder.startsWith('cases/published/'))).toHaveLength(8);
  expect(caseFolders).toContain('cases/ukraine-2022');
});

describe.each(caseFolders)('%s', (folder) => {
  test('is read without a warning', () => {
    expect(readCase(textOf(`${folder}/case.yaml`), { uri: folder }).diagnostics).toEqual([]);
  });

  test('has an expected result for every account, and for none that it lacks', () => {
    const known = Object.keys(expectedIn(folder).accounts);
    expect(
      caseIn(folder)
        .accounts.map(({ id }) => id)
        .sort(),
    ).toEqual([...known].sort());
  });
});

describe.each(accounts)('$folder, account $id', ({ folder, id, account }) => {
  const analysis = analysisOf(caseIn(folder), id);
  const { conflict } = analysis;
  const names = (states: Iterable<StateIndex>): string[] =>
    [...states].map((s) => stateName(conflict, s)).sort();

  test('has these options, states and status quo', () => {
    expect(conflict.account.options.map(({ key }) => key)).toEqual(account.options);
    expect(conflict.size).toBe(account.states);
    expect(stateName(conflict, conflict.statusQuo)).toBe(account.statusQuo);
    expect(conflict.agreement?.reduce((sum, member) => sum + member, 0) ?? 0).toBe(account.agreementStates);
  });

  test.each(concepts)('has these equilibria by %s', (concept) => {
    const found = analysis.equilibria[concept] ?? [];
    expect(names(found)).toEqual([...account.equilibria[concept]].sort());
    expect(found.filter((s) => conflict.agreement?.[s] === 1)).toHaveLength(
      account.agreementEquilibria[concept],
    );
  });

  test('has a status quo that is stable for these', () => {
    const found = conflict.account.decisionMakers.map((dm, place) => [
      dm.id,
      concepts.filter(
        (concept) => stableIn(analysis.stability, place, conflict.statusQuo, concept) === 'every',
      ),
    ]);
    expect(Object.fromEntries(found)).toEqual(account.statusQuoStable);
  });

  test('has these deals, ways and verdict', () => {
    expect(names(analysis.deal.states)).toEqual([...account.deal].sort());
    expect(names(analysis.deal.otherImprovements)).toEqual([...account.otherImprovements].sort());
    const stable = new Set(Object.values(analysis.equilibria).flat());
    const reach = [...stable].map((s) => [stateName(conflict, s), reachOf(analysis, s)]);
    expect(Object.fromEntries(reach)).toEqual(account.reachable);
    expect(analysis.verdict.code).toBe(account.verdict);
  });

  test('has a witness for every verdict that the checker accepts', () => {
    const model = graphModel(conflict);
    for (const concept of concepts) {
      for (let dm = 0; dm < model.relations.length; dm += 1) {
        for (let s = 0; s < conflict.size; s += 1) {
          const isStable = stableIn(analysis.stability, dm, s, concept) === 'every';
          const proof = witness(model, concept, dm, s);
          const checked = checkWitness(model, concept, dm, s, isStable, proof, 'legal');
          expect(checked, `${concept} ${dm} ${stateName(conflict, s)}`).toEqual({ ok: true });
        }
      }
    }
  });

  const { orders } = account;
  if (orders === undefined || orders.total === 1) return;
  test('depends on the order of statements so', () => {
    const found = orderSensitivity(conflict, analysis.stability.settings, ['nash', 'seq']);
    expect(found).toMatchObject({
      method: 'exact',
      total: orders.total,
      counted: orders.total,
      agreement: { nash: { orders: orders.agreementNash }, seq: { orders: orders.agreementSeq } },
      deal: { orders: orders.deal },
      complete: true,
    });
  });
});

const published = caseFolders.flatMap((folder) => {
  const print = expectedIn(folder).published;
  return print === undefined ? [] : [{ folder, print }];
});

describe.each(published)('$folder, as published', ({ folder, print }) => {
  const analysis = analysisOf(caseIn(folder), print.account);
  const { conflict, stability } = analysis;
  const model = graphModel(conflict);
  const states = Array.from({ length: conflict.size }, (_, s) => s);
  const stateOf = (name: string): StateIndex =>
    states.find((s) => stateName(conflict, s) === name) as StateIndex;
  const dmOf = (id: string): number => conflict.account.decisionMakers.findIndex((dm) => dm.id === id);
  const ours = (word: string): word is Concept => (concepts as readonly string[]).includes(word);
  const inScope = (name: string): boolean => print.scope == null || print.scope.includes(name);
  const named = (list: readonly StateIndex[]): string[] => list.map((s) => stateName(conflict, s)).sort();
  const errors = (print.disagreements ?? []).filter(({ state }) => state !== undefined);

  test('the equilibria in print are those of the definitions', () => {
    for (const [concept, listed] of Object.entries(print.equilibria ?? {})) {
      if (!ours(concept) || listed === null) continue;
      expect(named(analysis.equilibria[concept] ?? []).filter(inScope), concept).toEqual([...listed].sort());
    }
  });

  test('so is what is stable for each decision maker', () => {
    for (const [id, byConcept] of Object.entries(print.stable ?? {})) {
      for (const [concept, listed] of Object.entries(byConcept)) {
        if (!ours(concept)) continue;
        const found = states.filter((s) => stableIn(stability, dmOf(id), s, concept) === 'every');
        const wrong = errors.filter((each) => each.decisionMaker === id && each.concept === concept);
        const right = named(found).filter((name) => !wrong.some(({ state }) => state === name));
        expect(right.filter(inScope), `${id} ${concept}`).toEqual([...listed].sort());
      }
    }
  });

  test('so are moves, improvements and ways', () => {
    for (const [id, byState] of Object.entries(print.moves ?? {})) {
      for (const [from, listed] of Object.entries(byState)) {
        expect(named(movesFrom(model.moves, dmOf(id), stateOf(from))), `${id} ${from}`).toEqual(
          [...listed].sort(),
        );
      }
    }
    for (const [id, byState] of Object.entries(print.improvements ?? {})) {
      for (const [from, listed] of Object.entries(byState)) {
        const rank = model.relations[dmOf(id)];
        const better = movesFrom(model.moves, dmOf(id), stateOf(from)).filter(
          (to) =>
            rank?.kind === 'preorder' && (rank.rank[to] as number) > (rank.rank[stateOf(from)] as number),
        );
        expect(named(better), `${id} ${from}`).toEqual([...listed].sort());
      }
    }
    for (const { from, to, by, holds } of print.evolution?.reachable ?? []) {
      const found = evolution(model, stateOf(from), by).steps[stateOf(to)] as number;
      expect(found >= 0, `${from} to ${to} by ${by}`).toBe(holds);
    }
  });

  if (errors.length === 0) return;
  test.each(errors)(
    'but not $what: the witness shows it',
    ({ decisionMaker = '', concept = 'nash', state = '' }) => {
      const [dm, s] = [dmOf(decisionMaker), stateOf(state)];
      const proof = witness(model, concept, dm, s);
      expect(proof.kind).toBe('deterred');
      expect(checkWitness(model, concept, dm, s, true, proof, 'legal')).toEqual({ ok: true });
      expect(print.stable?.[decisionMaker]?.[concept]).not.toContain(state);
    },
  );
});

function reachOf({ reachability }: AccountAnalysis, s: StateIndex): 'improvements' | 'moves' | 'no' {
  if (reachability.byImprovements(s)) return 'improvements';
  return reachability.byMoves(s) ? 'moves' : 'no';
}
