import { PLAIN, type State } from './state.ts';

/** Takes a control word about characters that is none itself; false when it is none of them. */
export function takeCharacterWord(state: State, name: string, number: number | null): boolean {
  const on = number !== 0;
  switch (name) {
    case 'uc':
      state.fallback = Math.min(Math.max(number ?? 1, 0), 100);
      return true;
    case 'f':
      state.font = number ?? 0;
      return true;
    case 'v':
      state.hidden = on;
      return true;
    case 'plain':
      Object.assign(state, PLAIN);
      return true;
    case 'revised':
    case 'mvt':
      state.inserted = on;
      return true;
    case 'deleted':
    case 'mvf':
      state.deleted = on;
      return true;
    case 'revauth':
    case 'mvauth':
      state.insertedBy = number ?? 0;
      if (name === 'mvauth') state.deletedBy = number ?? 0;
      return true;
    case 'revdttm':
    case 'mvdate':
      state.insertedAt = number ?? 0;
      if (name === 'mvdate') state.deletedAt = number ?? 0;
      return true;
    case 'revauthdel':
      state.deletedBy = number ?? 0;
      return true;
    case 'revdttmdel':
      state.deletedAt = number ?? 0;
      return true;
    default:
      return false;
  }
}
