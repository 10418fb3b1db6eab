import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseOfPassages } from '../material/harbour-case.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

for (const language of ['en', 'es'] as const) {
  test(`a case is shared through a folder, and what waits there says why, ${language}`, async ({
    start,
    folder,
  }) => {
    const file = await caseOfPassages(folder);
    const shared = join(folder, 'shared');
    mkdirSync(shared);
    const { page, shell, exchange, t } = await start({ file, language });
    await shell.go('exchange');
    await exchange.show('shared');
    const path = page.getByRole('textbox', { name: t('sharing.folder') });
    const begin = page.getByRole('button', { name: t('sharing.begin') });
    await path.fill(join(folder, 'none'));
    await begin.click();
    await expect(page.getByRole('alert')).toBeVisible();
    await path.fill(shared);
    await expectAccessible(page);
    await begin.click();
    const state = page.getByRole('region', { name: t('sharing.title') }).getByRole('status');
    await expect(state).toHaveText(t('sharing.states.idle'));
    const [ofCase = ''] = readdirSync(shared);
    const [own = ''] = readdirSync(join(shared, ofCase));
    expect(readdirSync(join(shared, ofCase, own))).toHaveLength(1);

    const other = join(shared, ofCase, '01890000-0000-7000-8000-000000000000');
    mkdirSync(other);
    writeFileSync(join(other, '000001-aaaaaaaaaaaa.casepack'), 'half of something');
    await page.getByRole('button', { name: t('sharing.look') }).click();
    await expect(page.getByText(t('sharing.why.damaged'))).toBeVisible();
    await expectAccessible(page);

    await exchange.show('left');
    await expect(page.getByRole('option', { name: t('sharing.title') })).toBeVisible();
    await exchange.show('shared');
    await page.getByRole('button', { name: t('sharing.stop') }).click();
    const ending = page.getByRole('dialog', { name: t('sharing.endTitle') });
    await expect(ending.getByText(t('sharing.endLead', { count: 1 }))).toBeVisible();
    await expect(ending.getByText(t('sharing.untaken', { count: 1 }))).toBeVisible();
    await expectAccessible(page);
    await ending.getByRole('button', { name: t('sharing.goOn') }).click();
    await expect(ending).toBeHidden();
    await page.getByRole('button', { name: t('sharing.stop') }).click();
    const takesAway = language === 'en';
    const end = takesAway ? 'sharing.endTakeAway' : 'sharing.endLeave';
    await ending.getByRole('button', { name: t(end) }).click();
    await expect(path).toHaveValue('');
    // What somebody else put there stays in any case.
    expect(readdirSync(join(shared, ofCase)).includes(own)).toBe(!takesAway);
    expect(readdirSync(other)).toHaveLength(1);
  });
}
