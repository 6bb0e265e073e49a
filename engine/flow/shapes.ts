/** The fixed parts of a flow as schemas: what a Kestra 1.1.15 knows of them, asked from it. Types of tasks and triggers bring their own. */
import * as z from 'zod';
import { duration, rendered } from '../plugins/property.ts';
import type { Shape } from './properties.ts';

const text = () => z.string().optional();
const flag = () => z.boolean().optional();

export const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR'] as const;
const BEHAVIORS = ['RETRY_FAILED_TASK', 'CREATE_NEW_EXECUTION'] as const;

const workerGroup = z.strictObject({ key: text(), fallback: z.enum(['FAIL', 'WAIT', 'CANCEL']).optional() }).optional();

/** What every task has, beside `id`, `type` and `retry`. */
export const TASK = {
  description: text(),
  disabled: flag(),
  logLevel: z.enum(LEVELS).optional(),
  allowFailure: flag(),
  allowWarning: flag(),
  runIf: text(),
  timeout: rendered(duration()).optional(),
  logToFile: flag(),
  workerGroup,
  taskCache: z.strictObject({ enabled: z.boolean(), ttl: duration().optional() }).optional(),
  version: text(),
} satisfies Shape;

/** What every trigger has, beside `id`, `type`, `labels`, `conditions` and `stopAfter`. */
export const TRIGGER = {
  description: text(),
  disabled: flag(),
  logLevel: z.enum(LEVELS).optional(),
  minLogLevel: z.enum(LEVELS).optional(),
  failOnTriggerError: flag(),
  logToFile: flag(),
  workerGroup,
  version: text(),
} satisfies Shape;

/** A flow's own, beside those that have a reader of their own. */
export const FLOW = {
  revision: z.int().min(1).optional(),
  description: text(),
  disabled: flag(),
  source: text(),
  deleted: flag(),
  tenantId: text(),
  workerGroup,
  variables: z.record(z.string(), z.unknown()).optional(),
  listeners: z
    .array(z.strictObject({ description: text(), conditions: z.unknown().optional(), tasks: z.unknown().optional() }))
    .optional(),
  concurrency: z
    .strictObject({ limit: z.int().min(1), behavior: z.enum(['QUEUE', 'CANCEL', 'FAIL']).optional() })
    .optional(),
} satisfies Shape;

const retry = {
  type: z.string(),
  behavior: z.enum(BEHAVIORS).optional(),
  maxDuration: duration().optional(),
  maxAttempts: z.int().min(1).optional(),
  maxAttempt: z.int().min(1).optional(),
  warningOnRetry: flag(),
};

export const RETRY = {
  constant: { ...retry, interval: duration() },
  random: { ...retry, minInterval: duration(), maxInterval: duration() },
  exponential: { ...retry, interval: duration(), maxInterval: duration(), delayFactor: z.number().optional() },
} satisfies Record<string, Shape>;

const sla = {
  id: z.string().min(1),
  type: z.string(),
  behavior: z.enum(['FAIL', 'CANCEL', 'NONE']),
  labels: z.unknown().optional(),
};

export const SLA = {
  MAX_DURATION: { ...sla, duration: duration() },
  EXECUTION_ASSERTION: { ...sla, assert: z.string().min(1) },
} satisfies Record<string, Shape>;

export const OUTPUT = {
  id: z.string(),
  type: z.unknown(),
  value: z.unknown(),
  required: flag(),
  displayName: text(),
  description: text(),
} satisfies Shape;
