/** Postgres' type names by object id: the usual ones known beforehand, the rest looked up once and remembered. */

const KNOWN: Record<number, string> = {
  16: 'bool',
  17: 'bytea',
  18: 'char',
  19: 'name',
  20: 'int8',
  21: 'int2',
  23: 'int4',
  25: 'text',
  26: 'oid',
  114: 'json',
  700: 'float4',
  701: 'float8',
  1000: '_bool',
  1005: '_int2',
  1007: '_int4',
  1009: '_text',
  1015: '_varchar',
  1016: '_int8',
  1021: '_float4',
  1022: '_float8',
  1042: 'bpchar',
  1043: 'varchar',
  1082: 'date',
  1083: 'time',
  1114: 'timestamp',
  1115: '_timestamp',
  1182: '_date',
  1184: 'timestamptz',
  1185: '_timestamptz',
  1186: 'interval',
  1231: '_numeric',
  1266: 'timetz',
  1700: 'numeric',
  2278: 'void',
  2950: 'uuid',
  2951: '_uuid',
  3802: 'jsonb',
  3807: '_jsonb',
};

/** `lookUp` answers `[oid, typname]` pairs for a list of ids. */
export type LookUp = (sql: string) => Promise<(string | null)[][]>;

export function createTypeNames() {
  const names = new Map(Object.entries(KNOWN).map(([oid, name]) => [Number(oid), name]));
  return async (oids: readonly number[], lookUp: LookUp): Promise<string[]> => {
    const unknown = [...new Set(oids.filter((oid) => !names.has(oid)))];
    if (unknown.length > 0) {
      const found = await lookUp(`SELECT oid, typname FROM pg_catalog.pg_type WHERE oid IN (${unknown.join(', ')})`);
      for (const [oid, name] of found) names.set(Number(oid), name ?? 'unknown');
    }
    return oids.map((oid) => names.get(oid) ?? 'unknown');
  };
}
