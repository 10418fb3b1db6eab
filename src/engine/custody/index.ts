export {
  addCustody,
  custodyOf,
  insertCustody,
  removeCustody,
  updateCustody,
  type NewCustody,
} from './custody.ts';
