export {
  addCustody,
  custodyOf,
  insertCustody,
  listCustody,
  removeCustody,
  updateCustody,
  type NewCustody,
} from './custody.ts';
