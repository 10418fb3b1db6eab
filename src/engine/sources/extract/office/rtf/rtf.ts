import type { Parser } from '../../extraction.ts';
import { Composer } from '../composer.ts';
import { composedDocument } from '../details.ts';
import { RtfReader } from './reader.ts';
import { readTokens } from './tokens.ts';

/**
 * A document in Rich Text Format 1.9.1: the same that is read of a document of Word, which it is another form of. Pictures
 * and embedded objects are passed over.
 *
 * Read by code of our own: of the readers there are only that of officeparser is kept up, and it knows no changes.
 *
 * @throws CaseError `source.failed`, `source.truncated`, `source.tooLarge`
 */
export const parseRtf: Parser = async (bytes, { limits, progress }) => {
  const composer = new Composer(limits);
  const reader = new RtfReader(composer, (place) => progress(place, bytes.length, 'bytes'));
  readTokens(bytes, reader);
  reader.end();
  const { metadata } = reader.information;
  const title = metadata.title ?? composer.title;
  return composedDocument('application/rtf', composer, { ...metadata, title }, reader.properties);
};
