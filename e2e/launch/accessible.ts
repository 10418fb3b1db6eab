import { AxeBuilder } from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';

/** Fails when axe finds something serious or critical in what the page shows now. */
export async function expectAccessible(page: Page): Promise<void> {
  // The usual mode opens a page of its own, which Electron does not allow.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, html, failureSummary }) =>
        [`${id}: ${help}`, `at ${target.join(' ')}`, html, failureSummary ?? ''].join('\n'),
      ),
    );
  expect(grave, 'what axe finds serious or critical').toEqual([]);
}
