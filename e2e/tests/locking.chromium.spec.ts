import { encryptedCase, passphrase } from '../material/encrypted-case.ts';
import { Legajo } from '../pages/legajo.ts';
import { expect, test } from '../pages/test.ts';

test('all windows of a case are locked and come back together', async ({ start, folder }) => {
  const file = await encryptedCase(folder);
  const first = await start({ file });
  await first.welcome.answerPassphrase(passphrase);
  await first.shell.showsCase('Harbour');
  const page = await first.page.context().newPage();
  await page.goto(new URL('/', first.page.url()).href);
  const second = new Legajo({ ...first.workbench, page }, 'en');
  await second.welcome.answerPassphrase(passphrase);
  await second.shell.showsCase('Harbour');
  await first.lock.lock();
  await expect(second.lock.screen).toBeVisible();
  await second.lock.unlock(passphrase);
  await second.shell.showsCase('Harbour');
  await expect(first.lock.screen).toBeHidden();
  await first.shell.showsCase('Harbour');
});
