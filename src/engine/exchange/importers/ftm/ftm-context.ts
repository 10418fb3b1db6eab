import type { EntityKind } from '#contract/vocabulary.ts';
import type { CaseStore } from '../../../store/index.ts';
import { derivedId, keptId } from '../derived-id.ts';
import { foreignDate } from '../foreign-date.ts';
import { cut } from '../foreign-file.ts';
import type { Remarks } from '../remarks.ts';
import type { FtmEntity } from './ftm-entity.ts';
import { meaningOf } from './schemata.ts';

/** What all that turns FollowTheMoney into records needs: the file as a whole, and what the case has of it by its ids. */
export class FtmContext {
  readonly caseId: string;
  readonly all: ReadonlyMap<string, FtmEntity>;
  readonly remarks: Remarks;
  /** Addresses of the sources of the case, by id. */
  readonly sources: ReadonlyMap<string, string>;
  readonly #store: CaseStore;

  constructor(
    store: CaseStore,
    caseId: string,
    all: ReadonlyMap<string, FtmEntity>,
    remarks: Remarks,
  ) {
    this.#store = store;
    this.caseId = caseId;
    this.all = all;
    this.remarks = remarks;
    this.sources = new Map(
      store
        .all<{ id: string; url: string }>('SELECT id, url FROM source')
        .map(({ id, url }) => [id, url]),
    );
  }

  /** The id of the row that a foreign id stands for. */
  idOf(foreign: string): string {
    return keptId(foreign) ?? derivedId('ftm', this.caseId, foreign);
  }

  /** Whether a foreign id is that of a source of the case. */
  isSource(foreign: string): boolean {
    return this.sources.has(keptId(foreign) ?? '');
  }

  /** Whether a foreign id is that of a note of the case. */
  isNote(foreign: string): boolean {
    const id = keptId(foreign);
    return id !== null && this.#store.one('SELECT 1 FROM note WHERE id = ?', id) !== undefined;
  }

  /** What an entity of the file is; null when it is none, or no entity. */
  kindOf(foreign: string): EntityKind | null {
    const other = this.all.get(foreign);
    const meaning = other === undefined ? null : meaningOf(other.schema);
    return meaning?.is === 'entity' ? meaning.kind : null;
  }

  /** The first date that can be read, with the properties it was read from; those that cannot be are told. */
  date(entity: FtmEntity, properties: readonly string[]): { text: string; of: string[] } {
    for (const property of properties) {
      const values = entity.properties.get(property) ?? [];
      if (values.length === 0) continue;
      const date = values.length === 1 ? foreignDate(values[0] ?? '') : null;
      if (date !== null) return { text: date, of: [property] };
      this.remarks.add('badDate', values.join(', '), String(entity.line));
    }
    return { text: '', of: [] };
  }

  text(text: string, what: 'name' | 'value' | 'note', where: string): string {
    const short = cut(text, what);
    if (short !== text) this.remarks.add('longText', text.slice(0, 60), where);
    return short;
  }

  /**
   * The properties of an entity without those that only say in which documents of the case it is found: the case has its
   * evidence.
   */
  propertiesOf(entity: FtmEntity): [string, string[]][] {
    const proof = entity.properties.get('proof') ?? [];
    const urls = new Set(proof.map((one) => this.sources.get(keptId(one) ?? '')));
    return [...entity.properties].flatMap(([property, values]): [string, string[]][] => {
      const left =
        property === 'proof'
          ? values.filter((value) => !this.isSource(value)).map((value) => this.#titleOf(value))
          : property === 'sourceUrl'
            ? values.filter((value) => !urls.has(value))
            : values;
      return left.length === 0 ? [] : [[property, left]];
    });
  }

  /** The title of a document of the file, else its id. */
  #titleOf(foreign: string): string {
    const properties = this.all.get(foreign)?.properties;
    return (properties?.get('title') ?? properties?.get('name') ?? [])[0] ?? foreign;
  }
}
