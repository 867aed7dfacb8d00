// Translates annotations with older names for grades, kinds and stances into the fields of statements.
import type { Grade, SourceIdentity, Stance, StatementKind } from '../types/statement.ts';

/** An annotation as older files have it; the other fields that they have do not matter here. */
export interface OlderAnnotation {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly speaker: string;
  readonly holder?: string;
  readonly grade: string;
  readonly kind: string;
  readonly concept?: string | null;
  readonly stance?: string | null;
}

/** What is known of the document to which it belongs. */
export interface OlderDocument {
  /** Who speaks where nobody is quoted: the author, or whoever gives the speech. */
  readonly speaker: string;
  /** Such as `official speech` or `op-ed`. */
  readonly genre: string;
}

/** What an older annotation says in the fields of a statement. */
export interface Translated {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly speaker: readonly string[];
  readonly holder: readonly string[];
  readonly grade: Grade;
  readonly quoted: boolean;
  readonly source: SourceIdentity;
  readonly kind: StatementKind;
  /** Other kinds that the older one may mean: it did not tell them apart. */
  readonly orKinds: readonly StatementKind[];
  readonly concept: string | null;
  readonly stance: Stance;
}

/** Grades by their older names; words in quotation marks within a paraphrase make it mixed. */
export const olderGrades: Readonly<Record<string, Grade>> = {
  direct_quote: 'direct',
  paraphrase: 'indirect',
  author_assertion: 'author',
  rumour: 'rumour',
};

/** Kinds by their older names; the first is what it becomes, the others are what it may mean too. */
export const olderKinds: Readonly<Record<string, readonly [StatementKind, ...StatementKind[]]>> = {
  demand: ['demand'],
  appeal: ['demand'],
  precondition: ['precondition'],
  offer: ['offer'],
  refusal: ['refusal'],
  threat: ['threat'],
  commitment: ['commitment'],
  accusation: ['accusation'],
  denial: ['denial'],
  forecast: ['prediction'],
  prediction: ['prediction'],
  fact: ['action', 'constraint'],
  action: ['action'],
  report: ['position', 'action'],
  statement: ['position'],
  assessment: ['position', 'constraint', 'incentive'],
  position: ['position'],
  constraint: ['constraint'],
  incentive: ['incentive'],
};

/** Stances by their older names: how strong they are was not coded. */
export const olderStances: Readonly<Record<string, Stance>> = {
  supports: 1,
  opposes: -1,
  neutral: 0,
  conditional: 'conditional',
};

/**
 * An older annotation in the fields of a statement.                                        Rules [COD10] to [COD13].
 *
 * The holder is the speaker where none is given. In a speech, the words of its speaker are the author's own voice, not
 * a quotation.
 * @returns nothing where a name is none of the older ones
 * @complexity O(length of the quote)
 */
export function fromOlderNames(annotation: OlderAnnotation, document: OlderDocument): Translated | undefined {
  const { start, end, quote, speaker, holder, concept = null, stance = null } = annotation;
  const given = olderGrades[word(annotation.grade)];
  const kinds = olderKinds[word(annotation.kind)];
  const known = stance === null || word(stance) in olderStances;
  if (given === undefined || kinds === undefined || !known) return undefined;
  const isAuthor = speaker === document.speaker;
  const ownSpeech = isAuthor && given === 'direct' && /\bspeech\b/i.test(document.genre);
  const quotes = /["“”«»„]/.test(quote);
  const grade = ownSpeech ? 'author' : given === 'indirect' && quotes ? 'mixed' : given;
  const [kind, ...orKinds] = kinds;
  return {
    start,
    end,
    text: quote,
    speaker: [speaker],
    holder: [holder ?? speaker],
    grade,
    quoted: grade === 'direct' || quotes,
    source: /^(?:unnamed|anonymous)\b/i.test(speaker) ? 'unnamed' : isAuthor ? 'author' : 'named',
    kind,
    orKinds,
    concept,
    stance: stance === null ? null : (olderStances[word(stance)] as Stance),
  };
}

/** `Direct quote` and `direct_quote` are one. */
const word = (name: string): string => name.trim().toLowerCase().replaceAll(' ', '_');
