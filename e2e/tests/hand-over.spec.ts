import { join } from 'node:path';
import { z } from 'zod';
import { Colleague, OwnCard } from '#contract/colleague.ts';
import { PackageInspection } from '#contract/package.ts';
import { groupedFingerprint } from '#shared/fingerprint.ts';
import { legajo } from '../material/command-line.ts';
import { report } from '../material/documents.ts';
import { caseOfPassages } from '../material/harbour-case.ts';
import { HandOver } from '../pages/hand-over.ts';
import type { Legajo } from '../pages/legajo.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

/** The form of a workbench, on its screen. */
async function formOf({ workbench, words, exchange, shell }: Legajo): Promise<HandOver> {
  await shell.go('exchange');
  await expect(exchange.act).toBeVisible();
  return new HandOver(workbench, words, exchange);
}

async function inspected(folder: string, pack: string): Promise<PackageInspection> {
  return PackageInspection.parse(await legajo(folder, 'inspect', pack));
}

async function darkToo({ page }: Legajo): Promise<void> {
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expectAccessible(page, ['color-contrast', 'link-in-text-block']);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

/** The command line is another installation: its key, and the card that it gives others. */
async function cardOfAnother(folder: string): Promise<{ card: string; name: string; key: string }> {
  const card = join(folder, 'another.legajocard');
  await legajo(folder, 'keys', 'export', card);
  const { own } = z
    .object({ own: OwnCard, colleagues: z.array(Colleague) })
    .parse(await legajo(folder, 'keys'));
  return { card, name: own.name, key: own.fingerprint };
}

test('the whole case goes to whoever is named, and the case says so', async ({ start, folder }) => {
  const file = await caseOfPassages(folder);
  const pack = join(folder, 'whole.casepack');
  const opened = await start({ file });
  const { exchange, page, t } = opened;
  const form = await formOf(opened);
  await form.forAnyone('Unit of Puerto Claro');
  await form.purpose.fill('Request 118');
  await expect(exchange.plan).toContainText(t('exchange.handOverPlan.protected.none'));
  await exchange.handOver(pack);
  await darkToo(opened);
  const { scope, recipient, purpose, sha256, signature } = await inspected(folder, pack);
  expect({ scope, recipient, purpose }).toEqual({
    scope: 'whole',
    recipient: { name: 'Unit of Puerto Claro', key: '' },
    purpose: 'Request 118',
  });
  expect(signature.fingerprint).not.toBeNull();
  await exchange.show('left');
  const list = page.getByRole('listbox', { name: t('exchange.section.left'), exact: true });
  await expect(list.getByRole('option')).toHaveCount(1);
  const detail = page.getByRole('region', { name: 'Unit of Puerto Claro', exact: true });
  await expect(detail).toContainText(sha256);
  await darkToo(opened);
  const filter = page.getByRole('textbox', { name: t('command.filter'), exact: true });
  await filter.fill('nobody of that name');
  await expect(list.getByRole('option')).toHaveCount(0);
  await filter.fill(sha256.slice(0, 12));
  await expect(list.getByRole('option')).toHaveCount(1);
});

test('of a part only what was chosen leaves, and names in it are replaced', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const pack = join(folder, 'part.casepack');
  const opened = await start({ file });
  const { exchange, t } = opened;
  const form = await formOf(opened);
  await form.scope('partial').check();
  await form.pick('tags', 'posts');
  await form.redact(1, report.person, '');
  await expect(exchange.act).toBeDisabled();
  await expect(exchange.plan).toContainText(t('exchange.handOverMissing.codeName'));
  await opened.page
    .getByRole('textbox', { name: t('exchange.handOverForm.codeName', { number: 1 }) })
    .fill('Subject one');
  await expect(exchange.plan).toContainText(/[1-9]\d* places/);
  await darkToo(opened);
  await exchange.handOver(pack);
  const { scope, redacted } = await inspected(folder, pack);
  expect(scope).toBe('partial');
  expect(redacted).toBeGreaterThan(0);
  const copy = join(folder, 'copy.casefile');
  await legajo(folder, 'open', pack, copy);
  const held = JSON.stringify(await legajo(folder, 'entities', copy));
  expect(held).toContain('Subject one');
  expect(held).not.toContain(report.person);
});

