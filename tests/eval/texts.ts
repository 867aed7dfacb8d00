// Reads annotated texts: those of the fixtures, and the sample texts beside the repository where they are present.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/repository.ts';

/** One annotated statement, in the words of the annotation. */
export interface GoldRecord {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly speaker: string;
  readonly grade: 'direct_quote' | 'paraphrase' | 'author_assertion' | 'rumour';
  readonly kind: string;
  readonly attribution?: { readonly text: string } | null;
}

/** A text with its annotation. */
export interface AnnotatedText {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly isFull: boolean;
  readonly author: string;
  readonly gold: readonly GoldRecord[];
}

export const fixtureTexts = join(root, 'tests', 'fixtures', 'texts');
export const sampleTexts = join(root, '..', 'shared', 'texts');

/** The annotated texts of a folder, in order of their names; none where there is no such folder. */
export function readTexts(folder: string): readonly AnnotatedText[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.gold.json'))
    .sort()
    .map((name) => {
      const stem = name.slice(0, -'.gold.json'.length);
      const gold = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        readonly annotation: string;
        readonly document_speaker: string;
        readonly statements: readonly GoldRecord[];
      };
      const file = join(folder, `${stem}.txt`);
      return {
        name: stem,
        file,
        text: readFileSync(file, 'utf8'),
        isFull: gold.annotation === 'full',
        author: gold.document_speaker,
        gold: gold.statements,
      };
    });
}
