/** Who and what is in the case that two teams work on. Everything in it is invented. */
export const twoTeams = {
  us: 'Ana Ruiz',
  them: 'Bruno Lima',
  ourSummary: 'Seen in Lisbon in May, with a suitcase.',
  theirSummary: 'Seen in Porto in May, without luggage.',
  newcomer: 'Olga Prieto',
  tag: 'ferries',
  /** What the colleague handed over, and the same encrypted. */
  pack: 'second.casepack',
  sealed: 'sealed.casepack',
  passphrase: 'quay lantern seven herons',
} as const;
