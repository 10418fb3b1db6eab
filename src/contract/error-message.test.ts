import { describe, expect, it } from 'vitest';
import { caseErrorOfMessage } from './error-message.ts';
import { CaseError } from './error.ts';

describe('an error known by its message alone', () => {
  it('is read back with its code and details', () => {
    const error = new CaseError('file.notWritable', { path: 'C:\\a {b} "c".pdf', bytes: 3 });
    const wrapped = `Error invoking remote method 'x': CaseError: ${error.message}`;
    for (const message of [error.message, wrapped])
      expect(caseErrorOfMessage(message)).toMatchObject({
        code: 'file.notWritable',
        details: error.details,
      });
  });

  it('is read back without details', () => {
    expect(caseErrorOfMessage(new CaseError('internal').message)?.code).toBe('internal');
  });

  it('is none when the message was not ours', () => {
    for (const message of ['', 'Error: gone', 'made.up {}', 'internal {not json}', 'internal [1]'])
      expect(caseErrorOfMessage(message)).toBeNull();
  });
});
