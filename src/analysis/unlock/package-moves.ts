// Lists the moves of a conflict in which some options are tied into packages: taken jointly, dropped by either owner.
import type { ArcMoves, OptionMoves, StateIndex } from '../../model/index.ts';
import { indexOf, takes } from '../../model/index.ts';
import type { Ground, Leg } from './ways.ts';

/** A package by places: two options, and what they are in the status quo. */
export interface Package {
  readonly options: readonly [number, number];
  readonly owners: readonly [number, number];
  readonly original: readonly [boolean, boolean];
}

/**
 * The unilateral moves with packages: beside its other options an owner may drop a package as a whole, if it may take
 * back its own part. None may take one alone.                                                       Rule [UNL19].
 * @param moves - over at most 30 options, with no state in which a package is halved
 * @complexity O(n m²)
 */
export function packageMoves(
  { space, owned, directions }: OptionMoves,
  packages: readonly Package[],
): ArcMoves {
  const patterns = space.words[0] as Uint32Array;
  const arcs = owned.map((own, dm) => {
    const may = { take: 0, drop: 0 };
    const tied = new Set(packages.flatMap(({ options }) => options));
    const permits = (option: number, word: 'take' | 'drop'): boolean =>
      directions[option] === 'both' || directions[option] === word;
    for (const word of ['take', 'drop'] as const)
      for (const option of own) if (!tied.has(option) && permits(option, word)) may[word] |= 1 << option;
    for (const { options, owners, original } of packages) {
      const place = owners.indexOf(dm);
      const back = options.map((_, each) => (original[each] === true ? 'take' : 'drop') as 'take' | 'drop');
      if (place < 0 || !permits(options[place] as number, back[place] as 'take' | 'drop')) continue;
      for (const [each, option] of options.entries()) may[back[each] as 'take' | 'drop'] |= 1 << option;
    }
    const start = new Uint32Array(space.size + 1);
    const to: number[] = [];
    for (let s = 0; s < space.size; s += 1) {
      const from = patterns[s] as number;
      for (let t = 0; t < space.size; t += 1) {
        const target = patterns[t] as number;
        if (t !== s && (target & ~from & ~may.take) === 0 && (from & ~target & ~may.drop) === 0) to.push(t);
      }
      start[s + 1] = to.length;
    }
    return { start, to: Uint32Array.from(to) };
  });
  return { kind: 'arcs', size: space.size, arcs };
}

/** The ground of such moves: two moves of one owner are one, and a package is taken by both owners at once. */
export function packageGround(
  moves: OptionMoves,
  packages: readonly Package[],
): Ground & { readonly arcs: ArcMoves } {
  const arcs = packageMoves(moves, packages);
  const { space } = moves;
  const patterns = space.words[0] as Uint32Array;
  const known: (readonly Leg[])[] = [];
  const packagesIn = (s: StateIndex): readonly Leg[] =>
    packages
      .filter(({ options, original }) => takes(space, s, options[0]) === original[0])
      .flatMap(({ options, owners }): readonly Leg[] => {
        const both = (1 << options[0]) | (1 << options[1]);
        const to = indexOf(space, [((patterns[s] as number) ^ both) >>> 0]);
        return to < 0 ? [] : [{ movers: owners, to }];
      });
  return {
    size: space.size,
    decisionMakers: moves.owned.length,
    moves: (dm, s) => {
      const { start, to } = arcs.arcs[dm] as ArcMoves['arcs'][number];
      return to.subarray(start[s], start[s + 1]);
    },
    arcs,
    isTransitive: true,
    packages: (s) => {
      known[s] ??= packagesIn(s);
      return known[s] as readonly Leg[];
    },
  };
}
