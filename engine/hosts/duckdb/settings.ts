/**
 * What shuts DuckDB into the task's folder: once these are set, no statement undoes them. A learner may still set what does no harm
 * (`TimeZone`, `threads`, …).
 */
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

export interface Bounds {
  /** The only folder whose files can be read and written. */
  folder: string;
  /** Where what does not fit in memory goes. */
  spill: string;
  /** `2GB` */
  memory: string;
}

const HARMLESS = [
  'TimeZone',
  'Calendar',
  'threads',
  'preserve_insertion_order',
  'default_order',
  'default_null_order',
  'null_order',
  'search_path',
  'schema',
  'file_search_path',
  'integer_division',
  'ieee_floating_point_ops',
  'enable_progress_bar',
  'default_collation',
  'old_implicit_casting',
  'errors_as_json',
  'max_expression_depth',
];

export const SETTINGS = ({ folder, spill, memory }: Bounds): string[] => [
  `SET memory_limit=${literal(memory)}`,
  `SET temp_directory=${literal(spill)}`,
  `SET max_temp_directory_size='20GB'`,
  `SET TimeZone='UTC'`,
  `SET autoinstall_known_extensions=false`,
  `SET autoload_known_extensions=false`,
  `SET allowed_directories=[${literal(`${folder}/`)}]`,
  `SET enable_external_access=false`,
  `SET allowed_configs=[${HARMLESS.map(literal).join(', ')}]`,
  `SET lock_configuration=true`,
];
