import { TemplateFault } from './template-fault.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Our words or theme with those that a team gives in their place: each key that it leaves out keeps ours.
 *
 * @param file name of the team's file, for its faults
 * @throws {TemplateFault} where the team's file is no JSON, or has a key or a sort of value that ours has not
 */
export function withTeamsSettings(ours: string, theirs: string, file: string): string {
  const own: unknown = JSON.parse(ours);
  return JSON.stringify(merged(own, parsed(theirs, file), '', { file, text: theirs }));
}

interface Place {
  readonly file: string;
  readonly text: string;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(reason)?.[1];
    const clean = reason.replace(/ in JSON at position \d+.*$/s, '').replace(/, ".*$/s, '');
    throw TemplateFault.at(clean, file, text, at === undefined ? text.length : Number(at));
  }
}

function merged(own: unknown, team: unknown, key: string, place: Place): Json {
  const wrong = (reason: string): TemplateFault => {
    const last = key.slice(key.lastIndexOf('.') + 1);
    const index = place.text.indexOf(JSON.stringify(last));
    return TemplateFault.at(reason, place.file, place.text, Math.max(0, index));
  };
  if (isGroup(own)) {
    if (!isGroup(team)) throw wrong(`"${key}" is a group of settings`);
    const result: Record<string, Json> = {};
    for (const name of Object.keys(team)) {
      if (!(name in own)) {
        const inner = key === '' ? name : `${key}.${name}`;
        const index = place.text.indexOf(JSON.stringify(name));
        throw TemplateFault.at(`there is no "${inner}"`, place.file, place.text, index);
      }
    }
    for (const [name, value] of Object.entries(own)) {
      const inner = key === '' ? name : `${key}.${name}`;
      result[name] = merged(value, name in team ? team[name] : value, inner, place);
    }
    return result;
  }
  if (Array.isArray(own)) {
    const values: readonly unknown[] = own;
    if (!Array.isArray(team) || team.length !== values.length) {
      throw wrong(`"${key}" is a list of ${values.length}`);
    }
    const given: readonly unknown[] = team;
    return values.map((value, index) => merged(value, given[index], key, place));
  }
  if (typeof team === 'string' && typeof own === 'string') {
    if (/^#[\da-f]{6}$/i.test(own) && !/^#[\da-f]{6}$/i.test(team)) {
      throw wrong(`"${key}" is a colour, as #16181d`);
    }
    return team;
  }
  if (typeof team === 'number' && typeof own === 'number') return team;
  if (typeof team === 'boolean' && typeof own === 'boolean') return team;
  throw wrong(`"${key}" is a ${typeof own}`);
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
