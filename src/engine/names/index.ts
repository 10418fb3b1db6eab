export { compareNames, comparePrepared, prepareName, type PreparedName } from './compare.ts';
export { decision, type NameComparison, type Rarity } from './comparison.ts';
export { nameKeys, nameWords, type NameKeys } from './keys.ts';
export { screenOf, type NameScreen } from './screen.ts';
export { ScreenTable } from './screen-table.ts';
export { forgetNames } from './forget.ts';
