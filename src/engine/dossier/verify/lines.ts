import type { DossierDifference, DossierSectionId } from '#contract/dossier.ts';
import type { Citation, DossierModel, DossierSection } from '../model.ts';
import { wordsOf } from '../narrative.ts';
import { canonical } from './content-hash.ts';

/** A line of a dossier: what a reader would see of it, and all that it is. */
interface Line {
  section: DossierSectionId;
  text: string;
  whole: string;
}

/** In what two states of a dossier differ, line by line, in the order of the later one; what is gone comes last. */
export function differencesOf(was: DossierModel, is: DossierModel): DossierDifference[] {
  const [before, after] = [linesOf(was), linesOf(is)];
  const differences: DossierDifference[] = [];
  for (const [key, { section, text, whole }] of after) {
    const old = before.get(key);
    if (old === undefined) differences.push({ change: 'added', section, was: '', is: text });
    else if (old.whole !== whole) {
      differences.push({ change: 'changed', section, was: old.text, is: text });
    }
  }
  for (const [key, { section, text }] of before) {
    if (!after.has(key)) differences.push({ change: 'removed', section, was: text, is: '' });
  }
  return differences;
}

/**
 * The lines of a dossier by what they are about, whatever number they have got: a passage that is cited once more renumbers
 * others, which say the same as before.
 */
function linesOf(model: DossierModel): Map<string, Line> {
  const excerpts = new Map(model.excerpts.map((excerpt) => [excerpt.number, excerpt.id]));
  const sources = new Map(model.sources.map((source) => [source.number, source.sha256]));
  const lines = new Map<string, Line>();
  /** With the numbers replaced by what they stand for. */
  const whole = (line: unknown): string =>
    canonical(
      JSON.parse(
        JSON.stringify(line, (key, value: unknown) => {
          if (typeof value !== 'number') return value;
          if (key === 'excerpt') return excerpts.get(value) ?? value;
          return key === 'sourceNumber' || key === 'derivesFrom' || key === 'container'
            ? (sources.get(value) ?? value)
            : value;
        }),
      ),
    );
  const add = (section: DossierSectionId, key: string, text: string, line: unknown): void => {
    let place = `${section} ${key}`;
    while (lines.has(place)) place += '+';
    lines.set(place, { section, text, whole: whole(line) });
  };
  const addSection = (section: DossierSection, of: string): void => {
    const { id } = section;
    const fact = (line: { id: string; citations: readonly Citation[] }, text: string): void =>
      add(id, `${of}${line.id}`, `${text}${bearing(line.citations)}`, line);
    if ('body' in section) add(id, of, wordsOf(section.body), section.body);
    if ('findings' in section) {
      for (const line of section.findings) {
        const judged = [line.likelihood, line.confidence].filter((one) => one !== null);
        add(id, line.id, [wordsOf(line.body), ...judged].join(' · '), line);
      }
    }
    if ('names' in section) for (const line of section.names) fact(line, line.value);
    if ('attributes' in section) {
      for (const line of section.attributes) {
        fact(line, joined(`${line.property}: ${line.value}`, line.dates));
      }
    }
    if ('links' in section) {
      for (const line of section.links) {
        fact(line, joined(`${line.typeLabel}: ${line.otherName}`, line.role, line.dates));
      }
    }
    if ('photographs' in section) {
      for (const line of section.photographs) {
        add(id, line.id, joined(line.caption ?? line.file, line.credit), line);
      }
    }
    if ('chronology' in section) {
      for (const line of section.chronology) fact(line, joined(line.date, line.text));
    }
    if ('disagreements' in section) {
      for (const point of section.disagreements) {
        const sides = point.sides.map(({ value, citations }) => `${value}${bearing(citations)}`);
        add(
          id,
          `${point.subject ?? ''} ${point.property}`,
          joined(point.property, ...sides),
          point,
        );
      }
    }
    if ('gaps' in section) for (const gap of section.gaps) add(id, `${of}${gap}`, gap, gap);
    if ('tags' in section) {
      for (const { name, excerpts: numbers } of section.tags) {
        const passages = numbers.map((excerpt) => ({ excerpt }));
        add(id, name, `${name} (${numbers.length})`, { name, passages });
      }
    }
    if ('subjects' in section) {
      for (const { subject, sections } of section.subjects) {
        add(id, subject.id, subject.primaryName, subject);
        for (const inner of sections) addSection(inner, `${subject.id} `);
      }
    }
  };
  const { marking, caseTitle, caseReference, title, notice } = model;
  const headed = { marking, caseTitle, caseReference, title, notice };
  add('verification', 'head', joined(title, caseTitle, caseReference, `TLP:${marking}`), headed);
  if (model.withheld !== null) {
    const { above, ...counts } = model.withheld;
    const counted = Object.entries(counts).filter(([, count]) => count > 0);
    const text = joined(...counted.map(([what, count]) => `${what} ${count}`));
    add('verification', 'withheld', `> TLP:${above}: ${text}`, model.withheld);
  }
  for (const section of model.sections) addSection(section, '');
  for (const { number: _number, uses: _uses, ...excerpt } of model.excerpts) {
    add('excerpts', excerpt.id, excerpt.quotation ?? '', excerpt);
  }
  for (const { number: _number, custody: _custody, ...source } of model.sources) {
    const text = joined(source.title, source.reliability, `TLP:${source.handling}`);
    add('sources', source.sha256, text, source);
  }
  return lines;
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

/** How many passages speak for a line, and how many against it. */
function bearing(citations: readonly Citation[]): string {
  const against = citations.filter(({ stance }) => stance === 'contradicts').length;
  return ` [+${citations.length - against}${against === 0 ? '' : ` −${against}`}]`;
}
