import { expect, test } from 'vitest';
import Log from './core/log/Log.ts';
import { defaultOf, isOptional, propertyFacts } from './property.ts';

test('a mark survives default and describe', () => {
  const { level, message } = Log.schema.shape as Record<string, never>;
  expect(propertyFacts(level as never).rendering).toBe('before');
  expect(propertyFacts(message as never).rendering).toBe('late');
  expect(isOptional(level as never)).toBe(true);
  expect(isOptional(message as never)).toBe(false);
  expect(defaultOf(level as never)).toBe('INFO');
});
