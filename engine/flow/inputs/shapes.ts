/** What each input type has of its own, and what all have: asked from Kestra 1.1.15. */
import * as z from 'zod';
import type { InputType } from '../../door.ts';
import { duration, filled } from '../../plugins/property.ts';
import type { Shape } from '../properties.ts';

const text = () => z.string().optional();
const texts = () => z.array(z.string()).optional();
const limits = (inner: () => z.ZodType): Shape => ({ min: inner().optional(), max: inner().optional() });
const between = (inner: () => z.ZodType): Shape => ({ after: inner().optional(), before: inner().optional() });

/** In the order of Kestra's own list: a type may be named by its place. */
export const INPUT_TYPES = [
  'STRING',
  'ENUM',
  'SELECT',
  'INT',
  'FLOAT',
  'BOOLEAN',
  'BOOL',
  'DATETIME',
  'DATE',
  'TIME',
  'DURATION',
  'FILE',
  'JSON',
  'URI',
  'SECRET',
  'ARRAY',
  'MULTISELECT',
  'YAML',
  'EMAIL',
] as const satisfies readonly InputType[];

const itemType = () => z.enum(INPUT_TYPES);

export const INPUT = {
  name: text(),
  type: z.string(),
  description: text(),
  displayName: text(),
  required: z.boolean().optional(),
  defaults: z.unknown().optional(),
  prefill: z.unknown().optional(),
  dependsOn: z.strictObject({ inputs: texts(), condition: text() }).optional(),
} satisfies Shape;

const choice: Shape = {
  values: texts(),
  expression: text(),
  allowCustomValue: filled(z.boolean()).optional(),
  autoSelectFirst: filled(z.boolean()).optional(),
};

export const OWN: Record<InputType, Shape> = {
  STRING: { validator: text() },
  SECRET: { validator: text() },
  SELECT: { ...choice, isRadio: filled(z.boolean()).optional() },
  MULTISELECT: { ...choice, itemType: itemType().optional(), options: texts() },
  ENUM: { values: z.array(z.string()) },
  INT: limits(() => z.int()),
  FLOAT: limits(() => z.number()),
  BOOL: {},
  BOOLEAN: {},
  DATETIME: between(() => z.iso.datetime({ offset: true })),
  DATE: between(() => z.iso.date()),
  TIME: between(() => z.iso.time()),
  DURATION: limits(() => duration()),
  FILE: { extension: text(), allowedFileExtensions: texts() },
  JSON: {},
  YAML: {},
  URI: {},
  EMAIL: {},
  ARRAY: { itemType: itemType() },
};
