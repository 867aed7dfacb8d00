// Opens an annotated text as the document that the suggester reads.
import type { Document } from '../../src/evidence/index.ts';
import type { AnnotatedText } from './texts.ts';

/** The document of a text; its body begins behind the header. */
export function documentOf({ name, text }: AnnotatedText): Document {
  const mark = '---BODY---\n';
  const offset = text.includes(mark) ? text.indexOf(mark) + mark.length : 0;
  const header = text.slice(0, offset);
  const genre = /^genre: (.*)$/m.exec(header)?.[1];
  const date = /^date: (\d{4}-\d\d-\d\d)/m.exec(header)?.[1];
  return {
    id: name,
    format: 'text',
    sha256: '',
    offset,
    body: text.slice(offset),
    ...(genre === undefined ? {} : { genre }),
    ...(date === undefined ? {} : { date }),
  };
}
