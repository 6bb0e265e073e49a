import type { PluginDefinition } from '../definition.ts';
import DuckdbQueries from './duckdb/Queries.ts';
import DuckdbQuery from './duckdb/Query.ts';
import Batch from './postgresql/Batch.ts';
import CopyIn from './postgresql/CopyIn.ts';
import CopyOut from './postgresql/CopyOut.ts';
import Queries from './postgresql/Queries.ts';
import Query from './postgresql/Query.ts';
import Trigger from './postgresql/Trigger.ts';

/** The types of `io.kestra.plugin.jdbc`. */
export const jdbc: readonly PluginDefinition[] = [
  Query,
  Queries,
  CopyIn,
  CopyOut,
  Batch,
  Trigger,
  DuckdbQuery,
  DuckdbQueries,
];
