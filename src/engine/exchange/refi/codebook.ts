import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Tag } from '#contract/annotation.ts';
import type { CodebookPreview, ImportedCodebook, PreviewedCode } from '#contract/codebook.ts';
import type { SavedFile } from '#contract/dossier.ts';
import { CaseError } from '#contract/error.ts';
import { changeTag, listTags, makeTag } from '../../annotations/index.ts';
import type { CaseStore } from '../../store/index.ts';
import { writeWhole } from '../../write-whole.ts';
import { readingFailure } from '../failure.ts';
import { refuseItself } from '../refuse-itself.ts';
import {
  readCodebookFile,
  writeCodebookFile,
  type Code,
  type CodebookFile,
} from './codebook-file.ts';

/** No codebook is as large; bytes. */
const largest = 32 * 1024 * 1024;

/**
 * Writes the codebook of a case as REFI-QDA codebook exchange. Each tag keeps its id as the code's, so that a codebook
 * that comes back is known again.
 *
 * @throws CaseError `codebook.empty`, `case.inUse` when `path` is the case file itself, and as `writeWhole`
 */
export function exportCodebook(store: CaseStore, path: string, version: string): SavedFile {
  refuseItself(store, path);
  const codes = codesOf(listTags(store));
  if (codes.length === 0) throw new CaseError('codebook.empty');
  return writeWhole(path, Buffer.from(writeCodebookFile(codes, `Legajo ${version}`)));
}

/** What of a tag makes a code. */
type CodeSource = Pick<
  Tag,
  'id' | 'name' | 'parent' | 'color' | 'description' | 'inclusion' | 'exclusion'
>;

/** Tags as codes, by name at each level; one in a ring of parents, which two replicas can make, stands at the top. */
export function codesOf(tags: readonly CodeSource[]): Code[] {
  const known = new Set(tags.map(({ id }) => id));
  const placed = new Set<string>();
  const beneath = Map.groupBy(tags, ({ parent }) =>
    parent !== null && known.has(parent) ? parent : null,
  );
  const grow = ({ id, name, color, description, inclusion, exclusion }: CodeSource): Code => {
    placed.add(id);
    const children = (beneath.get(id) ?? []).filter((child) => !placed.has(child.id));
    return {
      id,
      name,
      color,
      words: { description, inclusion, exclusion },
      children: children.map(grow),
    };
  };
  const codes = (beneath.get(null) ?? []).map(grow);
  for (const tag of tags) if (!placed.has(tag.id)) codes.push(grow(tag));
  return codes;
}

/**
 * What taking a codebook in would make new, change and leave.
 *
 * @throws CaseError `codebook.unreadable`, `codebook.notACodebook`, `file.notFound`, `file.isFolder`, `file.notReadable`
 */
export function previewCodebook(store: CaseStore, path: string): CodebookPreview {
  const { file, sha256 } = read(path);
  const { origin, codes, remarks } = file;
  return {
    fileName: basename(path),
    origin,
    sha256,
    codes: plan(listTags(store), codes).map(({ code, path: names, tag, matched, changes }) => ({
      path: names,
      color: code.color ?? tag?.color ?? '',
      description: code.words?.description ?? '',
      state: tag === null ? 'new' : changes.length > 0 ? 'changed' : 'same',
      tag: tag?.id ?? null,
      matched,
      changes,
    })),
    remarks,
  };
}

/**
 * Takes a codebook into the case, as one gesture: codes that it does not have become tags under the ids the file gives
 * them; of those that it has, what the file says is taken over if `changed` says so. No tag is taken away.
 *
 * @param sha256 of the file that was looked at before, so that no other is taken
 * @throws CaseError `codebook.changed`, and as `previewCodebook`
 */
