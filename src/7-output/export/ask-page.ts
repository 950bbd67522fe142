import type { Page } from 'playwright-core'
import { type Exporter, exporterName } from '../../page-contract/exporter.ts'

type Answer<Method extends keyof Exporter> = Awaited<ReturnType<Exporter[Method]>>

/** Has the player's exporter, which runs in the page, do something. What it is given and answers goes through JSON. */
export const askPage = <Method extends keyof Exporter>(
  page: Page,
  method: Method,
  ...values: Parameters<Exporter[Method]>
): Promise<Answer<Method>> => page.evaluate(answer, { exporter: exporterName, method, values }) as Promise<Answer<Method>>

/** Runs in the page: it knows nothing but what it is given. */
const answer = ({ exporter, method, values }: { exporter: string; method: string; values: readonly unknown[] }): unknown =>
  (globalThis as unknown as Record<string, Record<string, (...values: readonly unknown[]) => unknown>>)[exporter]?.[method]?.(...values)
