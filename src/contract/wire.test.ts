import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { CaseError } from './error.ts';
import { fromWire, toWire } from './wire.ts';

describe('an error on the wire', () => {
  it('comes back as it was thrown', () => {
    const thrown = new CaseError('edtf.invalid', { text: '31.2.2023' });
    const carried = JSON.parse(JSON.stringify(toWire(thrown)));
    const back = fromWire(new ORPCError(carried.code, carried));
    expect(back).toMatchObject({ code: 'edtf.invalid', details: { text: '31.2.2023' } });
  });

  it('leaves its cause behind', () => {
    const thrown = new CaseError('internal', {}, new Error('a path of this computer'));
    expect(JSON.stringify(toWire(thrown))).not.toContain('a path');
  });

  it('that is a complaint about input names the field', () => {
    const issues = [{ path: ['provenance', 'url'], message: 'Too long' }, { message: 'Other' }];
    const back = fromWire(new ORPCError('BAD_REQUEST', { data: { issues } }));
    expect(back).toMatchObject({
      code: 'input.invalid',
      details: { reason: 'provenance.url: Too long' },
    });
    for (const data of [undefined, {}, { issues: 'none' }, { issues: [null] }]) {
      expect(fromWire(new ORPCError('BAD_REQUEST', { data })).details).toEqual({ reason: '' });
    }
  });

  it('that the contract does not know is a fault of the program', () => {
    const unknown = { code: 'case.unheardOf', details: {} };
    expect(fromWire(new ORPCError('CASE_ERROR', { data: unknown })).code).toBe('internal');
    expect(fromWire(new ORPCError('NOT_FOUND')).code).toBe('internal');
    expect(fromWire('text').code).toBe('internal');
  });
});
