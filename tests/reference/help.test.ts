/** Every type, property and output carries its help: the reference pages and the editor have nothing else to show. */
import { expect, test } from 'vitest';
import * as z from 'zod';
import { parseFlow } from '#engine/index.ts';
import type { PluginDefinition } from '#engine/plugins/definition.ts';
import { propertyFacts } from '#engine/plugins/property.ts';
import { allPlugins } from '#engine/plugins/registry.ts';

/** The schema itself, and what stands around it. */
const layers = (schema: z.ZodType): z.ZodType[] => {
  const { innerType, element, valueType } = schema.def as Partial<
    Record<'innerType' | 'element' | 'valueType', z.ZodType>
  >;
  const inner = innerType ?? propertyFacts(schema).inner ?? element ?? valueType;
  return inner instanceof z.ZodType ? [schema, ...layers(inner)] : [schema];
};

/** Of a map's properties, and of maps in them. */
function helps(shape: Readonly<Record<string, z.ZodType>>, path: string): [path: string, help: string | undefined][] {
  return Object.entries(shape).flatMap(([key, schema]) => {
    const all = layers(schema);
    const object = all.find((one) => one instanceof z.ZodObject);
    const own: [string, string | undefined] = [
      `${path}${key}`,
      all.find(({ description }) => description)?.description,
    ];
    return object ? [own, ...helps(object.shape as Record<string, z.ZodType>, `${path}${key}.`)] : [own];
  });
}

const shapesOf = (plugin: PluginDefinition): z.ZodObject[] =>
  'outputs' in plugin && plugin.outputs ? [plugin.schema, plugin.outputs] : [plugin.schema];

test.each(allPlugins().map((plugin) => [plugin.type, plugin] as const))('%s', (type, plugin) => {
  expect(plugin.title).toMatch(/^[A-Z].{7,}\.$/);
  const all = shapesOf(plugin).flatMap(({ shape }) => helps(shape as Record<string, z.ZodType>, ''));
  const without = all.filter(
    ([path, help]) => !(plugin.kind === 'condition' && path === 'type') && (help ?? '').length < 5,
  );
  expect(without).toEqual([]);
  const names = [type, ...(plugin.aliases ?? [])];
  expect(names.some((name) => plugin.example.includes(name))).toBe(true);
  expect(parseFlow(plugin.example).flow).toBeDefined();
});
