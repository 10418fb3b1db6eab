import { CaseError } from '#contract/error.ts';
import { localName } from '../../refi/xml.ts';
import { bytesOf, type ForeignFile } from '../foreign-file.ts';
import type { Intake } from '../intake.ts';
import { Remarks } from '../remarks.ts';
import { readCodes } from './codes.ts';
import { attributeOf, childrenOf, readForeignXml } from './foreign-xml.ts';
import { readSets } from './sets.ts';

/**
 * Reads a REFI-QDA codebook, or the codebook of a project's XML that was taken out of its ZIP.
 *
 * @throws CaseError `foreign.unreadable`, `foreign.unknownFormat`, `foreign.tooLarge`
 */
export function readCodebook(file: ForeignFile, caseId: string): Intake {
  const { path } = file;
  const root = readForeignXml(bytesOf(file), path);
  const name = localName(root.name);
  const codeBook = name === 'Project' ? childrenOf(root, 'CodeBook')[0] : root;
  if (codeBook === undefined || !/^code-?book$/i.test(localName(codeBook.name))) {
    throw new CaseError('foreign.unknownFormat', { path });
  }
  const remarks = new Remarks();
  const codes = readCodes(codeBook, { path, caseId, remarks });
  const nameOf = (guid: string) => codes.byGuid.get(guid)?.name;
  return {
    format: 'qdc',
    origin: attributeOf(root, 'origin'),
    entities: [],
    links: [],
    tags: codes.tags,
    sources: [],
    further: readSets(codeBook, nameOf, remarks),
    remarks,
    table: null,
  };
}
