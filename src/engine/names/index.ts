export { compareNames, comparePrepared, prepareName, type PreparedName } from './compare.ts';
export { decision, type NameComparison, type Rarity } from './comparison.ts';
