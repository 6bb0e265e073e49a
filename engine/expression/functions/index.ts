/** All functions by their name. */
import { chanceFunctions } from './chance.ts';
import { cryptoFunctions } from './crypto.ts';
import type { PebbleFunction } from './function.ts';
import { hostFunctions } from './host.ts';
import { renderFunctions } from './render.ts';
import { valueFunctions } from './values.ts';

const all: readonly PebbleFunction[] = [
  ...valueFunctions,
  ...chanceFunctions,
  ...cryptoFunctions,
  ...hostFunctions,
  ...renderFunctions,
];

const byName = new Map(all.map((one) => [one.name, one]));

export const functionNamed = (name: string): PebbleFunction | undefined => byName.get(name);
export const allFunctions = (): readonly PebbleFunction[] => all;