export function importCodebook(
  store: CaseStore,
  { path, sha256, changed }: { path: string; sha256?: string | undefined; changed: boolean },
): ImportedCodebook {
  const found = read(path);
  if (sha256 !== undefined && sha256 !== found.sha256) {
    throw new CaseError('codebook.changed', { path });
  }
  return store.gesture('tag.import', (writer) => {
    const done: ImportedCodebook = { made: 0, changed: 0, same: 0 };
    const steps = plan(listTags(store), found.file.codes);
    const idOf = new Map(steps.map(({ code, tag }) => [code, tag?.id ?? code.id]));
    // From the top down, so that each parent is there, and in its new place, before what lies beneath it.
    for (const { code, above, tag, changes } of steps) {
      const parent = above === null ? null : (idOf.get(above) ?? null);
      const { description = '', inclusion = '', exclusion = '' } = code.words ?? {};
      if (tag === null) {
        const color = code.color ?? undefined;
        makeTag(writer, {
          id: code.id,
          name: code.name,
          parent,
          color,
          description,
          inclusion,
          exclusion,
        });
        done.made += 1;
      } else if (changes.length === 0) {
        done.same += 1;
      } else if (changed) {
        changeTag(writer, tag.id, {
          name: code.name,
          parent,
          ...(code.color === null ? {} : { color: code.color }),
          ...code.words,
        });
        done.changed += 1;
      }
    }
    return done;
  });
}

interface Step {
  code: Code;
  above: Code | null;
  path: string[];
  /** The tag that the code is, null for a new one. */
  tag: Tag | null;
  matched: PreviewedCode['matched'];
  changes: PreviewedCode['changes'];
}

/**
 * What each code is to the case, parents before children. A code is a tag of the case when they have the same id, or the
 * same name, whatever its case, beneath what their parents are.
 */
function plan(tags: readonly Tag[], codes: readonly Code[]): Step[] {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const inFile = new Set<string>();
  const gather = (code: Code): void => {
    inFile.add(code.id);
    code.children.forEach(gather);
  };
  codes.forEach(gather);
  const byName = new Map<string, Tag[]>();
  for (const tag of tags) {
    const key = `${tag.parent ?? ''} ${folded(tag.name)}`;
    byName.set(key, [...(byName.get(key) ?? []), tag]);
  }
  const taken = new Set<string>();
  const steps: Step[] = [];
  const pathOf = (tag: Tag | undefined): string => {
    const names: string[] = [];
    const seen = new Set<string>();
    for (let at = tag; at !== undefined && !seen.has(at.id); at = byId.get(at.parent ?? '')) {
      seen.add(at.id);
      names.unshift(at.name);
    }
    return names.join(' / ');
  };
  const visit = (code: Code, above: Step | null): void => {
    const byItsId = byId.get(code.id) ?? null;
    // A tag that another code of the file is by its id is not taken for this one by its name.
    const named =
      above !== null && above.tag === null
        ? undefined
        : byName
            .get(`${above?.tag?.id ?? ''} ${folded(code.name)}`)
            ?.find(({ id }) => !taken.has(id) && !inFile.has(id));
    const tag = byItsId ?? named ?? null;
    if (tag !== null) taken.add(tag.id);
    const path = [...(above?.path ?? []), code.name];
    const step: Step = {
      code,
      above: above?.code ?? null,
      path,
      tag,
      matched: tag === null ? null : byItsId === null ? 'name' : 'id',
      changes: [],
    };
    if (tag !== null) {
      const compare = (
        field: PreviewedCode['changes'][number]['field'],
        old: string,
        now: string,
      ) => {
        if (old.trim() !== now.trim()) step.changes.push({ field, old, new: now });
      };
      compare('name', tag.name, code.name);
      if ((tag.parent ?? null) !== (above === null ? null : (above.tag?.id ?? above.code.id))) {
        step.changes.push({
          field: 'parent',
          old: pathOf(byId.get(tag.parent ?? '')),
          new: (above?.path ?? []).join(' / '),
        });
      }
      if (code.color !== null) compare('color', tag.color.toLowerCase(), code.color);
      if (code.words !== null) {
        compare('description', tag.description, code.words.description);
        compare('inclusion', tag.inclusion, code.words.inclusion);
        compare('exclusion', tag.exclusion, code.words.exclusion);
      }
    }
    steps.push(step);
    for (const child of code.children) visit(child, step);
  };
  for (const code of codes) visit(code, null);
  return steps;
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

function read(path: string): { file: CodebookFile; sha256: string } {
  let bytes: Buffer;
  try {
    if (statSync(path).size > largest) throw new CaseError('codebook.notACodebook', { path });
    bytes = readFileSync(path);
  } catch (error) {
    throw readingFailure(error, path) ?? error;
  }
  return {
    file: readCodebookFile(bytes, path),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
