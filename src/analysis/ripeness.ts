// Asks of each party whether it is stuck, hurting, and sees a way out; each answer with its grounds, none as a number.
import type { StateIndex } from '../model/index.ts';
import type { AccountAnalysis } from './account-analysis.ts';
import { stableIn } from './stability.ts';
import type { Why } from './why.ts';
import { whyOf } from './why.ts';

/** An answer; `no-evidence` is no "no". */
export type RipenessWord = 'yes' | 'in-some-reading' | 'no' | 'no-evidence';

/** Would the party stay with the status quo, under seq? */
export interface StuckCell {
  readonly word: RipenessWord;
  readonly why: Why;
}

/** Does the account record that the status quo hurts the party? */
export interface HurtingCell {
  readonly word: RipenessWord;
  /** The party's first aim that the status quo fails, as a place in its list; missing where it fails none. */
  readonly unmetAim?: number;
}

/** Is there an agreement that every signatory would take over what happens without one? */
export interface WayOutCell {
  readonly word: RipenessWord;
  /** The first such agreement state, in every reading or in some. */
  readonly state?: StateIndex;
  /** The answer of the account that the party itself sees, where the case names another one. */
  readonly ownView?: { readonly account: string; readonly word: RipenessWord };
}

/** One party's row of the panel. */
export interface PartyRipeness {
  readonly decisionMaker: number;
  readonly stuck: StuckCell;
  readonly hurting: HurtingCell;
  readonly wayOut: WayOutCell;
}

/**
 * What the rows come to.
 *
 * - `still-winning`: some party has a move that pays and that nothing deters;
 * - `ripe`: all are stuck, hurting, and have a way out;
 * - `no-way-out`: all are stuck and hurting, and some has no way out;
 * - `one-sided-hurt`: all are stuck, some are hurting;
 * - `soft-stalemate`: all are stuck, and of none is it recorded that it hurts;
 * - `open`: it depends on what is not known.
 */
export type RipenessClass =
  | 'still-winning'
  | 'ripe'
  | 'no-way-out'
  | 'one-sided-hurt'
  | 'soft-stalemate'
  | 'open';

/** The panel of one account. */
export interface RipenessPanel {
  readonly analysis: AccountAnalysis;
  /** One row for each signatory. */
  readonly parties: readonly PartyRipeness[];
  readonly class: RipenessClass;
}

/**
 * The panel of an account: necessary conditions of talks as the theory of ripeness has them, never a forecast.
 *                                                                                     Rules [RIP1] to [RIP4].
 * @param ownView - the account that a decision maker sees, where the case names it
 * @source Zartman 2000 (mutually hurting stalemate and way out); the ordinal tests are this project's own.
 */
export function ripenessPanel(
  analysis: AccountAnalysis,
  ownView: (decisionMaker: string) => AccountAnalysis | undefined = () => undefined,
): RipenessPanel {
  const { conflict } = analysis;
  const parties = conflict.signatories.map((dm): PartyRipeness => {
    const id = conflict.account.decisionMakers[dm]?.id as string;
    const own = ownView(id);
    const { word, state } = wayOut(analysis);
    return {
      decisionMaker: dm,
      stuck: stuck(analysis, dm),
      hurting: hurting(analysis, dm),
      wayOut: {
        word,
        ...(state === undefined ? {} : { state }),
        ...(own === undefined || own.conflict.account.id === conflict.account.id
          ? {}
          : { ownView: { account: own.conflict.account.id, word: wayOut(own).word } }),
      },
    };
  });
  return { analysis, parties, class: classOf(parties) };
}

function stuck({ conflict, stability }: AccountAnalysis, dm: number): StuckCell {
  const modality = stableIn(stability, dm, conflict.statusQuo, 'seq');
  return {
    word: modality === 'every' ? 'yes' : modality === 'some' ? 'in-some-reading' : 'no',
    why: whyOf(conflict, stability, 'seq', dm, conflict.statusQuo),
  };
}

/**
 * A case file records no costs. What it records is what a party wants: where the status quo fails the first aim on its
 * list, and the aim is the party's own word or cites evidence, the party is below its recorded aspiration.
 */
function hurting({ conflict }: AccountAnalysis, dm: number): HurtingCell {
  const { truths } = conflict.preferences[dm] as (typeof conflict.preferences)[number];
  const preference = conflict.account.preferences[conflict.account.decisionMakers[dm]?.id as string];
  if (preference?.kind !== 'statements') return { word: 'no-evidence' };
  const [first] = preference.statements;
  if (first === undefined || truths[0]?.[conflict.statusQuo] === 1) return { word: 'no-evidence' };
  const isRecorded = first.word === 'own' || (first.evidence ?? []).length > 0;
  return { word: isRecorded ? 'yes' : 'no-evidence', unmetAim: 0 };
}

function wayOut({ conflict, deal }: AccountAnalysis): Pick<WayOutCell, 'word' | 'state'> {
  if (conflict.agreement === undefined) return { word: 'no-evidence' };
  const [sure] = deal.states;
  if (sure !== undefined) return { word: 'yes', state: sure };
  const [possible] = deal.possible;
  return possible === undefined ? { word: 'no' } : { word: 'in-some-reading', state: possible };
}

function classOf(parties: readonly PartyRipeness[]): RipenessClass {
  const words = (of: (party: PartyRipeness) => RipenessWord): readonly RipenessWord[] => parties.map(of);
  const stuckWords = words(({ stuck: cell }) => cell.word);
  if (stuckWords.includes('no')) return 'still-winning';
  if (stuckWords.includes('in-some-reading')) return 'open';
  const hurt = words(({ hurting: cell }) => cell.word).filter((word) => word === 'yes').length;
  if (hurt === 0) return 'soft-stalemate';
  if (hurt < parties.length) return 'one-sided-hurt';
  const out = words(({ wayOut: cell }) => cell.word);
  if (out.every((word) => word === 'yes')) return 'ripe';
  return out.includes('in-some-reading') && !out.includes('no') ? 'open' : 'no-way-out';
}
