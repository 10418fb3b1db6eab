export { AddressBook } from './address-book.ts';
export { ownCard, readCard, saveCard } from './card.ts';
