/** YAML's maps as plain data. */
export type Raw = Record<string, unknown>;

export const isMap = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
