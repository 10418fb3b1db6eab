/**
 * Words, folded, that stand before a surname and belong to it: Spanish, Portuguese, French, Italian, Dutch, German,
 * Arabic, Hebrew. None of them tells whom a name means, and a writing of the name may leave them out.
 */
export const particles: ReadonlySet<string> = new Set(
  (
    'de del dela della delle dello di da do dos das du des d la las los le les lo y e i ' +
    'van von der den ter ten vom zu zum zur af av ' +
    // Abd is the servant of whom the next word names; bd, bn and abw are what Arabic letters give.
    'al el ul ad as ash ar an at az abd bd abdul abdel abw bin ben bn ibn ibnu bint binti abu abou abi umm um ould wald ait ' +
    'san santa santo sao saint st bar bat'
  ).split(' '),
);

/** The Arabic article in its writings before any letter, folded. */
export const articles: ReadonlySet<string> = new Set(
  'al el ul ad ed as es ash esh ar er an en at et az ez'.split(' '),
);
