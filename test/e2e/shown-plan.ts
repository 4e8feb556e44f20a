/** A plan as the collector tells it, and as the page shows it. */
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Plan } from '#shared/api/plans.ts'
import { formatMillionDong, formatNumber } from '#shared/text/numbers.ts'

export const planOf = async (page: Page, query = ''): Promise<Plan> => (await page.request.get(`/api/v1/plan?${query}`)).json()

/** The figures on the page are those of this plan. */
export async function showsPlan(page: Page, plan: Plan): Promise<void> {
  await page.locator('.plan-answer[aria-busy="false"] .sentence b', { hasText: formatMillionDong(plan.total.costDong, 'vi') }).waitFor()
  const verdicts = await page.locator('.verdicts b').allInnerTexts()
  const { keep, mend, replace, move, unknown, apart } = plan.total
  assert.deepEqual(
    verdicts,
    [keep, mend, replace, move, unknown, apart].map((count) => formatNumber(count, 'vi')),
  )
}
