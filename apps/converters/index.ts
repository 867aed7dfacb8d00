// What the converters give: documents from files.
export type { ReadDocumentOptions } from './read-document.ts';
export { documentExtensions, largestFile, readDocument } from './read-document.ts';
