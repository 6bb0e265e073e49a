/** Types that a Kestra knows and we do not run: so that they are told from a slip of the hand. */
const core = (names: string): string[] => names.split(' ').map((name) => `io.kestra.plugin.core.${name}`);
const of = (prefix: string, names: string): string[] =>
  names.split(' ').map((name) => `io.kestra.plugin.${prefix}.${name}`);

const OTHER_DATABASES =
  'as400 arrowflight clickhouse db2 dremio druid mariadb mysql oracle pinot redshift snowflake sqlite sqlserver sybase trino vectorwise vertica'.split(
    ' ',
  );

/** Why a known type does not run here, where there is more to say than that. */
export function whyNot(type: string): string | undefined {
  const database = /^io\.kestra\.plugin\.jdbc\.(\w+)\./.exec(type)?.[1];
  return database !== undefined && OTHER_DATABASES.includes(database)
    ? 'Basis data di sini hanya Postgres dan DuckDB. Pakai `io.kestra.plugin.jdbc.postgresql` atau `io.kestra.plugin.jdbc.duckdb`.'
    : WHY.find(([start]) => type.startsWith(start))?.[1];
}

export const KNOWN_TYPES: readonly string[] = [
  'io.kestra.core.models.conditions.types.PublicHolidayCondition',
  ...core('flow.ForEachItem flow.Pause flow.Template execution.Exit execution.Resume'),
  ...core('storage.Purge'),
  ...core('condition.PublicHoliday condition.PublicHolidayCondition'),
  ...of('jdbc.postgresql', 'Query Queries CopyIn CopyOut Batch Trigger'),
  ...of('jdbc.duckdb', 'Query Queries Trigger'),
  ...OTHER_DATABASES.flatMap((name) => of(`jdbc.${name}`, 'Query Queries Batch Trigger')),
  ...of('scripts.python', 'Script Commands'),
  ...of('scripts.shell', 'Script Commands'),
  ...of('scripts.node', 'Script Commands'),
  ...of(
    'gcp.gcs',
    'CreateBucket UpdateBucket DeleteBucket Upload Download Downloads List Delete DeleteList Copy Compose Trigger',
  ),
  ...of(
    'gcp.bigquery',
    'Query CreateDataset CreateTable DeleteDataset DeleteTable Load LoadFromGcs ExtractToGcs CopyPartitions StorageWrite Trigger',
  ),
  ...of('ai.completion', 'ChatCompletion JSONStructuredExtraction Classification ImageGeneration'),
  ...of('ai.rag', 'IngestDocument ChatCompletion Search'),
  ...of('ai.agent', 'AIAgent'),
  ...of('docker', 'Run Build'),
  ...of('git', 'Clone Push SyncFlows SyncNamespaceFiles PushFlows PushNamespaceFiles'),
  ...of('dbt.cli', 'DbtCLI Build Run Test Setup'),
  ...of('serdes.csv', 'CsvToIon IonToCsv CsvReader CsvWriter'),
  ...of('serdes.json', 'JsonToIon IonToJson'),
  ...of('serdes.parquet', 'IonToParquet ParquetToIon'),
  ...of('notifications.slack', 'SlackIncomingWebhook SlackExecution'),
];

const WHY: readonly [start: string, why: string][] = [
  ['io.kestra.plugin.core.flow.Template', 'Template sudah dimatikan di Kestra. Pakai Subflow.'],
  [
    'io.kestra.plugin.core.condition.PublicHoliday',
    'Daftar hari libur tidak ada di sini. Pakai Expression dengan tanggalmu.',
  ],
  ['io.kestra.plugin.core.storage.Purge', 'Di sini satu mesin saja: hapus folder `.alur` bila penuh.'],
  ['io.kestra.plugin.scripts.', 'Di sini hanya script Python dan shell yang bisa dijalankan.'],
];
