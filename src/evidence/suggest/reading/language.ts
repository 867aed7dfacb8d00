// Splits a text into tokens and sentences with exact offsets; wink-nlp does the work, this file holds it to the text.
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** A word, number or mark, with its part of speech in Universal Dependencies' names. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly pos: string;
  readonly start: number;
  readonly end: number;
}

/** What a text is made of. */
export interface Tokens {
  readonly tokens: readonly Token[];
  /** For each sentence, the index of its first token. */
  readonly sentenceStarts: readonly number[];
}

const nlp = winkNLP(model, ['sbd', 'pos']);
const { its } = nlp;

/**
 * The tokens and sentences of a text, with `token.text === text.slice(token.start, token.end)`.     Rule [SUG1].
 *
 * The library gives no offsets and folds some kinds of space, so each token is looked for behind the one before it;
 * one that is not found is left out.
 * @param offset - where `text` begins in the whole, added to every offset
 * @complexity O(length of the text)
 */
export function tokenize(text: string, offset = 0): Tokens {
  const document = nlp.readDoc(text);
  const values = document.tokens().out() as string[];
  const tags = document.tokens().out(its.pos) as string[];
  const spans = document.sentences().out(its.span) as unknown as (readonly [number, number])[];
  const firsts = new Set(spans.map(([first]) => first));
  const tokens: Token[] = [];
  const sentenceStarts: number[] = [];
  let at = 0;
  let opens = false;
  values.forEach((value, index) => {
    opens ||= firsts.has(index);
    if (tags[index] === 'SPACE') return;
    const found = text.indexOf(value, at);
    // Farther away it would be another token of the same letters.
    if (found < 0 || (found > at + 64 && text.slice(at, found).trim() !== '')) return;
    at = found + value.length;
    if (opens) sentenceStarts.push(tokens.length);
    opens = false;
    tokens.push({
      text: value,
      lower: value.toLowerCase().replaceAll('’', "'"),
      pos: tags[index] ?? 'X',
      start: offset + found,
      end: offset + at,
    });
  });
  return { tokens, sentenceStarts };
}