test('a colleague is added by card, the key compared, and gets what came since', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const other = await cardOfAnother(folder);
  const opened = await start({ file });
  const { exchange, shell, entities, page, t } = opened;
  const form = await formOf(opened);
  await form.addColleague(other.card, other.name);
  const detail = form.colleague(other.name);
  await expect(detail).toContainText(other.key.slice(0, 4));
  const typed = detail.getByRole('textbox', { name: t('colleagues.asTheirs'), exact: true });
  await typed.fill(`AAAA ${groupedFingerprint(other.key).slice(5)}`);
  await expect(detail.getByText(t('colleagues.other'), { exact: true })).toBeVisible();
  await typed.fill(groupedFingerprint(other.key).toLowerCase());
  await expect(detail.getByText(t('colleagues.same'), { exact: true })).toBeVisible();
  await detail.getByRole('switch', { name: t('colleagues.trust') }).click();
  await expect(detail.getByRole('switch', { name: t('colleagues.trust') })).toBeChecked();
  await darkToo(opened);

  await exchange.show('handOver');
  await form.forColleague(other.name);
  // What the colleague made of the case themselves, they have.
  await expect(form.scope('delta')).toBeEnabled();
  await exchange.handOver(join(folder, 'whole.casepack'));
  await shell.go('entities');
  await entities.make('person', 'José Muñoz');
  await shell.go('exchange');
  await expect(form.to).toHaveValue(other.name);
  await form.scope('delta').check();
  await expect(exchange.act).toBeEnabled();
  await expect(exchange.plan).toContainText(t('exchange.handOverPlan.protected.key'));
  const pack = join(folder, 'since.casepack');
  await exchange.handOver(pack);
  const { scope, encrypted, recipient, changeSets } = await inspected(folder, pack);
  expect({ scope, encrypted, recipient }).toEqual({
    scope: 'delta',
    encrypted: 'recipients',
    recipient: { name: other.name, key: other.key },
  });
  // The entity, and what was written down of the whole case that left before it.
  expect(changeSets).toBeLessThanOrEqual(2);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('what is TLP:RED leaves only after two questions', async ({ start, folder }) => {
  const file = join(folder, 'red.casefile');
  const pack = join(folder, 'red.casepack');
  await legajo(folder, 'new', file, '--title', 'Red', '--handling', 'RED');
  const opened = await start({ file });
  const { exchange, page, t, workbench } = opened;
  const form = await formOf(opened);
  await form.forAnyone('Unit of Puerto Claro');
  await expect(exchange.plan).toContainText('TLP:RED');
  await expect(exchange.act).toBeEnabled();
  await exchange.act.click();
  const first = page.getByRole('dialog', { name: t('exchange.handOverRed.title'), exact: true });
  await expect(first).toContainText('Unit of Puerto Claro');
  await expect(first).toContainText(t('exchange.handOverRed.ofCase'));
  await darkToo(opened);
  // The key at hand in each question leaves it: nobody hands over by pressing Enter twice.
  await page.keyboard.press('Enter');
  await expect(first).toBeHidden();
  await exchange.act.click();
  await first.getByRole('button', { name: t('exchange.handOverRed.goOn'), exact: true }).click();
  const second = page.getByRole('dialog', {
    name: t('exchange.handOverRed.secondTitle'),
    exact: true,
  });
  await expect(second).toContainText('Unit of Puerto Claro');
  await expectAccessible(page);
  await workbench.chooseSavePath(
    () =>
      second.getByRole('button', { name: t('exchange.handOverRed.confirm'), exact: true }).click(),
    pack,
  );
  await expect(exchange.saved).toContainText(pack);
  expect((await inspected(folder, pack)).handling).toBe('RED');
});

test('another program gets its form, and what that cannot carry is told', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const opened = await start({ file });
  const { exchange, page, t } = opened;
  await formOf(opened);
  await page.getByText(t('exchange.handOverForm.asOther'), { exact: true }).click();
  await page.getByRole('radio', { name: 'FollowTheMoney', exact: true }).check();
  await darkToo(opened);
  await exchange.handOver(join(folder, 'case.ndjson'));
  await expect(page.getByText(t('exchange.handOverWritten.left'), { exact: true })).toBeVisible();
  await exchange.show('left');
  const list = page.getByRole('listbox', { name: t('exchange.section.left'), exact: true });
  await expect(list.getByRole('option', { name: /FollowTheMoney/ })).toBeVisible();
});

test('en español se entrega un caso entero', async ({ start, folder }) => {
  const file = await caseOfPassages(folder);
  const opened = await start({ file, language: 'es' });
  const { exchange, page, t, workbench } = opened;
  const form = await formOf(opened);
  await form.forAnyone('Unidad de Puerto Claro');
  await form.scope('partial').check();
  await expectAccessible(page);
  await form.scope('whole').check();
  // Enter in a field keeps what was typed; the key of handing over hands over.
  await form.purpose.fill('Solicitud 118');
  await form.purpose.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(exchange.act).toBeEnabled();
  const pack = join(folder, 'entero.casepack');
  await workbench.chooseSavePath(() => form.purpose.press('ControlOrMeta+Enter'), pack);
  await expect(exchange.saved).toContainText(pack);
  await exchange.show('colleagues');
  await expect(page.getByText(t('colleagues.ownLead'))).toBeVisible();
  await expectAccessible(page);
});
