// Makes coded statements for tests: what a test does not say has a plain value.
import type { Statement } from '../../src/evidence/index.ts';

/** A statement with id `s1`, whose span is the whole of its own text at place 0. */
export function coded(given: Partial<Statement> = {}): Statement {
  const text = given.text ?? 'We will not go.';
  const start = given.start ?? 0;
  return {
    id: 's1',
    document: 'd1',
    start,
    end: start + text.length,
    text,
    prefix: '',
    suffix: '',
    speaker: ['north'],
    holder: ['north'],
    addressee: [],
    grade: 'direct',
    quoted: false,
    source: 'named',
    kind: 'position',
    concept: 'talks',
    stance: 1,
    condition: null,
    hedges: [],
    loaded: [],
    attribution: null,
    within: null,
    concepts: [],
    dates: [],
    coder: 'ann',
    origin: 'human',
    rule: null,
    score: null,
    status: 'accepted',
    history: [],
    ...given,
  };
}

/** A statement whose span is the first place of a text in a body. */
export function codedIn(body: string, text: string, given: Partial<Statement> = {}): Statement {
  const start = body.indexOf(text);
  if (start < 0) throw new Error(`the body does not hold "${text}"`);
  return coded({ ...given, text, start, end: start + text.length });
}
